//! `tiendo calendar`: the holidays and swapped days, and what users decide about them.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::Output;
use super::args::{Calendar, CalendarAction};
use super::context::Context;
use super::database::Desk;
use super::error::CliError;
use super::table::Table;
use super::texts::texts;
use crate::domain::calendar::{CalendarDay, DayKind, DayStatus};
use crate::domain::decision::Ruling;
use crate::text::date::{format_date, parse_date};
use crate::text::fold::fold;
use crate::text::words::Lang;

pub(super) fn run(context: &Context, options: &Calendar) -> Result<Output, CliError> {
    let mut desk = Desk::open(context)?;
    match options.action {
        CalendarAction::List => Ok(list(context, &desk, options)),
        CalendarAction::Add => {
            let (source, days) = new_days(context, &desk, options)?;
            let days = desk.model.with_days(&source, days);
            let days = days.map_err(|fault| CliError::Refused(context.lang.calendar_fault(&fault)))?;
            decide(&mut desk, Ruling::CalendarDays { source, days }, options.json)
        }
        CalendarAction::Approve | CalendarAction::Drop => {
            let meant = options.days.as_deref().or(options.source.as_deref());
            let needed = context.lang.pick("NGÀY hoặc NGUỒN", "DAY or SOURCE");
            let meant = meant.ok_or(CliError::Missing(needed))?;
            let day = parse_date(meant, desk.model.today()).ok();
            let source = desk.model.calendar.proposal(meant, day);
            let source = source.map_err(|fault| CliError::Refused(context.lang.calendar_fault(&fault)))?;
            let approved = matches!(options.action, CalendarAction::Approve);
            decide(&mut desk, Ruling::CalendarVerdict { source, approved }, options.json)
        }
    }
}

/// Saves a decision and says which days of the plans moved.
fn decide(desk: &mut Desk, ruling: Ruling, as_json: bool) -> Result<Output, CliError> {
    let before = desk.model.calendar.clone();
    desk.decide(ruling)?;
    let moved = desk.model.moved_since(&before);
    if as_json {
        return Ok(Output::json(&json!({ "saved": true, "moved": moved })));
    }
    let words = desk.model.words();
    let mut text = format!("{}\n", words.calendar_saved);
    if moved.is_empty() {
        text.push_str(&format!("{}\n", words.nothing_moved));
    }
    for line in moved {
        text.push_str(&format!("  {line}\n"));
    }
    Ok(Output::good(text))
}

fn new_days(
    context: &Context,
    desk: &Desk,
    options: &Calendar,
) -> Result<(String, Vec<CalendarDay>), CliError> {
    let text = |value: &Option<String>, option: &'static str| {
        let given = value.as_deref().map(str::trim).filter(|text| !text.is_empty());
        given.map(str::to_owned).ok_or(CliError::Missing(option))
    };
    let day = |typed: &str, option: &'static str| {
        parse_date(typed, desk.model.today()).map_err(|error| CliError::BadDate(option, error))
    };
    let date = day(&text(&options.days, context.lang.pick("NGÀY", "DAY"))?, "calendar add")?;
    let source = text(&options.source, "--source")?;
    let name = text(&options.name, "--name")?;
    let status = if options.approved { DayStatus::Approved } else { DayStatus::Proposed };
    let kind = options.kind.as_deref().map_or(Ok(DayKind::Off), |typed| kind(context.lang, typed))?;
    let entry = |date: NaiveDate, kind, name: String| CalendarDay {
        date,
        kind,
        status,
        name,
        source: source.clone(),
    };
    let mut days = vec![entry(date, kind, name.clone())];
    if let Some(makeup) = &options.makeup {
        let makeup = day(makeup, "--makeup")?;
        days.push(entry(makeup, DayKind::Makeup, context.lang.makeup_for(date)));
    }
    Ok((source, days))
}

/// The kind that is meant: by the name of the option, or by the word that stands on the screen.
fn kind(lang: Lang, typed: &str) -> Result<DayKind, CliError> {
    let kinds = [(DayKind::Holiday, "holiday"), (DayKind::Off, "off"), (DayKind::Makeup, "makeup")];
    let plain = |text: &str| fold(text).replace('-', " ");
    let wanted = plain(typed.trim());
    let shown = |kind| [Lang::Vi, Lang::En].map(|lang| plain(lang.day_kind(kind)));
    let found = kinds.into_iter().find(|(kind, name)| *name == wanted || shown(*kind).contains(&wanted));
    found.map(|(kind, _)| kind).ok_or_else(|| CliError::Refused(lang.no_day_kind(typed)))
}

fn list(context: &Context, desk: &Desk, options: &Calendar) -> Output {
    let year = options.year.unwrap_or_else(|| desk.model.today().year());
    let entries = desk.model.calendar_of(year);
    let published = desk.model.calendar.is_published(year);
    if options.json {
        let days: Vec<Value> = entries.iter().map(data).collect();
        return Output::json(&json!({ "year": year, "published": published, "days": days }));
    }
    let (lang, texts) = (context.lang, texts(context.lang));
    let mut table = Table::default();
    table.row([texts.col_day, texts.col_kind, texts.col_document_state, texts.col_name, texts.col_source]);
    for entry in &entries {
        let day = format!("{} {}", lang.weekday(entry.date), format_date(entry.date));
        table.row([
            &day,
            lang.day_kind(entry.kind),
            lang.day_status(entry.status),
            &entry.name,
            &entry.source,
        ]);
    }
    let mut text = table.render(context.cells);
    let proposed = desk.model.proposed_days(year);
    if !published || proposed > 0 {
        text.push_str(&format!("\n{}\n", lang.calendar_state(year, published, proposed)));
    }
    Output::good(text)
}

fn data(entry: &CalendarDay) -> Value {
    json!({
        "date": entry.date,
        "kind": entry.kind,
        "status": entry.status,
        "name": entry.name,
        "source": entry.source,
    })
}
