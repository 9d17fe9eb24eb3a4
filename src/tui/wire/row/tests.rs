use ratatui::style::{Color, Modifier};

use super::*;
use crate::tui::wire::Caps;
use crate::tui::wire::encoder::At;

/// Letters are cells; `_` is a blank on green, `^` a blank in reverse video.
fn cells(text: &str) -> Vec<Glyph> {
    let cell = |c: char| match c {
        '_' => Glyph::new(" ", Ink { bg: Color::Green, ..Ink::PLAIN }),
        '^' => Glyph::new(" ", Ink { attributes: Modifier::REVERSED, ..Ink::PLAIN }),
        c => Glyph::new(&c.to_string(), Ink::PLAIN),
    };
    text.chars().map(cell).collect()
}

fn sent(term: &str, front: &str, back: &str) -> String {
    let (front, back) = (cells(front), cells(back));
    let mut encoder = Encoder::new(Caps::of(term));
    encoder.at = At::Cell(0, 0);
    encode(&mut encoder, &front, &back, 0);
    String::from_utf8(encoder.take()).unwrap()
}

#[test]
fn nothing_is_sent_for_what_stands() {
    assert_eq!(sent("xterm", "việc cần làm", "việc cần làm"), "");
}

#[test]
fn only_what_changed_is_sent() {
    assert_eq!(sent("xterm", "abcdefghijklmnopq", "abcdefghiXklmnopq"), "\x1b[9CX");
    // Two changes with a short gap between them are one run.
    assert_eq!(sent("xterm", "abcdef", "XbcYef"), "XbcY");
}

#[test]
fn many_blanks_are_erased_and_few_are_written() {
    assert_eq!(sent("xterm", "abcdefghijkl", "a         kl"), "a\x1b[9X");
    assert_eq!(sent("vt100", "abcdefghijkl", "a         kl"), "a         ");
    assert_eq!(sent("xterm", "abcdefghijkl", "a   efghijkl"), "a   ");
    assert_eq!(sent("vt100", "abcdefghijkl", "a           "), "a\x1b[K");
}

#[test]
fn a_colour_is_erased_only_where_erasing_paints() {
    assert_eq!(sent("xterm", "abcdefghij", "a_________"), "a\x1b[42m\x1b[K");
    assert_eq!(sent("vt100", "abcdefghij", "a_________"), "a\x1b[42m         ");
    // Reverse video is no background: erasing would not show it.
    assert_eq!(sent("xterm", "abcdefghij", "a^^^^^^^^^"), "a\x1b[7m         ");
}

#[test]
fn of_a_wide_glyph_both_halves_go_or_none() {
    let mut wide = cells("x  z");
    wide[1] = Glyph::new("漢", Ink::PLAIN);
    wide[2] = Glyph::new("", Ink::PLAIN);
    let plain = cells("x bz");
    let mut encoder = Encoder::new(Caps::of("xterm"));
    encoder.at = At::Cell(0, 0);
    encode(&mut encoder, &wide, &plain, 0);
    assert_eq!(encoder.take(), b"x b", "the blank as well: half a glyph is left else");
}
