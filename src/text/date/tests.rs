use proptest::prelude::*;

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 21)
}

#[test]
fn days_are_printed_as_offices_write_them() {
    let due = day(2026, 10, 29);
    assert_eq!(format_date(due), "29/10/2026");
    assert_eq!(format_short(due), "29/10/26");
    assert_eq!(format_weekday_short(due), "T5 29/10/26");
    assert_eq!(format_weekday(day(2026, 11, 29)), "CN");
    assert_eq!(format_weekday(today()), "T7");
    assert_eq!(format_date(day(2024, 6, 3)), "03/06/2024");
}

#[test]
fn days_are_read_in_every_usual_form() {
    for text in [
        "30/10",
        "30/10/2026",
        "30/10/26",
        "30-10-2026",
        "30.10.2026",
        "301026",
        "30102026",
        "3010",
        "2026-10-30",
        " 30 / 10 / 2026 ",
    ] {
        assert_eq!(parse_date(text, today()), Ok(day(2026, 10, 30)), "{text}");
    }
    assert_eq!(parse_date("5/2", today()), Ok(day(2026, 2, 5)));
    assert_eq!(parse_date("29/2/2028", today()), Ok(day(2028, 2, 29)));
}

#[test]
fn the_calendar_is_asked() {
    assert_eq!(parse_date("31/11", today()), Err(DateError::NoSuchDay { day: 31, month: 11, year: 2026 }));
    assert_eq!(parse_date("29/2/2026", today()), Err(DateError::NoSuchDay { day: 29, month: 2, year: 2026 }));
    assert_eq!(parse_date("1/1/0026", today()), Err(DateError::YearOutOfRange(26)));
}

#[test]
fn what_is_no_day_is_refused() {
    for text in
        ["mai", "30", "30/", "/10", "30/10/2", "30/10/20266", "30102", "1/2/3/4", "123/1", "-1/2", "３０/10"]
    {
        assert_eq!(parse_date(text, today()), Err(DateError::NotADate(text.to_owned())), "{text}");
    }
    assert_eq!(parse_date(" ", today()), Err(DateError::Empty));
}

#[test]
fn a_day_of_every_year_needs_no_year_and_may_be_that_of_leap_years() {
    assert_eq!(parse_day_of_year("29/2"), Ok((29, 2)));
    assert_eq!(parse_day_of_year("05/12/2025"), Ok((5, 12)));
    assert_eq!(parse_day_of_year("30/2"), Err(DateError::NoSuchDayOfYear { day: 30, month: 2 }));
    assert_eq!(parse_day_of_year("mai"), Err(DateError::NotADate("mai".to_owned())));
}

proptest! {
    #[test]
    fn what_is_printed_can_be_read(days in 0i64..73_000) {
        let printed = day(1900, 1, 1) + chrono::Duration::days(days);
        prop_assert_eq!(parse_date(&format_date(printed), today()), Ok(printed));
        if (2000..2100).contains(&printed.year()) {
            prop_assert_eq!(parse_date(&format_short(printed), today()), Ok(printed));
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let is_in_range = parse_date(&text, today()).map_or(true, |day| YEARS.contains(&day.year()));
        prop_assert!(is_in_range);
    }
}

#[test]
fn a_day_of_a_file_has_its_whole_year() {
    let expected = NaiveDate::from_ymd_opt(2026, 10, 30);
    for text in ["30/10/2026", "30-10-2026", " 30.10.2026 ", "2026-10-30"] {
        assert_eq!(parse_full_date(text), expected, "{text}");
    }
    for text in ["", "30/10", "30/10/26", "31/02/2026", "1/1/1899", "46325"] {
        assert_eq!(parse_full_date(text), None, "{text}");
    }
}

#[test]
fn documents_write_a_zero_before_days_below_ten_and_the_first_two_months_alone() {
    let written = |text: &str| format_official(text.parse().unwrap());
    let days = ["2024-07-16", "2026-02-05", "2026-03-09", "2026-11-21"].map(written);
    assert_eq!(days, ["16/7/2024", "05/02/2026", "09/3/2026", "21/11/2026"]);
}
