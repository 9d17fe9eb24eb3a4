//! Text that need not be typed again: last period's, a figure in words, and what other reports of the year say.

use crate::domain::evaluation::scale_of;
use crate::domain::record::{Report, ReportHead, ReportKey, ReportQuery, ReportState};
use crate::text::date::format_date;
use crate::text::number::format_number;

use super::super::super::action::Action;
use super::super::super::chooser::{Candidate, Destination, Purpose};
use super::super::super::entry::QUALITIES;
use super::super::super::line::{Line, Tone};
use super::super::super::model::Model;
use super::super::super::overlay::{Overlay, Sheet};
use super::{FigureRow, Part, ReportForm};

/// The parts with text, in the order of [`Report::texts`].
pub(super) const TEXT_PARTS: [Part; 4] = [Part::Results, Part::Obstacles, Part::Proposals, Part::Evidence];

impl ReportForm {
    /// Place of the shown part among the texts; `None` for a part without text.
    fn text_index(&self) -> Option<usize> {
        TEXT_PARTS.iter().position(|part| *part == self.part)
    }

    /// Puts a text into a part at its cursor, on a line of its own where other text stands before.
    fn put(&mut self, index: usize, text: &str) {
        let Some(editor) = self.texts.get_mut(index) else { return };
        editor.paste(text);
        self.touched = true;
    }
}

impl Model {
    /// Whether there is something to write into the shown part.
    pub(in crate::app) fn can_insert(&self, action: Action) -> bool {
        let Some(form) = self.report.as_ref().filter(|form| form.is_open()) else { return false };
        let Some(index) = form.text_index() else { return false };
        match action {
            Action::LastText => {
                self.last_report(form).is_some_and(|report| !report.texts()[index].trim().is_empty())
            }
            Action::InsertFigure => form.figures.iter().any(|row| row.figure(1.0).is_some()),
            _ => !self.heads_elsewhere(&form.key).is_empty(),
        }
    }

    /// Writes last period's text into an empty part; beside a text that is there it is only shown.
    pub(super) fn bring_last_text(&mut self) {
        let Some((index, key)) = self.open_text() else { return };
        let before = self.report_before(&key);
        let text = before.map(|report| report.texts()[index].trim().to_owned()).unwrap_or_default();
        if text.is_empty() {
            return self.say(Tone::Warn, self.words().no_last_text);
        }
        let Some(form) = &mut self.report else { return };
        if form.texts[index].text().trim().is_empty() {
            form.put(index, &text);
            form.typing = true;
            self.typed();
            return self.say(Tone::Warn, self.words().last_text_inserted);
        }
        let title = before_title(self, &key);
        let sheet = Sheet::new(title, text.lines().map(Line::plain).collect());
        self.overlays.push(Overlay::Sheet(sheet));
    }

    /// Offers the figures of the form as words; the only one goes in at once.
    pub(super) fn choose_figure(&mut self) {
        if self.open_text().is_none() {
            return;
        }
        let Some(form) = &self.report else { return };
        let figures: Vec<_> = form.figures.iter().filter_map(|row| self.figure_in_words(form, row)).collect();
        match figures.as_slice() {
            [] => self.say(Tone::Warn, self.words().no_figures_typed),
            [(name, text)] => self.insert_text(&text.clone(), &name.clone()),
            _ => {
                let choice = |(name, text): (String, String)| {
                    let to = Destination::Text(text.clone(), name.clone());
                    Candidate::new("", &name, text, to)
                };
                let choices = figures.into_iter().map(choice).collect();
                self.open_chooser(Purpose::Insert, self.words().choose_figure, choices, true);
            }
        }
    }

    /// "đạt 32,32% (1.102/3.410), ước đến 30/9/2026", under the indicator's name.
    fn figure_in_words(&self, form: &ReportForm, row: &FigureRow) -> Option<(String, String)> {
        let (_, target) = self.catalog.target(&row.target)?;
        let value = self.in_unit(&row.target, row.figure(scale_of(&target.unit))?);
        let unit = if target.unit == "%" { String::new() } else { format!(" {}", target.unit) };
        let typed = row.typed();
        let ratio = match (typed.numerator, typed.denominator) {
            (Ok(Some(n)), Ok(Some(d))) => format!(" ({}/{})", format_number(n), format_number(d)),
            _ => String::new(),
        };
        let quality = QUALITIES.iter().find(|(quality, _)| *quality == row.quality);
        let quality = quality.map_or("", |(_, name)| name(self.words()));
        let day = format_date(self.figure_day(&form.key, row)?);
        let text = self.lang.figure_in_words(&format!("{value}{unit}{ratio}"), quality, &day);
        Some((target.short.clone(), text))
    }

    /// Offers what the agency wrote in its other reports of the year: whole reports, then their paragraphs, those of
    /// the same part first.
    pub(super) fn choose_paragraph(&mut self) {
        let Some(form) = self.report.as_ref().filter(|form| form.is_open()) else { return };
        let others =
            self.heads_elsewhere(&form.key).into_iter().filter_map(|head| self.report_of(&head.key()));
        let others: Vec<Report> = others.collect();
        if others.is_empty() {
            return self.say(Tone::Warn, self.words().nothing_elsewhere);
        }
        let mut choices: Vec<_> = others.iter().map(|report| self.whole_choice(report)).collect();
        let here = form.text_index().unwrap_or_default();
        for index in std::iter::once(here).chain((0..TEXT_PARTS.len()).filter(|index| *index != here)) {
            choices.extend(others.iter().flat_map(|report| self.paragraph_choices(report, index)));
        }
        self.open_chooser(Purpose::Insert, self.words().choose_paragraph, choices, true);
    }

    /// The agency's other reports of the year that hold a word.
    fn heads_elsewhere(&self, key: &ReportKey) -> Vec<ReportHead> {
        let mut heads = self.catalog.shelf().heads(&ReportQuery::by_in(&key.agency, key.period.year()));
        heads.retain(|head| head.key() != *key && head.written.contains(&true));
        heads
    }

    fn whole_choice(&self, report: &Report) -> Candidate {
        let parts = report.texts().iter().filter(|text| !text.trim().is_empty()).count();
        let label = self.lang.whole_report(parts, &self.report_name(&report.obligation, report.period));
        Candidate::new("", &label, self.source_of(report), Destination::Whole(report.key()))
    }

    fn paragraph_choices(&self, report: &Report, index: usize) -> Vec<Candidate> {
        let source = self.source_of(report);
        let paragraphs = report.texts()[index].lines().map(str::trim).filter(|line| !line.is_empty());
        let choice = |text: &str| {
            Candidate::new("", text, source.clone(), Destination::Text(text.to_owned(), source.clone()))
        };
        paragraphs.map(choice).collect()
    }

    /// Plan, clause, state and day of a report: where a paragraph comes from.
    fn source_of(&self, report: &Report) -> String {
        let place =
            self.catalog.obligation(&report.obligation).map(|(plan, found)| self.place(plan, &found.clause));
        let words = self.words();
        let state = match report.state {
            ReportState::Draft => words.state_draft.to_owned(),
            ReportState::AwaitingApproval => words.status_awaiting_approval.to_lowercase(),
            ReportState::Sent => words.status_sent.to_lowercase(),
            ReportState::Received => words.status_received.to_lowercase(),
            ReportState::Returned => words.status_returned.to_lowercase(),
        };
        let day = report.sent_at.or(report.stamp.at).map(|at| at.format(" %d/%m").to_string());
        format!("{} · {state}{}", place.unwrap_or_default(), day.unwrap_or_default())
    }

    /// Writes a text at the cursor of the shown part, and says where it comes from.
    pub(in crate::app) fn insert_text(&mut self, text: &str, source: &str) {
        let Some((index, _)) = self.open_text() else { return };
        if let Some(form) = &mut self.report {
            form.put(index, text);
            form.typing = true;
        }
        self.typed();
        self.say(Tone::Good, self.lang.inserted_from(source, true));
    }

    /// Fills the empty parts with those of another report.
    pub(in crate::app) fn insert_whole(&mut self, key: &ReportKey) {
        let Some(report) = self.report_of(key) else { return };
        let Some(form) = self.report.as_mut().filter(|form| form.is_open()) else { return };
        let empty = |form: &ReportForm, index: usize| form.texts[index].text().trim().is_empty();
        let texts = report.texts().map(str::to_owned);
        let fills: Vec<usize> = (0..texts.len())
            .filter(|index| empty(form, *index) && !texts[*index].trim().is_empty())
            .collect();
        if fills.is_empty() {
            return self.say(Tone::Warn, self.words().nothing_to_fill);
        }
        fills.iter().for_each(|index| form.put(*index, texts[*index].trim()));
        self.typed();
        let source = self.source_of(&report);
        self.say(Tone::Good, self.lang.inserted_from(&source, false));
    }

    /// The shown part with text of a report that can be typed into; says so where there is none.
    fn open_text(&mut self) -> Option<(usize, ReportKey)> {
        let form = self.report.as_ref().filter(|form| form.is_open())?;
        let found = form.text_index().map(|index| (index, form.key.clone()));
        if found.is_none() {
            self.say(Tone::Warn, self.words().insert_into_text);
        }
        found
    }
}

/// "KỲ TRƯỚC · năm 2025".
fn before_title(model: &Model, key: &ReportKey) -> String {
    let period = key.period.previous().map(|period| model.lang.period(period)).unwrap_or_default();
    format!("{} · {period}", model.words().last_text_title)
}
