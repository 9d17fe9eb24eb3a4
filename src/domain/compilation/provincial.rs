//! The figures of the province out of those of its agencies: Σ numerators / Σ denominators, never a mean of shares.

use std::collections::BTreeSet;

use super::Gathering;
use crate::domain::catalog::Catalog;
use crate::domain::enclosure::{figure_in_period, figure_of_day};
use crate::domain::evaluation::scale_of;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Quality, ReportKey, ReportedFigure};
use crate::domain::shelf::Shelf;

/// One indicator over all that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvincialFigure {
    /// The target whose indicator was measured.
    pub target: ItemId,
    /// Sum of the numerators, of those who gave one.
    pub numerator: Option<f64>,
    /// Sum of the denominators.
    pub denominator: Option<f64>,
    /// The figure in the target's unit; `None`: it cannot be added up.
    pub value: Option<f64>,
    /// The weakest quality among the figures.
    pub quality: Option<Quality>,
    /// What each agency gave, in the order of the clause.
    pub given: Vec<Contribution>,
    /// Those whose share has no numerator and denominator: shown, and not in the sum.
    pub not_added: Vec<AgencyId>,
    /// Those who reported and gave no figure for it.
    pub without: Vec<AgencyId>,
}

/// The figure of one agency.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Who gave it.
    pub agency: AgencyId,
    /// What it gave.
    pub figure: ReportedFigure,
}

/// The provincial table: each indicator for which at least one report holds a figure, in the order of the plan.
///
/// A share without numerator and denominator cannot be added and is named, unless it is the only figure; counts are
/// added.
pub fn provincial_figures(catalog: &Catalog, gathering: &Gathering) -> Vec<ProvincialFigure> {
    let figures = || gathering.arrived.iter().flat_map(|arrived| &arrived.report.enclosed.figures);
    let measured: BTreeSet<PlanId> = figures().map(|figure| figure.target.plan()).collect();
    let plans = catalog.plans.iter().filter(|plan| measured.contains(&plan.id));
    let targets = plans.flat_map(|plan| catalog.targets(&plan.id));
    targets.filter_map(|target| of_target(target, gathering)).collect()
}

fn of_target(target: &Target, gathering: &Gathering) -> Option<ProvincialFigure> {
    let mut given = Vec::new();
    let mut without = Vec::new();
    for arrived in &gathering.arrived {
        match arrived.report.enclosed.figures.iter().find(|figure| figure.target == target.id) {
            Some(figure) => {
                given.push(Contribution { agency: arrived.agency.clone(), figure: figure.clone() });
            }
            None => without.push(arrived.agency.clone()),
        }
    }
    if given.is_empty() {
        return None;
    }
    let sum = Sum::of(target, &given);
    let quality = given.iter().map(|given| given.figure.quality).max_by_key(|quality| match quality {
        Quality::Final => 0,
        Quality::Provisional => 1,
        Quality::Estimate => 2,
    });
    let Sum { numerator, denominator, value, not_added } = sum;
    let target = target.id.clone();
    Some(ProvincialFigure { target, numerator, denominator, value, quality, given, not_added, without })
}

impl ProvincialFigure {
    /// The figure as the compiling agency would give it, over the one that it gave on that day; `None`: it cannot be
    /// added up, or the agency's latest figure of the period says the same already.
    ///
    /// It is of the latest day among its parts, and an estimate as long as not all of `total` agencies gave theirs.
    pub fn observation(
        &self,
        shelf: &dyn Shelf,
        key: &ReportKey,
        total: usize,
        source: String,
    ) -> Option<Observation> {
        let added = || self.given.iter().filter(|given| !self.not_added.contains(&given.agency));
        let as_of = added().map(|given| given.figure.as_of).max()?;
        let quality = if added().count() < total { Quality::Estimate } else { self.quality? };
        let ratio = self.numerator.zip(self.denominator);
        let value = if ratio.is_none() { Some(self.value?) } else { None };
        let (numerator, denominator) = ratio.unzip();
        let standing = figure_in_period(shelf, key, &self.target);
        let same = |o: &Observation| (o.value, o.numerator, o.denominator) == (value, numerator, denominator);
        if standing.as_ref().is_some_and(same) {
            return None;
        }
        // A figure of an older day would stay hidden behind the one that stands.
        let as_of = standing.as_ref().map_or(as_of, |standing| standing.as_of.max(as_of));
        let base = figure_of_day(shelf, key, &self.target, as_of);
        Some(Observation { value, numerator, denominator, quality, source, ..base })
    }
}

/// What figures add up to.
#[derive(Default)]
pub(in crate::domain) struct Sum {
    pub numerator: Option<f64>,
    pub denominator: Option<f64>,
    pub value: Option<f64>,
    pub not_added: Vec<AgencyId>,
}

impl Sum {
    pub fn of(target: &Target, given: &[Contribution]) -> Self {
        if let [only] = given {
            let ReportedFigure { numerator, denominator, .. } = only.figure;
            let value = only.figure.figure(scale_of(&target.unit));
            return Self { numerator, denominator, value, not_added: Vec::new() };
        }
        let ratio = |given: &Contribution| given.figure.numerator.zip(given.figure.denominator);
        if is_a_count(target) && given.iter().all(|given| ratio(given).is_none()) {
            let value = given.iter().map(|given| given.figure.value).sum();
            return Self { value, ..Self::default() };
        }
        let (numerator, denominator) =
            given.iter().filter_map(ratio).fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let left = given.iter().filter(|given| ratio(given).is_none());
        let not_added = left.map(|given| given.agency.clone()).collect();
        if denominator <= 0.0 {
            return Self { not_added, ..Self::default() };
        }
        let value = Some(numerator / denominator * scale_of(&target.unit));
        Self { numerator: Some(numerator), denominator: Some(denominator), value, not_added }
    }
}

/// Whether figures of the indicator may be added: what is neither a share nor a rate.
fn is_a_count(target: &Target) -> bool {
    target.unit != "%" && !target.unit.contains('/')
}
