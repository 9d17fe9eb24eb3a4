//! `tiendo stats`: what was done of what was owed, as one line, as a table by agency, or as data.

use chrono::Datelike;
use serde_json::{Map, Value, json};

use super::args::Stats;
use super::context::Context;
use super::error::CliError;
use super::table::Table;
use super::{Output, database, due, lookup, year};
use crate::app::model::Model;
use crate::domain::catalog::Catalog;
use crate::domain::statistics::{Counted, Entry, Figure, Scope, Standing, Tally, by_agency};
use crate::text::date::format_date;
use crate::text::fold::fold;

pub(super) fn run(context: &Context, options: &Stats) -> Result<Output, CliError> {
    let model = database::model(context)?;
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let agency = options.agency.as_deref().map(|typed| due::agency(&model, typed)).transpose()?.flatten();
    let province = options.province.as_deref().map(|typed| province(&model.catalog, typed)).transpose()?;
    let year = options.year.as_deref().map_or(Ok(model.day().year()), year::parse)?;
    let scope = Scope { plan: plan.map(|plan| plan.id.clone()), agency, province };
    let entries = model.statistics(scope.clone(), year);
    if options.json {
        return Ok(Output::json(&data(&model, &scope, year, &entries)));
    }
    Ok(Output::good(sheet(&model, &scope, year, &entries, context.cells)))
}

/// The province that is meant, among those of the plans.
fn province(catalog: &Catalog, typed: &str) -> Result<String, CliError> {
    let mut known: Vec<&str> = catalog.plans.iter().map(|plan| plan.province.as_str()).collect();
    known.sort_unstable();
    known.dedup();
    let folded = fold(typed.trim());
    let wanted = folded.strip_prefix("tinh ").unwrap_or(&folded);
    let found = known.iter().find(|name| fold(name) == wanted).map(|name| (*name).to_owned());
    found.ok_or_else(|| CliError::Province {
        typed: typed.to_owned(),
        known: known.iter().map(|name| (*name).to_owned()).collect(),
    })
}

fn sheet(model: &Model, scope: &Scope, year: i32, entries: &[Entry], cells: Option<usize>) -> String {
    let (lang, words) = (model.lang, model.words());
    let mut text = format!("{} {year}", words.title_statistics);
    let plan = scope.plan.as_ref().and_then(|id| model.catalog.plan(id)).map(|plan| plan.short.clone());
    let agency = scope.agency.as_ref().map(|id| due::full_name(model, id).to_owned());
    let province = scope.province.as_ref().map(|name| lang.province(name));
    let mut parts: Vec<String> = [plan, agency, province].into_iter().flatten().collect();
    if parts.is_empty() {
        parts.push(words.statistics_everything.to_owned());
    }
    parts.push(format!("{} {}", lang.weekday(model.day()), format_date(model.day())));
    text.push_str(&format!(" · {}\n\n", parts.join(" · ")));
    for counted in [Counted::Reports, Counted::Tasks] {
        text.push_str(&format!("{}\n", lang.statistics_line(counted, &tally(entries, counted))));
    }
    for (counted, title) in
        [(Counted::Reports, words.statistics_reports), (Counted::Tasks, words.statistics_tasks)]
    {
        if entries.iter().any(|entry| entry.counted == counted) {
            text.push_str(&format!("\n{title}\n{}", table(model, entries, counted).render(cells)));
        }
    }
    text
}

fn tally(entries: &[Entry], counted: Counted) -> Tally {
    Tally::of(entries.iter().filter(|entry| entry.counted == counted))
}

/// A row for each agency and one for all; the numbers in the order of the line above.
fn table(model: &Model, entries: &[Entry], counted: Counted) -> Table {
    let words = model.words();
    let mut table = Table::with_numbers(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let head = Figure::ALL.map(|figure| {
        let (above, below) = model.lang.figure_heading(figure, false);
        format!("{above} {below}").trim().to_owned()
    });
    row(&mut table, head, words.col_agency);
    for (agency, tally) in by_agency(&model.catalog, entries, counted) {
        let name = agency.as_ref().map_or(words.no_owner_row, |id| due::full_name(model, id));
        row(&mut table, Figure::ALL.map(|figure| tally.get(figure).to_string()), name);
    }
    let all = tally(entries, counted);
    row(&mut table, Figure::ALL.map(|figure| all.get(figure).to_string()), words.statistics_everything);
    table
}

fn row(table: &mut Table, numbers: [String; 10], name: &str) {
    let [a, b, c, d, e, f, g, h, i, j] = &numbers;
    table.row([a, b, c, d, e, f, g, h, i, j, name]);
}

fn data(model: &Model, scope: &Scope, year: i32, entries: &[Entry]) -> Value {
    let part = |counted| {
        let mut value = numbers(&tally(entries, counted));
        let rows = by_agency(&model.catalog, entries, counted).into_iter().map(|(agency, tally)| {
            let mut row = numbers(&tally);
            row.insert("agency".to_owned(), agency.as_ref().map(|id| due::full_name(model, id)).into());
            Value::Object(row)
        });
        value.insert("by_agency".to_owned(), rows.collect());
        let items = entries.iter().filter(|entry| entry.counted == counted);
        value.insert("items".to_owned(), items.map(|entry| item(model, entry)).collect());
        Value::Object(value)
    };
    json!({
        "year": year,
        "today": model.day(),
        "plan": scope.plan.as_ref().map(|id| id.as_str()),
        "agency": scope.agency.as_ref().map(|id| due::full_name(model, id)),
        "province": scope.province,
        "reports": part(Counted::Reports),
        "tasks": part(Counted::Tasks),
    })
}

fn numbers(tally: &Tally) -> Map<String, Value> {
    let mut found: Map<String, Value> =
        Figure::ALL.iter().map(|figure| (word(*figure).to_owned(), tally.get(*figure).into())).collect();
    found.insert("undated".to_owned(), tally.undated.into());
    found
}

fn word(figure: Figure) -> &'static str {
    match figure {
        Figure::Total => "total",
        Figure::Done => "done",
        Figure::OnTime => "on_time",
        Figure::Late => "late",
        Figure::NotDone => "not_done",
        Figure::InTime => "in_time",
        Figure::Overdue => "overdue",
        Figure::Extended => "extended",
        Figure::Untracked => "untracked",
        Figure::Waived => "waived",
    }
}

fn item(model: &Model, entry: &Entry) -> Value {
    let (standing, days) = match entry.standing {
        Standing::OnTime => ("on_time", None),
        Standing::Late(days) => ("late", Some(days)),
        Standing::InTime => ("in_time", None),
        Standing::Overdue(days) => ("overdue", Some(days)),
        Standing::Untracked => ("untracked", None),
        Standing::Waived => ("waived", None),
    };
    json!({
        "id": entry.item.as_str(),
        "period": entry.period.to_string(),
        "agency": entry.agency.as_ref().map(|id| due::full_name(model, id)),
        "due_last": entry.due.map(|due| due.due_last),
        "standing": standing,
        "days": days,
        "extended": entry.extended,
    })
}
