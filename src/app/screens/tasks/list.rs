//! The right pane: rows of which only those on the screen are read, and worked out when they come there.

use chrono::NaiveDate;

use crate::domain::catalog::Catalog;
use crate::domain::holdings::{HeldTask, HoldingRow, Holdings, Owner};
use crate::domain::ids::{ItemId, PlanId};

use super::super::super::list::{Cursor, Motion, Shape};

/// Tasks under their plans, with selection and window.
#[derive(Clone, Debug)]
pub struct TaskList {
    owner: Option<Owner>,
    holdings: Holdings,
    cursor: Cursor,
    /// The day as of which the rows are worked out.
    day: NaiveDate,
    /// The rows on the screen, and the number of the first.
    shown: (usize, Vec<TaskRow>),
}

/// A row of the right pane.
#[derive(Clone, Debug)]
pub enum TaskRow {
    /// A plan, and how many of its tasks are listed.
    Plan(PlanId, usize),
    /// A task; `None`: it cannot be read now.
    Task(ItemId, Option<Box<HeldTask>>),
}

impl Default for TaskList {
    fn default() -> Self {
        Self {
            owner: None,
            holdings: Holdings::default(),
            cursor: Cursor::jumping(),
            day: NaiveDate::MIN,
            shown: (0, Vec::new()),
        }
    }
}

impl Shape for Holdings {
    fn count(&self) -> usize {
        self.len()
    }

    fn is_item(&self, at: usize) -> bool {
        self.is_task(at)
    }
}

impl TaskList {
    /// Replaces the rows by those of an owner on a day; the task that was selected stays selected if it is still there.
    pub fn set(&mut self, catalog: &Catalog, owner: Option<Owner>, holdings: Holdings, day: NaiveDate) {
        let selected = self.selected_id();
        (self.owner, self.holdings, self.day) = (owner, holdings, day);
        self.shown.1.clear();
        let kept = selected.and_then(|id| self.holdings.position(catalog, &id));
        self.cursor.settle(&self.holdings, kept);
        self.read(catalog);
    }

    /// Whose tasks they are.
    pub fn owner(&self) -> Option<&Owner> {
        self.owner.as_ref()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.holdings.is_empty()
    }

    /// The task that is selected.
    pub fn selected_id(&self) -> Option<ItemId> {
        match self.shown.1.get(self.cursor.index.checked_sub(self.shown.0)?)? {
            TaskRow::Task(id, _) => Some(id.clone()),
            TaskRow::Plan(..) => None,
        }
    }

    /// Selects a task; false if it is not there.
    pub fn select(&mut self, catalog: &Catalog, task: &ItemId) -> bool {
        let Some(at) = self.holdings.position(catalog, task) else { return false };
        self.cursor.select(&self.holdings, at);
        self.read_on(catalog);
        true
    }

    /// Says how many rows the screen shows.
    pub fn set_height(&mut self, catalog: &Catalog, height: usize) {
        self.cursor.set_height(&self.holdings, height);
        self.read_on(catalog);
    }

    /// Moves the selection; true if it changed.
    pub fn go(&mut self, catalog: &Catalog, motion: Motion) -> bool {
        let moved = self.cursor.go(&self.holdings, motion);
        self.read_on(catalog);
        moved
    }

    /// The rows on the screen, each with whether it is selected.
    pub fn visible(&self) -> impl Iterator<Item = (bool, &TaskRow)> {
        let (first, rows) = &self.shown;
        let selected = |at: usize, row: &TaskRow| at == self.cursor.index && matches!(row, TaskRow::Task(..));
        rows.iter().zip(*first..).map(move |(row, at)| (selected(at, row), row))
    }

    /// Whether rows lie above and below the window.
    pub fn more(&self) -> (bool, bool) {
        self.cursor.more(self.holdings.len())
    }

    /// Reads the rows if the window went on.
    fn read_on(&mut self, catalog: &Catalog) {
        let (first, rows) = &self.shown;
        if self.cursor.window(self.holdings.len()) != (*first..first + rows.len()) {
            self.read(catalog);
        }
    }

    /// Works out the rows of the window that were not shown before.
    fn read(&mut self, catalog: &Catalog) {
        let window = self.cursor.window(self.holdings.len());
        let mut known = std::mem::take(&mut self.shown.1);
        let mut work_out = |row| match row {
            HoldingRow::Plan(plan, count) => TaskRow::Plan(plan, count),
            HoldingRow::Task(id) => {
                let at =
                    known.iter().position(|row| matches!(row, TaskRow::Task(old, Some(_)) if *old == id));
                at.map(|at| known.swap_remove(at)).unwrap_or_else(|| {
                    let owner = self.owner.as_ref();
                    let held = owner.and_then(|owner| HeldTask::read(catalog, owner, &id, self.day));
                    TaskRow::Task(id, held.map(Box::new))
                })
            }
        };
        let rows = self.holdings.rows(catalog, window.clone()).into_iter().map(&mut work_out).collect();
        self.shown = (window.start, rows);
    }
}
