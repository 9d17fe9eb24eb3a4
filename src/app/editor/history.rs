//! Undo and redo, in steps of a word.
//!
//! A word typed is one step, together with the Backspaces by which an input
//! method rewrites it: "tie", Backspace, "ê" is a single word to its writer.
//! Moving the cursor ends a step.

use super::buffer::{Buffer, Edit, Place};

/// Steps that are kept; the oldest go first.
const LIMIT: usize = 1000;

/// What kind of change it is; only equal kinds join to one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Typing,
    Backspacing,
    Deleting,
    /// Never joined: a paste, a kill.
    Single,
}

#[derive(Clone, Debug)]
struct Step {
    kind: Kind,
    edits: Vec<Edit>,
    before: Place,
    after: Place,
    /// Whether more may join: the cursor was not moved since.
    is_open: bool,
    /// Whether it followed the step below without a move between.
    follows: bool,
    /// Whether it removed a space, and so left the word.
    crosses_words: bool,
}

/// What was done and what was taken back.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Notes an edit that took the cursor from one place to another.
    ///
    /// `at_gap`: typing that starts a word, or a removal that crosses from one word to another.
    pub fn record(&mut self, kind: Kind, edit: Edit, (before, after): (Place, Place), at_gap: bool) {
        self.undone.clear();
        let goes_on_with_word = kind == Kind::Typing && self.take_rewrite_as_typing();
        let starts_step = kind == Kind::Typing && at_gap && !goes_on_with_word;
        if let Some(step) = self.done.last_mut().filter(|step| {
            step.is_open && step.kind == kind && kind != Kind::Single && !starts_step && step.after == before
        }) {
            step.edits.push(edit);
            step.after = after;
            step.crosses_words |= at_gap;
            return;
        }
        let follows = self.done.last().is_some_and(|step| step.is_open && step.after == before);
        self.done.push(Step {
            kind,
            edits: vec![edit],
            before,
            after,
            is_open: true,
            follows,
            crosses_words: at_gap && kind != Kind::Typing,
        });
        if self.done.len() > LIMIT {
            self.done.remove(0);
        }
    }

    /// Backspaces within one word that typing follows are part of that typing.
    ///
    /// Only then: a run of Backspaces alone stays a step, so that undo brings back the word it removed.
    fn take_rewrite_as_typing(&mut self) -> bool {
        let is_rewrite = |step: &Step| step.is_open && step.kind == Kind::Backspacing && !step.crosses_words;
        let Some(mut rewrite) = self.done.pop_if(|step| is_rewrite(step)) else { return false };
        match self.done.last_mut().filter(|step| rewrite.follows && step.kind == Kind::Typing) {
            Some(word) => {
                word.edits.append(&mut rewrite.edits);
                word.after = rewrite.after;
            }
            None => self.done.push(Step { kind: Kind::Typing, ..rewrite }),
        }
        true
    }

    /// Ends the present step: the cursor moved.
    pub fn seal(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.is_open = false;
        }
    }

    /// Takes back the last step; gives the place of the cursor before it.
    pub fn undo(&mut self, buffer: &mut Buffer) -> Option<Place> {
        let step = self.done.pop()?;
        step.edits.iter().rev().for_each(|edit| buffer.revert(edit));
        let place = step.before;
        self.undone.push(step);
        self.seal();
        Some(place)
    }

    /// Does the last step taken back again; gives the place of the cursor after it.
    pub fn redo(&mut self, buffer: &mut Buffer) -> Option<Place> {
        let step = self.undone.pop()?;
        step.edits.iter().for_each(|edit| buffer.apply(edit));
        let place = step.after;
        self.done.push(step);
        self.seal();
        Some(place)
    }
}
