//! Reading everything that the program starts from, as of one moment.

use std::collections::BTreeMap;
use std::rc::Rc;

use rusqlite::Connection;

use super::agency_ids::AgencyIds;
use super::values::Day;
use super::{agencies, calendar, drafts, plans, records, settings, successions};
use crate::domain::catalog::Catalog;
use crate::domain::change::Snapshot;
use crate::domain::ids::PlanId;
use crate::domain::occurrence::Tracking;
use crate::domain::shelf::Shelf;

/// Reads everything for `user`, within the caller's transaction.
pub(super) fn read(conn: &Connection, user: &str, shelf: Rc<dyn Shelf>) -> rusqlite::Result<Snapshot> {
    let ids = AgencyIds::default();
    let agencies = agencies::read(conn, &ids)?;
    Ok(Snapshot {
        catalog: Catalog::on(shelf, plans::read(conn, &ids)?, agencies)
            .with_successions(successions::read(conn)?),
        calendar: calendar::read(conn)?,
        records: records::read(conn)?,
        drafts: drafts::read(conn, user)?,
        my_agency: settings::my_agency(conn, user)?,
        input_method: settings::input_method(conn, user)?,
        tracked_from: tracked_from(conn)?,
        made_up: settings::is_made_up(conn)?,
    })
}

fn tracked_from(conn: &Connection) -> rusqlite::Result<BTreeMap<PlanId, Tracking>> {
    conn.prepare_cached("SELECT id, loaded_on FROM plan")?
        .query_map([], |row| Ok((row.get(0)?, Tracking::since(row.get::<_, Day>(1)?.0))))?
        .collect()
}
