//! Days that matter as a calendar file for a phone, Outlook or Thunderbird.
//!
//! Days without an hour only, by RFC 5545. Written here, since `icalendar` 0.17 makes lines of 76 octets, asks the clock
//! and chance for each alarm, and ends a whole day on the day on which it starts. The same event under the same UID replaces the one of an earlier
//! file; knows no clock.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::domain::clock::VN_OFFSET;
use crate::text::event::{Event, Standing};
use crate::text::sanitise::{multi_line, one_line};

/// The hour of the alarms, in the time of the reader's device.
const ALARM_HOUR: u32 = 8;
/// Octets of a line without its end.
const LINE: usize = 75;

/// The whole file: CRLF, lines of at most 75 octets. `stamp` tells when these events were written down; what would have
/// rung before that day has no alarm.
pub fn calendar(events: &[Event], stamp: DateTime<Utc>) -> String {
    let mut file = Lines::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", "-//tiendo//tiendo//VI");
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    for event in events {
        file.event(event, stamp);
    }
    file.line("END", "VCALENDAR");
    file.0
}

/// The lines of a file so far.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn event(&mut self, event: &Event, stamp: DateTime<Utc>) {
        self.line("BEGIN", "VEVENT");
        self.text("UID", &one_line(&event.uid));
        self.line("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTART;VALUE=DATE", &event.day.format("%Y%m%d").to_string());
        // The end is the first day that does not belong to it.
        if let Some(next) = event.day.checked_add_days(Days::new(1)) {
            self.line("DTEND;VALUE=DATE", &next.format("%Y%m%d").to_string());
        }
        self.text("SUMMARY", &one_line(&event.summary));
        let description = multi_line(&event.description);
        if !description.is_empty() {
            self.text("DESCRIPTION", &description);
        }
        self.line("STATUS", standing(event.standing));
        // A due day does not make its owner busy.
        self.line("TRANSP", "TRANSPARENT");
        let made = stamp.with_timezone(&VN_OFFSET).date_naive();
        for days in event.alarms.iter().filter(|days| still_rings(event, **days, made)) {
            self.alarm(&one_line(&event.summary), *days);
        }
        self.line("END", "VEVENT");
    }

    fn alarm(&mut self, text: &str, days_before: u16) {
        let trigger = match days_before.checked_sub(1) {
            None => format!("PT{ALARM_HOUR}H"),
            Some(0) => format!("-PT{}H", 24 - ALARM_HOUR),
            Some(days) => format!("-P{days}DT{}H", 24 - ALARM_HOUR),
        };
        self.line("BEGIN", "VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", &trigger);
        self.text("DESCRIPTION", text);
        self.line("END", "VALARM");
    }

    /// A clean text: RFC 5545, 3.3.11.
    fn text(&mut self, name: &str, text: &str) {
        let escaped = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
        self.line(name, &escaped);
    }

    /// One line, folded: RFC 5545, 3.1.
    fn line(&mut self, name: &str, value: &str) {
        let whole = format!("{name}:{value}");
        let mut rest = whole.as_str();
        let mut room = LINE;
        while let Some((piece, later)) = fold(rest, room) {
            self.0.push_str(piece);
            self.0.push_str("\r\n ");
            rest = later;
            // The space that continues a line belongs to it.
            room = LINE - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// Whether an alarm so many days before is of use in a file of the day `made`: many devices ring at once for what is
/// past.
fn still_rings(event: &Event, days_before: u16, made: NaiveDate) -> bool {
    let rings = event.day.checked_sub_days(Days::new(days_before.into()));
    event.standing != Standing::Cancelled && event.day > made && rings.is_some_and(|day| day >= made)
}

/// RFC 5545, 3.8.1.11.
fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Confirmed => "CONFIRMED",
        Standing::Tentative => "TENTATIVE",
        Standing::Cancelled => "CANCELLED",
    }
}

/// The line parted so that its start takes at most `octets`; `None` when it takes no more as a whole.
///
/// Between letters, and not beside a space where it can be helped: some programs trim each piece.
fn fold(line: &str, octets: usize) -> Option<(&str, &str)> {
    if line.len() <= octets {
        return None;
    }
    let cuts = (1..=octets).rev().filter_map(|at| line.split_at_checked(at));
    let good = |(piece, later): &(&str, &str)| !piece.ends_with(' ') && !later.starts_with(' ');
    cuts.clone().find(good).or_else(|| cuts.clone().next())
}

#[cfg(test)]
mod tests;
