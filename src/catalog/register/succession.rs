//! Who took over from whom, as the register says it: shape, checks, conversion.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use serde::Deserialize;
use toml::Spanned;

use super::super::check;
use super::super::fault::{FaultReason, Faults};
use super::super::raw::{Day, Text};
use super::super::source::List;
use super::Entry;
use crate::domain::ids::AgencyId;
use crate::domain::succession::{Share, Succession};
use crate::text::date::format_date;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    from: Text,
    to: Text,
    on: Spanned<Day>,
    share: Share,
    functions: Option<Text>,
    source: Text,
    #[serde(default = "yes")]
    certain: bool,
}

fn yes() -> bool {
    true
}

/// Checks the successions against each other and against the agencies.
pub(super) fn check(raws: &List<Raw>, entries: &List<Entry>, faults: &mut Faults) {
    let known: HashMap<&str, &Entry> =
        entries.iter().map(|entry| (entry.id.get_ref().as_str(), entry)).collect();
    for raw in raws.iter() {
        let texts = [&raw.from, &raw.to, &raw.source].into_iter().chain(&raw.functions);
        texts.for_each(|text| check::filled(text, faults));
        let agency = |text: &Text, faults: &mut Faults| {
            let id = text.get_ref();
            let found = known.get(id.as_str()).copied();
            if found.is_none() && entries.complete {
                faults.at(text.span(), FaultReason::UnknownAgency { id: id.clone() });
            }
            found
        };
        let (from, to) = (agency(&raw.from, faults), agency(&raw.to, faults));
        if let (Some(from), Some(to)) = (from, to) {
            days(raw, from, to, faults);
        }
    }
    pairs(raws, faults);
    cycles(raws, faults);
}

/// The day lies where both agencies allow it.
fn days(raw: &Raw, from: &Entry, to: &Entry, faults: &mut Faults) {
    let on = raw.on.get_ref().0;
    let from_end = from.valid_to.as_ref().map(|day| day.get_ref().0);
    let to_end = to.valid_to.as_ref().map(|day| day.get_ref().0);
    let whole = raw.share == Share::Whole;
    let span = raw.on.span();
    if from.valid_from.is_some_and(|start| on < start.0) {
        faults.at(span.clone(), FaultReason::DatesReversed);
    }
    if to.valid_from.is_some_and(|start| on < start.0) || to_end.is_some_and(|end| end < on) {
        let id = raw.to.get_ref().clone();
        faults.at(span.clone(), FaultReason::NoHeirThen { id, on: format_date(on) });
    }
    match from_end {
        None if whole => {
            faults.at(raw.from.span(), FaultReason::EndMissing { id: raw.from.get_ref().clone() })
        }
        Some(end) if day_after(end).is_some_and(|next| next < on) => {
            faults.at(span, FaultReason::HeirTooLate { end: format_date(end) });
        }
        Some(end) if whole && on <= end => {
            faults.at(span, FaultReason::HeirTooEarly { end: format_date(end) });
        }
        _ => {}
    }
}

fn day_after(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(1))
}

/// Nothing is said twice, and from the day on which the whole went nothing is left for another one.
fn pairs(raws: &List<Raw>, faults: &mut Faults) {
    let mut seen: Vec<&Raw> = Vec::new();
    for raw in raws.iter() {
        let (from, to) = (raw.from.get_ref(), raw.to.get_ref());
        let mut earlier = seen.iter().filter(|other| other.from.get_ref() == from);
        if earlier.clone().any(|other| other.to.get_ref() == to) {
            let reason = FaultReason::DuplicateSuccession { from: from.clone(), to: to.clone() };
            faults.at(raw.from.span(), reason);
        } else if earlier.any(|other| takes_all(other, raw) || takes_all(raw, other)) {
            faults.at(raw.from.span(), FaultReason::NothingLeft { id: from.clone() });
        }
        seen.push(raw);
    }
}

/// Whether `whole` takes what `other` is to get: a part that went before may have gone elsewhere.
fn takes_all(whole: &Raw, other: &Raw) -> bool {
    whole.share == Share::Whole && whole.on.get_ref().0 <= other.on.get_ref().0
}

/// No way along the successions leads back; the one that closes a circle is the fault.
fn cycles(raws: &List<Raw>, faults: &mut Faults) {
    let mut next: HashMap<&str, Vec<&str>> = HashMap::new();
    for raw in raws.iter() {
        let (from, to) = (raw.from.get_ref().as_str(), raw.to.get_ref().as_str());
        if leads(&next, to, from) {
            faults.at(raw.to.span(), FaultReason::Cycle { id: raw.to.get_ref().clone() });
        } else {
            next.entry(from).or_default().push(to);
        }
    }
}

/// Whether a way leads from one agency to another; every agency leads to itself.
fn leads(next: &HashMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    // What is in `next` has no cycle, so this ends.
    from == to || next.get(from).is_some_and(|heirs| heirs.iter().any(|heir| leads(next, heir, to)))
}

/// The successions as the domain knows them.
pub(super) fn convert(raws: &List<Raw>) -> Vec<Succession> {
    let succession = |raw: &Raw| Succession {
        from: AgencyId::new(raw.from.get_ref()),
        to: AgencyId::new(raw.to.get_ref()),
        on: raw.on.get_ref().0,
        functions: raw.functions.as_ref().map(|text| text.get_ref().clone()),
        share: raw.share,
        source: raw.source.get_ref().as_str().into(),
        certain: raw.certain,
    };
    raws.iter().map(succession).collect()
}
