//! Time phrases of plans and the rules that they mean.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod cycle;
mod period;

pub use cycle::{CycleDay, Every, YearPart, Years};
pub use period::{NotAPeriod, Period};

/// How a named day bounds an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// "trước ngày": the named day itself is too late.
    Before,
    /// "chậm nhất ngày", "đến ngày", "không quá ngày": the named day still counts.
    By,
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
    /// The end of a part of a year, inclusive: "trong quý IV hằng năm", "trong quý II", "tuần đầu tháng 12/2026".
    ///
    /// A half-year, quarter or month of one named year is a [`Rule::PeriodEnd`] instead.
    PartEnd {
        /// The part.
        part: YearPart,
        /// Of which years.
        of: Years,
    },
    /// Comes back within the year: "hằng quý", "trước ngày 25 hằng tháng", "06 tháng một lần".
    Cycle {
        /// How often.
        every: Every,
        /// The day that each period prints; `None`: no day.
        on: Option<CycleDay>,
        /// First year, where the phrase names one.
        from_year: Option<i32>,
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

impl Rule {
    /// Whether it comes back several times a year.
    pub fn is_within_year(&self) -> bool {
        matches!(self, Self::Cycle { .. })
    }

    /// Whether the printed day still counts; `None` where the rule prints no day.
    pub fn bound(&self) -> Option<Bound> {
        match self {
            Self::Annual { bound, .. } | Self::Once { bound, .. } => Some(*bound),
            Self::Cycle { on, .. } => on.map(|on| on.bound),
            _ => None,
        }
    }

    /// The first year, where the rule names one.
    pub fn first_year(&self) -> Option<i32> {
        match *self {
            Self::Annual { from_year, .. } | Self::Yearly { from_year } | Self::Cycle { from_year, .. } => {
                from_year
            }
            Self::EveryYears { anchor, .. } => anchor,
            Self::PartEnd { of: Years::From(year) | Years::Only(year), .. } => Some(year),
            _ => None,
        }
    }

    /// Whether a period is one of those that a rule within the year or for a part of it can have.
    pub fn has(&self, period: Period) -> bool {
        let year = period.year();
        let begun = self.first_year().is_none_or(|first| first <= year);
        match *self {
            Self::Cycle { every, .. } => begun && every.has(period),
            Self::PartEnd { part, of } => {
                begun && !matches!(of, Years::Only(only) if only != year) && part.period(year) == Some(period)
            }
            _ => false,
        }
    }

    /// Whether each of its periods has a last valid day.
    pub fn is_dated(&self) -> bool {
        match self {
            Self::Annual { .. } | Self::Once { .. } | Self::PeriodEnd { .. } | Self::PartEnd { .. } => true,
            Self::Cycle { on, .. } => on.is_some(),
            _ => false,
        }
    }
}
