//! The annexes of a report: every figure with its parts and that of the period before, every entry.

use super::body::Writer;
use crate::domain::record::{ReportedEntry, ReportedFigure};
use crate::domain::schedule::Period;
use crate::text::date::format_official;
use crate::text::figure::{quality_text, value_text};
use crate::text::number::format_number;
use crate::text::paper::{Align, Annex, Block, Column, Table};
use crate::text::words::Lang;

impl Writer<'_> {
    pub(super) fn annexes(&self) -> Vec<Annex> {
        [self.figure_annex(), self.entry_annex()].into_iter().flatten().collect()
    }

    /// Every figure; `None`: there is none.
    fn figure_annex(&self) -> Option<Annex> {
        let figures = self.written.enclosed.figures.iter();
        let rows: Vec<_> = figures.filter_map(|figure| self.figure_in_full(figure)).collect();
        if rows.is_empty() {
            return None;
        }
        let period = self.written.report.period;
        let before = period.previous().map_or_else(|| "Kỳ trước".to_owned(), named);
        let columns = vec![
            Column::new("STT", 1, Align::Center),
            Column::new("Chỉ tiêu", 7, Align::Left),
            Column::new("Đơn vị tính", 2, Align::Center),
            Column::new("Tử số", 2, Align::Right),
            Column::new("Mẫu số", 2, Align::Right),
            Column::new(&named(period), 2, Align::Right),
            Column::new(&before, 2, Align::Right),
            Column::new("Loại số", 2, Align::Center),
            Column::new("Số liệu đến ngày", 3, Align::Center),
        ];
        let blocks = vec![Block::Table(Table::counted(columns, rows))];
        Some(Annex { title: "Số liệu các chỉ tiêu".to_owned(), blocks, landscape: true })
    }

    fn figure_in_full(&self, figure: &ReportedFigure) -> Option<Vec<String>> {
        let (_, target) = self.catalog.target(&figure.target)?;
        let number = |number: Option<f64>| number.map(format_number).unwrap_or_default();
        Some(vec![
            target.indicator.clone(),
            target.unit.clone(),
            number(figure.numerator),
            number(figure.denominator),
            value_text(figure, &target.unit),
            number((self.written.before)(target)),
            quality_text(figure.quality, Lang::Vi).to_owned(),
            format_official(figure.as_of),
        ])
    }

    /// What was entered on tasks; `None`: nothing.
    fn entry_annex(&self) -> Option<Annex> {
        let entries = &self.written.enclosed.entries;
        if entries.is_empty() {
            return None;
        }
        let rows = entries.iter().map(|entry| self.entry(entry));
        let columns = vec![
            Column::new("STT", 1, Align::Center),
            Column::new("Nhiệm vụ", 6, Align::Left),
            Column::new("Ngày", 3, Align::Center),
            Column::new("Kết quả", 7, Align::Left),
            Column::new("Khó khăn, vướng mắc", 5, Align::Left),
            Column::new("Đề xuất", 5, Align::Left),
            Column::new("Minh chứng", 4, Align::Left),
        ];
        let table = Block::Table(Table::counted(columns, rows));
        Some(Annex {
            title: "Tiến độ các nhiệm vụ".to_owned(), blocks: vec![table], landscape: true
        })
    }

    fn entry(&self, entry: &ReportedEntry) -> Vec<String> {
        let title = self.catalog.task(&entry.task).map(|(_, task)| task.title.clone()).unwrap_or_default();
        vec![
            format!("{} {title}", entry.task.local()),
            format_official(entry.as_of),
            entry.result.clone(),
            entry.obstacle.clone(),
            entry.proposal.clone(),
            entry.evidence.clone(),
        ]
    }
}

/// "Năm 2026", as the head of a column.
fn named(period: Period) -> String {
    let name = Lang::Vi.period(period);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
