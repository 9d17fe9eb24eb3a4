//! `tiendo report`: a report from its first word to its receipt without the screen, on the same rules.

mod change;
mod figure;
mod finding;
mod history;
mod import;
mod set;
mod shown;
mod which;

use super::Output;
use super::args::{Report, ReportCommand};
use super::context::Context;
use super::database::Desk;
use super::error::CliError;

pub(super) use which::{needed_obligation, report_key};

pub(super) fn run(context: &Context, options: &Report) -> Result<Output, CliError> {
    let mut desk = Desk::open(context)?;
    match &options.command {
        ReportCommand::List(options) => shown::list(context, &desk, options),
        ReportCommand::Show(which) => shown::show(&desk, which),
        ReportCommand::History(which) => history::run(context, &desk, which),
        ReportCommand::New(which) => set::new(&mut desk, which),
        ReportCommand::Set(options) => set::set(&mut desk, options),
        ReportCommand::Submit(which) => change::submit(&mut desk, which),
        ReportCommand::Send(options) => change::send(&mut desk, options),
        ReportCommand::Return(options) => change::give_back(&mut desk, options),
        ReportCommand::Receive(options) => change::receive(&mut desk, options),
        ReportCommand::Import(options) => import::run(&mut desk, options),
    }
}
