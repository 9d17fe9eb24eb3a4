//! Headings, paragraphs, items and tables.

use super::para::{Para, gap, tiny};
use super::styles::{BODY, HEADINGS};
use super::units::twips;
use crate::text::paper::{Align, Block, Column, Layout, Level, Table};

/// Blocks in columns of `width` mm. The last text of a body stays on the page of the signature.
pub(super) fn blocks(blocks: &[Block], layout: &Layout, width: f64, signed: bool) -> String {
    let last = blocks.len().saturating_sub(1);
    let mut new_page = false;
    let mut xml = String::new();
    for (at, block) in blocks.iter().enumerate() {
        let para = Para::of_style(BODY).keep_next(signed && at == last).new_page(new_page);
        xml.push_str(&match block {
            Block::Heading(level, text) => heading(*level).new_page(new_page).xml(text),
            Block::Paragraph(text) => para.xml(text),
            Block::Dash(text) => para.xml(&format!("- {text}")),
            Block::Table(table) if new_page => {
                tiny("<w:pageBreakBefore/>", "") + &self::table(table, layout, width)
            }
            Block::Table(table) => self::table(table, layout, width),
            Block::PageBreak => String::new(),
        });
        new_page = *block == Block::PageBreak;
    }
    xml
}

fn heading(level: Level) -> Para {
    let [one, two, three] = HEADINGS;
    Para::of_style(match level {
        Level::One => one,
        Level::Two => two,
        Level::Three => three,
    })
}

fn table(table: &Table, layout: &Layout, width: f64) -> String {
    let widths = widths(&table.columns, width);
    let para = Para::of_size(layout.size.table).spaced(2.0, 2.0);
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let mut xml = format!("<w:tbl>{}<w:tblGrid>{grid}</w:tblGrid>", properties(widths.iter().sum()));
    let head = table.columns.iter().map(|column| para.centered().bold().xml(&column.head));
    xml.push_str(&row("<w:cantSplit/><w:tblHeader/>", &widths, head));
    for cells in &table.rows {
        let cells = cells.iter().zip(&table.columns);
        let cells = cells.map(|(cell, column)| para.aligned(side(column.align)).xml(cell));
        xml.push_str(&row("<w:cantSplit/>", &widths, cells));
    }
    // Two tables with nothing between them would become one.
    xml + "</w:tbl>" + &gap(layout.body.spacing)
}

fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

/// Widths of the columns in twentieths of a point, by their shares.
fn widths(columns: &[Column], width: f64) -> Vec<i64> {
    let all: f64 = columns.iter().map(|column| f64::from(column.share)).sum();
    columns.iter().map(|column| twips(width * f64::from(column.share) / all.max(1.0))).collect()
}

fn properties(width: i64) -> String {
    let line = |side| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).concat();
    format!(
        "<w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>\
         <w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
    )
}

fn row(properties: &str, widths: &[i64], cells: impl Iterator<Item = String>) -> String {
    let mut xml = format!("<w:tr><w:trPr>{properties}</w:trPr>");
    for (width, cell) in widths.iter().zip(cells) {
        xml.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>{cell}</w:tc>"
        ));
    }
    xml + "</w:tr>"
}
