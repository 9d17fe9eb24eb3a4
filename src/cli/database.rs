//! From the options to an open database and everything that the program starts from.

use std::collections::VecDeque;
use std::env;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::config;
use super::context::Context;
use super::demo::{self, Scratch};
use super::error::CliError;
use super::outbox::Outbox;
use crate::app::layout::Size;
use crate::app::model::{Model, Setup};
use crate::app::msg::{Effect, Msg, Now};
use crate::catalog::{BUNDLE_HASH, Bundle, bundle, bundled_calendar};
use crate::domain::calendar::Calendar;
use crate::domain::change::{Failure, Record, Reply, Request};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::history::Logged;
use crate::domain::record::ReportKey;
use crate::store::{Batch, Bundled, Opening, Store, StoreError};

/// A size for a model that is never drawn.
const UNSEEN: Size = Size { w: 80, h: 24 };

/// An open database with what does not stand in it.
pub(super) struct Database {
    pub(super) store: Store,
    pub(super) user: String,
    /// The folder of the demo, which goes with the database.
    pub(super) scratch: Option<Scratch>,
}

/// What comes with the program.
pub(super) fn bundled() -> Result<Bundle, CliError> {
    bundle().map_err(CliError::Bundle)
}

/// The calendar of working days with what was decided about it; the bundled one while there is no database.
pub(super) fn calendar(context: &Context) -> Result<Calendar, CliError> {
    if exists(context) {
        return model(context).map(|model| model.calendar);
    }
    bundled_calendar().map_err(CliError::Bundle)
}

/// Opens the database of the run; makes it on the first run.
pub(super) fn open(context: &Context) -> Result<Database, CliError> {
    if context.demo { demo::open(context) } else { open_at(context, &path(context)?, user()) }
}

/// Whether there is a database to read; the demo always has one.
pub(super) fn exists(context: &Context) -> bool {
    context.demo || path(context).is_ok_and(|path| path.exists())
}

/// Opens the database at `path` for `user`.
pub(super) fn open_at(context: &Context, path: &std::path::Path, user: String) -> Result<Database, CliError> {
    let opening = Opening { path, user: &user, bundle_hash: BUNDLE_HASH, now: context.now() };
    let store = Store::open(opening, catalogue)?;
    Ok(Database { store, user, scratch: None })
}

/// What comes with the program, as a database takes it.
fn catalogue() -> Result<Bundled, CliError> {
    let Bundle { agencies, successions, plans, calendar, plan_hashes } = bundled()?;
    let plans = plans.into_iter().zip(plan_hashes).map(|(plan, (_, hash))| (plan, hash)).collect();
    Ok(Bundled { plans, agencies, successions, calendar })
}

impl Database {
    /// Everything that the program starts from, for a screen of this size.
    pub(super) fn setup(&mut self, context: &Context, size: Size) -> Result<Setup, CliError> {
        Ok(Setup {
            snapshot: self.store.snapshot().map_err(CliError::Store)?,
            lang: context.lang,
            user: self.user.clone(),
            fixed_today: context.fixed_today,
            layout: config::layout()?,
            size,
        })
    }
}

/// What the program would show: commands answer from the same state as the screens.
pub(super) fn model(context: &Context) -> Result<Model, CliError> {
    let mut database = open(context)?;
    let setup = database.setup(context, UNSEEN)?;
    Ok(Model::new(setup, Now { instant: context.now(), elapsed: std::time::Duration::ZERO }))
}

/// The state of the program with the database behind it, for commands that change something.
pub(super) struct Desk {
    pub(super) model: Model,
    store: Store,
    /// The folder of the demo, which goes with the database.
    _scratch: Option<Scratch>,
    pub(super) now: Now,
}

impl Desk {
    pub(super) fn open(context: &Context) -> Result<Self, CliError> {
        let mut database = open(context)?;
        let setup = database.setup(context, UNSEEN)?;
        let now = Now { instant: context.written_at(), elapsed: std::time::Duration::ZERO };
        let model = Model::new(setup, now);
        Ok(Self { model, store: database.store, _scratch: database.scratch, now })
    }

    /// Gives a message to the state machine and does what it asks for, until it asks for nothing more.
    ///
    /// Answers the draft that could not be kept, if one could not, and why.
    pub(super) fn tell(&mut self, msg: Msg, outbox: &Outbox) -> Option<(Failure, String)> {
        let mut lost = None;
        let mut asked = VecDeque::from(self.model.update(msg, self.now));
        while let Some(effect) = asked.pop_front() {
            let reply = match effect {
                Effect::Store(request) => self.store.handle(*request, self.now.instant),
                Effect::Write(parcel, then) => {
                    let outcome = outbox.put(&parcel, self.now.instant);
                    let then = then.filter(|_| outcome.is_ok());
                    asked.extend(self.model.update(Msg::Written(Box::new(outcome)), self.now));
                    let save = |record: Box<Record>| Request::Save { record: *record, draft: None };
                    asked.extend(then.map(|record| Effect::Store(Box::new(save(record)))));
                    None
                }
                Effect::Repaint | Effect::Quit => None,
            };
            match &reply {
                Some(Reply::Failed { request, failure }) => {
                    if let Request::SaveDraft(draft) = &**request {
                        lost = Some((failure.clone(), draft.body.clone()));
                    }
                }
                Some(Reply::DraftSaved { .. } | Reply::Saved(_)) => lost = None,
                _ => {}
            }
            asked.extend(
                reply
                    .map(|reply| self.model.update(Msg::Store(Box::new(reply)), self.now))
                    .into_iter()
                    .flatten(),
            );
        }
        lost
    }

    /// The instant of the run.
    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        self.now.instant
    }

    /// What the database logged of a report and of the figures of its agency, oldest first.
    pub(super) fn log(&self, key: &ReportKey) -> Result<Vec<Logged>, CliError> {
        self.store.log(key).map_err(CliError::Store)
    }

    /// Saves records, all of them or none; the state follows.
    pub(super) fn save_all(&mut self, records: Vec<Record>) -> Result<(), CliError> {
        match self.store.save_all(records, self.now.instant) {
            Ok(Batch::Saved(saved)) => {
                for record in saved {
                    self.model.update(Msg::Store(Box::new(Reply::Saved(record))), self.now);
                }
                Ok(())
            }
            Ok(Batch::Conflict(theirs)) => Err(CliError::SavedMeanwhile(theirs.stamp().by.clone())),
            Err(StoreError::Step(fault)) => {
                Err(CliError::Refused(self.model.lang.step_fault(fault).to_owned()))
            }
            Err(error) => Err(CliError::NotSaved(error.failure())),
        }
    }

    /// Saves a decision over the one that stands about its subject; the state follows.
    pub(super) fn decide(&mut self, ruling: Ruling) -> Result<(), CliError> {
        let stamp = self.model.catalog.settled().stamp_for(&ruling);
        self.save(Record::Decision(Decision { stamp, ruling }))
    }

    /// Saves a record; the state follows.
    pub(super) fn save(&mut self, record: Record) -> Result<(), CliError> {
        let request = Request::Save { record, draft: None };
        match self.store.handle(request, self.now.instant) {
            Some(Reply::Failed { failure, .. }) => Err(CliError::NotSaved(failure)),
            Some(Reply::Conflict { theirs: Record::Reminder(theirs), .. }) => {
                Err(CliError::Refused(self.model.lang.reminded_meanwhile(&theirs.stamp.by, theirs.stamp.at)))
            }
            Some(Reply::Conflict { theirs, .. }) => {
                Err(CliError::DecidedMeanwhile(theirs.stamp().by.clone()))
            }
            Some(reply) => {
                self.model.update(Msg::Store(Box::new(reply)), self.now);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

/// `--db`, `TIENDO_DB`, the user's folder for data.
fn path(context: &Context) -> Result<PathBuf, CliError> {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let named = context.db.clone().or_else(|| set("TIENDO_DB"));
    let of_user = || {
        // The base directory specification has a relative path ignored.
        let data = set("XDG_DATA_HOME").filter(|path| path.is_absolute());
        let data = data.or_else(|| set("HOME").map(|home| home.join(".local/share")));
        data.map(|data| data.join("tiendo/tiendo.db"))
    };
    named.or_else(of_user).ok_or(CliError::NoHome)
}

/// Name of the account; its number where the environment names none.
///
/// It says who worked, it does not prove it: whoever can write the database could write any name into it. What the
/// seals show is that nothing was changed after it was sent.
pub(super) fn user() -> String {
    let named = |name| env::var(name).ok().filter(|user| !user.is_empty());
    let number = || fs::metadata("/proc/self").map(|process| format!("uid-{}", process.uid())).ok();
    named("USER").or_else(|| named("LOGNAME")).or_else(number).unwrap_or_else(|| "?".to_owned())
}
