//! Printed receipts, as text or HTML, back to what they say, and what else stands beside it.

use std::collections::BTreeMap;

use super::{BEGIN, END, Label};
use crate::text::words::Lang;

/// What a printed receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// Language of its words.
    pub lang: Lang,
    /// Number in the ledger.
    pub number: i64,
    /// Lines above, between and behind that are no part of it, such as the greeting of a mail: nothing confirms them.
    pub outside: Vec<String>,
    /// What a program reads.
    pub(super) seal: BTreeMap<String, String>,
    /// The lines for people, by their label as printed.
    pub(super) lines: Vec<(String, String)>,
    /// What stands behind the receipt and reads as a line of it.
    pub(super) behind: Vec<(String, String)>,
}

/// Reads the printed receipts of a text, one behind the other; none when the text is no receipt, `None` for one whose
/// block cannot be read.
///
/// `mark` is what stands above receipts of made-up data.
pub fn read(text: &str, mark: &str) -> Vec<Option<Printed>> {
    let text = if text.contains("<html") { without_tags(text) } else { text.to_owned() };
    let mut rest = text.as_str();
    let mut found = Vec::new();
    while let Some((head, block, after)) = parted(rest) {
        let (behind, next) = after.split_at(next_begins(after));
        found.push(printed([head, block, behind], mark));
        rest = next;
    }
    found
}

/// The text above the next block, the block, and what follows.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = text.split_once(BEGIN)?;
    let (block, after) = rest.split_once(END)?;
    Some((head, block, after))
}

/// Where the receipt behind this one begins: with its title, else with its first line.
fn next_begins(after: &str) -> usize {
    let Some((between, _, _)) = parted(after) else { return after.len() };
    let place = |is_first: fn(Lang, &str) -> bool| {
        let mut at = 0;
        between.split_inclusive('\n').find_map(|line| {
            let begin = at;
            at += line.len();
            [Lang::Vi, Lang::En].into_iter().any(|lang| is_first(lang, line)).then_some(begin)
        })
    };
    let title = |lang: Lang, line: &str| line.trim() == lang.words().receipt_title;
    let report =
        |lang: Lang, line: &str| label(line).is_some_and(|l| l.0 == lang.receipt_label(Label::Report));
    place(title).or_else(|| place(report)).unwrap_or(between.len())
}

fn printed([head, block, behind]: [&str; 3], mark: &str) -> Option<Printed> {
    let (seal, in_block) = pairs(block);
    let lang = if seal.get("lang")? == "en" { Lang::En } else { Lang::Vi };
    let number = seal.get("number")?.parse().ok()?;
    let (above, below) = (Said::of(head, lang, mark), Said::of(behind, lang, mark));
    let outside = [above.outside, in_block, below.outside].concat();
    Some(Printed { lang, number, lines: above.lines, behind: below.lines, seal, outside })
}

/// The keys of a block with their values; and its lines that are none, or say a key again.
fn pairs(block: &str) -> (BTreeMap<String, String>, Vec<String>) {
    let (mut seal, mut outside) = (BTreeMap::new(), Vec::new());
    for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.split_once(": ") {
            Some((key, value)) if !seal.contains_key(key.trim()) => {
                seal.insert(key.trim().to_owned(), value.trim().to_owned());
            }
            _ => outside.push(line.to_owned()),
        }
    }
    (seal, outside)
}

/// What a text says line by line.
#[derive(Default)]
struct Said {
    lines: Vec<(String, String)>,
    outside: Vec<String>,
}

impl Said {
    /// A line that begins with blanks goes on with the one before. Above the receipt and behind it stands whatever its
    /// sender wrote; between its lines one with a label of its own counts as one of them.
    fn of(text: &str, lang: Lang, mark: &str) -> Self {
        let mut said = Self::default();
        let (mut has_begun, mut goes_on) = (false, false);
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let shown = line.trim();
            if is_frame(shown, lang) || shown == mark {
                goes_on = false;
                continue;
            }
            if let Some((_, value)) = said.lines.last_mut().filter(|_| goes_on && line.starts_with(' ')) {
                value.push(' ');
                value.push_str(shown);
                continue;
            }
            let found = label(line).filter(|(name, _)| has_begun || is_known(name, lang));
            goes_on = found.is_some();
            has_begun |= found.is_some_and(|(name, _)| name == lang.receipt_label(Label::Report));
            match found {
                Some((name, value)) => said.lines.push((name.to_owned(), value.to_owned())),
                None => said.outside.push(shown.to_owned()),
            }
        }
        said
    }
}

fn label(line: &str) -> Option<(&str, &str)> {
    line.split_once(':').map(|(name, value)| (name.trim(), value.trim()))
}

fn is_known(name: &str, lang: Lang) -> bool {
    Label::ALL.iter().any(|label| lang.receipt_label(*label) == name)
}

/// Whether a line is the title, or the sentence that says how to check it, which may be broken into lines.
fn is_frame(line: &str, lang: Lang) -> bool {
    let words = lang.words();
    line == words.receipt_title || words.receipt_check.contains(line)
}

/// The text of a page, with a colon between the cells of a row.
fn without_tags(page: &str) -> String {
    let shown = without(&without(page, "style"), "title");
    let rows = shown.replace("</th><td>", ": ");
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

/// The page without an element that no reader sees on it.
fn without(page: &str, element: &str) -> String {
    let (begin, end) = (format!("<{element}>"), format!("</{element}>"));
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, (_, after))) =
        rest.split_once(&begin).and_then(|(before, inside)| Some((before, inside.split_once(&end)?)))
    {
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}
