//! Phrases that come back without a day: "Hằng năm", "02 năm/lần", "thường xuyên …".

use chrono::NaiveDate;

use super::dated::{date, day_and_month};
use super::period::period;
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Period, Rule};

/// Steps over "hằng năm"; other cycles are refused, because no rule can hold them.
pub(super) fn every_year(words: &mut Words<'_>) -> Result<bool, PhraseReason> {
    if words.eat_any(&["hàng năm", "mỗi năm", "từng năm"]) {
        return Ok(true);
    }
    let others = ["hàng quý", "hàng tháng", "hàng tuần", "mỗi quý", "mỗi tháng", "mỗi tuần"];
    if words.eat_any(&others) { Err(PhraseReason::CycleNotYearly) } else { Ok(false) }
}

/// "bắt đầu từ năm 2025", also "kể từ năm 2025".
pub(super) fn first_year(words: &mut Words<'_>) -> Result<Option<i32>, PhraseReason> {
    if !words.eat_any(&["bắt đầu từ năm", "kể từ năm", "từ năm"]) {
        return Ok(None);
    }
    words.year()?.map_or(Err(PhraseReason::NoYear), |year| Ok(Some(year)))
}

/// "02 năm/lần", "2 năm một lần"; once a year is simply every year.
pub(super) fn cycles(mut words: Words<'_>) -> Branch {
    words.eat("định kỳ");
    words.eat("mỗi");
    let Some(years) = words.number() else { return Ok(None) };
    if words.eat("tháng") || words.eat("quý") {
        return Err(PhraseReason::CycleNotYearly);
    }
    if !words.eat_any(&["năm / lần", "năm / 1 lần", "năm một lần", "năm 1 lần"]) {
        return Ok(None);
    }
    if !(1..=50).contains(&years) {
        return Err(PhraseReason::BadNumber(years));
    }
    let anchor = first_year(&mut words)?;
    if !words.is_done() {
        return Ok(None);
    }
    Ok(Some(if years == 1 { Rule::Yearly { from_year: anchor } } else { Rule::EveryYears { years, anchor } }))
}

/// "thường xuyên …" and "hằng năm …" with what stands behind them.
pub(super) fn read(mut words: Words<'_>) -> Branch {
    // An inspection "periodic or ad hoc" goes on all the time and may be opened by an event.
    if words.eat("định kỳ hoặc đột xuất") {
        return Ok(Some(Rule::Continuous { yearly: false, from: None, phases: false, on_event: true }));
    }
    let regular = words.eat("định kỳ");
    let mut constant = words.eat("thường xuyên");
    words.eat("liên tục");
    let yearly = every_year(&mut words)?;
    words.eat("một lần");
    constant |= words.eat("thường xuyên");
    if !constant && !yearly {
        return Ok(None);
    }
    let from = start(&mut words)?;
    let phases = words.eat_any(&["và theo giai đoạn", "và giai đoạn", "theo giai đoạn"]);
    let on_event = event(&mut words);
    let rule = match (constant || phases || on_event, from) {
        (true, from) => Rule::Continuous { yearly, from: from.map(first_day), phases, on_event },
        (false, None) => Rule::Yearly { from_year: None },
        (false, Some(Start::Year(year))) => Rule::Yearly { from_year: Some(year) },
        // A year cannot begin in a quarter: such a phrase is continuous in all but the word.
        (false, Some(day)) => Rule::Continuous { yearly, from: Some(first_day(day)), phases, on_event },
    };
    // "định kỳ hằng năm báo cáo UBND tỉnh": what follows says what is done, not when.
    let act = regular || words.clone().eat_any(&["báo cáo", "tổng hợp"]);
    Ok((words.is_done() || act && !words.has_digit()).then_some(rule))
}

/// Where a phrase says that something starts.
enum Start {
    Year(i32),
    Day(NaiveDate),
}

fn first_day(start: Start) -> NaiveDate {
    match start {
        Start::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
        Start::Day(day) => day,
    }
}

/// "bắt đầu từ năm 2025", "bắt đầu từ Quý III năm 2024", "từ ngày 01/7/2024".
fn start(words: &mut Words<'_>) -> Result<Option<Start>, PhraseReason> {
    let before = words.clone();
    if !words.eat_any(&["bắt đầu từ", "kể từ", "từ"]) {
        return Ok(None);
    }
    if words.eat("ngày") {
        let found = day_and_month(words);
        let year = if words.eat("/") || words.eat("năm") { words.year()? } else { None };
        let Some((day, month)) = found else { return Ok(None) };
        return Ok(Some(Start::Day(date(year.ok_or(PhraseReason::NoYear)?, month, day)?)));
    }
    let start = match period(words)? {
        Some(Period::Year(year)) => Start::Year(year),
        Some(Period::Quarter(year, quarter)) => Start::Day(date(year, quarter * 3 - 2, 1)?),
        Some(Period::Month(year, month)) => Start::Day(date(year, month, 1)?),
        None => {
            *words = before;
            return Ok(None);
        }
    };
    Ok(Some(start))
}

/// "hoặc khi có phát sinh nhiệm vụ".
fn event(words: &mut Words<'_>) -> bool {
    let here = words.eat_any(&["hoặc", "và"]) && words.eat_any(&["khi có phát sinh", "khi phát sinh"]);
    if here {
        words.eat("nhiệm vụ");
    }
    here
}
