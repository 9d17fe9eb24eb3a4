//! The plans and the register of agencies together, with the look-ups that every layer needs.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::agency::Agency;
use super::ids::{AgencyId, ItemId, PlanId};
use super::indicator::Target;
use super::obligation::ReportingObligation;
use super::plan::Plan;
use super::succession::{Settled, Succession};
use super::task::Task;

/// Plans in the order of the register, agencies in protocol order.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// The plans.
    pub plans: Vec<Plan>,
    /// What users settled where the register leaves a successor open.
    pub settled: Settled,
    successions: Vec<Succession>,
    agencies: Vec<Agency>,
    by_id: HashMap<AgencyId, usize>,
}

impl Catalog {
    /// Puts plans and agencies together; agencies keep the order they are given in.
    pub fn new(plans: Vec<Plan>, agencies: Vec<Agency>) -> Self {
        let by_id = agencies.iter().enumerate().map(|(index, agency)| (agency.id.clone(), index)).collect();
        Self { plans, agencies, by_id, ..Self::default() }
    }

    /// The same with these successions, in the order of the register.
    #[must_use]
    pub fn with_successions(mut self, successions: Vec<Succession>) -> Self {
        self.successions = successions;
        self
    }

    /// The same with what users settled.
    #[must_use]
    pub fn with_settled(mut self, settled: Settled) -> Self {
        self.settled = settled;
        self
    }

    /// Puts another register in the place of the agencies.
    pub fn set_agencies(&mut self, agencies: Vec<Agency>) {
        let old = std::mem::take(self);
        *self = Self { settled: old.settled, successions: old.successions, ..Self::new(old.plans, agencies) };
    }

    /// All successions.
    pub fn successions(&self) -> &[Succession] {
        &self.successions
    }

    /// The successions from an agency.
    pub fn successors<'a>(&'a self, agency: &AgencyId) -> impl Iterator<Item = &'a Succession> {
        self.successions.iter().filter(move |succession| succession.from == *agency)
    }

    /// The successions to an agency.
    pub fn predecessors<'a>(&'a self, agency: &AgencyId) -> impl Iterator<Item = &'a Succession> {
        self.successions.iter().filter(move |succession| succession.to == *agency)
    }

    /// All agencies and groups.
    pub fn agencies(&self) -> &[Agency] {
        &self.agencies
    }

    /// One agency or group.
    pub fn agency(&self, id: &AgencyId) -> Option<&Agency> {
        self.by_id.get(id).map(|&index| &self.agencies[index])
    }

    /// The short name, or the identifier of an agency that the register does not know.
    pub fn short_name<'a>(&'a self, id: &'a AgencyId) -> &'a str {
        self.agency(id).map_or(id.as_str(), |agency| &agency.short)
    }

    /// One plan.
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == *id)
    }

    /// One task with its plan.
    pub fn task(&self, id: &ItemId) -> Option<(&Plan, &Task)> {
        let plan = self.plan(&id.plan())?;
        plan.tasks.iter().find(|task| task.id == *id).map(|task| (plan, task))
    }

    /// One target with its plan.
    pub fn target(&self, id: &ItemId) -> Option<(&Plan, &Target)> {
        let plan = self.plan(&id.plan())?;
        plan.targets.iter().find(|target| target.id == *id).map(|target| (plan, target))
    }

    /// One report obligation with its plan.
    pub fn obligation(&self, id: &ItemId) -> Option<(&Plan, &ReportingObligation)> {
        let plan = self.plan(&id.plan())?;
        plan.obligations.iter().find(|obligation| obligation.id == *id).map(|obligation| (plan, obligation))
    }

    /// Whether `agency` is `entry` itself, or a member of the group `entry` on `day`.
    pub fn covers(&self, entry: &AgencyId, agency: &AgencyId, day: NaiveDate) -> bool {
        entry == agency
            || self
                .agency(entry)
                .and_then(|group| group.group.as_ref())
                .is_some_and(|group| group.members.iter().any(|m| m.agency == *agency && m.holds_on(day)))
    }
}
