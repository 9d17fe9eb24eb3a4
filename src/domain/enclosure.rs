//! What a report encloses when it goes: the figures and entries that its agency gave in the window of its period.

use chrono::NaiveDate;

use super::catalog::Catalog;
use super::heirs::{Ground, holds};
use super::ids::ItemId;
use super::indicator::{Target, TargetKind};
use super::record::{
    Enclosed, Observation, Quality, Report, ReportKey, ReportedEntry, ReportedFigure, Stamp,
};
use super::report::entries_for;
use super::shelf::Shelf;

/// The targets whose figures a report gives: those of its plan that its agency answers for, else all that are measured.
pub fn measured_targets<'a>(catalog: &'a Catalog, key: &ReportKey, day: NaiveDate) -> Vec<&'a Target> {
    let Some(plan) = catalog.plan(&key.obligation.plan()) else { return Vec::new() };
    let measured: Vec<_> = catalog.targets(&plan.id).iter().filter(|target| is_measured(target)).collect();
    let own = |target: &&Target| {
        target.responsible.iter().any(|entry| {
            let holds = holds(catalog, entry, None, day);
            holds.iter().any(|h| h.agency == key.agency && !matches!(h.ground, Ground::Candidate { .. }))
        })
    };
    let own: Vec<_> = measured.iter().copied().filter(own).collect();
    if own.is_empty() { measured } else { own }
}

/// Whether a figure can be given for a target: what is judged in words has none.
pub fn is_measured(target: &Target) -> bool {
    matches!(
        target.comparator.kind(),
        TargetKind::Quantitative | TargetKind::Cohort | TargetKind::SetCoverage | TargetKind::CountPer
    )
}

/// The agency's latest figure of a target within the window of the report.
pub fn figure_in_period(shelf: &dyn Shelf, key: &ReportKey, target: &ItemId) -> Option<Observation> {
    let (from, to) = key.period.data_window()?;
    let figures = shelf.figures_of(target, Some(&key.agency)).into_iter();
    let of_report = figures.filter(|o| from <= o.as_of && o.as_of <= to);
    of_report.max_by_key(|o| (o.as_of, o.stamp.id))
}

/// The figure of that very day, to be corrected; else a new one without numbers, an estimate until told otherwise.
pub fn figure_of_day(shelf: &dyn Shelf, key: &ReportKey, target: &ItemId, as_of: NaiveDate) -> Observation {
    let figures = shelf.figures_of(target, Some(&key.agency)).into_iter();
    let same = figures.filter(|o| o.as_of == as_of).max_by_key(|o| o.stamp.id);
    same.unwrap_or_else(|| Observation {
        stamp: Stamp::default(),
        target: target.clone(),
        agency: key.agency.clone(),
        as_of,
        value: None,
        numerator: None,
        denominator: None,
        quality: Quality::Estimate,
        source: String::new(),
    })
}

/// What a report encloses: as it was frozen, or as it would be now.
pub fn enclosed(catalog: &Catalog, report: &Report, day: NaiveDate) -> Enclosed {
    if !report.state.is_open() {
        return report.enclosed.clone();
    }
    let key = report.key();
    let entries = entries_for(catalog.shelf(), report);
    let entries = entries.iter().map(ReportedEntry::from);
    let targets = measured_targets(catalog, &key, day);
    let figures = targets.iter().filter_map(|target| figure_in_period(catalog.shelf(), &key, &target.id));
    let figures = figures.map(|figure| ReportedFigure::from(&figure)).collect();
    Enclosed { entries: entries.collect(), figures, ..Enclosed::default() }.with_answers_of(&report.enclosed)
}
