//! The calendar as the state machine tells it: the entries of a year, and what a change moved.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{Calendar, CalendarDay, CalendarFault, DayStatus, Moved, moved};

use super::model::Model;

impl Model {
    /// The entries of a year, by day: those that stand, and the holidays assumed for a year not published.
    pub fn calendar_of(&self, year: i32) -> Vec<CalendarDay> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1);
        let days = first.into_iter().flat_map(|first| first.iter_days().take_while(|day| day.year() == year));
        days.flat_map(|day| self.calendar.on(day)).collect()
    }

    /// How many days of a year are only proposed.
    pub fn proposed_days(&self, year: i32) -> usize {
        let of_year = self.calendar.days().filter(|entry| entry.date.year() == year);
        of_year.filter(|entry| entry.status == DayStatus::Proposed).count()
    }

    /// The days that rest on a source once these are added to those that users added before.
    ///
    /// # Errors
    /// When the source is one of the bundled calendar, or the days contradict it.
    pub fn with_days(&self, source: &str, new: Vec<CalendarDay>) -> Result<Vec<CalendarDay>, CalendarFault> {
        if self.printed_calendar.days().any(|day| day.source == source) {
            return Err(CalendarFault::SourceTaken(source.to_owned()));
        }
        self.calendar.admits(&new)?;
        let mut days = self.added_days(source).unwrap_or_default().to_vec();
        days.extend(new);
        Ok(days)
    }

    /// The dates of the plans that moved since the calendar stood thus, a line each.
    pub fn moved_since(&self, before: &Calendar) -> Vec<String> {
        let moved = moved(&self.catalog, before, &self.calendar);
        moved.iter().filter_map(|one| self.moved_line(one)).collect()
    }

    /// One date that moved: its place in the plan, from when to when.
    pub(super) fn moved_line(&self, moved: &Moved) -> Option<String> {
        let plan = self.catalog.plan(&moved.plan)?;
        let place = self.place(plan, &moved.clause);
        Some(self.lang.moved_day(&place, moved.due_last, moved.from, moved.to))
    }
}
