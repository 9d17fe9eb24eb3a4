//! A document as one HTML page that prints on A4: no script, nothing fetched from elsewhere.

use crate::export::markup::escape;
use crate::text::paper::{Addressed, AnnexParts, Block, Layout, Level, Paper, Parts, Table, parts};

mod style;

/// The page. Browsers that know margin boxes print the page number from the second page on.
///
/// The pages of an annex go on counting: what browsers make of a count that begins anew is not the same.
pub fn html(paper: &Paper, layout: &Layout) -> String {
    let parts = parts(paper, layout);
    let mut page = Html(String::new());
    page.head(&parts, layout);
    page.title(&parts);
    page.addressed(&parts.addressed, &layout.words.to);
    page.blocks(&parts.body);
    page.foot(&parts, layout);
    for annex in &parts.annexes {
        page.annex(annex);
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>\n{}</style>\n\
         </head>\n<body>\n{}</body>\n</html>\n",
        escape(&parts.called),
        style::style(layout),
        page.0
    )
}

struct Html(String);

impl Html {
    /// Opens an element, which may have attributes.
    fn open(&mut self, tag: &str) {
        self.0.push_str(&format!("<{tag}>\n"));
    }

    fn close(&mut self, tag: &str) {
        self.0.push_str(&format!("</{tag}>\n"));
    }

    /// An element of one class with a text.
    fn text(&mut self, tag: &str, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.0.push_str(&format!("<{tag}{class}>{}</{tag}>\n", escape(text)));
    }

    /// A text with a line under it, which the class measures.
    fn ruled(&mut self, class: &str, text: &str) {
        self.0.push_str(&format!("<p class=\"{class}\"><span class=\"ruled\">{}</span></p>\n", escape(text)));
    }

    fn head(&mut self, parts: &Parts, layout: &Layout) {
        self.open("table class=\"head\"");
        self.open("tr");
        self.open("td");
        if let Some(superior) = &parts.superior {
            self.text("p", "superior", superior);
        }
        self.ruled("issuer", &parts.issuer);
        self.close("td");
        self.open("td");
        self.text("p", "national", &layout.words.national_title);
        self.ruled("motto", &layout.words.motto);
        self.close("td");
        self.close("tr");
        self.open("tr");
        self.open("td");
        self.text("p", "number", &parts.number);
        if let Some(subject) = &parts.letter_subject {
            self.text("p", "about", subject);
        }
        self.close("td");
        self.open("td");
        self.text("p", "place", &parts.place_and_date);
        self.close("td");
        self.close("tr");
        self.close("table");
    }

    fn title(&mut self, parts: &Parts) {
        let Some((title, subject)) = &parts.title else { return };
        self.text("h1", "", title);
        self.ruled("subject", subject);
    }

    fn addressed(&mut self, addressed: &Addressed, to: &str) {
        match addressed {
            Addressed::Nobody => {}
            Addressed::One(name) => self.text("p", "to", &format!("{to} {name}")),
            Addressed::Several(names) => {
                self.open("div class=\"several\"");
                self.text("p", "", to);
                self.lines(names);
                self.close("div");
            }
        }
    }

    fn lines(&mut self, lines: &[String]) {
        self.open("ul");
        for line in lines {
            self.text("li", "", line);
        }
        self.close("ul");
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(Level::One, text) => self.text("h2", "", text),
                Block::Heading(Level::Two, text) => self.text("h3", "", text),
                Block::Heading(Level::Three, text) => self.text("h4", "", text),
                Block::Paragraph(text) => self.text("p", "body", text),
                Block::Dash(text) => self.text("p", "body", &format!("- {text}")),
                Block::Table(table) => self.table(table),
                Block::PageBreak => self.text("div", "break", ""),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        let all: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum();
        self.open("table class=\"grid\"");
        self.open("colgroup");
        for column in &table.columns {
            let percent = f64::from(column.share) * 100.0 / f64::from(all.max(1));
            self.0.push_str(&format!("<col style=\"width:{percent:.2}%\">\n"));
        }
        self.close("colgroup");
        self.open("thead");
        self.open("tr");
        for column in &table.columns {
            self.text("th", "", &column.head);
        }
        self.close("tr");
        self.close("thead");
        self.open("tbody");
        for row in &table.rows {
            self.open("tr");
            for (cell, column) in row.iter().zip(&table.columns) {
                self.text("td", style::class(column.align), cell);
            }
            self.close("tr");
        }
        self.close("tbody");
        self.close("table");
    }

    fn foot(&mut self, parts: &Parts, layout: &Layout) {
        self.open("table class=\"foot\"");
        self.open("tr");
        self.open("td class=\"copies\"");
        self.text("p", "", &layout.words.recipients);
        self.lines(&parts.recipients);
        self.close("td");
        self.open("td class=\"signer\"");
        for line in &parts.signer {
            self.text("p", "", line);
        }
        self.text("p", "name", &parts.name);
        self.close("td");
        self.close("tr");
        self.close("table");
    }

    fn annex(&mut self, annex: &AnnexParts) {
        self.open(if annex.landscape { "section class=\"annex wide\"" } else { "section class=\"annex\"" });
        self.text("p", "label", &annex.label);
        self.text("p", "name", &annex.title);
        self.text("p", "note", &annex.note);
        self.blocks(&annex.blocks);
        self.close("section");
    }
}

#[cfg(test)]
mod tests;
