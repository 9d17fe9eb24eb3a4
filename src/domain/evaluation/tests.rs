mod figures;
mod trajectory;
mod verdicts;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::*;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::indicator::{Baseline, Milestone};
use crate::domain::record::Stamp;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Day of issue of KH 192/KH-UBND, Kiên Giang.
fn issue() -> NaiveDate {
    day(2024, 6, 13)
}

fn today() -> NaiveDate {
    day(2026, 11, 21)
}

fn target(comparator: Comparator, value: f64, year: i32) -> Target {
    Target {
        id: ItemId::new("kien-giang-192-2024/I.2.d"),
        clause: "I.2.d".to_owned(),
        indicator: "Chương trình trọng điểm đạt kiểm định".to_owned(),
        short: "CT trọng điểm".to_owned(),
        comparator,
        comparator_words: String::new(),
        value: Some(value),
        value_high: None,
        unit: "%".to_owned(),
        per: None,
        population: String::new(),
        year: Some(year),
        year_from: None,
        milestones: Vec::new(),
        baseline: None,
        parent: None,
        responsible: Vec::new(),
        note: None,
    }
}

fn baseline(value: f64) -> Baseline {
    Baseline { value, numerator: None, denominator: None, as_of: None, clause: "[1]".to_owned() }
}

/// A target of 2030 with a baseline of the day of issue.
fn from(base: f64, value: f64) -> Target {
    Target { baseline: Some(baseline(base)), ..target(Comparator::Reach, value, 2030) }
}

fn seen(value: f64, as_of: NaiveDate) -> Observation {
    Observation {
        stamp: Stamp { id: 1, revision: 1, by: "cv-01".to_owned(), at: None },
        target: ItemId::new("kien-giang-192-2024/I.2.d"),
        agency: AgencyId::new("kg-so-gddt"),
        as_of,
        value: Some(value),
        numerator: None,
        denominator: None,
        quality: Quality::Final,
        source: String::new(),
    }
}

fn counted(numerator: f64, denominator: f64, as_of: NaiveDate) -> Observation {
    Observation {
        value: None,
        numerator: Some(numerator),
        denominator: Some(denominator),
        ..seen(0.0, as_of)
    }
}

fn eval(target: &Target, observations: &[Observation]) -> Evaluation {
    eval_on(target, observations, today())
}

fn eval_on(target: &Target, observations: &[Observation], today: NaiveDate) -> Evaluation {
    let observations: Vec<_> = observations.iter().collect();
    evaluate(target, &observations, &[], Some(issue()), today, Tolerance::default())
}

fn verdict(target: &Target, value: f64) -> Verdict {
    eval(target, &[seen(value, today())]).verdict
}

fn assert_near(left: Option<f64>, right: f64, what: &str) {
    assert!(left.is_some_and(|left| (left - right).abs() < 0.005), "{what}: {left:?}, not {right}");
}

fn is_green(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Met | Verdict::Ahead | Verdict::OnTrack)
}
