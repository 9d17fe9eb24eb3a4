//! How many tasks each agency leads, takes part in, and is late with.

use crate::domain::occurrence::Tracking;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agenda::{AgendaFilter, AgendaGroup, AgendaItem, AgendaKind, Horizon, Ledger};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::change::Records;
use super::heirs::{Ground, Hold};
use super::ids::{AgencyId, PlanId};
use super::plan::{DocumentState, Plan};
use super::task::Role;

/// The three numbers beside an agency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgencyCounts {
    /// Tasks that it answers for.
    pub lead: usize,
    /// Tasks in which it takes part and does not answer for.
    pub coordinating: usize,
    /// Items of its agenda that are overdue and its own to do, reports included; what others owe to it is not.
    pub overdue: usize,
    /// Tasks that it had, and that its successors have now.
    pub passed: usize,
}

/// The numbers of every agency of the register on `today`, directly or through a listed group.
///
/// A task counts for whoever has it on that day: its successor where the agency of the plan has ended, and both
/// where that is open. Drafts count as plans, press digests do not; what a draft asks for is never overdue.
/// `tracked_from`: from when on each plan is followed.
pub fn agency_counts(
    catalog: &Catalog,
    records: &Records,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
) -> BTreeMap<AgencyId, AgencyCounts> {
    let mut counts: BTreeMap<AgencyId, AgencyCounts> =
        catalog.agencies().iter().map(|agency| (agency.id.clone(), AgencyCounts::default())).collect();
    let binding = |plan: &&Plan| plan.state != DocumentState::Secondary && plan.is_known_on(today);
    let plans = catalog.plans.iter().filter(binding);
    let filter =
        AgendaFilter { agency: None, plan: None, horizon: Horizon::Week, shift: 0, today, tracked_from };
    let ledger = Ledger::new(catalog, records, calendar, &filter);
    for task in plans.flat_map(|plan| &plan.tasks) {
        count_task(&mut counts, ledger.holds_of(&task.id));
    }
    for (id, count) in &mut counts {
        count.overdue = ledger.items(Some(id)).iter().filter(|item| is_late_with(item)).count();
    }
    counts
}

/// Whether the agency is late with an item itself: reports that it waits for make others late.
fn is_late_with(item: &AgendaItem) -> bool {
    item.group == AgendaGroup::Overdue && !matches!(item.kind, AgendaKind::Chase { .. })
}

/// Counts one task for everybody who has, had or may have it, in one column each: what an agency answers for
/// before what it takes part in, before what it had.
fn count_task(counts: &mut BTreeMap<AgencyId, AgencyCounts>, holds: &[(Role, Hold)]) {
    let mut best: BTreeMap<&AgencyId, Column> = BTreeMap::new();
    for (role, hold) in holds {
        let column = match (&hold.ground, role) {
            (Ground::Passed { .. }, _) => Column::Passed,
            (_, role) if role.is_answerable() => Column::Lead,
            (_, Role::Coordinating) => Column::Coordinating,
            _ => Column::Other,
        };
        let place = best.entry(&hold.agency).or_insert(column);
        *place = column.min(*place);
    }
    for (agency, column) in best {
        let Some(count) = counts.get_mut(agency) else { continue };
        match column {
            Column::Lead => count.lead += 1,
            Column::Coordinating => count.coordinating += 1,
            Column::Passed => count.passed += 1,
            Column::Other => {}
        }
    }
}

/// Where a task counts, the weightiest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Lead,
    Coordinating,
    Other,
    Passed,
}

#[cfg(test)]
mod tests;
