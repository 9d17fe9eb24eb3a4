//! Progress entries in their table.

use rusqlite::{Connection, params};

use super::index;
use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{Day, Instant};
use crate::domain::ids::ItemId;
use crate::domain::record::ProgressEntry;

/// Writes an entry, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, entry: &ProgressEntry) -> rusqlite::Result<i64> {
    let id = put(conn, entry)?;
    index::reword(conn, &entry.task)?;
    Ok(id)
}

fn put(conn: &Connection, entry: &ProgressEntry) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO progress_entry (id, revision, saved_by, saved_at, task, agency, as_of, state, percent,
                                     result, obstacle, proposal, evidence)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             task = excluded.task, agency = excluded.agency, as_of = excluded.as_of, state = excluded.state,
             percent = excluded.percent, result = excluded.result, obstacle = excluded.obstacle,
             proposal = excluded.proposal, evidence = excluded.evidence
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&entry.stamp),
            entry.stamp.revision,
            entry.stamp.by,
            entry.stamp.at.map(Instant),
            entry.task,
            entry.agency,
            Day(entry.as_of),
            entry.state,
            entry.percent,
            entry.result,
            entry.obstacle,
            entry.proposal,
            entry.evidence,
        ],
        |row| row.get(0),
    )
}

/// The entries on a task, in the order in which they were first saved.
pub(super) fn of_task(conn: &Connection, task: &ItemId) -> rusqlite::Result<Vec<ProgressEntry>> {
    rows::all(conn, "SELECT * FROM progress_entry WHERE task = ?1 ORDER BY id", [task], read)
}

/// Reads an entry from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<ProgressEntry> {
    Ok(ProgressEntry {
        stamp: stamp(row)?,
        task: row.get("task")?,
        agency: row.get("agency")?,
        as_of: row.get::<_, Day>("as_of")?.0,
        state: row.get("state")?,
        percent: row.get("percent")?,
        result: row.get("result")?,
        obstacle: row.get("obstacle")?,
        proposal: row.get("proposal")?,
        evidence: row.get("evidence")?,
    })
}
