//! Taking back a user's last change of a record, unless somebody else built on it.

use rusqlite::Connection;

use super::agency_ids::AgencyIds;
use super::changes::{self, Author, Change};
use super::error::StoreError;
use super::{agencies, imports, records, reports};
use crate::domain::change::{Record, Undone};
use crate::domain::record::{Report, can_be_taken_back};

/// Takes back the author's last change of a record that is in force, within the caller's transaction.
///
/// Answers what was done and the number of the change that did it, `None` when there was nothing.
/// A restored record gets a new revision, so that a form that shows the undone text is found stale.
pub(super) fn undo(conn: &Connection, author: Author<'_>) -> Result<(Undone, Option<i64>), StoreError> {
    let Some((seq, change)) = changes::last_in_force(conn, author.user)? else {
        return Ok((Undone::Nothing, None));
    };
    if let Some(by) = changes::later_author(conn, author.user, seq, &change)? {
        return Err(StoreError::ChangedByOther { by });
    }
    if change.table == imports::TABLE {
        imports::undo(conn, &change)?;
        let number = changes::add(conn, author, &reversed(&change, seq))?;
        return Ok((Undone::Register(agencies::read(conn, &AgencyIds::default())?), Some(number)));
    }
    undo_record(conn, author, seq, &change)
}

fn undo_record(
    conn: &Connection,
    author: Author<'_>,
    seq: i64,
    change: &Change,
) -> Result<(Undone, Option<i64>), StoreError> {
    let undone: Record = serde_json::from_str(change.new.as_deref().unwrap_or_default())?;
    let before = change.old.as_deref().map(serde_json::from_str).transpose()?;
    // What lies before it is left alone: nobody asked to take that back.
    if let Some(report) = barring(conn, before.as_ref(), &undone)? {
        return Ok((Undone::Barred(Box::new(report)), None));
    }
    let present = records::standing(conn, &undone)?.unwrap_or(undone);
    let done = match before {
        Some(before) => Undone::Restored(restore(conn, before, &present)?),
        None => {
            records::delete(conn, &present)?;
            Undone::Removed(present.clone())
        }
    };
    let mut back = reversed(change, seq);
    back.old = Some(serde_json::to_string(&present)?);
    if let Undone::Restored(record) = &done {
        back.new = Some(serde_json::to_string(record)?);
    }
    let number = changes::add(conn, author, &back)?;
    Ok((done, Some(number)))
}

/// The report that bars the way: others rely on a step that it took, or it was made by the choice that would go.
fn barring(conn: &Connection, before: Option<&Record>, undone: &Record) -> rusqlite::Result<Option<Report>> {
    match (before, undone) {
        (_, Record::Compilation(choice)) => reports::closed(conn, &choice.key),
        (Some(Record::Report(before)), Record::Report(undone)) => {
            Ok((!can_be_taken_back(Some(before), undone)).then(|| undone.clone()))
        }
        (_, Record::Report(undone)) => Ok((!can_be_taken_back(None, undone)).then(|| undone.clone())),
        _ => Ok(None),
    }
}

fn restore(conn: &Connection, mut before: Record, present: &Record) -> Result<Record, StoreError> {
    if let Some(rival) = records::rival(conn, &before)? {
        return Err(StoreError::ChangedByOther { by: rival.stamp().by.clone() });
    }
    before.stamp_mut().revision = present.stamp().revision + 1;
    records::write(conn, &mut before)?;
    Ok(before)
}

fn reversed(change: &Change, seq: i64) -> Change {
    Change {
        table: change.table.clone(),
        row: change.row.clone(),
        old: change.new.clone(),
        new: change.old.clone(),
        undo_of: Some(seq),
    }
}
