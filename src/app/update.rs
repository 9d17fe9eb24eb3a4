//! The one way in: a message changes the state and yields effects.

mod overlays;
mod said;
mod typing;

use crate::domain::change::Request;
use crate::text::compose::base_key;

use super::action::Action;
use super::chord::Chord;
use super::editor::Editor;
use super::form::{FormKind, Input};
use super::keymap::{self, Scope};
use super::layout::{chooser_list, form_width, sheet_area};
use super::line::Line;
use super::line::Tone;
use super::model::{Model, View};
use super::msg::{Effect, Msg, Now};
use super::overlay::{OnYes, Overlay, Question};
use super::screens::report::Part;

pub use said::{Figure, Said};

impl Model {
    /// Takes a message in and says what is to be done.
    pub fn update(&mut self, msg: Msg, now: Now) -> Vec<Effect> {
        self.now = now;
        let _moment = self.catalog.moment();
        match msg {
            Msg::Key(chord) => self.read(chord),
            Msg::Written(outcome) => self.delivered(*outcome),
            Msg::Said(said) => self.take_said(said),
            Msg::Paste(text) => {
                self.press_waiting();
                self.paste(&text);
            }
            Msg::Resize(size) => {
                self.size = size;
                self.effects.push(Effect::Repaint);
            }
            Msg::Store(reply) => self.take_reply(*reply),
            Msg::Wake => {}
            Msg::Leave => {
                self.rewriting.forget();
                self.leave();
            }
        }
        self.settle();
        self.fit();
        self.count_words();
        self.tell_unread();
        std::mem::take(&mut self.effects)
    }

    /// Says when rows could not be read; every view is read again when it is next turned to.
    fn tell_unread(&mut self) {
        if let Some(failure) = self.catalog.shelf().fault() {
            self.stale.extend(View::ALL);
            self.say(Tone::Bad, self.lang.unreadable(&failure));
        }
    }

    /// The scopes that are asked for a key, the innermost first.
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = match self.overlays.last() {
            // It comes when the store answers: an Enter meant for the text must not overwrite a colleague.
            Some(Overlay::Question(question)) if question.is_conflict() => vec![Scope::Conflict],
            Some(Overlay::Question(_)) => vec![Scope::Question],
            Some(Overlay::Sheet(sheet)) if sheet.gives.is_some() => vec![Scope::Letter],
            Some(Overlay::Sheet(_)) => vec![Scope::Sheet],
            Some(Overlay::Chooser(_)) => vec![Scope::Chooser],
            Some(Overlay::Form(form)) if form.kind == FormKind::Day => vec![Scope::Prompt],
            Some(Overlay::Form(_)) => vec![Scope::Form],
            None => self.screen_scopes(),
        };
        scopes.push(Scope::Always);
        scopes
    }

    fn screen_scopes(&self) -> Vec<Scope> {
        match self.view {
            View::Agenda => vec![Scope::Agenda, Scope::List, Scope::Global],
            View::Tasks => vec![Scope::Tasks, Scope::List, Scope::Global],
            View::Targets => vec![Scope::Targets, Scope::List, Scope::Global],
            View::Board => vec![Scope::Board, Scope::List, Scope::Global],
            View::Plans => vec![Scope::Plans, Scope::List, Scope::Global],
            View::Year if self.holidays.shown => vec![Scope::Holidays, Scope::List, Scope::Global],
            View::Year => vec![Scope::Year, Scope::List, Scope::Global],
            View::Statistics => vec![Scope::Statistics, Scope::List, Scope::Global],
            View::Compile if self.compile.open.is_some() => vec![Scope::Compile, Scope::List, Scope::Global],
            View::Compile => vec![Scope::Rounds, Scope::List, Scope::Global],
            View::Reports => match &self.report {
                None => vec![Scope::Reports, Scope::List, Scope::Global],
                Some(report) if report.is_typing() && report.part == Part::Figures => {
                    vec![Scope::Cell, Scope::Field]
                }
                Some(report) if report.is_typing() => vec![Scope::Field],
                Some(_) => vec![Scope::Report, Scope::Global],
            },
        }
    }

    /// Whether an action can do something now; the footer leaves out what cannot.
    pub fn offers(&self, action: Action) -> bool {
        match (self.overlays.last(), action) {
            (Some(Overlay::Sheet(sheet)), Action::Edit) => sheet.edits.is_some(),
            (Some(Overlay::Sheet(sheet)), Action::WriteFiles) => sheet.files.is_some(),
            (Some(Overlay::Sheet(sheet)), Action::Move(_)) => {
                let area = sheet_area(self.size);
                sheet.rows(area.w.saturating_sub(2)).len() > usize::from(area.h)
            }
            (Some(Overlay::Question(question)), Action::Move(_)) => {
                let area = sheet_area(self.size);
                question.rows(area.w.saturating_sub(2)).len() > usize::from(area.h)
            }
            (Some(Overlay::Form(form)), Action::Left | Action::Right) => {
                form.fields.get(form.focus).is_some_and(|field| matches!(field.input, Input::Choice(..)))
            }
            (Some(Overlay::Chooser(chooser)), Action::Open) => chooser.list.selected().is_some(),
            (_, Action::NextInputMethod) => self.is_typing(),
            (None, Action::Issue) => self.shown_draft().is_some(),
            (None, Action::Deal) => !self.on_offer().is_empty(),
            (None, Action::Extension) => self.extension_on_offer().is_some(),
            (None, Action::Explain) => self.can_explain(),
            (None, Action::Preview) => self.previewed().is_some(),
            (None, Action::Open) if self.view == View::Year && !self.holidays.shown => {
                self.year.selected().is_some()
            }
            (None, Action::Compare) => self.can_compare(),
            (None, Action::Send) => self.can_step(),
            (None, Action::LastText | Action::InsertFigure | Action::InsertParagraph) => {
                self.can_insert(action)
            }
            (None, Action::Cascade) => self.selected_cascade().is_some(),
            (None, _) if self.view == View::Compile => self.compile_offers(action),
            (None, Action::Receive) => self.to_receive().is_some(),
            (None, Action::Select | Action::SelectAll | Action::Letter) => self.can_remind(),
            (None, _) if self.view == View::Reports => self.report.as_ref().is_none_or(|r| r.offers(action)),
            _ => true,
        }
    }

    fn press(&mut self, chord: Chord) {
        self.notice = None;
        let again = std::mem::take(&mut self.quit_pressed);
        if self.type_into_field(chord) {
            self.rewriting.forget();
            return;
        }
        self.typist.end_word();
        // An input method may have put a mark on a letter that is a command.
        let chord = chord.typed().map_or(chord, |c| Chord::char(base_key(c)));
        // What is typed is kept even when it cannot be seen, but nobody gives commands blindly.
        let hidden = self.size.is_too_small();
        let Some(binding) = keymap::find(&self.scopes(), chord) else { return };
        match binding.action {
            Action::QuitNow if again => self.leave(),
            Action::QuitNow => {
                self.quit_pressed = true;
                self.say(Tone::Warn, self.words().press_again_to_quit);
            }
            action if !hidden => self.act(action),
            _ => {}
        }
    }

    /// Gives the chord to the text field that has the cursor; true if the field took it.
    fn type_into_field(&mut self, chord: Chord) -> bool {
        let size = self.size;
        let typist = &mut self.typist;
        let (taken, changed) = match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => {
                let before = form.touched;
                form.touched = false;
                let taken = form.type_chord(chord, typist, form_width(size));
                let changed = form.touched;
                form.touched |= before;
                (taken, changed)
            }
            Some(Overlay::Chooser(chooser)) => {
                let taken = super::field::type_chord(&mut chooser.query, chord, typist, (size.w, false));
                if taken.changed {
                    self.refresh_chooser();
                }
                return taken.taken;
            }
            Some(_) => return false,
            None => match (&self.view, &mut self.report) {
                (View::Reports, Some(report)) => report.type_chord(chord, typist, size),
                _ => return false,
            },
        };
        if changed {
            self.typed();
        }
        taken
    }

    fn paste(&mut self, text: &str) {
        self.notice = None;
        self.typist.end_word();
        let Some(editor) = self.field_with_cursor() else {
            // A paste outside a field must not run commands.
            return self.say(Tone::Warn, self.words().paste_outside_field);
        };
        let cut = if editor.paste(text) { None } else { editor.most_letters() };
        self.pasted();
        if let Some(most) = cut {
            self.say(Tone::Warn, self.lang.paste_cut(most));
        }
    }

    /// The text field that a paste goes into.
    fn field_with_cursor(&mut self) -> Option<&mut Editor> {
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => form.fields.get_mut(form.focus)?.editor_mut(),
            Some(Overlay::Chooser(chooser)) => Some(&mut chooser.query),
            Some(_) => None,
            None if self.view == View::Reports => self.report.as_mut()?.typed_editor(),
            None => None,
        }
    }

    /// What follows from a paste into the field that has the cursor.
    fn pasted(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Form(form)) => form.touched = true,
            Some(Overlay::Chooser(_)) => return self.refresh_chooser(),
            Some(_) => {}
            None => {
                if let Some(report) = &mut self.report {
                    report.changed();
                }
            }
        }
        self.typed();
    }

    /// Counts the words of the open report, but not for every letter: a letter costs a byte on the line, and a count
    /// that followed it thirty. The draft, at the latest, brings the count up to date.
    fn count_words(&mut self) {
        if let Some(report) = &mut self.report
            && !std::mem::take(&mut report.just_typed)
        {
            report.count_words();
        }
    }

    /// Does what a key asks for.
    fn act(&mut self, action: Action) {
        if action == Action::NextInputMethod {
            self.switch_input_method();
        } else if self.overlays.is_empty() {
            self.act_on_screen(action);
        } else {
            self.act_on_overlay(action);
        }
    }

    fn act_on_screen(&mut self, action: Action) {
        if !matches!(action, Action::Move(_)) {
            self.follow_beside();
        }
        match action {
            Action::Show(view) => self.show(view),
            Action::Search => self.open_search(),
            Action::Help => self.open_help(),
            Action::ChooseAgency => self.open_agency_chooser(),
            Action::ChooseDay => self.open_day_form(),
            Action::Repaint => self.effects.push(Effect::Repaint),
            Action::Quit => self.quit(),
            Action::Deal => self.open_offers(),
            Action::Extension => self.open_extension(),
            Action::Issue => self.open_issue(),
            Action::Explain => self.open_explanation(),
            Action::Preview if self.view != View::Compile => self.open_preview(),
            Action::Undo if !self.is_writing() => self.ask(Request::Undo),
            _ => self.act_in_view(action),
        }
    }

    /// Whether a report that can be typed into is on the screen: there undo is about its text.
    fn is_writing(&self) -> bool {
        self.view == View::Reports && self.report.as_ref().is_some_and(|report| report.is_open())
    }

    fn act_in_view(&mut self, action: Action) {
        match self.view {
            View::Agenda => self.act_in_agenda(action),
            View::Tasks => self.act_in_tasks(action),
            View::Targets => self.act_in_targets(action),
            View::Reports if self.report.is_some() => self.act_in_report(action),
            View::Reports => self.act_in_reports(action),
            View::Board => self.act_in_board(action),
            View::Plans => self.act_in_plans(action),
            View::Year if self.holidays.shown => self.act_in_holidays(action),
            View::Year => self.act_in_year(action),
            View::Statistics => self.act_in_statistics(action),
            View::Compile => self.act_in_compile(action),
        }
    }

    /// Shows a view; a report that is open stays open behind it.
    pub(super) fn show(&mut self, view: View) {
        self.keep_draft();
        // What others entered meanwhile is looked up when the user turns to something else, never on a clock.
        self.ask(Request::Refresh);
        if let Some(form) = self.report.as_mut().filter(|_| view == View::Reports) {
            // Whoever turned to the reports by himself stays with them.
            form.opened_from = View::Reports;
        }
        self.moved_at = None;
        self.stale.insert(View::Compile);
        self.turn_to(view);
    }

    /// Asks before leaving when a report has text that was not sent.
    fn quit(&mut self) {
        let words = self.words();
        let unsent = self.report.as_ref().is_some_and(|report| report.touched);
        if unsent {
            let lines = vec![Line::plain(words.quit_unsent)];
            let question = Question::new(words.quit_title, lines, OnYes::Quit);
            self.overlays.push(Overlay::Question(Box::new(question)));
        } else {
            self.leave();
        }
    }

    /// Keeps what is typed and ends the program.
    fn leave(&mut self) {
        self.keep_draft();
        if !std::mem::replace(&mut self.leaving, true) {
            self.effects.push(Effect::Quit);
        }
    }
}

impl Model {
    /// Tells every list how many rows the screen has for it.
    pub(super) fn fit(&mut self) {
        self.fit_agenda();
        self.fit_tasks();
        self.fit_targets();
        self.fit_reports();
        self.fit_board();
        self.fit_plans();
        self.fit_year();
        self.fit_holidays();
        self.fit_statistics();
        self.fit_compile();
        let rows = usize::from(chooser_list(self.size).h);
        if let Some(Overlay::Chooser(chooser)) = self.overlays.last_mut() {
            chooser.list.set_height(rows);
        }
    }
}
