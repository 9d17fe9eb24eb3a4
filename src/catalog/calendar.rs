//! The file of public holidays, days off and make-up days.

use serde::Deserialize;

use super::check;
use super::fault::{Fault, Faults};
use super::raw::{Day, Text};
use super::source::{List, Source};
use crate::domain::calendar::{Calendar, CalendarDay, DayKind, DayStatus};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    date: Day,
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

/// Reads the calendar: `[[day]]` entries, and the years whose official notices are all in.
///
/// # Errors
/// Every fault of the file, in the order of its lines.
pub fn load_calendar(file_name: &str, text: &str) -> Result<Calendar, Vec<Fault>> {
    let mut faults = Faults::default();
    let mut calendar = Calendar::default();
    if let Some(mut source) = Source::parse(text, &mut faults) {
        let entries: List<Entry> = source.list("day", &mut faults);
        for entry in entries.iter() {
            check::filled(&entry.name, &mut faults);
            check::filled(&entry.source, &mut faults);
        }
        let published = source.head::<Head>(&mut faults).map(|head| head.into_inner().published);
        calendar = Calendar::new(entries.iter().map(day)).with_published(published.unwrap_or_default());
    }
    if faults.is_empty() { Ok(calendar) } else { Err(faults.finish(file_name, text)) }
}

fn day(raw: &Entry) -> CalendarDay {
    CalendarDay {
        date: raw.date.0,
        kind: raw.kind,
        status: raw.status,
        name: raw.name.get_ref().clone(),
        source: raw.source.get_ref().clone(),
    }
}

#[cfg(test)]
mod tests;
