//! Cells of a text with separators.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{COLUMN_LIMIT, Grid, Input, Line, Origin, ROW_LIMIT, TableFault, TableReason};
use crate::text::encoding::{first_line, text_of};
use crate::text::sanitise::multi_line;

/// The text parted at `;`, at tabs and at commas: the heads tell which was meant.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, TableFault> {
    let text = text_of(bytes).map_err(|refused| TableFault::of_file(TableReason::NotText(refused)))?;
    let grids = [b';', b'\t', b','].map(|separator| grid(&text, separator));
    grids.into_iter().collect()
}

fn grid(text: &str, separator: u8) -> Result<Grid, TableFault> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| TableFault {
            line: error.position().map_or(0, csv::Position::line),
            ..TableFault::of_file(TableReason::Unreadable { message: error.to_string() })
        })?;
        if lines.len() == ROW_LIMIT {
            return Err(TableFault::of_file(TableReason::TooLarge));
        }
        lines.push(line(text, &record));
    }
    Ok(Grid { origin: Origin::Parted(char::from(separator)), lines })
}

fn line(text: &str, record: &StringRecord) -> Line {
    let cells = record.iter().take(COLUMN_LIMIT).map(text_cell).collect();
    let number = record.position().map_or(0, |begin| first_line(text, begin.byte(), begin.line()));
    Line { number, cells }
}

/// A text without what a screen would obey, and without the apostrophe that kept it from being a formula.
pub(super) fn text_cell(text: &str) -> Option<Input> {
    let clean = multi_line(text);
    let plain = match clean.strip_prefix('\'') {
        Some(rest) if rest.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) => rest,
        _ => &clean,
    };
    Some(plain.trim()).filter(|text| !text.is_empty()).map(|text| Input::Text(text.to_owned()))
}
