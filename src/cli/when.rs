//! `tiendo when`: a time phrase, the rule that it means, and the days that the rule gives.

use std::ops::RangeInclusive;

use chrono::Datelike;
use serde_json::{Value, json};

use super::Output;
use super::args::When;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::table::Table;
use super::texts::texts;
use crate::domain::calendar::Calendar;
use crate::domain::occurrence::{Term, rule_terms};
use crate::domain::phrase::{PhraseReason, parse_phrase, print_phrase};
use crate::domain::schedule::{Rule, Years};
use crate::export::json::rule_json;
use crate::text::date::format_date;
use crate::text::words::Lang;

/// Years that a plan can name.
const YEARS: RangeInclusive<i32> = 1945..=2199;

/// Years after this one that are listed when nobody says how many.
const AHEAD: i32 = 5;

/// More years at once are a slip of the finger.
const MOST_YEARS: i32 = 100;

/// Why no days can be given.
#[derive(Debug)]
pub(super) enum WhenError {
    /// There is no phrase.
    Empty,
    /// The phrase means no rule.
    Phrase {
        /// What was typed.
        typed: String,
        /// Why it is not understood.
        reason: PhraseReason,
    },
    /// `--from` or `--to` is no year.
    Year {
        /// The option.
        option: &'static str,
        /// What was typed.
        typed: String,
    },
    /// `--from` lies behind `--to`, or too far before it.
    Range {
        /// First year.
        from: i32,
        /// Last year.
        to: i32,
    },
}

pub(super) fn run(context: &Context, options: &When) -> Result<Output, CliError> {
    let typed = options.phrase.join(" ");
    if typed.trim().is_empty() {
        return Err(CliError::When(WhenError::Empty));
    }
    let rule = parse_phrase(&typed)
        .map_err(|error| CliError::When(WhenError::Phrase { typed, reason: error.reason }))?;
    let years = years(context, options, &rule).map_err(CliError::When)?;
    let calendar = database::calendar(context)?;
    let terms = rule_terms(&named(&rule), &calendar, years, None);
    if options.json {
        return Ok(Output::json(&data(&rule, &terms)));
    }
    Ok(Output::good(sheet(context, &rule, &terms, &calendar)))
}

/// The years asked for; of a rule that names its one year, that year when nobody asks for others.
fn years(context: &Context, options: &When, rule: &Rule) -> Result<RangeInclusive<i32>, WhenError> {
    let read = |option, typed: &Option<String>| match typed {
        None => Ok(None),
        Some(typed) => match typed.trim().parse::<i32>() {
            Ok(year) if YEARS.contains(&year) => Ok(Some(year)),
            _ => Err(WhenError::Year { option, typed: typed.clone() }),
        },
    };
    let (from, to) = (read("--from", &options.from)?, read("--to", &options.to)?);
    if let (None, None, Some(year)) = (from, to, only_year(rule)) {
        return Ok(year..=year);
    }
    let from = from.unwrap_or_else(|| context.now().year());
    let to = to.unwrap_or_else(|| from.saturating_add(AHEAD));
    if from > to || to - from >= MOST_YEARS {
        return Err(WhenError::Range { from, to });
    }
    Ok(from..=to)
}

fn only_year(rule: &Rule) -> Option<i32> {
    match rule {
        Rule::Once { date, .. } => Some(date.year()),
        Rule::PeriodEnd { period } => Some(period.year()),
        Rule::PartEnd { of: Years::Only(year), .. } => Some(*year),
        _ => None,
    }
}

/// Without a plan a phrase that leaves its year open may mean any.
fn named(rule: &Rule) -> Rule {
    match *rule {
        Rule::PartEnd { part, of: Years::OfPlan } => Rule::PartEnd { part, of: Years::Every },
        _ => rule.clone(),
    }
}

fn is_open(rule: &Rule) -> bool {
    matches!(rule, Rule::PartEnd { of: Years::OfPlan, .. })
}

fn data(rule: &Rule, terms: &[Term]) -> Value {
    let occurrence = |term: &Term| {
        json!({
            "period": term.period.to_string(),
            "due_last": term.due.map(|due| due.due_last),
            "due_advice": term.due.map(|due| due.due_advice),
        })
    };
    json!({
        "rule": rule_json(rule),
        "phrase": print_phrase(rule),
        "year_open": is_open(rule),
        "occurrences": terms.iter().map(occurrence).collect::<Vec<_>>(),
    })
}

fn sheet(context: &Context, rule: &Rule, terms: &[Term], calendar: &Calendar) -> String {
    let (lang, texts) = (context.lang, texts(context.lang));
    let limit = lang.rule_limit(rule).map(|limit| format!(": {limit}")).unwrap_or_default();
    let mut text = format!("{}{limit}\n", lang.rule(rule));
    if is_open(rule) {
        text.push_str(&format!("{}\n", texts.when_year_open));
    }
    if terms.is_empty() {
        let why = match rule {
            Rule::EveryYears { anchor: None, .. } => texts.when_no_anchor,
            Rule::Continuous { .. }
            | Rule::Phases { .. }
            | Rule::Span { .. }
            | Rule::Conditional { .. }
            | Rule::Unspecified => texts.when_no_days,
            _ => texts.when_outside,
        };
        text.push_str(&format!("{why}\n"));
        return text;
    }
    text.push('\n');
    text.push_str(&table(lang, terms, calendar).render(context.cells));
    if terms.iter().any(|term| is_provisional(term, calendar)) {
        text.push_str(&format!("\n* {}\n", texts.when_provisional));
    }
    text
}

/// Whether nobody has announced yet which days are off around this one.
fn is_provisional(term: &Term, calendar: &Calendar) -> bool {
    term.due.is_some_and(|due| !calendar.is_published(due.due_last.year()))
}

fn table(lang: Lang, terms: &[Term], calendar: &Calendar) -> Table {
    let texts = texts(lang);
    let day = |day| format!("{} {}", lang.weekday(day), format_date(day));
    let mut table = Table::default();
    table.row([texts.col_period, texts.col_printed, texts.col_last, texts.col_advice]);
    for term in terms {
        let none = "–".to_owned();
        let printed = term.due.and_then(|due| due.printed).map_or_else(|| none.clone(), day);
        let last = term.due.map_or_else(|| none.clone(), |due| day(due.due_last));
        let sign = if is_provisional(term, calendar) { " *" } else { "" };
        let advice = term.due.map_or(none, |due| format!("{}{sign}", day(due.due_advice)));
        table.row([&lang.period(term.period), &printed, &last, &advice]);
    }
    table
}

impl WhenError {
    /// What is wrong, and what to write instead.
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.pick(
                format!("Chưa ghi cụm từ thời gian.\nVí dụ: {EXAMPLE}"),
                format!("No time phrase was given.\nExample: {EXAMPLE}"),
            ),
            Self::Phrase { typed, reason } => lang.pick(
                format!("không đọc được thời gian “{typed}”: {reason}.\nVí dụ: {EXAMPLE}"),
                format!("the time `{typed}` cannot be read: {}.\nExample: {EXAMPLE}", reason.english()),
            ),
            Self::Year { option, typed } => lang.pick(
                format!("{option}: “{typed}” không phải năm trong khoảng {}–{}.", YEARS.start(), YEARS.end()),
                format!("{option}: `{typed}` is no year from {} to {}.", YEARS.start(), YEARS.end()),
            ),
            Self::Range { from, to } if from > to => lang.pick(
                format!("--from {from} ở sau --to {to}: đổi chỗ, hoặc bỏ bớt một."),
                format!("--from {from} is after --to {to}: swap them, or leave one out."),
            ),
            Self::Range { from, to } => lang.pick(
                format!("từ {from} đến {to} là quá {MOST_YEARS} năm: thu hẹp --from, --to."),
                format!("from {from} to {to} is more than {MOST_YEARS} years: narrow --from and --to."),
            ),
        }
    }
}

const EXAMPLE: &str = "tiendo when \"trước ngày 30/10 hằng năm\" --from 2024 --to 2030";
