//! Working days: public holidays, days off and make-up days as data with a status and a source.
//!
//! Computes no lunar calendar: the days are announced year by year and stand in `data/calendar.toml`.

mod edit;
mod fixed;

use std::collections::{BTreeMap, BTreeSet};
use std::iter::successors;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use self::edit::{CalendarFault, Moved, moved};
use self::fixed::{fixed_days, fixed_holiday};
use super::decision::{Decision, Ruling};

/// What an entry says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday (Bộ luật Lao động 2019, Điều 112).
    Holiday,
    /// A weekday without work: in place of a holiday on a weekend, or swapped.
    Off,
    /// A day of the weekend that is worked for a swapped one.
    Makeup,
}

/// How certain an entry is. The order is from certain to uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayStatus {
    /// Follows from a law.
    Law,
    /// Announced for the year by the authority.
    Approved,
    /// Proposed or expected: shown, never counted.
    Proposed,
}

/// One entry of the calendar. Entries of one decision carry the same `source`, word for word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// What it says about the day.
    pub kind: DayKind,
    /// How certain it is.
    pub status: DayStatus,
    /// Name for the reader: "Ngày Văn hóa Việt Nam".
    pub name: String,
    /// Law, notice or reasoning that it rests on.
    pub source: String,
}

/// The working days of Việt Nam's offices: Monday to Friday, changed by the entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    days: BTreeMap<NaiveDate, Vec<CalendarDay>>,
    published: BTreeSet<i32>,
}

impl Calendar {
    /// A calendar of these entries, in any order; several on one day are allowed.
    pub fn new(days: impl IntoIterator<Item = CalendarDay>) -> Self {
        let mut calendar = Self::default();
        for day in days {
            calendar.days.entry(day.date).or_default().push(day);
        }
        calendar
    }

    /// Says for which years the official notices are all in.
    #[must_use]
    pub fn with_published(mut self, years: impl IntoIterator<Item = i32>) -> Self {
        self.published.extend(years);
        self
    }

    /// Whether the holidays of a year are officially known; otherwise advice for it is provisional.
    pub fn is_published(&self, year: i32) -> bool {
        self.published.contains(&year)
    }

    /// The years whose holidays are officially known, ascending.
    pub fn published(&self) -> impl Iterator<Item = i32> {
        self.published.iter().copied()
    }

    /// All entries, by day.
    pub fn days(&self) -> impl Iterator<Item = &CalendarDay> {
        self.days.values().flatten()
    }

    /// Whether offices work on `date`; proposed entries do not count.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let counted = self.days.get(&date).into_iter().flatten();
        let mut rest = !is_weekday(date) || self.assumed(date).is_some();
        for entry in counted.filter(|entry| entry.status != DayStatus::Proposed) {
            if entry.kind == DayKind::Makeup {
                return true;
            }
            rest = true;
        }
        !rest
    }

    /// The last working day not after `date`.
    pub fn last_working_day_until(&self, date: NaiveDate) -> NaiveDate {
        successors(Some(date), NaiveDate::pred_opt).find(|day| self.is_working_day(*day)).unwrap_or(date)
    }

    /// How many working days lie after `after`, up to and including `until`; 0 when `until` is not later.
    pub fn working_days_between(&self, after: NaiveDate, until: NaiveDate) -> i64 {
        let Some(first) = after.succ_opt().filter(|first| *first <= until) else { return 0 };
        // Whole weeks at once: a task may have been due years ago, and each row of a screen asks.
        let days = until.signed_duration_since(after).num_days();
        let begun = successors(Some(first), NaiveDate::succ_opt).take(usize::try_from(days % 7).unwrap_or(0));
        let of_the_week = days / 7 * 5 + begun.map(|day| i64::from(is_weekday(day))).sum::<i64>();
        let named = self.days.range(first..=until).map(|(day, _)| *day);
        let fixed = (first.year()..=until.year()).flat_map(fixed_days);
        let fixed = fixed.filter(|day| first <= *day && *day <= until && !self.days.contains_key(day));
        let change = |day| i64::from(self.is_working_day(day)) - i64::from(is_weekday(day));
        of_the_week + named.chain(fixed).map(change).sum::<i64>()
    }

    /// The entries from `from` to `until`, both included, with the proposed ones and those assumed for a year
    /// that is not published.
    pub fn entries_near(&self, from: NaiveDate, until: NaiveDate) -> Vec<CalendarDay> {
        let days = successors(Some(from), NaiveDate::succ_opt).take_while(|day| *day <= until);
        days.flat_map(|day| self.on(day)).collect()
    }

    /// What is said about a day.
    pub fn on(&self, date: NaiveDate) -> Vec<CalendarDay> {
        let stored = self.days.get(&date).into_iter().flatten().cloned();
        stored.chain(self.assumed(date)).collect()
    }

    /// A fixed holiday of a year whose notices are not all in, unless an entry says it.
    fn assumed(&self, date: NaiveDate) -> Option<CalendarDay> {
        let said =
            || self.days.get(&date).is_some_and(|entries| entries.iter().any(|e| e.kind == DayKind::Holiday));
        fixed_holiday(date).filter(|_| !self.is_published(date.year()) && !said())
    }

    /// The same calendar with what users decided: days added under a source, proposals approved or dropped.
    #[must_use]
    pub fn decided(&self, decisions: &[Decision]) -> Self {
        let mut calendar = self.clone();
        for decision in decisions {
            if let Ruling::CalendarDays { source, days } = &decision.ruling {
                calendar.drop_source(source);
                days.iter().for_each(|day| calendar.days.entry(day.date).or_default().push(day.clone()));
            }
        }
        // Days that were added anew under a source were not there when it was decided about.
        let added_since = |source: &str, verdict: &Decision| {
            decisions.iter().any(|other| match &other.ruling {
                Ruling::CalendarDays { source: of, .. } => of == source && other.stamp.at > verdict.stamp.at,
                _ => false,
            })
        };
        for decision in decisions {
            match &decision.ruling {
                Ruling::CalendarVerdict { source, .. } if added_since(source, decision) => {}
                Ruling::CalendarVerdict { source, approved: true } => calendar = calendar.if_approved(source),
                Ruling::CalendarVerdict { source, approved: false } => calendar.drop_proposal(source),
                _ => {}
            }
        }
        calendar
    }

    /// The same calendar without what rests on a source.
    #[must_use]
    pub fn without(&self, source: &str) -> Self {
        let mut other = self.clone();
        other.drop_source(source);
        other
    }

    fn drop_source(&mut self, source: &str) {
        self.days.values_mut().for_each(|entries| entries.retain(|entry| entry.source != source));
    }

    fn drop_proposal(&mut self, source: &str) {
        let stays = |entry: &CalendarDay| entry.source != source || entry.status != DayStatus::Proposed;
        self.days.values_mut().for_each(|entries| entries.retain(stays));
    }

    /// The same calendar as it would be if every proposed entry that rests on `source` were approved.
    #[must_use]
    pub fn if_approved(&self, source: &str) -> Self {
        let mut other = self.clone();
        for entry in other.days.values_mut().flatten() {
            if entry.status == DayStatus::Proposed && entry.source == source {
                entry.status = DayStatus::Approved;
            }
        }
        other
    }
}

fn is_weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests;
