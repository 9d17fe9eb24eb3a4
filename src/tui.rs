//! The terminal: threads, signals, drawing. The only place that names ratatui and crossterm.
//!
//! It knows nothing of the database: what the state machine asks of the store goes
//! out through a [`Desk`], and the answers come back as messages.

mod canvas;
mod input;
mod looks;
mod runtime;
mod screen;
mod signals;
mod terminal;
pub mod views;
mod wire;
mod writer;

pub use looks::Looks;
pub use runtime::{Answer, Desk, Display, RunError, run};
pub use wire::{Caps, Wire};
