//! Moving the cursor: by letter, by word, by screen row.

use super::buffer::{Buffer, Place};
use super::{Editor, Row};
use crate::text::width::width as cells;

/// Which row is meant.
#[derive(Clone, Copy)]
enum Way {
    Here,
    Up,
    Down,
}

impl Editor {
    /// One letter to the left, over a line end too.
    pub fn left(&mut self) -> bool {
        self.go(self.buffer.before(self.cursor))
    }

    /// One letter to the right, over a line end too.
    pub fn right(&mut self) -> bool {
        self.go(self.buffer.after(self.cursor))
    }

    /// To the start of this word, or of the one before.
    pub fn word_left(&mut self) -> bool {
        let gap = self.skip_left(self.cursor, char::is_whitespace);
        self.go_to(self.skip_left(gap, |c| !c.is_whitespace()))
    }

    /// To the start of the next word, or to the end of the text.
    pub fn word_right(&mut self) -> bool {
        let gap = self.skip_right(self.cursor, |c| !c.is_whitespace());
        self.go_to(self.skip_right(gap, char::is_whitespace))
    }

    /// To the start of the text.
    pub fn doc_start(&mut self) -> bool {
        self.go_to(self.buffer.start())
    }

    /// To the end of the text.
    pub fn doc_end(&mut self) -> bool {
        self.go_to(self.buffer.end())
    }

    /// To the start of the screen row in the layout of that width.
    pub fn home(&mut self, width: usize) -> bool {
        self.go(self.in_row(width, Way::Here, 0))
    }

    /// Behind the last letter of the screen row; where the row goes on below, before its last space.
    pub fn end(&mut self, width: usize) -> bool {
        self.go(self.in_row(width, Way::Here, usize::MAX))
    }

    /// One screen row up, in the column where the run of Up and Down began. False on the first row.
    pub fn up(&mut self, width: usize) -> bool {
        self.go_vertically(width, Way::Up)
    }

    /// One screen row down, in the column where the run of Up and Down began. False on the last row.
    pub fn down(&mut self, width: usize) -> bool {
        self.go_vertically(width, Way::Down)
    }

    fn go_vertically(&mut self, width: usize, way: Way) -> bool {
        let column = self.goal.unwrap_or_else(|| self.column(width));
        let Some(place) = self.in_row(width, way, column) else { return false };
        self.go_to(place);
        self.goal = Some(column);
        true
    }

    /// The column of the cursor in its row.
    fn column(&self, width: usize) -> usize {
        let rows = self.buffer.rows_of_line(self.cursor, width);
        let start = rows.get(row_of(&rows, self.cursor)).map_or(self.cursor, |(start, _)| *start);
        column(&self.buffer, start, self.cursor, width)
    }

    /// The place at a column of the cursor's row or of the one above or below.
    fn in_row(&self, width: usize, way: Way, column: usize) -> Option<Place> {
        let rows = self.buffer.rows_of_line(self.cursor, width);
        let at = row_of(&rows, self.cursor);
        let row = match way {
            Way::Here => rows.get(at).copied(),
            Way::Up if at > 0 => rows.get(at - 1).copied(),
            Way::Up => {
                let line = self.buffer.line_before(self.cursor)?;
                self.buffer.rows_of_line(line, width).last().copied()
            }
            Way::Down if at + 1 < rows.len() => rows.get(at + 1).copied(),
            Way::Down => {
                let line = self.buffer.line_after(self.cursor)?;
                self.buffer.rows_of_line(line, width).first().copied()
            }
        };
        Some(self.buffer.place_in_row(row?, column))
    }

    fn skip_left(&self, from: Place, skips: impl Fn(char) -> bool) -> Place {
        let mut place = from;
        while self.buffer.char_before(place).is_some_and(&skips) {
            let Some(next) = self.buffer.before(place) else { break };
            place = next;
        }
        place
    }

    fn skip_right(&self, from: Place, skips: impl Fn(char) -> bool) -> Place {
        let mut place = from;
        while self.buffer.char_after(place).is_some_and(&skips) {
            let Some(next) = self.buffer.after(place) else { break };
            place = next;
        }
        place
    }

    fn go(&mut self, place: Option<Place>) -> bool {
        place.is_some_and(|place| self.go_to(place))
    }

    fn go_to(&mut self, place: Place) -> bool {
        let moves = place != self.cursor;
        self.land(Some(place));
        self.history.seal();
        moves
    }
}

/// The column of a place in the row that starts there; spaces that hang over the edge count as the edge.
pub(super) fn column(buffer: &Buffer, start: Place, place: Place, width: usize) -> usize {
    cells(buffer.slice(start, place)).min(width)
}

/// The last row that does not start after the place.
pub(super) fn row_of(rows: &[(Place, Row<'_>)], place: Place) -> usize {
    rows.partition_point(|(start, _)| *start <= place).saturating_sub(1)
}
