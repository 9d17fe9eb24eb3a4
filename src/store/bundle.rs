//! Loading the catalogue that comes with the program, where it differs from what the database holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::plans::Loading;
use super::values::Day;
use super::{agencies, index, plans, successions};
use crate::domain::agency::Agency;
use crate::domain::ids::PlanId;
use crate::domain::plan::Plan;
use crate::domain::succession::Succession;

#[cfg(test)]
mod tests;

/// The catalogue that comes with the program.
#[derive(Clone, Copy)]
pub struct Bundled<'a> {
    /// The plans in the order of the register, each with a hash of its content.
    pub plans: &'a [(Plan, u64)],
    /// The register of agencies in its order.
    pub agencies: &'a [Agency],
    /// Who took over from whom.
    pub successions: &'a [Succession],
    /// Hash of the content of the register.
    pub agencies_hash: u64,
}

/// A plan as the database holds it.
#[derive(PartialEq)]
struct Held {
    place: i64,
    hash: String,
    loaded_on: NaiveDate,
}

/// Writes what changed, in one transaction; reads only when nothing did.
///
/// A plan or agency that is no longer bundled stays. What users entered is not touched.
pub(super) fn load(conn: &mut Connection, bundle: &Bundled<'_>, today: NaiveDate) -> rusqlite::Result<()> {
    if is_current(conn, bundle)? && index::is_current(conn)? {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    load_agencies(&tx, bundle)?;
    load_plans(&tx, bundle, today)?;
    index::bring_up(&tx)?;
    tx.commit()
}

fn is_current(conn: &Connection, bundle: &Bundled<'_>) -> rusqlite::Result<bool> {
    if register_hash(conn)? != Some(text(bundle.agencies_hash)) {
        return Ok(false);
    }
    let held = held_plans(conn)?;
    Ok((0..).zip(bundle.plans).all(|(place, (plan, hash))| {
        held.get(&plan.id).is_some_and(|held| held.place == place && held.hash == text(*hash))
    }))
}

fn load_agencies(conn: &Connection, bundle: &Bundled<'_>) -> rusqlite::Result<()> {
    let hash = text(bundle.agencies_hash);
    if register_hash(conn)?.as_ref() == Some(&hash) {
        return Ok(());
    }
    agencies::write(conn, bundle.agencies)?;
    successions::write(conn, bundle.successions)?;
    conn.execute(
        "INSERT INTO register (id, hash) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash",
        [hash],
    )?;
    Ok(())
}

fn load_plans(conn: &Connection, bundle: &Bundled<'_>, today: NaiveDate) -> rusqlite::Result<()> {
    let held = held_plans(conn)?;
    for (place, (plan, hash)) in (0..).zip(bundle.plans) {
        let hash = text(*hash);
        let known = held.get(&plan.id);
        if known.is_some_and(|held| held.hash == hash) {
            if known.is_some_and(|held| held.place != place) {
                conn.execute("UPDATE plan SET place = ?2 WHERE id = ?1", (&plan.id, place))?;
                index::forget(conn)?;
            }
            continue;
        }
        plans::delete(conn, &plan.id)?;
        let loaded_on = known.map_or(today, |held| held.loaded_on);
        plans::insert(conn, plan, &Loading { place, hash: &hash, loaded_on })?;
    }
    Ok(())
}

fn register_hash(conn: &Connection) -> rusqlite::Result<Option<String>> {
    conn.query_row("SELECT hash FROM register", [], |row| row.get(0)).optional()
}

fn held_plans(conn: &Connection) -> rusqlite::Result<HashMap<PlanId, Held>> {
    conn.prepare_cached("SELECT id, place, hash, loaded_on FROM plan")?
        .query_map([], |row| {
            let held = Held { place: row.get(1)?, hash: row.get(2)?, loaded_on: row.get::<_, Day>(3)?.0 };
            Ok((row.get(0)?, held))
        })?
        .collect()
}

/// SQLite has no unsigned numbers of 64 bits.
fn text(hash: u64) -> String {
    format!("{hash:016x}")
}
