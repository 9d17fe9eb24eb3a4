//! View 7: the register of documents, the outline of a plan, and what each clause created.

use crate::domain::ids::PlanId;
use crate::domain::plan::{Plan, PlanText};

use super::super::action::Action;
use super::super::layout::Frame;
use super::super::list::{List, Motion, Row};
use super::super::model::Model;
use super::tasks::Pane;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 5;

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow(pub PlanId);

/// A line of the outline: the place of the clause in its plan, its path and its depth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseRow {
    /// Path as printed.
    pub path: String,
    /// How deep it lies, from 0.
    pub depth: usize,
}

/// The state of the view.
#[derive(Clone, Debug)]
pub struct PlansScreen {
    /// The pane that has the keys.
    pub pane: Pane,
    /// The register.
    pub plans: List<PlanRow>,
    /// The outline of the shown plan.
    pub clauses: List<ClauseRow>,
    /// The plan whose outline it is: the selected one, as of the last pause of the keys.
    shown: Option<PlanId>,
}

impl Default for PlansScreen {
    fn default() -> Self {
        Self { pane: Pane::Left, plans: List::jumping(), clauses: List::jumping(), shown: None }
    }
}

impl Row for PlanRow {
    type Id = PlanId;

    fn id(&self) -> Option<PlanId> {
        Some(self.0.clone())
    }
}

impl Row for ClauseRow {
    type Id = String;

    fn id(&self) -> Option<String> {
        Some(self.path.clone())
    }
}

impl Model {
    pub(in crate::app) fn refresh_plans(&mut self) {
        let rows = self.catalog.plans.iter().map(|plan| PlanRow(plan.id.clone())).collect();
        self.plans.plans.set_rows(rows);
        self.refresh_clauses();
    }

    fn refresh_clauses(&mut self) {
        self.plans.shown = self.plans.plans.selected_id();
        let rows = self.shown_plan().map_or_else(Vec::new, |plan| clause_rows(self.catalog.text(&plan.id)));
        self.plans.clauses.set_rows(rows);
    }

    /// Shows the outline of the plan that is selected on the left; that of another one begins at the top.
    pub(in crate::app) fn follow_plan(&mut self) {
        if self.plans.plans.selected_id() != self.plans.shown {
            self.refresh_clauses();
            self.plans.clauses.go(Motion::First);
        }
    }

    pub(in crate::app) fn fit_plans(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        let rows = usize::from(body.h.saturating_sub(2));
        self.plans.plans.set_height(rows);
        self.plans.clauses.set_height(rows);
    }

    /// The plan whose outline is shown.
    pub fn shown_plan(&self) -> Option<&Plan> {
        self.plans.shown.as_ref().and_then(|id| self.catalog.plan(id))
    }

    pub(in crate::app) fn act_in_plans(&mut self, action: Action) {
        match (action, self.plans.pane) {
            (Action::NextPane | Action::PrevPane | Action::Right, Pane::Left) => {
                self.plans.pane = Pane::Right;
                self.selection_moved(true);
            }
            (Action::NextPane | Action::PrevPane | Action::Left | Action::Back, Pane::Right) => {
                self.plans.pane = Pane::Left;
                self.selection_moved(true);
            }
            (Action::Move(motion), Pane::Left) => {
                let moved = self.plans.plans.go(motion);
                self.selection_moved(moved);
            }
            (Action::Move(motion), Pane::Right) => {
                let moved = self.plans.clauses.go(motion);
                self.selection_moved(moved);
            }
            (Action::Open, Pane::Left) => {
                if let Some(plan) = self.plans.plans.selected_id() {
                    self.open_plan_sheet(&plan);
                }
            }
            (Action::Open, Pane::Right) => {
                if let (Some(plan), Some(path)) =
                    (self.plans.plans.selected_id(), self.plans.clauses.selected_id())
                {
                    self.open_clause_sheet(&plan, &path);
                }
            }
            _ => {}
        }
    }

    /// Selects a clause of a plan; a number within a bullet leads to its bullet.
    pub(in crate::app) fn select_clause(&mut self, plan: &PlanId, reference: &str) {
        self.plans.plans.select(&PlanRow(plan.clone()).0);
        self.refresh_clauses();
        let path = self
            .shown_plan()
            .and_then(|plan| self.catalog.text(&plan.id).clause(reference))
            .map(|clause| clause.path.clone());
        if let Some(path) = path {
            self.plans.clauses.select(&path);
            self.plans.pane = Pane::Right;
        } else {
            self.plans.pane = Pane::Left;
        }
    }
}

fn clause_rows(text: &PlanText) -> Vec<ClauseRow> {
    text.clauses
        .iter()
        .map(|clause| ClauseRow {
            path: clause.path.clone(),
            depth: clause
                .path
                .chars()
                .filter(|c| matches!(c, '.' | '#'))
                .count()
                .saturating_sub(usize::from(clause.path.starts_with('#'))),
        })
        .collect()
}
