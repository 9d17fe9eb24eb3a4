//! View 6: the list of compiled reports; one of them open, its outline on the left, a part on the right.

use crate::app::layout::Area;
use crate::app::line::{Line, Tone};
use crate::app::model::Model;
use crate::app::screens::compile::{LEAVES, Leaf, LeafRow, Workbench, panes};
use crate::domain::compilation::Fate;
use crate::domain::record::ReportState;
use crate::text::width::width;

use super::Canvas;

const DUE: u16 = 12;
const LEFT: u16 = 15;
const COUNT: u16 = 9;
const AGENCY: u16 = 18;
/// The widest short name of a target.
const TARGET: usize = 27;
/// Narrower than this, a value takes its room from the name.
const NARROW: u16 = 50;

pub fn draw(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    match &model.compile.open {
        Some(bench) => draw_bench(canvas, model, bench, area),
        None => draw_rounds(canvas, model, area),
    }
}

fn draw_rounds(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let list = area.below(2);
    let work = 3 + DUE + LEFT;
    for (x, text) in [(3, words.col_due), (3 + DUE, words.col_left), (work, words.col_compiled)] {
        canvas.tone((x, area.y), area.w.saturating_sub(x), Tone::Dim, text);
    }
    canvas.right((area.w.saturating_sub(COUNT), area.y), COUNT, Tone::Dim, words.col_arrived);
    for ((selected, round), y) in model.compile.rounds.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((0, y), area.w, true);
        }
        let tone = if round.preview { Tone::Dim } else { Tone::Plain };
        if let Some(due) = round.due {
            let late = !round.preview && due.due_last < model.day() && !model.is_sent(&round.key);
            let tone = if late { Tone::Bad } else { tone };
            canvas.tone((1, y), 1, tone, if late { "!" } else { " " });
            canvas.tone((3, y), DUE, tone, &model.lang.day_short(due.due_last));
            let left = model.left_short(due.due_last);
            canvas.tone((3 + DUE, y), LEFT, tone, if round.preview { words.preview } else { &left });
        }
        let name = model.report_name(&round.key.obligation, round.key.period);
        let place = model.catalog.obligation(&round.key.obligation);
        let place = place.map(|(plan, owed)| model.place(plan, &owed.clause)).unwrap_or_default();
        let room = area.w.saturating_sub(work + COUNT + 1);
        canvas.tone((work, y), room, tone, &format!("{name} · {place}"));
        let count = format!("{}/{}", round.arrived, round.total);
        canvas.right((area.w.saturating_sub(COUNT), y), COUNT, tone, &count);
    }
    if model.compile.rounds.rows().is_empty() {
        canvas.paragraphs(list.after(3), &[Line::plain(words.compile_empty)]);
    }
}

fn draw_bench(canvas: &mut Canvas<'_>, model: &Model, bench: &Workbench, area: Area) {
    let (left, right) = panes(model.size);
    canvas.rule_from(0, area.y + 1, area.w);
    canvas.divider(left.w, area);
    draw_outline(canvas, model, bench, left);
    draw_leaf(canvas, model, bench, right);
}

fn draw_outline(canvas: &mut Canvas<'_>, model: &Model, bench: &Workbench, area: Area) {
    let words = model.words();
    let basis = format!("{}/{}", bench.gathering.arrived.len(), bench.gathering.total());
    canvas.tone((1, area.y), area.w, Tone::Plain, &format!("{} · {basis}", words.outline));
    let list = area.below(2);
    for ((at, leaf), y) in LEAVES.iter().enumerate().zip(list.y..list.y + list.h) {
        if *leaf == bench.leaf {
            canvas.mark_row((0, y), area.w, false);
        }
        let (taken, all) = bench.count(*leaf);
        let count = if taken == all { all.to_string() } else { format!("{taken}/{all}") };
        let tone = if all == 0 { Tone::Dim } else { Tone::Plain };
        let room = area.w.saturating_sub(3);
        let name = format!("{} {}", at + 1, model.leaf_short(*leaf));
        canvas.tone((2, y), room.saturating_sub(count.len() as u16 + 1), tone, &name);
        canvas.right((2, y), room, Tone::Dim, &count);
    }
}

fn draw_leaf(canvas: &mut Canvas<'_>, model: &Model, bench: &Workbench, area: Area) {
    let words = model.words();
    let title = format!(
        "{} · {}",
        model.leaf_name(bench.leaf),
        model.report_name(&bench.key.obligation, bench.key.period)
    );
    let frozen = match bench.gathering.closed {
        None => String::new(),
        Some(ReportState::AwaitingApproval) => format!(" · {}", words.status_awaiting_approval),
        Some(_) => format!(" · {}", words.status_sent),
    };
    canvas.with_tail((area.x, area.y), area.w, Tone::Strong, &title, &frozen);
    let list = area.below(2);
    for ((selected, row), y) in bench.list.visible().zip(list.y..) {
        if selected {
            canvas.mark_row((area.x, y), area.w, true);
        }
        draw_row(canvas, model, bench, (area.x + 1, y), area.w.saturating_sub(2), row);
    }
    if bench.list.rows().is_empty() {
        let text = if bench.leaf == Leaf::Missing { words.nobody_missing } else { words.leaf_empty };
        canvas.paragraphs(list.after(1), &[Line::of(Tone::Dim, text)]);
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    model: &Model,
    bench: &Workbench,
    (x, y): (u16, u16),
    w: u16,
    row: &LeafRow,
) {
    match row {
        LeafRow::Paragraph(offered) => {
            let (sign, tone) = match offered.fate {
                Fate::Taken => ("[x]", Tone::Plain),
                Fate::Rewritten(_) => ("[e]", Tone::Plain),
                Fate::Joined(_) => ("[+]", Tone::Dim),
                Fate::LeftOut => ("[ ]", Tone::Dim),
            };
            canvas.tone((x, y), 3, tone, sign);
            let agency = model.catalog.short_name(&offered.paragraph.source.report.agency);
            let name = if w < 60 { AGENCY - 6 } else { AGENCY };
            canvas.tone((x + 4, y), name, tone, agency);
            let text = match offered.fate {
                Fate::Rewritten(at) => bench.choice.pieces.get(at).map_or("", |piece| &piece.text),
                _ => &offered.paragraph.text,
            };
            let alike = match offered.alike.len() {
                0 => String::new(),
                count => format!(" ≈{count}"),
            };
            let room = w.saturating_sub(4 + name + 1);
            canvas.with_tail((x + 4 + name + 1, y), room, tone, text, &alike);
        }
        LeafRow::Figure(figure, otherwise) => {
            let target = model.catalog.target(&figure.target).map_or("", |(_, target)| target.short.as_str());
            let mark =
                if *otherwise { format!(" {}", model.words().other_figures_mark) } else { String::new() };
            let sources = format!("  {}/{}{mark}", figure.given.len(), bench.gathering.total());
            let warn = if figure.not_added.is_empty() && !*otherwise { Tone::Plain } else { Tone::Warn };
            let full = model.provincial_value(figure);
            let short = full.split(" = ").next().unwrap_or_default();
            let cells = |value: &str| width(value) + width(&sources);
            let name = if w < NARROW { usize::from(w).saturating_sub(cells(short) + 1) } else { TARGET };
            let room = usize::from(w).saturating_sub(name + 1);
            // The sum stands below; here the value counts.
            let value = if cells(&full) > room { short } else { &full };
            let (name, room) = (name as u16, room as u16);
            canvas.tone((x, y), name, Tone::Plain, target);
            canvas.with_tail((x + name + 1, y), room, warn, value, &sources);
        }
        LeafRow::Missing(agency) => {
            canvas.tone((x, y), w, Tone::Plain, model.catalog.short_name(agency));
        }
        LeafRow::Late(key, version) => {
            let text = model.lang.late_arrival(model.catalog.short_name(&key.agency), *version);
            canvas.tone((x, y), w, Tone::Warn, &text);
        }
    }
}
