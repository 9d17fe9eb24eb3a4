//! The plans and the register of agencies together, with the look-ups that every layer needs.

use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

use super::agency::Agency;
use super::decision::{Decision, Duty};
use super::heirs::Followed;
use super::ids::{AgencyId, IdMap, ItemId, PlanId};
use super::indicator::Target;
use super::obligation::ReportingObligation;
use super::plan::{DocumentState, Plan, PlanText};
use super::schedule::{Rule, Schedule};
use super::settled::Settled;
use super::shelf::{Index, Memory, Moment, Shelf, TaskNo};
use super::succession::Succession;
use super::task::Task;

/// The text of a plan that is not there.
static NO_TEXT: PlanText = PlanText::EMPTY;

/// What is read of a plan when it is first asked for.
#[derive(Clone, Debug, Default)]
struct Asked {
    text: OnceCell<PlanText>,
    targets: OnceCell<Vec<Target>>,
}

/// Plans in the order of the register, agencies in protocol order.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// The plans, without their texts, targets and tasks: those stand on the shelf.
    pub plans: Vec<Plan>,
    shelf: Rc<dyn Shelf>,
    /// What was asked for of each plan.
    asked: IdMap<PlanId, Asked>,
    successions: Vec<Succession>,
    agencies: Vec<Agency>,
    by_id: IdMap<AgencyId, usize>,
    /// What users settled.
    settled: Settled,
    /// Plans as they were printed, of those that a decision changed.
    printed: Vec<Plan>,
    /// Kept for `heirs`.
    followed: Followed,
}

impl Catalog {
    /// Puts plans and agencies together that stand in no database; agencies keep the order they are given in.
    pub fn new(mut plans: Vec<Plan>, agencies: Vec<Agency>) -> Self {
        let shelf = Rc::new(Memory::of(&mut plans));
        Self::on(shelf, plans, agencies)
    }

    /// Puts plans and agencies together whose texts, targets and tasks stand on a shelf.
    pub fn on(shelf: Rc<dyn Shelf>, plans: Vec<Plan>, agencies: Vec<Agency>) -> Self {
        let by_id = index(&agencies);
        let asked = plans.iter().map(|plan| (plan.id.clone(), Asked::default())).collect();
        let (successions, printed, settled) = (Vec::new(), Vec::new(), Settled::default());
        let followed = Followed::default();
        Self { plans, shelf, asked, successions, agencies, by_id, settled, printed, followed }
    }

    /// The same with these successions, in the order of the register.
    #[must_use]
    pub fn with_successions(mut self, successions: Vec<Succession>) -> Self {
        self.successions = successions;
        self.followed = Followed::default();
        self
    }

    /// Lets these decisions hold as of a day, and no others: numbers of drafts and first years change the plans.
    pub fn settle(&mut self, decisions: &[Decision], day: NaiveDate) {
        for printed in std::mem::take(&mut self.printed) {
            if let Some(plan) = self.plans.iter_mut().find(|plan| plan.id == printed.id) {
                *plan = printed;
            }
        }
        self.settled = Settled::of(decisions, day);
        self.followed = Followed::default();
        for plan in self.plans.iter_mut().filter(|plan| self.settled.changes(&plan.id)) {
            let mut settled = plan.clone();
            settle_plan(&mut settled, &self.settled);
            if settled != *plan {
                self.printed.push(std::mem::replace(plan, settled));
            }
        }
    }

    /// The same with what users settled.
    #[cfg(test)]
    pub(crate) fn with_settled(mut self, settled: Settled) -> Self {
        self.settled = settled;
        self.followed = Followed::default();
        self
    }

    /// Gives a plan other tasks.
    #[cfg(test)]
    pub(crate) fn assign(&mut self, plan: &str, tasks: Vec<Task>) {
        self.on_shelf(|memory| memory.assign(&PlanId::new(plan), tasks));
    }

    /// Changes what stands on a shelf in the memory.
    #[cfg(test)]
    pub(crate) fn on_shelf(&mut self, change: impl FnOnce(&mut Memory)) {
        let mut memory = self.shelf.memory();
        change(&mut memory);
        self.shelf = Rc::new(memory);
    }

    /// Adds a progress entry.
    #[cfg(test)]
    pub(crate) fn enter(&mut self, entry: super::record::ProgressEntry) {
        self.on_shelf(|memory| memory.enter(entry));
    }

    /// Adds a report.
    #[cfg(test)]
    pub(crate) fn file(&mut self, report: super::record::Report) {
        self.on_shelf(|memory| memory.file(report));
    }

    /// What users settled.
    pub fn settled(&self) -> &Settled {
        &self.settled
    }

    /// Whether the plan was printed as a draft, though a number and a date were entered since.
    pub fn was_draft(&self, id: &PlanId) -> bool {
        let issued = self.settled.issue(id).is_some();
        issued && self.printed.iter().any(|plan| plan.id == *id && plan.state == DocumentState::Draft)
    }

    /// Puts another register in the place of the agencies.
    pub fn set_agencies(&mut self, agencies: Vec<Agency>) {
        self.by_id = index(&agencies);
        self.agencies = agencies;
        self.followed = Followed::default();
    }

    pub(super) fn followed(&self) -> &Followed {
        &self.followed
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

    /// What a plan is founded on, how it is laid out and whom it goes to; read when it is first asked for.
    pub fn text(&self, plan: &PlanId) -> &PlanText {
        let text = self.asked.get(plan).and_then(|asked| known(&asked.text, || self.shelf.text_of(plan)));
        text.unwrap_or(&NO_TEXT)
    }

    /// Every value that a plan aims at; read when it is first asked for.
    pub fn targets(&self, plan: &PlanId) -> &[Target] {
        let asked = self.asked.get(plan);
        asked
            .and_then(|asked| known(&asked.targets, || self.shelf.targets_of(plan)))
            .map_or(&[], Vec::as_slice)
    }

    /// Where texts, targets, tasks and what was entered stand.
    pub fn shelf(&self) -> &dyn Shelf {
        &*self.shelf
    }

    /// Lets everything on the shelf be read as of one moment, as long as the answer lives.
    pub fn moment(&self) -> Moment {
        Moment::of(&self.shelf)
    }

    /// One task with its plan.
    pub fn task(&self, id: &ItemId) -> Option<(&Plan, Rc<Task>)> {
        self.with_plan(self.shelf.task(id)?)
    }

    /// The task at a place of the index with its plan.
    pub fn task_at(&self, index: &dyn Index, no: TaskNo) -> Option<(&Plan, Rc<Task>)> {
        self.with_plan(index.task_at(no)?)
    }

    fn with_plan(&self, task: Rc<Task>) -> Option<(&Plan, Rc<Task>)> {
        let plan = self.plan(&task.id.plan())?;
        Some((plan, self.settle_task(task)))
    }

    /// The tasks of a plan, in its order.
    pub fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>> {
        self.shelf.tasks_of(plan).into_iter().map(|task| self.settle_task(task)).collect()
    }

    /// The task with the first year that users settled.
    fn settle_task(&self, mut task: Rc<Task>) -> Rc<Task> {
        if self.settled.changes(&task.id.plan()) {
            let settled = Rc::make_mut(&mut task);
            let duty = Duty::Task(settled.id.clone());
            settle_rule(&mut settled.schedule.rule, &self.settled, || duty);
        }
        task
    }

    /// One target with its plan.
    pub fn target(&self, id: &ItemId) -> Option<(&Plan, &Target)> {
        let plan = self.plan(&id.plan())?;
        let found = self.targets(&plan.id).iter().find(|target| target.id == *id);
        found.map(|target| (plan, target))
    }

    /// One report obligation with its plan.
    pub fn obligation(&self, id: &ItemId) -> Option<(&Plan, &ReportingObligation)> {
        let plan = self.plan(&id.plan())?;
        plan.obligations.iter().find(|obligation| obligation.id == *id).map(|obligation| (plan, obligation))
    }

    /// The schedule of a task or of a report obligation.
    pub fn schedule_of(&self, duty: &Duty) -> Option<Schedule> {
        match duty {
            Duty::Task(id) => self.task(id).map(|(_, task)| task.schedule.clone()),
            Duty::Obligation(id) => self.obligation(id).map(|(_, obligation)| obligation.schedule.clone()),
        }
    }

    /// The rule of a task or of a report obligation.
    pub fn rule_of(&self, duty: &Duty) -> Option<Rule> {
        self.schedule_of(duty).map(|schedule| schedule.rule)
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

impl Default for Catalog {
    fn default() -> Self {
        Self::new(Vec::new(), Vec::new())
    }
}

fn index(agencies: &[Agency]) -> IdMap<AgencyId, usize> {
    agencies.iter().enumerate().map(|(index, agency)| (agency.id.clone(), index)).collect()
}

/// What was read into its place, or is read now; what cannot be read is asked for again.
fn known<T>(place: &OnceCell<T>, read: impl FnOnce() -> Option<T>) -> Option<&T> {
    match place.get() {
        Some(known) => Some(known),
        None => read().map(|found| place.get_or_init(|| found)),
    }
}

fn settle_plan(plan: &mut Plan, settled: &Settled) {
    if let Some((number, issued_on)) = settled.issue(&plan.id).filter(|_| plan.state == DocumentState::Draft)
    {
        (plan.number, plan.issued_on, plan.state) =
            (Some(number.clone()), Some(*issued_on), DocumentState::Issued);
    }
    for obligation in &mut plan.obligations {
        settle_rule(&mut obligation.schedule.rule, settled, || Duty::Obligation(obligation.id.clone()));
    }
}

fn settle_rule(rule: &mut Rule, settled: &Settled, duty: impl FnOnce() -> Duty) {
    if let Rule::EveryYears { anchor: anchor @ None, .. } = rule {
        *anchor = settled.first_year(&duty());
    }
}
