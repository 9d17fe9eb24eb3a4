//! The command for clap with all its help in one language; clap's own headings are replaced by ours.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory};

use super::args::Arguments;
use super::texts::{ARGUMENTS, COMMANDS, EXAMPLES, NOTES, VALUES, find, texts};
use crate::text::words::Lang;

/// Place of what every command takes: behind what is its own.
const GLOBAL: usize = 900;

/// The arguments of the program, explained in `lang`; of the commands, those of which an argument may be the name: to
/// explain all of them takes longer than to read the arguments.
pub(super) fn command(lang: Lang, args: &[OsString]) -> Command {
    command_with(lang, |name| args.iter().skip(1).any(|arg| arg == name))
}

fn command_with(lang: Lang, named: impl Fn(&str) -> bool) -> Command {
    let texts = texts(lang);
    let command = explained(Arguments::command(), "tiendo", lang)
        .override_usage(format!("tiendo {} {}", texts.usage_options, texts.usage_command))
        .after_help(texts.notes)
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{}:\n{{subcommands}}\n\n{}:\n{{options}}{{after-help}}\n",
            texts.usage, texts.commands, texts.options
        ));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| match named(name) {
            true => below("tiendo", sub, lang),
            false => sub.about(find(COMMANDS, name, lang).unwrap_or_default()),
        })
    })
}

/// A command of `parent` with its help, and the commands below it with theirs.
fn below(parent: &str, command: Command, lang: Lang) -> Command {
    let texts = texts(lang);
    let path = format!("{parent} {}", command.get_name());
    let name = path.strip_prefix("tiendo ").unwrap_or(&path);
    let command = explained(command, name, lang);
    let positional: Vec<String> = command.get_positionals().map(|arg| placeholder(arg, lang)).collect();
    let usage = format!("{path} {} {}", texts.usage_options, positional.join(" "));
    let arguments = if positional.is_empty() {
        String::new()
    } else {
        format!("{}:\n{{positionals}}\n\n", texts.arguments)
    };
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let commands =
        if names.is_empty() { String::new() } else { format!("{}:\n{{subcommands}}\n\n", texts.commands) };
    let command = command
        .override_usage(usage.trim_end().to_owned())
        .after_help(notes(name, lang))
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{commands}{arguments}{}:\n{{options}}{{after-help}}\n",
            texts.usage, texts.options
        ));
    names.iter().fold(command, |command, name| command.mut_subcommand(name, |sub| below(&path, sub, lang)))
}

/// What stands below the arguments: what is to be known, else an example.
fn notes(name: &str, lang: Lang) -> String {
    let example = || find(EXAMPLES, name, lang).map(|line| format!("{}:\n  {line}", texts(lang).example));
    find(NOTES, name, lang).map(str::to_owned).or_else(example).unwrap_or_default()
}

/// `name`: the words by which the command is called, such as `agencies import`.
fn explained(command: Command, name: &str, lang: Lang) -> Command {
    let about = find(COMMANDS, name, lang).unwrap_or_default();
    command.about(about).mut_args(|arg| {
        let id = arg.get_id().as_str().to_owned();
        let arg = if arg.is_global_set() { arg.display_order(GLOBAL) } else { arg };
        let arg = match find(VALUES, &id, lang) {
            Some(value) => arg.value_name(value),
            None => arg,
        };
        arg.help(find(ARGUMENTS, &id, lang).unwrap_or_default())
    })
}

fn placeholder(arg: &Arg, lang: Lang) -> String {
    let name = find(VALUES, arg.get_id().as_str(), lang).unwrap_or_default();
    let takes_many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
    format!("<{name}>{}", if takes_many { "..." } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(lang: Lang) -> Command {
        command_with(lang, |_| true)
    }

    #[test]
    fn every_command_and_argument_is_explained_and_nothing_else_is() {
        let command = Arguments::command();
        let mut commands = vec![command.get_name().to_owned()];
        let mut arguments: Vec<String> =
            command.get_arguments().map(|arg| arg.get_id().to_string()).collect();
        for sub in command.get_subcommands() {
            commands.push(sub.get_name().to_owned());
            arguments.extend(sub.get_arguments().map(|arg| arg.get_id().to_string()));
            for below in sub.get_subcommands() {
                commands.push(format!("{} {}", sub.get_name(), below.get_name()));
                arguments.extend(below.get_arguments().map(|arg| arg.get_id().to_string()));
            }
        }
        for (table, used) in [(COMMANDS, &commands), (ARGUMENTS, &arguments)] {
            for name in used {
                assert!(find(table, name, Lang::Vi).is_some(), "{name}");
            }
            for text in table {
                assert!(used.iter().any(|name| name == text.name), "{}", text.name);
            }
        }
    }

    /// The words of an example as a shell would part them.
    fn words(example: &str) -> Vec<String> {
        let parts = example.split('"').enumerate();
        let words = parts.flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        });
        words.collect()
    }

    #[test]
    fn every_example_is_understood_and_is_of_its_command() {
        for (example, lang) in EXAMPLES.iter().flat_map(|named| [(named.vi, Lang::Vi), (named.en, Lang::En)])
        {
            let parsed = whole(lang).try_get_matches_from(words(example));
            assert!(parsed.is_ok(), "{example}: {parsed:?}");
        }
        for named in EXAMPLES {
            assert!(named.vi.starts_with(&format!("tiendo {}", named.name)), "{}", named.vi);
        }
    }

    #[test]
    fn every_command_that_needs_arguments_has_an_example() {
        let root = whole(Lang::Vi);
        let paths = root.get_subcommands().flat_map(|sub| {
            let below = sub.get_subcommands().map(|below| format!("{} {}", sub.get_name(), below.get_name()));
            [sub.get_name().to_owned()].into_iter().chain(below).collect::<Vec<_>>()
        });
        for path in paths {
            let alone = root.clone().try_get_matches_from(words(&format!("tiendo {path}")));
            assert!(alone.is_ok() || find(EXAMPLES, &path, Lang::Vi).is_some(), "{path}");
        }
    }

    #[test]
    fn a_command_that_is_not_named_is_told_in_the_list_alone() {
        let args = ["tiendo", "--db", "x.db", "due"].map(OsString::from);
        let (mut some, mut all) = (command(Lang::Vi, &args), whole(Lang::Vi));
        assert_eq!(some.render_help().to_string(), all.render_help().to_string());
        let help = |root: &mut Command, name: &str| {
            root.find_subcommand_mut(name).map(|sub| sub.render_help().to_string())
        };
        assert_eq!(help(&mut some, "due"), help(&mut all, "due"));
        assert_ne!(help(&mut some, "tasks"), help(&mut all, "tasks"));
    }

    #[test]
    fn clap_agrees_with_the_arguments() {
        whole(Lang::Vi).debug_assert();
        whole(Lang::En).debug_assert();
    }

    #[test]
    fn no_english_is_left_in_the_vietnamese_help() {
        let mut all = whole(Lang::Vi);
        all.build();
        for sub in all.get_subcommands_mut() {
            let mut help = sub.render_help().to_string();
            help.extend(sub.get_subcommands_mut().map(|sub| sub.render_help().to_string()));
            for word in ["Usage", "Options:", "Print", "[default", "[possible", "OPTIONS"] {
                assert!(!help.contains(word), "{word} in {help}");
            }
        }
    }
}
