//! `tiendo receipt`: the receipt of what was sent, and whether a printed one or the ledger itself still holds.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Output;
use super::args::{Receipt as Options, ReceiptCommand, ShowReceipt};
use super::context::Context;
use super::database::{self, Desk};
use super::error::CliError;
use super::outbox::Outbox;
use super::report::report_key;
use crate::app::model::Model;
use crate::domain::history::last_of_version;
use crate::domain::ledger::{Ledger, LedgerFault, set_back};
use crate::domain::record::{Report, content_hash};
use crate::text::encoding::text_of;
use crate::text::receipt::{Difference, Fate, Printed, Receipt, compare, read, receipt};
use crate::text::words::Lang;

pub(super) fn run(context: &Context, options: &Options) -> Result<Output, CliError> {
    match &options.command {
        ReceiptCommand::Show(options) => show(context, options),
        ReceiptCommand::Verify(options) => match &options.receipt_file {
            Some(file) => verify(context, file, options.json),
            None => verify_all(context, options.json),
        },
    }
}

fn show(context: &Context, options: &ShowReceipt) -> Result<Output, CliError> {
    let desk = Desk::open(context)?;
    let model = &desk.model;
    let sent = version(model, options)?.ok_or_else(|| CliError::Refused(context.lang.no_ledger_line()))?;
    let found = of_version(&desk, sent, context.lang)?;
    let found = found.ok_or_else(|| CliError::Refused(context.lang.no_ledger_line()))?;
    if let Some(folder) = &options.out {
        let delivered = Outbox::open(Some(folder), model.demo)?.put(&found.parcel(), context.now());
        let delivered = delivered.map_err(|error| CliError::Undelivered(Box::new(error)))?;
        if options.json {
            let mut data = data(&found, sent);
            data["folder"] = delivered.folder.into();
            data["files"] = delivered.files.into();
            return Ok(Output::json(&data));
        }
        return Ok(Output::good(format!("{}\n", context.lang.delivered(&delivered))));
    }
    if options.json {
        return Ok(Output::json(&data(&found, sent)));
    }
    Ok(Output::good(found.plain()))
}

/// The version in the ledger: by its number, or the newest one of a report.
fn version<'a>(model: &'a Model, options: &ShowReceipt) -> Result<Option<&'a Report>, CliError> {
    let submissions = &model.records.submissions;
    let sealed = |report: &Report| report.sealed.as_ref().map(|sealed| (sealed.number, sealed.version));
    if let Some(number) = options.number {
        return Ok(submissions
            .iter()
            .find(|report| sealed(report).is_some_and(|(found, _)| found == number)));
    }
    if options.round.obligation.is_none() {
        return Err(CliError::Missing(model.lang.pick("SỐ hoặc --obligation", "NUMBER or --obligation")));
    }
    let key = report_key(model, &options.round, options.agency.as_deref())?;
    let wanted = |report: &&Report| {
        let version = sealed(report).map(|(_, version)| version);
        report.key() == key && options.sent_version.is_none_or(|wanted| version == Some(wanted))
    };
    Ok(submissions.iter().rev().find(wanted))
}

fn of_version(desk: &Desk, sent: &Report, lang: Lang) -> Result<Option<Receipt>, CliError> {
    let (model, key) = (&desk.model, sent.key());
    let log = desk.log(&key)?;
    let number = sent.sealed.as_ref().map_or(0, |sealed| sealed.number);
    let fate = Fate { version: last_of_version(&log, number), report: model.report_of(&key) };
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

/// `receipt verify --all`.
fn verify_all(context: &Context, as_json: bool) -> Result<Output, CliError> {
    let (good, fault) = ledger(context)?.check();
    let back = set_back(&good);
    if as_json {
        let fault_data = fault.map(|fault| fault_data(fault, context.lang));
        let value = json!({ "good_lines": good.len(), "fault": fault_data, "set_back": back });
        return Ok(Output { good: fault.is_none(), ..Output::json(&value) });
    }
    let mut text =
        fault.map_or_else(|| context.lang.ledger_good(good.len()), |fault| context.lang.ledger_fault(fault));
    if !back.is_empty() {
        text = format!("{text}\n{}", context.lang.ledger_set_back(&back));
    }
    Ok(Output { text: format!("{text}\n"), good: fault.is_none() })
}

fn ledger(context: &Context) -> Result<Ledger, CliError> {
    database::open(context)?.store.ledger().map_err(CliError::Store)
}

fn fault_data(fault: LedgerFault, lang: Lang) -> Value {
    let kind = match fault {
        LedgerFault::Missing(_) => "missing",
        LedgerFault::Changed(_) => "changed",
        LedgerFault::Unlinked(_) => "unlinked",
    };
    json!({ "number": fault.number(), "kind": kind, "text": lang.ledger_fault(fault) })
}

/// What a printed receipt turns out to be.
enum Finding {
    /// No receipt, or of a line that the ledger does not have.
    Unknown(Option<i64>),
    /// The ledger is broken at its line or before.
    Broken(LedgerFault),
    /// How it differs from what is known; nothing, or only what came later: it is valid. Also whether its time is before
    /// that of the line above.
    Known { number: i64, differences: Vec<Difference>, set_back: bool },
}

fn verify(context: &Context, file: &Path, as_json: bool) -> Result<Output, CliError> {
    let bytes = fs::read(file).map_err(|error| CliError::Unreadable(file.to_owned(), error))?;
    let printed = text_of(&bytes).ok().and_then(|text| read(&text));
    let finding = match printed {
        Some(printed) => judge(context, &printed)?,
        None => Finding::Unknown(None),
    };
    let good =
        matches!(&finding, Finding::Known { differences, .. } if differences.iter().all(|d| d.came_later));
    if as_json {
        return Ok(Output { good, ..Output::json(&finding_data(&finding, good, context.lang)) });
    }
    Ok(Output { text: finding_text(&finding, good, context.lang), good })
}

fn judge(context: &Context, printed: &Printed) -> Result<Finding, CliError> {
    let (good, fault) = ledger(context)?.check();
    let number = printed.number;
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(sent) = at.and_then(|at| good.get(at)) else {
        // What stands behind a broken line cannot be trusted either.
        let broken = fault.filter(|fault| fault.number() <= number);
        return Ok(broken.map_or(Finding::Unknown(Some(number)), Finding::Broken));
    };
    if let Some(fault) = fault.filter(|fault| fault.number() <= number) {
        return Ok(Finding::Broken(fault));
    }
    let truth = of_version(&Desk::open(context)?, sent, printed.lang)?;
    let set_back = set_back(&good).contains(&number);
    let known = |truth| Finding::Known { number, differences: compare(printed, &truth), set_back };
    Ok(truth.map_or(Finding::Unknown(Some(number)), known))
}

fn finding_text(finding: &Finding, good: bool, lang: Lang) -> String {
    match finding {
        Finding::Unknown(number) => format!("{}\n", lang.receipt_unknown(*number)),
        Finding::Broken(fault) => format!("{}\n", lang.ledger_fault(*fault)),
        Finding::Known { number, differences, set_back } => {
            let head = if good { lang.receipt_valid(*number) } else { lang.receipt_invalid().to_owned() };
            let lines = |later: bool| {
                let of_kind = differences.iter().filter(move |d| d.came_later == later);
                of_kind.map(|d| format!("  {}\n", lang.receipt_difference(d))).collect::<String>()
            };
            let later = lines(true);
            let later = if later.is_empty() { later } else { format!("{}\n{later}", lang.receipt_later()) };
            let clock = if *set_back { lang.ledger_set_back(&[*number]) + "\n" } else { String::new() };
            format!("{head}\n{}{later}{clock}", lines(false))
        }
    }
}

fn finding_data(finding: &Finding, good: bool, lang: Lang) -> Value {
    let verdict = match finding {
        Finding::Unknown(_) => "unknown",
        Finding::Broken(_) => "ledger_changed",
        Finding::Known { .. } if good => "valid",
        Finding::Known { .. } => "differs",
    };
    let differences = match finding {
        Finding::Known { differences, .. } => differences
            .iter()
            .map(|d| json!({ "line": d.line, "printed": d.printed, "known": d.known, "came_later": d.came_later }))
            .collect(),
        _ => Vec::new(),
    };
    json!({ "verdict": verdict, "text": finding_text(finding, good, lang), "differences": differences })
}
