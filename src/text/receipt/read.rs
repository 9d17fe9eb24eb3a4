//! A printed receipt, as text or HTML, back to what it says; and how that differs from what it should say.

use std::collections::BTreeMap;

use super::{BEGIN, END, Label, Receipt};
use crate::text::words::Lang;

/// What a printed receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Language of its words.
    pub lang: Lang,
    /// Number in the ledger.
    pub number: i64,
    /// What a program reads.
    seal: BTreeMap<String, String>,
    /// The lines for people, by their label as printed.
    lines: Vec<(String, String)>,
    /// What stands behind the receipt and looks like a line of it.
    behind: Vec<(String, String)>,
}

/// A line that says something else than it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The label of the line, or the key of the seal.
    pub line: String,
    /// What the printed receipt says; empty when the line is missing.
    pub printed: String,
    /// What it should say; empty when there should be no such line.
    pub known: String,
    /// Whether it is about what can come after sending, so that the receipt is none the worse for it.
    pub came_later: bool,
}

/// Reads a printed receipt; `None` when the text is none.
pub fn read(text: &str) -> Option<Printed> {
    let text = if text.contains("<html") { without_tags(text) } else { text.to_owned() };
    let (head, rest) = text.split_once(BEGIN)?;
    let (block, behind) = rest.split_once(END)?;
    let pairs = block.lines().filter_map(|line| line.trim().split_once(": "));
    let seal: BTreeMap<_, _> =
        pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect();
    let lang = if seal.get("lang")? == "en" { Lang::En } else { Lang::Vi };
    let number = seal.get("number")?.parse().ok()?;
    // A mail may go on behind the receipt, but not with what reads as a part of it.
    let known = |(label, _): &(String, String)| Label::ALL.iter().any(|l| lang.receipt_label(*l) == label);
    let behind = labelled(behind).into_iter().filter(known).collect();
    // A mail or a page may say more above the receipt.
    let mut lines = labelled(head);
    let title = |(label, _): &(String, String)| *label == lang.receipt_label(Label::Report);
    let first = lines.iter().position(title).unwrap_or(0);
    Some(Printed { lang, number, lines: lines.split_off(first), behind, seal })
}

/// The lines with their labels; a line that begins with blanks goes on with the one before.
fn labelled(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        let label = line.split_once(':').map(|(label, value)| (label.trim(), value));
        let begins = !line.starts_with(' ') && !line.trim().is_empty();
        match label.filter(|_| begins) {
            Some((label, value)) => found.push((label.to_owned(), value.trim().to_owned())),
            None => {
                if let Some((_, value)) = found.last_mut().filter(|_| line.starts_with(' ')) {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            }
        }
    }
    found
}

/// How a printed receipt differs from the one that is true now.
pub fn compare(printed: &Printed, truth: &Receipt) -> Vec<Difference> {
    let mut found = Vec::new();
    let said =
        |label: &str| printed.lines.iter().find(|(name, _)| name == label).map(|(_, value)| value.as_str());
    for label in Label::ALL {
        let name = truth.lang.receipt_label(label);
        let known = truth.lines.iter().find(|(other, _)| *other == label).map(|(_, value)| value.as_str());
        // What came after the printing is missing on the paper; what the paper says beyond the ledger is no such thing.
        let later = label.comes_later() && (said(name).is_none() || known.is_some());
        found.extend(difference(name, said(name), known, later));
        let again = printed.lines.iter().filter(|(other, _)| other == name).skip(1);
        found.extend(again.filter_map(|(_, value)| difference(name, Some(value), None, false)));
    }
    for (key, known) in &truth.seal {
        found.extend(difference(key, printed.seal.get(*key).map(String::as_str), Some(known), false));
    }
    found
        .extend(printed.behind.iter().filter_map(|(name, value)| difference(name, Some(value), None, false)));
    for (name, value) in &printed.lines {
        if Label::ALL.iter().all(|label| truth.lang.receipt_label(*label) != name) {
            found.extend(difference(name, Some(value), None, false));
        }
    }
    found
}

/// Blanks do not count: a long value is printed in several lines.
fn difference(
    line: &str,
    printed: Option<&str>,
    known: Option<&str>,
    came_later: bool,
) -> Option<Difference> {
    let (printed, known) = (printed.unwrap_or_default(), known.unwrap_or_default());
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    (letters(printed) != letters(known)).then(|| Difference {
        line: line.to_owned(),
        printed: printed.to_owned(),
        known: known.to_owned(),
        came_later,
    })
}

/// The text of a page, with a colon between the cells of a row.
fn without_tags(page: &str) -> String {
    let body = page.split_once("<body>").map_or(page, |(_, body)| body);
    let rows = body.replace("</th><td>", ": ");
    let mut text = String::new();
    let mut inside = false;
    for c in rows.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text, |text, (escaped, sign)| text.replace(escaped, sign))
}
