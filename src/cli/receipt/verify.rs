//! `tiendo receipt verify`: whether printed receipts, or the ledger itself, still hold.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::of_version;
use crate::cli::Output;
use crate::cli::config;
use crate::cli::context::Context;
use crate::cli::database::{self, Desk};
use crate::cli::error::CliError;
use crate::domain::ledger::{Ledger, LedgerFault, set_back};
use crate::text::encoding::text_of;
use crate::text::receipt::{Difference, Printed, compare, read};
use crate::text::words::Lang;

/// `receipt verify --all`.
pub(super) fn ledger(context: &Context, as_json: bool) -> Result<Output, CliError> {
    let (good, fault) = lines(context)?.check();
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

fn lines(context: &Context) -> Result<Ledger, CliError> {
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
    /// How it differs from what is known; nothing, or only what came later: it is valid. Also what stands beside it, and
    /// whether its time is before that of the line above.
    Known { number: i64, differences: Vec<Difference>, outside: Vec<String>, set_back: bool },
}

/// `receipt verify FILE`: each receipt of the file by itself.
pub(super) fn printed(context: &Context, file: &Path, as_json: bool) -> Result<Output, CliError> {
    let bytes = fs::read(file).map_err(|error| CliError::Unreadable(file.to_owned(), error))?;
    let layout = config::layout()?;
    let mut found = text_of(&bytes).map(|text| read(&text, &layout.words.made_up)).unwrap_or_default();
    if found.is_empty() {
        found.push(None);
    }
    let judged = |printed: &Option<Printed>| {
        printed.as_ref().map_or(Ok(Finding::Unknown(None)), |printed| judge(context, printed))
    };
    let findings = found.iter().map(judged).collect::<Result<Vec<_>, _>>()?;
    let good = findings.iter().all(Finding::is_good);
    let lang = context.lang;
    Ok(match (as_json, findings.as_slice()) {
        (true, [one]) => Output { good, ..Output::json(&one.data(lang)) },
        (true, several) => Output { good, ..Output::json(&data_of_several(several, lang)) },
        (false, [one]) => Output { good, text: one.text(lang) },
        (false, several) => Output { good, text: text_of_several(several, lang) },
    })
}

fn judge(context: &Context, printed: &Printed) -> Result<Finding, CliError> {
    let (good, fault) = lines(context)?.check();
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
    let outside = printed.outside.clone();
    let known = |truth| Finding::Known { number, differences: compare(printed, &truth), outside, set_back };
    Ok(truth.map_or(Finding::Unknown(Some(number)), known))
}

impl Finding {
    fn is_good(&self) -> bool {
        matches!(self, Self::Known { differences, .. } if differences.iter().all(|d| d.came_later))
    }

    fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unknown(number) => format!("{}\n", lang.receipt_unknown(*number)),
            Self::Broken(fault) => format!("{}\n", lang.ledger_fault(*fault)),
            Self::Known { number, differences, outside, set_back } => {
                let head = if self.is_good() {
                    lang.receipt_valid(*number)
                } else {
                    lang.receipt_invalid().to_owned()
                };
                let lines = |later: bool| {
                    let of_kind = differences.iter().filter(move |d| d.came_later == later);
                    of_kind.map(|d| format!("  {}\n", lang.receipt_difference(d))).collect::<String>()
                };
                let later = lines(true);
                let later =
                    if later.is_empty() { later } else { format!("{}\n{later}", lang.receipt_later()) };
                let outside =
                    if outside.is_empty() { String::new() } else { lang.outside_receipt(outside) + "\n" };
                let clock = if *set_back { lang.ledger_set_back(&[*number]) + "\n" } else { String::new() };
                format!("{head}\n{}{later}{outside}{clock}", lines(false))
            }
        }
    }

    fn verdict(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown",
            Self::Broken(_) => "ledger_changed",
            Self::Known { .. } if self.is_good() => "valid",
            Self::Known { .. } => "differs",
        }
    }

    fn data(&self, lang: Lang) -> Value {
        let (differences, outside) = match self {
            Self::Known { differences, outside, .. } => (differences.as_slice(), outside.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let differences = differences.iter().map(
            |d| json!({ "line": d.line, "printed": d.printed, "known": d.known, "came_later": d.came_later }),
        );
        json!({
            "verdict": self.verdict(),
            "text": self.text(lang),
            "differences": differences.collect::<Value>(),
            "outside": outside,
        })
    }
}

fn text_of_several(findings: &[Finding], lang: Lang) -> String {
    let all = findings.len();
    let texts = findings.iter().zip(1..);
    texts.map(|(finding, at)| format!("{}{}", lang.receipt_of_several(at, all), finding.text(lang))).collect()
}

/// Each receipt, and the verdict of the first that is not valid.
fn data_of_several(findings: &[Finding], lang: Lang) -> Value {
    let worst = findings.iter().find(|finding| !finding.is_good());
    json!({
        "verdict": worst.map_or("valid", Finding::verdict),
        "text": text_of_several(findings, lang),
        "receipts": findings.iter().map(|finding| finding.data(lang)).collect::<Value>(),
    })
}
