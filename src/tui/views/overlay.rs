//! Sheets, choosers, forms and questions, on top of a screen.

use crate::app::chooser::{Chooser, Purpose};
use crate::app::editor::Editor;
use crate::app::form::{Field, Form, Input};
use crate::app::layout::{Area, FORM_LABEL, choice_columns, chooser_list, form_width, overlay, sheet_area};
use crate::app::line::{Line, Tone, wrap};
use crate::app::model::Model;
use crate::app::overlay::{Overlay, Question, Sheet};

use crate::text::width::width;
use crate::text::words::{Word, Words};

use super::Canvas;

/// Draws the uppermost overlay; those below it are hidden by it or do not matter.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model) {
    match model.overlays.last() {
        Some(Overlay::Sheet(sheet)) => draw_sheet(canvas, model, sheet),
        Some(Overlay::Chooser(chooser)) => draw_chooser(canvas, model, chooser),
        Some(Overlay::Form(form)) => draw_form(canvas, model, form),
        Some(Overlay::Question(question)) => draw_question(canvas, model, question),
        None => {}
    }
}

/// Blanks an area, draws its rules and hides the cursor of what lies below.
fn open(canvas: &mut Canvas<'_>, area: Area, title: &str) -> Area {
    canvas.cursor = None;
    canvas.blank(area);
    canvas.titled_rule(area.y, title);
    canvas.rule((area.y + area.h).saturating_sub(1));
    let inner = area.below(1);
    inner.top(inner.h.saturating_sub(1))
}

fn draw_sheet(canvas: &mut Canvas<'_>, model: &Model, sheet: &Sheet) {
    open(canvas, overlay(model.size, model.size.h), &sheet.title);
    let area = sheet_area(model.size);
    let text = area.after(1).left(area.w.saturating_sub(2));
    let rows = sheet.rows(area.w.saturating_sub(2));
    for (row, y) in rows.iter().skip(sheet.top).zip(text.y..text.y + text.h) {
        canvas.line((text.x, y), text.w, row);
    }
    if sheet.top + usize::from(text.h) < rows.len() {
        let more = canvas.glyphs().more;
        canvas.right((0, area.y + area.h), area.w.saturating_sub(2), Tone::Strong, &format!(" {more} "));
    }
}

fn draw_chooser(canvas: &mut Canvas<'_>, model: &Model, chooser: &Chooser) {
    let words = model.words();
    let inner = open(canvas, overlay(model.size, model.size.h), &chooser.title);
    let line = Area { x: 3, y: inner.y, w: inner.w.saturating_sub(4), h: 1 };
    canvas.tone((1, inner.y), 1, Tone::Strong, "/");
    draw_editor(canvas, &chooser.query, line, true);
    let list = chooser_list(model.size);
    if chooser.list.rows().is_empty() {
        let text =
            if chooser.query.text().trim().is_empty() { words.search_hint } else { words.nothing_found };
        canvas.paragraphs(list.after(1).left(list.w.saturating_sub(2)), &[Line::of(Tone::Dim, text)]);
        return;
    }
    let (kind, place) = match chooser.purpose {
        // Where a text comes from is worth as much room as the text.
        Purpose::Insert => (0, list.w / 2),
        ref purpose => choice_columns(list.w, *purpose == Purpose::Deal),
    };
    for ((selected, choice), y) in chooser.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), list.w, true);
        }
        canvas.tone((2, y), kind.saturating_sub(1), Tone::Dim, &choice.kind);
        let name = 2 + kind;
        canvas.tone((name, y), list.w.saturating_sub(name + place + 1), Tone::Plain, &choice.label);
        canvas.tone((list.w - place, y), place - 1, Tone::Dim, &choice.place);
    }
}

fn draw_form(canvas: &mut Canvas<'_>, model: &Model, form: &Form) {
    let about: Vec<Line> =
        form.about.iter().flat_map(|line| wrap(line, usize::from(model.size.w.saturating_sub(2)))).collect();
    let fields: u16 = form.fields.iter().map(Field::rows).sum();
    let rows = u16::try_from(about.len()).unwrap_or(0) + fields + 2;
    let inner = open(canvas, overlay(model.size, rows), &form.title);
    // When the screen is low, the field that has the cursor is what must be seen.
    let before: u16 = form.fields.iter().take(form.focus + 1).map(Field::rows).sum();
    let about_rows = u16::try_from(about.len()).unwrap_or(0).min(inner.h.saturating_sub(before + 1));
    for (line, y) in about.iter().zip(inner.y..inner.y + about_rows) {
        canvas.line((1, y), inner.w.saturating_sub(2), line);
    }
    let area = inner.below(about_rows);
    let area = area.top(area.h.saturating_sub(1));
    let hidden = before.saturating_sub(area.h);
    draw_fields(canvas, model, form, area, hidden);
    if let Some((_, reason)) = &form.error {
        let y = inner.y + inner.h.saturating_sub(1);
        canvas.tone((1, y), inner.w.saturating_sub(2), Tone::Bad, &format!("! {reason}"));
    }
}

/// Draws the fields, `hidden` rows of them scrolled out above.
fn draw_fields(canvas: &mut Canvas<'_>, model: &Model, form: &Form, area: Area, hidden: u16) {
    let mut top: u16 = 0;
    for (at, field) in form.fields.iter().enumerate() {
        let rows = field.rows();
        let visible = top >= hidden && top - hidden + rows <= area.h;
        if visible {
            let y = area.y + top - hidden;
            draw_field(canvas, model, field, y, at == form.focus);
        }
        top += rows;
    }
}

fn draw_field(canvas: &mut Canvas<'_>, model: &Model, field: &Field, y: u16, focused: bool) {
    let words = model.words();
    if focused {
        canvas.mark((0, y), true);
    }
    let tone = if focused { Tone::Strong } else { Tone::Dim };
    canvas.tone((2, y), FORM_LABEL - 2, tone, (field.label)(words));
    let place = Area { x: FORM_LABEL + 1, y, w: form_width(model.size), h: field.rows() };
    match &field.input {
        Input::Line(editor) | Input::Area(editor, _) => draw_editor(canvas, editor, place, focused),
        Input::Choice(options, chosen) if choice_width(options, words) > place.w => {
            let name = options.get(*chosen).map_or("", |name| name(words));
            let text = format!("[{name}] {}/{}", chosen + 1, options.len());
            canvas.tone((place.x, y), place.w, Tone::Strong, &text);
        }
        Input::Choice(options, chosen) => {
            let mut x = place.x;
            for (at, name) in options.iter().enumerate() {
                let name = name(words);
                let (text, tone) = if at == *chosen {
                    (format!("[{name}]"), Tone::Strong)
                } else {
                    (format!(" {name} "), Tone::Dim)
                };
                x += canvas.tone((x, y), model.size.w.saturating_sub(x), tone, &text);
            }
        }
    }
}

/// Cells of all words of a choice beside each other.
fn choice_width(options: &[Word], words: &Words) -> u16 {
    let cells: usize = options.iter().map(|name| width(name(words)) + 2).sum();
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// Draws a text field; with the cursor in it, the rows around the cursor.
pub fn draw_editor(canvas: &mut Canvas<'_>, editor: &Editor, area: Area, focused: bool) {
    let window = editor.window(usize::from(area.w.max(1)), usize::from(area.h), focused);
    for (line, y) in window.rows.iter().zip(area.y..area.y + area.h) {
        canvas.tone((area.x, y), area.w, Tone::Plain, line.text.trim_end());
    }
    if area.h > 1 && window.goes_on {
        let more = canvas.glyphs().more;
        canvas.tone((area.x + area.w, area.y + area.h - 1), 1, Tone::Strong, more);
    }
    canvas.cursor = window.cursor.map_or(canvas.cursor, |(row, column)| {
        let x = area.x + u16::try_from(column).unwrap_or(area.w).min(area.w);
        Some((x, area.y + u16::try_from(row).unwrap_or(0)))
    });
}

fn draw_question(canvas: &mut Canvas<'_>, model: &Model, question: &Question) {
    let rows = question.rows(model.size.w.saturating_sub(2));
    let area = overlay(model.size, u16::try_from(rows.len()).unwrap_or(u16::MAX));
    let inner = open(canvas, area, &question.title);
    // The question itself stands last: when the screen is low, the beginning has to be scrolled back to.
    let skip = rows.len().saturating_sub(usize::from(inner.h)).saturating_sub(question.back);
    for (row, y) in rows.iter().skip(skip).zip(inner.y..inner.y + inner.h) {
        canvas.line((1, y), inner.w.saturating_sub(2), row);
    }
}
