//! Phrases with a day of every week, month or quarter: "trước ngày 25 hằng tháng", "thứ Sáu hằng tuần".

use super::cadence::{Cadence, first_year, repeated};
use super::dated::{Head, head};
use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{CycleDay, Every, Rule};

const NEXT: [&str; 5] = ["sau", "tiếp theo", "kế tiếp", "liền kề sau", "liền kề"];

/// The months of a quarter by their names.
const MONTHS: [(&str, u32); 9] = [
    ("đầu tiên", 1),
    ("đầu", 1),
    ("thứ nhất", 1),
    ("thứ hai", 2),
    ("giữa", 2),
    ("cuối cùng", 3),
    ("cuối", 3),
    ("thứ ba", 3),
    ("thứ 3", 3),
];

pub(super) fn read(mut words: Words<'_>) -> Branch {
    let named = words.contains("ngày");
    let Some(Head { cadence, bound }) = head(&mut words)? else { return Ok(None) };
    let (month, day, place) = if let Some(day) = words.weekday()? {
        (1, day, Some(Every::Week))
    } else {
        let Some(day) = words.number() else { return Ok(None) };
        words.eat("của");
        match month(&mut words) {
            Some((month, every)) => (month, day, Some(every)),
            None => (1, day, None),
        }
    };
    let mut next = words.clone();
    if next.eat("và") && (next.eat("ngày") || next.weekday()?.is_some() || next.number().is_some()) {
        return Err(PhraseReason::TwoDays);
    }
    let cadence = repeated(&mut words, cadence)?;
    let from_year = first_year(&mut words)?;
    if !words.is_done() {
        return Ok(None);
    }
    let every = match (place, cadence) {
        // "trước 6 tháng sau" may be a length of time.
        (Some(Every::Month), _) if !named => return Ok(None),
        // A month of a quarter says by itself how often; a weekday or the next month does not.
        (Some(Every::Quarter), None) => Every::Quarter,
        (Some(place), Some(Cadence::Within(every))) if place == every => every,
        (None, Some(Cadence::Within(Every::Month))) => Every::Month,
        (None, None | Some(Cadence::Within(Every::Quarter | Every::HalfYear))) => {
            return Err(PhraseReason::NoMonth(day));
        }
        (_, None) => return Err(PhraseReason::NoCycle),
        _ => return Err(PhraseReason::CycleMismatch),
    };
    let on = CycleDay { month, day, bound };
    if !on.fits(every) {
        return Err(PhraseReason::BadNumber(day));
    }
    Ok(Some(Rule::Cycle { every, on: Some(on), from_year }))
}

/// "tháng cuối quý", "tháng đầu quý sau", "tháng sau"; the month counted from the first of the period.
fn month(words: &mut Words<'_>) -> Option<(u32, Every)> {
    let mut next = words.clone();
    if !next.eat("tháng") {
        return None;
    }
    let found = if next.eat_any(&NEXT) {
        (2, Every::Month)
    } else {
        let (_, month) = *MONTHS.iter().find(|(name, _)| next.eat(name))?;
        next.eat("của");
        next.eat_any(&["mỗi", "hàng", "từng"]);
        if !next.eat("quý") {
            return None;
        }
        // Of the next quarter only the first month is near enough to belong to the report of this one.
        match next.eat_any(&NEXT) {
            true if month == 1 => (4, Every::Quarter),
            true => return None,
            false => (month, Every::Quarter),
        }
    };
    *words = next;
    Some(found)
}
