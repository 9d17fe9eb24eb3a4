//! Saving: the check that nobody saved meanwhile, the record, its change, and the draft that goes.

use rusqlite::Connection;

use super::changes::{self, Author, Change};
use super::error::StoreError;
use super::{drafts, records, settings};
use crate::domain::change::Record;
use crate::domain::ids::AgencyId;
use crate::domain::record::{Report, ReportState};

/// How a save ended.
pub(super) enum Saving {
    /// The record as it now stands, and the number of the change.
    Done(Record, i64),
    /// What somebody else saved meanwhile; nothing was written.
    Conflict(Record),
}

/// Saves a record within the caller's transaction.
///
/// Sending a report is a change of its own, after the change of its text: whoever takes the sending back has
/// the text again, as a draft to go on with.
pub(super) fn save(
    conn: &Connection,
    author: Author<'_>,
    mut record: Record,
    draft: Option<&str>,
) -> Result<Saving, StoreError> {
    if let Some(unsent) = before_sending(&record)
        && !is_saved(conn, &unsent)?
    {
        match save_once(conn, author, unsent, None)? {
            Saving::Done(saved, _) => *record.stamp_mut() = saved.stamp().clone(),
            conflict @ Saving::Conflict(_) => return Ok(conflict),
        }
    }
    save_once(conn, author, record, draft)
}

/// The same report before it is sent; `None` for what is not being sent.
fn before_sending(record: &Record) -> Option<Record> {
    let Record::Report(report) = record else { return None };
    // Nothing was written of a report that went on paper: there is no text to come back to.
    let written = [&report.results, &report.obstacles, &report.proposals].iter().any(|text| !text.is_empty());
    (is_sent(record) && written).then(|| {
        let annex = String::new();
        Record::Report(Report { state: ReportState::Draft, sent_at: None, annex, ..report.clone() })
    })
}

/// Whether a record stands as it is already: to save it again would be a change that undo shows nothing of.
fn is_saved(conn: &Connection, record: &Record) -> Result<bool, StoreError> {
    let Some(mut standing) = records::standing(conn, record)? else { return Ok(false) };
    *standing.stamp_mut() = record.stamp().clone();
    Ok(standing == *record)
}

/// Saves a record as one change.
///
/// What is sent is frozen: a save over a sent report is a conflict, whatever revision it was read at.
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
    let standing = records::standing(conn, &record)?;
    let stale = |s: &&Record| s.stamp().revision != record.stamp().revision || is_sent(s);
    if let Some(theirs) = standing.as_ref().filter(stale) {
        return Ok(Saving::Conflict(theirs.clone()));
    }
    if let Some(theirs) = records::rival(conn, &record)? {
        return Ok(Saving::Conflict(theirs));
    }
    let stamp = record.stamp_mut();
    stamp.revision += 1;
    stamp.by = author.user.to_owned();
    stamp.at = Some(author.now);
    records::write(conn, &mut record)?;
    if let Some(key) = draft {
        drafts::delete(conn, author.user, key)?;
    }
    let seq = log(conn, author, standing.as_ref(), &record)?;
    Ok(Saving::Done(record, seq))
}

fn is_sent(record: &Record) -> bool {
    matches!(record, Record::Report(report) if report.state == ReportState::Sent)
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
