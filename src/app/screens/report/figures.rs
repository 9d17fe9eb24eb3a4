//! The figures of a report: one row for each indicator that can be measured.

use chrono::NaiveDate;

use crate::domain::ids::ItemId;
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Quality};
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
    /// How firm the figure is.
    pub quality: Quality,
    /// Whether the answer is that there is no figure.
    pub none: bool,
    /// The figure of the period that is saved: it can be replaced here, not taken away.
    pub known: Option<Observation>,
    /// The figure of the period before.
    pub before: Option<f64>,
    /// Whether it was typed here and is not saved.
    pub changed: bool,
    /// Day and source of a figure that was worked out elsewhere and not typed.
    pub taken: Option<(NaiveDate, String)>,
}

impl FigureRow {
    /// A row for a target with the latest figure, if there is one; what is typed is of this quality until it is changed.
    pub fn new(target: &Target, known: Option<&Observation>, quality: Quality) -> Self {
        let text = |number: Option<f64>| number.map(edit_number).unwrap_or_default();
        let (numerator, denominator) = match known {
            Some(o) if o.denominator.is_some() => (text(o.numerator), text(o.denominator)),
            Some(o) => (text(o.value), String::new()),
            None => (String::new(), String::new()),
        };
        Self {
            target: target.id.clone(),
            share: target.unit == "%",
            quality: known.map_or(quality, |known| known.quality),
            none: false,
            known: known.cloned(),
            before: None,
            numerator: cell(&numerator),
            denominator: cell(&denominator),
            changed: false,
            taken: None,
        }
    }

    /// The same beside the figure of the period before.
    #[must_use]
    pub fn beside(self, before: Option<f64>) -> Self {
        Self { before, ..self }
    }

    /// Takes over a figure that was worked out elsewhere; it is saved when the report is.
    pub fn take_over(&mut self, figure: &Observation) {
        let text = |number: Option<f64>| number.map(edit_number).unwrap_or_default();
        self.numerator.set_text(&text(figure.numerator.or(figure.value)));
        self.denominator.set_text(&text(figure.denominator));
        (self.quality, self.none, self.changed) = (figure.quality, false, true);
        self.taken = Some((figure.as_of, figure.source.clone()));
    }

    /// The editor of a column: 0 is the numerator.
    pub fn cell_mut(&mut self, column: usize) -> &mut Editor {
        if column == 0 { &mut self.numerator } else { &mut self.denominator }
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        [&self.numerator, &self.denominator].iter().all(|cell| cell.text().trim().is_empty())
    }

    /// Says of an empty row that there is no figure, or takes that back; of a figure the next quality.
    pub(super) fn turn(&mut self) {
        if self.is_empty() && self.known.is_none() {
            self.none = !self.none;
        } else if !self.is_empty() {
            self.quality = match self.quality {
                Quality::Estimate => Quality::Provisional,
                Quality::Provisional => Quality::Final,
                Quality::Final => Quality::Estimate,
            };
            self.changed = true;
        }
    }

    /// Notes that something was typed into it.
    pub(in crate::app) fn typed_into(&mut self) {
        self.changed = true;
        self.taken = None;
        self.none &= self.is_empty();
    }

    /// The figure in the target's unit, `scale` times a ratio; `None` where there is none, or none that can be read.
    pub fn figure(&self, scale: f64) -> Option<f64> {
        let typed = self.typed();
        match (typed.numerator.ok()??, typed.denominator.ok()?) {
            (numerator, None) => Some(numerator),
            (numerator, Some(denominator)) if denominator > 0.0 => Some(numerator / denominator * scale),
            _ => None,
        }
    }

    /// Whether the same numbers are saved, however firm they were.
    pub fn has_known_numbers(&self) -> bool {
        let typed = self.typed();
        self.known.as_ref().is_some_and(|known| {
            typed.numerator == Ok(known.numerator.or(known.value))
                && typed.denominator == Ok(known.denominator)
        })
    }

    /// The numbers as typed; `12.239/12.533` in the first column gives both.
    pub fn typed(&self) -> TypedFigure {
        let target = self.target.clone();
        if let Some(ratio) = self.numerator.text().contains('/').then(|| parse_ratio(self.numerator.text())) {
            let (numerator, denominator) = match ratio {
                Ok((numerator, denominator)) => (Ok(Some(numerator)), Ok(Some(denominator))),
                Err(_) => (Err(()), Ok(None)),
            };
            return TypedFigure { target, numerator, denominator, none: self.none };
        }
        let (numerator, denominator) = (number(&self.numerator), number(&self.denominator));
        let possible = match (numerator, denominator) {
            (Ok(Some(value)), Ok(None)) => value >= 0.0 && (!self.share || value <= 100.0),
            (Ok(Some(numerator)), _) => numerator >= 0.0,
            (Ok(None), _) => !(self.known.is_some() && self.changed),
            _ => true,
        };
        let numerator = if possible { numerator } else { Err(()) };
        TypedFigure { target, numerator, denominator, none: self.none }
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
