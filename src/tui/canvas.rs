//! Drawing that cannot leave the screen: every call clips.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};

use crate::app::layout::Area;
use crate::app::line::{Line, Tone, wrap};
use crate::text::ascii::{plain_signs, unmarked};
use crate::text::sanitise::one_line;
use crate::text::settings::Highlight;
use crate::text::width::{is_simple, truncate, width};

use super::looks::{Glyphs, Looks};

/// A buffer with the looks of this terminal.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// Colours and glyphs.
    pub looks: Looks,
    /// Where the cursor is shown; only where text is typed.
    pub cursor: Option<(u16, u16)>,
}

impl<'a> Canvas<'a> {
    /// Draws on this buffer.
    pub fn new(buffer: &'a mut Buffer, looks: Looks) -> Self {
        Self { buffer, looks, cursor: None }
    }

    /// The glyphs of this terminal.
    pub fn glyphs(&self) -> &'static Glyphs {
        self.looks.glyphs()
    }

    /// Writes a text of at most `room` cells, cut at a syllable if it is longer; answers the cells used.
    pub fn text(&mut self, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        let room = room.min(area.width.saturating_sub(x));
        if y >= area.height || room == 0 {
            return 0;
        }
        // Mostly a text is simple and fits, and then it goes as it is.
        if !self.looks.ascii && !self.looks.unmarked && is_simple(text) {
            let cells = text.chars().count();
            if cells <= usize::from(room) {
                return self.put_simple((x, y), room, text, style);
            }
        }
        // Control characters come only from data that somebody else wrote.
        let clean = if text.chars().any(char::is_control) {
            one_line(text).into()
        } else {
            std::borrow::Cow::from(text)
        };
        let clean = match self.looks {
            Looks { unmarked: true, .. } => unmarked(&clean).into(),
            Looks { ascii: true, .. } => plain_signs(&clean).into(),
            _ => clean,
        };
        let cut = truncate(&clean, usize::from(room), self.looks.ellipsis());
        self.put((x, y), room, &cut, style)
    }

    /// Puts a text that fits into `room`, where that begins on the screen; answers the cells used.
    fn put(&mut self, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
        if !is_simple(text) {
            self.buffer.set_stringn(x, y, text, usize::from(room), style);
            return u16::try_from(width(text)).unwrap_or(room);
        }
        self.put_simple((x, y), room, text, style)
    }

    /// The same for a text each of whose characters takes a cell.
    fn put_simple(&mut self, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
        let mut used = 0;
        for (cell, c) in self.cells((x, y), room).iter_mut().zip(text.chars()) {
            cell.set_char(c).set_style(style);
            used += 1;
        }
        used
    }

    /// At most `room` cells of a row.
    fn cells(&mut self, (x, y): (u16, u16), room: u16) -> &mut [Cell] {
        let area = self.buffer.area;
        if x >= area.width || y >= area.height {
            return &mut [];
        }
        let start = usize::from(y) * usize::from(area.width) + usize::from(x);
        let count = usize::from(room.min(area.width - x));
        self.buffer.content.get_mut(start..start + count).unwrap_or_default()
    }

    /// Writes a text in a tone.
    pub fn tone(&mut self, at: (u16, u16), room: u16, tone: Tone, text: &str) -> u16 {
        self.text(at, room, text, self.looks.style(tone))
    }

    /// Writes a text and what follows it; where both do not fit, the first is cut. Answers the cells used.
    pub fn with_tail(&mut self, (x, y): (u16, u16), room: u16, tone: Tone, text: &str, tail: &str) -> u16 {
        let kept = u16::try_from(width(tail)).unwrap_or(room).min(room);
        let used = self.tone((x, y), room - kept, tone, text);
        used + self.tone((x + used, y), room - used, tone, tail)
    }

    /// Writes a text that ends at the right edge of `room` cells.
    pub fn right(&mut self, (x, y): (u16, u16), room: u16, tone: Tone, text: &str) {
        let cells = u16::try_from(width(text)).unwrap_or(room).min(room);
        self.tone((x + room - cells, y), cells, tone, text);
    }

    /// Writes a line; answers the cells used.
    pub fn line(&mut self, (x, y): (u16, u16), room: u16, line: &Line) -> u16 {
        let mut used = 0;
        for span in &line.0 {
            used += self.tone((x + used, y), room.saturating_sub(used), span.tone, &span.text);
        }
        used
    }

    /// Writes lines wrapped by words, as many rows as fit; answers the rows used.
    pub fn paragraphs(&mut self, area: Area, lines: &[Line]) -> u16 {
        let mut rows = lines.iter().flat_map(|line| wrap(line, usize::from(area.w)));
        let mut used = 0;
        for (row, y) in rows.by_ref().take(usize::from(area.h)).zip(area.y..) {
            self.line((area.x, y), area.w, &row);
            used += 1;
        }
        if used > 0 && rows.next().is_some() {
            // What does not fit is said to go on.
            let sign = self.looks.ellipsis().sign();
            self.right((area.x, area.y + used - 1), area.w, Tone::Plain, sign);
        }
        used
    }

    /// A horizontal rule over the whole width.
    pub fn rule(&mut self, y: u16) {
        let w = self.buffer.area.width;
        self.rule_from(0, y, w);
    }

    /// A horizontal rule of `w` cells.
    pub fn rule_from(&mut self, x: u16, y: u16, w: u16) {
        let rule = self.glyphs().rule.repeat(usize::from(w));
        self.text((x, y), w, &rule, self.looks.style(Tone::Plain));
    }

    /// A horizontal rule with a title in it.
    pub fn titled_rule(&mut self, y: u16, title: &str) {
        self.rule(y);
        let room = self.buffer.area.width.saturating_sub(6);
        self.tone((3, y), room, Tone::Strong, &format!(" {title} "));
    }

    /// A vertical rule between two panes, with a crossing in its second row.
    pub fn divider(&mut self, x: u16, area: Area) {
        let glyphs = self.glyphs();
        for row in 0..area.h {
            let glyph = if row == 1 { glyphs.cross } else { glyphs.bar };
            self.tone((x, area.y + row), 1, Tone::Plain, glyph);
        }
    }

    /// Blanks an area.
    pub fn blank(&mut self, area: Area) {
        for y in area.y..area.y.saturating_add(area.h) {
            for cell in self.cells((area.x, y), area.w) {
                cell.set_char(' ').set_style(Style::reset());
            }
        }
    }

    /// The marker of the selected row of a pane of `room` cells; where the user wants it, the row with the keys is also
    /// in reverse video, in cells that have no colour of their own behind them.
    pub fn mark_row(&mut self, (x, y): (u16, u16), room: u16, focused: bool) {
        if focused && self.looks.highlight == Highlight::Row {
            for x in x..x.saturating_add(room) {
                if let Some(cell) = self.buffer.cell_mut((x, y)).filter(|cell| cell.bg == Color::Reset) {
                    cell.modifier |= Modifier::REVERSED;
                }
            }
        }
        self.mark((x, y), focused);
    }

    /// The marker of what is selected: an arrow where the keys go, a dot in the other pane.
    pub fn mark(&mut self, at: (u16, u16), focused: bool) {
        let glyphs = self.glyphs();
        let (marker, style) = if focused {
            (glyphs.marker, self.looks.marker())
        } else {
            (glyphs.idle_marker, self.looks.style(Tone::Plain))
        };
        self.text(at, 1, marker, style);
    }
}
