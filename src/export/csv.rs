//! A table as CSV that the Excel of a Vietnamese office opens by a double click.
//!
//! UTF-8 with a byte order mark, `;` between cells, CRLF, decimal comma without signs for thousands, days as
//! dd/mm/yyyy. Knows no file and no screen. Excel itself may still read a text like `00123` or `1/2` as a number or
//! a day: a table that comes back should go out as a workbook.

use csv::{Terminator, WriterBuilder};

use crate::text::sanitise::multi_line;
use crate::text::sheet::{Cell, Column, Kind, Sheet};

/// Signs with which a spreadsheet begins a formula, also in the full width that some keyboards type.
const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The whole file: the heads, then the rows.
///
/// A text that a spreadsheet would take for a formula is led by an apostrophe; numbers stay numbers. `97.65` of a
/// column of per cents is `97,65%`.
///
/// # Errors
/// None that rows in memory can cause; the writer of the format says what went wrong.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(sheet.columns.iter().map(|column| inert(column.clean_head())))?;
    for row in sheet.cells() {
        writer.write_record(row.into_iter().map(|(column, cell)| written(column, cell)))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn written(column: &Column, cell: &Cell) -> String {
    match (cell, column.kind) {
        (Cell::Number(value), _) if !value.is_finite() => String::new(),
        (Cell::Number(value), Kind::Percent) => number(*value) + "%",
        (Cell::Number(value), _) => number(*value),
        (Cell::Text(text), _) => inert(multi_line(text)),
        (cell, kind) => cell.shown(kind),
    }
}

/// Every digit that the value has.
fn number(value: f64) -> String {
    let plain = if value == 0.0 { "0".to_owned() } else { value.to_string().replace('.', ",") };
    match plain.split_once(',') {
        // `12,239` could be thousands of an English spreadsheet: a fourth decimal settles it.
        Some((_, decimals)) if decimals.len() == 3 => plain + "0",
        _ => plain,
    }
}

/// The text, led by an apostrophe where a spreadsheet would run it.
fn inert(text: String) -> String {
    if text.trim_start().starts_with(FORMULA_SIGNS) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests;
