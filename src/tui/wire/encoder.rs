//! Bytes under way: where the cursor stands, what the pen holds, and the cheapest way on.

use std::io::Write;

use ratatui::layout::Position;

use super::Caps;
use super::glyph::Glyph;
use super::ink::{Ink, push_number};

/// So many bytes longer may the cells be than a jump over them, for the ink that they leave in the pen.
const MOST_INK: usize = 8;

/// Where the cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Nobody knows.
    Unknown,
    /// Behind the last cell of a row, where terminals differ: only a carriage return is safe.
    Edge(u16),
    /// On a cell.
    Cell(u16, u16),
}

/// Bytes for a terminal, and what it will have in hand after them.
#[derive(Clone, Debug)]
pub(super) struct Encoder {
    out: Vec<u8>,
    pub(super) caps: Caps,
    pub(super) at: At,
    pub(super) ink: Ink,
}

impl Encoder {
    pub(super) fn new(caps: Caps) -> Self {
        Self { out: Vec::new(), caps, at: At::Unknown, ink: Ink::PLAIN }
    }

    /// One that goes on from here with bytes of its own.
    pub(super) fn fork(&self) -> Self {
        Self { out: Vec::new(), ..*self }
    }

    /// Adds the bytes of one that went on from here.
    pub(super) fn join(&mut self, fork: Self) {
        let mut out = std::mem::take(&mut self.out);
        out.extend_from_slice(&fork.out);
        *self = Self { out, ..fork };
    }

    /// How many bytes are under way.
    pub(super) fn len(&self) -> usize {
        self.out.len()
    }

    /// The bytes; none are under way after that.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.out)
    }

    /// Blanks the screen of a terminal of which nothing is known.
    pub(super) fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[r\x1b[m\x1b[H\x1b[2J\x1b[?25l");
        (self.at, self.ink) = (At::Cell(0, 0), Ink::PLAIN);
    }

    /// Puts the cursor where text is typed, or takes it away.
    pub(super) fn cursor(&mut self, wanted: Option<Position>, seen: &mut bool) {
        if let Some(Position { x, y }) = wanted {
            self.go(x, y);
        }
        if wanted.is_some() != *seen {
            self.out.extend_from_slice(if wanted.is_some() { b"\x1b[?25h" } else { b"\x1b[?25l" });
            *seen = wanted.is_some();
        }
    }

    /// Takes the pen to an ink.
    pub(super) fn paint(&mut self, ink: Ink) {
        self.ink.sequence(ink, self.caps).write(&mut self.out);
        self.ink = ink;
    }

    /// Goes to a cell.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        self.go_by(&self.way(x, y), x, y);
    }

    fn go_by(&mut self, way: &[u8], x: u16, y: u16) {
        self.out.extend_from_slice(way);
        self.at = At::Cell(x, y);
    }

    /// Goes to a cell right of the cursor in its row, over cells that stand as they are in `row`.
    ///
    /// To write them once more may be shorter than to jump over them.
    pub(super) fn go_over(&mut self, row: &[Glyph], x: u16, y: u16) {
        if self.at == At::Cell(x, y) {
            return;
        }
        let way = self.way(x, y);
        let from = match self.at {
            At::Cell(from, here) if here == y && from < x => usize::from(from),
            _ => return self.go_by(&way, x, y),
        };
        // No cell takes less than a byte.
        if usize::from(x) - from > way.len() + MOST_INK {
            return self.go_by(&way, x, y);
        }
        let mut over = self.fork();
        for glyph in &row[from..usize::from(x)] {
            over.write(glyph, u16::MAX);
            if over.out.len() > way.len() + MOST_INK {
                return self.go_by(&way, x, y);
            }
        }
        let next = &row[usize::from(x)];
        let paint = |ink: Ink| ink.sequence(ink.towards(next, self.caps), self.caps).len();
        if over.at == At::Cell(x, y) && over.out.len() + paint(over.ink) <= way.len() + paint(self.ink) {
            self.out.extend_from_slice(&over.out);
            (self.at, self.ink) = (At::Cell(x, y), over.ink);
        } else {
            self.go_by(&way, x, y);
        }
    }

    /// Writes a glyph where the cursor stands, in a screen of `width` columns.
    pub(super) fn write(&mut self, glyph: &Glyph, width: u16) {
        if glyph.is_behind() {
            return;
        }
        // Mostly the pen holds it already.
        if glyph.ink() != self.ink {
            self.paint(self.ink.towards(glyph, self.caps));
        }
        self.out.extend_from_slice(glyph.bytes());
        let At::Cell(x, y) = self.at else { return };
        let x = x.saturating_add(glyph.columns());
        self.at = match x < width {
            _ if !glyph.is_sure() => At::Unknown,
            true => At::Cell(x, y),
            false => At::Edge(y),
        };
    }

    /// Blanks `count` cells from the cursor on, which stays, in the background of the pen.
    pub(super) fn erase_cells(&mut self, count: u16) {
        // Writing into memory cannot fail.
        let _ = write!(self.out, "\x1b[{count}X");
    }

    /// Blanks the row from the cursor on.
    pub(super) fn erase_rest(&mut self) {
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Scrolls the rows from `top` to `bottom` of a screen of `height` rows up by `by`, down when negative.
    pub(super) fn scroll(&mut self, top: u16, bottom: u16, height: u16, by: isize) {
        // What comes in takes the background of the pen on some terminals.
        if self.ink != Ink::PLAIN {
            self.paint(Ink::PLAIN);
        }
        let whole = top == 0 && bottom + 1 == height;
        if !whole {
            let _ = write!(self.out, "\x1b[{};{}r", top + 1, bottom + 1);
            self.at = At::Cell(0, 0);
        }
        let count = by.unsigned_abs();
        if self.caps.scrolls_by_count {
            let number = if count == 1 { String::new() } else { count.to_string() };
            let _ = write!(self.out, "\x1b[{number}{}", if by > 0 { 'S' } else { 'T' });
        } else {
            let (edge, step) = if by > 0 { (bottom, "\n") } else { (top, "\x1bM") };
            // No way over a line feed: at an edge it would scroll.
            let _ = write!(self.out, "\x1b[{}H", edge + 1);
            self.out.extend_from_slice(step.repeat(count).as_bytes());
            self.at = At::Cell(0, edge);
        }
        if !whole {
            self.out.extend_from_slice(b"\x1b[r");
            self.at = At::Cell(0, 0);
        }
    }

    /// The shortest way to a cell.
    fn way(&self, x: u16, y: u16) -> Vec<u8> {
        let (from_x, from_y, edge) = match self.at {
            At::Cell(at_x, at_y) if (at_x, at_y) == (x, y) => return Vec::new(),
            // Forward in a row nothing is shorter; most ways are of this kind.
            At::Cell(at_x, at_y) if at_y == y && at_x < x => return self.horizontal(at_x, x),
            At::Cell(at_x, at_y) => (at_x, at_y, false),
            At::Edge(at_y) => (0, at_y, true),
            At::Unknown => return absolute(x, y),
        };
        let mut best = absolute(x, y);
        let vertical = vertical(from_y, y);
        let mut offer = |way: Vec<u8>| {
            if way.len() < best.len() {
                best = way;
            }
        };
        offer([b"\r", vertical.as_slice(), &self.horizontal(0, x)].concat());
        if !edge {
            offer([vertical, self.horizontal(from_x, x)].concat());
        }
        best
    }

    /// The shortest way within a row.
    fn horizontal(&self, from: u16, to: u16) -> Vec<u8> {
        let (distance, forward) = (from.abs_diff(to), to > from);
        if distance == 0 {
            return Vec::new();
        }
        let mut best = (distance, if forward { b'C' } else { b'D' });
        if self.caps.goes_to_column && counted_len(to + 1) < counted_len(distance) {
            best = (to + 1, b'G');
        }
        if !forward && usize::from(distance) <= counted_len(best.0) {
            return b"\x08".repeat(usize::from(distance));
        }
        counted(best.0, best.1)
    }
}

/// What does something so many times, or goes to that column; once, or the first, need no number.
fn counted(count: u16, what: u8) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(counted_len(count));
    bytes.extend_from_slice(b"\x1b[");
    if count > 1 {
        push_number(&mut bytes, count);
    }
    bytes.push(what);
    bytes
}

/// How many bytes that takes.
fn counted_len(count: u16) -> usize {
    let number = [2, 10, 100, 1_000, 10_000].into_iter().filter(|least| count >= *least);
    3 + number.count()
}

/// The shortest way to another row of the same column.
fn vertical(from: u16, to: u16) -> Vec<u8> {
    let distance = from.abs_diff(to);
    match (distance, to > from) {
        (0, _) => Vec::new(),
        // In raw mode a line feed keeps the column; it never leaves the last row here.
        (1..=4, true) => b"\n".repeat(usize::from(distance)),
        (_, true) => counted(distance, b'B'),
        (_, false) => counted(distance, b'A'),
    }
}

fn absolute(x: u16, y: u16) -> Vec<u8> {
    let mut way = Vec::with_capacity(12);
    way.extend_from_slice(b"\x1b[");
    if y > 0 {
        push_number(&mut way, y + 1);
    }
    if x > 0 {
        way.push(b';');
        push_number(&mut way, x + 1);
    }
    way.push(b'H');
    way
}

#[cfg(test)]
mod tests;
