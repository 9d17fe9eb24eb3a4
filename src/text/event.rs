//! A day to remember, for the calendar of a phone or an office program; knows no file format.

use chrono::NaiveDate;

/// One day to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stable over all files: the key of the occurrence, with a domain behind it if other programs may have the
    /// same key.
    pub uid: String,
    /// The line that the calendar shows.
    pub summary: String,
    /// What it shows when opened; may be empty.
    pub description: String,
    /// The day.
    pub day: NaiveDate,
    /// Counts the changes of the event; a program keeps the event with the higher number.
    pub sequence: u32,
    /// Alarms so many days before, at 08:00; 0 is the day itself.
    pub alarms: Vec<u16>,
    /// Whether it holds.
    pub standing: Standing,
}

/// Whether an event holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    #[default]
    Confirmed,
    /// It may come to hold: the plan that asks for it is a draft.
    Tentative,
    /// It is taken out of the calendars that have it.
    Cancelled,
}
