//! The ledger of what was sent: every version as it was sent, each sealed over the one before.

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::changes::Author;
use super::reports::Wanted;
use super::rows::{self, Line, listed};
use super::values::Json;
use crate::domain::ledger::{Ledger, LedgerRow};
use crate::domain::record::{Report, ReportQuery, Sealed, seal};

/// Seals a version that is being sent: its place in the ledger, its version, the instant, the seal.
pub(super) fn close(conn: &Connection, author: Author<'_>, report: &mut Report) -> rusqlite::Result<()> {
    let last: Option<Sealed> = conn
        .prepare_cached("SELECT body FROM submission ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok(row.get::<_, Json<Report>>(0)?.0.sealed))
        .optional()?
        .flatten();
    let (number, previous) = last.map(|last| (last.number, last.hash)).unwrap_or_default();
    let asked = report.sealed.take().unwrap_or_else(|| Sealed::asked("", None));
    report.sent_at = Some(author.now);
    report.received_at = None;
    report.remark.clear();
    let mut sealed = Sealed {
        number: number + 1,
        version: versions(conn, report)? + 1,
        by: author.user.to_owned(),
        previous,
        ..asked
    };
    sealed.hash = seal(report, &sealed);
    report.sealed = Some(sealed);
    Ok(())
}

/// Adds a version that was closed to the ledger.
pub(super) fn add(conn: &Connection, report: &Report) -> rusqlite::Result<()> {
    let Some(sealed) = &report.sealed else { return Ok(()) };
    conn.prepare_cached(
        "INSERT INTO submission (number, obligation, period, agency, version, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        sealed.number,
        &report.obligation,
        report.period,
        &report.agency,
        sealed.version,
        Json(report),
    ))?;
    Ok(())
}

/// The versions that were sent, oldest first.
pub(super) fn sent(conn: &Connection, wanted: &ReportQuery) -> rusqlite::Result<Vec<Report>> {
    let Wanted { condition, values } = Wanted::of(wanted);
    rows::all(conn, &sent_where(&condition), params_from_iter(values), body).map(in_order)
}

/// The statement for versions.
pub(super) fn sent_where(condition: &str) -> String {
    format!("SELECT body FROM submission WHERE {condition}")
}

/// By their places; here and not in SQLite, which would sort by a table of its own.
fn in_order(mut sent: Vec<Report>) -> Vec<Report> {
    sent.sort_by_key(|report| report.sealed.as_ref().map(|sealed| sealed.number));
    sent
}

/// The version at a place of the ledger.
pub(super) fn numbered(conn: &Connection, number: i64) -> rusqlite::Result<Option<Report>> {
    rows::one(conn, "SELECT body FROM submission WHERE number = ?1", [number], body)
}

fn body(row: &Line<'_>) -> rusqlite::Result<Report> {
    Ok(row.get::<_, Json<_>>(0)?.0)
}

/// The ledger without trust in what it says, with what the reports say of it.
pub(super) fn raw(conn: &Connection) -> rusqlite::Result<Ledger> {
    let rows = listed(
        conn,
        "SELECT number, s.obligation, s.period, s.agency, version, body, r.id FROM submission s
         LEFT JOIN report r ON (r.obligation, r.period, r.agency) = (s.obligation, s.period, s.agency)
         ORDER BY number",
        |row| {
            let place = [row.get(1)?, row.get(2)?, row.get(3)?];
            let (number, version) = (row.get(0)?, row.get(4)?);
            Ok(LedgerRow { number, place, version, body: row.get(5)?, report: row.get(6)? })
        },
    )?;
    let claims = listed(conn, "SELECT sealed FROM report WHERE sealed IS NOT NULL ORDER BY id", |row| {
        let sealed: Sealed = row.get::<_, Json<_>>(0)?.0;
        Ok((sealed.number, sealed.hash))
    })?;
    Ok(Ledger { rows, claims })
}

/// How many versions of a report were sent.
fn versions(conn: &Connection, report: &Report) -> rusqlite::Result<u32> {
    conn.prepare_cached(
        "SELECT count(*) FROM submission WHERE obligation = ?1 AND period = ?2 AND agency = ?3",
    )?
    .query_row((&report.obligation, report.period, &report.agency), |row| row.get(0))
}
