//! The report form comes and goes: who may write in it, what it takes over meanwhile, and where one comes back to.

use crate::domain::change::Request;
use crate::domain::enclosure::{figure_in_period, measured_targets};
use crate::domain::heirs::acting;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Quality, Report};
use crate::domain::schedule::Period;

use super::super::super::line::Tone;
use super::super::super::model::{Model, View};
use super::super::reports::ReportKey;
use super::{FigureRow, Part, ReportForm};

impl Model {
    /// Opens the form of a report; what was typed before and not saved comes back.
    pub(in crate::app) fn open_report(&mut self, obligation: &ItemId, period: Period, agency: &AgencyId) {
        let key = ReportKey { obligation: obligation.clone(), period, agency: agency.clone() };
        self.keep_draft();
        self.ask(Request::Refresh);
        if self.report.as_ref().is_none_or(|open| open.key != key) {
            let report = self.report_of(&key).unwrap_or_else(|| Report::blank(&key));
            let mut form = ReportForm::new(&report, self.figure_rows(&key));
            form.opened_from = self.view;
            form.only_read = !self.may_write(&key);
            let draft = self.drafts.get(&form.draft_key()).map(|draft| draft.body.clone());
            match draft {
                _ if form.only_read && report.state.is_open() => {
                    self.say(Tone::Plain, self.lang.report_of_another(self.catalog.short_name(agency)));
                }
                // It cannot be taken over any more, but it is not thrown away either.
                Some(_) if !form.is_open() => {
                    self.say(Tone::Warn, self.words().draft_of_sent_report);
                }
                Some(draft) if form.restore(&draft) => self.say(Tone::Warn, self.words().draft_restored),
                _ => self.forget_draft(&form.draft_key()),
            }
            self.report = Some(Box::new(form));
        } else if let Some(form) = self.report.as_mut().filter(|_| self.view != View::Reports) {
            form.opened_from = self.view;
        }
        self.turn_to(View::Reports);
    }

    /// Takes over what somebody else saved, or what was taken back, into an open form that nobody typed into.
    pub(in crate::app) fn renew_report(&mut self) {
        let Some(open) = self.report.as_ref().filter(|open| !open.touched) else { return };
        let key = open.key.clone();
        let saved = self.report_of(&key).unwrap_or_else(|| Report::blank(&key));
        if saved.stamp == open.saved.stamp {
            return;
        }
        let mut form = ReportForm::new(&saved, self.figure_rows(&key));
        (form.part, form.opened_from, form.only_read) = (open.part, open.opened_from, open.only_read);
        form.typing = open.typing && form.is_open();
        self.report = Some(Box::new(form));
    }

    /// Takes over figures that were entered elsewhere into the rows that nobody typed into.
    pub(in crate::app) fn renew_figures(&mut self) {
        let Some(key) = self.report.as_ref().map(|report| report.key.clone()) else { return };
        let fresh = self.figure_rows(&key);
        let Some(open) = &mut self.report else { return };
        let cursor = (open.typing && open.part == Part::Figures).then_some(open.cell.0);
        for mut row in fresh {
            let old = open.figures.iter_mut().enumerate();
            let mut old = old.filter(|(at, figure)| figure.target == row.target && cursor != Some(*at));
            if let Some((_, place)) = old.next().filter(|(_, figure)| !figure.changed) {
                row.none = place.none && row.is_empty();
                *place = row;
            }
        }
    }

    /// The figures that concern the agency: of the targets that it answers for, or else of the whole plan.
    pub(super) fn figure_rows(&self, key: &ReportKey) -> Vec<FigureRow> {
        // Before the cut-off nobody can count what is not over yet (Nghị định 09/2019/NĐ-CP, Điều 12).
        let over = key.period.data_window().is_some_and(|(_, to)| to < self.day());
        let quality = if over { Quality::Provisional } else { Quality::Estimate };
        let last = self.report_before(key);
        let row = |target: &Target| {
            let known = self.figure_in_period(key, &target.id);
            let before = self.figure_before(key, last.as_ref(), target);
            FigureRow::new(target, known.as_ref(), quality).beside(before)
        };
        measured_targets(&self.catalog, key, self.day()).into_iter().map(row).collect()
    }

    /// The agency's latest figure of a target within the report's window.
    pub(in crate::app) fn figure_in_period(&self, key: &ReportKey, target: &ItemId) -> Option<Observation> {
        figure_in_period(self.catalog.shelf(), key, target)
    }

    /// Whether the user writes in this report: his agency owes it, acts for the one that does, or drafts it.
    ///
    /// Who works for no agency in particular enters for all.
    pub fn may_write(&self, key: &ReportKey) -> bool {
        let Some(mine) = &self.my_agency else { return true };
        let drafter =
            self.catalog.obligation(&key.obligation).and_then(|(_, found)| found.prepared_by.as_ref());
        let mut writers = std::iter::once(&key.agency).chain(drafter);
        let acts = |agency: &AgencyId| {
            acting(&self.catalog, agency, Some(&key.obligation), self.day()).contains(mine)
        };
        *mine == key.agency || writers.any(acts)
    }

    /// Notes for an open form that the user works for another agency now.
    pub(in crate::app) fn renew_writer(&mut self) {
        let writes = self.report.as_ref().map(|form| self.may_write(&form.key));
        if let (Some(form), Some(writes)) = (&mut self.report, writes) {
            form.only_read = !writes;
            form.typing &= form.is_open();
        }
    }

    /// Esc leaves the field first, then the form; what is typed stays as a draft.
    pub(super) fn leave_report(&mut self) {
        self.keep_draft();
        let Some(form) = &mut self.report else { return };
        if form.typing {
            form.typing = false;
            return;
        }
        if form.saves_for.is_some() {
            // The report itself still follows its figures; without the form it would never go.
            self.say(Tone::Warn, self.words().waiting_for_store);
            return;
        }
        let touched = form.touched;
        self.close_report();
        if touched {
            self.say(Tone::Plain, self.words().draft_kept);
        }
    }

    /// Closes the form and shows what it was opened from, where it is on the screen.
    pub(in crate::app) fn close_report(&mut self) {
        let Some(form) = self.report.take() else { return };
        self.refresh_reports();
        if self.view == View::Reports {
            self.stale.insert(View::Compile);
            self.turn_to(form.opened_from);
        }
    }
}
