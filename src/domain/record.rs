//! What users enter: progress entries, observations and reports.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::clock::vn_date_of;
use super::ids::{AgencyId, ItemId};

mod head;
mod report;
mod seal;
mod step;

pub use head::{ReportHead, ReportQuery, ReportStanding};
pub use report::{
    Counted, Enclosed, Issued, Report, ReportKey, ReportState, ReportedEntry, ReportedFigure, Sealed, Waiting,
};
pub use seal::{content_hash, seal};
pub use step::{StepFault, can_be_taken_back, check_step, is_same_person};

/// How far a task is, as its agency says. Overdue is never said: it follows from the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkState {
    /// Chưa thực hiện.
    NotStarted,
    /// Đang thực hiện.
    InProgress,
    /// Đã hoàn thành.
    Done,
    /// Tạm hoãn.
    Suspended,
}

/// How firm a figure is (SDMX observation status E, P, A).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// Ước.
    Estimate,
    /// Sơ bộ.
    Provisional,
    /// Chính thức.
    Final,
}

/// Who wrote a record and when; the store fills it in. By default that of a record that was never saved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Row id in the store; 0 for a record that was not saved yet.
    pub id: i64,
    /// Counts the saves of this record, from 1; 0 for a record that was not saved yet.
    pub revision: i64,
    /// User who saved it last.
    pub by: String,
    /// Instant of the last save, at +07:00; `None` for a record that was not saved yet.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Stamp {
    /// The day in Việt Nam of the last save.
    pub fn saved_on(&self) -> Option<NaiveDate> {
        self.at.as_ref().map(vn_date_of)
    }
}

/// One agency's word on one task, as of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgressEntry {
    /// Who and when.
    pub stamp: Stamp,
    /// The task.
    pub task: ItemId,
    /// The agency that speaks.
    pub agency: AgencyId,
    /// The day that the entry describes.
    pub as_of: NaiveDate,
    /// How far the task is.
    pub state: WorkState,
    /// Share done, 0 to 100.
    pub percent: Option<u8>,
    /// Kết quả.
    pub result: String,
    /// Khó khăn, vướng mắc.
    pub obstacle: String,
    /// Đề xuất, kiến nghị.
    pub proposal: String,
    /// Reference of the evidence: number of a document, place of a file.
    pub evidence: String,
}

/// One figure of one indicator, as of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Who and when.
    pub stamp: Stamp,
    /// The target whose indicator was measured.
    pub target: ItemId,
    /// The agency that gives the figure.
    pub agency: AgencyId,
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
    /// Where the figure comes from.
    pub source: String,
}

impl From<&ProgressEntry> for ReportedEntry {
    fn from(entry: &ProgressEntry) -> Self {
        Self {
            task: entry.task.clone(),
            as_of: entry.as_of,
            result: entry.result.clone(),
            obstacle: entry.obstacle.clone(),
            proposal: entry.proposal.clone(),
            evidence: entry.evidence.clone(),
        }
    }
}

impl From<&Observation> for ReportedFigure {
    fn from(figure: &Observation) -> Self {
        Self {
            target: figure.target.clone(),
            as_of: figure.as_of,
            value: figure.value,
            numerator: figure.numerator,
            denominator: figure.denominator,
            quality: figure.quality,
        }
    }
}

impl ReportedFigure {
    /// The figure in per cent or in the unit; see [`Observation::figure`].
    pub fn figure(&self, scale: f64) -> Option<f64> {
        ratio(self.numerator, self.denominator, scale).or(self.value)
    }
}

impl Observation {
    /// The figure in per cent or in the unit: the ratio when numerator and denominator are known.
    ///
    /// `scale` is 100 for "%", 10 000 for "per 10 000". `None` when the denominator is zero or nothing was given.
    pub fn figure(&self, scale: f64) -> Option<f64> {
        ratio(self.numerator, self.denominator, scale).or(self.value)
    }
}

fn ratio(numerator: Option<f64>, denominator: Option<f64>, scale: f64) -> Option<f64> {
    let denominator = denominator.filter(|denominator| *denominator > 0.0)?;
    Some(numerator? / denominator * scale)
}
