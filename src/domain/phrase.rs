//! Time phrases of plans read into rules: "trước ngày 30/10 hằng năm".
//!
//! The phrase is folded for reading only; what was printed stays as it is. A phrase that is not fully
//! understood is an error and never a guess. Knows no calendar and no plan.

mod cadence;
mod condition;
mod cyclic;
mod dated;
mod fold;
mod period;
mod print;
mod reason;
mod recurring;
mod spans;
mod words;

use std::ops::RangeInclusive;

use thiserror::Error;

pub use self::fold::fold_phrase;
pub use self::print::print_phrase;
pub use self::reason::PhraseReason;
use self::words::Words;
use super::schedule::Rule;

/// Years that a plan can name; anything else is a slip of the pen.
const YEARS: RangeInclusive<u32> = 1945..=2199;

/// A phrase that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("không đọc được thời gian \"{folded}\": {reason}")]
pub struct PhraseError {
    /// The phrase as it was matched.
    pub folded: String,
    /// Why it gives no rule.
    pub reason: PhraseReason,
}

/// What one branch of the grammar says: a rule, "not mine", or a reason to stop.
type Branch = Result<Option<Rule>, PhraseReason>;

/// Reads a time phrase; an empty one means that the plan says nothing about time.
///
/// # Errors
/// [`PhraseError`] with the folded phrase and the reason.
pub fn parse_phrase(phrase: &str) -> Result<Rule, PhraseError> {
    let folded = fold_phrase(phrase);
    if folded.is_empty() {
        return Ok(Rule::Unspecified);
    }
    read(&folded).map_err(|reason| PhraseError { folded, reason })
}

fn read(folded: &str) -> Result<Rule, PhraseReason> {
    let mut words = Words::new(folded);
    while words.eat_any(&["thời gian thực hiện", "thời gian", "thực hiện", "triển khai", "hoàn thành"])
    {
    }
    let branches = [dated::read, cyclic::read, period::read, spans::read, recurring::read, condition::read];
    for branch in branches {
        if let Some(rule) = branch(words.clone())? {
            return Ok(rule);
        }
    }
    Err(PhraseReason::Unknown)
}

#[cfg(test)]
mod tests;
