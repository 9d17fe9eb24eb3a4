//! Two texts of a report word by word: what was added and removed, and how much of one stands in the other.

use std::collections::HashMap;

/// A run of words of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both texts.
    Same,
    /// Only in the new one.
    Added,
    /// Only in the old one.
    Removed,
}

/// Most pairs of words that are compared one by one; beyond that the middle counts as rewritten.
const MOST_PAIRS: usize = 4_000_000;

/// The words of both texts in their order, in runs; what is removed stands before what is added.
pub fn compare(old: &str, new: &str) -> Vec<(Change, String)> {
    let (old, new): (Vec<_>, Vec<_>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = |words: &[&str]| words.len() - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(rest(&old)).min(rest(&new));
    let (before, after) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut runs = Runs::default();
    old[..head].iter().for_each(|word| runs.add(Change::Same, word));
    compare_middle(before, after, &mut runs);
    old[old.len() - tail..].iter().for_each(|word| runs.add(Change::Same, word));
    runs.0
}

fn compare_middle(old: &[&str], new: &[&str], runs: &mut Runs) {
    let (mut i, mut j) = (0, 0);
    if old.len().saturating_mul(new.len()) <= MOST_PAIRS {
        let common = Common::of(old, new);
        while let (Some(a), Some(b)) = (old.get(i), new.get(j)) {
            if a == b {
                runs.add(Change::Same, a);
                (i, j) = (i + 1, j + 1);
            } else if common.at(i + 1, j) >= common.at(i, j + 1) {
                runs.add(Change::Removed, a);
                i += 1;
            } else {
                runs.add(Change::Added, b);
                j += 1;
            }
        }
    }
    old[i..].iter().for_each(|word| runs.add(Change::Removed, word));
    new[j..].iter().for_each(|word| runs.add(Change::Added, word));
}

/// How many words the ends of two texts have in common, in order, from each pair of places on.
struct Common {
    lengths: Vec<u32>,
    width: usize,
}

impl Common {
    fn of(old: &[&str], new: &[&str]) -> Self {
        let width = new.len() + 1;
        let mut found = Self { lengths: vec![0; (old.len() + 1) * width], width };
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                found.lengths[i * width + j] = match old[i] == new[j] {
                    true => found.at(i + 1, j + 1) + 1,
                    false => found.at(i + 1, j).max(found.at(i, j + 1)),
                };
            }
        }
        found
    }

    fn at(&self, i: usize, j: usize) -> u32 {
        self.lengths.get(i * self.width + j).copied().unwrap_or_default()
    }
}

#[derive(Default)]
struct Runs(Vec<(Change, String)>);

impl Runs {
    fn add(&mut self, change: Change, word: &str) {
        match self.0.last_mut() {
            Some((last, text)) if *last == change => {
                text.push(' ');
                text.push_str(word);
            }
            _ => self.0.push((change, word.to_owned())),
        }
    }
}

/// How much two texts share, from 0 to 100 per cent of their words, whatever the order; 0 where one is empty.
///
/// Whoever wants case and marks left aside folds both texts before.
pub fn similarity(one: &str, other: &str) -> u8 {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    let (mut words, mut shared) = (0_usize, 0_usize);
    for word in one.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        words += 1;
    }
    for word in other.split_whitespace() {
        words += 1;
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            shared += 2;
        }
    }
    u8::try_from((shared * 100).checked_div(words).unwrap_or_default()).unwrap_or(100)
}

#[cfg(test)]
mod tests;
