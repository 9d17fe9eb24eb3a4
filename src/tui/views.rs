//! Drawing: the state becomes a frame. One file a screen; nothing is changed here.
//!
//! ```text
//! title      views/chrome.rs
//! tabs       views/chrome.rs
//! ──────
//! body       agenda.rs tasks.rs targets.rs reports.rs report.rs board.rs plans.rs
//!            year.rs statistics.rs
//! ──────
//! detail     chrome.rs, lines from app/describe
//! ──────
//! footer     views/chrome.rs
//! ```
//! Sheets, choosers, forms and questions (overlay.rs) lie on top.

mod agenda;
mod board;
mod chrome;
mod compile;
mod holidays;
mod overlay;
mod plans;
mod report;
mod reports;
mod statistics;
mod targets;
mod tasks;
mod year;

use crate::app::layout::{Area, Frame};
use crate::app::line::{Line, Tone};
use crate::app::model::{Model, View};
use crate::app::screens;

pub use super::canvas::Canvas;

/// Draws the whole screen.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model) {
    if model.size.is_too_small() {
        too_small(canvas, model);
        return;
    }
    let frame = Frame::of(model.size, detail_rows(model));
    chrome::title(canvas, model, frame.title);
    chrome::tabs(canvas, model, frame.tabs);
    canvas.rule(frame.body.y - 1);
    match model.view {
        View::Agenda => agenda::draw(canvas, model, frame.body),
        View::Tasks => tasks::draw(canvas, model, frame.body),
        View::Targets => targets::draw(canvas, model, frame.body),
        View::Reports if model.report.is_some() => report::draw(canvas, model, frame),
        View::Reports => reports::draw(canvas, model, frame.body),
        View::Board => board::draw(canvas, model, frame.body),
        View::Plans => plans::draw(canvas, model, frame.body),
        View::Year if model.holidays.shown => holidays::draw(canvas, model, frame.body),
        View::Year => year::draw(canvas, model, frame.body),
        View::Statistics => statistics::draw(canvas, model, frame.body),
        View::Compile => compile::draw(canvas, model, frame.body),
    }
    chrome::detail(canvas, model, frame);
    canvas.rule(frame.footer.y - 1);
    overlay::draw(canvas, model);
    chrome::footer(canvas, model, frame.footer);
}

/// The tone of the word at the head of one of two panes: which of them has the keys.
fn title_tone(focused: bool) -> Tone {
    if focused { Tone::Strong } else { Tone::Plain }
}

fn detail_rows(model: &Model) -> u16 {
    match model.view {
        View::Agenda => screens::agenda::DETAIL_ROWS,
        View::Tasks => screens::tasks::DETAIL_ROWS,
        View::Targets => screens::targets::DETAIL_ROWS,
        View::Reports if model.report.is_some() => screens::report::CHECK_ROWS,
        View::Reports => screens::reports::DETAIL_ROWS,
        View::Board => screens::board::DETAIL_ROWS,
        View::Plans => screens::plans::DETAIL_ROWS,
        View::Year => screens::year::DETAIL_ROWS,
        View::Statistics => screens::statistics::DETAIL_ROWS,
        View::Compile => screens::compile::DETAIL_ROWS,
    }
}

fn too_small(canvas: &mut Canvas<'_>, model: &Model) {
    let text =
        format!("{} {}", model.lang.too_small(model.size.w, model.size.h), model.words().too_small_hint);
    canvas.paragraphs(Area { x: 0, y: 0, w: model.size.w, h: model.size.h }, &[Line::plain(text)]);
}
