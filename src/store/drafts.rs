//! Typed text that no record holds yet, one row for each user and form.
//!
//! Drafts have no history: they are kept for their writer alone, and go when the record is saved.

use rusqlite::{Connection, params};

use super::values::Instant;
use crate::domain::change::Draft;

/// Writes a draft over its older self.
pub(super) fn write(conn: &Connection, user: &str, draft: &Draft) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO draft (user, key, body, saved_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (user, key) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
    )?
    .execute(params![user, draft.key, draft.body, Instant(draft.at)])?;
    Ok(())
}

/// Drops a draft, if there is one.
pub(super) fn delete(conn: &Connection, user: &str, key: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM draft WHERE user = ?1 AND key = ?2")?.execute([user, key])?;
    Ok(())
}

/// Reads the drafts of a user, by key.
pub(super) fn read(conn: &Connection, user: &str) -> rusqlite::Result<Vec<Draft>> {
    conn.prepare_cached("SELECT key, body, saved_at FROM draft WHERE user = ?1 ORDER BY key")?
        .query_map([user], |row| {
            Ok(Draft { key: row.get(0)?, body: row.get(1)?, at: row.get::<_, Instant>(2)?.0 })
        })?
        .collect()
}
