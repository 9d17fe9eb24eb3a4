//! A table on its way to another program: named columns, typed cells, no layout.
//!
//! Knows no file format; the writers of CSV and workbooks and the plain text here read the same rows.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::text::date::format_date;
use crate::text::number::{format_decimals, format_number};
use crate::text::sanitise::{multi_line, one_line};

mod plain;

pub use plain::plain;

/// One table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What the table is called, one line.
    pub name: String,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows from the top; a row that is too short ends in empty cells, cells beyond the columns are left out.
    pub rows: Vec<Vec<Cell>>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head, one line.
    pub head: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Width in a workbook, in letters; 1 to 255.
    pub width: u16,
}

/// How the cells of a column are written. It shapes the cell that fits it; a cell of another kind stays what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, also of many lines.
    Text,
    /// A number with so many decimals.
    Number {
        /// Decimals shown; a workbook and a CSV keep all that the value has.
        decimals: u8,
    },
    /// A number in hundredths as people say it: 97.65 is 97,65%.
    Percent,
    /// A day.
    Day,
    /// A day with hour and minute in Việt Nam.
    Moment,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text; the writers take escape sequences and invisible marks out of it.
    Text(String),
    /// A number; one that is not finite is written as nothing.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// A point of time; written as the clocks of Việt Nam show it.
    Moment(DateTime<FixedOffset>),
}

impl Sheet {
    /// A table without rows.
    pub fn new(name: &str, columns: Vec<Column>) -> Self {
        Self { name: name.to_owned(), columns, rows: Vec::new() }
    }

    /// The rows cut or filled to the columns, each cell with its column.
    pub fn cells(&self) -> impl Iterator<Item = Vec<(&Column, &Cell)>> {
        self.rows.iter().map(|row| {
            let cells = row.iter().chain(std::iter::repeat(&Cell::Empty));
            self.columns.iter().zip(cells).collect()
        })
    }
}

impl Column {
    /// A column as wide as its kind asks for: text 30, numbers 12, days 12, moments 17 letters.
    pub fn new(head: &str, kind: Kind) -> Self {
        let width = match kind {
            Kind::Text => 30,
            Kind::Number { .. } | Kind::Percent | Kind::Day => 12,
            Kind::Moment => 17,
        };
        Self { head: head.to_owned(), kind, width }
    }

    /// The same column with another width, in letters.
    #[must_use]
    pub fn wide(mut self, width: u16) -> Self {
        self.width = width;
        self
    }

    /// The head as one clean line.
    pub fn clean_head(&self) -> String {
        one_line(&self.head)
    }
}

impl Kind {
    /// Whether its cells stand at the right edge.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Number { .. } | Self::Percent)
    }
}

impl Cell {
    /// The cell as a person reads it: `1.234,50`, `97,65%`, `29/10/2026`, `29/10/2026 08:05`; texts are clean and may
    /// have many lines.
    pub fn shown(&self, kind: Kind) -> String {
        match (self, kind) {
            (Self::Number(value), _) if !value.is_finite() => String::new(),
            (Self::Number(value), Kind::Number { decimals }) => format_decimals(*value, decimals.into()),
            (Self::Number(value), Kind::Percent) => format_number(*value) + "%",
            (Self::Number(value), _) => format_number(*value),
            (Self::Empty, _) => String::new(),
            (Self::Text(text), _) => multi_line(text),
            (Self::Day(day), _) => format_date(*day),
            (Self::Moment(at), _) => show_moment(*at),
        }
    }
}

/// `29/10/2026 08:05`, in Việt Nam.
fn show_moment(at: DateTime<FixedOffset>) -> String {
    let here = crate::domain::clock::vn_time(at.to_utc());
    format!("{} {}", format_date(here.date_naive()), here.format("%H:%M"))
}

#[cfg(test)]
mod tests;
