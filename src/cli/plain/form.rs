//! A form of the screen, asked field by field. What is answered is in a draft before the next question.

use super::Session;
use super::talk::{Talk, Told};
use crate::app::action::Action;
use crate::app::form::{Field, FieldId, Form, Input};
use crate::app::overlay::Overlay;
use crate::app::update::Said;

/// A line that ends a text of several lines.
const END: &str = ".";
/// A line that empties a text.
const NOTHING: &str = "-";

impl Talk {
    /// Asks for a text of one line; `None`: it stays as it is.
    pub(super) fn ask_text(&mut self) -> Told<Option<String>> {
        let prompts = self.prompts();
        let typed = self.ask(prompts.prompt_text, prompts.help_text)?;
        Ok(match typed.as_str() {
            "" => None,
            NOTHING => Some(String::new()),
            _ => Some(typed),
        })
    }
}

impl Session<'_> {
    /// Asks for a text of several lines and tells it as `said` says; whether it is a new one.
    ///
    /// While it is typed, the old text stands above the new one: the next line may never come.
    pub(super) fn ask_lines(&mut self, old: &str, said: impl Fn(String) -> Said) -> Told<bool> {
        let prompts = self.prompts();
        self.talk.say(prompts.type_lines)?;
        let mut line = self.talk.ask("", prompts.help_lines)?;
        match line.as_str() {
            "" | END => return Ok(false),
            NOTHING => {
                self.tell(said(String::new()));
                return Ok(true);
            }
            _ => {}
        }
        let mut lines = Vec::new();
        while line.trim() != END {
            lines.push(line.trim_end().to_owned());
            let above = [old.trim_end()].into_iter().filter(|old| !old.is_empty());
            let both: Vec<&str> = above.chain(lines.iter().map(String::as_str)).collect();
            self.tell(said(both.join("\n")));
            self.say_unkept()?;
            line = self.talk.line()?;
        }
        self.tell(said(lines.join("\n")));
        self.say_unkept()?;
        Ok(true)
    }

    /// The form on top.
    pub(super) fn form(&self) -> Option<&Form> {
        match self.desk.model.overlays.last() {
            Some(Overlay::Form(form)) => Some(form),
            _ => None,
        }
    }

    /// Asks for these fields of the form on top, reads all back and saves it; what is not saved stays in a draft.
    pub(super) fn fill_in(&mut self, fields: &[FieldId]) -> Told<()> {
        for field in fields {
            self.ask_field(*field)?;
        }
        self.review(fields)?;
        let prompts = self.prompts();
        if !self.talk.yes(prompts.save_it)? {
            self.tell(Said::Do(Action::Back));
            return self.say_notice();
        }
        self.save_form()
    }

    /// Saves the form on top; a field that is wrong is asked again until it is right or left as it is.
    fn save_form(&mut self) -> Told<()> {
        loop {
            self.tell(Said::Do(Action::Save));
            self.answer_questions()?;
            let wrong = self.form().and_then(|form| form.error.clone());
            let Some((field, why)) = wrong else { break };
            self.talk.say(&why)?;
            if !self.ask_field(field)? {
                break;
            }
        }
        self.say_notice()?;
        if self.form().is_some() {
            self.tell(Said::Do(Action::Back));
            self.say_notice()?;
        }
        Ok(())
    }

    /// Asks for one field; whether it was answered with something new.
    fn ask_field(&mut self, id: FieldId) -> Told<bool> {
        let field = self.form().and_then(|form| form.fields.iter().find(|field| field.id == id).cloned());
        let Some(field) = field else { return Ok(false) };
        let label = (field.label)(self.desk.model.words());
        self.say_field(label, &self.said_in(&field))?;
        match field.input {
            Input::Choice(options, _) => {
                let words = self.desk.model.words();
                let names: Vec<String> = options.iter().map(|name| name(words).to_owned()).collect();
                let chosen = self.talk.choose_or(&names, self.prompts().prompt_keep)?;
                chosen.into_iter().for_each(|at| self.tell(Said::Choice(id, at)));
                Ok(chosen.is_some())
            }
            Input::Line(_) => match self.talk.ask_text()? {
                Some(text) => {
                    self.tell(Said::Field(id, text.clone()));
                    self.say_unkept()?;
                    self.say_cut(id, &text)?;
                    Ok(true)
                }
                None => Ok(false),
            },
            Input::Area(editor, _) => self.ask_lines(editor.text(), |text| Said::Field(id, text)),
        }
    }

    /// Says so where a field could not take all that was typed.
    fn say_cut(&mut self, id: FieldId, typed: &str) -> Told<()> {
        let held = self.form().map(|form| form.text(id)).unwrap_or_default();
        if held == typed {
            return Ok(());
        }
        self.talk.say(self.prompts().too_long)?;
        self.talk.quote(&held)
    }

    fn review(&mut self, fields: &[FieldId]) -> Told<()> {
        self.talk.say(self.prompts().review)?;
        for id in fields {
            let field = self.form().and_then(|form| form.fields.iter().find(|field| field.id == *id));
            let Some(field) = field.cloned() else { continue };
            let label = (field.label)(self.desk.model.words());
            self.say_field(label, &self.said_in(&field))?;
        }
        Ok(())
    }

    pub(super) fn say_field(&mut self, label: &str, text: &str) -> Told<()> {
        match text {
            "" => self.talk.say(&format!("{label}: {}", self.prompts().empty)),
            text if text.contains('\n') => {
                self.talk.say(&format!("{label}:"))?;
                self.talk.quote(text)
            }
            text => self.talk.quote(&format!("{label}: {text}")),
        }
    }

    fn said_in(&self, field: &Field) -> String {
        match &field.input {
            Input::Line(editor) | Input::Area(editor, _) => editor.text().trim().to_owned(),
            Input::Choice(options, at) => {
                options.get(*at).map(|name| name(self.desk.model.words()).to_owned()).unwrap_or_default()
            }
        }
    }
}
