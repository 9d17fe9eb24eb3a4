//! Which periods a rule has, whatever the plan and the day.

use std::ops::RangeInclusive;

use chrono::Datelike;

use crate::domain::schedule::{Period, Rule, Years};

/// The periods of a rule in these years, in the order of their ends; of a rule without periods none.
///
/// `plan_year` is the year that a phrase without one means; without it such a phrase has no period.
pub fn periods(rule: &Rule, years: RangeInclusive<i32>, plan_year: Option<i32>) -> Vec<Period> {
    let from =
        |first: Option<i32>| first.map_or(*years.start(), |first| first.max(*years.start()))..=*years.end();
    let single = |period: Period| {
        let inside = years.contains(&period.year());
        inside.then_some(period).into_iter().collect()
    };
    match *rule {
        Rule::Annual { from_year, .. } | Rule::Yearly { from_year } => {
            from(from_year).map(Period::Year).collect()
        }
        Rule::EveryYears { years: length, anchor: Some(anchor) } if length > 0 => from(Some(anchor))
            .filter(|year| (i64::from(*year) - i64::from(anchor)) % i64::from(length) == 0)
            .map(Period::Year)
            .collect(),
        Rule::Once { date, .. } => single(Period::Year(date.year())),
        Rule::PeriodEnd { period } => single(period),
        Rule::PartEnd { part, of } => {
            let named = match of {
                Years::Every => return from(None).filter_map(|year| part.period(year)).collect(),
                Years::From(first) => {
                    return from(Some(first)).filter_map(|year| part.period(year)).collect();
                }
                Years::Only(year) => Some(year),
                Years::OfPlan => plan_year,
            };
            let named = named.filter(|year| years.contains(year));
            named.and_then(|year| part.period(year)).into_iter().collect()
        }
        Rule::Cycle { every, from_year, .. } => {
            from(from_year).flat_map(|year| every.periods(year)).collect()
        }
        _ => Vec::new(),
    }
}
