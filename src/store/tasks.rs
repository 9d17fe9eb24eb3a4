//! Tasks in their tables, with roles and links.

use rusqlite::{Connection, Row, params};

use super::rows::{self, Line, insert_each};
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

/// One task.
pub(super) fn one(conn: &Connection, id: &ItemId) -> rusqlite::Result<Option<Task>> {
    let found = rows::one(conn, "SELECT * FROM task WHERE id = ?1", [id], head)?;
    found.map(|task| with_children(conn, task)).transpose()
}

/// The tasks of a plan in its order.
pub(super) fn of_plan(conn: &Connection, plan: &PlanId) -> rusqlite::Result<Vec<Task>> {
    let sql = "SELECT * FROM task WHERE plan = ?1 ORDER BY place";
    let heads = rows::all(conn, sql, [plan], head)?;
    heads.into_iter().map(|task| with_children(conn, task)).collect()
}

fn with_children(conn: &Connection, mut task: Task) -> rusqlite::Result<Task> {
    let mut roles =
        conn.prepare_cached("SELECT agency, role FROM task_role WHERE task = ?1 ORDER BY place")?;
    let role = |row: &Row<'_>| Ok(RoleOf { agency: row.get(0)?, role: row.get(1)? });
    task.roles = roles.query_map([&task.id], role)?.collect::<rusqlite::Result<_>>()?;
    let mut links =
        conn.prepare_cached("SELECT to_task, kind FROM task_link WHERE task = ?1 ORDER BY place")?;
    let link = |row: &Row<'_>| Ok(TaskLink { to: row.get(0)?, kind: row.get(1)? });
    task.links = links.query_map([&task.id], link)?.collect::<rusqlite::Result<_>>()?;
    Ok(task)
}

fn head(row: &Line<'_>) -> rusqlite::Result<Task> {
    Ok(Task {
        id: row.get("id")?,
        clause: row.get("clause")?,
        kind: row.get("kind")?,
        title: row.get("title")?,
        roles: Vec::new(),
        schedule: Schedule {
            phrase: row.get("phrase")?,
            rule: row.get::<_, Json<_>>("rule")?.0,
            inherited_from: row.get("inherited_from")?,
        },
        links: Vec::new(),
        note: row.get("note")?,
    })
}
