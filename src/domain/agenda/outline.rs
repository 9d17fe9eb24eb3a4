//! An agenda as an outline: reports in full, tasks by their place and day, to be worked out when they are shown.
//!
//! Read from the index of the shelf, so that it costs what may be shown and not what there is. Tasks that a decision
//! is about, and those of which the index cannot tell how far they are, are worked out at once. It says the same as
//! `agenda` does, which looks at every task.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use self::finder::Finder;
use super::{AgendaFilter, AgendaGroup, AgendaItem, Ledger};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::plan::DocumentState;
use crate::domain::shelf::{Index, TaskNo};
use crate::domain::ways::Entry;

mod finder;

/// Of each group no more than about so many tasks are listed; nobody reads on, and all of them are in the list of
/// tasks.
pub const MOST: usize = 60;

/// Nobody counts further: an agency with a thousand tasks overdue is as late with more.
const MOST_COUNTED: usize = 1_000;

/// A task on an agenda that is worked out when it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TaskLine {
    /// Which task.
    pub no: TaskNo,
    /// The last valid day; `None`: it has none.
    pub day: Option<NaiveDate>,
}

/// One line of an outline.
#[derive(Clone, Debug, PartialEq)]
pub enum OutlineLine {
    /// What is no task, or stands in no index: worked out.
    Item(Box<AgendaItem>),
    /// A task, worked out only where that was needed to find its place.
    Task(TaskLine, Option<Box<AgendaItem>>),
}

/// The lines of an agenda in its order.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The lines, each with its section.
    pub lines: Vec<(AgendaGroup, OutlineLine)>,
    /// Sections that go on beyond what is listed.
    pub cut: BTreeSet<AgendaGroup>,
}

/// The agenda for a screen; of a catalogue without an index every line is worked out.
pub fn outline(catalog: &Catalog, calendar: &Calendar, filter: &AgendaFilter<'_>) -> Outline {
    let Some(index) = catalog.shelf().index() else {
        let items = super::agenda(catalog, calendar, filter).into_iter();
        let lines = items.map(|item| (item.group, OutlineLine::Item(Box::new(item))));
        return Outline { lines: lines.collect(), cut: BTreeSet::new() };
    };
    let ledger = Ledger::new(catalog, calendar, filter);
    let mut found = Finder::new(catalog, index, &ledger, filter);
    found.add_reports();
    found.add_tasks();
    found.into_outline()
}

/// What a ledger lists for the chosen agency within `days`, every line worked out.
pub(crate) struct Listed {
    /// What has a day within these days, or is no task.
    pub items: Vec<AgendaItem>,
    /// How many tasks without a day are left out.
    pub undated: usize,
    /// Whether there is more, of a section or of what has no day.
    pub cut: bool,
}

/// Looks up what a ledger lists; of each section no more than about `most` tasks.
pub(crate) fn list_within(
    ledger: &Ledger<'_>,
    index: &dyn Index,
    filter: &AgendaFilter<'_>,
    days: &RangeInclusive<NaiveDate>,
    most: usize,
) -> Listed {
    let mut found = Finder::new(ledger.catalog, index, ledger, filter);
    found.most = most;
    found.add_reports();
    found.add_tasks();
    let mut listed = Listed { items: Vec::new(), undated: 0, cut: !found.cut.is_empty() };
    // Reports first, and tasks in the order of the plans.
    found.lines.sort_by_key(|(_, no, _)| *no);
    for ((group, ..), _, line) in found.lines {
        match line {
            OutlineLine::Item(item) | OutlineLine::Task(_, Some(item)) => listed.items.push(*item),
            OutlineLine::Task(TaskLine { no, day: Some(day) }, None) if days.contains(&day) => {
                let items = items_of(ledger.catalog, index, ledger, filter, no).into_iter();
                listed.items.extend(items.filter(|item| item.due.is_some_and(|due| due.due_last == day)));
            }
            OutlineLine::Task(TaskLine { day: Some(_), .. }, None) => {}
            OutlineLine::Task(TaskLine { day: None, .. }, None) => {
                // What is asked is nobody's yet.
                listed.undated += usize::from(group != AgendaGroup::Question);
            }
        }
    }
    listed
}

/// How many items of the agenda of an agency are overdue and its own to do; `ways` are its own, `filter` chooses it.
///
/// Counts no further than a thousand tasks on one way.
pub(crate) fn count_late(
    ledger: &Ledger<'_>,
    index: &dyn Index,
    filter: &AgendaFilter<'_>,
    ways: &[Entry],
) -> usize {
    let mut found = Finder::new(ledger.catalog, index, ledger, filter);
    found.most = MOST_COUNTED;
    found.add_reports();
    found.add_late_tasks(ways);
    let late = found.lines.iter().filter(|((group, ..), _, line)| match line {
        OutlineLine::Item(item) => item.is_own_and_late(),
        OutlineLine::Task(..) => *group == AgendaGroup::Overdue,
    });
    late.count()
}

/// The items behind lines; `None`: it is there no more.
pub fn items_at(
    catalog: &Catalog,
    calendar: &Calendar,
    filter: &AgendaFilter<'_>,
    lines: &[TaskLine],
) -> Vec<Option<AgendaItem>> {
    let ledger = Ledger::of_tasks(catalog, calendar, filter);
    let item = |line: &TaskLine| {
        let items = items_of(catalog, catalog.shelf().index()?, &ledger, filter, line.no);
        items.into_iter().find(|item| item.due.map(|due| due.due_last) == line.day)
    };
    lines.iter().map(item).collect()
}

fn items_of(
    catalog: &Catalog,
    index: &dyn Index,
    ledger: &Ledger<'_>,
    filter: &AgendaFilter<'_>,
    no: TaskNo,
) -> Vec<AgendaItem> {
    let Some((plan, task)) = catalog.task_at(index, no) else {
        return Vec::new();
    };
    if plan.state != DocumentState::Issued {
        return Vec::new();
    }
    ledger.items_of(plan, &ledger.assigned(task), filter.agency.as_ref())
}
