//! `tiendo export json`: the bundled catalogue for other programs.

use super::Output;
use super::args::{Export, Format};
use super::database::bundled;
use super::error::CliError;
use crate::domain::catalog::Catalog;
use crate::export::json::catalog_json;

pub(super) fn run(options: &Export) -> Result<Output, CliError> {
    let bundle = bundled()?;
    let catalog = Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions);
    match options.format {
        Format::Json => Ok(Output::json(&catalog_json(&catalog))),
    }
}
