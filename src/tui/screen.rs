//! Frames to bytes: only what changed is sent, in one write; nothing for an unchanged frame.

use std::io::{self, BufWriter, Stdout, Write};

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::layout::Size;
use crate::app::model::Model;

use super::canvas::Canvas;
use super::looks::Looks;
use super::views;

/// What the terminal shows, and the way to it.
pub struct Screen {
    backend: CrosstermBackend<BufWriter<Stdout>>,
    front: Buffer,
    cursor: Option<(u16, u16)>,
    looks: Looks,
}

impl Screen {
    /// An empty screen; the terminal is taken to be blank.
    pub fn new(looks: Looks) -> Self {
        let out = BufWriter::with_capacity(64 * 1024, io::stdout());
        Self { backend: CrosstermBackend::new(out), front: Buffer::empty(Rect::ZERO), cursor: None, looks }
    }

    /// Draws the state; writes what differs from the frame before.
    ///
    /// ratatui's own `Terminal` sends bytes even for an unchanged frame, and asks the terminal for its cursor.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        let mut next = Buffer::empty(Rect::new(0, 0, model.size.w, model.size.h));
        let mut canvas = Canvas::new(&mut next, self.looks);
        views::draw(&mut canvas, model);
        let cursor = canvas.cursor;
        if self.front.area != next.area {
            self.clear(model.size)?;
        }
        let changes = self.front.diff(&next);
        let moved = !changes.is_empty();
        if moved {
            self.backend.draw(changes.into_iter())?;
        }
        if moved || cursor != self.cursor {
            self.place_cursor(cursor)?;
            Write::flush(&mut self.backend)?;
        }
        self.front = next;
        Ok(())
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.front = Buffer::empty(Rect::ZERO);
    }

    fn clear(&mut self, size: Size) -> io::Result<()> {
        self.backend.clear_region(ratatui::backend::ClearType::All)?;
        self.front = Buffer::empty(Rect::new(0, 0, size.w, size.h));
        self.cursor = None;
        self.backend.hide_cursor()
    }

    fn place_cursor(&mut self, cursor: Option<(u16, u16)>) -> io::Result<()> {
        match cursor {
            Some((x, y)) => {
                self.backend.set_cursor_position(Position { x, y })?;
                if self.cursor.is_none() {
                    self.backend.show_cursor()?;
                }
            }
            None if self.cursor.is_some() => self.backend.hide_cursor()?,
            None => {}
        }
        self.cursor = cursor;
        Ok(())
    }
}
