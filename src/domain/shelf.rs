//! Where tasks, and what users entered on tasks, targets and reports, are read, one or a few at a time: there may be a
//! million of them.
//!
//! The rules ask through this trait and never hold all tasks of all plans, nor all reports. Whoever implements it knows where they
//! stand; nobody here does.

use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::NaiveDate;

use super::change::Failure;
use super::ids::{AgencyId, ItemId, PlanId};
use super::plan::PlanText;
use super::record::{Observation, ProgressEntry, Report, ReportHead, ReportKey, ReportQuery};
use super::schedule::Period;
use super::task::{LinkKind, Task};

mod memory;

pub use memory::Memory;

/// How many tasks a plan has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskTally {
    /// All of them.
    pub all: usize,
    /// Those that name nobody.
    pub orphans: usize,
}

/// The place of a task in the order of all plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskNo(pub i64);

/// Tasks that follow each other, by the places of the first and the last.
pub type Stretch = RangeInclusive<TaskNo>;

/// Whose tasks are read, and whose word on them counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The agency or group that the plans name; `None`: all tasks.
    pub entry: Option<AgencyId>,
    /// Who speaks; `None`: all together.
    pub speaker: Option<AgencyId>,
    /// Whose word holds until the speaker has one of its own.
    pub before: Option<AgencyId>,
}

/// A task on one of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// The task.
    pub no: TaskNo,
    /// The last valid day.
    pub day: NaiveDate,
    /// Whether it is done.
    pub done: Told,
}

/// A task without a day on which something was entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleLine {
    /// The task.
    pub no: TaskNo,
    /// The day of the last entry.
    pub touched: NaiveDate,
    /// Whether it is done.
    pub done: Told,
}

/// Whose tasks are listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// How they are found.
    pub through: Through,
    /// Tasks that are listed besides.
    pub besides: Vec<TaskNo>,
    /// Tasks that are not, unless besides.
    pub without: Vec<TaskNo>,
    /// Whose word tells what is done; `None`: anybody's.
    pub speaker: Option<AgencyId>,
    /// Leave out what is done as of this day.
    pub open_on: Option<NaiveDate>,
}

/// How the tasks of an owner are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// All tasks.
    Anybody,
    /// Tasks that name nobody.
    Nobody,
    /// Tasks that name one of these, each with whose word holds until the owner has one of its own.
    Agencies(Vec<(AgencyId, Option<AgencyId>)>),
}

impl Holder {
    /// All tasks.
    pub fn all() -> Self {
        Self {
            through: Through::Anybody,
            besides: Vec::new(),
            without: Vec::new(),
            speaker: None,
            open_on: None,
        }
    }
}

/// What the index can tell without the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// The task has to be looked at.
    Unsure,
}

/// What can be found by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A clause of a plan.
    Clause(PlanId),
    /// A report obligation.
    Obligation(ItemId),
    /// A task.
    Task(ItemId),
    /// A target.
    Target(ItemId),
    /// A report.
    Report(ReportKey),
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub thing: Thing,
    /// The clause where it stands; empty for a report.
    pub clause: String,
    /// Its heading, title or indicator; empty for a report, which is named by its key.
    pub title: String,
    /// Whether the words are the whole path of the clause.
    pub named: bool,
    /// Whether every word was met marks and all.
    pub exact: bool,
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

/// The order in which screens ask for tasks: each answer costs what it holds, however many tasks there are.
///
/// It knows nothing of what users decided; tasks that a decision is about are looked at one by one.
pub trait Index {
    /// Agencies and groups that tasks name.
    fn named(&self) -> Vec<AgencyId>;

    /// Whether a task of these stretches names an agency: as one that answers or takes part, or, not `counted`, at
    /// all.
    fn names(&self, agency: &AgencyId, stretches: &[Stretch], counted: bool) -> bool;

    /// Whether a task names an agency.
    fn is_named(&self, no: TaskNo, agency: &AgencyId) -> bool;

    /// The task at a place.
    fn task_at(&self, no: TaskNo) -> Option<Rc<Task>>;

    /// The place of a task.
    fn number(&self, id: &ItemId) -> Option<TaskNo>;

    /// The places of the tasks of a plan.
    fn numbers_of(&self, plan: &PlanId) -> Stretch;

    /// The places of the tasks of several plans, as few stretches as hold them and no others.
    fn stretches(&self, plans: &[&PlanId]) -> Vec<Stretch>;

    /// Clauses, obligations, tasks, targets and reports in whose titles, places, entries or texts each of these words
    /// begins a word. First comes the clause of which they are the path, then what meets them marks and all; equals
    /// stand in the order of the plans, as [`Thing`] lists them, and reports come last. A word is given as it was typed
    /// and as search folds it.
    fn find(&self, words: &[(String, String)], most: usize) -> Vec<Hit>;

    /// How many tasks of a plan are listed.
    fn held_count(&self, holder: &Holder, plan: &PlanId) -> usize;

    /// The tasks that name more than one of these agencies.
    fn named_twice(&self, agencies: &[AgencyId]) -> Vec<TaskNo>;

    /// At most `most` of the listed tasks of a plan in its order, after the first `skip`.
    fn held(&self, holder: &Holder, plan: &PlanId, skip: usize, most: usize) -> Vec<ItemId>;

    /// How many listed tasks of its plan stand before a task; `None`: it is not listed.
    fn held_before(&self, holder: &Holder, task: &ItemId) -> Option<usize>;

    /// How many tasks of these stretches name one of these agencies, `without` left out: as one that answers, takes part, is anything
    /// else, or, last, through one that is marked as having had it. Each task counts once, in the first of them.
    fn held_classes(
        &self,
        lanes: &[(AgencyId, bool)],
        stretches: &[Stretch],
        without: &[TaskNo],
    ) -> [usize; 4];

    /// The lines of a lane on these days, by day and place; `open`: without those that are done. At most `most`.
    fn due(&self, lane: &Lane, days: RangeInclusive<NaiveDate>, open: bool, most: usize) -> Vec<DueLine>;

    /// The tasks of a plan, or of all, without a day on which nothing was entered, and that have begun by `today`.
    fn untouched(&self, lane: &Lane, plan: Option<&PlanId>, today: NaiveDate, most: usize) -> Vec<TaskNo>;

    /// The tasks without a day on which something was entered and that are not done for good, the longest silent
    /// first.
    fn touched(&self, lane: &Lane, today: NaiveDate, most: usize) -> Vec<IdleLine>;
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

/// Tasks with their progress entries, figures and reports. What cannot be read is answered as if it were not there, and noted as a fault.
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

    /// What stands in a plan besides its head, its tasks and its obligations; `None`: it cannot be read now.
    fn text_of(&self, plan: &PlanId) -> Option<PlanText>;

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
