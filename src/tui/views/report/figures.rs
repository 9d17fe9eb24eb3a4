//! The table of figures in an open report: typed numbers, their ratio, how firm they are, and last period's.

use crate::app::entry::QUALITIES;
use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::report::{FigureRow, PARTS, Part, ReportForm};
use crate::domain::evaluation::scale_of;
use crate::domain::record::Quality;
use crate::text::number::format_number;
use crate::text::words::Word;

use super::super::Canvas;
use super::super::overlay::draw_editor;

/// Cells of the columns, from the left; the name has what is left.
const WIDTHS: [u16; 6] = [10, 9, 8, 11, 5, 8];
/// The same on a narrow screen. The day of a figure stands nowhere there: it is mostly today.
const NARROW: [u16; 6] = [8, 8, 6, 11, 0, 8];
const HEADS: [Word; 6] = [
    |w| w.col_numerator,
    |w| w.col_denominator,
    |w| w.col_ratio,
    |w| w.field_quality,
    |w| w.col_as_of,
    |w| w.col_before,
];
const NUMERATOR: usize = 0;
const DENOMINATOR: usize = 1;
const RATIO: usize = 2;
const QUALITY: usize = 3;
const DAY: usize = 4;
const BEFORE: usize = 5;
/// Below this width the table is narrow.
const NARROW_BELOW: u16 = 72;

/// Where the columns stand.
struct Table {
    name: Area,
    columns: [Option<Area>; 6],
}

impl Table {
    fn of(row: Area) -> Self {
        let widths = if row.w < NARROW_BELOW { NARROW } else { WIDTHS };
        let shown = widths.into_iter().enumerate().filter(|(_, width)| *width > 0);
        let used: u16 = shown.clone().map(|(_, width)| width + 1).sum();
        let name = row.left(row.w.saturating_sub(used));
        let mut x = name.x + name.w;
        let mut columns = [None; 6];
        for (at, width) in shown {
            columns[at] = Some(Area { x: x + 1, w: width, ..row });
            x += width + 1;
        }
        Self { name, columns }
    }
}

pub(super) fn draw(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) {
    let words = model.words();
    let head = Table::of(area.top(1));
    let number = PARTS.iter().position(|part| *part == Part::Figures).unwrap_or_default() + 1;
    let title = format!("{number}/{} {}", PARTS.len(), words.part_figures);
    let tone = if form.typing { Tone::Strong } else { Tone::Plain };
    canvas.tone((head.name.x + 1, area.y), head.name.w.saturating_sub(1), tone, &title);
    for (place, title) in head.columns.iter().zip(HEADS) {
        if let Some(place) = place {
            canvas.right((place.x, place.y), place.w, Tone::Dim, title(words));
        }
    }
    let list = draw_name(canvas, model, form, area.below(2));
    if form.figures.is_empty() {
        canvas.tone((list.x + 1, list.y), list.w.saturating_sub(1), Tone::Dim, words.no_figures_asked);
    }
    // The row that has the cursor stays in sight.
    let skip = (form.cell.0 + 1).saturating_sub(usize::from(list.h));
    for ((at, figure), y) in form.figures.iter().enumerate().skip(skip).zip(list.y..list.y + list.h) {
        let table = Table::of(Area { y, h: 1, ..list });
        if form.cell.0 == at {
            canvas.mark_row((list.x, y), list.w, !form.typing);
        }
        draw_row(canvas, model, (form, figure), &table, form.typing && form.cell.0 == at);
    }
}

/// The marked indicator in full, in the last row of a narrow table, where the names are too short to tell apart.
/// Answers what is left.
fn draw_name(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) -> Area {
    let marked = form.figures.get(form.cell.0).filter(|_| area.w < NARROW_BELOW && area.h > 1);
    let Some((_, target)) = marked.and_then(|figure| model.catalog.target(&figure.target)) else {
        return area;
    };
    let (list, last) = (area.top(area.h - 1), area.below(area.h - 1));
    canvas.tone((last.x + 1, last.y), last.w.saturating_sub(2), Tone::Dim, &target.indicator);
    list
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    (form, figure): (&ReportForm, &FigureRow),
    table: &Table,
    typing: bool,
) {
    let target = model.catalog.target(&figure.target).map(|(_, target)| target);
    let name = table.name.after(1);
    canvas.tone((name.x, name.y), name.w, Tone::Plain, target.map_or("", |target| target.short.as_str()));
    let mut put = |column: usize, tone, text: &str| {
        if let Some(place) = table.columns[column] {
            canvas.right((place.x, place.y), place.w, tone, text);
        }
    };
    put(BEFORE, Tone::Dim, &figure.before.map_or("—".to_owned(), format_number));
    if figure.none {
        put(QUALITY, Tone::Plain, model.words().no_figure_short);
    } else if !figure.is_empty() {
        put(RATIO, Tone::Strong, &ratio(figure, target.map_or(1.0, |target| scale_of(&target.unit))));
        put(QUALITY, Tone::Plain, quality(model, figure.quality));
        let day = model.figure_day(&form.key, figure);
        put(DAY, Tone::Dim, &day.map(|day| day.format("%d/%m").to_string()).unwrap_or_default());
    }
    for (cell, column) in [NUMERATOR, DENOMINATOR].into_iter().enumerate() {
        let editor = if cell == 0 { &figure.numerator } else { &figure.denominator };
        let Some(place) = table.columns[column] else { continue };
        if typing && form.cell.1 == cell {
            draw_editor(canvas, editor, place, true);
        } else {
            canvas.right((place.x, place.y), place.w, Tone::Plain, editor.text());
        }
    }
}

fn quality(model: &Model, quality: Quality) -> &'static str {
    let name = QUALITIES.iter().find(|(other, _)| *other == quality);
    name.map_or("", |(_, name)| name(model.words()))
}

/// The ratio of what is typed, in the target's unit.
fn ratio(figure: &FigureRow, scale: f64) -> String {
    let typed = figure.typed();
    match (typed.numerator, typed.denominator) {
        (Ok(Some(n)), Ok(Some(d))) if d > 0.0 => format_number(n / d * scale),
        (Err(()), _) | (_, Err(())) => "!".into(),
        _ => String::new(),
    }
}
