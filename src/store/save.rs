//! Saving: the check that nobody saved meanwhile, the record, its change, and the draft that goes.
//!
//! A report that is sent is sealed here, in the same transaction: it is on the ledger, or it is not sent.

use rusqlite::Connection;

use super::changes::{self, Author, Change};
use super::error::StoreError;
use super::{drafts, ledger, records, reports, settings};
use crate::domain::change::Record;
use crate::domain::ids::AgencyId;
use crate::domain::record::{Report, StepFault, check_step};

/// How a save ended.
pub(super) enum Saving {
    /// The record as it now stands, and the number of the change.
    Done(Record, i64),
    /// What somebody else saved meanwhile; nothing was written.
    Conflict(Record),
}

/// Saves a record within the caller's transaction.
///
/// A step of a report is a change of its own, after the change of its text: whoever takes the step back has the text
/// again, to go on with.
pub(super) fn save(
    conn: &Connection,
    author: Author<'_>,
    mut record: Record,
    draft: Option<&str>,
) -> Result<Saving, StoreError> {
    if let Some(text) = before_step(conn, &record)? {
        match save_once(conn, author, text, None)? {
            Saving::Done(saved, _) => *record.stamp_mut() = saved.stamp().clone(),
            conflict @ Saving::Conflict(_) => return Ok(conflict),
        }
    }
    save_once(conn, author, record, draft)
}

/// What stands, with the new text of a report that takes a step; `None`: nothing new is written.
fn before_step(conn: &Connection, record: &Record) -> Result<Option<Record>, StoreError> {
    let Record::Report(report) = record else { return Ok(None) };
    let standing = match records::standing(conn, record)? {
        Some(Record::Report(standing)) => standing,
        _ => Report::blank(&report.key()),
    };
    // What is approved is never rewritten on the way.
    let approved = report.is_sent() && report.sealed.is_some();
    if approved || standing.state == report.state || standing.says_the_same(report) || standing.is_sent() {
        return Ok(None);
    }
    let [results, obstacles, proposals, evidence] = report.texts().map(str::to_owned);
    let stamp = report.stamp.clone();
    let enclosed = standing.enclosed.with_answers_of(&report.enclosed);
    Ok(Some(Record::Report(Report { stamp, results, obstacles, proposals, evidence, enclosed, ..standing })))
}

/// Saves a record as one change.
///
/// What is sent is frozen: to write over a sent report is a conflict, whatever revision it was read at.
/// Revision 0 is a new record. A record that is gone, because its first save was taken back meanwhile,
/// is written again: nothing of anybody else is lost by it.
fn save_once(
    conn: &Connection,
    author: Author<'_>,
    mut record: Record,
    draft: Option<&str>,
) -> Result<Saving, StoreError> {
    if record.stamp().revision == 0 {
        record.stamp_mut().id = 0;
    }
    if let Record::Compilation(choice) = &record
        && reports::closed(conn, &choice.key)?.is_some()
    {
        // What was submitted was made by the choice that stands.
        return Err(StoreError::Step(StepFault::Frozen));
    }
    let standing = records::standing(conn, &record)?;
    let stale = |s: &&Record| s.stamp().revision != record.stamp().revision;
    if let Some(theirs) = standing.as_ref().filter(stale) {
        return Ok(Saving::Conflict(theirs.clone()));
    }
    let sends = match step(standing.as_ref(), &record) {
        Ok(sends) => sends,
        Err(fault) => return refused(standing, fault),
    };
    if let Some(theirs) = records::rival(conn, &record)? {
        return Ok(Saving::Conflict(theirs));
    }
    let stamp = record.stamp_mut();
    stamp.revision += 1;
    stamp.by = author.user.to_owned();
    stamp.at = Some(author.now);
    if let (true, Record::Report(report)) = (sends, &mut record) {
        ledger::close(conn, author, report)?;
    }
    records::write(conn, &mut record)?;
    if let (true, Record::Report(report)) = (sends, &record) {
        ledger::add(conn, report)?;
    }
    if let Some(key) = draft {
        drafts::delete(conn, author.user, key)?;
    }
    let seq = log(conn, author, standing.as_ref(), &record)?;
    Ok(Saving::Done(record, seq))
}

/// Who writes over what is sent is shown what was sent; every other fault is told.
fn refused(standing: Option<Record>, fault: StepFault) -> Result<Saving, StoreError> {
    match (standing, fault) {
        (Some(theirs), StepFault::Frozen) => Ok(Saving::Conflict(theirs)),
        (_, fault) => Err(StoreError::Step(fault)),
    }
}

/// Whether the record is a report that is being sent.
///
/// # Errors
/// When it may not take the step.
fn step(standing: Option<&Record>, record: &Record) -> Result<bool, StepFault> {
    let Record::Report(report) = record else { return Ok(false) };
    let old = match standing {
        Some(Record::Report(old)) => Some(old),
        _ => None,
    };
    check_step(old, report)?;
    Ok(report.is_sent() && report.sealed.is_some() && !old.is_some_and(Report::is_sent))
}

fn log(conn: &Connection, author: Author<'_>, old: Option<&Record>, new: &Record) -> Result<i64, StoreError> {
    let change = Change {
        table: records::table(new).to_owned(),
        row: new.stamp().id.to_string(),
        old: old.map(serde_json::to_string).transpose()?,
        new: Some(serde_json::to_string(new)?),
        undo_of: None,
    };
    Ok(changes::add(conn, author, &change)?)
}

/// Chooses the user's own agency; answers the number of the change, `None` when nothing changes.
pub(super) fn set_my_agency(
    conn: &Connection,
    author: Author<'_>,
    agency: Option<&AgencyId>,
) -> Result<Option<i64>, StoreError> {
    let old = settings::my_agency(conn, author.user)?;
    if old.as_ref() == agency {
        return Ok(None);
    }
    settings::set_my_agency(conn, author.user, agency)?;
    let change = Change {
        table: settings::TABLE.to_owned(),
        row: settings::MY_AGENCY.to_owned(),
        old: old.as_ref().map(serde_json::to_string).transpose()?,
        new: agency.map(serde_json::to_string).transpose()?,
        undo_of: None,
    };
    Ok(Some(changes::add(conn, author, &change)?))
}
