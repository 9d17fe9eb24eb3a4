//! View 4 with an open report: parts on the left, the part on the right, the checks below.

use crate::app::describe::report::figure_count;
use crate::app::layout::{Area, Frame};
use crate::app::line::{Line, Tone, wrap};
use crate::app::model::Model;
use crate::app::screens::report::{PARTS, Part, ReportForm, panes, text_area};
use crate::domain::record::{ReportHead, ReportState};
use crate::domain::report::Finding;

mod figures;

use super::Canvas;
use super::overlay::draw_editor;

/// From this width on the parts stand beside the table of figures.
const ROOM_FOR_BOTH: u16 = 110;
/// Most rows of the remark with which a report came back.
const REMARK_ROWS: usize = 3;

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, frame: Frame) {
    let Some(form) = &model.report else { return };
    draw_head(canvas, model, form, frame.tabs);
    let remark = draw_remark(canvas, model, form, frame.body);
    let (left, right) = panes(model.size);
    let (left, right, body) = (left.below(remark), right.below(remark), frame.body.below(remark));
    canvas.rule_from(0, body.y + 1, body.w);
    // A table of figures that can be typed needs the whole width of a small screen.
    let whole = form.part == Part::Figures && form.is_open() && body.w < ROOM_FOR_BOTH;
    if !whole {
        canvas.divider(left.w, body);
        draw_parts(canvas, model, form, left);
    }
    match form.part {
        // What was sent is shown as it was sent, not as the figures stand today.
        Part::Figures if !form.is_open() => draw_entries(canvas, model, form, right),
        Part::Figures => figures::draw(canvas, model, form, if whole { body } else { right }),
        Part::Entries => draw_entries(canvas, model, form, right),
        _ => draw_text(canvas, model, form, right),
    }
    draw_checks(canvas, model, frame);
}

/// Which report, to whom, and by when: in the place of the tabs.
fn draw_head(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) {
    if area.h == 0 {
        return;
    }
    let Some((plan, obligation)) = model.catalog.obligation(&form.key.obligation) else { return };
    canvas.blank(area);
    let head = model.place(plan, &obligation.clause);
    let preview = plan.state == crate::domain::plan::DocumentState::Draft;
    let sent = model.head_of(&form.key).filter(ReportHead::is_sent).and_then(|head| head.sent_at);
    let due = match sent {
        Some(at) => model.lang.sent_at(at),
        None => model.due_line(model.due_of(&form.key), preview),
    };
    let used = canvas.tone((1, area.y), area.w.saturating_sub(2), Tone::Plain, &head);
    canvas.tone((used + 1, area.y), area.w.saturating_sub(used + 2), Tone::Strong, &format!(" · {due}"));
}

/// Why the report came back, above its parts; the rows that it takes.
fn draw_remark(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) -> u16 {
    if form.saved.remark.is_empty() {
        return 0;
    }
    let remark = Line::of(Tone::Warn, format!("! {} ", model.words().returned_with));
    let mut remark = remark.and(Tone::Plain, form.saved.remark.clone());
    if form.is_open() && model.can_compare() {
        remark = remark.and(Tone::Dim, format!(" {}", model.words().compare_hint));
    }
    let place = area.after(1).left(area.w.saturating_sub(2));
    let rows = wrap(&remark, usize::from(place.w)).len().min(REMARK_ROWS);
    canvas.paragraphs(place.top(rows as u16), &[remark]);
    rows as u16
}

fn draw_parts(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) {
    let words = model.words();
    let saved = if form.saved.stamp.revision == 0 { words.new_draft } else { words.saved_draft };
    let state = match form.saved.state {
        ReportState::Draft => saved,
        ReportState::AwaitingApproval => words.status_awaiting_approval,
        ReportState::Sent => words.status_sent,
        ReportState::Received => words.status_received,
        ReportState::Returned => words.status_returned,
    };
    canvas.tone((1, area.y), area.w - 1, Tone::Plain, &format!("{} · {state}", words.parts));
    let list = area.below(2);
    for ((at, part), y) in PARTS.iter().enumerate().zip(list.y..list.y + list.h) {
        if *part == form.part {
            canvas.mark_row((0, y), area.w, !form.typing);
        }
        let (name, count) = part_label(model, form, *part);
        let filled = form.text_of(*part).map_or(count > 0, |editor| !editor.text().trim().is_empty());
        let (sign, tone) = match filled {
            true if form.is_open() && model.is_unconfirmed(form, *part) => ("?", Tone::Warn),
            true => ("+", Tone::Good),
            false => (" ", Tone::Plain),
        };
        canvas.tone((1, y), 1, tone, sign);
        let count = if count > 0 { format!(" {count}") } else { String::new() };
        let room = area.w.saturating_sub(4);
        // The name is cut before the count, not under it.
        let name_room = room.saturating_sub(count.len() as u16);
        canvas.tone((3, y), name_room, Tone::Plain, &format!("{} {name}", at + 1));
        canvas.right((3, y), room, Tone::Dim, &count);
    }
    if form.restored && list.h > 7 {
        canvas.paragraphs(list.below(6).after(1), &[Line::of(Tone::Dim, words.draft_restored)]);
    }
}

fn part_label(model: &Model, form: &ReportForm, part: Part) -> (&'static str, usize) {
    let words = model.words();
    let count = |part| form.words_of(part);
    match part {
        Part::Results => (words.part_results, count(part)),
        Part::Obstacles => (words.part_obstacles, count(part)),
        Part::Proposals => (words.part_proposals, count(part)),
        Part::Figures => (words.part_figures, figure_count(form)),
        Part::Evidence => (words.part_evidence, count(part)),
        Part::Entries if !form.is_open() => (words.part_entries, model.enclosed_in(form).entries.len()),
        Part::Entries => (words.part_entries, model.report_entries().len()),
    }
}

fn draw_text(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) {
    let words = model.words();
    let Some(editor) = form.text_of(form.part) else { return };
    let (name, count) = part_label(model, form, form.part);
    let used =
        canvas.tone((area.x, area.y), area.w, if form.typing { Tone::Strong } else { Tone::Plain }, name);
    let count = format!("{count} {}", words.words_count);
    if model.is_unconfirmed(form, form.part) {
        let mark = format!(" · {}", words.unconfirmed);
        let room = area.w.saturating_sub(used + count.chars().count() as u16 + 2);
        canvas.tone((area.x + used, area.y), room, Tone::Warn, &mark);
    }
    canvas.right((area.x, area.y), area.w.saturating_sub(1), Tone::Dim, &count);
    draw_editor(canvas, editor, Area { w: text_area(model.size).w, ..area.below(2) }, form.typing);
}

/// What was entered in the period; in a sent report this stands under its figures too, frozen in one text.
fn draw_entries(canvas: &mut Canvas<'_>, model: &Model, form: &ReportForm, area: Area) {
    canvas.tone((area.x, area.y), area.w, Tone::Plain, part_label(model, form, form.part).0);
    let body = area.below(2);
    canvas.paragraphs(body.left(body.w.saturating_sub(1)), &model.entries_part());
}

fn draw_checks(canvas: &mut Canvas<'_>, model: &Model, frame: Frame) {
    let area = frame.detail;
    if area.h == 0 {
        return;
    }
    let words = model.words();
    if let Some(form) = model.report.as_ref().filter(|form| !form.is_open()) {
        // What has left its author's hands is not checked any more: nothing of it can be mended here.
        canvas.rule(area.y - 1);
        let lines = model.closed_lines(form);
        canvas.paragraphs(area.after(1).left(area.w.saturating_sub(2)), &lines);
        return;
    }
    let findings = model.report_findings();
    let blocking = findings.iter().filter(|finding| finding.blocks()).count();
    canvas.rule(area.y - 1);
    let tally = model.lang.check_tally(blocking, findings.len() - blocking);
    canvas.tone((1, area.y), area.w, Tone::Strong, &format!("{}: {tally}", words.checks));
    let mut lines: Vec<Line> = findings.iter().map(|finding| finding_line(model, finding)).collect();
    if lines.is_empty() {
        lines.push(Line::of(Tone::Good, words.checks_good));
    }
    canvas.paragraphs(area.below(1).after(1).left(area.w.saturating_sub(2)), &lines);
}

fn finding_line(model: &Model, finding: &Finding) -> Line {
    let (sign, tone) = if finding.blocks() { ("x", Tone::Bad) } else { ("!", Tone::Warn) };
    Line::of(tone, format!("{sign} ")).and(Tone::Plain, model.finding_text(finding))
}
