//! Filling a database with plans that do not come with the program, and with what was entered about them.
//!
//! Everything goes the way of any other plan and record: this only keeps many of them in one transaction.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, Transaction};

use super::changes::Author;
use super::error::StoreError;
use super::plans::{self, Loading};
use super::save::{self, Saving};
use super::{Batch, Store, writing};
use crate::domain::change::Record;
use crate::domain::plan::Plan;

/// What stands for the hash of a plan that no file holds: no file can make it out of date.
const NO_FILE: &str = "";

/// Plans and records that are written together; dropped without [`Filling::commit`], nothing was written.
pub struct Filling<'a> {
    tx: Transaction<'a>,
    user: &'a str,
}

impl Store {
    /// Begins to fill the database; what is written shows in the next snapshot.
    ///
    /// # Errors
    /// When SQLite cannot write.
    pub fn filling(&mut self) -> Result<Filling<'_>, StoreError> {
        Ok(Filling { tx: writing(&self.conn)?, user: &self.user })
    }
}

impl Filling<'_> {
    /// Adds a plan behind all that are there, as one that was first loaded on `loaded_on`.
    ///
    /// # Errors
    /// When SQLite cannot write, or holds a plan of this id.
    pub fn add_plan(&self, plan: &Plan, loaded_on: NaiveDate) -> Result<(), StoreError> {
        let place =
            self.tx.query_row("SELECT coalesce(max(place) + 1, 0) FROM plan", [], |row| row.get(0))?;
        Ok(plans::insert(&self.tx, plan, &Loading { place, hash: NO_FILE, loaded_on })?)
    }

    /// Saves records in this order; each is a change of its own, made at `at`.
    ///
    /// After a conflict the filling holds what stood before it in the list: drop it.
    ///
    /// # Errors
    /// When SQLite cannot write or a report may not take its step.
    pub fn save_all(&self, records: Vec<Record>, at: DateTime<FixedOffset>) -> Result<Batch, StoreError> {
        Ok(save_each(&self.tx, Author { user: self.user, now: at }, records)?.0)
    }

    /// Ends the filling.
    ///
    /// # Errors
    /// When SQLite cannot write; then nothing was.
    pub fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit()?)
    }
}

/// Saves records within the caller's transaction; answers the numbers of the changes as well.
pub(super) fn save_each(
    conn: &Connection,
    author: Author<'_>,
    records: Vec<Record>,
) -> Result<(Batch, Vec<i64>), StoreError> {
    let (mut saved, mut numbers) = (Vec::new(), Vec::new());
    for record in records {
        match save::save(conn, author, record, None)? {
            Saving::Done(record, seq) => {
                saved.push(record);
                numbers.push(seq);
            }
            Saving::Conflict(theirs) => return Ok((Batch::Conflict(Box::new(theirs)), Vec::new())),
        }
    }
    Ok((Batch::Saved(saved), numbers))
}
