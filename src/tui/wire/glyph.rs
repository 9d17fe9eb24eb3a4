//! What stands in one place of a screen, made ready to be compared: a frame compares thousands of them.

use ratatui::buffer::Cell;
use unicode_width::UnicodeWidthStr;

use super::ink::Ink;
use super::signs::is_sure;
use crate::text::width::is_simple;

/// Most bytes of a symbol that needs no memory of its own; nearly every one has three at most.
const SHORT: usize = 7;

/// A symbol in its ink. Behind a wide one stands one without a symbol.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    symbol: Symbol,
    ink: Ink,
    columns: u16,
    sure: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Symbol {
    Short { bytes: [u8; SHORT], length: u8 },
    Long(Box<str>),
}

impl Glyph {
    /// A place that shows nothing.
    pub(super) const BLANK: Self = Self {
        symbol: Symbol::Short { bytes: [b' ', 0, 0, 0, 0, 0, 0], length: 1 },
        ink: Ink::PLAIN,
        columns: 1,
        sure: true,
    };

    /// A symbol in an ink; of a blank only what can be seen of it.
    pub(super) fn new(symbol: &str, ink: Ink) -> Self {
        if symbol == " " {
            return Self { ink: ink.seen_on_blank(), ..Self::BLANK };
        }
        let columns = match symbol.len() {
            0 => 0,
            // One byte is one column; nothing else is asked of most symbols.
            2.. if !is_simple(symbol) && symbol.width() > 1 => 2,
            _ => 1,
        };
        Self { symbol: Symbol::of(symbol), ink, columns, sure: is_sure(symbol) }
    }

    /// What a cell of a frame shows.
    pub(super) fn of(cell: &Cell) -> Self {
        Self::new(cell.symbol(), Ink::of(cell))
    }

    /// Whether it shows what a cell of a frame does.
    pub(super) fn shows(&self, cell: &Cell) -> bool {
        if !self.symbol.is(cell.symbol()) {
            return false;
        }
        let ink = Ink::of(cell);
        ink == self.ink || (self.is_space() && ink.seen_on_blank() == self.ink)
    }

    /// Its symbol, as bytes: they are compared and sent, and nothing else is done with them.
    pub(super) fn bytes(&self) -> &[u8] {
        self.symbol.bytes()
    }

    pub(super) fn ink(&self) -> Ink {
        self.ink
    }

    /// Columns that it takes: two of a wide one, none behind that.
    pub(super) fn columns(&self) -> u16 {
        self.columns
    }

    /// Whether every terminal takes as many columns for it.
    pub(super) fn is_sure(&self) -> bool {
        self.sure
    }

    /// Whether it takes two columns.
    pub(super) fn is_wide(&self) -> bool {
        self.columns > 1
    }

    /// Whether it stands behind a wide one.
    pub(super) fn is_behind(&self) -> bool {
        self.columns == 0
    }

    /// Whether it shows nothing but a background.
    pub(super) fn is_empty(&self) -> bool {
        self.is_space() && self.ink.is_background()
    }

    fn is_space(&self) -> bool {
        self.symbol == Self::BLANK.symbol
    }
}

impl Symbol {
    fn of(text: &str) -> Self {
        let mut bytes = [0; SHORT];
        match (bytes.get_mut(..text.len()), u8::try_from(text.len())) {
            (Some(short), Ok(length)) => {
                short.copy_from_slice(text.as_bytes());
                Self::Short { bytes, length }
            }
            _ => Self::Long(text.into()),
        }
    }

    fn is(&self, text: &str) -> bool {
        self.bytes() == text.as_bytes()
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Short { bytes, length } => bytes.get(..usize::from(*length)).unwrap_or_default(),
            Self::Long(text) => text.as_bytes(),
        }
    }
}

#[cfg(test)]
mod tests;
