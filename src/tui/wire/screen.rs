//! A copy of a screen: what the terminal shows, or is to show. Cells that look the same are the same.

use ratatui::buffer::Cell;

use super::glyph::Glyph;
use super::ink::Ink;

/// Rows of glyphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Screen {
    pub(super) width: u16,
    pub(super) rows: Vec<Vec<Glyph>>,
}

impl Screen {
    pub(super) fn blank(width: u16, height: u16) -> Self {
        Self { width, rows: vec![Self::blank_row(width); usize::from(height)] }
    }

    pub(super) fn blank_row(width: u16) -> Vec<Glyph> {
        vec![Glyph::BLANK; usize::from(width)]
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

    /// Puts a cell; outside the screen nothing happens. Tells whether it may show something else than before.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) -> bool {
        let Some(row) = self.rows.get_mut(usize::from(y)) else { return false };
        let at = usize::from(x);
        match row.get(at) {
            // The cell behind a wide glyph belongs to it, whatever the frame has there.
            Some(old) if old.is_behind() || old.shows(cell) => false,
            Some(_) => {
                replace(row, at, cell);
                true
            }
            None => false,
        }
    }
}

fn replace(row: &mut [Glyph], x: usize, cell: &Cell) {
    let ink = Ink::of(cell);
    let blank = || Glyph::new(" ", ink);
    let mut glyph = Glyph::of(cell);
    if glyph.is_behind() || (glyph.is_wide() && x + 1 >= row.len()) {
        // Nothing at all stands only behind a wide glyph, and half a glyph cannot be shown.
        glyph = blank();
    }
    let (was_wide, wide) = (row.get(x + 1).is_some_and(Glyph::is_behind), glyph.is_wide());
    if wide && !was_wide && row.get(x + 2).is_some_and(Glyph::is_behind) {
        // A wide glyph whose first half it takes leaves nothing behind.
        row[x + 2] = blank();
    }
    row[x] = glyph;
    if wide || was_wide {
        row[x + 1] = if wide { Glyph::new("", ink) } else { blank() };
    }
}
