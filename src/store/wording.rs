//! The words by which the search finds clauses, report obligations, tasks, targets and reports: written with every plan,
//! progress entry and report.
//!
//! Agencies and plans are few, and found in the memory. Whoever reads what stands here is in `finding`.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use rusqlite::{Connection, Params};

use super::index::Kind;
use super::rows;
use super::values::Json;
use super::{agencies, reports};
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::plan::Plan;
use crate::domain::record::{ProgressEntry, Report};
use crate::domain::schedule::Rule;
use crate::domain::task::Task;
use crate::text::fold::{fold, with_marks};
use crate::text::words::Lang;

/// The numbers of reports follow those of all plans.
const REPORTS: i64 = 1 << 60;

/// The number of a report.
pub(super) fn number_of(report: i64) -> i64 {
    REPORTS + report
}

/// The report that has a number; `None`: something in a plan has it.
pub(super) fn report_of(no: i64) -> Option<i64> {
    (no >= REPORTS).then(|| no - REPORTS)
}

/// The name under which what is called like that is found: words parted by one space.
pub(super) fn name_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// Takes everything out.
pub(super) fn clear(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("INSERT INTO shelf_exact (shelf_exact) VALUES ('delete-all')", [])?;
    conn.execute("INSERT INTO shelf_folded (shelf_folded) VALUES ('delete-all')", [])?;
    conn.execute("DELETE FROM shelf_name", []).map(drop)
}

/// Takes out what has these numbers.
pub(super) fn remove(conn: &Connection, numbers: RangeInclusive<i64>) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM shelf_exact WHERE rowid BETWEEN ?1 AND ?2",
        "DELETE FROM shelf_folded WHERE rowid BETWEEN ?1 AND ?2",
        "DELETE FROM shelf_name WHERE no BETWEEN ?1 AND ?2",
    ] {
        conn.prepare_cached(sql)?.execute((numbers.start(), numbers.end()))?;
    }
    Ok(())
}

/// Adds the clauses, report obligations and targets of a plan that the database holds by now.
pub(super) fn add_plan(conn: &Connection, plan: &Plan, plan_no: i64) -> rusqlite::Result<()> {
    // What belongs to a heading without a number has a path that nobody types.
    let clauses = "SELECT place, heading, path FROM clause WHERE plan = ?1 AND instr(path, '#') = 0";
    for (no, heading, path) in listed(conn, clauses, plan, Kind::Clause.first(plan_no))? {
        add(conn, no, &format!("{heading} {} {path}", plan.short))?;
        conn.prepare_cached("INSERT INTO shelf_name (no, name) VALUES (?1, ?2)")?
            .execute((no, name_of(fold(&path).split_whitespace())))?;
    }
    for (kind, sql) in [
        (Kind::Obligation, "SELECT place, title, clause FROM obligation WHERE plan = ?1"),
        (Kind::Target, "SELECT place, indicator, clause FROM target WHERE plan = ?1"),
    ] {
        for (no, title, clause) in listed(conn, sql, plan, kind.first(plan_no))? {
            add(conn, no, &format!("{title} {} {clause}", plan.short))?;
        }
    }
    Ok(())
}

/// Number, title and clause of what a statement finds in a plan.
fn listed(
    conn: &Connection,
    sql: &str,
    plan: &Plan,
    first: i64,
) -> rusqlite::Result<Vec<(i64, String, String)>> {
    rows::all(conn, sql, [&plan.id], |row| Ok((first + row.get::<_, i64>(0)?, row.get(1)?, row.get(2)?)))
}

/// Adds a task, with what was entered on it.
pub(super) fn add_task(
    conn: &Connection,
    no: i64,
    plan: &Plan,
    task: &Task,
    entries: &[ProgressEntry],
) -> rusqlite::Result<()> {
    let mut text = format!("{} {} {}", task.title, plan.short, task.clause);
    for entry in entries {
        for part in [&entry.result, &entry.obstacle, &entry.proposal, &entry.evidence] {
            text.push(' ');
            text.push_str(part);
        }
    }
    add(conn, no, &text)
}

/// Adds all reports.
pub(super) fn add_reports(conn: &Connection) -> rusqlite::Result<()> {
    reword_reports(conn, "SELECT id FROM report", [])
}

/// Notes anew the words of the reports on a plan, which are named by its obligations.
pub(super) fn reword_reports_on(conn: &Connection, plan: &PlanId) -> rusqlite::Result<()> {
    let sql = "SELECT id FROM report WHERE obligation >= ?1 AND obligation < ?2";
    // A slash follows the plan in the name of its obligations, and a zero follows the slash.
    reword_reports(conn, sql, (format!("{plan}/"), format!("{plan}0")))
}

/// Notes anew the words of the reports that name agencies whose short names were others `before`.
pub(super) fn reword_renamed(conn: &Connection, before: &HashMap<AgencyId, String>) -> rusqlite::Result<()> {
    let now = agencies::short_names(conn)?;
    let renamed: HashSet<&AgencyId> =
        before.keys().chain(now.keys()).filter(|id| before.get(*id) != now.get(*id)).collect();
    if renamed.is_empty() {
        return Ok(());
    }
    let sql = "SELECT report.id, report.agency, obligation.recipient
               FROM report LEFT JOIN obligation ON obligation.id = report.obligation";
    let named: Vec<(i64, AgencyId, Option<AgencyId>)> =
        rows::listed(conn, sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (id, agency, recipient) in named {
        if renamed.contains(&agency) || recipient.is_some_and(|recipient| renamed.contains(&recipient)) {
            reword_report(conn, id)?;
        }
    }
    Ok(())
}

fn reword_reports(conn: &Connection, sql: &str, params: impl Params) -> rusqlite::Result<()> {
    let ids: Vec<i64> = rows::all(conn, sql, params, |row| row.get(0))?;
    ids.into_iter().try_for_each(|id| reword_report(conn, id))
}

/// Notes anew the words of a report, after it was written or deleted.
pub(super) fn reword_report(conn: &Connection, id: i64) -> rusqlite::Result<()> {
    let no = number_of(id);
    remove(conn, no..=no)?;
    let report = rows::one(conn, "SELECT * FROM report WHERE id = ?1", [id], reports::read)?;
    let Some(report) = report else { return Ok(()) };
    let agency = short_name(conn, &report.agency)?;
    let Report { results, obstacles, proposals, .. } = &report;
    let name = names_of(conn, &report)?;
    add(conn, no, &format!("{name} {agency} {results} {obstacles} {proposals}"))
}

/// What a report is called, in every language of the screen; nothing when its obligation is in no plan any more.
fn names_of(conn: &Connection, report: &Report) -> rusqlite::Result<String> {
    let sql = "SELECT title, rule, recipient FROM obligation WHERE id = ?1";
    let found = rows::one(conn, sql, [&report.obligation], |row| {
        Ok((row.get(0)?, row.get::<_, Json<Rule>>(1)?.0, row.get(2)?))
    })?;
    let Some((title, rule, recipient)): Option<(String, Rule, AgencyId)> = found else {
        return Ok(String::new());
    };
    let recipient = short_name(conn, &recipient)?;
    let name = |lang: Lang| lang.report_name(&title, &rule, report.period, &recipient);
    Ok(format!("{} {}", name(Lang::Vi), name(Lang::En)))
}

/// The short name, or the identifier of an agency that the register does not know.
fn short_name(conn: &Connection, id: &AgencyId) -> rusqlite::Result<String> {
    let found = rows::one(conn, "SELECT short FROM agency WHERE id = ?1", [id], |row| row.get(0))?;
    Ok(found.unwrap_or_else(|| id.to_string()))
}

fn add(conn: &Connection, no: i64, text: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("INSERT INTO shelf_exact (rowid, text) VALUES (?1, ?2)")?
        .execute((no, with_marks(text)))?;
    conn.prepare_cached("INSERT INTO shelf_folded (rowid, text) VALUES (?1, ?2)")?
        .execute((no, fold(text)))
        .map(drop)
}
