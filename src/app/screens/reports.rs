//! View 4 without an open report: the reports that the agency owes or has sent.

mod rows;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::agenda::ItemStatus;
use crate::domain::decision::{Duty, Extension};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::occurrence::{Due, Reporters, Term, due_of, lateness, membership_day, reporters_on};
pub use crate::domain::record::ReportKey;
use crate::domain::record::{Report, ReportHead, ReportQuery, ReportState};
use crate::domain::schedule::Period;
use crate::domain::settled::Opening;

use super::super::action::Action;
use super::super::layout::Frame;
use super::super::list::{List, Row};
use super::super::model::Model;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 5;

/// A line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// Which report.
    pub key: ReportKey,
    /// How far it has come, if somebody began it.
    pub head: Option<ReportHead>,
    /// Its day, if the plan names one.
    pub due: Option<Due>,
    /// Whether the plan is a draft.
    pub preview: bool,
    /// Whether the shown agency drafts it for another one.
    pub prepared: bool,
    /// Of a period from before the plan was loaded: offered, never overdue.
    pub untracked: bool,
    /// The agency that owes it, or the one named by the plan, where the shown agency took it over.
    pub inherited_from: Option<AgencyId>,
    /// What is open about who sends it; such a report is never overdue.
    pub question: Option<ItemStatus>,
}

/// How far a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    /// Sent; days after the day that holds, `None`: in time.
    Sent(Option<i64>),
    /// Of a draft.
    Preview,
    /// Not owed.
    Waived,
    /// From before the plan was loaded.
    Untracked,
    /// It is open who sends it.
    HeirUnknown,
    /// Nobody has decided what becomes of it.
    AwaitingDecision,
    /// Begun.
    Drafting,
    /// Waits for somebody else to approve it.
    AwaitingApproval,
    /// Given back by the desk.
    Returned,
    /// Taken by the desk; days after the day that holds, `None`: in time.
    Received(Option<i64>),
    /// No day calls for it yet.
    Waiting,
    /// Another day is asked for.
    ExtensionAsked,
    /// Another day was granted.
    Extended,
    /// Nothing recorded.
    NotOpened,
}

impl RowState {
    /// Whether somebody of the agency has to do something about it, and may be late.
    pub fn is_owed(self) -> bool {
        matches!(
            self,
            Self::Drafting
                | Self::AwaitingApproval
                | Self::Returned
                | Self::NotOpened
                | Self::Extended
                | Self::ExtensionAsked
        )
    }
}

/// The state of the list.
#[derive(Clone, Debug)]
pub struct ReportsScreen {
    /// Leave out what is sent.
    pub only_owed: bool,
    /// The rows, the latest day first.
    pub list: List<ReportRow>,
}

impl Default for ReportsScreen {
    fn default() -> Self {
        Self { only_owed: false, list: List::scrolling() }
    }
}

impl Row for ReportRow {
    type Id = ReportKey;

    fn id(&self) -> Option<ReportKey> {
        Some(self.key.clone())
    }
}

impl Model {
    pub(in crate::app) fn refresh_reports(&mut self) {
        let rows = self.agency.clone().map_or_else(Vec::new, |agency| self.report_rows(&agency));
        self.reports.list.set_rows(rows);
    }

    pub(in crate::app) fn fit_reports(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.reports.list.set_height(usize::from(body.h.saturating_sub(2)));
    }

    /// How far the report of a row is.
    pub fn row_state(&self, row: &ReportRow) -> RowState {
        let settled = self.catalog.settled();
        let request = settled.extension(&row.key);
        match &row.head {
            Some(sent) if sent.is_sent() => {
                let day = settled.extended_to(&row.key).or(row.due.map(|due| due.due_last));
                let late = day.zip(sent.sent_at).and_then(|(day, sent)| lateness(day, sent));
                if sent.state == ReportState::Received {
                    RowState::Received(late)
                } else {
                    RowState::Sent(late)
                }
            }
            Some(report) if report.state == ReportState::AwaitingApproval => RowState::AwaitingApproval,
            Some(report) if report.state == ReportState::Returned => RowState::Returned,
            _ if settled.waiver(&row.key).is_some() => RowState::Waived,
            _ if row.preview => RowState::Preview,
            _ if row.question == Some(ItemStatus::AwaitingDecision) => RowState::AwaitingDecision,
            _ if row.question.is_some() => RowState::HeirUnknown,
            _ if request.is_some_and(Extension::is_open) => RowState::ExtensionAsked,
            begun if begun.is_some() || self.has_report_draft(&row.key) => RowState::Drafting,
            _ if row.untracked => RowState::Untracked,
            _ if settled.extended_to(&row.key).is_some() => RowState::Extended,
            _ if row.due.is_none() && self.opening_of(&row.key).is_none() => RowState::Waiting,
            _ => RowState::NotOpened,
        }
    }

    /// The day that holds for a report: the granted one, else the last valid one.
    pub fn holding_day(&self, row: &ReportRow) -> Option<NaiveDate> {
        self.catalog.settled().extended_to(&row.key).or(row.due.map(|due| due.due_last))
    }

    fn opening_of(&self, key: &ReportKey) -> Option<&Opening> {
        self.catalog.settled().opening(&Duty::Obligation(key.obligation.clone()), key.period)
    }

    /// The report with this key, if somebody began it.
    pub fn report_of(&self, key: &ReportKey) -> Option<Report> {
        self.catalog.shelf().report(key)
    }

    /// How far the report with this key has come, if somebody began it.
    pub fn head_of(&self, key: &ReportKey) -> Option<ReportHead> {
        self.catalog.shelf().head(key)
    }

    /// Whether the report with this key is sent.
    pub fn is_sent(&self, key: &ReportKey) -> bool {
        self.head_of(key).is_some_and(|head| head.is_sent())
    }

    /// The state of the report with this key.
    pub fn report_state(&self, key: &ReportKey) -> Option<ReportState> {
        self.head_of(key).map(|head| head.state)
    }

    /// The day of a report.
    pub fn due_of(&self, key: &ReportKey) -> Option<Due> {
        let (_, obligation) = self.catalog.obligation(&key.obligation)?;
        due_of(&self.catalog, obligation, key.period, &self.calendar)
    }

    /// The agencies that owe a report and have not sent it.
    pub fn owing(&self, obligation: &ItemId, period: Period) -> Vec<AgencyId> {
        let key = |agency| ReportKey { obligation: obligation.clone(), period, agency };
        let heads = self.catalog.shelf().heads(&ReportQuery::round(obligation, period));
        self.reporters_of(obligation, period)
            .owing
            .into_iter()
            .filter(|reporter| !reporter.awaiting)
            .map(|reporter| key(reporter.agency))
            .filter(|key| self.catalog.settled().waiver(key).is_none())
            .filter(|key| heads.iter().all(|head| head.agency != key.agency || !head.is_sent()))
            .map(|key| key.agency)
            .collect()
    }

    /// The agencies that have sent a report, and when, the first one first.
    pub fn sent_reports(
        &self,
        obligation: &ItemId,
        period: Period,
    ) -> Vec<(AgencyId, Option<DateTime<FixedOffset>>)> {
        let heads = self.catalog.shelf().heads(&ReportQuery::round(obligation, period)).into_iter();
        let sent = heads.filter(ReportHead::is_sent);
        let mut found: Vec<_> = sent.map(|head| (head.agency, head.sent_at)).collect();
        found.sort_by_key(|(_, at)| *at);
        found
    }

    /// The desks that are members of the reporting group but compile the reports.
    pub fn excluded_reporters(&self, obligation: &ItemId, period: Period) -> Vec<AgencyId> {
        self.reporters_of(obligation, period).excluded
    }

    /// Who reports in a period, and who would but for receiving the reports.
    fn reporters_of(&self, obligation: &ItemId, period: Period) -> Reporters {
        let Some((_, found)) = self.catalog.obligation(obligation) else { return Reporters::default() };
        let due = due_of(&self.catalog, found, period, &self.calendar);
        reporters_on(&self.catalog, found, membership_day(Term { period, due }, self.day()))
    }

    pub(in crate::app) fn act_in_reports(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.reports.list.go(motion);
                self.selection_moved(moved);
            }
            Action::Open | Action::Edit => match self.reports.list.selected_id() {
                Some(key) if self.reports.list.selected().is_some_and(|row| row.question.is_some()) => {
                    self.open_history_of(&key.agency);
                }
                Some(key) => self.open_report(&key.obligation, key.period, &key.agency),
                None if self.agency.is_none() => self.open_agency_chooser(),
                None => {}
            },
            Action::OnlyOpen => {
                self.reports.only_owed = !self.reports.only_owed;
                self.refresh_reports();
            }
            Action::Cascade => self.open_cascade(),
            Action::Back => self.back_to_own_agency(),
            _ => {}
        }
    }
}
