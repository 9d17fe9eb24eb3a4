//! Clause references such as `IV.7.a` or `II.1#2.3`: read, compared in document order, climbed.
//!
//! Knows only the text of a reference, not the plan that it belongs to.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// Letters of clauses in the order of Vietnamese documents: đ follows d; f, j, w, z are not used.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

/// Why a text is no clause reference.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ClauseError {
    /// Nothing to read.
    #[error("tham chiếu mục để trống: ghi như IV.7.a, PL.3, [1] hoặc #12")]
    Empty,
    /// One part is neither a number, a letter nor a section of the kind expected at its place.
    #[error("\"{text}\": không hiểu phần \"{part}\"; ghi như IV.7.a, II.1#2.3, PL.3, [1] hoặc #12")]
    BadPart {
        /// The whole reference.
        text: String,
        /// The part that was not understood; empty between two dots.
        part: String,
    },
}

/// The parts of a document in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Region {
    Body,
    Annex,
    Footnote,
}

/// One step down; the order of the variants is the order of siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Step {
    Section(u32),
    Number(u32),
    Letter(usize),
    Bullet(u32),
    Value(u32),
}

/// A clause reference: sections, numbers, letters, then `#n` for a bullet and `.m` for a number in it.
///
/// Ordered as a document is read: Roman numerals by value, a b c d đ e, bullets last among their
/// siblings; the annex follows the sections, footnotes come last.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClausePath {
    text: String,
    region: Region,
    steps: Vec<Step>,
}

impl ClausePath {
    /// Reads a reference as it stands in a plan file; surrounding blanks are ignored.
    ///
    /// # Errors
    /// [`ClauseError`] names the part that was not understood.
    pub fn parse(text: &str) -> Result<Self, ClauseError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ClauseError::Empty);
        }
        let (path, bullet) = match text.split_once('#') {
            Some((path, bullet)) => (path, Some(bullet)),
            None => (text, None),
        };
        let bad = |part: &str| ClauseError::BadPart { text: text.to_owned(), part: part.to_owned() };
        let mut region = Region::Body;
        let mut steps = Vec::new();
        if !(path.is_empty() && bullet.is_some()) {
            for (index, part) in path.split('.').enumerate() {
                if index == 0 && part == "PL" {
                    region = Region::Annex;
                } else if let (0, Some(number)) = (index, footnote(part)) {
                    region = Region::Footnote;
                    steps.push(Step::Number(number));
                } else {
                    steps.push(step(index, part).ok_or_else(|| bad(part))?);
                }
            }
        }
        if let Some(bullet) = bullet {
            let (item, value) =
                bullet.split_once('.').map_or((bullet, None), |(item, value)| (item, Some(value)));
            steps.push(Step::Bullet(number(item).ok_or_else(|| bad(item))?));
            if let Some(value) = value {
                steps.push(Step::Value(number(value).ok_or_else(|| bad(value))?));
            }
        }
        Ok(Self { text: text.to_owned(), region, steps })
    }

    /// The reference as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The clause above; `None` for a section, the annex, a footnote, or a line of a text without sections.
    pub fn parent(&self) -> Option<Self> {
        let cut = self.text.rfind(['.', '#'])?;
        let (above, _) = self.text.split_at(cut);
        if above.is_empty() {
            return None;
        }
        let steps = self.steps.split_last().map_or_else(Vec::new, |(_, above)| above.to_vec());
        Some(Self { text: above.to_owned(), region: self.region, steps })
    }

    /// Whether this is `other` itself or a clause below it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.region == other.region && self.steps.starts_with(&other.steps)
    }
}

fn step(index: usize, part: &str) -> Option<Step> {
    if let Some(value) = number(part) {
        return Some(Step::Number(value));
    }
    if index == 0 {
        return roman(part).map(Step::Section);
    }
    let mut chars = part.chars();
    let letter = chars.next()?;
    if chars.next().is_some() {
        return None;
    }
    LETTERS.chars().position(|c| c == letter).map(Step::Letter)
}

/// A number from 1 to 9999 without leading zeros, so that one clause has one spelling.
fn number(part: &str) -> Option<u32> {
    let plain = part.len() <= 4 && !part.starts_with('0') && part.bytes().all(|b| b.is_ascii_digit());
    if plain { part.parse().ok() } else { None }
}

fn footnote(part: &str) -> Option<u32> {
    number(part.strip_prefix('[')?.strip_suffix(']')?)
}

fn roman(part: &str) -> Option<u32> {
    if part.is_empty() || part.len() > 15 {
        return None;
    }
    let digits: Option<Vec<u32>> = part.chars().map(roman_digit).collect();
    let digits = digits?;
    let mut value = 0;
    for (index, &digit) in digits.iter().enumerate() {
        // A smaller digit before a larger one is subtracted; adding first keeps the sum unsigned.
        match digits.get(index + 1) {
            Some(&next) if digit < next => value += next - digit,
            _ if index > 0 && digits.get(index - 1).is_some_and(|&before| before < digit) => {}
            _ => value += digit,
        }
    }
    (to_roman(value) == part).then_some(value)
}

fn roman_digit(c: char) -> Option<u32> {
    Some(match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        _ => return None,
    })
}

fn to_roman(mut value: u32) -> String {
    let mut text = String::new();
    for (unit, letters) in
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    {
        while value >= unit {
            text.push_str(letters);
            value -= unit;
        }
    }
    text
}

impl Ord for ClausePath {
    fn cmp(&self, other: &Self) -> Ordering {
        self.region.cmp(&other.region).then_with(|| self.steps.cmp(&other.steps))
    }
}

impl PartialOrd for ClausePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for ClausePath {
    type Err = ClauseError;

    fn from_str(text: &str) -> Result<Self, ClauseError> {
        Self::parse(text)
    }
}

impl fmt::Display for ClausePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests;
