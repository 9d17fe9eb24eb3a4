//! Moving the cursor: by letter, by word, by screen row.

use super::buffer::{Buffer, Place};
use super::{Editor, Row};

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
        self.go(self.in_row(width, Some, 0))
    }

    /// Behind the last letter of the screen row; where the row goes on below, before its last space.
    pub fn end(&mut self, width: usize) -> bool {
        self.go(self.in_row(width, Some, usize::MAX))
    }

    /// One screen row up, in the column where the run of Up and Down began. False on the first row.
    pub fn up(&mut self, width: usize) -> bool {
        self.go_vertically(width, |row| row.checked_sub(1))
    }

    /// One screen row down, in the column where the run of Up and Down began. False on the last row.
    pub fn down(&mut self, width: usize) -> bool {
        self.go_vertically(width, |row| row.checked_add(1))
    }

    fn go_vertically(&mut self, width: usize, step: impl Fn(usize) -> Option<usize>) -> bool {
        let column = self.goal.unwrap_or_else(|| self.cursor_position(width).1);
        let Some(place) = self.in_row(width, step, column) else { return false };
        self.go_to(place);
        self.goal = Some(column);
        true
    }

    /// The place at a column of the row that `choose` makes of the cursor's row.
    fn in_row(&self, width: usize, choose: impl Fn(usize) -> Option<usize>, column: usize) -> Option<Place> {
        let rows = self.buffer.rows(width);
        let row = choose(row_of(&rows, self.cursor))?;
        Some(self.buffer.place_in_row(*rows.get(row)?, column))
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

/// Row and column of a place; spaces that hang over the edge count as the edge.
pub(super) fn position(
    rows: &[(Place, Row<'_>)],
    buffer: &Buffer,
    place: Place,
    width: usize,
) -> (usize, usize) {
    let row = row_of(rows, place);
    let start = rows.get(row).map_or(place, |(start, _)| *start);
    (row, crate::text::width::width(buffer.slice(start, place)).min(width))
}

/// The last row that does not start after the place.
fn row_of(rows: &[(Place, Row<'_>)], place: Place) -> usize {
    rows.partition_point(|(start, _)| *start <= place).saturating_sub(1)
}
