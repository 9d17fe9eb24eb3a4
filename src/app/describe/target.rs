//! A target in words: what the figure is, what it should be, and what follows from it.

use crate::domain::evaluation::{Evaluation, QualityFlag, current_observation, quality_flags, scale_of};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::indicator::Target;
use crate::domain::plan::Plan;
use crate::text::date::format_date;
use crate::text::number::format_number;

use super::super::entry::{QUALITIES, figure_text};
use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{EditWhat, Overlay, Sheet};
use super::super::screens::targets::TargetRow;
use super::heading;

impl Model {
    /// The detail pane of the target view.
    pub fn target_detail(&self) -> Vec<Line> {
        let Some(TargetRow::Target(id, evaluation)) = self.targets.list.selected() else { return Vec::new() };
        let Some((_, target)) = self.catalog.target(id) else { return Vec::new() };
        // The list names the plan already, and the sheet says where the year comes from.
        let head = Line::of(Tone::Strong, &target.indicator).and(Tone::Dim, format!(" · {}", target.clause));
        let mut lines = vec![head, self.aim_line(target, false)];
        lines.extend(self.figure_lines(target, evaluation));
        lines
    }

    /// Opens everything about a target: the rule, the figures, the remarks.
    pub(in crate::app) fn open_target_sheet(&mut self, id: &ItemId) {
        let Some((plan, target)) = self.catalog.target(id) else { return };
        let words = self.words();
        let evaluation = self.evaluate(plan, target);
        let mut lines = vec![self.target_head(plan, target), self.aim_line(target, true)];
        lines.extend(Line::field(words.population, &target.population));
        lines.push(
            Line::of(Tone::Dim, format!("{}: ", words.rule))
                .and(Tone::Plain, self.lang.evaluation_rule(target.comparator)),
        );
        lines.push(Line::blank());
        lines.extend(self.figure_lines(target, &evaluation));
        lines.extend(self.flag_lines(plan, target));
        lines.extend(target.note.as_deref().and_then(|note| Line::field(words.note, note)));
        self.add_series(target, &mut lines);
        let mut sheet = Sheet::new(words.target_title, lines);
        sheet.edits = Some(EditWhat::Target(id.clone()));
        self.overlays.push(Overlay::Sheet(sheet));
    }

    fn target_head(&self, plan: &Plan, target: &Target) -> Line {
        Line::of(Tone::Strong, &target.indicator)
            .and(Tone::Dim, format!(" · {}", self.place(plan, &target.clause)))
    }

    /// What is aimed at, by when, and from where.
    fn aim_line(&self, target: &Target, full: bool) -> Line {
        let words = self.words();
        let mut line =
            Line::of(Tone::Dim, format!("{}: ", words.aim)).and(Tone::Plain, self.lang.aim(target));
        if let Some(from) = target.year_from.as_ref().filter(|_| full) {
            line = line.and(Tone::Dim, format!(" ({} {from})", words.year_from));
        }
        if let Some(baseline) = &target.baseline {
            let ratio = match (baseline.numerator, baseline.denominator) {
                (Some(n), Some(d)) => format!("{}/{} = ", format_number(n), format_number(d)),
                _ => String::new(),
            };
            let value = format!("{ratio}{}{}", format_number(baseline.value), percent_sign(target));
            let as_of = baseline.as_of.map(|day| format!(", {}", format_date(day))).unwrap_or_default();
            line = line
                .and(Tone::Dim, format!(" · {} ", words.baseline))
                .and(Tone::Plain, format!("{value} ({}{as_of})", baseline.clause));
        }
        line
    }

    /// The figure, what was expected at its day, the paces, the forecast, the verdict.
    fn figure_lines(&self, target: &Target, evaluation: &Evaluation) -> Vec<Line> {
        let words = self.words();
        let sign = percent_sign(target);
        let number = |value: f64| format!("{}{sign}", format_number(value));
        let verdict = Line::of(Tone::Dim, format!("{}: ", words.verdict))
            .and(verdict_tone(evaluation), self.lang.verdict_long(evaluation.verdict));
        let Some(actual) = &evaluation.actual else {
            let expected =
                evaluation.expected_today.map(|e| format!(" · {} {}", words.expected_today, number(e)));
            return vec![verdict.and(Tone::Plain, expected.unwrap_or_default())];
        };
        let ratio = match (actual.numerator, actual.denominator) {
            (Some(n), Some(d)) => format!("{}/{} = ", format_number(n), format_number(d)),
            _ => String::new(),
        };
        let quality = QUALITIES
            .iter()
            .find(|(quality, _)| *quality == actual.quality)
            .map_or("", |(_, name)| name(words));
        let mut figure = Line::of(Tone::Dim, format!("{}: ", words.actual))
            .and(Tone::Strong, format!("{ratio}{}", number(actual.value)))
            .and(
                Tone::Warn,
                self.whose_figure(evaluation).map_or(String::new(), |whose| format!(" · {whose}")),
            )
            .and(Tone::Plain, format!(" · {quality} · {} {}", words.as_of, format_date(actual.as_of)));
        if let (Some(expected), Some(gap)) = (evaluation.expected_at_actual, evaluation.gap) {
            let gap_word = if gap < 0.0 { words.missing } else { words.beyond };
            figure = figure.and(
                Tone::Plain,
                format!(
                    " · {} {} · {gap_word} {}",
                    words.expected_then,
                    number(expected),
                    format_number(gap.abs())
                ),
            );
        }
        let mut lines = vec![figure];
        let mut pace = Vec::new();
        pace.extend(evaluation.pace_per_year.map(|v| format!("{} {}", words.pace, format_number(v))));
        pace.extend(evaluation.needed_per_year.map(|v| format!("{} {}", words.needed, format_number(v))));
        if let (Some(forecast), Some(year)) = (evaluation.forecast, target.year) {
            pace.push(format!("{} {year}: {}", words.forecast, number(forecast)));
        }
        let pace = if pace.is_empty() { String::new() } else { format!(" · {}", pace.join(" · ")) };
        lines.push(verdict.and(Tone::Plain, pace));
        lines
    }

    /// Whose figure the target is judged by, where it is not simply that of the whole.
    pub fn whose_figure(&self, evaluation: &Evaluation) -> Option<String> {
        let name = |agency: &AgencyId| self.catalog.short_name(agency).to_owned();
        self.lang.whose_figure(evaluation.whose.as_ref()?, name)
    }

    fn flag_lines(&self, plan: &Plan, target: &Target) -> Vec<Line> {
        let parent = target
            .parent
            .as_ref()
            .and_then(|id| self.catalog.targets(&plan.id).iter().find(|other| other.id == *id));
        let observations = self.observations_of(&target.id);
        let flags =
            quality_flags(target, parent, current_observation(&observations.iter().collect::<Vec<_>>()));
        flags.iter().map(|flag| Line::of(Tone::Warn, format!("! {}", self.flag_text(flag)))).collect()
    }

    fn flag_text(&self, flag: &QualityFlag) -> String {
        let words = self.words();
        let pair =
            |words: &str, a: f64, b: f64| format!("{words}: {} / {}", format_number(a), format_number(b));
        match *flag {
            QualityFlag::NumeratorAboveDenominator { numerator, denominator } => {
                pair(words.numerator_above, numerator, denominator)
            }
            QualityFlag::ChildAboveParent { child, parent } => pair(words.child_above_parent, child, parent),
            QualityFlag::BaselineDiffers { printed, computed } => {
                pair(words.baseline_differs, printed, computed)
            }
            QualityFlag::FigureDiffers { printed, computed } => pair(words.figure_differs, printed, computed),
        }
    }

    /// Every figure that was entered, the latest first.
    fn add_series(&self, target: &Target, lines: &mut Vec<Line>) {
        let words = self.words();
        heading(lines, words.series);
        let observations = self.observations_of(&target.id);
        if observations.is_empty() {
            lines.push(Line::of(Tone::Dim, format!("  {}", words.no_figures)));
        }
        for observation in observations.iter().rev() {
            let quality = QUALITIES
                .iter()
                .find(|(quality, _)| *quality == observation.quality)
                .map_or("", |(_, name)| name(words));
            let value = observation.figure(scale_of(&target.unit)).map(format_number).unwrap_or_default();
            let typed = if observation.denominator.is_some() {
                format!("{} = ", figure_text(observation))
            } else {
                String::new()
            };
            let head = format!(
                "  {}  {typed}{value}{} · {quality}",
                format_date(observation.as_of),
                percent_sign(target)
            );
            let tail = format!(
                " · {} · {} {}",
                self.catalog.short_name(&observation.agency),
                observation.stamp.by,
                observation.source
            );
            lines.push(Line::plain(head).and(Tone::Dim, tail.trim_end()));
        }
    }
}

/// The tone of a verdict; its words carry the meaning.
pub fn verdict_tone(evaluation: &Evaluation) -> Tone {
    use crate::domain::evaluation::Verdict;
    match evaluation.verdict {
        Verdict::Met | Verdict::Ahead | Verdict::OnTrack => Tone::Good,
        Verdict::SlightlyBehind => Tone::Warn,
        Verdict::Behind | Verdict::Missed | Verdict::NoClosingFigure => Tone::Bad,
        _ => Tone::Dim,
    }
}

/// "%" for percentages; other units stand in the aim.
pub fn percent_sign(target: &Target) -> &'static str {
    if target.unit == "%" { "%" } else { "" }
}
