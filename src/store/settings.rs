//! What a user has set for himself: one row for each user and key; and what holds for the whole database.

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, ToSql};

use crate::domain::ids::AgencyId;
use crate::domain::input_method::InputMethod;

/// The table, as changes name it; the row of a change is the key.
pub(super) const TABLE: &str = "setting";

/// The key of the user's own agency.
pub(super) const MY_AGENCY: &str = "my_agency";

/// The key of how the user types Vietnamese.
const INPUT_METHOD: &str = "input_method";

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
    read(conn, user, MY_AGENCY)
}

/// Chooses the own agency of a user; `None` unsets it.
pub(super) fn set_my_agency(
    conn: &Connection,
    user: &str,
    agency: Option<&AgencyId>,
) -> rusqlite::Result<()> {
    write(conn, user, MY_AGENCY, agency)
}

/// How a user types Vietnamese; a word of a later version means what no word means.
pub(super) fn input_method(conn: &Connection, user: &str) -> rusqlite::Result<Option<InputMethod>> {
    let code: Option<String> = read(conn, user, INPUT_METHOD)?;
    Ok(code.and_then(|code| InputMethod::from_code(&code)))
}

/// Remembers how a user types Vietnamese.
pub(super) fn set_input_method(
    conn: &Connection,
    user: &str,
    method: Option<InputMethod>,
) -> rusqlite::Result<()> {
    write(conn, user, INPUT_METHOD, method.map(InputMethod::code))
}

fn read<T: FromSql>(conn: &Connection, user: &str, key: &str) -> rusqlite::Result<Option<T>> {
    conn.prepare_cached("SELECT value FROM setting WHERE user = ?1 AND key = ?2")?
        .query_row([user, key], |row| row.get(0))
        .optional()
}

fn write(conn: &Connection, user: &str, key: &str, value: Option<impl ToSql>) -> rusqlite::Result<()> {
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO setting (user, key, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (user, key) DO UPDATE SET value = excluded.value",
            )?
            .execute((user, key, value))?,
        None => {
            conn.prepare_cached("DELETE FROM setting WHERE user = ?1 AND key = ?2")?.execute([user, key])?
        }
    };
    Ok(())
}
