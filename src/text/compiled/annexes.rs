//! The annexes of a compiled report: the figures of the province, the proposals, who is missing.

use super::Compiled;
use crate::domain::compilation::{ProvincialFigure, Section};
use crate::text::figure::{quality_text, ratio_text};
use crate::text::number::format_decimals;
use crate::text::paper::{Align, Annex, Block, Column, Table};
use crate::text::words::Lang;

impl Compiled<'_> {
    /// The annexes, in their order; what there is nothing to say about is left out.
    pub fn annexes(&self) -> Vec<Annex> {
        let mut annexes = Vec::new();
        if !self.figures.is_empty() {
            annexes.push(Annex {
                title: "Số liệu các chỉ tiêu của tỉnh".into(),
                blocks: vec![
                    Block::text(format!("Số liệu của {} cơ quan đã gửi báo cáo.", self.basis())),
                    Block::Table(self.figure_table()),
                ],
                landscape: true,
            });
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
            Column::new("Toàn tỉnh", 2, Align::Right),
            Column::new("Tử số / mẫu số", 4, Align::Right),
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
