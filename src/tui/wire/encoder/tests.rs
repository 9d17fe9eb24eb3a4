use proptest::prelude::*;
use ratatui::style::Color;

use super::*;

fn at(term: &str, at: At) -> Encoder {
    Encoder { at, ..Encoder::new(Caps::of(term)) }
}

fn went(term: &str, from: At, (x, y): (u16, u16)) -> String {
    let mut encoder = at(term, from);
    encoder.go(x, y);
    assert_eq!(encoder.at, At::Cell(x, y));
    String::from_utf8(encoder.take()).unwrap()
}

fn row(text: &str) -> Vec<Glyph> {
    text.chars().map(|c| Glyph::new(&c.to_string(), Ink::PLAIN)).collect()
}

#[test]
fn the_cheapest_way_is_taken() {
    let here = At::Cell(10, 5);
    for (from, to, way) in [
        (here, (10, 5), ""),
        (here, (11, 5), "\x1b[C"),
        (here, (9, 5), "\x08"),
        (here, (6, 5), "\x08\x08\x08\x08"),
        (here, (0, 5), "\r"),
        (here, (10, 6), "\n"),
        (here, (0, 6), "\r\n"),
        (here, (10, 4), "\x1b[A"),
        (here, (10, 11), "\x1b[6B"),
        (here, (60, 20), "\x1b[21;61H"),
        (At::Cell(40, 5), (33, 5), "\x1b[7D"),
        (At::Unknown, (0, 0), "\x1b[H"),
        (At::Unknown, (0, 7), "\x1b[8H"),
        (At::Unknown, (7, 0), "\x1b[;8H"),
        // Behind the last cell only a carriage return is safe.
        (At::Edge(5), (0, 6), "\r\n"),
        (At::Edge(5), (3, 5), "\r\x1b[3C"),
    ] {
        for term in ["xterm", "vt100"] {
            assert_eq!(went(term, from, to), way, "{term}: {from:?} to {to:?}");
        }
    }
}

/// Neither an address nor a carriage return is shorter than the way forward in a row.
#[test]
fn no_way_is_shorter_than_forward_in_the_row() {
    for term in ["xterm", "linux", "vt100"] {
        for (from, to) in (0..150).flat_map(|from| (from + 1..200).map(move |to| (from, to))) {
            for y in [0, 5] {
                let way = went(term, At::Cell(from, y), (to, y)).len();
                let back = 1 + went(term, At::Cell(0, y), (to, y)).len();
                assert!(way <= absolute(to, y).len() && way <= back, "{term} {from} {to} {y}");
            }
        }
    }
}

#[test]
fn a_column_is_named_only_where_the_terminal_can() {
    let from = At::Cell(120, 5);
    assert_eq!(went("xterm", from, (8, 5)), "\x1b[9G");
    assert_eq!(went("vt100", from, (8, 5)), "\r\x1b[8C");
}

#[test]
fn a_short_gap_is_written_once_more_unless_its_ink_differs() {
    let mut encoder = at("xterm", At::Cell(0, 0));
    encoder.go_over(&row("abcd"), 2, 0);
    assert_eq!(encoder.take(), b"ab");
    let mut cells = row("abcd");
    cells[0] = Glyph::new("a", Ink { fg: Color::Red, ..Ink::PLAIN });
    let mut encoder = at("xterm", At::Cell(0, 0));
    encoder.go_over(&cells, 2, 0);
    assert_eq!(encoder.take(), b"\x1b[2C");
    let mut encoder = at("xterm", At::Cell(0, 0));
    encoder.go_over(&row("漢字ab"), 2, 0);
    assert_eq!(encoder.take(), b"\x1b[2C", "where it would end is not sure");
}

#[test]
fn a_scroll_is_by_count_or_by_line_feeds_at_the_edge() {
    let scrolled = |term, by| {
        let mut encoder = at(term, At::Cell(3, 3));
        encoder.scroll(2, 9, 24, by);
        String::from_utf8(encoder.take()).unwrap()
    };
    assert_eq!(scrolled("xterm", 1), "\x1b[3;10r\x1b[S\x1b[r");
    assert_eq!(scrolled("xterm", -3), "\x1b[3;10r\x1b[3T\x1b[r");
    for term in ["vt100", "linux", "screen", "tmux-256color"] {
        assert_eq!(scrolled(term, 2), "\x1b[3;10r\x1b[10H\n\n\x1b[r", "{term}");
        assert_eq!(scrolled(term, -1), "\x1b[3;10r\x1b[3H\x1bM\x1b[r", "{term}");
    }
}

#[test]
fn the_cursor_is_shown_and_hidden_once() {
    let mut encoder = at("xterm", At::Cell(0, 0));
    let mut seen = false;
    encoder.cursor(Some(Position { x: 1, y: 0 }), &mut seen);
    assert_eq!(encoder.take(), b"\x1b[C\x1b[?25h");
    encoder.cursor(Some(Position { x: 1, y: 0 }), &mut seen);
    assert_eq!(encoder.take(), b"");
    encoder.cursor(None, &mut seen);
    assert_eq!(encoder.take(), b"\x1b[?25l");
}

proptest! {
    #[test]
    fn every_way_leads_there_and_none_is_longer_than_an_address(
        (x, y, to_x, to_y) in (0..80u16, 0..24u16, 0..80u16, 0..24u16),
        edge in any::<bool>(),
        term in prop::sample::select(vec!["xterm", "screen", "linux", "vt220", "vt100"]),
    ) {
        let mut terminal = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        let from = if edge {
            terminal.process(format!("\x1b[{};80Hx", y + 1).as_bytes());
            At::Edge(y)
        } else {
            terminal.process(&absolute(x, y));
            At::Cell(x, y)
        };
        let way = went(term, from, (to_x, to_y));
        prop_assert!(way.len() <= absolute(to_x, to_y).len());
        terminal.process(way.as_bytes());
        prop_assert_eq!(terminal.screen().cursor_position(), (to_y, to_x), "{:?}", way);
    }
}
