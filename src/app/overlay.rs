//! What lies on top of a screen: sheets of text, choosers, forms and questions.

use super::reminding::Reminding;
use super::screens::report::Step;
use crate::domain::change::Record;
use crate::domain::ids::ItemId;
use crate::text::parcel::Parcel;

use super::chooser::Chooser;
use super::form::Form;
use super::line::{Line, wrap};
use super::list::Motion;

/// One layer on top of the screen; the last one has the keys.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// Text to read.
    Sheet(Sheet),
    /// A list to choose from.
    Chooser(Box<Chooser>),
    /// Fields to fill in.
    Form(Box<Form>),
    /// A question.
    Question(Box<Question>),
}

/// Text to read, with a title; scrolls.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Title.
    pub title: String,
    /// Paragraphs; the view wraps them.
    pub lines: Vec<Line>,
    /// First wrapped row on the screen.
    pub top: usize,
    /// What `e` edits from here.
    pub edits: Option<EditWhat>,
    /// What is written into files from here.
    pub gives: Option<Box<Reminding>>,
    /// What `x` writes as files.
    pub files: Option<Box<Parcel>>,
}

/// What an entry is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditWhat {
    /// A progress entry on a task.
    Task(ItemId),
    /// A figure of a target's indicator.
    Target(ItemId),
}

/// A question with its answer's consequence.
#[derive(Clone, Debug)]
pub struct Question {
    /// Title.
    pub title: String,
    /// What is asked; the question itself stands last.
    pub lines: Vec<Line>,
    /// Rows that are scrolled back from the end.
    pub back: usize,
    /// What Enter does.
    pub on_yes: OnYes,
}

/// What happens when a question is answered with yes.
#[derive(Clone, Debug)]
pub enum OnYes {
    /// Send the report that is open.
    StepReport(Step),
    /// Save this record.
    Save(Box<Record>),
    /// Save this record over what somebody else saved meanwhile.
    SaveOver(Box<Record>),
    /// Throw away what is typed in the form or the report.
    Discard,
    /// Write the files of the compiled report.
    ExportCompiled,
    /// Put the compiled text into the report, over what stands there.
    HandOver,
    /// Leave the program.
    Quit,
}

impl Question {
    /// A question that shows its end.
    pub fn new(title: impl Into<String>, lines: Vec<Line>, on_yes: OnYes) -> Self {
        Self { title: title.into(), lines, back: 0, on_yes }
    }

    /// Whether somebody else's version would be saved over.
    pub fn is_conflict(&self) -> bool {
        matches!(self.on_yes, OnYes::SaveOver(_))
    }

    /// The rows at this width.
    pub fn rows(&self, width: u16) -> Vec<Line> {
        self.lines.iter().flat_map(|line| wrap(line, usize::from(width))).collect()
    }

    /// Scrolls by a page of `height` rows.
    pub fn page(&mut self, up: bool, width: u16, height: u16) {
        let most = self.rows(width).len().saturating_sub(usize::from(height));
        let page = usize::from(height.max(1));
        self.back = if up { (self.back + page).min(most) } else { self.back.min(most).saturating_sub(page) };
    }
}

impl Sheet {
    /// A sheet that starts at its first line.
    pub fn new(title: impl Into<String>, lines: Vec<Line>) -> Self {
        Self { title: title.into(), lines, top: 0, edits: None, gives: None, files: None }
    }

    /// The rows at this width.
    pub fn rows(&self, width: u16) -> Vec<Line> {
        self.lines.iter().flat_map(|line| wrap(line, usize::from(width))).collect()
    }

    /// Scrolls a window of `height` rows; true if it moved.
    pub fn go(&mut self, motion: Motion, width: u16, height: u16) -> bool {
        let before = self.top;
        let height = usize::from(height.max(1));
        let last = self.rows(width).len().saturating_sub(height);
        self.top = match motion {
            Motion::Up => self.top.saturating_sub(1),
            Motion::Down => self.top + 1,
            Motion::PageUp => self.top.saturating_sub(height),
            Motion::PageDown => self.top + height,
            Motion::HalfUp => self.top.saturating_sub(height / 2),
            Motion::HalfDown => self.top + height / 2,
            Motion::First => 0,
            Motion::Last => last,
        }
        .min(last);
        before != self.top
    }
}
