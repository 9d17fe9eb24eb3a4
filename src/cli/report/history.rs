//! `tiendo report history`: who changed what in a report, and when.

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
use crate::domain::history::{Happened, Part, What, history};
use crate::domain::record::ReportKey;

pub(super) fn run(context: &Context, desk: &Desk, which: &Which) -> Result<Output, CliError> {
    let model = &desk.model;
    let key = which.key(model)?;
    let happened = history(&desk.log(&key)?, &key);
    if which.json {
        return Ok(Output::json(&data(model, &key, &happened)));
    }
    let head = format!("{}\n{}\n\n", model.report_name(&key.obligation, key.period), options(&key));
    let texts = texts(context.lang);
    if happened.is_empty() {
        return Ok(Output::good(format!("{head}{}\n", texts.no_history)));
    }
    let mut table = Table::default();
    table.row([texts.col_at, texts.col_account, texts.col_happened]);
    for line in &happened {
        table.row([&model.happened_at(line), &line.by, &model.happened_text(line)]);
    }
    Ok(Output::good(head + &table.render(context.cells)))
}

fn data(model: &Model, key: &ReportKey, happened: &[Happened]) -> Value {
    let lines = happened.iter().map(|line| {
        let mut value = what(&line.what);
        value["at"] = line.at.to_rfc3339().into();
        value["by"] = line.by.as_str().into();
        value["undo"] = line.is_undo.into();
        value["text"] = model.happened_text(line).into();
        value
    });
    json!({
        "obligation": key.obligation.as_str(),
        "period": key.period.to_string(),
        "agency": key.agency.as_str(),
        "history": lines.collect::<Value>(),
    })
}

fn what(what: &What) -> Value {
    match what {
        What::Report { from, to, changed, remark, sealed } => json!({
            "kind": "report",
            "from": from,
            "to": to,
            "changed": changed.iter().map(|part| word(*part)).collect::<Value>(),
            "remark": remark,
            "sealed": sealed,
        }),
        What::Figure { target, from, to } => {
            json!({ "kind": "figure", "target": target.as_str(), "from": from, "to": to })
        }
    }
}

fn word(part: Part) -> &'static str {
    match part {
        Part::Results => "results",
        Part::Obstacles => "obstacles",
        Part::Proposals => "proposals",
        Part::Evidence => "evidence",
        Part::Without => "without",
        Part::Dispatch => "issued",
    }
}
