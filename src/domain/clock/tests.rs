use super::*;

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

#[test]
fn from_seventeen_hours_utc_it_is_the_next_day() {
    let day = |text| vn_date(at(text)).to_string();
    assert_eq!(day("2024-10-29T16:59:59Z"), "2024-10-29");
    assert_eq!(day("2024-10-29T17:00:00Z"), "2024-10-30");
    assert_eq!(day("2024-10-29T23:59:59Z"), "2024-10-30");
    assert_eq!(day("2024-12-31T18:00:00Z"), "2025-01-01");
}

#[test]
fn the_time_is_printed_at_plus_seven() {
    assert_eq!(vn_time(at("2026-11-21T02:41:00Z")).to_rfc3339(), "2026-11-21T09:41:00+07:00");
    let stamp = DateTime::parse_from_rfc3339("2024-10-29T20:00:00+02:00").unwrap();
    assert_eq!(vn_date_of(&stamp).to_string(), "2024-10-30");
}
