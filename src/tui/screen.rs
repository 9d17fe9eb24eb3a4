//! The state as a frame, handed to the wire.

use std::io;

use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::model::Model;

use super::canvas::Canvas;
use super::looks::Looks;
use super::views;
use super::wire::{Caps, Wire};
use super::writer::Writer;

/// What the terminal shows, and the way to it.
pub struct Screen {
    wire: Wire<Writer>,
    looks: Looks,
    /// Where the next frame is drawn; kept, so that its memory is asked for once.
    frame: Buffer,
}

impl Screen {
    /// A screen of which nothing is known yet.
    pub fn new(looks: Looks, caps: Caps, out: Writer) -> Self {
        Self { wire: Wire::new(out, caps), looks, frame: Buffer::default() }
    }

    /// Draws the state; writes what differs from the frame before. While the frame before is still on its way, nothing
    /// is drawn, and the loop hears of it when it is through.
    ///
    /// ratatui's own `Terminal` sends bytes even for an unchanged frame, and asks the terminal for its cursor.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        if self.wire.out().is_busy() {
            return Ok(());
        }
        self.frame.resize(Rect::new(0, 0, model.size.w, model.size.h));
        self.frame.reset();
        let mut canvas = Canvas::new(&mut self.frame, self.looks);
        let moment = model.catalog.moment();
        views::draw(&mut canvas, model);
        drop(moment);
        let cursor = canvas.cursor;
        self.wire.resize(model.size.w, model.size.h);
        self.wire.put(&self.frame);
        match cursor {
            Some((x, y)) => {
                self.wire.set_cursor_position(Position { x, y })?;
                self.wire.show_cursor()?;
            }
            None => self.wire.hide_cursor()?,
        }
        self.wire.flush()
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.wire.forget();
    }
}
