//! What is wrong in a data file, where, and why: typed, with words in two languages.
//!
//! Knows nothing of plans or registers; the checks decide, this only says.

use std::fmt;
use std::ops::Range;

mod place;
mod reason;

pub use reason::FaultReason;

/// One fault of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Name of the file as it was given to the loader.
    pub file: String,
    /// Line, counted from 1; 0 when the fault has no place in the text.
    pub line: usize,
    /// Column in characters, counted from 1; 0 when the fault has no place in the text.
    pub column: usize,
    /// Keys that lead to the value, such as `task.roles.agency`; empty at the top of the file.
    pub field: String,
    /// What is wrong.
    pub reason: FaultReason,
}

impl Fault {
    /// The fault as one line of English; `Display` writes Vietnamese.
    pub fn english(&self) -> String {
        format!("{}{}", self.place(), self.reason.english())
    }

    fn place(&self) -> String {
        let mut place = self.file.clone();
        if self.line > 0 {
            place.push_str(&format!(":{}:{}", self.line, self.column));
        }
        if !self.field.is_empty() {
            place.push_str(&format!(": {}", self.field));
        }
        place + ": "
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.place(), self.reason.vietnamese())
    }
}

impl std::error::Error for Fault {}

struct Found {
    span: Range<usize>,
    missing: Option<String>,
    reason: FaultReason,
}

/// Faults of one text while it is being checked, by byte offset.
#[derive(Default)]
pub(super) struct Faults {
    found: Vec<Found>,
}

impl Faults {
    /// A fault of the value at `span`.
    pub(super) fn at(&mut self, span: Range<usize>, reason: FaultReason) {
        self.found.push(Found { span, missing: None, reason });
    }

    /// A fault about a `field` that is not there: in the table at `span`, or beside the value at `span`.
    pub(super) fn lacks(&mut self, span: Range<usize>, field: &str, reason: FaultReason) {
        self.found.push(Found { span, missing: Some(field.to_owned()), reason });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Gives every fault its line, column and field, in the order of the text.
    pub(super) fn finish(self, file: &str, text: &str) -> Vec<Fault> {
        let map = place::FieldMap::new(text);
        let mut faults: Vec<Fault> = self
            .found
            .into_iter()
            .map(|found| {
                let (line, column) = place::position(text, found.span.start);
                let field = map.field(found.span.start, found.missing.as_deref());
                Fault { file: file.to_owned(), line, column, field, reason: found.reason }
            })
            .collect();
        faults.sort_by(|a, b| (a.line, a.column, &a.field).cmp(&(b.line, b.column, &b.field)));
        faults
    }
}

#[cfg(test)]
mod tests;
