//! Bringing a database to the version of this program: ordered SQL files, with a backup before the first.

use std::fs::{self, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::open_error::{OpenError, Problem};

#[cfg(test)]
mod tests;

/// The steps: the n-th leads to version n. A step that was released is never changed.
pub(super) const STEPS: &[&str] = &[
    include_str!("schema/001_initial.sql"),
    include_str!("schema/002_shelf.sql"),
    include_str!("schema/003_entered.sql"),
    include_str!("schema/004_search.sql"),
    include_str!("schema/005_standing.sql"),
    include_str!("schema/006_begun.sql"),
    include_str!("schema/007_shared.sql"),
    include_str!("schema/008_calendar.sql"),
];

/// Marks a file as ours in the header of SQLite: "TIEN".
pub(super) const APPLICATION_ID: i64 = 0x5449_454E;

/// Refuses what is not ours or is newer than `known`; answers the version, 0 for an empty file.
pub(super) fn version(conn: &Connection, path: &Path, known: usize) -> Result<i64, OpenError> {
    let (application, found, tables) = marks(conn).map_err(|error| OpenError::sql(path, &error))?;
    let known = i64::try_from(known).unwrap_or(i64::MAX);
    match (application, found, tables) {
        (0, 0, 0) => Ok(0),
        (APPLICATION_ID, 1.., _) if found <= known => Ok(found),
        (APPLICATION_ID, 1.., _) => Err(OpenError::new(path, Problem::Newer { found, known })),
        _ => Err(OpenError::new(path, Problem::NotTiendo)),
    }
}

/// Application, version and number of tables, as of one moment: another program may be creating them.
fn marks(conn: &Connection) -> rusqlite::Result<(i64, i64, i64)> {
    let tx = conn.unchecked_transaction()?;
    let tables = tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok((pragma(&tx, "application_id")?, pragma(&tx, "user_version")?, tables))
}

/// Runs the steps that the database lacks, each in a transaction of its own.
pub(super) fn run(conn: &mut Connection, path: &Path, steps: &[&str]) -> Result<(), OpenError> {
    let from = version(conn, path, steps.len())?;
    let missing = || (1_i64..).zip(steps).filter(|&(number, _)| number > from);
    if missing().next().is_none() {
        return Ok(());
    }
    if from > 0 {
        back_up(conn, path, from)?;
    }
    let sql = |error| OpenError::sql(path, &error);
    // A step may rebuild a table that others refer to; the keys are checked before its commit.
    conn.pragma_update(None, "foreign_keys", false).map_err(sql)?;
    for (number, step) in missing() {
        run_step(conn, path, number, step)?;
    }
    conn.pragma_update(None, "foreign_keys", true).map_err(sql)
}

fn run_step(conn: &mut Connection, path: &Path, number: i64, step: &str) -> Result<(), OpenError> {
    let sql = |error| OpenError::sql(path, &error);
    let update = |reason| OpenError::new(path, Problem::Update { version: number, reason });
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(sql)?;
    // Another program may have taken the step while this one waited for the lock.
    if pragma::<i64>(&tx, "user_version").map_err(sql)? >= number {
        return Ok(());
    }
    tx.execute_batch(step).map_err(|error| match OpenError::sql(path, &error).problem {
        Problem::Other(reason) => update(reason),
        problem => OpenError::new(path, problem),
    })?;
    if let Some(fault) = check(&tx).map_err(sql)? {
        return Err(update(fault));
    }
    tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(sql)?;
    tx.pragma_update(None, "user_version", number).map_err(sql)?;
    tx.commit().map_err(sql)
}

/// The first fault that SQLite finds in keys and pages.
fn check(conn: &Connection) -> rusqlite::Result<Option<String>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut dangling = statement.query([])?;
    if let Some(row) = dangling.next()? {
        return Ok(Some(format!("foreign key of table {}", row.get::<_, String>(0)?)));
    }
    let verdict: String = pragma(conn, "quick_check(1)")?;
    Ok((verdict != "ok").then_some(verdict))
}

/// Copies the database next to itself, readable by its owner alone.
fn back_up(conn: &Connection, path: &Path, version: i64) -> Result<(), OpenError> {
    let first = path.with_extension(format!("tiendo-backup-v{version}.db"));
    let failed = |at: &Path, why: String| OpenError::new(at, Problem::Backup(why));
    let copy = create_free(&first).map_err(|error| failed(&first, error.to_string()))?;
    let result = match copy.to_str() {
        Some(name) => conn.execute("VACUUM INTO ?1", [name]).map_err(|error| error.to_string()),
        None => Err("the path is not UTF-8".to_owned()),
    };
    result.map(drop).map_err(|why| {
        // Half a copy must not pass for a backup.
        let _ = fs::remove_file(&copy);
        failed(&copy, why)
    })
}

/// Creates an empty file under `first` or, as backups are never overwritten, under the next free name.
fn create_free(first: &Path) -> io::Result<PathBuf> {
    let mut path = first.to_owned();
    let mut number = 1_u32;
    loop {
        match create_private(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number += 1;
                path = first.with_extension(format!("{number}.db"));
            }
            other => return other.map(|()| path),
        }
    }
}

/// Creates an empty file with mode 0600, whatever the umask; fails when there is one.
pub(super) fn create_private(path: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.set_permissions(Permissions::from_mode(0o600))
}

fn pragma<T: rusqlite::types::FromSql>(conn: &Connection, name: &str) -> rusqlite::Result<T> {
    conn.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
}
