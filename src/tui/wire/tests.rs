//! The bytes, replayed on a model of a terminal, give exactly the frame.

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};

use super::*;

/// Glyphs of every kind: letters, Vietnamese in both forms, signs, wide ones.
const GLYPHS: [&str; 12] = [" ", " ", " ", "a", "b", "ế", "e\u{302}\u{301}", "Đ", "►", "─", "█", "漢"];
const TERMS: [&str; 7] = ["xterm-256color", "xterm", "screen", "tmux-256color", "linux", "vt220", "vt100"];

fn cell(glyph: usize, style: u8) -> Cell {
    let mut cell = Cell::new(GLYPHS[glyph]);
    cell.fg = [Color::Reset, Color::Red, Color::LightBlue, Color::Indexed(200)][usize::from(style & 3)];
    cell.bg = [Color::Reset, Color::Reset, Color::Reset, Color::Green][usize::from(style >> 2 & 3)];
    cell.modifier =
        [Modifier::empty(), Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED | Modifier::DIM]
            [usize::from(style >> 4 & 3)];
    cell
}

/// What changes a frame.
#[derive(Clone, Debug)]
enum Change {
    /// A run of one glyph.
    Run { x: u16, y: u16, len: u16, glyph: usize, style: u8 },
    /// Words of different letters.
    Words { x: u16, y: u16, seed: u16, style: u8 },
    /// Rows that move.
    Shift { top: u16, rows: u16, by: i16 },
    /// The cursor goes somewhere, or away.
    Cursor(Option<(u16, u16)>),
    /// The frame goes out.
    Flush,
    /// Nothing is known of the terminal any more.
    Forget,
}

fn changes(width: u16, height: u16) -> impl Strategy<Value = Vec<Change>> {
    let (x, y) = (0..width, 0..height);
    let change = prop_oneof![
        (x.clone(), y.clone(), 1..width, 0..GLYPHS.len(), 0..64u8)
            .prop_map(|(x, y, len, glyph, style)| Change::Run { x, y, len, glyph, style }),
        (x.clone(), y.clone(), 0..999u16, 0..64u8).prop_map(|(x, y, seed, style)| Change::Words {
            x,
            y,
            seed,
            style
        }),
        (y.clone(), 1..=height, -4..4i16).prop_map(|(top, rows, by)| Change::Shift { top, rows, by }),
        proptest::option::of((x, y)).prop_map(Change::Cursor),
        Just(Change::Flush),
        Just(Change::Flush),
        Just(Change::Forget),
    ];
    proptest::collection::vec(change, 1..40)
}

/// The screen of a program, the way to the terminal, and the terminal.
struct Bench {
    width: u16,
    height: u16,
    frame: Vec<Vec<Cell>>,
    cursor: Option<(u16, u16)>,
    wire: Wire<Vec<u8>>,
    terminal: vt100::Parser,
}

impl Bench {
    fn new(width: u16, height: u16, term: &str) -> Self {
        let mut wire = Wire::new(Vec::new(), Caps::of(term));
        wire.resize(width, height);
        let mut terminal = vt100::Parser::new(height.try_into().unwrap(), width.try_into().unwrap(), 0);
        // Whatever stood there before.
        terminal.process("\x1b[2;3r\x1b[7;31mrác rác\x1b[3;1Hrác".as_bytes());
        let frame = vec![vec![Cell::new(" "); usize::from(width)]; usize::from(height)];
        Self { width, height, frame, cursor: None, wire, terminal }
    }

    fn apply(&mut self, change: &Change) {
        match *change {
            Change::Run { x, y, len, glyph, style } => {
                for x in x..(x + len).min(self.width) {
                    self.frame[usize::from(y)][usize::from(x)] = cell(glyph, style);
                }
            }
            Change::Words { x, y, seed, style } => {
                for (at, x) in (x..self.width).enumerate().take(usize::from(seed % 40)) {
                    let glyph = (usize::from(seed) * (at + 3) + at * at) % 9;
                    self.frame[usize::from(y)][usize::from(x)] = cell(glyph, style);
                }
            }
            Change::Shift { top, rows, by } => {
                let bottom = (top + rows).min(self.height);
                let region = &mut self.frame[usize::from(top)..usize::from(bottom)];
                let by = usize::from(by.unsigned_abs()).min(region.len()) * usize::from(by != 0);
                if by > 0 && rows % 2 == 0 { region.rotate_left(by) } else { region.rotate_right(by) }
            }
            Change::Cursor(cursor) => self.cursor = cursor,
            Change::Flush => self.flush(),
            Change::Forget => {
                self.wire.forget();
                self.terminal.process(b"\x1b[3;4Hxyz\x1b[7m");
            }
        }
    }

    fn flush(&mut self) {
        for (row, y) in self.frame.iter().zip(0..) {
            self.wire.draw(row.iter().zip(0..).map(|(cell, x)| (x, y, cell))).unwrap();
        }
        let mut fresh = Screen::blank(self.width, self.height);
        for (row, y) in self.frame.iter().zip(0..) {
            for (cell, x) in row.iter().zip(0..) {
                fresh.put(x, y, cell);
            }
        }
        assert_eq!(self.wire.back, fresh, "what stood there before is of no matter");
        match self.cursor {
            Some((x, y)) => {
                self.wire.set_cursor_position(Position { x, y }).unwrap();
                self.wire.show_cursor().unwrap();
            }
            None => self.wire.hide_cursor().unwrap(),
        }
        self.wire.flush().unwrap();
        let bytes = std::mem::take(&mut self.wire.out);
        self.terminal.process(&bytes);
        self.check(&bytes);
        self.wire.flush().unwrap();
        assert!(self.wire.out.is_empty(), "an unchanged frame sends nothing");
    }

    /// The terminal shows what was put, cell by cell.
    fn check(&self, bytes: &[u8]) {
        let screen = self.terminal.screen();
        assert_eq!(screen.hide_cursor(), self.cursor.is_none());
        if let Some((x, y)) = self.cursor {
            assert_eq!(screen.cursor_position(), (y, x));
        }
        for (row, y) in self.wire.back.rows.iter().zip(0..) {
            for (wanted, x) in row.iter().zip(0..) {
                let shown = screen.cell(y, x).unwrap();
                let glyph = if shown.is_wide_continuation() || !shown.contents().is_empty() {
                    shown.contents()
                } else {
                    " "
                };
                let ink = ink::Ink {
                    fg: colour(shown.fgcolor()),
                    bg: colour(shown.bgcolor()),
                    attributes: [
                        (shown.bold(), Modifier::BOLD),
                        (shown.dim(), Modifier::DIM),
                        (shown.inverse(), Modifier::REVERSED),
                        (shown.underline(), Modifier::UNDERLINED),
                    ]
                    .into_iter()
                    .filter_map(|(on, attribute)| on.then_some(attribute))
                    .collect(),
                };
                let seen = if glyph == " " { ink.seen_on_blank() } else { ink };
                if wanted.is_behind() {
                    assert!(shown.is_wide_continuation(), "{x},{y}");
                    continue;
                }
                assert_eq!(
                    (glyph.as_bytes(), seen),
                    (wanted.bytes(), wanted.ink()),
                    "at {x},{y}: {:?}",
                    String::from_utf8_lossy(bytes)
                );
            }
        }
    }
}

fn colour(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(2) => Color::Green,
        vt100::Color::Idx(12) => Color::LightBlue,
        vt100::Color::Idx(number) => Color::Indexed(number),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_drawn_is_what_the_terminal_shows(
        (width, height, changes) in (2..50u16, 3..14u16).prop_flat_map(|(w, h)| (Just(w), Just(h), changes(w, h))),
        term in 0..TERMS.len(),
    ) {
        let mut bench = Bench::new(width, height, TERMS[term]);
        for change in &changes {
            bench.apply(change);
        }
        bench.flush();
    }
}
