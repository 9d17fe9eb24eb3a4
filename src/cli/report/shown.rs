//! One report and many, as text and as data.

use serde_json::{Value, json};

use super::which::options;
use crate::app::model::Model;
use crate::cli::Output;
use crate::cli::args::Which;
use crate::cli::context::Context;
use crate::cli::database::Desk;
use crate::cli::error::CliError;
use crate::cli::table::Table;
use crate::cli::texts::texts;
use crate::cli::{due, rounds};
use crate::domain::clock::VN_OFFSET;
use crate::domain::enclosure::enclosed;
use crate::domain::occurrence::lateness;
use crate::domain::record::{Report, ReportKey, ReportQuery, ReportedFigure, content_hash};
use crate::text::date::format_date;
use crate::text::figure::figure_text;
use crate::text::sanitise::multi_line;

/// `report show`.
pub(super) fn show(desk: &Desk, which: &Which) -> Result<Output, CliError> {
    let model = &desk.model;
    let key = which.key(model)?;
    let report = model.report_of(&key).unwrap_or_else(|| Report::blank(&key));
    Ok(shown(model, &report, which.json))
}

/// A report as it now stands, in the way that was asked for.
pub(super) fn shown(model: &Model, report: &Report, as_json: bool) -> Output {
    if as_json { Output::json(&data(model, report)) } else { Output::good(sheet(model, report)) }
}

fn sheet(model: &Model, report: &Report) -> String {
    let (lang, words, key) = (model.lang, model.words(), report.key());
    let title = model.catalog.obligation(&key.obligation).map_or("", |(_, found)| found.title.as_str());
    let mut text = format!("{title}\n{}\n", options(&key));
    let mut line = |label: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("{label}: {value}\n"));
        }
    };
    line(texts(lang).state, lang.report_state(report.state));
    line(texts(lang).revision, &report.stamp.revision.to_string());
    line(words.col_due, &due_line(model, report));
    line(words.field_remark, &multi_line(&report.remark));
    if let Some(sealed) = &report.sealed {
        line(texts(lang).ledger_number, &sealed.number.to_string());
    }
    for (label, part) in part_names(model).into_iter().zip(report.texts()) {
        text.push_str(&format!(
            "\n{label}\n{}\n",
            if part.is_empty() { "–".to_owned() } else { multi_line(part) }
        ));
    }
    let enclosed = enclosed(&model.catalog, report, model.day());
    if !enclosed.figures.is_empty() {
        text.push_str(&format!("\n{}\n", words.part_figures));
        let lines = enclosed.figures.iter().filter_map(|figure| figure_line(model, figure));
        text.extend(lines);
    }
    if !enclosed.entries.is_empty() {
        text.push_str(&format!("\n{}\n", words.part_entries));
        let lines = enclosed.entries.iter().map(|entry| {
            format!("{} · {} · {}\n", entry.task, format_date(entry.as_of), multi_line(&entry.result))
        });
        text.extend(lines);
    }
    text
}

/// The last valid day: of what is sent with the verdict of the day of sending, else with how long there is.
fn due_line(model: &Model, report: &Report) -> String {
    let due = model.due_of(&report.key());
    let Some((due, sent_at)) = due.zip(report.sent_at.filter(|_| report.is_sent())) else {
        return model.due_line(due, false);
    };
    let before =
        || sent_at.with_timezone(&VN_OFFSET).date_naive().signed_duration_since(due.due_last).num_days();
    let days = lateness(due.due_last, sent_at).unwrap_or_else(before);
    let (lang, words) = (model.lang, model.words());
    format!("{} {} · {}", words.last_valid_day, lang.day_short(due.due_last), lang.receipt_verdict(days))
}

fn figure_line(model: &Model, figure: &ReportedFigure) -> Option<String> {
    let (_, target) = model.catalog.target(&figure.target)?;
    Some(format!("{} · {}: {}\n", target.id, target.short, figure_text(figure, &target.unit, model.lang)))
}

/// What the parts are called, in the order of [`Report::texts`].
pub(super) fn part_names(model: &Model) -> [&'static str; 4] {
    let words = model.words();
    [words.part_results, words.part_obstacles, words.part_proposals, words.part_evidence]
}

pub(super) fn data(model: &Model, report: &Report) -> Value {
    let key = report.key();
    let enclosed = enclosed(&model.catalog, report, model.day());
    let [results, obstacles, proposals, evidence] = report.texts();
    let due = model.due_of(&key);
    json!({
        "obligation": key.obligation.as_str(),
        "period": key.period.to_string(),
        "agency": key.agency.as_str(),
        "agency_name": due::full_name(model, &key.agency),
        "state": report.state,
        "revision": report.stamp.revision,
        "saved_by": Some(&report.stamp.by).filter(|by| !by.is_empty()),
        "saved_at": report.stamp.at,
        "author": report.author,
        "due_last": due.map(|due| due.due_last),
        "late_days": late(model, report),
        "results": results,
        "obstacles": obstacles,
        "proposals": proposals,
        "evidence": evidence,
        "remark": Some(&report.remark).filter(|remark| !remark.is_empty()),
        "sent_at": report.sent_at,
        "received_at": report.received_at,
        "sealed": report.sealed,
        "content_hash": report.sealed.as_ref().map(|_| content_hash(report)),
        "issued": report.issued,
        "figures": enclosed.figures,
        "entries": enclosed.entries,
    })
}

fn late(model: &Model, report: &Report) -> Option<i64> {
    lateness(model.due_of(&report.key())?.due_last, report.sent_at?)
}

/// `report list`.
pub(super) fn list(context: &Context, desk: &Desk, options: &Which) -> Result<Output, CliError> {
    let model = &desk.model;
    let found = reports(model, options)?;
    if options.json {
        return Ok(Output::json(&found.iter().map(|report| data(model, report)).collect()));
    }
    let (lang, words, texts) = (model.lang, model.words(), texts(model.lang));
    if found.is_empty() {
        return Ok(Output::good(format!("{}\n", texts.no_reports)));
    }
    let mut table = Table::with_numbers(&[3]);
    table.row([
        texts.col_id,
        texts.col_period,
        texts.col_agency_id,
        texts.revision,
        texts.state,
        texts.col_sent,
        words.col_agency,
    ]);
    for report in &found {
        let ReportKey { obligation, period, agency } = report.key();
        let sent = report.sent_at.filter(|_| report.is_sent()).map(|at| format_date(at.date_naive()));
        let late = late(model, report).filter(|_| report.is_sent());
        let sent = sent.unwrap_or_else(|| "–".to_owned());
        let sent = late.map_or(sent.clone(), |days| format!("{sent} {}", lang.receipt_verdict(days)));
        table.row([
            obligation.as_str(),
            &period.to_string(),
            agency.as_str(),
            &report.stamp.revision.to_string(),
            lang.report_state(report.state),
            &sent,
            due::full_name(model, &agency),
        ]);
    }
    Ok(Output::good(table.render(context.cells)))
}

/// The reports that somebody began, as they were asked for, the earliest first.
fn reports(model: &Model, options: &Which) -> Result<Vec<Report>, CliError> {
    let obligation = rounds::obligation(model, None, &options.round)?.map(|found| found.id.clone());
    let agency = options.agency.as_deref().map(|typed| due::agency(model, typed)).transpose()?.flatten();
    let period = rounds::period(model, &options.round)?;
    let wanted = ReportQuery { obligation, agency, period, year: None };
    let heads = model.catalog.shelf().heads(&wanted).into_iter();
    let mut found: Vec<Report> = heads.filter_map(|head| model.report_of(&head.key())).collect();
    found.sort_by_key(Report::key);
    Ok(found)
}
