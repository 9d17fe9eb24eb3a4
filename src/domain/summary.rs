//! How many tasks each agency leads, takes part in, and is late with.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::agenda::{AgendaFilter, AgendaGroup, Horizon, Ledger};
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::change::Records;
use super::ids::{AgencyId, PlanId};
use super::plan::{DocumentState, Plan};
use super::task::{Role, Task};

/// The three numbers beside an agency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgencyCounts {
    /// Tasks that it answers for.
    pub lead: usize,
    /// Tasks in which it takes part and does not answer for.
    pub coordinating: usize,
    /// Items of its agenda that are overdue, reports included.
    pub overdue: usize,
}

/// The numbers of every agency of the register on `today`, directly or through a listed group.
///
/// Drafts count as plans, press digests do not; what a draft asks for is never overdue.
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
        let leads = holders(catalog, task, today, Role::is_answerable);
        let coordinators = holders(catalog, task, today, |role| role == Role::Coordinating);
        for id in &leads {
            counts.entry((*id).clone()).and_modify(|count| count.lead += 1);
        }
        for id in coordinators.difference(&leads) {
            counts.entry((*id).clone()).and_modify(|count| count.coordinating += 1);
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

/// The agencies and groups that hold such a role in a task, with the members of listed groups on `day`.
fn holders<'a>(
    catalog: &'a Catalog,
    task: &'a Task,
    day: NaiveDate,
    wanted: impl Fn(Role) -> bool,
) -> BTreeSet<&'a AgencyId> {
    let mut found = BTreeSet::new();
    for link in task.roles.iter().filter(|link| wanted(link.role)) {
        found.insert(&link.agency);
        found.extend(
            catalog.agency(&link.agency).and_then(|agency| agency.members_on(day)).unwrap_or_default(),
        );
    }
    found
}

#[cfg(test)]
mod tests;
