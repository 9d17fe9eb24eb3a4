//! A compiled report as text and on paper: its parts, the table of figures, who is missing, the proposals.
//!
//! What nobody rewrote stands under the name of its agency, what was joined or rewritten has all of its agencies behind
//! it. Written in Vietnamese whatever the language of the screen.

use std::collections::BTreeSet;

use super::cited::agency_in_full;
use crate::domain::catalog::Catalog;
use crate::domain::compilation::{Compilation, Composed, Gathering, Paragraph, ProvincialFigure, Section};
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
}

impl Compiled<'_> {
    /// The text of a part: a line for each paragraph, with the names of its agencies.
    pub fn section_text(&self, section: Section) -> String {
        let composed = self.choice.composed(section, self.paragraphs);
        composed.iter().map(|piece| self.line(piece)).collect::<Vec<_>>().join("\n")
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

    fn full_name(&self, agency: &AgencyId) -> String {
        agency_in_full(self.catalog, agency)
    }
}

#[cfg(test)]
mod tests;
