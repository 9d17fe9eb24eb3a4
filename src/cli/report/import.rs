//! placeholder
use crate::cli::Output;
use crate::cli::args::ImportTable;
use crate::cli::database::Desk;
use crate::cli::error::CliError;
pub(super) fn run(_desk: &mut Desk, _options: &ImportTable) -> Result<Output, CliError> {
    Ok(Output::good(String::new()))
}
