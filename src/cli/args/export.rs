//! Arguments of `tiendo export`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Round;

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    #[arg(value_enum, hide_possible_values = true)]
    pub(in crate::cli) format: Format,
    #[arg(value_enum, hide_possible_values = true)]
    pub(in crate::cli) list: Option<ListName>,
    #[arg(long, conflicts_with = "list")]
    pub(in crate::cli) form: bool,
    #[command(flatten)]
    pub(in crate::cli) round: Round,
    #[arg(long)]
    pub(in crate::cli) agency: Option<String>,
    #[arg(long)]
    pub(in crate::cli) plan: Option<String>,
    #[arg(long)]
    pub(in crate::cli) out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    Json,
    Docx,
    Html,
    Txt,
    Xlsx,
    Csv,
    Ics,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ListName {
    Tasks,
    Targets,
    Due,
    Reports,
    Agencies,
    Stats,
    Figures,
}
