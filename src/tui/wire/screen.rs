//! A copy of a screen: what the terminal shows, or is to show. Cells that look the same are the same.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

use super::ink::Ink;
use crate::text::width::is_simple;

/// Rows of cells. Behind a wide glyph stands a cell without a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Screen {
    pub(super) width: u16,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Screen {
    pub(super) fn blank(width: u16, height: u16) -> Self {
        Self { width, rows: vec![Self::blank_row(width); usize::from(height)] }
    }

    pub(super) fn blank_row(width: u16) -> Vec<Cell> {
        vec![Cell::new(" "); usize::from(width)]
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.width, u16::try_from(self.rows.len()).unwrap_or(u16::MAX))
    }

    /// Becomes the same as another screen of its size, of which only the `touched` rows may differ.
    pub(super) fn take_over(&mut self, other: &Self, touched: &[bool]) {
        let rows = self.rows.iter_mut().zip(&other.rows).zip(touched);
        for ((old, new), _) in rows.filter(|(_, touched)| **touched) {
            old.clone_from(new);
        }
    }

    /// Puts a cell; outside the screen nothing happens.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let Some(row) = self.rows.get(usize::from(y)) else { return };
        let (x, width) = (usize::from(x), row.len());
        // The cell behind a wide glyph belongs to it, whatever the frame has there.
        if row.get(x).is_some_and(is_behind) {
            return;
        }
        let (was_wide, wide) = (row.get(x + 1).is_some_and(is_behind), is_wide(cell));
        // A wide glyph whose first half it takes leaves nothing behind.
        if wide && !was_wide && row.get(x + 2).is_some_and(is_behind) {
            self.put_plain(x + 2, y, cell, " ");
        }
        if wide && x + 1 >= width {
            // Half a glyph cannot be shown.
            return self.put_plain(x, y, cell, " ");
        }
        // Nothing at all stands only behind a wide glyph.
        let symbol = if cell.symbol().is_empty() { " " } else { cell.symbol() };
        self.put_plain(x, y, cell, symbol);
        if wide || was_wide {
            self.put_plain(x + 1, y, cell, if wide { "" } else { " " });
        }
    }

    fn put_plain(&mut self, x: usize, y: u16, cell: &Cell, symbol: &str) {
        let place = self.rows.get_mut(usize::from(y)).and_then(|row| row.get_mut(x));
        let Some(place) = place else { return };
        let ink = if symbol == " " { Ink::of(cell).seen_on_blank() } else { Ink::of(cell) };
        place.reset();
        place.set_symbol(symbol);
        (place.fg, place.bg, place.modifier) = (ink.fg, ink.bg, ink.attributes);
    }
}

/// Whether a cell takes two columns.
pub(super) fn is_wide(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    // One byte is one column; nothing else is asked of most cells.
    symbol.len() > 1 && !is_simple(symbol) && symbol.width() > 1
}

/// Whether a cell of a screen stands behind a wide glyph.
pub(super) fn is_behind(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// Whether a cell shows nothing but a background.
pub(super) fn is_empty(cell: &Cell) -> bool {
    cell.symbol() == " " && Ink::of(cell).is_background()
}
