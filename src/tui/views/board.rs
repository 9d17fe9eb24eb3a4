//! View 5: what is looked at and how far it is, then a line for each agency.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::board::HEAD_ROWS;
use crate::domain::board::{Board, BoardRow, BoardState};
use crate::text::width::width;

use super::Canvas;

const BOX: u16 = 4;
const STATE: u16 = 14;
const TOUCHED: u16 = 11;
const ASKED: u16 = 5;
const PAST: u16 = 8;

/// Where the columns stand at a width.
struct Columns {
    name: u16,
    state: u16,
    /// What narrow screens leave out.
    touched: Option<u16>,
    asked: u16,
    contact: Option<(u16, u16)>,
    past: u16,
}

impl Columns {
    fn of(w: u16) -> Self {
        let past = w.saturating_sub(PAST);
        let contact = match w {
            0..76 => None,
            76..110 => Some(10),
            _ => Some(30),
        };
        let before = past.saturating_sub(contact.map_or(0, |cells| cells + 1));
        let asked = before.saturating_sub(ASKED + 1);
        let touched = (w >= 76).then(|| asked.saturating_sub(TOUCHED + 1));
        Self {
            name: 2 + BOX,
            state: touched.unwrap_or(asked).saturating_sub(STATE + 1),
            touched,
            asked,
            contact: contact.map(|cells| (before, cells)),
            past,
        }
    }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let list = area.below(HEAD_ROWS);
    let Some(board) = &model.board.found else {
        canvas.tone((1, area.y), area.w.saturating_sub(2), Tone::Plain, words.board_empty);
        return;
    };
    head(canvas, model, area, board);
    let columns = Columns::of(area.w);
    heads(canvas, model, area.y + HEAD_ROWS - 1, &columns);
    if model.board.list.rows().is_empty() {
        let text = match () {
            () if board.rows.is_empty() => words.board_nobody,
            () => words.board_all_sent,
        };
        canvas.tone((1, list.y), list.w.saturating_sub(2), Tone::Plain, text);
    }
    for ((selected, row), y) in model.board.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        draw_row(canvas, model, &columns, y, row, board.preview);
    }
}

/// What is looked at with its day; who is counted; how far it is.
fn head(canvas: &mut Canvas<'_>, model: &Model, area: Area, board: &Board) {
    let room = area.w.saturating_sub(2);
    let day = model.board_day(board);
    let day = if board.preview { format!("{} · {day}", model.words().preview) } else { day };
    let kept = u16::try_from(width(&day)).unwrap_or(room).min(room);
    canvas.tone((1, area.y), room.saturating_sub(kept + 2), Tone::Strong, &model.board_name(board));
    let late = board.due.is_some_and(|due| due.due_last < model.day()) && !board.preview && board.owing() > 0;
    canvas.right((1, area.y), room, if late { Tone::Bad } else { Tone::Plain }, &day);
    canvas.tone((1, area.y + 1), room, Tone::Plain, &model.board_denominator(board));
    progress(canvas, model, area.below(2), board);
}

/// How many have sent, with a bar and a percentage where there is room, and how far the others are.
fn progress(canvas: &mut Canvas<'_>, model: &Model, area: Area, board: &Board) {
    let (total, room) = (board.total(), area.w.saturating_sub(2));
    let (sent, tally) = (total - board.owing(), model.board_tally(board));
    let share = model.lang.board_share(sent, total);
    let fits = |text: &str, cells: u16| {
        u16::try_from(width(text) + width(&tally)).is_ok_and(|used| used + 3 + cells <= room)
    };
    let cells = if area.w >= 110 { 30 } else { 10 };
    let bar_fits = total > 0 && fits(&share, cells + 1);
    let share = if fits(&share, 0) { share } else { model.lang.board_sent(sent, total) };
    let mut x = 1 + canvas.tone((1, area.y), room, Tone::Plain, &share) + 1;
    if bar_fits {
        x += bar(canvas, (x, area.y), cells, sent, total) + 1;
    }
    canvas.tone((x, area.y), area.w.saturating_sub(x + 1), Tone::Plain, &format!("· {tally}"));
}

fn bar(canvas: &mut Canvas<'_>, (x, y): (u16, u16), cells: u16, sent: usize, total: usize) -> u16 {
    let glyphs = canvas.glyphs();
    let full = u16::try_from(sent * usize::from(cells) / total.max(1)).unwrap_or(cells).min(cells);
    match canvas.looks.filled(Tone::Good) {
        Some(style) => canvas.text((x, y), full, &" ".repeat(usize::from(full)), style),
        None => canvas.tone((x, y), full, Tone::Plain, &glyphs.full.repeat(usize::from(full))),
    };
    let left = cells - full;
    canvas.tone((x + full, y), left, Tone::Dim, &glyphs.empty.repeat(usize::from(left)));
    cells
}

fn heads(canvas: &mut Canvas<'_>, model: &Model, y: u16, columns: &Columns) {
    let words = model.words();
    let (name, tone) = match (model.board.selected.len(), model.board.only_owing) {
        (0, false) => (words.col_agency.to_owned(), Tone::Dim),
        (0, true) => (format!("{} ({})", words.col_agency, words.key_only_unsent), Tone::Dim),
        (count, _) => (model.lang.board_selected(count), Tone::Strong),
    };
    canvas.tone((columns.name, y), columns.state.saturating_sub(columns.name + 1), tone, &name);
    canvas.tone((columns.state, y), STATE, Tone::Dim, words.col_status);
    if let Some(x) = columns.touched {
        canvas.tone((x, y), TOUCHED, Tone::Dim, words.col_touched);
    }
    canvas.tone((columns.asked, y), ASKED, Tone::Dim, words.col_reminded);
    if let Some((x, cells)) = columns.contact {
        canvas.tone((x, y), cells, Tone::Dim, words.col_contact);
    }
    canvas.tone((columns.past, y), PAST, Tone::Dim, words.col_past);
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    columns: &Columns,
    y: u16,
    row: &BoardRow,
    preview: bool,
) {
    let none = canvas.glyphs().none;
    let tone = tone_of(row, preview);
    if row.state.is_owed() && !preview {
        let mark = if model.board.selected.contains(&row.agency) { "[x]" } else { "[ ]" };
        canvas.tone((2, y), BOX, Tone::Plain, mark);
    }
    let inherited = row.inherited_from.as_ref().map(|_| format!("{} ", canvas.glyphs().inherited));
    let name = format!("{}{}", inherited.unwrap_or_default(), model.catalog.short_name(&row.agency));
    canvas.tone((columns.name, y), columns.state.saturating_sub(columns.name + 1), Tone::Plain, &name);
    canvas.tone((columns.state, y), STATE, tone, &model.lang.board_state(row));
    if let Some(x) = columns.touched {
        let touched = row.touched.as_ref().map(|(at, _)| at.format("%d/%m %H:%M").to_string());
        canvas.tone((x, y), TOUCHED, Tone::Plain, touched.as_deref().unwrap_or(none));
    }
    canvas.tone((columns.asked, y), ASKED, Tone::Plain, &row.reminders.to_string());
    if let Some((x, cells)) = columns.contact {
        let card = model.catalog.settled().contact(&row.agency);
        let known = card.map_or(none, |card| if card.person.is_empty() { &card.phone } else { &card.person });
        canvas.tone((x, y), cells, Tone::Plain, known);
    }
    canvas.tone((columns.past, y), PAST, Tone::Plain, &model.lang.punctual_past(row.past));
}

fn tone_of(row: &BoardRow, preview: bool) -> Tone {
    let late = row.late_days.is_some();
    match row.state {
        _ if preview => Tone::Dim,
        BoardState::Received | BoardState::Sent if late => Tone::Warn,
        BoardState::Received | BoardState::Sent => Tone::Good,
        BoardState::Returned => Tone::Bad,
        BoardState::Waived => Tone::Dim,
        _ if late => Tone::Bad,
        BoardState::Extended => Tone::Warn,
        BoardState::NotOpened | BoardState::Drafting | BoardState::AwaitingApproval => Tone::Plain,
    }
}
