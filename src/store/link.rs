//! The connection that writes: opened when somebody first needs it.
//!
//! To open a database is to read its schema, which is a good part of a start; who only looks is to pay for it once.

use std::cell::OnceCell;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::error::StoreError;
use super::open;

/// A connection to one file, or the promise of one.
pub(super) struct Link {
    path: PathBuf,
    patience: Duration,
    /// What was opened first.
    file: Option<FileId>,
    conn: OnceCell<Connection>,
}

/// Device and number of a file: the same as long as it is the same file, whatever its name.
type FileId = (u64, u64);

impl Link {
    /// A connection that is open; another one to the same file waits for other programs as long as `patience`.
    pub(super) fn new(conn: Connection, path: PathBuf, patience: Duration) -> Self {
        let file = file_at(&path);
        Self { path, patience, file, conn: OnceCell::from(conn) }
    }

    /// The connection.
    ///
    /// # Errors
    /// When it has to be opened, and cannot be or another file stands there by now: what is written to that one would
    /// not belong to what was read.
    pub(super) fn get(&self) -> Result<&Connection, StoreError> {
        match self.conn.get() {
            Some(conn) => Ok(conn),
            None => {
                let conn = self.open()?;
                Ok(self.conn.get_or_init(|| conn))
            }
        }
    }

    /// Gives the connection away; the next one is opened when it is asked for.
    ///
    /// # Errors
    /// As [`Link::get`].
    pub(super) fn take(&mut self) -> Result<Connection, StoreError> {
        self.conn.take().map_or_else(|| self.open(), Ok)
    }

    fn open(&self) -> Result<Connection, StoreError> {
        if self.file.is_none() || file_at(&self.path) != self.file {
            return Err(StoreError::Moved);
        }
        Ok(open::connect(&self.path, self.patience)?)
    }
}

fn file_at(path: &Path) -> Option<FileId> {
    fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}
