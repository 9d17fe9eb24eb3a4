//! The figures of a report: one row for each indicator that can be measured.

use crate::domain::ids::ItemId;
use crate::domain::indicator::{Target, TargetKind};
use crate::domain::record::Observation;
use crate::domain::report::TypedFigure;
use crate::text::number::{edit_number, parse_number, parse_ratio};

use super::super::super::editor::{Editor, Options};

/// A figure that is being given.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// The target whose indicator is measured.
    pub target: ItemId,
    /// Numerator, or the value itself when the denominator is empty.
    pub numerator: Editor,
    /// Denominator.
    pub denominator: Editor,
    /// Whether the figure is a share, which cannot be above 100.
    share: bool,
    /// Whether a figure of the period is saved: it can be replaced here, not taken away.
    saved: bool,
    /// Whether it was typed here and is not saved.
    pub changed: bool,
}

impl FigureRow {
    /// A row for a target with the latest figure, if there is one.
    pub fn new(target: &Target, known: Option<&Observation>) -> Self {
        let text = |number: Option<f64>| number.map(edit_number).unwrap_or_default();
        let (numerator, denominator) = match known {
            Some(o) if o.denominator.is_some() => (text(o.numerator), text(o.denominator)),
            Some(o) => (text(o.value), String::new()),
            None => (String::new(), String::new()),
        };
        Self {
            target: target.id.clone(),
            share: target.unit == "%",
            saved: known.is_some(),
            numerator: cell(&numerator),
            denominator: cell(&denominator),
            changed: false,
        }
    }

    /// The editor of a column: 0 is the numerator.
    pub fn cell_mut(&mut self, column: usize) -> &mut Editor {
        if column == 0 { &mut self.numerator } else { &mut self.denominator }
    }

    /// The numbers as typed; `12.239/12.533` in the first column gives both.
    pub fn typed(&self) -> TypedFigure {
        let target = self.target.clone();
        if let Some(ratio) = self.numerator.text().contains('/').then(|| parse_ratio(self.numerator.text())) {
            let (numerator, denominator) = match ratio {
                Ok((numerator, denominator)) => (Ok(Some(numerator)), Ok(Some(denominator))),
                Err(_) => (Err(()), Ok(None)),
            };
            return TypedFigure { target, numerator, denominator };
        }
        let (numerator, denominator) = (number(&self.numerator), number(&self.denominator));
        let possible = match (numerator, denominator) {
            (Ok(Some(value)), Ok(None)) => value >= 0.0 && (!self.share || value <= 100.0),
            (Ok(Some(numerator)), _) => numerator >= 0.0,
            (Ok(None), _) => !(self.saved && self.changed),
            _ => true,
        };
        TypedFigure { target, numerator: if possible { numerator } else { Err(()) }, denominator }
    }
}

fn cell(text: &str) -> Editor {
    Editor::with_text(Options { single_line: true, max_len: Some(30) }, text)
}

fn number(editor: &Editor) -> Result<Option<f64>, ()> {
    match editor.text().trim() {
        "" => Ok(None),
        text => parse_number(text).map(Some).map_err(|_| ()),
    }
}

/// Whether a figure can be given for a target: what is judged in words has none.
pub fn is_measured(target: &Target) -> bool {
    matches!(
        target.comparator.kind(),
        TargetKind::Quantitative | TargetKind::Cohort | TargetKind::SetCoverage | TargetKind::CountPer
    )
}
