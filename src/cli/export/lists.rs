//! The lists of the program as tables: tasks, targets, what is due, agencies, statistics.

use chrono::Datelike;

use crate::app::entry::WORK_STATES;
use crate::app::model::Model;
use crate::cli::due::{full_name, items, status};
use crate::cli::texts::texts;
use crate::domain::agenda::Horizon;
use crate::domain::ids::PlanId;
use crate::domain::plan::Plan;
use crate::domain::statistics::{Counted, Figure, Scope, Tally, by_agency};
use crate::text::sheet::{Cell, Column, Kind, Sheet};

pub(super) fn text(head: &str, width: u16) -> Column {
    Column::new(head, Kind::Text).wide(width)
}

pub(super) fn number(head: &str) -> Column {
    Column::new(head, Kind::Number { decimals: 2 })
}

pub(super) fn whole(head: &str) -> Column {
    Column::new(head, Kind::Number { decimals: 0 })
}

/// A text, or an empty cell.
pub(super) fn word(text: impl AsRef<str>) -> Cell {
    match text.as_ref() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

pub(super) fn figure(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Number)
}

fn plans<'a>(model: &'a Model, only: Option<&'a PlanId>) -> impl Iterator<Item = &'a Plan> {
    model.catalog.plans.iter().filter(move |plan| only.is_none_or(|only| *only == plan.id))
}

pub(super) fn tasks(model: &Model, plan: Option<&PlanId>) -> Sheet {
    let (lang, words, texts) = (model.lang, model.words(), texts(model.lang));
    let mut sheet = Sheet::new(
        words.view_tasks,
        vec![
            text(texts.col_document, 18),
            text(texts.col_clause, 10),
            text(texts.col_id, 26),
            text(words.col_work, 50),
            text(words.col_agency, 40),
            text(words.time, 26),
            text(texts.state, 16),
            text(words.field_result, 40),
            Column::new(words.field_as_of, Kind::Day),
        ],
    );
    for plan in plans(model, plan) {
        for task in model.catalog.tasks_of(&plan.id) {
            let entry = model.latest_entry(&task.id, None);
            let state = entry.as_ref().and_then(|entry| {
                let known = WORK_STATES.iter().find(|(state, _)| *state == entry.state);
                known.map(|(_, name)| name(words))
            });
            let roles: Vec<String> = task
                .roles
                .iter()
                .map(|held| format!("{} ({})", model.catalog.short_name(&held.agency), lang.role(held.role)))
                .collect();
            sheet.rows.push(vec![
                word(&plan.short),
                word(&task.clause),
                word(task.id.as_str()),
                word(&task.title),
                word(roles.join("; ")),
                word(&task.schedule.phrase),
                word(state.unwrap_or_default()),
                word(entry.as_ref().map_or("", |entry| &entry.result)),
                entry.map_or(Cell::Empty, |entry| Cell::Day(entry.as_of)),
            ]);
        }
    }
    sheet
}

pub(super) fn targets(model: &Model, plan: Option<&PlanId>) -> Sheet {
    let (lang, words, texts) = (model.lang, model.words(), texts(model.lang));
    let mut sheet = Sheet::new(
        words.view_targets,
        vec![
            text(texts.col_document, 18),
            text(texts.col_clause, 10),
            text(texts.col_id, 28),
            text(words.col_target, 50),
            text(texts.col_unit, 14),
            number(words.col_baseline),
            number(words.col_actual),
            Column::new(words.field_as_of, Kind::Day),
            text(words.col_aim, 26),
            text(words.col_verdict, 18),
        ],
    );
    for plan in plans(model, plan) {
        for target in model.catalog.targets(&plan.id) {
            let evaluation = model.evaluate(plan, target);
            sheet.rows.push(vec![
                word(&plan.short),
                word(&target.clause),
                word(target.id.as_str()),
                word(&target.indicator),
                word(&target.unit),
                figure(target.baseline.as_ref().map(|baseline| baseline.value)),
                figure(evaluation.actual.map(|actual| actual.value)),
                evaluation.actual.map_or(Cell::Empty, |actual| Cell::Day(actual.as_of)),
                word(lang.aim(target)),
                word(lang.verdict(evaluation.verdict)),
            ]);
        }
    }
    sheet
}

pub(super) fn due(model: &Model, plan: Option<PlanId>) -> Sheet {
    let (words, texts) = (model.words(), texts(model.lang));
    let mut sheet = Sheet::new(
        words.title_agenda,
        vec![
            Column::new(words.col_due, Kind::Day),
            Column::new(texts.col_advice, Kind::Day),
            text(words.col_status, 22),
            text(texts.col_document, 18),
            text(texts.col_clause, 10),
            text(words.col_work, 60),
            text(texts.col_period, 10),
            text(words.col_agency, 36),
        ],
    );
    for item in items(model, plan, Horizon::Year) {
        let short = model.catalog.plan(&item.plan).map_or("", |plan| plan.short.as_str());
        let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Empty, Cell::Day);
        let agency = item.kind.report().map(|key| key.agency).or_else(|| model.agency.clone());
        sheet.rows.push(vec![
            day(item.due.map(|due| due.due_last)),
            day(item.due.map(|due| due.due_advice)),
            word(status(&item, model.lang)),
            word(short),
            word(&item.clause),
            word(model.agenda_title(&item)),
            word(item.kind.period().map(|period| period.to_string()).unwrap_or_default()),
            word(agency.as_ref().map_or("", |id| full_name(model, id))),
        ]);
    }
    sheet
}

pub(super) fn agencies(model: &Model) -> Sheet {
    let (words, texts) = (model.words(), texts(model.lang));
    let mut sheet = Sheet::new(
        texts.name_agencies,
        vec![
            text(texts.col_id, 26),
            text(texts.col_short, 24),
            text(texts.col_name, 60),
            text(texts.col_province, 16),
            Column::new(words.since, Kind::Day),
            Column::new(words.until, Kind::Day),
        ],
    );
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Empty, Cell::Day);
    sheet.rows = model
        .catalog
        .agencies()
        .iter()
        .map(|agency| {
            vec![
                word(agency.id.as_str()),
                word(&agency.short),
                word(&agency.name),
                word(agency.province.as_deref().unwrap_or(words.central)),
                day(agency.valid_from),
                day(agency.valid_to),
            ]
        })
        .collect();
    sheet
}

pub(super) fn statistics(model: &Model, plan: Option<PlanId>) -> Sheet {
    let (words, year) = (model.words(), model.day().year());
    let scope = Scope { plan, agency: model.agency.clone(), province: None };
    let entries = model.statistics(scope, year);
    let heads = Figure::ALL.map(|figure| {
        let (above, below) = model.lang.figure_heading(figure, false);
        whole(format!("{above} {below}").trim())
    });
    let columns = [text(texts(model.lang).col_kind, 22), text(words.col_agency, 50)];
    let name = format!("{} {year}", words.title_statistics);
    let mut sheet = Sheet::new(&name, columns.into_iter().chain(heads).collect());
    for (counted, kind) in
        [(Counted::Reports, words.statistics_reports), (Counted::Tasks, words.statistics_tasks)]
    {
        let mut row = |name: &str, tally: &Tally| {
            let numbers = Figure::ALL.map(|figure| Cell::Number(tally.get(figure) as f64));
            sheet.rows.push([word(kind), word(name)].into_iter().chain(numbers).collect());
        };
        for (agency, tally) in by_agency(&model.catalog, &entries, counted) {
            row(agency.as_ref().map_or(words.no_owner_row, |id| full_name(model, id)), &tally);
        }
        let all = Tally::of(entries.iter().filter(|entry| entry.counted == counted));
        row(words.statistics_everything, &all);
    }
    sheet
}
