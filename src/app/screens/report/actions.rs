//! What the keys of the report form do: move, answer, check, save.

use chrono::NaiveDate;

use crate::domain::change::{Record, Request};
use crate::domain::enclosure::figure_of_day;
use crate::domain::obligation::ContentItem;
use crate::domain::record::{Observation, ProgressEntry, Report};
use crate::domain::report::{Beside, Finding, check, entries_for};

use super::super::super::action::Action;
use super::super::super::line::Tone;
use super::super::super::list::Motion;
use super::super::super::model::Model;
use super::super::reports::ReportKey;
use super::{FigureRow, Part, ReportForm, Step};

impl Model {
    /// The progress entries that belong into the open report.
    pub fn report_entries(&self) -> Vec<ProgressEntry> {
        match &self.report {
            Some(form) => entries_for(self.catalog.shelf(), &form.to_report()),
            None => Vec::new(),
        }
    }

    /// What the checks say about the open report.
    pub fn report_findings(&self) -> Vec<Finding> {
        let Some(form) = &self.report else { return Vec::new() };
        let Some((_, obligation)) = self.catalog.obligation(&form.key.obligation) else { return Vec::new() };
        let beside = Beside {
            entries: self.report_entries(),
            typed: form.figures.iter().map(FigureRow::typed).collect(),
            given: self.given_figures(form),
            told: self.told_elsewhere(form),
            since_compiled: self.since_compiled(form),
            chosen_otherwise: self.is_chosen_otherwise(form),
            ..self.beside_last(form)
        };
        check(obligation, &form.to_report(), &beside, self.day())
    }

    /// What the checks say about a report as it is saved, whatever form is open.
    pub fn findings_of(&mut self, report: &Report) -> Vec<Finding> {
        let form = ReportForm::new(report, self.figure_rows(&report.key()));
        let open = self.report.replace(Box::new(form));
        let findings = self.report_findings();
        self.report = open;
        findings
    }

    pub(in crate::app) fn act_in_report(&mut self, action: Action) {
        match action {
            Action::Save | Action::Send if self.report.as_ref().is_some_and(|report| report.saving) => {
                self.say(Tone::Warn, self.words().waiting_for_store);
            }
            Action::Save => self.save_report(Step::Keep),
            Action::Send => self.ask_for_step(),
            Action::Discard => self.ask_to_discard(),
            Action::Back => self.leave_report(),
            Action::LastText => self.bring_last_text(),
            Action::InsertFigure => self.choose_figure(),
            Action::InsertParagraph => self.choose_paragraph(),
            Action::Compare => self.open_comparison(),
            action => self.act_in_form(action),
        }
    }

    fn act_in_form(&mut self, action: Action) {
        let none = self.words().no_content;
        let asked = self.report_findings().iter().any(|f| self.is_missing_here(f));
        let Some(form) = &mut self.report else { return };
        let changed = match action {
            Action::SayNone if form.part == Part::Figures => {
                return self.turn_figure();
            }
            Action::SayNone if asked => {
                self.say(Tone::Warn, self.words().none_is_no_answer);
                false
            }
            Action::NextPane | Action::PrevPane => {
                let forward = action == Action::NextPane;
                if !form.step_cell(forward) {
                    form.step(forward);
                }
                false
            }
            Action::Move(motion) => {
                form.step_row(motion == Motion::Down);
                false
            }
            Action::Open if !form.is_open() => {
                let (key, state) = (form.key.clone(), form.saved.state);
                self.say_closed(&key, state);
                false
            }
            // Enter goes on in a number and stays in the last one.
            Action::Open if form.typing => {
                form.step_cell(true);
                false
            }
            Action::Open => {
                form.typing = form.editor_mut().is_some();
                false
            }
            Action::SayNone => form.say_none(none),
            Action::Undo => form.typing && form.editor_mut().is_some_and(|editor| editor.undo()),
            Action::Redo => form.typing && form.editor_mut().is_some_and(|editor| editor.redo()),
            _ => false,
        };
        if changed {
            if let Some(form) = &mut self.report {
                form.changed();
            }
            self.typed();
        }
    }

    /// The day of a figure in the form: that of the figure which stands, or today.
    ///
    /// A figure describes what is, and belongs into the report's own window, however late it is typed.
    pub fn figure_day(&self, key: &ReportKey, figure: &FigureRow) -> Option<NaiveDate> {
        let standing = figure.known.as_ref().filter(|_| figure.has_known_numbers());
        let (from, to) = key.period.data_window()?;
        if let Some((day, _)) = &figure.taken {
            return Some((*day).clamp(from, to));
        }
        Some(standing.map_or(self.day().min(self.today()).clamp(from, to), |known| known.as_of))
    }

    /// Gives the figure under the cursor the next quality, or answers an empty row.
    fn turn_figure(&mut self) {
        let Some(form) = self.report.as_mut().filter(|form| form.is_open()) else { return };
        let row = form.cell.0;
        if let Some(figure) = form.figures.get_mut(row) {
            figure.turn();
            form.touched = true;
            self.typed();
        }
    }

    /// Whether a finding says that the part on the screen must not be empty.
    fn is_missing_here(&self, finding: &Finding) -> bool {
        let part = self.report.as_ref().map(|form| form.part);
        let item = match part {
            Some(Part::Results) => ContentItem::Results,
            Some(Part::Obstacles) => ContentItem::Obstacles,
            Some(Part::Proposals) => ContentItem::Proposals,
            _ => return false,
        };
        *finding == Finding::MissingPart(item)
    }

    /// Saves the figures that changed, and when they are on the disk the report: it must not go on without them.
    pub(in crate::app) fn save_report(&mut self, step: Step) {
        let Some(form) = &self.report else { return };
        if step == Step::Keep && !form.is_open() {
            let (key, state) = (form.key.clone(), form.saved.state);
            return self.say_closed(&key, state);
        }
        let unreadable =
            self.report_findings().into_iter().find(|f| matches!(f, Finding::UnreadableFigure(_)));
        if let Some(finding) = unreadable.filter(|_| form.is_open()) {
            let text = self.finding_text(&finding);
            self.say(Tone::Bad, text);
            return;
        }
        self.keep_draft();
        let figures = self.changed_figures();
        let Some(form) = &mut self.report else { return };
        form.saving = true;
        form.saves_for = (!figures.is_empty()).then(|| step.clone());
        if figures.is_empty() {
            let (report, draft) = (form.to_report(), Some(form.draft_key()));
            let record = Record::Report(self.stepped(report, step));
            self.ask(Request::Save { record, draft });
        }
        for observation in figures {
            self.ask(Request::Save { record: Record::Observation(observation), draft: None });
        }
    }

    /// Notes that a figure of the open report is saved; after the last one the report itself follows.
    pub(in crate::app) fn figure_saved(&mut self, record: &Record) {
        let Some(form) = &mut self.report else { return };
        form.figure_saved(record);
        if let Some(step) = form.saves_for.clone()
            && self.changed_figures().is_empty()
        {
            self.save_report(step);
        }
    }

    /// The figures that were typed in the form, as observations of today.
    pub(in crate::app) fn changed_figures(&self) -> Vec<Observation> {
        let Some(form) = &self.report else { return Vec::new() };
        form.figures
            .iter()
            .filter(|figure| figure.changed)
            .filter_map(|figure| self.observation_from(&form.key, figure))
            .collect()
    }

    fn observation_from(&self, key: &ReportKey, figure: &FigureRow) -> Option<Observation> {
        let typed = figure.typed();
        let (numerator, denominator) = (typed.numerator.ok()??, typed.denominator.ok()?);
        let as_of = self.figure_day(key, figure)?;
        // A figure of the same day is corrected and keeps its source; an older one stays beside the new one.
        let base = figure_of_day(self.catalog.shelf(), key, &figure.target, as_of);
        Some(Observation {
            value: denominator.is_none().then_some(numerator),
            numerator: denominator.is_some().then_some(numerator),
            denominator,
            quality: figure.quality,
            source: figure.taken.as_ref().map_or(base.source, |(_, source)| source.clone()),
            ..base
        })
    }
}

impl ReportForm {
    /// Writes "không có" into an empty text part; true if it did.
    fn say_none(&mut self, text: &str) -> bool {
        if !self.is_open() || self.part == Part::Figures {
            return false;
        }
        match self.editor_mut() {
            Some(editor) if editor.text().trim().is_empty() => {
                editor.insert(text);
                true
            }
            _ => false,
        }
    }

    /// Puts the cursor where a finding can be mended.
    pub(super) fn show(&mut self, finding: &Finding) {
        match finding {
            Finding::UnreadableFigure(target) | Finding::NumeratorAboveDenominator(target) => {
                self.part = Part::Figures;
                self.cell = (self.figures.iter().position(|f| f.target == *target).unwrap_or(0), 0);
            }
            Finding::MissingFigures(_) => {
                self.part = Part::Figures;
                let open = |figure: &FigureRow| figure.is_empty() && !figure.none;
                self.cell = (self.figures.iter().position(open).unwrap_or(0), 0);
            }
            Finding::MissingPart(ContentItem::Obstacles) => self.part = Part::Obstacles,
            Finding::MissingPart(ContentItem::Proposals) => self.part = Part::Proposals,
            _ => self.part = Part::Results,
        }
    }
}
