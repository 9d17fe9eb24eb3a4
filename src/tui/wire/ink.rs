//! Colours and attributes of a cell, and the shortest sequence from one to the next.

use std::fmt::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use super::Caps;

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

    /// The ink to write a cell with, coming from this one: of a blank only the background has to be right.
    pub(super) fn towards(self, cell: &Cell, caps: Caps) -> Self {
        let ink = Self::of(cell);
        if cell.symbol() != " " || !ink.is_background() {
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
    pub(super) fn sequence(self, to: Self, caps: Caps) -> String {
        if self == to {
            return String::new();
        }
        let anew = anew(to);
        if !caps.unsets_attributes && !to.attributes.contains(self.attributes) {
            return anew;
        }
        let step = self.step(to);
        if step.len() <= anew.len() { step } else { anew }
    }

    /// Only what differs.
    fn step(self, to: Self) -> String {
        let mut numbers = Numbers::default();
        let gone = self.attributes - to.attributes;
        let mut off = Vec::new();
        for (_, _, number) in ATTRIBUTES.iter().filter(|(attribute, ..)| gone.contains(*attribute)) {
            if !off.contains(number) {
                off.push(*number);
                numbers.push(*number);
            }
        }
        for (attribute, on, number) in ATTRIBUTES {
            // Bold and dim go together.
            let taken = off.contains(&number) || !self.attributes.contains(attribute);
            if to.attributes.contains(attribute) && taken {
                numbers.push(on);
            }
        }
        if self.fg != to.fg {
            numbers.colour(to.fg, 30);
        }
        if self.bg != to.bg {
            numbers.colour(to.bg, 40);
        }
        numbers.sequence()
    }
}

/// Everything off, and then what is to be.
fn anew(to: Ink) -> String {
    let mut numbers = Numbers::default();
    if to != Ink::PLAIN {
        // An empty number is a zero.
        numbers.text.push(';');
    }
    for (_, on, _) in ATTRIBUTES.iter().filter(|(attribute, ..)| to.attributes.contains(*attribute)) {
        numbers.push(*on);
    }
    for (colour, base) in [(to.fg, 30), (to.bg, 40)] {
        if colour != Color::Reset {
            numbers.colour(colour, base);
        }
    }
    numbers.sequence()
}

/// The numbers of one sequence.
#[derive(Default)]
struct Numbers {
    text: String,
}

impl Numbers {
    fn push(&mut self, number: u8) {
        let between = if self.text.is_empty() || self.text == ";" { "" } else { ";" };
        // Writing into a text cannot fail.
        let _ = write!(self.text, "{between}{number}");
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

    fn sequence(self) -> String {
        format!("\x1b[{}m", self.text)
    }
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
