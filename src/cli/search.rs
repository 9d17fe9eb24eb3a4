//! `tiendo search`: what the search of the screens finds, best first.

use serde_json::{Value, json};

use super::Output;
use super::args::Search;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::table::Table;
use super::texts::texts;
use crate::app::chooser::{Choice, Destination, MOST};
use crate::text::sanitise::one_line;

pub(super) fn run(context: &Context, options: &Search) -> Result<Output, CliError> {
    let model = database::model(context)?;
    let mut chooser = model.search();
    let typed = one_line(&options.text.join(" "));
    chooser.query.set_text(&typed);
    chooser.search(model.found(&typed, MOST));
    let found = chooser.list.rows();
    let good = !found.is_empty();
    if options.json {
        return Ok(Output { good, ..Output::json(&found.iter().map(data).collect()) });
    }
    if !good {
        return Ok(Output { text: format!("{}\n", texts(context.lang).nothing_found), good });
    }
    let mut table = Table::default();
    for choice in found {
        table.row([&choice.kind, choice.place.trim_end(), &choice.label]);
    }
    Ok(Output::good(table.render(context.cells)))
}

fn data(choice: &Choice) -> Value {
    let (kind, id) = match &choice.to {
        // The others stand in no search.
        None
        | Some(
            Destination::AllAgencies | Destination::Offer(_) | Destination::Text(..) | Destination::Whole(_),
        ) => ("", String::new()),
        Some(Destination::Agency(id)) => ("agency", id.to_string()),
        Some(Destination::Task(id)) => ("task", id.to_string()),
        Some(Destination::Target(id)) => ("target", id.to_string()),
        Some(Destination::Obligation(id)) => ("obligation", id.to_string()),
        Some(Destination::Round(round)) => ("obligation", round.obligation.to_string()),
        Some(Destination::Clause(plan, path)) => ("clause", format!("{plan}/{path}")),
        Some(Destination::Plan(id)) => ("plan", id.to_string()),
        Some(Destination::Report(key)) => ("report", key.to_string()),
    };
    json!({ "kind": kind, "id": id, "place": choice.place.trim_end(), "label": choice.label })
}
