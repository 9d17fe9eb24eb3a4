//! View 3: every value aimed at, how far it is, and what the evaluation says.

use crate::domain::evaluation::{Evaluation, Tolerance, Verdict, evaluate, gathering_desks};
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::indicator::Target;
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::Observation;

use super::super::action::Action;
use super::super::layout::Frame;
use super::super::list::{List, Row};
use super::super::model::Model;
use super::super::overlay::EditWhat;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 7;

/// A line of the view.
#[derive(Clone, Debug)]
pub enum TargetRow {
    /// A plan as heading, with the number of targets, of those behind and of those that cannot be judged.
    Plan(PlanId, TargetTally),
    /// A target with its evaluation.
    Target(ItemId, Box<Evaluation>),
}

/// Counts over the targets of one plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TargetTally {
    /// All of them.
    pub total: usize,
    /// Behind or slightly behind.
    pub behind: usize,
    /// Without a baseline or a figure.
    pub unknown: usize,
}

/// The state of the view.
#[derive(Clone, Debug)]
pub struct TargetsScreen {
    /// One plan, or all.
    pub plan: Option<PlanId>,
    /// Only what is behind.
    pub only_behind: bool,
    /// Farthest behind first.
    pub sorted: bool,
    /// The rows.
    pub list: List<TargetRow>,
}

impl Default for TargetsScreen {
    fn default() -> Self {
        Self { plan: None, only_behind: false, sorted: false, list: List::scrolling() }
    }
}

impl Row for TargetRow {
    type Id = ItemId;

    fn id(&self) -> Option<ItemId> {
        match self {
            Self::Plan(..) => None,
            Self::Target(id, _) => Some(id.clone()),
        }
    }
}

impl Model {
    pub(in crate::app) fn refresh_targets(&mut self) {
        let mut rows = Vec::new();
        for plan in &self.catalog.plans {
            let targets = self.catalog.targets(&plan.id);
            if targets.is_empty() || self.targets.plan.as_ref().is_some_and(|only| *only != plan.id) {
                continue;
            }
            let mut judged: Vec<_> =
                targets.iter().map(|target| (target, self.evaluate(plan, target))).collect();
            let of_all = tally(&judged);
            judged.retain(|(_, evaluation)| !self.targets.only_behind || is_behind(evaluation.verdict));
            if judged.is_empty() {
                continue;
            }
            if self.targets.sorted {
                judged.sort_by(|(_, a), (_, b)| lag(b).total_cmp(&lag(a)));
            }
            rows.push(TargetRow::Plan(plan.id.clone(), of_all));
            let row = |(target, e): (&Target, _)| TargetRow::Target(target.id.clone(), Box::new(e));
            rows.extend(judged.into_iter().map(row));
        }
        self.targets.list.set_rows(rows);
    }

    pub(in crate::app) fn fit_targets(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.targets.list.set_height(usize::from(body.h.saturating_sub(2)));
    }

    /// The evaluation of a target on the day that the screens show.
    pub fn evaluate(&self, plan: &Plan, target: &Target) -> Evaluation {
        let observations = self.observations_of(&target.id);
        let observations: Vec<_> = observations.iter().collect();
        let desks = gathering_desks(&self.catalog, plan, self.day());
        evaluate(target, &observations, &desks, start_of(plan), self.day(), Tolerance::default())
    }

    /// All figures of a target, oldest first.
    pub fn observations_of(&self, target: &ItemId) -> Vec<Observation> {
        let mut found = self.catalog.shelf().figures_of(target, None);
        found.retain(|o| o.as_of <= self.day());
        found.sort_by_key(|o| (o.as_of, o.stamp.id));
        found
    }

    pub(in crate::app) fn act_in_targets(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.targets.list.go(motion);
                self.selection_moved(moved);
            }
            Action::OnlyOpen => {
                self.targets.only_behind = !self.targets.only_behind;
                self.refresh_targets();
            }
            Action::Sort => {
                self.targets.sorted = !self.targets.sorted;
                self.refresh_targets();
            }
            Action::NextPlan => {
                self.targets.plan = self.next_plan_with_targets();
                self.refresh_targets();
            }
            Action::Open => {
                if let Some(target) = self.targets.list.selected_id() {
                    self.open_target_sheet(&target);
                }
            }
            Action::Edit => {
                if let Some(target) = self.targets.list.selected_id() {
                    self.open_entry_form(&EditWhat::Target(target));
                }
            }
            Action::Back => {
                self.targets.plan = None;
                self.targets.only_behind = false;
                self.refresh_targets();
            }
            _ => {}
        }
    }

    fn next_plan_with_targets(&self) -> Option<PlanId> {
        let plans: Vec<_> = self
            .catalog
            .plans
            .iter()
            .map(|plan| &plan.id)
            .filter(|id| !self.catalog.targets(id).is_empty())
            .collect();
        match &self.targets.plan {
            None => plans.first().copied().cloned(),
            Some(shown) => {
                let at = plans.iter().position(|id| *id == shown)?;
                plans.get(at + 1).copied().cloned()
            }
        }
    }

    /// Selects a target, whatever filters were on.
    pub(in crate::app) fn select_target(&mut self, target: &ItemId) {
        self.targets.only_behind = false;
        if self.targets.plan.as_ref().is_some_and(|plan| *plan != target.plan()) {
            self.targets.plan = None;
        }
        self.refresh_targets();
        self.targets.list.select(target);
    }
}

/// The day from which a plan's targets run: its day of issue, when it is issued.
fn start_of(plan: &Plan) -> Option<chrono::NaiveDate> {
    plan.issued_on.filter(|_| plan.state == DocumentState::Issued)
}

/// Whether a verdict means behind.
pub fn is_behind(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Behind | Verdict::SlightlyBehind)
}

/// How far behind, as a share of the way; what cannot be judged comes last.
fn lag(evaluation: &Evaluation) -> f64 {
    match (is_behind(evaluation.verdict), evaluation.gap) {
        (true, Some(gap)) => gap.abs(),
        (true, None) => 0.0,
        _ => -1.0,
    }
}

fn tally(judged: &[(&Target, Evaluation)]) -> TargetTally {
    TargetTally {
        total: judged.len(),
        behind: judged.iter().filter(|(_, e)| is_behind(e.verdict)).count(),
        unknown: judged
            .iter()
            .filter(|(_, e)| matches!(e.verdict, Verdict::NoBaseline | Verdict::NoFigure))
            .count(),
    }
}
