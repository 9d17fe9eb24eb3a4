use super::*;

const XTERM: fn() -> Caps = || Caps::of("xterm-256color");

fn ink(fg: Color, bg: Color, attributes: Modifier) -> Ink {
    Ink { fg, bg, attributes }
}

#[test]
fn the_shortest_sequence_is_taken() {
    let red = ink(Color::Red, Color::Reset, Modifier::empty());
    let bold = ink(Color::Reset, Color::Reset, Modifier::BOLD);
    let bar = ink(Color::Reset, Color::Green, Modifier::empty());
    for (from, to, sequence) in [
        (Ink::PLAIN, red, "\x1b[31m"),
        (red, Ink::PLAIN, "\x1b[m"),
        (bold, red, "\x1b[;31m"),
        (red, bar, "\x1b[;42m"),
        (Ink::PLAIN, ink(Color::LightRed, Color::Reset, Modifier::empty()), "\x1b[91m"),
        (bold, ink(Color::Reset, Color::Reset, Modifier::DIM), "\x1b[;2m"),
        (red, red, ""),
    ] {
        assert_eq!(from.sequence(to, XTERM()), sequence, "{from:?} {to:?}");
    }
}

#[test]
fn a_terminal_that_cannot_take_one_attribute_off_resets_them_all() {
    let both = ink(Color::Reset, Color::Reset, Modifier::BOLD | Modifier::REVERSED);
    let bold = ink(Color::Reset, Color::Reset, Modifier::BOLD);
    assert_eq!(both.sequence(bold, Caps::of("vt100")), "\x1b[;1m");
    assert_eq!(both.sequence(bold, XTERM()), "\x1b[27m");
}

#[test]
fn a_blank_keeps_the_colour_of_the_pen() {
    let red = ink(Color::Red, Color::Reset, Modifier::BOLD);
    assert_eq!(red.towards(&Cell::new(" "), XTERM()), red);
    let reverse = ink(Color::Red, Color::Reset, Modifier::REVERSED);
    assert_ne!(reverse.towards(&Cell::new(" "), XTERM()), reverse);
}
