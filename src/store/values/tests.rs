use rusqlite::Connection;
use rusqlite::types::{FromSql, ToSql};

use super::*;

fn stored(value: impl ToSql) -> String {
    Connection::open_in_memory().unwrap().query_row("SELECT ?1", [value], |row| row.get(0)).unwrap()
}

fn read<T: FromSql>(text: &str) -> rusqlite::Result<T> {
    Connection::open_in_memory().unwrap().query_row("SELECT ?1", [text], |row| row.get(0))
}

#[test]
fn periods_stand_as_people_and_sorting_expect_them() {
    for (period, text) in [
        (Period::Year(2026), "2026"),
        (Period::Quarter(2026, 4), "2026-Q4"),
        (Period::Month(2026, 3), "2026-03"),
        (Period::Half(2026, 1), "2026-H1"),
        (Period::Week(2026, 48), "2026-W48"),
    ] {
        assert_eq!(stored(period), text);
        assert_eq!(read::<Period>(text).unwrap(), period);
    }
    for wrong in ["", "2026-", "2026-Q", "2026-x", "năm", "2026-13", "2026-W54"] {
        assert!(read::<Period>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn instants_stand_at_seven_hours_east_whatever_offset_they_came_with() {
    let utc = DateTime::parse_from_rfc3339("2026-11-21T17:30:00Z").unwrap();
    assert_eq!(stored(Instant(utc)), "2026-11-22T00:30:00+07:00");
    assert_eq!(read::<Instant>("2026-11-22T00:30:00+07:00").unwrap().0, utc);
    assert!(read::<Instant>("2026-11-22").is_err());
}

#[test]
fn days_are_read_strictly_and_those_of_instants_without_their_hours() {
    let last = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    assert_eq!(stored(Day(last)), "2028-02-29");
    assert_eq!(read::<Day>("2028-02-29").unwrap().0, last);
    assert_eq!(read::<DayOf>("2028-02-29T23:59:59.125+07:00").unwrap().0, last);
    for wrong in ["", "2027-02-29", "2027-+2-01", "2027-02-0a", "20270-2-01", "năm 2027", "2027-02-01T"] {
        assert!(read::<Day>(wrong).is_err(), "{wrong}");
    }
    assert_eq!(read::<DayOf>("2028-02-28T17:00:00Z").unwrap().0, last);
    assert!(read::<DayOf>("lúc 8 giờ").is_err() && read::<DayOf>("2028-02-29").is_err());
}

#[test]
fn codes_are_those_of_the_plan_files_and_an_unknown_one_is_an_error() {
    assert_eq!(stored(Role::SubmittingForApproval), "submitting_for_approval");
    assert_eq!(read::<Role>("submitting_for_approval").unwrap(), Role::SubmittingForApproval);
    assert!(read::<Role>("leader").is_err());
    assert!(read::<Day>("30/10/2026").is_err());
}
