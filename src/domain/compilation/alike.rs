//! Whether two paragraphs say nearly the same: many of their words in common, whatever their order.

use std::collections::BTreeSet;

/// Share of common words, in hundredths, from which two paragraphs are taken for alike.
const ENOUGH: usize = 60;
/// Shorter paragraphs are alike only when they are the same: "Không có." says little.
const FEWEST_WORDS: usize = 5;

/// The words of a paragraph, each once.
#[derive(Clone, Debug)]
pub struct Gist(BTreeSet<String>);

impl Gist {
    /// The gist of a text.
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_lowercase).collect())
    }

    /// Whether both say nearly the same.
    pub fn is_like(&self, other: &Self) -> bool {
        let fewest = self.0.len().min(other.0.len());
        if fewest == 0 || fewest < FEWEST_WORDS {
            return fewest > 0 && self.0 == other.0;
        }
        let common = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - common;
        common * 100 / all >= ENOUGH
    }
}
