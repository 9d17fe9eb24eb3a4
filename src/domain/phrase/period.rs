//! Phrases with a period: "Đến hết Quý I/2024", "trong quý IV hằng năm", "tuần đầu tháng 12".

use super::cadence::{Cadence, YEARLY, cadence, first_year, repeated};
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Period, Rule, YearPart, Years};

/// A period as the phrase names it.
enum Named {
    Year,
    Part(YearPart),
    /// By its number in the year.
    Week(u32),
}

pub(super) fn read(mut words: Words<'_>) -> Branch {
    let target = words.clone().eat_any(&["đến năm", "năm"]) && words.has_digit();
    if target || words.clone().year().is_ok_and(|year| year.is_some()) && !words.contains("lần") {
        return Err(PhraseReason::TargetYear);
    }
    let regular = words.eat("định kỳ");
    let cycle = cadence(&mut words, regular)?;
    // What is periodic and has a part of the year comes back every year.
    let before = if regular { cycle.or(Some(YEARLY)) } else { cycle };
    words.eat_any(&["chậm nhất", "muộn nhất", "xong"]);
    // "Quý II/2026" alone can only be the time of a piece of work; a bare year was refused above.
    let led = words.eat_any(&["đến hết", "hết", "trong", "vào"]);
    let Some(named) = named(&mut words)? else { return Ok(None) };
    if !led && matches!(named, Named::Year) {
        return Ok(None);
    }
    let year = year(&mut words, &named)?;
    let cadence = repeated(&mut words, before)?;
    let from_year = first_year(&mut words)?;
    if !words.is_done() {
        return Ok(None);
    }
    let yearly = match cadence {
        None => from_year.is_some(),
        Some(YEARLY) => true,
        Some(Cadence::Years(_)) => return Err(PhraseReason::DayOfYears),
        Some(Cadence::Within(_)) => return Err(PhraseReason::CycleMismatch),
    };
    rule(&named, year, yearly, from_year).map(Some)
}

fn rule(
    named: &Named,
    year: Option<i32>,
    yearly: bool,
    from_year: Option<i32>,
) -> Result<Rule, PhraseReason> {
    let end = |period: Period| Rule::PeriodEnd { period };
    match (named, year) {
        (_, Some(_)) if yearly => Err(PhraseReason::Contradiction),
        (Named::Year, Some(year)) => Ok(end(Period::Year(year))),
        (Named::Week(week), Some(year)) => {
            let period = Period::Week(year, *week);
            period.last_day().map(|_| end(period)).ok_or(PhraseReason::BadNumber(*week))
        }
        (Named::Part(part @ (YearPart::FirstWeek(_) | YearPart::LastWeek(_))), Some(year)) => {
            Ok(Rule::PartEnd { part: *part, of: Years::Only(year) })
        }
        (Named::Part(part), Some(year)) => part.period(year).map(end).ok_or(PhraseReason::Unknown),
        (Named::Year | Named::Week(_), None) => Err(PhraseReason::NoYear),
        (Named::Part(part), None) => {
            let every = from_year.map_or(Years::Every, Years::From);
            Ok(Rule::PartEnd { part: *part, of: if yearly { every } else { Years::OfPlan } })
        }
    }
}

/// "quý II", "tháng 7", "6 tháng đầu năm", "tuần đầu tháng 12", "tuần 48", "năm".
fn named(words: &mut Words<'_>) -> Result<Option<Named>, PhraseReason> {
    if words.eat("quý") {
        let Some(quarter) = words.quarter() else { return Ok(None) };
        return part(YearPart::Quarter(quarter), quarter);
    }
    if words.eat("tháng") {
        let Some(month) = words.number() else { return Ok(None) };
        return part(YearPart::Month(month), month);
    }
    if words.eat("tuần") {
        return week(words);
    }
    if let Some(half) = half(words) {
        return part(YearPart::Half(half), half);
    }
    Ok(words.eat("năm").then_some(Named::Year))
}

fn part(part: YearPart, number: u32) -> Result<Option<Named>, PhraseReason> {
    if part.is_real() { Ok(Some(Named::Part(part))) } else { Err(PhraseReason::BadNumber(number)) }
}

/// "6 tháng đầu năm", "06 tháng cuối năm".
fn half(words: &mut Words<'_>) -> Option<u32> {
    let mut next = words.clone();
    if next.number() != Some(6) {
        return None;
    }
    let half = [("tháng đầu", 1), ("tháng cuối", 2)].into_iter().find(|(name, _)| next.eat(name))?.1;
    *words = next;
    Some(half)
}

/// Behind "tuần": "đầu tháng 12", "cuối cùng của tháng 11", "48".
fn week(words: &mut Words<'_>) -> Result<Option<Named>, PhraseReason> {
    let first = words.eat_any(&["đầu tiên", "đầu", "thứ nhất"]);
    if !first && !words.eat_any(&["cuối cùng", "cuối"]) {
        let mut next = words.clone();
        return match next.number() {
            Some(week) if !next.clone().eat("tháng") => {
                *words = next;
                Ok(Some(Named::Week(week)))
            }
            None if !words.clone().eat("thứ") => Ok(None),
            _ => Err(PhraseReason::WeekOfMonth),
        };
    }
    words.eat("của");
    if !words.eat("tháng") {
        return Ok(None);
    }
    let Some(month) = words.number() else { return Ok(None) };
    part(if first { YearPart::FirstWeek(month) } else { YearPart::LastWeek(month) }, month)
}

/// The year behind a period; `None`: it names none.
fn year(words: &mut Words<'_>, named: &Named) -> Result<Option<i32>, PhraseReason> {
    if matches!(named, Named::Year) {
        return words.year();
    }
    if words.eat("/") {
        return words.year()?.map_or(Err(PhraseReason::NoYear), |year| Ok(Some(year)));
    }
    // "6 tháng đầu năm" is complete without a number; "quý II năm" is not.
    let half = matches!(named, Named::Part(YearPart::Half(_)));
    if !words.eat("năm") {
        // "tháng 6, 12" names a second month and no year.
        let long = words.clone().number().is_some_and(|number| number > 99);
        return if long { words.year() } else { Ok(None) };
    }
    match words.year()? {
        None if !half => Err(PhraseReason::NoYear),
        year => Ok(year),
    }
}

/// A period with its year: "quý II/2026", "quý II năm 2026", "tháng 7/2025", "năm 2025".
pub(super) fn period(words: &mut Words<'_>) -> Result<Option<Period>, PhraseReason> {
    let Some(named) = named(words)? else { return Ok(None) };
    let Some(year) = year(words, &named)? else { return Err(PhraseReason::NoYear) };
    match rule(&named, Some(year), false, None)? {
        Rule::PeriodEnd { period } => Ok(Some(period)),
        _ => Ok(None),
    }
}
