//! What a report obligation asks of whom, period by period.
//!
//! Knows no records: an occurrence says that a report is owed, not whether it was sent.

mod due;
mod reporters;

use chrono::{Datelike, NaiveDate};

pub use self::due::{Due, due, due_last, first_due, last_day, lateness, printed};
pub use self::reporters::{Reporter, Reporters, reporters_on};
use super::calendar::Calendar;
use super::catalog::Catalog;
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
    /// The reporter is an open-ended group: never a denominator.
    pub open_ended: bool,
    /// The reporter has ended and nobody has settled who reports instead: never overdue, never a denominator.
    pub awaiting: bool,
    /// The agency or group that the clause names, where the reporter took over from it.
    pub inherited_from: Option<AgencyId>,
}

impl Occurrence {
    /// Who owes it.
    pub fn by(&self) -> Reporter {
        Reporter {
            agency: self.reporter.clone(),
            open_ended: self.open_ended,
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

/// Every report owed under an obligation from `tracked_from` (a year) up to the period in which `today` lies.
///
/// One for each obligation, period and agency; groups are expanded by [`membership_day`]. A draft gives previews of the period of `today` only,
/// a secondary source nothing, and so does a rule that waits for an event.
pub fn occurrences(
    catalog: &Catalog,
    calendar: &Calendar,
    obligation: &ItemId,
    tracked_from: i32,
    today: NaiveDate,
) -> Vec<Occurrence> {
    let Some((plan, obligation)) = catalog.obligation(obligation) else { return Vec::new() };
    let preview = plan.state == DocumentState::Draft;
    let mut found = Vec::new();
    for term in terms(plan, &obligation.schedule.rule, calendar, tracked_from, today) {
        for reporter in reporters_on(catalog, obligation, membership_day(term, today)).owing {
            found.push(Occurrence {
                obligation: obligation.id.clone(),
                period: term.period,
                reporter: reporter.agency,
                due: term.due,
                preview,
                open_ended: reporter.open_ended,
                awaiting: reporter.awaiting,
                inherited_from: reporter.inherited_from,
            });
        }
    }
    found
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

/// The periods of a rule under a plan, from the year `tracked_from` up to the period in which `today` lies.
pub fn terms(
    plan: &Plan,
    rule: &Rule,
    calendar: &Calendar,
    tracked_from: i32,
    today: NaiveDate,
) -> Vec<Term> {
    let issued = match plan.state {
        DocumentState::Secondary => return Vec::new(),
        DocumentState::Draft => None,
        DocumentState::Issued => plan.issued_on,
    };
    // A draft is previewed for the period of `today`, but not for years before its own.
    let own_year = plan.year.unwrap_or(EARLIEST_YEAR);
    let from = if plan.state == DocumentState::Draft { today.year().max(own_year) } else { tracked_from };
    let term = |period| Term { period, due: due(rule, period, calendar) };
    let binds = |term: &Term| match (term.due, issued) {
        (Some(due), Some(issued)) => due.due_last >= issued,
        _ => true,
    };
    periods(rule, from.max(issued.map_or(EARLIEST_YEAR, |day| day.year())), today)
        .into_iter()
        .map(term)
        .filter(binds)
        .collect()
}

fn periods(rule: &Rule, from: i32, today: NaiveDate) -> Vec<Period> {
    let until = today.year();
    let from = from.max(EARLIEST_YEAR);
    let years = |first: Option<i32>| first.unwrap_or(from).max(from)..=until;
    match *rule {
        Rule::Annual { from_year, .. } | Rule::Yearly { from_year } => {
            years(from_year).map(Period::Year).collect()
        }
        Rule::EveryYears { years: length, anchor: Some(anchor) } if length > 0 => years(Some(anchor))
            .filter(|year| (i64::from(*year) - i64::from(anchor)) % i64::from(length) == 0)
            .map(Period::Year)
            .collect(),
        Rule::Once { date, .. } => single(Period::Year(date.year()), from, until),
        Rule::PeriodEnd { period } => single(period, from, until),
        _ => Vec::new(),
    }
}

fn single(period: Period, from: i32, until: i32) -> Vec<Period> {
    let year = last_day(period).year();
    if (from..=until).contains(&year) { vec![period] } else { Vec::new() }
}

#[cfg(test)]
mod tests;
