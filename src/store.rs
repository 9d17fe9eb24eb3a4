//! The database: the only place that names rusqlite.
//!
//! It holds the plans, what users entered with its whole history, and typed text that is not saved yet.
//! It answers [`Request`]s with [`Reply`]s and knows nothing of screens, keys or days that are due.

mod agencies;
mod agency_ids;
mod bundle;
mod calendar;
mod changes;
mod compilations;
mod decisions;
mod drafts;
mod error;
mod filling;
mod finding;
mod holdings;
mod imports;
mod index;
mod ledger;
mod link;
mod migrate;
mod mounts;
mod obligations;
mod observations;
mod open;
mod open_error;
mod plans;
mod progress;
mod reader;
mod records;
mod reminders;
mod reports;
mod rows;
mod save;
mod settings;
mod snapshot;
mod successions;
mod targets;
mod tasks;
mod undo;
mod values;
mod windows;
mod wording;
mod worker;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::domain::agency::Agency;
use crate::domain::change::{Draft, Record, Records, Reply, Request, Snapshot};
use crate::domain::history::Logged;
use crate::domain::ids::AgencyId;
use crate::domain::input_method::InputMethod;
use crate::domain::ledger::Ledger;
use crate::domain::record::ReportKey;
use crate::domain::shelf::Shelf;

pub use bundle::Bundled;
pub use error::StoreError;
pub use filling::Filling;
pub use imports::Imported;
pub use open::Opening;
pub use open_error::{OpenError, Problem};
pub use worker::Worker;

use changes::Author;
use link::Link;
use reader::Reader;
use save::Saving;

/// How long SQLite waits for another program before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open database, for one user.
pub struct Store {
    conn: Link,
    user: String,
    seen: Seen,
}

/// How a save of several records ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Batch {
    /// The records as they now stand.
    Saved(Vec<Record>),
    /// What somebody else saved meanwhile; nothing was written.
    Conflict(Box<Record>),
}

/// How far this program has read what users entered.
#[derive(Default)]
struct Seen {
    /// Changes when another connection commits, and is another one on each; see `PRAGMA data_version`. `None`: not
    /// asked yet.
    data_version: Option<i64>,
    /// Number of the newest change that was read or written here without a gap.
    change: i64,
}

impl Store {
    /// Opens a database file; creates it when it is missing.
    ///
    /// `bundled` reads the catalogue that comes with the program; it is called when the file does not hold that one.
    ///
    /// # Errors
    /// What stands in the way, in words for a person; a refused file is not touched. The error of `bundled`.
    pub fn open<E: From<OpenError>>(
        opening: Opening<'_>,
        bundled: impl FnOnce() -> Result<Bundled, E>,
    ) -> Result<Self, E> {
        Self::open_with(opening, PATIENCE, bundled)
    }

    fn open_with<E: From<OpenError>>(
        opening: Opening<'_>,
        patience: Duration,
        bundled: impl FnOnce() -> Result<Bundled, E>,
    ) -> Result<Self, E> {
        let conn = open::open(&opening, patience, bundled)?;
        let conn = Link::new(conn, opening.path.to_owned(), patience);
        Ok(Self { conn, user: opening.user.to_owned(), seen: Seen::default() })
    }

    /// Reads everything that the program starts from, as of one moment.
    ///
    /// # Errors
    /// When SQLite cannot read.
    pub fn snapshot(&mut self) -> Result<Snapshot, StoreError> {
        let shelf = Rc::new(Reader::on(self.conn.take()?)?);
        let tx = shelf.connection().unchecked_transaction()?;
        self.seen = Seen { data_version: None, change: changes::newest(&tx)? };
        let snapshot = snapshot::read(&tx, &self.user, Rc::clone(&shelf) as Rc<dyn Shelf>)?;
        tx.finish()?;
        shelf.serve_a_screen()?;
        Ok(snapshot)
    }

    /// Loads agencies that a user read from a file, as members of `group` when one is given; all or nothing.
    ///
    /// Loading the same again changes nothing. An agency of the bundled register is never changed.
    ///
    /// # Errors
    /// When SQLite cannot write; then nothing was.
    pub fn import_agencies(
        &mut self,
        agencies: &[Agency],
        group: Option<&AgencyId>,
        now: DateTime<FixedOffset>,
    ) -> Result<Imported, StoreError> {
        let author = Author { user: &self.user, now };
        let tx = writing(&self.conn)?;
        let (done, seq) = imports::import(&tx, author, agencies, group)?;
        tx.commit()?;
        seq.into_iter().for_each(|seq| self.seen.wrote(seq));
        Ok(done)
    }

    /// Marks the database as one of made-up data, for good: whoever opens it later is told.
    ///
    /// # Errors
    /// When SQLite cannot write.
    pub fn mark_made_up(&mut self) -> Result<(), StoreError> {
        Ok(settings::mark_made_up(self.conn.get()?)?)
    }

    /// Saves records that belong together, all of them or none; each is a change of its own.
    ///
    /// # Errors
    /// When SQLite cannot write or a report may not take its step; then nothing was written.
    pub fn save_all(
        &mut self,
        records: Vec<Record>,
        now: DateTime<FixedOffset>,
    ) -> Result<Batch, StoreError> {
        let author = Author { user: &self.user, now };
        let tx = writing(&self.conn)?;
        let (batch, numbers) = filling::save_each(&tx, author, records)?;
        if let Batch::Saved(_) = batch {
            tx.commit()?;
        }
        numbers.into_iter().for_each(|seq| self.seen.wrote(seq));
        Ok(batch)
    }

    /// The ledger of what was sent, as it stands on the disk, however damaged.
    ///
    /// # Errors
    /// When SQLite cannot read.
    pub fn ledger(&self) -> Result<Ledger, StoreError> {
        Ok(ledger::raw(self.conn.get()?)?)
    }

    /// Every change of a report and of the figures that its agency gave in its period, oldest first.
    ///
    /// # Errors
    /// When SQLite cannot read, or a change is none that this program wrote.
    pub fn log(&self, key: &ReportKey) -> Result<Vec<Logged>, StoreError> {
        changes::of_report(self.conn.get()?, key)
    }

    /// Does what is asked, as one transaction; `None` only for a refresh that finds nothing new.
    pub fn handle(&mut self, request: Request, now: DateTime<FixedOffset>) -> Option<Reply> {
        let answer = match request.clone() {
            Request::Save { record, draft } => self.save(record, draft.as_deref(), now).map(Some),
            Request::SaveDraft(draft) => self.save_draft(draft, now).map(Some),
            Request::DropDraft(key) => self.drop_draft(key).map(Some),
            Request::Undo => self.undo(now).map(Some),
            Request::SetMyAgency(agency) => self.set_my_agency(agency, now).map(Some),
            Request::SetInputMethod(method) => self.set_input_method(method).map(Some),
            Request::Refresh => self.refresh().map(|records| records.map(Reply::Refreshed)),
            Request::History(key) => self.log(&key).map(|log| Some(Reply::History(key, log))),
        };
        answer.unwrap_or_else(|error| {
            Some(Reply::Failed { request: Box::new(request), failure: error.failure() })
        })
    }

    fn save(
        &mut self,
        record: Record,
        draft: Option<&str>,
        now: DateTime<FixedOffset>,
    ) -> Result<Reply, StoreError> {
        let author = Author { user: &self.user, now };
        let tx = writing(&self.conn)?;
        match save::save(&tx, author, record.clone(), draft)? {
            Saving::Done(saved, seq) => {
                tx.commit()?;
                self.seen.wrote(seq);
                Ok(Reply::Saved(saved))
            }
            Saving::Conflict(theirs) => Ok(Reply::Conflict { mine: record, theirs }),
        }
    }

    fn save_draft(&mut self, mut draft: Draft, now: DateTime<FixedOffset>) -> Result<Reply, StoreError> {
        draft.at = now;
        let tx = writing(&self.conn)?;
        drafts::write(&tx, &self.user, &draft)?;
        tx.commit()?;
        Ok(Reply::DraftSaved { key: draft.key, at: now })
    }

    fn drop_draft(&mut self, key: String) -> Result<Reply, StoreError> {
        let tx = writing(&self.conn)?;
        drafts::delete(&tx, &self.user, &key)?;
        tx.commit()?;
        Ok(Reply::DraftDropped(key))
    }

    fn undo(&mut self, now: DateTime<FixedOffset>) -> Result<Reply, StoreError> {
        let author = Author { user: &self.user, now };
        let tx = writing(&self.conn)?;
        let (undone, seq) = undo::undo(&tx, author)?;
        tx.commit()?;
        seq.into_iter().for_each(|seq| self.seen.wrote(seq));
        Ok(Reply::Undone(undone))
    }

    fn set_my_agency(
        &mut self,
        agency: Option<AgencyId>,
        now: DateTime<FixedOffset>,
    ) -> Result<Reply, StoreError> {
        let author = Author { user: &self.user, now };
        let tx = writing(&self.conn)?;
        let seq = save::set_my_agency(&tx, author, agency.as_ref())?;
        tx.commit()?;
        seq.into_iter().for_each(|seq| self.seen.wrote(seq));
        Ok(Reply::MyAgency(agency))
    }

    fn set_input_method(&mut self, method: Option<InputMethod>) -> Result<Reply, StoreError> {
        let tx = writing(&self.conn)?;
        settings::set_input_method(&tx, &self.user, method)?;
        tx.commit()?;
        Ok(Reply::InputMethodKept)
    }

    /// The records, when another program changed them since they were last read here.
    fn refresh(&mut self) -> Result<Option<Records>, StoreError> {
        let conn = self.conn.get()?;
        let data_version = Some(data_version(conn)?);
        if data_version == self.seen.data_version {
            return Ok(None);
        }
        let tx = conn.unchecked_transaction()?;
        let newest = changes::newest(&tx)?;
        // Drafts of other users move the data version as well.
        let records = if newest == self.seen.change { None } else { Some(records::read(&tx)?) };
        self.seen = Seen { data_version, change: newest };
        Ok(records)
    }
}

impl Seen {
    /// Notes a change of our own; a gap before it is somebody else's and stays unread.
    fn wrote(&mut self, seq: i64) {
        if seq == self.change + 1 {
            self.change = seq;
        }
    }
}

/// Locks at once: a transaction that reads first and writes later fails without waiting
/// when another program wrote in between.
fn writing(link: &Link) -> Result<Transaction<'_>, StoreError> {
    Ok(Transaction::new_unchecked(link.get()?, TransactionBehavior::Immediate)?)
}

fn data_version(conn: &Connection) -> Result<i64, StoreError> {
    Ok(conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
}
