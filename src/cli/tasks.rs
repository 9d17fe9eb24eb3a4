//! `tiendo tasks`: who has to do what, when, and how far it is.

use serde_json::{Value, json};

use super::Output;
use super::args::Tasks;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::lookup;
use super::plans;
use super::table::Table;
use super::texts::texts;
use crate::app::entry::WORK_STATES;
use std::rc::Rc;

use crate::app::model::Model;
use crate::domain::heirs::Ground;
use crate::domain::ids::AgencyId;
use crate::domain::plan::Plan;
use crate::domain::record::{ProgressEntry, WorkState};
use crate::domain::task::Task;
use crate::text::date::format_date;

pub(super) fn run(context: &Context, options: &Tasks) -> Result<Output, CliError> {
    let model = database::model(context)?;
    let agency = options.agency.as_deref().map(|typed| lookup::agency(&model.catalog, typed)).transpose()?;
    let agency = agency.map(|agency| &agency.id);
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let plans = model.catalog.plans.iter().filter(|other| plan.is_none_or(|plan| plan.id == other.id));
    let held = |task: &Rc<Task>| agency.is_none_or(|agency| model.role_in(task, agency).is_some());
    let of = |plan: &Plan| model.catalog.tasks_of(&plan.id).into_iter().filter(held).collect();
    let found: Vec<(&Plan, Vec<Rc<Task>>)> = plans.map(|plan| (plan, of(plan))).collect();
    if options.json {
        let all = found.iter().flat_map(|(plan, tasks)| tasks.iter().map(move |task| (*plan, &**task)));
        return Ok(Output::json(&all.map(|(plan, task)| data(&model, plan, task, agency)).collect()));
    }
    let parts: Vec<String> = found
        .iter()
        .filter(|(_, tasks)| !tasks.is_empty())
        .map(|(plan, tasks)| {
            format!("{}\n{}", plans::heading(&model, plan), sheet(&model, tasks, agency, context.cells))
        })
        .collect();
    let none = || format!("{}\n", texts(context.lang).no_tasks);
    Ok(Output::good(if parts.is_empty() { none() } else { parts.join("\n") }))
}

fn sheet(model: &Model, tasks: &[Rc<Task>], agency: Option<&AgencyId>, cells: Option<usize>) -> String {
    let (words, texts) = (model.words(), texts(model.lang));
    let mut table = Table::default();
    for task in tasks {
        let phrase = match task.schedule.phrase.as_str() {
            "" => words.no_phrase.to_owned(),
            phrase => format!("“{phrase}”"),
        };
        table.row([&task.clause, &task.title]);
        table.row(["", &roles(model, task).unwrap_or_else(|| texts.nobody.to_owned())]);
        if let Some(line) = agency.and_then(|agency| model.hold_text_of(task, agency)) {
            table.row(["", &line]);
        }
        table.row(["", &format!("{}: {phrase}", words.time)]);
        if let Some(entry) = model.latest_entry(&task.id, agency) {
            table.row(["", &format!("{}: {}", texts.state, state(model, &entry))]);
        }
    }
    table.render(cells)
}

/// Each role once, with the agencies that hold it; `None` when nobody does.
fn roles(model: &Model, task: &Task) -> Option<String> {
    let mut roles: Vec<_> = task.roles.iter().map(|held| held.role).collect();
    roles.sort();
    roles.dedup();
    let of_role = |role| {
        let holders = task.roles.iter().filter(|held| held.role == role);
        let names: Vec<_> = holders.map(|held| model.catalog.short_name(&held.agency)).collect();
        format!("{}: {}", model.lang.role(role), names.join("; "))
    };
    (!roles.is_empty()).then(|| roles.into_iter().map(of_role).collect::<Vec<_>>().join(" · "))
}

fn state(model: &Model, entry: &ProgressEntry) -> String {
    let name = WORK_STATES.iter().find(|(state, _)| *state == entry.state);
    let name = name.map_or("", |(_, name)| name(model.words()));
    let percent = entry.percent.map(|percent| format!(" {percent}%")).unwrap_or_default();
    let by = model.catalog.short_name(&entry.agency);
    format!("{name}{percent} ({by}, {})", format_date(entry.as_of))
}

fn data(model: &Model, plan: &Plan, task: &Task, agency: Option<&AgencyId>) -> Value {
    let name =
        |id: &AgencyId| model.catalog.agency(id).map_or_else(|| id.to_string(), |agency| agency.name.clone());
    let entry = model.latest_entry(&task.id, agency);
    let hold = agency.and_then(|agency| model.hold_in(task, agency)).map(|(_, hold)| hold.ground);
    let from = hold.as_ref().and_then(Ground::predecessor).map(&name);
    let to = match &hold {
        Some(Ground::Passed { to }) => Some(to.iter().map(&name).collect::<Vec<_>>()),
        _ => None,
    };
    let roles = task.roles.iter().map(|held| json!({ "agency": name(&held.agency), "role": held.role }));
    json!({
        "plan": plan.id.as_str(),
        "clause": task.clause,
        "id": task.id.as_str(),
        "title": task.title,
        "kind": task.kind,
        "role": agency.and_then(|agency| model.role_in(task, agency)),
        "inherited_from": from,
        "passed_to": to,
        "undecided": hold.as_ref().is_some_and(Ground::is_open),
        "roles": roles.collect::<Value>(),
        "phrase": Some(&task.schedule.phrase).filter(|phrase| !phrase.is_empty()),
        "state": entry.as_ref().map_or(WorkState::NotStarted, |entry| entry.state),
        "latest": entry.map(|entry| json!({
            "agency": name(&entry.agency),
            "as_of": entry.as_of,
            "percent": entry.percent,
            "result": entry.result,
            "obstacle": entry.obstacle,
            "proposal": entry.proposal,
            "evidence": entry.evidence,
        })),
    })
}
