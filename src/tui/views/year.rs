//! View 8: a row for each obligation, a column for each month, and below them the load.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::year::{YearParts, month_in};
use crate::domain::year::{DayState, YearRow, day_state};

use super::Canvas;

/// Where the months stand at a width.
struct Columns {
    name: u16,
    cell: u16,
}

impl Columns {
    fn of(w: u16) -> Self {
        let cell = match w {
            0..76 => 3,
            76..110 => 4,
            _ => 6,
        };
        Self { name: w.saturating_sub(4 + 12 * cell), cell }
    }

    /// The column of the first digit of a month (1 to 12): day and sign end at the edge of its cell.
    fn of_month(&self, month: u32) -> u16 {
        let month = u16::try_from(month).unwrap_or(12);
        3 + self.name + month * self.cell - 3
    }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let (columns, parts) = (Columns::of(area.w), YearParts::of(area));
    summary(canvas, model, parts.head);
    months(canvas, model, parts.head.below(1), &columns);
    if model.year.list.rows().is_empty() {
        let text = format!("{} {}", model.lang.year_empty(model.shown_year()), model.words().year_empty_keys);
        canvas.paragraphs(parts.list.after(1), &[crate::app::line::Line::plain(text)]);
    }
    for ((selected, row), y) in model.year.list.visible().zip(parts.list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        draw_row(canvas, model, &columns, y, row, selected);
    }
    if model.year.list.more().1 {
        canvas.tone((1, parts.bars.y), 1, Tone::Dim, canvas.glyphs().more);
    }
    load(canvas, model, parts, &columns);
}

fn summary(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let found = &model.year.found;
    let text = model.lang.year_tally(found);
    let used = canvas.tone((1, area.y), area.w.saturating_sub(2), Tone::Plain, &text);
    if model.is_looking_elsewhere() {
        canvas.right((used + 2, area.y), area.w.saturating_sub(used + 3), Tone::Dim, words.back_to_own_hint);
    }
}

/// The numbers of the months; the current one stands in brackets.
fn months(canvas: &mut Canvas<'_>, model: &Model, area: Area, columns: &Columns) {
    canvas.tone((3, area.y), columns.name.saturating_sub(1), Tone::Dim, model.words().year_rows);
    let current = month_in(model.day(), model.shown_year());
    for month in 1..=12 {
        let x = columns.of_month(month);
        if current == Some(month) {
            canvas.tone((x.saturating_sub(1), area.y), 4, Tone::Strong, &format!("[{month:>2}]"));
        } else {
            canvas.tone((x, area.y), 2, Tone::Dim, &format!("{month:>2}"));
        }
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    columns: &Columns,
    y: u16,
    row: &YearRow,
    selected: bool,
) {
    let worst = row.items.iter().map(day_state).min().unwrap_or(DayState::Open);
    let (sign, tone) = look(worst);
    canvas.tone((1, y), 1, tone, sign);
    let name = if row.is_preview() { Tone::Dim } else { Tone::Plain };
    canvas.tone((3, y), columns.name.saturating_sub(1), name, &model.year_row_name(row, columns.name >= 40));
    let chosen = model.year.selected().filter(|_| selected && row.items.len() > 1);
    for month in 1..=12 {
        let of_month = chosen.filter(|item| row.in_month(month).any(|(_, other)| std::ptr::eq(other, *item)));
        let Some(item) = of_month.or_else(|| row.pressing_in(month)) else { continue };
        let (sign, tone) = look(day_state(item));
        let x = columns.of_month(month);
        canvas.tone((x, y), 3, tone, &format!("{}{sign}", model.year_day(item)));
        if of_month.is_some() {
            canvas.mark((x.saturating_sub(1), y), true);
        }
    }
}

fn look(state: DayState) -> (&'static str, Tone) {
    match state {
        DayState::Overdue => ("!", Tone::Bad),
        DayState::Soon => ("~", Tone::Warn),
        DayState::Open => (" ", Tone::Plain),
        DayState::Preview => ("d", Tone::Dim),
        DayState::Done => ("+", Tone::Good),
    }
}

/// A bar for each month, as high as its share of the fullest one; drafts are drawn lighter, on top.
fn load(canvas: &mut Canvas<'_>, model: &Model, parts: YearParts, columns: &Columns) {
    let most = model.year.found.peak().map_or(1, |(most, _)| most);
    let height = usize::from(parts.bars.h);
    let glyphs = canvas.glyphs();
    let words = model.words();
    let room = columns.name.saturating_sub(1);
    canvas.tone((3, parts.numbers.y), room, Tone::Dim, words.year_load);
    // What the signs of the days mean, beside the feet of the bars.
    let top = parts.numbers.y.saturating_sub(2);
    for (text, y) in [words.year_signs_owed, words.year_signs_open].into_iter().zip(top..) {
        canvas.tone((3, y), room, Tone::Dim, text);
    }
    for (month, load) in (1..).zip(model.year.found.load) {
        let x = columns.of_month(month);
        for (rank, y) in (0..height).rev().zip(parts.bars.y..) {
            let reaches = |count: usize| count * height > rank * most;
            if reaches(load.binding) {
                canvas.tone((x, y), 2, Tone::Plain, &glyphs.full.repeat(2));
            } else if reaches(load.total()) {
                canvas.tone((x, y), 2, Tone::Dim, &glyphs.empty.repeat(2));
            }
        }
        if load.total() > 0 {
            canvas.right((x, parts.numbers.y), 2, Tone::Strong, &load.total().to_string());
        }
    }
}
