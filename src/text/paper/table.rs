//! A table in rows of a terminal: columns apart by spaces, rules under the head and at the ends.

use super::{Align, Table};
use crate::text::width::{pad, pad_left, width, wrap};

/// The table in at most `cells`. Columns beyond what a narrow screen can hold get one cell each or fall away.
pub(super) fn rows(table: &Table, cells: usize) -> Vec<String> {
    let fitting = table.columns.len().min(cells.div_ceil(2));
    let gutter = if fitting * 5 <= cells { 2 } else { 1 };
    let widths = widths(table, fitting, cells - gutter * fitting.saturating_sub(1));
    let drawing = Drawing { table, gutter, widths };
    let rule = drawing.rule();
    let heads: Vec<&str> = table.columns.iter().map(|column| column.head.as_str()).collect();
    let mut drawn = vec![rule.clone()];
    drawn.extend(drawing.row(&heads, true));
    drawn.push(rule.clone());
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| drawing.row(row, false)).collect();
    // Where cells take several rows, only a space between shows which belong together.
    let apart = rows.iter().any(|row| row.len() > 1);
    for (at, row) in rows.into_iter().enumerate() {
        if apart && at > 0 {
            drawn.push(String::new());
        }
        drawn.extend(row);
    }
    drawn.push(rule);
    drawn
}

struct Drawing<'t> {
    table: &'t Table,
    gutter: usize,
    widths: Vec<usize>,
}

impl Drawing<'_> {
    fn rule(&self) -> String {
        let lines: Vec<String> = self.widths.iter().map(|cells| "─".repeat(*cells)).collect();
        lines.join(&" ".repeat(self.gutter))
    }

    fn row(&self, texts: &[impl AsRef<str>], head: bool) -> Vec<String> {
        let cells: Vec<Vec<&str>> =
            texts.iter().zip(&self.widths).map(|(text, cells)| wrap(text.as_ref(), *cells)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        (0..height).map(|at| self.line(&cells, at, head)).collect()
    }

    fn line(&self, cells: &[Vec<&str>], at: usize, head: bool) -> String {
        let aligned =
            cells.iter().zip(&self.widths).zip(&self.table.columns).map(|((rows, cells), column)| {
                let text = rows.get(at).copied().unwrap_or("");
                aligned(
                    text,
                    *cells,
                    if head && column.align == Align::Left { Align::Center } else { column.align },
                )
            });
        aligned.collect::<Vec<_>>().join(&" ".repeat(self.gutter))
    }
}

fn aligned(text: &str, cells: usize, align: Align) -> String {
    match align {
        Align::Left => pad(text, cells),
        Align::Center => pad(&pad_left(text, width(text) + cells.saturating_sub(width(text)) / 2), cells),
        Align::Right => pad_left(text, cells),
    }
}

/// Widths of the first `count` columns in at most `room`: what their texts need where that fits; else no word is
/// broken where that can be; else by share.
fn widths(table: &Table, count: usize, room: usize) -> Vec<usize> {
    let needed = widest(table, count, width);
    let words = widest(table, count, |text| text.split(' ').map(width).max().unwrap_or(0));
    let fits = |widths: &[usize]| widths.iter().sum::<usize>() <= room;
    if fits(&needed) {
        return needed;
    }
    let least = if fits(&words) { words } else { shared(table, count, room) };
    filled(least, &needed, room)
}

/// The widest of each column's texts by `measure`, at least 1.
fn widest(table: &Table, count: usize, measure: impl Fn(&str) -> usize) -> Vec<usize> {
    let column = |at: usize| {
        let head = table.columns.get(at).map(|column| column.head.as_str());
        let cells = table.rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
        cells.chain(head).map(&measure).max().unwrap_or(0).max(1)
    };
    (0..count).map(column).collect()
}

/// `room` by share; no column is narrower than 1.
fn shared(table: &Table, count: usize, room: usize) -> Vec<usize> {
    let shares: Vec<usize> =
        table.columns.iter().take(count).map(|column| usize::from(column.share)).collect();
    let all: usize = shares.iter().sum::<usize>().max(1);
    let mut widths: Vec<usize> = shares.iter().map(|share| (room * share / all).max(1)).collect();
    // Rounding up to 1 can go over the room; the widest column gives it back.
    while widths.iter().sum::<usize>() > room {
        let Some(widest) = widths.iter_mut().max() else { break };
        *widest = widest.saturating_sub(1);
    }
    widths
}

/// `least` with what is left of `room` given cell by cell to the column that lacks most.
fn filled(mut widths: Vec<usize>, needed: &[usize], room: usize) -> Vec<usize> {
    let left = room.saturating_sub(widths.iter().sum());
    for _ in 0..left {
        let lacking = needed.iter().zip(widths.iter_mut()).filter(|(need, cells)| **cells < **need);
        let Some((_, cells)) = lacking.max_by_key(|(need, cells)| **need - **cells) else { break };
        *cells += 1;
    }
    widths
}
