//! Phrases over several years: "giai đoạn 2023 - 2027", "từng giai đoạn 05 năm".

use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::Rule;

pub(super) fn read(mut words: Words<'_>) -> Branch {
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
    if !(1..=50).contains(&years) {
        return Err(PhraseReason::BadNumber(years));
    }
    if !words.eat("năm") {
        return Ok(None);
    }
    let yearly = words.contains("từng năm") || words.contains("hàng năm");
    let numbers = words.numbers_left();
    let mut until = words.clone();
    let vision = if words.seek("tầm nhìn") {
        let behind = words.words_left();
        words.eat("đến");
        words.eat("năm");
        words.year()?.map(|year| (year, behind))
    } else {
        None
    };
    // "đến năm" may stand before the year of the vision too, which is no end of the phases.
    let ends = until.seek("đến năm") && vision.is_none_or(|(_, behind)| until.words_left() > behind);
    let until = if ends { until.year()? } else { None };
    let vision = vision.map(|(year, _)| year);
    if numbers != [until, vision].iter().flatten().count() {
        return Ok(None);
    }
    Ok(Some(Rule::Phases { years, yearly, until, vision }))
}
