//! The line from where an indicator stood to the value aimed at.

use chrono::NaiveDate;

use crate::domain::indicator::Target;

const DAYS_PER_YEAR: f64 = 365.25;

/// Days and the values expected on them, ascending; at least two.
pub(super) struct Trajectory {
    points: Vec<(NaiveDate, f64)>,
    /// The baseline as given, and its day; without one the line begins at the first milestone.
    baseline: Option<(NaiveDate, f64)>,
}

impl Trajectory {
    /// The line of a target; `None` without a value, a year, or a place and day to start from.
    pub fn of(target: &Target, start: Option<NaiveDate>) -> Option<Self> {
        let end = (due(target)?, target.value?);
        let baseline = target.baseline.as_ref().and_then(|from| Some((from.as_of.or(start)?, from.value)));
        // What was reached from the start has to be kept: the line never goes down.
        let mut points: Vec<_> = baseline.map(|(day, value)| (day, value.min(end.1))).into_iter().collect();
        for milestone in &target.milestones {
            let day = last_day(milestone.year)?;
            if day < end.0 && points.last().is_none_or(|(before, _)| *before < day) {
                points.push((day, milestone.value));
            }
        }
        let is_line = points.last().is_some_and(|(before, _)| *before < end.0);
        points.push(end);
        is_line.then_some(Self { points, baseline })
    }

    /// The value expected on a day: the last one after the end, the baseline before its own day.
    ///
    /// `None` before the first milestone when there is no baseline.
    pub fn expected(&self, day: NaiveDate) -> Option<f64> {
        let next = self.points.partition_point(|(at, _)| *at <= day);
        let Some((to_day, to)) = self.points.get(next) else {
            return self.points.last().map(|(_, value)| *value);
        };
        let Some((from_day, from)) = next.checked_sub(1).and_then(|before| self.points.get(before)) else {
            return self.baseline.map(|_| *to);
        };
        let share = years_between(*from_day, day) / years_between(*from_day, *to_day);
        Some(from + (to - from) * share)
    }

    /// How much of the way expected by then was gone: 1 is as expected.
    ///
    /// Where no way was expected (on the first day, or when the value was reached from the start), the share of
    /// the value itself.
    pub fn share_of_expected(&self, expected: f64, actual: f64) -> f64 {
        let origin = self.points.first().map_or(expected, |(_, value)| *value);
        if expected > origin {
            return (actual - origin) / (expected - origin);
        }
        if expected > 0.0 { actual / expected } else { f64::from(actual >= expected) }
    }

    /// Share of the way from the baseline to the end; `None` without a baseline or without a way to go.
    pub fn progress(&self, actual: f64) -> Option<f64> {
        let (_, from) = self.baseline?;
        let (_, to) = self.points.last()?;
        (*to > from).then(|| (actual - from) / (to - from))
    }

    /// Straight pace from the baseline to the end, per year.
    pub fn planned_pace(&self) -> Option<f64> {
        let (day, value) = self.points.last()?;
        self.pace(*value, *day).map(|pace| pace.max(0.0))
    }

    /// Pace from the baseline to a value on a later day, per year.
    pub fn pace(&self, value: f64, day: NaiveDate) -> Option<f64> {
        let (from_day, from) = self.baseline?;
        (day > from_day).then(|| (value - from) / years_between(from_day, day))
    }
}

/// 31 December of the year aimed at.
pub(super) fn due(target: &Target) -> Option<NaiveDate> {
    let last_milestone = target.milestones.last().map(|milestone| milestone.year);
    target.year.or(last_milestone).and_then(last_day)
}

/// Share of the time from the baseline's day (else the issue) to the end that is gone, 0 to 1.
pub(super) fn time_share(target: &Target, start: Option<NaiveDate>, today: NaiveDate) -> Option<f64> {
    let from = target.baseline.as_ref().and_then(|baseline| baseline.as_of).or(start)?;
    let to = due(target)?;
    (from < to).then(|| (years_between(from, today) / years_between(from, to)).clamp(0.0, 1.0))
}

/// Years of 365,25 days.
pub(super) fn years_between(from: NaiveDate, to: NaiveDate) -> f64 {
    (to - from).num_days() as f64 / DAYS_PER_YEAR
}

fn last_day(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}
