//! Tables as a workbook that people fill in, sort and print.
//!
//! Each table is a sheet: the heads bold, frozen, with filters and repeated on every page; A4 across, as wide as a
//! page. Numbers and days are numbers and days; a text is a text, never a formula or a link. Knows no file and no
//! clock: the same tables and stamp give the same bytes.

use chrono::{DateTime, Datelike, Timelike, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::domain::clock::vn_time;
use crate::text::sheet::{Cell, Kind, Sheet};

mod names;

use names::sheet_names;

/// Characters (as Excel counts them, in UTF-16) that a cell can hold.
const CELL_LIMIT: usize = 32_767;
/// ISO A4 in the list of papers of the format.
const A4: u8 = 9;

/// The workbook with these tables in this order.
///
/// `created` goes into the properties of the file. A text that is too long for a cell (32,767 characters) is cut.
/// Names of tables become names of sheets: 31 characters, no `[]:*?/\`, each another. Days before 1900 are texts.
///
/// # Errors
/// More rows or columns than a sheet can hold, or no table at all.
pub fn xlsx(sheets: &[Sheet], created: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let stamp = ExcelDateTime::from_timestamp(created.timestamp())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&stamp));
    for (sheet, name) in sheets.iter().zip(sheet_names(sheets)) {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(name)?;
        lay_out(worksheet, sheet)?;
        fill(worksheet, sheet)?;
    }
    workbook.save_to_buffer()
}

fn lay_out(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    worksheet.set_header("&L&A&R&P/&N");
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.set_repeat_rows(0, 0)?;
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter);
    for (at, column) in (0..).zip(&sheet.columns) {
        worksheet.set_column_width(at, f64::from(column.width.clamp(1, 255)))?;
        // Cells that are still empty are filled in later: they have the format too.
        worksheet.set_column_format(at, &format(column.kind))?;
        worksheet.write_string_with_format(0, at, fitting(&column.clean_head()), &head)?;
    }
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    match u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).checked_sub(1) {
        Some(last_column) => worksheet.autofilter(0, 0, last_row, last_column).map(|_| ()),
        None => Ok(()),
    }
}

fn fill(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let formats: Vec<Format> = sheet.columns.iter().map(|column| format(column.kind)).collect();
    for (row, cells) in (1..).zip(sheet.cells()) {
        for (at, ((column, cell), usual)) in (0..).zip(cells.into_iter().zip(&formats)) {
            let kind = kind_of(cell, column.kind);
            let format = if kind == column.kind { usual } else { &format(kind) };
            match (cell, day(cell)) {
                (Cell::Empty, _) => {}
                (Cell::Number(value), _) if !value.is_finite() => {}
                (Cell::Number(value), _) => {
                    worksheet.write_number_with_format(row, at, *value, format)?;
                }
                (_, Some(day)) => {
                    worksheet.write_datetime_with_format(row, at, day, format)?;
                }
                (cell, None) => {
                    worksheet.write_string_with_format(row, at, fitting(&cell.shown(kind)), format)?;
                }
            }
        }
    }
    Ok(())
}

/// How a cell is written: as its column says, unless it holds something else.
fn kind_of(cell: &Cell, column: Kind) -> Kind {
    match cell {
        Cell::Empty => column,
        Cell::Number(_) if column.is_number() => column,
        Cell::Number(_) => Kind::Number { decimals: 2 },
        Cell::Day(_) => Kind::Day,
        Cell::Moment(_) => Kind::Moment,
        Cell::Text(_) => Kind::Text,
    }
}

/// A day or a point of time as a workbook counts it; `None` for other cells and for years that it cannot count.
fn day(cell: &Cell) -> Option<ExcelDateTime> {
    let (day, time) = match cell {
        Cell::Day(day) => (*day, None),
        Cell::Moment(at) => {
            let here = vn_time(at.to_utc());
            (here.date_naive(), Some(here.time()))
        }
        _ => return None,
    };
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(day.year()).ok()?;
    let counted = ExcelDateTime::from_ymd(year, part(day.month())?, part(day.day())?).ok()?;
    let Some(time) = time else { return Some(counted) };
    let hour = u16::try_from(time.hour()).ok()?;
    counted.and_hms(hour, part(time.minute())?, f64::from(time.second())).ok()
}

/// The longest start that a cell can hold.
fn fitting(text: &str) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= CELL_LIMIT
    };
    text.chars().take_while(fits).collect()
}

/// The number formats are those of an English Excel; the program shows them as the machine is set.
fn format(kind: Kind) -> Format {
    let top = Format::new().set_align(FormatAlign::Top);
    match kind {
        Kind::Text => top.set_text_wrap().set_num_format("@"),
        Kind::Number { decimals: 0 } => top.set_num_format("#,##0"),
        Kind::Number { decimals } => top.set_num_format(format!("#,##0.{}", "0".repeat(decimals.into()))),
        // The sign in quotes: the value stays 97.65, as it is typed and reported.
        Kind::Percent => top.set_num_format("0.00\"%\""),
        Kind::Day => top.set_num_format("dd/mm/yyyy"),
        Kind::Moment => top.set_num_format("dd/mm/yyyy hh:mm"),
    }
}

#[cfg(test)]
mod tests;
