//! How an agency kept the earlier periods of an obligation.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Desk;
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Due, Term, Tracking, lateness, membership_day, reporters_on, terms};
use crate::domain::schedule::Period;

/// The earlier periods of which something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Punctuality {
    /// Sent by the original last valid day.
    pub on_time: usize,
    /// Periods that it owed, and that are recorded or were followed.
    pub of: usize,
    /// Mới lập: it did not exist when the first of the earlier periods was due.
    pub is_new: bool,
}

/// An earlier round: its day, and who owed the report.
pub(super) struct Round {
    period: Period,
    due: Due,
    /// The day that decided about membership.
    day: NaiveDate,
    owed: BTreeSet<AgencyId>,
}

impl Desk<'_> {
    /// What is known of the rounds before the one of the board. A round from before the plan was loaded counts only
    /// where a report of it is recorded; one that was waived never counts.
    pub(super) fn punctuality(&self, agency: &AgencyId) -> Punctuality {
        let mut found = Punctuality::default();
        let born = self.catalog.agency(agency).and_then(|agency| agency.valid_from);
        found.is_new = born.zip(self.earlier.first()).is_some_and(|(born, first)| born > first.day);
        for kept in self.earlier.iter().filter_map(|round| self.kept(agency, round)) {
            found.on_time += usize::from(kept);
            found.of += 1;
        }
        found
    }

    /// The rounds with a day since the plan was issued, the first one first.
    pub(super) fn earlier_rounds(&self) -> Vec<Round> {
        let plan = self.catalog.plan(&self.key.obligation.plan());
        let Some((plan, issued)) = plan.and_then(|plan| Some((plan, plan.issued_on?))) else {
            return Vec::new();
        };
        let rule = &self.obligation.schedule.rule;
        let terms = terms(plan, rule, self.calendar, Tracking::since(issued), self.today).into_iter();
        let earlier = terms.filter(|term| term.period < self.key.period);
        earlier.filter_map(|term| Some(self.round(term, term.due?))).collect()
    }

    fn round(&self, term: Term, due: Due) -> Round {
        let day = membership_day(term, self.today);
        let owing = reporters_on(self.catalog, self.obligation, day).owing.into_iter();
        Round { period: term.period, due, day, owed: owing.map(|reporter| reporter.agency).collect() }
    }

    /// Whether it kept the day of a round; `None`: it did not owe the report, or nothing is known.
    fn kept(&self, agency: &AgencyId, round: &Round) -> Option<bool> {
        if !round.owed.contains(agency) {
            return None;
        }
        let (key, due_last) = (self.report_key(agency, round.period), round.due.due_last);
        match self.report(&key).filter(|report| report.is_sent()) {
            Some(sent) => Some(lateness(due_last, sent.sent_at?).is_none()),
            None if self.catalog.settled().waiver(&key).is_some() => None,
            None => {
                let term = Term { period: round.period, due: Some(round.due) };
                let followed = self.tracking.covers(&self.obligation.schedule.rule, term);
                (followed && due_last < self.today).then_some(false)
            }
        }
    }
}
