//! View 8, second page: the holidays and swapped days of a year, and what is proposed.

use chrono::NaiveDate;

use crate::domain::calendar::{CalendarDay, DayKind, DayStatus, moved};
use crate::domain::change::Record;
use crate::domain::decision::Ruling;

use super::super::action::Action;
use super::super::layout::Frame;
use super::super::line::{Line, Tone};
use super::super::list::{List, Row};
use super::super::model::Model;
use super::super::overlay::{Overlay, Sheet};
use super::year::DETAIL_ROWS;

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayRow(pub CalendarDay);

/// The state of the page.
#[derive(Clone, Debug)]
pub struct HolidaysScreen {
    /// Whether it is shown in place of the year.
    pub shown: bool,
    /// The entries of the shown year.
    pub list: List<HolidayRow>,
}

impl Default for HolidaysScreen {
    fn default() -> Self {
        Self { shown: false, list: List::scrolling() }
    }
}

impl Row for HolidayRow {
    type Id = (NaiveDate, DayKind, String);

    fn id(&self) -> Option<Self::Id> {
        Some((self.0.date, self.0.kind, self.0.source.clone()))
    }
}

impl Model {
    pub(in crate::app) fn refresh_holidays(&mut self) {
        let rows = self.calendar_of(self.shown_year()).into_iter().map(HolidayRow).collect();
        self.holidays.list.set_rows(rows);
    }

    pub(in crate::app) fn fit_holidays(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.holidays.list.set_height(usize::from(body.h.saturating_sub(2)));
    }

    pub(in crate::app) fn act_in_holidays(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.holidays.list.go(motion);
                self.selection_moved(moved);
            }
            Action::PeriodForward => self.leaf_year(1),
            Action::PeriodBack => self.leaf_year(-1),
            Action::NextPane | Action::PrevPane | Action::Back => {
                self.holidays.shown = false;
                self.selection_moved(true);
            }
            Action::Open | Action::Edit => self.open_offers(),
            _ => {}
        }
    }

    /// The entry with its source, and what its approval would move.
    pub(in crate::app) fn holiday_detail(&self) -> Vec<Line> {
        let Some(HolidayRow(entry)) = self.holidays.list.selected() else { return Vec::new() };
        let words = self.words();
        let mut lines = vec![
            Line::of(Tone::Strong, self.lang.calendar_entry(entry)),
            Line::of(Tone::Dim, format!("{}: {}", words.field_source, entry.source)),
        ];
        if entry.status == DayStatus::Proposed {
            lines.extend(self.if_approved_lines(&entry.source));
        }
        lines
    }

    /// What would move if a proposal were approved.
    pub(in crate::app) fn if_approved_lines(&self, source: &str) -> Vec<Line> {
        let words = self.words();
        let after = self.calendar.if_approved(source);
        let found = moved(&self.catalog, &self.calendar, &after);
        let mut lines = vec![Line::of(Tone::Warn, words.if_approved_moves)];
        if found.is_empty() {
            lines = vec![Line::of(Tone::Dim, words.if_approved_moves_nothing)];
        }
        lines.extend(
            found.iter().filter_map(|one| self.moved_line(one)).map(|text| Line::plain(format!("  {text}"))),
        );
        lines
    }

    /// Selects what was just decided, so that it is seen.
    pub(in crate::app) fn select_holiday(&mut self, record: &Record) {
        let Record::Decision(decision) = record else { return };
        let source = match &decision.ruling {
            Ruling::CalendarDays { source, .. } | Ruling::CalendarVerdict { source, .. } => source,
            _ => return,
        };
        let found = self.holidays.list.rows().iter().find(|HolidayRow(entry)| entry.source == *source);
        if let Some(id) = found.and_then(Row::id) {
            self.holidays.list.select(&id);
            self.selection_moved(true);
        }
    }

    /// Says which dates of the plans moved since the calendar stood thus.
    pub(in crate::app) fn tell_moved(&mut self, before: &crate::domain::calendar::Calendar, done: &str) {
        let moved = self.moved_since(before);
        let words = self.words();
        if moved.is_empty() {
            self.say(Tone::Good, format!("{done} {}", words.nothing_moved));
            return;
        }
        let mut lines = vec![Line::of(Tone::Strong, done), Line::blank()];
        lines.extend(moved.into_iter().map(Line::plain));
        lines.extend([Line::blank(), Line::of(Tone::Dim, words.moved_advice_only)]);
        self.overlays.push(Overlay::Sheet(Sheet::new(words.moved_title, lines)));
    }
}
