//! Keeping the order in which screens ask for tasks: written with every plan and every progress entry.
//!
//! What stands here follows from the other tables by the rules of `domain::agenda::lines`, and is made anew when they
//! change. Whoever reads it is in `windows`; the words by which things are found are in `wording`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use super::values::Day;
use super::{plans, progress, tasks, wording};
use crate::domain::holdings::class;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::occurrence::Tracking;
use crate::domain::plan::Plan;
use crate::domain::task::Task;

#[cfg(test)]
pub(super) use self::standing::DROP_DAY;
pub(super) use self::standing::Still;

mod standing;

/// Goes up whenever something else is written here: what stands is then made anew.
const FORM: i64 = 4;

/// The numbers of what stands in one plan begin at a multiple of this.
pub(super) const PLAN_SPAN: i64 = 4 * KIND_SPAN;

/// Within them, those of each kind.
pub(super) const KIND_SPAN: i64 = 1 << 20;

/// What has a number in a plan, in the order in which the search lists it; the places of each count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Clause,
    Obligation,
    Task,
    Target,
}

impl Kind {
    /// The number of the first thing of this kind in a plan.
    pub(super) fn first(self, plan_no: i64) -> i64 {
        plan_no * PLAN_SPAN + self as i64 * KIND_SPAN
    }

    /// The kind of what has a number.
    pub(super) fn of(no: i64) -> Self {
        match no % PLAN_SPAN / KIND_SPAN {
            0 => Self::Clause,
            1 => Self::Obligation,
            2 => Self::Task,
            _ => Self::Target,
        }
    }
}

/// Stands for all agencies.
pub(super) const ALL: i64 = 0;

/// A day as a number.
pub(super) fn day_no(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

/// Makes everything anew if it has another form.
pub(super) fn bring_up(conn: &mut Connection) -> rusqlite::Result<()> {
    if is_current(conn)? {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have done it while this one waited for the lock.
    if !is_current(&tx)? {
        make_anew(&tx)?;
    }
    tx.commit()
}

fn make_anew(conn: &Connection) -> rusqlite::Result<()> {
    for table in ["held", "due", "idle", "word", "told", "done", "task", "plan"] {
        conn.execute(&format!("DELETE FROM shelf_{table}"), [])?;
    }
    wording::clear(conn)?;
    for mut plan in plans::heads(conn)? {
        plan.tasks = tasks::of_plan(conn, &plan.id)?;
        add_plan(conn, &plan)?;
    }
    wording::add_reports(conn)?;
    conn.execute(
        "INSERT INTO shelf (id, form) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET form = excluded.form",
        [FORM],
    )?;
    Ok(())
}

/// Lets everything be made anew when the database is opened: the order of the plans is another one.
pub(super) fn forget(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute("DELETE FROM shelf", []).map(drop)
}

/// Whether everything has the form of this program.
fn is_current(conn: &Connection) -> rusqlite::Result<bool> {
    let form = conn.query_row("SELECT form FROM shelf", [], |row| row.get::<_, i64>(0)).optional()?;
    Ok(form == Some(FORM))
}

/// Adds a plan that the database holds by now, with what was entered on its tasks.
pub(super) fn add_plan(conn: &Connection, plan: &Plan) -> rusqlite::Result<()> {
    let tracking = tracking(conn, &plan.id)?;
    let plan_no = plan_number(conn, &plan.id)?;
    wording::add_plan(conn, plan, plan_no)?;
    let spoken = spoken_of(conn, &plan.id)?;
    for (no, task) in (Kind::Task.first(plan_no)..).zip(&plan.tasks) {
        let mut task_no = conn.prepare_cached("INSERT INTO shelf_task (no, task) VALUES (?1, ?2)")?;
        task_no.execute((no, &task.id))?;
        add_roles(conn, no, task)?;
        let entries = if spoken.contains(&task.id) { progress::of_task(conn, &task.id)? } else { Vec::new() };
        standing::add(conn, no, plan, task, tracking, &entries)?;
        wording::add_task(conn, no, plan, task, &entries)?;
    }
    Ok(())
}

/// Takes a plan out that is about to leave the database.
pub(super) fn drop_plan(conn: &Connection, plan: &PlanId) -> rusqlite::Result<()> {
    let Some(no) = number_of_plan(conn, plan)? else { return Ok(()) };
    let (first, last) = (no * PLAN_SPAN, (no + 1) * PLAN_SPAN - 1);
    for table in ["held", "due", "idle", "word", "told", "done", "task"] {
        conn.execute(&format!("DELETE FROM shelf_{table} WHERE no BETWEEN ?1 AND ?2"), (first, last))?;
    }
    wording::remove(conn, first..=last)?;
    conn.execute("DELETE FROM shelf_plan WHERE plan = ?1", [plan])?;
    Ok(())
}

/// Notes anew what was said of a task, after an entry on it was written or deleted.
pub(super) fn reword(conn: &Connection, task: &ItemId) -> rusqlite::Result<()> {
    let mut found = conn.prepare_cached("SELECT no FROM shelf_task WHERE task = ?1")?;
    let Some(no) = found.query_row([task], |row| row.get::<_, i64>(0)).optional()? else { return Ok(()) };
    let (Some(plan), Some(task)) = (plans::head_of(conn, &task.plan())?, tasks::one(conn, task)?) else {
        return Ok(());
    };
    let (entries, tracking) = (progress::of_task(conn, &task.id)?, tracking(conn, &plan.id)?);
    standing::remove(conn, no, &plan, &task, tracking)?;
    standing::add(conn, no, &plan, &task, tracking, &entries)?;
    wording::remove(conn, no..=no)?;
    wording::add_task(conn, no, &plan, &task, &entries)
}

fn add_roles(conn: &Connection, no: i64, task: &Task) -> rusqlite::Result<()> {
    let mut classes: BTreeMap<&AgencyId, usize> = BTreeMap::new();
    for link in &task.roles {
        let class = class(link.role);
        let best = classes.entry(&link.agency).or_insert(class);
        *best = class.min(*best);
    }
    let mut held = conn.prepare_cached("INSERT INTO shelf_held (agency, no, class) VALUES (?1, ?2, ?3)")?;
    if classes.is_empty() {
        // What names nobody is listed for all.
        held.execute((ALL, no, 2))?;
    }
    for (agency, class) in classes {
        held.execute((agency_number(conn, agency)?, no, i64::try_from(class).unwrap_or_default()))?;
    }
    Ok(())
}

/// The tasks of a plan on which something was entered.
fn spoken_of(conn: &Connection, plan: &PlanId) -> rusqlite::Result<std::collections::HashSet<ItemId>> {
    let sql = "SELECT DISTINCT task FROM progress_entry WHERE task >= ?1 AND task < ?2";
    // A slash follows the plan in the name of its tasks, and a zero follows the slash.
    let (from, to) = (format!("{plan}/"), format!("{plan}0"));
    conn.prepare_cached(sql)?.query_map((from, to), |row| row.get(0))?.collect()
}

fn tracking(conn: &Connection, plan: &PlanId) -> rusqlite::Result<Tracking> {
    let mut loaded = conn.prepare_cached("SELECT loaded_on FROM plan WHERE id = ?1")?;
    loaded.query_row([plan], |row| Ok(Tracking::since(row.get::<_, Day>(0)?.0)))
}

/// The number of a plan; a new one gets that of its place, or the next that is free.
fn plan_number(conn: &Connection, plan: &PlanId) -> rusqlite::Result<i64> {
    if let Some(no) = number_of_plan(conn, plan)? {
        return Ok(no);
    }
    conn.query_row(
        "INSERT INTO shelf_plan (plan, no)
         SELECT id, iif(EXISTS (SELECT 1 FROM shelf_plan WHERE no = place),
                        (SELECT max(no) + 1 FROM shelf_plan), place)
         FROM plan WHERE id = ?1 RETURNING no",
        [plan],
        |row| row.get(0),
    )
}

fn number_of_plan(conn: &Connection, plan: &PlanId) -> rusqlite::Result<Option<i64>> {
    let mut no = conn.prepare_cached("SELECT no FROM shelf_plan WHERE plan = ?1")?;
    no.query_row([plan], |row| row.get(0)).optional()
}

fn agency_number(conn: &Connection, agency: &AgencyId) -> rusqlite::Result<i64> {
    let mut known = conn.prepare_cached("SELECT no FROM shelf_agency WHERE agency = ?1")?;
    match known.query_row([agency], |row| row.get(0)).optional()? {
        Some(no) => Ok(no),
        None => conn
            .prepare_cached("INSERT INTO shelf_agency (agency) VALUES (?1) RETURNING no")?
            .query_row([agency], |row| row.get(0)),
    }
}
