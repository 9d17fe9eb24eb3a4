//! How many tasks each agency leads, takes part in, and is late with.

use crate::domain::occurrence::Tracking;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::agenda::{AgendaFilter, AgendaItem, Horizon, Ledger, count_late};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::heirs::{Hold, task_holds};
use super::holdings::{class_of, tally};
use super::ids::{AgencyId, PlanId};
use super::plan::{DocumentState, Plan};
use super::shelf::{Index, Stretch};
use super::task::Role;
use super::ways::Ways;

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

/// The numbers of some agencies; see [`agency_counts`]. `ways` are those of that day.
pub fn counts_of(
    catalog: &Catalog,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
    ways: &Ways,
    agencies: &[AgencyId],
) -> BTreeMap<AgencyId, AgencyCounts> {
    let Some(index) = catalog.shelf().index() else {
        let mut all = agency_counts(catalog, calendar, tracked_from, today);
        all.retain(|agency, _| agencies.contains(agency));
        return all;
    };
    let filter = of_today(today, tracked_from);
    let ledger = Ledger::about(Some(agencies), catalog, calendar, &filter);
    let stretches = index.stretches(&binding_ids(catalog, today));
    let count = |agency: &AgencyId| {
        let [lead, coordinating, _, passed] = tally(catalog, index, ways, agency, today, &stretches);
        let filter = AgendaFilter { agency: Some(agency.clone()), ..of_today(today, tracked_from) };
        let overdue = count_late(&ledger, index, &filter, ways.of(agency));
        AgencyCounts { lead, coordinating, overdue, passed }
    };
    agencies.iter().map(|agency| (agency.clone(), count(agency))).collect()
}

/// Those that have, had or may have a task, or are late with a report. `ways` are those of that day.
pub fn busy_agencies(
    catalog: &Catalog,
    calendar: &Calendar,
    tracked_from: &BTreeMap<PlanId, Tracking>,
    today: NaiveDate,
    ways: &Ways,
) -> BTreeSet<AgencyId> {
    let Some(index) = catalog.shelf().index() else {
        let all = agency_counts(catalog, calendar, tracked_from, today).into_iter();
        let busy = all.filter(|(_, count)| *count != AgencyCounts::default());
        return busy.map(|(agency, _)| agency).collect();
    };
    let mut busy = with_tasks(index, &index.stretches(&binding_ids(catalog, today)), ways);
    busy.extend(catalog.settled().heirs.values().flatten().cloned());
    let filter = of_today(today, tracked_from);
    let others = catalog.agencies().iter().map(|agency| agency.id.clone()).filter(|id| !busy.contains(id));
    let others: Vec<AgencyId> = others.collect();
    let ledger = Ledger::about(Some(&others), catalog, calendar, &filter);
    let is_late = |id: &AgencyId| ledger.report_items(Some(id)).iter().any(AgendaItem::is_own_and_late);
    busy.extend(others.iter().filter(|id| is_late(id)).cloned());
    busy
}

/// Those that have, had or may have a task of these stretches.
fn with_tasks(index: &dyn Index, stretches: &[Stretch], ways: &Ways) -> BTreeSet<AgencyId> {
    let mut told: BTreeMap<(&AgencyId, bool), bool> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for (agency, ways) in ways.all() {
        for (entry, hold) in ways {
            // What passed on is told whatever the role was.
            let counted = !hold.ground.has_passed();
            let names = || index.names(entry, stretches, counted);
            if *told.entry((entry, counted)).or_insert_with(names) {
                found.insert(agency.clone());
                break;
            }
        }
    }
    found
}

fn of_today(today: NaiveDate, tracked_from: &BTreeMap<PlanId, Tracking>) -> AgendaFilter<'_> {
    AgendaFilter { agency: None, plan: None, horizon: Horizon::Week, shift: 0, today, tracked_from }
}

/// Drafts count as plans, press digests do not.
fn binding_plans(catalog: &Catalog, today: NaiveDate) -> Vec<&Plan> {
    let binding = |plan: &&Plan| plan.state != DocumentState::Secondary && plan.is_known_on(today);
    catalog.plans.iter().filter(binding).collect()
}

fn binding_ids(catalog: &Catalog, today: NaiveDate) -> Vec<&PlanId> {
    binding_plans(catalog, today).into_iter().map(|plan| &plan.id).collect()
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
