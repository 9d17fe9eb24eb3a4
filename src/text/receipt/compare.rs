//! How a printed receipt differs from the one that is true now.

use super::{Label, Printed, Receipt};

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
