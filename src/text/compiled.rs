//! A compiled report as text and on paper: its parts, the table of figures, who is missing, the proposals.
//!
//! What nobody rewrote stands under the name of its agency, what was joined or rewritten has all of its agencies behind
//! it. Written in Vietnamese whatever the language of the screen.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::cited::{agency_in_full, plan_in_full};
use super::date::format_official;
use super::letterhead::letterhead;
use super::paper::{Block, Kind, Level, Paper};
use super::report_paper::{addressees, closing, recipients, results_of};
use super::words::Lang;
use crate::domain::catalog::Catalog;
use crate::domain::compilation::{
    Compilation, Composed, Gathering, Paragraph, ProvincialFigure, SECTIONS, Section,
};
use crate::domain::ids::AgencyId;
use crate::domain::plan::Plan;
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
    /// The text of a part: a line for each paragraph, with the names of its agencies.
    pub fn section_text(&self, section: Section) -> String {
        self.lines_of(section).map(|(line, _)| line).collect::<Vec<_>>().join("\n")
    }

    fn lines_of(&self, section: Section) -> impl Iterator<Item = (String, String)> {
        let composed = self.choice.composed(section, self.paragraphs).into_iter();
        composed.map(|piece| (self.line(&piece), self.sources(&piece)))
    }

    /// One as it came under the name of its agency; one that was joined or rewritten with all its agencies behind it.
    fn line(&self, piece: &Composed) -> String {
        let text = piece.text.trim();
        if !piece.rewritten {
            return format!("{}: {text}", self.sources(piece));
        }
        let (bare, stop) = text.strip_suffix('.').map_or((text, ""), |bare| (bare, "."));
        format!("{bare} ({}){stop}", self.sources(piece))
    }

    /// "Sở Y tế; Sở Nội vụ": each agency once, in the order of the sources.
    fn sources(&self, piece: &Composed) -> String {
        let mut seen = BTreeSet::new();
        let agencies = piece.sources.iter().map(|source| &source.report.agency);
        let names =
            agencies.filter(|agency| seen.insert(*agency)).map(|agency| self.catalog.short_name(agency));
        names.collect::<Vec<_>>().join("; ")
    }

    /// How many of those who owe a report have one that counts: "31/78".
    pub fn basis(&self) -> String {
        format!("{}/{}", self.gathering.arrived.len(), self.gathering.total())
    }

    /// The whole document, ready to be numbered and signed; `None`: its agency is gone from the register.
    pub fn paper(&self) -> Option<Paper> {
        let agency = self.catalog.agency(&self.key.agency)?;
        let (plan, obligation) = self.catalog.obligation(&self.key.obligation)?;
        let subject = results_of(self.catalog, plan, self.key.period);
        let kind = Kind::Named { title: "Báo cáo".into(), subject };
        Some(Paper {
            addressees: addressees(self.catalog, obligation),
            body: self.body(plan, &closing(self.catalog, obligation, agency)),
            recipients: recipients(self.catalog, plan, obligation, agency),
            annexes: self.annexes(),
            ..letterhead(agency, kind, self.today)
        })
    }

    fn full_name(&self, agency: &AgencyId) -> String {
        agency_in_full(self.catalog, agency)
    }

    fn body(&self, plan: &Plan, closing: &str) -> Vec<Block> {
        let issuer = self.full_name(&self.key.agency);
        let mut body = vec![Block::text(format!(
            "Thực hiện {}, {issuer} báo cáo kết quả {}, tổng hợp từ báo cáo của {} cơ quan, đơn vị (tính đến ngày \
             {}), như sau:",
            plan_in_full(self.catalog, plan),
            Lang::Vi.period(self.key.period),
            self.basis(),
            format_official(self.today)
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
        body.push(Block::text(closing));
        body
    }
}

#[cfg(test)]
mod tests;
