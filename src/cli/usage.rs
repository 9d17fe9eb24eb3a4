//! What clap answers instead of arguments: help and version as they are, mistakes in our words.

use std::io::Write;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::texts::texts;
use super::{Output, print};
use crate::text::words::Lang;

/// Prints help or version (exit code 0), or says what is wrong with the arguments (exit code 2).
pub(super) fn answer(lang: Lang, error: &Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return print(lang, &Output::good(error.render().to_string()));
    }
    let hint = suggestion(error)
        .map(|near| lang.pick(format!(" Ý bạn là “{near}”?"), format!(" Did you mean `{near}`?")));
    let what = mistake(lang, error);
    let _ =
        writeln!(std::io::stderr(), "tiendo: {what}{}\n{}", hint.unwrap_or_default(), texts(lang).see_help);
    ExitCode::from(2)
}

fn mistake(lang: Lang, error: &Error) -> String {
    let arg = said(error, ContextKind::InvalidArg);
    let value = said(error, ContextKind::InvalidValue);
    match error.kind() {
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
