use super::*;
use crate::domain::testing::day;

fn days(period: Period) -> (NaiveDate, NaiveDate) {
    (period.first_day().unwrap(), period.last_day().unwrap())
}

#[test]
fn every_period_has_its_days() {
    for (period, first, last) in [
        (Period::Year(2026), "2026-01-01", "2026-12-31"),
        (Period::Half(2026, 1), "2026-01-01", "2026-06-30"),
        (Period::Half(2026, 2), "2026-07-01", "2026-12-31"),
        (Period::Quarter(2026, 4), "2026-10-01", "2026-12-31"),
        (Period::Month(2028, 2), "2028-02-01", "2028-02-29"),
        (Period::Week(2026, 48), "2026-11-23", "2026-11-29"),
        (Period::Week(2025, 1), "2024-12-30", "2025-01-05"),
        (Period::Week(2026, 53), "2026-12-28", "2027-01-03"),
    ] {
        assert_eq!(days(period), (day(first), day(last)), "{period}");
    }
    for none in [
        Period::Half(2026, 3),
        Period::Quarter(2026, 0),
        Period::Month(2026, 13),
        Period::Week(2025, 53),
        Period::Quarter(2026, u32::MAX),
    ] {
        assert_eq!((none.first_day(), none.last_day()), (None, None), "{none:?}");
    }
}

#[test]
fn figures_are_closed_as_the_decree_says() {
    for (period, from, to) in [
        (Period::Year(2026), "2025-12-15", "2026-12-14"),
        (Period::Half(2026, 1), "2025-12-15", "2026-06-14"),
        (Period::Half(2026, 2), "2026-06-15", "2026-12-14"),
        (Period::Quarter(2026, 2), "2026-03-15", "2026-06-14"),
        (Period::Month(2026, 1), "2025-12-15", "2026-01-14"),
        (Period::Week(2026, 48), "2026-11-23", "2026-11-29"),
    ] {
        assert_eq!(period.data_window(), Some((day(from), day(to))), "{period}");
    }
}

#[test]
fn what_is_written_is_read_back_and_nothing_else_is() {
    for text in ["2026", "2026-H1", "2026-Q2", "2026-10", "2026-W48", "2026-W53"] {
        assert_eq!(text.parse::<Period>().map(|period| period.to_string()), Ok(text.to_owned()));
    }
    for bad in [
        "",
        "25",
        "2025-",
        "2025-13",
        "2025-00",
        "2025-1",
        "2025-Q0",
        "2025-Q5",
        "2025-Q",
        "2025-H3",
        "2025-W53",
        "2025-W1",
        "2025-é1",
        "năm 2025",
        "2025-1-1",
        "-2025",
        "+2025",
    ] {
        assert_eq!(bad.parse::<Period>(), Err(NotAPeriod), "{bad}");
    }
}

#[test]
fn the_period_before_ends_the_day_before() {
    for (period, before) in [
        (Period::Year(2026), Period::Year(2025)),
        (Period::Half(2026, 2), Period::Half(2026, 1)),
        (Period::Half(2026, 1), Period::Half(2025, 2)),
        (Period::Quarter(2026, 1), Period::Quarter(2025, 4)),
        (Period::Month(2026, 1), Period::Month(2025, 12)),
        (Period::Week(2027, 1), Period::Week(2026, 53)),
    ] {
        assert_eq!(period.previous(), Some(before));
        assert_eq!(before.last_day(), period.first_day().and_then(|first| first.pred_opt()));
    }
    assert_eq!(Period::Month(2026, 13).previous(), None);
}
