//! What clap answers instead of arguments: help and version as they are, mistakes in our words.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::voice::Voice;
use super::{Output, print};
use crate::text::words::Lang;

const WRONG_USAGE: u8 = 2;

/// Prints help or version (exit code 0), or says what is wrong with the arguments (exit code 2).
///
/// `root` holds the commands of the program.
pub(super) fn answer(voice: &Voice, root: &Command, error: &Error) -> ExitCode {
    let lang = voice.lang;
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return print(voice, &Output::good(error.render().to_string()));
    }
    let hint = suggestion(error)
        .map(|near| lang.pick(format!(" Ý bạn là “{near}”?"), format!(" Did you mean `{near}`?")));
    let what = match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            no_subcommand(voice, root)
        }
        _ => mistake(lang, error) + &hint.unwrap_or_default(),
    };
    voice.refuse(&format!("{what}\n{}", voice.next_step()), WRONG_USAGE)
}

/// That a command is needed behind the one that was typed, and which there are.
fn no_subcommand(voice: &Voice, root: &Command) -> String {
    let typed = voice.typed();
    let head = voice.lang.pick(
        format!("thiếu lệnh con sau “{typed}”; chọn một:"),
        format!("a command is missing behind `{typed}`; choose one:"),
    );
    let below: Vec<&Command> = voice.command(root).get_subcommands().collect();
    let width = below.iter().map(|command| command.get_name().len()).max().unwrap_or_default();
    below.iter().fold(head, |text, command| {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        format!("{text}\n  {:width$}  {about}", command.get_name())
    })
}

/// What is wrong, in one line.
fn mistake(lang: Lang, error: &Error) -> String {
    let arg = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument if !arg.starts_with('-') => {
            lang.pick(format!("thừa “{arg}”."), format!("`{arg}` is too much."))
        }
        ErrorKind::UnknownArgument => {
            lang.pick(format!("không có tùy chọn “{arg}”."), format!("there is no option `{arg}`."))
        }
        ErrorKind::InvalidSubcommand => {
            let name = said(error, ContextKind::InvalidSubcommand);
            lang.pick(format!("không có lệnh “{name}”."), format!("there is no command `{name}`."))
        }
        ErrorKind::MissingRequiredArgument => lang.pick(format!("thiếu: {arg}"), format!("missing: {arg}")),
        ErrorKind::InvalidValue if value.is_empty() => {
            lang.pick(format!("{arg} cần một giá trị."), format!("{arg} needs a value."))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let allowed = said(error, ContextKind::ValidValue);
            if allowed.is_empty() {
                // What has no list of values and is refused is a number.
                return lang.pick(
                    format!("{arg}: “{value}” không phải là số dùng được; ghi bằng chữ số, ví dụ 12."),
                    format!("{arg}: `{value}` is no number that can be used; write digits, such as 12."),
                );
            }
            lang.pick(
                format!("“{value}” không dùng được cho {arg}; dùng: {allowed}."),
                format!("`{value}` cannot be used for {arg}; use: {allowed}."),
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = said(error, ContextKind::PriorArg);
            if other == arg {
                lang.pick(format!("{arg} chỉ ghi một lần."), format!("{arg} can be given only once."))
            } else {
                lang.pick(format!("{arg} không đi cùng {other}."), format!("{arg} cannot go with {other}."))
            }
        }
        ErrorKind::TooManyValues => lang
            .pick(format!("thừa giá trị “{value}” cho {arg}."), format!("`{value}` is too much for {arg}.")),
        ErrorKind::InvalidUtf8 => lang
            .pick("đối số không phải chữ Unicode (UTF-8).", "an argument is not Unicode (UTF-8).")
            .to_owned(),
        _ => lang.pick("không hiểu các đối số.", "the arguments are not understood.").to_owned(),
    }
}

fn suggestion(error: &Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    kinds.into_iter().map(|kind| said(error, kind)).find(|near| !near.is_empty())
}

/// What clap knows about a mistake, as one text.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
