//! Terminals that a program under test is also shown on: the bytes of the wire must give its screen.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use tiendo::tui::{Caps, Wire};
use vt100::Parser;

/// One terminal of each kind, with all that was sent to it so far.
pub struct Terminals(Vec<(&'static str, Wire<Vec<u8>>, Parser, usize)>);

/// What can be seen of a blank beside its background.
const SEEN_ON_BLANK: Modifier = Modifier::UNDERLINED.union(Modifier::REVERSED);

impl Terminals {
    pub fn new() -> Self {
        let terms = ["xterm-256color", "tmux-256color", "linux", "vt100"];
        Self(terms.map(|term| (term, Wire::new(Vec::new(), Caps::of(term)), Parser::default(), 0)).into())
    }

    /// Shows a frame on each of them and fails where one shows something else.
    pub fn show(&mut self, frame: &Buffer, cursor: Option<(u16, u16)>) {
        let (width, height) = (frame.area.width, frame.area.height);
        for (term, wire, terminal, taken) in &mut self.0 {
            let size = (height.try_into().unwrap(), width.try_into().unwrap());
            if terminal.screen().size() != size {
                *terminal = Parser::new(size.0, size.1, 0);
                wire.forget();
            }
            wire.resize(width, height);
            let places = frame.area.positions();
            wire.draw(places.zip(&frame.content).map(|(at, cell)| (at.x, at.y, cell))).unwrap();
            match cursor {
                Some((x, y)) => {
                    wire.set_cursor_position(Position { x, y }).unwrap();
                    wire.show_cursor().unwrap();
                }
                None => wire.hide_cursor().unwrap(),
            }
            wire.flush().unwrap();
            terminal.process(&wire.out()[*taken..]);
            *taken = wire.out().len();
            check(term, terminal.screen(), frame, cursor);
        }
    }
}

fn check(term: &str, screen: &vt100::Screen, frame: &Buffer, cursor: Option<(u16, u16)>) {
    assert_eq!(screen.hide_cursor(), cursor.is_none(), "{term}");
    if let Some((x, y)) = cursor {
        assert_eq!(screen.cursor_position(), (y, x), "{term}");
    }
    for (at, wanted) in frame.area.positions().zip(&frame.content) {
        let shown = screen.cell(at.y, at.x).unwrap();
        let glyph = if shown.has_contents() { shown.contents() } else { " " };
        assert_eq!(glyph, wanted.symbol(), "{term} at {},{}", at.x, at.y);
        assert_eq!(ink_of(shown, glyph), ink(wanted), "{term} at {},{}: {glyph:?}", at.x, at.y);
    }
}

type Ink = (Color, Color, Modifier);

fn ink(cell: &Cell) -> Ink {
    seen(cell.symbol(), (cell.fg, cell.bg, cell.modifier))
}

fn ink_of(cell: &vt100::Cell, glyph: &str) -> Ink {
    let attributes = [
        (cell.bold(), Modifier::BOLD),
        (cell.dim(), Modifier::DIM),
        (cell.inverse(), Modifier::REVERSED),
        (cell.underline(), Modifier::UNDERLINED),
    ];
    let attributes = attributes.into_iter().filter_map(|(on, attribute)| on.then_some(attribute)).collect();
    seen(glyph, (colour(cell.fgcolor()), colour(cell.bgcolor()), attributes))
}

/// Of a blank, only what can be seen.
fn seen(glyph: &str, (fg, bg, attributes): Ink) -> Ink {
    if glyph != " " {
        return (fg, bg, attributes);
    }
    let attributes = attributes & SEEN_ON_BLANK;
    (if attributes.is_empty() { Color::Reset } else { fg }, bg, attributes)
}

fn colour(colour: vt100::Color) -> Color {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(number) => NAMED[usize::from(number)],
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}
