//! How many tasks each agency leads, takes part in, and is late with.

use crate::domain::occurrence::Tracking;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::agenda::{AgendaFilter, AgendaItem, Horizon, Ledger, count_late};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::heirs::{Ground, Hold, holds, task_holds};
use super::holdings::{class_of, tally};
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
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
) -> BTreeMap<AgencyId, AgencyCounts> {
    let mut counts: BTreeMap<AgencyId, AgencyCounts> =
        catalog.agencies().iter().map(|agency| (agency.id.clone(), AgencyCounts::default())).collect();
    let filter = of_today(today, tracked_from);
    let ledger = Ledger::new(catalog, calendar, &filter);
    for plan in binding_plans(catalog, today) {
        for task in catalog.tasks_of(&plan.id) {
            count_task(&mut counts, &task_holds(catalog, &task, today));
        }
    }
    for (id, count) in &mut counts {
        count.overdue = ledger.items(Some(id)).iter().filter(|item| item.is_own_and_late()).count();
    }
    counts
}

/// The numbers of one agency; see [`agency_counts`].
pub fn counts_of(
    catalog: &Catalog,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
    agency: &AgencyId,
) -> AgencyCounts {
    let Some(index) = catalog.shelf().index() else {
        let all = agency_counts(catalog, calendar, tracked_from, today);
        return all.get(agency).copied().unwrap_or_default();
    };
    let [lead, coordinating, _, passed] =
        tally(catalog, index, agency, today, &binding_plans(catalog, today));
    let filter = AgendaFilter { agency: Some(agency.clone()), ..of_today(today, tracked_from) };
    let overdue = count_late(catalog, calendar, &filter).unwrap_or_default();
    AgencyCounts { lead, coordinating, overdue, passed }
}

/// Those that have, had or may have a task, or are late with a report.
pub fn busy_agencies(
    catalog: &Catalog,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
) -> BTreeSet<AgencyId> {
    let Some(index) = catalog.shelf().index() else {
        let all = agency_counts(catalog, calendar, tracked_from, today).into_iter();
        let busy = all.filter(|(_, count)| *count != AgencyCounts::default());
        return busy.map(|(agency, _)| agency).collect();
    };
    let plans: Vec<PlanId> = binding_plans(catalog, today).iter().map(|plan| plan.id.clone()).collect();
    let mut busy = BTreeSet::new();
    for entry in index.named() {
        let (all, counted) = (index.names(&entry, &plans, false), index.names(&entry, &plans, true));
        // What passed on is told whatever the role was.
        let tells = |hold: &Hold| if matches!(hold.ground, Ground::Passed { .. }) { all } else { counted };
        let holders = holds(catalog, &entry, None, today).into_iter().filter(tells);
        busy.extend(holders.map(|hold| hold.agency));
    }
    busy.extend(catalog.settled().heirs.values().flatten().cloned());
    let filter = of_today(today, tracked_from);
    let ledger = Ledger::new(catalog, calendar, &filter);
    for agency in catalog.agencies().iter().map(|agency| &agency.id) {
        if !busy.contains(agency) && ledger.report_items(Some(agency)).iter().any(AgendaItem::is_own_and_late)
        {
            busy.insert(agency.clone());
        }
    }
    busy
}

fn of_today(today: NaiveDate, tracked_from: &BTreeMap<PlanId, Tracking>) -> AgendaFilter<'_> {
    AgendaFilter { agency: None, plan: None, horizon: Horizon::Week, shift: 0, today, tracked_from }
}

/// Drafts count as plans, press digests do not.
fn binding_plans(catalog: &Catalog, today: NaiveDate) -> Vec<&Plan> {
    let binding = |plan: &&Plan| plan.state != DocumentState::Secondary && plan.is_known_on(today);
    catalog.plans.iter().filter(binding).collect()
}

/// Counts one task for everybody who has, had or may have it, in one column each.
fn count_task(counts: &mut BTreeMap<AgencyId, AgencyCounts>, holds: &[(Role, Hold)]) {
    let agencies: BTreeSet<&AgencyId> = holds.iter().map(|(_, hold)| &hold.agency).collect();
    for agency in agencies {
        let Some(count) = counts.get_mut(agency) else { continue };
        match class_of(holds, agency) {
            Some(0) => count.lead += 1,
            Some(1) => count.coordinating += 1,
            Some(3) => count.passed += 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
