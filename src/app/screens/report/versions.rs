//! What changed: the open report beside the version that was sent before, and beside last period's, word by word.

use crate::domain::evaluation::scale_of;
use crate::domain::record::{Report, ReportQuery, ReportedFigure};
use crate::domain::report::{Change, compare};

use super::super::super::line::{Line, Tone};
use super::super::super::model::Model;
use super::super::super::overlay::{Overlay, Sheet};
use super::reuse::TEXT_PARTS;
use super::{Part, ReportForm};

impl Model {
    /// Opens the comparison with the version that was sent before, and with last period's report.
    pub(super) fn open_comparison(&mut self) {
        let Some(form) = &self.report else { return };
        let mut lines = vec![Line::of(Tone::Dim, self.words().compare_legend)];
        let sent = self.version_before(form);
        if let Some(sent) = &sent {
            lines.push(Line::blank());
            let version = sent.sealed.as_ref().map_or(0, |sealed| sealed.version);
            lines.push(Line::of(Tone::Strong, self.lang.against_version(version, sent.sent_at)));
            lines.extend(self.differences(form, sent, true));
        }
        let last = self.report_before(&form.key);
        if let Some(last) = &last {
            lines.push(Line::blank());
            lines.push(Line::of(Tone::Strong, self.lang.against_period(&self.lang.period(last.period))));
            lines.extend(self.differences(form, last, false));
        }
        if sent.is_none() && last.is_none() {
            return self.say(Tone::Warn, self.words().nothing_to_compare);
        }
        self.overlays.push(Overlay::Sheet(Sheet::new(self.words().compare_title, lines)));
    }

    /// The version sent before the one in the form.
    fn version_before(&self, form: &ReportForm) -> Option<Report> {
        let number = |report: &Report| report.sealed.as_ref().map_or(0, |sealed| sealed.number);
        let shown = (form.saved.is_sent() && !form.saved.is_on_paper()).then(|| number(&form.saved));
        let mut sent = self.catalog.shelf().sent(&ReportQuery::of(&form.key)).into_iter().rev();
        sent.find(|report| shown.is_none_or(|shown| number(report) < shown))
    }

    /// Whether there is a version or a period to compare with.
    pub fn can_compare(&self) -> bool {
        let form = self.report.as_ref();
        form.is_some_and(|form| self.last_report(form).is_some() || self.version_before(form).is_some())
    }

    fn differences(&self, form: &ReportForm, old: &Report, figures: bool) -> Vec<Line> {
        let now = form.to_report();
        let mut lines = Vec::new();
        for ((part, now), old) in TEXT_PARTS.into_iter().zip(now.texts()).zip(old.texts()) {
            let runs = compare(old, now);
            if runs.iter().any(|(change, _)| *change != Change::Same) {
                lines.push(Line::of(Tone::Dim, self.part_title(part)));
                lines.push(marked(&runs));
            }
        }
        if figures {
            lines.extend(self.changed_lines(form, old));
        }
        if lines.is_empty() {
            lines.push(Line::plain(self.words().compare_same));
        }
        lines
    }

    /// One line for each figure that is another one than in the version that was sent.
    fn changed_lines(&self, form: &ReportForm, old: &Report) -> Vec<Line> {
        let figure = |figure: &ReportedFigure, scale| figure.figure(scale);
        let changed = form.figures.iter().filter_map(|row| {
            let (_, target) = self.catalog.target(&row.target)?;
            let scale = scale_of(&target.unit);
            let mut sent = old.enclosed.figures.iter().filter(|sent| sent.target == row.target);
            let old = sent.next().and_then(|sent| figure(sent, scale));
            let mut frozen = form.saved.enclosed.figures.iter().filter(|sent| sent.target == row.target);
            let now = match form.is_open() {
                true => row.figure(scale),
                false => frozen.next().and_then(|sent| figure(sent, scale)),
            };
            let said = |value: Option<f64>| value.map(|value| self.in_unit(&row.target, value));
            let (old, now) = (said(old), said(now));
            (old != now).then(|| {
                let runs = [old.map(|old| (Change::Removed, old)), now.map(|now| (Change::Added, now))];
                let runs: Vec<_> = runs.into_iter().flatten().collect();
                marked(&[vec![(Change::Same, format!("{}:", target.short))], runs].concat())
            })
        });
        changed.collect()
    }

    /// The name of a part of the form.
    pub fn part_title(&self, part: Part) -> &'static str {
        let words = self.words();
        match part {
            Part::Results => words.part_results,
            Part::Obstacles => words.part_obstacles,
            Part::Proposals => words.part_proposals,
            Part::Figures => words.part_figures,
            Part::Evidence => words.part_evidence,
            Part::Entries => words.part_entries,
        }
    }
}

/// Runs of words with signs that can be read without colour.
fn marked(runs: &[(Change, String)]) -> Line {
    runs.iter().fold(Line::plain("  "), |line, (change, text)| match change {
        Change::Same => line.and(Tone::Plain, format!("{text} ")),
        Change::Added => line.and(Tone::Good, format!("{{+{text}+}} ")),
        Change::Removed => line.and(Tone::Bad, format!("[-{text}-] ")),
    })
}
