//! View 3.

use crate::app::describe::target::verdict_tone;
use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::targets::{TargetRow, TargetTally};
use crate::domain::evaluation::{Evaluation, Verdict, Whose};
use crate::domain::ids::PlanId;
use crate::domain::indicator::{Comparator, Target};
use crate::text::number::format_number;

use super::Canvas;

const NUMBER: u16 = 6;
const VERDICT: u16 = 13;

/// The columns at a width: name, bar.
struct Columns {
    name: u16,
    bar: u16,
}

impl Columns {
    fn of(width: u16) -> Self {
        let free = width.saturating_sub(3 + 3 * (NUMBER + 1) + VERDICT + 1);
        let name = (free * 3 / 5).clamp(27, 60).min(free);
        Self { name, bar: free.saturating_sub(name + 1) }
    }

    fn number(&self, at: u16) -> u16 {
        3 + self.name + at * (NUMBER + 1)
    }

    fn bar_at(&self) -> u16 {
        self.number(3) + 1
    }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let columns = Columns::of(area.w);
    headings(canvas, model, area, &columns);
    let list = area.below(2);
    canvas.rule(area.y + 1);
    let words = model.words();
    if model.targets.list.selected().is_none() {
        let text = if model.targets.only_behind { words.no_targets_behind } else { words.no_targets };
        canvas.tone((1, list.y + 1), list.w.saturating_sub(2), Tone::Plain, text);
    }
    for ((selected, row), y) in model.targets.list.visible().zip(list.y..) {
        match row {
            TargetRow::Plan(plan, tally) => heading(canvas, model, y, plan, *tally),
            TargetRow::Target(id, evaluation) => {
                if selected {
                    canvas.mark_row((0, y), area.w, true);
                }
                if let Some((_, target)) = model.catalog.target(id) {
                    draw_target(canvas, model, &columns, y, target, evaluation);
                }
            }
        }
    }
}

fn headings(canvas: &mut Canvas<'_>, model: &Model, area: Area, columns: &Columns) {
    let words = model.words();
    let y = area.y;
    let filter =
        if model.targets.only_behind { format!(" ({})", words.key_only_behind) } else { String::new() };
    canvas.tone((3, y), columns.name, Tone::Dim, &format!("{}{filter}", words.col_target));
    for (at, name) in [words.col_baseline, words.col_actual, words.col_aim].iter().enumerate() {
        canvas.right((columns.number(at as u16), y), NUMBER, Tone::Dim, name);
    }
    canvas.tone((columns.bar_at(), y), columns.bar, Tone::Dim, words.col_bar);
    canvas.tone((area.w.saturating_sub(VERDICT), y), VERDICT, Tone::Dim, words.col_verdict);
}

fn heading(canvas: &mut Canvas<'_>, model: &Model, y: u16, plan: &PlanId, tally: TargetTally) {
    let Some(plan) = model.catalog.plan(plan) else { return };
    let rule = canvas.glyphs().rule.repeat(2);
    let counts = model.lang.target_tally(tally.total, tally.behind, tally.unknown);
    let text = format!("{rule} {}, {} · {counts}", plan.short, model.lang.document_state(plan.state));
    canvas.tone((1, y), model.size.w.saturating_sub(2), Tone::Strong, &text);
}

fn draw_target(
    canvas: &mut Canvas<'_>,
    model: &Model,
    columns: &Columns,
    y: u16,
    target: &Target,
    evaluation: &Evaluation,
) {
    let tone = verdict_tone(evaluation);
    canvas.tone((1, y), 1, tone, sign(evaluation.verdict));
    let indent = u16::from(target.parent.is_some()) * 2;
    let label = if columns.name >= 40 { &target.indicator } else { &target.short };
    canvas.tone((3 + indent, y), columns.name.saturating_sub(indent + 1), Tone::Plain, label);
    let none = canvas.glyphs().none;
    let number = |value: Option<f64>| value.map_or_else(|| none.to_owned(), format_number);
    let baseline = target.baseline.as_ref().map(|baseline| baseline.value);
    canvas.right((columns.number(0), y), NUMBER, Tone::Plain, &number(baseline));
    canvas.right(
        (columns.number(1), y),
        NUMBER,
        Tone::Strong,
        &number(evaluation.actual.as_ref().map(|a| a.value)),
    );
    if matches!(evaluation.whose, Some(Whose::One(_))) {
        // The line below says whose it is.
        canvas.tone((columns.number(1) + NUMBER, y), 1, Tone::Warn, "*");
    }
    canvas.right((columns.number(2), y), NUMBER, Tone::Plain, &aim(target, none));
    bar(canvas, columns, y, target, evaluation);
    let verdict = model.lang.verdict(evaluation.verdict);
    canvas.tone((model.size.w.saturating_sub(VERDICT), y), VERDICT, tone, verdict);
}

fn aim(target: &Target, none: &str) -> String {
    let Some(value) = target.value else { return none.to_owned() };
    match (target.comparator, target.value_high) {
        (Comparator::Range, Some(high)) => format!("{}-{}", format_number(value), format_number(high)),
        (Comparator::About | Comparator::Toward, _) => format!("~{}", format_number(value)),
        _ => format_number(value),
    }
}

fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met | Verdict::Ahead | Verdict::OnTrack => "+",
        Verdict::SlightlyBehind => "~",
        Verdict::Behind | Verdict::Missed | Verdict::NoClosingFigure => "!",
        Verdict::NoBaseline | Verdict::NoFigure | Verdict::NoYear => "?",
        Verdict::AboveRange | Verdict::NotDueYet | Verdict::InWords => " ",
    }
}

/// The way from the baseline to the aim: what is done, and a mark where it should be today.
fn bar(canvas: &mut Canvas<'_>, columns: &Columns, y: u16, target: &Target, evaluation: &Evaluation) {
    let cells = columns.bar.saturating_sub(1);
    if cells == 0 {
        return;
    }
    let glyphs = canvas.glyphs();
    let x = columns.bar_at();
    let share = |value: f64| {
        let baseline = target.baseline.as_ref()?.value;
        let way = target.value? - baseline;
        (way.abs() > f64::EPSILON).then(|| ((value - baseline) / way).clamp(0.0, 1.0))
    };
    let cell_of = |share: f64| (share * f64::from(cells)).round() as u16;
    let Some(done) = evaluation.actual.as_ref().and_then(|actual| share(actual.value)) else {
        let unknown = glyphs.unknown.repeat(usize::from(cells));
        canvas.tone((x, y), cells, Tone::Dim, &unknown);
        if let Some(mark) = evaluation.expected_today.and_then(share) {
            canvas.tone((x + cell_of(mark).min(cells - 1), y), 1, Tone::Plain, glyphs.bar);
        }
        return;
    };
    let filled = cell_of(done);
    match canvas.looks.filled(verdict_tone(evaluation)) {
        Some(style) => canvas.text((x, y), filled, &" ".repeat(usize::from(filled)), style),
        None => canvas.tone((x, y), filled, Tone::Plain, &glyphs.full.repeat(usize::from(filled))),
    };
    let left = cells - filled;
    canvas.tone((x + filled, y), left, Tone::Dim, &glyphs.empty.repeat(usize::from(left)));
    if let Some(mark) = evaluation.expected_today.and_then(share) {
        canvas.tone((x + cell_of(mark).min(cells - 1), y), 1, Tone::Plain, glyphs.bar);
    }
}
