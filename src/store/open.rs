//! Opening a database file: what is refused, what is created, and how SQLite is set up.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::bundle::{self, Bundled};
use super::index;
use super::migrate::{self, APPLICATION_ID, STEPS};
use super::mounts;
use super::open_error::{OpenError, Problem};

#[cfg(test)]
mod tests;

/// What a database is opened with.
#[derive(Clone, Copy)]
pub struct Opening<'a> {
    /// The file; it and its folders are created when they are missing.
    pub path: &'a Path,
    /// Account name of the user, under which everything is saved.
    pub user: &'a str,
    /// Hash of the catalogue that comes with the program: which one it is, and in which version.
    pub bundle_hash: u64,
    /// Now, at +07:00.
    pub now: DateTime<FixedOffset>,
}

/// Statements that stay prepared: more than the catalogue needs in one load.
const PREPARED: usize = 64;

/// Opens the file, brings it to this version, and loads the bundled catalogue where it changed.
///
/// `patience` is how long SQLite waits for another program. `read` reads the catalogue: it takes longer than all the
/// rest, and the file holds it already at every start but the first.
pub(super) fn open<E: From<OpenError>>(
    opening: &Opening<'_>,
    patience: Duration,
    read: impl FnOnce() -> Result<Bundled, E>,
) -> Result<Connection, E> {
    let mut conn = set_up(opening.path, patience)?;
    let sql = |error| OpenError::sql(opening.path, &error);
    if !bundle::is_current(&conn, opening.bundle_hash).map_err(sql)? {
        let today = opening.now.date_naive();
        bundle::load(&mut conn, &read()?, opening.bundle_hash, today).map_err(sql)?;
    }
    index::bring_up(&mut conn).map_err(sql)?;
    Ok(conn)
}

fn set_up(path: &Path, patience: Duration) -> Result<Connection, OpenError> {
    prepare_file(path)?;
    let mut conn = connect(path, patience)?;
    migrate::run(&mut conn, path, STEPS)?;
    set_journal(&conn, mounts::is_network(path)).map_err(|error| OpenError::sql(path, &error))?;
    Ok(conn)
}

/// Creates what is missing, and refuses what can be refused without waking SQLite.
fn prepare_file(path: &Path) -> Result<(), OpenError> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => return Err(OpenError::new(path, Problem::NotAFile)),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => create(path)?,
        Err(error) => return Err(OpenError::new(path, Problem::Unreadable(error.to_string()))),
    }
    let unreadable = |error: io::Error| OpenError::new(path, Problem::Unreadable(error.to_string()));
    let header = header(File::open(path).map_err(unreadable)?).map_err(unreadable)?;
    if let Some(problem) = refusal(&header, has_journal(path)) {
        return Err(OpenError::new(path, problem));
    }
    OpenOptions::new()
        .write(true)
        .open(path)
        .map(drop)
        .map_err(|error| OpenError::new(path, Problem::Unwritable(error.to_string())))
}

fn create(path: &Path) -> Result<(), OpenError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| OpenError::new(folder, Problem::NoFolder(error.to_string())))?;
    }
    match migrate::create_private(path) {
        // Another program was faster: its file is as good.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other.map_err(|error| OpenError::new(path, Problem::Unwritable(error.to_string()))),
    }
}

/// The header of an SQLite file is 100 bytes long.
fn header(file: File) -> io::Result<Vec<u8>> {
    let mut header = Vec::with_capacity(100);
    file.take(100).read_to_end(&mut header)?;
    Ok(header)
}

/// What the header alone tells against a file. With a journal beside it the numbers may be out of date:
/// then SQLite is asked for them.
fn refusal(header: &[u8], journal: bool) -> Option<Problem> {
    if header.is_empty() {
        return None;
    }
    if header.len() < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Some(Problem::NotADatabase);
    }
    if journal {
        return None;
    }
    let (found, application) = (number(header, 60)?, number(header, 68)?);
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if application != APPLICATION_ID {
        // An SQLite file without anything in it carries no mark yet; SQLite says whether it is empty.
        return (application != 0 || found != 0).then_some(Problem::NotTiendo);
    }
    (found > known).then_some(Problem::Newer { found, known })
}

fn number(header: &[u8], at: usize) -> Option<i64> {
    let bytes: [u8; 4] = header.get(at..at + 4)?.try_into().ok()?;
    Some(i64::from(i32::from_be_bytes(bytes)))
}

fn has_journal(path: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        fs::metadata(PathBuf::from(name)).is_ok_and(|found| found.len() > 0)
    })
}

/// Opens a file that is there, to read and write.
///
/// # Errors
/// When it is none of ours, newer than this program, or held for longer than `patience`.
pub(super) fn connect(path: &Path, patience: Duration) -> Result<Connection, OpenError> {
    let sql = |error| OpenError::sql(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(sql)?;
    conn.busy_timeout(patience).map_err(sql)?;
    // Closing would write the journal of a file that is about to be refused into it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(sql)?;
    migrate::version(&conn, path, STEPS.len())?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false).map_err(sql)?;
    conn.set_prepared_statement_cache_capacity(PREPARED);
    keep_plans(&conn).map_err(sql)?;
    conn.pragma_update(None, "synchronous", "FULL").map_err(sql)?;
    conn.pragma_update(None, "foreign_keys", true).map_err(sql)?;
    Ok(conn)
}

/// Lets a prepared statement stay as it was prepared: otherwise SQLite plans it anew for every other value, which costs
/// more than to run it.
pub(super) fn keep_plans(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// A write-ahead log on a local file system; a journal where shared memory does not work.
fn set_journal(conn: &Connection, network: bool) -> rusqlite::Result<()> {
    let set = |mode: &str| {
        conn.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |row| row.get::<_, String>(0))
    };
    if !network {
        match set("WAL") {
            Ok(mode) if mode == "wal" => return Ok(()),
            // Somebody works in the file: the mode that it has now is a good one.
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => return Ok(()),
            Ok(_) | Err(_) => {}
        }
    }
    set("TRUNCATE").map(drop)
}
