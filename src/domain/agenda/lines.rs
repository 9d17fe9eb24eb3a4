//! How tasks stand on agendas, told ahead of any day: the days on which each is due, and what was said of it.
//!
//! A shelf keeps this in order, so that an agenda is read from where it begins and no further than it is shown. What
//! users decided is not in it: tasks that a decision is about are looked at one by one.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::tasks::{only_requested, starts_on, turn};
use crate::domain::calendar::Calendar;
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Term, Tracking, begins, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ProgressEntry, WorkState};
use crate::domain::schedule::Rule;
use crate::domain::task::Task;

/// What comes back every year is laid out so many years ahead of its plan.
const YEARS_AHEAD: i32 = 15;

/// Where a task stands on the agendas of those who answer for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The days on which it is due, in order.
    pub days: Vec<LineDay>,
    /// Whether it has no day and stands among what has none.
    pub undated: bool,
    /// The first day on which it stands there; `None`: from the beginning.
    pub starts_on: Option<NaiveDate>,
    /// Whether it stands there for those as well who look at all agencies.
    pub for_all: bool,
}

/// A day on which a task is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineDay {
    /// The last valid day of the period.
    pub day: NaiveDate,
    /// The first day as of which the period is on an agenda.
    pub begins: NaiveDate,
}

/// What one agency has said of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The day of its last entry, as it was saved.
    pub touched: NaiveDate,
    /// How far that leaves the task.
    pub left: Left,
    /// The days that it has done.
    pub done: Vec<NaiveDate>,
}

/// How far the last word leaves a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It has days, and each of them tells.
    Dated,
    /// It is still to be done.
    Open,
    /// It is done for good.
    Done,
    /// It comes back: whether the last turn of which something was said is done, and the days of that turn. In any
    /// later turn it is to be done again.
    InTurn {
        /// Whether that turn is done.
        done: bool,
        /// Its first day.
        first: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
}

/// Where a task stands; nowhere, unless its plan is issued.
pub fn lines(plan: &Plan, task: &Task, tracking: Tracking) -> Lines {
    let Some(issued) = plan.issued_on.filter(|_| plan.state == DocumentState::Issued) else {
        return Lines::default();
    };
    let rule = &task.schedule.rule;
    if !rule.is_dated() {
        let for_all = matches!(rule, Rule::Conditional { .. });
        return Lines { days: Vec::new(), undated: true, starts_on: starts_on(rule), for_all };
    }
    let line_day = |(term, day)| Some(LineDay { day, begins: begins(rule, term)? });
    let mut days: Vec<_> = dated(plan, rule, tracking, issued).filter_map(line_day).collect();
    days.sort_unstable();
    days.dedup_by_key(|line| line.day);
    Lines { days, for_all: true, ..Lines::default() }
}

/// What an agency's entries on a task come to, in the order in which they were saved; `None` without any.
pub fn word(plan: &Plan, task: &Task, tracking: Tracking, entries: &[&ProgressEntry]) -> Option<Word> {
    let touched = entries.iter().map(|entry| entry.stamp.saved_on().unwrap_or(entry.as_of)).max()?;
    let rule = &task.schedule.rule;
    let is_done =
        |(term, _): &(Term, NaiveDate)| last_state(of_turn(rule, *term, entries)) == Some(WorkState::Done);
    let done = dated_days(plan, rule, tracking).filter(is_done).map(|(_, day)| day).collect();
    Some(Word { touched, left: left(rule, entries), done })
}

fn left(rule: &Rule, entries: &[&ProgressEntry]) -> Left {
    if rule.is_dated() {
        return Left::Dated;
    }
    let within = |first: NaiveDate, last: NaiveDate| {
        let of_turn = entries.iter().copied().filter(move |entry| (first..=last).contains(&entry.as_of));
        last_state(of_turn) == Some(WorkState::Done)
    };
    let newest = entries.iter().map(|entry| entry.as_of).max().unwrap_or(NaiveDate::MIN);
    match turn(rule, None, newest) {
        Some((first, last)) => Left::InTurn { done: within(first, last), first, last },
        None if within(NaiveDate::MIN, NaiveDate::MAX) => Left::Done,
        None => Left::Open,
    }
}

/// The days that a task has done for those who look at all agencies: each with whether that holds whoever took over
/// or joined since. Where it does not, the task has to be looked at.
pub fn done_for_all(
    plan: &Plan,
    task: &Task,
    tracking: Tracking,
    entries: &[ProgressEntry],
) -> Vec<(NaiveDate, bool)> {
    let rule = &task.schedule.rule;
    let entries: Vec<&ProgressEntry> = entries.iter().collect();
    let days = dated_days(plan, rule, tracking);
    let judged = days.filter_map(|(term, day)| {
        if only_requested(task) {
            return Some((day, true));
        }
        let mut of_turn: Vec<_> = of_turn(rule, term, &entries).collect();
        of_turn.sort_by_key(|entry| entry.as_of);
        (of_turn.last()?.state == WorkState::Done).then(|| (day, all_have_done(task, &of_turn)))
    });
    judged.collect()
}

/// Whether every agency that the plan itself makes answer has done its part.
fn all_have_done(task: &Task, entries: &[&ProgressEntry]) -> bool {
    let words: BTreeMap<&AgencyId, WorkState> =
        entries.iter().map(|entry| (&entry.agency, entry.state)).collect();
    let mut answerable = task.roles.iter().filter(|link| link.role.is_answerable());
    answerable.all(|link| words.get(&link.agency) == Some(&WorkState::Done))
}

fn dated_days(plan: &Plan, rule: &Rule, tracking: Tracking) -> impl Iterator<Item = (Term, NaiveDate)> {
    let issued = plan.issued_on.filter(|_| plan.state == DocumentState::Issued && rule.is_dated());
    issued.into_iter().flat_map(move |issued| dated(plan, rule, tracking, issued))
}

fn dated(
    plan: &Plan,
    rule: &Rule,
    tracking: Tracking,
    issued: NaiveDate,
) -> impl Iterator<Item = (Term, NaiveDate)> {
    let last = issued.year().max(tracking.first_year()).saturating_add(YEARS_AHEAD);
    let until = NaiveDate::from_ymd_opt(last, 12, 31).unwrap_or(NaiveDate::MAX);
    // The last valid day does not depend on the calendar of working days.
    let terms = terms(plan, rule, &Calendar::default(), tracking, until).into_iter();
    terms.filter_map(|term| Some((term, term.due?.due_last)))
}

fn of_turn<'a>(
    rule: &Rule,
    term: Term,
    entries: &[&'a ProgressEntry],
) -> impl Iterator<Item = &'a ProgressEntry> {
    // Only what has no day has turns that depend on today.
    let turn = turn(rule, Some(term), NaiveDate::MIN);
    let within = move |day| turn.is_none_or(|(first, last)| first <= day && day <= last);
    entries.iter().copied().filter(move |entry| within(entry.as_of))
}

/// The state of the latest entry; of one day the one that was saved last.
fn last_state<'a>(entries: impl Iterator<Item = &'a ProgressEntry>) -> Option<WorkState> {
    entries.max_by_key(|entry| entry.as_of).map(|entry| entry.state)
}
