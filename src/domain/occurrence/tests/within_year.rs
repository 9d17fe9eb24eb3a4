//! Cycles within the year, parts of a year, and what holds for every rule.

use proptest::prelude::*;

use super::*;
use crate::domain::schedule::{Bound, Rule};
use crate::domain::testing::{any_rule, dated_rule};

/// Period and last valid day of each term of a phrase under a plan issued on 13/6/2024.
fn found(phrase: &str, tracked_from: i32, today: &str) -> Vec<(String, Option<String>)> {
    let rule = parse_phrase(phrase).unwrap();
    terms(&plan("s4", "2024-06-13"), &rule, &calendar(), Tracking::since_year(tracked_from), day(today))
        .into_iter()
        .map(|term| (term.period.to_string(), term.due.map(|due| due.due_last.to_string())))
        .collect()
}

fn dated(period: &str, due_last: &str) -> (String, Option<String>) {
    (period.to_owned(), Some(due_last.to_owned()))
}

#[test]
fn a_month_is_there_from_its_first_day_and_not_before_the_plan() {
    assert_eq!(
        found("trước ngày 25 hằng tháng", 2020, "2024-08-01"),
        [dated("2024-06", "2024-06-24"), dated("2024-07", "2024-07-24"), dated("2024-08", "2024-08-24")]
    );
    assert_eq!(found("trước ngày 10 hằng tháng", 2024, "2024-07-31"), [dated("2024-07", "2024-07-09")]);
    assert_eq!(found("trước ngày 25 hằng tháng", 2026, "2026-01-31"), [dated("2026-01", "2026-01-24")]);
    // The day before the first of a month lies in the month before.
    assert_eq!(
        found("trước ngày 01 hằng tháng", 2026, "2026-01-31").last(),
        Some(&dated("2026-02", "2026-01-31"))
    );
}

#[test]
fn the_report_of_a_quarter_may_be_due_in_the_next() {
    assert_eq!(
        found("trước ngày 05 tháng đầu quý sau", 2024, "2024-12-31"),
        [dated("2024-Q2", "2024-07-04"), dated("2024-Q3", "2024-10-04"), dated("2024-Q4", "2025-01-04")]
    );
    // The quarter before the plan was over when it was issued, though its day was still to come.
    let rule = parse_phrase("trước ngày 05 tháng đầu quý sau").unwrap();
    let early =
        terms(&plan("s4", "2024-07-02"), &rule, &calendar(), Tracking::since_year(2024), day("2024-09-30"));
    assert_eq!(early.iter().map(|term| term.period).collect::<Vec<_>>(), [Period::Quarter(2024, 3)]);
}

#[test]
fn a_cycle_without_a_day_has_periods_and_no_day() {
    let none = |period: &str| (period.to_owned(), None);
    assert_eq!(found("hằng quý", 2024, "2024-10-01"), ["2024-Q2", "2024-Q3", "2024-Q4"].map(none));
    assert_eq!(found("định kỳ 6 tháng, năm", 2025, "2025-12-31"), ["2025-H1", "2025"].map(none));
    assert_eq!(found("hằng quý, bắt đầu từ năm 2025", 2024, "2025-02-01"), [none("2025-Q1")]);
}

#[test]
fn weeks_around_new_year_are_counted_once() {
    let weeks = found("trước thứ Sáu hằng tuần", 2026, "2027-01-05");
    assert_eq!(weeks.first(), Some(&dated("2026-W01", "2026-01-01")));
    assert_eq!(weeks[weeks.len() - 2..], [dated("2026-W53", "2026-12-31"), dated("2027-W01", "2027-01-07")]);
    assert_eq!(weeks.len(), 54);
    assert_eq!(found("thứ Sáu hằng tuần", 2024, "2024-12-31").last(), Some(&dated("2025-W01", "2025-01-03")));
}

#[test]
fn a_part_without_a_year_is_of_the_year_of_the_plan() {
    assert_eq!(found("trong quý III", 2024, "2026-11-21"), [dated("2024-Q3", "2024-09-30")]);
    assert_eq!(found("trong quý I", 2024, "2026-11-21"), [], "over when the plan was issued");
    assert_eq!(found("trong tháng 12 hằng năm", 2025, "2026-11-21").len(), 2);
    assert_eq!(found("vào tuần đầu tháng 12/2026", 2024, "2026-11-21"), [dated("2026-W49", "2026-12-06")]);
    let mut draft = plan("s3", "2024-06-13");
    draft.state = DocumentState::Draft;
    draft.issued_on = None;
    draft.year = None;
    let rule = parse_phrase("trong quý III").unwrap();
    assert!(
        terms(&draft, &rule, &calendar(), Tracking::since_year(2024), day("2024-11-21")).is_empty(),
        "no year is made up"
    );
}

#[test]
fn the_first_occurrence_within_the_year() {
    let first = |phrase: &str, issued| first_due(&parse_phrase(phrase).unwrap(), day(issued), Some(2024));
    assert_eq!(first("trước ngày 25 hằng tháng", "2024-12-25"), Some(day("2025-01-24")));
    assert_eq!(first("trong quý III", "2024-07-16"), Some(day("2024-09-30")));
    assert_eq!(first("trong quý I", "2024-07-16"), None);
    assert_eq!(first("hằng quý", "2024-07-16"), None);
}

#[test]
fn a_draft_previews_the_current_month_alone() {
    let mut catalog = catalog();
    let id = ItemId::new("s3/V.8");
    for plan in &mut catalog.plans {
        for obligation in plan.obligations.iter_mut().filter(|obligation| obligation.id == id) {
            obligation.schedule.rule = parse_phrase("trước ngày 25 hằng tháng").unwrap();
        }
    }
    let found = occurrences(&catalog, &calendar(), &id, Tracking::since_year(2020), day("2026-11-21"));
    assert!(!found.is_empty() && found.iter().all(|o| o.preview && o.period == Period::Month(2026, 11)));
}

proptest! {
    #[test]
    fn occurrences_rise_strictly_one_a_period_and_never_on_or_after_a_strict_day(rule in any_rule()) {
        let mut plan = plan("s4", "2020-01-01");
        plan.year = Some(2020);
        let found = terms(&plan, &rule, &calendar(), Tracking::since_year(2020), day("2060-12-31"));
        for pair in found.windows(2) {
            prop_assert!(last_day(pair[0].period) < last_day(pair[1].period), "{:?}", pair);
            let days = pair[0].due.zip(pair[1].due);
            prop_assert!(days.is_none_or(|(a, b)| a.due_last < b.due_last), "{:?}", pair);
        }
        for term in &found {
            prop_assert_eq!(term.due.is_some(), rule.is_dated());
            let Some(due) = term.due else { continue };
            prop_assert!(due.due_advice <= due.due_last);
            prop_assert!(due.due_last >= day("2020-01-01"));
            if let Some(printed) = due.printed {
                let strict = rule.bound() == Some(Bound::Before);
                prop_assert_eq!(due.due_last, if strict { printed.pred_opt().unwrap() } else { printed });
            }
        }
    }

    #[test]
    fn a_rule_with_days_has_every_period_of_its_years(rule in dated_rule()) {
        let found = rule_terms(&rule, &calendar(), 2020..=2060, Some(2030));
        let years = 2060 - rule.first_year().unwrap_or(2020).clamp(2020, 2061) + 1;
        let every = match rule {
            Rule::Annual { .. } => 1..=1,
            Rule::Cycle { every, .. } => match every.months() {
                Some(months) => { let a_year = 12 / months; a_year..=a_year }
                None => 52..=53,
            },
            _ => return Ok(()),
        };
        let count = u32::try_from(found.len()).unwrap();
        let years = u32::try_from(years).unwrap();
        prop_assert!((years * every.start()..=years * every.end()).contains(&count), "{count}");
        prop_assert!(found.iter().all(|term| term.due.is_some()));
    }
}

#[test]
fn a_plan_loaded_late_in_the_year_owes_no_month_from_before() {
    let rule = parse_phrase("trước ngày 25 hằng tháng").unwrap();
    let owed = |since: &str| {
        terms(&plan("s4", "2024-06-13"), &rule, &calendar(), Tracking::since(day(since)), day("2026-11-21"))
            .into_iter()
            .map(|term| term.period)
            .collect::<Vec<_>>()
    };
    assert_eq!(owed("2026-10-24"), [Period::Month(2026, 10), Period::Month(2026, 11)]);
    assert_eq!(owed("2026-10-25"), [Period::Month(2026, 11)], "the day of October was over");
    let yearly = parse_phrase("trước ngày 30/10 hằng năm").unwrap();
    let tracking = Tracking::since(day("2026-11-20"));
    let found = terms(&plan("s4", "2024-06-13"), &yearly, &calendar(), tracking, day("2026-11-21"));
    assert_eq!(found.iter().map(|term| term.period).collect::<Vec<_>>(), [Period::Year(2026)]);
}
