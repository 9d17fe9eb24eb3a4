//! Rows of texts.

use std::collections::BTreeMap;

use super::keys::report_key;
use super::{Filled, Keys, Known, Proposal, cell};
use crate::domain::record::{Report, ReportKey};
use crate::import::table::{Row, Table, TableFault, TableReason};
use crate::text::fill_in::{PART, PARTS, TEXT};
use crate::text::naming::part_named;
use crate::text::sanitise::multi_line;

/// A report as it stands, as it would stand, which of its parts the table has, and the first row that changes it.
struct Work {
    old: Report,
    new: Report,
    seen: [bool; 4],
    line: u64,
}

/// Reads the rows into `filled`; answers the faults.
pub(super) fn read(table: &Table, known: &Known<'_>, filled: &mut Filled) -> Vec<TableFault> {
    let (mut faults, mut keys) = (Vec::new(), Keys::new());
    let mut works: BTreeMap<ReportKey, Work> = BTreeMap::new();
    for row in &table.rows {
        if row.text(TEXT.key).is_none() {
            filled.blank += 1;
            continue;
        }
        match write(row, known, &mut keys, &mut works) {
            Ok(true) => {}
            Ok(false) => filled.same += 1,
            Err(fault) => faults.push(fault),
        }
    }
    let changed = works.into_values().filter(|work| work.line > 0);
    let proposals = changed.map(|Work { old, new, line, .. }| Proposal::Texts {
        line,
        new: Box::new(new),
        old: Box::new(old),
    });
    filled.changes.extend(proposals);
    faults
}

/// Whether the row says something new.
fn write(
    row: &Row,
    known: &Known<'_>,
    keys: &mut Keys,
    works: &mut BTreeMap<ReportKey, Work>,
) -> Result<bool, TableFault> {
    let key = report_key(row, known, keys)?;
    let part = part(row)?;
    let work = works.entry(key.clone()).or_insert_with(|| begun(&key, known));
    if std::mem::replace(&mut work.seen[part], true) {
        let text = row.text(PART.key).unwrap_or_default();
        return Err(row.fault(PART.key, TableReason::Repeated { text }));
    }
    let text = multi_line(cell(row, TEXT)?.trim_end());
    if work.old.texts()[part].trim_end() == text {
        return Ok(false);
    }
    if !work.old.state.is_open() {
        return Err(row.fault(TEXT.key, TableReason::Closed));
    }
    let new = &mut work.new;
    *[&mut new.results, &mut new.obstacles, &mut new.proposals, &mut new.evidence][part] = text;
    if work.line == 0 {
        work.line = row.line;
    }
    Ok(true)
}

fn begun(key: &ReportKey, known: &Known<'_>) -> Work {
    let old = known.catalog.shelf().report(key);
    let old = old.unwrap_or_else(|| Report::blank(key));
    Work { new: old.clone(), old, seen: [false; 4], line: 0 }
}

/// The place of the part.
fn part(row: &Row) -> Result<usize, TableFault> {
    let typed = cell(row, PART)?;
    let named = part_named(&typed);
    PARTS
        .iter()
        .position(|part| named == Some(*part))
        .ok_or_else(|| row.fault(PART.key, TableReason::Unknown { text: typed }))
}
