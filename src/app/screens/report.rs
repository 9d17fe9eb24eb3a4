//! The report form: its parts, its figures, and where the cursor is.

mod actions;
mod before;
mod cursor;
mod draft;
mod figures;
mod opening;
mod reuse;
mod steps;
mod versions;

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use crate::domain::ids::ItemId;
use crate::domain::record::{Enclosed, Observation, Report};

use super::super::action::Action;
use super::super::editor::{Editor, Options};
use super::super::layout::{Area, Frame, Size};
use super::super::model::View;
use super::reports::ReportKey;
use before::Aside;
use reuse::TEXT_PARTS;

pub use figures::FigureRow;

/// Rows of the pane with the checks at 24 rows.
pub const CHECK_ROWS: u16 = 5;

/// The parts of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// Kết quả thực hiện.
    Results,
    /// Khó khăn, vướng mắc.
    Obstacles,
    /// Đề xuất, kiến nghị.
    Proposals,
    /// Số liệu.
    Figures,
    /// Minh chứng.
    Evidence,
    /// What was entered at the tasks during the period.
    Entries,
}

/// All parts in their order.
pub const PARTS: [Part; 6] =
    [Part::Results, Part::Obstacles, Part::Proposals, Part::Figures, Part::Evidence, Part::Entries];

/// What a save is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To keep what is typed.
    Keep,
    /// To ask somebody else for approval.
    Submit,
    /// To send it; with the name of the one who approved it.
    Send(String),
    /// To take it at the desk.
    Receive,
}

/// The state of the form.
#[derive(Clone, Debug)]
pub struct ReportForm {
    /// Which report.
    pub key: ReportKey,
    /// The report as it is saved.
    pub saved: Report,
    /// Results, obstacles, proposals, evidence.
    pub texts: [Editor; 4],
    /// Words of each text, as of the last time that something else happened than a letter typed.
    pub words: [usize; 4],
    /// Whether a letter was typed and nothing else happened since.
    pub just_typed: bool,
    /// The figures that can be given.
    pub figures: Vec<FigureRow>,
    /// What other reports say, read when it is first asked for: the checks look at it for every letter typed.
    aside: OnceCell<Aside>,
    /// The part that is shown.
    pub part: Part,
    /// Whether the cursor is in the part.
    pub typing: bool,
    /// Row and column (0 numerator, 1 denominator) of the figure that has the cursor.
    pub cell: (usize, usize),
    /// Whether a save is on its way.
    pub saving: bool,
    /// Whether something was typed that is not saved.
    pub touched: bool,
    /// Whether the text came back from a draft.
    pub restored: bool,
    /// What the report is saved for when its figures are.
    pub saves_for: Option<Step>,
    /// The view that it was opened from, and that Esc comes back to.
    pub opened_from: View,
    /// Whether it is the report of another agency.
    pub only_read: bool,
}

/// The left and the right pane of the form.
pub fn panes(size: Size) -> (Area, Area) {
    let body = Frame::of(size, CHECK_ROWS).body;
    let left = (body.w / 3 + 2).clamp(22, 32);
    (body.left(left), body.after(left + 2))
}

/// The cells of the text in the right pane, below its heading; the column after them is for the cursor.
pub fn text_area(size: Size) -> Area {
    let area = panes(size).1.below(2);
    area.left(area.w.saturating_sub(1))
}

/// The key of the draft of a report.
pub fn draft_key(key: &ReportKey) -> String {
    let period = serde_json::to_string(&key.period).unwrap_or_default();
    format!("report|{}|{period}|{}", key.obligation, key.agency)
}

impl ReportForm {
    /// The form of a report, with the figures known so far.
    pub fn new(report: &Report, mut figures: Vec<FigureRow>) -> Self {
        for figure in figures.iter_mut().filter(|figure| figure.is_empty()) {
            figure.none = report.enclosed.without.contains(&figure.target);
        }
        let editor = |text: &str| Editor::with_text(Options::default(), text);
        let mut form = Self {
            key: report.key(),
            texts: report.texts().map(editor),
            words: [0; 4],
            just_typed: false,
            saved: report.clone(),
            figures,
            aside: OnceCell::new(),
            part: Part::Results,
            typing: false,
            cell: (0, 0),
            touched: false,
            restored: false,
            saves_for: None,
            opened_from: View::Reports,
            only_read: false,
            saving: false,
        };
        form.count_words();
        form
    }

    /// Counts the words of the texts.
    pub(in crate::app) fn count_words(&mut self) {
        for (count, editor) in self.words.iter_mut().zip(&self.texts) {
            *count = editor.text().split_whitespace().count();
        }
    }

    /// Whether the texts are those of a saved report.
    pub(in crate::app) fn agrees_with(&self, saved: &Report) -> bool {
        self.to_report().says_the_same(saved)
    }

    /// Whether this is the form of that report.
    pub(in crate::app) fn is_of(&self, report: &Report) -> bool {
        self.key == report.key()
    }

    /// Whether the report can be typed into here.
    pub fn is_open(&self) -> bool {
        self.saved.state.is_open() && !self.only_read
    }

    /// Whether a text field has the cursor.
    pub fn is_typing(&self) -> bool {
        self.typing
    }

    /// The record that the form stands for, as it is typed now.
    pub fn to_report(&self) -> Report {
        let text = |index: usize| self.texts[index].text().trim_end().to_owned();
        Report {
            results: text(0),
            obstacles: text(1),
            proposals: text(2),
            evidence: text(3),
            enclosed: if self.is_open() {
                let answers = Enclosed::default().with_answers_of(&self.saved.enclosed);
                Enclosed { without: self.without(), ..answers }
            } else {
                self.saved.enclosed.clone()
            },
            ..self.saved.clone()
        }
    }

    /// Whether something was typed that is not saved; figures that were taken over are none of it.
    pub fn has_typed(&self) -> bool {
        let typed = self.figures.iter().any(|figure| figure.changed && figure.taken.is_none());
        typed || !self.to_report().says_the_same(&self.saved)
    }

    /// Puts figures that were worked out elsewhere into the rows that nobody typed into; true if one came in.
    pub fn take_over(&mut self, figures: &[Observation]) -> bool {
        let mut came = false;
        for row in self.figures.iter_mut().filter(|row| !row.changed) {
            if let Some(figure) = figures.iter().find(|figure| figure.target == row.target) {
                row.take_over(figure);
                came = true;
            }
        }
        self.touched |= came;
        came
    }

    /// The targets of which the answer is that there is no figure.
    pub(super) fn without(&self) -> Vec<ItemId> {
        self.figures.iter().filter(|figure| figure.none).map(|figure| figure.target.clone()).collect()
    }

    /// How many words a text part has, as counted last.
    pub fn words_of(&self, part: Part) -> usize {
        TEXT_PARTS.iter().position(|text| *text == part).map_or(0, |at| self.words[at])
    }

    /// The editor of a text part.
    pub fn text_of(&self, part: Part) -> Option<&Editor> {
        match part {
            Part::Results => self.texts.first(),
            Part::Obstacles => self.texts.get(1),
            Part::Proposals => self.texts.get(2),
            Part::Evidence => self.texts.get(3),
            Part::Figures | Part::Entries => None,
        }
    }

    /// The key of its draft.
    pub fn draft_key(&self) -> String {
        draft_key(&self.key)
    }
}

impl ReportForm {
    /// Notes that a figure typed here is saved.
    pub(in crate::app) fn figure_saved(&mut self, record: &crate::domain::change::Record) {
        if let crate::domain::change::Record::Observation(observation) = record
            && observation.agency == self.key.agency
            && let Some(figure) = self.figures.iter_mut().find(|figure| figure.target == observation.target)
        {
            // Another number may have been typed meanwhile.
            figure.known = Some(observation.clone());
            figure.changed = !figure.has_known_numbers() || figure.quality != observation.quality;
        }
    }

    /// Whether an action can do something in this form: a sent report is only read.
    pub(in crate::app) fn offers(&self, action: Action) -> bool {
        let empty = self.text_of(self.part).is_some_and(|editor| editor.text().trim().is_empty());
        let typed = match self.part {
            Part::Entries => false,
            Part::Figures => !self.figures.is_empty(),
            Part::Results | Part::Obstacles | Part::Proposals | Part::Evidence => true,
        };
        match action {
            Action::Save => self.is_open(),
            Action::Open => self.is_open() && typed,
            Action::SayNone => self.is_open() && (empty || (typed && self.part == Part::Figures)),
            _ => true,
        }
    }
}
