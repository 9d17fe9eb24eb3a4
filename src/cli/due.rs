//! `tiendo due`: the agenda as text or data.

use serde_json::{Value, json};

use super::args::Due;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::lookup;
use super::table::Table;
use super::texts::texts;
use super::{Output, cascade};
use crate::app::model::Model;
use crate::domain::agenda::{AgendaFilter, AgendaGroup, AgendaItem, AgendaKind, Horizon, ItemStatus, agenda};
use crate::domain::explain::{Countdown, countdown};
use crate::domain::ids::{AgencyId, PlanId};
use crate::text::date::format_date;
use crate::text::fold::fold;
use crate::text::words::{Count, Lang, Words};

pub(super) fn run(context: &Context, options: &Due) -> Result<Output, CliError> {
    let mut model = database::model(context)?;
    if let Some(typed) = &options.agency {
        model.agency = agency(&model, typed)?;
    }
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let plan = plan.map(|plan| plan.id.clone());
    let horizon = Horizon::from(options.horizon);
    if options.json {
        return Ok(Output::json(&due_json(&model, plan, horizon)));
    }
    Ok(Output::good(sheet(&model, &items(&model, plan, horizon), horizon, context.cells)))
}

/// What `tiendo due --json` prints for the agency and the day of this state.
pub fn due_json(model: &Model, plan: Option<PlanId>, horizon: Horizon) -> Value {
    items(model, plan, horizon).iter().map(|item| data(model, item)).collect()
}

pub(super) fn items(model: &Model, plan: Option<PlanId>, horizon: Horizon) -> Vec<AgendaItem> {
    let filter = AgendaFilter {
        agency: model.agency.clone(),
        plan,
        horizon,
        shift: 0,
        today: model.day(),
        tracked_from: &model.tracked_from,
    };
    agenda(&model.catalog, &model.calendar, &filter)
}

/// The agency that was typed; `None` when all are wanted.
pub(super) fn agency(model: &Model, typed: &str) -> Result<Option<AgencyId>, CliError> {
    if ["all", "tat ca"].contains(&fold(typed.trim()).as_str()) {
        return Ok(None);
    }
    lookup::agency(&model.catalog, typed).map(|agency| Some(agency.id.clone()))
}

fn sheet(model: &Model, items: &[AgendaItem], horizon: Horizon, cells: Option<usize>) -> String {
    let (lang, words) = (model.lang, model.words());
    let name = model.agency.as_ref().map_or(words.all_agencies, |id| full_name(model, id));
    let (today, window) = (model.day(), lang.window(model.day(), horizon, 0));
    let all = |listed| Count { listed, cut: false };
    let count = |group| all(items.iter().filter(|item| item.group == group).count());
    let tally = lang.agenda_tally([all(items.len()), count(AgendaGroup::Overdue), count(AgendaGroup::Soon)]);
    let day = format!("{} {}", lang.weekday(today), format_date(today));
    let mut text = format!("{} · {name} · {window} · {day}\n{tally}\n", words.title_agenda);
    if items.is_empty() {
        return format!("{text}\n{}\n", texts(lang).nothing_due);
    }
    let mut head = Table::default();
    head.row([words.col_due, words.col_left, words.col_status, words.col_plan, words.col_work]);
    let groups: Vec<_> = items.chunk_by(|a, b| a.group == b.group).collect();
    let tables: Vec<Table> = groups.iter().map(|items| rows(model, items)).collect();
    let widths = tables.iter().map(Table::widths).fold(head.widths(), widest);
    text.push_str(&format!("\n{}", head.render_with(&widths, cells)));
    for (items, table) in groups.iter().zip(&tables) {
        let group = items.first().map_or("", |item| heading(item.group, words));
        text.push_str(&format!("\n{group}\n{}", table.render_with(&widths, cells)));
    }
    text
}

fn widest(a: Vec<usize>, b: Vec<usize>) -> Vec<usize> {
    a.into_iter().zip(b).map(|(a, b)| a.max(b)).collect()
}

fn rows(model: &Model, items: &[AgendaItem]) -> Table {
    let lang = model.lang;
    let mut table = Table::default();
    for item in items {
        let due = item.due.map(|due| format!("{} {}", lang.weekday(due.due_last), format_date(due.due_last)));
        let left = left(model, item, |left| lang.countdown(left), |days| lang.silent(days));
        let short = model.catalog.plan(&item.plan).map_or("", |plan| plan.short.as_str());
        table.row([
            &due.unwrap_or_else(|| "–".to_owned()),
            &left,
            &status(item, lang),
            &format!("{short}, {}", item.clause),
            &model.agenda_title(item),
        ]);
    }
    table
}

/// How long there is, or how long it has waited, in the words of `counted` and `silent`.
pub(super) fn left(
    model: &Model,
    item: &AgendaItem,
    counted: impl Fn(Countdown) -> String,
    silent: impl Fn(i64) -> String,
) -> String {
    // What is only previewed is never overdue, nor is what nobody is known to owe.
    let preview = item.group == AgendaGroup::Preview;
    match (model.waiting_days(item), item.due) {
        (Some(days), _) => model.lang.waiting_for_answer(days),
        (None, Some(due)) if (preview || item.status.is_question()) && due.due_last < model.day() => {
            String::new()
        }
        (None, Some(due)) => {
            let day = item.extended_to.unwrap_or(due.due_last);
            counted(countdown(model.day(), day, &model.calendar))
        }
        (None, None) => item.silent_days.map(silent).unwrap_or_default(),
    }
}

fn heading(group: AgendaGroup, words: &Words) -> &'static str {
    match group {
        AgendaGroup::Overdue => words.group_overdue,
        AgendaGroup::Soon => words.group_soon,
        AgendaGroup::Later => words.group_later,
        AgendaGroup::Question => words.group_question,
        AgendaGroup::NoDate => words.group_no_date,
        AgendaGroup::Preview => words.group_preview,
    }
}

pub(super) fn status(item: &AgendaItem, lang: Lang) -> String {
    let words = lang.words();
    let word = match item.status {
        ItemStatus::NotOpened if item.group == AgendaGroup::Overdue => words.status_overdue,
        ItemStatus::NotOpened => words.status_not_opened,
        ItemStatus::Drafting => words.status_drafting,
        ItemStatus::AwaitingApproval => words.status_awaiting_approval,
        ItemStatus::Returned => words.status_returned,
        ItemStatus::Sent { late_days: None } => words.status_sent,
        ItemStatus::Sent { late_days: Some(days) } => return format!("{} {days}", words.status_sent_late),
        ItemStatus::InProgress => words.status_in_progress,
        ItemStatus::Extended => words.status_extended,
        ItemStatus::ExtensionAsked => words.status_extension_asked,
        ItemStatus::Done => words.status_done,
        ItemStatus::Suspended => words.status_suspended,
        ItemStatus::Waiting(condition) => {
            return format!("{}: {}", words.status_waiting, lang.condition(condition));
        }
        ItemStatus::Continuous => words.status_continuous,
        ItemStatus::NoDay => words.status_no_day,
        ItemStatus::Preview => words.status_preview,
        ItemStatus::HeirUnknown => words.status_heir_unknown,
        ItemStatus::AwaitingDecision => words.status_awaiting_decision,
    };
    word.to_owned()
}

pub(super) fn full_name<'a>(model: &'a Model, id: &'a AgencyId) -> &'a str {
    model.catalog.agency(id).map_or(id.as_str(), |agency| &agency.name)
}

pub(super) fn data(model: &Model, item: &AgendaItem) -> Value {
    let (kind, id, reporter, counts) = parts(&item.kind);
    let agency = reporter.or(model.agency.as_ref()).map(|id| full_name(model, id));
    let left = item.due.map(|due| countdown(model.day(), due.due_last, &model.calendar));
    let (status, late_days) = status_word(item.status);
    json!({
        "plan": item.plan.as_str(),
        "clause": item.clause,
        "id": id,
        "title": item.title,
        "kind": kind,
        "period": item.kind.period().map(|period| period.to_string()),
        "group": group_word(item.group),
        "due_last": item.due.map(|due| due.due_last),
        "due_advice": item.due.map(|due| due.due_advice),
        "extended_to": item.extended_to,
        "internal_day": item.internal_day,
        "opened_by": item.opened_by.as_ref().map(|opened| &opened.number),
        "days": left.map(|left| left.days),
        "working_days": left.map(|left| left.working_days),
        "status": status,
        "late_days": late_days,
        "agency": agency,
        "role": item.role,
        "owing": counts.map(|(owing, _)| owing),
        "total": counts.map(|(_, total)| total),
        "silent_days": item.silent_days,
        "cascade": model.cascade_of(&item.kind).map(|found| cascade::data(model, &found)),
        "inherited_from": item.inherited_from.as_ref().map(|id| full_name(model, id)),
    })
}

/// The kind of a line and its item, as other programs know them.
pub(super) fn kind_and_id(kind: &AgendaKind) -> (&'static str, &str) {
    let (kind, id, _, _) = parts(kind);
    (kind, id)
}

/// Kind, item, the agency that reports, and how many of how many owe.
fn parts(kind: &AgendaKind) -> (&'static str, &str, Option<&AgencyId>, Option<(usize, usize)>) {
    match kind {
        AgendaKind::Submit { obligation, reporter, .. } => {
            ("submit", obligation.as_str(), reporter.as_ref(), None)
        }
        AgendaKind::Prepare { obligation, reporter, .. } => {
            ("prepare", obligation.as_str(), Some(reporter), None)
        }
        AgendaKind::Chase { obligation, owing, total, .. } => {
            ("chase", obligation.as_str(), None, Some((*owing, *total)))
        }
        AgendaKind::AnswerExtension { key, .. } => {
            ("answer_extension", key.obligation.as_str(), Some(&key.agency), None)
        }
        AgendaKind::Task { task } => ("task", task.as_str(), None, None),
    }
}

fn group_word(group: AgendaGroup) -> &'static str {
    match group {
        AgendaGroup::Overdue => "overdue",
        AgendaGroup::Soon => "soon",
        AgendaGroup::Later => "later",
        AgendaGroup::Question => "question",
        AgendaGroup::NoDate => "no_date",
        AgendaGroup::Preview => "preview",
    }
}

pub(super) fn status_word(status: ItemStatus) -> (&'static str, Option<i64>) {
    match status {
        ItemStatus::NotOpened => ("not_opened", None),
        ItemStatus::Drafting => ("drafting", None),
        ItemStatus::AwaitingApproval => ("awaiting_approval", None),
        ItemStatus::Returned => ("returned", None),
        ItemStatus::Extended => ("extended", None),
        ItemStatus::ExtensionAsked => ("extension_asked", None),
        ItemStatus::Sent { late_days } => ("sent", late_days),
        ItemStatus::InProgress => ("in_progress", None),
        ItemStatus::Done => ("done", None),
        ItemStatus::Suspended => ("suspended", None),
        ItemStatus::Waiting(_) => ("waiting", None),
        ItemStatus::Continuous => ("continuous", None),
        ItemStatus::NoDay => ("no_day", None),
        ItemStatus::Preview => ("preview", None),
        ItemStatus::HeirUnknown => ("heir_unknown", None),
        ItemStatus::AwaitingDecision => ("awaiting_decision", None),
    }
}
