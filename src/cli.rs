//! Arguments and subcommands: one file for each, all of them over the same store as the screens.
//!
//! Reads arguments, environment, clock and files; computes nothing of the field itself.

mod agencies;
mod args;
mod bench_data;
mod board;
mod calendar;
mod cascade;
mod check;
mod compile;
mod config;
mod console;
mod context;
mod database;
mod demo;
mod due;
mod error;
mod export;
mod import_agencies;
mod keys;
mod localise;
mod lookup;
mod outbox;
mod plain;
mod plan;
mod plans;
mod receipt;
mod remind;
mod report;
mod rounds;
mod screen;
mod search;
mod stats;
mod table;
mod targets;
mod tasks;
mod texts;
mod usage;
mod voice;
mod when;
mod year;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{FromArgMatches, Parser};

use self::args::{Arguments, Command, ScreenArguments};
use self::context::Context;
pub use self::due::due_json;
use self::error::CliError;
use self::voice::Voice;
use crate::text::words::Lang;

/// What a command prints, and whether it found what it looked for.
#[derive(Debug)]
struct Output {
    text: String,
    /// False: faults in a check, nothing in a search.
    good: bool,
}

impl Output {
    fn good(text: String) -> Self {
        Self { text, good: true }
    }

    fn json(value: &serde_json::Value) -> Self {
        Self::good(format!("{value:#}\n"))
    }
}

/// Runs the program with these arguments, the first of which is its name.
///
/// Exit codes: 0 done; 1 a check found faults or a search found nothing; 2 wrong usage or no terminal;
/// 3 the database cannot be used.
pub fn run(args: Vec<OsString>) -> ExitCode {
    let lang = match context::language(&args) {
        Ok(lang) => lang,
        Err(error) => return Voice::plain(Lang::Vi).fail(&error),
    };
    let (voice, typed) = parse(lang, args);
    match typed.map(|typed| serve(lang, typed)) {
        Ok(Ok(output)) => print(&voice, &output),
        Ok(Err(error)) => voice.fail(&error),
        Err(answered) => answered,
    }
}

/// What was typed: the command, if any, and what every command takes.
type Typed = (ScreenArguments, Option<Command>);

/// What was typed; clap's tree of commands with all their help goes before the program starts on it.
fn parse(lang: Lang, args: Vec<OsString>) -> (Voice, Result<Typed, ExitCode>) {
    // Mostly no command is given, and then the tree need not be built.
    if let Ok(screen) = ScreenArguments::try_parse_from(&args) {
        return (Voice::plain(lang), Ok((screen, None)));
    }
    let mut command = localise::command(lang, &args);
    let voice = Voice::new(lang, &command, &args);
    let matches = command.try_get_matches_from_mut(args);
    let arguments = matches.and_then(|matches| Arguments::from_arg_matches(&matches));
    let typed = arguments.map(|Arguments { screen, command, .. }| (screen, command));
    let typed = typed.map_err(|error| usage::answer(&voice, &command, &error));
    (voice, typed)
}

fn serve(lang: Lang, (screen, command): Typed) -> Result<Output, CliError> {
    let ScreenArguments { common, plain } = screen;
    let context = Context::new(lang, common)?;
    match command {
        Some(_) if plain => Err(CliError::Refused(lang.words_of_prompts().alone.to_owned())),
        None if plain => plain::run(&context),
        None => screen::run(&context),
        Some(Command::Due(options)) => due::run(&context, &options),
        Some(Command::Tasks(options)) => tasks::run(&context, &options),
        Some(Command::Targets(options)) => targets::run(&context, &options),
        Some(Command::Plans(options)) => plans::run(&context, &options),
        Some(Command::Agencies(options)) => agencies::run(&context, &options),
        Some(Command::Search(options)) => search::run(&context, &options),
        Some(Command::Export(options)) => export::run(&context, &options),
        Some(Command::Keys(options)) => Ok(keys::run(&context, &options)),
        Some(Command::Check(options)) => check::run(&context, &options),
        Some(Command::When(options)) => when::run(&context, &options),
        Some(Command::Calendar(options)) => calendar::run(&context, &options),
        Some(Command::Plan(options)) => plan::run(&context, &options),
        Some(Command::Year(options)) => year::run(&context, &options),
        Some(Command::Stats(options)) => stats::run(&context, &options),
        Some(Command::Board(options)) => board::run(&context, &options),
        Some(Command::Remind(options)) => remind::run(&context, &options),
        Some(Command::Compile(options)) => compile::run(&context, &options),
        Some(Command::Report(options)) => report::run(&context, &options),
        Some(Command::Receipt(options)) => receipt::run(&context, &options),
        Some(Command::BenchData(options)) => bench_data::run(context, &options),
    }
}

fn print(voice: &Voice, output: &Output) -> ExitCode {
    let mut out = io::stdout().lock();
    // Data stay as they are, even before somebody's eyes.
    let text = if voice.json { output.text.as_str().into() } else { console::shown(&output.text, &out) };
    if text != output.text {
        voice.tell_of_marks();
    }
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        // Whoever reads only the first lines of a pipe has what he wanted.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => voice.fail(&CliError::Unwritable(error)),
        _ if output.good => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}

/// Whether somebody sits in front of it: both the keys and the screen are a terminal.
fn has_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}
