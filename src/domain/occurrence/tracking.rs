//! From when on the periods of a plan are followed.

use chrono::{Datelike, NaiveDate};

use super::{Term, last_day};
use crate::domain::schedule::Rule;

/// The start of following a plan: what is owed once a year is followed from the year in which the plan was loaded,
/// what comes back within the year from the day itself on, so that a late import owes no months that are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tracking {
    since: NaiveDate,
}

impl Tracking {
    /// Of a plan that was loaded on `day`.
    pub fn since(day: NaiveDate) -> Self {
        Self { since: day }
    }

    /// From the first day of a year on.
    pub fn since_year(year: i32) -> Self {
        Self { since: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN) }
    }

    /// The year in which it begins.
    pub fn first_year(self) -> i32 {
        self.since.year()
    }

    /// Whether a period of a rule is followed; one that is not is offered, and never overdue.
    pub fn covers(self, rule: &Rule, term: Term) -> bool {
        let end = last_day(term.period);
        match rule.is_within_year() {
            true => term.due.map_or(end, |due| due.due_last) >= self.since,
            false => end.year() >= self.since.year(),
        }
    }
}
