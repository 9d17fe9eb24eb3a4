//! The table that an agency filled in, back into figures and texts: what would change, or why not.
//!
//! Every row is judged before anything is changed; the same table twice proposes nothing the second time.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::table::{Head, Row, Table, TableFault, TableReason, read_table};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::change::Record;
use crate::domain::record::{Observation, Report, ReportKey};
use crate::text::fill_in::{
    AS_OF, DENOMINATOR, Field, KEYS, NUMERATOR, PART, QUALITY, SOURCE, TARGET, TEXT, VALUE,
};

mod figures;
mod keys;
mod texts;

/// What a table is compared with.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Plans and agencies.
    pub catalog: &'a Catalog,
    /// Days off.
    pub calendar: &'a Calendar,
    /// Today.
    pub today: NaiveDate,
    /// The heads of the column that marks a form of made-up data; none where such a form is welcome.
    pub made_up: &'a [String],
}

/// What a table says that is not known yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// The changes, in the order of the table.
    pub changes: Vec<Proposal>,
    /// Rows that say what is known already.
    pub same: usize,
    /// Rows in which nothing is filled in.
    pub blank: usize,
    /// Figures that look like a slip of the unit: to be looked at, not refused.
    pub slips: Vec<Slip>,
    /// Whether the table of figures was found.
    pub has_figures: bool,
    /// Whether the table of texts was found.
    pub has_texts: bool,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Proposal {
    /// A figure, and the one of the same day that it takes the place of.
    Figure {
        /// Its row.
        line: u64,
        /// As it would stand.
        new: Box<Observation>,
        /// As it stands.
        old: Option<Box<Observation>>,
    },
    /// The texts of a report.
    Texts {
        /// The row of the first of them that changes.
        line: u64,
        /// As it would stand.
        new: Box<Report>,
        /// As it stands; blank for one that nobody began.
        old: Box<Report>,
    },
}

/// A figure about a hundred or a thousand times the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// Its row.
    pub line: u64,
    /// The name of the indicator.
    pub indicator: String,
    /// The figure before.
    pub before: f64,
    /// The figure in the table.
    pub now: f64,
}

impl Proposal {
    /// The record to save.
    pub fn record(&self) -> Record {
        match self {
            Self::Figure { new, .. } => Record::Observation((**new).clone()),
            Self::Texts { new, .. } => Record::Report((**new).clone()),
        }
    }

    /// Whether something that stands is written over.
    pub fn writes_over(&self) -> bool {
        match self {
            Self::Figure { old, .. } => old.is_some(),
            Self::Texts { new, old, .. } => {
                old.texts().into_iter().zip(new.texts()).any(|(old, new)| old != new && !old.is_empty())
            }
        }
    }
}

/// Reads a table, a workbook with both sheets or a CSV of one of them, and says what it would change.
///
/// # Errors
/// Every fault of the file, and of every row, with row and column.
pub fn read_filled(bytes: &[u8], known: &Known<'_>) -> Result<Filled, Vec<TableFault>> {
    let (figures, texts) = (read_table(bytes, &FIGURES), read_table(bytes, &TEXTS));
    // A table of figures that lost its key is still one; "Nội dung" may be the head of anything, but on a sheet of its own.
    let of_figures = [TARGET, NUMERATOR, DENOMINATOR, VALUE];
    let figures_on = sheet_of(&figures);
    let of_texts = [PART, TEXT];
    let of_texts = if sheet_of(&texts) == figures_on { &of_texts[..1] } else { &of_texts[..] };
    let (figures, texts) = match (found(figures, &of_figures), found(texts, of_texts)) {
        (Ok(None), Ok(None)) => return read_table(bytes, &FIGURES).map(|_| Filled::default()),
        (Ok(figures), Ok(texts)) => (figures, texts),
        (figures, texts) => {
            return Err([figures.err(), texts.err()].into_iter().flatten().flatten().collect());
        }
    };
    let tables = [&figures, &texts].into_iter().flatten();
    if tables.flat_map(|table| &table.unknown).any(|head| known.made_up.contains(head)) {
        return Err(vec![TableFault::of_file(TableReason::MadeUp)]);
    }
    let mut filled =
        Filled { has_figures: figures.is_some(), has_texts: texts.is_some(), ..Filled::default() };
    let mut faults = Vec::new();
    if let Some(table) = figures {
        faults.extend(figures::read(&table, known, &mut filled));
    }
    if let Some(table) = texts {
        faults.extend(texts::read(&table, known, &mut filled));
    }
    if faults.is_empty() { Ok(filled) } else { Err(faults) }
}

const FIGURES: [Head<'static>; 10] = [
    needed(&KEYS[0]),
    needed(&KEYS[1]),
    needed(&KEYS[2]),
    needed(&TARGET),
    needed(&NUMERATOR),
    needed(&DENOMINATOR),
    needed(&VALUE),
    needed(&AS_OF),
    wanted(&QUALITY),
    wanted(&SOURCE),
];
const TEXTS: [Head<'static>; 5] =
    [needed(&KEYS[0]), needed(&KEYS[1]), needed(&KEYS[2]), needed(&PART), needed(&TEXT)];

const fn needed(field: &'static Field) -> Head<'static> {
    Head { key: field.key, names: &field.names, needed: true }
}

const fn wanted(field: &'static Field) -> Head<'static> {
    Head { key: field.key, names: &field.names, needed: false }
}

/// The table, or `None` where the file has no such sheet: it lacks all columns by which the sheet is known.
fn found(read: Result<Table, Vec<TableFault>>, marks: &[Field]) -> Result<Option<Table>, Vec<TableFault>> {
    let lacks = |faults: &[TableFault], usual: &str| {
        let mut missing = faults.iter().filter(|fault| fault.reason == TableReason::MissingColumn);
        missing.any(|fault| fault.column.as_deref() == Some(usual))
    };
    match read {
        Ok(table) => Ok(Some(table)),
        Err(faults) if marks.iter().all(|mark| lacks(&faults, mark.names[0])) => Ok(None),
        Err(faults) if faults.iter().all(|fault| fault.reason == TableReason::NoRows) => Ok(None),
        Err(faults) => Err(faults),
    }
}

/// The sheet that a table was found on, or that is most like it.
fn sheet_of(read: &Result<Table, Vec<TableFault>>) -> Option<Arc<str>> {
    match read {
        Ok(table) => table.sheet.clone(),
        Err(faults) => faults.first().and_then(|fault| fault.sheet.clone()),
    }
}

/// Which report a row is of; each key is looked up once.
type Keys = BTreeMap<[String; 3], Result<ReportKey, TableReason>>;

/// The text of a cell that must not be empty.
fn cell(row: &Row, field: Field) -> Result<String, TableFault> {
    row.text(field.key).ok_or_else(|| row.fault(field.key, TableReason::Empty))
}

#[cfg(test)]
mod tests;
