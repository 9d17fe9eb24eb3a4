//! Figures that cannot be right as they stand, and ratios over many agencies.

use super::scale_of;
use crate::domain::indicator::Target;
use crate::domain::record::Observation;

/// Something about a figure that a person has to look at; never a reason to refuse it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QualityFlag {
    /// More counted than there are.
    NumeratorAboveDenominator {
        /// Numerator as entered.
        numerator: f64,
        /// Denominator as entered.
        denominator: f64,
    },
    /// A "trong đó" aims higher than the whole (90 of 80): the denominators must differ and have to be asked for.
    ChildAboveParent {
        /// Value of the part.
        child: f64,
        /// Value of the whole.
        parent: f64,
    },
    /// The baseline's printed value is not its ratio, even to the decimals printed.
    BaselineDiffers {
        /// Value as printed.
        printed: f64,
        /// Value worked out from the ratio.
        computed: f64,
    },
    /// The figure entered is not its ratio, even to the decimals entered.
    FigureDiffers {
        /// Value as entered.
        printed: f64,
        /// Value worked out from the ratio.
        computed: f64,
    },
}

/// Everything that is doubtful about a target and its present figure.
///
/// `parent` is the target that this one is a part of; both are compared only in one unit and for one year.
pub fn quality_flags(
    target: &Target,
    parent: Option<&Target>,
    observation: Option<&Observation>,
) -> Vec<QualityFlag> {
    let scale = scale_of(&target.unit);
    let mut flags = Vec::new();
    flags.extend(parent.and_then(|parent| child_above_parent(target, parent)));
    if let Some(baseline) = &target.baseline {
        flags.extend(numerator_above(baseline.numerator, baseline.denominator, scale));
        flags.extend(
            differing(Some(baseline.value), baseline.numerator, baseline.denominator, scale)
                .map(|(printed, computed)| QualityFlag::BaselineDiffers { printed, computed }),
        );
    }
    if let Some(seen) = observation {
        flags.extend(numerator_above(seen.numerator, seen.denominator, scale));
        flags.extend(
            differing(seen.value, seen.numerator, seen.denominator, scale)
                .map(|(printed, computed)| QualityFlag::FigureDiffers { printed, computed }),
        );
    }
    flags
}

fn child_above_parent(target: &Target, parent: &Target) -> Option<QualityFlag> {
    let is_part = target.parent.as_ref() == Some(&parent.id);
    let is_same = target.unit == parent.unit && target.year == parent.year;
    let (child, parent) = target.value.zip(parent.value)?;
    (is_part && is_same && child > parent).then_some(QualityFlag::ChildAboveParent { child, parent })
}

/// A plain ratio (scale 1) may be above one: three doctors for one station.
fn numerator_above(numerator: Option<f64>, denominator: Option<f64>, scale: f64) -> Option<QualityFlag> {
    let (numerator, denominator) = numerator.zip(denominator)?;
    (scale > 1.0 && numerator > denominator)
        .then_some(QualityFlag::NumeratorAboveDenominator { numerator, denominator })
}

fn differing(
    printed: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    scale: f64,
) -> Option<(f64, f64)> {
    let (numerator, denominator) = numerator.zip(denominator).filter(|(_, whole)| *whole > 0.0)?;
    let (printed, computed) = (printed?, numerator / denominator * scale);
    (!is_rounded_from(printed, computed)).then_some((printed, computed))
}

/// 97,65 is rounded from 97,6542: equal to the decimals that are printed.
fn is_rounded_from(printed: f64, computed: f64) -> bool {
    let decimals = printed.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let half_unit = 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap_or(i32::MAX));
    (printed - computed).abs() <= half_unit + 1e-9
}

/// The ratio of a whole province from (numerator, denominator) of each agency: Σ numerators / Σ denominators.
///
/// Never the mean of the ratios: 1/2 and 1/8 make 2/10. `None` when the denominators add up to nothing.
pub fn aggregate_ratio(parts: &[(f64, f64)]) -> Option<f64> {
    let (numerators, denominators) =
        parts.iter().fold((0.0, 0.0), |(above, below), part| (above + part.0, below + part.1));
    (denominators > 0.0).then(|| numerators / denominators)
}
