//! Loading the catalogue that comes with the program, where it differs from what the database holds.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::plans::Loading;
use super::values::Day;
use super::{agencies, calendar, index, plans, successions, wording};
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::ids::PlanId;
use crate::domain::plan::Plan;
use crate::domain::succession::Succession;

#[cfg(test)]
mod tests;

/// The catalogue that comes with the program.
#[derive(Clone, Debug, Default)]
pub struct Bundled {
    /// The plans in the order of the register, each with a hash of its content.
    pub plans: Vec<(Plan, u64)>,
    /// The register of agencies in its order.
    pub agencies: Vec<Agency>,
    /// Who took over from whom.
    pub successions: Vec<Succession>,
    /// Public holidays and swapped days.
    pub calendar: Calendar,
}

/// A plan as the database holds it.
struct Held {
    hash: String,
    loaded_on: NaiveDate,
}

/// Whether the database holds the catalogue with this hash.
///
/// The hash is written in one transaction with all that it covers.
pub(super) fn is_current(conn: &Connection, hash: u64) -> rusqlite::Result<bool> {
    Ok(register_hash(conn)? == Some(text(hash)))
}

/// Writes what changed, in one transaction, and that this is the catalogue with the hash `hash`.
///
/// A plan or agency that is no longer bundled stays. What users entered is not touched.
pub(super) fn load(
    conn: &mut Connection,
    bundle: &Bundled,
    hash: u64,
    today: NaiveDate,
) -> rusqlite::Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have loaded it while this one read it or waited for the lock.
    if is_current(&tx, hash)? {
        return Ok(());
    }
    let names = agencies::short_names(&tx)?;
    agencies::write(&tx, &bundle.agencies)?;
    successions::write(&tx, &bundle.successions)?;
    calendar::write(&tx, &bundle.calendar)?;
    load_plans(&tx, bundle, today)?;
    wording::reword_renamed(&tx, &names)?;
    tx.execute(
        "INSERT INTO register (id, hash) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash",
        [text(hash)],
    )?;
    tx.commit()
}

fn load_plans(conn: &Connection, bundle: &Bundled, today: NaiveDate) -> rusqlite::Result<()> {
    let held = held_plans(conn)?;
    for (place, (plan, hash)) in (0..).zip(&bundle.plans) {
        let hash = text(*hash);
        let known = held.get(&plan.id);
        if known.is_some_and(|held| held.hash == hash) {
            let moved = "UPDATE plan SET place = ?2 WHERE id = ?1 AND place <> ?2";
            if conn.execute(moved, (&plan.id, place))? > 0 {
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
    conn.prepare_cached("SELECT id, hash, loaded_on FROM plan")?
        .query_map([], |row| {
            let held = Held { hash: row.get(1)?, loaded_on: row.get::<_, Day>(2)?.0 };
            Ok((row.get(0)?, held))
        })?
        .collect()
}

/// SQLite has no unsigned numbers of 64 bits.
fn text(hash: u64) -> String {
    format!("{hash:016x}")
}
