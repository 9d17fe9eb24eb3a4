//! The first words of a report, and every later one: texts and figures.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::shown::shown;
use super::which::options;
use crate::app::model::Model;
use crate::cli::Output;
use crate::cli::args::{PartName, SetReport, Which};
use crate::cli::database::Desk;
use crate::cli::error::CliError;
use crate::domain::change::Record;
use crate::domain::enclosure::{figure_of_day, measured_targets};
use crate::domain::evaluation::scale_of;
use crate::domain::indicator::Target;
use crate::domain::record::{Observation, Report, ReportKey};
use crate::text::date::parse_date;
use crate::text::encoding::{legacy_place, text_of};
use crate::text::number::{parse_number, parse_ratio};
use crate::text::sanitise::multi_line;

/// `report new`: a blank report, so that others see that it is begun.
pub(super) fn new(desk: &mut Desk, which: &Which) -> Result<Output, CliError> {
    let model = &desk.model;
    let key = which.key(model)?;
    if model.report_of(&key).is_some() {
        return Err(CliError::Refused(model.lang.report_begun(&options(&key))));
    }
    save(desk, Report::blank(&key), which.json)
}

/// `report set`: a part, figures, or both, all of it or nothing.
pub(super) fn set(desk: &mut Desk, options: &SetReport) -> Result<Output, CliError> {
    let model = &desk.model;
    let which = &options.which;
    let key = which.key(model)?;
    let report = model.report_of(&key).cloned().unwrap_or_else(|| Report::blank(&key));
    if let Some(read) = options.revision.filter(|read| *read != report.stamp.revision) {
        let (by, revision) = (&report.stamp.by, report.stamp.revision);
        return Err(CliError::Refused(model.lang.other_revision(read, revision, by)));
    }
    if !report.state.is_open() {
        return Err(CliError::Refused(model.lang.report_closed(report.state)));
    }
    let mut records: Vec<Record> = Vec::new();
    for figure in &options.figure {
        records.push(Record::Observation(observation(model, &key, figure, options)?));
    }
    if let Some(part) = options.part {
        records.push(Record::Report(with_part(report, part, text(model, options)?)));
    }
    if records.is_empty() {
        return Err(CliError::Refused(model.lang.nothing_to_set().to_owned()));
    }
    desk.save_all(records)?;
    let report = desk.model.report_of(&key).cloned().unwrap_or_else(|| Report::blank(&key));
    Ok(shown(&desk.model, &report, which.json))
}

/// Saves a report and shows it as it then stands.
pub(super) fn save(desk: &mut Desk, report: Report, as_json: bool) -> Result<Output, CliError> {
    let key = report.key();
    desk.save_all(vec![Record::Report(report)])?;
    let report = desk.model.report_of(&key).cloned().unwrap_or_else(|| Report::blank(&key));
    Ok(shown(&desk.model, &report, as_json))
}

pub(super) fn with_part(mut report: Report, part: PartName, text: String) -> Report {
    let place = match part {
        PartName::Results => &mut report.results,
        PartName::Obstacles => &mut report.obstacles,
        PartName::Proposals => &mut report.proposals,
        PartName::Evidence => &mut report.evidence,
    };
    *place = text;
    report
}

/// The text that was given: by itself, in a file, or on the standard input (`-`).
fn text(model: &Model, options: &SetReport) -> Result<String, CliError> {
    let text = match (&options.text, &options.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => read(model, file)?,
        (None, None) => return Err(CliError::Refused(model.lang.needs_option("--text"))),
    };
    if legacy_place(text.lines().map(|line| ((), line))).is_some() {
        return Err(CliError::Refused(model.lang.old_font().to_owned()));
    }
    Ok(multi_line(text.trim_end()))
}

fn read(model: &Model, file: &Path) -> Result<String, CliError> {
    let unreadable = |error| CliError::Unreadable(PathBuf::from(file), error);
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    text_of(&bytes.map_err(unreadable)?)
        .map_err(|_| CliError::Refused(model.lang.not_unicode(&file.display().to_string())))
}

/// `TARGET=7/20` or `TARGET=97,65`.
fn observation(
    model: &Model,
    key: &ReportKey,
    typed: &str,
    options: &SetReport,
) -> Result<Observation, CliError> {
    let refused = |why: String| CliError::Refused(format!("--figure {typed}: {why}"));
    let (name, number) =
        typed.rsplit_once('=').ok_or_else(|| refused(model.lang.figure_form().to_owned()))?;
    let target = target(model, key, name.trim()).ok_or_else(|| {
        let known = measured_targets(&model.catalog, key, model.day());
        let known: Vec<String> = known.iter().map(|t| format!("\n  {}  {}", t.id, t.short)).collect();
        refused(format!("{}{}", model.lang.no_such_target(), known.concat()))
    })?;
    let fault = |error: crate::text::number::NumberError| refused(model.lang.number_error(&error));
    let (value, ratio) = match number.contains('/') {
        true => (None, Some(parse_ratio(number).map_err(fault)?)),
        false => (Some(parse_number(number).map_err(fault)?), None),
    };
    if !possible(target, value, ratio) {
        return Err(refused(model.lang.impossible_figure(&target.unit)));
    }
    let base = figure_of_day(&model.records.observations, key, &target.id, day(model, key, options)?);
    Ok(Observation {
        value,
        numerator: ratio.map(|(numerator, _)| numerator),
        denominator: ratio.map(|(_, denominator)| denominator),
        quality: options.quality.map_or(base.quality, Into::into),
        ..base
    })
}

/// Whether a target can have such a figure at all.
pub(super) fn possible(target: &Target, value: Option<f64>, ratio: Option<(f64, f64)>) -> bool {
    let ratio_is = |(numerator, denominator): (f64, f64)| {
        numerator >= 0.0
            && denominator > 0.0
            && target.can_be(numerator / denominator * scale_of(&target.unit))
    };
    value.is_none_or(|value| target.can_be(value)) && ratio.is_none_or(ratio_is)
}

/// By id, or by its part behind the plan.
fn target<'a>(model: &'a Model, key: &ReportKey, typed: &str) -> Option<&'a Target> {
    let plan = model.catalog.plan(&key.obligation.plan())?;
    plan.targets.iter().find(|target| target.id.as_str() == typed || target.id.local() == typed)
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
