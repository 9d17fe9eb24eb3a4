//! Who took over from whom, in its table.

use rusqlite::Connection;

use super::rows::{Line, insert_each, listed};
use super::values::Day;
use crate::domain::succession::Succession;

/// Writes the successions in the place of all that stood there.
pub(super) fn write(conn: &Connection, successions: &[Succession]) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM succession", [])?;
    insert_each(
        conn,
        "INSERT INTO succession (place, from_agency, to_agency, first_day, share, functions, source, certain)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        successions,
        |place, s| (place, &s.from, &s.to, Day(s.on), s.share, &s.functions, &s.source, s.certain),
    )
}

/// Reads all of them in their order.
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Vec<Succession>> {
    listed(conn, "SELECT * FROM succession ORDER BY place", succession)
}

fn succession(row: &Line<'_>) -> rusqlite::Result<Succession> {
    Ok(Succession {
        from: row.get("from_agency")?,
        to: row.get("to_agency")?,
        on: row.get::<_, Day>("first_day")?.0,
        functions: row.get("functions")?,
        share: row.get("share")?,
        source: row.get("source")?,
        certain: row.get("certain")?,
    })
}
