//! Where the cursor of a report form is: in which part, in which number of the table, and what is typed there.

use super::super::super::chord::{Chord, Key};
use super::super::super::editor::Editor;
use super::super::super::field;
use super::super::super::layout::Size;
use super::super::super::typist::Typist;
use super::{PARTS, Part, ReportForm, text_area};

impl ReportForm {
    /// The editor that has the cursor, if a text part or a figure has it.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self.part {
            Part::Results => self.texts.get_mut(0),
            Part::Obstacles => self.texts.get_mut(1),
            Part::Proposals => self.texts.get_mut(2),
            Part::Evidence => self.texts.get_mut(3),
            Part::Figures => {
                let (row, column) = self.cell;
                self.figures.get_mut(row).map(|figure| figure.cell_mut(column))
            }
            Part::Entries => None,
        }
    }

    /// Gives a chord to the field that has the cursor: whether it took it, and whether a text changed.
    pub(in crate::app) fn type_chord(
        &mut self,
        chord: Chord,
        typist: &mut Typist,
        size: Size,
    ) -> (bool, bool) {
        if !self.typing || !self.is_open() {
            return (false, false);
        }
        if self.part == Part::Figures {
            if chord == Chord::char(' ') {
                // It means something else in a number; the table of keys says what.
                return (false, false);
            }
            if self.leave_cell(chord) {
                typist.end_word();
                return (true, false);
            }
        }
        let many_lines = self.part != Part::Figures;
        let width = text_area(size).w;
        let Some(editor) = self.editor_mut() else { return (false, false) };
        let taken = field::type_chord(editor, chord, typist, (width, many_lines));
        if taken.changed {
            self.just_typed = true;
            self.changed();
        }
        (taken.taken, taken.changed)
    }

    /// The editor that is typed into; `None` while no field has the cursor.
    pub(in crate::app) fn typed_editor(&mut self) -> Option<&mut Editor> {
        if self.typing && self.is_open() { self.editor_mut() } else { None }
    }

    /// Notes that the text of the field that has the cursor changed.
    pub(in crate::app) fn changed(&mut self) {
        self.touched = true;
        if self.part == Part::Figures
            && let Some(figure) = self.figures.get_mut(self.cell.0)
        {
            figure.typed_into();
        }
    }

    /// Shows the next or the previous part; stops typing where nothing can be typed.
    pub(in crate::app) fn step(&mut self, forward: bool) {
        let at = PARTS.iter().position(|part| *part == self.part).unwrap_or(0);
        let next = if forward { (at + 1) % PARTS.len() } else { (at + PARTS.len() - 1) % PARTS.len() };
        self.part = PARTS[next];
        self.cell = (0, 0);
        if self.editor_mut().is_none() {
            self.typing = false;
        }
    }

    /// Whether the table of figures is on the screen, to be moved in and typed into.
    fn has_table(&self) -> bool {
        self.part == Part::Figures && self.is_open() && !self.figures.is_empty()
    }

    /// Goes to the row below or above; past the edge of the table to the next part or the one before.
    pub(super) fn step_row(&mut self, down: bool) {
        let (row, column) = self.cell;
        let next = if down { row.checked_add(1) } else { row.checked_sub(1) };
        let next = next.filter(|next| self.has_table() && *next < self.figures.len());
        if let Some(next) = next {
            self.cell = (next, column);
            return;
        }
        self.step(down);
        if !down && self.has_table() {
            // Whoever comes from below comes into the last row.
            self.cell = (self.figures.len() - 1, 0);
        }
    }

    /// Goes to the next or the previous number of the table; false at its ends, or where none has the cursor.
    pub(super) fn step_cell(&mut self, forward: bool) -> bool {
        let last = self.figures.len().saturating_sub(1);
        let next = match (forward, self.cell) {
            _ if !self.typing || !self.has_table() => None,
            (true, (row, 0)) => Some((row, 1)),
            (true, (row, _)) => (row < last).then_some((row + 1, 0)),
            (false, (row, 1)) => Some((row, 0)),
            (false, (row, _)) => row.checked_sub(1).map(|row| (row, 1)),
        };
        self.cell = next.unwrap_or(self.cell);
        next.is_some()
    }

    /// Left and Right at the end of a number go on to the other one of the row.
    fn leave_cell(&mut self, chord: Chord) -> bool {
        let column = self.cell.1;
        let Some(editor) = self.editor_mut() else { return false };
        let (before, after) = editor.around_cursor();
        let other = match chord {
            Chord { key: Key::Left, ctrl: false, alt: false } if before.is_empty() => 0,
            Chord { key: Key::Right, ctrl: false, alt: false } if after.is_empty() => 1,
            _ => return false,
        };
        self.cell.1 = other;
        if other != column
            && let Some(editor) = self.editor_mut()
        {
            // The cursor goes on from where the two numbers meet.
            if other == 0 {
                editor.doc_end()
            } else {
                editor.doc_start()
            };
        }
        true
    }
}
