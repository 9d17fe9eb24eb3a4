//! The text of a field and places in it: the only module of the editor that counts bytes.
//!
//! A [`Place`] always stands between two graphemes of the text that gave it. Whoever
//! changes the text gets the place to go on from; older places are then worthless.

use std::iter;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

use super::Row;
use crate::text::width;

/// Between two letters of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(usize);

/// One replacement, enough to do it again or take it back.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    at: usize,
    removed: String,
    inserted: String,
}

/// The text, always NFC.
#[derive(Clone, Debug, Default)]
pub(super) struct Buffer {
    text: String,
}

impl Buffer {
    /// Takes a text that is clean and NFC.
    pub fn new(text: String) -> Self {
        Self { text }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn start(&self) -> Place {
        Place(0)
    }

    pub fn end(&self) -> Place {
        Place(self.text.len())
    }

    /// One letter back.
    pub fn before(&self, place: Place) -> Option<Place> {
        let mut cursor = GraphemeCursor::new(place.0, self.text.len(), true);
        cursor.prev_boundary(&self.text, 0).ok().flatten().map(Place)
    }

    /// One letter on.
    pub fn after(&self, place: Place) -> Option<Place> {
        let mut cursor = GraphemeCursor::new(place.0, self.text.len(), true);
        cursor.next_boundary(&self.text, 0).ok().flatten().map(Place)
    }

    /// The text between two places; empty when they are in the wrong order.
    pub fn slice(&self, from: Place, to: Place) -> &str {
        self.text.get(from.0..to.0).unwrap_or("")
    }

    pub fn char_before(&self, place: Place) -> Option<char> {
        self.slice(self.start(), place).chars().next_back()
    }

    pub fn char_after(&self, place: Place) -> Option<char> {
        self.slice(place, self.end()).chars().next()
    }

    /// After the last line end before the place.
    pub fn line_start(&self, place: Place) -> Place {
        let head = self.slice(self.start(), place);
        Place(head.rfind('\n').map_or(0, |at| at + 1))
    }

    /// At the line end after the place, or at the end of the text.
    fn line_end(&self, place: Place) -> Place {
        let tail = self.slice(place, self.end());
        tail.find('\n').map_or(self.end(), |at| Place(place.0 + at))
    }

    /// The start of the line after the one that has the place.
    pub fn line_after(&self, place: Place) -> Option<Place> {
        let end = self.line_end(place);
        (end < self.end()).then(|| Place(end.0 + 1))
    }

    /// The end of the line before the one that has the place.
    pub fn line_before(&self, place: Place) -> Option<Place> {
        self.line_start(place).0.checked_sub(1).map(Place)
    }

    /// Letters of the whole text if `inserted` stood at the place.
    pub fn letters_with(&self, place: Place, inserted: &str) -> usize {
        let (head, tail) = (self.slice(self.start(), place), self.slice(place, self.end()));
        [head, inserted, tail].concat().graphemes(true).count()
    }

    /// Replaces what stands between two places; gives the place after the new text.
    ///
    /// The letters on both sides are normalised together with the new text: a mark joins its letter.
    pub fn splice(&mut self, from: Place, to: Place, inserted: &str) -> (Edit, Place) {
        let left = self.before(from).unwrap_or(from);
        let right = self.after(to).unwrap_or(to);
        let head: String = self.slice(left, from).chars().chain(inserted.chars()).nfc().collect();
        let window = head.chars().chain(self.slice(to, right).chars()).nfc().collect();
        let edit = Edit { at: left.0, removed: self.slice(left, right).to_owned(), inserted: window };
        self.apply(&edit);
        (edit, self.boundary_from(left.0 + head.len()))
    }

    /// The first boundary that is not before the byte: the new text may have joined the letter after it.
    fn boundary_from(&self, byte: usize) -> Place {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at += 1;
        }
        let mut cursor = GraphemeCursor::new(at, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => Place(at),
            _ => self.after(Place(at)).unwrap_or(self.end()),
        }
    }

    /// Does an edit, on the text that it was made for.
    pub fn apply(&mut self, edit: &Edit) {
        self.text.replace_range(edit.at..edit.at + edit.removed.len(), &edit.inserted);
    }

    /// Takes back an edit, on the text that it made.
    pub fn revert(&mut self, edit: &Edit) {
        self.text.replace_range(edit.at..edit.at + edit.inserted.len(), &edit.removed);
    }

    /// The screen rows of the line that has the place, each with the place where it starts; at least one, and no two
    /// start at the same place. A long text is never laid out whole: lines know nothing of each other.
    pub fn rows_of_line(&self, place: Place, cells: usize) -> Vec<(Place, Row<'_>)> {
        let start = self.line_start(place);
        let end = self.line_end(place);
        let mut at = start.0;
        let mut rows = Vec::new();
        for text in width::rows(self.slice(start, end), cells) {
            rows.push((Place(at), Row { text, ends_line: false }));
            at += text.len();
        }
        if let Some((_, row)) = rows.last_mut() {
            row.ends_line = end < self.end();
        }
        rows
    }

    /// The screen rows from the line that has the place to the end of the text.
    pub fn rows_from(&self, place: Place, cells: usize) -> impl Iterator<Item = (Place, Row<'_>)> {
        let lines = iter::successors(Some(place), |line| self.line_after(*line));
        lines.flat_map(move |line| self.rows_of_line(line, cells))
    }

    /// The place in a row that is nearest to a column without passing it.
    ///
    /// Where the row goes on below, the place behind its last letter belongs to the next row.
    pub fn place_in_row(&self, (start, row): (Place, Row<'_>), column: usize) -> Place {
        let end = Place(start.0 + row.text.len());
        let goes_on = !row.ends_line && end < self.end();
        let last = if goes_on { self.before(end).unwrap_or(start).max(start) } else { end };
        let mut place = start;
        let mut used = 0;
        for grapheme in row.text.graphemes(true) {
            used += grapheme.width();
            let next = Place(place.0 + grapheme.len());
            if used > column || next > last {
                break;
            }
            place = next;
        }
        place
    }
}

/// The first letters of a text, at most so many.
pub(super) fn first_letters(text: &str, count: usize) -> String {
    text.graphemes(true).take(count).collect()
}
