//! Colours and attributes of a cell, and the shortest sequence from one to the next.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::Caps;
use super::glyph::Glyph;

/// What can be seen of an attribute on a cell without a glyph.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// Attributes with the number that sets them, and the one that takes them off.
const ATTRIBUTES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Colours and attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) attributes: Modifier,
}

impl Ink {
    /// That of a blank screen.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, attributes: Modifier::empty() };

    pub(super) fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, attributes: cell.modifier }
    }

    /// What can be seen of it on a cell without a glyph.
    pub(super) fn seen_on_blank(self) -> Self {
        let attributes = self.attributes & SEEN_ON_BLANK;
        let fg = if attributes.is_empty() { Color::Reset } else { self.fg };
        Self { fg, attributes, ..self }
    }

    /// Whether a blank of it can be made by erasing: it is nothing but a background.
    pub(super) fn is_background(self) -> bool {
        (self.attributes & SEEN_ON_BLANK).is_empty()
    }

    /// The ink to write a glyph with, coming from this one: of a blank only the background has to be right.
    pub(super) fn towards(self, glyph: &Glyph, caps: Caps) -> Self {
        let ink = glyph.ink();
        if !glyph.is_empty() {
            return ink;
        }
        if self.seen_on_blank() == ink {
            return self;
        }
        let kept = Self { bg: ink.bg, attributes: self.attributes - SEEN_ON_BLANK, ..self };
        let plain = Self { bg: ink.bg, ..Self::PLAIN };
        if self.sequence(kept, caps).len() <= self.sequence(plain, caps).len() { kept } else { plain }
    }

    /// The shortest sequence from this ink to another one; empty when they are the same.
    pub(super) fn sequence(self, to: Self, caps: Caps) -> Sequence {
        if self == to {
            return Sequence::default();
        }
        let anew = anew(to);
        if !caps.unsets_attributes && !to.attributes.contains(self.attributes) {
            return anew;
        }
        let step = self.step(to);
        if step.len() <= anew.len() { step } else { anew }
    }

    /// Only what differs.
    fn step(self, to: Self) -> Sequence {
        let mut step = Sequence::begun();
        let gone = self.attributes - to.attributes;
        for (_, _, number) in ATTRIBUTES.iter().filter(|(attribute, ..)| gone.contains(*attribute)) {
            if !step.has(*number) {
                step.push(*number);
            }
        }
        let off = step;
        for (attribute, on, number) in ATTRIBUTES {
            // Bold and dim go together.
            let taken = off.has(number) || !self.attributes.contains(attribute);
            if to.attributes.contains(attribute) && taken {
                step.push(on);
            }
        }
        if self.fg != to.fg {
            step.colour(to.fg, 30);
        }
        if self.bg != to.bg {
            step.colour(to.bg, 40);
        }
        step
    }
}

/// Everything off, and then what is to be.
fn anew(to: Ink) -> Sequence {
    let mut anew = Sequence { resets: to != Ink::PLAIN, ..Sequence::begun() };
    for (_, on, _) in ATTRIBUTES.iter().filter(|(attribute, ..)| to.attributes.contains(*attribute)) {
        anew.push(*on);
    }
    for (colour, base) in [(to.fg, 30), (to.bg, 40)] {
        if colour != Color::Reset {
            anew.colour(colour, base);
        }
    }
    anew
}

/// Most numbers of one sequence: seven to take attributes off, nine to set them, two colours of five.
const MOST: usize = 26;

/// A sequence that changes the pen, as its numbers: most are only compared, and never written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sequence {
    begun: bool,
    /// Whether everything is taken off first: an empty number is a zero.
    resets: bool,
    numbers: [u8; MOST],
    count: usize,
}

impl Sequence {
    /// One without a number, which takes everything off.
    fn begun() -> Self {
        Self { begun: true, ..Self::default() }
    }

    fn numbers(&self) -> &[u8] {
        self.numbers.get(..self.count).unwrap_or_default()
    }

    fn has(&self, number: u8) -> bool {
        self.numbers().contains(&number)
    }

    fn push(&mut self, number: u8) {
        if let Some(free) = self.numbers.get_mut(self.count) {
            *free = number;
            self.count += 1;
        }
    }

    /// A colour; `base` is 30 for the foreground and 40 for the background.
    fn colour(&mut self, colour: Color, base: u8) {
        match colour {
            Color::Reset => self.push(base + 9),
            Color::Indexed(number) => [base + 8, 5, number].into_iter().for_each(|n| self.push(n)),
            Color::Rgb(r, g, b) => [base + 8, 2, r, g, b].into_iter().for_each(|n| self.push(n)),
            named => self.push(base + place(named)),
        }
    }

    /// How many bytes it takes.
    pub(super) fn len(&self) -> usize {
        let digits = |number: &u8| match number {
            0..10 => 1,
            10..100 => 2,
            _ => 3,
        };
        let numbers: usize = self.numbers().iter().map(digits).sum();
        let between = self.count.saturating_sub(1);
        if self.begun { 3 + usize::from(self.resets) + numbers + between } else { 0 }
    }

    /// Adds its bytes to others.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        if !self.begun {
            return;
        }
        out.extend_from_slice(if self.resets { b"\x1b[;" } else { b"\x1b[" });
        for (at, number) in self.numbers().iter().enumerate() {
            if at > 0 {
                out.push(b';');
            }
            push_number(out, u16::from(*number));
        }
        out.push(b'm');
    }
}

/// Adds a number in digits: what formats numbers does far more, and there are hundreds in a frame.
pub(super) fn push_number(out: &mut Vec<u8>, number: u16) {
    let digit = |number: u16| b'0' + u8::try_from(number % 10).unwrap_or_default();
    for unit in [10_000, 1_000, 100, 10].into_iter().filter(|unit| number >= *unit) {
        out.push(digit(number / unit));
    }
    out.push(digit(number));
}

/// Behind 30 or 40: the sixteen colours; the bright ones stand sixty further.
fn place(colour: Color) -> u8 {
    match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Reset | Color::Indexed(_) | Color::Rgb(..) => 9,
    }
}

#[cfg(test)]
mod tests;
