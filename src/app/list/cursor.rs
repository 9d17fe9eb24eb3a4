//! Where the selection and the window of a list stand, whatever its rows are.

use std::ops::Range;

use super::Motion;

/// The rows of a list as far as a cursor has to know them.
pub trait Shape {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// Whether a row can be selected; a heading cannot.
    fn is_item(&self, at: usize) -> bool;
}

/// Selection and window.
#[derive(Clone, Debug)]
pub struct Cursor {
    /// The row that is selected, if it can be.
    pub index: usize,
    top: usize,
    height: usize,
    jump: bool,
}

impl Cursor {
    /// At the top of a list that scrolls row by row.
    pub fn scrolling() -> Self {
        Self { index: 0, top: 0, height: 1, jump: false }
    }

    /// At the top of a list that jumps by half a page at its edge.
    pub fn jumping() -> Self {
        Self { jump: true, ..Self::scrolling() }
    }

    /// Takes its place among new rows: on the row `kept`, or near to where it stood.
    pub fn settle(&mut self, rows: &impl Shape, kept: Option<usize>) {
        let index = kept.unwrap_or_else(|| self.index.min(rows.count().saturating_sub(1)));
        self.index = selectable_near(rows, index, true).unwrap_or(index);
        self.reveal(rows);
    }

    /// Selects a row.
    pub fn select(&mut self, rows: &impl Shape, at: usize) {
        self.index = at;
        self.reveal(rows);
    }

    /// Says how many rows the screen shows.
    pub fn set_height(&mut self, rows: &impl Shape, height: usize) {
        self.height = height.max(1);
        self.reveal(rows);
    }

    /// The rows on the screen, of so many.
    pub fn window(&self, len: usize) -> Range<usize> {
        let end = (self.top + self.height).min(len);
        self.top.min(end)..end
    }

    /// Whether rows lie above and below the window.
    pub fn more(&self, len: usize) -> (bool, bool) {
        (self.top > 0, self.top + self.height < len)
    }

    /// Moves the selection; true if it changed.
    pub fn go(&mut self, rows: &impl Shape, motion: Motion) -> bool {
        let before = (self.index, self.top);
        let (page, half, last) = (self.height, (self.height / 2).max(1), rows.count().saturating_sub(1));
        let (wanted, down) = match motion {
            Motion::Up => (self.index.saturating_sub(1), false),
            Motion::Down => (self.index + 1, true),
            Motion::PageUp => (self.index.saturating_sub(page), false),
            Motion::PageDown => (self.index + page, true),
            Motion::HalfUp => (self.index.saturating_sub(half), false),
            Motion::HalfDown => (self.index + half, true),
            Motion::First => (0, true),
            Motion::Last => (last, false),
        };
        if let Some(index) = selectable_near(rows, wanted.min(last), down) {
            self.index = index;
        }
        self.reveal(rows);
        before != (self.index, self.top)
    }

    fn reveal(&mut self, rows: &impl Shape) {
        let last_top = rows.count().saturating_sub(self.height);
        let step = if self.jump { (self.height / 2).max(1) } else { 1 };
        // Headings above the first item come into view with it.
        let first = (0..self.index).rev().take_while(|&at| !rows.is_item(at)).last().unwrap_or(self.index);
        if first < self.top {
            self.top = if self.jump {
                (self.index + 1).saturating_sub(self.height.saturating_sub(step)).min(first)
            } else {
                first
            };
        }
        if self.index >= self.top + self.height {
            self.top = (self.index + step).saturating_sub(self.height);
        }
        self.top = self.top.min(last_top).min(self.index);
    }
}

/// The nearest row that can be selected, looking in the direction of the motion first.
fn selectable_near(rows: &impl Shape, from: usize, down: bool) -> Option<usize> {
    let is_item = |&at: &usize| rows.is_item(at);
    let below = || (from..rows.count()).find(is_item);
    let above = || (0..=from.min(rows.count().saturating_sub(1))).rev().find(is_item);
    if down { below().or_else(above) } else { above().or_else(below) }
}
