//! Where tasks and what was entered on them are read, one or a few at a time: there may be a million of them.
//!
//! The rules ask through this trait and never hold all tasks of all plans. Whoever implements it knows where they
//! stand; nobody here does.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::NaiveDate;

use super::change::Failure;
use super::ids::{AgencyId, ItemId, PlanId};
use super::plan::Plan;
use super::record::ProgressEntry;
use super::task::{LinkKind, Task};

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

/// A task that was found by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The task.
    pub task: ItemId,
    /// Its clause.
    pub clause: String,
    /// Its title.
    pub title: String,
    /// Whether every word was met marks and all.
    pub exact: bool,
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

    /// Tasks in whose titles, places or entries each of these words begins a word, those that meet them marks and all
    /// first, then in the order of the plans. A word is given as it was typed and as search folds it.
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

    /// The tasks of a plan without a day on which nothing was entered, and that have begun by `today`.
    fn untouched(&self, lane: &Lane, plan: &PlanId, today: NaiveDate, most: usize) -> Vec<TaskNo>;

    /// The tasks without a day on which something was entered and that are not done for good, the longest silent
    /// first.
    fn touched(&self, lane: &Lane, today: NaiveDate, most: usize) -> Vec<IdleLine>;
}

/// Tasks with their progress entries. What cannot be read is answered as if it were not there, and noted as a fault.
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

    /// One task, as it is printed.
    fn task(&self, id: &ItemId) -> Option<Rc<Task>>;

    /// The tasks of a plan in its order, as they are printed.
    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>>;

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
}

/// A shelf in the memory: of plans that stand in no database.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    tasks: BTreeMap<PlanId, Vec<Rc<Task>>>,
    entries: Vec<ProgressEntry>,
}

impl Memory {
    /// Takes the tasks out of the plans.
    pub fn of(plans: &mut [Plan]) -> Self {
        let tasks = plans.iter_mut().map(|plan| {
            let tasks = std::mem::take(&mut plan.tasks);
            (plan.id.clone(), tasks.into_iter().map(Rc::new).collect())
        });
        Self { tasks: tasks.collect(), entries: Vec::new() }
    }

    /// Gives a plan other tasks.
    #[cfg(test)]
    pub(crate) fn assign(&mut self, plan: &PlanId, tasks: Vec<Task>) {
        self.tasks.insert(plan.clone(), tasks.into_iter().map(Rc::new).collect());
    }

    /// Adds an entry.
    #[cfg(test)]
    pub(crate) fn enter(&mut self, entry: ProgressEntry) {
        self.entries.push(entry);
    }

    fn entries_where(&self, wanted: impl Fn(&ProgressEntry) -> bool) -> Vec<ProgressEntry> {
        self.entries.iter().filter(|entry| wanted(entry)).cloned().collect()
    }
}

impl Shelf for Memory {
    #[cfg(test)]
    fn memory(&self) -> Memory {
        self.clone()
    }

    fn task(&self, id: &ItemId) -> Option<Rc<Task>> {
        self.tasks.get(&id.plan())?.iter().find(|task| task.id == *id).cloned()
    }

    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>> {
        self.tasks.get(plan).cloned().unwrap_or_default()
    }

    fn tally(&self, plan: &PlanId) -> TaskTally {
        let tasks = self.tasks.get(plan).map_or(&[][..], Vec::as_slice);
        TaskTally { all: tasks.len(), orphans: tasks.iter().filter(|task| task.roles.is_empty()).count() }
    }

    fn linked_to(&self, id: &ItemId) -> Vec<(LinkKind, ItemId)> {
        let tasks = self.tasks.values().flatten();
        let linked = tasks.filter_map(|task| {
            let link = task.links.iter().find(|link| link.to == *id)?;
            Some((link.kind, task.id.clone()))
        });
        linked.collect()
    }

    fn entries_on(&self, task: &ItemId) -> Vec<ProgressEntry> {
        self.entries_where(|entry| entry.task == *task)
    }

    fn entries_by(&self, agency: &AgencyId, days: RangeInclusive<NaiveDate>) -> Vec<ProgressEntry> {
        self.entries_where(|entry| entry.agency == *agency && days.contains(&entry.as_of))
    }
}
