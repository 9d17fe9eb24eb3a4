use super::*;
use crate::catalog::schedule::period;
use crate::domain::schedule::Period;

/// Breaks the schedule of the first task.
#[track_caller]
fn schedule(new: &str, field: &str, reason: FaultReason) {
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    breaks(old, &format!("schedule = {{ {new} }} #!"), field, reason);
}

fn impossible(date: &str) -> FaultReason {
    FaultReason::ImpossibleDate { date: date.to_owned() }
}

#[test]
fn a_phrase_that_means_another_rule() {
    let reason = FaultReason::PhraseMeans {
        declared: "bound = before, day = 29, kind = annual, month = 10".to_owned(),
        read: "bound = before, day = 30, kind = annual, month = 10".to_owned(),
    };
    let new =
        r#"phrase = "trước ngày 30/10 hằng năm", kind = "annual", day = 29, month = 10, bound = "before""#;
    schedule(new, "task.schedule.phrase", reason);
}

#[test]
fn silence_is_no_rule() {
    let reason = FaultReason::PhraseMeans {
        declared: "kind = yearly".to_owned(),
        read: "kind = unspecified".to_owned(),
    };
    schedule(r#"phrase = "", kind = "yearly""#, "task.schedule.phrase", reason);
}

#[test]
fn a_phrase_that_cannot_be_read() {
    let reason = FaultReason::PhraseUnreadable { phrase: "khi trời đẹp".to_owned() };
    schedule(r#"phrase = "khi trời đẹp", kind = "yearly""#, "task.schedule.phrase", reason);
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    let new = "schedule = { phrase = \"khi trời đẹp\", kind = \"conditional\", condition = \"as_fits\" }";
    assert_eq!(faults(old, new), []);
}

#[test]
fn a_kind_without_its_field() {
    let reason = FaultReason::Needed { field: "month".to_owned(), by: "annual".to_owned() };
    let new = r#"phrase = "trước ngày 30/10 hằng năm", kind = "annual", day = 30, bound = "before""#;
    schedule(new, "task.schedule.month", reason);
}

#[test]
fn a_field_of_another_kind() {
    let reason = FaultReason::NotAllowed { field: "day".to_owned(), by: "yearly".to_owned() };
    schedule(r#"phrase = "Hằng năm", kind = "yearly", day = 30"#, "task.schedule.day", reason);
}

#[test]
fn days_and_periods_that_do_not_exist() {
    let found = faults("day = 30, month = 10", "day = 31, month = 2");
    assert_eq!((found[0].line, found[0].field.as_str()), (line("trước ngày"), "obligation.schedule.phrase"));
    assert_eq!((found[1].line, found[1].field.as_str()), (line("trước ngày"), "obligation.schedule.day"));
    assert_eq!(found[1].reason, impossible("31/2"));
    schedule(
        r#"phrase = "Đến hết Quý I/2024", kind = "period_end", period = "2024-Q5""#,
        "task.schedule.period",
        impossible("2024-Q5"),
    );
}

#[test]
fn a_span_that_ends_before_it_starts() {
    let new = r#"phrase = "giai đoạn 2027 - 2023", kind = "span", from_year = 2027, to_year = 2023"#;
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    let found = faults(old, &format!("schedule = {{ {new} }}"));
    assert!(
        found.iter().any(|f| f.field == "task.schedule.to_year" && f.reason == FaultReason::DatesReversed)
    );
}

#[test]
fn a_cycle_of_no_years() {
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    let found = faults(old, "schedule = { phrase = \"02 năm/lần\", kind = \"every_years\", years = 0 }");
    let reason = FaultReason::OutsideUnit { value: 0.0, unit: "năm".to_owned() };
    assert!(found.iter().any(|f| f.field == "task.schedule.years" && f.reason == reason));
}

#[test]
fn periods_are_read() {
    assert_eq!(period("2025"), Some(Period::Year(2025)));
    assert_eq!(period("2024-Q1"), Some(Period::Quarter(2024, 1)));
    assert_eq!(period("2025-07"), Some(Period::Month(2025, 7)));
    for bad in ["", "25", "2025-", "2025-13", "2025-Q0", "2025-Q", "năm 2025", "2025-1-1"] {
        assert_eq!(period(bad), None, "{bad}");
    }
}
