//! The report form: its parts, its figures, and where the cursor is.

mod actions;
mod before;
mod figures;
mod reuse;
mod steps;
mod versions;

use serde::{Deserialize, Serialize};

use crate::domain::ids::ItemId;
use crate::domain::record::{Enclosed, Quality, Report};

use super::super::action::Action;
use super::super::chord::{Chord, Key};
use super::super::editor::{Editor, Options};
use super::super::field;
use super::super::layout::{Area, Frame, Size};
use super::reports::ReportKey;

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
    /// The figures that can be given.
    pub figures: Vec<FigureRow>,
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
}

/// What is kept of a form in a draft.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    texts: Vec<String>,
    figures: Vec<(ItemId, String, String)>,
    #[serde(default)]
    qualities: Vec<Quality>,
    #[serde(default)]
    without: Vec<ItemId>,
    part: Part,
    revision: i64,
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
        Self {
            key: report.key(),
            texts: report.texts().map(editor),
            saved: report.clone(),
            figures,
            part: Part::Results,
            typing: false,
            cell: (0, 0),
            touched: false,
            restored: false,
            saves_for: None,
            saving: false,
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

    /// Whether the report can be typed into.
    pub fn is_open(&self) -> bool {
        self.saved.state.is_open()
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

    /// The targets of which the answer is that there is no figure.
    pub(super) fn without(&self) -> Vec<ItemId> {
        self.figures.iter().filter(|figure| figure.none).map(|figure| figure.target.clone()).collect()
    }

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

    /// Gives a chord to the field that has the cursor: whether it took it, and whether a text changed.
    pub(in crate::app) fn type_chord(&mut self, chord: Chord, size: Size) -> (bool, bool) {
        if !self.typing || !self.is_open() {
            return (false, false);
        }
        if self.part == Part::Figures {
            if chord == Chord::char(' ') {
                // It means something else in a number; the table of keys says what.
                return (false, false);
            }
            if self.move_between_figures(chord) {
                return (true, false);
            }
        }
        let many_lines = self.part != Part::Figures;
        let width = text_area(size).w;
        let Some(editor) = self.editor_mut() else { return (false, false) };
        let taken = field::type_chord(editor, chord, width, many_lines);
        if taken.changed {
            self.changed();
        }
        (taken.taken, taken.changed)
    }

    /// Pastes into the field that has the cursor; false if none has it.
    pub(in crate::app) fn paste(&mut self, text: &str) -> bool {
        if !self.typing || !self.is_open() {
            return false;
        }
        let Some(editor) = self.editor_mut() else { return false };
        editor.paste(text);
        self.changed();
        true
    }

    fn changed(&mut self) {
        self.touched = true;
        if self.part == Part::Figures
            && let Some(figure) = self.figures.get_mut(self.cell.0)
        {
            figure.typed_into();
        }
    }

    /// Enter and Tab go from the numerator to the denominator and on to the next row; Tab leaves after the last one.
    fn move_between_figures(&mut self, chord: Chord) -> bool {
        let last = self.figures.len().saturating_sub(1);
        let (row, column) = self.cell;
        self.cell = match chord.key {
            Key::Enter | Key::Tab if column == 0 => (row, 1),
            Key::Enter | Key::Tab if row < last => (row + 1, 0),
            Key::BackTab if column == 1 => (row, 0),
            Key::BackTab if row > 0 => (row - 1, 1),
            Key::Up if row > 0 => (row - 1, column),
            Key::Down if row < last => (row + 1, column),
            Key::Enter | Key::Up | Key::Down => (row, column),
            _ => return false,
        };
        true
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

    /// The key of its draft.
    pub fn draft_key(&self) -> String {
        draft_key(&self.key)
    }

    /// What is typed, for a draft.
    pub fn to_draft(&self) -> String {
        let kept = Kept {
            texts: self.texts.iter().map(|editor| editor.text().to_owned()).collect(),
            figures: self
                .figures
                .iter()
                .filter(|figure| figure.changed)
                .map(|f| (f.target.clone(), f.numerator.text().to_owned(), f.denominator.text().to_owned()))
                .collect(),
            qualities: self.figures.iter().filter(|figure| figure.changed).map(|f| f.quality).collect(),
            without: self.without(),
            part: self.part,
            revision: self.saved.stamp.revision,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Fills the form from a draft; false if the draft cannot be read, or holds nothing that is not saved.
    pub fn restore(&mut self, draft: &str) -> bool {
        let Ok(kept) = serde_json::from_str::<Kept>(draft) else { return false };
        let same = |editor: &Editor, text: &String| editor.text().trim_end() == text.trim_end();
        let answered = kept.without != self.without();
        if kept.figures.is_empty()
            && !answered
            && self.texts.iter().zip(&kept.texts).all(|(e, text)| same(e, text))
        {
            return false;
        }
        for (editor, text) in self.texts.iter_mut().zip(&kept.texts) {
            editor.set_text(text);
        }
        self.restore_figures(&kept);
        self.part = kept.part;
        // The save must meet what stands in the database now: an older draft is a conflict, not an overwrite.
        self.saved.stamp.revision = kept.revision;
        self.touched = true;
        self.restored = true;
        true
    }
}

impl ReportForm {
    fn restore_figures(&mut self, kept: &Kept) {
        for (at, (target, numerator, denominator)) in kept.figures.iter().enumerate() {
            if let Some(figure) = self.figures.iter_mut().find(|figure| figure.target == *target) {
                figure.numerator.set_text(numerator);
                figure.denominator.set_text(denominator);
                figure.quality = kept.qualities.get(at).copied().unwrap_or(figure.quality);
                figure.changed = true;
            }
        }
        for figure in &mut self.figures {
            figure.none = figure.is_empty() && kept.without.contains(&figure.target);
        }
    }

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
