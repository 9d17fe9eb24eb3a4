//! The stretch of days that the agenda looks at.

use chrono::{Datelike, Duration, NaiveDate};

use crate::domain::occurrence::last_day;
use crate::domain::schedule::Period;

/// How far the agenda looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Horizon {
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
}

/// First and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
}

impl Window {
    /// The window `shift` steps from the one of `today`; that one itself when the calendar ends before.
    pub fn around(today: NaiveDate, horizon: Horizon, shift: i32) -> Self {
        Self::find(today, horizon, shift)
            .or_else(|| Self::find(today, horizon, 0))
            .unwrap_or(Self { from: today, until: today })
    }

    /// Whether a day lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }

    fn find(today: NaiveDate, horizon: Horizon, shift: i32) -> Option<Self> {
        let months = match horizon {
            Horizon::Week => return week(today, shift),
            Horizon::Month => 1,
            Horizon::Quarter => 3,
            Horizon::Year => 12,
        };
        let now = i64::from(today.year()) * 12 + i64::from(today.month0());
        let first = (now.div_euclid(months) + i64::from(shift)) * months;
        let month_of = |index: i64| -> Option<(i32, u32)> {
            Some((i32::try_from(index.div_euclid(12)).ok()?, u32::try_from(index.rem_euclid(12)).ok()? + 1))
        };
        let (year, month) = month_of(first)?;
        let (last_year, last_month) = month_of(first + months - 1)?;
        let from = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self { from, until: last_day(Period::Month(last_year, last_month)) })
    }
}

fn week(today: NaiveDate, shift: i32) -> Option<Window> {
    let back = i64::from(today.weekday().num_days_from_monday());
    let from = today.checked_add_signed(Duration::days(i64::from(shift) * 7 - back))?;
    Some(Window { from, until: from.checked_add_signed(Duration::days(6))? })
}
