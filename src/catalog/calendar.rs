//! The file of public holidays, days off and make-up days.

use serde::Deserialize;
use toml::Spanned;

use super::check;
use super::fault::{Fault, FaultReason, Faults};
use super::raw::{Day, Text};
use super::source::{List, Source};
use crate::domain::calendar::{Calendar, CalendarDay, DayKind, DayStatus};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    dates: Spanned<Vec<Day>>,
    kind: DayKind,
    status: DayStatus,
    name: Text,
    source: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    #[serde(default)]
    published: Vec<i32>,
}

/// Reads the calendar: `[[days]]` of one name and source, and the years whose official notices are all in.
///
/// # Errors
/// Every fault of the file, in the order of its lines.
pub fn load_calendar(file_name: &str, text: &str) -> Result<Calendar, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut calendar = Calendar::default();
    if let Some(mut source) = Source::parse(text, &mut faults) {
        let entries: List<Entry> = source.list("days", &mut faults);
        for entry in entries.iter() {
            check::filled(&entry.name, &mut faults);
            check::filled(&entry.source, &mut faults);
            if entry.dates.get_ref().is_empty() {
                faults.at(entry.dates.span(), FaultReason::Empty);
            }
        }
        let published = source.head::<Head>(&mut faults).map(|head| head.into_inner().published);
        calendar = Calendar::new(entries.iter().flat_map(days)).with_published(published.unwrap_or_default());
    }
    if faults.is_empty() { Ok(calendar) } else { Err(faults.finish(file_name, text)) }
}

fn days(raw: &Entry) -> impl Iterator<Item = CalendarDay> {
    raw.dates.get_ref().iter().map(|date| CalendarDay {
        date: date.0,
        kind: raw.kind,
        status: raw.status,
        name: raw.name.get_ref().clone(),
        source: raw.source.get_ref().clone(),
    })
}

#[cfg(test)]
mod tests;
