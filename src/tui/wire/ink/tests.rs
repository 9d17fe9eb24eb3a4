use super::*;

const XTERM: fn() -> Caps = || Caps::of("xterm-256color");

fn ink(fg: Color, bg: Color, attributes: Modifier) -> Ink {
    Ink { fg, bg, attributes }
}

fn text(sequence: Sequence) -> String {
    let mut bytes = Vec::new();
    sequence.write(&mut bytes);
    assert_eq!(bytes.len(), sequence.len());
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_sequence_has_room_for_all_that_a_pen_can_hold() {
    let all = ink(Color::Rgb(1, 20, 255), Color::Rgb(100, 0, 99), Modifier::all());
    assert_eq!(
        text(Ink::PLAIN.sequence(all, XTERM())),
        "\x1b[1;2;3;4;5;6;7;8;9;38;2;1;20;255;48;2;100;0;99m"
    );
    assert_eq!(text(all.step(Ink::PLAIN)), "\x1b[22;23;24;25;27;28;29;39;49m");
    let most = all.step(ink(Color::Indexed(7), Color::Indexed(8), Modifier::DIM));
    assert_eq!(text(most), "\x1b[22;23;24;25;27;28;29;2;38;5;7;48;5;8m");
}

#[test]
fn a_number_is_written_as_it_is_formatted() {
    for number in [0, 1, 9, 10, 42, 99, 100, 255, 999, 1_000, 10_000, u16::MAX] {
        let mut out = Vec::new();
        push_number(&mut out, number);
        assert_eq!(out, number.to_string().into_bytes());
    }
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
        assert_eq!(text(from.sequence(to, XTERM())), sequence, "{from:?} {to:?}");
    }
}

#[test]
fn a_terminal_that_cannot_take_one_attribute_off_resets_them_all() {
    let both = ink(Color::Reset, Color::Reset, Modifier::BOLD | Modifier::REVERSED);
    let bold = ink(Color::Reset, Color::Reset, Modifier::BOLD);
    assert_eq!(text(both.sequence(bold, Caps::of("vt100"))), "\x1b[;1m");
    assert_eq!(text(both.sequence(bold, XTERM())), "\x1b[27m");
}

#[test]
fn a_blank_keeps_the_colour_of_the_pen() {
    let red = ink(Color::Red, Color::Reset, Modifier::BOLD);
    assert_eq!(red.towards(&Glyph::BLANK, XTERM()), red);
    let reverse = ink(Color::Red, Color::Reset, Modifier::REVERSED);
    assert_ne!(reverse.towards(&Glyph::BLANK, XTERM()), reverse);
}
