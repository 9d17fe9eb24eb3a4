use super::*;

const CALENDAR: &str = r#"
published = [2026]

[[days]]
dates = [2026-11-24]
kind = "holiday"
status = "law"
name = "Ngày Văn hóa Việt Nam"
source = "Nghị quyết"
"#;

#[test]
fn a_sound_calendar_is_read() {
    let calendar = load_calendar("calendar.toml", CALENDAR).unwrap();
    assert!(calendar.is_published(2026) && !calendar.is_published(2027));
    let days: Vec<String> = calendar.days().map(|day| format!("{} {}", day.date, day.name)).collect();
    assert_eq!(days, ["2026-11-24 Ngày Văn hóa Việt Nam"]);
}

#[test]
fn faults_of_a_calendar_have_their_place() {
    let text = CALENDAR.replace("\"Nghị quyết\"", "\"\"").replace("published", "published_years");
    let found = load_calendar("calendar.toml", &text).unwrap_err();
    let places: Vec<(usize, &str)> = found.iter().map(|fault| (fault.line, fault.field.as_str())).collect();
    assert_eq!(places, [(2, "published_years"), (9, "days.source")]);
    assert_eq!(found[1].reason, FaultReason::Empty);
}

#[test]
fn days_without_a_date_are_a_fault() {
    let found = load_calendar("calendar.toml", &CALENDAR.replace("2026-11-24", "")).unwrap_err();
    assert_eq!((found[0].line, found[0].field.as_str()), (5, "days.dates"));
    assert_eq!(found[0].reason, FaultReason::Empty);
}

#[test]
fn an_impossible_day_is_told() {
    let found = load_calendar("calendar.toml", &CALENDAR.replace("11-24", "11-31")).unwrap_err();
    assert_eq!((found[0].line, found[0].field.as_str()), (5, "days.dates"));
    assert_eq!(found[0].reason, FaultReason::ImpossibleDate { date: "2026-11-31".to_owned() });
}
