use super::*;
use crate::domain::agency::GroupExtent;
use crate::domain::settled::Settled;
use crate::domain::succession::Succession;
use crate::domain::testing::*;

/// KG planning → KG finance (1/3/2025) → AG finance (1/7/2025); the information office was split; the press
/// merged on a day to be confirmed; the club ended without anybody; districts h1 and h2 gave way to communes.
fn register() -> Catalog {
    let agencies = vec![
        ended("kg-plan", "2025-02-28"),
        ended("kg-fin", "2025-06-30"),
        Agency { valid_from: Some(day("2025-07-01")), ..agency("ag-fin") },
        ended("info", "2025-02-28"),
        agency("science"),
        agency("culture"),
        ended("press", "2025-12-31"),
        agency("media"),
        ended("club", "2025-06-30"),
        ended("h1", "2025-06-30"),
        ended("h2", "2025-06-30"),
        agency("x1"),
        agency("x2"),
        Agency {
            valid_to: Some(day("2025-06-30")),
            ..group("districts", GroupExtent::Enumerable, &["h1 until 2025-06-30", "h2 until 2025-06-30"])
        },
        Agency {
            valid_from: Some(day("2025-07-01")),
            ..group("communes", GroupExtent::Enumerable, &["x1", "x2"])
        },
        group("offices", GroupExtent::Enumerable, &["kg-plan until 2025-02-28", "info", "culture"]),
    ];
    let main =
        Succession { share: super::super::succession::Share::Main, ..whole("info", "science", "2025-03-01") };
    let unsure = |succession: Succession| Succession { certain: false, ..succession };
    Catalog::new(Vec::new(), agencies).with_successions(vec![
        whole("kg-plan", "kg-fin", "2025-03-01"),
        part("kg-fin", "culture", "2025-03-01"),
        whole("kg-fin", "ag-fin", "2025-07-01"),
        main,
        part("info", "culture", "2025-03-01"),
        unsure(whole("press", "media", "2026-01-01")),
        unsure(part("districts", "communes", "2025-07-01")),
    ])
}

fn settled(heirs: &[(&str, Option<&str>, &[&str])], groups: &[(&str, GroupFate)]) -> Catalog {
    let ids = |to: &[&str]| to.iter().map(|id| agency_id(id)).collect();
    let heirs = heirs.iter().map(|(from, item, to)| ((agency_id(from), item.map(ItemId::new)), ids(to)));
    let groups = groups.iter().map(|(group, fate)| (agency_id(group), fate.clone()));
    register().with_settled(Settled::about_agencies(heirs.collect(), groups.collect()))
}

/// "own", "passed ag-fin", "open science culture", "ended", "stopped".
fn told(standing: &Standing) -> String {
    let names = |heirs: &[Heir]| heirs.iter().map(|h| format!(" {}", h.agency)).collect::<String>();
    match standing {
        Standing::Own => "own".into(),
        Standing::Passed(heirs) => format!("passed{}", names(heirs)),
        Standing::Open(heirs) => format!("open{}", names(heirs)),
        Standing::Ended => "ended".into(),
        Standing::Stopped => "stopped".into(),
    }
}

fn on(catalog: &Catalog, agency: &str, at: &str) -> String {
    told(&standing(catalog, &agency_id(agency), None, day(at)))
}

#[test]
fn the_day_decides_and_chains_are_followed() {
    let catalog = register();
    for (at, expected) in [
        ("2025-02-28", "own"),
        ("2025-03-01", "passed kg-fin"),
        ("2025-06-30", "passed kg-fin"),
        ("2025-07-01", "passed ag-fin"),
    ] {
        assert_eq!(on(&catalog, "kg-plan", at), expected, "{at}");
    }
    let Standing::Passed(heirs) = standing(&catalog, &agency_id("kg-plan"), None, day("2026-01-01")) else {
        panic!("nobody has it");
    };
    let steps: Vec<_> =
        heirs[0].steps.iter().map(|s| (s.from.as_str(), s.to.as_str(), s.on.to_string())).collect();
    assert_eq!(
        steps,
        [("kg-plan", "kg-fin", "2025-03-01".to_owned()), ("kg-fin", "ag-fin", "2025-07-01".to_owned())]
    );
}

#[test]
fn what_was_split_or_is_not_confirmed_stays_a_question() {
    let catalog = register();
    assert_eq!(on(&catalog, "info", "2025-02-28"), "own");
    assert_eq!(on(&catalog, "info", "2025-03-01"), "open science culture");
    assert_eq!(on(&catalog, "press", "2026-01-01"), "open media");
    assert_eq!(on(&catalog, "club", "2025-07-01"), "ended");
    assert_eq!(
        on(&catalog, "kg-fin", "2025-07-01"),
        "passed ag-fin",
        "a part given away earlier decides nothing"
    );
}

#[test]
fn what_users_settled_goes_before_the_register_and_one_duty_before_all() {
    let catalog =
        settled(&[("info", None, &["science"]), ("info", Some("s1/IV.6"), &["culture", "kg-plan"])], &[]);
    assert_eq!(on(&catalog, "info", "2025-03-01"), "passed science");
    let press = ItemId::new("s1/IV.6");
    let found = standing(&catalog, &agency_id("info"), Some(&press), day("2026-01-01"));
    assert_eq!(told(&found), "passed culture ag-fin", "a successor that has ended itself is followed on");
}

#[test]
fn a_circle_that_users_settled_ends_as_a_question() {
    let catalog = settled(&[("info", None, &["club"]), ("club", None, &["info"])], &[]);
    assert_eq!(on(&catalog, "info", "2026-01-01"), "ended");
}

#[test]
fn an_abolished_group_waits_is_mapped_or_stops() {
    let fate = |fate: GroupFate| on(&settled(&[], &[("districts", fate)]), "districts", "2025-07-01");
    assert_eq!(on(&register(), "districts", "2025-06-30"), "own");
    assert_eq!(on(&register(), "districts", "2025-07-01"), "open communes");
    assert_eq!(fate(GroupFate::Waiting), "open communes");
    assert_eq!(fate(GroupFate::Successors(vec![])), "open communes");
    assert_eq!(fate(GroupFate::Successors(vec![agency_id("communes")])), "passed communes");
    assert_eq!(fate(GroupFate::Stopped), "stopped");
}

fn held(catalog: &Catalog, entry: &str, at: &str) -> Vec<(String, Ground)> {
    let found = holds(catalog, &agency_id(entry), None, day(at));
    found.into_iter().map(|hold| (hold.agency.to_string(), hold.ground)).collect()
}

#[test]
fn a_mapped_group_gives_its_duty_to_the_members_of_its_successor() {
    let map = GroupFate::Successors(vec![agency_id("communes")]);
    let catalog = settled(&[], &[("districts", map)]);
    let from = || Ground::Inherited { from: agency_id("districts") };
    let passed = || Ground::Passed { to: vec![agency_id("communes")] };
    let expected = [
        ("districts", passed()),
        ("communes", from()),
        ("x1", from()),
        ("x2", from()),
        ("h1", passed()),
        ("h2", passed()),
    ];
    let expected: Vec<_> = expected.map(|(id, ground)| (id.to_owned(), ground)).into();
    assert_eq!(held(&catalog, "districts", "2025-07-01"), expected);
}

#[test]
fn an_open_duty_stands_with_the_ended_agency_and_with_every_candidate() {
    let from = || Ground::Candidate { from: agency_id("info") };
    let expected = [("info", Ground::Undecided), ("science", from()), ("culture", from())]
        .map(|(id, g)| (id.to_owned(), g));
    assert_eq!(held(&register(), "info", "2025-03-01"), expected);
}

#[test]
fn the_heir_of_a_former_member_has_the_duty_of_the_group_unless_it_is_a_member_itself() {
    let found = held(&register(), "offices", "2025-03-01");
    let ground = |id: &str| &found.iter().find(|(agency, _)| agency == id).unwrap().1;
    assert_eq!(*ground("offices"), Ground::Own);
    assert_eq!(*ground("kg-plan"), Ground::Passed { to: vec![agency_id("kg-fin")] });
    assert_eq!(*ground("kg-fin"), Ground::Inherited { from: agency_id("kg-plan") });
    assert_eq!(*ground("culture"), Ground::Own, "a member by itself, though also a candidate for info");
    assert_eq!(*ground("science"), Ground::Candidate { from: agency_id("info") });
}

#[test]
fn nothing_is_asked_where_every_candidate_is_a_member_itself() {
    let mut agencies = register().agencies().to_vec();
    agencies.push(group("all", GroupExtent::Enumerable, &["info until 2025-02-28", "science", "culture"]));
    let mut catalog = register();
    catalog.set_agencies(agencies);
    let found = held(&catalog, "all", "2025-03-01");
    let to = ["science", "culture"].map(agency_id).into();
    assert!(found.contains(&("info".to_owned(), Ground::Passed { to })), "{found:?}");
    assert_eq!(found.iter().filter(|(_, ground)| *ground == Ground::Own).count(), 3);
}
