//! The first words of a report, and every later one: texts and figures.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::figure::figures;
use super::shown::shown;
use super::which::{must_write, options};
use crate::app::model::Model;
use crate::cli::Output;
use crate::cli::args::{SetReport, Which};
use crate::cli::database::Desk;
use crate::cli::error::CliError;
use crate::domain::change::Record;
use crate::domain::record::Report;
use crate::text::encoding::{legacy_place, text_of};
use crate::text::fill_in::PARTS;
use crate::text::naming::part_named;
use crate::text::sanitise::multi_line;

/// `report new`: a blank report, so that others see that it is begun.
pub(super) fn new(desk: &mut Desk, which: &Which) -> Result<Output, CliError> {
    let model = &desk.model;
    let key = which.key(model)?;
    must_write(model, &key)?;
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
    must_write(model, &key)?;
    let report = model.report_of(&key).unwrap_or_else(|| Report::blank(&key));
    if let Some(read) = options.revision.filter(|read| *read != report.stamp.revision) {
        let (by, revision) = (&report.stamp.by, report.stamp.revision);
        return Err(CliError::Refused(model.lang.other_revision(read, revision, by)));
    }
    if !report.state.is_open() {
        return Err(CliError::Refused(model.lang.report_closed(report.state)));
    }
    if options.part.is_none() && options.figure.is_empty() {
        return Err(CliError::Refused(model.lang.nothing_to_set().to_owned()));
    }
    let mut records = figures(model, &key, options)?;
    let written = written(model, &report, options)?;
    // Whoever gives the first figure has begun the report.
    let begun = report.stamp.revision == 0;
    records.extend(written.or(begun.then_some(report)).map(Record::Report));
    desk.save_all(records)?;
    let report = desk.model.report_of(&key).unwrap_or_else(|| Report::blank(&key));
    Ok(shown(&desk.model, &report, which.json))
}

/// Saves a report and shows it as it then stands.
pub(super) fn save(desk: &mut Desk, report: Report, as_json: bool) -> Result<Output, CliError> {
    let key = report.key();
    desk.save_all(vec![Record::Report(report)])?;
    let report = desk.model.report_of(&key).unwrap_or_else(|| Report::blank(&key));
    Ok(shown(&desk.model, &report, as_json))
}

/// The report with the part that was given; `None`: none was.
fn written(model: &Model, report: &Report, options: &SetReport) -> Result<Option<Report>, CliError> {
    let Some(typed) = &options.part else { return Ok(None) };
    let part = part_named(typed).ok_or_else(|| CliError::Refused(model.lang.no_part(typed)))?;
    let mut report = report.clone();
    let places = [&mut report.results, &mut report.obstacles, &mut report.proposals, &mut report.evidence];
    if let Some((_, place)) = PARTS.into_iter().zip(places).find(|(field, _)| *field == part) {
        *place = text(model, options)?;
    }
    Ok(Some(report))
}

/// The text that was given: by itself, in a file, or on the standard input (`-`).
fn text(model: &Model, options: &SetReport) -> Result<String, CliError> {
    let text = match (&options.text, &options.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => read(model, file)?,
        (None, None) => {
            return Err(CliError::Missing(model.lang.pick("--text hoặc --file", "--text or --file")));
        }
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
