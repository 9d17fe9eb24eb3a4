//! What is to be done: reports to send, to draft, to chase, and tasks, for one agency or for all.
//!
//! Derived from plans, records and the calendar on every call; nothing of it is stored. Words no titles
//! of its own: a chase is told by its kind.

mod claims;
mod ledger;
mod lines;
mod outline;
mod reports;
mod rounds;
mod tasks;
mod window;

use crate::domain::occurrence::Tracking;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use self::claims::{Claim, Owed};
pub(crate) use self::ledger::Ledger;
pub use self::lines::{Left, LineDay, Lines, Word, done_for_all, lines, word};
pub(crate) use self::outline::{Listed, count_late, list_within};
pub use self::outline::{Outline, OutlineLine, TaskLine, items_at, outline};
pub use self::window::{Horizon, Window};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::decision::Duty;
use super::ids::{AgencyId, ItemId, PlanId};
use super::occurrence::Due;
use super::record::ReportKey;
use super::schedule::{Condition, Period};
use super::settled::Opening;
use super::task::Role;

/// Due within so many days counts as soon.
pub const SOON_DAYS: i64 = 14;

/// Which part of the agenda is asked for.
#[derive(Clone, Debug)]
pub struct AgendaFilter<'a> {
    /// One agency's agenda; `None`: all, one line for each obligation and period.
    pub agency: Option<AgencyId>,
    /// One plan only.
    pub plan: Option<PlanId>,
    /// Length of the window in which coming items are shown.
    pub horizon: Horizon,
    /// How many windows forward of the one in which `today` lies; negative: back.
    pub shift: i32,
    /// The day in Việt Nam.
    pub today: NaiveDate,
    /// First year whose periods are tracked, by plan; a plan that is missing is tracked from this year.
    pub tracked_from: &'a BTreeMap<PlanId, Tracking>,
}

/// What an item asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AgendaKind {
    /// To send a report. `reporter` is `None` when all agencies are shown and none of them can be counted.
    Submit {
        /// The obligation.
        obligation: ItemId,
        /// The period.
        period: Period,
        /// Who reports.
        reporter: Option<AgencyId>,
    },
    /// To draft a report that another agency signs; one item for each signer.
    Prepare {
        /// The obligation.
        obligation: ItemId,
        /// The period.
        period: Period,
        /// Who signs.
        reporter: AgencyId,
    },
    /// To chase those who have not sent; also the one line of an obligation when all agencies are shown.
    Chase {
        /// The obligation.
        obligation: ItemId,
        /// The period.
        period: Period,
        /// How many have not sent.
        owing: usize,
        /// How many have to; open-ended groups are not counted.
        total: usize,
    },
    /// To answer a request for another day.
    AnswerExtension {
        /// The report whose day is to be moved.
        key: ReportKey,
        /// The day that is asked for.
        asked_for: NaiveDate,
    },
    /// To do a task.
    Task {
        /// The task.
        task: ItemId,
    },
}

/// The sections of the agenda in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgendaGroup {
    /// The last valid day is gone; shown whatever the horizon.
    Overdue,
    /// Due within [`SOON_DAYS`].
    Soon,
    /// Due later, or no longer open.
    Later,
    /// Open who has to do it: never overdue, shown whatever the horizon.
    Question,
    /// No day.
    NoDate,
    /// Of a draft: nothing is owed yet.
    Preview,
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemStatus {
    /// Nothing recorded.
    NotOpened,
    /// A report is begun.
    Drafting,
    /// A report waits for somebody else to approve it.
    AwaitingApproval,
    /// A report was given back by the desk.
    Returned,
    /// A report is sent.
    Sent {
        /// Days after the last valid day; `None`: in time, or no day.
        late_days: Option<i64>,
    },
    /// A task is under way, or some of the reports are in.
    InProgress,
    /// A task is done, or all reports are in.
    Done,
    /// A task is put off.
    Suspended,
    /// Not sent; another day was granted.
    Extended,
    /// A request for another day that waits for its answer.
    ExtensionAsked,
    /// Waits for what opens it.
    Waiting(Condition),
    /// Goes on all the time.
    Continuous,
    /// The plan names no day.
    NoDay,
    /// Of a draft.
    Preview,
    /// Whose it was has ended, and nobody has settled which successor has it.
    HeirUnknown,
    /// The group that the plan names was abolished, and nobody has decided what becomes of its duties.
    AwaitingDecision,
}

/// Reports of a round that wait for somebody else than their authors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Submitted, and not approved.
    pub approval: usize,
    /// Sent through the program, and not taken by the desk.
    pub receipt: usize,
}

/// One line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// What it asks for.
    pub kind: AgendaKind,
    /// The plan.
    pub plan: PlanId,
    /// The clause.
    pub clause: String,
    /// Title of the obligation or the task.
    pub title: String,
    /// Role of the chosen agency; `None` when all are shown.
    pub role: Option<Role>,
    /// When it is due.
    pub due: Option<Due>,
    /// The day that was granted instead of the last valid day.
    pub extended_to: Option<NaiveDate>,
    /// Hạn nội bộ: the user's own day, never the plan's; being late by it is not being late.
    pub internal_day: Option<NaiveDate>,
    /// The document that opened it.
    pub opened_by: Option<Opening>,
    /// Its section.
    pub group: AgendaGroup,
    /// How far it is.
    pub status: ItemStatus,
    /// Of the reports of a round, those that wait for somebody else than their authors.
    pub pending: Pending,
    /// Days since the last record on it, else since the plan was issued; `None` where neither is known.
    pub silent_days: Option<i64>,
    /// The agency or group that had it before, where the chosen agency took it over or may have.
    pub inherited_from: Option<AgencyId>,
}

impl ItemStatus {
    /// Whether it is open who has to do it.
    pub fn is_question(self) -> bool {
        matches!(self, Self::HeirUnknown | Self::AwaitingDecision)
    }
}

/// The agenda: overdue oldest first, then soon and later by day, undated by silence, previews last.
pub fn agenda(catalog: &Catalog, calendar: &Calendar, filter: &AgendaFilter<'_>) -> Vec<AgendaItem> {
    let mut items = Ledger::new(catalog, calendar, filter).items(filter.agency.as_ref());
    // The sort is stable: what falls on one day keeps the order of the plans.
    items.sort_by_key(|item| match item.day() {
        Some(day) => (item.group, day, None),
        None => (item.group, NaiveDate::MAX, Some(Reverse(item.silent_days))),
    });
    items
}

impl AgendaKind {
    /// The task or the report obligation that it is about.
    pub fn duty(&self) -> Duty {
        match self {
            Self::Submit { obligation, .. }
            | Self::Prepare { obligation, .. }
            | Self::Chase { obligation, .. } => Duty::Obligation(obligation.clone()),
            Self::AnswerExtension { key, .. } => Duty::Obligation(key.obligation.clone()),
            Self::Task { task } => Duty::Task(task.clone()),
        }
    }

    /// The period of the report or reports that it is about; `None` for a task.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Submit { period, .. } | Self::Prepare { period, .. } | Self::Chase { period, .. } => {
                Some(*period)
            }
            Self::AnswerExtension { key, .. } => Some(key.period),
            Self::Task { .. } => None,
        }
    }

    /// The one report that it is about; `None` for a task and for what concerns many reports.
    pub fn report(&self) -> Option<ReportKey> {
        match self {
            Self::Submit { obligation, period, reporter: Some(agency) }
            | Self::Prepare { obligation, period, reporter: agency } => {
                Some(ReportKey { obligation: obligation.clone(), period: *period, agency: agency.clone() })
            }
            Self::AnswerExtension { key, .. } => Some(key.clone()),
            Self::Submit { reporter: None, .. } | Self::Chase { .. } | Self::Task { .. } => None,
        }
    }
}

impl AgendaItem {
    /// Whether an agency is late with it itself: reports that it waits for make others late.
    pub fn is_own_and_late(&self) -> bool {
        self.group == AgendaGroup::Overdue && !matches!(self.kind, AgendaKind::Chase { .. })
    }

    /// The day that counts: the granted one, else the last valid one, else the user's own.
    pub fn day(&self) -> Option<NaiveDate> {
        self.extended_to.or(self.due.map(|due| due.due_last)).or(self.internal_day)
    }
}

#[cfg(test)]
mod tests;
