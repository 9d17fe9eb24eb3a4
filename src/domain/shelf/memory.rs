//! A shelf in the memory: of plans that stand in no database, and of tests.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::rc::Rc;

use chrono::NaiveDate;

use super::{Shelf, TaskTally};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::Target;
use crate::domain::plan::{Plan, PlanText};
use crate::domain::record::{Observation, ProgressEntry, Report, ReportHead, ReportKey, ReportQuery};
use crate::domain::task::{LinkKind, Task};

/// A shelf in the memory: of plans that stand in no database.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    tasks: BTreeMap<PlanId, Vec<Rc<Task>>>,
    texts: BTreeMap<PlanId, PlanText>,
    targets: BTreeMap<PlanId, Vec<Target>>,
    entries: Vec<ProgressEntry>,
    figures: Vec<Observation>,
    reports: Vec<Report>,
    sent: Vec<Report>,
}

impl Memory {
    /// Takes texts, targets and tasks out of the plans.
    pub fn of(plans: &mut [Plan]) -> Self {
        let mut memory = Self::default();
        for plan in plans {
            let tasks = std::mem::take(&mut plan.tasks).into_iter().map(Rc::new).collect();
            memory.tasks.insert(plan.id.clone(), tasks);
            memory.texts.insert(plan.id.clone(), std::mem::take(&mut plan.text));
            memory.targets.insert(plan.id.clone(), std::mem::take(&mut plan.targets));
        }
        memory
    }

    /// Gives a plan other tasks.
    #[cfg(test)]
    pub(crate) fn assign(&mut self, plan: &PlanId, tasks: Vec<Task>) {
        self.tasks.insert(plan.clone(), tasks.into_iter().map(Rc::new).collect());
    }

    /// Adds an entry.
    #[cfg(test)]
    pub(crate) fn enter(&mut self, entry: ProgressEntry) {
        self.entries.push(entry);
    }

    /// Adds a figure, or puts it over its older self.
    #[cfg(test)]
    pub(crate) fn observe(&mut self, figure: Observation) {
        self.figures.retain(|other| other.stamp.id != figure.stamp.id);
        self.figures.push(figure);
    }

    /// Adds a report, or puts it over its older self.
    #[cfg(test)]
    pub(crate) fn file(&mut self, report: Report) {
        self.reports.retain(|other| other.key() != report.key());
        self.reports.push(report);
    }

    /// Adds a version to the ledger.
    #[cfg(test)]
    pub(crate) fn send(&mut self, version: Report) {
        self.sent.push(version);
    }

    fn entries_where(&self, wanted: impl Fn(&ProgressEntry) -> bool) -> Vec<ProgressEntry> {
        self.entries.iter().filter(|entry| wanted(entry)).cloned().collect()
    }
}

impl Shelf for Memory {
    #[cfg(test)]
    fn memory(&self) -> Memory {
        self.clone()
    }

    fn task(&self, id: &ItemId) -> Option<Rc<Task>> {
        self.tasks.get(&id.plan())?.iter().find(|task| task.id == *id).cloned()
    }

    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>> {
        self.tasks.get(plan).cloned().unwrap_or_default()
    }

    fn text_of(&self, plan: &PlanId) -> Option<PlanText> {
        self.texts.get(plan).cloned()
    }

    fn targets_of(&self, plan: &PlanId) -> Option<Vec<Target>> {
        self.targets.get(plan).cloned()
    }

    fn tally(&self, plan: &PlanId) -> TaskTally {
        let tasks = self.tasks.get(plan).map_or(&[][..], Vec::as_slice);
        TaskTally { all: tasks.len(), orphans: tasks.iter().filter(|task| task.roles.is_empty()).count() }
    }

    fn linked_to(&self, id: &ItemId) -> Vec<(LinkKind, ItemId)> {
        let tasks = self.tasks.values().flatten();
        let linked = tasks.filter_map(|task| {
            let link = task.links.iter().find(|link| link.to == *id)?;
            Some((link.kind, task.id.clone()))
        });
        linked.collect()
    }

    fn entries_on(&self, task: &ItemId) -> Vec<ProgressEntry> {
        self.entries_where(|entry| entry.task == *task)
    }

    fn entries_by(&self, agency: &AgencyId, days: RangeInclusive<NaiveDate>) -> Vec<ProgressEntry> {
        self.entries_where(|entry| entry.agency == *agency && days.contains(&entry.as_of))
    }

    fn figures_of(&self, target: &ItemId, agency: Option<&AgencyId>) -> Vec<Observation> {
        let of = |figure: &&Observation| {
            figure.target == *target && agency.is_none_or(|agency| figure.agency == *agency)
        };
        self.figures.iter().filter(of).cloned().collect()
    }

    fn report(&self, key: &ReportKey) -> Option<Report> {
        self.reports.iter().find(|report| report.answers(key)).cloned()
    }

    fn heads(&self, wanted: &ReportQuery) -> Vec<ReportHead> {
        self.reports.iter().filter(|report| wanted.finds(report)).map(ReportHead::from).collect()
    }

    fn sent(&self, wanted: &ReportQuery) -> Vec<Report> {
        self.sent.iter().filter(|report| wanted.finds(report)).cloned().collect()
    }

    fn sent_as(&self, number: i64) -> Option<Report> {
        let numbered =
            |report: &&Report| report.sealed.as_ref().is_some_and(|sealed| sealed.number == number);
        self.sent.iter().find(numbered).cloned()
    }
}
