use super::*;

fn needed(field: &str, by: &str) -> FaultReason {
    FaultReason::Needed { field: field.to_owned(), by: by.to_owned() }
}

fn not_allowed(field: &str, by: &str) -> FaultReason {
    FaultReason::NotAllowed { field: field.to_owned(), by: by.to_owned() }
}

#[test]
fn a_share_above_a_hundred() {
    let reason = FaultReason::OutsideUnit { value: 130.0, unit: "%".to_owned() };
    breaks("value_high = 30", "value_high = 130 #!", "target.value_high", reason);
}

#[test]
fn a_negative_count() {
    let reason = FaultReason::OutsideUnit { value: -2.0, unit: "kíp".to_owned() };
    let new = "comparator = \"reach\"\ncomparator_words = \"\"\nvalue = -2 #!\nunit = \"kíp\"";
    let old =
        "comparator = \"range\"\ncomparator_words = \"từ … đến\"\nvalue = 25\nvalue_high = 30\nunit = \"%\"";
    breaks(old, new, "target.value", reason);
}

#[test]
fn no_number_at_all() {
    let found = faults("value = 25", "value = nan");
    assert_eq!((found[0].line, found[0].field.as_str()), (line("value = 25"), "target.value"));
    assert!(matches!(found[0].reason, FaultReason::OutsideUnit { .. }));
}

#[test]
fn a_range_upside_down() {
    let reason = FaultReason::RangeReversed { low: 25.0, high: 20.0 };
    breaks("value_high = 30", "value_high = 20 #!", "target.value_high", reason);
}

#[test]
fn milestones_out_of_order() {
    let (old, new) = ("{ year = 2025, value = 90 }", "{ year = 2030, value = 90 }");
    let found = faults(old, new);
    assert_eq!(
        (found[0].line, found[0].field.as_str(), found.len()),
        (line("milestones"), "target.milestones", 1)
    );
    assert_eq!(found[0].reason, FaultReason::MilestoneOrder { year: 2030 });
}

#[test]
fn a_last_milestone_that_differs() {
    let reason = FaultReason::MilestoneEnd { year: 2030, value: 94.0 };
    breaks("{ year = 2030, value = 95 }]", "{ year = 2030, value = 94 }] #!", "target.milestones", reason);
}

#[test]
fn a_comparator_without_its_value() {
    let (old, new) = (
        "comparator = \"at_least\"\ncomparator_words = \"tối thiểu\"\nvalue = 95",
        "comparator = \"at_least\" #!\ncomparator_words = \"tối thiểu\"",
    );
    let found = faults(old, new);
    assert_eq!((found[0].line, found[0].field.as_str()), (line("at_least"), "target.value"));
    assert_eq!(found[0].reason, needed("value", "at_least"));
}

#[test]
fn a_judgement_with_a_value() {
    let (old, new) = (
        "comparator = \"range\"\ncomparator_words = \"từ … đến\"\nvalue = 25\nvalue_high = 30\nunit = \"%\"",
        "comparator = \"binary\"\ncomparator_words = \"\"\nvalue = 1 #!",
    );
    breaks(old, new, "target.value", not_allowed("value", "binary"));
}

#[test]
fn a_range_without_its_upper_end() {
    breaks(
        "comparator = \"range\"\ncomparator_words = \"từ … đến\"\nvalue = 25\nvalue_high = 30",
        "comparator = \"range\" #!\ncomparator_words = \"từ … đến\"\nvalue = 25",
        "target.value_high",
        needed("value_high", "range"),
    );
}

#[test]
fn an_upper_end_without_a_range() {
    breaks(
        "comparator = \"range\"\ncomparator_words = \"từ … đến\"\nvalue = 25\nvalue_high = 30",
        "comparator = \"about\"\ncomparator_words = \"khoảng\"\nvalue = 25\nvalue_high = 30 #!",
        "target.value_high",
        not_allowed("value_high", "about"),
    );
}

#[test]
fn a_count_per_nothing() {
    breaks(
        "comparator = \"range\"\ncomparator_words = \"từ … đến\"\nvalue = 25\nvalue_high = 30",
        "comparator = \"count_per\" #!\ncomparator_words = \"\"\nvalue = 25",
        "target.per",
        needed("per", "count_per"),
    );
}

#[test]
fn a_baseline_that_does_not_divide() {
    let found = faults("value = 97.65\n", "value = 97.66\n");
    assert_eq!(
        (found[0].line, found[0].field.as_str(), found.len()),
        (line("97.65"), "target.baseline.value", 1)
    );
    assert!(matches!(found[0].reason, FaultReason::BaselineMismatch { printed, computed }
        if printed == 97.66 && (computed - 97.6542).abs() < 1e-4));
}

#[test]
fn a_baseline_with_one_part() {
    breaks(
        "numerator = 12239\ndenominator = 12533",
        "numerator = 12239 #!",
        "target.baseline.denominator",
        needed("denominator", "baseline"),
    );
    breaks(
        "numerator = 12239\ndenominator = 12533",
        "denominator = 12533 #!",
        "target.baseline.numerator",
        needed("numerator", "baseline"),
    );
}

#[test]
fn a_baseline_of_nothing() {
    let found = faults("denominator = 12533", "denominator = 0");
    assert!(matches!(found[0].reason, FaultReason::BaselineMismatch { .. }));
}
