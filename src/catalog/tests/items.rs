use super::*;

fn unknown(id: &str) -> FaultReason {
    FaultReason::UnknownItem { id: id.to_owned() }
}

fn cycle(id: &str) -> FaultReason {
    FaultReason::Cycle { id: id.to_owned() }
}

fn twice(id: &str) -> FaultReason {
    FaultReason::DuplicateId { id: id.to_owned() }
}

#[test]
fn an_id_twice_within_its_kind() {
    let found = faults("id = \"IV.1~2\"", "id = \"IV.1\"");
    let expected = [
        (line("links = "), "task.links.to", unknown("IV.1~2")),
        (line("id = \"IV.1~2\""), "task.id", twice("IV.1")),
    ];
    let places: Vec<_> = found.iter().map(|f| (f.line, f.field.as_str(), f.reason.clone())).collect();
    assert_eq!(places, expected);
}

#[test]
fn a_parent_that_nobody_is() {
    breaks("parent = \"II.1#1.1\"", "parent = \"II.1#7.1\" #!", "target.parent", unknown("II.1#7.1"));
}

#[test]
fn a_part_of_nothing() {
    let old = "id = \"II.1#2.1\"\nclause = \"II.1#2.1\"\nindicator = \"Tiếng Anh bậc 3\"";
    let new = "id = \"II.1#2.1\" #!\nclause = \"II.1#2.1\"\nindicator = \"Trong đó: tiếng Anh bậc 3\"";
    assert_eq!(faults(old, new), []);
    let text = PLAN.replace(old, new).replace("parent = \"II.1#1.1\"\n", "");
    let found = load_plan("thu.toml", &text, &register()).unwrap_err();
    assert_eq!(
        (found[0].line, found[0].field.as_str(), found.len()),
        (line("id = \"II.1#2.1\""), "target.parent", 1)
    );
    assert_eq!(found[0].reason, FaultReason::WithoutParent);
}

#[test]
fn parents_in_a_circle() {
    let old = "id = \"II.1#1.1\"\n";
    let found = faults(old, "id = \"II.1#1.1\"\nparent = \"II.1#2.1\"\n");
    let places: Vec<_> = found.iter().map(|f| (f.line, f.field.as_str(), f.reason.clone())).collect();
    assert_eq!(
        places,
        [
            (line("id = \"II.1#1.1\"") + 1, "target.parent", cycle("II.1#1.1")),
            (line("parent = ") + 1, "target.parent", cycle("II.1#2.1"))
        ]
    );
}

#[test]
fn a_link_to_nothing_or_to_itself() {
    let old = "links = [{ to = \"IV.1~2\", kind = \"duplicate\" }]";
    breaks(old, "links = [{ to = \"V.9\", kind = \"duplicate\" }] #!", "task.links.to", unknown("V.9"));
    breaks(
        old,
        "links = [{ to = \"thu/V.9\", kind = \"duplicate\" }] #!",
        "task.links.to",
        unknown("thu/V.9"),
    );
    breaks(old, "links = [{ to = \"IV.1\", kind = \"duplicate\" }] #!", "task.links.to", cycle("IV.1"));
    assert_eq!(faults(old, "links = [{ to = \"khac/V.9\", kind = \"duplicate\" }]"), []);
}

#[test]
fn a_report_made_of_nothing_or_of_itself() {
    let old = "content = [\"results\"]";
    breaks(old, "consumes = [\"IV.8\"] #!", "obligation.consumes", unknown("IV.8"));
    breaks(old, "consumes = [\"IV.1\"] #!", "obligation.consumes", cycle("IV.1"));
}

#[test]
fn an_id_with_a_slash() {
    let slash = |id: &str| FaultReason::SlashInId { id: id.to_owned() };
    breaks("id = \"thu\"", "id = \"thu/1\" #!", "id", slash("thu/1"));
    let old = "[[obligation]]\nid = \"IV.1\"";
    breaks(old, "[[obligation]]\nid = \"IV/1\" #!", "obligation.id", slash("IV/1"));
}
