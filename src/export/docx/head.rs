//! What stands above the body: two columns of names, the title, Kính gửi; and the head of an annex.

use super::para::{Para, rule};
use super::units::mm;
use crate::export::docx::foot::two_columns;
use crate::text::paper::{Addressed, AnnexParts, Layout, Parts, text_width_pt};

/// Everything above the body.
pub(super) fn head(parts: &Parts, layout: &Layout) -> String {
    let left = layout.page.head_left;
    let right = layout.text_width() - left;
    let rows = [(names(parts, layout), nation(layout, right)), (number(parts, layout), place(parts, layout))];
    let mut xml = two_columns((left, right), &rows);
    xml.push_str(&title(parts, layout));
    xml.push_str(&addressed(&parts.addressed, layout));
    xml
}

fn names(parts: &Parts, layout: &Layout) -> String {
    let (size, page) = (&layout.size, &layout.page);
    let mut xml = String::new();
    if let Some(superior) = &parts.superior {
        xml.push_str(&Para::of_size(size.superior).centered().xml(superior));
    }
    xml.push_str(&Para::of_size(size.issuer).centered().bold().xml(&parts.issuer));
    xml + &rule(part_of(&parts.issuer, size.issuer, page.line_percent, page.head_left), page.head_left)
}

fn nation(layout: &Layout, width: f64) -> String {
    let (size, words) = (&layout.size, &layout.words);
    let title = Para::of_size(size.national_title).centered().bold().xml(&words.national_title);
    let motto = Para::of_size(size.motto).centered().bold().xml(&words.motto);
    title + &motto + &rule(part_of(&words.motto, size.motto, 100.0, width), width)
}

/// Points that `percent` of a text takes; of a text longer than a line, `percent` of the line.
fn part_of(text: &str, size: f64, percent: f64, width: f64) -> f64 {
    let line = width / mm(1.0);
    text_width_pt(text, size).min(line) * percent / 100.0
}

fn number(parts: &Parts, layout: &Layout) -> String {
    let mut xml = Para::of_size(layout.size.number).centered().spaced(6.0, 0.0).xml(&parts.number);
    if let Some(subject) = &parts.letter_subject {
        // 6 pt below the number: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5.b.
        xml.push_str(&Para::of_size(layout.size.letter_subject).centered().spaced(6.0, 0.0).xml(subject));
    }
    xml
}

fn place(parts: &Parts, layout: &Layout) -> String {
    Para::of_size(layout.size.place).centered().italic().spaced(6.0, 0.0).xml(&parts.place_and_date)
}

fn title(parts: &Parts, layout: &Layout) -> String {
    let Some((title, subject)) = &parts.title else { return String::new() };
    let (size, width) = (&layout.size, layout.text_width());
    let mut xml = Para::of_size(size.title).centered().bold().spaced(18.0, 0.0).xml(title);
    xml.push_str(&Para::of_size(size.subject).centered().bold().xml(subject));
    xml + &rule(part_of(subject, size.subject, layout.page.line_percent, width), width)
}

fn addressed(addressed: &Addressed, layout: &Layout) -> String {
    let size = layout.size.addressee;
    let para = Para::of_size(size);
    let label = &layout.words.to;
    match addressed {
        Addressed::Nobody => para.spaced(6.0, 0.0).xml(""),
        Addressed::One(name) => para.centered().spaced(18.0, 12.0).xml(&format!("{label} {name}")),
        Addressed::Several(names) => {
            let dashes = layout.body.addressee_indent;
            let before = (dashes - mm(text_width_pt(label, size))).max(0.0);
            let mut xml = para.indented(before, 0.0).spaced(18.0, 0.0).xml(label);
            for (at, name) in names.iter().enumerate() {
                let after = if at + 1 == names.len() { 12.0 } else { 0.0 };
                xml.push_str(&para.indented(dashes + DASH, DASH).spaced(0.0, after).xml(name));
            }
            xml
        }
    }
}

/// Room of a dash and a space in front of a name, mm.
const DASH: f64 = 2.9;

/// The head of an annex.
pub(super) fn annex(annex: &AnnexParts, layout: &Layout) -> String {
    let size = &layout.size;
    let label = Para::of_size(size.annex).centered().bold().keep_next(true).xml(&annex.label);
    let title = Para::of_size(size.annex_title).centered().bold().keep_next(true).xml(&annex.title);
    let note = Para::of_size(size.annex_note).centered().italic().spaced(0.0, 12.0).xml(&annex.note);
    label + &title + &note
}
