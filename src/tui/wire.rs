//! The way of a frame to the terminal, at the limit of what a careful encoder can do: only what changed, by the cheapest
//! moves, in one write; nothing for an unchanged frame.
//!
//! ratatui's own backend starts every frame from a reset pen, addresses every gap absolutely and never scrolls: on a
//! slow line that is ten times the bytes. This one remembers what the terminal shows (`screen`, `glyph`), picks a scroll
//! (`scroll`), and encodes the rest (`row`, `encoder`, `ink`) by what the terminal can (`caps`) and how wide signs are
//! (`signs`). Knows no view and no state of the program.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

mod caps;
mod encoder;
mod glyph;
mod ink;
mod row;
mod screen;
mod scroll;
mod signs;

pub use caps::Caps;

use encoder::Encoder;
use screen::Screen;

/// A terminal behind a writer. What is drawn goes out with [`Backend::flush`].
#[derive(Debug)]
pub struct Wire<W> {
    out: W,
    /// What the terminal shows.
    front: Screen,
    /// What it is to show.
    back: Screen,
    /// Rows in which the two may differ.
    touched: Vec<bool>,
    /// Whether what it shows is known.
    known: bool,
    encoder: Encoder,
    /// Where the cursor is to be seen.
    cursor: Option<Position>,
    /// Whether it is seen.
    cursor_seen: bool,
    wanted: Position,
}

impl<W: Write> Wire<W> {
    /// A terminal of which nothing is known; it takes UTF-8 and keeps to `caps`.
    pub fn new(out: W, caps: Caps) -> Self {
        Self {
            out,
            front: Screen::blank(0, 0),
            back: Screen::blank(0, 0),
            touched: Vec::new(),
            known: false,
            encoder: Encoder::new(caps),
            cursor: None,
            cursor_seen: false,
            wanted: Position::ORIGIN,
        }
    }

    /// The writer.
    pub fn out(&self) -> &W {
        &self.out
    }

    /// Tells the size of the terminal; after a change nothing is known of what it shows.
    pub fn resize(&mut self, width: u16, height: u16) {
        if self.back.size() != (width, height) {
            self.back = Screen::blank(width, height);
            self.touched = vec![true; usize::from(height)];
            self.known = false;
        }
    }

    /// Puts a cell into the next frame.
    fn put_cell(&mut self, x: u16, y: u16, cell: &Cell) {
        if self.back.put(x, y, cell)
            && let Some(touched) = self.touched.get_mut(usize::from(y))
        {
            *touched = true;
        }
    }

    /// Takes over a whole frame, as [`Backend::draw`] takes over its cells.
    pub fn put(&mut self, frame: &Buffer) {
        let width = usize::from(frame.area.width).max(1);
        for (row, y) in frame.content.chunks(width).zip(0..) {
            for (cell, x) in row.iter().zip(0..) {
                self.put_cell(x, y, cell);
            }
        }
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.known = false;
    }

    /// The bytes that take the terminal to the next frame.
    fn frame(&mut self) -> Vec<u8> {
        if !self.known {
            self.encoder.clear();
            let (width, height) = self.back.size();
            self.front = Screen::blank(width, height);
            self.touched.fill(true);
            self.cursor_seen = false;
            self.known = true;
        }
        scroll::encode(&mut self.encoder, &self.front, &self.back, &self.touched);
        self.front.take_over(&self.back, &self.touched);
        self.touched.fill(false);
        self.encoder.cursor(self.cursor, &mut self.cursor_seen);
        self.encoder.take()
    }
}

impl<W: Write> Backend for Wire<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.put_cell(x, y, cell);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor = Some(self.wanted);
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.wanted)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.wanted = position.into();
        self.cursor = self.cursor.map(|_| self.wanted);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        if region != ClearType::All {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let (width, height) = self.back.size();
        self.back = Screen::blank(width, height);
        self.touched.fill(true);
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = self.back.size();
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let bytes = self.frame();
        if bytes.is_empty() {
            return Ok(());
        }
        self.out.write_all(&bytes)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
