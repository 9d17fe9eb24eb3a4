//! Who has to report in one round, how far each is, who was reminded: the board of the desk that receives.
//!
//! The denominator is whoever owes the report on the day that decides about membership, waived ones taken out. The
//! desk itself is left out and named; groups that nobody can list are named and never counted.

mod past;

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::calendar::Calendar;
use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId};
use super::obligation::{ContentItem, ReportingObligation};
use super::occurrence::{Due, Reporter, Term, Tracking, due_of, lateness, membership_day, reporters_on};
use super::plan::DocumentState;
use super::record::{ReportHead, ReportKey, ReportState};
use super::reminder::Reminder;
use super::schedule::Period;

pub use self::past::Punctuality;

/// One round: an obligation in one period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RoundKey {
    /// The obligation.
    pub obligation: ItemId,
    /// The period.
    pub period: Period,
}

/// How far a report of the round is. Every row is in one of these states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoardState {
    /// Chưa mở: nothing is recorded.
    NotOpened,
    /// Gia hạn: nothing is recorded, and a later day was granted.
    Extended,
    /// Đang soạn.
    Drafting,
    /// Chờ duyệt.
    AwaitingApproval,
    /// Trả lại.
    Returned,
    /// Đã gửi.
    Sent,
    /// Đã nhận.
    Received,
    /// Miễn: it is not owed, and not counted.
    Waived,
}

/// One agency on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// The agency.
    pub agency: AgencyId,
    /// The agency or group that the clause names, where this one took over from it.
    pub inherited_from: Option<AgencyId>,
    /// How far it is.
    pub state: BoardState,
    /// Of the parts that the clause asks for, how many have text, and how many there are.
    pub written: (usize, usize),
    /// When the report was last saved, and by whom.
    pub touched: Option<(DateTime<FixedOffset>, String)>,
    /// The last valid day that was granted instead.
    pub extended_to: Option<NaiveDate>,
    /// The day that is asked for in a request that nobody has answered.
    pub asked_for: Option<NaiveDate>,
    /// Days after the day that holds: of the sending, else of today while it is owed. `None`: in time.
    pub late_days: Option<i64>,
    /// How often it was reminded for this round.
    pub reminders: usize,
    /// The last day on which it was.
    pub reminded_on: Option<NaiveDate>,
    /// How it kept earlier years.
    pub past: Punctuality,
}

/// The board of one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Which round.
    pub key: RoundKey,
    /// When it is due; `None`: no day.
    pub due: Option<Due>,
    /// The plan is a draft: nothing is owed yet, and nobody is reminded.
    pub preview: bool,
    /// Those that report, in the order of the clause and then of the groups.
    pub rows: Vec<BoardRow>,
    /// Members of a group that receive, check or draft this very report: not counted.
    pub excluded: Vec<AgencyId>,
    /// Groups that are open-ended, or whose members nobody has listed: not counted.
    pub uncounted: Vec<AgencyId>,
    /// What has ended, and nobody has settled who reports instead: not counted.
    pub awaiting: Vec<AgencyId>,
}

impl BoardState {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 8] = [
        Self::Received,
        Self::Sent,
        Self::Returned,
        Self::AwaitingApproval,
        Self::Drafting,
        Self::Extended,
        Self::NotOpened,
        Self::Waived,
    ];

    /// Whether the agency still has to do something.
    pub fn is_owed(self) -> bool {
        !matches!(self, Self::Sent | Self::Received | Self::Waived)
    }
}

impl BoardRow {
    /// Whether it is asked for when all are: it owes the report, and no later day that was granted is still to come.
    pub fn is_to_be_reminded(&self, today: NaiveDate) -> bool {
        self.state.is_owed() && self.extended_to.is_none_or(|day| day < today)
    }
}

impl Board {
    /// How many rows are in a state.
    pub fn count(&self, state: BoardState) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }

    /// How many reports are owed: the denominator. The counts of all states but `Waived` add up to it.
    pub fn total(&self) -> usize {
        self.rows.len() - self.count(BoardState::Waived)
    }

    /// How many have not sent, the returned ones among them.
    pub fn owing(&self) -> usize {
        self.rows.iter().filter(|row| row.state.is_owed()).count()
    }

    /// The last valid day of one row: the one that was granted, else that of the round.
    pub fn holding_day(&self, row: &BoardRow) -> Option<NaiveDate> {
        row.extended_to.or(self.due.map(|due| due.due_last))
    }

    /// The row of an agency.
    pub fn row(&self, agency: &AgencyId) -> Option<&BoardRow> {
        self.rows.iter().find(|row| row.agency == *agency)
    }
}

/// The board of a round as of `today`; `None`: there is no such obligation.
///
/// `tracking`: from when on its plan is followed; of earlier years only what was recorded counts as kept or not.
pub fn board(
    catalog: &Catalog,
    reminders: &[Reminder],
    calendar: &Calendar,
    key: &RoundKey,
    tracking: Tracking,
    today: NaiveDate,
) -> Option<Board> {
    let (plan, obligation) = catalog.obligation(&key.obligation)?;
    let due = due_of(catalog, obligation, key.period, calendar);
    let term = Term { period: key.period, due };
    let found = reporters_on(catalog, obligation, membership_day(term, today));
    let named = |wanted: fn(&Reporter) -> bool| {
        let of = found.owing.iter().filter(|reporter| wanted(reporter));
        of.map(|reporter| reporter.agency.clone()).collect()
    };
    let reports = catalog.shelf().heads_under(&key.obligation);
    let mut desk = Desk {
        catalog,
        reminders,
        reports,
        calendar,
        obligation,
        key,
        due,
        tracking,
        today,
        earlier: Vec::new(),
    };
    desk.earlier = desk.earlier_rounds();
    Some(Board {
        key: key.clone(),
        due,
        preview: plan.state == DocumentState::Draft,
        rows: found.owing.iter().filter(|reporter| reporter.is_counted()).map(|r| desk.row(r)).collect(),
        uncounted: named(|reporter| reporter.uncounted),
        awaiting: named(|reporter| reporter.awaiting),
        excluded: found.excluded,
    })
}

/// What the rows are made from.
struct Desk<'a> {
    catalog: &'a Catalog,
    reminders: &'a [Reminder],
    /// How far the reports under the obligation have come.
    reports: HashMap<(Period, AgencyId), ReportHead>,
    calendar: &'a Calendar,
    obligation: &'a ReportingObligation,
    key: &'a RoundKey,
    due: Option<Due>,
    tracking: Tracking,
    today: NaiveDate,
    /// The rounds before this one.
    earlier: Vec<past::Round>,
}

impl Desk<'_> {
    fn row(&self, reporter: &Reporter) -> BoardRow {
        let key = self.report_key(&reporter.agency, self.key.period);
        let report = self.report(&key);
        let settled = self.catalog.settled();
        let extended_to = settled.extended_to(&key);
        let request = settled.extension(&key).filter(|request| request.is_open());
        let state = state_of(report, settled.waiver(&key).is_some(), extended_to.is_some());
        let reminders = self.reminders(&reporter.agency);
        BoardRow {
            agency: reporter.agency.clone(),
            inherited_from: reporter.inherited_from.clone(),
            state,
            written: written(self.obligation, report),
            touched: report.and_then(|report| Some((report.stamp.at?, report.stamp.by.clone()))),
            extended_to,
            asked_for: request.map(|request| request.asked_for).filter(|_| state.is_owed()),
            late_days: self.late_days(state, report, extended_to),
            reminders: reminders.len(),
            reminded_on: reminders.iter().map(|reminder| reminder.on).max(),
            past: self.punctuality(&reporter.agency),
        }
    }

    fn report_key(&self, agency: &AgencyId, period: Period) -> ReportKey {
        ReportKey { obligation: self.key.obligation.clone(), period, agency: agency.clone() }
    }

    fn report(&self, key: &ReportKey) -> Option<&ReportHead> {
        self.reports.get(&(key.period, key.agency.clone()))
    }

    fn reminders(&self, agency: &AgencyId) -> Vec<&Reminder> {
        let of = |reminder: &&Reminder| reminder.is_of(self.key) && reminder.agencies.contains(agency);
        self.reminders.iter().filter(of).collect()
    }

    fn late_days(
        &self,
        state: BoardState,
        report: Option<&ReportHead>,
        extended_to: Option<NaiveDate>,
    ) -> Option<i64> {
        let holds = extended_to.or(self.due.map(|due| due.due_last))?;
        match (state, report.and_then(|report| report.sent_at)) {
            (BoardState::Waived, _) => None,
            (state, _) if state.is_owed() => {
                Some(self.today.signed_duration_since(holds).num_days()).filter(|days| *days > 0)
            }
            (_, sent_at) => lateness(holds, sent_at?),
        }
    }
}

fn state_of(report: Option<&ReportHead>, waived: bool, extended: bool) -> BoardState {
    match report.map(|report| report.state) {
        Some(ReportState::Received) => BoardState::Received,
        Some(ReportState::Sent) => BoardState::Sent,
        _ if waived => BoardState::Waived,
        Some(ReportState::Returned) => BoardState::Returned,
        Some(ReportState::AwaitingApproval) => BoardState::AwaitingApproval,
        Some(ReportState::Draft) => BoardState::Drafting,
        None if extended => BoardState::Extended,
        None => BoardState::NotOpened,
    }
}

/// How many of the texts that the obligation asks for hold a word, and how many it asks for.
fn written(obligation: &ReportingObligation, report: Option<&ReportHead>) -> (usize, usize) {
    let written = report.map_or([false; 4], |report| report.written);
    let place = |item: &ContentItem| match item {
        ContentItem::Results => Some(0),
        ContentItem::Obstacles => Some(1),
        ContentItem::Proposals => Some(2),
        ContentItem::EmergingIssues | ContentItem::Figures => None,
    };
    let asked: Vec<bool> = obligation.content.iter().filter_map(place).map(|at| written[at]).collect();
    (asked.iter().filter(|written| **written).count(), asked.len())
}

#[cfg(test)]
mod tests;
