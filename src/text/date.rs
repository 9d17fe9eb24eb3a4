//! Days as Vietnamese offices write and type them.

use chrono::{Datelike, NaiveDate, Weekday};
use thiserror::Error;

/// Years that can be meant; anything else is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Why a typed day was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// Nothing was typed.
    #[error("chưa nhập ngày")]
    Empty,
    /// The text is not written like a day.
    #[error("“{0}” không phải là ngày; ví dụ đúng: 30/10 hoặc 30/10/2026")]
    NotADate(String),
    /// Written like a day, but the calendar has none such.
    #[error("không có ngày {day}/{month}/{year}")]
    NoSuchDay {
        /// Day of the month as typed.
        day: u32,
        /// Month as typed.
        month: u32,
        /// Year as typed or taken from today.
        year: i32,
    },
    /// No year has such a day.
    #[error("không có ngày {day}/{month}")]
    NoSuchDayOfYear {
        /// Day of the month as typed.
        day: u32,
        /// Month as typed.
        month: u32,
    },
    /// The year is before 1900 or after 2100.
    #[error("năm {0} nằm ngoài khoảng 1900–2100")]
    YearOutOfRange(i32),
}

/// `29/10/2026`.
pub fn format_date(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// `16/7/2024`, `05/02/2026`, as documents write it: days below 10 and months 1 and 2 alone bear a zero (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I, mục II.4.b).
pub fn format_official(day: NaiveDate) -> String {
    format!("{:02}/{}/{}", day.day(), official_month(day.month()), day.year())
}

/// A month, 1 to 12, as documents write it: `02`, `3`, `12`.
pub fn official_month(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// `29/10/26`, for narrow columns.
pub fn format_short(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:02}", day.day(), day.month(), day.year().rem_euclid(100))
}

/// `T2` to `T7`, and `CN` for Sunday.
pub fn format_weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "T2",
        Weekday::Tue => "T3",
        Weekday::Wed => "T4",
        Weekday::Thu => "T5",
        Weekday::Fri => "T6",
        Weekday::Sat => "T7",
        Weekday::Sun => "CN",
    }
}

/// `T5 29/10/26`.
pub fn format_weekday_short(day: NaiveDate) -> String {
    format!("{} {}", format_weekday(day), format_short(day))
}

/// Reads a day of a file, where nobody can be asked: `30/10/2026`, `30-10-2026`, `30.10.2026` or `2026-10-30`, from
/// 1900 to 2100. A year of two digits is refused.
pub fn parse_full_date(text: &str) -> Option<NaiveDate> {
    let forms = ["%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"];
    let read = forms.iter().find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok());
    // A year of two digits is read as one of antiquity.
    read.filter(|day| YEARS.contains(&day.year()))
}

/// Reads `30/10` (year of today), `30/10/2026`, `30/10/26`, `30-10-2026`, `30.10.2026`, `3010`, `301026`,
/// `30102026` and `2026-10-30`. Two digits of a year are of this century.
pub fn parse_date(text: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let typed = text.trim();
    if typed.is_empty() {
        return Err(DateError::Empty);
    }
    let parts = parts(typed).ok_or_else(|| DateError::NotADate(typed.to_owned()))?;
    let year = parts.year.unwrap_or_else(|| today.year());
    if !YEARS.contains(&year) {
        return Err(DateError::YearOutOfRange(year));
    }
    let (day, month) = (parts.day, parts.month);
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay { day, month, year })
}

/// Reads a day of every year, as day and month; a year that is typed with it is passed over.
///
/// # Errors
/// As [`parse_date`]; 29/2 is a day.
pub fn parse_day_of_year(text: &str) -> Result<(u32, u32), DateError> {
    let leap = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    match parse_date(text, leap) {
        Ok(day) => Ok((day.day(), day.month())),
        Err(DateError::NoSuchDay { day, month, .. }) => Err(DateError::NoSuchDayOfYear { day, month }),
        Err(other) => Err(other),
    }
}

struct Parts {
    day: u32,
    month: u32,
    year: Option<i32>,
}

fn parts(typed: &str) -> Option<Parts> {
    let fields: Vec<&str> = typed.split(['/', '-', '.']).map(str::trim).collect();
    if fields.iter().any(|field| field.is_empty() || !field.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match fields.as_slice() {
        [run] => run_parts(run),
        [day, month] => read(day, month, None),
        [year, month, day] if year.len() == 4 => read(day, month, Some(year)),
        [day, month, year] => read(day, month, Some(year)),
        _ => None,
    }
}

/// Digits without signs between them: two for the day, two for the month, the rest for the year.
fn run_parts(run: &str) -> Option<Parts> {
    let (day, rest) = run.split_at_checked(2)?;
    let (month, year) = rest.split_at_checked(2)?;
    read(day, month, (!year.is_empty()).then_some(year))
}

fn read(day: &str, month: &str, year: Option<&str>) -> Option<Parts> {
    let short = |field: &str| if field.len() <= 2 { field.parse().ok() } else { None };
    let year = match year {
        None => None,
        Some(year) if year.len() == 2 => Some(2000 + year.parse::<i32>().ok()?),
        Some(year) if year.len() == 4 => Some(year.parse().ok()?),
        Some(_) => return None,
    };
    Some(Parts { day: short(day)?, month: short(month)?, year })
}

#[cfg(test)]
mod tests;
