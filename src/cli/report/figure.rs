//! Figures as they are typed after `--figure`.

use chrono::NaiveDate;

use crate::app::model::Model;
use crate::cli::args::SetReport;
use crate::cli::error::CliError;
use crate::domain::change::Record;
use crate::domain::enclosure::{figure_of_day, measured_targets};
use crate::domain::evaluation::scale_of;
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Quality, ReportKey};
use crate::text::date::parse_date;
use crate::text::fold::{fold, matches};
use crate::text::naming::quality_named;
use crate::text::number::{NumberError, parse_number, parse_ratio};

/// The figures that were given, of one day and one quality.
pub(super) fn figures(model: &Model, key: &ReportKey, options: &SetReport) -> Result<Vec<Record>, CliError> {
    let as_of = day(model, key, options)?;
    let quality = options
        .quality
        .as_deref()
        .map(|typed| quality_named(typed).ok_or_else(|| CliError::Refused(model.lang.no_quality(typed))));
    let quality = quality.transpose()?;
    let read = |typed: &String| {
        observation(model, key, typed, as_of, quality)
            .map(Record::Observation)
            .map_err(|why| CliError::Refused(format!("--figure {typed}: {why}")))
    };
    options.figure.iter().map(read).collect()
}

/// `TARGET=7/20` or `TARGET=97,65`.
fn observation(
    model: &Model,
    key: &ReportKey,
    typed: &str,
    as_of: NaiveDate,
    quality: Option<Quality>,
) -> Result<Observation, String> {
    let (name, number) = typed.rsplit_once('=').ok_or_else(|| model.lang.figure_form().to_owned())?;
    let target = target(model, key, name.trim())?;
    let fault = |error: NumberError| model.lang.number_error(&error);
    let (value, ratio) = match number.contains('/') {
        true => (None, Some(parse_ratio(number).map_err(fault)?)),
        false => (Some(parse_number(number).map_err(fault)?), None),
    };
    if !possible(target, value, ratio) {
        return Err(model.lang.impossible_figure(&target.unit));
    }
    let base = figure_of_day(model.catalog.shelf(), key, &target.id, as_of);
    Ok(Observation {
        value,
        numerator: ratio.map(|(numerator, _)| numerator),
        denominator: ratio.map(|(_, denominator)| denominator),
        quality: quality.unwrap_or(base.quality),
        ..base
    })
}

/// Whether a target can have such a figure at all.
fn possible(target: &Target, value: Option<f64>, ratio: Option<(f64, f64)>) -> bool {
    let ratio_is = |(numerator, denominator): (f64, f64)| {
        numerator >= 0.0
            && denominator > 0.0
            && target.can_be(numerator / denominator * scale_of(&target.unit))
    };
    value.is_none_or(|value| target.can_be(value)) && ratio.is_none_or(ratio_is)
}

/// The target of the report that is meant: by its id or clause, by its name, or by an unambiguous part of them.
///
/// # Errors
/// None or several are meant, with those that it can be.
fn target<'a>(model: &'a Model, key: &ReportKey, typed: &str) -> Result<&'a Target, String> {
    let all = measured_targets(&model.catalog, key, model.day());
    let code = |target: &Target| [target.id.as_str(), target.id.local(), &target.clause].contains(&typed);
    let name = |target: &Target| [&target.short, &target.indicator].iter().any(|n| fold(n) == fold(typed));
    let part = |target: &Target| {
        !typed.is_empty()
            && matches(typed, &format!("{} {} {}", target.id.local(), target.short, target.indicator))
    };
    let tests: [&dyn Fn(&Target) -> bool; 3] = [&code, &name, &part];
    let meant = |test: &dyn Fn(&Target) -> bool| -> Vec<&'a Target> {
        all.iter().copied().filter(|target| test(target)).collect()
    };
    let found = tests.into_iter().map(meant).find(|found| !found.is_empty()).unwrap_or_default();
    match found.as_slice() {
        [one] => Ok(one),
        several => {
            let listed = if several.is_empty() { &all } else { several };
            let lines: String = listed.iter().map(|t| format!("\n  {}  {}", t.id, t.indicator)).collect();
            Err(format!("{}{lines}", model.lang.no_such_target(!several.is_empty())))
        }
    }
}

/// The day of the figures: as given, else today within the window of the report.
fn day(model: &Model, key: &ReportKey, options: &SetReport) -> Result<NaiveDate, CliError> {
    let today = model.today();
    let window = key.period.data_window();
    let Some(typed) = &options.as_of else {
        return Ok(window.map_or(today, |(from, to)| today.clamp(from, to)));
    };
    let day = parse_date(typed, today).map_err(|error| CliError::BadDate("--as-of", error))?;
    if day > today {
        return Err(CliError::Refused(format!("--as-of {typed}: {}", model.words().future_date)));
    }
    match window {
        Some((from, to)) if day < from || day > to => {
            Err(CliError::Refused(format!("--as-of {typed}: {}", model.lang.outside_window(from, to))))
        }
        _ => Ok(day),
    }
}
