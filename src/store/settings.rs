//! What a user has set for himself: one row for each user and key.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::ids::AgencyId;

/// The table, as changes name it; the row of a change is the key.
pub(super) const TABLE: &str = "setting";

/// The key of the user's own agency.
pub(super) const MY_AGENCY: &str = "my_agency";

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
