//! How often something comes back: "hằng năm", "mỗi quý", "06 tháng một lần", "02 năm/lần".

use super::PhraseReason;
use super::words::Words;
use crate::domain::schedule::Every;

/// How often something comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cadence {
    /// Within the year.
    Within(Every),
    /// Every so many years.
    Years(u32),
}

/// Every year.
pub(super) const YEARLY: Cadence = Cadence::Years(1);

const ONCE: [&str; 7] = ["/ lần", "/ 1 lần", "/ 01 lần", "/ một lần", "một lần", "1 lần", "01 lần"];

const UNITS: [(&str, Unit); 4] =
    [("năm", Unit::Year), ("quý", Unit::Quarter), ("tháng", Unit::Month), ("tuần", Unit::Week)];

#[derive(Clone, Copy)]
enum Unit {
    Year,
    Quarter,
    Month,
    Week,
}

/// Steps over a cycle. After "định kỳ" (`regular`) it may stand bare: "định kỳ quý", "định kỳ 6 tháng, năm".
pub(super) fn cadence(words: &mut Words<'_>, regular: bool) -> Result<Option<Cadence>, PhraseReason> {
    let Some(first) = single(words, regular)? else { return Ok(None) };
    let mut next = words.clone();
    next.eat("và");
    if regular && first == Cadence::Within(Every::HalfYear) && next.eat_any(&["năm", "hàng năm", "cả năm"])
    {
        *words = next;
        return Ok(Some(Cadence::Within(Every::HalfAndYear)));
    }
    match single(&mut next, regular)? {
        Some(_) => Err(PhraseReason::SeveralCycles),
        None => Ok(Some(first)),
    }
}

fn single(words: &mut Words<'_>, regular: bool) -> Result<Option<Cadence>, PhraseReason> {
    let start = words.clone();
    let named = words.eat_any(&["hàng", "mỗi", "từng"]) || regular;
    let number = words.number();
    let Some(unit) = UNITS.iter().find(|(word, _)| words.eat(word)).map(|(_, unit)| *unit) else {
        *words = start;
        return Ok(None);
    };
    let once = words.eat_any(&ONCE);
    // "6 tháng" alone is the name of a reporting period; "3 tháng" may be how long something takes.
    let alone = number == Some(6) && matches!(unit, Unit::Month) && words.is_done();
    if !named && !alone && (number.is_none() || !once) {
        *words = start;
        return Ok(None);
    }
    cycle(number.unwrap_or(1), unit).map(Some)
}

fn cycle(number: u32, unit: Unit) -> Result<Cadence, PhraseReason> {
    let within = |every| Ok(Cadence::Within(every));
    let months = match unit {
        Unit::Week if number == 1 => return within(Every::Week),
        Unit::Week if number > 0 => return Err(PhraseReason::OddCycle),
        Unit::Week => 0,
        Unit::Month => number,
        Unit::Quarter => number * 3,
        Unit::Year => number * 12,
    };
    match months {
        1 => within(Every::Month),
        3 => within(Every::Quarter),
        6 => within(Every::HalfYear),
        0 => Err(PhraseReason::BadNumber(0)),
        months if months % 12 != 0 => Err(PhraseReason::OddCycle),
        months if months / 12 > 50 => Err(PhraseReason::BadNumber(number)),
        months => Ok(Cadence::Years(months / 12)),
    }
}

/// The cycle of a phrase that may name it before and behind its day.
pub(super) fn repeated(
    words: &mut Words<'_>,
    before: Option<Cadence>,
) -> Result<Option<Cadence>, PhraseReason> {
    let mut next = words.clone();
    let regular = next.eat("định kỳ");
    let behind = cadence(&mut next, regular)?;
    if behind.is_some() {
        *words = next;
    }
    match (before, behind) {
        (Some(before), Some(behind)) if before != behind => Err(PhraseReason::SeveralCycles),
        (before, behind) => Ok(before.or(behind)),
    }
}

/// "bắt đầu từ năm 2025", also "kể từ năm 2025".
pub(super) fn first_year(words: &mut Words<'_>) -> Result<Option<i32>, PhraseReason> {
    if !words.eat_any(&["bắt đầu từ năm", "kể từ năm", "từ năm"]) {
        return Ok(None);
    }
    words.year()?.map_or(Err(PhraseReason::NoYear), |year| Ok(Some(year)))
}
