//! A report that is compiled out of those that came in: which paragraphs there are, which are taken, what they make.
//!
//! What nobody touched is taken as it came, so that a first draft is there at once; only what a user left out, joined
//! or rewrote is stored. Every piece keeps its sources. Knows no words of its own and no layout.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, ItemId};
use super::record::{ReportKey, Stamp};

mod alike;
mod gather;
mod provincial;

pub use alike::Gist;
pub use gather::{Arrived, Gathering, gather, gather_made_of};
pub(super) use provincial::Sum;
pub use provincial::{Contribution, ProvincialFigure, provincial_figures};

/// The parts of a report that hold paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// Kết quả thực hiện.
    Results,
    /// Khó khăn, vướng mắc.
    Obstacles,
    /// Đề xuất, kiến nghị.
    Proposals,
}

/// The parts in their order.
pub const SECTIONS: [Section; 3] = [Section::Results, Section::Obstacles, Section::Proposals];

/// One paragraph of one version that an agency sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Source {
    /// The report that it stands in.
    pub report: ReportKey,
    /// Version of the report, from 1; 0 for what went on paper.
    pub version: u32,
    /// Its part.
    pub section: Section,
    /// Its place among the paragraphs of the part, from 0.
    pub place: usize,
}

impl fmt::Display for Source {
    /// Report, version, part and place: a text that no other paragraph has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}|{:?}|{}", self.report, self.version, self.section, self.place)
    }
}

/// A paragraph that a user wrote out of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its part.
    pub section: Section,
    /// Its text.
    pub text: String,
    /// What it was made of, the first one where it stands.
    pub sources: Vec<Source>,
}

/// What a user settled about a compiled report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compilation {
    /// Who and when.
    pub stamp: Stamp,
    /// The report that is compiled.
    pub key: ReportKey,
    /// What was rewritten or joined.
    pub pieces: Vec<Piece>,
    /// What is left out.
    pub left_out: Vec<Source>,
}

/// A paragraph that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it comes from.
    pub source: Source,
    /// Its text.
    pub text: String,
    /// The task that it speaks of, where it is an entry on one.
    pub task: Option<ItemId>,
}

/// A paragraph as the compiler sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The paragraph as it came.
    pub paragraph: Paragraph,
    /// What became of it.
    pub fate: Fate,
    /// The others of its part that say nearly the same.
    pub alike: Vec<AgencyId>,
}

/// What became of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands as it came.
    Taken,
    /// It was rewritten: the place of its piece.
    Rewritten(usize),
    /// It was joined to another one: the place of the piece.
    Joined(usize),
    /// It is left out.
    LeftOut,
}

/// A paragraph of the compiled report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composed {
    /// Its text.
    pub text: String,
    /// Whether somebody wrote it; else it stands as it came, under the name of its agency.
    pub rewritten: bool,
    /// Where it comes from; never empty.
    pub sources: Vec<Source>,
}

impl Paragraph {
    /// Who wrote it.
    pub fn agency(&self) -> &AgencyId {
        &self.source.report.agency
    }
}

impl Compilation {
    /// Nothing is settled yet.
    pub fn new(key: ReportKey) -> Self {
        Self { stamp: Stamp::default(), key, pieces: Vec::new(), left_out: Vec::new() }
    }

    /// What became of a paragraph.
    pub fn fate(&self, source: &Source) -> Fate {
        let piece = self.pieces.iter().position(|piece| piece.sources.contains(source));
        match piece {
            Some(at) if self.pieces[at].sources.first() == Some(source) => Fate::Rewritten(at),
            Some(at) => Fate::Joined(at),
            None if self.left_out.contains(source) => Fate::LeftOut,
            None => Fate::Taken,
        }
    }

    /// Takes a paragraph, or leaves it out; one that was rewritten or joined goes back to how it came.
    pub fn toggle(&mut self, source: &Source) {
        match self.fate(source) {
            Fate::Taken => self.left_out.push(source.clone()),
            Fate::LeftOut => self.left_out.retain(|other| other != source),
            Fate::Rewritten(at) => {
                self.pieces.remove(at);
            }
            Fate::Joined(at) => self.pieces[at].sources.retain(|other| other != source),
        }
    }

    /// Takes or leaves out all these at once.
    pub fn take_all(&mut self, sources: &[Source], take: bool) {
        for source in sources {
            let taken = !matches!(self.fate(source), Fate::LeftOut);
            if taken != take && matches!(self.fate(source), Fate::Taken | Fate::LeftOut) {
                self.toggle(source);
            }
        }
    }

    /// Gives a paragraph another text.
    pub fn rewrite(&mut self, source: &Source, text: String) {
        match self.fate(source) {
            Fate::Rewritten(at) | Fate::Joined(at) => self.pieces[at].text = text,
            Fate::Taken | Fate::LeftOut => {
                self.left_out.retain(|other| other != source);
                let section = source.section;
                self.pieces.push(Piece { section, text, sources: vec![source.clone()] });
            }
        }
    }

    /// Joins a paragraph to another one of its part, whose text then holds both.
    pub fn join(&mut self, to: &Paragraph, joined: &Paragraph) {
        if to.source == joined.source || to.source.section != joined.source.section {
            return;
        }
        if !matches!(self.fate(&to.source), Fate::Rewritten(_) | Fate::Joined(_)) {
            self.rewrite(&to.source, to.text.clone());
        }
        let text = match self.fate(&joined.source) {
            // What was written of it goes along.
            Fate::Rewritten(at) => self.pieces.remove(at).text,
            Fate::Joined(at) => {
                self.pieces[at].sources.retain(|other| *other != joined.source);
                joined.text.clone()
            }
            Fate::Taken | Fate::LeftOut => joined.text.clone(),
        };
        self.left_out.retain(|other| *other != joined.source);
        if let Fate::Rewritten(at) | Fate::Joined(at) = self.fate(&to.source) {
            let piece = &mut self.pieces[at];
            if !says(&piece.text, &text) {
                piece.text = format!("{} {}", piece.text.trim_end(), text.trim());
            }
            piece.sources.push(joined.source.clone());
        }
    }

    /// The paragraphs of a part with what became of them.
    pub fn offered(&self, section: Section, paragraphs: &[Paragraph]) -> Vec<Offered> {
        let own: Vec<&Paragraph> = paragraphs.iter().filter(|p| p.source.section == section).collect();
        let gists: Vec<_> = own.iter().map(|paragraph| (*paragraph, Gist::of(&paragraph.text))).collect();
        let offered = |paragraph: &&Paragraph| {
            let others = gists.iter().filter(|(other, _)| other.agency() != paragraph.agency());
            let gist = Gist::of(&paragraph.text);
            let alike = others.filter(|(_, other)| gist.is_like(other));
            let mut alike: Vec<AgencyId> = alike.map(|(other, _)| other.agency().clone()).collect();
            alike.dedup();
            Offered { fate: self.fate(&paragraph.source), paragraph: (*paragraph).clone(), alike }
        };
        own.iter().map(offered).collect()
    }

    /// The paragraphs of the compiled report, in the order in which they came.
    pub fn composed(&self, section: Section, paragraphs: &[Paragraph]) -> Vec<Composed> {
        let own = paragraphs.iter().filter(|paragraph| paragraph.source.section == section);
        let composed = own.filter_map(|paragraph| match self.fate(&paragraph.source) {
            Fate::Taken => Some(Composed {
                text: paragraph.text.clone(),
                rewritten: false,
                sources: vec![paragraph.source.clone()],
            }),
            Fate::Rewritten(at) => {
                let piece = &self.pieces[at];
                Some(Composed { text: piece.text.clone(), rewritten: true, sources: piece.sources.clone() })
            }
            Fate::Joined(_) | Fate::LeftOut => None,
        });
        composed.filter(|composed| !composed.text.trim().is_empty()).collect()
    }

    /// Takes out the pieces of which a source is not there any more, because its report was given back or sent anew:
    /// their other sources stand for themselves again. The pieces are to be kept, for the report may come back.
    #[must_use]
    pub fn take_stale(&mut self, paragraphs: &[Paragraph]) -> Vec<Piece> {
        let known = |source: &Source| paragraphs.iter().any(|paragraph| paragraph.source == *source);
        let whole = |piece: &Piece| piece.sources.iter().all(known);
        let (whole, stale) = std::mem::take(&mut self.pieces).into_iter().partition(whole);
        self.pieces = whole;
        stale
    }
}

/// Whether a text holds another one already.
fn says(text: &str, other: &str) -> bool {
    text.contains(other.trim())
}

#[cfg(test)]
mod tests;
