//! The tasks of an owner, plan by plan: how many there are, and which stand in a stretch of rows.
//!
//! Read from the index of the shelf a screenful at a time; without an index all of them are looked at once.

use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;

use super::catalog::Catalog;
use super::heirs::{Ground, Hold, hold_of, task_holds};
use super::ids::{AgencyId, ItemId, PlanId};
use super::plan::Plan;
use super::record::WorkState;
use super::shelf::{Holder, Index, Stretch, TaskNo, Through};
use super::task::{Role, Task};
use super::ways::Ways;

/// Whose tasks are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// All tasks of the plans of a province; of the central bodies (`None`) there are no plans.
    Province(Option<String>),
    /// Tasks that name nobody.
    Nobody,
    /// Those that an agency or group has, had or may have.
    Agency(AgencyId),
}

/// A plan with its tasks among the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The plan.
    pub plan: PlanId,
    /// How many of its tasks are listed.
    pub count: usize,
    /// The row of its heading; the tasks follow.
    pub heading: usize,
}

/// The rows of a list of tasks, without the tasks.
#[derive(Clone, Debug, Default)]
pub struct Holdings {
    sections: Vec<Section>,
    reading: Reading,
}

/// Where the tasks of the sections are read.
#[derive(Clone, Debug)]
enum Reading {
    /// Here: all of them, by section.
    Listed(Vec<Vec<ItemId>>),
    /// In the index.
    Indexed(Holder),
}

impl Default for Reading {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldingRow {
    /// A plan as heading, with the number of tasks below it.
    Plan(PlanId, usize),
    /// A task.
    Task(ItemId),
}

impl Holdings {
    /// The tasks of an owner in the plans that are known on `day`; `only_open`: without those that are done by the
    /// word of the owner, or of anybody where it is no agency. `ways` are those of that day.
    pub fn of(catalog: &Catalog, ways: &Ways, owner: &Owner, day: NaiveDate, only_open: bool) -> Self {
        let known = catalog.plans.iter().filter(|plan| plan.is_known_on(day));
        let plans = known.filter(|plan| match owner {
            Owner::Province(province) => province.as_ref() == Some(&plan.province),
            Owner::Nobody | Owner::Agency(_) => true,
        });
        let mut found = Self::default();
        match catalog.shelf().index() {
            Some(index) => {
                let holder = holder(catalog, index, ways, owner, day, only_open);
                for plan in plans {
                    found.add(plan, index.held_count(&holder, &plan.id));
                }
                found.reading = Reading::Indexed(holder);
            }
            None => {
                let listed = plans.map(|plan| (plan, listed(catalog, plan, owner, day, only_open)));
                let listed: Vec<_> = listed.filter(|(_, tasks)| !tasks.is_empty()).collect();
                listed.iter().for_each(|(plan, tasks)| found.add(plan, tasks.len()));
                found.reading = Reading::Listed(listed.into_iter().map(|(_, tasks)| tasks).collect());
            }
        }
        found
    }

    fn add(&mut self, plan: &Plan, count: usize) {
        if count > 0 {
            self.sections.push(Section { plan: plan.id.clone(), count, heading: self.len() });
        }
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.sections.last().map_or(0, |section| section.heading + 1 + section.count)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// Whether a row is a task.
    pub fn is_task(&self, row: usize) -> bool {
        row < self.len() && self.sections.binary_search_by_key(&row, |section| section.heading).is_err()
    }

    /// The rows of a stretch.
    pub fn rows(&self, catalog: &Catalog, stretch: Range<usize>) -> Vec<HoldingRow> {
        let mut rows = Vec::with_capacity(stretch.len());
        for (at, section) in self.sections.iter().enumerate() {
            let first = section.heading + 1;
            if section.heading >= stretch.end || first + section.count <= stretch.start {
                continue;
            }
            if stretch.contains(&section.heading) {
                rows.push(HoldingRow::Plan(section.plan.clone(), section.count));
            }
            let skip = stretch.start.saturating_sub(first);
            let most = stretch.end.saturating_sub(first).min(section.count).saturating_sub(skip);
            rows.extend(self.tasks(catalog, at, skip, most).into_iter().map(HoldingRow::Task));
        }
        rows
    }

    fn tasks(&self, catalog: &Catalog, section: usize, skip: usize, most: usize) -> Vec<ItemId> {
        match (&self.reading, catalog.shelf().index()) {
            (Reading::Listed(listed), _) => {
                listed.get(section).into_iter().flatten().skip(skip).take(most).cloned().collect()
            }
            (Reading::Indexed(holder), Some(index)) => {
                index.held(holder, &self.sections[section].plan, skip, most)
            }
            _ => Vec::new(),
        }
    }

    /// The row of a task; `None`: it is not among them.
    pub fn position(&self, catalog: &Catalog, task: &ItemId) -> Option<usize> {
        let plan = task.plan();
        let (at, section) = self.sections.iter().enumerate().find(|(_, section)| section.plan == plan)?;
        let before = match (&self.reading, catalog.shelf().index()) {
            (Reading::Listed(listed), _) => listed.get(at)?.iter().position(|other| other == task)?,
            (Reading::Indexed(holder), Some(index)) => index.held_before(holder, task)?,
            _ => return None,
        };
        Some(section.heading + 1 + before)
    }
}

fn listed(catalog: &Catalog, plan: &Plan, owner: &Owner, day: NaiveDate, only_open: bool) -> Vec<ItemId> {
    let is_held = |task: &Task| match owner {
        Owner::Province(_) => true,
        Owner::Nobody => task.roles.is_empty(),
        Owner::Agency(agency) => hold_of(&task_holds(catalog, task, day), agency).is_some(),
    };
    let is_open = |task: &Task| work_state(catalog, owner, task, day) != Some(WorkState::Done);
    let tasks = catalog.tasks_of(&plan.id).into_iter();
    let tasks = tasks.filter(|task| is_held(task) && (!only_open || is_open(task)));
    tasks.map(|task| task.id.clone()).collect()
}

/// A task in the list of an owner, with how the owner comes to it and how far it is.
#[derive(Clone, Debug)]
pub struct HeldTask {
    /// The task.
    pub task: Rc<Task>,
    /// How the agency comes to it on the day, and in which role; `None`: the owner is no agency.
    pub held: Option<(Role, Hold)>,
    /// How far it is by the word of the agency, or of any; `None`: nothing was said.
    pub state: Option<WorkState>,
}

impl HeldTask {
    /// Reads a task of an owner as of a day; `None`: it cannot be read.
    pub fn read(catalog: &Catalog, owner: &Owner, id: &ItemId, day: NaiveDate) -> Option<Self> {
        let (_, task) = catalog.task(id)?;
        let held = match owner {
            Owner::Agency(agency) => hold_of(&task_holds(catalog, &task, day), agency).cloned(),
            Owner::Province(_) | Owner::Nobody => None,
        };
        let state = state_of(catalog, owner, id, day, || held.clone());
        Some(Self { task, held, state })
    }
}

/// How far a task is by the word of an owner that is an agency, as long as it is silent by that of the one before; by
/// any word for others.
fn work_state(catalog: &Catalog, owner: &Owner, task: &Task, day: NaiveDate) -> Option<WorkState> {
    let held = || hold_of(&task_holds(catalog, task, day), speaker(catalog, owner)?).cloned();
    state_of(catalog, owner, &task.id, day, held)
}

fn state_of(
    catalog: &Catalog,
    owner: &Owner,
    task: &ItemId,
    day: NaiveDate,
    held: impl FnOnce() -> Option<(Role, Hold)>,
) -> Option<WorkState> {
    let latest = |agency: Option<&AgencyId>| catalog.shelf().latest_entry(task, agency, day);
    let Some(agency) = speaker(catalog, owner) else { return latest(None).map(|entry| entry.state) };
    let before = || latest(Some(held()?.1.ground.predecessor()?));
    latest(Some(agency)).or_else(before).map(|entry| entry.state)
}

fn speaker<'a>(catalog: &Catalog, owner: &'a Owner) -> Option<&'a AgencyId> {
    match owner {
        Owner::Agency(agency) if catalog.agency(agency).is_some_and(|a| a.group.is_none()) => Some(agency),
        _ => None,
    }
}

fn holder(
    catalog: &Catalog,
    index: &dyn Index,
    ways: &Ways,
    owner: &Owner,
    day: NaiveDate,
    only_open: bool,
) -> Holder {
    let speaker = speaker(catalog, owner).cloned();
    let open_on = only_open.then_some(day);
    let agency = match owner {
        Owner::Province(_) => return Holder { speaker, open_on, ..Holder::all() },
        Owner::Nobody => return Holder { through: Through::Nobody, speaker, open_on, ..Holder::all() },
        Owner::Agency(agency) => agency,
    };
    let ways = ways.of(agency).iter();
    let through = ways.map(|(entry, hold)| (entry.clone(), hold.ground.predecessor().cloned()));
    let through: Vec<(AgencyId, Option<AgencyId>)> = through.collect();
    let mut apart = settled_apart(catalog, index);
    let alike = through.windows(2).all(|pair| matches!(pair, [(_, one), (_, other)] if one == other));
    if only_open && !alike {
        // Where two ways lead to a task, only its roles tell whose word before counts.
        let named: Vec<AgencyId> = through.iter().map(|(entry, _)| entry.clone()).collect();
        apart.extend(index.named_twice(&named));
    }
    let listed = |task: &Task| {
        let mine = hold_of(&task_holds(catalog, task, day), agency).is_some();
        mine && (!only_open || work_state(catalog, owner, task, day) != Some(WorkState::Done))
    };
    let besides = apart.iter().copied().filter(|no| index.task_at(*no).is_some_and(|task| listed(&task)));
    let besides = besides.collect();
    Holder { through: Through::Agencies(through), besides, without: apart, speaker, open_on }
}

/// The tasks of which users settled apart who took them over.
fn settled_apart(catalog: &Catalog, index: &dyn Index) -> Vec<TaskNo> {
    let tasks = catalog.settled().heirs.keys().filter_map(|(_, item)| item.as_ref());
    tasks.filter_map(|task| index.number(task)).collect()
}

/// How many tasks of these stretches an agency answers for, takes part in, is anything else to, and had.
pub(crate) fn tally(
    catalog: &Catalog,
    index: &dyn Index,
    ways: &Ways,
    agency: &AgencyId,
    day: NaiveDate,
    stretches: &[Stretch],
) -> [usize; 4] {
    let apart = settled_apart(catalog, index);
    let lanes = ways.of(agency).iter().map(|(entry, hold)| (entry.clone(), hold.ground.has_passed()));
    let mut counts = index.held_classes(&lanes.collect::<Vec<_>>(), stretches, &apart);
    let within = |no: &TaskNo| stretches.iter().any(|stretch| stretch.contains(no));
    for task in apart.iter().filter(|no| within(no)).filter_map(|no| index.task_at(*no)) {
        if let Some(class) = class_of(&task_holds(catalog, &task, day), agency) {
            counts[class] += 1;
        }
    }
    counts
}

/// In which column a task counts for an agency, the weightiest first: what it answers for, what it takes part in,
/// anything else, what it had.
pub(crate) fn class_of(holds: &[(Role, Hold)], agency: &AgencyId) -> Option<usize> {
    let own = holds.iter().filter(|(_, hold)| hold.agency == *agency);
    own.map(|(role, hold)| match (&hold.ground, role) {
        (Ground::Passed { .. }, _) => 3,
        (_, role) => class(*role),
    })
    .min()
}

/// In which column a role counts, the weightiest first: 0 answers for, 1 coordinates, 2 anything else.
pub fn class(role: Role) -> usize {
    match role {
        role if role.is_answerable() => 0,
        Role::Coordinating => 1,
        _ => 2,
    }
}
