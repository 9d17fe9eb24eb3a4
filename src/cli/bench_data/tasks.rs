//! The tasks of a plan.

use chrono::NaiveDate;

use super::dice::Dice;
use super::plans::{TASK_CLAUSES, share};
use super::provinces::Staff;
use super::{schedules, texts};
use crate::domain::agency::Agency;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::task::{Role, RoleOf, Task, TaskKind};

/// So many tasks, clause by clause in the order of the outline.
pub(super) fn all(
    plan: &PlanId,
    issued: NaiveDate,
    staff: &Staff<'_>,
    count: usize,
    dice: &mut Dice,
) -> Vec<Task> {
    let mut tasks = Vec::with_capacity(count);
    for (place, (clause, _)) in TASK_CLAUSES.iter().enumerate() {
        for number in 1..=share(count, TASK_CLAUSES.len(), place) {
            let kind = if clause.starts_with("IV") { TaskKind::Duty } else { TaskKind::Content };
            tasks.push(Task {
                id: ItemId::within(plan, &format!("{clause}#{number}")),
                clause: (*clause).to_owned(),
                kind,
                title: texts::title(dice),
                roles: roles(staff, dice),
                schedule: schedules::schedule(issued, dice),
                links: Vec::new(),
                note: None,
            });
        }
    }
    tasks
}

/// One that leads, now and then two, up to four that help, at times a group; two in a hundred tasks name nobody.
fn roles(staff: &Staff<'_>, dice: &mut Dice) -> Vec<RoleOf> {
    if dice.percent(2) {
        return Vec::new();
    }
    let leading = if dice.percent(10) { 2 } else { 1 };
    let helping = dice.between(0, 4) as usize;
    let mut chosen = dice.some(&staff.departments, leading + helping);
    // The order of the register would let its first departments lead everything.
    let turn = dice.between(0, chosen.len() as u32) as usize % chosen.len().max(1);
    chosen.rotate_left(turn);
    let mut roles: Vec<RoleOf> = chosen
        .into_iter()
        .enumerate()
        .map(|(at, agency)| in_role(agency, if at < leading { Role::Lead } else { Role::Coordinating }))
        .collect();
    if dice.percent(25) && !staff.others.is_empty() {
        roles.push(in_role(dice.pick(&staff.others), Role::Coordinating));
    }
    if dice.percent(20) && !staff.groups.is_empty() {
        roles.push(in_role(dice.pick(&staff.groups), Role::Coordinating));
    }
    roles
}

fn in_role(agency: &Agency, role: Role) -> RoleOf {
    RoleOf { agency: agency.id.clone(), role }
}
