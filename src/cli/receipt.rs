//! `tiendo receipt`: the receipt of what was sent, and whether a printed one or the ledger itself still holds.

use serde_json::{Value, json};

use super::Output;
use super::args::{Receipt as Options, ReceiptCommand, ShowReceipt};
use super::context::Context;
use super::database::Desk;
use super::error::CliError;
use super::outbox::Outbox;
use super::report::report_key;
use crate::app::model::Model;
use crate::domain::history::last_of_version;
use crate::domain::record::{Report, ReportQuery, content_hash};
use crate::text::receipt::{Fate, Receipt, receipt};
use crate::text::words::Lang;

mod verify;

pub(super) fn run(context: &Context, options: &Options) -> Result<Output, CliError> {
    match &options.command {
        ReceiptCommand::Show(options) => show(context, options),
        ReceiptCommand::Verify(options) => match &options.receipt_file {
            Some(file) => verify::printed(context, file, options.json),
            None => verify::ledger(context, options.json),
        },
    }
}

fn show(context: &Context, options: &ShowReceipt) -> Result<Output, CliError> {
    let desk = Desk::open(context)?;
    let model = &desk.model;
    let sent = version(model, options)?.ok_or_else(|| CliError::Refused(context.lang.no_ledger_line()))?;
    let found = of_version(&desk, &sent, context.lang)?;
    let found = found.ok_or_else(|| CliError::Refused(context.lang.no_ledger_line()))?;
    if let Some(folder) = &options.out {
        let delivered =
            Outbox::open(Some(folder), &model.layout, model.demo).put(&found.parcel(), context.now());
        let delivered = delivered.map_err(|error| CliError::Undelivered(Box::new(error)))?;
        if options.json {
            let mut data = data(&found, &sent);
            data["folder"] = delivered.folder.into();
            data["files"] = delivered.files.into();
            return Ok(Output::json(&data));
        }
        return Ok(Output::good(format!("{}\n", context.lang.delivered(&delivered))));
    }
    if options.json {
        return Ok(Output::json(&data(&found, &sent)));
    }
    Ok(Output::good(found.plain()))
}

/// The version in the ledger: by its number, or the newest one of a report.
fn version(model: &Model, options: &ShowReceipt) -> Result<Option<Report>, CliError> {
    let shelf = model.catalog.shelf();
    if let Some(number) = options.number {
        return Ok(shelf.sent_as(number));
    }
    if options.round.obligation.is_none() {
        return Err(CliError::Missing(model.lang.pick("SỐ hoặc --obligation", "NUMBER or --obligation")));
    }
    let key = report_key(model, &options.round, options.agency.as_deref())?;
    let mut sent = shelf.sent(&ReportQuery::of(&key)).into_iter();
    Ok(sent.rfind(|report| options.sent_version.is_none_or(|wanted| report.version() == wanted)))
}

fn of_version(desk: &Desk, sent: &Report, lang: Lang) -> Result<Option<Receipt>, CliError> {
    let (model, key) = (&desk.model, sent.key());
    let log = desk.log(&key)?;
    let number = sent.sealed.as_ref().map_or(0, |sealed| sealed.number);
    let report = model.report_of(&key);
    let fate = Fate { version: last_of_version(&log, number), report: report.as_ref() };
    Ok(receipt(&model.catalog, &model.calendar, sent, fate, lang))
}

fn data(receipt: &Receipt, sent: &Report) -> Value {
    let lines = receipt.lines.iter().map(|(label, value)| (receipt.lang.receipt_label(*label), value));
    let lines: serde_json::Map<String, Value> =
        lines.map(|(label, value)| (label.to_owned(), value.as_str().into())).collect();
    json!({
        "obligation": sent.obligation.as_str(),
        "period": sent.period.to_string(),
        "agency": sent.agency.as_str(),
        "sent_at": sent.sent_at,
        "author": sent.author,
        "sealed": sent.sealed,
        "content_hash": content_hash(sent),
        "lines": lines,
    })
}
