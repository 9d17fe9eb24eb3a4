//! How a run answers: in which language, whether to a program, and for which command.
//!
//! Known before the arguments are parsed, since their mistakes are told in the same way.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Command;
use serde_json::json;

use super::console;
use super::error::CliError;
use super::texts::{EXAMPLES, find, texts};
use crate::text::words::Lang;

/// How a run answers.
pub(super) struct Voice {
    pub(super) lang: Lang,
    /// Whether `--json` was typed: then an error is a document too.
    pub(super) json: bool,
    /// The words by which the command was called, such as `report`, `set`.
    path: Vec<String>,
}

impl Voice {
    /// From what was typed, for the commands of `root`.
    pub(super) fn new(lang: Lang, root: &Command, args: &[OsString]) -> Self {
        let words = || args.iter().skip(1).filter_map(|arg| arg.to_str()).take_while(|arg| *arg != "--");
        let mut path = Vec::new();
        let mut at = root;
        for word in words() {
            if let Some(command) = at.find_subcommand(word) {
                path.push(word.to_owned());
                at = command;
            }
        }
        Self { lang, json: args.iter().any(|arg| arg == OsStr::new("--json")), path }
    }

    /// Where no command was typed, or nothing was looked at yet.
    pub(super) fn plain(lang: Lang) -> Self {
        Self { lang, json: false, path: Vec::new() }
    }

    /// The command that was typed, among those of `root`.
    pub(super) fn command<'a>(&self, root: &'a Command) -> &'a Command {
        self.path.iter().fold(root, |at, word| at.find_subcommand(word).unwrap_or(at))
    }

    /// The command as it is typed: "tiendo report set".
    pub(super) fn typed(&self) -> String {
        ["tiendo"].into_iter().chain(self.path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
    }

    /// What to type instead: an example of the command, and where to read on.
    pub(super) fn next_step(&self) -> String {
        let texts = texts(self.lang);
        let example = find(EXAMPLES, &self.path.join(" "), self.lang);
        let example = example.map(|example| format!("{}:\n  {example}\n", texts.example)).unwrap_or_default();
        format!("{example}{}: {} --help", texts.see, self.typed())
    }

    /// Tells why it could not be done, on the standard error; who reads data gets a document as well.
    pub(super) fn fail(&self, error: &CliError) -> ExitCode {
        let text = error.text(self.lang);
        let next = if error.is_of_usage() { format!("\n{}", self.next_step()) } else { String::new() };
        self.refuse(&format!("{text}{next}"), error.exit_code())
    }

    /// Tells somebody at a terminal why letters have no marks there, and what to set.
    pub(super) fn tell_of_marks(&self) {
        if let Some(foreign) = console::charset().filter(|_| io::stderr().is_terminal()) {
            let why = self.lang.without_marks(&foreign);
            let _ = writeln!(io::stderr(), "tiendo: {}", console::shown(&why, &io::stderr()));
        }
    }

    /// Tells `message` and answers `code`.
    pub(super) fn refuse(&self, message: &str, code: u8) -> ExitCode {
        // Without a place for messages the exit code still tells.
        let _ = writeln!(io::stderr(), "tiendo: {}", console::shown(message, &io::stderr()));
        if self.json {
            let document = json!({ "error": { "message": message, "exit_code": code } });
            let _ = writeln!(io::stdout(), "{document:#}");
        }
        ExitCode::from(code)
    }
}
