//! A document as plain text, for a terminal, a mail or a line printer.
//!
//! No line is wider than asked for; nothing is justified, for stretched words read badly in fixed type.

use super::{Addressed, AnnexParts, Block, Layout, Level, Paper, Parts, parts, table};
use crate::text::width::{pad, width, wrap};

/// Cells before the first line of a paragraph.
const INDENT: usize = 4;

/// Narrower than this, the two halves of the head stand one under the other.
const TWO_COLUMNS: usize = 60;

/// `paper` in lines of at most `cells`, without spaces at their ends. The text ends with a line end.
///
/// Widths below 20 are taken as 20.
pub fn plain(paper: &Paper, layout: &Layout, cells: usize) -> String {
    let parts = parts(paper, layout);
    let mut page = Page { rows: Vec::new(), cells: cells.max(20) };
    page.head(&parts, layout);
    page.title(&parts, layout);
    page.addressed(&parts.addressed, &layout.words.to);
    page.blocks(&parts.body);
    page.foot(&parts, layout);
    for annex in &parts.annexes {
        page.annex(annex);
    }
    page.finish()
}

struct Page {
    rows: Vec<String>,
    cells: usize,
}

impl Page {
    fn finish(mut self) -> String {
        while self.rows.last().is_some_and(String::is_empty) {
            self.rows.pop();
        }
        let mut text = String::new();
        for row in self.rows {
            text.push_str(row.trim_end());
            text.push('\n');
        }
        text
    }

    /// An empty row, unless one stands there already.
    fn gap(&mut self) {
        if self.rows.last().is_some_and(|row| !row.is_empty()) {
            self.rows.push(String::new());
        }
    }

    fn head(&mut self, parts: &Parts, layout: &Layout) {
        let halves = halves(self.cells, 2 * self.cells / 5);
        let left = head_left(parts, layout, halves.0);
        let right = head_right(layout, halves.1);
        self.beside(left, right, halves);
        let below = |text: &str, cells| centred(text, cells);
        let mut left = below(&parts.number, halves.0);
        if let Some(subject) = &parts.letter_subject {
            left.extend(below(subject, halves.0));
        }
        self.beside(left, below(&parts.place_and_date, halves.1), halves);
    }

    /// Two texts beside each other, or one under the other where there is no room.
    fn beside(&mut self, left: Vec<String>, right: Vec<String>, (left_cells, right_cells): (usize, usize)) {
        if left_cells + right_cells > self.cells {
            self.rows.extend(left);
            self.gap();
            self.rows.extend(right);
            self.gap();
            return;
        }
        let gutter = self.cells - left_cells - right_cells;
        for at in 0..left.len().max(right.len()) {
            let side = |rows: &[String]| rows.get(at).cloned().unwrap_or_default();
            self.rows.push(format!("{}{}", pad(&side(&left), left_cells + gutter), side(&right)));
        }
        self.gap();
    }

    fn title(&mut self, parts: &Parts, layout: &Layout) {
        let Some((title, subject)) = &parts.title else { return };
        self.rows.extend(centred(title, self.cells));
        self.rows.extend(centred(subject, self.cells));
        self.rows.extend(rule_under(subject, layout.page.line_percent, self.cells));
        self.gap();
    }

    fn addressed(&mut self, addressed: &Addressed, to: &str) {
        match addressed {
            Addressed::Nobody => {}
            Addressed::One(name) => self.rows.extend(centred(&format!("{to} {name}"), self.cells)),
            Addressed::Several(names) => {
                let label = self.cells / 4;
                self.rows.push(format!("{}{to}", " ".repeat(label.saturating_sub(width(to)))));
                for name in names {
                    self.hanging(name, label, 2);
                }
            }
        }
        self.gap();
    }

    /// `text` with `before` cells before all its rows and `hang` more before all but the first.
    fn hanging(&mut self, text: &str, before: usize, hang: usize) {
        let rows = wrap(text, self.cells.saturating_sub(before + hang));
        for (at, row) in rows.into_iter().enumerate() {
            let cells = if at == 0 { before } else { before + hang };
            self.rows.push(format!("{}{row}", " ".repeat(cells)));
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut dash_before = false;
        for block in blocks {
            let dash = matches!(block, Block::Dash(_));
            if !(dash && dash_before) {
                self.gap();
            }
            dash_before = dash;
            self.block(block);
        }
        self.gap();
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Level::One, text) => self.hanging(text, 0, text_start(text)),
            Block::Heading(_, text) => self.hanging(text, INDENT, text_start(text)),
            Block::Paragraph(text) => self.paragraph(text),
            Block::Dash(text) => self.hanging(&format!("- {text}"), INDENT, 2),
            Block::Table(table) => self.rows.extend(table::rows(table, self.cells)),
            Block::PageBreak => self.rows.extend(centred("* * *", self.cells)),
        }
    }

    fn paragraph(&mut self, text: &str) {
        // The indent is part of the first row: no-break spaces stand for it until the row is known.
        let indented = format!("{}{text}", "\u{a0}".repeat(INDENT));
        let rows = wrap(&indented, self.cells);
        self.rows.extend(rows.into_iter().map(|row| match row.strip_prefix("\u{a0}\u{a0}\u{a0}\u{a0}") {
            Some(first) => format!("{}{first}", " ".repeat(INDENT)),
            None => row.to_owned(),
        }));
    }

    fn foot(&mut self, parts: &Parts, layout: &Layout) {
        let halves = halves(self.cells, self.cells / 2);
        let mut left = vec![layout.words.recipients.clone()];
        left.extend(parts.recipients.iter().flat_map(|line| wrap(line, halves.0)).map(str::to_owned));
        let mut right: Vec<String> = parts.signer.iter().flat_map(|line| centred(line, halves.1)).collect();
        right.extend(std::iter::repeat_n(String::new(), 3));
        right.extend(centred(&parts.name, halves.1));
        self.beside(left, right, halves);
    }

    fn annex(&mut self, annex: &AnnexParts) {
        self.gap();
        self.rows.push("─".repeat(self.cells));
        for text in [&annex.label, &annex.title, &annex.note] {
            self.rows.extend(centred(text, self.cells));
        }
        self.blocks(&annex.blocks);
    }
}

/// Widths of the two halves: `left` cells, and the rest without a gutter; each is the whole width where they
/// stand one under the other.
fn halves(cells: usize, left: usize) -> (usize, usize) {
    if cells < TWO_COLUMNS { (cells, cells) } else { (left, cells - left - 2) }
}

fn head_left(parts: &Parts, layout: &Layout, cells: usize) -> Vec<String> {
    let mut rows: Vec<String> = parts.superior.iter().flat_map(|name| centred(name, cells)).collect();
    rows.extend(centred(&parts.issuer, cells));
    rows.extend(rule_under(&parts.issuer, layout.page.line_percent, cells));
    rows
}

fn head_right(layout: &Layout, cells: usize) -> Vec<String> {
    let mut rows = centred(&layout.words.national_title, cells);
    rows.extend(centred(&layout.words.motto, cells));
    rows.extend(rule_under(&layout.words.motto, 100.0, cells));
    rows
}

/// Rows of `text`, each in the middle of `cells`.
fn centred(text: &str, cells: usize) -> Vec<String> {
    let middle = |row: &str| format!("{}{row}", " ".repeat(cells.saturating_sub(width(row)) / 2));
    wrap(text, cells).into_iter().map(middle).collect()
}

/// A line of `percent` of the width of `text`, in the middle.
fn rule_under(text: &str, percent: f64, cells: usize) -> Vec<String> {
    let long = width(text).min(cells) as f64 * percent / 100.0;
    centred(&"─".repeat(long.round() as usize), cells)
}

/// Where the words of a heading begin behind its number, for the rows below the first.
fn text_start(heading: &str) -> usize {
    match heading.split_once(' ') {
        Some((number, _)) if width(number) <= 6 && number.ends_with(['.', ')']) => width(number) + 1,
        _ => 0,
    }
}
