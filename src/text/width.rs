//! How many terminal cells a text takes, and texts cut, wrapped and padded to cells.
//!
//! Everything goes by grapheme, so NFC and NFD take the same cells and no cut
//! parts a letter from its marks. Nothing here draws.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign for a cut text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ellipsis {
    /// "…", one cell.
    Unicode,
    /// "...", three cells, for terminals without the other.
    Ascii,
}

impl Ellipsis {
    /// The sign itself.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "...",
        }
    }
}

/// Whether every character of a text is a grapheme of one cell: Vietnamese as it is mostly written, and our signs.
///
/// Such a text needs no tables of Unicode, which are what drawing would spend most of its time on.
pub fn is_simple(text: &str) -> bool {
    let letter = |c| matches!(c, ' '..='~' | 'À'..='ɏ' | '\u{1ea0}'..='\u{1eff}');
    let sign = |c| matches!(c, '·' | '–' | '—' | '‘' | '’' | '“' | '”' | '•' | '…' | '─' | '│' | '┼' | '►');
    text.chars().all(|c| letter(c) || sign(c))
}

/// Cells of a text of one line.
pub fn width(text: &str) -> usize {
    if is_simple(text) {
        return text.chars().count();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest start of `text` that takes at most `cells`, and the rest; never parts a grapheme.
pub fn split_at_cells(text: &str, cells: usize) -> (&str, &str) {
    if is_simple(text) {
        return text.split_at(text.char_indices().nth(cells).map_or(text.len(), |(at, _)| at));
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > cells {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// `text` in at most `cells`, cut after a whole word where one fits, with the sign for the cut.
///
/// Where not even the first word fits beside the sign, the word is cut; where the sign does not fit, it is
/// left out.
pub fn truncate(text: &str, cells: usize, ellipsis: Ellipsis) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let sign = ellipsis.sign();
    let Some(room) = cells.checked_sub(width(sign)) else {
        return Cow::Borrowed(split_at_cells(text, cells).0);
    };
    let (head, tail) = split_at_cells(text, room);
    let whole =
        if tail.starts_with(' ') { head } else { head.rsplit_once(' ').map_or("", |(words, _)| words) };
    let kept = if whole.trim_end().is_empty() { head } else { whole };
    Cow::Owned(format!("{}{sign}", kept.trim_end()))
}

/// Breaks one line into rows of at most `cells`, by words; spaces at a break hang over the edge.
///
/// The rows joined are the line again. Words part at spaces only, so "57-NQ/TW" stays whole; a word that is
/// wider than a row is broken by grapheme. A width of 0 is taken as 1. An empty line is one empty row.
pub fn rows(line: &str, cells: usize) -> Vec<&str> {
    let cells = cells.max(1);
    let mut rows = Vec::new();
    let (mut row_start, mut used, mut at) = (0, 0, 0);
    for chunk in (Chunks { rest: line, simple: is_simple(line) }) {
        let word = chunk.trim_end_matches(' ');
        let word_cells = width(word);
        if row_start < at && used + word_cells > cells && !word.is_empty() {
            rows.extend(line.get(row_start..at));
            (row_start, used) = (at, 0);
        }
        for (offset, grapheme) in word.grapheme_indices(true).filter(|_| word_cells > cells) {
            if row_start < at + offset && used + grapheme.width() > cells {
                rows.extend(line.get(row_start..at + offset));
                (row_start, used) = (at + offset, 0);
            }
            used += grapheme.width();
        }
        used += if word_cells > cells { 0 } else { word_cells };
        used += chunk.len() - word.len();
        at += chunk.len();
    }
    rows.extend(line.get(row_start..));
    rows
}

/// Each word with the spaces after it; a space that carries a mark is a letter.
struct Chunks<'a> {
    rest: &'a str,
    simple: bool,
}

impl<'a> Iterator for Chunks<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let next_word = if self.simple {
            let word = self.rest.trim_start_matches(|c| c != ' ');
            let next = word.trim_start_matches(' ');
            (!next.is_empty()).then(|| self.rest.len() - next.len())
        } else {
            let graphemes = self.rest.grapheme_indices(true);
            let mut spaces = graphemes.skip_while(|(_, grapheme)| *grapheme != " ");
            spaces.find(|(_, grapheme)| *grapheme != " ").map(|(at, _)| at)
        };
        let (chunk, rest) = self.rest.split_at(next_word.unwrap_or(self.rest.len()));
        self.rest = rest;
        (!chunk.is_empty()).then_some(chunk)
    }
}

/// A text of many lines as rows of at most `cells`, without the spaces at the breaks.
pub fn wrap(text: &str, cells: usize) -> Vec<&str> {
    text.split('\n').flat_map(|line| rows(line, cells)).map(|row| row.trim_end_matches(' ')).collect()
}

/// `text` with spaces after it to fill `cells`; unchanged when it is wider.
pub fn pad(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// `text` with spaces before it to fill `cells`, as for numbers; unchanged when it is wider.
pub fn pad_left(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}

#[cfg(test)]
mod tests;
