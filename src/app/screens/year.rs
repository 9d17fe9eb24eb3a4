//! View 8: the year, twelve months by obligations, with the load of each month.

use chrono::{Datelike, NaiveDate};

use crate::domain::agenda::AgendaItem;
use crate::domain::year::{DayState, YearCalendar, YearFilter, YearKey, YearRow, day_state, year_calendar};

use super::super::action::Action;
use super::super::layout::{Area, Frame};
use super::super::list::{List, Row};
use super::super::model::Model;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 4;

/// Tasks of a section that the view lists: nobody leafs through more, and it says that there are.
const MOST: usize = 1_000;

/// Years that can be leafed to, either way.
const FARTHEST: i32 = 10;

/// The state of the view.
#[derive(Clone, Debug)]
pub struct YearScreen {
    /// Years away from the one that the screens show.
    pub shift: i32,
    /// The obligations and tasks with a day in the year.
    pub list: List<YearRow>,
    /// Place of the chosen day in the selected row.
    pub at: usize,
    /// Loads, and what has no day; its rows are in the list.
    pub found: YearCalendar,
}

/// The parts of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearParts {
    /// What the year holds, one row; the names of the months below it.
    pub head: Area,
    /// The rows.
    pub list: Area,
    /// The bars of the load.
    pub bars: Area,
    /// The numbers of the load, one row.
    pub numbers: Area,
}

impl Default for YearScreen {
    fn default() -> Self {
        Self { shift: 0, list: List::scrolling(), at: 0, found: YearCalendar::default() }
    }
}

impl Row for YearRow {
    type Id = YearKey;

    fn id(&self) -> Option<YearKey> {
        Some(self.key.clone())
    }
}

impl YearParts {
    /// Divides the body: the load keeps its place at the foot, however few the rows.
    pub fn of(body: Area) -> Self {
        let bars = match body.h {
            0..13 => 2,
            13..24 => 3,
            _ => 5,
        };
        let (head, rest) = (body.top(2), body.below(2));
        let list = rest.top(rest.h.saturating_sub(bars + 1));
        let foot = rest.below(list.h);
        Self { head, list, bars: foot.top(bars), numbers: foot.below(bars) }
    }
}

impl YearScreen {
    /// The item that the detail pane is about and that Enter opens.
    pub fn selected(&self) -> Option<&AgendaItem> {
        let row = self.list.selected()?;
        row.items.get(self.at).or_else(|| row.items.last())
    }

    /// Chooses the first day of the selected row that is still open, else the last one.
    fn choose_day(&mut self) {
        let open = |item: &AgendaItem| day_state(item) != DayState::Done;
        let items = self.list.selected().map_or(&[][..], |row| &row.items);
        self.at = items.iter().position(open).unwrap_or(items.len().saturating_sub(1));
    }
}

impl Model {
    /// The year that view 8 shows.
    pub fn shown_year(&self) -> i32 {
        self.day().year() + self.year.shift
    }

    /// The year of the shown agency, or of all; of each section no more than about `most` tasks.
    pub fn year_calendar(&self, year: i32, most: usize) -> YearCalendar {
        let filter = YearFilter {
            agency: self.agency.clone(),
            year,
            today: self.day(),
            tracked_from: &self.tracked_from,
            most,
        };
        year_calendar(&self.catalog, &self.calendar, &filter)
    }

    pub(in crate::app) fn refresh_year(&mut self) {
        let mut found = self.year_calendar(self.shown_year(), MOST);
        let before = self.year.list.selected_id();
        self.year.list.set_rows(std::mem::take(&mut found.rows));
        self.year.found = found;
        if self.year.list.selected_id() != before || self.year.selected().is_none() {
            self.year.choose_day();
        }
    }

    pub(in crate::app) fn fit_year(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.year.list.set_height(usize::from(YearParts::of(body).list.h));
    }

    pub(in crate::app) fn act_in_year(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.year.list.go(motion);
                if moved {
                    self.year.choose_day();
                }
                self.selection_moved(moved);
            }
            Action::Left => self.step_in_row(false),
            Action::Right => self.step_in_row(true),
            Action::PeriodForward => self.shift_year(1),
            Action::PeriodBack => self.shift_year(-1),
            Action::Open => self.open_year_item(),
            Action::Edit => self.edit_year_item(),
            Action::Cascade => self.open_cascade(),
            Action::NextPane | Action::PrevPane => {
                self.holidays.shown = true;
                self.selection_moved(true);
            }
            Action::Back => self.back_to_own_agency(),
            _ => {}
        }
    }

    fn step_in_row(&mut self, forward: bool) {
        let last = self.year.list.selected().map_or(0, |row| row.items.len().saturating_sub(1));
        let before = self.year.at.min(last);
        self.year.at = if forward { (before + 1).min(last) } else { before.saturating_sub(1) };
        self.selection_moved(self.year.at != before);
    }

    fn shift_year(&mut self, by: i32) {
        self.year.shift = (self.year.shift + by).clamp(-FARTHEST, FARTHEST);
        self.refresh_year();
        self.refresh_holidays();
        self.year.choose_day();
    }

    pub(in crate::app) fn leaf_year(&mut self, by: i32) {
        self.shift_year(by);
        self.selection_moved(true);
    }

    fn open_year_item(&mut self) {
        if let Some(item) = self.year.selected().cloned() {
            self.open_agenda_item_of(item);
        }
    }

    fn edit_year_item(&mut self) {
        if let Some(kind) = self.year.selected().map(|item| item.kind.clone()) {
            self.edit_agenda_kind(kind);
        }
    }
}

/// The month (1 to 12) of a day if it lies in this year.
pub fn month_in(day: NaiveDate, year: i32) -> Option<u32> {
    (day.year() == year).then(|| day.month())
}
