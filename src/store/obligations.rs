//! Report obligations in their tables, with reporters, further recipients and what they consume.

use rusqlite::{Connection, params};

use super::agency_ids::AgencyIds;
use super::rows::{Grouped, Line, grouped, insert_each, listed};
use super::values::Json;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::schedule::Schedule;

/// Writes the report obligations of a plan.
pub(super) fn insert(
    conn: &Connection,
    plan: &PlanId,
    obligations: &[ReportingObligation],
) -> rusqlite::Result<()> {
    for (place, obligation) in (0..).zip(obligations) {
        insert_head(conn, plan, place, obligation)?;
        insert_each(
            conn,
            "INSERT INTO obligation_reporter (obligation, place, agency) VALUES (?1, ?2, ?3)",
            &obligation.reporters,
            |place, agency| (&obligation.id, place, agency),
        )?;
        insert_each(
            conn,
            "INSERT INTO obligation_copy (obligation, place, agency) VALUES (?1, ?2, ?3)",
            &obligation.also_to,
            |place, agency| (&obligation.id, place, agency),
        )?;
        insert_each(
            conn,
            "INSERT INTO obligation_consumed (obligation, place, consumed) VALUES (?1, ?2, ?3)",
            &obligation.consumes,
            |place, consumed| (&obligation.id, place, consumed),
        )?;
    }
    Ok(())
}

fn insert_head(
    conn: &Connection,
    plan: &PlanId,
    place: i64,
    obligation: &ReportingObligation,
) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO obligation (id, plan, place, clause, kind, title, recipient, via, prepared_by, phrase, rule,
                                 inherited_from, content, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(params![
        obligation.id,
        plan,
        place,
        obligation.clause,
        obligation.kind,
        obligation.title,
        obligation.recipient,
        obligation.via,
        obligation.prepared_by,
        obligation.schedule.phrase,
        Json(&obligation.schedule.rule),
        obligation.schedule.inherited_from,
        Json(&obligation.content),
        obligation.note,
    ])?;
    Ok(())
}

/// Reads every report obligation, by plan.
pub(super) fn read(
    conn: &Connection,
    ids: &AgencyIds,
) -> rusqlite::Result<Grouped<PlanId, ReportingObligation>> {
    let agencies = |sql| grouped(conn, sql, (), |row| ids.agency(row, 1));
    let mut reporters: Grouped<ItemId, AgencyId> =
        agencies("SELECT obligation, agency FROM obligation_reporter ORDER BY obligation, place")?;
    let mut copies: Grouped<ItemId, AgencyId> =
        agencies("SELECT obligation, agency FROM obligation_copy ORDER BY obligation, place")?;
    let consumed = "SELECT obligation, consumed FROM obligation_consumed ORDER BY obligation, place";
    let mut consumed: Grouped<ItemId, ItemId> = grouped(conn, consumed, (), |row| row.get(1))?;
    let mut all = listed(conn, HEADS, |row| Ok((row.get::<_, i64>(12)?, head(row, ids)?)))?;
    all.sort_by_key(|(place, _)| *place);
    let mut obligations: Grouped<PlanId, ReportingObligation> = Grouped::default();
    for (_, mut obligation) in all {
        obligation.reporters = reporters.remove(&obligation.id).unwrap_or_default();
        obligation.also_to = copies.remove(&obligation.id).unwrap_or_default();
        obligation.consumes = consumed.remove(&obligation.id).unwrap_or_default();
        obligations.entry(obligation.id.plan()).or_default().push(obligation);
    }
    Ok(obligations)
}

/// All obligations without their lists. There are hundreds at every start: columns are read by place, and put in order
/// outside, for along the index of places SQLite would look up each row anew.
const HEADS: &str = "
    SELECT id, clause, kind, title, recipient, via, prepared_by, phrase, rule, inherited_from, content, note, place
    FROM obligation ORDER BY id";

fn head(row: &Line<'_>, ids: &AgencyIds) -> rusqlite::Result<ReportingObligation> {
    Ok(ReportingObligation {
        id: row.get(0)?,
        clause: row.get(1)?,
        kind: row.get(2)?,
        title: row.get(3)?,
        reporters: Vec::new(),
        recipient: ids.agency(row, 4)?,
        also_to: Vec::new(),
        via: ids.optional(row, 5)?,
        prepared_by: ids.optional(row, 6)?,
        consumes: Vec::new(),
        schedule: Schedule {
            phrase: row.get(7)?,
            rule: row.get::<_, Json<_>>(8)?.0,
            inherited_from: row.get(9)?,
        },
        content: row.get::<_, Json<_>>(10)?.0,
        note: row.get(11)?,
    })
}
