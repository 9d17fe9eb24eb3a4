//! View 1: what is due, soonest first, and why on that day.

use std::collections::BTreeMap;

use crate::domain::agenda::{
    AgendaFilter, AgendaGroup, AgendaItem, AgendaKind, Horizon, Outline, OutlineLine, TaskLine, items_at,
    outline,
};
use crate::domain::heirs::acting;
use crate::domain::ids::{AgencyId, ItemId};
use crate::text::words::Count;

use super::super::action::Action;
use super::super::layout::Frame;
use super::super::line::{Line, Tone};
use super::super::list::{List, Row};
use super::super::model::{Model, View};
use super::super::overlay::{EditWhat, Overlay, Sheet};

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 5;

/// A line of the agenda.
#[derive(Clone, Debug)]
pub enum AgendaRow {
    /// A heading.
    Heading {
        /// The section.
        group: AgendaGroup,
        /// Items below it.
        count: usize,
        /// Whether there are more than are listed.
        cut: bool,
    },
    /// Something to do.
    Item {
        /// What it is.
        id: AgendaId,
        /// Its section.
        group: AgendaGroup,
        /// Worked out, as every row on the screen is.
        item: Option<Box<AgendaItem>>,
    },
}

/// What identifies a line of the agenda, whoever has reported meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaId {
    /// A report or reports, counts left out.
    Kind(AgendaKind),
    /// A task on a day.
    Task(TaskLine),
}

/// The state of the agenda.
#[derive(Clone, Debug)]
pub struct AgendaScreen {
    /// Length of the period.
    pub horizon: Horizon,
    /// Periods away from the present one.
    pub shift: i32,
    /// Leave out what has no day.
    pub only_dated: bool,
    /// The rows.
    pub list: List<AgendaRow>,
}

impl Default for AgendaScreen {
    fn default() -> Self {
        Self { horizon: Horizon::Month, shift: 0, only_dated: false, list: List::scrolling() }
    }
}

impl Row for AgendaRow {
    type Id = AgendaId;

    fn id(&self) -> Option<AgendaId> {
        match self {
            Self::Heading { .. } => None,
            Self::Item { id, .. } => Some(id.clone()),
        }
    }
}

impl AgendaScreen {
    /// The selected item.
    pub fn selected(&self) -> Option<&AgendaItem> {
        match self.list.selected() {
            Some(AgendaRow::Item { item, .. }) => item.as_deref(),
            _ => None,
        }
    }

    /// Number of items, of overdue ones, and of those due soon.
    pub fn tally(&self) -> [Count; 3] {
        let count = |group: Option<AgendaGroup>| {
            let mut all = Count { listed: 0, cut: false };
            for row in self.list.rows() {
                if let AgendaRow::Heading { group: of, count, cut } = row
                    && group.is_none_or(|group| *of == group)
                {
                    all = Count { listed: all.listed + count, cut: all.cut || *cut };
                }
            }
            all
        };
        [count(None), count(Some(AgendaGroup::Overdue)), count(Some(AgendaGroup::Soon))]
    }
}

impl Model {
    pub(in crate::app) fn refresh_agenda(&mut self) {
        let mut found = outline(&self.catalog, &self.calendar, &self.agenda_filter());
        if self.agenda.only_dated {
            found.lines.retain(|(_, line)| match line {
                OutlineLine::Item(item) => item.due.is_some(),
                OutlineLine::Task(line, _) => line.day.is_some(),
            });
        }
        self.agenda.list.set_rows(with_headings(found));
        self.fill_agenda();
    }

    fn agenda_filter(&self) -> AgendaFilter<'_> {
        AgendaFilter {
            agency: self.agency.clone(),
            plan: None,
            horizon: self.agenda.horizon,
            shift: self.agenda.shift,
            today: self.day(),
            tracked_from: &self.tracked_from,
        }
    }

    /// Works out the rows that are on the screen.
    fn fill_agenda(&mut self) {
        let missing = |row: &AgendaRow| match row {
            AgendaRow::Item { id: AgendaId::Task(line), item: None, .. } => Some(*line),
            _ => None,
        };
        let lines: Vec<TaskLine> = self.agenda.list.visible_mut().iter().filter_map(missing).collect();
        if lines.is_empty() {
            return;
        }
        let items = items_at(&self.catalog, &self.calendar, &self.agenda_filter(), &lines);
        let rows = self.agenda.list.visible_mut().iter_mut().filter(|row| missing(row).is_some());
        for (row, found) in rows.zip(items) {
            if let AgendaRow::Item { item, .. } = row {
                *item = found.map(Box::new);
            }
        }
    }

    pub(in crate::app) fn fit_agenda(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.agenda.list.set_height(usize::from(body.h.saturating_sub(2)));
        self.fill_agenda();
    }

    pub(in crate::app) fn act_in_agenda(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.agenda.list.go(motion);
                self.fill_agenda();
                self.selection_moved(moved);
            }
            Action::NextHorizon => self.turn_horizon(),
            Action::PeriodForward => self.shift_period(1),
            Action::PeriodBack => self.shift_period(-1),
            Action::OnlyOpen => {
                self.agenda.only_dated = !self.agenda.only_dated;
                self.refresh_agenda();
            }
            Action::Open => self.open_agenda_item(),
            Action::Edit => self.edit_agenda_item(),
            Action::Cascade => self.open_cascade(),
            Action::Back => self.back_to_own_agency(),
            _ => {}
        }
    }

    fn turn_horizon(&mut self) {
        self.agenda.horizon = match self.agenda.horizon {
            Horizon::Week => Horizon::Month,
            Horizon::Month => Horizon::Quarter,
            Horizon::Quarter => Horizon::Year,
            Horizon::Year => Horizon::Week,
        };
        self.agenda.shift = 0;
        self.refresh_agenda();
    }

    fn shift_period(&mut self, by: i32) {
        // Ten years either way are enough.
        let most = match self.agenda.horizon {
            Horizon::Week => 520,
            Horizon::Month => 120,
            Horizon::Quarter => 40,
            Horizon::Year => 10,
        };
        self.agenda.shift = (self.agenda.shift + by).clamp(-most, most);
        self.refresh_agenda();
    }

    fn open_agenda_item(&mut self) {
        if let Some(item) = self.agenda.selected().cloned() {
            self.open_agenda_item_of(item);
        }
    }

    /// Opens what lies behind an item; of a question, the history of the agency that it is about.
    pub(in crate::app) fn open_agenda_item_of(&mut self, item: AgendaItem) {
        match item.kind {
            // Nobody writes a report that nobody is known to owe.
            AgendaKind::Submit { reporter: Some(agency), .. }
            | AgendaKind::Prepare { reporter: agency, .. }
                if item.status.is_question() =>
            {
                self.open_history_of(&agency);
            }
            kind => self.open_agenda_kind(kind),
        }
    }

    /// Opens what lies behind an item: the report, the choice of whose, those who owe, the task.
    pub(in crate::app) fn open_agenda_kind(&mut self, kind: AgendaKind) {
        match kind {
            AgendaKind::Submit { obligation, period, reporter: Some(agency) }
            | AgendaKind::Prepare { obligation, period, reporter: agency } => {
                self.open_report(&obligation, period, &agency);
            }
            AgendaKind::Submit { obligation, period, reporter: None } => {
                self.choose_reporter(&obligation, period)
            }
            AgendaKind::Chase { obligation, period, .. } if self.agency.is_none() => {
                self.choose_reporter(&obligation, period);
            }
            AgendaKind::Chase { obligation, period, .. } => self.open_owing(&obligation, period),
            AgendaKind::AnswerExtension { .. } => self.open_extension(),
            AgendaKind::Task { task } => self.open_task_sheet(&task),
        }
    }

    fn edit_agenda_item(&mut self) {
        if let Some(kind) = self.agenda.selected().map(|item| item.kind.clone()) {
            self.edit_agenda_kind(kind);
        }
    }

    /// Enters progress of a task; of a report it opens what Enter opens.
    pub(in crate::app) fn edit_agenda_kind(&mut self, kind: AgendaKind) {
        match kind {
            AgendaKind::Task { task } => self.open_entry_form(&EditWhat::Task(task)),
            other => self.open_agenda_kind(other),
        }
    }

    /// Goes back from an agency that was looked up to the user's own one.
    pub(in crate::app) fn back_to_own_agency(&mut self) {
        if self.agency != self.my_agency {
            self.agency = self.my_agency.clone();
            self.refresh();
        }
    }

    /// Shows which agencies have not reported.
    fn open_owing(&mut self, obligation: &ItemId, period: crate::domain::schedule::Period) {
        let lang = self.lang;
        let words = self.words();
        let owing = self.owing(obligation, period);
        let mut lines =
            vec![Line::of(Tone::Strong, lang.owing_count(owing.len(), &lang.period(period))), Line::blank()];
        lines.extend(owing.iter().map(|agency| self.owing_line(agency, obligation)));
        let sent = self.sent_reports(obligation, period);
        if !sent.is_empty() {
            lines.extend([Line::blank(), Line::of(Tone::Strong, words.sent_list)]);
            lines.extend(sent.into_iter().map(|(agency, at)| {
                let at = at.map(|at| self.lang.sent_at(at).to_lowercase()).unwrap_or_default();
                Line::plain(format!("  {} ", self.catalog.short_name(&agency))).and(Tone::Dim, at)
            }));
        }
        let excluded = self.excluded_reporters(obligation, period);
        if !excluded.is_empty() {
            lines.push(Line::blank());
            let names: Vec<_> = excluded.iter().map(|agency| self.catalog.short_name(agency)).collect();
            lines.push(Line::of(Tone::Dim, format!("{}: {}", words.excluded_compiler, names.join(", "))));
        }
        self.overlays.push(Overlay::Sheet(Sheet::new(words.owing_title, lines)));
    }

    /// One that has not reported, and whom to ask where it no longer exists.
    fn owing_line(&self, agency: &AgencyId, obligation: &ItemId) -> Line {
        let line = Line::plain(format!("  {}", self.catalog.short_name(agency)));
        let heirs = acting(&self.catalog, agency, Some(obligation), self.day());
        let heirs: Vec<_> = heirs.iter().filter(|heir| *heir != agency).collect();
        match heirs.is_empty() {
            true => line,
            false => {
                let names: Vec<_> = heirs.iter().map(|heir| self.catalog.short_name(heir)).collect();
                line.and(Tone::Dim, format!(" → {}", names.join("; ")))
            }
        }
    }

    /// Whether an agency other than the user's own one is shown.
    pub fn is_looking_elsewhere(&self) -> bool {
        self.agency != self.my_agency && self.view != View::Tasks
    }
}

/// What an item is, whoever has reported meanwhile: the selection must not jump when a count changes.
fn without_counts(mut kind: AgendaKind) -> AgendaKind {
    if let AgendaKind::Chase { owing, total, .. } = &mut kind {
        (*owing, *total) = (0, 0);
    }
    kind
}

fn with_headings(found: Outline) -> Vec<AgendaRow> {
    let mut rows = Vec::with_capacity(found.lines.len() + 5);
    let mut last = None;
    let mut counts: BTreeMap<AgendaGroup, usize> = BTreeMap::new();
    for (group, _) in &found.lines {
        *counts.entry(*group).or_default() += 1;
    }
    for (group, line) in found.lines {
        if last != Some(group) {
            last = Some(group);
            let count = counts.get(&group).copied().unwrap_or_default();
            rows.push(AgendaRow::Heading { group, count, cut: found.cut.contains(&group) });
        }
        let (id, item) = match line {
            OutlineLine::Item(item) => (AgendaId::Kind(without_counts(item.kind.clone())), Some(item)),
            OutlineLine::Task(line, item) => (AgendaId::Task(line), item),
        };
        rows.push(AgendaRow::Item { id, group, item });
    }
    rows
}
