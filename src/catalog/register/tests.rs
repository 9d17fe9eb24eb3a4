use super::*;

mod succession;

const REGISTER: &str = r#"
[[agency]]
id = "tw-bo-noi-vu"
name = "Bộ Nội vụ"
short = "Bộ Nội vụ"
kind = "central"
order = 1

[[agency]]
id = "ls-ubnd-tinh"
name = "UBND tỉnh Lạng Sơn"
short = "UBND tỉnh"
kind = "provincial_committee"
province = "Lạng Sơn"
order = 1

[[agency]]
id = "ls-tinh-uy"
name = "Tỉnh ủy Lạng Sơn"
short = "Tỉnh ủy"
kind = "party"
province = "Lạng Sơn"
order = 2
valid_from = 2010-01-01
valid_to = 2030-12-31

[[agency]]
id = "ls-cac-so"
name = "Các sở, ban, ngành tỉnh Lạng Sơn"
short = "Các sở, ban, ngành"
kind = "department"
province = "Lạng Sơn"
order = 3
aliases = ["Các Sở, ban ngành", "Các sở"]

[agency.group]
extent = "enumerable"
members = [{ agency = "ls-tinh-uy", valid_to = 2025-02-28 }]

[[agency]]
id = "ht-ubnd-tinh"
name = "UBND tỉnh Hà Tĩnh"
short = "UBND tỉnh"
kind = "provincial_committee"
province = "Hà Tĩnh"
order = 1
"#;

#[track_caller]
fn breaks(old: &str, new: &str, field: &str, reason: FaultReason) {
    assert!(REGISTER.contains(old));
    let text = REGISTER.replacen(old, new, 1);
    let found = load_agencies("agencies.toml", &text).unwrap_err();
    let line = text.lines().position(|line| line.contains("#!")).unwrap() + 1;
    let [fault] = found.as_slice() else { panic!("not one fault: {found:#?}") };
    assert_eq!((fault.line, fault.field.as_str(), &fault.reason), (line, field, &reason));
}

fn taken(spelling: &str, by: &str) -> FaultReason {
    FaultReason::SpellingTaken { spelling: spelling.to_owned(), by: by.to_owned() }
}

fn id(province: Option<&str>, spelling: &str) -> Option<String> {
    let agencies = load_agencies("agencies.toml", REGISTER).unwrap();
    resolve(&agencies, province, spelling).map(|agency| agency.id.to_string())
}

#[test]
fn a_sound_register_is_read_in_order() {
    let agencies = load_agencies("agencies.toml", REGISTER).unwrap();
    assert_eq!(agencies.len(), 5);
    assert_eq!(agencies[3].group.as_ref().unwrap().members[0].agency.as_str(), "ls-tinh-uy");
    assert_eq!(agencies[2].valid_to.unwrap().to_string(), "2030-12-31");
}

#[test]
fn ids_names_and_spellings_are_unique() {
    let twice = FaultReason::DuplicateId { id: "ls-ubnd-tinh".to_owned() };
    breaks("id = \"ht-ubnd-tinh\"", "id = \"ls-ubnd-tinh\" #!", "agency.id", twice);
    breaks(
        "UBND tỉnh Hà Tĩnh\"",
        "UBND tỉnh Lạng Sơn\" #!",
        "agency.name",
        taken("UBND tỉnh Lạng Sơn", "ls-ubnd-tinh"),
    );
    breaks(
        "short = \"Tỉnh ủy\"",
        "short = \"Ủy ban nhân dân tỉnh\" #!",
        "agency.short",
        taken("Ủy ban nhân dân tỉnh", "ls-ubnd-tinh"),
    );
    breaks("\"Các sở\"]", "\"tỉnh uỷ\"] #!", "agency.aliases", taken("tỉnh uỷ", "ls-tinh-uy"));
}

#[test]
fn members_exist_and_dates_are_in_order() {
    let old = "members = [{ agency = \"ls-tinh-uy\", valid_to = 2025-02-28 }]";
    let unknown = FaultReason::UnknownAgency { id: "ls-la".to_owned() };
    breaks(old, "members = [{ agency = \"ls-la\" }] #!", "agency.group.members.agency", unknown);
    let itself = FaultReason::Cycle { id: "ls-cac-so".to_owned() };
    breaks(old, "members = [{ agency = \"ls-cac-so\" }] #!", "agency.group.members.agency", itself);
    let member = "members = [{ agency = \"ls-tinh-uy\", valid_from = 2025-03-01, valid_to = 2025-02-28 }] #!";
    breaks(old, member, "agency.group.members.valid_to", FaultReason::DatesReversed);
    breaks(
        "valid_to = 2030-12-31",
        "valid_to = 2009-12-31 #!",
        "agency.valid_to",
        FaultReason::DatesReversed,
    );
}

#[test]
fn nothing_else_stands_in_the_register() {
    let reason = FaultReason::UnknownField { name: "agencies".to_owned() };
    breaks("\n[[agency]]\nid = \"tw", "agencies = 1 #!\n[[agency]]\nid = \"tw", "agencies", reason);
    breaks("short = \"Tỉnh ủy\"", "short = \" \" #!", "agency.short", FaultReason::Empty);
}

#[test]
fn spellings_lead_to_their_agency() {
    let here = Some("Lạng Sơn");
    for spelling in ["Ủy ban nhân dân tỉnh", "uỷ ban  nhân dân TỈNH", "UBND tỉnh", "UBND tỉnh Lạng Sơn"]
    {
        assert_eq!(id(here, spelling).as_deref(), Some("ls-ubnd-tinh"), "{spelling}");
    }
    assert_eq!(id(here, "Tỉnh uỷ").as_deref(), Some("ls-tinh-uy"));
    assert_eq!(id(here, "các sở, ban. ngành").as_deref(), Some("ls-cac-so"));
    assert_eq!(id(here, "bộ nội\u{a0}vụ").as_deref(), Some("tw-bo-noi-vu"));
    assert_eq!(id(here, "Tỉnh úy"), None);
}

#[test]
fn the_province_decides_and_doubt_gives_nobody() {
    assert_eq!(id(Some("Hà Tĩnh"), "UBND tỉnh").as_deref(), Some("ht-ubnd-tinh"));
    assert_eq!(id(Some("Hà Tĩnh"), "Tỉnh ủy"), None);
    assert_eq!(id(None, "UBND tỉnh"), None);
    assert_eq!(id(None, "Tỉnh ủy Lạng Sơn").as_deref(), Some("ls-tinh-uy"));
}
