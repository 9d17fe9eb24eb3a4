//! View 4 without an open report.

use crate::app::layout::Area;
use crate::app::line::{Line, Tone};
use crate::app::model::Model;
use crate::app::screens::reports::{ReportRow, RowState};
use crate::text::words::Words;

use super::Canvas;

const DUE: u16 = 12;
const LEFT: u16 = 16;
const STATUS: u16 = 14;

/// Below this width the name of a report needs the room of the days that are left; its sign says the same in short.
const NARROW_BELOW: u16 = 72;

/// Cells of the column with the days that are left.
fn left_column(area: Area) -> u16 {
    if area.w < NARROW_BELOW { 0 } else { LEFT + 1 }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let left = left_column(area);
    let work = 3 + DUE + 1 + left;
    let y = area.y;
    canvas.tone((3, y), DUE, Tone::Dim, words.col_due);
    canvas.tone((3 + DUE + 1, y), left.saturating_sub(1), Tone::Dim, words.col_left);
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
        canvas.paragraphs(list.after(1).left(list.w.saturating_sub(2)), &[Line::plain(text)]);
    }
    for ((selected, row), y) in model.reports.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        draw_row(canvas, model, area, y, row);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, model: &Model, area: Area, y: u16, row: &ReportRow) {
    let words = model.words();
    let state = model.row_state(row);
    let holds = model.holding_day(row);
    let open = state.is_owed() && !row.untracked;
    let overdue = open && holds.is_some_and(|day| day < model.day());
    let (sign, tone, status) = look(state, overdue, words);
    canvas.tone((1, y), 1, tone, sign);
    let rule = model.catalog.obligation(&row.key.obligation).map(|(_, found)| &found.schedule.rule);
    let no_day = || rule.map(|rule| model.lang.rule_short(rule)).unwrap_or_default();
    let day = row.due.map_or_else(no_day, |due| model.lang.day_short(due.due_last));
    canvas.tone((3, y), DUE, Tone::Plain, &day);
    let left_column = left_column(area);
    if let (true, Some(day)) = (open && left_column > 0, holds) {
        let left = model.left_short(day);
        canvas.tone((3 + DUE + 1, y), LEFT, tone, &left);
    }
    let work = 3 + DUE + 1 + left_column;
    let room = area.w.saturating_sub(work + STATUS + 1);
    if let Some((plan, obligation)) = model.catalog.obligation(&row.key.obligation) {
        let prepared = if row.prepared { format!("{} ", words.prepare) } else { String::new() };
        let report = model.report_name(&obligation.id, row.key.period);
        let from = row
            .inherited_from
            .as_ref()
            .map(|from| format!("{} {}: ", canvas.glyphs().inherited, model.catalog.short_name(from)));
        // Several signers may be drafted for: which one is asked about has to be seen.
        let signer = || format!("{}: ", model.catalog.short_name(&row.key.agency));
        let from = from.or_else(|| (row.prepared && row.question.is_some()).then(signer));
        let prepared = format!("{}{prepared}", from.unwrap_or_default());
        let text = format!("{prepared}{report} · {}", model.place(plan, &obligation.clause));
        canvas.tone((work, y), room, Tone::Plain, &text);
    }
    canvas.tone((area.w.saturating_sub(STATUS), y), STATUS, tone, status);
}

fn look(state: RowState, overdue: bool, words: &Words) -> (&'static str, Tone, &'static str) {
    let open = if overdue { ("!", Tone::Bad) } else { (" ", Tone::Plain) };
    match state {
        RowState::Sent(Some(_)) => ("+", Tone::Warn, words.status_sent_late),
        RowState::Sent(None) => ("+", Tone::Good, words.status_sent),
        RowState::Received(Some(_)) => ("+", Tone::Warn, words.status_received_late),
        RowState::Received(None) => ("+", Tone::Good, words.status_received),
        RowState::AwaitingApproval if overdue => (open.0, open.1, words.status_awaiting_approval),
        RowState::AwaitingApproval => ("~", Tone::Plain, words.status_awaiting_approval),
        RowState::Returned => ("!", Tone::Bad, words.status_returned),
        RowState::Waived => ("+", Tone::Dim, words.status_waived),
        RowState::Preview => (" ", Tone::Dim, words.status_preview),
        RowState::HeirUnknown => ("?", Tone::Plain, words.status_heir_unknown),
        RowState::AwaitingDecision => ("?", Tone::Plain, words.status_awaiting_decision),
        RowState::Untracked => ("?", Tone::Dim, words.status_untracked),
        RowState::Drafting if overdue => ("!", Tone::Bad, words.status_drafting),
        RowState::Drafting => ("~", Tone::Plain, words.status_drafting),
        RowState::Waiting => (" ", Tone::Plain, words.status_waiting),
        RowState::ExtensionAsked => (open.0, open.1, words.status_extension_asked),
        RowState::Extended if overdue => (open.0, open.1, words.status_overdue),
        RowState::Extended => ("~", Tone::Warn, words.status_extended),
        RowState::NotOpened if overdue => (open.0, open.1, words.status_overdue),
        RowState::NotOpened => (open.0, open.1, words.status_not_opened),
    }
}
