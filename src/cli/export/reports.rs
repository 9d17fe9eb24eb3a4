//! Who owes which report and how far it is, as a table.

use chrono::Datelike;

use super::lists::{text, whole, word};
use crate::app::model::Model;
use crate::cli::args::Export;
use crate::cli::due::full_name;
use crate::cli::error::CliError;
use crate::cli::report::needed_obligation;
use crate::cli::rounds;
use crate::cli::texts::texts;
use crate::domain::ids::PlanId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::lateness;
use crate::domain::record::{ReportKey, ReportQuery};
use crate::domain::schedule::Period;
use crate::text::sheet::{Cell, Column, Kind, Sheet};

pub(super) fn sheet(model: &Model, options: &Export, plan: Option<&PlanId>) -> Result<Sheet, CliError> {
    let (words, texts) = (model.words(), texts(model.lang));
    let mut sheet = Sheet::new(
        words.title_reports,
        vec![
            text(texts.col_id, 26),
            text(texts.col_period, 10),
            text(texts.col_agency_id, 24),
            text(words.col_agency, 44),
            Column::new(words.col_due, Kind::Day),
            text(texts.state, 16),
            Column::new(texts.col_sent, Kind::Moment),
            whole(texts.col_late),
            whole(texts.ledger_number),
        ],
    );
    let only = rounds::obligation(model, None, &options.round)?.map(|found| &found.id);
    let period = rounds::period(model, &options.round)?;
    let obligations = model.catalog.plans.iter().flat_map(|plan| &plan.obligations);
    for obligation in obligations
        .filter(|found| only.is_none_or(|only| *only == found.id))
        .filter(|found| plan.is_none_or(|plan| *plan == found.id.plan()))
    {
        for key in keys(model, obligation, period) {
            if only.is_some() || model.agency.as_ref().is_none_or(|agency| *agency == key.agency) {
                sheet.rows.push(row(model, &key));
            }
        }
    }
    Ok(sheet)
}

/// The reports owed for a period, else for the year of today; what was begun without being owed comes last.
fn keys(model: &Model, obligation: &ReportingObligation, period: Option<Period>) -> Vec<ReportKey> {
    let shown = |found: Period| period.map_or(found.year() == model.day().year(), |period| period == found);
    let owed =
        model.occurrences_of(obligation).into_iter().filter(|o| o.by().is_counted() && shown(o.period));
    let mut keys: Vec<ReportKey> =
        owed.map(|o| ReportKey { obligation: o.obligation, period: o.period, agency: o.reporter }).collect();
    let begun = model.catalog.shelf().heads(&ReportQuery::under(&obligation.id)).into_iter();
    for key in begun.filter(|report| shown(report.period)).map(|head| head.key()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys
}

/// The reports of one obligation that have to be written.
pub(super) fn owing(model: &Model, options: &Export) -> Result<Vec<ReportKey>, CliError> {
    let obligation = needed_obligation(model, &options.round)?;
    let period = rounds::period(model, &options.round)?;
    let open = |key: &ReportKey| !model.is_sent(key);
    Ok(keys(model, obligation, period).into_iter().filter(open).collect())
}

fn row(model: &Model, key: &ReportKey) -> Vec<Cell> {
    let report = model.report_of(key);
    let due = model.due_of(key).map(|due| due.due_last);
    let sent = report.as_ref().filter(|report| report.is_sent()).and_then(|report| report.sent_at);
    let late = due.zip(sent).and_then(|(due, sent)| lateness(due, sent));
    let number = report.as_ref().and_then(|report| report.sealed.as_ref()).map(|sealed| sealed.number);
    let count = |count: Option<i64>| count.map_or(Cell::Empty, |count| Cell::Number(count as f64));
    let state =
        report.as_ref().map_or(model.lang.not_opened(), |report| model.lang.report_state(report.state));
    vec![
        word(key.obligation.as_str()),
        word(key.period.to_string()),
        word(key.agency.as_str()),
        word(full_name(model, &key.agency)),
        due.map_or(Cell::Empty, Cell::Day),
        word(state),
        sent.map_or(Cell::Empty, Cell::Moment),
        count(late),
        count(number),
    ]
}
