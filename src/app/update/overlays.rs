//! What keys do in the uppermost overlay.

use crate::domain::change::Request;

use super::super::action::Action;
use super::super::form::{FormKind, Input};
use super::super::layout::sheet_area;
use super::super::line::{Line, Tone};
use super::super::list::Motion;
use super::super::model::Model;
use super::super::msg::Effect;
use super::super::overlay::{OnYes, Overlay, Question};

impl Model {
    pub(super) fn act_on_overlay(&mut self, action: Action) {
        let size = self.size;
        match (self.overlays.last_mut(), action) {
            (_, Action::Repaint) => self.effects.push(Effect::Repaint),
            (Some(Overlay::Form(_)), Action::Back) => self.close_form(),
            (_, Action::Back) => {
                self.overlays.pop();
            }
            (Some(Overlay::Question(_)), Action::Confirm) => self.answer_yes(),
            (Some(Overlay::Question(question)), Action::Move(motion)) => {
                let area = sheet_area(size);
                question.page(motion == Motion::PageUp, area.w.saturating_sub(2), area.h);
            }
            (Some(Overlay::Sheet(_)), Action::Move(motion)) => self.scroll_sheet(motion),
            (Some(Overlay::Sheet(sheet)), Action::Confirm) if sheet.gives.is_some() => self.give(None),
            (Some(Overlay::Sheet(sheet)), Action::Give(part)) if sheet.gives.is_some() => {
                self.give(Some(part));
            }
            (Some(Overlay::Sheet(sheet)), Action::Edit) => {
                if let Some(what) = sheet.edits.clone() {
                    self.overlays.pop();
                    self.open_entry_form(&what);
                }
            }
            (Some(Overlay::Sheet(sheet)), Action::WriteFiles) => {
                if let Some(files) = sheet.files.clone() {
                    self.deliver(*files, None);
                }
            }
            (Some(Overlay::Chooser(chooser)), Action::Move(motion)) => {
                chooser.list.go(motion);
            }
            (Some(Overlay::Chooser(_)), Action::Open) => self.choose(),
            (Some(Overlay::Form(form)), Action::NextPane) => form.step(true),
            (Some(Overlay::Form(form)), Action::PrevPane) => form.step(false),
            (Some(Overlay::Form(form)), Action::Open) => {
                // Enter in the only field is the answer.
                if form.fields.len() == 1 { self.save_form() } else { form.step(true) }
            }
            (Some(Overlay::Form(_)), Action::Left | Action::Right) => {
                self.turn_choice(action == Action::Right)
            }
            (Some(Overlay::Form(_)), Action::Save) => self.save_form(),
            (Some(Overlay::Form(_)), Action::Discard) => self.ask_to_discard(),
            (Some(Overlay::Form(_)), Action::Undo | Action::Redo) => {
                self.undo_in_form(action == Action::Redo)
            }
            (_, Action::Help) => self.open_help(),
            _ => {}
        }
    }

    fn turn_choice(&mut self, forward: bool) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut()
            && form.turn(forward)
        {
            self.typed();
        }
    }

    fn undo_in_form(&mut self, redo: bool) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut()
            && let Some(Input::Line(editor) | Input::Area(editor, _)) =
                form.fields.get_mut(form.focus).map(|field| &mut field.input)
        {
            let changed = if redo { editor.redo() } else { editor.undo() };
            if changed {
                form.touched = true;
                self.typed();
            }
        }
    }

    fn scroll_sheet(&mut self, motion: Motion) {
        let area = sheet_area(self.size);
        if let Some(Overlay::Sheet(sheet)) = self.overlays.last_mut() {
            sheet.go(motion, area.w.saturating_sub(2), area.h);
        }
    }

    fn answer_yes(&mut self) {
        let Some(Overlay::Question(question)) = self.overlays.pop() else { return };
        match question.on_yes {
            OnYes::StepReport(step) => self.step_report(step),
            OnYes::SaveOver(record) => self.save_over(*record),
            OnYes::Save(record) => self.ask(Request::Save { record: *record, draft: None }),
            OnYes::Discard => self.discard(),
            OnYes::ExportCompiled => self.export_compiled(),
            OnYes::HandOver => self.hand_over(),
            OnYes::Quit => self.leave(),
        }
    }

    /// Asks before typed text is thrown away.
    pub(in crate::app) fn ask_to_discard(&mut self) {
        let words = self.words();
        let touched = match self.overlays.last() {
            Some(Overlay::Form(form)) => form.touched,
            _ => self.report.as_ref().is_some_and(|report| report.touched),
        };
        if !touched {
            self.say(Tone::Plain, words.nothing_to_discard);
            return;
        }
        let lines = vec![Line::plain(words.discard_question)];
        let question = Question::new(words.discard_title, lines, OnYes::Discard);
        self.overlays.push(Overlay::Question(Box::new(question)));
    }

    /// Forgets what is typed in the form on top, or else in the report, and closes it.
    fn discard(&mut self) {
        self.typing = None;
        let key = match self.overlays.last() {
            Some(Overlay::Form(form)) => {
                let key = form.draft_key();
                self.overlays.pop();
                key
            }
            _ => {
                let key = self.report.as_ref().map(|report| report.draft_key());
                self.close_report();
                key
            }
        };
        if let Some(key) = key {
            self.drafts.remove(&key);
            self.ask(Request::DropDraft(key));
        }
        self.refresh_reports();
        self.say(Tone::Plain, self.words().discarded);
    }

    /// Closes the form on top; typed text stays as a draft and comes back when the form is opened again.
    fn close_form(&mut self) {
        self.keep_draft();
        let Some(Overlay::Form(form)) = self.overlays.pop() else { return };
        if form.kind == FormKind::Day {
            return;
        }
        if form.touched {
            self.say(Tone::Plain, self.words().draft_kept);
        } else if form.saving {
            self.closed_saving.extend(form.draft_key());
        }
    }
}
