//! Plans and records laid side by side once, so that many agencies can be asked.

use crate::domain::occurrence::Tracking;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use chrono::{Datelike, Duration, NaiveDate};

use super::rounds::Round;
use super::{AgendaFilter, AgendaGroup, AgendaItem, SOON_DAYS, Window};
use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::heirs::{Ground, Hold, reach, task_holds};
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::occurrence::{Term, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::ProgressEntry;
use crate::domain::schedule::Rule;
use crate::domain::task::{Role, Task};

/// What the agenda is drawn from, for one window of days.
pub(crate) struct Ledger<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) today: NaiveDate,
    pub(super) rounds: Vec<Round<'a>>,
    pub(super) calendar: &'a Calendar,
    plan: Option<&'a PlanId>,
    tracked_from: &'a std::collections::BTreeMap<PlanId, Tracking>,
    window: Window,
    looks_back: bool,
    is_present: bool,
    /// Whose obligations are looked at: all that may lead to the chosen agencies.
    pub(super) reached: Option<BTreeSet<AgencyId>>,
    /// The tasks of the issued plans, read when they are first asked for.
    tasks: OnceCell<Vec<(&'a Plan, Assigned)>>,
}

/// A task with those who have it on the day.
pub(super) struct Assigned {
    pub(super) task: Rc<Task>,
    holds: Vec<(Role, Hold)>,
    /// Place of the hold that makes an agency answer for it.
    answerable: HashMap<AgencyId, usize>,
    /// What was entered on it, in the order in which it was first saved.
    pub(super) entries: Vec<ProgressEntry>,
}

impl Assigned {
    /// Everybody who has, had or may have a role in it.
    pub(super) fn holds(&self) -> &[(Role, Hold)] {
        &self.holds
    }

    /// The hold that makes an agency answer for it.
    pub(super) fn answerable_hold(&self, agency: &AgencyId) -> Option<&(Role, Hold)> {
        self.holds.get(*self.answerable.get(agency)?)
    }
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(catalog: &'a Catalog, calendar: &'a Calendar, filter: &'a AgendaFilter<'a>) -> Self {
        let chosen = filter.agency.as_ref().map(std::slice::from_ref);
        Self::about(chosen, catalog, calendar, filter)
    }

    /// The same for what some agencies are asked about; `None`: all.
    pub(crate) fn about(
        agencies: Option<&[AgencyId]>,
        catalog: &'a Catalog,
        calendar: &'a Calendar,
        filter: &'a AgendaFilter<'a>,
    ) -> Self {
        let mut ledger = Self::of_tasks(catalog, calendar, filter);
        ledger.reached = agencies.map(|agencies| reach(catalog, agencies));
        ledger.rounds = ledger.all_rounds();
        ledger
    }

    /// The same without reports.
    pub(super) fn of_tasks(
        catalog: &'a Catalog,
        calendar: &'a Calendar,
        filter: &'a AgendaFilter<'a>,
    ) -> Self {
        Self {
            catalog,
            today: filter.today,
            rounds: Vec::new(),
            calendar,
            plan: filter.plan.as_ref(),
            tracked_from: filter.tracked_from,
            window: Window::around(filter.today, filter.horizon, filter.shift),
            looks_back: filter.shift < 0,
            is_present: filter.shift == 0,
            reached: None,
            tasks: OnceCell::new(),
        }
    }

    /// Whether duties of an agency or group may be those of the chosen agencies.
    pub(super) fn reaches(&self, entry: &AgencyId) -> bool {
        self.reached.as_ref().is_none_or(|reached| reached.contains(entry))
    }

    pub(super) fn window(&self) -> Window {
        self.window
    }

    /// What it is drawn from.
    pub(crate) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// Whether what is over and done is listed.
    pub(super) fn looks_back(&self) -> bool {
        self.looks_back
    }

    /// The same with what is over and done, as for somebody who leafs back.
    pub(crate) fn with_what_is_over(mut self) -> Self {
        self.looks_back = true;
        self
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
        let from = self.tracked_from.get(&plan.id).copied();
        let from = from.unwrap_or(Tracking::since_year(self.today.year()));
        let until = match plan.state {
            // A draft is previewed for the year of the window.
            DocumentState::Draft => self.today.max(self.window.until),
            _ => self.horizon(),
        };
        let mut terms = terms(plan, rule, self.calendar, from, until);
        if let Rule::Cycle { .. } = rule {
            terms.retain(|term| self.is_on_the_agenda(plan, term));
        }
        terms
    }

    /// The last day that may be shown: what is due soon does not wait for its year to begin.
    pub(super) fn horizon(&self) -> NaiveDate {
        let soon = self.today.checked_add_signed(Duration::days(SOON_DAYS)).filter(|_| self.is_present);
        self.window.until.max(soon.unwrap_or(self.today)).max(self.today)
    }

    /// Whether a period of something that comes back within the year is shown. Of a draft those that are over are
    /// not; nor, where no day makes them a debt, those that have not begun or ended before the last one: they would
    /// pile up week by week, and the list of reports has them all.
    fn is_on_the_agenda(&self, plan: &Plan, term: &Term) -> bool {
        let (Some(first), Some(last)) = (term.period.first_day(), term.period.last_day()) else {
            return false;
        };
        if plan.state == DocumentState::Draft && last < self.today {
            return false;
        }
        let again = last.signed_duration_since(first) + Duration::days(1);
        let gone = last.checked_add_signed(again).is_some_and(|next| next < self.today);
        term.due.is_some() || first <= self.today && !gone
    }

    /// The tasks of the issued plans in their order.
    pub(super) fn tasks(&self) -> &[(&'a Plan, Assigned)] {
        self.tasks.get_or_init(|| {
            let issued = self.plans().filter(|plan| plan.state == DocumentState::Issued);
            let of = |plan: &'a Plan| {
                let tasks = self.catalog.tasks_of(&plan.id).into_iter();
                tasks.map(move |task| (plan, self.assigned(task)))
            };
            issued.flat_map(of).collect()
        })
    }

    /// A task with those who have it and what they entered.
    pub(super) fn assigned(&self, task: Rc<Task>) -> Assigned {
        let holds = task_holds(self.catalog, &task, self.today);
        let (answerable, entries) = (answerable(&holds), self.catalog.shelf().entries_on(&task.id));
        Assigned { task, holds, answerable, entries }
    }

    /// The section of an item by the day that counts; `None`: it is not shown. Something `closed` is never overdue.
    ///
    /// A day of the user's own brings an item forward, and is never a reason to call it overdue.
    pub(super) fn place(
        &self,
        day: Option<NaiveDate>,
        internal_day: Option<NaiveDate>,
        closed: bool,
        preview: bool,
    ) -> Option<AgendaGroup> {
        let near = |own: &NaiveDate| own.signed_duration_since(self.today).num_days() <= SOON_DAYS;
        let brought_forward = internal_day.filter(|_| !closed && !preview).is_some_and(|own| near(&own));
        let Some(day) = day else {
            let group = match preview {
                true => AgendaGroup::Preview,
                false if brought_forward => AgendaGroup::Soon,
                false => AgendaGroup::NoDate,
            };
            return (!closed).then_some(group);
        };
        let days = day.signed_duration_since(self.today).num_days();
        let inside = self.window.contains(day);
        if preview {
            return inside.then_some(AgendaGroup::Preview);
        }
        match (days < 0, closed) {
            (true, false) => Some(AgendaGroup::Overdue),
            // What is over and done is of interest only to somebody who leafs back.
            (true, true) => (inside && self.looks_back).then_some(AgendaGroup::Later),
            (false, false) if brought_forward => Some(AgendaGroup::Soon),
            // What is due soon does not wait for its month to begin.
            (false, false) if days <= SOON_DAYS && (inside || self.is_present) => Some(AgendaGroup::Soon),
            (false, _) => inside.then_some(AgendaGroup::Later),
        }
    }

    /// Days since the last of these records, else since the plan was issued.
    pub(super) fn silence(&self, plan: &Plan, last: Option<NaiveDate>) -> Option<i64> {
        let since = last.or(plan.issued_on)?;
        Some(self.today.signed_duration_since(since).num_days().max(0))
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
