//! Targets in their tables, with milestones and answerable agencies.

use rusqlite::{Connection, params};

use super::rows::{self, Grouped, Line, grouped, insert_each};
use super::values::Day;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::{Baseline, Milestone, Target};

/// Writes the targets of a plan.
pub(super) fn insert(conn: &Connection, plan: &PlanId, targets: &[Target]) -> rusqlite::Result<()> {
    for (place, target) in (0..).zip(targets) {
        insert_head(conn, plan, place, target)?;
        insert_each(
            conn,
            "INSERT INTO milestone (target, place, year, value) VALUES (?1, ?2, ?3, ?4)",
            &target.milestones,
            |place, milestone| (&target.id, place, milestone.year, milestone.value),
        )?;
        insert_each(
            conn,
            "INSERT INTO target_responsible (target, place, agency) VALUES (?1, ?2, ?3)",
            &target.responsible,
            |place, agency| (&target.id, place, agency),
        )?;
    }
    Ok(())
}

fn insert_head(conn: &Connection, plan: &PlanId, place: i64, target: &Target) -> rusqlite::Result<()> {
    let baseline = target.baseline.as_ref();
    conn.prepare_cached(
        "INSERT INTO target (id, plan, place, clause, indicator, short, comparator, comparator_words, value,
                             value_high, unit, per, population, year, year_from, baseline_value,
                             baseline_numerator, baseline_denominator, baseline_as_of, baseline_clause,
                             parent, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
                 ?21, ?22)",
    )?
    .execute(params![
        target.id,
        plan,
        place,
        target.clause,
        target.indicator,
        target.short,
        target.comparator,
        target.comparator_words,
        target.value,
        target.value_high,
        target.unit,
        target.per,
        target.population,
        target.year,
        target.year_from,
        baseline.map(|b| b.value),
        baseline.and_then(|b| b.numerator),
        baseline.and_then(|b| b.denominator),
        baseline.and_then(|b| b.as_of).map(Day),
        baseline.map(|b| &b.clause),
        target.parent,
        target.note,
    ])?;
    Ok(())
}

/// Reads the targets of a plan in its order.
pub(super) fn of_plan(conn: &Connection, plan: &PlanId) -> rusqlite::Result<Vec<Target>> {
    let mut milestones: Grouped<ItemId, Milestone> = grouped(
        conn,
        "SELECT milestone.target, milestone.year, milestone.value FROM target
         JOIN milestone ON milestone.target = target.id
         WHERE target.plan = ?1 ORDER BY milestone.target, milestone.place",
        [plan],
        |row| Ok(Milestone { year: row.get("year")?, value: row.get("value")? }),
    )?;
    let mut responsible: Grouped<ItemId, AgencyId> = grouped(
        conn,
        "SELECT target_responsible.target, target_responsible.agency FROM target
         JOIN target_responsible ON target_responsible.target = target.id
         WHERE target.plan = ?1 ORDER BY target_responsible.target, target_responsible.place",
        [plan],
        |row| row.get(1),
    )?;
    let mut targets = rows::all(conn, "SELECT * FROM target WHERE plan = ?1 ORDER BY place", [plan], head)?;
    for target in &mut targets {
        target.milestones = milestones.remove(&target.id).unwrap_or_default();
        target.responsible = responsible.remove(&target.id).unwrap_or_default();
    }
    // They are kept, and a list of unknown length has room for as many again.
    targets.shrink_to_fit();
    Ok(targets)
}

fn head(row: &Line<'_>) -> rusqlite::Result<Target> {
    Ok(Target {
        id: row.get("id")?,
        clause: row.get("clause")?,
        indicator: row.get("indicator")?,
        short: row.get("short")?,
        comparator: row.get("comparator")?,
        comparator_words: row.get("comparator_words")?,
        value: row.get("value")?,
        value_high: row.get("value_high")?,
        unit: row.get("unit")?,
        per: row.get("per")?,
        population: row.get("population")?,
        year: row.get("year")?,
        year_from: row.get("year_from")?,
        milestones: Vec::new(),
        baseline: baseline(row)?,
        parent: row.get("parent")?,
        responsible: Vec::new(),
        note: row.get("note")?,
    })
}

fn baseline(row: &Line<'_>) -> rusqlite::Result<Option<Baseline>> {
    let Some(value) = row.get("baseline_value")? else { return Ok(None) };
    Ok(Some(Baseline {
        value,
        numerator: row.get("baseline_numerator")?,
        denominator: row.get("baseline_denominator")?,
        as_of: row.get::<_, Option<Day>>("baseline_as_of")?.map(|day| day.0),
        clause: row.get("baseline_clause")?,
    }))
}
