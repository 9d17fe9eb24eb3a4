//! The register of agencies in its tables.

use rusqlite::{Connection, Row, params};

use super::rows::{Grouped, grouped, insert_each, listed};
use super::values::Day;
use crate::domain::agency::{Agency, Group, Membership};
use crate::domain::ids::AgencyId;

/// Writes the agencies over their older selves, in the order given.
///
/// An agency that the register no longer has stays: a plan or an entry may still name it.
pub(super) fn write(conn: &Connection, agencies: &[Agency]) -> rusqlite::Result<()> {
    for (place, agency) in (0..).zip(agencies) {
        conn.prepare_cached("DELETE FROM agency WHERE id = ?1")?.execute([&agency.id])?;
        insert(conn, place, agency)?;
    }
    Ok(())
}

fn insert(conn: &Connection, place: i64, agency: &Agency) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO agency (id, place, name, short, kind, province, protocol_order, valid_from, valid_to,
                             group_extent, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
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
    ])?;
    insert_each(
        conn,
        "INSERT INTO agency_alias (agency, place, alias) VALUES (?1, ?2, ?3)",
        &agency.aliases,
        |place, alias| (&agency.id, place, alias),
    )?;
    let members = agency.group.as_ref().map_or(&[][..], |group| &group.members);
    insert_each(
        conn,
        "INSERT INTO group_member (agency_group, place, agency, valid_from, valid_to)
         VALUES (?1, ?2, ?3, ?4, ?5)",
        members,
        |place, m| (&agency.id, place, &m.agency, m.valid_from.map(Day), m.valid_to.map(Day)),
    )
}

/// Reads the whole register in its order.
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Vec<Agency>> {
    let mut aliases: Grouped<AgencyId, String> =
        grouped(conn, "SELECT agency, alias FROM agency_alias ORDER BY agency, place", |row| row.get(1))?;
    let mut members: Grouped<AgencyId, Membership> = grouped(
        conn,
        "SELECT agency_group, agency, valid_from, valid_to FROM group_member ORDER BY agency_group, place",
        membership,
    )?;
    listed(conn, "SELECT * FROM agency ORDER BY place, id", |row| {
        let mut agency = head(row)?;
        agency.aliases = aliases.remove(&agency.id).unwrap_or_default();
        if let Some(group) = &mut agency.group {
            group.members = members.remove(&agency.id).unwrap_or_default();
        }
        Ok(agency)
    })
}

fn head(row: &Row<'_>) -> rusqlite::Result<Agency> {
    let extent: Option<_> = row.get("group_extent")?;
    Ok(Agency {
        id: row.get("id")?,
        name: row.get("name")?,
        short: row.get("short")?,
        kind: row.get("kind")?,
        province: row.get("province")?,
        order: row.get("protocol_order")?,
        aliases: Vec::new(),
        valid_from: row.get::<_, Option<Day>>("valid_from")?.map(|day| day.0),
        valid_to: row.get::<_, Option<Day>>("valid_to")?.map(|day| day.0),
        group: extent.map(|extent| Group { extent, members: Vec::new() }),
        note: row.get("note")?,
    })
}

fn membership(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        agency: row.get("agency")?,
        valid_from: row.get::<_, Option<Day>>("valid_from")?.map(|day| day.0),
        valid_to: row.get::<_, Option<Day>>("valid_to")?.map(|day| day.0),
    })
}
