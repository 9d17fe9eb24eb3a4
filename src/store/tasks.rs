//! Tasks in their tables, with roles and links.

use rusqlite::{Connection, Row, params};

use super::rows::{Grouped, grouped, insert_each};
use super::values::Json;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::schedule::Schedule;
use crate::domain::task::{RoleOf, Task, TaskLink};

/// Writes the tasks of a plan.
pub(super) fn insert(conn: &Connection, plan: &PlanId, tasks: &[Task]) -> rusqlite::Result<()> {
    for (place, task) in (0..).zip(tasks) {
        insert_head(conn, plan, place, task)?;
        insert_each(
            conn,
            "INSERT INTO task_role (task, place, agency, role) VALUES (?1, ?2, ?3, ?4)",
            &task.roles,
            |place, role| (&task.id, place, &role.agency, role.role),
        )?;
        insert_each(
            conn,
            "INSERT INTO task_link (task, place, to_task, kind) VALUES (?1, ?2, ?3, ?4)",
            &task.links,
            |place, link| (&task.id, place, &link.to, link.kind),
        )?;
    }
    Ok(())
}

fn insert_head(conn: &Connection, plan: &PlanId, place: i64, task: &Task) -> rusqlite::Result<()> {
    conn.prepare_cached(
        "INSERT INTO task (id, plan, place, clause, kind, title, phrase, rule, inherited_from, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        task.id,
        plan,
        place,
        task.clause,
        task.kind,
        task.title,
        task.schedule.phrase,
        Json(&task.schedule.rule),
        task.schedule.inherited_from,
        task.note,
    ])?;
    Ok(())
}

/// Reads every task, by plan.
pub(super) fn read(conn: &Connection) -> rusqlite::Result<Grouped<PlanId, Task>> {
    let mut roles: Grouped<ItemId, RoleOf> =
        grouped(conn, "SELECT task, agency, role FROM task_role ORDER BY task, place", |row| {
            Ok(RoleOf { agency: row.get("agency")?, role: row.get("role")? })
        })?;
    let mut links: Grouped<ItemId, TaskLink> =
        grouped(conn, "SELECT task, to_task, kind FROM task_link ORDER BY task, place", |row| {
            Ok(TaskLink { to: row.get("to_task")?, kind: row.get("kind")? })
        })?;
    let mut tasks = grouped(conn, "SELECT plan, * FROM task ORDER BY plan, place", head)?;
    for task in tasks.values_mut().flatten() {
        task.roles = roles.remove(&task.id).unwrap_or_default();
        task.links = links.remove(&task.id).unwrap_or_default();
    }
    Ok(tasks)
}

fn head(row: &Row<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        id: row.get("id")?,
        clause: row.get("clause")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        roles: Vec::new(),
        schedule: schedule(row)?,
        links: Vec::new(),
        note: row.get("note")?,
    })
}

/// The schedule of a row of `task` or `obligation`.
pub(super) fn schedule(row: &Row<'_>) -> rusqlite::Result<Schedule> {
    Ok(Schedule {
        phrase: row.get("phrase")?,
        rule: row.get::<_, Json<_>>("rule")?.0,
        inherited_from: row.get("inherited_from")?,
    })
}
