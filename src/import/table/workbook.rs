//! Cells of a workbook (.xlsx). A hostile one costs no more memory than a large one.

use std::io::{Cursor, Read, copy, sink};

use calamine::{DataRef, Reader, Style, Xlsx, XlsxError};
use zip::ZipArchive;

use super::delimited::text_cell;
use super::{COLUMN_LIMIT, Grid, Input, Line, Origin, ROW_LIMIT, TableFault, TableReason};

/// Bytes of all parts of a workbook, unpacked.
const UNPACKED_LIMIT: u64 = 50_000_000;

/// The sheets in their order; hidden ones too.
pub(super) fn grids(bytes: &[u8]) -> Result<Vec<Grid>, TableFault> {
    check_size(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let names = workbook.sheet_names();
    let grid = |name: &String| {
        let lines = lines(&mut workbook, name)?;
        Ok(Grid { origin: Origin::Sheet(name.clone()), lines })
    };
    names.iter().map(grid).collect()
}

fn unreadable(error: &impl std::fmt::Display) -> TableFault {
    TableFault::of_file(TableReason::Unreadable { message: error.to_string() })
}

/// Unpacks everything into nothing: what a file says about its size need not be true.
fn check_size(bytes: &[u8]) -> Result<(), TableFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let mut room = UNPACKED_LIMIT;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| unreadable(&error))?;
        let size = copy(&mut part.take(room + 1), &mut sink()).map_err(|error| unreadable(&error))?;
        room = room.checked_sub(size).ok_or_else(|| TableFault::of_file(TableReason::TooLarge))?;
    }
    Ok(())
}

/// Cell by cell: the size that a sheet claims may be a thousand times that of its cells.
fn lines(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Line>, TableFault> {
    let mut cells = match workbook.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        // A sheet of charts has none.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(&error)),
    };
    let mut lines: Vec<Line> = Vec::new();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| unreadable(&error))? {
        let (row, column) = cell.get_position();
        let (number, column) = (u64::from(row) + 1, column as usize);
        let Some(input) = input(cell.get_value(), cells.styles().get(style)) else { continue };
        if column >= COLUMN_LIMIT {
            continue;
        }
        if lines.last().is_none_or(|line| line.number != number) {
            lines.push(Line { number, cells: Vec::new() });
        }
        if lines.len() > ROW_LIMIT {
            return Err(TableFault::of_file(TableReason::TooLarge));
        }
        let Some(line) = lines.last_mut() else { continue };
        line.cells.resize_with(line.cells.len().max(column + 1), || None);
        if let Some(place) = line.cells.get_mut(column) {
            *place = Some(input);
        }
    }
    Ok(lines)
}

fn input(value: &DataRef<'_>, style: Option<&Style>) -> Option<Input> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(value) => Some(Input::Number(*value as f64)),
        DataRef::Float(value) => {
            Some(Input::Number(if is_percent(style) { hundredfold(*value) } else { *value }))
        }
        DataRef::String(text) => text_cell(text),
        DataRef::SharedString(text) => text_cell(text),
        DataRef::Bool(yes) => text_cell(if *yes { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(at) if at.is_datetime() => match at.as_datetime() {
            Some(at) => Some(Input::Day(at.date())),
            None => Some(Input::Number(at.as_f64())),
        },
        DataRef::DateTime(length) => Some(Input::Number(length.as_f64())),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text_cell(text),
        DataRef::Error(error) => Some(Input::Broken(error.to_string())),
    }
}

/// Whether a cell shows its number in hundredths: a sign outside quotes.
fn is_percent(style: Option<&Style>) -> bool {
    let Some(format) = style.and_then(|style| style.number_format.as_ref()) else { return false };
    let outside = format.format_code.split('"').step_by(2);
    outside.flat_map(|part| part.split("\\%")).any(|part| part.contains('%'))
}

/// As a person sees it: 0.9765 is 97.65, whatever the last bit says.
fn hundredfold(value: f64) -> f64 {
    format!("{:.10}", value * 100.0).parse().unwrap_or(value * 100.0)
}
