//! The body of a report: what it rests on, its parts, the table of figures.

use super::{Written, closing};
use crate::domain::agency::Agency;
use crate::domain::catalog::Catalog;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::ReportedFigure;
use crate::text::cited::{clause, plan_in_full};
use crate::text::date::format_official;
use crate::text::figure::{quality_text, ratio_text, value_text};
use crate::text::letterhead::office_name;
use crate::text::paper::{Align, Block, Column, Level, Table};
use crate::text::words::Lang;

/// What stands where nothing was written: blank is not "không có".
const BLANK: &str = "(Chưa có nội dung.)";

/// Most figures that stand in the body; the annex has all of them.
const MOST_IN_BODY: usize = 5;

/// Everything that the body is made from.
pub(super) struct Writer<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) plan: &'a Plan,
    pub(super) obligation: &'a ReportingObligation,
    pub(super) agency: &'a Agency,
    pub(super) written: &'a Written<'a>,
}

impl Writer<'_> {
    pub(super) fn body(&self) -> Vec<Block> {
        let agency = office_name(self.agency);
        let compiled = self.written.compiled.map(|compiled| {
            format!(", tổng hợp từ báo cáo của {} cơ quan, đơn vị (các phụ lục kèm theo),", compiled.basis())
        });
        let opening = format!(
            "Thực hiện {} (mục {}), {agency} báo cáo kết quả {}{} như sau:",
            plan_in_full(self.catalog, self.plan),
            clause(&self.obligation.clause),
            Lang::Vi.period(self.written.report.period),
            compiled.unwrap_or_default(),
        );
        let mut blocks = vec![Block::text(opening)];
        let report = self.written.report;
        self.part(&mut blocks, "I. KẾT QUẢ THỰC HIỆN", &report.results);
        self.figures(&mut blocks);
        self.part(&mut blocks, "II. KHÓ KHĂN, VƯỚNG MẮC", &report.obstacles);
        self.part(&mut blocks, "III. ĐỀ XUẤT, KIẾN NGHỊ", &report.proposals);
        if !report.evidence.trim().is_empty() {
            self.part(&mut blocks, "IV. TÀI LIỆU MINH CHỨNG", &report.evidence);
        }
        blocks.push(Block::text(closing(self.catalog, self.obligation, self.agency)));
        blocks
    }

    fn part(&self, blocks: &mut Vec<Block>, heading: &str, text: &str) {
        blocks.push(Block::Heading(Level::One, heading.to_owned()));
        let text = if text.trim().is_empty() { BLANK } else { text };
        blocks.push(Block::text(text));
    }

    fn figures(&self, blocks: &mut Vec<Block>) {
        let rows: Vec<_> =
            self.written.enclosed.figures.iter().filter_map(|figure| self.figure(figure)).collect();
        if rows.is_empty() {
            return;
        }
        if rows.len() > MOST_IN_BODY {
            blocks.push(Block::text("Số liệu các chỉ tiêu: theo Phụ lục kèm theo."));
            return;
        }
        blocks.push(Block::text("Số liệu các chỉ tiêu (chi tiết tại Phụ lục kèm theo):"));
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
        let firm = format!("{}, {}", quality_text(figure.quality, Lang::Vi), format_official(figure.as_of));
        Some(vec![target.indicator.clone(), ratio, value, firm])
    }
}
