//! Made-up data to try the program with: a scratch database, filled through the store's own requests.
//!
//! Everything lies some days before the day of the run, so that the demo never grows old.

mod communes;
mod entries;
mod figures;
mod reports;
mod round;
mod scratch;

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Days, FixedOffset};

use super::context::Context;
use super::database::{Database, open_at, user};
use super::error::CliError;
use crate::domain::change::Record;
use crate::domain::ids::AgencyId;
use crate::domain::record::{Report, ReportKey, ReportState, Sealed};
use crate::domain::schedule::Period;
use crate::store::{Batch, Store};

pub(super) use scratch::Scratch;

/// The account that the made-up records are saved under: an undo of the real user does not touch them.
pub(super) const WRITER: &str = "du-lieu-mau";

/// Age in days of the number and date of the plan of the round.
const ISSUED: u64 = 300;

/// A scratch database with the bundled catalogue and made-up records.
pub(super) fn open(context: &Context) -> Result<Database, CliError> {
    let scratch = Scratch::new()?;
    let path = scratch.database();
    let mut writing = open_at(context, &path, WRITER.to_owned())?;
    fill(&mut writing.store, context.now())?;
    drop(writing);
    let database = open_at(context, &path, user())?;
    Ok(Database { scratch: Some(scratch), ..database })
}

/// One thing that happened.
enum Step {
    /// A record was saved.
    Save(Box<Record>),
    /// The desk took a report.
    Receive(ReportKey),
    /// The desk gave a report back.
    Return(ReportKey, &'static str),
}

fn fill(store: &mut Store, now: DateTime<FixedOffset>) -> Result<(), CliError> {
    store.mark_made_up().map_err(|error| CliError::Demo(error.to_string()))?;
    let steps = steps(now);
    let oldest = steps.first().map_or(0, |(days, _)| *days);
    let group = AgencyId::new(communes::GROUP);
    store
        .import_agencies(&communes::all(), Some(&group), before(now, oldest))
        .map_err(|error| CliError::Demo(error.to_string()))?;
    let mut standing: BTreeMap<ReportKey, Report> = BTreeMap::new();
    for at_once in steps.chunk_by(|(a, _), (b, _)| a == b) {
        let days = at_once.first().map_or(0, |(days, _)| *days);
        let at = before(now, days);
        let records: Vec<Record> =
            at_once.iter().filter_map(|(_, step)| step.record(&standing, at)).collect();
        let approved: Vec<(ReportKey, Sealed)> = records.iter().filter_map(approved).collect();
        save(store, records.into_iter().map(submitted).collect(), at, &mut standing)?;
        let sent = approved.into_iter().filter_map(|(key, sealed)| {
            let asked = standing.get(&key)?.clone();
            Some(Record::Report(Report { state: ReportState::Sent, sealed: Some(sealed), ..asked }))
        });
        save(store, sent.collect(), at, &mut standing)?;
    }
    Ok(())
}

fn save(
    store: &mut Store,
    records: Vec<Record>,
    at: DateTime<FixedOffset>,
    standing: &mut BTreeMap<ReportKey, Report>,
) -> Result<(), CliError> {
    match store.save_all(records, at) {
        Ok(Batch::Saved(saved)) => standing.extend(saved.into_iter().filter_map(|record| match record {
            Record::Report(report) => Some((report.key(), report)),
            _ => None,
        })),
        reply => return Err(CliError::Demo(format!("{reply:?}"))),
    }
    Ok(())
}

/// The approval of a report that is being sent.
fn approved(record: &Record) -> Option<(ReportKey, Sealed)> {
    let Record::Report(report) = record else { return None };
    let sealed = report.sealed.clone().filter(|_| report.state == ReportState::Sent)?;
    Some((report.key(), sealed))
}

/// What is being sent as it was submitted: nothing is approved that was not.
fn submitted(record: Record) -> Record {
    match record {
        Record::Report(report) if report.state == ReportState::Sent && report.sealed.is_some() => {
            Record::Report(Report { state: ReportState::AwaitingApproval, sealed: None, ..report })
        }
        record => record,
    }
}

impl Step {
    /// The record to save; `None`: the report that it is about was never saved.
    fn record(&self, standing: &BTreeMap<ReportKey, Report>, at: DateTime<FixedOffset>) -> Option<Record> {
        let report = match self {
            Self::Save(record) => return Some((**record).clone()),
            Self::Receive(key) => {
                let sent = standing.get(key)?.clone();
                Report { state: ReportState::Received, received_at: Some(at), ..sent }
            }
            Self::Return(key, remark) => {
                let sent = standing.get(key)?.clone();
                Report { state: ReportState::Returned, remark: (*remark).to_owned(), ..sent }
            }
        };
        Some(Record::Report(report))
    }
}

/// Every step with its age in days, the oldest first.
fn steps(now: DateTime<FixedOffset>) -> Vec<(u64, Step)> {
    let year = Period::Year(now.year());
    let day = |days| before(now, days).date_naive();
    let mut all: Vec<(u64, Record)> = Vec::new();
    all.extend(entries::all().map(|(days, entry)| (days, Record::Progress(entry(day(days))))));
    all.extend(figures::all().map(|(days, figure)| (days, Record::Observation(figure(day(days))))));
    all.extend(reports::all().map(|(days, report)| (days, Record::Report(report(year, before(now, days))))));
    let mut steps: Vec<(u64, Step)> =
        all.into_iter().map(|(days, record)| (days, Step::Save(Box::new(record)))).collect();
    steps.extend(round::steps(year, day));
    steps.push((ISSUED, Step::Save(Box::new(round::issue(now)))));
    steps.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    steps
}

fn before(now: DateTime<FixedOffset>, days: u64) -> DateTime<FixedOffset> {
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}

#[cfg(test)]
mod tests;
