//! Arguments as clap reads them. What they are for stands in `texts`, in both languages.

mod export;
mod report;

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::domain::agenda::Horizon;

pub(super) use export::*;
pub(super) use report::*;

#[derive(Debug, Parser)]
#[command(name = "tiendo", version)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) screen: ScreenArguments,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What opens the screen: no command, and no help.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true)]
pub(super) struct ScreenArguments {
    #[command(flatten)]
    pub(super) common: Common,
    #[arg(long)]
    pub(super) plain: bool,
}

/// What every command takes.
#[derive(Debug, Args)]
pub(super) struct Common {
    #[arg(long, global = true)]
    pub(super) db: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) today: Option<String>,
    #[arg(long, global = true, value_enum, hide_possible_values = true)]
    pub(super) lang: Option<LangName>,
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    #[arg(long, global = true, conflicts_with = "db")]
    pub(super) demo: bool,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Due(Due),
    Tasks(Tasks),
    Targets(Targets),
    Plans(Json),
    Agencies(Agencies),
    Search(Search),
    Export(Export),
    Keys(Json),
    Check(Check),
    When(When),
    Calendar(Calendar),
    Plan(Plan),
    Year(Year),
    Stats(Stats),
    Board(Board),
    Remind(Remind),
    Compile(Compile),
    Report(Report),
    Receipt(Receipt),
    #[command(hide = true)]
    BenchData(BenchData),
}

#[derive(Debug, Args)]
pub(super) struct Due {
    #[arg(long)]
    pub(super) agency: Option<String>,
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long, value_enum, default_value = "year", hide_possible_values = true, hide_default_value = true)]
    pub(super) horizon: HorizonName,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Tasks {
    #[arg(long)]
    pub(super) agency: Option<String>,
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Targets {
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Search {
    #[arg(required = true)]
    pub(super) text: Vec<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true)]
    pub(super) file: Vec<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct When {
    #[arg(required = true)]
    pub(super) phrase: Vec<String>,
    #[arg(long)]
    pub(super) from: Option<String>,
    #[arg(long)]
    pub(super) to: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Calendar {
    #[arg(value_enum, hide_possible_values = true)]
    pub(super) action: CalendarAction,
    pub(super) days: Option<String>,
    #[arg(long)]
    pub(super) year: Option<i32>,
    #[arg(long)]
    pub(super) kind: Option<String>,
    #[arg(long)]
    pub(super) makeup: Option<String>,
    #[arg(long)]
    pub(super) name: Option<String>,
    #[arg(long)]
    pub(super) source: Option<String>,
    #[arg(long)]
    pub(super) approved: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Year {
    pub(super) year: Option<String>,
    #[arg(long)]
    pub(super) agency: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Plan {
    #[arg(value_enum, hide_possible_values = true)]
    pub(super) change: PlanChange,
    #[arg(id = "document")]
    pub(super) plan: String,
    #[arg(long)]
    pub(super) number: Option<String>,
    #[arg(long)]
    pub(super) date: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum CalendarAction {
    List,
    Add,
    Approve,
    Drop,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum PlanChange {
    Issue,
    Withdraw,
}

#[derive(Debug, Args)]
pub(super) struct Stats {
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) agency: Option<String>,
    #[arg(long)]
    pub(super) province: Option<String>,
    #[arg(long)]
    pub(super) year: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
}

/// Which obligation to report, and for which of its periods.
#[derive(Debug, Args)]
pub(super) struct Round {
    #[arg(long)]
    pub(super) obligation: Option<String>,
    #[arg(long)]
    pub(super) period: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct Board {
    #[command(flatten)]
    pub(super) round: Round,
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) json: bool,
    #[arg(id = "as_csv", long = "csv", conflicts_with = "json")]
    pub(super) csv: bool,
}

#[derive(Debug, Args)]
pub(super) struct Remind {
    #[command(flatten)]
    pub(super) round: Round,
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) ladder: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Compile {
    #[command(flatten)]
    pub(super) round: Round,
    #[arg(long)]
    pub(super) plan: Option<String>,
    #[arg(long)]
    pub(super) agency: Option<String>,
    #[arg(long)]
    pub(super) write: bool,
    #[arg(long)]
    pub(super) out: Option<PathBuf>,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Agencies {
    #[arg(long)]
    pub(super) json: bool,
    #[command(subcommand)]
    pub(super) command: Option<AgenciesCommand>,
}

#[derive(Debug, Subcommand)]
pub(super) enum AgenciesCommand {
    Import(ImportAgencies),
}

#[derive(Debug, Args)]
pub(super) struct ImportAgencies {
    #[arg(required = true)]
    pub(super) csv: PathBuf,
    #[arg(long)]
    pub(super) group: Option<String>,
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What to make a database of made-up data of.
#[derive(Debug, Args)]
pub(super) struct BenchData {
    #[arg(id = "made_up_tasks", long = "tasks")]
    pub(super) tasks: usize,
}

#[derive(Debug, Args)]
pub(super) struct Json {
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangName {
    Vi,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum HorizonName {
    Week,
    Month,
    Quarter,
    Year,
}

impl From<HorizonName> for Horizon {
    fn from(name: HorizonName) -> Self {
        match name {
            HorizonName::Week => Self::Week,
            HorizonName::Month => Self::Month,
            HorizonName::Quarter => Self::Quarter,
            HorizonName::Year => Self::Year,
        }
    }
}
