//! What users settled about compiled reports, in its table: one for each report.

use rusqlite::{Connection, params};

use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{Instant, Json};
use crate::domain::compilation::Compilation;
use crate::domain::record::ReportKey;

/// Writes a compilation, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, compilation: &Compilation) -> rusqlite::Result<i64> {
    let ReportKey { obligation, period, agency } = &compilation.key;
    conn.prepare_cached(
        "INSERT INTO compilation (id, revision, saved_by, saved_at, obligation, period, agency, pieces, left_out)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             obligation = excluded.obligation, period = excluded.period, agency = excluded.agency,
             pieces = excluded.pieces, left_out = excluded.left_out
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&compilation.stamp),
            compilation.stamp.revision,
            compilation.stamp.by,
            compilation.stamp.at.map(Instant),
            obligation,
            period,
            agency,
            Json(&compilation.pieces),
            Json(&compilation.left_out),
        ],
        |row| row.get(0),
    )
}

/// The compilation, under another id, of the same report.
pub(super) fn rival(conn: &Connection, compilation: &Compilation) -> rusqlite::Result<Option<Compilation>> {
    let ReportKey { obligation, period, agency } = &compilation.key;
    let sql =
        "SELECT * FROM compilation WHERE obligation = ?1 AND period = ?2 AND agency = ?3 AND id IS NOT ?4";
    let wanted = (obligation, period, agency, known_id(&compilation.stamp));
    rows::one(conn, sql, wanted, read)
}

/// Reads a compilation from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<Compilation> {
    Ok(Compilation {
        stamp: stamp(row)?,
        key: ReportKey {
            obligation: row.get("obligation")?,
            period: row.get("period")?,
            agency: row.get("agency")?,
        },
        pieces: row.get::<_, Json<_>>("pieces")?.0,
        left_out: row.get::<_, Json<_>>("left_out")?.0,
    })
}
