//! Word on the tasks: what was due is mostly done, some of it late, a little of it not at all.

use chrono::{Days, NaiveDate};

use super::dice::Dice;
use super::texts;
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Tracking, last_day, terms};
use crate::domain::plan::Plan;
use crate::domain::record::{ProgressEntry, Stamp, WorkState};
use crate::domain::task::{Role, Task};

/// What the word on the tasks of one plan follows from.
pub(super) struct Writing<'a> {
    pub(super) plan: &'a Plan,
    pub(super) issued: NaiveDate,
    pub(super) calendar: &'a Calendar,
    pub(super) register: &'a [Agency],
    pub(super) today: NaiveDate,
}

impl Writing<'_> {
    /// What was entered about a task, the oldest first.
    pub(super) fn entries(&self, task: &Task, dice: &mut Dice) -> Vec<ProgressEntry> {
        let leads: Vec<&AgencyId> =
            task.roles.iter().filter(|link| link.role == Role::Lead).map(|link| &link.agency).collect();
        let due: Vec<(NaiveDate, NaiveDate)> = self.due(task);
        let Some(last) = due.len().checked_sub(1) else { return self.under_way(task, &leads, dice) };
        let mut entries = Vec::new();
        for (at, (first, due)) in due.into_iter().enumerate() {
            let given_up = at == last && dice.percent(7);
            if given_up && dice.percent(50) {
                continue;
            }
            let state = if given_up { WorkState::InProgress } else { WorkState::Done };
            let day = self.done_on(first, due, dice);
            entries.extend(leads.iter().map(|lead| self.entry(task, lead, day, state, dice)));
        }
        entries
    }

    /// First day of the period and last valid day of all that was due before today.
    fn due(&self, task: &Task) -> Vec<(NaiveDate, NaiveDate)> {
        let rule = &task.schedule.rule;
        if !rule.is_dated() {
            return Vec::new();
        }
        let tracking = Tracking::since(self.issued);
        terms(self.plan, rule, self.calendar, tracking, self.today)
            .into_iter()
            .filter_map(|term| {
                let due = term.due?.due_last;
                let first = term.period.first_day()?.min(due).max(self.issued);
                // What comes back is done within its own period, else it would count for the next one.
                (due < self.today && first <= last_day(term.period)).then_some((first, due))
            })
            .collect()
    }

    /// Some days before the due day; a few things some days late, but in the same year.
    fn done_on(&self, first: NaiveDate, due: NaiveDate, dice: &mut Dice) -> NaiveDate {
        let late = dice.percent(8) && (due - first).num_days() > 100;
        let days = Days::new(u64::from(dice.between(0, 14)));
        let day = if late { due.checked_add_days(days) } else { due.checked_sub_days(days) };
        day.unwrap_or(due).clamp(first, self.today.pred_opt().unwrap_or(self.today))
    }

    /// Of what is not due yet, or has no day, somebody now and then says how far it is.
    fn under_way(&self, task: &Task, leads: &[&AgencyId], dice: &mut Dice) -> Vec<ProgressEntry> {
        if !dice.percent(10) {
            return Vec::new();
        }
        let Some(lead) = leads.first() else { return Vec::new() };
        let days = Days::new(u64::from(dice.between(1, 240)));
        let day = self.today.checked_sub_days(days).unwrap_or(self.today).max(self.issued);
        let state = if dice.percent(8) { WorkState::Suspended } else { WorkState::InProgress };
        vec![self.entry(task, lead, day, state, dice)]
    }

    fn entry(
        &self,
        task: &Task,
        agency: &AgencyId,
        day: NaiveDate,
        state: WorkState,
        dice: &mut Dice,
    ) -> ProgressEntry {
        // An agency that has ended has said its last word by then; it holds for its successor.
        let known = self.register.iter().find(|known| known.id == *agency);
        let end = known.and_then(|known| known.valid_to).unwrap_or(day);
        ProgressEntry {
            stamp: Stamp::default(),
            task: task.id.clone(),
            agency: agency.clone(),
            as_of: day.min(end),
            state,
            percent: match state {
                WorkState::InProgress => u8::try_from(dice.between(1, 18) * 5).ok(),
                WorkState::Done => Some(100),
                WorkState::NotStarted | WorkState::Suspended => None,
            },
            result: texts::result(dice),
            obstacle: if dice.percent(20) { texts::obstacle(dice) } else { String::new() },
            proposal: if dice.percent(10) { texts::proposal(dice) } else { String::new() },
            evidence: format!("Công văn mẫu {}", dice.between(1, 999)),
        }
    }
}
