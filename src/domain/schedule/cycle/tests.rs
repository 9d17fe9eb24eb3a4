use super::*;
use crate::domain::testing::day;

#[test]
fn the_first_and_the_last_week_end_when_every_office_says_so() {
    // The weekday of the 1st, then the last valid day of the first week.
    for (year, month, last) in [
        (2026, 6, "2026-06-07"),  // Monday
        (2026, 12, "2026-12-06"), // Tuesday
        (2027, 12, "2027-12-05"), // Wednesday
        (2026, 10, "2026-10-04"), // Thursday
        (2028, 12, "2028-12-07"), // Friday: the week itself is 4 to 10 December
        (2029, 12, "2029-12-07"), // Saturday
        (2030, 12, "2030-12-07"), // Sunday
    ] {
        assert_eq!(YearPart::FirstWeek(month).due_last(year), Some(day(last)), "{month}/{year}");
    }
    assert_eq!(YearPart::LastWeek(11).period(2026), Some(Period::Week(2026, 48)));
    assert_eq!(YearPart::LastWeek(11).due_last(2026), Some(day("2026-11-29")));
    assert_eq!(YearPart::LastWeek(11).due_last(2028), Some(day("2028-11-30")));
    assert_eq!(YearPart::LastWeek(12).due_last(2026), Some(day("2026-12-31")));
    assert_eq!(YearPart::FirstWeek(13).period(2026), None);
}

#[test]
fn the_weeks_of_a_month_never_leave_its_year() {
    for year in 1945..=2199 {
        for month in 1..=12 {
            for part in [YearPart::FirstWeek(month), YearPart::LastWeek(month)] {
                assert_eq!(part.period(year).unwrap().year(), year, "{part:?} {year}");
                assert_eq!(part.due_last(year).unwrap().month(), month, "{part:?} {year}");
            }
        }
    }
}

#[test]
fn a_day_that_a_month_has_not_is_its_last() {
    let on = |month, day, bound| CycleDay { month, day, bound };
    let february = Period::Month(2026, 2);
    assert_eq!(on(1, 31, Bound::Before).due_last(february), Some(day("2026-02-28")));
    assert_eq!(on(1, 31, Bound::By).due_last(february), Some(day("2026-02-28")));
    assert_eq!(on(1, 31, Bound::Before).printed(february), None);
    assert_eq!(on(1, 28, Bound::Before).due_last(february), Some(day("2026-02-27")));
    assert_eq!(on(2, 5, Bound::Before).due_last(Period::Month(2026, 12)), Some(day("2027-01-04")));
    assert_eq!(on(4, 5, Bound::By).due_last(Period::Quarter(2026, 4)), Some(day("2027-01-05")));
    assert_eq!(on(1, 5, Bound::Before).due_last(Period::Week(2026, 48)), Some(day("2026-11-26")));
    assert_eq!(on(1, 1, Bound::Before).due_last(Period::Week(2025, 1)), Some(day("2024-12-29")));
}

#[test]
fn only_days_that_a_cycle_can_have_fit() {
    let on = |month, day| CycleDay { month, day, bound: Bound::By };
    for (every, good, bad) in [
        (Every::Week, vec![on(1, 1), on(1, 7)], vec![on(1, 8), on(2, 1), on(1, 0)]),
        (Every::Month, vec![on(1, 31), on(2, 5)], vec![on(1, 32), on(3, 1), on(0, 1), on(1, 0)]),
        (Every::Quarter, vec![on(3, 31), on(4, 5)], vec![on(5, 1), on(3, 32)]),
        (Every::HalfYear, vec![on(1, 31), on(6, 30)], vec![on(6, 31), on(7, 1), on(2, 30), on(u32::MAX, 1)]),
        (Every::HalfAndYear, vec![], vec![on(1, 1)]),
    ] {
        assert!(good.iter().all(|day| day.fits(every)), "{every:?}");
        assert!(bad.iter().all(|day| !day.fits(every)), "{every:?}");
    }
}
