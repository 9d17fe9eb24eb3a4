//! Batches of reminders in their table.

use rusqlite::{Connection, params};

use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{Day, Instant, Json};
use crate::domain::reminder::Reminder;

/// Writes a batch, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, reminder: &Reminder) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO reminder (id, revision, saved_by, saved_at, obligation, period, day, agencies)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             obligation = excluded.obligation, period = excluded.period, day = excluded.day,
             agencies = excluded.agencies
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&reminder.stamp),
            reminder.stamp.revision,
            reminder.stamp.by,
            reminder.stamp.at.map(Instant),
            reminder.obligation,
            reminder.period,
            Day(reminder.on),
            Json(&reminder.agencies),
        ],
        |row| row.get(0),
    )
}

/// A batch, under another id, that reminds somebody of this one for the same round on the same day.
pub(super) fn rival(conn: &Connection, reminder: &Reminder) -> rusqlite::Result<Option<Reminder>> {
    let sql = "SELECT * FROM reminder WHERE obligation = ?1 AND period = ?2 AND day = ?3 AND id IS NOT ?4 ORDER BY id";
    let (obligation, period) = (&reminder.obligation, reminder.period);
    let wanted = (obligation, period, Day(reminder.on), known_id(&reminder.stamp));
    let same_day = rows::all(conn, sql, wanted, read)?;
    Ok(same_day.into_iter().find(|found| found.repeats(reminder)))
}

/// Reads a batch from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        stamp: stamp(row)?,
        obligation: row.get("obligation")?,
        period: row.get("period")?,
        on: row.get::<_, Day>("day")?.0,
        agencies: row.get::<_, Json<_>>("agencies")?.0,
    })
}
