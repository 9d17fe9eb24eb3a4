//! Every rule that a phrase can name, for properties.

use chrono::NaiveDate;
use proptest::prelude::*;

use crate::domain::schedule::{Bound, Condition, CycleDay, Every, Period, Rule, YearPart, Years};

/// A rule; its years lie where the properties look.
pub fn any_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![dated_rule(), other_rule()]
}

/// A rule with a last valid day for each of its periods.
pub fn dated_rule() -> impl Strategy<Value = Rule> {
    let annual = (days_of_the_year(), bound(), first())
        .prop_map(|((day, month), bound, from_year)| Rule::Annual { day, month, bound, from_year });
    let once = ((2000i32..2100, 1u32..=366), bound())
        .prop_filter_map("no such day", |((year, day), bound)| {
            NaiveDate::from_yo_opt(year, day).map(|date| Rule::Once { date, bound })
        });
    let end = period().prop_map(|period| Rule::PeriodEnd { period });
    prop_oneof![2 => annual, 1 => once, 1 => end, 3 => part_end(), 4 => cycle_with_day()]
}

fn other_rule() -> impl Strategy<Value = Rule> {
    let yearly = first().prop_map(|from_year| Rule::Yearly { from_year });
    let years = (2u32..=50, first()).prop_map(|(years, anchor)| Rule::EveryYears { years, anchor });
    let cycle = (prop::sample::select(EVERY.to_vec()), first()).prop_map(|(every, from_year)| Rule::Cycle {
        every,
        on: None,
        from_year,
    });
    let start = prop::option::of((2000i32..2100, 1u32..=365));
    let continuous =
        (any::<bool>(), start, any::<bool>(), any::<bool>()).prop_map(|(yearly, from, phases, on_event)| {
            Rule::Continuous {
                yearly,
                from: from.and_then(|(year, day)| NaiveDate::from_yo_opt(year, day)),
                phases,
                on_event,
            }
        });
    let phases = (1u32..=50, any::<bool>(), first(), first())
        .prop_map(|(years, yearly, until, vision)| Rule::Phases { years, yearly, until, vision });
    let span = (1945i32..2100, 0i32..50, any::<bool>()).prop_map(|(from_year, length, open_end)| {
        Rule::Span { from_year, to_year: from_year + length, open_end }
    });
    let condition =
        prop::sample::select(CONDITIONS.to_vec()).prop_map(|condition| Rule::Conditional { condition });
    prop_oneof![yearly, years, cycle, continuous, phases, span, condition, Just(Rule::Unspecified)]
}

const EVERY: [Every; 5] = [Every::Week, Every::Month, Every::Quarter, Every::HalfYear, Every::HalfAndYear];

const CONDITIONS: [Condition; 7] = [
    Condition::OnEvent,
    Condition::OnGuidance,
    Condition::AsAssigned,
    Condition::OnDemand,
    Condition::Promptly,
    Condition::AsFits,
    Condition::AsRegulated,
];

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![Just(Bound::Before), Just(Bound::By)]
}

fn first() -> impl Strategy<Value = Option<i32>> {
    prop::option::of(2000i32..2100)
}

fn days_of_the_year() -> impl Strategy<Value = (u32, u32)> {
    (1u32..=31, 1u32..=12)
        .prop_filter("no such day", |(day, month)| NaiveDate::from_ymd_opt(2024, *month, *day).is_some())
}

fn part() -> impl Strategy<Value = YearPart> {
    prop_oneof![
        (1u32..=2).prop_map(YearPart::Half),
        (1u32..=4).prop_map(YearPart::Quarter),
        (1u32..=12).prop_map(YearPart::Month),
        (1u32..=12).prop_map(YearPart::FirstWeek),
        (1u32..=12).prop_map(YearPart::LastWeek),
    ]
}

fn period() -> impl Strategy<Value = Period> {
    let part = (part(), 2000i32..2100).prop_filter_map("no such period", |(part, year)| part.period(year));
    prop_oneof![(2000i32..2100).prop_map(Period::Year), part]
}

fn part_end() -> impl Strategy<Value = Rule> {
    let years = prop_oneof![
        Just(Years::OfPlan),
        Just(Years::Every),
        (2000i32..2100).prop_map(Years::From),
        (2000i32..2100).prop_map(Years::Only),
    ];
    (part(), years).prop_map(|(part, of)| match (part, of) {
        // One year of what is no week of a month is the end of that very period.
        (YearPart::Half(_) | YearPart::Quarter(_) | YearPart::Month(_), Years::Only(_)) => {
            Rule::PartEnd { part, of: Years::Every }
        }
        _ => Rule::PartEnd { part, of },
    })
}

fn cycle_with_day() -> impl Strategy<Value = Rule> {
    let day = (1u32..=6, 1u32..=31, bound()).prop_map(|(month, day, bound)| CycleDay { month, day, bound });
    (prop::sample::select(EVERY.to_vec()), day, first()).prop_filter_map(
        "no such day",
        |(every, on, from_year)| {
            let on = if every == Every::Week { CycleDay { month: 1, day: on.day % 7 + 1, ..on } } else { on };
            let on = if every == Every::Month { CycleDay { month: on.month % 2 + 1, ..on } } else { on };
            on.fits(every).then_some(Rule::Cycle { every, on: Some(on), from_year })
        },
    )
}
