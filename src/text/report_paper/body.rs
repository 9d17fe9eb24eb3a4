//! The body of a report: what it rests on, its parts, the table of figures, the annex of entries.

use super::{name, office_name, plan_name};
use crate::domain::agency::Agency;
use crate::domain::catalog::Catalog;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::{Enclosed, Report, ReportedEntry, ReportedFigure};
use crate::text::date::format_date;
use crate::text::figure::{quality_text, ratio_text, value_text};
use crate::text::paper::{Align, Annex, Block, Column, Level, Table};
use crate::text::words::Lang;

/// What stands where nothing was written: blank is not "không có".
const BLANK: &str = "(Chưa có nội dung.)";

/// Everything that the body is made from.
pub(super) struct Writer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) plan: &'a Plan,
    pub(super) obligation: &'a ReportingObligation,
    pub(super) agency: &'a Agency,
    pub(super) report: &'a Report,
    pub(super) enclosed: &'a Enclosed,
}

impl Writer<'_> {
    pub(super) fn body(&self) -> Vec<Block> {
        let agency = office_name(self.agency);
        let opening = format!(
            "Thực hiện {} ({}), {agency} báo cáo kết quả {} như sau:",
            plan_name(self.catalog, self.plan),
            self.obligation.clause,
            Lang::Vi.period(self.report.period),
        );
        let mut blocks = vec![Block::text(opening)];
        let report = self.report;
        self.part(&mut blocks, "I. KẾT QUẢ THỰC HIỆN", &report.results);
        self.figures(&mut blocks);
        self.part(&mut blocks, "II. KHÓ KHĂN, VƯỚNG MẮC", &report.obstacles);
        self.part(&mut blocks, "III. ĐỀ XUẤT, KIẾN NGHỊ", &report.proposals);
        if !report.evidence.trim().is_empty() {
            self.part(&mut blocks, "IV. TÀI LIỆU MINH CHỨNG", &report.evidence);
        }
        let recipient =
            name(self.catalog, self.obligation.via.as_ref().unwrap_or(&self.obligation.recipient));
        blocks.push(Block::text(format!("Trên đây là báo cáo của {agency}, kính gửi {recipient} tổng hợp.")));
        blocks
    }

    fn part(&self, blocks: &mut Vec<Block>, heading: &str, text: &str) {
        blocks.push(Block::Heading(Level::One, heading.to_owned()));
        let text = if text.trim().is_empty() { BLANK } else { text };
        blocks.push(Block::text(text));
    }

    fn figures(&self, blocks: &mut Vec<Block>) {
        let rows: Vec<_> = self.enclosed.figures.iter().filter_map(|figure| self.figure(figure)).collect();
        if rows.is_empty() {
            return;
        }
        blocks.push(Block::text("Số liệu các chỉ tiêu:"));
        let columns = vec![
            Column::new("STT", 2, Align::Center),
            Column::new("Chỉ tiêu", 10, Align::Left),
            Column::new("Tử số/mẫu số", 5, Align::Right),
            Column::new("Kết quả", 4, Align::Right),
            Column::new("Loại số, ngày", 5, Align::Center),
        ];
        blocks.push(Block::Table(Table::counted(columns, rows)));
    }

    fn figure(&self, figure: &ReportedFigure) -> Option<Vec<String>> {
        let (_, target) = self.catalog.target(&figure.target)?;
        let ratio = ratio_text(figure.numerator, figure.denominator).unwrap_or_default();
        let value = value_text(figure, &target.unit);
        let value = if target.unit == "%" { value + "%" } else { format!("{value} {}", target.unit) };
        let firm = format!("{}, {}", quality_text(figure.quality, Lang::Vi), format_date(figure.as_of));
        Some(vec![target.indicator.clone(), ratio, value, firm])
    }

    pub(super) fn annexes(&self) -> Vec<Annex> {
        if self.enclosed.entries.is_empty() {
            return Vec::new();
        }
        let rows = self.enclosed.entries.iter().map(|entry| self.entry(entry));
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
        vec![Annex {
            title: "Tiến độ các nhiệm vụ".to_owned(), blocks: vec![table], landscape: true
        }]
    }

    fn entry(&self, entry: &ReportedEntry) -> Vec<String> {
        let title = self.catalog.task(&entry.task).map_or("", |(_, task)| task.title.as_str());
        vec![
            format!("{} {title}", entry.task.local()),
            format_date(entry.as_of),
            entry.result.clone(),
            entry.obstacle.clone(),
            entry.proposal.clone(),
            entry.evidence.clone(),
        ]
    }
}
