//! Rows of figures.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::keys::report_key;
use super::{Filled, Keys, Known, Proposal, Slip, cell};
use crate::domain::enclosure::{figure_of_day, is_measured};
use crate::domain::evaluation::scale_of;
use crate::domain::ids::ItemId;
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Quality, ReportKey};
use crate::import::table::{Row, Table, TableFault, TableReason};
use crate::text::fill_in::{AS_OF, DENOMINATOR, NUMERATOR, QUALITY, SOURCE, TARGET, VALUE};
use crate::text::naming::quality_named;
use crate::text::number::NumberError;

/// From here on a figure is so far from the one before that its unit may be another one.
const SLIP: f64 = 50.0;
/// How far a value may be from its own numerator and denominator, in its unit: people round to whole numbers.
const ROUNDED: f64 = 0.5;

/// Numerator, denominator and value.
type Numbers = [Option<f64>; 3];

/// Reads the rows into `filled`; answers the faults.
pub(super) fn read(table: &Table, known: &Known<'_>, filled: &mut Filled) -> Vec<TableFault> {
    let (mut faults, mut keys, mut seen) = (Vec::new(), Keys::new(), BTreeSet::new());
    for row in &table.rows {
        if [NUMERATOR, DENOMINATOR, VALUE].iter().all(|field| row.text(field.key).is_none()) {
            filled.blank += 1;
            continue;
        }
        match observation(row, known, &mut keys) {
            Ok((key, target, new)) => {
                if !seen.insert((new.target.clone(), new.agency.clone(), new.as_of)) {
                    faults
                        .push(row.fault(TARGET.key, TableReason::Repeated { text: new.target.to_string() }));
                    continue;
                }
                faults.extend(propose(row, &key, (target, new), known, filled).err());
            }
            Err(fault) => faults.push(fault),
        }
    }
    faults
}

fn observation<'a>(
    row: &Row,
    known: &Known<'a>,
    keys: &mut Keys,
) -> Result<(ReportKey, &'a Target, Observation), TableFault> {
    let key = report_key(row, known, keys)?;
    let target = target(row, known, &key)?;
    let [numerator, denominator, value] = numbers(row, target)?;
    let as_of = day(row, known, &key)?;
    let quality = quality(row)?;
    let base = figure_of_day(known.catalog.shelf(), &key, &target.id, as_of);
    // What the table leaves out stays as it is known.
    let quality = quality.unwrap_or(base.quality);
    let source = row.text(SOURCE.key).unwrap_or_else(|| base.source.clone());
    Ok((key, target, Observation { numerator, denominator, value, quality, source, ..base }))
}

/// A target that is measured, of the plan of the report.
fn target<'a>(row: &Row, known: &Known<'a>, key: &ReportKey) -> Result<&'a Target, TableFault> {
    let typed = cell(row, TARGET)?;
    let found = known.catalog.target(&ItemId::new(&typed)).map(|(_, target)| target);
    found
        .filter(|target| target.id.plan() == key.obligation.plan() && is_measured(target))
        .ok_or_else(|| row.fault(TARGET.key, TableReason::Unknown { text: typed }))
}

/// A share stands by its numerator and denominator alone; a value beside them has to agree with them.
fn numbers(row: &Row, target: &Target) -> Result<Numbers, TableFault> {
    let numerator = row.number(NUMERATOR.key)?;
    let denominator = row.number(DENOMINATOR.key)?;
    let value = row.number(VALUE.key)?;
    let impossible = |key: &str| row.fault(key, TableReason::Impossible { unit: target.unit.clone() });
    match (numerator, denominator) {
        (Some(_), None) => Err(row.fault(DENOMINATOR.key, TableReason::Empty)),
        (None, Some(_)) => Err(row.fault(NUMERATOR.key, TableReason::Empty)),
        (Some(_), Some(denominator)) if denominator <= 0.0 => {
            let text = row.text(DENOMINATOR.key).unwrap_or_default();
            let error = Some(NumberError::DenominatorNotPositive);
            Err(row.fault(DENOMINATOR.key, TableReason::Number { text, error }))
        }
        (Some(numerator), _) if numerator < 0.0 => Err(impossible(NUMERATOR.key)),
        (Some(numerator), Some(denominator)) if numerator > denominator => {
            Err(row.fault(NUMERATOR.key, TableReason::AboveDenominator))
        }
        (Some(numerator), Some(denominator)) => {
            let ratio = numerator / denominator * scale_of(&target.unit);
            match value {
                Some(value) if (value - ratio).abs() > ROUNDED => {
                    Err(row.fault(VALUE.key, TableReason::Disagrees))
                }
                _ => Ok([Some(numerator), Some(denominator), None]),
            }
        }
        (None, None) => match value {
            Some(value) if !target.can_be(value) => Err(impossible(VALUE.key)),
            value => Ok([None, None, value]),
        },
    }
}

fn day(row: &Row, known: &Known<'_>, key: &ReportKey) -> Result<NaiveDate, TableFault> {
    let day = row.day(AS_OF.key)?.ok_or_else(|| row.fault(AS_OF.key, TableReason::Empty))?;
    if day > known.today {
        return Err(row.fault(AS_OF.key, TableReason::Future));
    }
    match key.period.data_window() {
        Some((from, to)) if day < from || day > to => {
            Err(row.fault(AS_OF.key, TableReason::Outside { from, to }))
        }
        _ => Ok(day),
    }
}

/// By its name in either language; `None`: the table does not say.
fn quality(row: &Row) -> Result<Option<Quality>, TableFault> {
    let Some(typed) = row.text(QUALITY.key) else { return Ok(None) };
    let found = quality_named(&typed);
    found.map(Some).ok_or_else(|| row.fault(QUALITY.key, TableReason::Unknown { text: typed }))
}

/// # Errors
/// The figure is another one than stands, and its report is closed: what was submitted carries its figures along.
fn propose(
    row: &Row,
    key: &ReportKey,
    (target, new): (&Target, Observation),
    known: &Known<'_>,
    filled: &mut Filled,
) -> Result<(), TableFault> {
    let known_figures = known.catalog.shelf().figures_of(&new.target, Some(&new.agency));
    let old = known_figures.iter().find(|old| old.stamp.id == new.stamp.id && new.stamp.id != 0);
    if old == Some(&new) {
        filled.same += 1;
        return Ok(());
    }
    let report = known.catalog.shelf().head(key);
    if report.is_some_and(|report| !report.state.is_open()) {
        return Err(row.fault(TARGET.key, TableReason::Closed));
    }
    filled.slips.extend(slip(row.line, target, &new, known));
    filled.changes.push(Proposal::Figure {
        line: row.line,
        old: old.cloned().map(Box::new),
        new: Box::new(new),
    });
    Ok(())
}

/// Compared with the agency's figure before, else with where the plan started.
fn slip(line: u64, target: &Target, new: &Observation, known: &Known<'_>) -> Option<Slip> {
    let scale = scale_of(&target.unit);
    let figures = known.catalog.shelf().figures_of(&new.target, Some(&new.agency)).into_iter();
    let earlier = figures.filter(|old| old.stamp.id != new.stamp.id && old.as_of <= new.as_of);
    let earlier = earlier.max_by_key(|old| (old.as_of, old.stamp.id)).and_then(|old| old.figure(scale));
    let before = earlier.or(target.baseline.as_ref().map(|baseline| baseline.value))?;
    let now = new.figure(scale)?;
    let (small, large) = (before.abs().min(now.abs()), before.abs().max(now.abs()));
    (small > 0.0 && large / small >= SLIP).then(|| Slip {
        line,
        indicator: target.short.clone(),
        before,
        now,
    })
}
