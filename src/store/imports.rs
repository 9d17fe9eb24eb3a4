//! Agencies that a user loads from a file: one transaction, one change, taken back as a whole.

use serde::{Deserialize, Serialize};

use rusqlite::Connection;

use super::agencies::{self, Origin};
use super::agency_ids::AgencyIds;
use super::changes::{self, Author, Change};
use super::error::StoreError;
use super::wording;
use crate::domain::agency::{Agency, Membership};
use crate::domain::ids::AgencyId;

/// The table, as changes name it; the row of a change is the group, or nothing.
pub(super) const TABLE: &str = "agency";

/// What came of loading a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Agencies that are new.
    pub added: usize,
    /// Agencies that were there and read otherwise.
    pub changed: usize,
    /// Agencies that stand as they stood.
    pub same: usize,
    /// Members that the group has from files by now; 0 without a group.
    pub members: usize,
}

/// Some of what users loaded, as it stood at one moment.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct State {
    agencies: Vec<Agency>,
    group: Option<AgencyId>,
    members: Vec<Membership>,
}

/// Writes agencies, as members of `group` for their own dates when one is given, within the caller's transaction.
///
/// Answers the number of the change; `None` when everything stands already.
pub(super) fn import(
    conn: &Connection,
    author: Author<'_>,
    agencies: &[Agency],
    group: Option<&AgencyId>,
) -> Result<(Imported, Option<i64>), StoreError> {
    let register = agencies::read(conn, &AgencyIds::default())?;
    let known = |id: &AgencyId| register.iter().find(|agency| agency.id == *id);
    let mut done = Imported::default();
    let mut old = State { group: group.cloned(), ..State::default() };
    for agency in agencies {
        match known(&agency.id) {
            None => done.added += 1,
            Some(before) if before == agency => done.same += 1,
            Some(_) => done.changed += 1,
        }
        old.agencies.extend(known(&agency.id).cloned());
    }
    let members = match group {
        Some(group) => {
            old.members = agencies::added_members(conn, group)?;
            joined(&old.members, agencies)
        }
        None => Vec::new(),
    };
    done.members = members.len();
    if done.added + done.changed == 0 && members == old.members {
        return Ok((done, None));
    }
    let new = State { agencies: agencies.to_vec(), group: group.cloned(), members };
    let names = agencies::short_names(conn)?;
    write(conn, &new)?;
    wording::reword_renamed(conn, &names)?;
    let change = Change {
        table: TABLE.to_owned(),
        row: group.map(ToString::to_string).unwrap_or_default(),
        old: Some(serde_json::to_string(&old)?),
        new: Some(serde_json::to_string(&new)?),
        undo_of: None,
    };
    Ok((done, Some(changes::add(conn, author, &change)?)))
}

/// The members of before, and the agencies of the file for their own dates.
fn joined(before: &[Membership], agencies: &[Agency]) -> Vec<Membership> {
    let mut members = before.to_vec();
    for agency in agencies {
        let (valid_from, valid_to) = (agency.valid_from, agency.valid_to);
        let member = Membership { agency: agency.id.clone(), valid_from, valid_to };
        match members.iter_mut().find(|old| old.agency == agency.id) {
            Some(place) => *place = member,
            None => members.push(member),
        }
    }
    members
}

fn write(conn: &Connection, state: &State) -> rusqlite::Result<()> {
    for agency in &state.agencies {
        agencies::put(conn, i64::from(agency.order), agency, Origin::User)?;
    }
    match &state.group {
        Some(group) => agencies::put_members(conn, group, &state.members, Origin::User),
        None => Ok(()),
    }
}

/// Takes a loading back: what was new goes, what was there reads as before.
pub(super) fn undo(conn: &Connection, change: &Change) -> Result<(), StoreError> {
    let state = |text: &Option<String>| serde_json::from_str::<State>(text.as_deref().unwrap_or("{}"));
    let (old, new) = (state(&change.old)?, state(&change.new)?);
    let names = agencies::short_names(conn)?;
    for agency in &new.agencies {
        if old.agencies.iter().all(|before| before.id != agency.id) {
            agencies::forget(conn, &agency.id)?;
        }
    }
    write(conn, &old)?;
    Ok(wording::reword_renamed(conn, &names)?)
}
