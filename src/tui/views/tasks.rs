//! View 2.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::tasks::{OwnerRow, Pane, TaskRow, panes};
use crate::domain::ending::ending;
use crate::domain::heirs::Ground;
use crate::domain::holdings::{HeldTask, Owner};
use crate::domain::record::WorkState;
use crate::domain::summary::AgencyCounts;
use crate::domain::task::Role;
use crate::text::date::format_date;
use crate::text::width::width;

use super::{Canvas, title_tone};

/// Cells of the three columns of numbers, where no number has more than two digits.
const COUNTS: u16 = 10;
const CLAUSE: u16 = 10;
const TIME: u16 = 10;

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let (left, right) = panes(area);
    canvas.rule_from(0, area.y + 1, area.w);
    canvas.divider(left.w, area);
    draw_owners(canvas, model, left);
    draw_tasks(canvas, model, right);
}

/// The columns of numbers, each with its first cell and its cells: the longest number that is known, and a blank.
fn columns(model: &Model, area: Area) -> [(u16, u16); 3] {
    let cells = |of: fn(&AgencyCounts) -> usize| {
        let digits = model.counts.values().map(of).max().and_then(usize::checked_ilog10).unwrap_or(0) + 1;
        u16::try_from(digits + 1).unwrap_or(3).max(3)
    };
    let cells = [cells(|c| c.lead), cells(|c| c.coordinating), cells(|c| c.overdue)];
    let mut x = area.w.saturating_sub(COUNTS.max(cells.iter().sum()));
    cells.map(|cells| {
        let first = x;
        x += cells;
        (first, cells)
    })
}

fn draw_owners(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let focused = model.tasks.pane == Pane::Left;
    let columns = columns(model, area);
    canvas.tone((1, area.y), columns[0].0.saturating_sub(1), title_tone(focused), words.col_agency);
    let names = [words.col_lead, words.col_coordinating, words.col_overdue];
    for (name, (x, cells)) in names.into_iter().zip(columns) {
        canvas.right((x, area.y), cells, Tone::Dim, name);
    }
    let list = area.below(2);
    for ((selected, row), y) in model.tasks.owners.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, focused);
        }
        draw_owner(canvas, model, list, columns, y, row);
    }
}

fn draw_owner(
    canvas: &mut Canvas<'_>,
    model: &Model,
    area: Area,
    columns: [(u16, u16); 3],
    y: u16,
    row: &OwnerRow,
) {
    let words = model.words();
    let glyphs = canvas.glyphs();
    match &row.owner {
        Owner::Nobody => {
            canvas.tone((1, y), area.w - 1, Tone::Warn, words.no_owner_row);
        }
        Owner::Province(province) => {
            let sign = if row.folded { glyphs.folded } else { glyphs.open };
            let name = province.as_deref().unwrap_or(words.central);
            canvas.tone((1, y), area.w - 1, Tone::Strong, &format!("{sign} {name}"));
        }
        Owner::Agency(id) => {
            let room = columns[0].0.saturating_sub(3);
            let gone = model.catalog.agency(id).is_some_and(|agency| !agency.exists_on(model.day()));
            let (sign, tone) = if gone { ("x", Tone::Dim) } else { (" ", Tone::Plain) };
            canvas.tone((1, y), 1, tone, sign);
            canvas.tone((3, y), room, tone, model.catalog.short_name(id));
            // They are counted when the keys pause.
            let Some(counts) = model.counts.get(id) else { return };
            let late = if counts.overdue > 0 { Tone::Bad } else { Tone::Plain };
            let numbers =
                [(counts.lead, Tone::Plain), (counts.coordinating, Tone::Plain), (counts.overdue, late)];
            for ((number, tone), (x, cells)) in numbers.into_iter().zip(columns) {
                canvas.right((x, y), cells, tone, &number.to_string());
            }
        }
    }
}

fn draw_tasks(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let focused = model.tasks.pane == Pane::Right;
    let owner = model.tasks.tasks.owner();
    draw_title(canvas, model, area, focused, owner);
    let list = area.below(2);
    if model.tasks.tasks.is_empty() {
        let text = if model.tasks.only_open { words.no_tasks_open } else { words.no_tasks };
        canvas.tone((list.x + 1, list.y), list.w.saturating_sub(1), Tone::Plain, text);
    }
    for ((selected, row), y) in model.tasks.tasks.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((list.x, y), list.w, focused);
        }
        match row {
            TaskRow::Plan(plan, count) => {
                let plan = model.catalog.plan(plan);
                let name = plan.map_or("", |plan| plan.short.as_str());
                let state = plan.map_or("", |plan| model.lang.document_state(plan.state));
                let rule = canvas.glyphs().rule.repeat(2);
                let text = format!("{rule} {name}, {state} ({count})");
                canvas.tone((list.x + 1, y), list.w.saturating_sub(1), Tone::Strong, &text);
            }
            TaskRow::Task(_, Some(held)) => draw_task(canvas, model, list, y, held),
            TaskRow::Task(_, None) => {}
        }
    }
}

/// Whose tasks they are; of an agency that has ended, how and when, which is not cut for the sake of its name.
fn draw_title(canvas: &mut Canvas<'_>, model: &Model, area: Area, focused: bool, owner: Option<&Owner>) {
    let words = model.words();
    let name = match owner {
        Some(Owner::Agency(id)) => model.catalog.short_name(id),
        Some(Owner::Province(province)) => province.as_deref().unwrap_or(words.central),
        Some(Owner::Nobody) => words.no_owner_row,
        None => "",
    };
    let agency = match owner {
        Some(Owner::Agency(id)) => model.catalog.agency(id),
        _ => None,
    };
    let ended = agency.and_then(|agency| Some((agency, agency.valid_to.filter(|day| *day < model.day())?)));
    let ended = ended.map(|(agency, day)| {
        format!(" ({} {})", model.lang.ending(ending(&model.catalog, agency)), format_date(day))
    });
    let ended = ended.unwrap_or_default();
    let filter = if model.tasks.only_open { format!(" ({})", words.key_only_open) } else { String::new() };
    let room = area.w.saturating_sub(2);
    let kept = room.saturating_sub(u16::try_from(width(&ended)).unwrap_or(room));
    let named = format!(" · {name}");
    let fits = ended.is_empty() || width(words.col_tasks) + width(&named) <= usize::from(kept);
    let (x, tone) = (area.x + 1, title_tone(focused));
    // The name is not drawn anew whenever the keys change the pane, unless it stands alone.
    let (used, name, tone) = match fits {
        true => (canvas.tone((x, area.y), room, tone, words.col_tasks), named.as_str(), Tone::Plain),
        false => (0, name, tone),
    };
    let used = used + canvas.with_tail((x + used, area.y), room - used, tone, name, &ended);
    canvas.tone((x + used, area.y), room - used, Tone::Plain, &filter);
}

fn draw_task(canvas: &mut Canvas<'_>, model: &Model, area: Area, y: u16, row: &HeldTask) {
    let HeldTask { task, held, state } = row;
    let (sign, tone) = match state {
        Some(WorkState::Done) => ("+", Tone::Good),
        Some(WorkState::InProgress) => ("~", Tone::Plain),
        Some(WorkState::Suspended) => ("-", Tone::Warn),
        Some(WorkState::NotStarted) | None => ("·", Tone::Dim),
    };
    let sign = if canvas.looks.ascii && sign == "·" { "." } else { sign };
    let (sign, tone) = if model.has_task_draft(&task.id) { ("*", Tone::Warn) } else { (sign, tone) };
    let x = area.x + 1;
    canvas.tone((x, y), CLAUSE - 1, Tone::Dim, &task.clause);
    let room = area.w.saturating_sub(CLAUSE + TIME + 4);
    let title = match held {
        Some((role, hold)) => format!("{}{}", mark(canvas, model, *role, &hold.ground), task.title),
        None => task.title.clone(),
    };
    canvas.tone((x + CLAUSE, y), room, Tone::Plain, &title);
    let time = model.lang.rule_short(&task.schedule.rule);
    canvas.tone((x + CLAUSE + room + 1, y), TIME, Tone::Dim, &time);
    canvas.tone((area.x + area.w - 1, y), 1, tone, sign);
}

/// What stands before the title: where the task came from or went, that this is open, a lesser role.
fn mark(canvas: &Canvas<'_>, model: &Model, role: Role, ground: &Ground) -> String {
    let glyphs = canvas.glyphs();
    let passing = match ground {
        Ground::Own => String::new(),
        Ground::Inherited { .. } => format!("{} ", glyphs.inherited),
        Ground::Candidate { .. } | Ground::Undecided => "? ".to_owned(),
        Ground::Passed { to } => {
            let names: Vec<_> = to.iter().map(|id| model.name_here(id)).collect();
            let names = if to.is_empty() { model.words().duty_stopped.to_owned() } else { names.join("; ") };
            format!("{} {names} · ", glyphs.passed)
        }
    };
    let lesser = if role == Role::Coordinating { model.words().col_coordinating } else { "" };
    if lesser.is_empty() { passing } else { format!("{passing}({lesser}) ") }
}
