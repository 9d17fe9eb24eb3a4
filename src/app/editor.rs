//! A text field: the text, the cursor, undo, and how the text falls into rows.
//!
//! It knows no key, no terminal and no clock: a screen turns keys into calls and
//! draws the rows. The text is NFC and free of control characters at all times,
//! and the cursor stands between two letters as the reader sees them, so that no
//! call can part a letter from its marks.
//!
//! Input methods such as UniKey send letters, Backspaces and letters again in
//! one burst, or bare marks after a letter: each key may simply be passed on.

mod buffer;
mod history;
mod motion;
mod window;

use unicode_segmentation::UnicodeSegmentation;

use self::buffer::{Buffer, Place};
use self::history::{History, Kind};
use crate::text::sanitise;

pub use self::window::Window;

/// What a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Enter is refused, and line ends in a paste become spaces.
    pub single_line: bool,
    /// Most letters, counted as the reader sees them; `None`: no limit.
    pub max_len: Option<usize>,
}

/// One screen row of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The row; spaces at its end may hang over the edge.
    pub text: &'a str,
    /// Whether a line end follows. The rows, with "\n" after these, joined are the text.
    pub ends_line: bool,
}

/// An editable text. Calls that may do nothing answer whether they did something.
#[derive(Clone, Debug)]
pub struct Editor {
    buffer: Buffer,
    cursor: Place,
    /// The column that Up and Down aim at, kept over shorter rows.
    goal: Option<usize>,
    history: History,
    options: Options,
    saved: String,
}

impl Editor {
    /// An empty field.
    pub fn new(options: Options) -> Self {
        let buffer = Buffer::default();
        let (cursor, history, saved) = (buffer.end(), History::default(), String::new());
        Self { buffer, cursor, goal: None, history, options, saved }
    }

    /// A field with a text in it, the cursor at the end.
    pub fn with_text(options: Options, text: &str) -> Self {
        let mut editor = Self::new(options);
        editor.set_text(text);
        editor
    }

    /// The text, NFC.
    pub fn text(&self) -> &str {
        self.buffer.text()
    }

    /// The text before the cursor, and the text after it.
    pub fn around_cursor(&self) -> (&str, &str) {
        let (start, end) = (self.buffer.start(), self.buffer.end());
        (self.buffer.slice(start, self.cursor), self.buffer.slice(self.cursor, end))
    }

    /// Replaces everything, forgets the undo history and counts as saved; the cursor goes to the end.
    ///
    /// The text is cleaned but never cut, even where it is longer than the limit: nothing stored gets lost.
    pub fn set_text(&mut self, text: &str) {
        self.buffer = Buffer::new(self.clean(text));
        self.cursor = self.buffer.end();
        self.goal = None;
        self.history = History::default();
        self.mark_saved();
    }

    /// Whether the text differs from what was set or saved last.
    pub fn is_dirty(&self) -> bool {
        self.text() != self.saved
    }

    /// Takes the present text as the saved one; undo stays possible.
    pub fn mark_saved(&mut self) {
        self.saved = self.text().to_owned();
    }

    /// Types at the cursor; a mark joins the letter before it. False when not everything was taken.
    pub fn insert(&mut self, typed: &str) -> bool {
        if self.options.single_line && typed.contains(['\n', '\r']) {
            return false;
        }
        let typed = self.clean(typed);
        self.put(Kind::Typing, &typed)
    }

    /// Types a word anew that stands before the cursor; false, and nothing is done, when it does not stand there
    /// or the new one finds no room.
    pub fn retype(&mut self, old: &str, new: &str) -> bool {
        if old.is_empty() {
            return self.insert(new);
        }
        let new = self.clean(new);
        if !self.around_cursor().0.ends_with(old) {
            return false;
        }
        let back = old.graphemes(true).count();
        let from = (0..back).try_fold(self.cursor, |place, _| self.buffer.before(place));
        let Some(from) = from else { return false };
        let (head, tail) = (self.buffer.slice(self.buffer.start(), from), self.around_cursor().1);
        let letters = [head, &new, tail].concat().graphemes(true).count();
        let most = self.options.max_len.map(|max| max.max(self.text().graphemes(true).count()));
        if most.is_some_and(|most| letters > most) {
            return false;
        }
        self.edit(Kind::Typing, from, self.cursor, &new, false);
        true
    }

    /// Puts in a paste, cleaned, as one undo step. False when not everything fitted.
    pub fn paste(&mut self, pasted: &str) -> bool {
        let pasted = self.clean(pasted);
        self.put(Kind::Single, &pasted)
    }

    /// Removes the letter before the cursor.
    pub fn backspace(&mut self) -> bool {
        let from = self.buffer.before(self.cursor);
        from.is_some_and(|from| self.remove(Kind::Backspacing, from, self.cursor))
    }

    /// Removes the letter after the cursor.
    pub fn delete(&mut self) -> bool {
        let to = self.buffer.after(self.cursor);
        to.is_some_and(|to| self.remove(Kind::Deleting, self.cursor, to))
    }

    /// Removes from the start of the line (not of the screen row) to the cursor.
    pub fn kill_to_line_start(&mut self) -> bool {
        let from = self.buffer.line_start(self.cursor);
        self.remove(Kind::Single, from, self.cursor)
    }

    /// Takes back the last word typed, run deleted, or paste.
    pub fn undo(&mut self) -> bool {
        let place = self.history.undo(&mut self.buffer);
        self.land(place)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) -> bool {
        let place = self.history.redo(&mut self.buffer);
        self.land(place)
    }

    /// How many letters it takes at most; `None`: no limit.
    pub fn most_letters(&self) -> Option<usize> {
        self.options.max_len
    }

    fn clean(&self, text: &str) -> String {
        if self.options.single_line { sanitise::one_line(text) } else { sanitise::multi_line(text) }
    }

    fn put(&mut self, kind: Kind, text: &str) -> bool {
        let fitting = self.fitting(text);
        if !fitting.is_empty() {
            let at_gap = self.buffer.char_before(self.cursor).is_none_or(char::is_whitespace);
            let starts_word = at_gap && !fitting.starts_with(char::is_whitespace);
            self.edit(kind, self.cursor, self.cursor, &fitting, starts_word);
        }
        fitting == text
    }

    fn remove(&mut self, kind: Kind, from: Place, to: Place) -> bool {
        let crosses_words = self.buffer.slice(from, to).contains(char::is_whitespace);
        let is_something = from < to;
        if is_something {
            self.edit(kind, from, to, "", crosses_words);
        }
        is_something
    }

    fn edit(&mut self, kind: Kind, from: Place, to: Place, text: &str, at_gap: bool) {
        let before = self.cursor;
        let (edit, after) = self.buffer.splice(from, to, text);
        self.land(Some(after));
        self.history.record(kind, edit, (before, after), at_gap);
    }

    fn land(&mut self, place: Option<Place>) -> bool {
        if let Some(place) = place {
            self.cursor = place;
            self.goal = None;
        }
        place.is_some()
    }

    /// As much of the text as the limit leaves room for. A mark that joins the letter before takes none.
    fn fitting(&self, text: &str) -> String {
        let Some(max) = self.options.max_len else { return text.to_owned() };
        if self.buffer.letters_with(self.cursor, text) <= max {
            return text.to_owned();
        }
        let room = max.saturating_sub(self.buffer.letters_with(self.cursor, ""));
        buffer::first_letters(text, room)
    }
}

#[cfg(test)]
mod tests;
