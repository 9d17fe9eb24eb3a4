//! `tiendo year`: twelve months by obligations on one sheet of paper, or as data.

use chrono::Datelike;
use serde_json::{Value, json};

use super::args::Year;
use super::context::Context;
use super::error::CliError;
use super::{Output, database, due};
use crate::app::model::Model;
use crate::domain::agenda::AgendaItem;
use crate::domain::year::{DayState, Load, YearCalendar, YearKey, YearRow, day_state};
use crate::text::date::format_date;
use crate::text::width::{Ellipsis, pad, pad_left, truncate};

/// Cells of a row's name; with twelve months a line has 99 cells.
const NAME: usize = 49;
/// Cells of a month.
const MONTH: usize = 4;
/// Rows of a page: with head, load and signs it has at most 60 lines.
const ROWS: usize = 45;
/// Lines of the bars.
const BARS: usize = 4;
/// Years that are understood; anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1945..=2100;

pub(super) fn run(context: &Context, options: &Year) -> Result<Output, CliError> {
    let typed = options.year.as_deref();
    let mut model = database::model(context)?;
    let year = typed.map_or(Ok(model.day().year()), parse)?;
    if let Some(typed) = &options.agency {
        model.agency = due::agency(&model, typed)?;
    }
    let found = model.year_calendar(year, usize::MAX);
    if options.json {
        return Ok(Output::json(&data(&model, &found)));
    }
    Ok(Output::good(pages(&model, &found, context.ascii)))
}

/// A year in four digits.
pub(super) fn parse(typed: &str) -> Result<i32, CliError> {
    let year = typed.trim().parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| CliError::BadYear(typed.to_owned()))
}

/// The sheet; what does not fit on one page goes on in another one, with its head.
fn pages(model: &Model, found: &YearCalendar, ascii: bool) -> String {
    let mut parts: Vec<&[YearRow]> = found.rows.chunks(ROWS).collect();
    if parts.is_empty() {
        parts.push(&[]);
    }
    let last = parts.len();
    let pages = (1..).zip(parts).map(|(number, rows)| {
        let mut text = head(model, found, (number, last));
        text.extend(rows.iter().map(|row| line_of(model, row)));
        if number == last {
            text.extend(foot(model, found, ascii));
        }
        let lines: Vec<&str> = text.iter().map(|line| line.trim_end()).collect();
        format!("{}\n", lines.join("\n"))
    });
    pages.collect::<Vec<_>>().join("\n")
}

fn head(model: &Model, found: &YearCalendar, (page, last): (usize, usize)) -> Vec<String> {
    let (lang, words) = (model.lang, model.words());
    let name = model.agency.as_ref().map_or(words.all_agencies, |id| due::full_name(model, id));
    let day = format!("{} {}", lang.weekday(model.day()), format_date(model.day()));
    let of = if last > 1 { format!(" · {page}/{last}") } else { String::new() };
    let current = (model.day().year() == found.year).then(|| model.day().month());
    let months = (1..=12).map(|month| match current {
        Some(now) if now == month => pad_left(&format!("[{month:>2}]"), MONTH),
        _ => format!("{} ", pad_left(&month.to_string(), MONTH - 1)),
    });
    let empty = found.rows.is_empty().then(|| lang.year_empty(found.year));
    vec![
        format!("{} {} · {name} · {day}{of}", words.title_year, found.year),
        empty.unwrap_or_else(|| lang.year_tally(found)),
        String::new(),
        format!("  {}{}", pad(words.year_rows, NAME), months.collect::<String>()),
    ]
}

fn line_of(model: &Model, row: &YearRow) -> String {
    let worst = row.items.iter().map(day_state).min().unwrap_or(DayState::Open);
    let name = model.year_row_name(row, true);
    let name = pad(&truncate(&name, NAME - 1, Ellipsis::Unicode), NAME);
    let months = (1..=12).map(|month| {
        let day =
            row.pressing_in(month).map(|item| format!("{}{}", model.year_day(item), sign(day_state(item))));
        pad_left(&day.unwrap_or_default(), MONTH)
    });
    format!("{} {name}{}", sign(worst), months.collect::<String>())
}

/// The sign of a day, the same as on the screen.
fn sign(state: DayState) -> &'static str {
    match state {
        DayState::Overdue => "!",
        DayState::Soon => "~",
        DayState::Open => " ",
        DayState::Preview => "d",
        DayState::Done => "+",
    }
}

/// Bars, numbers and what the signs mean.
fn foot(model: &Model, found: &YearCalendar, ascii: bool) -> Vec<String> {
    let words = model.words();
    let mut lines = vec![String::new()];
    if let Some((most, _)) = found.peak() {
        for rank in (0..BARS).rev() {
            let bars =
                found.load.iter().map(|load| pad_left(&format!("{} ", bar(*load, rank, most, ascii)), MONTH));
            lines.push(format!("  {}{}", " ".repeat(NAME), bars.collect::<String>()));
        }
    }
    let numbers = found.load.iter().map(|load| match load.total() {
        0 => " ".repeat(MONTH),
        total => pad_left(&format!("{total} "), MONTH),
    });
    lines.push(format!("  {}{}", pad(words.year_load, NAME), numbers.collect::<String>()));
    lines.extend([String::new(), format!("{}  {}", words.year_signs_owed, words.year_signs_open)]);
    lines
}

fn bar(load: Load, rank: usize, most: usize, ascii: bool) -> &'static str {
    let reaches = |count: usize| count * BARS > rank * most;
    match (reaches(load.binding), reaches(load.total()), ascii) {
        (true, _, false) => "██",
        (true, _, true) => "##",
        (false, true, false) => "░░",
        (false, true, true) => "..",
        (false, false, _) => "  ",
    }
}

fn data(model: &Model, found: &YearCalendar) -> Value {
    let months = (1..).zip(found.load).map(|(month, load): (u32, Load)| {
        json!({ "month": month, "due": load.total(), "binding": load.binding, "preview": load.preview })
    });
    let peak = found.peak().map(|(most, months)| json!({ "due": most, "months": months }));
    json!({
        "year": found.year,
        "agency": model.agency.as_ref().map(|id| due::full_name(model, id)),
        "due": found.due(),
        "undated": found.undated,
        "months": months.collect::<Value>(),
        "peak": peak,
        "rows": found.rows.iter().map(|row| row_data(model, row)).collect::<Value>(),
    })
}

fn row_data(model: &Model, row: &YearRow) -> Value {
    let (kind, id) = match &row.key {
        YearKey::Report(id) => ("report", id),
        YearKey::Task(id) => ("task", id),
    };
    let first = row.items.first();
    let item = |item: &AgendaItem| {
        let mut value = due::data(model, item);
        value["month"] = item.due.map(|due| due.due_last.month()).into();
        value["state"] = state_word(day_state(item)).into();
        value
    };
    json!({
        "kind": kind,
        "id": id.as_str(),
        "plan": first.map(|item| item.plan.as_str()),
        "clause": first.map(|item| item.clause.as_str()),
        "name": model.year_row_name(row, true),
        "preview": row.is_preview(),
        "items": row.items.iter().map(item).collect::<Value>(),
    })
}

fn state_word(state: DayState) -> &'static str {
    match state {
        DayState::Overdue => "overdue",
        DayState::Soon => "soon",
        DayState::Open => "open",
        DayState::Preview => "preview",
        DayState::Done => "done",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::layout::Size;
    use crate::app::model::Setup;
    use crate::app::msg::Now;
    use crate::catalog::bundle;
    use crate::domain::catalog::Catalog;
    use crate::domain::change::Snapshot;
    use crate::text::width::width;
    use crate::text::words::Lang;

    fn model() -> Model {
        let bundle = bundle().unwrap();
        let snapshot = Snapshot {
            catalog: Catalog::new(bundle.plans, bundle.agencies),
            calendar: bundle.calendar,
            ..Snapshot::default()
        };
        let setup = Setup {
            snapshot,
            lang: Lang::Vi,
            user: String::new(),
            fixed_today: "2026-11-21".parse().ok(),
            layout: crate::catalog::bundled_layout().unwrap().into(),
            size: Size { w: 80, h: 24 },
        };
        let instant = "2026-11-21T09:00:00+07:00".parse().unwrap();
        Model::new(setup, Now { instant, elapsed: Duration::ZERO })
    }

    #[test]
    fn more_rows_than_a_page_holds_go_on_under_the_same_head() {
        let model = model();
        let mut found = model.year_calendar(2026, usize::MAX);
        let rows = found.rows.clone();
        found.rows = rows.iter().cycle().take(2 * ROWS + 1).cloned().collect();
        let text = pages(&model, &found, false);
        let pages: Vec<&str> = text.split("\n\nLỊCH NĂM").collect();
        assert_eq!(pages.len(), 3, "{text}");
        for page in &pages {
            assert!(page.lines().count() <= 60 && page.contains("[11]"), "{page}");
            assert!(page.lines().all(|line| width(line) <= 100));
        }
        assert_eq!(text.matches("IV.7.a").count() + text.matches("IV.7.b").count(), 31);
        assert!(text.contains("1/3") && text.contains("3/3"));
        assert_eq!(text.matches(model.words().year_load).count(), 1);
    }

    #[test]
    fn years_are_four_digits() {
        assert_eq!(parse(" 2026 ").ok(), Some(2026));
        for typed in ["", "26", "2026.5", "10000", "-2026", "năm"] {
            assert!(matches!(parse(typed), Err(CliError::BadYear(_))), "{typed}");
        }
    }
}
