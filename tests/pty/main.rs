//! The program as a terminal sees it: real keys, real signals, real bytes.
//!
//! Nothing here sleeps in the hope that something happens meanwhile: a test waits for what has to be on the
//! screen and gives up only after a time that is long even on a busy machine.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the lints take the helpers of a test for code")]

mod ending;
mod full;
mod keys;
mod killing;
mod locked;
mod looks;
mod multiplexer;
mod pasting;
mod process;
mod quiet;
mod resizing;
mod settings;
mod sharing;
mod stalling;
mod starting;
mod suspending;
mod terminal;
mod typing;
mod user;
