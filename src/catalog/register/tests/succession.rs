use super::*;

use crate::domain::succession::Share;

const AGENCIES: &str = r#"
[[agency]]
id = "plan"
name = "Sở Kế hoạch"
short = "Sở KH"
kind = "department"
order = 1
valid_from = 2000-01-01
valid_to = 2025-02-28

[[agency]]
id = "finance"
name = "Sở Tài chính"
short = "Sở TC"
kind = "department"
order = 2
valid_to = 2025-06-30

[[agency]]
id = "south"
name = "Sở Tài chính mới"
short = "Sở TC mới"
kind = "department"
order = 3
valid_from = 2025-07-01
"#;

/// A succession; what is given replaces or follows its fields.
fn entry(from: &str, to: &str, on: &str, share: &str) -> String {
    format!(
        "\n[[succession]]\nfrom = \"{from}\"\nto = \"{to}\"\non = {on}\nshare = \"{share}\"\nsource = \"NQ\"\n"
    )
}

fn load(successions: &[String]) -> Result<Register, Vec<Fault>> {
    load_register("agencies.toml", &(AGENCIES.to_owned() + &successions.concat()))
}

/// The only fault is the n-th line after the agencies, in this field.
#[track_caller]
fn refused(successions: &[String], line: usize, field: &str, reason: FaultReason) {
    let found = load(successions).unwrap_err();
    let [fault] = found.as_slice() else { panic!("not one fault: {found:#?}") };
    let line = AGENCIES.lines().count() + line;
    assert_eq!((fault.line, fault.field.as_str(), &fault.reason), (line, field, &reason));
}

fn first() -> String {
    entry("plan", "finance", "2025-03-01", "whole")
}

#[test]
fn successions_are_read_in_order_and_are_certain_unless_they_say_otherwise() {
    let unsure =
        entry("finance", "south", "2025-07-01", "main") + "functions = \"ngân sách\"\ncertain = false\n";
    let register = load(&[first(), unsure]).unwrap();
    let [sure, unsure] = register.successions.as_slice() else { panic!("two were given") };
    assert_eq!((sure.from.as_str(), sure.to.as_str(), sure.share), ("plan", "finance", Share::Whole));
    assert!(sure.certain && sure.is_clear() && sure.functions.is_none());
    assert!(!unsure.certain && !unsure.is_clear());
    assert_eq!(unsure.functions.as_deref(), Some("ngân sách"));
    assert_eq!(unsure.on.to_string(), "2025-07-01");
}

#[test]
fn both_agencies_are_in_the_register() {
    let unknown = || FaultReason::UnknownAgency { id: "la".to_owned() };
    refused(&[entry("la", "finance", "2025-03-01", "whole")], 3, "succession.from", unknown());
    refused(&[entry("plan", "la", "2025-03-01", "whole")], 4, "succession.to", unknown());
}

#[test]
fn no_agency_takes_over_from_itself_and_no_chain_leads_back() {
    let cycle = |id: &str| FaultReason::Cycle { id: id.to_owned() };
    let itself = entry("finance", "finance", "2025-03-01", "part");
    refused(&[itself], 4, "succession.to", cycle("finance"));
    let chain = [
        entry("finance", "south", "2025-07-01", "main"),
        entry("plan", "finance", "2025-03-01", "main"),
        entry("south", "plan", "2025-02-01", "part"),
    ];
    let found = load(&chain).unwrap_err();
    let of_cycle: Vec<_> = found.iter().filter(|fault| fault.reason == cycle("plan")).collect();
    let [fault] = of_cycle.as_slice() else { panic!("{found:#?}") };
    assert_eq!((fault.line, fault.field.as_str()), (AGENCIES.lines().count() + 18, "succession.to"));
}

#[test]
fn the_day_follows_the_end_of_the_predecessor() {
    let late = FaultReason::HeirTooLate { end: "28/02/2025".to_owned() };
    refused(&[entry("plan", "finance", "2025-03-02", "whole")], 5, "succession.on", late.clone());
    refused(&[entry("plan", "finance", "2025-03-02", "part")], 5, "succession.on", late);
    let early = FaultReason::HeirTooEarly { end: "28/02/2025".to_owned() };
    refused(&[entry("plan", "finance", "2025-02-28", "whole")], 5, "succession.on", early);
    assert!(load(&[entry("plan", "finance", "2024-06-01", "part")]).is_ok(), "a part may go before");
    refused(
        &[entry("plan", "finance", "1999-12-31", "part")],
        5,
        "succession.on",
        FaultReason::DatesReversed,
    );
}

#[test]
fn the_successor_exists_on_the_day() {
    let nobody = |id: &str, on: &str| FaultReason::NoHeirThen { id: id.to_owned(), on: on.to_owned() };
    let before = entry("plan", "south", "2025-03-01", "whole");
    refused(&[before], 5, "succession.on", nobody("south", "01/03/2025"));
    let after = entry("finance", "plan", "2025-07-01", "whole");
    refused(&[after], 5, "succession.on", nobody("plan", "01/07/2025"));
}

#[test]
fn who_handed_over_everything_has_an_end_and_nothing_left() {
    let endless = FaultReason::EndMissing { id: "south".to_owned() };
    let found = load(&[entry("south", "finance", "2025-06-30", "whole")]).unwrap_err();
    assert!(
        found.iter().any(|fault| fault.reason == endless && fault.field == "succession.from"),
        "{found:?}"
    );
    let south = entry("plan", "south", "2025-03-01", "part");
    let found = load(&[first(), south]).unwrap_err();
    let left = FaultReason::NothingLeft { id: "plan".to_owned() };
    assert!(found.iter().any(|fault| fault.reason == left && fault.field == "succession.from"), "{found:?}");
    let twice = FaultReason::DuplicateSuccession { from: "plan".to_owned(), to: "finance".to_owned() };
    refused(&[first(), entry("plan", "finance", "2025-03-01", "part")], 10, "succession.from", twice);
}

#[test]
fn the_shape_is_checked() {
    let share = entry("plan", "finance", "2025-03-01", "half");
    let word = FaultReason::UnknownWord { word: "half".into(), allowed: "whole, main, part".into() };
    refused(&[share], 6, "succession.share", word);
    let date = entry("plan", "finance", "2025-02-30", "whole");
    refused(&[date], 5, "succession.on", FaultReason::ImpossibleDate { date: "2025-02-30".into() });
    let source = first().replace("NQ", " ");
    refused(&[source], 7, "succession.source", FaultReason::Empty);
}
