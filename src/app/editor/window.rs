//! What a field shows of its text: no more is laid out than is seen, however long the text is.

use super::buffer::Place;
use super::motion::{column, row_of};
use super::{Editor, Row};

/// As much of a text as a field on the screen has room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window<'a> {
    /// The rows; at least one.
    pub rows: Vec<Row<'a>>,
    /// Row and column of the cursor, both from 0, the column in cells; `None` where it is not followed.
    ///
    /// The column is at most the width: after a full row the cursor stands beside the last cell, so a view that
    /// shows it lays out one cell less than it has.
    pub cursor: Option<(usize, usize)>,
    /// Whether the text goes on below.
    pub goes_on: bool,
}

impl Editor {
    /// As many rows of `width` cells, broken between words, as there is room for: the first ones, or with `follow`,
    /// where the cursor stands below those, the ones that end with its row.
    pub fn window(&self, width: usize, height: usize, follow: bool) -> Window<'_> {
        let height = height.max(1);
        let top = if follow { self.row_above(width, height - 1) } else { self.buffer.start() };
        let mut rows = self.buffer.rows_from(top, width).skip_while(|(start, _)| *start < top);
        let shown: Vec<_> = rows.by_ref().take(height).collect();
        let goes_on = rows.next().is_some();
        let row = row_of(&shown, self.cursor);
        let start = shown.get(row).map_or(top, |(start, _)| *start);
        let cursor = follow.then(|| (row, column(&self.buffer, start, self.cursor, width)));
        Window { rows: shown.into_iter().map(|(_, row)| row).collect(), cursor, goes_on }
    }

    /// The start of the row that is so many rows above the cursor's, or of the first one.
    fn row_above(&self, width: usize, count: usize) -> Place {
        let mut line = self.cursor;
        let mut rows = self.buffer.rows_of_line(line, width);
        let mut at = row_of(&rows, line);
        let mut left = count;
        while left > at {
            let Some(before) = self.buffer.line_before(line) else { return self.buffer.start() };
            left -= at + 1;
            line = before;
            rows = self.buffer.rows_of_line(line, width);
            at = rows.len() - 1;
        }
        rows.get(at - left).map_or(self.cursor, |(start, _)| *start)
    }
}
