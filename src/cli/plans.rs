//! `tiendo plans`: the documents, one line each, drafts with the number that users entered.

use serde_json::{Value, json};

use super::Output;
use super::args::Json;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::table::Table;
use super::texts::texts;
use crate::app::model::Model;
use crate::domain::catalog::Catalog;
use crate::domain::plan::{DocumentState, Plan};
use crate::text::date::format_date;

pub(super) fn run(context: &Context, options: &Json) -> Result<Output, CliError> {
    let catalog = database::model(context)?.catalog;
    if options.json {
        return Ok(Output::json(&catalog.plans.iter().map(|plan| data(&catalog, plan)).collect()));
    }
    let (lang, texts) = (context.lang, texts(context.lang));
    let words = lang.words();
    let mut table = Table::default();
    table.row([
        texts.col_id,
        texts.col_number,
        texts.col_issued,
        texts.col_document_state,
        texts.col_province,
        texts.col_title,
    ]);
    for plan in &catalog.plans {
        let tasks = catalog.shelf().tally(&plan.id);
        let (targets, owed) = (catalog.targets(&plan.id).len(), plan.obligations.len());
        table.row([
            plan.id.as_str(),
            plan.number.as_deref().unwrap_or(words.no_number),
            &plan.issued_on.map_or_else(|| words.no_date.to_owned(), format_date),
            lang.document_state(plan.state),
            &plan.province,
            &format!("{} ({})", plan.title, lang.plan_tally(targets, tasks.all, owed, tasks.orphans)),
        ]);
    }
    Ok(Output::good(table.render(context.cells)))
}

/// The name of a plan over what it holds: short name, that it does not bind, title.
pub(super) fn heading(model: &Model, plan: &Plan) -> String {
    let state = match plan.state {
        DocumentState::Issued => None,
        state => Some(model.lang.document_state(state)),
    };
    [Some(plan.short.as_str()), state, Some(&plan.title)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

fn data(catalog: &Catalog, plan: &Plan) -> Value {
    json!({
        "id": plan.id.as_str(),
        "short": plan.short,
        "number": plan.number,
        "issued_on": plan.issued_on,
        "state": plan.state,
        "kind": plan.kind,
        "province": plan.province,
        "title": plan.title,
        "source": plan.source,
        "targets": catalog.targets(&plan.id).len(),
        "tasks": catalog.shelf().tally(&plan.id).all,
        "obligations": plan.obligations.len(),
    })
}
