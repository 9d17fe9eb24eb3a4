//! One file a screen: its rows, its selection, and what its keys do.

pub mod agenda;
pub mod board;
mod board_letter;
pub mod compile;
pub mod holidays;
pub mod plans;
pub mod report;
pub mod reports;
pub mod statistics;
pub mod targets;
pub mod tasks;
pub mod year;
