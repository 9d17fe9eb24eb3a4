//! `tiendo bench-data`: a database of made-up data, as large as wanted, to measure the program with.
//!
//! The same number of tasks and the same day give the same rows, on every machine: nothing here looks at a clock.
//! The plans stand beside the bundled ones and are made one at a time, so that memory does not grow with their number.

mod dice;
mod entries;
mod plans;
mod provinces;
mod reports;
mod schedules;
mod targets;
mod tasks;
mod texts;

use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use self::dice::Dice;
use self::entries::Writing;
use self::provinces::{OWN, Staff};
use self::reports::Written;
use super::Output;
use super::args::BenchData;
use super::context::Context;
use super::database::{open_at, user};
use super::demo::WRITER;
use super::error::CliError;
use super::texts::texts;
use crate::catalog::{Bundle, bundle};
use crate::domain::catalog::Catalog;
use crate::domain::change::{Record, Reply, Request};
use crate::domain::clock::VN_OFFSET;
use crate::domain::ids::AgencyId;
use crate::domain::plan::Plan;
use crate::domain::record::Report;
use crate::store::{Batch, Filling, Store};

/// The day that the data are made for when none was given.
const TODAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 21);

/// How many tasks can be made.
const TASKS: RangeInclusive<usize> = 100..=1_000_000;

/// Tasks of a plan as long as there are neither too few plans nor too many.
const TASKS_A_PLAN: usize = 150;

/// Fewest and most plans.
const PLANS: (usize, usize) = (4, 64);

/// Tasks, about, that are written in one transaction: each waits for the disk once.
const TASKS_AT_ONCE: usize = 20_000;

/// One report for so many tasks, at most.
const TASKS_A_REPORT: usize = 10;

/// The hour at which everything was saved that is not a report.
const OFFICE_HOUR: u32 = 14;

/// How often a person hears how far it is.
const SILENCE: Duration = Duration::from_secs(1);

pub(super) fn run(context: Context, options: &BenchData) -> Result<Output, CliError> {
    let today = context.fixed_today.or(TODAY).unwrap_or_default();
    let context = Context { fixed_today: Some(today), ..context };
    let path = context.db.clone().ok_or(CliError::Missing("--db"))?;
    let words = texts(context.lang);
    if !TASKS.contains(&options.tasks) {
        return Err(CliError::Refused(format!("{}.", words.bench_range)));
    }
    if path.symlink_metadata().is_ok() {
        return Err(CliError::Refused(format!("{}: {}.", path.display(), words.bench_exists)));
    }
    let making = Making::of(options.tasks, today)?;
    let mut told = Instant::now();
    let mut writing = open_at(&context, &path, WRITER.to_owned())?;
    making.fill(&mut writing.store, |done| {
        if told.elapsed() >= SILENCE {
            told = Instant::now();
            eprintln!("{done}/{} {}", making.plans, words.bench_plans);
        }
    })?;
    drop(writing);
    let mut own = open_at(&context, &path, user())?;
    let request = Request::SetMyAgency(Some(AgencyId::new(OWN)));
    if let Some(Reply::Failed { failure, .. }) = own.store.handle(request, at(today, OFFICE_HOUR)) {
        return Err(CliError::NotSaved(failure));
    }
    Ok(Output::good(format!(
        "{}: {} {}, {}\n",
        words.bench_made,
        making.plans,
        words.bench_plans,
        path.display()
    )))
}

/// An hour of a day in Việt Nam.
fn at(day: NaiveDate, hour: u32) -> DateTime<FixedOffset> {
    let time = NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    day.and_time(time).and_local_timezone(VN_OFFSET).earliest().unwrap_or_default()
}

/// What the made-up data follow from.
struct Making {
    tasks: usize,
    plans: usize,
    today: NaiveDate,
    bundle: Bundle,
}

impl Making {
    fn of(tasks: usize, today: NaiveDate) -> Result<Self, CliError> {
        let plans = (tasks / TASKS_A_PLAN).clamp(PLANS.0, PLANS.1);
        Ok(Self { tasks, plans, today, bundle: bundle().map_err(CliError::Bundle)? })
    }

    fn fill(&self, store: &mut Store, mut told: impl FnMut(usize)) -> Result<(), CliError> {
        store.mark_made_up().map_err(failed)?;
        let mut heads = Vec::with_capacity(self.plans);
        let at_once = (TASKS_AT_ONCE * self.plans / self.tasks).max(1);
        let numbers: Vec<usize> = (0..self.plans).collect();
        for numbers in numbers.chunks(at_once) {
            let filling = store.filling().map_err(failed)?;
            for number in numbers {
                heads.push(self.add_plan(&filling, *number)?);
                told(number + 1);
            }
            filling.commit().map_err(failed)?;
        }
        self.add_reports(store, heads)
    }

    /// Writes the n-th plan with what was entered about it; answers it without its tasks.
    fn add_plan(&self, filling: &Filling<'_>, number: usize) -> Result<Plan, CliError> {
        let dice = &mut Dice::new(number as u64);
        let register = &self.bundle.agencies;
        let issued = plans::issued_on(number, self.plans);
        let province = provinces::of_plan(number, issued);
        let staff = Staff::on(register, province, issued);
        let mut plan = plans::head(number, province, issued, &staff, dice);
        plan.targets = targets::all(&plan.id, issued, &staff, dice);
        plan.obligations = reports::obligations(&plan.id, &staff, dice);
        plan.tasks = tasks::all(&plan.id, issued, &staff, plans::share(self.tasks, self.plans, number), dice);
        filling.add_plan(&plan, issued).map_err(failed)?;
        for figure in targets::observations(&plan.targets, issued, self.today, dice) {
            let day = figure.as_of;
            save(filling, Record::Observation(figure), at(day, OFFICE_HOUR))?;
        }
        let tasks = std::mem::take(&mut plan.tasks);
        let writing =
            Writing { plan: &plan, issued, calendar: &self.bundle.calendar, register, today: self.today };
        for task in &tasks {
            for entry in writing.entries(task, dice) {
                let day = entry.as_of;
                save(filling, Record::Progress(entry), at(day, OFFICE_HOUR))?;
            }
        }
        Ok(plan)
    }

    /// Reports come after all plans: the ledger of what was sent runs through them in the order of time.
    fn add_reports(&self, store: &mut Store, plans: Vec<Plan>) -> Result<(), CliError> {
        let Bundle { agencies, successions, calendar, .. } = &self.bundle;
        let catalog = Catalog::new(plans, agencies.clone()).with_successions(successions.clone());
        let dice = &mut Dice::new(self.tasks as u64 + PLANS.1 as u64);
        let filling = store.filling().map_err(failed)?;
        for written in reports::all(&catalog, calendar, self.today, self.tasks / TASKS_A_REPORT, dice) {
            send(&filling, &written)?;
        }
        filling.commit().map_err(failed)
    }
}

/// Saves a report and takes it through its steps.
fn send(filling: &Filling<'_>, written: &Written) -> Result<(), CliError> {
    let mut standing = save_report(filling, written.draft(), written.at)?;
    for (days, state) in written.steps() {
        let at = written.at + TimeDelta::days(*days);
        standing = save_report(filling, reports::step(standing, *state, at), at)?;
    }
    Ok(())
}

fn save_report(filling: &Filling<'_>, report: Report, at: DateTime<FixedOffset>) -> Result<Report, CliError> {
    match save(filling, Record::Report(report), at)? {
        Record::Report(report) => Ok(report),
        other => Err(failed(format!("{other:?}"))),
    }
}

fn save(filling: &Filling<'_>, record: Record, at: DateTime<FixedOffset>) -> Result<Record, CliError> {
    match filling.save_all(vec![record], at).map_err(failed)? {
        Batch::Saved(mut saved) if saved.len() == 1 => Ok(saved.swap_remove(0)),
        reply => Err(failed(format!("{reply:?}"))),
    }
}

fn failed(error: impl ToString) -> CliError {
    CliError::Demo(error.to_string())
}

#[cfg(test)]
mod tests;
