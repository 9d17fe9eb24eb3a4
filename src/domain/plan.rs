//! A plan as a document: its head, its legal chain, and the outline of its clauses.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, PlanId};
use super::indicator::Target;
use super::obligation::ReportingObligation;
use super::task::Task;

/// Whether a document binds anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Numbered, dated, signed: creates obligations.
    Issued,
    /// Number, date or signature is missing: previews only.
    Draft,
    /// A press digest of a plan: its targets may be read, it binds nobody.
    Secondary,
}

/// What kind of text the file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Kế hoạch.
    Plan,
    /// Tin báo chí tóm tắt một kế hoạch.
    Digest,
}

/// Who signed, or whose name is typed where the signature belongs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Full name as printed.
    pub name: String,
    /// Position as printed, such as "Phó Chủ tịch".
    pub position: String,
    /// For whom: "TM. Ủy ban nhân dân, KT. Chủ tịch".
    pub authority: String,
    /// False for a draft: a typed name is no signature.
    pub signed: bool,
}

/// How a plan stands to a document that it cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// Its legal basis.
    BasedOn,
    /// The document that the plan carries out.
    Implements,
    /// The document that the plan replaces.
    Replaces,
    /// The document that the plan amends.
    Amends,
    /// Mentioned.
    RefersTo,
    /// The proposal that led to the plan.
    ProposedBy,
    /// The goals that the plan helps to reach.
    ContributesTo,
}

/// A document that a plan cites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// Number and sign, such as "45-NQ/TW"; `None` where the text gives none.
    pub number: Option<String>,
    /// Day of issue, where the text gives it.
    pub issued_on: Option<NaiveDate>,
    /// Who issued it.
    pub issuer: Option<AgencyId>,
    /// What it is, in our words.
    pub title: String,
    /// How the plan stands to it.
    pub relation: Relation,
    /// The clause that cites it; `None`: the head of the document.
    pub clause: Option<String>,
}

/// One line of "Nơi nhận".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The register's entry; `None` for archive lines.
    pub agency: Option<AgencyId>,
    /// The line as printed.
    pub as_printed: String,
}

/// One entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Path as printed, with `#n` for the n-th bullet or paragraph: `IV.7.a`, `II.1#2`, `PL.3`, `[1]`.
    pub path: String,
    /// Heading in our words.
    pub heading: String,
    /// First and last line in the source file, counted from 1.
    pub lines: (u32, u32),
    /// What a reader has to know: a typo, a conflict, an abolished agency.
    pub note: Option<String>,
}

/// A plan with everything read out of its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Identifier, such as `lang-son-165-2024`.
    pub id: PlanId,
    /// Name of the text file that it was read from.
    pub source: String,
    /// Name for narrow columns, such as "KH 165/KH-UBND".
    pub short: String,
    /// Province, as written: "Lạng Sơn".
    pub province: String,
    /// Who issues it.
    pub issuer: AgencyId,
    /// Number and sign; `None` for a draft or a digest.
    pub number: Option<String>,
    /// Day of issue from the line of place and date; `None` for a draft or a digest.
    pub issued_on: Option<NaiveDate>,
    /// Year of the document where it is known.
    pub year: Option<i32>,
    /// Plan or digest.
    pub kind: DocumentKind,
    /// Whether it binds.
    pub state: DocumentState,
    /// Title in our words.
    pub title: String,
    /// Signer.
    pub signer: Option<Signer>,
    /// What it is founded on, how it is laid out and whom it goes to; empty in a catalogue, which leaves it on the
    /// shelf.
    pub text: PlanText,
    /// Every value aimed at; empty in a catalogue, which leaves them on the shelf.
    pub targets: Vec<Target>,
    /// Every task and duty; empty in a catalogue, which leaves them on the shelf.
    pub tasks: Vec<Task>,
    /// Every report that somebody owes.
    pub obligations: Vec<ReportingObligation>,
}

/// What a plan is founded on, how it is laid out and whom it goes to: read when it is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanText {
    /// Legal basis and every other document cited.
    pub citations: Vec<Citation>,
    /// "Nơi nhận".
    pub recipients: Vec<Recipient>,
    /// The outline, in the order of the text.
    pub clauses: Vec<Clause>,
}

impl Plan {
    /// Whether anybody can know the plan on `day`: issued by then, or a draft of that year or an earlier one.
    pub fn is_known_on(&self, day: NaiveDate) -> bool {
        match self.issued_on {
            Some(issued) => issued <= day,
            None => self.year.is_none_or(|year| year <= day.year()),
        }
    }

    /// The year of the document, when `day` lies too long before it to be its day of issue.
    pub fn is_long_after(&self, day: NaiveDate) -> Option<i32> {
        self.year.filter(|year| day.year() < year - 1)
    }
}

impl PlanText {
    /// Nothing.
    pub const EMPTY: Self = Self { citations: Vec::new(), recipients: Vec::new(), clauses: Vec::new() };

    /// The outline's entry for a clause reference; a number within a bullet (`II.1#2.3`) leads to its bullet.
    pub fn clause(&self, reference: &str) -> Option<&Clause> {
        let find = |path: &str| self.clauses.iter().find(|clause| clause.path == path);
        find(reference).or_else(|| {
            let (bullet, number) = reference.rsplit_once('.')?;
            (bullet.contains('#') && number.bytes().all(|b| b.is_ascii_digit())).then(|| find(bullet))?
        })
    }
}
