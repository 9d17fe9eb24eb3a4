//! Reports in their table: one for each obligation, period and agency.

use rusqlite::{Connection, params, params_from_iter};

use super::agency_ids::AgencyIds;
use super::records::{known_id, stamp};
use super::rows::{self, Line};
use super::values::{DayOf, Instant, Json};
use super::wording;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Report, ReportHead, ReportKey, ReportQuery, ReportStanding, Stamp};
use crate::domain::schedule::Period;

/// Writes a report, over its older self when its id is known; answers the id.
pub(super) fn write(conn: &Connection, report: &Report) -> rusqlite::Result<i64> {
    let id = put(conn, report)?;
    wording::reword_report(conn, id)?;
    Ok(id)
}

fn put(conn: &Connection, report: &Report) -> rusqlite::Result<i64> {
    conn.prepare_cached(
        "INSERT INTO report (id, revision, saved_by, saved_at, obligation, period, agency, results, obstacles,
                             proposals, evidence, state, author, remark, sent_at, sealed, received_at, issued,
                             enclosed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET
             revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
             obligation = excluded.obligation, period = excluded.period, agency = excluded.agency,
             results = excluded.results, obstacles = excluded.obstacles, proposals = excluded.proposals,
             evidence = excluded.evidence, state = excluded.state, author = excluded.author,
             remark = excluded.remark, sent_at = excluded.sent_at, sealed = excluded.sealed,
             received_at = excluded.received_at, issued = excluded.issued, enclosed = excluded.enclosed
         RETURNING id",
    )?
    .query_row(
        params![
            known_id(&report.stamp),
            report.stamp.revision,
            report.stamp.by,
            report.stamp.at.map(Instant),
            report.obligation,
            report.period,
            report.agency,
            report.results,
            report.obstacles,
            report.proposals,
            report.evidence,
            report.state,
            report.author,
            report.remark,
            report.sent_at.map(Instant),
            report.sealed.as_ref().map(Json),
            report.received_at.map(Instant),
            report.issued.as_ref().map(Json),
            Json(&report.enclosed),
        ],
        |row| row.get(0),
    )
}

/// The report, under another id, that already answers the same obligation for the same period and agency.
pub(super) fn rival(conn: &Connection, report: &Report) -> rusqlite::Result<Option<Report>> {
    let sql = "SELECT * FROM report WHERE obligation = ?1 AND period = ?2 AND agency = ?3 AND id IS NOT ?4";
    let wanted = (&report.obligation, report.period, &report.agency, known_id(&report.stamp));
    rows::one(conn, sql, wanted, read)
}

/// The report with this key.
pub(super) fn one(conn: &Connection, key: &ReportKey) -> rusqlite::Result<Option<Report>> {
    let sql = "SELECT * FROM report WHERE obligation = ?1 AND period = ?2 AND agency = ?3";
    rows::one(conn, sql, (&key.obligation, key.period, &key.agency), read)
}

/// The report with this key, if it is out of its author's hands.
pub(super) fn closed(conn: &Connection, key: &ReportKey) -> rusqlite::Result<Option<Report>> {
    Ok(one(conn, key)?.filter(|report| !report.state.is_open()))
}

/// How far reports have come, in the order in which they were first saved.
pub(super) fn heads(conn: &Connection, wanted: &ReportQuery) -> rusqlite::Result<Vec<ReportHead>> {
    let Wanted { condition, values } = Wanted::of(wanted);
    let mut heads = rows::all(conn, &heads_where(&condition), params_from_iter(values), head)?;
    // Here and not in SQLite, which would sort by a table of its own.
    heads.sort_by_key(|head| head.stamp.id);
    Ok(heads)
}

/// The statement for the heads of reports.
pub(super) fn heads_where(condition: &str) -> String {
    format!("SELECT * FROM report_head WHERE {condition}")
}

/// Reads a head by the places of the view's columns: there are many of them at once.
fn head(row: &Line<'_>) -> rusqlite::Result<ReportHead> {
    Ok(ReportHead {
        stamp: Stamp {
            id: row.get(0)?,
            revision: row.get(1)?,
            by: row.get(2)?,
            at: row.get::<_, Option<Instant>>(3)?.map(|instant| instant.0),
        },
        obligation: row.get(4)?,
        period: row.get(5)?,
        agency: row.get(6)?,
        state: row.get(7)?,
        sent_at: row.get::<_, Option<Instant>>(8)?.map(|instant| instant.0),
        sealed: row.get(9)?,
        written: [row.get(10)?, row.get(11)?, row.get(12)?, row.get(13)?],
    })
}

/// How far all reports under an obligation stand.
pub(super) fn standings_under(
    conn: &Connection,
    obligation: &ItemId,
    ids: &AgencyIds,
) -> rusqlite::Result<Vec<ReportStanding>> {
    rows::all(conn, STANDINGS_UNDER, [obligation], |row| standing(row, ids))
}

/// How far the reports under an obligation for a period stand.
pub(super) fn standings_in(
    conn: &Connection,
    obligation: &ItemId,
    period: Period,
    ids: &AgencyIds,
) -> rusqlite::Result<Vec<ReportStanding>> {
    rows::all(conn, STANDINGS_IN, (obligation, period), |row| standing(row, ids))
}

/// How far all reports of an agency stand, each with its obligation.
pub(super) fn standings_by(
    conn: &Connection,
    agency: &AgencyId,
    ids: &AgencyIds,
) -> rusqlite::Result<Vec<(ItemId, ReportStanding)>> {
    rows::all(conn, STANDINGS_BY, [agency], |row| Ok((row.get(6)?, standing(row, ids)?)))
}

/// A statement for what is read of many reports, in the places of `standing`: its index holds all of it.
macro_rules! standings_where {
    ($condition:literal) => {
        concat!(
            "SELECT period, agency, state, sent_at, saved_at, sealed IS NOT NULL, obligation FROM report WHERE ",
            $condition
        )
    };
}

pub(super) const STANDINGS_UNDER: &str = standings_where!("obligation = ?1");
pub(super) const STANDINGS_IN: &str = standings_where!("obligation = ?1 AND period = ?2");
pub(super) const STANDINGS_BY: &str = standings_where!("agency = ?1");

fn standing(row: &Line<'_>, ids: &AgencyIds) -> rusqlite::Result<ReportStanding> {
    Ok(ReportStanding {
        period: row.get(0)?,
        agency: ids.agency(row, 1)?,
        state: row.get(2)?,
        sent_on: row.get::<_, Option<DayOf>>(3)?.map(|day| day.0),
        saved_on: row.get::<_, Option<DayOf>>(4)?.map(|day| day.0),
        sealed: row.get(5)?,
    })
}

/// A query as a condition on the columns `obligation`, `period` and `agency`.
pub(super) struct Wanted {
    /// For WHERE, with `?` for each of the values.
    pub condition: String,
    /// The values.
    pub values: Vec<String>,
}

impl Wanted {
    /// What is asked for.
    pub(super) fn of(query: &ReportQuery) -> Self {
        let mut found = Self { condition: "TRUE".to_owned(), values: Vec::new() };
        if let Some(obligation) = &query.obligation {
            found.add("obligation = ?", obligation.to_string());
        }
        if let Some(period) = query.period {
            found.add("period = ?", period.to_string());
        }
        if let Some(year) = query.year {
            // Every period begins with its year: 2026, 2026-Q4, 2026-10.
            found.add("substr(period, 1, 4) = ?", year.to_string());
        }
        if let Some(agency) = &query.agency {
            found.add("agency = ?", agency.to_string());
        }
        found
    }

    fn add(&mut self, condition: &str, value: String) {
        self.condition.push_str(" AND ");
        self.condition.push_str(condition);
        self.values.push(value);
    }
}

/// Reads a report from a row of the table.
pub(super) fn read(row: &Line<'_>) -> rusqlite::Result<Report> {
    Ok(Report {
        stamp: stamp(row)?,
        obligation: row.get("obligation")?,
        period: row.get("period")?,
        agency: row.get("agency")?,
        results: row.get("results")?,
        obstacles: row.get("obstacles")?,
        proposals: row.get("proposals")?,
        evidence: row.get("evidence")?,
        state: row.get("state")?,
        author: row.get("author")?,
        remark: row.get("remark")?,
        sent_at: row.get::<_, Option<Instant>>("sent_at")?.map(|instant| instant.0),
        sealed: row.get::<_, Option<Json<_>>>("sealed")?.map(|json| json.0),
        received_at: row.get::<_, Option<Instant>>("received_at")?.map(|instant| instant.0),
        issued: row.get::<_, Option<Json<_>>>("issued")?.map(|json| json.0),
        enclosed: row.get::<_, Json<_>>("enclosed")?.0,
    })
}
