//! How a target stands: the figure, where it should be by now, and a verdict.
//!
//! The rules, which the screens state in words:
//! - A figure is compared with what was expected at its own day, not today.
//! - Expected is the straight line from the baseline to 31 December of the year, or the line through the
//!   milestones. The baseline counts from its own day, else from the day of issue.
//! - Without a figure, or without a line to compare with, nothing is ever judged to go well.
//!
//! What is late or good is never stored: it is worked out here from the records, each time.

mod checks;
mod judge;
mod sources;
mod trajectory;

use chrono::{Datelike, NaiveDate};

pub use self::checks::{QualityFlag, aggregate_ratio, quality_flags};
use self::sources::figure_of;
pub use self::sources::{Whose, gathering_desks};
use self::trajectory::{Trajectory, years_between};
use super::ids::AgencyId;
use super::indicator::{Comparator, Target};
use super::record::{Observation, Quality};

/// Where the borders between the verdicts lie; a plan may have its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tolerance {
    /// For "khoảng": met from `value · (1 − about)` on.
    pub about: f64,
    /// Ahead from this share of the way that was expected.
    pub ahead: f64,
    /// On track from this share.
    pub on_track: f64,
    /// Slightly behind from this share, behind below it.
    pub behind: f64,
}

impl Default for Tolerance {
    fn default() -> Self {
        Self { about: 0.05, ahead: 1.1, on_track: 0.95, behind: 0.8 }
    }
}

/// The judgement on a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The value is reached.
    Met,
    /// Further than expected at the day of the figure.
    Ahead,
    /// As far as expected.
    OnTrack,
    /// A little less far than expected.
    SlightlyBehind,
    /// Far behind what was expected.
    Behind,
    /// Above the upper end of a range: a note, no failure.
    AboveRange,
    /// The time is over and the closing figure is below the value.
    Missed,
    /// The time is over, the value was not reached before, and no figure closes it.
    NoClosingFigure,
    /// Cannot be measured yet: the cohort is still under way.
    NotDueYet,
    /// There is a figure below the value, but no baseline to draw a line from.
    NoBaseline,
    /// There is a figure below the value, but the text gives no year.
    NoYear,
    /// No figure was entered, or, for a floor, a closed year has none.
    NoFigure,
    /// Judged by people, in words.
    InWords,
}

/// The figure that counts now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Actual {
    /// In the target's unit. For a count per unit with both parts given: the share of units that are complete.
    pub value: f64,
    /// Day of the figure.
    pub as_of: NaiveDate,
    /// How firm it is.
    pub quality: Quality,
    /// Numerator, where one was entered.
    pub numerator: Option<f64>,
    /// Denominator, where one was entered.
    pub denominator: Option<f64>,
}

/// A verdict with everything that it was made from. Values are in the target's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The judgement.
    pub verdict: Verdict,
    /// The figure that it rests on.
    pub actual: Option<Actual>,
    /// Whose figure that is.
    pub whose: Option<Whose>,
    /// What the line expected at the day of the figure.
    pub expected_at_actual: Option<f64>,
    /// What the line expects today.
    pub expected_today: Option<f64>,
    /// Actual minus expected at its day; negative is missing.
    pub gap: Option<f64>,
    /// Straight pace from the baseline to the value, per year.
    pub planned_per_year: Option<f64>,
    /// Pace from the baseline to the figure, per year.
    pub pace_per_year: Option<f64>,
    /// Pace needed from the figure to the value, per year; 0 when it is reached.
    pub needed_per_year: Option<f64>,
    /// Where the present pace leads by the end of the year aimed at.
    pub forecast: Option<f64>,
    /// Share of the way from baseline to value: 0 to 1, and beyond; below 0 when it went back.
    pub progress: Option<f64>,
    /// Share of the time gone today, 0 to 1.
    pub time_share: Option<f64>,
    /// For a floor: every closed year, and whether it was kept; `None` where the year has no figure.
    pub years: Vec<(i32, Option<bool>)>,
}

/// Evaluates a target as of `today`.
///
/// `observations` are those of this target, in any order; `desks` gather the reports of its plan and speak for the
/// whole; `start` is the day of issue of its plan.
pub fn evaluate(
    target: &Target,
    observations: &[&Observation],
    desks: &[AgencyId],
    start: Option<NaiveDate>,
    today: NaiveDate,
    tolerance: Tolerance,
) -> Evaluation {
    let (actual, whose) = figure_of(target, observations, desks).unzip();
    let mut evaluation = Evaluation { whose, ..measure(target, actual, start, today) };
    if target.comparator == Comparator::MaintainFloor {
        evaluation.years = closed_years(target, observations, desks, start, today);
    }
    evaluation.verdict = judge::judge(target, &evaluation, start, today, tolerance);
    evaluation
}

/// The observation that counts: of the latest day, then the firmest, then the one saved last.
///
/// Observations without a figure are passed over.
pub fn current_observation<'a>(observations: &[&'a Observation]) -> Option<&'a Observation> {
    let with_figure = observations.iter().copied().filter(|one| one.figure(1.0).is_some());
    with_figure.max_by_key(|one| (one.as_of, firmness(one.quality), one.stamp.at, one.stamp.id))
}

/// By what a ratio is multiplied to stand in this unit: 100 for "%", 10 000 for "bác sĩ/10.000 dân" and "/1 vạn
/// dân", 1 where the unit says nothing.
pub fn scale_of(unit: &str) -> f64 {
    if unit.contains('%') {
        return 100.0;
    }
    if unit.contains('‰') {
        return 1000.0;
    }
    let Some((_, per)) = unit.rsplit_once('/') else { return 1.0 };
    let is_number = |c: &char| c.is_ascii_digit() || *c == '.';
    let digits: String = per.trim_start().chars().take_while(is_number).filter(|c| *c != '.').collect();
    let number = digits.parse().ok().filter(|number| *number > 0.0).unwrap_or(1.0);
    if per.contains("vạn") { number * 10_000.0 } else { number }
}

fn firmness(quality: Quality) -> u8 {
    match quality {
        Quality::Estimate => 0,
        Quality::Provisional => 1,
        Quality::Final => 2,
    }
}

fn actual(target: &Target, observation: &Observation) -> Option<Actual> {
    Some(Actual {
        value: observation.figure(scale_of(&target.unit))?,
        as_of: observation.as_of,
        quality: observation.quality,
        numerator: observation.numerator,
        denominator: observation.denominator,
    })
}

/// Everything but the verdict.
fn measure(
    target: &Target,
    actual: Option<Actual>,
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Evaluation {
    let line = Trajectory::of(target, start).filter(|_| has_line(target, actual));
    let expected_at_actual = line.as_ref().zip(actual).and_then(|(line, actual)| line.expected(actual.as_of));
    let pace = line.as_ref().zip(actual).and_then(|(line, actual)| line.pace(actual.value, actual.as_of));
    let to_go = trajectory::due(target).zip(actual).filter(|(due, actual)| actual.as_of < *due);
    let years_to_go = to_go.map(|(due, actual)| years_between(actual.as_of, due));
    let ahead = years_to_go.zip(actual).filter(|_| has_line(target, actual));
    Evaluation {
        whose: None,
        verdict: Verdict::NoFigure,
        actual,
        expected_at_actual,
        expected_today: line.as_ref().and_then(|line| line.expected(today)),
        gap: actual.zip(expected_at_actual).map(|(actual, expected)| actual.value - expected),
        planned_per_year: line.as_ref().and_then(Trajectory::planned_pace),
        pace_per_year: pace,
        needed_per_year: target
            .value
            .zip(ahead)
            .map(|(value, (years, actual))| (value - actual.value).max(0.0) / years),
        forecast: pace.zip(ahead).map(|(pace, (years, actual))| actual.value + pace * years),
        progress: progress(target, line.as_ref(), actual),
        time_share: trajectory::time_share(target, start, today),
        years: Vec::new(),
    }
}

/// Whether the figures of this target lie on a line over the years.
///
/// A floor has none, nor a cohort; and the units counted for "n for each" are not in the unit of its value.
fn has_line(target: &Target, actual: Option<Actual>) -> bool {
    match target.comparator {
        Comparator::AtLeast
        | Comparator::Reach
        | Comparator::About
        | Comparator::Range
        | Comparator::RaiseTo
        | Comparator::Toward
        | Comparator::SetCoverage => true,
        Comparator::CountPer => actual.and_then(members).is_none(),
        Comparator::MaintainFloor
        | Comparator::CohortRetention
        | Comparator::Binary
        | Comparator::Rank
        | Comparator::Qualitative => false,
    }
}

/// Members that are complete, and all members.
fn members(actual: Actual) -> Option<(f64, f64)> {
    actual.numerator.zip(actual.denominator).filter(|(_, all)| *all > 0.0)
}

fn progress(target: &Target, line: Option<&Trajectory>, actual: Option<Actual>) -> Option<f64> {
    let actual = actual?;
    let counted = matches!(target.comparator, Comparator::SetCoverage | Comparator::CountPer);
    let share = members(actual).filter(|_| counted).map(|(done, all)| done / all);
    share.or_else(|| line?.progress(actual.value))
}

/// Every year from the issue (or the first figure) that is over, up to the year aimed at.
fn closed_years(
    target: &Target,
    observations: &[&Observation],
    desks: &[AgencyId],
    start: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<(i32, Option<bool>)> {
    let first = start.or_else(|| observations.iter().map(|one| one.as_of).min());
    let Some((first, floor)) = first.map(|day| day.year()).zip(target.value) else { return Vec::new() };
    let last = (today.year() - 1).min(target.year.unwrap_or(i32::MAX));
    let kept = |year: i32| {
        let of_year: Vec<_> = observations.iter().copied().filter(|one| one.as_of.year() == year).collect();
        let (figure, _) = figure_of(target, &of_year, desks)?;
        Some(figure.value >= floor)
    };
    (first..=last).map(|year| (year, kept(year))).collect()
}

#[cfg(test)]
mod tests;
