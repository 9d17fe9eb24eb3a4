//! What a user has set for himself: one row for each user and key; and what holds for the whole database.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::ids::AgencyId;

/// The table, as changes name it; the row of a change is the key.
pub(super) const TABLE: &str = "setting";

/// The key of the user's own agency.
pub(super) const MY_AGENCY: &str = "my_agency";

/// The key that marks a database of made-up data; it belongs to no user.
const MADE_UP: &str = "made_up";

/// Whether the data are made up.
pub(super) fn is_made_up(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM setting WHERE user = '' AND key = ?1)")?
        .query_row([MADE_UP], |row| row.get(0))
}

/// Marks the data as made up, for good: there is no way back.
pub(super) fn mark_made_up(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT OR IGNORE INTO setting (user, key, value) VALUES ('', ?1, '1')", [MADE_UP])?;
    Ok(())
}

/// The own agency of a user, when chosen.
pub(super) fn my_agency(conn: &Connection, user: &str) -> rusqlite::Result<Option<AgencyId>> {
    conn.prepare_cached("SELECT value FROM setting WHERE user = ?1 AND key = ?2")?
        .query_row([user, MY_AGENCY], |row| row.get(0))
        .optional()
}

/// Chooses the own agency of a user; `None` unsets it.
pub(super) fn set_my_agency(
    conn: &Connection,
    user: &str,
    agency: Option<&AgencyId>,
) -> rusqlite::Result<()> {
    match agency {
        Some(agency) => conn
            .prepare_cached(
                "INSERT INTO setting (user, key, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (user, key) DO UPDATE SET value = excluded.value",
            )?
            .execute((user, MY_AGENCY, agency))?,
        None => conn
            .prepare_cached("DELETE FROM setting WHERE user = ?1 AND key = ?2")?
            .execute([user, MY_AGENCY])?,
    };
    Ok(())
}
