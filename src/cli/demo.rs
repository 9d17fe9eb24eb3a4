//! Made-up data to try the program with: a scratch database, filled through the store's own requests.
//!
//! Everything lies some days before the day of the run, so that the demo never grows old.

mod entries;
mod figures;
mod reports;
mod scratch;

use chrono::{DateTime, Datelike, Days, FixedOffset};

use super::context::Context;
use super::database::{Database, open_at, user};
use super::error::CliError;
use crate::domain::change::{Record, Reply, Request};
use crate::domain::schedule::Period;
use crate::store::Store;

pub(super) use scratch::Scratch;

/// The account that the made-up records are saved under: an undo of the real user does not touch them.
const WRITER: &str = "du-lieu-mau";

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

fn fill(store: &mut Store, now: DateTime<FixedOffset>) -> Result<(), CliError> {
    for (days, record) in records(now) {
        let request = Request::Save { record, draft: None };
        match store.handle(request, before(now, days)) {
            Some(Reply::Saved(_)) => {}
            reply => return Err(CliError::Demo(format!("{reply:?}"))),
        }
    }
    Ok(())
}

/// Every record with its age in days, the oldest first.
fn records(now: DateTime<FixedOffset>) -> Vec<(u64, Record)> {
    let year = Period::Year(now.year());
    let day = |days| before(now, days).date_naive();
    let mut all: Vec<(u64, Record)> = Vec::new();
    all.extend(entries::all().map(|(days, entry)| (days, Record::Progress(entry(day(days))))));
    all.extend(figures::all().map(|(days, figure)| (days, Record::Observation(figure(day(days))))));
    all.extend(reports::all().map(|(days, report)| (days, Record::Report(report(year, before(now, days))))));
    all.sort_by_key(|(days, _)| std::cmp::Reverse(*days));
    all
}

fn before(now: DateTime<FixedOffset>, days: u64) -> DateTime<FixedOffset> {
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}

#[cfg(test)]
mod tests;
