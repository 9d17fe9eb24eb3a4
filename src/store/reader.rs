//! The shelf of the running program: tasks, entries, figures and reports, read from the database when they are asked
//! for.
//!
//! A connection of its own that only reads: the store thread writes meanwhile. It waits for nobody for long, because
//! the screen waits for it.

use std::cell::Cell;
use std::fmt;
use std::ops::RangeInclusive;
use std::rc::Rc;
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::{Connection, Params};

use super::agency_ids::AgencyIds;
use super::error::{StoreError, sql_failure};
use super::index::ALL;
use super::rows::{self, Line};
use super::values::Day;
use super::{ledger, observations, plans, progress, reports, targets, tasks};
use crate::domain::change::Failure;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::Target;
use crate::domain::plan::PlanText;
use crate::domain::record::{
    Observation, ProgressEntry, Report, ReportHead, ReportKey, ReportQuery, ReportStanding,
};
use crate::domain::schedule::Period;
use crate::domain::shelf::{Index, Shelf, TaskNo, TaskTally, Titled};
use crate::domain::task::{LinkKind, Task};

/// How long a read waits for another program; the last screen stands meanwhile.
const PATIENCE: Duration = Duration::from_millis(200);

/// Statements that stay prepared.
const PREPARED: usize = 48;

/// KiB of pages that stay in the memory: a few screens. The system keeps the rest of the file at hand by itself.
const PAGES: i64 = 128;

/// The tasks of a clause and of the numbers within it; the sign after the point is the slash.
pub(super) const TITLES_UNDER: &str = "
    SELECT clause, title, place FROM task WHERE plan = ?1 AND clause = ?2
    UNION ALL
    SELECT clause, title, place FROM task WHERE plan = ?1 AND clause > ?2 || '.' AND clause < ?2 || '/'";

/// The tasks of a plan that name nobody.
pub(super) const TITLES_OF_NOBODY: &str = "
    SELECT task.clause, task.title FROM shelf_held held
    JOIN shelf_task s ON s.no = held.no JOIN task ON task.id = s.task
    WHERE held.agency = ?1 AND held.no BETWEEN ?2 AND ?3 ORDER BY held.no LIMIT ?4";

fn titled(row: &Line<'_>) -> rusqlite::Result<Titled> {
    Ok(Titled { clause: row.get(0)?, title: row.get(1)? })
}

/// Reads what stands on the shelf.
pub(super) struct Reader {
    conn: Connection,
    fault: Cell<Option<Failure>>,
    /// How many hold the moment.
    held: Cell<usize>,
    /// The agencies that reports named.
    agency_ids: AgencyIds,
}

impl Reader {
    /// Reads from now on by this connection, which writes no more.
    ///
    /// # Errors
    /// When SQLite cannot read.
    pub(super) fn on(conn: Connection) -> Result<Self, StoreError> {
        conn.pragma_update(None, "query_only", true)?;
        Ok(Self { conn, fault: Cell::new(None), held: Cell::new(0), agency_ids: AgencyIds::default() })
    }

    /// From now on a screen waits for what is read, and much of what was read before is never read again: pages and
    /// statements that are kept for that would be kept in vain.
    ///
    /// # Errors
    /// When SQLite cannot read.
    pub(super) fn serve_a_screen(&self) -> Result<(), StoreError> {
        self.conn.busy_timeout(PATIENCE)?;
        self.conn.flush_prepared_statement_cache();
        self.conn.execute_batch("PRAGMA shrink_memory")?;
        // Below zero it counts KiB.
        self.conn.pragma_update(None, "cache_size", -PAGES)?;
        self.conn.set_prepared_statement_cache_capacity(PREPARED);
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn open(path: &std::path::Path) -> Self {
        let reader = Self::on(super::open::connect(path, PATIENCE).unwrap()).unwrap();
        reader.serve_a_screen().unwrap();
        reader
    }

    /// What it reads by.
    pub(super) fn connection(&self) -> &Connection {
        &self.conn
    }

    /// The answer, or nothing and a note of why.
    fn answer<T: Default>(&self, read: rusqlite::Result<T>) -> T {
        read.unwrap_or_else(|error| {
            self.fault.set(Some(sql_failure(&error)));
            T::default()
        })
    }

    pub(super) fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
    ) -> Vec<T> {
        let rows = || rows::all(&self.conn, sql, params, read);
        self.answer(rows())
    }

    pub(super) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Line<'_>) -> rusqlite::Result<T>,
    ) -> Option<T> {
        let row = || rows::one(&self.conn, sql, params, read);
        self.answer(row())
    }
}

/// A number of rows for SQLite.
pub(super) fn limit(most: usize) -> i64 {
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// A list of tasks for `json_each`.
pub(super) fn json_list(tasks: &[TaskNo]) -> String {
    let numbers: Vec<i64> = tasks.iter().map(|no| no.0).collect();
    serde_json::to_string(&numbers).unwrap_or_default()
}

/// A count of SQLite, which has no unsigned numbers.
pub(super) fn count(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reader")
    }
}

impl Shelf for Reader {
    fn fault(&self) -> Option<Failure> {
        self.fault.take()
    }

    fn index(&self) -> Option<&dyn Index> {
        Some(self)
    }

    fn hold(&self) {
        if self.held.replace(self.held.get() + 1) == 0 {
            // Where it cannot begin, every question is a moment of its own.
            drop(self.conn.execute_batch("BEGIN"));
        }
    }

    fn let_go(&self) {
        let held = self.held.get().saturating_sub(1);
        self.held.set(held);
        if held == 0 && !self.conn.is_autocommit() {
            drop(self.conn.execute_batch("COMMIT"));
        }
    }

    fn task(&self, id: &ItemId) -> Option<Rc<Task>> {
        self.answer(tasks::one(&self.conn, id)).map(Rc::new)
    }

    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>> {
        let found = self.answer(tasks::of_plan(&self.conn, plan));
        found.into_iter().map(Rc::new).collect()
    }

    fn titles_under(&self, plan: &PlanId, clause: &str) -> Vec<Titled> {
        let mut found =
            self.list(TITLES_UNDER, (plan, clause), |row| Ok((row.get::<_, i64>(2)?, titled(row)?)));
        found.sort_by_key(|(place, _)| *place);
        found.into_iter().map(|(_, task)| task).collect()
    }

    fn titles_of_nobody(&self, plan: &PlanId, most: usize) -> Vec<Titled> {
        let places = self.numbers_of(plan);
        let params = (ALL, places.start().0, places.end().0, limit(most));
        self.list(TITLES_OF_NOBODY, params, titled)
    }

    fn text_of(&self, plan: &PlanId) -> Option<PlanText> {
        self.answer(plans::text(&self.conn, plan).map(Some))
    }

    fn targets_of(&self, plan: &PlanId) -> Option<Vec<Target>> {
        self.answer(targets::of_plan(&self.conn, plan).map(Some))
    }

    fn tally(&self, plan: &PlanId) -> TaskTally {
        let sql = "SELECT (SELECT count(*) FROM shelf_task WHERE no BETWEEN ?1 AND ?2),
                          (SELECT count(*) FROM shelf_held WHERE agency = ?3 AND no BETWEEN ?1 AND ?2)";
        let places = self.numbers_of(plan);
        let params = (places.start().0, places.end().0, ALL);
        let tally = self.one(sql, params, |row| Ok((row.get(0)?, row.get(1)?)));
        let (all, orphans): (i64, i64) = tally.unwrap_or_default();
        TaskTally { all: count(all), orphans: count(orphans) }
    }

    fn linked_to(&self, id: &ItemId) -> Vec<(LinkKind, ItemId)> {
        let sql = "SELECT task_link.kind, task_link.task FROM task_link
                   JOIN task ON task.id = task_link.task JOIN plan ON plan.id = task.plan
                   WHERE to_task = ?1 ORDER BY plan.place, plan.id, task.place";
        self.list(sql, [id], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn entries_on(&self, task: &ItemId) -> Vec<ProgressEntry> {
        self.answer(progress::of_task(&self.conn, task))
    }

    fn entries_by(&self, agency: &AgencyId, days: RangeInclusive<NaiveDate>) -> Vec<ProgressEntry> {
        let sql = "SELECT * FROM progress_entry WHERE agency = ?1 AND as_of BETWEEN ?2 AND ?3 ORDER BY id";
        self.list(sql, (agency, Day(*days.start()), Day(*days.end())), progress::read)
    }

    fn latest_entry(
        &self,
        task: &ItemId,
        agency: Option<&AgencyId>,
        day: NaiveDate,
    ) -> Option<ProgressEntry> {
        match agency {
            Some(agency) => self.one(
                "SELECT * FROM progress_entry WHERE task = ?1 AND agency = ?2 AND as_of <= ?3
                 ORDER BY as_of DESC, id DESC LIMIT 1",
                (task, agency, Day(day)),
                progress::read,
            ),
            None => self.one(
                "SELECT * FROM progress_entry WHERE task = ?1 AND as_of <= ?2
                 ORDER BY as_of DESC, id DESC LIMIT 1",
                (task, Day(day)),
                progress::read,
            ),
        }
    }

    fn figures_of(&self, target: &ItemId, agency: Option<&AgencyId>) -> Vec<Observation> {
        self.answer(observations::of_target(&self.conn, target, agency))
    }

    fn report(&self, key: &ReportKey) -> Option<Report> {
        self.answer(reports::one(&self.conn, key))
    }

    fn heads(&self, wanted: &ReportQuery) -> Vec<ReportHead> {
        self.answer(reports::heads(&self.conn, wanted))
    }

    fn standings_under(&self, obligation: &ItemId) -> Vec<ReportStanding> {
        self.answer(reports::standings_under(&self.conn, obligation, &self.agency_ids))
    }

    fn standings_in(&self, obligation: &ItemId, period: Period) -> Vec<ReportStanding> {
        self.answer(reports::standings_in(&self.conn, obligation, period, &self.agency_ids))
    }

    fn standings_by(&self, agency: &AgencyId) -> Vec<(ItemId, ReportStanding)> {
        self.answer(reports::standings_by(&self.conn, agency, &self.agency_ids))
    }

    fn sent(&self, wanted: &ReportQuery) -> Vec<Report> {
        self.answer(ledger::sent(&self.conn, wanted))
    }

    fn sent_as(&self, number: i64) -> Option<Report> {
        self.answer(ledger::numbered(&self.conn, number))
    }
}
