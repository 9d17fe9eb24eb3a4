//! View 1.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::agenda::AgendaRow;
use crate::domain::agenda::{AgendaGroup, AgendaItem, AgendaKind, ItemStatus, Pending};
use crate::text::width::width;

use super::Canvas;

const DUE: u16 = 12;
const LEFT: u16 = 14;
const STATUS: u16 = 13;

/// First column of the work, and its cells.
fn work(area: Area) -> (u16, u16) {
    let x = 3 + DUE + 1 + LEFT + 1;
    (x, area.w.saturating_sub(x + status_column(area) + plan_column(area)))
}

/// Cells of the column with the status; on narrow terminals the sign and the heading say it.
fn status_column(area: Area) -> u16 {
    if area.w >= 72 { STATUS + 1 } else { 0 }
}

/// Cells of the column with plan and clause; only wide terminals have it.
fn plan_column(area: Area) -> u16 {
    if area.w >= 110 { 28 } else { 0 }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    filter_line(canvas, model, area);
    headings(canvas, model, area);
    let list = area.below(2);
    if model.agenda.list.rows().is_empty() {
        canvas.tone((1, list.y), list.w.saturating_sub(2), Tone::Plain, model.words().agenda_empty);
        return;
    }
    for ((selected, row), y) in model.agenda.list.visible().zip(list.y..) {
        match row {
            AgendaRow::Heading { group, count, cut } => {
                let more = if *cut { "+" } else { "" };
                heading(canvas, model, y, *group, &format!("{count}{more}"));
            }
            AgendaRow::Item { item, .. } => {
                if selected {
                    canvas.mark_row((0, y), area.w, true);
                }
                if let Some(item) = item {
                    draw_item(canvas, model, list, y, item);
                }
            }
        }
    }
}

fn filter_line(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let mut parts = vec![model.lang.window(model.day(), model.agenda.horizon, model.agenda.shift)];
    if model.agenda.only_dated {
        parts.push(words.only_dated.into());
    }
    parts.push(model.lang.agenda_tally(model.agenda.tally()));
    let used = canvas.tone((1, area.y), area.w.saturating_sub(2), Tone::Plain, &parts.join(" · "));
    let hint = match (&model.my_agency, model.is_looking_elsewhere()) {
        (_, true) => words.back_to_own_hint,
        (None, false) => words.choose_agency_hint,
        (Some(_), false) => "",
    };
    let room = area.w.saturating_sub(used + 3);
    // Half a hint says nothing.
    if width(hint) <= usize::from(room) {
        canvas.right((used + 2, area.y), room, Tone::Dim, hint);
    }
}

fn headings(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let y = area.y + 1;
    let (x, room) = work(area);
    canvas.tone((3, y), DUE, Tone::Dim, words.col_due);
    canvas.tone((3 + DUE + 1, y), LEFT, Tone::Dim, words.col_left);
    canvas.tone((x, y), room, Tone::Dim, words.col_work);
    if plan_column(area) > 0 {
        canvas.tone((x + room + 1, y), plan_column(area) - 1, Tone::Dim, words.col_plan);
    }
    if status_column(area) > 0 {
        canvas.tone((area.w.saturating_sub(STATUS), y), STATUS, Tone::Dim, words.col_status);
    }
}

fn heading(canvas: &mut Canvas<'_>, model: &Model, y: u16, group: AgendaGroup, count: &str) {
    let words = model.words();
    let name = match group {
        AgendaGroup::Overdue => words.group_overdue,
        AgendaGroup::Soon => words.group_soon,
        AgendaGroup::Later => words.group_later,
        AgendaGroup::Question => words.group_question,
        AgendaGroup::NoDate => words.group_no_date,
        AgendaGroup::Preview => words.group_preview,
    };
    let rule = canvas.glyphs().rule.repeat(2);
    canvas.tone((1, y), model.size.w.saturating_sub(1), Tone::Strong, &format!("{rule} {name} ({count})"));
}

fn draw_item(canvas: &mut Canvas<'_>, model: &Model, area: Area, y: u16, item: &AgendaItem) {
    let (sign, tone) = sign(item);
    canvas.tone((1, y), 1, tone, sign);
    canvas.tone((3, y), DUE, Tone::Plain, &day_column(model, item));
    // Where there is no column for it, what lies with somebody else is worth more than the days that are left.
    let with_others = status_column(area) == 0 && lies_elsewhere(item);
    let left = if with_others { status(model, item) } else { left_column(model, item) };
    canvas.tone((3 + DUE + 1, y), LEFT, tone, &left);
    let (x, room) = work(area);
    let taken = item.inherited_from.is_some() && !item.status.is_question();
    let sign = if taken { format!("{} ", canvas.glyphs().inherited) } else { String::new() };
    let title = format!("{sign}{}", model.agenda_title(item));
    canvas.tone((x, y), room, Tone::Plain, &title);
    if plan_column(area) > 0
        && let Some(plan) = model.catalog.plan(&item.plan)
    {
        let place = model.place(plan, &item.clause);
        canvas.tone((x + room + 1, y), plan_column(area) - 2, Tone::Dim, &place);
    }
    if status_column(area) > 0 {
        canvas.tone((area.w.saturating_sub(STATUS), y), STATUS, tone, &status(model, item));
    }
}

/// Whether a report waits for its approver, for the desk, or to be mended.
fn lies_elsewhere(item: &AgendaItem) -> bool {
    item.pending != Pending::default()
        || matches!(item.status, ItemStatus::AwaitingApproval | ItemStatus::Returned)
}

fn sign(item: &AgendaItem) -> (&'static str, Tone) {
    match (item.group, item.status) {
        (_, ItemStatus::Sent { .. } | ItemStatus::Done) => ("+", Tone::Good),
        (AgendaGroup::Overdue, _) => ("!", Tone::Bad),
        (AgendaGroup::Soon, _) => ("~", Tone::Warn),
        (AgendaGroup::NoDate | AgendaGroup::Question, _) => ("?", Tone::Plain),
        (AgendaGroup::Preview, _) => (" ", Tone::Dim),
        (AgendaGroup::Later, _) => (" ", Tone::Plain),
    }
}

fn day_column(model: &Model, item: &AgendaItem) -> String {
    if let Some(due) = item.due {
        return model.lang.day_short(due.due_last);
    }
    if let Some(day) = item.internal_day {
        return model.lang.internal_short(day);
    }
    let rule = model.catalog.rule_of(&item.kind.duty());
    rule.map(|rule| model.lang.rule_short(&rule)).unwrap_or_default()
}

fn left_column(model: &Model, item: &AgendaItem) -> String {
    // The day of the report is past for the one who asks, not for the one who answers.
    if let Some(days) = model.waiting_days(item) {
        return model.lang.waiting_short(days);
    }
    // A granted day holds; a day of one's own stands where the plan names none.
    if let Some(day) = item.extended_to.or(item.internal_day.filter(|_| item.due.is_none()))
        && !matches!(item.status, ItemStatus::Sent { .. } | ItemStatus::Done | ItemStatus::Preview)
    {
        return model.left_short(day);
    }
    match (item.due, item.silent_days) {
        (Some(_), _) if matches!(item.status, ItemStatus::Sent { .. }) => String::new(),
        // Nobody is late while it is open whose it is.
        (Some(due), _) if item.status.is_question() && due.due_last < model.day() => String::new(),
        // The day of a draft binds nobody, so it cannot be missed.
        (Some(due), _) if item.status == ItemStatus::Preview && due.due_last < model.day() => String::new(),
        (Some(due), _) => model.left_short(due.due_last),
        // Only the heading of what has no day says that these are days without news.
        (None, Some(_)) if item.group == AgendaGroup::Question => String::new(),
        (None, Some(days)) => model.lang.silent(days),
        (None, None) => String::new(),
    }
}

/// Whether typed text waits for this report or this task.
fn has_draft(model: &Model, item: &AgendaItem) -> bool {
    match (item.kind.report(), &item.kind) {
        (Some(key), _) => model.has_report_draft(&key),
        (None, AgendaKind::Task { task }) => model.has_task_draft(task),
        (None, _) => false,
    }
}

fn status(model: &Model, item: &AgendaItem) -> String {
    let words = model.words();
    if let Some(pending) = model.lang.pending_short(item.pending) {
        return pending;
    }
    let text = match item.status {
        ItemStatus::NotOpened | ItemStatus::NoDay if has_draft(model, item) => words.status_drafting,
        ItemStatus::NotOpened | ItemStatus::InProgress if item.group == AgendaGroup::Overdue => {
            words.status_overdue
        }
        ItemStatus::NotOpened => words.status_not_opened,
        ItemStatus::Drafting => words.status_drafting,
        ItemStatus::AwaitingApproval => words.status_awaiting_approval,
        ItemStatus::Returned => words.status_returned,
        ItemStatus::Sent { late_days: Some(_) } => words.status_sent_late,
        ItemStatus::Sent { late_days: None } => words.status_sent,
        ItemStatus::InProgress => words.status_in_progress,
        ItemStatus::Extended => {
            let day = item.extended_to.map(|day| format!(" {}", day.format("%d/%m"))).unwrap_or_default();
            return format!("{}{day}", words.status_extended);
        }
        ItemStatus::ExtensionAsked => words.status_extension_asked,
        ItemStatus::Done => words.status_done,
        ItemStatus::Suspended => words.status_suspended,
        ItemStatus::Waiting(_) => words.status_waiting,
        ItemStatus::Continuous => words.status_continuous,
        ItemStatus::NoDay => words.status_no_day,
        ItemStatus::Preview => words.status_preview,
        ItemStatus::HeirUnknown => words.status_heir_unknown,
        ItemStatus::AwaitingDecision => words.status_awaiting_short,
    };
    text.to_owned()
}
