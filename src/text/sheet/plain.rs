//! A table as text of a fixed width, for a printer or a message.

use super::{Column, Sheet};
use crate::text::sanitise::one_line;
use crate::text::width::{pad, pad_left, width, wrap};

/// Spaces between two columns.
const GAP: usize = 2;
/// A text column is not made narrower than this, unless all its texts are.
const NARROWEST: usize = 12;

/// The table in lines of at most `cells` (20 at least), each ended by a line feed.
///
/// Long texts go on below themselves. Where the columns cannot stand side by side, each row is a list of
/// `head: text` lines instead, empty ones left out, and a blank line parts the rows.
pub fn plain(sheet: &Sheet, cells: usize) -> String {
    let cells = cells.max(20);
    let texts: Vec<Vec<String>> = sheet
        .cells()
        .map(|row| row.into_iter().map(|(column, cell)| cell.shown(column.kind)).collect())
        .collect();
    let mut out = String::new();
    for line in wrap(&one_line(&sheet.name), cells).into_iter().filter(|line| !line.is_empty()) {
        out.push_str(line);
        out.push_str("\n\n");
    }
    match widths(&sheet.columns, &texts, cells) {
        Some(widths) => side_by_side(&mut out, &sheet.columns, &texts, &widths),
        None => below_each_other(&mut out, &sheet.columns, &texts, cells),
    }
    out
}

/// The widths at which the columns fit; `None` when they do not.
fn widths(columns: &[Column], texts: &[Vec<String>], cells: usize) -> Option<Vec<usize>> {
    let room = cells.checked_sub(GAP * columns.len().saturating_sub(1))?;
    let widest = |at: usize| {
        let lines = texts.iter().filter_map(|row| row.get(at)).flat_map(|text| text.split('\n'));
        lines.map(width).max().unwrap_or(0)
    };
    let sizes = columns.iter().enumerate().map(|(at, column)| {
        let head = column.clean_head();
        let (body, word) = (widest(at), head.split(' ').map(width).max().unwrap_or(0));
        let natural = body.max(width(&head)).min(cells);
        let is_text = matches!(column.kind, super::Kind::Text);
        let narrowest = if is_text { natural.min(NARROWEST) } else { body.max(word.min(NARROWEST)) };
        (natural, narrowest)
    });
    let (mut widths, narrowest): (Vec<usize>, Vec<usize>) = sizes.unzip();
    while widths.iter().sum::<usize>() > room {
        let slack = widths.iter_mut().zip(&narrowest).filter(|(width, least)| **width > **least);
        *slack.max_by_key(|(width, _)| **width)?.0 -= 1;
    }
    Some(widths)
}

fn side_by_side(out: &mut String, columns: &[Column], texts: &[Vec<String>], widths: &[usize]) {
    let heads: Vec<String> = columns.iter().map(Column::clean_head).collect();
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    for row in [&heads, &rule].into_iter().chain(texts) {
        let pieces: Vec<Vec<&str>> = row.iter().zip(widths).map(|(text, width)| wrap(text, *width)).collect();
        for line in 0..pieces.iter().map(Vec::len).max().unwrap_or(0) {
            let cells = columns.iter().zip(widths).zip(&pieces).map(|((column, width), pieces)| {
                let piece = pieces.get(line).copied().unwrap_or("");
                if column.kind.is_number() { pad_left(piece, *width) } else { pad(piece, *width) }
            });
            let joined = cells.collect::<Vec<_>>().join(&" ".repeat(GAP));
            out.push_str(joined.trim_end());
            out.push('\n');
        }
    }
}

fn below_each_other(out: &mut String, columns: &[Column], texts: &[Vec<String>], cells: usize) {
    for (at, row) in texts.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        for (column, text) in columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
            let whole = format!("{}: {text}", column.clean_head());
            for (line, piece) in wrap(&whole, cells - GAP).into_iter().enumerate() {
                out.push_str(&" ".repeat(if line == 0 { 0 } else { GAP }));
                out.push_str(piece);
                out.push('\n');
            }
        }
    }
}
