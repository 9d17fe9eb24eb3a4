//! The words of the field as types, and the rules of the field as pure functions.
//!
//! Nothing here reads a file, a clock or a terminal: the day, the calendar and
//! the register come in as arguments, so every rule can be tested with vectors.

pub mod agency;
pub mod agenda;
pub mod board;
pub mod calendar;
pub mod cascade;
pub mod catalog;
pub mod change;
pub mod clause;
pub mod clock;
pub mod compilation;
pub mod decision;
pub mod enclosure;
pub mod ending;
pub mod evaluation;
pub mod explain;
pub mod heirs;
pub mod history;
pub mod holdings;
pub mod ids;
pub mod indicator;
pub mod input_method;
pub mod ledger;
pub mod obligation;
pub mod occurrence;
pub mod phrase;
pub mod plan;
pub mod record;
pub mod reminder;
pub mod report;
pub mod schedule;
pub mod settled;
pub mod shelf;
pub mod statistics;
pub mod succession;
pub mod summary;
pub mod task;
pub mod terms;
pub mod ways;
pub mod year;

#[cfg(test)]
pub(crate) mod testing;
