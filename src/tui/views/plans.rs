//! View 7.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::tasks::{Pane, panes};
use crate::domain::plan::{DocumentState, Plan};
use crate::text::date::format_short;

use super::{Canvas, title_tone};

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let (left, right) = panes(area);
    canvas.rule_from(0, area.y + 1, area.w);
    canvas.divider(left.w, area);
    draw_plans(canvas, model, left);
    draw_clauses(canvas, model, right);
}

fn draw_plans(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let focused = model.plans.pane == Pane::Left;
    canvas.tone((1, area.y), area.w - 1, title_tone(focused), words.col_document);
    let list = area.below(2);
    if model.plans.plans.rows().is_empty() {
        canvas.tone((1, list.y), list.w - 1, Tone::Plain, words.no_plans);
    }
    for ((selected, row), y) in model.plans.plans.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, focused);
        }
        if let Some(plan) = model.catalog.plan(&row.0) {
            draw_plan(canvas, model, list, y, plan);
        }
    }
}

fn draw_plan(canvas: &mut Canvas<'_>, model: &Model, area: Area, y: u16, plan: &Plan) {
    let state = match (plan.issued_on, plan.state) {
        (Some(day), _) => format_short(day),
        (None, DocumentState::Secondary) => model.words().state_secondary_short.to_owned(),
        (None, state) => model.lang.document_state(state).to_owned(),
    };
    let cells = u16::try_from(crate::text::width::width(&state)).unwrap_or(area.w).min(area.w);
    canvas.tone((1, y), area.w.saturating_sub(cells + 2), Tone::Plain, &plan.short);
    canvas.right((0, y), area.w, Tone::Dim, &state);
}

fn draw_clauses(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let focused = model.plans.pane == Pane::Right;
    let Some(plan) = model.shown_plan() else { return };
    let (x, room) = (area.x + 1, area.w - 1);
    let used = canvas.tone((x, area.y), room, title_tone(focused), words.col_outline);
    // What it is the outline of is not drawn anew whenever the keys change the pane.
    let plan_name = format!(" · {} · {}", plan.short, model.lang.document_state(plan.state));
    canvas.tone((x + used, area.y), room.saturating_sub(used), Tone::Plain, &plan_name);
    let list = area.below(2);
    let text = model.catalog.text(&plan.id);
    for ((selected, row), y) in model.plans.clauses.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((list.x, y), list.w, focused);
        }
        let Some(clause) = text.clauses.iter().find(|clause| clause.path == row.path) else { continue };
        let indent = u16::try_from(row.depth.min(6)).unwrap_or(0);
        let x = list.x + 1 + indent;
        let room = list.w.saturating_sub(2 + indent);
        let tone = if row.depth == 0 { Tone::Strong } else { Tone::Dim };
        let used = canvas.tone((x, y), room, tone, &clause.path) + 1;
        let sign = if clause.note.is_some() { "! " } else { "" };
        canvas.tone(
            (x + used, y),
            room.saturating_sub(used),
            Tone::Plain,
            &format!("{sign}{}", clause.heading),
        );
    }
}
