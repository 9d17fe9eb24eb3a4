//! What comes back within the year: debts of months, undated quarters, tasks that start anew.

use super::*;
use crate::domain::phrase::parse_phrase;
use crate::domain::schedule::Period;

/// The reports of S1 to Sở Nội vụ under another phrase.
fn case(phrase: &str) -> Case {
    let mut case = Case::since(2026);
    let obligation = &mut case.catalog.plans[0].obligations[0];
    obligation.schedule.rule = parse_phrase(phrase).unwrap();
    case
}

fn of_clause(case: &Case, clause: &str, horizon: Horizon) -> Vec<(Option<Period>, AgendaGroup)> {
    let items = case.run("yt", horizon, 0).into_iter().filter(|item| item.clause == clause);
    let period = |kind: &AgendaKind| match kind {
        AgendaKind::Submit { period, .. } => Some(*period),
        _ => None,
    };
    items.map(|item| (period(&item.kind), item.group)).collect()
}

fn month(month: u32) -> Option<Period> {
    Some(Period::Month(2026, month))
}

#[test]
fn every_month_that_nobody_reported_stays_a_debt_of_its_own() {
    let mut case = case("trước ngày 25 hằng tháng");
    let all = of_clause(&case, "IV.7.a", Horizon::Year);
    let overdue = |month_of: u32| (month(month_of), AgendaGroup::Overdue);
    assert_eq!(all[..10], (1..=10).map(overdue).collect::<Vec<_>>()[..]);
    assert_eq!(all[10..], [(month(11), AgendaGroup::Soon), (month(12), AgendaGroup::Later)]);
    let mut report = sent("s1/IV.7.a", 2026, "yt", "2026-03-24T23:59:59+07:00");
    report.period = Period::Month(2026, 3);
    case.catalog.file(report);
    let left = of_clause(&case, "IV.7.a", Horizon::Year);
    assert!(left.len() == 11 && left.iter().all(|(period, _)| *period != month(3)), "{left:?}");
}

#[test]
fn an_undated_cycle_is_never_overdue_and_does_not_pile_up() {
    use AgendaGroup::NoDate;
    let quarter = |number| Some(Period::Quarter(2026, number));
    let found = of_clause(&case("hằng quý"), "IV.7.a", Horizon::Year);
    assert_eq!(found, [(quarter(3), NoDate), (quarter(4), NoDate)]);
    let week = |number| Some(Period::Week(2026, number));
    let found = of_clause(&case("hằng tuần"), "IV.7.a", Horizon::Year);
    assert_eq!(found, [(week(46), NoDate), (week(47), NoDate)]);
}

#[test]
fn a_draft_previews_no_month_that_is_over() {
    let mut case = Case::since(2026);
    case.catalog.plans[1].obligations[0].schedule.rule = parse_phrase("trước ngày 25 hằng tháng").unwrap();
    let found = of_clause(&case, "V.8", Horizon::Year);
    assert_eq!(found, [(month(11), AgendaGroup::Preview), (month(12), AgendaGroup::Preview)]);
}

#[test]
fn a_task_of_every_month_is_done_month_by_month() {
    let wanted = [("1", "trước ngày 25 hằng tháng", &[("yt", Role::Lead)][..])];
    let mut case = Case::tasks(&wanted);
    let overdue = |case: &Case| {
        let items = case.run("yt", Horizon::Year, 0).into_iter();
        let late = items.filter(|item| item.clause == "1" && item.group == AgendaGroup::Overdue);
        late.map(|item| item.due.unwrap().due_last.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(overdue(&case).len(), 10);
    // Done two days late, but in its month: it is that month which is done, and no other.
    case.catalog.enter(progress("s1/1", "yt", "2026-10-26", WorkState::Done));
    let left = overdue(&case);
    assert_eq!((left.len(), left.last().map(String::as_str)), (9, Some("2026-09-24")));
}

#[test]
fn a_task_that_is_due_after_its_quarter_takes_no_entry_of_another() {
    let wanted = [("1", "trước ngày 05 tháng đầu quý sau", &[("yt", Role::Lead)][..])];
    let mut case = Case::tasks(&wanted);
    case.catalog.enter(progress("s1/1", "yt", "2026-07-03", WorkState::Done));
    let items = case.run("yt", Horizon::Year, 0).into_iter().filter(|item| item.clause == "1");
    let open: Vec<_> = items.map(|item| (item.due.unwrap().due_last.to_string(), item.group)).collect();
    // The day of the fourth quarter lies in the next year, beyond the window.
    let late = |day: &str| (day.to_owned(), AgendaGroup::Overdue);
    assert_eq!(open, [late("2026-04-04"), late("2026-10-04")]);
}
