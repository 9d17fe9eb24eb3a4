//! Links between plans, once all plans are read.

use std::collections::HashSet;

use super::fault::{Fault, FaultReason};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::plan::Plan;

/// Checks every link that leads from one plan into another, and that no two plans share an id.
///
/// The plans no longer know their texts, so the faults name the plan's file and the field, and no line.
pub fn check_links(plans: &[Plan]) -> Vec<Fault> {
    let tasks: HashSet<&ItemId> = plans.iter().flat_map(|plan| &plan.tasks).map(|task| &task.id).collect();
    let mut faults = Vec::new();
    let mut ids: HashSet<&PlanId> = HashSet::new();
    for plan in plans {
        if !ids.insert(&plan.id) {
            faults.push(fault(plan, "id".to_owned(), FaultReason::DuplicateId { id: plan.id.to_string() }));
        }
        for task in &plan.tasks {
            for link in task.links.iter().filter(|link| !tasks.contains(&link.to)) {
                let field = format!("task {}.links.to", task.id.local());
                faults.push(fault(plan, field, FaultReason::UnknownItem { id: link.to.to_string() }));
            }
        }
    }
    faults
}

fn fault(plan: &Plan, field: String, reason: FaultReason) -> Fault {
    Fault { file: format!("data/plans/{}.toml", plan.id), line: 0, column: 0, field, reason }
}
