use super::*;
use crate::domain::agency::Agency;
use crate::domain::heirs::Ground;
use crate::domain::record::ReportQuery;
use crate::domain::settled::Settled;
use crate::domain::succession::GroupFate;
use crate::domain::summary::agency_counts;

/// S1 with the group "so" of nv, yt, tc and, to 28/2/2025, kh (whose heir is tc) and tt (split over yt and kc);
/// "huyen" ended on 30/6/2025, and the communes x1 and x2 came.
fn changed() -> Case {
    let mut s1 = plan("s1", "2024-07-16");
    s1.obligations = vec![
        obligation(&s1, "7.a", "trước ngày 30/10 hằng năm", &["so", "huyen"], "nv"),
        obligation(&s1, "7.b", "trước ngày 15/11 hằng năm", &["kh"], "nv"),
    ];
    s1.tasks = vec![
        task(&s1, "4.a", "trước ngày 31/12/2024", &[("kh", Role::Lead), ("tc", Role::Coordinating)]),
        task(&s1, "6", "trước ngày 31/12/2024", &[("tt", Role::Lead)]),
        task(&s1, "5", "Thường xuyên", &[("huyen", Role::Lead)]),
    ];
    let mut agencies: Vec<Agency> = ["nv", "yt", "tc", "kc", "x1", "x2"].map(agency).into();
    agencies.extend(["kh", "tt"].map(|id| ended(id, "2025-02-28")));
    agencies.extend(["h1", "h2"].map(|id| ended(id, "2025-06-30")));
    let so = ["nv", "yt", "tc", "kh until 2025-02-28", "tt until 2025-02-28"];
    agencies.push(group("so", GroupExtent::Enumerable, &so));
    let huyen = group("huyen", GroupExtent::Enumerable, &["h1", "h2"]);
    agencies.push(Agency { valid_to: Some(day("2025-06-30")), ..huyen });
    let xa = group("xa", GroupExtent::Enumerable, &["x1", "x2"]);
    agencies.push(Agency { valid_from: Some(day("2025-07-01")), ..xa });
    let catalog = Catalog::new(vec![s1], agencies).with_successions(vec![
        whole("kh", "tc", "2025-03-01"),
        part("tt", "yt", "2025-03-01"),
        part("tt", "kc", "2025-03-01"),
    ]);
    Case { catalog, ..Case::since(2024) }
}

fn settle(case: &mut Case, fate: GroupFate) {
    let settled = Settled::about_agencies([].into(), [(agency_id("huyen"), fate)].into());
    case.catalog = case.catalog.clone().with_settled(settled);
}

/// Clause, period and reporter, group, status, predecessor.
fn told(case: &Case, agency: &str, today: &str) -> Vec<String> {
    let filter = AgendaFilter { today: day(today), ..case.filter(agency, Horizon::Month, 0) };
    let items = agenda(&case.catalog, &calendar(), &filter);
    let item = |item: &AgendaItem| {
        let of = match &item.kind {
            AgendaKind::Submit { period: Period::Year(year), reporter: Some(reporter), .. } => {
                format!(" {year} {reporter}")
            }
            AgendaKind::Chase { period: Period::Year(year), owing, total, .. } => {
                format!(" {year} {owing}/{total}")
            }
            _ => String::new(),
        };
        let from = item.inherited_from.as_ref().map(|from| format!(" < {from}")).unwrap_or_default();
        format!("{}{of} {:?} {:?}{from}", item.clause, item.group, item.status)
    };
    items.iter().map(item).collect()
}

#[test]
fn open_duties_move_on_the_day_and_the_successor_keeps_its_own() {
    let case = changed();
    let old = ["7.a 2024 kh Overdue NotOpened", "7.b 2024 kh Overdue NotOpened", "4.a Overdue NotOpened"];
    assert_eq!(told(&case, "kh", "2025-02-28"), old);
    assert_eq!(told(&case, "tc", "2025-02-28"), ["7.a 2024 tc Overdue NotOpened"]);
    assert!(told(&case, "kh", "2025-03-01").is_empty());
    assert_eq!(
        told(&case, "tc", "2025-03-01"),
        [
            "7.a 2024 tc Overdue NotOpened",
            "7.a 2024 kh Overdue NotOpened < kh",
            "7.b 2024 kh Overdue NotOpened < kh",
            "4.a Overdue NotOpened < kh"
        ]
    );
}

#[test]
fn a_duty_named_for_the_predecessor_falls_on_the_successor_in_later_periods() {
    let case = changed();
    let found = told(&case, "tc", "2025-11-10");
    assert!(found.contains(&"7.b 2025 tc Soon NotOpened < kh".to_owned()), "{found:?}");
    assert_eq!(found.iter().filter(|line| line.starts_with("7.a 2025")).count(), 1, "{found:?}");
}

#[test]
fn what_was_sent_and_said_stays_with_the_predecessor() {
    let mut case = changed();
    case.catalog.file(sent("s1/7.a", 2024, "kh", "2024-10-20T08:00:00+07:00"));
    case.catalog.enter(progress("s1/4.a", "kh", "2024-12-01", WorkState::InProgress));
    let found = told(&case, "tc", "2025-03-01");
    assert!(!found.iter().any(|line| line.starts_with("7.a 2024 kh")), "{found:?}");
    // The word of the predecessor holds until the successor has one of its own.
    assert!(found.contains(&"4.a Overdue InProgress < kh".to_owned()), "{found:?}");
    case.catalog.enter(progress("s1/4.a", "tc", "2025-03-05", WorkState::Done));
    assert!(!told(&case, "tc", "2025-03-06").iter().any(|line| line.starts_with("4.a")));
    assert_eq!(case.catalog.shelf().heads(&ReportQuery::default()).len(), 1);
    assert_eq!(case.catalog.shelf().entries_on(&ItemId::new("s1/4.a"))[0].agency, agency_id("kh"));
}

#[test]
fn a_split_duty_is_a_question_everywhere_and_never_overdue() {
    let mut case = changed();
    let asked = |from: &str| format!("6 Question HeirUnknown{from}");
    assert!(told(&case, "tt", "2025-02-28").contains(&"6 Overdue NotOpened".to_owned()));
    for today in ["2025-03-01", "2026-11-21"] {
        assert!(told(&case, "tt", today).contains(&asked("")));
        assert!(told(&case, "yt", today).contains(&asked(" < tt")));
        assert!(told(&case, "kc", today).contains(&asked(" < tt")));
        assert!(told(&case, "", today).contains(&asked("")), "{:?}", told(&case, "", today));
        assert!(told(&case, "yt", today).contains(&"7.a 2024 tt Question HeirUnknown < tt".to_owned()));
    }
    let one = (agency_id("tt"), Some(ItemId::new("s1/6")));
    let heirs = [(one, vec![agency_id("kc")])].into();
    case.catalog = case.catalog.with_settled(Settled::about_agencies(heirs, [].into()));
    assert!(told(&case, "kc", "2025-03-01").contains(&"6 Overdue NotOpened < tt".to_owned()));
    assert!(!told(&case, "yt", "2025-03-01").iter().any(|line| line.starts_with("6 ")));
}

#[test]
fn an_abolished_group_waits_for_a_decision_outside_of_every_count() {
    let case = changed();
    let asked = "7.a 2025 huyen Question AwaitingDecision".to_owned();
    for viewer in ["nv", ""] {
        let found = told(&case, viewer, "2026-06-01");
        assert!(found.contains(&asked), "{viewer}: {found:?}");
        assert!(found.contains(&"7.a 2025 2/2 Overdue NotOpened".to_owned()), "{viewer}: {found:?}");
    }
    let h1 = told(&case, "h1", "2026-06-01");
    assert!(h1.iter().all(|line| line.contains("Question")), "{h1:?}");
    let tracked = case.tracked_from.clone();
    for today in ["2025-07-01", "2026-10-30", "2027-03-01"] {
        let counts = agency_counts(&case.catalog, &calendar(), &tracked, day(today));
        assert_eq!(counts[&agency_id("huyen")].overdue, 0, "{today}");
    }
}

#[test]
fn a_mapped_group_is_owed_by_the_members_of_its_successor_and_a_stopped_one_by_nobody() {
    let mut case = changed();
    settle(&mut case, GroupFate::Successors(vec![agency_id("xa")]));
    let x1 = told(&case, "x1", "2025-11-01");
    assert_eq!(x1, ["7.a 2025 x1 Overdue NotOpened < huyen", "5 NoDate Continuous < huyen"]);
    assert!(told(&case, "nv", "2025-11-01").contains(&"7.a 2025 4/4 Overdue NotOpened".to_owned()));
    settle(&mut case, GroupFate::Stopped);
    assert!(told(&case, "x1", "2025-11-01").is_empty());
    let nv = told(&case, "nv", "2025-11-01");
    assert!(nv.contains(&"7.a 2025 2/2 Overdue NotOpened".to_owned()), "{nv:?}");
    assert!(!nv.iter().any(|line| line.contains("Awaiting")), "{nv:?}");
    settle(&mut case, GroupFate::Waiting);
    assert!(told(&case, "nv", "2025-11-01").contains(&"7.a 2025 huyen Question AwaitingDecision".to_owned()));
}

#[test]
fn counts_follow_the_holder() {
    let case = changed();
    let counts = |today: &str| {
        let all = agency_counts(&case.catalog, &calendar(), &case.tracked_from, day(today));
        ["kh", "tc"].map(|id| all[&agency_id(id)]).map(|c| (c.lead, c.coordinating, c.overdue, c.passed))
    };
    assert_eq!(counts("2025-02-28"), [(1, 0, 3, 0), (0, 1, 1, 0)]);
    assert_eq!(counts("2025-03-01"), [(0, 0, 0, 1), (1, 0, 4, 0)]);
}

#[test]
fn what_is_passed_is_still_told_of_the_predecessor() {
    let case = changed();
    let (_, task) = case.catalog.task(&ItemId::new("s1/4.a")).unwrap();
    let holds = crate::domain::heirs::task_holds(&case.catalog, &task, day("2025-03-01"));
    let (_, hold) = crate::domain::heirs::hold_of(&holds, &agency_id("kh")).unwrap();
    assert_eq!(hold.ground, Ground::Passed { to: vec![agency_id("tc")] });
}

/// Whoever asks for one agency looks at fewer reports than whoever asks for all, and finds the same.
#[test]
fn the_reports_of_an_agency_are_those_that_a_look_at_all_of_them_finds() {
    let mut case = changed();
    for (agency, year) in [("kh", 2024), ("tc", 2025), ("yt", 2024)] {
        case.catalog.file(sent("s1/7.a", year, agency, &format!("{year}-10-20T08:00:00+07:00")));
    }
    let calendar = calendar();
    let mut found = 0;
    for today in ["2024-10-25", "2025-02-10", "2025-11-10", "2026-11-21"] {
        let filter =
            |agency: &str| AgendaFilter { today: day(today), ..case.filter(agency, Horizon::Year, 0) };
        let all = filter("");
        let all = Ledger::new(&case.catalog, &calendar, &all);
        for agency in case.catalog.agencies() {
            let own = filter(agency.id.as_str());
            let own = Ledger::new(&case.catalog, &calendar, &own).report_items(Some(&agency.id));
            assert_eq!(own, all.report_items(Some(&agency.id)), "{} on {today}", agency.short);
            found += own.len();
        }
    }
    assert!(found > 20, "{found}");
}
