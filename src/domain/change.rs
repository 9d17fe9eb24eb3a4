//! What the state machine asks of the store, and what the store answers: plain data that knows neither.

use crate::domain::occurrence::Tracking;
use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::agency::Agency;
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::compilation::Compilation;
use super::decision::{Decision, Ruling};
use super::history::Logged;
use super::ids::{AgencyId, PlanId};
use super::input_method::InputMethod;
use super::record::{Observation, ProgressEntry, Report, ReportKey, Stamp, StepFault};
use super::reminder::Reminder;

/// Something that a user entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "table", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one record at a time is on its way: a box would save nothing")]
pub enum Record {
    /// A progress entry on a task.
    Progress(ProgressEntry),
    /// A figure of an indicator.
    Observation(Observation),
    /// A report.
    Report(Report),
    /// A decision that no plan holds.
    Decision(Decision),
    /// A batch of reminders.
    Reminder(Reminder),
    /// What was settled about a compiled report.
    Compilation(Compilation),
}

/// Text that was typed and not yet saved as a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which form it belongs to, such as `report|lang-son-165-2024/IV.7.a|2026|ls-so-y-te`.
    pub key: String,
    /// The fields of the form as JSON; only the form reads it.
    pub body: String,
    /// When it was saved, at +07:00.
    pub at: DateTime<FixedOffset>,
}

/// What users settled and noted: it is read whole, because there is little of it. All else stands on the shelf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// Decisions, oldest first.
    pub decisions: Vec<Decision>,
    /// Batches of reminders, oldest first.
    pub reminders: Vec<Reminder>,
    /// What was settled about compiled reports, oldest first.
    pub compilations: Vec<Compilation>,
}

/// Everything that the program starts from.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// Plans and agencies.
    pub catalog: Catalog,
    /// Holidays and swapped days, as they come with the program.
    pub calendar: Calendar,
    /// What users entered.
    pub records: Records,
    /// Typed text that no record holds yet, of this user.
    pub drafts: Vec<Draft>,
    /// This user's own agency, when chosen.
    pub my_agency: Option<AgencyId>,
    /// How this user types Vietnamese; `None`: with what the terminal has.
    pub input_method: Option<InputMethod>,
    /// First year whose periods are tracked, by plan: the year in which it was loaded.
    pub tracked_from: BTreeMap<PlanId, Tracking>,
    /// Whether the data are made up, to try the program with.
    pub made_up: bool,
}

/// What the state machine asks of the store.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "requests are few and soon gone: a box would save nothing")]
pub enum Request {
    /// Save a record; `draft` is the key of the draft that it makes superfluous.
    Save {
        /// The record with the revision that it was read at; revision 0 is a new one.
        record: Record,
        /// Draft to drop in the same transaction.
        draft: Option<String>,
    },
    /// Keep typed text.
    SaveDraft(Draft),
    /// Forget typed text.
    DropDraft(String),
    /// Take back this user's last change of a record; the choice of the own agency is never taken back.
    Undo,
    /// Choose this user's own agency.
    SetMyAgency(Option<AgencyId>),
    /// Remember how this user types; neither logged nor ever taken back.
    SetInputMethod(Option<InputMethod>),
    /// Read again what users entered, if another program changed it.
    Refresh,
    /// Read what was logged of a report.
    History(ReportKey),
}

/// Why the store could not do it; what was typed stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Another program holds the database.
    Busy,
    /// No space left.
    Full,
    /// The file may not be written.
    ReadOnly,
    /// The file is gone, or another one stands in its place.
    Moved,
    /// What was to be taken back was changed since by somebody else.
    ChangedByOther {
        /// The user who changed it last.
        by: String,
    },
    /// A report may not take this step, whoever asks.
    Step(StepFault),
    /// Anything else, in the words of the system.
    Other(String),
}

/// What the store answers.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "replies are few and soon gone: a box would save nothing")]
pub enum Reply {
    /// The record is saved; it carries its new stamp.
    Saved(Record),
    /// Somebody saved the record meanwhile; nothing was written.
    Conflict {
        /// What was to be saved.
        mine: Record,
        /// What stands in the database.
        theirs: Record,
    },
    /// The draft with this key is saved.
    DraftSaved {
        /// Key of the draft.
        key: String,
        /// When.
        at: DateTime<FixedOffset>,
    },
    /// The draft with this key is gone.
    DraftDropped(String),
    /// The last change was taken back.
    Undone(Undone),
    /// The own agency is chosen.
    MyAgency(Option<AgencyId>),
    /// The input method is remembered.
    InputMethodKept,
    /// What users entered was read again, because another program changed it.
    Refreshed(Records),
    /// What was logged of a report and of its figures, oldest first.
    History(ReportKey, Vec<Logged>),
    /// It could not be done.
    Failed {
        /// What was asked.
        request: Box<Request>,
        /// Why it failed.
        failure: Failure,
    },
}

/// What an undo did.
#[derive(Clone, Debug, PartialEq)]
pub enum Undone {
    /// There was nothing to take back.
    Nothing,
    /// The record stands as it stood before.
    Restored(Record),
    /// The record did not exist before, and is gone.
    Removed(Record),
    /// The last change stands, and so does everything before it: a report that went through the program's hands.
    Barred(Box<Report>),
    /// The agencies that were loaded from a file are gone; this is the register as it stands.
    Register(Vec<Agency>),
}

impl Record {
    /// Who saved it and when.
    pub fn stamp(&self) -> &Stamp {
        match self {
            Self::Progress(entry) => &entry.stamp,
            Self::Observation(observation) => &observation.stamp,
            Self::Report(report) => &report.stamp,
            Self::Decision(decision) => &decision.stamp,
            Self::Reminder(reminder) => &reminder.stamp,
            Self::Compilation(compilation) => &compilation.stamp,
        }
    }

    /// Whether it changes the calendar of working days.
    pub fn is_of_the_calendar(&self) -> bool {
        let Self::Decision(decision) = self else { return false };
        matches!(decision.ruling, Ruling::CalendarDays { .. } | Ruling::CalendarVerdict { .. })
    }

    /// The stamp, to be filled in by the store.
    pub fn stamp_mut(&mut self) -> &mut Stamp {
        match self {
            Self::Progress(entry) => &mut entry.stamp,
            Self::Observation(observation) => &mut observation.stamp,
            Self::Report(report) => &mut report.stamp,
            Self::Decision(decision) => &mut decision.stamp,
            Self::Reminder(reminder) => &mut reminder.stamp,
            Self::Compilation(compilation) => &mut compilation.stamp,
        }
    }
}

impl Records {
    /// Puts a saved record in its place, if it is one of these: over its older self, or at the end.
    pub fn put(&mut self, record: Record) {
        match record {
            Record::Progress(_) | Record::Observation(_) | Record::Report(_) => {}
            Record::Decision(decision) => put(&mut self.decisions, decision, |d| d.stamp.id),
            Record::Reminder(reminder) => put(&mut self.reminders, reminder, |r| r.stamp.id),
            Record::Compilation(compilation) => put(&mut self.compilations, compilation, |c| c.stamp.id),
        }
    }

    /// Takes a record out, if it is one of these.
    pub fn remove(&mut self, record: &Record) {
        let id = record.stamp().id;
        match record {
            Record::Progress(_) | Record::Observation(_) | Record::Report(_) => {}
            Record::Decision(_) => self.decisions.retain(|decision| decision.stamp.id != id),
            Record::Reminder(_) => self.reminders.retain(|reminder| reminder.stamp.id != id),
            Record::Compilation(_) => self.compilations.retain(|compilation| compilation.stamp.id != id),
        }
    }
}

fn put<T>(list: &mut Vec<T>, item: T, id: impl Fn(&T) -> i64) {
    let key = id(&item);
    match list.iter_mut().find(|other| id(other) == key) {
        Some(place) => *place = item,
        None => list.push(item),
    }
}
