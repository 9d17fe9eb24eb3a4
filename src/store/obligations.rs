//! Report obligations in their tables, with reporters, further recipients and what they consume.

use rusqlite::{Connection, params};

use super::rows::{Grouped, Line, insert_each, listed, lists};
use super::tasks::schedule;
use super::values::Json;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::obligation::ReportingObligation;

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
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Grouped<PlanId, ReportingObligation>> {
    let mut reporters: Grouped<ItemId, AgencyId> =
        lists(conn, "SELECT obligation, agency FROM obligation_reporter ORDER BY obligation, place")?;
    let mut copies: Grouped<ItemId, AgencyId> =
        lists(conn, "SELECT obligation, agency FROM obligation_copy ORDER BY obligation, place")?;
    let mut consumed: Grouped<ItemId, ItemId> =
        lists(conn, "SELECT obligation, consumed FROM obligation_consumed ORDER BY obligation, place")?;
    // Put in order outside: along the index of places SQLite would look up each row anew.
    let sql = "SELECT * FROM obligation ORDER BY id";
    let mut all = listed(conn, sql, |row| Ok((row.get::<_, i64>("place")?, head(row)?)))?;
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

fn head(row: &Line<'_>) -> rusqlite::Result<ReportingObligation> {
    Ok(ReportingObligation {
        id: row.get("id")?,
        clause: row.get("clause")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        reporters: Vec::new(),
        recipient: row.get("recipient")?,
        also_to: Vec::new(),
        via: row.get("via")?,
        prepared_by: row.get("prepared_by")?,
        consumes: Vec::new(),
        schedule: schedule(row)?,
        content: row.get::<_, Json<_>>("content")?.0,
        note: row.get("note")?,
    })
}
