use super::*;

fn unknown_agency() -> FaultReason {
    FaultReason::UnknownAgency { id: "ls-la".to_owned() }
}

fn unknown_clause() -> FaultReason {
    FaultReason::UnknownClause { path: "IX.9".to_owned() }
}

#[test]
fn an_agency_that_nobody_knows() {
    breaks("issuer = \"ls-ubnd-tinh\"", "issuer = \"ls-la\" #!", "issuer", unknown_agency());
    breaks(
        "roles = []",
        "roles = [{ agency = \"ls-la\", role = \"lead\" }] #!",
        "task.roles.agency",
        unknown_agency(),
    );
    breaks(
        "reporters = [\"ls-so-noi-vu\"]",
        "reporters = [\"ls-la\"] #!",
        "obligation.reporters",
        unknown_agency(),
    );
    breaks(
        "recipient = \"ls-ubnd-tinh\"",
        "recipient = \"ls-la\" #!",
        "obligation.recipient",
        unknown_agency(),
    );
    let via = "recipient = \"ls-ubnd-tinh\"\nvia = \"ls-la\" #!";
    breaks("recipient = \"ls-ubnd-tinh\"", via, "obligation.via", unknown_agency());
    let line = "[[recipient]]\nagency = \"ls-la\" #!\nas_printed = \"Nơi lạ\"\n\n[[task]]";
    breaks("[[task]]", line, "recipient.agency", unknown_agency());
    let responsible = "parent = \"II.1#1.1\"\nresponsible = [\"ls-la\"] #!";
    breaks("parent = \"II.1#1.1\"", responsible, "target.responsible", unknown_agency());
}

#[test]
fn a_clause_that_the_outline_lacks() {
    breaks(
        "id = \"IV.1~2\"\nclause = \"IV.1\"",
        "id = \"IV.1~2\"\nclause = \"IX.9\" #!",
        "task.clause",
        unknown_clause(),
    );
    breaks("clause = \"II.1#2.1\"", "clause = \"IX.9\" #!", "target.clause", unknown_clause());
    breaks(
        "12533\nclause = \"II.1\"",
        "12533\nclause = \"IX.9\" #!",
        "target.baseline.clause",
        unknown_clause(),
    );
    let schedule = "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IX.9\" } #!";
    breaks(
        "schedule = { phrase = \"Hằng năm\", kind = \"yearly\", inherited_from = \"IV\" }",
        schedule,
        "task.schedule.inherited_from",
        unknown_clause(),
    );
    let citation =
        "[[citation]]\ntitle = \"Luật\"\nrelation = \"based_on\"\nclause = \"IX.9\" #!\n\n[[task]]";
    breaks("[[task]]", citation, "citation.clause", unknown_clause());
}

#[test]
fn a_year_from_another_section() {
    let reason = FaultReason::YearElsewhere { path: "IV.1".to_owned() };
    breaks("year_from = \"II.1\"", "year_from = \"IV.1\" #!", "target.year_from", reason);
    let found = faults("year_from = \"II.1\"", "year_from = \"II\"");
    assert_eq!(found, []);
}

#[test]
fn a_lost_clause_hides_no_other_fault_and_makes_none() {
    let text = PLAN.replace("heading = \"Đến năm 2030\"", "heading = 5").replace("value = 25", "value = 31");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    let fields: Vec<&str> = found.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["clause.heading", "target.value_high"]);
}
