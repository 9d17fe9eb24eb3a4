//! The shipped calendar agrees with the weekdays and swaps that were announced.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the lint takes the helpers of an integration test for code"
)]

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use tiendo::domain::calendar::{Calendar, CalendarDay, DayKind, DayStatus, moved};
use tiendo::domain::catalog::Catalog;

fn days() -> Vec<CalendarDay> {
    let table: toml::Table = include_str!("../data/calendar.toml").parse().unwrap();
    let entries = table["days"].as_array().unwrap();
    let entries: Vec<Vec<CalendarDay>> =
        entries.iter().map(|entry| read(entry.as_table().unwrap())).collect();
    assert!(
        entries.iter().all(|days| days.is_sorted_by_key(|day| day.date)),
        "an entry has its days in order"
    );
    assert!(entries.is_sorted_by_key(|days| days[0].date), "entries stand in the order of their first days");
    let mut days = entries.concat();
    days.sort_by_key(|day| day.date);
    days
}

fn read(entry: &toml::Table) -> Vec<CalendarDay> {
    let text = |key: &str| entry[key].as_str().unwrap().to_owned();
    let kind = match text("kind").as_str() {
        "holiday" => DayKind::Holiday,
        "off" => DayKind::Off,
        "makeup" => DayKind::Makeup,
        other => panic!("kind {other}"),
    };
    let status = match text("status").as_str() {
        "law" => DayStatus::Law,
        "approved" => DayStatus::Approved,
        "proposed" => DayStatus::Proposed,
        other => panic!("status {other}"),
    };
    let dates = entry["dates"].as_array().unwrap().iter();
    let dates = dates.map(|date| date.as_datetime().unwrap().to_string().parse().unwrap());
    dates.map(|date| CalendarDay { date, kind, status, name: text("name"), source: text("source") }).collect()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn one_entry_a_day_and_makeup_days_only_on_weekends() {
    let days = days();
    assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
    for entry in &days {
        let weekend = matches!(entry.date.weekday(), Weekday::Sat | Weekday::Sun);
        let fits = match entry.kind {
            DayKind::Makeup => weekend,
            DayKind::Off => !weekend,
            DayKind::Holiday => true,
        };
        assert!(fits && !entry.name.is_empty() && !entry.source.is_empty(), "{entry:?}");
    }
}

#[test]
fn every_makeup_day_shares_its_source_with_one_day_off() {
    let mut by_source: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for entry in days() {
        let counts = by_source.entry(entry.source).or_default();
        counts.0 += usize::from(entry.kind == DayKind::Makeup);
        counts.1 += usize::from(entry.kind == DayKind::Off);
    }
    let swaps: Vec<_> = by_source.values().filter(|(makeup, _)| *makeup > 0).collect();
    assert_eq!(swaps.len(), 5);
    assert!(swaps.iter().all(|counts| **counts == (1, 1)));
}

#[test]
fn the_announced_days_hold_and_the_proposed_swap_does_not_count() {
    let calendar = Calendar::new(days());
    for rest in [
        "2024-02-14",
        "2024-04-18",
        "2024-04-29",
        "2024-09-03",
        "2025-01-27",
        "2025-04-07",
        "2025-05-02",
        "2025-09-01",
        "2026-01-02",
        "2026-02-20",
        "2026-04-27",
        "2026-08-31",
        "2026-11-24",
        "2027-02-10",
        "2027-05-03",
        "2026-11-28",
    ] {
        assert!(!calendar.is_working_day(day(rest)), "{rest}");
    }
    for work in
        ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22", "2026-11-23", "2025-11-24", "2027-02-11"]
    {
        assert!(calendar.is_working_day(day(work)), "{work}");
    }
    assert_eq!(calendar.working_days_between(day("2026-11-21"), day("2026-12-14")), 15);
    assert_eq!(calendar.last_working_day_until(day("2026-11-29")), day("2026-11-27"));
}

#[test]
fn approving_the_proposed_swap_moves_one_day_of_the_plans_and_no_last_valid_day() {
    let bundle = tiendo::catalog::bundle().unwrap();
    let catalog = Catalog::new(bundle.plans, bundle.agencies);
    let before = bundle.calendar;
    let source = before.proposal("", Some(day("2026-11-28"))).unwrap();
    let found = moved(&catalog, &before, &before.if_approved(&source));
    let places: Vec<_> = found.iter().map(|m| (m.plan.as_str(), m.clause.as_str(), m.from, m.to)).collect();
    assert_eq!(places, [("lang-son-2026", "V.8#2", day("2026-11-27"), day("2026-11-28"))]);
    assert_eq!(found[0].due_last, day("2026-11-29"));
    assert!(moved(&catalog, &before, &before).is_empty());
}
