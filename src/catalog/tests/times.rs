use super::*;
use crate::domain::phrase::PhraseReason;

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
    let why = PhraseReason::Unknown;
    let reason = FaultReason::PhraseUnreadable {
        phrase: "khi trời đẹp".to_owned(),
        why: why.to_string(),
        why_english: why.english(),
    };
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
fn cycles_within_the_year_and_parts_of_it_are_declared_like_the_rule() {
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    for good in [
        r#"phrase = "hằng quý", kind = "cycle", every = "quarter""#,
        r#"phrase = "định kỳ 6 tháng, năm", kind = "cycle", every = "half_and_year""#,
        r#"phrase = "trước ngày 25 hằng tháng", kind = "cycle", every = "month", on = { month = 1, day = 25, bound = "before" }"#,
        r#"phrase = "trong quý IV hằng năm", kind = "part_end", part = { quarter = 4 }, of = "every""#,
        r#"phrase = "tuần đầu tháng 12/2026", kind = "part_end", part = { first_week = 12 }, of = { only = 2026 }"#,
        r#"phrase = "đến hết 6 tháng đầu năm 2026", kind = "period_end", period = "2026-H1""#,
        r#"phrase = "đến hết tuần 48/2026", kind = "period_end", period = "2026-W48""#,
    ] {
        assert_eq!(faults(old, &format!("schedule = {{ {good} }}")), [], "{good}");
    }
}

#[test]
fn a_cycle_that_means_another_rule_and_days_that_no_cycle_has() {
    let on = |day| format!("on = {{ month = 1, day = {day}, bound = \"before\" }}");
    let declared = "every = month, kind = cycle, on = { bound = before, day = 24, month = 1 }";
    schedule(
        &format!(r#"phrase = "trước ngày 25 hằng tháng", kind = "cycle", every = "month", {}"#, on(24)),
        "task.schedule.phrase",
        FaultReason::PhraseMeans { declared: declared.to_owned(), read: declared.replace("24", "25") },
    );
    let old = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }";
    for (bad, field) in [
        (format!(r#"kind = "cycle", every = "month", {}"#, on(32)), "task.schedule.on"),
        (r#"kind = "part_end", part = { quarter = 5 }, of = "every""#.to_owned(), "task.schedule.part"),
    ] {
        let found = faults(old, &format!(r#"schedule = {{ phrase = "trong quý 5 hằng năm", {bad} }}"#));
        let here = |f: &&Fault| f.field == field && f.reason == impossible("trong quý 5 hằng năm");
        assert_eq!(found.iter().filter(here).count(), 1, "{found:?}");
    }
}
