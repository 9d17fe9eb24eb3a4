//! The entries that are counted, one for each agency.

use crate::domain::occurrence::Tracking;
use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};

use super::{Counted, Entry, Standing, StatisticsFilter};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::heirs::{self, acting, standing};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::occurrence::{Term, days_late, last_day, membership_day, openings, reporters_on, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ProgressEntry, ReportKey, ReportStanding, WorkState};
use crate::domain::schedule::{Period, Rule};
use crate::domain::task::Task;

/// Everything that is counted, in the order of the plans: reports of a plan before its tasks.
pub fn count(catalog: &Catalog, calendar: &Calendar, filter: &StatisticsFilter<'_>) -> Vec<Entry> {
    let counter = Counter { catalog, calendar, filter };
    let scope = &filter.scope;
    let mut found = Vec::new();
    let binding = catalog.plans.iter().filter(|plan| plan.state == DocumentState::Issued);
    for plan in binding
        .filter(|plan| scope.plan.as_ref().is_none_or(|only| *only == plan.id))
        .filter(|plan| scope.province.as_ref().is_none_or(|only| *only == plan.province))
    {
        counter.add_reports(plan, &mut found);
        counter.add_tasks(plan, &mut found);
    }
    if let Some(only) = &scope.agency {
        found.retain(|entry| entry.agency.as_ref() == Some(only));
    }
    found
}

struct Counter<'a> {
    catalog: &'a Catalog,
    calendar: &'a Calendar,
    filter: &'a StatisticsFilter<'a>,
}

impl Counter<'_> {
    /// The terms of the year that have begun by `today`.
    fn terms(&self, plan: &Plan, rule: &Rule) -> Vec<Term> {
        let year = self.filter.year;
        let until = last_day(Period::Year(year)).min(self.filter.today);
        let from = year.saturating_sub(1);
        let mut found = terms(plan, rule, self.calendar, Tracking::since_year(from), until);
        found.retain(|term| membership_day(*term, last_day(term.period)).year() == year);
        found
    }

    fn is_tracked(&self, plan: &Plan, rule: &Rule, term: Term) -> bool {
        let tracking = self.filter.tracked_from.get(&plan.id).copied();
        tracking.unwrap_or(Tracking::since_year(self.filter.today.year())).covers(rule, term)
    }

    fn add_reports(&self, plan: &Plan, found: &mut Vec<Entry>) {
        for owed in &plan.obligations {
            let opened = openings(self.catalog, plan, owed, self.calendar, self.filter.today).into_iter();
            let opened =
                opened.filter(|term| membership_day(*term, last_day(term.period)).year() == self.filter.year);
            for term in self.terms(plan, &owed.schedule.rule).into_iter().chain(opened) {
                let owing = reporters_on(self.catalog, owed, membership_day(term, self.filter.today)).owing;
                let reports = self.catalog.shelf().standings_in(&owed.id, term.period);
                for reporter in owing.into_iter().filter(|reporter| reporter.is_counted()) {
                    let of = |report: &&ReportStanding| report.agency == reporter.agency && report.is_sent();
                    let report = reports.iter().find(of);
                    let late = report.and_then(|report| days_late(term.due?.due_last, report.came_on()?));
                    let done = report.map(|_| late);
                    found.push(self.entry(
                        self.is_tracked(plan, &owed.schedule.rule, term),
                        Counted::Reports,
                        &owed.id,
                        term,
                        Some(reporter.agency),
                        done,
                    ));
                }
            }
        }
    }

    fn add_tasks(&self, plan: &Plan, found: &mut Vec<Entry>) {
        for task in self.catalog.tasks_of(&plan.id) {
            let spoken = OnceCell::new();
            for term in self.terms(plan, &task.schedule.rule).into_iter().filter(|term| term.due.is_some()) {
                for agency in self.holders(&task, membership_day(term, self.filter.today)) {
                    let entries = spoken.get_or_init(|| self.catalog.shelf().entries_on(&task.id));
                    let done = self.done_on(&task, entries, agency.as_ref(), term).map(|day| {
                        let days =
                            term.due.map_or(0, |due| day.signed_duration_since(due.due_last).num_days());
                        (days > 0).then_some(days)
                    });
                    let tracked = self.is_tracked(plan, &task.schedule.rule, term);
                    found.push(self.entry(tracked, Counted::Tasks, &task.id, term, agency, done));
                }
            }
        }
    }

    /// `tracked`: not from before the plan was loaded; `done`: how late, where it is done.
    fn entry(
        &self,
        tracked: bool,
        counted: Counted,
        item: &ItemId,
        term: Term,
        agency: Option<AgencyId>,
        done: Option<Option<i64>>,
    ) -> Entry {
        let settled = self.catalog.settled();
        let key = agency.clone().filter(|_| counted == Counted::Reports).map(|agency| ReportKey {
            obligation: item.clone(),
            period: term.period,
            agency,
        });
        let over = term.due.map_or(0, |due| self.filter.today.signed_duration_since(due.due_last).num_days());
        let standing = match done {
            None if key.as_ref().is_some_and(|key| settled.waiver(key).is_some()) => Standing::Waived,
            // Whoever enters an earlier report afterwards has it counted.
            None if !tracked => Standing::Untracked,
            Some(None) => Standing::OnTime,
            Some(Some(days)) => Standing::Late(days),
            None if over > 0 => Standing::Overdue(over),
            None => Standing::InTime,
        };
        let extended = key.is_some_and(|key| settled.extended_to(&key).is_some());
        Entry { counted, item: item.clone(), period: term.period, agency, due: term.due, standing, extended }
    }

    /// The agencies that answer for a task on a day, groups by their members; `None` alone where the plan names
    /// nobody at all. What is only asked for, and open-ended groups, fall on nobody who could be counted.
    fn holders(&self, task: &Task, day: NaiveDate) -> Vec<Option<AgencyId>> {
        if task.roles.is_empty() {
            return vec![None];
        }
        let mut found: Vec<Option<AgencyId>> = Vec::new();
        for link in task.roles.iter().filter(|link| link.role.is_answerable()) {
            for agency in self.members(&link.agency, &task.id, day) {
                if !found.contains(&Some(agency.clone())) {
                    found.push(Some(agency));
                }
            }
        }
        found
    }

    /// The agency itself or the members of the group; of what has ended, those to whom it certainly passed.
    fn members(&self, entry: &AgencyId, task: &ItemId, day: NaiveDate) -> Vec<AgencyId> {
        let exists = |id: &AgencyId| self.catalog.agency(id).is_none_or(|agency| agency.exists_on(day));
        if !exists(entry) {
            let heirs = match standing(self.catalog, entry, Some(task), day) {
                heirs::Standing::Passed(heirs) => heirs,
                _ => [].into(),
            };
            let heirs = heirs.iter().map(|heir| &heir.agency).filter(|heir| exists(heir));
            return heirs.flat_map(|heir| self.members(heir, task, day)).collect();
        }
        match self.catalog.agency(entry).and_then(|agency| agency.group.as_ref()) {
            Some(group) if !group.is_countable() => Vec::new(),
            Some(group) => {
                let members = group.members.iter().filter(|member| member.holds_on(day));
                members.map(|member| member.agency.clone()).filter(exists).collect()
            }
            None => vec![entry.clone()],
        }
    }

    fn speaks_for(&self, entry: &ProgressEntry, agency: &AgencyId) -> bool {
        let heirs = || acting(self.catalog, &entry.agency, Some(&entry.task), self.filter.today);
        entry.agency == *agency || heirs().contains(agency)
    }

    /// The day from which on a task is said to be done without a break; `None`: it is not done.
    fn done_on(
        &self,
        task: &Task,
        entries: &[ProgressEntry],
        agency: Option<&AgencyId>,
        term: Term,
    ) -> Option<NaiveDate> {
        let year = last_day(term.period).year();
        // What comes back starts anew every year.
        let once = matches!(task.schedule.rule, Rule::Once { .. } | Rule::PeriodEnd { .. });
        let mut entries: Vec<&ProgressEntry> = entries
            .iter()
            // The word of the predecessor holds until the successor has one of its own.
            .filter(|entry| agency.is_none_or(|agency| self.speaks_for(entry, agency)))
            .filter(|entry| once || entry.as_of.year() == year)
            .collect();
        entries.sort_by_key(|entry| entry.as_of);
        let streak = entries.iter().rev().take_while(|entry| entry.state == WorkState::Done);
        streak.last().map(|entry| entry.as_of)
    }
}
