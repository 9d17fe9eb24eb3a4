//! View 9: a line for what is counted and for each agency, a column for each number.

use crate::app::layout::Area;
use crate::app::line::{Line, Tone};
use crate::app::model::Model;
use crate::app::screens::statistics::{NARROW_BELOW, RowKey, StatisticsRow};
use crate::domain::statistics::Figure;
use crate::text::width::width;

use super::Canvas;

/// Where the numbers stand at a width.
struct Columns {
    name: u16,
    number: u16,
}

impl Columns {
    fn of(w: u16) -> Self {
        let number = match w {
            0..NARROW_BELOW => 4,
            NARROW_BELOW..110 => 5,
            _ => 7,
        };
        let count = u16::try_from(Figure::ALL.len()).unwrap_or(10);
        Self { name: w.saturating_sub(4 + count * number), number }
    }

    /// First column of a number.
    fn at(&self, place: usize) -> u16 {
        3 + self.name + u16::try_from(place).unwrap_or(0) * self.number
    }
}

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let columns = Columns::of(area.w);
    about(canvas, model, area);
    headings(canvas, model, area.below(1), &columns);
    let list = area.below(3);
    for ((selected, row), y) in model.statistics.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        draw_row(canvas, model, &columns, y, row, selected);
    }
    if model.statistics.entries.is_empty() {
        let used = u16::try_from(model.statistics.list.rows().len()).unwrap_or(0) + 1;
        let text = Line::of(Tone::Plain, model.words().statistics_empty);
        canvas.paragraphs(list.below(used).after(3).left(list.w.saturating_sub(4)), &[text]);
    }
}

/// What is counted, and the name of the number that Enter opens.
fn about(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let used = canvas.tone((1, area.y), area.w.saturating_sub(2), Tone::Plain, &model.statistics_about());
    let figure = model.lang.figure_name(model.statistics.named);
    let room = area.w.saturating_sub(used + 4);
    let long = format!("{} {figure}", model.words().statistics_opens);
    let text = if width(&long) <= usize::from(room) { &long } else { figure };
    canvas.right((used + 3, area.y), room, Tone::Dim, text);
}

/// Two lines of short names over the numbers.
fn headings(canvas: &mut Canvas<'_>, model: &Model, area: Area, columns: &Columns) {
    for (place, figure) in Figure::ALL.into_iter().enumerate() {
        let (above, below) = model.lang.figure_heading(figure, model.size.w < NARROW_BELOW);
        for (text, y) in [(above, area.y), (below, area.y + 1)] {
            canvas.right((columns.at(place), y), columns.number, Tone::Dim, text);
        }
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    columns: &Columns,
    y: u16,
    row: &StatisticsRow,
    selected: bool,
) {
    let (indent, tone) = match row.key {
        RowKey::Sum(_) => (0, Tone::Strong),
        RowKey::Of(..) => (1, Tone::Plain),
    };
    let (name, province) = model.statistics_row_name(&row.key);
    canvas.with_tail((3 + indent, y), columns.name.saturating_sub(indent), tone, &name, &province);
    for (place, figure) in Figure::ALL.into_iter().enumerate() {
        let number = row.tally.get(figure);
        let tone = match figure {
            _ if number == 0 => Tone::Dim,
            Figure::Overdue => Tone::Bad,
            Figure::Late => Tone::Warn,
            Figure::OnTime => Tone::Good,
            _ => tone,
        };
        let text = number.to_string();
        canvas.right((columns.at(place), y), columns.number, tone, &text);
        if selected && place == model.statistics.column {
            let cells = u16::try_from(width(&text)).unwrap_or(1) + 1;
            canvas.mark(((columns.at(place) + columns.number).saturating_sub(cells), y), true);
        }
    }
}
