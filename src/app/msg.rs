//! What comes into the state machine, and what it asks to be done.

use std::time::Duration;

use chrono::{DateTime, FixedOffset};

use crate::domain::change::{Record, Reply, Request};
use crate::text::parcel::{Delivered, Parcel, Undelivered};

use super::chord::Chord;
use super::layout::Size;
use super::update::Said;

/// The time of a message; the state machine has no clock of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The instant, at +07:00.
    pub instant: DateTime<FixedOffset>,
    /// Time since the program started, which no change of the clock can turn back.
    pub elapsed: Duration,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key(Chord),
    /// A text was pasted.
    Paste(String),
    /// Something was said by somebody who sees no screen.
    Said(Said),
    /// The terminal has this size, perhaps anew.
    Resize(Size),
    /// The store answered.
    Store(Box<Reply>),
    /// A parcel was put on the disk, or not.
    Written(Box<Result<Delivered, Undelivered>>),
    /// The time that was asked for has come.
    Wake,
    /// The terminal hangs up or the program is told to end: save and leave.
    Leave,
}

/// What is to be done outside the state machine.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the store.
    Store(Box<Request>),
    /// Put files on the disk; once they are there, and not before, save what is noted of them.
    Write(Box<Parcel>, Option<Box<Record>>),
    /// Draw every cell again.
    Repaint,
    /// End the program once the store has done what it was asked.
    Quit,
}
