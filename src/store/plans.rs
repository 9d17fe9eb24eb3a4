//! Plans in their tables: the head, the legal chain, the recipients and the outline.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::agency_ids::AgencyIds;
use super::rows::{self, Line, insert_each, listed};
use super::values::Day;
use super::{index, obligations, targets, tasks, wording};
use crate::domain::ids::PlanId;
use crate::domain::plan::{Citation, Clause, Plan, PlanText, Recipient, Signer};

/// What the database knows of a plan besides its text.
pub(super) struct Loading<'a> {
    /// Place in the register.
    pub place: i64,
    /// Content hash as text.
    pub hash: &'a str,
    /// Day of the first load.
    pub loaded_on: NaiveDate,
}

/// Writes a plan that the database does not hold.
pub(super) fn insert(conn: &Connection, plan: &Plan, loading: &Loading<'_>) -> rusqlite::Result<()> {
    insert_head(conn, plan, loading)?;
    insert_citations(conn, plan)?;
    insert_each(
        conn,
        "INSERT INTO recipient (plan, place, agency, as_printed) VALUES (?1, ?2, ?3, ?4)",
        &plan.text.recipients,
        |place, recipient| (&plan.id, place, &recipient.agency, &recipient.as_printed),
    )?;
    insert_each(
        conn,
        "INSERT INTO clause (plan, place, path, heading, first_line, last_line, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &plan.text.clauses,
        |place, c| (&plan.id, place, &c.path, &c.heading, c.lines.0, c.lines.1, &c.note),
    )?;
    targets::insert(conn, &plan.id, &plan.targets)?;
    tasks::insert(conn, &plan.id, &plan.tasks)?;
    obligations::insert(conn, &plan.id, &plan.obligations)?;
    index::add_plan(conn, plan)?;
    wording::reword_reports_on(conn, &plan.id)
}

fn insert_head(conn: &Connection, plan: &Plan, loading: &Loading<'_>) -> rusqlite::Result<()> {
    let signer = plan.signer.as_ref();
    conn.prepare_cached(
        "INSERT INTO plan (id, place, hash, loaded_on, source, short, province, issuer, number, issued_on, year,
                           kind, state, title, signer_name, signer_position, signer_authority, signer_signed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        plan.id,
        loading.place,
        loading.hash,
        Day(loading.loaded_on),
        plan.source,
        plan.short,
        plan.province,
        plan.issuer,
        plan.number,
        plan.issued_on.map(Day),
        plan.year,
        plan.kind,
        plan.state,
        plan.title,
        signer.map(|s| &s.name),
        signer.map(|s| &s.position),
        signer.map(|s| &s.authority),
        signer.map(|s| s.signed),
    ])?;
    Ok(())
}

fn insert_citations(conn: &Connection, plan: &Plan) -> rusqlite::Result<()> {
    insert_each(
        conn,
        "INSERT INTO citation (plan, place, number, issued_on, issuer, title, relation, clause)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &plan.text.citations,
        |place, c| {
            (&plan.id, place, &c.number, c.issued_on.map(Day), &c.issuer, &c.title, c.relation, &c.clause)
        },
    )
}

/// Deletes a plan with everything in it.
pub(super) fn delete(conn: &Connection, id: &PlanId) -> rusqlite::Result<()> {
    index::drop_plan(conn, id)?;
    conn.execute("DELETE FROM plan WHERE id = ?1", [id]).map(drop)
}

/// The heads of all plans in the order of the register.
pub(super) fn heads(conn: &Connection) -> rusqlite::Result<Vec<Plan>> {
    let mut plans =
        listed(conn, "SELECT * FROM plan ORDER BY id", |row| Ok((row.get::<_, i64>("place")?, head(row)?)))?;
    // Put in order here: SQLite would write each row once more to do it.
    plans.sort_by_key(|(place, _)| *place);
    Ok(plans.into_iter().map(|(_, plan)| plan).collect())
}

/// The head of one plan.
pub(super) fn head_of(conn: &Connection, id: &PlanId) -> rusqlite::Result<Option<Plan>> {
    rows::one(conn, "SELECT * FROM plan WHERE id = ?1", [id], head)
}

/// Reads every plan in the order of the register, without its text, its targets and its tasks.
pub(super) fn read(conn: &Connection, ids: &AgencyIds) -> rusqlite::Result<Vec<Plan>> {
    let mut obligations = obligations::read(conn, ids)?;
    let mut plans = heads(conn)?;
    for plan in &mut plans {
        plan.obligations = obligations.remove(&plan.id).unwrap_or_default();
    }
    Ok(plans)
}

/// What a plan is founded on, how it is laid out and whom it goes to.
pub(super) fn text(conn: &Connection, id: &PlanId) -> rusqlite::Result<PlanText> {
    Ok(PlanText {
        citations: rows::all(conn, "SELECT * FROM citation WHERE plan = ?1 ORDER BY place", [id], citation)?,
        recipients: rows::all(
            conn,
            "SELECT * FROM recipient WHERE plan = ?1 ORDER BY place",
            [id],
            recipient,
        )?,
        clauses: rows::all(conn, "SELECT * FROM clause WHERE plan = ?1 ORDER BY place", [id], clause)?,
    })
}

fn head(row: &Line<'_>) -> rusqlite::Result<Plan> {
    Ok(Plan {
        id: row.get("id")?,
        source: row.get("source")?,
        short: row.get("short")?,
        province: row.get("province")?,
        issuer: row.get("issuer")?,
        number: row.get("number")?,
        issued_on: row.get::<_, Option<Day>>("issued_on")?.map(|day| day.0),
        year: row.get("year")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        title: row.get("title")?,
        signer: signer(row)?,
        text: PlanText::EMPTY,
        targets: Vec::new(),
        tasks: Vec::new(),
        obligations: Vec::new(),
    })
}

fn signer(row: &Line<'_>) -> rusqlite::Result<Option<Signer>> {
    let Some(name) = row.get("signer_name")? else { return Ok(None) };
    Ok(Some(Signer {
        name,
        position: row.get("signer_position")?,
        authority: row.get("signer_authority")?,
        signed: row.get("signer_signed")?,
    }))
}

fn citation(row: &Line<'_>) -> rusqlite::Result<Citation> {
    Ok(Citation {
        number: row.get("number")?,
        issued_on: row.get::<_, Option<Day>>("issued_on")?.map(|day| day.0),
        issuer: row.get("issuer")?,
        title: row.get("title")?,
        relation: row.get("relation")?,
        clause: row.get("clause")?,
    })
}

fn recipient(row: &Line<'_>) -> rusqlite::Result<Recipient> {
    Ok(Recipient { agency: row.get("agency")?, as_printed: row.get("as_printed")? })
}

fn clause(row: &Line<'_>) -> rusqlite::Result<Clause> {
    Ok(Clause {
        path: row.get("path")?,
        heading: row.get("heading")?,
        lines: (row.get("first_line")?, row.get("last_line")?),
        note: row.get("note")?,
    })
}
