//! A report without its text: what lists, counts and agendas need to know of it.

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Report, ReportKey, ReportState, Stamp};
use crate::domain::clock::vn_date_of;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::schedule::Period;

/// How far a report has come.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportHead {
    /// Who and when.
    pub stamp: Stamp,
    /// The obligation that it answers.
    pub obligation: ItemId,
    /// The period that it covers.
    pub period: Period,
    /// The agency that reports.
    pub agency: AgencyId,
    /// How far it has come.
    pub state: ReportState,
    /// Instant of sending, at +07:00; noon of the day for what went on paper.
    pub sent_at: Option<DateTime<FixedOffset>>,
    /// Whether it went through the program at least once.
    pub sealed: bool,
    /// Which of its texts hold a word: results, obstacles, proposals, evidence.
    pub written: [bool; 4],
}

/// How far the report of an agency for a period stands: all that is asked of many reports at once.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportStanding {
    /// The period that it covers.
    pub period: Period,
    /// The agency that reports.
    pub agency: AgencyId,
    /// How far it has come.
    pub state: ReportState,
    /// The day in Việt Nam on which it was sent, or went on paper.
    pub sent_on: Option<NaiveDate>,
    /// The day in Việt Nam on which it was last saved.
    pub saved_on: Option<NaiveDate>,
    /// Whether it went through the program at least once.
    pub sealed: bool,
}

impl ReportStanding {
    /// Whether it was sent or went on paper, and was not given back.
    pub fn is_sent(&self) -> bool {
        self.state.is_sent()
    }

    /// Whether it went on paper: recorded, and not sent through the program.
    pub fn is_on_paper(&self) -> bool {
        self.is_sent() && !self.sealed
    }

    /// The day that tells whether it came in time: of sending, or else of saving.
    pub fn came_on(&self) -> Option<NaiveDate> {
        self.sent_on.or(self.saved_on)
    }
}

impl From<&ReportHead> for ReportStanding {
    fn from(head: &ReportHead) -> Self {
        Self {
            period: head.period,
            agency: head.agency.clone(),
            state: head.state,
            sent_on: head.sent_at.as_ref().map(vn_date_of),
            saved_on: head.stamp.saved_on(),
            sealed: head.sealed,
        }
    }
}

/// Which reports are asked for; what is `None` may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportQuery {
    /// The obligation that they answer.
    pub obligation: Option<ItemId>,
    /// The period that they cover.
    pub period: Option<Period>,
    /// The year of their period.
    pub year: Option<i32>,
    /// The agency that reports.
    pub agency: Option<AgencyId>,
}

impl ReportHead {
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
        self.is_sent() && !self.sealed
    }
}

impl From<&Report> for ReportHead {
    fn from(report: &Report) -> Self {
        Self {
            stamp: report.stamp.clone(),
            obligation: report.obligation.clone(),
            period: report.period,
            agency: report.agency.clone(),
            state: report.state,
            sent_at: report.sent_at,
            sealed: report.sealed.is_some(),
            written: report.texts().map(|text| !text.trim().is_empty()),
        }
    }
}

impl ReportQuery {
    /// All reports under an obligation for a period.
    pub fn round(obligation: &ItemId, period: Period) -> Self {
        Self { obligation: Some(obligation.clone()), period: Some(period), ..Self::default() }
    }

    /// All reports under an obligation.
    pub fn under(obligation: &ItemId) -> Self {
        Self { obligation: Some(obligation.clone()), ..Self::default() }
    }

    /// All reports of an agency.
    pub fn by(agency: &AgencyId) -> Self {
        Self { agency: Some(agency.clone()), ..Self::default() }
    }

    /// All reports of an agency for the periods of a year.
    pub fn by_in(agency: &AgencyId, year: i32) -> Self {
        Self { year: Some(year), ..Self::by(agency) }
    }

    /// One report.
    pub fn of(key: &ReportKey) -> Self {
        Self { agency: Some(key.agency.clone()), ..Self::round(&key.obligation, key.period) }
    }

    /// Whether a report is among those that are asked for.
    pub fn finds(&self, report: &Report) -> bool {
        self.obligation.as_ref().is_none_or(|obligation| *obligation == report.obligation)
            && self.period.is_none_or(|period| period == report.period)
            && self.year.is_none_or(|year| year == report.period.year())
            && self.agency.as_ref().is_none_or(|agency| *agency == report.agency)
    }
}
