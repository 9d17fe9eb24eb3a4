//! The index of tasks: what screens ask so that they pay for what they show, however many tasks there are.

use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::record::ReportKey;
use crate::domain::task::Task;

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

/// Which lines of a lane are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// The days on which they are due.
    pub days: RangeInclusive<NaiveDate>,
    /// Only those whose periods begin by this day.
    pub begun: NaiveDate,
    /// Without those that are done.
    pub open: bool,
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
    /// Whether the task names others that answer for it too.
    pub shared: bool,
}

/// A task without a day on which no speaker of the lane has entered anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UntouchedLine {
    /// The task.
    pub no: TaskNo,
    /// The place of its plan among those that were asked for.
    pub plan: usize,
    /// Whether the task names others that answer for it too.
    pub shared: bool,
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
    /// Whether the task names others that answer for it too.
    pub shared: bool,
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

/// The order in which screens ask for tasks: each answer costs what it holds, however many tasks there are.
///
/// It knows nothing of what users decided; tasks that a decision is about are looked at one by one.
pub trait Index {
    /// Those of the `wanted` agencies and groups that tasks name, always in the same order.
    fn named(&self, wanted: &dyn Fn(&AgencyId) -> bool) -> Vec<AgencyId>;

    /// Whether a task of these stretches names an agency: as one that answers or takes part, or, not `counted`, at
    /// all.
    fn names(&self, agency: &AgencyId, stretches: &[Stretch], counted: bool) -> bool;

    /// Those of these tasks that name an agency as one that answers.
    fn answered_by(&self, agency: &AgencyId, places: &[TaskNo]) -> Vec<TaskNo>;

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

    /// The lines of a lane, by day and place. At most `most`.
    fn due(&self, lane: &Lane, which: &Which, most: usize) -> Vec<DueLine>;

    /// The tasks without a day on which nothing was entered and that have begun by `today`, plan by plan as they are
    /// given. At most `most`.
    fn untouched(&self, lane: &Lane, plans: &[&PlanId], today: NaiveDate, most: usize) -> Vec<UntouchedLine>;

    /// The tasks without a day on which something was entered and that are not done for good, the longest silent
    /// first.
    fn touched(&self, lane: &Lane, today: NaiveDate, most: usize) -> Vec<IdleLine>;
}
