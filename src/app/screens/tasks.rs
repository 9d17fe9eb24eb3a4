//! View 2: agencies on the left, their tasks on the right, the selected task below.

use std::collections::BTreeSet;

use crate::domain::agency::Agency;
use crate::domain::heirs::{Hold, hold_of, task_holds};
use crate::domain::holdings::{Holdings, Owner};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::ProgressEntry;
use crate::domain::summary::{busy_agencies, counts_of};
use crate::domain::task::{Role, Task};
use crate::domain::ways::Ways;

use super::super::action::Action;
use super::super::layout::{Area, Frame};
use super::super::list::{List, Motion, Row};
use super::super::model::{Model, View};
use super::super::overlay::EditWhat;

mod list;

pub use list::{TaskList, TaskRow};

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 4;

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

/// A line of the left pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerRow {
    /// What it is.
    pub owner: Owner,
    /// Whether it is a group of agencies.
    pub is_group: bool,
    /// Whether its members or agencies are hidden.
    pub folded: bool,
}

/// The state of the view.
#[derive(Clone, Debug)]
pub struct TasksScreen {
    /// The pane that has the keys.
    pub pane: Pane,
    /// The pane in which something was last selected: that is told of first.
    pub told: Pane,
    /// Leave out what is done.
    pub only_open: bool,
    /// The user's own agency that was last selected by itself.
    pub chosen: Option<AgencyId>,
    /// How agencies come to tasks on the day that the screens show.
    ways: Ways,
    /// Agencies that have something to do.
    pub busy: BTreeSet<AgencyId>,
    /// Provinces that are folded.
    pub folded: BTreeSet<Option<String>>,
    /// The left pane.
    pub owners: List<OwnerRow>,
    /// The right pane.
    pub tasks: TaskList,
}

impl Default for TasksScreen {
    fn default() -> Self {
        Self {
            pane: Pane::Left,
            told: Pane::Left,
            only_open: false,
            chosen: None,
            ways: Ways::default(),
            busy: BTreeSet::new(),
            folded: BTreeSet::from([None]),
            owners: List::jumping(),
            tasks: TaskList::default(),
        }
    }
}

impl Row for OwnerRow {
    type Id = Owner;

    fn id(&self) -> Option<Owner> {
        Some(self.owner.clone())
    }
}

/// Cells of the left pane, its rule not counted.
pub fn left_width(width: u16) -> u16 {
    (width * 2 / 5).clamp(26, 44)
}

/// The two panes of the body.
pub fn panes(body: Area) -> (Area, Area) {
    let left = left_width(body.w);
    (body.left(left), body.after(left + 1))
}

impl Model {
    pub(in crate::app) fn refresh_tasks(&mut self) {
        self.counts.clear();
        self.tasks.ways = Ways::on(&self.catalog, self.day());
        self.tasks.busy =
            busy_agencies(&self.catalog, &self.calendar, &self.tracked_from, self.day(), &self.tasks.ways);
        self.refresh_owner_rows();
        self.select_own_agency();
        self.refresh_task_rows();
    }

    fn refresh_owner_rows(&mut self) {
        let rows = self.owner_rows();
        self.tasks.owners.set_rows(rows);
    }

    /// Counts for the agencies that are on the screen.
    fn count_owners(&mut self) {
        let missing = |(_, row): (bool, &OwnerRow)| match &row.owner {
            Owner::Agency(agency) if !self.counts.contains_key(agency) => Some(agency.clone()),
            _ => None,
        };
        let missing: Vec<AgencyId> = self.tasks.owners.visible().filter_map(missing).collect();
        if !missing.is_empty() {
            self.counts.extend(counts_of(
                &self.catalog,
                &self.calendar,
                &self.tracked_from,
                self.day(),
                &self.tasks.ways,
                &missing,
            ));
        }
    }

    fn refresh_task_rows(&mut self) {
        let owner = self.tasks.owners.selected_id();
        let (ways, only_open) = (&self.tasks.ways, self.tasks.only_open);
        let of = |owner: &Owner| Holdings::of(&self.catalog, ways, owner, self.day(), only_open);
        let holdings = owner.as_ref().map(of).unwrap_or_default();
        self.tasks.tasks.set(&self.catalog, owner, holdings, self.day());
    }

    /// Lists the tasks of the owner that is selected on the left; those of another one begin at the top.
    pub(in crate::app) fn follow_owner(&mut self) {
        if self.tasks.owners.selected_id().as_ref() != self.tasks.tasks.owner() {
            self.refresh_task_rows();
            self.tasks.tasks.go(&self.catalog, Motion::First);
        }
    }

    pub(in crate::app) fn fit_tasks(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        let rows = usize::from(body.h.saturating_sub(2));
        self.tasks.owners.set_height(rows);
        self.tasks.tasks.set_height(&self.catalog, rows);
        if self.view == View::Tasks && self.moved_at.is_none() {
            self.count_owners();
        }
    }

    pub(in crate::app) fn act_in_tasks(&mut self, action: Action) {
        match (action, self.tasks.pane) {
            (Action::NextPane | Action::PrevPane, Pane::Left) => self.tasks.pane = Pane::Right,
            (Action::NextPane | Action::PrevPane, Pane::Right) => self.tasks.pane = Pane::Left,
            (Action::Move(motion), Pane::Left) => {
                self.tasks.told = Pane::Left;
                let moved = self.tasks.owners.go(motion);
                self.selection_moved(moved);
            }
            (Action::Move(motion), Pane::Right) => {
                self.tasks.told = Pane::Right;
                let moved = self.tasks.tasks.go(&self.catalog, motion);
                self.selection_moved(moved);
            }
            (Action::Open, Pane::Left) => self.open_owner(),
            (Action::Right, Pane::Left) => self.unfold_or_enter(),
            (Action::Left, Pane::Left) => self.fold(true),
            (Action::Left | Action::Back, Pane::Right) => self.tasks.pane = Pane::Left,
            (Action::Open, Pane::Right) => {
                if let Some(task) = self.tasks.tasks.selected_id() {
                    self.open_task_sheet(&task);
                }
            }
            (Action::Edit, _) => {
                if let Some(task) = self.tasks.tasks.selected_id() {
                    self.open_entry_form(&EditWhat::Task(task));
                }
            }
            (Action::History, _) => self.open_history(),
            (Action::OnlyOpen, _) => {
                self.tasks.only_open = !self.tasks.only_open;
                self.refresh_task_rows();
            }
            _ => {}
        }
    }

    fn open_owner(&mut self) {
        match self.tasks.owners.selected_id() {
            Some(Owner::Province(province)) => self.set_folded(province, None),
            Some(_) => self.tasks.pane = Pane::Right,
            None => {}
        }
    }

    fn unfold_or_enter(&mut self) {
        match self.tasks.owners.selected_id() {
            Some(Owner::Province(province)) => self.set_folded(province, Some(false)),
            Some(_) => self.tasks.pane = Pane::Right,
            None => {}
        }
    }

    fn fold(&mut self, folded: bool) {
        let province = match self.tasks.owners.selected_id() {
            Some(Owner::Province(province)) => province,
            Some(Owner::Agency(agency)) => self.catalog.agency(&agency).and_then(|a| a.province.clone()),
            _ => return,
        };
        self.fold_province(province.clone(), Some(folded));
        self.tasks.owners.select(&Owner::Province(province));
        self.refresh_task_rows();
    }

    /// Folds a province or unfolds it, the other way round with `None`; whose tasks are listed is left to the caller.
    fn fold_province(&mut self, province: Option<String>, folded: Option<bool>) {
        let fold = folded.unwrap_or_else(|| !self.tasks.folded.contains(&province));
        if fold {
            self.tasks.folded.insert(province);
        } else {
            self.tasks.folded.remove(&province);
        }
        self.refresh_owner_rows();
    }

    fn set_folded(&mut self, province: Option<String>, folded: Option<bool>) {
        self.fold_province(province, folded);
        self.refresh_task_rows();
    }

    /// Selects an agency, unfolding its province, and gives the keys to the left pane.
    pub(in crate::app) fn select_owner(&mut self, agency: &AgencyId) {
        self.choose_owner(agency);
        self.refresh_task_rows();
    }

    /// The same; its tasks are not listed yet.
    fn choose_owner(&mut self, agency: &AgencyId) {
        if let Some(found) = self.catalog.agency(agency) {
            let province = found.province.clone();
            self.fold_province(province, Some(false));
        }
        (self.tasks.pane, self.tasks.told) = (Pane::Left, Pane::Left);
        self.tasks.owners.select(&Owner::Agency(agency.clone()));
    }

    /// Selects the user's own agency once, when one is chosen.
    fn select_own_agency(&mut self) {
        if self.tasks.chosen != self.my_agency
            && let Some(agency) = self.my_agency.clone()
        {
            self.tasks.chosen = Some(agency.clone());
            self.choose_owner(&agency);
        }
    }

    /// Selects a task under its first owner, and gives the keys to the right pane.
    pub(in crate::app) fn select_task(&mut self, task: &ItemId) {
        let Some((plan, found)) = self.catalog.task(task) else { return };
        let province = Owner::Province(Some(plan.province.clone()));
        let owner = found.roles.first().map_or(Owner::Nobody, |role| Owner::Agency(role.agency.clone()));
        // What was looked for must be seen, whatever was left out before.
        self.tasks.only_open = false;
        if let Owner::Agency(agency) = &owner {
            self.choose_owner(agency);
        }
        if !self.tasks.owners.select(&owner) {
            self.tasks.owners.select(&province);
        }
        self.refresh_task_rows();
        (self.tasks.pane, self.tasks.told) = (Pane::Right, Pane::Right);
        self.tasks.tasks.select(&self.catalog, task);
    }

    fn owner_rows(&self) -> Vec<OwnerRow> {
        let mut rows = Vec::new();
        if self.catalog.plans.iter().any(|plan| self.catalog.shelf().tally(&plan.id).orphans > 0) {
            rows.push(OwnerRow { owner: Owner::Nobody, is_group: false, folded: false });
        }
        for province in self.provinces() {
            let folded = self.tasks.folded.contains(&province);
            let mut agencies = self.busy_agencies(province.as_ref());
            if agencies.is_empty() {
                continue;
            }
            // What no longer exists stands last; its protocol order is kept.
            agencies.sort_by_key(|agency| !agency.exists_on(self.day()));
            rows.push(OwnerRow { owner: Owner::Province(province.clone()), is_group: false, folded });
            if !folded {
                rows.extend(agencies.into_iter().map(|agency| OwnerRow {
                    owner: Owner::Agency(agency.id.clone()),
                    is_group: agency.group.is_some(),
                    folded: false,
                }));
            }
        }
        rows
    }

    /// The agencies of a province that have something to do, in protocol order.
    fn busy_agencies(&self, province: Option<&String>) -> Vec<&Agency> {
        let busy = |agency: &&Agency| self.tasks.busy.contains(&agency.id);
        self.catalog
            .agencies()
            .iter()
            .filter(|agency| agency.province.as_ref() == province)
            .filter(busy)
            .collect()
    }

    /// Provinces in the order of the register, the user's own first, central bodies last.
    fn provinces(&self) -> Vec<Option<String>> {
        let mine =
            self.my_agency.as_ref().and_then(|id| self.catalog.agency(id)).and_then(|a| a.province.clone());
        let mut provinces: Vec<Option<String>> = mine.into_iter().map(Some).collect();
        for agency in self.catalog.agencies() {
            if agency.province.is_some() && !provinces.contains(&agency.province) {
                provinces.push(agency.province.clone());
            }
        }
        provinces.push(None);
        provinces
    }

    /// The role that decides how the agency stands to the task: its own before its group's, answerable ones first.
    pub fn role_in(&self, task: &Task, agency: &AgencyId) -> Option<Role> {
        self.hold_in(task, agency).map(|(role, _)| role)
    }

    /// How the agency comes to the task on the day that the screens show, and in which role.
    pub fn hold_in(&self, task: &Task, agency: &AgencyId) -> Option<(Role, Hold)> {
        hold_of(&task_holds(&self.catalog, task, self.day()), agency).cloned()
    }

    /// The agency that is selected on the left, as of the last pause of the keys: whose tasks are shown.
    pub fn selected_agency(&self) -> Option<AgencyId> {
        match self.tasks.tasks.owner() {
            Some(Owner::Agency(agency)) => Some(agency.clone()),
            _ => None,
        }
    }

    /// The latest entry on a task as of the day that the screens show: of one agency, or of any.
    pub fn latest_entry(&self, task: &ItemId, agency: Option<&AgencyId>) -> Option<ProgressEntry> {
        self.catalog.shelf().latest_entry(task, agency, self.day())
    }
}
