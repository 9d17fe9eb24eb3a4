//! Indicators, the values aimed at, and where they started.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, ItemId};

/// How an actual value is compared with the value aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// "tối thiểu", "ít nhất", "trở lên".
    AtLeast,
    /// "đạt", or a bare number.
    Reach,
    /// "khoảng".
    About,
    /// "từ … đến", "a–b".
    Range,
    /// "lên X": raised from a baseline.
    RaiseTo,
    /// "hướng tới".
    Toward,
    /// "duy trì … không dưới": judged every year.
    MaintainFloor,
    /// Share of a cohort that is still there after some years.
    CohortRetention,
    /// All members of a named list.
    SetCoverage,
    /// n for each unit.
    CountPer,
    /// Done or not done.
    Binary,
    /// A place among others.
    Rank,
    /// Judged in words.
    Qualitative,
}

/// What kind of target a comparator makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// A number to reach by a year.
    Quantitative,
    /// A cohort measured after a time.
    Cohort,
    /// A list of agencies to complete.
    SetCoverage,
    /// A count for each unit.
    CountPer,
    /// Done or not done.
    Binary,
    /// A place among others.
    Rank,
    /// Judged in words.
    Qualitative,
}

/// A value for a year on the way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// Year; the milestone is due on its 31 December.
    pub year: i32,
    /// Value in the target's unit.
    pub value: f64,
}

/// Where an indicator stood when the plan was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// Value as printed, in the target's unit.
    pub value: f64,
    /// Numerator, where the text gives one.
    pub numerator: Option<f64>,
    /// Denominator, where the text gives one.
    pub denominator: Option<f64>,
    /// Day of the figure; the day of issue where the text says "hiện nay".
    pub as_of: Option<NaiveDate>,
    /// Clause that gives it, such as `[1]`.
    pub clause: String,
}

/// One value aimed at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Identifier over all plans.
    pub id: ItemId,
    /// Clause with bullet and number: `II.1#2.3`.
    pub clause: String,
    /// The indicator in our words: what is measured.
    pub indicator: String,
    /// The same for narrow columns, at most 26 characters.
    pub short: String,
    /// How it is compared.
    pub comparator: Comparator,
    /// The words of comparison as printed; empty where the text has a bare number.
    pub comparator_words: String,
    /// The value aimed at, or the lower end of a range; `None` for what is judged in words.
    pub value: Option<f64>,
    /// The upper end of a range.
    pub value_high: Option<f64>,
    /// Unit of the value: "%", "bác sĩ/10.000 dân"; empty for what is judged in words.
    pub unit: String,
    /// For a count per unit: the unit ("lĩnh vực chuyên khoa").
    pub per: Option<String>,
    /// Who or what is counted.
    pub population: String,
    /// Year by whose end the value is due; `None` where the text gives none.
    pub year: Option<i32>,
    /// The clause that the year is inherited from, when the sentence itself has none.
    pub year_from: Option<String>,
    /// Values for several years, ascending, including the last one; empty for a single year.
    pub milestones: Vec<Milestone>,
    /// Where it stood at the start, where the text says so.
    pub baseline: Option<Baseline>,
    /// The target that this one is a "trong đó" of.
    pub parent: Option<ItemId>,
    /// Agencies that the plan makes answerable for it, usually none.
    pub responsible: Vec<AgencyId>,
    /// What a reader has to know.
    pub note: Option<String>,
}

impl Comparator {
    /// The kind of target that it makes.
    pub fn kind(self) -> TargetKind {
        match self {
            Self::AtLeast
            | Self::Reach
            | Self::About
            | Self::Range
            | Self::RaiseTo
            | Self::Toward
            | Self::MaintainFloor => TargetKind::Quantitative,
            Self::CohortRetention => TargetKind::Cohort,
            Self::SetCoverage => TargetKind::SetCoverage,
            Self::CountPer => TargetKind::CountPer,
            Self::Binary => TargetKind::Binary,
            Self::Rank => TargetKind::Rank,
            Self::Qualitative => TargetKind::Qualitative,
        }
    }
}

impl Target {
    /// Whether a figure of the indicator can have this value at all: none is negative, and no share is above 100%.
    pub fn can_be(&self, value: f64) -> bool {
        value >= 0.0 && (self.unit != "%" || value <= 100.0)
    }
}
