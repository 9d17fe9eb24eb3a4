//! The history of what users entered: who changed which row from what to what, and when.
//!
//! Rows are only added. A change that was taken back stays; the change that took it back names it.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use super::error::StoreError;
use super::rows::{self, Line};
use super::settings;
use super::values::Instant;
use crate::domain::history::Logged;
use crate::domain::record::ReportKey;

/// One change of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The table.
    pub table: String,
    /// The row: the id of a record, the key of a setting.
    pub row: String,
    /// What stood there before, as JSON; `None`: nothing.
    pub old: Option<String>,
    /// What stands there now, as JSON; `None`: nothing.
    pub new: Option<String>,
    /// The change that this one takes back.
    pub undo_of: Option<i64>,
}

/// Who makes the changes of a transaction, and when.
#[derive(Clone, Copy)]
pub(super) struct Author<'a> {
    /// Account name of the user.
    pub user: &'a str,
    /// Instant of the change.
    pub now: DateTime<FixedOffset>,
}

/// Not an undo, and not undone.
const IN_FORCE: &str = "c.undo_of IS NULL AND NOT EXISTS (SELECT 1 FROM change AS u WHERE u.undo_of = c.seq)";

/// Adds a change; answers its number.
pub(super) fn add(conn: &Connection, author: Author<'_>, change: &Change) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO change (at, user, tbl, row, old_value, new_value, undo_of)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        Instant(author.now),
        author.user,
        change.table,
        change.row,
        change.old,
        change.new,
        change.undo_of,
    ])?;
    Ok(conn.last_insert_rowid())
}

/// The last change of `user` that an undo can take back, with its number.
///
/// Settings are left out: who takes back a text does not mean to leave his office.
pub(super) fn last_in_force(conn: &Connection, user: &str) -> rusqlite::Result<Option<(i64, Change)>> {
    let sql = format!(
        "SELECT * FROM change AS c WHERE user = ?1 AND tbl <> ?2 AND {IN_FORCE} ORDER BY seq DESC LIMIT 1"
    );
    let change = |row: &Line<'_>| Ok((row.get("seq")?, read(row)?));
    rows::one(conn, &sql, [user, settings::TABLE], change)
}

/// The other user who changed the row after change number `seq` and did not take it back.
pub(super) fn later_author(
    conn: &Connection,
    user: &str,
    seq: i64,
    change: &Change,
) -> rusqlite::Result<Option<String>> {
    let sql = format!(
        "SELECT user FROM change AS c
         WHERE tbl = ?1 AND row = ?2 AND seq > ?3 AND user <> ?4 AND {IN_FORCE} ORDER BY seq DESC LIMIT 1"
    );
    conn.prepare_cached(&sql)?
        .query_row(params![change.table, change.row, seq, user], |row| row.get(0))
        .optional()
}

/// Number of the newest change of anybody; 0 when there is none.
pub(super) fn newest(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("SELECT coalesce(max(seq), 0) FROM change")?.query_row([], |row| row.get(0))
}

/// Every change of a report and of the figures that its agency gave in its period, oldest first; the taken back ones
/// and the takings back too.
pub(super) fn of_report(conn: &Connection, key: &ReportKey) -> Result<Vec<Logged>, StoreError> {
    let sql = "SELECT * FROM change
         WHERE tbl IN ('report', 'observation') AND json_extract(coalesce(new_value, old_value), '$.agency') = ?1
         ORDER BY seq";
    let change = |row: &Line<'_>| Ok((row.get::<_, Instant>("at")?.0, row.get("user")?, read(row)?));
    let changes: Vec<(_, String, Change)> = rows::all(conn, sql, [&key.agency], change)?;
    let mut log = Vec::new();
    for (at, by, change) in changes {
        let record = |json: Option<&str>| json.map(serde_json::from_str).transpose();
        let logged = Logged {
            at,
            by,
            old: record(change.old.as_deref())?,
            new: record(change.new.as_deref())?,
            is_undo: change.undo_of.is_some(),
        };
        log.extend(Some(logged).filter(|logged| logged.is_of(key)));
    }
    Ok(log)
}

fn read(row: &Line<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        table: row.get("tbl")?,
        row: row.get("row")?,
        old: row.get("old_value")?,
        new: row.get("new_value")?,
        undo_of: row.get("undo_of")?,
    })
}
