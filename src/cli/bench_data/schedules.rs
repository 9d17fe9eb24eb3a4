//! When the tasks are due: every kind of rule, in shares such as plans have.

use chrono::{Datelike, Days, NaiveDate};

use super::dice::Dice;
use crate::domain::phrase::print_phrase;
use crate::domain::schedule::{Bound, Condition, CycleDay, Every, Period, Rule, Schedule, YearPart, Years};

/// The last year in which a single day may lie.
const LAST_YEAR: i32 = 2030;

/// A schedule of a task in a plan of this day, with the phrase that an office would write for it.
pub(super) fn schedule(issued: NaiveDate, dice: &mut Dice) -> Schedule {
    let rule = match dice.between(1, 100) {
        1..=50 => undated(issued, dice),
        51..=80 => once(issued, dice),
        81..=90 => annual(dice),
        91..=98 => spread(issued, dice),
        _ => cycle(dice),
    };
    of(rule)
}

/// What an annual report is due by.
pub(super) fn annual_report(dice: &mut Dice) -> Schedule {
    let (day, month) = dice.pick(&[(30, 10), (5, 11), (15, 11), (30, 11), (5, 12), (15, 12)]);
    of(Rule::Annual { day, month, bound: Bound::Before, from_year: None })
}

/// What the report is due by that is made of the others.
pub(super) fn compiled_report() -> Schedule {
    of(Rule::Annual { day: 20, month: 12, bound: Bound::Before, from_year: None })
}

fn of(rule: Rule) -> Schedule {
    Schedule { phrase: print_phrase(&rule), rule, inherited_from: None }
}

fn undated(issued: NaiveDate, dice: &mut Dice) -> Rule {
    const CONDITIONS: [Condition; 6] = [
        Condition::AsAssigned,
        Condition::AsAssigned,
        Condition::OnEvent,
        Condition::OnGuidance,
        Condition::OnDemand,
        Condition::AsRegulated,
    ];
    match dice.between(1, 5) {
        1 | 2 => Rule::Unspecified,
        3 => Rule::Conditional { condition: dice.pick(&CONDITIONS) },
        _ => Rule::Continuous {
            yearly: dice.percent(50),
            from: dice.percent(15).then_some(issued),
            phases: dice.percent(15),
            on_event: dice.percent(15),
        },
    }
}

/// One day between the issue of the plan and the end of [`LAST_YEAR`]; mostly the end of a month, a quarter or a year.
fn once(issued: NaiveDate, dice: &mut Dice) -> Rule {
    let end = NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap_or(NaiveDate::MAX);
    let days = u32::try_from((end - issued).num_days()).unwrap_or(0);
    let date = issued.checked_add_days(Days::new(u64::from(dice.between(20, days)))).unwrap_or(end).min(end);
    let (year, month) = (date.year(), date.month());
    let period = match dice.between(1, 10) {
        1..=4 => return Rule::Once { date, bound: bound(dice) },
        5..=7 => Period::Quarter(year, month.div_ceil(3)),
        8 => Period::Month(year, month),
        _ => Period::Year(year),
    };
    Rule::PeriodEnd { period }
}

fn annual(dice: &mut Dice) -> Rule {
    let day = dice.pick(&[5, 10, 15, 20, 25, 30]);
    let month = dice.pick(&[3, 6, 9, 10, 10, 11, 11, 12, 12]);
    Rule::Annual { day, month, bound: bound(dice), from_year: None }
}

fn spread(issued: NaiveDate, dice: &mut Dice) -> Rule {
    let year = issued.year();
    match dice.between(1, 8) {
        1..=3 => {
            let to_year = dice.pick(&[2025, 2027, 2030]);
            Rule::Span { from_year: year.min(to_year - 1), to_year, open_end: dice.percent(30) }
        }
        4 => Rule::Phases { years: 5, yearly: dice.percent(50), until: Some(LAST_YEAR), vision: Some(2045) },
        5 => Rule::Yearly { from_year: dice.percent(30).then_some(year) },
        6 => Rule::PartEnd { part: YearPart::Quarter(dice.between(1, 4)), of: Years::OfPlan },
        _ => Rule::PartEnd { part: part(dice), of: Years::Every },
    }
}

fn part(dice: &mut Dice) -> YearPart {
    match dice.between(1, 4) {
        1 => YearPart::Half(dice.between(1, 2)),
        2 => YearPart::Month(dice.between(3, 12)),
        _ => YearPart::Quarter(dice.between(1, 4)),
    }
}

fn cycle(dice: &mut Dice) -> Rule {
    let every = dice.pick(&[Every::Quarter, Every::Quarter, Every::Month]);
    let month = if every == Every::Quarter { 3 } else { 1 };
    let on = dice.percent(30).then(|| CycleDay { month, day: dice.between(15, 28), bound: bound(dice) });
    Rule::Cycle { every, on, from_year: None }
}

fn bound(dice: &mut Dice) -> Bound {
    if dice.percent(70) { Bound::Before } else { Bound::By }
}
