//! What a report obligation asks of whom, period by period.
//!
//! Knows no records: an occurrence says that a report is owed, not whether it was sent.

mod due;
mod periods;
mod reporters;
mod tracking;

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

pub use self::due::{Due, days_late, due, due_last, first_due, last_day, lateness, printed};
pub use self::periods::periods;
pub use self::reporters::{Reporter, Reporters, reporters_on};
pub use self::tracking::Tracking;
use super::calendar::Calendar;
use super::catalog::Catalog;
use super::decision::Duty;
use super::ids::{AgencyId, ItemId};
use super::obligation::{ReportKind, ReportingObligation};
use super::plan::{DocumentState, Plan};
use super::schedule::{Period, Rule};

/// No plan and no tracking begins before this year; keeps a slip in stored data from filling the memory.
const EARLIEST_YEAR: i32 = 1945;

/// One report that one agency owes for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The obligation.
    pub obligation: ItemId,
    /// The period that the report covers.
    pub period: Period,
    /// The agency, or a group whose members nobody has listed.
    pub reporter: AgencyId,
    /// When it is due; `None`: the plan names no day.
    pub due: Option<Due>,
    /// The plan is a draft: nothing is owed yet.
    pub preview: bool,
    /// The reporter is a group that is open-ended or has no listed members: never a denominator.
    pub uncounted: bool,
    /// The reporter has ended and nobody has settled who reports instead: never overdue, never a denominator.
    pub awaiting: bool,
    /// The agency or group that the clause names, where the reporter took over from it.
    pub inherited_from: Option<AgencyId>,
}

impl Occurrence {
    /// Its period and day.
    pub fn term(&self) -> Term {
        Term { period: self.period, due: self.due }
    }

    /// Who owes it.
    pub fn by(&self) -> Reporter {
        Reporter {
            agency: self.reporter.clone(),
            uncounted: self.uncounted,
            awaiting: self.awaiting,
            inherited_from: self.inherited_from.clone(),
        }
    }
}

/// One period of a schedule, with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The period.
    pub period: Period,
    /// When it is due; `None`: no day.
    pub due: Option<Due>,
}

/// Every report owed under an obligation from `tracking` on up to the period in which `today` lies.
///
/// One for each obligation, period and agency; groups are expanded by [`membership_day`]. A draft gives previews of
/// the period of `today` only, a secondary source nothing. A rule that waits for an event gives what documents
/// opened.
pub fn occurrences(
    catalog: &Catalog,
    calendar: &Calendar,
    obligation: &ItemId,
    tracking: Tracking,
    today: NaiveDate,
) -> Vec<Occurrence> {
    let Some((plan, obligation)) = catalog.obligation(obligation) else { return Vec::new() };
    let preview = plan.state == DocumentState::Draft;
    let mut found = Vec::new();
    let opened = openings(catalog, plan, obligation, calendar, today);
    let terms = terms(plan, &obligation.schedule.rule, calendar, tracking, today);
    // The earlier months of the year are gone when a draft becomes a plan.
    let within_year = obligation.schedule.rule.is_within_year();
    let gone = |term: &Term| preview && within_year && last_day(term.period) < today;
    for term in terms.into_iter().filter(|term| !gone(term)).chain(opened) {
        for reporter in reporters_on(catalog, obligation, membership_day(term, today)).owing {
            found.push(Occurrence {
                obligation: obligation.id.clone(),
                period: term.period,
                reporter: reporter.agency,
                due: term.due,
                preview,
                uncounted: reporter.uncounted,
                awaiting: reporter.awaiting,
                inherited_from: reporter.inherited_from,
            });
        }
    }
    found
}

/// The occurrences that documents opened by `today` under an obligation which waited for them.
pub fn openings(
    catalog: &Catalog,
    plan: &Plan,
    obligation: &ReportingObligation,
    calendar: &Calendar,
    today: NaiveDate,
) -> Vec<Term> {
    if standing_period(plan, obligation, today).is_none() {
        return Vec::new();
    }
    let duty = Duty::Obligation(obligation.id.clone());
    catalog.settled().openings(&duty).map(|opening| opening.term(calendar)).collect()
}

/// The days of a report: as the document sets them that opened it, else as the rule of its obligation does.
pub fn due_of(
    catalog: &Catalog,
    obligation: &ReportingObligation,
    period: Period,
    calendar: &Calendar,
) -> Option<Due> {
    let opening = catalog.settled().opening(&Duty::Obligation(obligation.id.clone()), period);
    match opening {
        Some(opening) => opening.term(calendar).due,
        None => due(&obligation.schedule.rule, period, calendar),
    }
}

/// The period that a report would cover which waits for an event and may be written at any time: the month for
/// what is to be told promptly, the year for a review. `None`: the obligation does not wait, or nothing binds yet.
pub fn standing_period(plan: &Plan, obligation: &ReportingObligation, today: NaiveDate) -> Option<Period> {
    let waits = matches!(obligation.schedule.rule, Rule::Conditional { .. });
    let binds = plan.state == DocumentState::Issued && plan.issued_on.is_some_and(|day| day <= today);
    (waits && binds).then(|| match obligation.kind {
        ReportKind::AdHoc => Period::Month(today.year(), today.month()),
        ReportKind::Periodic | ReportKind::Thematic => Period::Year(today.year()),
    })
}

/// The day on which membership decides who reports: the due day; where there is none the last day of the period,
/// or `today` while the period still runs.
pub fn membership_day(term: Term, today: NaiveDate) -> NaiveDate {
    term.due.map_or_else(|| last_day(term.period).min(today), |due| due.due_last)
}

/// The periods of a rule under a plan, from `tracking` on up to the period in which `today` lies.
pub fn terms(
    plan: &Plan,
    rule: &Rule,
    calendar: &Calendar,
    tracking: Tracking,
    today: NaiveDate,
) -> Vec<Term> {
    let issued = match plan.state {
        DocumentState::Secondary => return Vec::new(),
        DocumentState::Draft => None,
        DocumentState::Issued => plan.issued_on,
    };
    // A draft is previewed for the period of `today`, but not for years before its own.
    let own_year = plan.year.unwrap_or(EARLIEST_YEAR);
    let from =
        if plan.state == DocumentState::Draft { today.year().max(own_year) } else { tracking.first_year() };
    let own = plan.year.or_else(|| plan.issued_on.map(|day| day.year()));
    let from = from.max(issued.map_or(EARLIEST_YEAR, |day| day.year()));
    // Around New Year the week of today may count to the next year.
    let until = if rule.is_within_year() { today.year().saturating_add(1) } else { today.year() };
    let begun = |term: &Term| begins(rule, *term).is_some_and(|day| day <= today);
    let binds = |term: &Term| {
        let ends =
            term.due.map_or_else(|| last_day(term.period), |due| due.due_last.min(last_day(term.period)));
        issued.is_none_or(|issued| ends >= issued)
    };
    rule_terms(rule, calendar, from.max(EARLIEST_YEAR)..=until, own)
        .into_iter()
        .filter(|term| begun(term) && binds(term) && (issued.is_none() || tracking.covers(rule, *term)))
        .collect()
}

/// The first day as of which [`terms`] has a period: its first, or its due day where that comes before; of what does
/// not come back within the year, the first day of the year. `None`: the calendar ends before.
pub fn begins(rule: &Rule, term: Term) -> Option<NaiveDate> {
    match rule {
        Rule::Cycle { .. } => {
            let due = term.due.map(|due| due.due_last);
            term.period.first_day().into_iter().chain(due).min()
        }
        _ => NaiveDate::from_ymd_opt(term.period.year(), 1, 1),
    }
}

/// The periods of a rule in these years, each with its day, whatever the plan; see [`periods`].
pub fn rule_terms(
    rule: &Rule,
    calendar: &Calendar,
    years: RangeInclusive<i32>,
    plan_year: Option<i32>,
) -> Vec<Term> {
    let term = |period| Term { period, due: due(rule, period, calendar) };
    periods(rule, years, plan_year).into_iter().map(term).collect()
}

#[cfg(test)]
mod tests;
