//! Phrases with a day: "trước ngày 30/10 hằng năm", "chậm nhất ngày 15/11/2026".

use chrono::{Datelike, NaiveDate};

use super::recurring::{every_year, first_year};
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Bound, Rule};

const BEFORE: [&str; 5] =
    ["chậm nhất trước ngày", "muộn nhất trước ngày", "xong trước ngày", "trước ngày", "trước"];
const BY: [&str; 14] = [
    "chậm nhất là ngày",
    "chậm nhất đến ngày",
    "chậm nhất vào ngày",
    "chậm nhất ngày",
    "chậm nhất là",
    "chậm nhất",
    "muộn nhất là ngày",
    "muộn nhất ngày",
    "không quá ngày",
    "đến hết ngày",
    "trong ngày",
    "hết ngày",
    "đến ngày",
    "xong đến ngày",
];

pub(super) fn read(mut words: Words<'_>) -> Branch {
    words.eat("định kỳ");
    let mut yearly = every_year(&mut words)?;
    words.eat_any(&["báo cáo", "xong"]);
    let bound = if words.eat_any(&BEFORE) {
        Bound::Before
    } else if words.eat_any(&BY) {
        Bound::By
    } else {
        return Ok(None);
    };
    let Some((day, month)) = day_and_month(&mut words) else { return Ok(None) };
    let year = if words.eat("/") || words.eat("năm") { words.year()? } else { None };
    words.eat("định kỳ");
    yearly |= every_year(&mut words)?;
    let from_year = first_year(&mut words)?;
    if !words.is_done() {
        return Ok(None);
    }
    rule(day, month, year, bound, (yearly || from_year.is_some(), from_year)).map(Some)
}

/// "30/10" or "30 tháng 10".
pub(super) fn day_and_month(words: &mut Words<'_>) -> Option<(u32, u32)> {
    let day = words.number()?;
    if !words.eat_any(&["/", "tháng"]) {
        return None;
    }
    Some((day, words.number()?))
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
