//! Phrases that come back without a day: "Hằng năm", "hằng quý", "02 năm/lần", "thường xuyên …".

use chrono::NaiveDate;

use super::cadence::{Cadence, YEARLY, cadence};
use super::dated::{date, day_and_month};
use super::period::period;
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Period, Rule};

/// Words of time: where they follow what is to be done, the phrase says more than a cycle.
#[rustfmt::skip]
const TIME: [&str; 31] = [
    "ngày", "tuần", "tháng", "quý", "trước", "chậm nhất", "muộn nhất", "đầu năm", "giữa năm", "cuối năm", "hàng năm",
    "giờ", "khi", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "giai đoạn", "không",
    "i", "ii", "iii", "iv", "đến hết", "sau", "mỗi", "trong năm", "báo cáo năm",
];

/// "thường xuyên …", "hằng năm …", "hằng quý …" with what stands behind them.
pub(super) fn read(mut words: Words<'_>) -> Branch {
    // An inspection "periodic or ad hoc" goes on all the time and may be opened by an event.
    if words.eat("định kỳ hoặc đột xuất") {
        return Ok(Some(Rule::Continuous { yearly: false, from: None, phases: false, on_event: true }));
    }
    let regular = words.eat_any(&["báo cáo định kỳ", "định kỳ", "báo cáo"]);
    let mut constant = words.eat("thường xuyên");
    words.eat("liên tục");
    let bare = !["hàng", "mỗi", "từng"].iter().any(|each| words.clone().eat(each));
    let cadence = cadence(&mut words, regular)?;
    constant |= words.eat("thường xuyên");
    if !constant && cadence.is_none() {
        return Ok(None);
    }
    let from = start(&mut words)?;
    let phases = words.eat_any(&["và theo giai đoạn", "và giai đoạn", "theo giai đoạn"]);
    let on_event = event(&mut words);
    // "định kỳ hằng năm báo cáo UBND tỉnh": what follows says what is done, not when.
    // Behind a bare "báo cáo năm" it must be plain that the name of the period is over: "báo cáo năm học" is another.
    let act = regular && !bare || words.clone().eat_any(&["báo cáo", "tổng hợp"]);
    let timed = words.has_digit() || TIME.iter().any(|time| words.contains(time));
    if !words.is_done() && (timed || !act) {
        return Ok(None);
    }
    let constant = constant || phases || on_event;
    Ok(match (cadence, from) {
        (None | Some(YEARLY), from) if constant => {
            let from = from.map(first_day);
            Some(Rule::Continuous { yearly: cadence.is_some(), from, phases, on_event })
        }
        _ if constant => None,
        (Some(cadence), None) => Some(every(cadence, None)),
        (Some(cadence), Some(Start::Year(year))) => Some(every(cadence, Some(year))),
        // A year cannot begin in a quarter: such a phrase is continuous in all but the word.
        (Some(YEARLY), Some(day)) => {
            Some(Rule::Continuous { yearly: true, from: Some(first_day(day)), phases, on_event })
        }
        _ => None,
    })
}

fn every(cadence: Cadence, first: Option<i32>) -> Rule {
    match cadence {
        YEARLY => Rule::Yearly { from_year: first },
        Cadence::Years(years) => Rule::EveryYears { years, anchor: first },
        Cadence::Within(every) => Rule::Cycle { every, on: None, from_year: first },
    }
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
        Some(period) => Start::Day(period.first_day().ok_or(PhraseReason::Unknown)?),
        None => {
            *words = before;
            return Ok(None);
        }
    };
    Ok(Some(start))
}

/// "hoặc khi có phát sinh nhiệm vụ".
fn event(words: &mut Words<'_>) -> bool {
    let mut next = words.clone();
    let here = next.eat_any(&["hoặc", "và"]) && next.eat_any(&["khi có phát sinh", "khi phát sinh"]);
    if here {
        next.eat("nhiệm vụ");
        *words = next;
    }
    here
}
