//! The mark of made-up data in every file that is made of them, so that none is ever taken for a real one.
//!
//! A table gets a column, for a line above its head would not be read as a table any more.

use crate::text::event::Event;
use crate::text::paper::{Annex, Block, Level, Paper};
use crate::text::parcel::{Body, Mail};
use crate::text::sheet::{Cell, Column, Kind, Sheet};

/// The same file with `mark` in it. A receipt bears it when it is drawn.
pub fn marked(body: &Body, mark: &str) -> Body {
    match body {
        Body::Docx(found) => Body::Docx(Box::new(paper(found, mark))),
        Body::Html(found) => Body::Html(Box::new(paper(found, mark))),
        Body::Plain(found) => Body::Plain(Box::new(paper(found, mark))),
        Body::Xlsx(sheets) => Body::Xlsx(sheets.iter().map(|found| sheet(found, mark)).collect()),
        Body::Csv(found) => Body::Csv(sheet(found, mark)),
        Body::Ics(events) => Body::Ics(events.iter().map(|found| event(found, mark)).collect()),
        Body::Eml(found) => Body::Eml(Mail {
            subject: format!("[{mark}] {}", found.subject),
            body: above(&found.body, mark),
            ..found.clone()
        }),
        Body::Text(text) => Body::Text(above(text, mark)),
        Body::Receipt(receipt) => Body::Receipt(receipt.clone()),
    }
}

/// The mark begins the body and each annex.
fn paper(paper: &Paper, mark: &str) -> Paper {
    let under = |blocks: &[Block]| [&[Block::Heading(Level::One, mark.to_owned())], blocks].concat();
    let annex = |annex: &Annex| Annex { blocks: under(&annex.blocks), ..annex.clone() };
    Paper { body: under(&paper.body), annexes: paper.annexes.iter().map(annex).collect(), ..paper.clone() }
}

/// The mark heads a last column and stands in each row of it.
fn sheet(sheet: &Sheet, mark: &str) -> Sheet {
    let mut marked = sheet.clone();
    let columns = sheet.columns.len();
    marked.columns.push(Column::new(mark, Kind::Text).wide(40));
    for row in &mut marked.rows {
        row.resize(columns, Cell::Empty);
        row.push(Cell::Text(mark.to_owned()));
    }
    marked
}

fn event(event: &Event, mark: &str) -> Event {
    Event {
        summary: format!("[{mark}] {}", event.summary),
        description: above(&event.description, mark),
        ..event.clone()
    }
}

fn above(text: &str, mark: &str) -> String {
    format!("{mark}\n\n{text}")
}
