//! The state machine: messages in, effects out.
//!
//! It knows no terminal, no database, no file, no thread and no clock: keys come
//! in as `Chord`s, the time comes in with each message, and what has to be done
//! outside goes out as `Effect`s. So it can be tested with keys in and rows out.

pub mod action;
mod calendar;
pub mod chooser;
pub mod chord;
pub mod deal;
mod deal_calendar;
mod deal_compiled;
mod deal_contact;
mod deal_form;
pub mod deal_heirs;
mod deal_offers;
mod deal_report;
mod delivery;
pub mod describe;
pub mod editor;
pub mod entry;
pub mod field;
pub mod follow;
pub mod form;
pub mod help;
pub mod keymap;
pub mod layout;
pub mod line;
pub mod list;
pub mod model;
pub mod msg;
pub mod overlay;
mod papers;
pub mod reminding;
pub mod reply;
mod rewriting;
pub mod screens;
pub mod search;
pub mod typist;
pub mod update;
