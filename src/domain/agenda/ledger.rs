//! Plans and records laid side by side once, so that many agencies can be asked.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::claims::Owed;
use super::{AgendaFilter, AgendaGroup, AgendaItem, SOON_DAYS, Window};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::change::Records;
use crate::domain::clock::vn_date_of;
use crate::domain::heirs::{Ground, Hold, acting, task_holds};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::{Due, Term, membership_day, reporters_on, standing_period, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ProgressEntry, Report, ReportState, Stamp};
use crate::domain::schedule::{Period, Rule};
use crate::domain::task::Role;

/// One obligation in one period, with what its reporters did.
pub(super) struct Round<'a> {
    pub(super) plan: &'a Plan,
    pub(super) obligation: &'a ReportingObligation,
    pub(super) term: Term,
    pub(super) preview: bool,
    pub(super) reporters: Vec<Owed<'a>>,
    /// Those that receive the reports by now: recipient and desk on the way, or their successors.
    pub(super) receivers: Vec<AgencyId>,
    /// Those that draft the reports by now.
    pub(super) drafters: Vec<AgencyId>,
}

/// What the agenda is drawn from, for one window of days.
pub(crate) struct Ledger<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) today: NaiveDate,
    pub(super) rounds: Vec<Round<'a>>,
    calendar: &'a Calendar,
    plan: Option<&'a PlanId>,
    tracked_from: &'a std::collections::BTreeMap<PlanId, i32>,
    window: Window,
    looks_back: bool,
    progress: HashMap<&'a ItemId, Vec<&'a ProgressEntry>>,
    holds: HashMap<&'a ItemId, Vec<(Role, Hold)>>,
    /// Place of the hold that makes an agency answer for a task, by task and agency.
    answerable: HashMap<&'a ItemId, HashMap<AgencyId, usize>>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(
        catalog: &'a Catalog,
        records: &'a Records,
        calendar: &'a Calendar,
        filter: &'a AgendaFilter<'a>,
    ) -> Self {
        let mut progress: HashMap<&ItemId, Vec<&ProgressEntry>> = HashMap::new();
        for entry in &records.progress {
            progress.entry(&entry.task).or_default().push(entry);
        }
        let mut ledger = Self {
            catalog,
            today: filter.today,
            rounds: Vec::new(),
            calendar,
            plan: filter.plan.as_ref(),
            tracked_from: filter.tracked_from,
            window: Window::around(filter.today, filter.horizon, filter.shift),
            looks_back: filter.shift < 0,
            progress,
            holds: HashMap::new(),
            answerable: HashMap::new(),
        };
        let binding = ledger.plans().filter(|plan| plan.state != DocumentState::Secondary);
        let tasks = binding.flat_map(|plan| &plan.tasks);
        ledger.holds = tasks.map(|task| (&task.id, task_holds(catalog, task, filter.today))).collect();
        ledger.answerable = ledger.holds.iter().map(|(task, holds)| (*task, answerable(holds))).collect();
        ledger.rounds = ledger.all_rounds(&records.reports);
        ledger
    }

    /// The items of one agency, or of all, in the order of the plans.
    pub(crate) fn items(&self, agency: Option<&AgencyId>) -> Vec<AgendaItem> {
        let mut items = self.report_items(agency);
        items.extend(self.task_items(agency));
        items
    }

    pub(super) fn plans(&self) -> impl Iterator<Item = &'a Plan> {
        let wanted = self.plan;
        let plans = self.catalog.plans.iter();
        plans.filter(move |plan| wanted.is_none_or(|id| plan.id == *id))
    }

    pub(super) fn terms(&self, plan: &Plan, rule: &Rule) -> Vec<Term> {
        let from = self.tracked_from.get(&plan.id).copied().unwrap_or(self.today.year());
        terms(plan, rule, self.calendar, from, self.today.max(self.window.until))
    }

    pub(super) fn progress_on(&self, task: &ItemId) -> &[&'a ProgressEntry] {
        self.progress.get(task).map_or(&[], Vec::as_slice)
    }

    /// Everybody who has, had or may have a role in a task of a plan.
    pub(crate) fn holds_of(&self, task: &ItemId) -> &[(Role, Hold)] {
        self.holds.get(task).map_or(&[], Vec::as_slice)
    }

    /// The hold that makes an agency answer for a task.
    pub(super) fn answerable_hold(&self, task: &ItemId, agency: &AgencyId) -> Option<&(Role, Hold)> {
        let place = self.answerable.get(task)?.get(agency)?;
        self.holds_of(task).get(*place)
    }

    /// The section of an item; `None`: it is not shown. Something `closed` is never overdue.
    pub(super) fn place(&self, due: Option<Due>, closed: bool, preview: bool) -> Option<AgendaGroup> {
        let Some(due) = due else {
            let group = if preview { AgendaGroup::Preview } else { AgendaGroup::NoDate };
            return (!closed).then_some(group);
        };
        let days = due.due_last.signed_duration_since(self.today).num_days();
        let inside = self.window.contains(due.due_last);
        if preview {
            return inside.then_some(AgendaGroup::Preview);
        }
        match (days < 0, closed) {
            (true, false) => Some(AgendaGroup::Overdue),
            // What is over and done is of interest only to somebody who leafs back.
            (true, true) => (inside && self.looks_back).then_some(AgendaGroup::Later),
            (false, false) if days <= SOON_DAYS => inside.then_some(AgendaGroup::Soon),
            (false, _) => inside.then_some(AgendaGroup::Later),
        }
    }

    /// Days since the last of these records, else since the plan was issued.
    pub(super) fn silence(&self, plan: &Plan, last: Option<NaiveDate>) -> Option<i64> {
        let since = last.or(plan.issued_on)?;
        Some(self.today.signed_duration_since(since).num_days().max(0))
    }

    fn all_rounds(&self, reports: &'a [Report]) -> Vec<Round<'a>> {
        let reports = index(reports);
        let mut rounds = Vec::new();
        for plan in self.plans() {
            for obligation in &plan.obligations {
                let waiting = standing_period(plan, obligation, self.today);
                let waiting = waiting.map(|period| Term { period, due: None });
                for term in self.terms(plan, &obligation.schedule.rule).into_iter().chain(waiting) {
                    let reporters = self.owed(obligation, term, &reports);
                    let preview = plan.state == DocumentState::Draft;
                    let (receivers, drafters) = self.desks(obligation);
                    rounds.push(Round { plan, obligation, term, preview, reporters, receivers, drafters });
                }
            }
        }
        rounds
    }

    fn owed(
        &self,
        obligation: &'a ReportingObligation,
        term: Term,
        reports: &HashMap<(&ItemId, Period, &AgencyId), &'a Report>,
    ) -> Vec<Owed<'a>> {
        let owing =
            reporters_on(self.catalog, obligation, membership_day(term, self.today)).owing.into_iter();
        let owed = owing.map(|reporter| {
            let report = reports.get(&(&obligation.id, term.period, &reporter.agency)).copied();
            Owed::new(self.catalog, &obligation.id, reporter, report, self.today)
        });
        owed.collect()
    }

    /// Who receives the reports under an obligation by now, and who drafts them.
    fn desks(&self, obligation: &ReportingObligation) -> (Vec<AgencyId>, Vec<AgencyId>) {
        let acting = |desk: &AgencyId| acting(self.catalog, desk, Some(&obligation.id), self.today);
        let receivers = std::iter::once(&obligation.recipient).chain(&obligation.via).flat_map(acting);
        (receivers.collect(), obligation.prepared_by.iter().flat_map(acting).collect())
    }
}

/// For each agency the place of the hold that makes it answer: what is settled first, then the weightiest role.
fn answerable(holds: &[(Role, Hold)]) -> HashMap<AgencyId, usize> {
    let mut best: HashMap<AgencyId, usize> = HashMap::new();
    let rank = |at: usize| holds.get(at).map(|(role, hold)| (!hold.ground.is_settled(), *role));
    for (at, (role, hold)) in holds.iter().enumerate() {
        if !role.is_answerable() || matches!(hold.ground, Ground::Passed { .. }) {
            continue;
        }
        let place = best.entry(hold.agency.clone()).or_insert(at);
        if rank(at) < rank(*place) {
            *place = at;
        }
    }
    best
}

/// The report that counts of each agency: one that is sent before one that is not, then the latest.
fn index(reports: &[Report]) -> HashMap<(&ItemId, Period, &AgencyId), &Report> {
    let mut best: HashMap<(&ItemId, Period, &AgencyId), &Report> = HashMap::new();
    for report in reports {
        let place = best.entry((&report.obligation, report.period, &report.agency)).or_insert(report);
        if report.state == ReportState::Sent || place.state == ReportState::Draft {
            *place = report;
        }
    }
    best
}

/// The day in Việt Nam on which a record was saved.
pub(super) fn saved_on(stamp: &Stamp) -> Option<NaiveDate> {
    stamp.at.as_ref().map(vn_date_of)
}
