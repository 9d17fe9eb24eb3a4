//! What follows from all decisions together, ready to be asked: by plan, duty and report.
//!
//! Derived from the records whenever they change. Knows no calendar: whoever asks for a day brings one.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::calendar::Calendar;
use super::compilation::Source;
use super::decision::{Contact, Decision, Duty, Extension, Ruling};
use super::ids::{AgencyId, ItemId, PlanId};
use super::occurrence::{Due, Term};
use super::record::{ReportKey, Stamp};
use super::schedule::Period;
use super::succession::GroupFate;

/// The decisions by what they are about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    issues: BTreeMap<PlanId, (String, NaiveDate)>,
    first_years: BTreeMap<Duty, i32>,
    internal: BTreeMap<Duty, (u32, u32)>,
    openings: BTreeMap<Duty, Vec<Opening>>,
    waivers: BTreeMap<ReportKey, String>,
    extensions: BTreeMap<ReportKey, Extension>,
    contacts: BTreeMap<AgencyId, Contact>,
    stamps: BTreeMap<String, Stamp>,
    proposals: BTreeMap<Source, Pursued>,
    /// The successors of an agency for one duty, or for all of them (`None`); the single duty goes before.
    pub heirs: BTreeMap<(AgencyId, Option<ItemId>), Vec<AgencyId>>,
    /// What became of groups that were abolished.
    pub groups: BTreeMap<AgencyId, GroupFate>,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pursued {
    /// To whom it went.
    pub addressee: String,
    /// The answer; empty: none has come.
    pub answer: String,
    /// The day of the answer.
    pub answered_on: Option<NaiveDate>,
}

/// The document that opened a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The period of the report that it opens.
    pub period: Period,
    /// Number and sign of the document.
    pub number: String,
    /// Date of the document.
    pub dated: NaiveDate,
    /// The last valid day that it sets.
    pub due_last: Option<NaiveDate>,
}

impl Settled {
    /// Lays the decisions side by side, as of a day: documents and grants of a later day are not there yet.
    pub fn of(decisions: &[Decision], day: NaiveDate) -> Self {
        let mut settled = Self::default();
        for decision in decisions {
            settled.stamps.insert(decision.ruling.subject(), decision.stamp.clone());
            match &decision.ruling {
                Ruling::Opening { dated, .. } if *dated > day => {}
                Ruling::Extension(extension) => settled.add(Ruling::Extension(extension.as_of(day))),
                ruling => settled.add(ruling.clone()),
            }
        }
        settled.openings.values_mut().for_each(|openings| openings.sort_by_key(|opening| opening.dated));
        settled
    }

    /// Only what was settled about agencies that ended.
    #[cfg(test)]
    pub(crate) fn about_agencies(
        heirs: BTreeMap<(AgencyId, Option<ItemId>), Vec<AgencyId>>,
        groups: BTreeMap<AgencyId, GroupFate>,
    ) -> Self {
        Self { heirs, groups, ..Self::default() }
    }

    fn add(&mut self, ruling: Ruling) {
        match ruling {
            Ruling::PlanIssued { number, .. } | Ruling::Opening { number, .. } if number.is_empty() => {}
            Ruling::Waiver { reason, .. } if reason.is_empty() => {}
            Ruling::Proposal { addressee, .. } if addressee.is_empty() => {}
            Ruling::Proposal { source, addressee, answer, answered_on } => {
                self.proposals.insert(source, Pursued { addressee, answer, answered_on });
            }
            Ruling::Extension(extension)
                if extension.reason.is_empty() && extension.granted_before.is_none() => {}
            Ruling::PlanIssued { plan, number, issued_on } => {
                self.issues.insert(plan, (number, issued_on));
            }
            Ruling::FirstYear { duty, year } => {
                year.map(|year| self.first_years.insert(duty, year));
            }
            Ruling::InternalDay { duty, on } => {
                on.map(|on| self.internal.insert(duty, on));
            }
            Ruling::Opening { duty, period, number, dated, due_last } => {
                self.openings.entry(duty).or_default().push(Opening { period, number, dated, due_last });
            }
            Ruling::Waiver { key, reason } => {
                self.waivers.insert(key, reason);
            }
            Ruling::Extension(extension) => {
                self.extensions.insert(extension.key.clone(), extension);
            }
            Ruling::Heirs { heirs, .. } if heirs.is_empty() => {}
            Ruling::Heirs { from, duty, heirs } => {
                self.heirs.insert((from, duty), heirs);
            }
            Ruling::GroupFate { group, fate } => {
                self.groups.insert(group, fate);
            }
            Ruling::Contact(contact) if contact.is_empty() => {}
            Ruling::Contact(contact) => {
                self.contacts.insert(contact.agency.clone(), contact);
            }
            // The calendar takes these.
            Ruling::CalendarDays { .. } | Ruling::CalendarVerdict { .. } => {}
        }
    }

    /// Number and day of issue of a plan that was printed as a draft.
    pub fn issue(&self, plan: &PlanId) -> Option<&(String, NaiveDate)> {
        self.issues.get(plan)
    }

    /// Whether a decision changes the plan itself.
    pub fn changes(&self, plan: &PlanId) -> bool {
        self.issues.contains_key(plan) || self.first_years.keys().any(|duty| duty.id().plan() == *plan)
    }

    /// The single tasks that a decision is about; see [`Settled::changes`] for whole plans.
    pub fn tasks(&self) -> impl Iterator<Item = &ItemId> {
        let duties = self.internal.keys().chain(self.openings.keys()).chain(self.first_years.keys());
        let tasks = duties.filter_map(|duty| match duty {
            Duty::Task(task) => Some(task),
            Duty::Obligation(_) => None,
        });
        tasks.chain(self.heirs.keys().filter_map(|(_, item)| item.as_ref()))
    }

    /// The first year of a cycle that the plan leaves without one.
    pub fn first_year(&self, duty: &Duty) -> Option<i32> {
        self.first_years.get(duty).copied()
    }

    /// The internal day of a duty: the last one not after the day on which it is due, or, where it has none, the
    /// one of the year of `today`; 29/2 of a common year is 28/2.
    pub fn internal_day(
        &self,
        duty: &Duty,
        due_last: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<NaiveDate> {
        let &(day, month) = self.internal.get(duty)?;
        let in_year = |year| {
            NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month, 28))
        };
        match due_last {
            None => in_year(today.year()),
            Some(due) => [due.year(), due.year() - 1].into_iter().filter_map(in_year).find(|own| *own <= due),
        }
    }

    /// Day and month of the internal day of a duty.
    pub fn internal_day_of_year(&self, duty: &Duty) -> Option<(u32, u32)> {
        self.internal.get(duty).copied()
    }

    /// The documents that opened a duty, by their date.
    pub fn openings(&self, duty: &Duty) -> impl Iterator<Item = &Opening> {
        self.openings.get(duty).into_iter().flatten()
    }

    /// The opening of a duty for one period.
    pub fn opening(&self, duty: &Duty, period: Period) -> Option<&Opening> {
        self.openings.get(duty)?.iter().find(|opening| opening.period == period)
    }

    /// What became of a proposal; `None`: nobody pursues it.
    pub fn proposal(&self, source: &Source) -> Option<&Pursued> {
        self.proposals.get(source)
    }

    /// Why a report is not owed; `None`: it is.
    pub fn waiver(&self, key: &ReportKey) -> Option<&str> {
        self.waivers.get(key).map(String::as_str)
    }

    /// The request for another day, open or answered.
    pub fn extension(&self, key: &ReportKey) -> Option<&Extension> {
        self.extensions.get(key)
    }

    /// The day that was granted instead of the original one.
    pub fn extended_to(&self, key: &ReportKey) -> Option<NaiveDate> {
        self.extension(key)?.granted_until()
    }

    /// Whom to turn to at an agency.
    pub fn contact(&self, agency: &AgencyId) -> Option<&Contact> {
        self.contacts.get(agency)
    }

    /// The stamp under which a ruling is saved: the one that stands about its subject, else that of a new decision.
    pub fn stamp_for(&self, ruling: &Ruling) -> Stamp {
        self.stamps.get(&ruling.subject()).cloned().unwrap_or_default()
    }
}

impl Opening {
    /// The occurrence that it opens.
    pub fn term(&self, calendar: &Calendar) -> Term {
        let due = self.due_last.map(|due_last| Due {
            printed: None,
            due_last,
            due_advice: calendar.last_working_day_until(due_last),
        });
        Term { period: self.period, due }
    }

    /// The period that a document opens: the month for what is told promptly, else the year.
    pub fn period_of(dated: NaiveDate, monthly: bool) -> Period {
        if monthly { Period::Month(dated.year(), dated.month()) } else { Period::Year(dated.year()) }
    }
}
