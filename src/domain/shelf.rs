//! Where tasks, and what users entered on tasks, targets and reports, are read, one or a few at a time: there may be a
//! million of them.
//!
//! The rules ask through this trait and never hold all tasks of all plans, nor all reports. Whoever implements it knows
//! where they stand; nobody here does.

use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::NaiveDate;

use super::change::Failure;
use super::ids::{AgencyId, ItemId, PlanId};
use super::indicator::Target;
use super::plan::PlanText;
use super::record::{Observation, ProgressEntry, Report, ReportHead, ReportKey, ReportQuery, ReportStanding};
use super::schedule::Period;
use super::task::{LinkKind, Task};

mod index;
mod memory;

pub use index::{
    DueLine, Hit, Holder, IdleLine, Index, Lane, Stretch, TaskNo, Thing, Through, Told, UntouchedLine, Which,
};
pub use memory::Memory;

/// How many tasks a plan has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    /// All of them.
    pub all: usize,
    /// Those that name nobody.
    pub orphans: usize,
}

/// A task by what a list says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Titled {
    /// Its clause.
    pub clause: String,
    /// Its title.
    pub title: String,
}

impl From<&Task> for Titled {
    fn from(task: &Task) -> Self {
        Self { clause: task.clause.clone(), title: task.title.clone() }
    }
}

/// While it lives, everything that is read from a shelf is read as of one moment, which also costs less than to look for
/// the newest state at every question.
#[derive(Debug)]
pub struct Moment(Rc<dyn Shelf>);

impl Moment {
    /// From now on.
    pub fn of(shelf: &Rc<dyn Shelf>) -> Self {
        shelf.hold();
        Self(Rc::clone(shelf))
    }
}

impl Drop for Moment {
    fn drop(&mut self) {
        self.0.let_go();
    }
}

/// Tasks with their progress entries, figures and reports. What cannot be read is answered as if it were not there, and
/// noted as a fault.
pub trait Shelf: Debug {
    /// Why something could not be read since this was last asked.
    fn fault(&self) -> Option<Failure> {
        None
    }

    /// The order in which screens ask; `None`: there are few tasks, and all of them are looked at.
    fn index(&self) -> Option<&dyn Index> {
        None
    }

    /// Itself, where it stands in the memory, to be changed by a test.
    #[cfg(test)]
    fn memory(&self) -> Memory {
        Memory::default()
    }

    /// Everything that is read from here on is read as of one moment, until [`Self::let_go`]; may be nested.
    fn hold(&self) {}

    /// Ends what [`Self::hold`] began.
    fn let_go(&self) {}

    /// One task, as it is printed.
    fn task(&self, id: &ItemId) -> Option<Rc<Task>>;

    /// The tasks of a plan in its order, as they are printed.
    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>>;

    /// The tasks of a clause and of the numbers within it (`II.1#2` has `II.1#2.3`), in the order of the plan.
    fn titles_under(&self, plan: &PlanId, clause: &str) -> Vec<Titled> {
        let tasks = self.tasks_of(plan).into_iter();
        let within = |task: &Rc<Task>| {
            task.clause.strip_prefix(clause).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        tasks.filter(within).map(|task| Titled::from(&*task)).collect()
    }

    /// At most `most` of the tasks of a plan that name nobody, in its order.
    fn titles_of_nobody(&self, plan: &PlanId, most: usize) -> Vec<Titled> {
        let orphans = self.tasks_of(plan).into_iter().filter(|task| task.roles.is_empty());
        orphans.take(most).map(|task| Titled::from(&*task)).collect()
    }

    /// What a plan is founded on, how it is laid out and whom it goes to; `None`: it cannot be read now.
    fn text_of(&self, plan: &PlanId) -> Option<PlanText>;

    /// Every value that a plan aims at; `None`: they cannot be read now.
    fn targets_of(&self, plan: &PlanId) -> Option<Vec<Target>>;

    /// How many tasks a plan has.
    fn tally(&self, plan: &PlanId) -> TaskTally;

    /// The tasks of other clauses and plans that are linked to this one by a link of theirs.
    fn linked_to(&self, id: &ItemId) -> Vec<(LinkKind, ItemId)>;

    /// The entries on a task, in the order in which they were first saved.
    fn entries_on(&self, task: &ItemId) -> Vec<ProgressEntry>;

    /// The entries of an agency as of these days, in the order in which they were first saved.
    fn entries_by(&self, agency: &AgencyId, days: RangeInclusive<NaiveDate>) -> Vec<ProgressEntry>;

    /// The latest entry on a task as of a day: of one agency, or of any.
    fn latest_entry(
        &self,
        task: &ItemId,
        agency: Option<&AgencyId>,
        day: NaiveDate,
    ) -> Option<ProgressEntry> {
        let entries = self.entries_on(task).into_iter();
        let told = entries.filter(|entry| entry.as_of <= day);
        let told = told.filter(|entry| agency.is_none_or(|agency| entry.agency == *agency));
        told.max_by_key(|entry| (entry.as_of, entry.stamp.id))
    }

    /// The figures of a target, in the order in which they were first saved: of one agency, or of all.
    fn figures_of(&self, target: &ItemId, agency: Option<&AgencyId>) -> Vec<Observation>;

    /// A report with its text.
    fn report(&self, key: &ReportKey) -> Option<Report>;

    /// How far reports have come, in the order in which they were first saved.
    fn heads(&self, wanted: &ReportQuery) -> Vec<ReportHead>;

    /// How far all reports under an obligation stand.
    fn standings_under(&self, obligation: &ItemId) -> Vec<ReportStanding> {
        self.heads(&ReportQuery::under(obligation)).iter().map(ReportStanding::from).collect()
    }

    /// How far the reports under an obligation for a period stand.
    fn standings_in(&self, obligation: &ItemId, period: Period) -> Vec<ReportStanding> {
        self.heads(&ReportQuery::round(obligation, period)).iter().map(ReportStanding::from).collect()
    }

    /// How far all reports of an agency stand, each with its obligation.
    fn standings_by(&self, agency: &AgencyId) -> Vec<(ItemId, ReportStanding)> {
        let heads = self.heads(&ReportQuery::by(agency)).into_iter();
        heads.map(|head| (head.obligation.clone(), ReportStanding::from(&head))).collect()
    }

    /// The versions that were sent, as they were sent, in the order of the ledger.
    fn sent(&self, wanted: &ReportQuery) -> Vec<Report>;

    /// The version with this number in the ledger.
    fn sent_as(&self, number: i64) -> Option<Report>;

    /// How far the reports under an obligation have come, by period and agency.
    fn heads_under(&self, obligation: &ItemId) -> HashMap<(Period, AgencyId), ReportHead> {
        let heads = self.heads(&ReportQuery::under(obligation)).into_iter();
        heads.map(|head| ((head.period, head.agency.clone()), head)).collect()
    }

    /// How far one report has come.
    fn head(&self, key: &ReportKey) -> Option<ReportHead> {
        self.heads(&ReportQuery::of(key)).pop()
    }
}
