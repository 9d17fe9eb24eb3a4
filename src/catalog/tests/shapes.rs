use super::*;

#[test]
fn an_unknown_key() {
    let reason = FaultReason::UnknownField { name: "mau".to_owned() };
    breaks("value_high = 30", "value_high = 30\nmau = 1 #!", "target.mau", reason);
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    let reason = FaultReason::MissingField { name: "heading".to_owned() };
    breaks(
        "[[clause]]\npath = \"IV.1\"\nheading = \"Sở Nội vụ\"",
        "[[clause]] #!\npath = \"IV.1\"",
        "clause.heading",
        reason,
    );
}

#[test]
fn a_word_that_is_not_on_the_list() {
    let found = faults("role = \"lead\"", "role = \"leader\"");
    assert_eq!(
        (found[0].line, found[0].column, found[0].field.as_str()),
        (line("role = "), 44, "task.roles.role")
    );
    assert!(matches!(&found[0].reason, FaultReason::UnknownWord { word, allowed }
        if word == "leader" && allowed.starts_with("lead, coordinating")));
    assert_eq!(found.len(), 1);
}

#[test]
fn a_wrong_type() {
    let message = "invalid type: string \"chín\", expected f64".to_owned();
    breaks("value = 25", "value = \"chín\" #!", "target.value", FaultReason::WrongType { message });
}

#[test]
fn a_list_that_is_no_list() {
    let text = PLAN.replace("kind = \"plan\"", "kind = \"plan\"\ncitation = 3");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    assert_eq!((found[0].line, found[0].field.as_str()), (line("kind = \"plan\"") + 1, "citation"));
    assert!(matches!(found[0].reason, FaultReason::WrongType { .. }));
}

#[test]
fn a_syntax_fault_has_its_line() {
    let found = faults("value = 25", "value = ");
    assert_eq!((found[0].line, found.len()), (line("value = 25"), 1));
    assert!(matches!(found[0].reason, FaultReason::Syntax { .. }));
}

#[test]
fn a_day_that_no_month_has() {
    let date = "2024-02-30".to_owned();
    breaks("2024-07-16", "2024-02-30 #!", "issued_on", FaultReason::ImpossibleDate { date });
}

#[test]
fn every_fault_is_told_in_the_order_of_lines() {
    let text = PLAN
        .replace("role = \"lead\"", "role = \"x\"")
        .replace("kind = \"periodic\"", "kind = \"y\"")
        .replace("recipient = \"ls-ubnd-tinh\"", "recipient = \"z\"")
        .replace("value = 25", "value = 125")
        .replace("issuer = \"ls-ubnd-tinh\"", "issuer = \"w\"");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    let places: Vec<(usize, &str)> = found.iter().map(|fault| (fault.line, fault.field.as_str())).collect();
    // The recipient stands in the table whose kind is wrong already.
    let expected = [
        (6, "issuer"),
        (line("value = 25"), "target.value"),
        (line("value_high"), "target.value_high"),
        (line("role = "), "task.roles.role"),
        (line("periodic"), "obligation.kind"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn every_syntax_fault_is_told() {
    let text = PLAN.replace("value = 25", "value = ").replace("kind = \"periodic\"", "kind = \"periodic");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    let lines: Vec<usize> = found.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [line("value = 25"), line("periodic")]);
}
