//! The annexes of a compiled report: the figures of the province, the proposals, who is missing.

use super::Compiled;
use crate::domain::compilation::{ProvincialFigure, Section};
use crate::text::date::format_official;
use crate::text::figure::{quality_text, ratio_text, value_text};
use crate::text::number::format_decimals;
use crate::text::paper::{Align, Annex, Block, Column, Table};
use crate::text::words::Lang;

impl Compiled<'_> {
    /// What stands behind the text: the table of the province, its sources, the proposals with their answers, who is
    /// missing. They are numbered by the document that they are put into.
    pub fn annexes(&self) -> Vec<Annex> {
        let mut annexes = Vec::new();
        if !self.figures.is_empty() {
            annexes.extend([self.figure_annex(), self.source_annex()]);
        }
        annexes.extend(self.proposal_annex());
        if !self.gathering.missing.is_empty() {
            let rows = self.gathering.missing.iter().map(|agency| vec![self.full_name(agency)]);
            let columns =
                vec![Column::new("STT", 1, Align::Center), Column::new("Cơ quan, đơn vị", 9, Align::Left)];
            annexes.push(Annex {
                title: "Cơ quan, đơn vị chưa gửi báo cáo".into(),
                blocks: vec![Block::Table(Table::counted(columns, rows))],
                landscape: false,
            });
        }
        annexes
    }

    fn figure_annex(&self) -> Annex {
        let mut blocks = vec![
            Block::text(format!("Tổng hợp từ số liệu của {} cơ quan, đơn vị đã gửi báo cáo.", self.basis())),
            Block::Table(self.figure_table()),
        ];
        let notes: Vec<_> = self.figures.iter().filter_map(|figure| self.note_in_full(figure)).collect();
        if !notes.is_empty() {
            blocks.push(Block::text("Ghi chú:"));
            blocks.extend(notes.into_iter().map(Block::Dash));
        }
        Annex { title: "Số liệu các chỉ tiêu của tỉnh".into(), blocks, landscape: true }
    }

    /// Who gave only a share, which is not in the sum: "Chỉ gửi tỷ lệ, chưa cộng: Sở Y tế"; `None`: nobody.
    pub(super) fn note(&self, figure: &ProvincialFigure) -> Option<String> {
        let names = figure.not_added.iter().map(|agency| self.full_name(agency));
        let names = names.collect::<Vec<_>>().join("; ");
        (!names.is_empty()).then(|| format!("Chỉ gửi tỷ lệ, chưa cộng: {names}"))
    }

    fn note_in_full(&self, figure: &ProvincialFigure) -> Option<String> {
        let note = self.note(figure)?;
        Some(format!("{}. {note}.", self.catalog.target(&figure.target)?.1.indicator))
    }

    /// What each agency gave.
    fn source_annex(&self) -> Annex {
        let columns = vec![
            Column::new("STT", 1, Align::Center),
            Column::new("Chỉ tiêu", 8, Align::Left),
            Column::new("Cơ quan, đơn vị", 4, Align::Left),
            Column::new("Tử số/mẫu số", 3, Align::Right),
            Column::new("Kết quả", 2, Align::Right),
            Column::new("Loại số", 2, Align::Center),
            Column::new("Số liệu đến ngày", 3, Align::Center),
        ];
        let rows = self.figures.iter().flat_map(|figure| {
            let target = self.catalog.target(&figure.target).map(|(_, target)| target);
            figure.given.iter().map(move |given| {
                let figure = &given.figure;
                vec![
                    target.map(|target| target.indicator.clone()).unwrap_or_default(),
                    self.full_name(&given.agency),
                    ratio_text(figure.numerator, figure.denominator).unwrap_or_default(),
                    target.map(|target| value_text(figure, &target.unit)).unwrap_or_default(),
                    quality_text(figure.quality, Lang::Vi).to_owned(),
                    format_official(figure.as_of),
                ]
            })
        });
        let blocks = vec![Block::Table(Table::counted(columns, rows))];
        Annex { title: "Số liệu của từng cơ quan, đơn vị".into(), blocks, landscape: true }
    }

    /// The proposals with their addressees and answers; `None`: there are none.
    fn proposal_annex(&self) -> Option<Annex> {
        let proposals = self.choice.composed(Section::Proposals, self.paragraphs);
        let rows = proposals.iter().map(|piece| {
            let pursued = piece.sources.iter().find_map(|source| self.catalog.settled().proposal(source));
            let addressee = pursued.map(|pursued| pursued.addressee.clone()).unwrap_or_default();
            let answer = pursued.map(|pursued| pursued.answer.clone()).unwrap_or_default();
            vec![self.sources(piece), piece.text.clone(), addressee, answer]
        });
        let columns = vec![
            Column::new("STT", 1, Align::Center),
            Column::new("Cơ quan kiến nghị", 4, Align::Left),
            Column::new("Nội dung", 8, Align::Left),
            Column::new("Gửi đến", 3, Align::Left),
            Column::new("Trả lời", 4, Align::Left),
        ];
        (!proposals.is_empty()).then(|| Annex {
            title: "Đề xuất, kiến nghị của các cơ quan, đơn vị".into(),
            blocks: vec![Block::Table(Table::counted(columns, rows))],
            landscape: true,
        })
    }

    fn figure_table(&self) -> Table {
        let columns = vec![
            Column::new("STT", 1, Align::Center),
            Column::new("Chỉ tiêu", 8, Align::Left),
            Column::new("Đơn vị tính", 2, Align::Left),
            Column::new("Kết quả", 2, Align::Right),
            Column::new("Tử số/mẫu số", 4, Align::Right),
            Column::new("Số nơi báo cáo", 2, Align::Right),
            Column::new("Loại số", 2, Align::Left),
        ];
        let row = |figure: &ProvincialFigure| {
            let target = self.catalog.target(&figure.target).map(|(_, target)| target);
            vec![
                target.map(|target| target.indicator.clone()).unwrap_or_default(),
                target.map(|target| target.unit.clone()).unwrap_or_default(),
                figure.value.map_or("không cộng được".to_owned(), |value| format_decimals(value, 2)),
                ratio_text(figure.numerator, figure.denominator).unwrap_or_default(),
                format!("{}/{}", figure.given.len(), self.gathering.total()),
                figure.quality.map(|quality| quality_text(quality, Lang::Vi)).unwrap_or_default().to_owned(),
            ]
        };
        Table::counted(columns, self.figures.iter().map(row))
    }
}
