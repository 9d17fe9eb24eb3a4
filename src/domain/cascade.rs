//! Cascades: a report that is compiled out of others, and whether there are days enough to compile it.
//!
//! Knows no words and stores nothing. How fast reports are read is an assumption of this program and of no
//! plan: whoever shows a proposal has to say so.

use crate::domain::occurrence::Tracking;
use std::iter::successors;

use chrono::{Datelike, NaiveDate};

use super::agenda::AgendaKind;
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId};
use super::obligation::ReportingObligation;
use super::occurrence::{Due, Term, due, last_day, membership_day, reporters_on, terms};
use super::plan::{DocumentState, Plan};
use super::record::ReportKey;
use super::schedule::Period;

/// Fewest working days in which anything is compiled, however few the reports.
pub const LEAST_WORKING_DAYS: i64 = 5;
/// Reports that a desk is assumed to read in one working day.
pub const REPORTS_A_DAY: i64 = 10;
/// A proposal lies at most so many days before the last valid day of the step.
const FARTHEST_DAYS: usize = 366;

/// A compiling step in one period: what must come first, and how much time there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cascade {
    /// The step itself.
    pub step: Level,
    /// Of a draft: nothing is owed yet.
    pub preview: bool,
    /// The reports that it is compiled from, in the order of the plan; never empty.
    pub below: Vec<Level>,
    /// The steps into which its own report is compiled.
    pub above: Vec<Level>,
    /// The time to compile; `None` where a day is missing above or below.
    pub gap: Option<Gap>,
}

/// One obligation in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The obligation.
    pub obligation: ItemId,
    /// The period.
    pub period: Period,
    /// When it is due.
    pub due: Option<Due>,
    /// Who reports; open-ended groups are not counted.
    pub reporters: Vec<AgencyId>,
    /// Those of them that have not sent.
    pub owing: Vec<AgencyId>,
}

/// The days between the last report from below and the step's own last valid day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last valid day of the level below; the latest where there are several.
    pub after: NaiveDate,
    /// The last valid day of the step.
    pub until: NaiveDate,
    /// Calendar days from `after` to `until`; not above 0 where the order of the days is wrong.
    pub days: i64,
    /// Working days after `after`, up to and including `until`.
    pub working_days: i64,
    /// Working days that the step is assumed to need.
    pub needed: i64,
    /// Where the gap is too short: the last working day from which `needed` working days remain.
    pub proposal: Option<NaiveDate>,
}

impl Level {
    /// How many have sent.
    pub fn sent(&self) -> usize {
        self.reporters.len() - self.owing.len()
    }
}

impl Cascade {
    /// How many reports it is compiled from, as far as they can be counted.
    pub fn reports(&self) -> usize {
        self.below.iter().map(|level| level.reporters.len()).sum()
    }

    /// How many of them are in.
    pub fn sent(&self) -> usize {
        self.below.iter().map(Level::sent).sum()
    }

    /// Whether fewer working days are left than the step is assumed to need.
    pub fn is_too_short(&self) -> bool {
        self.gap.is_some_and(|gap| gap.working_days < gap.needed)
    }
}

/// The working days that compiling so many reports is assumed to take.
pub fn needed_working_days(reports: usize) -> i64 {
    let reports = i64::try_from(reports).unwrap_or(i64::MAX);
    (reports / REPORTS_A_DAY + i64::from(reports % REPORTS_A_DAY > 0)).max(LEAST_WORKING_DAYS)
}

impl Gap {
    /// The gap between two last valid days for so many reports.
    pub fn between(calendar: &Calendar, after: NaiveDate, until: NaiveDate, reports: usize) -> Self {
        let working_days = calendar.working_days_between(after, until);
        let needed = needed_working_days(reports);
        let proposal = (working_days < needed).then(|| proposed_day(calendar, until, needed)).flatten();
        let days = until.signed_duration_since(after).num_days();
        Self { after, until, days, working_days, needed, proposal }
    }
}

/// The last working day after which `needed` working days lie, up to and including `until`.
fn proposed_day(calendar: &Calendar, until: NaiveDate, needed: i64) -> Option<NaiveDate> {
    let mut left = 0;
    for day in successors(Some(until), NaiveDate::pred_opt).take(FARTHEST_DAYS) {
        if left >= needed && calendar.is_working_day(day) {
            return Some(day);
        }
        left += i64::from(calendar.is_working_day(day));
    }
    None
}

/// The cascade of a compiling step in a period; `None` when it is compiled from nothing in that period.
pub fn cascade(
    catalog: &Catalog,
    calendar: &Calendar,
    obligation: &ItemId,
    period: Period,
) -> Option<Cascade> {
    let (plan, step) = catalog.obligation(obligation)?;
    let level = |owed: &ReportingObligation, term: Term| level(catalog, owed, term);
    let consumed = step.consumes.iter().filter_map(|id| catalog.obligation(id));
    let below: Vec<Level> = consumed
        .flat_map(|(plan, owed)| {
            terms_in(plan, owed, calendar, last_day(period).year())
                .into_iter()
                .filter(|term| covers(period, term.period))
                .map(move |term| level(owed, term))
        })
        .collect();
    if below.is_empty() {
        return None;
    }
    let own = level(step, Term { period, due: due(&step.schedule.rule, period, calendar) });
    let count = below.iter().map(|level| level.reporters.len()).sum();
    let after = below.iter().filter_map(|level| level.due).map(|due| due.due_last).max();
    let gap = after.zip(own.due).map(|(after, due)| Gap::between(calendar, after, due.due_last, count));
    let above = compiled_into(catalog, calendar, obligation, period)
        .into_iter()
        .map(|(owed, term)| level(owed, term))
        .collect();
    Some(Cascade { step: own, preview: plan.state == DocumentState::Draft, below, above, gap })
}

/// The cascade that an item of the agenda takes part in as its compiler: what is drafted or sent is the step
/// itself, what is chased is the level below. `None` for a report that is compiled from nothing, and for a task.
pub fn cascade_of(catalog: &Catalog, calendar: &Calendar, kind: &AgendaKind) -> Option<Cascade> {
    let (obligation, period, chased) = match kind {
        AgendaKind::Submit { obligation, period, .. } | AgendaKind::Prepare { obligation, period, .. } => {
            (obligation, *period, false)
        }
        AgendaKind::Chase { obligation, period, .. } => (obligation, *period, true),
        AgendaKind::AnswerExtension { .. } | AgendaKind::Task { .. } => return None,
    };
    let own = cascade(catalog, calendar, obligation, period);
    if own.is_some() || !chased {
        return own;
    }
    let above = compiled_into(catalog, calendar, obligation, period);
    above.first().and_then(|(owed, term)| cascade(catalog, calendar, &owed.id, term.period))
}

/// The last valid day of the step that compiles the reports of an obligation for a period, the earliest if several.
pub fn compiled_by(
    catalog: &Catalog,
    calendar: &Calendar,
    obligation: &ItemId,
    period: Period,
) -> Option<NaiveDate> {
    let above = compiled_into(catalog, calendar, obligation, period);
    above.into_iter().filter_map(|(_, term)| term.due).map(|due| due.due_last).min()
}

/// The steps into which the reports of an obligation for a period are compiled.
fn compiled_into<'a>(
    catalog: &'a Catalog,
    calendar: &Calendar,
    obligation: &ItemId,
    period: Period,
) -> Vec<(&'a ReportingObligation, Term)> {
    let all = catalog.plans.iter().flat_map(|plan| plan.obligations.iter().map(move |owed| (plan, owed)));
    let compiling = all.filter(|(_, owed)| owed.consumes.contains(obligation));
    let mut found = Vec::new();
    for (plan, owed) in compiling {
        let terms = terms_in(plan, owed, calendar, last_day(period).year()).into_iter();
        found.extend(terms.filter(|term| covers(term.period, period)).map(|term| (owed, term)));
    }
    found
}

fn terms_in(plan: &Plan, owed: &ReportingObligation, calendar: &Calendar, year: i32) -> Vec<Term> {
    terms(plan, &owed.schedule.rule, calendar, Tracking::since_year(year), last_day(Period::Year(year)))
}

fn level(catalog: &Catalog, owed: &ReportingObligation, term: Term) -> Level {
    let all = reporters_on(catalog, owed, membership_day(term, last_day(term.period))).owing;
    let counted = all.into_iter().filter(|reporter| reporter.is_counted());
    let key = |agency: &AgencyId| ReportKey {
        obligation: owed.id.clone(),
        period: term.period,
        agency: agency.clone(),
    };
    let reporters: Vec<AgencyId> = counted
        .map(|reporter| reporter.agency)
        .filter(|agency| catalog.settled().waiver(&key(agency)).is_none())
        .collect();
    let reports = catalog.shelf().standings_in(&owed.id, term.period);
    let is_sent =
        |agency: &AgencyId| reports.iter().any(|report| report.agency == *agency && report.is_sent());
    let owing = reporters.iter().filter(|agency| !is_sent(agency)).cloned().collect();
    Level { obligation: owed.id.clone(), period: term.period, due: term.due, reporters, owing }
}

/// Whether a period lies within another one.
fn covers(outer: Period, inner: Period) -> bool {
    let begins = outer.first_day().zip(inner.first_day()).is_some_and(|(outer, inner)| outer <= inner);
    begins && last_day(inner) <= last_day(outer)
}

#[cfg(test)]
mod tests;
