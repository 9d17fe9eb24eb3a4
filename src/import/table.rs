//! A table that somebody filled in, as a workbook (.xlsx) or as CSV: rows of cells under known heads.
//!
//! Every fault has its row and column. Decides nothing about what the cells mean.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::text::date::{format_date, parse_full_date};
use crate::text::encoding::{ZIP, legacy_place};
use crate::text::fold::fold;
use crate::text::number::{edit_number, parse_number};

mod delimited;
mod fault;
mod workbook;

pub use fault::{TableFault, TableReason};

/// The head stands in one of so many first rows; above it may be titles.
const HEAD_ROWS: usize = 20;
/// Bytes of a file; a table of a province has a tenth of them.
const FILE_LIMIT: usize = 5_000_000;
/// Rows of a table.
const ROW_LIMIT: usize = 100_000;
/// Columns that are looked at.
const COLUMN_LIMIT: usize = 256;

/// A column that is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// What the rows call it.
    pub key: &'static str,
    /// What a file may call it, the usual name first; case, marks and spaces around do not matter.
    pub names: &'a [&'a str],
    /// Whether a table without it is refused.
    pub needed: bool,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The name of its sheet; `None` for a text.
    pub sheet: Option<Arc<str>>,
    /// The rows below the heads that are not empty, in the order of the file.
    pub rows: Vec<Row>,
    /// Heads that nobody looked for, as written.
    pub unknown: Vec<String>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Row of the sheet or line of the file, from 1.
    pub line: u64,
    /// The cells that are not empty, by the keys of their heads.
    pub cells: BTreeMap<&'static str, Input>,
    /// The names of the columns in this file, by their keys.
    heads: BTreeMap<&'static str, String>,
    /// The name of the sheet; `None` for a text.
    sheet: Option<Arc<str>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Text as typed, composed (NFC), without spaces around.
    Text(String),
    /// A number of a workbook. Under a format of per cents it is as shown: 97.65 for 97,65%.
    Number(f64),
    /// A day of a workbook; the hour of a point of time is left out.
    Day(NaiveDate),
    /// An error that a formula shows, such as `#N/A`.
    Broken(String),
}

/// Reads a table by its heads: the first sheet, and the first of its first 20 rows, that has all heads that are
/// needed.
///
/// Workbooks are .xlsx; text is UTF-8 or UTF-16 with `;`, tab or `,` between the cells.
///
/// # Errors
/// The file is too large, of no known kind, typed with a font of the time before Unicode, or lacks a column; a head
/// stands twice; a cell shows an error.
pub fn read_table(bytes: &[u8], heads: &[Head<'_>]) -> Result<Table, Vec<TableFault>> {
    if bytes.len() > FILE_LIMIT {
        return Err(vec![TableFault::of_file(TableReason::TooLarge)]);
    }
    let grids = match bytes.starts_with(ZIP) {
        true => workbook::grids(bytes),
        false => delimited::grids(bytes),
    };
    let grids = grids.map_err(|fault| vec![fault])?;
    let places = grids.iter().map(|grid| find_heads(grid, heads));
    // Of the grids without all heads the one tells most that lacks fewest.
    let best = grids.iter().zip(places).min_by_key(|(_, found)| found.rank());
    let Some((grid, found)) = best else {
        return Err(vec![TableFault::of_file(TableReason::NoRows)]);
    };
    let refused = |faults: Vec<TableFault>| {
        let faults = old_font(grid).map_or(faults, |fault| vec![fault]);
        faults.into_iter().map(|fault| fault.on(grid.sheet())).collect::<Vec<_>>()
    };
    found.refuse().map_err(refused)?;
    below(grid, &found)
}

/// One sheet, or one way to part a text into cells.
struct Grid {
    origin: Origin,
    lines: Vec<Line>,
}

/// Where the cells come from.
enum Origin {
    /// A sheet of a workbook, by its name.
    Sheet(String),
    /// A text with this sign between the cells.
    Parted(char),
}

impl Grid {
    fn sheet(&self) -> Option<&str> {
        match &self.origin {
            Origin::Sheet(name) => Some(name),
            Origin::Parted(_) => None,
        }
    }

    /// A text in which a line has more cells than there are heads: what stands in the last ones would be lost. Beside
    /// the table of a workbook may stand a note.
    fn overfull(&self, row: usize) -> Vec<TableFault> {
        let Origin::Parted(separator) = self.origin else { return Vec::new() };
        let heads = self.lines.get(row).map_or(0, |line| line.cells.len());
        let over = self.lines.iter().skip(row + 1);
        let over = over.filter(|line| line.cells.iter().skip(heads).any(Option::is_some));
        let reason = || TableReason::TooManyCells { separator };
        over.map(|line| TableFault { line: line.number, ..TableFault::of_file(reason()) }).collect()
    }
}

/// The cells of one row; empty ones are `None`.
struct Line {
    number: u64,
    cells: Vec<Option<Input>>,
}

/// Where the columns stand.
struct Places {
    /// Index of the row of the heads.
    row: usize,
    line: u64,
    /// For each key its column and its name in this file.
    columns: BTreeMap<&'static str, (usize, String)>,
    unknown: Vec<String>,
    twice: Vec<String>,
    missing: Vec<String>,
}

fn find_heads(grid: &Grid, heads: &[Head<'_>]) -> Places {
    let rows = grid.lines.iter().take(HEAD_ROWS).enumerate();
    let all = rows.map(|(row, line)| heads_of(row, line, heads));
    let none = || heads_of(0, &Line { number: 1, cells: Vec::new() }, heads);
    all.min_by_key(Places::rank).unwrap_or_else(none)
}

fn heads_of(row: usize, line: &Line, heads: &[Head<'_>]) -> Places {
    let mut places = Places {
        row,
        line: line.number,
        columns: BTreeMap::new(),
        unknown: Vec::new(),
        twice: Vec::new(),
        missing: Vec::new(),
    };
    for (at, cell) in line.cells.iter().enumerate() {
        let Some(name) = cell.as_ref().map(Input::text) else { continue };
        let folded = spaced(&fold(&name));
        let known = heads.iter().find(|head| head.names.iter().any(|name| spaced(&fold(name)) == folded));
        match known {
            None => places.unknown.push(name),
            Some(head) if places.columns.contains_key(head.key) => places.twice.push(name),
            Some(head) => {
                places.columns.insert(head.key, (at, name));
            }
        }
    }
    let missing = heads.iter().filter(|head| head.needed && !places.columns.contains_key(head.key));
    places.missing = missing.map(|head| head.names.first().unwrap_or(&head.key).to_string()).collect();
    places
}

/// Words with one space between them: a head in a cell may be broken into lines.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Places {
    /// The less, the more it looks like the heads.
    fn rank(&self) -> (usize, Reverse<usize>) {
        (self.missing.len(), Reverse(self.columns.len()))
    }

    fn refuse(&self) -> Result<(), Vec<TableFault>> {
        let line = if self.columns.is_empty() { 0 } else { self.line };
        let fault =
            |name: &String, reason| TableFault { sheet: None, line, column: Some(name.clone()), reason };
        let missing = self.missing.iter().map(|name| fault(name, TableReason::MissingColumn));
        let twice = self.twice.iter().map(|name| fault(name, TableReason::Twice));
        let faults: Vec<_> = missing.chain(twice).collect();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

/// Heads in an old font are no heads: the first row that has it.
fn old_font(grid: &Grid) -> Option<TableFault> {
    let texts =
        grid.lines.iter().flat_map(|line| line.cells.iter().flatten().map(|cell| (line.number, cell)));
    let texts = texts.filter_map(|(line, cell)| match cell {
        Input::Text(text) => Some((line, text.as_str())),
        _ => None,
    });
    legacy_place(texts).map(|line| TableFault { line, ..TableFault::of_file(TableReason::OldFont) })
}

fn below(grid: &Grid, places: &Places) -> Result<Table, Vec<TableFault>> {
    let heads: BTreeMap<_, _> = places.columns.iter().map(|(key, (_, name))| (*key, name.clone())).collect();
    let sheet = grid.sheet().map(Arc::from);
    let mut rows = Vec::new();
    for line in grid.lines.iter().skip(places.row + 1) {
        let cell = |at: usize| line.cells.get(at).cloned().flatten();
        let cells: BTreeMap<_, _> =
            places.columns.iter().filter_map(|(key, (at, _))| Some((*key, cell(*at)?))).collect();
        if !cells.is_empty() {
            rows.push(Row { line: line.number, cells, heads: heads.clone(), sheet: sheet.clone() });
        }
    }
    let faults = [grid.overfull(places.row), refused_rows(&rows)].concat();
    if faults.is_empty() { Ok(Table { sheet, rows, unknown: places.unknown.clone() }) } else { Err(faults) }
}

fn refused_rows(rows: &[Row]) -> Vec<TableFault> {
    if rows.is_empty() {
        return vec![TableFault::of_file(TableReason::NoRows)];
    }
    let texts = rows.iter().flat_map(|row| {
        row.cells.iter().filter_map(move |(key, cell)| match cell {
            Input::Text(text) => Some(((row, *key), text.as_str())),
            _ => None,
        })
    });
    if let Some((row, key)) = legacy_place(texts) {
        return vec![row.fault(key, TableReason::OldFont)];
    }
    let broken = rows.iter().flat_map(|row| {
        row.cells.iter().filter_map(|(key, cell)| match cell {
            Input::Broken(text) => Some(row.fault(key, TableReason::Broken { text: text.clone() })),
            _ => None,
        })
    });
    broken.collect()
}

impl Input {
    /// The cell as text: numbers without signs for thousands, days as 29/10/2026.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Broken(text) => text.clone(),
            Self::Number(value) => edit_number(*value).replace('.', ""),
            Self::Day(day) => format_date(*day),
        }
    }
}

impl Row {
    /// The text of a cell; `None` when it is empty.
    pub fn text(&self, key: &str) -> Option<String> {
        self.cells.get(key).map(Input::text)
    }

    /// The number of a cell, also one that was typed as text, with a sign for per cents or without.
    ///
    /// # Errors
    /// A text that is no number, or that is one in two ways (`12,239`).
    pub fn number(&self, key: &str) -> Result<Option<f64>, TableFault> {
        match self.cells.get(key) {
            None => Ok(None),
            Some(Input::Number(value)) => Ok(Some(*value)),
            Some(cell) => {
                let text = cell.text();
                let read =
                    if matches!(cell, Input::Day(_)) { Err(None) } else { parse_number(&text).map_err(Some) };
                read.map(Some).map_err(|error| self.fault(key, TableReason::Number { text, error }))
            }
        }
    }

    /// The day of a cell, also one that was typed as text.
    ///
    /// # Errors
    /// What is no day, or has no year.
    pub fn day(&self, key: &str) -> Result<Option<NaiveDate>, TableFault> {
        match self.cells.get(key) {
            None => Ok(None),
            Some(Input::Day(day)) => Ok(Some(*day)),
            Some(cell) => {
                let text = cell.text();
                let read = parse_full_date(&text).map(Some);
                read.ok_or_else(|| self.fault(key, TableReason::Day { text }))
            }
        }
    }

    /// What is wrong with a cell of this row, for those who know what it means.
    pub fn fault(&self, key: &str, reason: TableReason) -> TableFault {
        let column = self.heads.get(key).cloned();
        TableFault { sheet: self.sheet.clone(), line: self.line, column, reason }
    }
}

/// Keys that stand in several rows, each with the lines after the first: for tables in which a key names a row.
pub fn repeated(rows: &[Row], key: &str) -> Vec<TableFault> {
    let mut seen = BTreeSet::new();
    let again = rows.iter().filter(|row| row.text(key).is_some_and(|text| !seen.insert(text)));
    again
        .map(|row| row.fault(key, TableReason::Repeated { text: row.text(key).unwrap_or_default() }))
        .collect()
}

#[cfg(test)]
mod tests;
