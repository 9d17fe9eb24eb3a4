//! What the tables of records have in common: reading, finding, writing, deleting.

use rusqlite::Connection;

use super::rows::{self, Line, listed};
use super::values::Instant;
use super::{compilations, decisions, index, observations, progress, reminders, reports, wording};
use crate::domain::change::{Record, Records};
use crate::domain::record::Stamp;

/// Reads what is kept whole of what users entered, oldest first.
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Records> {
    Ok(Records {
        decisions: listed(conn, "SELECT * FROM decision ORDER BY id", decisions::read)?,
        reminders: listed(conn, "SELECT * FROM reminder ORDER BY id", reminders::read)?,
        compilations: listed(conn, "SELECT * FROM compilation ORDER BY id", compilations::read)?,
    })
}

/// The table that holds a record, as its changes name it.
pub(super) fn table(record: &Record) -> &'static str {
    match record {
        Record::Progress(_) => "progress_entry",
        Record::Observation(_) => "observation",
        Record::Report(_) => "report",
        Record::Decision(_) => "decision",
        Record::Reminder(_) => "reminder",
        Record::Compilation(_) => "compilation",
    }
}

/// What stands in the database under the id of `record`.
pub(super) fn standing(conn: &Connection, record: &Record) -> rusqlite::Result<Option<Record>> {
    let sql = format!("SELECT * FROM {} WHERE id = ?1", table(record));
    rows::one(conn, &sql, [record.stamp().id], |row| match record {
        Record::Progress(_) => progress::read(row).map(Record::Progress),
        Record::Observation(_) => observations::read(row).map(Record::Observation),
        Record::Report(_) => reports::read(row).map(Record::Report),
        Record::Decision(_) => decisions::read(row).map(Record::Decision),
        Record::Reminder(_) => reminders::read(row).map(Record::Reminder),
        Record::Compilation(_) => compilations::read(row).map(Record::Compilation),
    })
}

/// Another record that stands where `record` would have to stand.
pub(super) fn rival(conn: &Connection, record: &Record) -> rusqlite::Result<Option<Record>> {
    match record {
        Record::Report(report) => Ok(reports::rival(conn, report)?.map(Record::Report)),
        Record::Decision(decision) => Ok(decisions::rival(conn, decision)?.map(Record::Decision)),
        Record::Reminder(reminder) => Ok(reminders::rival(conn, reminder)?.map(Record::Reminder)),
        Record::Compilation(mine) => Ok(compilations::rival(conn, mine)?.map(Record::Compilation)),
        Record::Progress(_) | Record::Observation(_) => Ok(None),
    }
}

/// Writes a record as it is; a record without an id gets one.
pub(super) fn write(conn: &Connection, record: &mut Record) -> rusqlite::Result<()> {
    let id = match record {
        Record::Progress(entry) => progress::write(conn, entry)?,
        Record::Observation(observation) => observations::write(conn, observation)?,
        Record::Report(report) => reports::write(conn, report)?,
        Record::Decision(decision) => decisions::write(conn, decision)?,
        Record::Reminder(reminder) => reminders::write(conn, reminder)?,
        Record::Compilation(compilation) => compilations::write(conn, compilation)?,
    };
    record.stamp_mut().id = id;
    Ok(())
}

/// Deletes a record.
pub(super) fn delete(conn: &Connection, record: &Record) -> rusqlite::Result<()> {
    conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table(record)))?
        .execute([record.stamp().id])?;
    match record {
        Record::Progress(entry) => index::reword(conn, &entry.task),
        Record::Report(report) => wording::reword_report(conn, report.stamp.id),
        _ => Ok(()),
    }
}

/// The id to write under; `None` asks for a new one.
pub(super) fn known_id(stamp: &Stamp) -> Option<i64> {
    (stamp.id != 0).then_some(stamp.id)
}

/// The stamp of a row.
pub(super) fn stamp(row: &Line<'_>) -> rusqlite::Result<Stamp> {
    Ok(Stamp {
        id: row.get("id")?,
        revision: row.get("revision")?,
        by: row.get("saved_by")?,
        at: row.get::<_, Option<Instant>>("saved_at")?.map(|instant| instant.0),
    })
}
