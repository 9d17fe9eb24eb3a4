//! The register of agencies in its tables.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::agency_ids::AgencyIds;
use super::rows::{self, Grouped, Line, grouped, insert_each, listed};
use super::values::Day;
use crate::domain::agency::{Agency, Group, Membership};
use crate::domain::ids::AgencyId;

/// Where a row came from: the program, or a file that a user loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Bundled,
    User,
}

impl Origin {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Bundled => "bundled",
            Self::User => "user",
        }
    }
}

/// Writes the bundled agencies over their older selves, in the order given.
///
/// An agency that the register no longer has stays: a plan or an entry may still name it. What users loaded
/// stays as well, and the members that they added to a group.
pub(super) fn write(conn: &Connection, agencies: &[Agency]) -> rusqlite::Result<()> {
    (0..).zip(agencies).try_for_each(|(place, agency)| put(conn, place, agency, Origin::Bundled))
}

/// Writes an agency over its older self; one of the other origin under this id is left alone.
pub(super) fn put(conn: &Connection, place: i64, agency: &Agency, origin: Origin) -> rusqlite::Result<()> {
    let written = conn
        .prepare_cached(
            "INSERT INTO agency (id, place, name, short, kind, province, protocol_order, valid_from, valid_to,
                                 group_extent, note, origin)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
             ON CONFLICT (id) DO UPDATE SET
                 place = excluded.place, name = excluded.name, short = excluded.short, kind = excluded.kind,
                 province = excluded.province, protocol_order = excluded.protocol_order,
                 valid_from = excluded.valid_from, valid_to = excluded.valid_to,
                 group_extent = excluded.group_extent, note = excluded.note
             WHERE origin = excluded.origin",
        )?
        .execute(params![
            agency.id,
            place,
            agency.name,
            agency.short,
            agency.kind,
            agency.province,
            agency.order,
            agency.valid_from.map(Day),
            agency.valid_to.map(Day),
            agency.group.as_ref().map(|group| group.extent),
            agency.note,
            origin.code(),
        ])?;
    if written == 0 {
        return Ok(());
    }
    conn.prepare_cached("DELETE FROM agency_alias WHERE agency = ?1")?.execute([&agency.id])?;
    insert_each(
        conn,
        "INSERT INTO agency_alias (agency, place, alias) VALUES (?1, ?2, ?3)",
        &agency.aliases,
        |place, alias| (&agency.id, place, alias),
    )?;
    let members = agency.group.as_ref().map_or(&[][..], |group| &group.members);
    put_members(conn, &agency.id, members, origin)
}

/// Writes the members of one origin in the place of all that it gave before.
pub(super) fn put_members(
    conn: &Connection,
    group: &AgencyId,
    members: &[Membership],
    origin: Origin,
) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM group_member WHERE agency_group = ?1 AND origin = ?2")?
        .execute((group, origin.code()))?;
    insert_each(
        conn,
        "INSERT INTO group_member (agency_group, place, agency, valid_from, valid_to, origin)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        members,
        |place, m| (group, place, &m.agency, m.valid_from.map(Day), m.valid_to.map(Day), origin.code()),
    )
}

/// The members that users added to a group.
pub(super) fn added_members(conn: &Connection, group: &AgencyId) -> rusqlite::Result<Vec<Membership>> {
    let sql = "SELECT agency_group, agency, valid_from, valid_to FROM group_member
               WHERE agency_group = ?1 AND origin = 'user' ORDER BY place";
    let ids = AgencyIds::default();
    rows::all(conn, sql, [group], |row| membership(row, &ids))
}

/// Forgets an agency that a user loaded.
pub(super) fn forget(conn: &Connection, agency: &AgencyId) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM agency WHERE id = ?1 AND origin = 'user'")?.execute([agency])?;
    Ok(())
}

/// The short name of every agency.
pub(super) fn short_names(conn: &Connection) -> rusqlite::Result<HashMap<AgencyId, String>> {
    let mut names = conn.prepare_cached("SELECT id, short FROM agency")?;
    names.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Reads the whole register in its order.
pub(super) fn read(conn: &Connection, ids: &AgencyIds) -> rusqlite::Result<Vec<Agency>> {
    let aliases = "SELECT agency, alias FROM agency_alias ORDER BY agency, place";
    let mut aliases: Grouped<AgencyId, String> = grouped(conn, aliases, (), |row| row.get(1))?;
    let mut members: Grouped<AgencyId, Membership> = grouped(
        conn,
        "SELECT agency_group, agency, valid_from, valid_to FROM group_member
         ORDER BY agency_group, origin, place",
        (),
        |row| membership(row, ids),
    )?;
    let mut agencies: Vec<(i64, Agency)> = listed(conn, HEADS, |row| {
        let mut agency = head(row, ids)?;
        agency.aliases = aliases.remove(&agency.id).unwrap_or_default();
        if let Some(group) = &mut agency.group {
            group.members = members.remove(&agency.id).unwrap_or_default();
        }
        Ok((row.get(10)?, agency))
    })?;
    agencies.sort_by_key(|(place, _)| *place);
    Ok(agencies.into_iter().map(|(_, agency)| agency).collect())
}

/// All agencies without their lists. There are hundreds at every start: columns are read by place, and put in order
/// outside, for SQLite would write each row once more to sort them.
const HEADS: &str = "
    SELECT id, name, short, kind, province, protocol_order, valid_from, valid_to, group_extent, note, place
    FROM agency ORDER BY id";

fn head(row: &Line<'_>, ids: &AgencyIds) -> rusqlite::Result<Agency> {
    let extent: Option<_> = row.get(8)?;
    Ok(Agency {
        id: ids.agency(row, 0)?,
        name: row.get(1)?,
        short: row.get(2)?,
        kind: row.get(3)?,
        province: row.get(4)?,
        order: row.get(5)?,
        aliases: Vec::new(),
        valid_from: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
        valid_to: row.get::<_, Option<Day>>(7)?.map(|day| day.0),
        group: extent.map(|extent| Group { extent, members: Vec::new() }),
        note: row.get(9)?,
    })
}

/// Reads a member behind the column of its group.
fn membership(row: &Line<'_>, ids: &AgencyIds) -> rusqlite::Result<Membership> {
    Ok(Membership {
        agency: ids.agency(row, 1)?,
        valid_from: row.get::<_, Option<Day>>(2)?.map(|day| day.0),
        valid_to: row.get::<_, Option<Day>>(3)?.map(|day| day.0),
    })
}
