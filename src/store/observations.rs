//! Observations in their table.

use rusqlite::{Connection, params};

use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{Day, Instant};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::Observation;

/// Writes an observation, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, observation: &Observation) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO observation (id, revision, saved_by, saved_at, target, agency, as_of, value, numerator,
                                  denominator, quality, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             target = excluded.target, agency = excluded.agency, as_of = excluded.as_of,
             value = excluded.value, numerator = excluded.numerator, denominator = excluded.denominator,
             quality = excluded.quality, source = excluded.source
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&observation.stamp),
            observation.stamp.revision,
            observation.stamp.by,
            observation.stamp.at.map(Instant),
            observation.target,
            observation.agency,
            Day(observation.as_of),
            observation.value,
            observation.numerator,
            observation.denominator,
            observation.quality,
            observation.source,
        ],
        |row| row.get(0),
    )
}

/// The figures of a target, of all agencies and of one.
pub(super) const OF_TARGET: &str = "SELECT * FROM observation WHERE target = ?1";
pub(super) const OF_TARGET_BY: &str = "SELECT * FROM observation WHERE target = ?1 AND agency = ?2";

/// The figures of a target, in the order in which they were first saved: of one agency, or of all.
pub(super) fn of_target(
    conn: &Connection,
    target: &ItemId,
    agency: Option<&AgencyId>,
) -> rusqlite::Result<Vec<Observation>> {
    let figures = match agency {
        Some(agency) => rows::all(conn, OF_TARGET_BY, (target, agency), read),
        None => rows::all(conn, OF_TARGET, [target], read),
    };
    let mut figures = figures?;
    figures.sort_by_key(|figure| figure.stamp.id);
    Ok(figures)
}

/// Reads an observation from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<Observation> {
    Ok(Observation {
        stamp: stamp(row)?,
        target: row.get("target")?,
        agency: row.get("agency")?,
        as_of: row.get::<_, Day>("as_of")?.0,
        value: row.get("value")?,
        numerator: row.get("numerator")?,
        denominator: row.get("denominator")?,
        quality: row.get("quality")?,
        source: row.get("source")?,
    })
}
