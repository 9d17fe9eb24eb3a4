//! From the measures of a target to its verdict.

use chrono::NaiveDate;

use super::trajectory::{self, Trajectory};
use super::{Actual, Evaluation, Tolerance, Verdict, members};
use crate::domain::indicator::{Comparator, Target};

/// The verdict on a target that was measured already.
pub(super) fn judge(
    target: &Target,
    evaluation: &Evaluation,
    start: Option<NaiveDate>,
    today: NaiveDate,
    tolerance: Tolerance,
) -> Verdict {
    let is_over = trajectory::due(target).is_some_and(|due| today > due);
    match target.comparator {
        Comparator::Binary | Comparator::Rank | Comparator::Qualitative => return Verdict::InWords,
        Comparator::MaintainFloor => return judge_floor(target, evaluation, is_over, tolerance),
        Comparator::CohortRetention if !is_over && (target.year.is_some() || evaluation.actual.is_none()) => {
            return Verdict::NotDueYet;
        }
        _ => {}
    }
    let Some(actual) = evaluation.actual else { return Verdict::NoFigure };
    if let Some(verdict) = judge_reached(target, actual, tolerance) {
        return verdict;
    }
    match trajectory::due(target) {
        None => Verdict::NoYear,
        Some(due) if actual.as_of >= due => Verdict::Missed,
        Some(due) if today > due => Verdict::NoClosingFigure,
        Some(_) => {
            let line = Trajectory::of(target, start).zip(evaluation.expected_at_actual);
            line.map_or(Verdict::NoBaseline, |(line, expected)| {
                by_share(line.share_of_expected(expected, actual.value), tolerance)
            })
        }
    }
}

/// `Met`, `AboveRange`, or nothing where the value is still to be reached.
fn judge_reached(target: &Target, actual: Actual, tolerance: Tolerance) -> Option<Verdict> {
    let is_complete = members(actual).is_some_and(|(done, all)| done >= all);
    let met = |is_met: bool| is_met.then_some(Verdict::Met);
    let reaches = |value: f64| actual.value >= value;
    match (target.comparator, target.value) {
        (Comparator::CountPer, _) if members(actual).is_some() => met(is_complete),
        (Comparator::SetCoverage, None) => met(is_complete),
        (_, None) => Some(Verdict::InWords),
        (Comparator::About, Some(value)) => met(reaches(value * (1.0 - tolerance.about))),
        (Comparator::Range, Some(low)) => match target.value_high {
            Some(high) if actual.value > high => Some(Verdict::AboveRange),
            _ => met(reaches(low)),
        },
        (_, Some(value)) => met(reaches(value)),
    }
}

/// A floor is judged by its closed years; before the first one closes, by the running year.
fn judge_floor(target: &Target, evaluation: &Evaluation, is_over: bool, tolerance: Tolerance) -> Verdict {
    let Some(floor) = target.value else { return Verdict::InWords };
    if evaluation.years.iter().any(|(_, kept)| *kept == Some(false)) {
        return if is_over { Verdict::Missed } else { Verdict::Behind };
    }
    let has_gap = evaluation.years.iter().any(|(_, kept)| kept.is_none());
    match evaluation.actual {
        Some(_) if is_over && !has_gap => Verdict::Met,
        Some(actual) if !has_gap && actual.value >= floor => Verdict::OnTrack,
        // A running year that is below may still recover, so it is never as bad as a closed one, nor good.
        Some(actual) if !has_gap && actual.value >= floor * tolerance.behind => Verdict::SlightlyBehind,
        Some(_) if !has_gap => Verdict::Behind,
        _ => Verdict::NoFigure,
    }
}

fn by_share(share: f64, tolerance: Tolerance) -> Verdict {
    // A hair's breadth for binary fractions: 9.5 of 10 is 95 %.
    let reaches = |border: f64| share >= border - 1e-9;
    if reaches(tolerance.ahead) {
        Verdict::Ahead
    } else if reaches(tolerance.on_track) {
        Verdict::OnTrack
    } else if reaches(tolerance.behind) {
        Verdict::SlightlyBehind
    } else {
        Verdict::Behind
    }
}
