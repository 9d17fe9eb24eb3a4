//! tiendo: follow a government plan from its text to its last report, in a terminal.
//!
//! Who may use whom; `tests/layers.rs` holds it:
//!
//! ```text
//! domain <- text <- catalog, store, export, import
//! domain,   text <- app <- tui
//! everything     <- cli
//!
//! domain    the words and rules of the field, pure
//! text      what a human reads or types: words in two languages, dates, numbers, search fold
//! catalog   plan files to domain types, with file, line and reason for every fault
//! store     the only place that knows SQL
//! export    data and documents for other programs
//! import    tables that came back, with row, column and reason for every fault
//! app       the state machine: keys in, effects out; knows no terminal, no database, no clock
//! tui       the terminal: threads, drawing; knows no database
//! cli       arguments and subcommands; puts catalog, store and screens together
//! ```

pub mod app;
pub mod catalog;
pub mod cli;
pub mod domain;
pub mod export;
pub mod import;
pub mod store;
pub mod text;
pub mod tui;
