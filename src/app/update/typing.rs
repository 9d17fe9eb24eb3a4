//! Keys before they have a meaning: what an input method of the computer makes of them, and the program's own one.

use std::time::Duration;

use crate::domain::change::Request;
use crate::domain::input_method::InputMethod;

use super::super::chord::Chord;
use super::super::form::Input;
use super::super::line::Tone;
use super::super::model::{Model, View};
use super::super::overlay::Overlay;
use super::super::rewriting::Reading;
use super::super::typist::Typist;

impl Model {
    /// Takes a key in, as the terminal sends it.
    pub(super) fn read(&mut self, chord: Chord) {
        self.press_overdue();
        if let Reading::Press(chords) = self.rewriting.read(chord, self.now.elapsed) {
            chords.into_iter().for_each(|chord| self.press(chord));
        }
    }

    /// Presses the Backspaces that waited long enough to be meant.
    pub(in crate::app) fn press_overdue(&mut self) {
        self.press_by(self.now.elapsed);
    }

    /// Presses the Backspaces that wait: something else came, so that they are part of no word.
    pub(super) fn press_waiting(&mut self) {
        self.press_by(Duration::MAX);
    }

    fn press_by(&mut self, at: Duration) {
        let chords = self.rewriting.overdue(at);
        chords.into_iter().for_each(|chord| self.press(chord));
    }

    /// Whether a text field that takes Vietnamese has the cursor.
    pub fn is_typing(&self) -> bool {
        match (self.overlays.last(), &self.report) {
            (Some(Overlay::Form(form)), _) => form
                .fields
                .get(form.focus)
                .is_some_and(|field| !matches!(field.input, Input::Choice(..)) && field.is_vietnamese()),
            (Some(Overlay::Chooser(_)), _) => true,
            (Some(_), _) => false,
            (None, Some(report)) => self.view == View::Reports && report.is_typing() && report.is_open(),
            (None, None) => false,
        }
    }

    /// Goes on from off to Telex, to VNI, to off; from the next key on, and at the next start.
    pub(super) fn switch_input_method(&mut self) {
        let method = InputMethod::after(self.typist.method());
        self.typist = Typist::new(method);
        self.ask(Request::SetInputMethod(method));
        let words = self.words();
        let said = match method {
            Some(InputMethod::Telex) => words.input_method_telex,
            Some(InputMethod::Vni) => words.input_method_vni,
            None => words.input_method_off,
        };
        self.say(Tone::Plain, said);
    }
}
