//! What users enter: progress entries, observations and reports.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, ItemId};
use super::schedule::Period;

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

/// State of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Nháp.
    Draft,
    /// Đã gửi.
    Sent,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Draft or sent.
    pub state: ReportState,
    /// Instant of sending, at +07:00.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// What was entered at tasks and targets during the period, as it was sent; empty for a draft.
    #[serde(default)]
    pub annex: String,
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
            state: ReportState::Draft,
            sent_at: None,
            annex: String::new(),
        }
    }

    /// The occurrence that it answers.
    pub fn key(&self) -> ReportKey {
        ReportKey { obligation: self.obligation.clone(), period: self.period, agency: self.agency.clone() }
    }
}

impl Observation {
    /// The figure in per cent or in the unit: the ratio when numerator and denominator are known.
    ///
    /// `scale` is 100 for "%", 10 000 for "per 10 000". `None` when the denominator is zero or nothing was given.
    pub fn figure(&self, scale: f64) -> Option<f64> {
        match (self.numerator, self.denominator) {
            (Some(numerator), Some(denominator)) if denominator > 0.0 => {
                Some(numerator / denominator * scale)
            }
            _ => self.value,
        }
    }
}
