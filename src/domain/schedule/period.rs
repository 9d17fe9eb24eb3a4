//! Calendar periods: what a phrase names, what a report covers, and how they stand in files.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A calendar period that a phrase names, or that a report covers.
///
/// In files and in data for other programs it stands as `2026`, `2026-H1`, `2026-Q2`, `2026-10` or `2026-W48`;
/// see [`Period::from_str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A year.
    Year(i32),
    /// A half (1 or 2) of a year: "6 tháng đầu năm", "6 tháng cuối năm".
    Half(i32, u32),
    /// A quarter (1 to 4) of a year.
    Quarter(i32, u32),
    /// A month (1 to 12) of a year.
    Month(i32, u32),
    /// A week (1 to 53) of a year: Monday to Sunday, counted as in ISO 8601.
    Week(i32, u32),
}

/// A text that names no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a period; write 2026, 2026-H1, 2026-Q2, 2026-10 or 2026-W48")]
pub struct NotAPeriod;

impl Period {
    /// The month in which a day lies.
    pub fn month_of(day: NaiveDate) -> Self {
        Self::Month(day.year(), day.month())
    }

    /// The week in which a day lies; around New Year its year may be another one than the day's.
    pub fn week_of(day: NaiveDate) -> Self {
        let week = day.iso_week();
        Self::Week(week.year(), week.week())
    }

    /// The year that it belongs to.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::Week(year, _) => year,
        }
    }

    /// The period of the same length just before; `None` where the calendar has none.
    pub fn previous(self) -> Option<Self> {
        let part = |year: i32, number: u32, count: u32| match number {
            1 => (year - 1, count),
            number => (year, number - 1),
        };
        self.first_day()?;
        Some(match self {
            Self::Year(year) => Self::Year(year - 1),
            Self::Half(year, half) => {
                let (year, half) = part(year, half, 2);
                Self::Half(year, half)
            }
            Self::Quarter(year, quarter) => {
                let (year, quarter) = part(year, quarter, 4);
                Self::Quarter(year, quarter)
            }
            Self::Month(year, month) => {
                let (year, month) = part(year, month, 12);
                Self::Month(year, month)
            }
            Self::Week(..) => Self::week_of(self.first_day()?.checked_sub_days(Days::new(7))?),
        })
    }

    /// The first day; `None` where the calendar has no such period.
    pub fn first_day(self) -> Option<NaiveDate> {
        match self.months() {
            Some((year, first, _)) => NaiveDate::from_ymd_opt(year, first, 1),
            None => self.weekday(Weekday::Mon),
        }
    }

    /// The last day; `None` where the calendar has no such period.
    pub fn last_day(self) -> Option<NaiveDate> {
        match self.months() {
            Some((year, _, last)) => month_end(year, last),
            None => self.weekday(Weekday::Sun),
        }
    }

    /// First and last day of the figures that a report of this period gives: year, half-year, quarter and month
    /// begin on the 15th before and end on the 14th (Nghị định 09/2019/NĐ-CP, Điều 12). The decree knows no
    /// weekly report; its figures are those of the week itself.
    pub fn data_window(self) -> Option<(NaiveDate, NaiveDate)> {
        let Some((year, first, last)) = self.months() else {
            return Some((self.first_day()?, self.last_day()?));
        };
        let from = NaiveDate::from_ymd_opt(year, first, 15)?.checked_sub_months(Months::new(1))?;
        Some((from, NaiveDate::from_ymd_opt(year, last, 14)?))
    }

    /// Year, first and last month; `None` for a week.
    fn months(self) -> Option<(i32, u32, u32)> {
        let part = |year, number: u32, length: u32| {
            let before = number.checked_sub(1)?.checked_mul(length)?;
            Some((year, before.checked_add(1)?, before.checked_add(length)?))
        };
        match self {
            Self::Year(year) => Some((year, 1, 12)),
            Self::Half(year, half) => part(year, half, 6),
            Self::Quarter(year, quarter) => part(year, quarter, 3),
            Self::Month(year, month) => part(year, month, 1),
            Self::Week(..) => None,
        }
    }

    fn weekday(self, weekday: Weekday) -> Option<NaiveDate> {
        match self {
            Self::Week(year, week) => NaiveDate::from_isoywd_opt(year, week, weekday),
            _ => None,
        }
    }
}

/// The last day of a month; `None` where the calendar has no such month.
pub fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?
        .checked_add_months(Months::new(1))?
        .checked_sub_days(Days::new(1))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    /// Reads what [`Display`](fmt::Display) writes, and nothing that the calendar has not.
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, part) = text.split_once('-').map_or((text, None), |(year, part)| (year, Some(part)));
        let year: i32 = digits(year, 4..=6)?;
        let period = match part.map(|part| (part, part.split_at_checked(1))) {
            None => Self::Year(year),
            Some((_, Some(("H", half)))) => Self::Half(year, digits(half, 1..=1)?),
            Some((_, Some(("Q", quarter)))) => Self::Quarter(year, digits(quarter, 1..=1)?),
            Some((_, Some(("W", week)))) => Self::Week(year, digits(week, 2..=2)?),
            Some((month, _)) => Self::Month(year, digits(month, 2..=2)?),
        };
        // Periods are read by the thousand, and the last day, which takes longer, is there whenever the first one is: all
        // but the last year that dates can have.
        period.first_day().map(|_| period).ok_or(NotAPeriod)
    }
}

fn digits<T: FromStr>(text: &str, length: std::ops::RangeInclusive<usize>) -> Result<T, NotAPeriod> {
    let good = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten().ok_or(NotAPeriod)
}

#[cfg(test)]
mod tests;
