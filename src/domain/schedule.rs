//! Time phrases of plans and the rules that they mean.

use std::fmt;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// How a named day bounds an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// "trước ngày": the named day itself is too late.
    Before,
    /// "chậm nhất ngày", "đến ngày", "không quá ngày": the named day still counts.
    By,
}

/// A calendar period that a phrase names, or that a report covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A year.
    Year(i32),
    /// A quarter (1 to 4) of a year.
    Quarter(i32, u32),
    /// A month (1 to 12) of a year.
    Month(i32, u32),
}

/// What opens a duty that has no day of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// "khi có phát sinh".
    OnEvent,
    /// "theo hướng dẫn của", "sau khi có hướng dẫn".
    OnGuidance,
    /// "theo nhiệm vụ được giao".
    AsAssigned,
    /// "khi có nhu cầu".
    OnDemand,
    /// "kịp thời".
    Promptly,
    /// "phù hợp với tình hình thực tiễn".
    AsFits,
    /// "theo quy định".
    AsRegulated,
}

/// What a time phrase means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Rule {
    /// A day of every year: "trước ngày 30/10 hằng năm".
    Annual {
        /// Day of the month as printed.
        day: u32,
        /// Month as printed.
        month: u32,
        /// Whether the printed day still counts.
        bound: Bound,
        /// First year, where the phrase names one.
        from_year: Option<i32>,
    },
    /// Every year without a day: "Hằng năm", "Hằng năm, bắt đầu từ năm 2025".
    Yearly {
        /// First year, where the phrase names one.
        from_year: Option<i32>,
    },
    /// Every n years without an anchor: "02 năm/lần".
    EveryYears {
        /// Length of the cycle in years.
        years: u32,
        /// First year; the program asks for it and never guesses.
        anchor: Option<i32>,
    },
    /// One day: "trước ngày 15/11/2026".
    Once {
        /// The day as printed.
        date: NaiveDate,
        /// Whether the printed day still counts.
        bound: Bound,
    },
    /// The end of a period, inclusive: "Đến hết Quý I/2024".
    PeriodEnd {
        /// The period whose last day is the last valid day.
        period: Period,
    },
    /// "thường xuyên …".
    Continuous {
        /// "hằng năm" stands beside it.
        yearly: bool,
        /// First day, where the phrase names a start ("bắt đầu từ Quý III năm 2024" is 1/7/2024).
        from: Option<NaiveDate>,
        /// "và theo giai đoạn" stands beside it.
        phases: bool,
        /// "hoặc khi có phát sinh" stands beside it.
        on_event: bool,
    },
    /// "từng giai đoạn 05 năm và … từng năm".
    Phases {
        /// Length of a phase in years.
        years: u32,
        /// A product for every year as well.
        yearly: bool,
        /// Last year of the phases, where the phrase names one.
        until: Option<i32>,
        /// Year of the vision beyond, where the phrase names one.
        vision: Option<i32>,
    },
    /// "giai đoạn 2023 - 2027 và những năm tiếp theo".
    Span {
        /// First year.
        from_year: i32,
        /// Last year.
        to_year: i32,
        /// "và những năm tiếp theo": the end is unknown.
        open_end: bool,
    },
    /// Opened by an event, a document or an assignment; no day of its own.
    Conditional {
        /// What opens it.
        condition: Condition,
    },
    /// The plan says nothing about time.
    Unspecified,
}

/// A time phrase as printed, and the rule that it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// The phrase as printed; empty when the plan says nothing.
    pub phrase: String,
    /// What it means.
    pub rule: Rule,
    /// The clause that the phrase is inherited from, when it is not the item's own.
    pub inherited_from: Option<String>,
}

impl fmt::Display for Period {
    /// `2026`, `2026-Q4` or `2026-10`, as in the database.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

impl Period {
    /// First and last day of the figures that a report of this period gives: the year, quarter and month
    /// begin on the 15th before and end on the 14th (Nghị định 09/2019/NĐ-CP, Điều 12).
    pub fn data_window(self) -> Option<(NaiveDate, NaiveDate)> {
        let (year, first_month, last_month) = match self {
            Self::Year(year) => (year, 1, 12),
            Self::Quarter(year, quarter) => (year, quarter.checked_mul(3)?.checked_sub(2)?, quarter * 3),
            Self::Month(year, month) => (year, month, month),
        };
        let from = NaiveDate::from_ymd_opt(year, first_month, 15)?.checked_sub_months(Months::new(1))?;
        Some((from, NaiveDate::from_ymd_opt(year, last_month, 14)?))
    }
}
