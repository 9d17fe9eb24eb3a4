//! View 4 without an open report.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::reports::ReportRow;
use crate::domain::agenda::ItemStatus;
use crate::domain::explain::countdown;
use crate::domain::occurrence::lateness;
use crate::domain::record::ReportState;

use super::Canvas;

const DUE: u16 = 12;
const LEFT: u16 = 16;
const STATUS: u16 = 14;

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let work = 3 + DUE + 1 + LEFT + 1;
    let y = area.y;
    canvas.tone((3, y), DUE, Tone::Dim, words.col_due);
    canvas.tone((3 + DUE + 1, y), LEFT, Tone::Dim, words.col_left);
    let filter = if model.reports.only_owed { format!(" ({})", words.key_only_owed) } else { String::new() };
    canvas.tone((work, y), area.w, Tone::Dim, &format!("{}{filter}", words.col_report));
    canvas.tone((area.w.saturating_sub(STATUS), y), STATUS, Tone::Dim, words.col_status);
    canvas.rule(area.y + 1);
    let list = area.below(2);
    if model.reports.list.rows().is_empty() {
        let text = match (&model.agency, model.reports.only_owed) {
            (None, _) => words.choose_agency_for_reports,
            (_, true) => words.no_reports_owed,
            (_, false) => words.no_reports,
        };
        canvas.tone((1, list.y), list.w.saturating_sub(2), Tone::Plain, text);
    }
    for ((selected, row), y) in model.reports.list.visible().zip(list.y..) {
        if selected {
            canvas.mark((0, y), true);
        }
        draw_row(canvas, model, area, y, row);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, model: &Model, area: Area, y: u16, row: &ReportRow) {
    let words = model.words();
    let report = model.report_of(&row.key);
    let sent = report.filter(|report| report.state == ReportState::Sent);
    let late = sent.and_then(|report| row.due.and_then(|due| lateness(due.due_last, report.sent_at?)));
    let asked = row.question.filter(|_| sent.is_none() && !row.preview);
    let overdue = sent.is_none()
        && asked.is_none()
        && !row.preview
        && row.due.is_some_and(|due| due.due_last < model.day());
    let (sign, tone, status) = match (sent, report) {
        (Some(_), _) if late.is_some() => ("+", Tone::Warn, words.status_sent_late),
        (Some(_), _) => ("+", Tone::Good, words.status_sent),
        _ if row.preview => (" ", Tone::Dim, words.status_preview),
        _ if asked == Some(ItemStatus::AwaitingDecision) => {
            ("?", Tone::Plain, words.status_awaiting_decision)
        }
        _ if asked.is_some() => ("?", Tone::Plain, words.status_heir_unknown),
        (None, begun) if begun.is_some() || model.has_report_draft(&row.key) => (
            if overdue { "!" } else { "~" },
            if overdue { Tone::Bad } else { Tone::Plain },
            words.status_drafting,
        ),
        _ if row.due.is_none() => (" ", Tone::Plain, words.status_waiting),
        _ if overdue => ("!", Tone::Bad, words.status_overdue),
        _ => (" ", Tone::Plain, words.status_not_opened),
    };
    canvas.tone((1, y), 1, tone, sign);
    let rule = model.catalog.obligation(&row.key.obligation).map(|(_, found)| &found.schedule.rule);
    let no_day = || rule.map(|rule| model.lang.rule_short(rule)).unwrap_or_default();
    let day = row.due.map_or_else(no_day, |due| model.lang.day_short(due.due_last));
    canvas.tone((3, y), DUE, Tone::Plain, &day);
    if let (None, Some(due), false) = (sent, row.due, row.preview || asked.is_some()) {
        let left = model.lang.countdown_short(countdown(model.day(), due.due_last, &model.calendar));
        canvas.tone((3 + DUE + 1, y), LEFT, tone, &left);
    }
    let work = 3 + DUE + 1 + LEFT + 1;
    let room = area.w.saturating_sub(work + STATUS + 1);
    if let Some((plan, obligation)) = model.catalog.obligation(&row.key.obligation) {
        let prepared = if row.prepared { format!("{} ", words.prepare) } else { String::new() };
        let report = model.report_name(&obligation.id, row.key.period);
        let from = row
            .inherited_from
            .as_ref()
            .map(|from| format!("{} {}: ", canvas.glyphs().inherited, model.catalog.short_name(from)));
        let prepared = format!("{}{prepared}", from.unwrap_or_default());
        let text = format!("{prepared}{report} · {}", model.place(plan, &obligation.clause));
        canvas.tone((work, y), room, Tone::Plain, &text);
    }
    canvas.tone((area.w.saturating_sub(STATUS), y), STATUS, tone, status);
}
