//! View 8, second page: the table of holidays.

use crate::app::layout::Area;
use crate::app::line::Tone;
use crate::app::model::Model;
use crate::app::screens::holidays::HolidayRow;
use crate::domain::calendar::DayStatus;

use super::Canvas;

const DAY: u16 = 13;
const KIND: u16 = 9;
const STATUS: u16 = 12;

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let year = model.shown_year();
    let (published, proposed) = (model.calendar.is_published(year), model.proposed_days(year));
    let text = model.lang.calendar_state(year, published, proposed);
    let tone = if published && proposed == 0 { Tone::Plain } else { Tone::Warn };
    canvas.tone((1, area.y), area.w.saturating_sub(2), tone, &text);
    let heads = [(3, words.col_day), (3 + DAY, words.col_kind), (3 + DAY + KIND, words.col_status)];
    for (x, head) in heads {
        canvas.tone((x, area.y + 1), area.w.saturating_sub(x), Tone::Dim, head);
    }
    let name = 3 + DAY + KIND + STATUS;
    canvas.tone((name, area.y + 1), area.w.saturating_sub(name), Tone::Dim, words.field_day_name);
    let list = area.below(2);
    if model.holidays.list.rows().is_empty() {
        canvas.tone((1, list.y), list.w.saturating_sub(2), Tone::Plain, words.no_holidays);
    }
    for ((selected, HolidayRow(entry)), y) in model.holidays.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        let (sign, tone) = match entry.status {
            DayStatus::Proposed => ("?", Tone::Warn),
            DayStatus::Law | DayStatus::Approved => (" ", Tone::Plain),
        };
        canvas.tone((1, y), 1, tone, sign);
        canvas.tone((3, y), DAY - 1, Tone::Plain, &model.lang.day_short(entry.date));
        canvas.tone((3 + DAY, y), KIND - 1, Tone::Plain, model.lang.day_kind(entry.kind));
        canvas.tone((3 + DAY + KIND, y), STATUS - 1, tone, model.lang.day_status(entry.status));
        canvas.tone((name, y), list.w.saturating_sub(name + 1), Tone::Plain, &entry.name);
    }
}
