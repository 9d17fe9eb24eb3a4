//! A reader over the words of a folded phrase.

use super::{PhraseReason, YEARS};

/// The words still to be read; cheap to copy, so that a branch may give up.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(folded: &'a str) -> Self {
        Self { words: folded.split(' ').collect(), at: 0 }
    }

    fn rest(&self) -> &[&'a str] {
        self.words.get(self.at..).unwrap_or_default()
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    /// Steps over these words when they come next.
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        let count = phrase.split(' ').count();
        let here = self.rest().get(..count).is_some_and(|next| next.iter().copied().eq(phrase.split(' ')));
        if here {
            self.at += count;
        }
        here
    }

    /// Steps over the first of the phrases that comes next.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Goes behind the first place where these words stand; stays where it is when they do not occur.
    pub(super) fn seek(&mut self, phrase: &str) -> bool {
        let start = self.at;
        while !self.is_done() {
            if self.eat(phrase) {
                return true;
            }
            self.at += 1;
        }
        self.at = start;
        false
    }

    /// Whether these words stand anywhere in what is left.
    pub(super) fn contains(&self, phrase: &str) -> bool {
        self.clone().seek(phrase)
    }

    pub(super) fn has_digit(&self) -> bool {
        self.numbers_left() > 0
    }

    /// How many words with a digit are still to be read.
    pub(super) fn numbers_left(&self) -> usize {
        self.rest().iter().filter(|word| word.contains(|c: char| c.is_ascii_digit())).count()
    }

    /// How many words are still to be read.
    pub(super) fn words_left(&self) -> usize {
        self.rest().len()
    }

    /// A number of at most four digits.
    pub(super) fn number(&mut self) -> Option<u32> {
        let word = *self.rest().first()?;
        if word.len() > 4 || !word.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let value = word.parse().ok()?;
        self.at += 1;
        Some(value)
    }

    /// A year of four digits within the range of plans.
    pub(super) fn year(&mut self) -> Result<Option<i32>, PhraseReason> {
        let Some(value) = self.number() else { return Ok(None) };
        if !YEARS.contains(&value) {
            return Err(PhraseReason::BadYear(value));
        }
        Ok(i32::try_from(value).ok())
    }

    /// The number of a quarter, Roman or Arabic.
    pub(super) fn quarter(&mut self) -> Option<u32> {
        for (roman, value) in [("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("v", 5), ("vi", 6)] {
            if self.eat(roman) {
                return Some(value);
            }
        }
        self.number()
    }

    /// A weekday, 1 (Monday) to 7 (Sunday): "thứ sáu", "thứ 6", "chủ nhật".
    pub(super) fn weekday(&mut self) -> Result<Option<u32>, PhraseReason> {
        if self.eat("chủ nhật") {
            return Ok(Some(7));
        }
        let start = self.at;
        if !self.eat("thứ") {
            return Ok(None);
        }
        for (name, value) in [("hai", 1), ("ba", 2), ("tư", 3), ("năm", 4), ("sáu", 5), ("bảy", 6)] {
            if self.eat(name) {
                return Ok(Some(value));
            }
        }
        match self.number() {
            Some(number @ 2..=7) => Ok(Some(number - 1)),
            Some(number) => Err(PhraseReason::BadNumber(number)),
            None => {
                self.at = start;
                Ok(None)
            }
        }
    }
}
