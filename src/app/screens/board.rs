//! View 5: who has reported in one round, and the letter to those who have not.

use std::collections::BTreeSet;

use crate::domain::board::{Board, BoardRow, BoardState, RoundKey, board};
use crate::domain::change::Record;
use crate::domain::heirs::acting;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::{Tracking, due_of, openings, reporters_on, terms};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{Report, ReportHead, ReportKey, ReportState};
use crate::domain::schedule::Period;

use super::super::action::Action;
use super::super::chooser::{Candidate, Destination, Purpose};
use super::super::deal::Deal;
use super::super::layout::Frame;
use super::super::line::{Line, Tone};
use super::super::list::{List, Row};
use super::super::model::Model;
use super::super::overlay::{OnYes, Overlay, Question};

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 5;

/// Rows above the list: what is looked at, who is counted, how far it is, the heads of the columns.
pub const HEAD_ROWS: u16 = 4;

/// The state of the view.
#[derive(Clone, Debug)]
pub struct BoardScreen {
    /// The round that was chosen; `None`: the one that the own agency has to see first.
    pub chosen: Option<RoundKey>,
    /// Leave out who has sent.
    pub only_owing: bool,
    /// Who is selected for a letter.
    pub selected: BTreeSet<AgencyId>,
    /// The board of the round.
    pub found: Option<Board>,
    /// The rows that are shown.
    pub list: List<BoardRow>,
}

impl Default for BoardScreen {
    fn default() -> Self {
        Self {
            chosen: None,
            only_owing: false,
            selected: BTreeSet::new(),
            found: None,
            list: List::scrolling(),
        }
    }
}

impl Row for BoardRow {
    type Id = AgencyId;

    fn id(&self) -> Option<AgencyId> {
        Some(self.agency.clone())
    }
}

impl Model {
    pub(in crate::app) fn refresh_board(&mut self) {
        let chosen = self.board.chosen.clone().or_else(|| self.rounds().into_iter().next());
        self.board.found = chosen.and_then(|round| self.board_of(&round));
        let rows = self.board.found.as_ref().map_or(&[][..], |board| &board.rows);
        let only_owing = self.board.only_owing;
        let owing: BTreeSet<_> =
            rows.iter().filter(|row| row.state.is_owed()).map(|row| row.agency.clone()).collect();
        let rows = rows.iter().filter(|row| !only_owing || row.state.is_owed()).cloned().collect();
        self.board.selected.retain(|agency| owing.contains(agency));
        self.board.list.set_rows(rows);
    }

    pub(in crate::app) fn fit_board(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.board.list.set_height(usize::from(body.h.saturating_sub(HEAD_ROWS)));
    }

    /// The board of a round as of the day that the screens show.
    pub fn board_of(&self, round: &RoundKey) -> Option<Board> {
        let tracking = self.tracking(&round.obligation.plan());
        board(&self.catalog, &self.records.reminders, &self.calendar, round, tracking, self.day())
    }

    /// The latest round of each obligation: first those whose reports the shown agency receives, what binds before
    /// drafts, and the nearest day before the others.
    pub fn rounds(&self) -> Vec<RoundKey> {
        let mut found = Vec::new();
        for plan in &self.catalog.plans {
            for obligation in &plan.obligations {
                let Some(period) = self.present_period(plan, obligation) else { continue };
                let due = due_of(&self.catalog, obligation, period, &self.calendar);
                let far = due.map(|due| due.due_last.signed_duration_since(self.day()).num_days().abs());
                let order = (
                    !self.is_at_desk(obligation),
                    plan.state == DocumentState::Draft,
                    // Nobody can be asked where nobody can be listed.
                    !self.can_be_counted(obligation),
                    far.is_none(),
                    far,
                );
                found.push((order, RoundKey { obligation: obligation.id.clone(), period }));
            }
        }
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().map(|(_, round)| round).collect()
    }

    fn is_at_desk(&self, obligation: &ReportingObligation) -> bool {
        let Some(agency) = &self.agency else { return false };
        let mut desks = std::iter::once(&obligation.recipient).chain(&obligation.via);
        desks.any(|desk| acting(&self.catalog, desk, Some(&obligation.id), self.day()).contains(agency))
    }

    /// Whether the shown agency receives the reports under an obligation.
    pub fn is_shown_desk_of(&self, obligation: &ItemId) -> bool {
        self.catalog.obligation(obligation).is_some_and(|(_, found)| self.is_at_desk(found))
    }

    /// Whether several agencies report under an obligation that can be listed by name.
    pub fn can_be_listed(&self, obligation: &ItemId) -> bool {
        self.catalog.obligation(obligation).is_some_and(|(_, found)| self.can_be_counted(found))
    }

    fn can_be_counted(&self, obligation: &ReportingObligation) -> bool {
        let owing = reporters_on(&self.catalog, obligation, self.day()).owing;
        owing.iter().filter(|reporter| reporter.is_counted()).nth(1).is_some()
    }

    /// The periods of an obligation since its plan was issued, the first one first.
    pub fn periods_of(&self, plan: &Plan, obligation: &ReportingObligation) -> Vec<Period> {
        let since = plan.issued_on.map_or(self.tracking(&plan.id), Tracking::since);
        let rule = &obligation.schedule.rule;
        let found = terms(plan, rule, &self.calendar, since, self.day()).into_iter();
        let opened = openings(&self.catalog, plan, obligation, &self.calendar, self.day());
        let all: BTreeSet<Period> = found.chain(opened).map(|term| term.period).collect();
        all.into_iter().collect()
    }

    /// The last period that has begun, else the first one.
    fn present_period(&self, plan: &Plan, obligation: &ReportingObligation) -> Option<Period> {
        let periods = self.periods_of(plan, obligation);
        let begun = |period: &&Period| period.first_day().is_some_and(|first| first <= self.day());
        periods.iter().rev().find(begun).or(periods.first()).copied()
    }

    pub(in crate::app) fn act_in_board(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.board.list.go(motion);
                self.selection_moved(moved);
            }
            Action::Open => self.open_board_row(),
            Action::OnlyOpen => {
                self.board.only_owing = !self.board.only_owing;
                self.refresh_board();
            }
            Action::Select => self.toggle_row(),
            Action::SelectAll => self.select_all(),
            Action::Letter => self.open_letter(),
            Action::Receive => self.ask_to_receive(),
            Action::ChooseRound => self.choose_round(),
            Action::PeriodBack => self.leaf_periods(false),
            Action::PeriodForward => self.leaf_periods(true),
            Action::Export => self.export_board(),
            Action::Back => self.back_to_own_agency(),
            _ => {}
        }
    }

    /// The report of the selected row, or its card where nothing is written.
    fn open_board_row(&mut self) {
        let Some(key) = self.board_report() else { return };
        match self.head_of(&key) {
            Some(_) => self.open_report(&key.obligation, key.period, &key.agency),
            None => self.open_deal_form(&Deal::Contact(key.agency)),
        }
    }

    /// The report of the selected row.
    fn board_report(&self) -> Option<ReportKey> {
        let round = &self.board.found.as_ref()?.key;
        let agency = self.board.list.selected_id()?;
        Some(ReportKey { obligation: round.obligation.clone(), period: round.period, agency })
    }

    /// What can be settled about the selected row.
    pub(in crate::app) fn deals_of_board(&self) -> Vec<super::super::deal::Offer> {
        let Some(key) = self.board_report() else { return Vec::new() };
        let mut deals = self.deals_of_report(&key);
        deals.push(Deal::Contact(key.agency));
        deals.into_iter().map(super::super::deal::Offer::Form).collect()
    }

    fn toggle_row(&mut self) {
        let Some(row) = self.board.list.selected() else { return };
        if !row.state.is_owed() {
            self.say(Tone::Plain, self.words().board_owes_nothing);
            return;
        }
        let agency = row.agency.clone();
        if !self.board.selected.remove(&agency) {
            self.board.selected.insert(agency);
        }
    }

    /// Selects every row shown that is to be reminded; once they all are, none.
    fn select_all(&mut self) {
        let day = self.day();
        let wanted = self.board.list.rows().iter().filter(|row| row.is_to_be_reminded(day));
        let wanted: BTreeSet<_> = wanted.map(|row| row.agency.clone()).collect();
        let all = wanted.is_subset(&self.board.selected);
        if all { self.board.selected.clear() } else { self.board.selected.extend(wanted) }
    }

    fn choose_round(&mut self) {
        let rounds = self.rounds();
        let candidates = rounds.into_iter().filter_map(|round| {
            let (plan, obligation) = self.catalog.obligation(&round.obligation)?;
            let name = self.report_name(&round.obligation, round.period);
            let place = self.place(plan, &obligation.clause);
            Some(Candidate::new("", &name, place, Destination::Round(round)))
        });
        let candidates = candidates.collect();
        self.open_chooser(Purpose::Round, self.words().round_title, candidates, true);
    }

    pub(in crate::app) fn show_round(&mut self, round: RoundKey) {
        self.board.chosen = Some(round);
        self.board.selected.clear();
        self.refresh_board();
        self.selection_moved(true);
    }

    fn leaf_periods(&mut self, forward: bool) {
        let Some(round) = self.board.found.as_ref().map(|board| board.key.clone()) else { return };
        let Some((plan, obligation)) = self.catalog.obligation(&round.obligation) else { return };
        let periods = self.periods_of(plan, obligation);
        let other = match forward {
            true => periods.iter().find(|period| **period > round.period),
            false => periods.iter().rev().find(|period| **period < round.period),
        };
        match other.copied() {
            Some(period) => self.show_round(RoundKey { period, ..round }),
            None => self.say(Tone::Plain, self.words().board_no_other_period),
        }
    }

    /// The report of the selected row, if the user's desk can take it in now.
    pub(in crate::app) fn to_receive(&self) -> Option<ReportHead> {
        let report = self.head_of(&self.board_report()?)?;
        let sent = report.state == ReportState::Sent && !report.is_on_paper();
        (sent && self.is_desk_of(&report.obligation)).then_some(report)
    }

    fn ask_to_receive(&mut self) {
        let words = self.words();
        let Some(report) = self.to_receive().and_then(|head| self.report_of(&head.key())) else {
            let at_desk =
                self.board.found.as_ref().is_some_and(|board| self.is_desk_of(&board.key.obligation));
            let why = if at_desk { words.board_not_to_receive } else { words.board_not_your_desk };
            self.say(Tone::Plain, why);
            return;
        };
        let taken = Report { state: ReportState::Received, received_at: Some(self.now.instant), ..report };
        let lines = vec![
            Line::of(Tone::Strong, self.report_name(&taken.obligation, taken.period)),
            Line::plain(self.route(&taken.key())),
            Line::plain(words.receive_question),
        ];
        let on_yes = OnYes::Save(Box::new(Record::Report(taken)));
        self.overlays.push(Overlay::Question(Box::new(Question::new(words.receive_title, lines, on_yes))));
    }

    /// How many of the selected rows the letter would ask.
    pub fn board_selected(&self) -> Vec<AgencyId> {
        let rows = self.board.found.as_ref().map_or(&[][..], |board| &board.rows);
        let chosen = rows.iter().filter(|row| self.board.selected.contains(&row.agency));
        chosen.map(|row| row.agency.clone()).collect()
    }

    /// Whether somebody can be reminded at all: the plan binds, and somebody owes.
    pub(in crate::app) fn can_remind(&self) -> bool {
        self.board.found.as_ref().is_some_and(|board| {
            !board.preview
                && board.rows.iter().any(|row| row.state != BoardState::Waived && row.state.is_owed())
        })
    }
}
