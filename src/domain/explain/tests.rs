use super::*;
use crate::domain::calendar::DayKind;
use crate::domain::occurrence::due;
use crate::domain::schedule::Period;
use crate::domain::testing::*;

fn explained(phrase: &str, today: &str) -> Explanation {
    let calendar = calendar();
    let schedule = schedule(phrase);
    let due = due(&schedule.rule, Period::Year(2026), &calendar).unwrap();
    explain(&calendar, "V.8", &schedule, &due, day(today))
}

#[test]
fn the_sentence_the_days_and_the_entries_are_told() {
    let told = explained("trước ngày 30/11 hằng năm", "2026-11-21");
    assert_eq!((told.clause.as_str(), told.phrase.as_str()), ("V.8", "trước ngày 30/11 hằng năm"));
    assert_eq!((told.printed, told.bound), (Some(day("2026-11-30")), Some(Bound::Before)));
    assert_eq!((told.due_last, told.due_advice), (day("2026-11-29"), day("2026-11-27")));
    let entries: Vec<String> = told.entries.iter().map(|entry| entry.date.to_string()).collect();
    assert_eq!(entries, ["2026-11-23", "2026-11-24", "2026-11-28"]);
}

#[test]
fn an_open_swap_is_taken_whole() {
    let told = explained("trước ngày 30/11 hằng năm", "2026-11-21").if_approved;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].0.date, told[0].0.kind), (day("2026-11-28"), DayKind::Makeup));
    assert_eq!(told[0].1, day("2026-11-28"));
    // The day off of the same swap moves an earlier advice back over the weekend.
    let told = explained("chậm nhất ngày 24/11 hằng năm", "2026-11-21");
    assert_eq!(told.due_advice, day("2026-11-23"));
    assert_eq!((told.if_approved[0].0.date, told.if_approved[0].1), (day("2026-11-23"), day("2026-11-20")));
    assert!(explained("trước ngày 15/12 hằng năm", "2026-11-21").if_approved.is_empty());
}

#[test]
fn when_the_day_is_gone_only_what_moved_the_advice_is_left() {
    let told = explained("chậm nhất ngày 24/11 hằng năm", "2026-12-01");
    let entries: Vec<String> = told.entries.iter().map(|entry| entry.date.to_string()).collect();
    assert_eq!(entries, ["2026-11-23", "2026-11-24"]);
}

#[test]
fn an_inherited_phrase_names_its_own_clause_and_a_period_prints_no_day() {
    let calendar = calendar();
    let schedule =
        Schedule { inherited_from: Some("III.1.b".to_owned()), ..schedule("đến hết năm 2026") };
    let due = due(&schedule.rule, Period::Year(2026), &calendar).unwrap();
    let told = explain(&calendar, "III.1.a#2", &schedule, &due, day("2026-11-21"));
    assert_eq!((told.clause.as_str(), told.printed, told.bound), ("III.1.b", None, None));
}

#[test]
fn countdowns_count_days_and_working_days() {
    let count = |today: &str, last: &str| {
        let count = countdown(day(today), day(last), &calendar());
        (count.days, count.working_days)
    };
    assert_eq!(count("2026-11-21", "2026-11-29"), (8, 4));
    assert_eq!(count("2026-11-21", "2026-12-14"), (23, 15));
    assert_eq!(count("2026-11-21", "2026-10-29"), (-23, -16));
    assert_eq!(count("2026-11-21", "2026-11-21"), (0, 0));
}
