//! The blocks of a body or an annex made clean, one line to a paragraph, and ended.

use super::clean;
use crate::text::paper::{Block, Column, Table};
use crate::text::sanitise;

/// Clean blocks; paragraphs of many lines are parted, empty ones and page breaks at the ends dropped.
pub(super) fn clean_blocks(blocks: &[Block]) -> Vec<Block> {
    let mut clean: Vec<Block> = blocks.iter().flat_map(clean_block).collect();
    while clean.last() == Some(&Block::PageBreak) {
        clean.pop();
    }
    let first = clean.iter().position(|block| *block != Block::PageBreak).unwrap_or(clean.len());
    clean.split_off(first)
}

/// Clean blocks of which the last text bears the mark `end`, and no other does.
///
/// Behind a table the mark stands on a line of its own. Nothing is added to an empty body.
pub(super) fn ended(blocks: &[Block], end: &str) -> Vec<Block> {
    let mut blocks = clean_blocks(blocks);
    for text in blocks.iter_mut().filter_map(text_of) {
        if let Some(bare) = text.strip_suffix(end) {
            *text = format!("{}.", bare.trim_end());
        }
    }
    match blocks.last_mut().map(|last| (text_of(last).is_some(), last)) {
        Some((true, last)) => {
            if let Some(text) = text_of(last) {
                *text = format!("{}{end}", text.trim_end_matches(['.', ';', ',', ' ']));
            }
        }
        Some((false, _)) => blocks.push(Block::text(end)),
        None => {}
    }
    blocks
}

fn text_of(block: &mut Block) -> Option<&mut String> {
    match block {
        Block::Paragraph(text) | Block::Dash(text) => Some(text),
        Block::Heading(..) | Block::Table(_) | Block::PageBreak => None,
    }
}

fn clean_block(block: &Block) -> Vec<Block> {
    match block {
        Block::Heading(level, text) => filled(text).map(|text| Block::Heading(*level, text)).collect(),
        Block::Paragraph(text) => sanitise::multi_line(text).split('\n').filter_map(line).collect(),
        Block::Dash(text) => filled(text).map(|text| Block::Dash(undashed(&text).to_owned())).collect(),
        Block::Table(table) => clean_table(table).map(Block::Table).into_iter().collect(),
        Block::PageBreak => vec![Block::PageBreak],
    }
}

fn filled(text: &str) -> impl Iterator<Item = String> {
    Some(clean(text)).filter(|text| !text.is_empty()).into_iter()
}

fn line(text: &str) -> Option<Block> {
    let text = text.trim();
    let item = undashed(text);
    match item {
        "" => None,
        item if item.len() < text.len() => Some(Block::Dash(item.to_owned())),
        _ => Some(Block::text(text)),
    }
}

fn undashed(text: &str) -> &str {
    ["- ", "– ", "— "].iter().find_map(|dash| text.strip_prefix(dash)).unwrap_or(text).trim_start()
}

/// Rows with as many cells as there are columns; `None` without columns.
fn clean_table(table: &Table) -> Option<Table> {
    let column =
        |column: &Column| Column { head: clean(&column.head), share: column.share.max(1), ..column.clone() };
    let row = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| clean(cell)).chain(std::iter::repeat(String::new()));
        cells.take(table.columns.len()).collect()
    };
    (!table.columns.is_empty()).then(|| Table {
        columns: table.columns.iter().map(column).collect(),
        rows: table.rows.iter().map(row).collect(),
    })
}
