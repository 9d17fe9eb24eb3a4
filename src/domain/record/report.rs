//! A report: its text, what it encloses, and how far it has come from the first word to the receipt.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Quality, Stamp};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::schedule::Period;
use crate::domain::terms::Terms;

/// How far a report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Nháp.
    Draft,
    /// Chờ duyệt: its author is done with it, and somebody else has to approve it.
    AwaitingApproval,
    /// Đã gửi.
    Sent,
    /// Đã nhận: the desk that receives it has taken it.
    Received,
    /// Trả lại: the desk that receives it wants it mended.
    Returned,
}

/// What identifies a report, and the occurrence that it answers: obligation, period and agency.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportKey {
    /// The obligation that it answers.
    pub obligation: ItemId,
    /// The period that it covers.
    pub period: Period,
    /// The agency that owes it.
    pub agency: AgencyId,
}

/// One agency's answer to one obligation for one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Who and when.
    pub stamp: Stamp,
    /// The obligation that it answers.
    pub obligation: ItemId,
    /// The period that it covers.
    pub period: Period,
    /// The agency that reports.
    pub agency: AgencyId,
    /// Kết quả thực hiện.
    pub results: String,
    /// Khó khăn, vướng mắc.
    pub obstacles: String,
    /// Đề xuất, kiến nghị.
    pub proposals: String,
    /// Minh chứng: numbers of documents, places of files.
    #[serde(default)]
    pub evidence: String,
    /// How far it has come.
    pub state: ReportState,
    /// Who asked for approval: the author; `None` as long as nobody has.
    #[serde(default)]
    pub author: Option<String>,
    /// Why it was returned, by the desk or by the one who was to approve it.
    #[serde(default)]
    pub remark: String,
    /// Instant of sending, at +07:00; noon of the day for what went on paper.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// The sending through the program; `None`: not sent, or sent on paper.
    #[serde(default)]
    pub sealed: Option<Sealed>,
    /// Instant at which the desk took it, at +07:00.
    #[serde(default)]
    pub received_at: Option<DateTime<FixedOffset>>,
    /// The official dispatch, which is another thing than sending.
    #[serde(default)]
    pub issued: Option<Issued>,
    /// What was entered at tasks and targets during the period, as it was submitted; a draft holds only what there is
    /// no figure of.
    #[serde(default)]
    pub enclosed: Enclosed,
}

/// The sending of one version, in the ledger of the database; the store fills it in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Place in the ledger, from 1 without a gap.
    pub number: i64,
    /// Version of this report, from 1.
    pub version: u32,
    /// Account that sent it.
    pub by: String,
    /// Who approved it: the account, or the name of the one who signed the paper.
    pub approved_by: String,
    /// Hash of the ledger's line before; empty for the first one.
    pub previous: String,
    /// SHA-256 of this version and of `previous`, in hexadecimal digits; see [`super::seal`].
    pub hash: String,
    /// What was asked for at that time; `None` in lines of an older program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Arc<Terms>>,
}

/// Number and date of the dispatch under which a report went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// Number and sign, such as "125/BC-SYT"; may be empty for what went on paper long ago.
    pub number: String,
    /// Its date.
    pub dated: NaiveDate,
}

/// Entries and figures of the period, frozen with the report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Enclosed {
    /// Word on the agency's tasks.
    pub entries: Vec<ReportedEntry>,
    /// Figures of indicators.
    pub figures: Vec<ReportedFigure>,
    /// Targets of which the author says that there is no figure: an answer, which an empty cell is not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<ItemId>,
    /// The versions that a compiled report was made of, in the order of the clause; empty for any other report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub compiled_of: Vec<Counted>,
    /// Revision of what was chosen of them; 0: everything, as it came.
    #[serde(skip_serializing_if = "is_zero")]
    pub choice: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_zero(number: &i64) -> bool {
    *number == 0
}

/// A version that counts in a compiled report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The report.
    pub report: ReportKey,
    /// Its version, from 1; 0 for what went on paper.
    pub version: u32,
}

/// What a report says of one task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedEntry {
    /// The task.
    pub task: ItemId,
    /// The day that the entry describes.
    pub as_of: NaiveDate,
    /// Kết quả.
    pub result: String,
    /// Khó khăn, vướng mắc.
    pub obstacle: String,
    /// Đề xuất, kiến nghị.
    pub proposal: String,
    /// Reference of the evidence.
    pub evidence: String,
}

/// What a report says of one indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportedFigure {
    /// The target whose indicator was measured.
    pub target: ItemId,
    /// The day of the figure.
    pub as_of: NaiveDate,
    /// The figure in the target's unit; `None` when numerator and denominator are given instead.
    pub value: Option<f64>,
    /// Numerator.
    pub numerator: Option<f64>,
    /// Denominator.
    pub denominator: Option<f64>,
    /// How firm the figure is.
    pub quality: Quality,
}

/// For whom a report waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// For its agency: it is to be written or mended.
    Author,
    /// For somebody else of the agency: it is to be approved.
    Approver,
    /// For the desk: it is to be taken or returned.
    Desk,
    /// For nobody.
    Nobody,
}

impl Sealed {
    /// A sending that the store has yet to seal.
    pub fn asked(approved_by: &str, terms: Option<Terms>) -> Self {
        let (number, version) = (0, 0);
        let (by, previous, hash) = Default::default();
        let (approved_by, terms) = (approved_by.to_owned(), terms.map(Arc::new));
        Self { number, version, by, approved_by, previous, hash, terms }
    }
}

impl Enclosed {
    /// The enclosures with what the author of another one answered; figures and entries follow from what was entered.
    #[must_use]
    pub fn with_answers_of(&self, other: &Self) -> Self {
        let (without, compiled_of) = (other.without.clone(), other.compiled_of.clone());
        Self { without, compiled_of, choice: other.choice, ..self.clone() }
    }
}

impl ReportState {
    /// Whether the agency has done its part: it is sent, and the desk has not given it back.
    pub fn is_sent(self) -> bool {
        matches!(self, Self::Sent | Self::Received)
    }

    /// Whether its text can be typed into.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// For whom the report waits.
    pub fn waits_for(self) -> Waiting {
        match self {
            Self::Draft | Self::Returned => Waiting::Author,
            Self::AwaitingApproval => Waiting::Approver,
            Self::Sent => Waiting::Desk,
            Self::Received => Waiting::Nobody,
        }
    }
}

impl fmt::Display for ReportKey {
    /// Obligation, period and agency, as drafts and decisions name them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}|{}|{}", self.obligation, self.period, self.agency)
    }
}

impl Report {
    /// A report of which nothing is written yet.
    pub fn blank(key: &ReportKey) -> Self {
        Self {
            stamp: Stamp::default(),
            obligation: key.obligation.clone(),
            period: key.period,
            agency: key.agency.clone(),
            results: String::new(),
            obstacles: String::new(),
            proposals: String::new(),
            evidence: String::new(),
            state: ReportState::Draft,
            author: None,
            remark: String::new(),
            sent_at: None,
            sealed: None,
            received_at: None,
            issued: None,
            enclosed: Enclosed::default(),
        }
    }

    /// The occurrence that it answers.
    pub fn key(&self) -> ReportKey {
        ReportKey { obligation: self.obligation.clone(), period: self.period, agency: self.agency.clone() }
    }

    /// Whether it was sent or went on paper, and was not given back.
    pub fn is_sent(&self) -> bool {
        self.state.is_sent()
    }

    /// Whether it went on paper: recorded, and not sent through the program.
    pub fn is_on_paper(&self) -> bool {
        self.is_sent() && self.sealed.is_none()
    }

    /// The texts that its author writes.
    pub fn texts(&self) -> [&str; 4] {
        [&self.results, &self.obstacles, &self.proposals, &self.evidence]
    }

    /// What its author wrote, over another version as it stands: steps and enclosures are those of the other one.
    #[must_use]
    pub fn over(&self, standing: &Self) -> Self {
        let [results, obstacles, proposals, evidence] = self.texts().map(str::to_owned);
        let enclosed = standing.enclosed.with_answers_of(&self.enclosed);
        Self { results, obstacles, proposals, evidence, enclosed, ..standing.clone() }
    }

    /// Whether somebody wrote and answered the same in both.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.texts() == other.texts() && self.enclosed.without == other.enclosed.without
    }

    /// Its version, from 1; 0 for what was not sent through the program.
    pub fn version(&self) -> u32 {
        self.sealed.as_ref().map_or(0, |sealed| sealed.version)
    }

    /// Whether it is the report with this key.
    pub fn answers(&self, key: &ReportKey) -> bool {
        self.obligation == key.obligation && self.period == key.period && self.agency == key.agency
    }
}
