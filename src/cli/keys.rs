//! `tiendo keys`: the table of keys, by the place where they work and by group.

use serde_json::json;

use super::Output;
use super::args::Json;
use super::context::Context;
use super::table::Table;
use super::texts::{Texts, texts};
use crate::app::keymap::{BINDINGS, Binding, Group, Scope};
use crate::text::words::{Lang, Words};

/// Every scope, from those of the whole program inwards.
const SCOPES: [Scope; 24] = [
    Scope::Always,
    Scope::Global,
    Scope::List,
    Scope::Agenda,
    Scope::Tasks,
    Scope::Targets,
    Scope::Reports,
    Scope::Report,
    Scope::Board,
    Scope::Letter,
    Scope::Plans,
    Scope::Year,
    Scope::Holidays,
    Scope::Statistics,
    Scope::Rounds,
    Scope::Compile,
    Scope::Form,
    Scope::Prompt,
    Scope::Cell,
    Scope::Field,
    Scope::Chooser,
    Scope::Sheet,
    Scope::Conflict,
    Scope::Question,
];

const GROUPS: [Group; 4] = [Group::Here, Group::Moving, Group::Text, Group::Program];

pub(super) fn run(context: &Context, options: &Json) -> Output {
    let lang = context.lang;
    if options.json { data(lang) } else { Output::good(sheet(lang)) }
}

fn sheet(lang: Lang) -> String {
    let (words, texts) = (lang.words(), texts(lang));
    let tables: Vec<(String, Table)> = sections()
        .map(|(scope, group, bindings)| {
            let mut table = Table::default();
            for binding in bindings {
                table.row(["", &chords(binding).join("  "), (binding.label)(words)]);
            }
            (format!("{} · {}", scope_name(scope, words, texts), group_name(group, words)), table)
        })
        .collect();
    let widest = tables.iter().filter_map(|(_, table)| table.widths().get(1).copied()).max().unwrap_or(0);
    let parts =
        tables.iter().map(|(title, table)| format!("{title}\n{}", table.render_with(&[0, widest], None)));
    parts.collect::<Vec<_>>().join("\n")
}

fn data(lang: Lang) -> Output {
    let mut all = Vec::new();
    for (scope, group, bindings) in sections() {
        for binding in bindings {
            all.push(json!({
                "scope": format!("{scope:?}").to_lowercase(),
                "group": format!("{group:?}").to_lowercase(),
                "keys": chords(binding),
                "label": (binding.label)(lang.words()),
            }));
        }
    }
    Output::json(&all.into())
}

/// The bindings of each scope and group, in the order of the table.
fn sections() -> impl Iterator<Item = (Scope, Group, Vec<&'static Binding>)> {
    let pairs = SCOPES.into_iter().flat_map(|scope| GROUPS.map(|group| (scope, group)));
    let of = |scope, group| BINDINGS.iter().filter(move |b| b.scope == scope && b.group == group).collect();
    pairs
        .map(move |(scope, group)| (scope, group, of(scope, group)))
        .filter(|(_, _, all): &(_, _, Vec<_>)| !all.is_empty())
}

fn chords(binding: &Binding) -> Vec<String> {
    binding.chords.iter().map(ToString::to_string).collect()
}

fn group_name(group: Group, words: &Words) -> &'static str {
    match group {
        Group::Moving => words.help_moving,
        Group::Here => words.help_here,
        Group::Text => words.help_text,
        Group::Program => words.help_program,
    }
}

fn scope_name(scope: Scope, words: &Words, texts: &Texts) -> &'static str {
    match scope {
        Scope::Question => texts.scope_question,
        Scope::Sheet => texts.scope_sheet,
        Scope::Conflict => words.conflict_title,
        Scope::Chooser => texts.scope_chooser,
        Scope::Form => texts.scope_form,
        Scope::Prompt => texts.scope_prompt,
        Scope::Cell => texts.scope_cell,
        Scope::Field => texts.scope_field,
        Scope::Report => words.title_report,
        Scope::Reports => words.title_reports,
        Scope::Board => words.title_board,
        Scope::Letter => words.letter_title,
        Scope::Agenda => words.title_agenda,
        Scope::Tasks => words.title_tasks,
        Scope::Targets => words.title_targets,
        Scope::Plans => words.title_plans,
        Scope::Year => words.title_year,
        Scope::Holidays => words.title_holidays,
        Scope::Statistics => words.title_statistics,
        Scope::Rounds => words.title_compile,
        Scope::Compile => texts.scope_compile,
        Scope::List => texts.scope_list,
        Scope::Global => texts.scope_global,
        Scope::Always => texts.scope_always,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_binding_is_left_out() {
        assert_eq!(sections().map(|(_, _, bindings)| bindings.len()).sum::<usize>(), BINDINGS.len());
    }
}
