//! `tiendo check`: every fault of data files, each in its place.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::Output;
use super::args::Check;
use super::context::Context;
use super::database::bundled;
use super::error::CliError;
use super::texts::texts;
use crate::catalog::{Bundle, Fault, FaultReason, check_links, load_agencies, load_calendar, load_plan};
use crate::domain::plan::Plan;
use crate::text::words::Lang;

/// A file to check.
struct Source {
    name: String,
    text: String,
}

pub(super) fn run(context: &Context, options: &Check) -> Result<Output, CliError> {
    let sources = options.file.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let found = faults(&sources, bundled()?);
    let good = found.is_empty();
    let text = if options.json {
        let data: Value = found.iter().map(|fault| data(fault, context.lang)).collect();
        format!("{data:#}\n")
    } else {
        report(&sources, &found, context.lang)
    };
    Ok(Output { text, good })
}

fn read(path: &PathBuf) -> Result<Source, CliError> {
    let text = fs::read_to_string(path).map_err(|error| CliError::Unreadable(path.clone(), error))?;
    Ok(Source { name: path.display().to_string(), text })
}

/// The faults file by file; links between plans are checked over the files and the bundled plans together.
fn faults(sources: &[Source], bundle: Bundle) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut plans: Vec<(&Source, Plan)> = Vec::new();
    for source in sources {
        let (name, text) = (source.name.as_str(), source.text.as_str());
        let read = match name.rsplit('/').next() {
            Some("agencies.toml") => load_agencies(name, text).map(drop),
            Some("calendar.toml") => load_calendar(name, text).map(drop),
            _ => load_plan(name, text, &bundle.agencies).map(|plan| plans.push((source, plan))),
        };
        found.extend(read.err().into_iter().flatten());
    }
    found.extend(link_faults(&plans, bundle.plans));
    found
}

/// A plan that is checked stands in place of the bundled one with its id.
fn link_faults(plans: &[(&Source, Plan)], bundled: Vec<Plan>) -> Vec<Fault> {
    let mut all = bundled;
    all.retain(|other| plans.iter().all(|(_, plan)| plan.id != other.id));
    all.extend(plans.iter().map(|(_, plan)| plan.clone()));
    let mut found = check_links(&all);
    found.retain_mut(|fault| {
        let of_plan = |(_, plan): &&(&Source, Plan)| fault.file.ends_with(&format!("/{}.toml", plan.id));
        let source = plans.iter().rev().find(of_plan).map(|(source, _)| *source);
        if let Some(source) = source {
            fault.file.clone_from(&source.name);
            (fault.line, fault.column) = place(source, &fault.reason).unwrap_or_default();
        }
        source.is_some()
    });
    found
}

/// Where the identifier stands that a fault is about: once plans are read, they no longer know their text.
fn place(source: &Source, reason: &FaultReason) -> Option<(usize, usize)> {
    let (FaultReason::UnknownItem { id } | FaultReason::DuplicateId { id }) = reason else { return None };
    let quoted = format!("\"{id}\"");
    let (line, row) = (1..).zip(source.text.lines()).find(|(_, row)| row.contains(&quoted))?;
    let (before, _) = row.split_once(&quoted)?;
    Some((line, before.chars().count() + 1))
}

fn report(sources: &[Source], found: &[Fault], lang: Lang) -> String {
    let mut text = String::new();
    for source in sources {
        let of_file: Vec<&Fault> = found.iter().filter(|fault| fault.file == source.name).collect();
        if of_file.is_empty() {
            text.push_str(&format!("{}: {}\n", source.name, texts(lang).no_faults));
        }
        for fault in of_file {
            text.push_str(&lang.pick(fault.to_string(), fault.english()));
            text.push('\n');
        }
    }
    text
}

fn data(fault: &Fault, lang: Lang) -> Value {
    json!({
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "field": fault.field,
        "reason": lang.pick(fault.reason.vietnamese(), fault.reason.english()),
    })
}
