//! What a figure is measured by before it goes out: last period's, and what another desk was told.

use chrono::NaiveDate;

use super::Finding;
use crate::domain::ids::ItemId;
use crate::domain::record::ReportKey;

/// A figure that is given, in its unit, beside the one of the period before.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// The target whose indicator was measured.
    pub target: ItemId,
    /// The figure in the target's unit.
    pub value: f64,
    /// The day of the figure.
    pub as_of: NaiveDate,
    /// The figure of the period before, when one is known.
    pub before: Option<f64>,
    /// Whether the unit is a share: then points are compared, not ratios.
    pub share: bool,
}

/// A figure of an indicator that was sent to another desk, or under another clause.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The target of the report in hand that has the same indicator.
    pub target: ItemId,
    /// The report that said so.
    pub report: ReportKey,
    /// The figure in its unit.
    pub value: f64,
    /// The day of the figure.
    pub as_of: NaiveDate,
}

/// A share that moves by more points than this is looked at again.
const POINTS: f64 = 20.0;
/// Any other figure that moves by more than this part of itself is looked at again.
const PART: f64 = 0.5;
/// Factors of a slipped unit: thousands for ones, shares for per cent.
const SLIPS: [u32; 2] = [1000, 100];
/// How near to such a factor a figure has to be, as a part of it.
const NEAR: f64 = 0.25;

/// Two figures that print alike are the same figure: half a hundredth.
const SAME: f64 = 0.005;

/// What the figure of the period before says against a figure: a slipped unit, else a jump.
pub fn against_before(given: &Given) -> Option<Finding> {
    let (target, now) = (given.target.clone(), given.value);
    let before = given.before?;
    if let Some(factor) = slip(now, before) {
        return Some(Finding::UnitSlip { target, now, before, factor });
    }
    let jump = match given.share {
        true => (now - before).abs() > POINTS,
        false => (now - before).abs() > PART * before.abs(),
    };
    jump.then_some(Finding::Jump { target, now, before })
}

fn slip(now: f64, before: f64) -> Option<u32> {
    if now <= 0.0 || before <= 0.0 {
        return None;
    }
    let ratio = (now / before).max(before / now);
    SLIPS.into_iter().find(|factor| (ratio / f64::from(*factor) - 1.0).abs() <= NEAR)
}

/// What others were told of the same indicator otherwise.
pub fn told_otherwise(given: &Given, told: &[Told]) -> Vec<Finding> {
    let other = |told: &&Told| told.target == given.target && (told.value - given.value).abs() >= SAME;
    let finding =
        |told: &Told| Finding::ToldOtherwise { told: told.clone(), now: given.value, as_of: given.as_of };
    told.iter().filter(other).map(finding).collect()
}

#[cfg(test)]
mod tests;
