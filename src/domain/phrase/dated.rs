//! Phrases with a day of a month: "trước ngày 30/10 hằng năm", "chậm nhất ngày 15/11/2026".

use chrono::{Datelike, NaiveDate};

use super::cadence::{Cadence, YEARLY, cadence, first_year, repeated};
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Bound, CycleDay, Every, Rule};

const BEFORE: [&str; 5] =
    ["chậm nhất trước ngày", "muộn nhất trước ngày", "xong trước ngày", "trước ngày", "trước"];
const BY: [&str; 21] = [
    "chậm nhất là ngày",
    "chậm nhất đến ngày",
    "chậm nhất vào ngày",
    "chậm nhất ngày",
    "chậm nhất là",
    "chậm nhất vào",
    "chậm nhất",
    "muộn nhất là ngày",
    "muộn nhất vào ngày",
    "muộn nhất ngày",
    "muộn nhất là",
    "muộn nhất vào",
    "muộn nhất",
    "không quá ngày",
    "đến hết ngày",
    "trong ngày",
    "hết ngày",
    "đến ngày",
    "xong đến ngày",
    "vào ngày",
    "ngày",
];

/// What stands before a day: how often, and whether the day still counts.
pub(super) struct Head {
    pub(super) cadence: Option<Cadence>,
    pub(super) bound: Bound,
}

/// "định kỳ hàng năm (trước ngày …"; `None`: no day follows.
pub(super) fn head(words: &mut Words<'_>) -> Result<Option<Head>, PhraseReason> {
    let regular = words.eat("định kỳ");
    let cadence = cadence(words, regular)?;
    words.eat_any(&["báo cáo", "xong"]);
    let bound = if words.eat_any(&BEFORE) {
        Bound::Before
    } else if words.eat_any(&BY) || words.eat("vào") || words.clone().weekday()?.is_some() {
        Bound::By
    } else {
        return Ok(None);
    };
    Ok(Some(Head { cadence, bound }))
}

pub(super) fn read(mut words: Words<'_>) -> Branch {
    let Some(Head { cadence, bound }) = head(&mut words)? else { return Ok(None) };
    let Some((day, month)) = day_and_month(&mut words) else { return Ok(None) };
    let second = second_day(&mut words);
    let year =
        if words.eat_any(&["/", "năm"]) { Some(words.year()?.ok_or(PhraseReason::NoYear)?) } else { None };
    let cadence = repeated(&mut words, cadence)?;
    let from_year = first_year(&mut words)?;
    if second_day(&mut words).is_some() {
        return Err(PhraseReason::TwoDays);
    }
    if !words.is_done() {
        return Ok(None);
    }
    if let Some(second) = second {
        date(2024, month, day)?;
        date(2024, second.1, second.0)?;
        let half = cadence.is_none_or(|cadence| matches!(cadence, YEARLY | Cadence::Within(Every::HalfYear)));
        return match half_yearly((day, month), second, bound) {
            Some(on) if half && year.is_none() => {
                Ok(Some(Rule::Cycle { every: Every::HalfYear, on: Some(on), from_year }))
            }
            _ => Err(PhraseReason::TwoDays),
        };
    }
    let yearly = match cadence {
        None => from_year.is_some(),
        Some(YEARLY) => true,
        Some(Cadence::Years(_)) => return Err(PhraseReason::DayOfYears),
        Some(Cadence::Within(_)) => return Err(PhraseReason::CycleMismatch),
    };
    rule(day, month, year, bound, (yearly, from_year)).map(Some)
}

/// "30/10" or "30 tháng 10".
pub(super) fn day_and_month(words: &mut Words<'_>) -> Option<(u32, u32)> {
    let mut next = words.clone();
    let day = next.number()?;
    if !next.eat_any(&["/", "tháng"]) {
        return None;
    }
    let month = next.number()?;
    *words = next;
    Some((day, month))
}

/// "và 15/12", "và trước ngày 15/12".
fn second_day(words: &mut Words<'_>) -> Option<(u32, u32)> {
    let mut next = words.clone();
    next.eat("và");
    if !next.eat_any(&BEFORE) {
        next.eat_any(&BY);
    }
    let found = day_and_month(&mut next)?;
    *words = next;
    Some(found)
}

/// The same day of two months that lie half a year apart: "15/6 và 15/12".
fn half_yearly(first: (u32, u32), second: (u32, u32), bound: Bound) -> Option<CycleDay> {
    let month = first.1.min(second.1);
    let on = CycleDay { month, day: first.0, bound };
    (first.0 == second.0 && first.1.abs_diff(second.1) == 6 && on.fits(Every::HalfYear)).then_some(on)
}

/// The day, unless the calendar has none such.
pub(super) fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, PhraseReason> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(PhraseReason::ImpossibleDate { day, month })
}

fn rule(
    day: u32,
    month: u32,
    year: Option<i32>,
    bound: Bound,
    (yearly, from_year): (bool, Option<i32>),
) -> Result<Rule, PhraseReason> {
    if let Some(year) = year {
        if yearly {
            return Err(PhraseReason::Contradiction);
        }
        return Ok(Rule::Once { date: date(year, month, day)?, bound });
    }
    // Without a year the day is meant for every year; a leap year admits 29/2.
    let printed = date(2024, month, day)?;
    Ok(Rule::Annual { day: printed.day(), month: printed.month(), bound, from_year })
}
