use super::*;
use crate::domain::testing::{calendar, day, swap_source};

#[test]
fn weekends_rest_holidays_rest_and_makeup_days_work() {
    let calendar = calendar();
    for rest in ["2026-11-21", "2026-11-22", "2026-11-24", "2026-01-02", "2026-02-16"] {
        assert!(!calendar.is_working_day(day(rest)), "{rest}");
    }
    for work in ["2026-11-23", "2026-01-10", "2025-11-24"] {
        assert!(calendar.is_working_day(day(work)), "{work}");
    }
}

#[test]
fn a_proposed_swap_counts_only_when_approved() {
    let calendar = calendar();
    assert!(!calendar.is_working_day(day("2026-11-28")));
    let approved = calendar.if_approved(swap_source());
    assert!(approved.is_working_day(day("2026-11-28")));
    assert!(!approved.is_working_day(day("2026-11-23")));
}

#[test]
fn working_days_exclude_the_first_day_and_include_the_last() {
    let calendar = calendar();
    let from = day("2026-11-21");
    assert_eq!(calendar.working_days_between(from, day("2026-11-29")), 4);
    assert_eq!(calendar.working_days_between(from, day("2026-12-14")), 15);
    assert_eq!(calendar.if_approved(swap_source()).working_days_between(from, day("2026-11-29")), 4);
    assert_eq!(calendar.working_days_between(day("2026-11-20"), day("2026-11-23")), 1);
    assert_eq!(calendar.working_days_between(from, from), 0);
    assert_eq!(calendar.working_days_between(day("2026-11-29"), from), 0);
}

#[test]
fn the_last_working_day_steps_over_a_whole_tet() {
    assert_eq!(calendar().last_working_day_until(day("2026-02-22")), day("2026-02-13"));
    assert_eq!(calendar().last_working_day_until(day("2026-02-13")), day("2026-02-13"));
    assert_eq!(Calendar::default().last_working_day_until(NaiveDate::MIN), NaiveDate::MIN);
}

#[test]
fn entries_are_found_by_day_with_the_proposed_ones() {
    let calendar = calendar();
    let near = calendar.entries_near(day("2026-11-23"), day("2026-11-28"));
    let days: Vec<String> = near.iter().map(|entry| entry.date.to_string()).collect();
    assert_eq!(days, ["2026-11-23", "2026-11-24", "2026-11-28"]);
    assert!(calendar.entries_near(day("2026-11-28"), day("2026-11-23")).is_empty());
    assert!(calendar.is_published(2026) && !calendar.is_published(2027));
}

#[test]
fn a_year_without_notices_has_its_fixed_holidays_and_says_that_they_are_provisional() {
    let calendar = calendar();
    for rest in ["2028-05-01", "2031-11-24", "2030-01-01", "2030-09-02"] {
        assert!(!calendar.is_working_day(day(rest)), "{rest}");
        assert!(calendar.on(day(rest))[0].source.contains("tạm tính"), "{rest}");
    }
    // The days of the lunar calendar are announced, never computed.
    assert!(calendar.is_working_day(day("2028-01-26")));
    assert!(calendar.is_working_day(day("2023-11-24")));
    let stored = calendar.on(day("2026-11-24"));
    assert_eq!(stored.len(), 1, "{stored:?}");
}

fn entry(date: &str, kind: DayKind, source: &str) -> CalendarDay {
    let (name, source) = ("thử".to_owned(), source.to_owned());
    CalendarDay { date: day(date), kind, status: DayStatus::Proposed, name, source }
}

#[test]
fn what_contradicts_the_week_or_says_again_what_is_said_is_refused() {
    let calendar = calendar();
    let fault = |date, kind| calendar.admits(&[entry(date, kind, "thông báo khác")]).unwrap_err();
    assert_eq!(fault("2026-12-05", DayKind::Off), CalendarFault::Weekend(day("2026-12-05")));
    assert_eq!(fault("2026-12-07", DayKind::Makeup), CalendarFault::WorkedAnyhow(day("2026-12-07")));
    assert!(matches!(fault("2026-11-24", DayKind::Off), CalendarFault::Taken { .. }));
    assert!(matches!(fault("2026-11-28", DayKind::Makeup), CalendarFault::Taken { .. }));
    assert!(matches!(fault("2026-01-10", DayKind::Makeup), CalendarFault::Taken { .. }));
    let swap = [entry("2026-12-04", DayKind::Off, "a"), entry("2026-12-12", DayKind::Makeup, "a")];
    assert_eq!(calendar.admits(&swap), Ok(()));
    let swap = |makeup| [entry("2026-12-04", DayKind::Off, "a"), entry(makeup, DayKind::Makeup, "a")];
    assert_eq!(calendar.admits(&swap("2027-01-31")), Ok(()), "58 days");
    let (off, makeup) = (day("2026-12-04"), day("2027-02-06"));
    assert_eq!(calendar.admits(&swap("2027-02-06")), Err(CalendarFault::FarApart { off, makeup, days: 64 }));
    let two = [
        swap("2026-12-12"),
        [entry("2025-12-05", DayKind::Off, "a"), entry("2025-12-13", DayKind::Makeup, "a")],
    ];
    assert_eq!(calendar.admits(&two.concat()), Ok(()), "each beside its own");
    assert!(calendar.proposal("", Some(day("2026-11-28"))).is_ok());
    assert!(calendar.proposal("không có", None).is_err());
}

#[test]
fn counting_by_weeks_is_counting_by_days() {
    let unpublished = Calendar::default();
    for (calendar, from) in
        [(calendar(), "2025-12-20"), (calendar(), "2021-04-27"), (unpublished, "2023-08-29")]
    {
        let from = day(from);
        let mut by_days = 0;
        for (days, date) in successors(from.succ_opt(), NaiveDate::succ_opt).take(2000).enumerate() {
            by_days += i64::from(calendar.is_working_day(date));
            assert_eq!(calendar.working_days_between(from, date), by_days, "{days} days after {from}");
        }
    }
}
