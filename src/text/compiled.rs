//! A compiled report as text and on paper: its parts, the table of figures, who is missing, the proposals.
//!
//! What nobody rewrote stands under the name of its agency; the source of every paragraph goes along, to be printed or
//! not. Written in Vietnamese whatever the language of the screen.

use chrono::NaiveDate;

use super::date::format_date;
use super::letterhead::letterhead;
use super::paper::{Block, Kind, Level, Paper};
use super::words::Lang;
use crate::domain::catalog::Catalog;
use crate::domain::compilation::{
    Compilation, Composed, Gathering, Paragraph, ProvincialFigure, SECTIONS, Section,
};
use crate::domain::ids::AgencyId;
use crate::domain::record::ReportKey;

mod annexes;
mod sheets;

/// Everything that a compiled report is made of.
pub struct Compiled<'a> {
    /// Plans and agencies.
    pub catalog: &'a Catalog,
    /// Which report.
    pub key: &'a ReportKey,
    /// What was settled about it.
    pub choice: &'a Compilation,
    /// What came in.
    pub gathering: &'a Gathering,
    /// The paragraphs of what came in.
    pub paragraphs: &'a [Paragraph],
    /// The figures of the province.
    pub figures: &'a [ProvincialFigure],
    /// The day of the document.
    pub today: NaiveDate,
}

/// The heading of a part on paper.
pub fn section_title(section: Section) -> &'static str {
    match section {
        Section::Results => "Kết quả thực hiện",
        Section::Obstacles => "Khó khăn, vướng mắc",
        Section::Proposals => "Đề xuất, kiến nghị",
    }
}

impl Compiled<'_> {
    /// The text of a part: a line for each paragraph, with the name of its agency where nobody rewrote it.
    pub fn section_text(&self, section: Section) -> String {
        self.lines_of(section).map(|(line, _)| line).collect::<Vec<_>>().join("\n")
    }

    fn lines_of(&self, section: Section) -> impl Iterator<Item = (String, String)> {
        let composed = self.choice.composed(section, self.paragraphs).into_iter();
        composed.map(|piece| (self.line(&piece), self.sources(&piece)))
    }

    fn line(&self, piece: &Composed) -> String {
        match piece.sources.first() {
            Some(source) if !piece.rewritten => {
                format!("{}: {}", self.catalog.short_name(&source.report.agency), piece.text)
            }
            _ => piece.text.clone(),
        }
    }

    fn sources(&self, piece: &Composed) -> String {
        let mut names: Vec<&str> =
            piece.sources.iter().map(|source| self.catalog.short_name(&source.report.agency)).collect();
        names.dedup();
        names.join(", ")
    }

    /// "Tổng hợp từ báo cáo của 31/78 cơ quan".
    pub fn basis(&self) -> String {
        format!("{}/{}", self.gathering.arrived.len(), self.gathering.total())
    }

    /// The whole document, ready to be numbered and signed; `None`: its agency is gone from the register.
    pub fn paper(&self) -> Option<Paper> {
        let period = Lang::Vi.period(self.key.period);
        let plan = self.catalog.obligation(&self.key.obligation);
        let short = plan.map_or("", |(plan, _)| plan.short.as_str());
        let subject = format!("Kết quả thực hiện {short} {period}");
        let kind = Kind::Named { title: "Báo cáo".into(), subject };
        let mut paper = letterhead(self.catalog.agency(&self.key.agency)?, kind, self.today);
        if let Some((_, obligation)) = plan {
            let receivers = std::iter::once(&obligation.recipient).chain(&obligation.also_to);
            paper.addressees = receivers.map(|agency| self.full_name(agency)).collect();
        }
        paper.body = self.body(short, &period);
        paper.annexes = self.annexes();
        Some(paper)
    }

    fn full_name(&self, agency: &AgencyId) -> String {
        self.catalog.agency(agency).map_or(agency.as_str(), |agency| &agency.name).to_owned()
    }

    fn body(&self, short: &str, period: &str) -> Vec<Block> {
        let issuer = self.full_name(&self.key.agency);
        let mut body = vec![Block::text(format!(
            "{issuer} báo cáo kết quả thực hiện {short} {period}, tổng hợp từ báo cáo của {} cơ quan, đơn vị \
             (tính đến ngày {}), như sau:",
            self.basis(),
            format_date(self.today)
        ))];
        for (number, section) in ["I", "II", "III"].into_iter().zip(SECTIONS) {
            body.push(Block::Heading(
                Level::One,
                format!("{number}. {}", section_title(section).to_uppercase()),
            ));
            let before = body.len();
            body.extend(
                self.lines_of(section).map(|(line, source)| Block::Paragraph {
                    text: format!("- {line}"),
                    source: Some(source),
                }),
            );
            if body.len() == before {
                body.push(Block::text("Không có."));
            }
        }
        body.push(Block::text(format!("Trên đây là báo cáo của {issuer}.")));
        body
    }
}
