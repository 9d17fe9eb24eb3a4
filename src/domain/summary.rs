//! How many tasks each agency leads, takes part in, and is late with.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agenda::{AgendaFilter, AgendaGroup, Horizon, Ledger};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::change::Records;
use super::heirs::{Ground, Hold, task_holds};
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
    /// Items of its agenda that are overdue, reports included.
    pub overdue: usize,
    /// Tasks that it had, and that its successors have now.
    pub passed: usize,
}

/// The numbers of every agency of the register on `today`, directly or through a listed group.
///
/// A task counts for whoever has it on that day: its successor where the agency of the plan has ended, and both
/// where that is open. Drafts count as plans, press digests do not; what a draft asks for is never overdue.
/// `tracked_from`: first year that is tracked, by plan.
pub fn agency_counts(
    catalog: &Catalog,
    records: &Records,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, i32>,
    today: NaiveDate,
) -> BTreeMap<AgencyId, AgencyCounts> {
    let mut counts: BTreeMap<AgencyId, AgencyCounts> =
        catalog.agencies().iter().map(|agency| (agency.id.clone(), AgencyCounts::default())).collect();
    let binding = |plan: &&Plan| plan.state != DocumentState::Secondary && plan.is_known_on(today);
    let plans = catalog.plans.iter().filter(binding);
    for task in plans.flat_map(|plan| &plan.tasks) {
        let holds = task_holds(catalog, task, today);
        for (id, count) in &mut counts {
            count_task(count, id, &holds);
        }
    }
    let filter =
        AgendaFilter { agency: None, plan: None, horizon: Horizon::Week, shift: 0, today, tracked_from };
    let ledger = Ledger::new(catalog, records, calendar, &filter);
    for (id, count) in &mut counts {
        count.overdue =
            ledger.items(Some(id)).iter().filter(|item| item.group == AgendaGroup::Overdue).count();
    }
    counts
}

/// Counts one task for one agency, in one column: what it answers for before what it takes part in.
fn count_task(count: &mut AgencyCounts, agency: &AgencyId, holds: &[(Role, Hold)]) {
    let own = || holds.iter().filter(|(_, hold)| hold.agency == *agency);
    let has = |(_, hold): &&(Role, Hold)| !matches!(hold.ground, Ground::Passed { .. });
    if own().filter(has).any(|(role, _)| role.is_answerable()) {
        count.lead += 1;
    } else if own().filter(has).any(|(role, _)| *role == Role::Coordinating) {
        count.coordinating += 1;
    } else if own().next().is_some() && !own().any(|held| has(&held)) {
        count.passed += 1;
    }
}

#[cfg(test)]
mod tests;
