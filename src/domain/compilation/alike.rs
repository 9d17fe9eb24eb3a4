//! Whether two paragraphs say nearly the same: many of their words in common, whatever their order.

use std::collections::BTreeSet;

/// Share of common words, in hundredths, from which two paragraphs are taken for alike.
const ENOUGH: usize = 60;
/// Shorter paragraphs are alike only when they are the same: "Không có." says little.
const FEWEST_WORDS: usize = 5;

/// Whether two paragraphs say nearly the same.
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let common = one.intersection(&other).count();
    let all = one.union(&other).count();
    match all {
        0 => false,
        _ if one.len().min(other.len()) < FEWEST_WORDS => one == other,
        _ => common * 100 / all >= ENOUGH,
    }
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
