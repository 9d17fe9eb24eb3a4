//! Phrases with a period: "Đến hết Quý I/2024", "giai đoạn 2023 - 2027", "từng giai đoạn 05 năm".

use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Period, Rule};

pub(super) fn read(mut words: Words<'_>) -> Branch {
    let target = words.clone().eat_any(&["đến năm", "năm"]) && words.has_digit();
    if target || words.clone().year().is_ok_and(|year| year.is_some()) && !words.contains("lần") {
        return Err(PhraseReason::TargetYear);
    }
    words.eat_any(&["chậm nhất", "muộn nhất", "xong"]);
    // "Quý II/2026" alone can only be the time of a piece of work; a bare year was refused above.
    let named = words.eat_any(&["đến hết", "hết", "trong"]) || words.clone().eat_any(&["quý", "tháng"]);
    if !named {
        return Ok(None);
    }
    let Some(period) = period(&mut words)? else { return Ok(None) };
    Ok(words.is_done().then_some(Rule::PeriodEnd { period }))
}

/// "quý II/2026", "quý II năm 2026", "tháng 7/2025", "năm 2025".
pub(super) fn period(words: &mut Words<'_>) -> Result<Option<Period>, PhraseReason> {
    if words.eat("quý") {
        let Some(quarter) = words.quarter() else { return Ok(None) };
        check(quarter, 4)?;
        return Ok(Some(Period::Quarter(year_after(words)?, quarter)));
    }
    if words.eat("tháng") {
        let Some(month) = words.number() else { return Ok(None) };
        check(month, 12)?;
        return Ok(Some(Period::Month(year_after(words)?, month)));
    }
    if words.eat("năm") {
        return words.year()?.map_or(Err(PhraseReason::NoYear), |year| Ok(Some(Period::Year(year))));
    }
    Ok(None)
}

fn year_after(words: &mut Words<'_>) -> Result<i32, PhraseReason> {
    if !words.eat("/") {
        words.eat("năm");
    }
    words.year()?.ok_or(PhraseReason::NoYear)
}

fn check(number: u32, most: u32) -> Result<(), PhraseReason> {
    if (1..=most).contains(&number) { Ok(()) } else { Err(PhraseReason::BadNumber(number)) }
}

/// Spans of years and phases.
pub(super) fn spans(mut words: Words<'_>) -> Branch {
    if words.eat_any(&["trong từng giai đoạn", "cho từng giai đoạn", "từng giai đoạn", "theo giai đoạn"])
    {
        return phases(words);
    }
    words.eat("trong");
    if !words.eat("giai đoạn") {
        return Ok(None);
    }
    let Some(from_year) = words.year()? else { return Ok(None) };
    if !words.eat_any(&["-", "đến"]) {
        return Ok(None);
    }
    let Some(to_year) = words.year()? else { return Ok(None) };
    if to_year < from_year {
        return Err(PhraseReason::ReversedSpan);
    }
    let open_end = words.eat_any(&["và những năm tiếp theo", "và các năm tiếp theo", "và những năm sau"]);
    Ok(words.is_done().then_some(Rule::Span { from_year, to_year, open_end }))
}

/// "từng giai đoạn 05 năm và có kế hoạch cụ thể của từng năm, bắt đầu từ nay đến năm 2030 và tầm nhìn 2045".
fn phases(mut words: Words<'_>) -> Branch {
    let Some(years) = words.number() else { return Ok(None) };
    check(years, 50)?;
    if !words.eat("năm") {
        return Ok(None);
    }
    let yearly = words.contains("từng năm") || words.contains("hàng năm");
    let until = if words.seek("đến năm") { words.year()? } else { None };
    let vision = if words.seek("tầm nhìn") {
        words.eat("đến");
        words.eat("năm");
        words.year()?
    } else {
        None
    };
    Ok(Some(Rule::Phases { years, yearly, until, vision }))
}
