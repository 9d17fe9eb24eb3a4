//! Arguments of `tiendo report` and `tiendo receipt`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Round;

#[derive(Debug, Args)]
#[command(subcommand_required = true)]
pub(in crate::cli) struct Report {
    #[command(subcommand)]
    pub(in crate::cli) command: ReportCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ReportCommand {
    List(Which),
    New(Which),
    Show(Which),
    History(Which),
    Set(SetReport),
    Submit(Which),
    Send(SendReport),
    Return(ReturnReport),
    Receive(ReceiveReport),
    Import(ImportTable),
}

/// Which report, or which of them.
#[derive(Debug, Args)]
pub(in crate::cli) struct Which {
    #[command(flatten)]
    pub(in crate::cli) round: Round,
    #[arg(long)]
    pub(in crate::cli) agency: Option<String>,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SetReport {
    #[command(flatten)]
    pub(in crate::cli) which: Which,
    #[arg(long)]
    pub(in crate::cli) part: Option<String>,
    #[arg(id = "words", long = "text", requires = "part", conflicts_with = "part_file")]
    pub(in crate::cli) text: Option<String>,
    #[arg(id = "part_file", long = "file", requires = "part")]
    pub(in crate::cli) file: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) figure: Vec<String>,
    #[arg(long, requires = "figure")]
    pub(in crate::cli) as_of: Option<String>,
    #[arg(long, requires = "figure")]
    pub(in crate::cli) quality: Option<String>,
    #[arg(long)]
    pub(in crate::cli) revision: Option<i64>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct SendReport {
    #[command(flatten)]
    pub(in crate::cli) which: Which,
    #[arg(long)]
    pub(in crate::cli) approved_by: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ReturnReport {
    #[command(flatten)]
    pub(in crate::cli) which: Which,
    #[arg(long)]
    pub(in crate::cli) remark: String,
    #[arg(id = "acting", long = "as")]
    pub(in crate::cli) acting: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ReceiveReport {
    #[command(flatten)]
    pub(in crate::cli) which: Which,
    #[arg(id = "acting", long = "as")]
    pub(in crate::cli) acting: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ImportTable {
    #[arg(required = true)]
    pub(in crate::cli) table: PathBuf,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Args)]
#[command(subcommand_required = true)]
pub(in crate::cli) struct Receipt {
    #[command(subcommand)]
    pub(in crate::cli) command: ReceiptCommand,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ReceiptCommand {
    Show(ShowReceipt),
    Verify(VerifyReceipt),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ShowReceipt {
    #[arg(id = "ledger_number", conflicts_with_all = ["Round", "agency", "sent_version"])]
    pub(in crate::cli) number: Option<i64>,
    #[command(flatten)]
    pub(in crate::cli) round: Round,
    #[arg(long)]
    pub(in crate::cli) agency: Option<String>,
    #[arg(long)]
    pub(in crate::cli) sent_version: Option<u32>,
    #[arg(long)]
    pub(in crate::cli) out: Option<PathBuf>,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct VerifyReceipt {
    #[arg(required_unless_present = "whole_ledger", conflicts_with = "whole_ledger")]
    pub(in crate::cli) receipt_file: Option<PathBuf>,
    #[arg(id = "whole_ledger", long = "all")]
    pub(in crate::cli) all: bool,
    #[arg(long)]
    pub(in crate::cli) json: bool,
}
