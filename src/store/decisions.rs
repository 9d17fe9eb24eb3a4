//! Decisions in their table: one for each subject.

use rusqlite::{Connection, params};

use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{Instant, Json};
use crate::domain::decision::Decision;

/// Writes a decision, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, decision: &Decision) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO decision (id, revision, saved_by, saved_at, subject, ruling) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             subject = excluded.subject, ruling = excluded.ruling
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&decision.stamp),
            decision.stamp.revision,
            decision.stamp.by,
            decision.stamp.at.map(Instant),
            decision.ruling.subject(),
            Json(&decision.ruling),
        ],
        |row| row.get(0),
    )
}

/// The decision, under another id, about the same subject.
pub(super) fn rival(conn: &Connection, decision: &Decision) -> rusqlite::Result<Option<Decision>> {
    let sql = "SELECT * FROM decision WHERE subject = ?1 AND id IS NOT ?2";
    let wanted = (decision.ruling.subject(), known_id(&decision.stamp));
    rows::one(conn, sql, wanted, read)
}

/// Reads a decision from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision { stamp: stamp(row)?, ruling: row.get::<_, Json<_>>("ruling")?.0 })
}
