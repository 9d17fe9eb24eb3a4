//! A year at a glance: what falls due in which month, and how much each month carries.
//!
//! The items are those of the agenda, with what is over and done besides; nothing is judged anew here.

use crate::domain::occurrence::Tracking;
use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::agenda::{
    AgendaFilter, AgendaGroup, AgendaItem, AgendaKind, Horizon, ItemStatus, Ledger, Listed, list_within,
};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId, PlanId};

/// Which year of whom.
#[derive(Clone, Debug)]
pub struct YearFilter<'a> {
    /// One agency's year; `None`: all, one line for each obligation and period.
    pub agency: Option<AgencyId>,
    /// The calendar year.
    pub year: i32,
    /// The day in Việt Nam.
    pub today: NaiveDate,
    /// First year whose periods are tracked, by plan; a plan that is missing is tracked from the year of `today`.
    pub tracked_from: &'a BTreeMap<PlanId, Tracking>,
    /// About how many tasks of a section are listed, where there are very many.
    pub most: usize,
}

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum YearKey {
    /// A report obligation.
    Report(ItemId),
    /// A task.
    Task(ItemId),
}

/// An obligation or a task with what falls due in the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearRow {
    /// The obligation or the task.
    pub key: YearKey,
    /// Its items by last valid day; never empty.
    pub items: Vec<AgendaItem>,
}

/// How a day stands, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayState {
    /// The last valid day is gone and the item is open.
    Overdue,
    /// Open and due soon.
    Soon,
    /// Open.
    Open,
    /// Of a draft: nothing is owed yet.
    Preview,
    /// Sent or done.
    Done,
}

/// How many items fall due in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Items that bind, done ones included.
    pub binding: usize,
    /// Items of drafts.
    pub preview: usize,
}

/// A year of one agency or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearCalendar {
    /// The calendar year.
    pub year: i32,
    /// What binds first, then drafts; by the first day of each row.
    pub rows: Vec<YearRow>,
    /// January to December.
    pub load: [Load; 12],
    /// Items of the agenda without a day: they have no place in a calendar.
    pub undated: usize,
    /// Whether there is more than was asked for.
    pub cut: bool,
}

impl Load {
    /// All items of the month.
    pub fn total(self) -> usize {
        self.binding + self.preview
    }
}

impl YearCalendar {
    /// Items that have a day in the year.
    pub fn due(&self) -> usize {
        self.load.iter().map(|load| load.total()).sum()
    }

    /// The items that the fullest months carry, and those months (1 to 12); `None` in an empty year.
    pub fn peak(&self) -> Option<(usize, Vec<u32>)> {
        let most = self.load.iter().map(|load| load.total()).max().filter(|most| *most > 0)?;
        let months = (1..).zip(self.load).filter(|(_, load)| load.total() == most);
        Some((most, months.map(|(month, _)| month).collect()))
    }
}

impl YearRow {
    /// Whether the row is of a draft.
    pub fn is_preview(&self) -> bool {
        self.items.iter().all(|item| day_state(item) == DayState::Preview)
    }

    /// The items of a month (1 to 12) with their places in the row.
    pub fn in_month(&self, month: u32) -> impl Iterator<Item = (usize, &AgendaItem)> {
        let here = move |item: &AgendaItem| item.due.is_some_and(|due| due.due_last.month() == month);
        self.items.iter().enumerate().filter(move |(_, item)| here(item))
    }

    /// The most pressing item of a month; of equals the earliest.
    pub fn pressing_in(&self, month: u32) -> Option<&AgendaItem> {
        self.in_month(month).map(|(_, item)| item).min_by_key(|item| day_state(item))
    }
}

/// How the day of an item stands.
pub fn day_state(item: &AgendaItem) -> DayState {
    match (item.group, item.status) {
        (AgendaGroup::Preview, _) | (_, ItemStatus::Preview) => DayState::Preview,
        (_, ItemStatus::Sent { .. } | ItemStatus::Done) => DayState::Done,
        (AgendaGroup::Overdue, _) => DayState::Overdue,
        (AgendaGroup::Soon, _) => DayState::Soon,
        (AgendaGroup::Question | AgendaGroup::Later | AgendaGroup::NoDate, _) => DayState::Open,
    }
}

/// The year of one agency or of all. A year before the tracking of a plan has none of its days.
pub fn year_calendar(catalog: &Catalog, calendar: &Calendar, filter: &YearFilter<'_>) -> YearCalendar {
    let wanted = AgendaFilter {
        agency: filter.agency.clone(),
        plan: None,
        horizon: Horizon::Year,
        shift: filter.year.saturating_sub(filter.today.year()),
        today: filter.today,
        tracked_from: filter.tracked_from,
    };
    let ledger = Ledger::new(catalog, calendar, &wanted).with_what_is_over();
    let Listed { items, undated, cut } = listed(&ledger, &wanted, filter);
    let mut found = YearCalendar { year: filter.year, undated, cut, ..YearCalendar::default() };
    let mut rows: Vec<YearRow> = Vec::new();
    let mut places: HashMap<YearKey, usize> = HashMap::new();
    for item in items {
        // A request for another day falls on no day itself, and what waits for a decision binds nobody yet.
        if matches!(item.kind, AgendaKind::AnswerExtension { .. }) || item.group == AgendaGroup::Question {
            continue;
        }
        let Some(day) = item.due.map(|due| due.due_last) else {
            found.undated += 1;
            continue;
        };
        // What is overdue from another year is on the agenda, but not in this year.
        if day.year() != filter.year {
            continue;
        }
        let load = &mut found.load[day.month0() as usize % 12];
        match day_state(&item) {
            DayState::Preview => load.preview += 1,
            _ => load.binding += 1,
        }
        let key = key_of(&item.kind);
        let place = *places.entry(key.clone()).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.items.push(item),
            None => rows.push(YearRow { key, items: vec![item] }),
        }
    }
    for row in &mut rows {
        row.items.sort_by_key(due_day);
    }
    // The sort is stable: what begins on one day keeps the order of the plans.
    rows.sort_by_key(|row| (row.is_preview(), row.items.first().map(due_day)));
    found.rows = rows;
    found
}

/// What falls into the year, from the index where there is one.
fn listed(ledger: &Ledger<'_>, wanted: &AgendaFilter<'_>, filter: &YearFilter<'_>) -> Listed {
    let day = |month, day| NaiveDate::from_ymd_opt(filter.year, month, day);
    match (ledger.catalog().shelf().index(), day(1, 1).zip(day(12, 31))) {
        (Some(index), Some((first, last))) => {
            list_within(ledger, index, wanted, &(first..=last), filter.most)
        }
        _ => Listed { items: ledger.items(filter.agency.as_ref()), undated: 0, cut: false },
    }
}

fn key_of(kind: &AgendaKind) -> YearKey {
    match kind {
        AgendaKind::Submit { obligation, .. }
        | AgendaKind::Prepare { obligation, .. }
        | AgendaKind::Chase { obligation, .. } => YearKey::Report(obligation.clone()),
        AgendaKind::AnswerExtension { key, .. } => YearKey::Report(key.obligation.clone()),
        AgendaKind::Task { task } => YearKey::Task(task.clone()),
    }
}

fn due_day(item: &AgendaItem) -> Option<NaiveDate> {
    item.due.map(|due| due.due_last)
}

#[cfg(test)]
mod tests;
