use super::*;

fn without(what: &str) -> FaultReason {
    FaultReason::IssuedWithout { what: what.to_owned() }
}

#[test]
fn issued_without_number() {
    let (old, new) = (
        "number = \"1/KH-UBND\"\nissued_on = 2024-07-16\nkind = \"plan\"\nstate = \"issued\"",
        "issued_on = 2024-07-16\nkind = \"plan\"\nstate = \"issued\" #!",
    );
    breaks(old, new, "number", without("số (number)"));
}

#[test]
fn issued_without_day() {
    let (old, new) = (
        "issued_on = 2024-07-16\nkind = \"plan\"\nstate = \"issued\"",
        "kind = \"plan\"\nstate = \"issued\" #!",
    );
    breaks(old, new, "issued_on", without("ngày ban hành (issued_on)"));
}

#[test]
fn issued_without_signature() {
    let text = PLAN.replace("signed = true", "signed = false");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    assert_eq!((found[0].line, &found[0].reason), (line("state ="), &without("chữ ký (signer)")));
}

#[test]
fn a_signed_draft() {
    let text = PLAN.replace("state = \"issued\"", "state = \"draft\"");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    assert_eq!(
        (found[0].line, found[0].field.as_str(), found.len()),
        (line("signed = "), "signer.signed", 1)
    );
    assert_eq!(found[0].reason, FaultReason::DraftSigned);
}

#[test]
fn a_secondary_source_with_an_obligation() {
    let text = PLAN.replace("state = \"issued\"", "state = \"secondary\"");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    assert_eq!(
        (found[0].line, found[0].field.as_str(), found.len()),
        (line("[[obligation]]") + 1, "obligation.id", 1)
    );
    assert_eq!(found[0].reason, FaultReason::SecondaryObliges);
}
