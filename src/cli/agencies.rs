//! `tiendo agencies`: the bundled register, one line for each agency or group.

use super::Output;
use super::args::Json;
use super::context::Context;
use super::database::bundled;
use super::error::CliError;
use super::table::Table;
use super::texts::texts;
use crate::catalog::Bundle;
use crate::domain::catalog::Catalog;
use crate::export::json::catalog_json;
use crate::text::date::format_date;

pub(super) fn run(context: &Context, options: &Json) -> Result<Output, CliError> {
    let Bundle { agencies, successions, .. } = bundled()?;
    if options.json {
        let mut all = catalog_json(&Catalog::new(Vec::new(), agencies).with_successions(successions));
        return Ok(Output::json(&all["agencies"].take()));
    }
    let (words, texts) = (context.lang.words(), texts(context.lang));
    let mut table = Table::default();
    table.row([texts.col_id, texts.col_province, texts.col_short, texts.col_name]);
    for agency in &agencies {
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
