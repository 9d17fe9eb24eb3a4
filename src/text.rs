//! What a human reads or types: search fold, Vietnamese order, cell widths, numbers, dates, clean text,
//! documents on paper.
//!
//! Pure functions on strings and values. Nothing here knows a terminal, a file
//! or a clock: the width in cells and the day of today come in as arguments.

pub mod ascii;
pub mod cited;
pub mod collate;
pub mod compiled;
pub mod compose;
pub mod date;
pub mod encoding;
pub mod event;
pub mod figure;
pub mod fill_in;
pub mod fold;
pub mod letter;
pub mod letterhead;
pub mod locale;
pub mod naming;
pub mod number;
pub mod paper;
pub mod parcel;
pub mod receipt;
pub mod report_paper;
pub mod sanitise;
pub mod settings;
pub mod sheet;
pub mod width;
pub mod words;
