//! Time phrases of plans read into rules: "trước ngày 30/10 hằng năm".
//!
//! The phrase is folded for reading only; what was printed stays as it is. A phrase that is not fully
//! understood is an error and never a guess. Knows no calendar and no plan.

mod condition;
mod dated;
mod fold;
mod period;
mod recurring;
mod words;

use thiserror::Error;

pub use self::fold::fold_phrase;
use self::words::Words;
use super::schedule::Rule;

/// Years that a plan can name; anything else is a slip of the pen.
const YEARS: std::ops::RangeInclusive<u32> = 1945..=2199;

/// Why a phrase gives no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhraseReason {
    /// No rule of the grammar fits.
    #[error("không thuộc mẫu nào đã biết; ghi như \"trước ngày 30/10 hằng năm\" hoặc \"Hằng năm\"")]
    Unknown,
    /// The day does not exist, such as 31/2.
    #[error("không có ngày {day}/{month}")]
    ImpossibleDate {
        /// Day as printed.
        day: u32,
        /// Month as printed.
        month: u32,
    },
    /// A quarter, a month or a year is meant, but not which.
    #[error("thiếu năm; ghi như \"trong quý II/2026\"")]
    NoYear,
    /// A year that no plan can mean.
    #[error("năm {0} ngoài khoảng 1945-2199")]
    BadYear(u32),
    /// A quarter above 4, a month above 12, or a cycle of no years.
    #[error("số {0} không hợp lệ ở vị trí này")]
    BadNumber(u32),
    /// Weekly, monthly and quarterly cycles: the plans have none, and a rule for them does not exist.
    #[error("chỉ hỗ trợ chu kỳ năm; ghi từng ngày cụ thể cho chu kỳ tuần, tháng, quý")]
    CycleNotYearly,
    /// "đến năm 2030" is the year of a target and gives a task no day.
    #[error("năm mục tiêu không phải là hạn; ghi \"đến hết năm …\" nếu đó là hạn")]
    TargetYear,
    /// A span that ends before it begins.
    #[error("giai đoạn kết thúc trước khi bắt đầu")]
    ReversedSpan,
    /// A year beside "hằng năm": one day or every year?
    #[error("vừa có năm cụ thể vừa có \"hằng năm\": bỏ một trong hai")]
    Contradiction,
}

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
    let branches =
        [dated::read, period::read, period::spans, recurring::cycles, recurring::read, condition::read];
    for branch in branches {
        if let Some(rule) = branch(words.clone())? {
            return Ok(rule);
        }
    }
    let cycle = ["hàng tuần", "hàng tháng", "hàng quý"].iter().any(|cycle| words.contains(cycle));
    Err(if cycle { PhraseReason::CycleNotYearly } else { PhraseReason::Unknown })
}

#[cfg(test)]
mod tests;
