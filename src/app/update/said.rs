//! What somebody says who sees no screen: the same forms, filled in by name instead of by keys.

use crate::domain::ids::ItemId;
use crate::domain::record::Quality;

use super::super::action::Action;
use super::super::chooser::Destination;
use super::super::form::{FieldId, Input};
use super::super::model::Model;
use super::super::overlay::{EditWhat, Overlay};
use super::super::screens::report::{Part, ReportForm};
use super::super::screens::reports::ReportKey;

/// One thing that is said. What is typed goes into a draft at once: the next line may never come.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Do what a key would do here.
    Do(Action),
    /// Open the form for an entry on a task.
    Entry(ItemId),
    /// Open a report.
    Report(ReportKey),
    /// Choose a line of the chooser on top.
    Pick(Destination),
    /// The text of a field of the form on top.
    Field(FieldId, String),
    /// The place of the word that is chosen in a field of the form on top.
    Choice(FieldId, usize),
    /// The text of a part of the open report.
    Text(Part, String),
    /// What is said of a figure of the open report.
    Figure(ItemId, Figure),
}

/// What is said of one figure of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Its numbers as typed: numerator or value, and the denominator, empty where there is none.
    Numbers(String, String),
    /// How firm it is.
    Quality(Quality),
    /// There is none; nothing happens where one is known or typed.
    Without,
}

impl Model {
    pub(super) fn take_said(&mut self, said: Said) {
        self.notice = None;
        let changed = match said {
            Said::Do(action) => {
                self.act(action);
                false
            }
            Said::Entry(task) => {
                self.open_entry_form(&EditWhat::Task(task));
                false
            }
            Said::Report(key) => {
                self.open_report(&key.obligation, key.period, &key.agency);
                false
            }
            Said::Pick(to) => {
                self.pick(&to);
                false
            }
            Said::Field(id, text) => self.fill_field(id, |input| match input {
                Input::Line(editor) | Input::Area(editor, _) => editor.set_text(&text),
                Input::Choice(..) => {}
            }),
            Said::Choice(id, chosen) => self.fill_field(id, |input| {
                if let Input::Choice(options, at) = input {
                    *at = chosen.min(options.len().saturating_sub(1));
                }
            }),
            Said::Text(part, text) => self.fill_report(|form| form.set_text(part, &text)),
            Said::Figure(target, figure) => self.fill_report(|form| form.set_figure(&target, &figure)),
        };
        if changed {
            self.typed();
            self.keep_draft();
        }
    }

    fn pick(&mut self, to: &Destination) {
        let Some(Overlay::Chooser(chooser)) = self.overlays.last_mut() else { return };
        if chooser.list.select(to) {
            self.choose();
        }
    }

    fn fill_field(&mut self, id: FieldId, fill: impl FnOnce(&mut Input)) -> bool {
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return false };
        let Some(field) = form.fields.iter_mut().find(|field| field.id == id) else { return false };
        fill(&mut field.input);
        (form.touched, form.error) = (true, None);
        true
    }

    fn fill_report(&mut self, fill: impl FnOnce(&mut ReportForm) -> bool) -> bool {
        let Some(form) = self.report.as_mut().filter(|form| form.is_open()) else { return false };
        let changed = fill(form);
        form.touched |= changed;
        changed
    }
}

impl ReportForm {
    fn set_text(&mut self, part: Part, text: &str) -> bool {
        self.part = part;
        let index = match part {
            Part::Results => 0,
            Part::Obstacles => 1,
            Part::Proposals => 2,
            Part::Evidence => 3,
            Part::Figures | Part::Entries => return false,
        };
        self.texts[index].set_text(text);
        true
    }

    fn set_figure(&mut self, target: &ItemId, said: &Figure) -> bool {
        self.part = Part::Figures;
        let Some(row) = self.figures.iter_mut().find(|row| row.target == *target) else { return false };
        match said {
            Figure::Numbers(numerator, denominator) => {
                row.numerator.set_text(numerator);
                row.denominator.set_text(denominator);
                row.typed_into();
            }
            Figure::Quality(quality) => {
                row.quality = *quality;
                row.changed |= !row.is_empty();
            }
            Figure::Without if row.is_empty() && row.known.is_none() => row.none = true,
            Figure::Without => return false,
        }
        true
    }
}
