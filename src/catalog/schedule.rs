//! The short form of a schedule in a plan file, and the rule that it means.

use std::ops::Range;

use chrono::NaiveDate;
use serde_json::Value;
use toml::Spanned;

use super::fault::{FaultReason, Faults};
use super::raw::{self, ScheduleKind};
use crate::domain::schedule::{Period, Rule};

/// Name, needed fields and further fields of a kind.
struct Shape(&'static str, &'static [&'static str], &'static [&'static str]);

fn shape(kind: ScheduleKind) -> Shape {
    match kind {
        ScheduleKind::Annual => Shape("annual", &["day", "month", "bound"], &["from_year"]),
        ScheduleKind::Yearly => Shape("yearly", &[], &["from_year"]),
        ScheduleKind::EveryYears => Shape("every_years", &["years"], &["anchor"]),
        ScheduleKind::Once => Shape("once", &["date", "bound"], &[]),
        ScheduleKind::PeriodEnd => Shape("period_end", &["period"], &[]),
        ScheduleKind::PartEnd => Shape("part_end", &["part", "of"], &[]),
        ScheduleKind::Cycle => Shape("cycle", &["every"], &["on", "from_year"]),
        ScheduleKind::Continuous => Shape("continuous", &[], &["yearly", "from", "phases", "on_event"]),
        ScheduleKind::Phases => Shape("phases", &["years"], &["yearly", "until", "vision"]),
        ScheduleKind::Span => Shape("span", &["from_year", "to_year"], &["open_end"]),
        ScheduleKind::Conditional => Shape("conditional", &["condition"], &[]),
        ScheduleKind::Unspecified => Shape("unspecified", &[], &[]),
    }
}

/// The rule of a schedule; `None` when a field is missing or impossible, with every fault noted.
pub(super) fn rule(schedule: &Spanned<raw::Schedule>, faults: &mut Faults) -> Option<Rule> {
    let raw = schedule.get_ref();
    let Shape(name, needed, further) = shape(*raw.kind.get_ref());
    let present = present(raw);
    for (field, span) in &present {
        if !needed.contains(field) && !further.contains(field) {
            let reason = FaultReason::NotAllowed { field: (*field).to_owned(), by: name.to_owned() };
            faults.at(span.clone(), reason);
        }
    }
    for field in needed {
        if !present.iter().any(|(name, _)| name == field) {
            let reason = FaultReason::Needed { field: (*field).to_owned(), by: name.to_owned() };
            faults.lacks(raw.kind.span(), field, reason);
        }
    }
    match raw.kind.get_ref() {
        ScheduleKind::Annual => annual(raw, faults),
        ScheduleKind::PeriodEnd => period_end(raw, faults),
        ScheduleKind::PartEnd => part_end(raw, faults),
        ScheduleKind::Cycle => within_year(raw, faults),
        ScheduleKind::Span => span(raw, faults),
        ScheduleKind::EveryYears | ScheduleKind::Phases => cycle(raw, faults),
        _ => plain(raw),
    }
}

fn present(raw: &raw::Schedule) -> Vec<(&'static str, Range<usize>)> {
    let fields = [
        ("day", raw.day.as_ref().map(Spanned::span)),
        ("month", raw.month.as_ref().map(Spanned::span)),
        ("bound", raw.bound.as_ref().map(Spanned::span)),
        ("from_year", raw.from_year.as_ref().map(Spanned::span)),
        ("to_year", raw.to_year.as_ref().map(Spanned::span)),
        ("years", raw.years.as_ref().map(Spanned::span)),
        ("anchor", raw.anchor.as_ref().map(Spanned::span)),
        ("date", raw.date.as_ref().map(Spanned::span)),
        ("period", raw.period.as_ref().map(Spanned::span)),
        ("yearly", raw.yearly.as_ref().map(Spanned::span)),
        ("from", raw.from.as_ref().map(Spanned::span)),
        ("phases", raw.phases.as_ref().map(Spanned::span)),
        ("on_event", raw.on_event.as_ref().map(Spanned::span)),
        ("until", raw.until.as_ref().map(Spanned::span)),
        ("vision", raw.vision.as_ref().map(Spanned::span)),
        ("open_end", raw.open_end.as_ref().map(Spanned::span)),
        ("part", raw.part.as_ref().map(Spanned::span)),
        ("of", raw.of.as_ref().map(Spanned::span)),
        ("every", raw.every.as_ref().map(Spanned::span)),
        ("on", raw.on.as_ref().map(Spanned::span)),
        ("condition", raw.condition.as_ref().map(Spanned::span)),
    ];
    fields.into_iter().filter_map(|(name, span)| span.map(|span| (name, span))).collect()
}

fn of<T: Copy>(field: &Option<Spanned<T>>) -> Option<T> {
    field.as_ref().map(|value| *value.get_ref())
}

fn annual(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let (day, month, bound) = (of(&raw.day)?, of(&raw.month)?, of(&raw.bound)?);
    // A leap year, so that 29/2 of a later year is not refused here.
    if NaiveDate::from_ymd_opt(2024, month, day).is_none() {
        let place = raw.day.as_ref().map_or(0..0, Spanned::span);
        faults.at(place, FaultReason::ImpossibleDate { date: format!("{day}/{month}") });
    }
    Some(Rule::Annual { day, month, bound, from_year: of(&raw.from_year) })
}

fn period_end(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let text = raw.period.as_ref()?;
    // The year has four digits, so that periods sort as texts.
    let period: Option<Period> = text.get_ref().parse().ok().filter(|period: &Period| period.year() <= 9999);
    if period.is_none() {
        faults.at(text.span(), FaultReason::ImpossibleDate { date: text.get_ref().clone() });
    }
    Some(Rule::PeriodEnd { period: period? })
}

fn part_end(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let (part, years) = (of(&raw.part)?, of(&raw.of)?);
    if !part.is_real() {
        let date = raw.phrase.get_ref().clone();
        faults.at(raw.part.as_ref().map_or(0..0, Spanned::span), FaultReason::ImpossibleDate { date });
    }
    Some(Rule::PartEnd { part, of: years })
}

fn within_year(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let (every, on) = (of(&raw.every)?, of(&raw.on));
    if on.is_some_and(|on| !on.fits(every)) {
        let date = raw.phrase.get_ref().clone();
        faults.at(raw.on.as_ref().map_or(0..0, Spanned::span), FaultReason::ImpossibleDate { date });
    }
    Some(Rule::Cycle { every, on, from_year: of(&raw.from_year) })
}

fn span(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let (from_year, to_year) = (of(&raw.from_year)?, of(&raw.to_year)?);
    if from_year > to_year {
        faults.at(raw.to_year.as_ref().map_or(0..0, Spanned::span), FaultReason::DatesReversed);
    }
    Some(Rule::Span { from_year, to_year, open_end: of(&raw.open_end).unwrap_or(false) })
}

fn cycle(raw: &raw::Schedule, faults: &mut Faults) -> Option<Rule> {
    let years = of(&raw.years)?;
    if years == 0 {
        let reason = FaultReason::OutsideUnit { value: 0.0, unit: "năm".to_owned() };
        faults.at(raw.years.as_ref().map_or(0..0, Spanned::span), reason);
    }
    Some(match raw.kind.get_ref() {
        ScheduleKind::EveryYears => Rule::EveryYears { years, anchor: of(&raw.anchor) },
        _ => Rule::Phases {
            years,
            yearly: of(&raw.yearly).unwrap_or(false),
            until: of(&raw.until),
            vision: of(&raw.vision),
        },
    })
}

fn plain(raw: &raw::Schedule) -> Option<Rule> {
    match raw.kind.get_ref() {
        ScheduleKind::Yearly => Some(Rule::Yearly { from_year: of(&raw.from_year) }),
        ScheduleKind::Once => Some(Rule::Once { date: of(&raw.date)?.0, bound: of(&raw.bound)? }),
        ScheduleKind::Continuous => Some(Rule::Continuous {
            yearly: of(&raw.yearly).unwrap_or(false),
            from: of(&raw.from).map(|day| day.0),
            phases: of(&raw.phases).unwrap_or(false),
            on_event: of(&raw.on_event).unwrap_or(false),
        }),
        ScheduleKind::Conditional => Some(Rule::Conditional { condition: of(&raw.condition)? }),
        _ => Some(Rule::Unspecified),
    }
}

/// A rule as the short form writes it: `kind = annual, day = 30, …`; what is not set is left out.
pub(super) fn describe(rule: &Rule) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(rule) else { return String::new() };
    let set = fields.iter().filter(|(_, value)| !value.is_null() && **value != Value::Bool(false));
    let words = set.map(|(key, value)| format!("{key} = {}", inline(value)));
    words.collect::<Vec<_>>().join(", ")
}

/// A value as it stands behind its key; texts without quotes.
fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let fields: Vec<_> =
                fields.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        other => other.to_string(),
    }
}
