//! What comes back within a year, and parts of a year that a phrase names without naming the year.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Bound;
use super::period::{Period, month_end};

/// How often something comes back within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// "hằng tuần": Monday to Sunday.
    Week,
    /// "hằng tháng".
    Month,
    /// "hằng quý", "03 tháng/lần".
    Quarter,
    /// "06 tháng một lần".
    HalfYear,
    /// "định kỳ 6 tháng, năm": the first half, then the whole year.
    HalfAndYear,
}

/// The day that a cycle within the year prints for each of its periods.
///
/// A day that a month does not have, such as 31 in April, is its last day: that day lies before the 31st and is
/// the last one by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CycleDay {
    /// The month, counted from the first of the period as 1; one above its length is the first month of the next
    /// period ("tháng đầu quý sau"). Always 1 in a week.
    pub month: u32,
    /// Day of the month as printed; in a week 1 (Monday) to 7 (Sunday).
    pub day: u32,
    /// Whether the printed day still counts.
    pub bound: Bound,
}

/// A part of a year, of whichever year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YearPart {
    /// "6 tháng đầu năm" (1), "6 tháng cuối năm" (2).
    Half(u32),
    /// A quarter, 1 to 4.
    Quarter(u32),
    /// A month, 1 to 12.
    Month(u32),
    /// "tuần đầu tháng 12": the first week that has its Thursday in the month.
    ///
    /// Offices disagree whether the first week is the days 1 to 7 or a week from Monday on; the last valid day is
    /// the earlier of its Sunday and the 7th, so that what is in time is so for everybody.
    FirstWeek(u32),
    /// "tuần cuối tháng 11": the last week that has its Thursday in the month.
    ///
    /// The last valid day is its Sunday, or the end of the month where that comes first.
    LastWeek(u32),
}

/// The years that a part of a year is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Years {
    /// The phrase names none: the year of the plan.
    OfPlan,
    /// "hằng năm".
    Every,
    /// "hằng năm, bắt đầu từ năm 2025".
    From(i32),
    /// One year, named.
    Only(i32),
}

impl Every {
    /// Months of a period; `None` for a week, and where two lengths take turns.
    pub fn months(self) -> Option<u32> {
        match self {
            Self::Week | Self::HalfAndYear => None,
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::HalfYear => Some(6),
        }
    }

    /// The periods of a year, the earlier end first.
    pub fn periods(self, year: i32) -> Vec<Period> {
        let real = |period: &Period| period.last_day().is_some();
        match self {
            Self::Week => (1..=53).map(|week| Period::Week(year, week)).filter(real).collect(),
            Self::Month => (1..=12).map(|month| Period::Month(year, month)).collect(),
            Self::Quarter => (1..=4).map(|quarter| Period::Quarter(year, quarter)).collect(),
            Self::HalfYear => (1..=2).map(|half| Period::Half(year, half)).collect(),
            Self::HalfAndYear => vec![Period::Half(year, 1), Period::Year(year)],
        }
    }

    /// The period in which a day lies; of half-year and year the one that ends first.
    pub fn period_of(self, day: NaiveDate) -> Option<Period> {
        let year = if self == Self::Week { day.iso_week().year() } else { day.year() };
        self.periods(year).into_iter().find(|period| period.last_day().is_some_and(|last| day <= last))
    }

    /// Whether this cycle has such a period.
    pub fn has(self, period: Period) -> bool {
        match (self, period) {
            (Self::Week, Period::Week(..))
            | (Self::Month, Period::Month(..))
            | (Self::Quarter, Period::Quarter(..))
            | (Self::HalfYear, Period::Half(..))
            | (Self::HalfAndYear, Period::Half(_, 1) | Period::Year(_)) => period.last_day().is_some(),
            _ => false,
        }
    }
}

impl CycleDay {
    /// Whether a cycle can have such a day: a weekday in a week, a day of one of its months, or of the first month
    /// after a month or a quarter. A half-year prints both its days, so both must exist.
    pub fn fits(self, every: Every) -> bool {
        let months = match every {
            Every::Week => return self.month == 1 && (1..=7).contains(&self.day),
            Every::Month => 2,
            Every::Quarter => 4,
            Every::HalfYear => 6,
            Every::HalfAndYear => return false,
        };
        let in_month = (1..=months).contains(&self.month) && (1..=31).contains(&self.day);
        let in_both = || {
            [self.month, self.month + 6]
                .into_iter()
                .all(|month| NaiveDate::from_ymd_opt(2024, month, self.day).is_some())
        };
        in_month && (every != Every::HalfYear || in_both())
    }

    /// The printed day of a period; `None` where the month has no such day.
    pub fn printed(self, period: Period) -> Option<NaiveDate> {
        if let Period::Week(year, week) = period {
            let weekday = Weekday::try_from(u8::try_from(self.day.checked_sub(1)?).ok()?).ok()?;
            return NaiveDate::from_isoywd_opt(year, week, weekday);
        }
        let first = self.month_of(period)?;
        first.with_day(self.day)
    }

    /// The last valid day of a period.
    pub fn due_last(self, period: Period) -> Option<NaiveDate> {
        match (self.printed(period), self.bound) {
            (Some(day), Bound::Before) => day.pred_opt(),
            (Some(day), Bound::By) => Some(day),
            (None, _) => self.month_of(period).and_then(|first| month_end(first.year(), first.month())),
        }
    }

    /// The first day of the month in which the printed day lies.
    fn month_of(self, period: Period) -> Option<NaiveDate> {
        let months = chrono::Months::new(self.month.checked_sub(1)?);
        match period {
            Period::Week(..) => None,
            _ => period.first_day()?.checked_add_months(months),
        }
    }
}

impl YearPart {
    /// Whether the calendar has it.
    pub fn is_real(self) -> bool {
        let (number, most) = match self {
            Self::Half(half) => (half, 2),
            Self::Quarter(quarter) => (quarter, 4),
            Self::Month(month) | Self::FirstWeek(month) | Self::LastWeek(month) => (month, 12),
        };
        (1..=most).contains(&number)
    }

    /// Its period in a year; `None` where the calendar has none such.
    pub fn period(self, year: i32) -> Option<Period> {
        let period = match self {
            Self::Half(half) => Period::Half(year, half),
            Self::Quarter(quarter) => Period::Quarter(year, quarter),
            Self::Month(month) => Period::Month(year, month),
            // The 4th of a month always lies in the first week that has its Thursday there.
            Self::FirstWeek(month) => Period::week_of(NaiveDate::from_ymd_opt(year, month, 4)?),
            Self::LastWeek(month) => {
                Period::week_of(month_end(year, month)?.checked_sub_days(chrono::Days::new(3))?)
            }
        };
        period.last_day().map(|_| period)
    }

    /// The last valid day in a year.
    pub fn due_last(self, year: i32) -> Option<NaiveDate> {
        let last = self.period(year)?.last_day()?;
        match self {
            Self::FirstWeek(month) => Some(last.min(NaiveDate::from_ymd_opt(year, month, 7)?)),
            Self::LastWeek(month) => Some(last.min(month_end(year, month)?)),
            _ => Some(last),
        }
    }
}

#[cfg(test)]
mod tests;
