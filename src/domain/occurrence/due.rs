//! From a rule to a day: what is printed, what still counts, what is wise.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::periods::periods;
use crate::domain::calendar::Calendar;
use crate::domain::clock::vn_date_of;
use crate::domain::schedule::{Bound, Period, Rule, Years};

/// The days of one due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    /// The day that the plan prints; `None` where it names the end of a period.
    pub printed: Option<NaiveDate>,
    /// The last valid day; lateness is judged by this day alone, whatever the calendar says.
    pub due_last: NaiveDate,
    /// The last working day not after it: advice.
    pub due_advice: NaiveDate,
}

/// The last day of a period; one that the calendar has not ends with its year.
pub fn last_day(period: Period) -> NaiveDate {
    let year = period.year();
    let far = if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    period.last_day().or_else(|| Period::Year(year).last_day()).unwrap_or(far)
}

/// The day that the phrase prints for a period; `None` where it prints none, or the year has no 29/2.
pub fn printed(rule: &Rule, period: Period) -> Option<NaiveDate> {
    match (rule, period) {
        (Rule::Annual { day, month, from_year, .. }, Period::Year(year))
            if from_year.is_none_or(|from| from <= year) =>
        {
            NaiveDate::from_ymd_opt(year, *month, *day)
        }
        (Rule::Once { date, .. }, Period::Year(year)) if date.year() == year => Some(*date),
        (Rule::Cycle { on: Some(on), .. }, _) if rule.has(period) => on.printed(period),
        _ => None,
    }
}

/// The last valid day of a rule for a period; "trước ngày" means the day before the printed one.
pub fn due_last(rule: &Rule, period: Period) -> Option<NaiveDate> {
    match (rule, period) {
        (Rule::PeriodEnd { period: end }, _) => (*end == period).then(|| last_day(period)),
        (Rule::Annual { bound, .. } | Rule::Once { bound, .. }, _) if printed(rule, period).is_some() => {
            let day = printed(rule, period)?;
            if *bound == Bound::Before { day.pred_opt() } else { Some(day) }
        }
        (Rule::PartEnd { part, .. }, _) if rule.has(period) => part.due_last(period.year()),
        (Rule::Cycle { on: Some(on), .. }, _) if rule.has(period) => on.due_last(period),
        // 29/2 in a common year: the last of February lies before it and is the last day "by" it.
        (Rule::Annual { day: 29, month: 2, from_year, .. }, Period::Year(year))
            if from_year.is_none_or(|from| from <= year) =>
        {
            NaiveDate::from_ymd_opt(year, 2, 28)
        }
        _ => None,
    }
}

/// All days of a rule for a period; `None` where the rule gives no day.
pub fn due(rule: &Rule, period: Period, calendar: &Calendar) -> Option<Due> {
    let due_last = due_last(rule, period)?;
    Some(Due {
        printed: printed(rule, period),
        due_last,
        due_advice: calendar.last_working_day_until(due_last),
    })
}

/// The first last-valid day that is not before the day of issue; `None` where the rule gives none.
///
/// `plan_year` is the year that a phrase without one means.
pub fn first_due(rule: &Rule, issued_on: NaiveDate, plan_year: Option<i32>) -> Option<NaiveDate> {
    // A rule that names its first year has nothing before it.
    let first = rule.first_year().map_or(issued_on.year(), |from| from.max(issued_on.year()));
    let years = first..=first.checked_add(1)?;
    let named = match *rule {
        Rule::Once { date, .. } => vec![Period::Year(date.year())],
        Rule::PeriodEnd { period } => vec![period],
        Rule::PartEnd { part, of: Years::OfPlan } => {
            plan_year.and_then(|year| part.period(year)).into_iter().collect()
        }
        _ => periods(rule, years, plan_year),
    };
    named.into_iter().filter_map(|period| due_last(rule, period)).find(|day| *day >= issued_on)
}

/// How many days after the last valid day something was sent, by the day in Việt Nam; `None`: in time.
pub fn lateness(due_last: NaiveDate, sent_at: DateTime<FixedOffset>) -> Option<i64> {
    days_late(due_last, vn_date_of(&sent_at))
}

/// How many days after the last valid day another one is; `None`: in time.
pub fn days_late(due_last: NaiveDate, sent_on: NaiveDate) -> Option<i64> {
    let days = sent_on.signed_duration_since(due_last).num_days();
    (days > 0).then_some(days)
}
