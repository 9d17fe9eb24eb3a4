//! Figures of a target: what its comparator needs, what its unit allows, whether they agree.

use toml::Spanned;

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Baseline, Number, Target};
use crate::domain::indicator::{Comparator, TargetKind};

pub(super) fn check(target: &Target, faults: &mut Faults) {
    needs(target, faults);
    units(target, faults);
    if let (Some(low), Some(high)) = (&target.value, &target.value_high) {
        let (low, upper) = (*low.get_ref(), *high.get_ref());
        if low >= upper {
            faults.at(high.span(), FaultReason::RangeReversed { low, high: upper });
        }
    }
    milestones(target, faults);
    if let Some(baseline) = &target.baseline {
        self::baseline(baseline, target.unit.as_ref().map_or("", |unit| unit.get_ref()), faults);
    }
}

/// The word that the file has for a comparator.
fn word(comparator: Comparator) -> String {
    serde_json::to_value(comparator)
        .ok()
        .and_then(|word| word.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn needs(target: &Target, faults: &mut Faults) {
    let comparator = *target.comparator.get_ref();
    let judged = matches!(comparator.kind(), TargetKind::Binary | TargetKind::Rank | TargetKind::Qualitative);
    let by = word(comparator);
    let fields = [
        ("value", target.value.as_ref().map(Spanned::span), !judged),
        ("unit", target.unit.as_ref().map(Spanned::span), !judged),
        ("value_high", target.value_high.as_ref().map(Spanned::span), comparator == Comparator::Range),
        ("per", target.per.as_ref().map(Spanned::span), comparator == Comparator::CountPer),
    ];
    for (field, place, needed) in fields {
        let (field, by) = (field.to_owned(), by.clone());
        match place {
            None if needed => {
                faults.lacks(target.comparator.span(), &field.clone(), FaultReason::Needed { field, by });
            }
            Some(span) if !needed => faults.at(span, FaultReason::NotAllowed { field, by }),
            _ => {}
        }
    }
}

fn units(target: &Target, faults: &mut Faults) {
    let unit = target.unit.as_ref().map_or("", |unit| unit.get_ref());
    let own = target.value.iter().chain(&target.value_high);
    let on_the_way = target.milestones.iter().map(|milestone| &milestone.get_ref().value);
    let start = target.baseline.iter().map(|baseline| &baseline.value);
    for number in own.chain(on_the_way).chain(start) {
        fits(number, unit, faults);
    }
    let parts =
        target.baseline.iter().flat_map(|baseline| baseline.numerator.iter().chain(&baseline.denominator));
    for number in parts {
        fits(number, "", faults);
    }
}

fn fits(number: &Number, unit: &str, faults: &mut Faults) {
    let value = *number.get_ref();
    let high = if unit == "%" { 100.0 } else { f64::MAX };
    if !(0.0..=high).contains(&value) {
        faults.at(number.span(), FaultReason::OutsideUnit { value, unit: unit.to_owned() });
    }
}

fn milestones(target: &Target, faults: &mut Faults) {
    for pair in target.milestones.windows(2) {
        if let [earlier, later] = pair
            && later.get_ref().year <= earlier.get_ref().year
        {
            faults.at(later.span(), FaultReason::MilestoneOrder { year: later.get_ref().year });
        }
    }
    let Some(last) = target.milestones.last() else { return };
    let (year, value) = (last.get_ref().year, *last.get_ref().value.get_ref());
    if target.year != Some(year) || target.value.as_ref().map(|number| *number.get_ref()) != Some(value) {
        faults.at(last.span(), FaultReason::MilestoneEnd { year, value });
    }
}

fn baseline(baseline: &Baseline, unit: &str, faults: &mut Faults) {
    let by = "baseline".to_owned();
    match (&baseline.numerator, &baseline.denominator) {
        (Some(top), None) => {
            let field = "denominator".to_owned();
            faults.lacks(top.span(), "denominator", FaultReason::Needed { field, by });
        }
        (None, Some(bottom)) => {
            let field = "numerator".to_owned();
            faults.lacks(bottom.span(), "numerator", FaultReason::Needed { field, by });
        }
        (Some(top), Some(bottom)) if unit == "%" => {
            let computed = 100.0 * top.get_ref() / bottom.get_ref();
            let printed = *baseline.value.get_ref();
            // A division by nothing is no number, and agrees with none.
            let agree = (computed - printed).abs() <= tolerance(printed);
            if !agree {
                faults.at(baseline.value.span(), FaultReason::BaselineMismatch { printed, computed });
            }
        }
        _ => {}
    }
}

/// Half a unit of the last printed place.
fn tolerance(printed: f64) -> f64 {
    let digits = format!("{printed}").split_once('.').map_or(0, |(_, fraction)| fraction.len());
    0.5 / 10f64.powi(i32::try_from(digits).unwrap_or(0)) + 1e-9
}
