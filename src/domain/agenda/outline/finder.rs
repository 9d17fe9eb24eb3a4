//! Finding the lines of an outline: reports from the ledger, tasks from the index on the ways that lead to an agency.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Duration, NaiveDate};

use super::{MOST, Outline, OutlineLine, TaskLine, items_of};
use crate::domain::agenda::{AgendaFilter, AgendaGroup, AgendaItem, Ledger, SOON_DAYS};
use crate::domain::catalog::Catalog;
use crate::domain::heirs::{Standing, standing};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::shelf::{DueLine, IdleLine, Index, Lane, TaskNo, Told, UntouchedLine, Which};
use crate::domain::ways::{Entry, Ways};

/// What is asked is shown whenever it is due, if its period has begun: none is due longer after it.
const AFTER: Duration = Duration::days(800);

/// What orders the lines: the section, the day, and how long nothing was heard of what has none.
pub(super) type Key = (AgendaGroup, NaiveDate, Option<Reverse<Option<i64>>>);

/// What looks for lines, and those that it has found.
pub(super) struct Finder<'a, 'c> {
    catalog: &'a Catalog,
    index: &'a dyn Index,
    ledger: &'a Ledger<'c>,
    filter: &'a AgendaFilter<'a>,
    /// With what orders them, reports before tasks, tasks in the order of the plans.
    pub(super) lines: Vec<(Key, Option<TaskNo>, OutlineLine)>,
    pub(super) cut: BTreeSet<AgendaGroup>,
    /// About how many tasks of a section are listed.
    pub(super) most: usize,
}

/// A lane with what is open about whose its tasks are.
struct Way {
    lane: Lane,
    asked: bool,
}

/// A task that was found, before it is known whether it has to be looked at.
#[derive(Clone, Copy)]
struct Found {
    group: AgendaGroup,
    silent: Option<i64>,
    sure: bool,
    /// Others answer for it too.
    shared: bool,
}

/// Tasks of one way to which other ways lead.
#[derive(Default)]
struct Others {
    /// The agency answers for them on another way beyond doubt, and this one only asks.
    certain: BTreeSet<TaskNo>,
    /// They have to be looked at.
    doubtful: BTreeSet<TaskNo>,
}

/// A task on a day, as it was found.
type Line = (TaskNo, Option<NaiveDate>, Found);

/// Takes what was found.
type Note<'n> = dyn FnMut(TaskNo, Option<NaiveDate>, Found) + 'n;

impl<'a, 'c> Finder<'a, 'c> {
    /// Nothing found yet.
    pub(super) fn new(
        catalog: &'a Catalog,
        index: &'a dyn Index,
        ledger: &'a Ledger<'c>,
        filter: &'a AgendaFilter<'a>,
    ) -> Self {
        Self { catalog, index, ledger, filter, lines: Vec::new(), cut: BTreeSet::new(), most: MOST }
    }

    /// What the ledger says of reports.
    pub(super) fn add_reports(&mut self) {
        for item in self.ledger.report_items(self.filter.agency.as_ref()) {
            self.add_item(item, None);
        }
    }

    fn add_item(&mut self, item: AgendaItem, no: Option<TaskNo>) {
        let key = match item.day() {
            Some(day) => (item.group, day, None),
            None => (item.group, NaiveDate::MAX, Some(Reverse(item.silent_days))),
        };
        let day = item.due.map(|due| due.due_last);
        let item = Box::new(item);
        let line = match no {
            Some(no) => OutlineLine::Task(TaskLine { no, day }, Some(item)),
            None => OutlineLine::Item(item),
        };
        self.lines.push((key, no, line));
    }

    /// The tasks of the chosen agency, or of all.
    pub(super) fn add_tasks(&mut self) {
        let (ways, mut apart) = match &self.filter.agency {
            Some(agency) => {
                let leads_there = |entry: &AgencyId| self.ledger.reaches(entry);
                let ways = Ways::through(self.catalog, self.filter.today, leads_there);
                (self.ways_of(ways.of(agency)), BTreeSet::new())
            }
            None => (vec![Way { lane: all(), asked: false }], self.questions()),
        };
        apart.extend(self.decided());
        self.gather(&ways, apart, |this, way, note| {
            this.add_late(way, note);
            this.add_coming(way, note);
            this.add_idle(way, note);
        });
    }

    /// Only what an agency is late with, and the tasks that have to be looked at.
    pub(super) fn add_late_tasks(&mut self, entries: &[Entry]) {
        let mut ways = self.ways_of(entries);
        ways.retain(|way| !way.asked);
        let apart = self.decided();
        self.gather(&ways, apart, |this, way, note| this.add_late(way, note));
    }

    /// Lists what is found on the ways; what stands `apart`, and what the index is not sure of, is worked out.
    fn gather(
        &mut self,
        ways: &[Way],
        apart: BTreeSet<TaskNo>,
        look: impl Fn(&mut Self, &Way, &mut Note<'_>),
    ) {
        let mut found: BTreeMap<(TaskNo, Option<NaiveDate>), Found> = BTreeMap::new();
        for way in ways {
            let mut lines = Vec::new();
            look(self, way, &mut |no, day, line| {
                if !apart.contains(&no) {
                    lines.push((no, day, line));
                }
            });
            let others = self.answered_on_others(way, ways, &lines);
            for (no, day, line) in lines {
                if others.certain.contains(&no) {
                    continue;
                }
                let line = Found { sure: line.sure && !others.doubtful.contains(&no), ..line };
                found.entry((no, day)).or_insert(line);
            }
        }
        let mut unsure = apart;
        for ((no, day), line) in found {
            if !line.sure {
                unsure.insert(no);
                continue;
            }
            let key =
                (line.group, day.unwrap_or(NaiveDate::MAX), day.is_none().then_some(Reverse(line.silent)));
            self.lines.push((key, Some(no), OutlineLine::Task(TaskLine { no, day }, None)));
        }
        self.lines.retain(|(_, no, _)| no.is_none_or(|no| !unsure.contains(&no)));
        for no in unsure {
            for item in items_of(self.catalog, self.index, self.ledger, self.filter, no) {
                self.add_item(item, Some(no));
            }
        }
    }

    /// Which tasks of a way others lead to that make the agency answer as well.
    ///
    /// What is beyond doubt goes before a question. Of two ways of one kind only the roles tell whose word before
    /// counts.
    fn answered_on_others(&self, way: &Way, ways: &[Way], lines: &[Line]) -> Others {
        let mut found = Others::default();
        let others = ways.iter().filter(|other| other.lane.before != way.lane.before);
        for other in others.filter(|other| way.asked || !other.asked) {
            let Some(entry) = &other.lane.entry else { continue };
            let again = way.lane.entry.as_ref() == Some(entry);
            let shared = lines.iter().filter(|(.., line)| again || line.shared);
            let places: Vec<TaskNo> = shared.map(|(no, ..)| *no).collect();
            if places.is_empty() {
                continue;
            }
            let answered = self.index.answered_by(entry, &places);
            match way.asked && !other.asked {
                true => found.certain.extend(answered),
                false => found.doubtful.extend(answered),
            }
        }
        found
    }

    /// What is overdue, or asked.
    fn add_late(&mut self, way: &Way, note: &mut Note<'_>) {
        let (last, group) = match way.asked {
            true => (self.ledger.horizon().checked_add_signed(AFTER), AgendaGroup::Question),
            false => (self.filter.today.pred_opt(), AgendaGroup::Overdue),
        };
        let lines = self.due(&way.lane, NaiveDate::MIN..=last.unwrap_or(NaiveDate::MAX), true);
        if lines.len() == self.most {
            self.cut.insert(group);
        }
        for line in lines {
            let sure = line.done != Told::Unsure;
            note(line.no, Some(line.day), Found { group, silent: None, sure, shared: line.shared });
        }
    }

    /// What is due on the days that are shown.
    fn add_coming(&mut self, way: &Way, note: &mut Note<'_>) {
        let lines = self.due(&way.lane, self.days(), false);
        let full = lines.len() == self.most;
        for line in lines {
            let done = line.done == Told::Yes;
            let group = self.ledger.place(Some(line.day), None, done, false);
            // What is late or asked stands there already.
            let group = group.filter(|group| *group != AgendaGroup::Overdue && (done || !way.asked));
            if let Some(group) = group {
                if full {
                    self.cut.insert(group);
                }
                let sure = line.done != Told::Unsure;
                note(line.no, Some(line.day), Found { group, silent: None, sure, shared: line.shared });
            }
        }
    }

    /// The lines of a lane whose periods have begun by the last day that may be shown.
    fn due(&self, lane: &Lane, days: RangeInclusive<NaiveDate>, open: bool) -> Vec<DueLine> {
        self.index.due(lane, &Which { days, begun: self.ledger.horizon(), open }, self.most)
    }

    /// The days that are shown besides what is late.
    fn days(&self) -> RangeInclusive<NaiveDate> {
        let (window, today) = (self.ledger.window(), self.filter.today);
        let from = if self.ledger.looks_back() { window.from } else { window.from.max(today) };
        let soon = today.checked_add_signed(Duration::days(SOON_DAYS)).unwrap_or(today);
        let until = if self.filter.shift == 0 { window.until.max(soon) } else { window.until };
        from..=until
    }

    /// What has no day.
    fn add_idle(&mut self, way: &Way, note: &mut Note<'_>) {
        let today = self.filter.today;
        let group = if way.asked { AgendaGroup::Question } else { AgendaGroup::NoDate };
        let since = |day: NaiveDate| Some(today.signed_duration_since(day).num_days().max(0));
        let untouched = self.untouched(&way.lane);
        if untouched.len() == self.most {
            self.cut.insert(group);
        }
        for (issued, UntouchedLine { no, shared, .. }) in untouched {
            note(no, None, Found { group, silent: since(issued), sure: true, shared });
        }
        let lines = self.index.touched(&way.lane, today, self.most);
        if lines.len() == self.most {
            self.cut.insert(group);
        }
        for line in lines {
            let IdleLine { no, touched, done, shared } = line;
            note(no, None, Found { group, silent: since(touched), sure: done == Told::No, shared });
        }
    }

    /// What has no day and no word, with the day from which it is silent, the longest silent first.
    fn untouched(&self, lane: &Lane) -> Vec<(NaiveDate, UntouchedLine)> {
        let issued = self.issued();
        let plans: Vec<&PlanId> = issued.iter().map(|(_, plan)| &plan.id).collect();
        let found = self.index.untouched(lane, &plans, self.filter.today, self.most).into_iter();
        found.filter_map(|line| Some((issued.get(line.plan)?.0, line))).collect()
    }

    /// The issued plans, the oldest first: of what has no day and no word the oldest is silent the longest.
    fn issued(&self) -> Vec<(NaiveDate, &Plan)> {
        let issued = self.ledger.plans().filter(|plan| plan.state == DocumentState::Issued);
        let mut plans: Vec<_> = issued.filter_map(|plan| Some((plan.issued_on?, plan))).collect();
        plans.sort_by_key(|(day, _)| *day);
        plans
    }

    /// The ways on which the chosen agency comes to tasks that it answers for, what is beyond doubt first.
    fn ways_of(&self, entries: &[Entry]) -> Vec<Way> {
        let held = entries.iter().filter(|(_, hold)| !hold.ground.has_passed());
        let way = |(entry, hold): &Entry| {
            let before = hold.ground.predecessor().cloned();
            let lane = Lane { entry: Some(entry.clone()), speaker: self.filter.agency.clone(), before };
            Way { lane, asked: hold.ground.is_open() }
        };
        let mut ways: Vec<Way> = held.map(way).collect();
        ways.sort_by_key(|way| way.asked);
        ways
    }

    /// The tasks of those that have ended without a settled successor: who looks at all agencies may be asked.
    fn questions(&self) -> BTreeSet<TaskNo> {
        let open = |entry: &AgencyId| {
            let standing = standing(self.catalog, entry, None, self.filter.today);
            matches!(standing, Standing::Open(_) | Standing::Ended)
        };
        let mut asked = BTreeSet::new();
        for entry in self.index.named(&open) {
            let lane = Lane { entry: Some(entry), ..all() };
            let due = self.due(&lane, NaiveDate::MIN..=NaiveDate::MAX, true);
            asked.extend(due.into_iter().map(|line| line.no));
            let idle = self.index.touched(&lane, self.filter.today, self.most);
            asked.extend(idle.into_iter().map(|line| line.no));
            asked.extend(self.untouched(&lane).into_iter().map(|(_, line)| line.no));
        }
        asked
    }

    /// The tasks that a decision is about, and those of plans that a decision changed.
    fn decided(&self) -> BTreeSet<TaskNo> {
        let settled = self.catalog.settled();
        let mut tasks: BTreeSet<ItemId> = settled.tasks().cloned().collect();
        for plan in self.ledger.plans().filter(|plan| settled.changes(&plan.id)) {
            tasks.extend(self.catalog.tasks_of(&plan.id).iter().map(|task| task.id.clone()));
        }
        let wanted = self.filter.plan.as_ref();
        let places = tasks.iter().filter(|task| wanted.is_none_or(|plan| task.plan() == *plan));
        places.filter_map(|task| self.index.number(task)).collect()
    }

    /// The lines in the order of the agenda.
    pub(super) fn into_outline(mut self) -> Outline {
        // Reports come before tasks, and tasks in the order of the plans.
        self.lines.sort_by_key(|(key, no, _)| (*key, *no));
        let lines = self.lines.into_iter().map(|((group, ..), _, line)| (group, line));
        Outline { lines: lines.collect(), cut: self.cut }
    }
}

fn all() -> Lane {
    Lane { entry: None, speaker: None, before: None }
}
