//! Search without marks: "so noi vu" finds "Sở Nội vụ".
//!
//! The fold makes one spelling of many: marks fall, đ is d, capitals are small.
//! Old and new tone placement ("hoà", "hòa") and "hằng"/"hàng" then agree by
//! themselves; "kỳ"/"kì", "sỹ"/"sĩ" agree because y after a consonant is i.
//! It must not know what is searched, nor how hits are shown.

use std::cell::OnceCell;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Fewest letters of a query that are also tried as initials; two would hit nearly every name.
const MIN_INITIALS: usize = 3;

/// The text as search sees it; a fixed point: folding twice changes nothing.
///
/// Also every kind of space is a plain space and every dash a hyphen, since
/// documents write "2021–2025" and "25- 30%" as they please.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut before = (' ', ' ');
    let mut push = |letter: char| {
        let letter = plain(letter);
        let letter = if letter == 'y' && is_consonant_sound(before) { 'i' } else { letter };
        before = (before.1, letter);
        folded.push(letter);
    };
    for letter in text.chars() {
        if letter.is_ascii() {
            push(letter.to_ascii_lowercase());
            continue;
        }
        // The order of the marks does not matter: all of them fall.
        decompose_canonical(letter, |part| {
            if part.is_ascii() {
                push(part.to_ascii_lowercase());
            } else if !is_combining_mark(part) {
                part.to_lowercase().filter(|c| !is_combining_mark(*c)).for_each(&mut push);
            }
        });
    }
    folded
}

fn plain(letter: char) -> char {
    match letter {
        'đ' => 'd',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => c,
    }
}

/// Whether a "y" after these two letters is written "i" by other hands: after a consonant, or "qu".
///
/// In "uy" and "ay" the two letters are different sounds ("tay" is not "tai"), so they stay.
fn is_consonant_sound((first, second): (char, char)) -> bool {
    matches!(second, 'b'..='d' | 'f'..='h' | 'j'..='n' | 'p'..='t' | 'v'..='x' | 'z')
        || (first, second) == ('q', 'u')
}

/// First letters of the words, folded, without "và": "Sở Khoa học và Công nghệ" gives "skhcn".
pub fn initials(text: &str) -> String {
    initials_of(&fold(text))
}

fn initials_of(folded: &str) -> String {
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| *word != "va").filter_map(|word| word.chars().next()).collect()
}

/// How well a text answers a query; the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// Every word stands at the start of a word, marks and all.
    ExactStart,
    /// Every word stands at the start of a word, some with other marks.
    FoldedStart,
    /// Some word stands inside a word, marks and all.
    ExactInside,
    /// Some word stands inside a word, with other marks.
    FoldedInside,
    /// The query is among the initials.
    Initials,
}

/// A text made ready to be searched many times.
#[derive(Clone, Debug)]
pub struct Searchable {
    text: String,
    folded: String,
    /// The text with its marks: asked for only where a word is found without them.
    exact: OnceCell<String>,
    initials: OnceCell<String>,
}

/// What is searched for, made ready to be tried on many texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<(String, String)>,
}

impl Searchable {
    /// Prepares a text.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { folded: fold(&text), text, exact: OnceCell::new(), initials: OnceCell::new() }
    }

    fn exact(&self) -> &str {
        self.exact.get_or_init(|| with_marks(&self.text))
    }

    fn initials(&self) -> &str {
        self.initials.get_or_init(|| initials_of(&self.folded))
    }

    /// Whether a line of the text is this folded one.
    pub fn has_line(&self, line: &str) -> bool {
        self.folded.lines().any(|other| other == line)
    }
}

impl Query {
    /// Prepares a query: words parted by spaces, in any order.
    pub fn new(query: &str) -> Self {
        let words = query.split_whitespace();
        Self { words: words.map(|word| (with_marks(word), fold(word))).collect() }
    }

    /// True when there is nothing to search for: such a query matches every text.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words, each with its marks and folded.
    pub fn words(&self) -> &[(String, String)] {
        &self.words
    }

    /// The rank of the worst word, since every word must match; `None` when one does not.
    pub fn rank(&self, text: &Searchable) -> Option<Rank> {
        let worst = self.words.iter().try_fold(Rank::ExactStart, |worst, (exact, folded)| {
            word_rank(exact, folded, text).map(|rank| rank.max(worst))
        });
        worst.or_else(|| self.initials_rank(text))
    }

    fn initials_rank(&self, text: &Searchable) -> Option<Rank> {
        match self.words.as_slice() {
            [(_, word)] if word.chars().count() >= MIN_INITIALS => {
                text.initials().contains(word.as_str()).then_some(Rank::Initials)
            }
            _ => None,
        }
    }
}

/// How well `text` answers `query`; `None` when some word of the query is not in it.
pub fn rank(query: &str, text: &str) -> Option<Rank> {
    Query::new(query).rank(&Searchable::new(text))
}

/// Whether every word of `query` is in `text`, with or without marks.
pub fn matches(query: &str, text: &str) -> bool {
    rank(query, text).is_some()
}

/// The text in small letters, each mark in one piece with its letter.
pub fn with_marks(text: &str) -> String {
    // Nearly every text is so already, and mostly its letters alone tell.
    if text.chars().all(is_in_one_piece) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return small(text.chars(), text.len());
    }
    small(text.nfc(), text.len())
}

/// Whether it is ASCII or a letter of Vietnamese or its neighbours with its marks: NFC leaves it alone.
fn is_in_one_piece(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, 'À'..='ɏ' | '\u{1ea0}'..='\u{1eff}')
}

fn small(letters: impl Iterator<Item = char>, length: usize) -> String {
    let mut text = String::with_capacity(length);
    for letter in letters {
        match letter.is_ascii() {
            true => text.push(letter.to_ascii_lowercase()),
            false => text.extend(letter.to_lowercase()),
        }
    }
    text
}

fn word_rank(exact: &str, folded: &str, text: &Searchable) -> Option<Rank> {
    let in_folded = find(folded, &text.folded);
    // What stands there with its marks stands there without; but whether a "y" is an "i" tells what is before it.
    if in_folded.is_none() && !folded.chars().take(2).any(|letter| letter == 'y') {
        return None;
    }
    let in_exact = find(exact, text.exact());
    match (in_exact, in_folded) {
        (Some(true), _) => Some(Rank::ExactStart),
        (_, Some(true)) => Some(Rank::FoldedStart),
        (Some(false), _) => Some(Rank::ExactInside),
        (None, Some(false)) => Some(Rank::FoldedInside),
        (None, None) => None,
    }
}

/// `Some(true)`: found at the start of a word; `Some(false)`: only inside words.
fn find(needle: &str, text: &str) -> Option<bool> {
    let mut found = None;
    for (at, _) in text.match_indices(needle) {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        if !before.is_some_and(char::is_alphanumeric) {
            return Some(true);
        }
        found = Some(false);
    }
    found
}

#[cfg(test)]
mod tests;
