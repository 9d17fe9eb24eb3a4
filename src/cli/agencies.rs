//! `tiendo agencies`: the register, one line for each agency or group; and loading more of them.

use super::Output;
use super::args::{Agencies, AgenciesCommand};
use super::context::Context;
use super::database;
use super::error::CliError;
use super::import_agencies;
use super::table::Table;
use super::texts::texts;
use crate::catalog::Bundle;
use crate::domain::catalog::Catalog;
use crate::export::json::catalog_json;
use crate::text::date::format_date;

pub(super) fn run(context: &Context, options: &Agencies) -> Result<Output, CliError> {
    if let Some(AgenciesCommand::Import(options)) = &options.command {
        return import_agencies::run(context, options);
    }
    let catalog = register(context)?;
    let agencies = catalog.agencies();
    if options.json {
        return Ok(Output::json(&catalog_json(&catalog)["agencies"]));
    }
    let (words, texts) = (context.lang.words(), texts(context.lang));
    let mut table = Table::default();
    table.row([texts.col_id, texts.col_province, texts.col_short, texts.col_name]);
    for agency in agencies {
        let until = agency.valid_to.map(|day| format!(" (– {})", format_date(day))).unwrap_or_default();
        table.row([
            agency.id.as_str(),
            agency.province.as_deref().unwrap_or(words.central),
            &agency.short,
            &format!("{}{until}", agency.name),
        ]);
    }
    Ok(Output::good(table.render(context.cells)))
}

/// The register of the database; what comes with the program while there is no database.
fn register(context: &Context) -> Result<Catalog, CliError> {
    if database::exists(context) {
        let catalog = database::open(context)?.store.snapshot().map_err(CliError::Store)?.catalog;
        return Ok(catalog);
    }
    let Bundle { agencies, successions, .. } = database::bundled()?;
    Ok(Catalog::new(Vec::new(), agencies).with_successions(successions))
}
