//! The state as a frame, handed to the wire.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;

use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::model::Model;

use super::canvas::Canvas;
use super::looks::Looks;
use super::views;
use super::wire::{Caps, Wire};

/// What the terminal shows, and the way to it.
pub struct Screen {
    wire: Wire<File>,
    looks: Looks,
}

impl Screen {
    /// A screen of which nothing is known yet, on the standard output.
    ///
    /// # Errors
    /// When the standard output cannot be used.
    pub fn new(looks: Looks, caps: Caps) -> io::Result<Self> {
        // Rust's own standard output sends what stands before the last line feed in a write of its own.
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        Ok(Self { wire: Wire::new(out, caps), looks })
    }

    /// Draws the state; writes what differs from the frame before.
    ///
    /// ratatui's own `Terminal` sends bytes even for an unchanged frame, and asks the terminal for its cursor.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn draw(&mut self, model: &Model) -> io::Result<()> {
        let mut frame = Buffer::empty(Rect::new(0, 0, model.size.w, model.size.h));
        let mut canvas = Canvas::new(&mut frame, self.looks);
        views::draw(&mut canvas, model);
        let cursor = canvas.cursor;
        self.wire.resize(model.size.w, model.size.h);
        let places = frame.area.positions();
        self.wire.draw(places.zip(&frame.content).map(|(at, cell)| (at.x, at.y, cell)))?;
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
