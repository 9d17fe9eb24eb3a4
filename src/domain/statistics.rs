//! What was done of what was owed, in the shape that every leader knows: total; done, on time or late; not done,
//! in time or overdue; extended; untracked.
//!
//! Counts reports owed (obligation × period × agency) and, apart from them, tasks with a day (task × period ×
//! agency that answers for it). Open-ended groups and drafts are never counted. Every number is the length of a
//! list of entries, so that it can be opened.

mod entries;

use crate::domain::occurrence::Tracking;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId, PlanId};
use super::occurrence::Due;
use super::schedule::Period;

pub use self::entries::count;

/// What is counted together; each part that is given narrows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// One plan.
    pub plan: Option<PlanId>,
    /// One agency.
    pub agency: Option<AgencyId>,
    /// The plans of one province, by its name.
    pub province: Option<String>,
}

/// What is counted, of which year, as of which day.
#[derive(Clone, Debug)]
pub struct StatisticsFilter<'a> {
    /// What is counted together.
    pub scope: Scope,
    /// The year in which the last valid day lies; without a day, the year in which the period ends.
    pub year: i32,
    /// The day in Việt Nam: what is owed only later is not counted yet.
    pub today: NaiveDate,
    /// First year whose periods are tracked, by plan; a plan that is missing is tracked from the year of `today`.
    pub tracked_from: &'a BTreeMap<PlanId, Tracking>,
}

/// Which of the two is counted; they are never added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counted {
    /// Reports owed.
    Reports,
    /// Tasks with a day.
    Tasks,
}

/// How an entry stands, by its original last valid day at +07:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Done by the last valid day, or without one.
    OnTime,
    /// Done so many days after the last valid day.
    Late(i64),
    /// Not done; the last valid day is not gone, or there is none.
    InTime,
    /// Not done, so many days after the last valid day.
    Overdue(i64),
    /// Not done, of a period before the plan was tracked.
    Untracked,
    /// Waived.
    Waived,
}

/// One thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// A report or a task.
    pub counted: Counted,
    /// The obligation or the task.
    pub item: ItemId,
    /// The period.
    pub period: Period,
    /// Whom it falls on; `None`: a task that the plan gives to nobody.
    pub agency: Option<AgencyId>,
    /// Its original day.
    pub due: Option<Due>,
    /// How it stands.
    pub standing: Standing,
    /// Whether a later day was granted.
    pub extended: bool,
}

/// One of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// Done and not done.
    Total,
    /// On time and late.
    Done,
    /// Done by the last valid day.
    OnTime,
    /// Done after it.
    Late,
    /// In time and overdue.
    NotDone,
    /// Not done, not yet due.
    InTime,
    /// Not done, past the last valid day.
    Overdue,
    /// Of the total: with a later day granted.
    Extended,
    /// Outside the total: periods before the tracking.
    Untracked,
    /// Outside the total: waived.
    Waived,
}

impl Figure {
    /// All of them in their order.
    pub const ALL: [Self; 10] = [
        Self::Total,
        Self::Done,
        Self::OnTime,
        Self::Late,
        Self::NotDone,
        Self::InTime,
        Self::Overdue,
        Self::Extended,
        Self::Untracked,
        Self::Waived,
    ];

    /// Whether an entry belongs to this number.
    pub fn holds(self, entry: &Entry) -> bool {
        let (on_time, late, in_time, overdue) = match entry.standing {
            Standing::OnTime => (true, false, false, false),
            Standing::Late(_) => (false, true, false, false),
            Standing::InTime => (false, false, true, false),
            Standing::Overdue(_) => (false, false, false, true),
            Standing::Untracked => return self == Self::Untracked,
            Standing::Waived => return self == Self::Waived,
        };
        match self {
            Self::Total => true,
            Self::Done => on_time || late,
            Self::OnTime => on_time,
            Self::Late => late,
            Self::NotDone => in_time || overdue,
            Self::InTime => in_time,
            Self::Overdue => overdue,
            Self::Extended => entry.extended,
            Self::Untracked | Self::Waived => false,
        }
    }
}

/// The numbers over some entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    figures: [usize; Figure::ALL.len()],
    /// Of the total: without a day, so never late and never overdue.
    pub undated: usize,
    /// On time by a day.
    by_their_day: usize,
}

impl Tally {
    /// Counts entries.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut tally = Self::default();
        for entry in entries {
            for (number, figure) in tally.figures.iter_mut().zip(Figure::ALL) {
                *number += usize::from(figure.holds(entry));
            }
            tally.by_their_day += usize::from(entry.standing == Standing::OnTime && entry.due.is_some());
            tally.undated += usize::from(Figure::Total.holds(entry) && entry.due.is_none());
        }
        tally
    }

    /// One of the numbers.
    pub fn get(&self, figure: Figure) -> usize {
        let place = Figure::ALL.iter().position(|other| *other == figure);
        place.and_then(|place| self.figures.get(place)).copied().unwrap_or(0)
    }

    /// Those on time among all whose outcome is known: on time, late and overdue. `None` where there is none;
    /// what is not yet due and what has no day says nothing about punctuality and is left out.
    pub fn punctual(&self) -> Option<(usize, usize)> {
        let known = self.by_their_day + self.get(Figure::Late) + self.get(Figure::Overdue);
        (known > 0).then_some((self.by_their_day, known))
    }
}

/// The numbers of each agency in the order of the register; what nobody was given comes last.
pub fn by_agency(catalog: &Catalog, entries: &[Entry], counted: Counted) -> Vec<(Option<AgencyId>, Tally)> {
    let mut of: BTreeMap<Option<&AgencyId>, Vec<&Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.counted == counted) {
        of.entry(entry.agency.as_ref()).or_default().push(entry);
    }
    let mut found: Vec<_> =
        of.into_iter().map(|(agency, entries)| (agency.cloned(), Tally::of(entries))).collect();
    let place = |agency: &Option<AgencyId>| {
        agency.as_ref().map_or((1, 0), |id| {
            let at = catalog.agencies().iter().position(|agency| agency.id == *id);
            (0, at.unwrap_or(usize::MAX))
        })
    };
    found.sort_by_cached_key(|(agency, _)| place(agency));
    found
}

#[cfg(test)]
mod tests;
