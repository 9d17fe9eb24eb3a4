//! View 9: what was done of what was owed, by number; each number opens to its list.

use chrono::Datelike;

use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::plan::DocumentState;
use crate::domain::record::ReportKey;
use crate::domain::statistics::{Counted, Entry, Figure, Scope, StatisticsFilter, Tally, by_agency, count};

use super::super::action::Action;
use super::super::chooser::{Candidate, Chooser, Destination, Purpose};
use super::super::layout::Frame;
use super::super::line::Tone;
use super::super::list::{List, Row};
use super::super::model::Model;
use super::super::overlay::Overlay;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 5;

/// In a window of fewer cells the heads over the numbers are the narrow ones.
pub const NARROW_BELOW: u16 = 76;

/// Years that can be leafed back to.
const FARTHEST: i32 = 10;

/// Whose numbers are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// The shown agency; everything where none is chosen.
    #[default]
    Agency,
    /// A province.
    Province(String),
    /// Everything.
    All,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatisticsRow {
    /// Which row it is.
    pub key: RowKey,
    /// Its numbers.
    pub tally: Tally,
}

/// What identifies a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowKey {
    /// All reports, or all tasks.
    Sum(Counted),
    /// Those of one agency; `None`: of nobody.
    Of(Counted, Option<AgencyId>),
}

/// The state of the view.
#[derive(Clone, Debug)]
pub struct StatisticsScreen {
    /// Whose numbers.
    pub reach: Reach,
    /// One plan, or all.
    pub plan: Option<PlanId>,
    /// Years back from the one that the screens show; at most 0.
    pub shift: i32,
    /// Place of the chosen number in [`Figure::ALL`].
    pub column: usize,
    /// The number that the head names: the chosen one, as of the last pause of the keys.
    pub named: Figure,
    /// The lines.
    pub list: List<StatisticsRow>,
    /// What is counted.
    pub entries: Vec<Entry>,
}

impl Default for StatisticsScreen {
    fn default() -> Self {
        Self {
            reach: Reach::Agency,
            plan: None,
            shift: 0,
            column: 0,
            named: Figure::Total,
            list: List::scrolling(),
            entries: Vec::new(),
        }
    }
}

impl Row for StatisticsRow {
    type Id = RowKey;

    fn id(&self) -> Option<RowKey> {
        Some(self.key.clone())
    }
}

impl RowKey {
    /// Reports or tasks.
    pub fn counted(&self) -> Counted {
        match self {
            Self::Sum(counted) | Self::Of(counted, _) => *counted,
        }
    }

    fn holds(&self, entry: &Entry) -> bool {
        entry.counted == self.counted()
            && match self {
                Self::Sum(_) => true,
                Self::Of(_, agency) => entry.agency == *agency,
            }
    }
}

impl StatisticsScreen {
    /// The number that Enter opens.
    pub fn figure(&self) -> Figure {
        Figure::ALL.get(self.column).copied().unwrap_or(Figure::Total)
    }
}

impl Model {
    /// What is counted in a scope and a year, as of the day that the screens show.
    pub fn statistics(&self, scope: Scope, year: i32) -> Vec<Entry> {
        let filter = StatisticsFilter { scope, year, today: self.day(), tracked_from: &self.tracked_from };
        count(&self.catalog, &self.calendar, &filter)
    }

    /// The year that view 9 shows.
    pub fn statistics_year(&self) -> i32 {
        self.day().year() + self.statistics.shift
    }

    /// The scope that view 9 shows.
    pub fn statistics_scope(&self) -> Scope {
        let screen = &self.statistics;
        let (agency, province) = match &screen.reach {
            Reach::Agency => (self.agency.clone(), None),
            Reach::Province(name) => (None, Some(name.clone())),
            Reach::All => (None, None),
        };
        Scope { plan: screen.plan.clone(), agency, province }
    }

    pub(in crate::app) fn refresh_statistics(&mut self) {
        let scope = self.statistics_scope();
        let single = scope.agency.is_some();
        let entries = self.statistics(scope, self.statistics_year());
        let mut rows = Vec::new();
        for counted in [Counted::Reports, Counted::Tasks] {
            let all = entries.iter().filter(|entry| entry.counted == counted);
            rows.push(StatisticsRow { key: RowKey::Sum(counted), tally: Tally::of(all) });
            // Of one agency the sum says it all.
            if !single {
                let of = by_agency(&self.catalog, &entries, counted).into_iter();
                rows.extend(
                    of.map(|(agency, tally)| StatisticsRow { key: RowKey::Of(counted, agency), tally }),
                );
            }
        }
        self.statistics.entries = entries;
        self.statistics.list.set_rows(rows);
    }

    pub(in crate::app) fn fit_statistics(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.statistics.list.set_height(usize::from(body.h.saturating_sub(3)));
    }

    pub(in crate::app) fn act_in_statistics(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.statistics.list.go(motion);
                self.selection_moved(moved);
            }
            Action::Left => self.choose_number(self.statistics.column.saturating_sub(1)),
            Action::Right => {
                self.choose_number((self.statistics.column + 1).min(Figure::ALL.len() - 1));
            }
            Action::PeriodBack => self.shift_statistics(-1),
            Action::PeriodForward => self.shift_statistics(1),
            Action::NextPlan => {
                self.statistics.plan = self.next_binding_plan();
                self.refresh_statistics();
            }
            Action::Widen => {
                self.statistics.reach = self.wider_reach();
                self.refresh_statistics();
            }
            Action::Open => self.open_counted(),
            Action::Back => self.narrow_statistics(),
            _ => {}
        }
    }

    fn choose_number(&mut self, column: usize) {
        self.selection_moved(column != self.statistics.column);
        self.statistics.column = column;
    }

    fn shift_statistics(&mut self, by: i32) {
        if self.statistics.shift + by > 0 {
            self.say(Tone::Plain, self.words().statistics_future);
            return;
        }
        self.statistics.shift = (self.statistics.shift + by).max(-FARTHEST);
        self.refresh_statistics();
    }

    /// Back to the shown agency and all plans; from there to the user's own agency.
    fn narrow_statistics(&mut self) {
        if self.statistics.reach == Reach::Agency && self.statistics.plan.is_none() {
            self.back_to_own_agency();
            return;
        }
        self.statistics.reach = Reach::Agency;
        self.statistics.plan = None;
        self.refresh_statistics();
    }

    /// Only what is issued asks anything of anybody.
    fn next_binding_plan(&self) -> Option<PlanId> {
        let binding = self.catalog.plans.iter().filter(|plan| plan.state == DocumentState::Issued);
        let plans: Vec<&PlanId> = binding.map(|plan| &plan.id).collect();
        let next = match &self.statistics.plan {
            None => 0,
            Some(shown) => plans.iter().position(|id| *id == shown)? + 1,
        };
        plans.get(next).copied().cloned()
    }

    /// Agency, province, everything; without an agency each province in turn.
    fn wider_reach(&self) -> Reach {
        let province = |agency: &AgencyId| self.catalog.agency(agency)?.province.clone();
        let mut provinces: Vec<String> = match &self.agency {
            Some(agency) => province(agency).into_iter().collect(),
            None => self.catalog.plans.iter().map(|plan| plan.province.clone()).collect(),
        };
        provinces.sort();
        provinces.dedup();
        let mut steps = vec![Reach::Agency];
        steps.extend(provinces.into_iter().map(Reach::Province));
        // Without an agency the first step shows everything already.
        steps.extend(self.agency.as_ref().map(|_| Reach::All));
        let at = steps.iter().position(|step| *step == self.statistics.reach).unwrap_or(0);
        steps.into_iter().nth(at + 1).unwrap_or_default()
    }

    /// Lists what the chosen number counts.
    fn open_counted(&mut self) {
        let Some(key) = self.statistics.list.selected_id() else { return };
        let figure = self.statistics.figure();
        let held: Vec<&Entry> =
            self.statistics.entries.iter().filter(|entry| key.holds(entry) && figure.holds(entry)).collect();
        if held.is_empty() {
            self.say(Tone::Plain, self.words().statistics_none);
            return;
        }
        let title = format!(
            "{} · {} · {} ({})",
            self.lang.figure_name(figure).to_uppercase(),
            self.statistics_row_title(&key),
            self.statistics_year(),
            held.len()
        );
        let candidates = held.into_iter().map(|entry| self.counted_candidate(entry)).collect();
        let chooser = Chooser::new(Purpose::Counted, title, candidates, true);
        self.overlays.push(Overlay::Chooser(Box::new(chooser)));
    }

    fn counted_candidate(&self, entry: &Entry) -> Candidate {
        let agency = entry.agency.as_ref();
        let name = agency.map_or_else(
            || self.words().no_owner_row.to_owned(),
            |id| format!("{}{}", self.catalog.short_name(id), self.province_among_counted(id)),
        );
        let day = entry.due.map(|due| self.lang.day_short(due.due_last));
        let place = [Some(name), day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let (label, to) = match (entry.counted, agency) {
            (Counted::Reports, Some(agency)) => {
                let (obligation, period, agency) = (entry.item.clone(), entry.period, agency.clone());
                let key = ReportKey { obligation, period, agency };
                (self.report_name(&key.obligation, period), Destination::Report(key))
            }
            (Counted::Reports, None) => {
                (self.report_name(&entry.item, entry.period), Destination::Obligation(entry.item.clone()))
            }
            (Counted::Tasks, _) => {
                let title = self.catalog.task(&entry.item).map(|(_, task)| task.title.clone());
                (title.unwrap_or_default(), Destination::Task(entry.item.clone()))
            }
        };
        Candidate::new(&self.lang.standing_short(entry.standing), &label, place, to)
    }
}
