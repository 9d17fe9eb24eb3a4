//! Tasks on the agenda: those with a day, and those that need a home.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::claims::{Claim, question_of};
use super::ledger::{Assigned, Ledger};
use super::{AgendaGroup, AgendaItem, AgendaKind, ItemStatus, Pending};
use crate::domain::decision::Duty;
use crate::domain::heirs::{Ground, acting, listed_members};
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Term, last_day};
use crate::domain::plan::Plan;
use crate::domain::record::{ProgressEntry, WorkState};
use crate::domain::schedule::{Condition, Period, Rule, Years};
use crate::domain::settled::Opening;
use crate::domain::task::{Role, Task};

/// In which role an agency has a task, and how it came to it.
#[derive(Default)]
struct Holder {
    role: Option<Role>,
    claim: Claim,
}

/// The document that opened a task, and the date of the next one.
#[derive(Clone, Copy)]
struct Opened<'a> {
    by: &'a Opening,
    until: Option<NaiveDate>,
}

impl Ledger<'_> {
    pub(super) fn task_items(&self, agency: Option<&AgencyId>) -> Vec<AgendaItem> {
        self.tasks().iter().flat_map(|(plan, found)| self.items_of(plan, found, agency)).collect()
    }

    /// The items of one task: one for each day on which it is due, or the one that has no day.
    pub(super) fn items_of(
        &self,
        plan: &Plan,
        found: &Assigned,
        agency: Option<&AgencyId>,
    ) -> Vec<AgendaItem> {
        let task = &*found.task;
        let rule = &task.schedule.rule;
        let holder = match agency {
            Some(agency) => self.answerable(found, agency),
            None => self.open_for_all(found),
        };
        let shown = match agency {
            Some(_) => holder.is_some(),
            None => rule.is_dated() || matches!(rule, Rule::Conditional { .. }),
        };
        if !shown {
            return Vec::new();
        }
        let holder = holder.unwrap_or_default();
        if rule.is_dated() {
            let terms = self.terms(plan, rule).into_iter().map(Some);
            return terms
                .filter_map(|term| self.task_item(plan, found, agency, &holder, (term, None)))
                .collect();
        }
        let duty = Duty::Task(task.id.clone());
        let opened: Vec<_> = self.catalog.settled().openings(&duty).collect();
        // What is entered after the next document answers that one.
        let until = |at: usize| opened.get(at + 1).map(|next| next.dated);
        let terms = opened.iter().enumerate().map(|(at, opening)| {
            (Some(opening.term(self.calendar)), Some(Opened { by: opening, until: until(at) }))
        });
        let begun = starts_on(rule).is_none_or(|start| start <= self.today);
        let standing = (begun && (opened.is_empty() || comes_again(rule))).then_some((None, None));
        let all = terms.chain(standing);
        all.filter_map(|which| self.task_item(plan, found, agency, &holder, which)).collect()
    }

    /// The weightiest role that makes an agency answer for a task, its own, through a group, or taken over.
    fn answerable(&self, found: &Assigned, agency: &AgencyId) -> Option<Holder> {
        let (role, hold) = found.answerable_hold(agency)?;
        let entry = hold.through.as_ref().unwrap_or(agency);
        Some(Holder { role: Some(*role), claim: Claim::of(self.catalog, entry, &hold.ground) })
    }

    /// When all agencies are shown, a task is a question if nobody is left that answers for it beyond doubt.
    fn open_for_all(&self, found: &Assigned) -> Option<Holder> {
        let answerable = || found.holds().iter().filter(|(role, _)| role.is_answerable());
        if answerable().any(|(_, hold)| hold.ground.is_settled()) {
            return None;
        }
        let (_, hold) = answerable().find(|(_, hold)| hold.ground == Ground::Undecided)?;
        let question = Some(question_of(self.catalog, &hold.agency));
        Some(Holder { role: None, claim: Claim { from: None, question } })
    }

    fn task_item(
        &self,
        plan: &Plan,
        found: &Assigned,
        agency: Option<&AgencyId>,
        holder: &Holder,
        (term, opened): (Option<Term>, Option<Opened<'_>>),
    ) -> Option<AgendaItem> {
        let task = &*found.task;
        let rule = &task.schedule.rule;
        let Claim { from, question } = &holder.claim;
        let heard = heard(&found.entries, agency, from.as_ref());
        let turn = turn(rule, term, self.today);
        let within = |day| turn.is_none_or(|(first, last)| first <= day && day <= last);
        let opened_by = opened.map(|opened| opened.by);
        let answers = |day: NaiveDate| {
            opened.is_none_or(|opened| day >= opened.by.dated && opened.until.is_none_or(|next| day < next))
        };
        let cycle = heard.iter().copied().filter(|entry| within(entry.as_of) && answers(entry.as_of));
        let state = self.state(task, agency, cycle.collect());
        let closed = state == Some(WorkState::Done) || only_requested(task);
        let due = term.and_then(|term| term.due);
        if due.is_none() && state == Some(WorkState::Done) {
            return None;
        }
        let day = due.map(|due| due.due_last);
        let internal_day = self.catalog.settled().internal_day(&Duty::Task(task.id.clone()), day, self.today);
        let unopened = || if opened_by.is_some() { begun(due.is_some()) } else { unopened(rule) };
        let asked = question.filter(|_| !closed);
        let group = match asked {
            Some(_) => AgendaGroup::Question,
            None => self.place(day, internal_day, due.is_some() && closed, false)?,
        };
        let last = heard.iter().map(|entry| entry.stamp.saved_on().unwrap_or(entry.as_of)).max();
        Some(AgendaItem {
            kind: AgendaKind::Task { task: task.id.clone() },
            plan: plan.id.clone(),
            clause: task.clause.clone(),
            title: task.title.clone(),
            role: holder.role,
            due,
            pending: Pending::default(),
            extended_to: None,
            internal_day,
            opened_by: opened_by.cloned(),
            group,
            status: asked.unwrap_or_else(|| state.map_or_else(unopened, status)),
            silent_days: self.silence(plan, last),
            inherited_from: from.clone(),
        })
    }

    /// How far a task is: the word of one agency, or of all. All are done only when each that answers is.
    fn state(
        &self,
        task: &Task,
        agency: Option<&AgencyId>,
        mut entries: Vec<&ProgressEntry>,
    ) -> Option<WorkState> {
        entries.sort_by_key(|entry| entry.as_of);
        let last = entries.last()?.state;
        if agency.is_some() || last != WorkState::Done {
            return Some(last);
        }
        let words: BTreeMap<&AgencyId, WorkState> =
            entries.iter().map(|entry| (&entry.agency, entry.state)).collect();
        let done = |agency: &AgencyId| words.get(agency) == Some(&WorkState::Done);
        let done_by_members = |entry: &AgencyId| {
            let members = listed_members(self.catalog, entry, self.today);
            !members.is_empty() && members.iter().all(|agency| done(agency))
        };
        let done_by_heirs = |entry: &AgencyId| {
            let acting = acting(self.catalog, entry, Some(&task.id), self.today);
            acting.iter().all(|heir| done(heir) || done_by_members(heir))
        };
        let answerable = task.roles.iter().filter(|link| link.role.is_answerable());
        let all = answerable.map(|link| &link.agency).all(|entry| done(entry) || done_by_heirs(entry));
        Some(if all { WorkState::Done } else { WorkState::InProgress })
    }
}

/// The entries that count: of one agency, or of all. The word of the predecessor holds until the successor has one of
/// its own.
fn heard<'a>(
    entries: &'a [ProgressEntry],
    agency: Option<&AgencyId>,
    from: Option<&AgencyId>,
) -> Vec<&'a ProgressEntry> {
    let of = |speaker: &AgencyId| entries.iter().filter(|entry| entry.agency == *speaker).collect();
    let Some(agency) = agency else { return entries.iter().collect() };
    let own: Vec<_> = of(agency);
    if own.is_empty() { from.map(of).unwrap_or_default() } else { own }
}

/// The days whose entries tell about one turn of what comes back and so starts anew; `None`: it does not come back.
///
/// Where the day lies behind its period ("tháng đầu quý sau"), the turn goes from one day to the next instead: two
/// turns must not share an entry, lest one that is done makes the other look done too.
pub(super) fn turn(rule: &Rule, term: Option<Term>, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    if let Rule::Cycle { every, on, .. } = *rule {
        let term = term.map_or_else(|| every.period_of(today), |term| Some(term.period))?;
        let (first, last) = (term.first_day()?, term.last_day()?);
        let due = on.and_then(|on| on.due_last(term)).filter(|due| *due > last);
        return Some(match due {
            Some(due) => {
                let before = every.period_of(first.pred_opt()?)?;
                (on?.due_last(before)?.succ_opt()?, due)
            }
            None => (first, last),
        });
    }
    let year = Period::Year(term.map_or(today, |term| last_day(term.period)).year());
    is_yearly(rule).then(|| year.first_day().zip(year.last_day())).flatten()
}

fn is_yearly(rule: &Rule) -> bool {
    matches!(
        rule,
        Rule::Annual { .. }
            | Rule::Yearly { .. }
            | Rule::Continuous { yearly: true, .. }
            | Rule::Phases { yearly: true, .. }
            | Rule::PartEnd { of: Years::Every | Years::From(_), .. }
    )
}

/// The first day on which an undated task is to be done; `None`: from the beginning.
pub(super) fn starts_on(rule: &Rule) -> Option<NaiveDate> {
    match *rule {
        Rule::Continuous { from, .. } => from,
        Rule::Yearly { from_year: Some(year) } | Rule::Span { from_year: year, .. } => {
            NaiveDate::from_ymd_opt(year, 1, 1)
        }
        Rule::EveryYears { anchor: Some(year), .. } | Rule::Cycle { from_year: Some(year), .. } => {
            NaiveDate::from_ymd_opt(year, 1, 1)
        }
        _ => None,
    }
}

/// Asked for, not ordered: such a task is never overdue. A task that names nobody is not meant.
pub(super) fn only_requested(task: &Task) -> bool {
    let asked = |role| matches!(role, Role::Requested | Role::Informed);
    !task.roles.is_empty() && task.roles.iter().all(|link| asked(link.role))
}

fn status(state: WorkState) -> ItemStatus {
    match state {
        WorkState::NotStarted => ItemStatus::NotOpened,
        WorkState::InProgress => ItemStatus::InProgress,
        WorkState::Done => ItemStatus::Done,
        WorkState::Suspended => ItemStatus::Suspended,
    }
}

/// Whether another event may open it again, and it goes on waiting for that.
fn comes_again(rule: &Rule) -> bool {
    !matches!(rule, Rule::Conditional { condition: Condition::OnGuidance | Condition::AsAssigned })
}

fn begun(has_day: bool) -> ItemStatus {
    if has_day { ItemStatus::NotOpened } else { ItemStatus::NoDay }
}

fn unopened(rule: &Rule) -> ItemStatus {
    match *rule {
        Rule::Conditional { condition } => ItemStatus::Waiting(condition),
        Rule::Continuous { .. } => ItemStatus::Continuous,
        _ if rule.is_dated() => ItemStatus::NotOpened,
        _ => ItemStatus::NoDay,
    }
}
