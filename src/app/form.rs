//! Forms that lie on top of a screen: fields, focus, and reading them back.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::Stamp;
use crate::text::words::Word;

use super::chord::Chord;
use super::deal::Deal;
use super::editor::{Editor, Options};
use super::field;
use super::line::Line;
use super::typist::Typist;

/// What a form is filled in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// A progress entry of an agency on a task.
    Progress(ItemId, AgencyId),
    /// A figure of a target's indicator, from an agency.
    Observation(ItemId, AgencyId),
    /// Something that no plan says.
    Deal(Deal),
    /// The day that the screens show.
    Day,
}

/// A field's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldId {
    /// The day that the entry describes.
    AsOf,
    /// How far the task is.
    State,
    /// Share done.
    Percent,
    /// Kết quả.
    Result,
    /// Khó khăn, vướng mắc.
    Obstacle,
    /// Đề xuất, kiến nghị.
    Proposal,
    /// Evidence reference.
    Evidence,
    /// A value or numerator/denominator.
    Figure,
    /// How firm the figure is.
    Quality,
    /// Where the figure comes from.
    Source,
    /// Number and sign of a document.
    Number,
    /// Date of a document.
    IssuedOn,
    /// A year.
    Year,
    /// A day of every year.
    DayOfYear,
    /// A new last valid day.
    NewDay,
    /// Why.
    Reason,
    /// Granted or refused.
    Verdict,
    /// A remark.
    Remark,
    /// Name of a person.
    Person,
    /// Telephone.
    Phone,
    /// Address for e-mail.
    Email,
    /// Who stands in for a person.
    Deputy,
}

/// How a field is filled in.
#[derive(Clone, Debug)]
pub enum Input {
    /// One line of text.
    Line(Editor),
    /// Several lines, of which this many are shown.
    Area(Editor, u16),
    /// One of several words.
    Choice(Vec<Word>, usize),
}

/// One field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the code.
    pub id: FieldId,
    /// Its name on the screen.
    pub label: Word,
    /// How it is filled in.
    pub input: Input,
}

/// A form with its state.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is filled in for.
    pub kind: FormKind,
    /// Title.
    pub title: String,
    /// What the user has to know while filling it in.
    pub about: Vec<Line>,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field that has the cursor.
    pub focus: usize,
    /// Why it could not be saved: the field and the reason.
    pub error: Option<(FieldId, String)>,
    /// The record that is edited; a stamp of zeros for a new one.
    pub stamp: Stamp,
    /// Whether something was typed since it was opened.
    pub touched: bool,
    /// Whether a save is on its way.
    pub saving: bool,
}

/// The fields of a form as they are kept in a draft.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    texts: Vec<(FieldId, String)>,
    choices: Vec<(FieldId, usize)>,
    stamp: Stamp,
}

impl FormKind {
    /// The key of the draft of such a form; the day needs none.
    pub fn draft_key(&self) -> Option<String> {
        match self {
            Self::Progress(task, agency) => Some(format!("progress|{task}|{agency}")),
            Self::Observation(target, agency) => Some(format!("observation|{target}|{agency}")),
            Self::Deal(deal) => Some(format!("deal|{deal}")),
            Self::Day => None,
        }
    }
}

impl Field {
    /// A field of one line.
    pub fn line(id: FieldId, label: Word, text: &str) -> Self {
        Self {
            id,
            label,
            input: Input::Line(Editor::with_text(Options { single_line: true, max_len: Some(500) }, text)),
        }
    }

    /// A field of several lines.
    pub fn area(id: FieldId, label: Word, text: &str, rows: u16) -> Self {
        Self { id, label, input: Input::Area(Editor::with_text(Options::default(), text), rows) }
    }

    /// A field with a choice of words.
    pub fn choice(id: FieldId, label: Word, options: &[Word], at: usize) -> Self {
        Self { id, label, input: Input::Choice(options.to_vec(), at) }
    }

    /// Rows that it takes on the screen.
    pub fn rows(&self) -> u16 {
        match self.input {
            Input::Area(_, rows) => rows,
            _ => 1,
        }
    }

    /// Whether Vietnamese is typed into it: an address for e-mail has no marks.
    pub fn is_vietnamese(&self) -> bool {
        self.id != FieldId::Email
    }

    /// The text editor, if it is a text field.
    pub fn editor_mut(&mut self) -> Option<&mut Editor> {
        match &mut self.input {
            Input::Line(editor) | Input::Area(editor, _) => Some(editor),
            Input::Choice(..) => None,
        }
    }
}

impl Form {
    /// The key of its draft.
    pub fn draft_key(&self) -> Option<String> {
        self.kind.draft_key()
    }

    /// The text of a text field, trimmed.
    pub fn text(&self, id: FieldId) -> String {
        self.fields
            .iter()
            .find_map(|field| match &field.input {
                Input::Line(editor) | Input::Area(editor, _) if field.id == id => {
                    Some(editor.text().trim().to_owned())
                }
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The place of the word chosen.
    pub fn chosen(&self, id: FieldId) -> usize {
        self.fields
            .iter()
            .find_map(|field| match field.input {
                Input::Choice(_, at) if field.id == id => Some(at),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Gives a chord to the focused text field; true if the field took it.
    pub fn type_chord(&mut self, chord: Chord, typist: &mut Typist, width: u16) -> bool {
        let Some(field) = self.fields.get_mut(self.focus) else { return false };
        let many_lines = matches!(field.input, Input::Area(..));
        let is_vietnamese = field.is_vietnamese();
        let Some(editor) = field.editor_mut() else { return false };
        let mut plain = Typist::default();
        if !is_vietnamese {
            typist.end_word();
        }
        let typist = if is_vietnamese { typist } else { &mut plain };
        let taken = field::type_chord(editor, chord, typist, (width, many_lines));
        self.touched |= taken.changed;
        if taken.changed {
            self.error = None;
        }
        taken.taken
    }

    /// Moves the cursor to the next or the previous field.
    pub fn step(&mut self, forward: bool) {
        let count = self.fields.len().max(1);
        self.focus = if forward { (self.focus + 1) % count } else { (self.focus + count - 1) % count };
    }

    /// Moves a choice on; false if the focused field has none.
    pub fn turn(&mut self, forward: bool) -> bool {
        let Some(Field { input: Input::Choice(options, at), .. }) = self.fields.get_mut(self.focus) else {
            return false;
        };
        let count = options.len().max(1);
        *at = if forward { (*at + 1) % count } else { (*at + count - 1) % count };
        self.touched = true;
        true
    }

    /// The fields as text for a draft.
    pub fn to_draft(&self) -> String {
        let texts = self
            .fields
            .iter()
            .filter_map(|field| match &field.input {
                Input::Line(editor) | Input::Area(editor, _) => Some((field.id, editor.text().to_owned())),
                Input::Choice(..) => None,
            })
            .collect();
        let choices = self
            .fields
            .iter()
            .filter_map(|field| match field.input {
                Input::Choice(_, at) => Some((field.id, at)),
                _ => None,
            })
            .collect();
        serde_json::to_string(&Kept { texts, choices, stamp: self.stamp.clone() }).unwrap_or_default()
    }

    /// Fills the fields from a draft; false if the draft cannot be read, or holds nothing that is not saved.
    pub fn restore(&mut self, draft: &str) -> bool {
        let Ok(kept) = serde_json::from_str::<Kept>(draft) else { return false };
        let now = serde_json::from_str::<Kept>(&self.to_draft()).map(|now| (now.texts, now.choices));
        if now.is_ok_and(|now| now == (kept.texts.clone(), kept.choices.clone())) {
            return false;
        }
        for field in &mut self.fields {
            match &mut field.input {
                Input::Line(editor) | Input::Area(editor, _) => {
                    if let Some((_, text)) = kept.texts.iter().find(|(id, _)| *id == field.id) {
                        editor.set_text(text);
                    }
                }
                Input::Choice(options, at) => {
                    if let Some((_, chosen)) = kept.choices.iter().find(|(id, _)| *id == field.id) {
                        *at = (*chosen).min(options.len().saturating_sub(1));
                    }
                }
            }
        }
        self.stamp = kept.stamp;
        self.touched = true;
        true
    }
}
