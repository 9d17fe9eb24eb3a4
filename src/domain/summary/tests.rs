use super::*;
use crate::domain::agenda::{AgendaGroup, AgendaItem, AgendaKind, agenda};
use crate::domain::occurrence::Tracking;
use crate::domain::record::WorkState;
use crate::domain::testing::*;

fn filled() -> Catalog {
    let mut catalog = catalog();
    let s1 = catalog.plans[0].clone();
    let tasks = vec![
        task(&s1, "1", "trước ngày 15/11/2026", &[("tc", Role::Lead), ("so", Role::Coordinating)]),
        task(&s1, "2", "Thường xuyên", &[("so", Role::Advising), ("tc", Role::Monitoring)]),
        task(&s1, "3", "", &[("lien-quan", Role::Lead), ("huyen", Role::Coordinating)]),
    ];
    catalog.assign("s1", tasks);
    let s3 = catalog.plans[1].clone();
    let tasks = vec![task(&s3, "4", "trước ngày 15/11/2026", &[("yt", Role::Lead)])];
    catalog.assign("s3", tasks);
    catalog
}

fn counts() -> BTreeMap<AgencyId, AgencyCounts> {
    agency_counts(&filled(), &calendar(), &tracked(), day("2026-11-21"))
}

fn tracked() -> BTreeMap<PlanId, Tracking> {
    ["s1", "s3"].map(|id| (PlanId::new(id), Tracking::since_year(2026))).into()
}

#[test]
fn tasks_are_counted_once_directly_and_through_listed_groups() {
    let counts = counts();
    let of = |id: &str| counts[&agency_id(id)];
    // Late: the report of 30/10 and the task of 15/11.
    assert_eq!(of("tc"), AgencyCounts { lead: 2, coordinating: 0, overdue: 2, passed: 0 });
    // The task of the draft counts, and is not overdue.
    assert_eq!(of("yt"), AgencyCounts { lead: 2, coordinating: 1, overdue: 1, passed: 0 });
    // Late: the drafting of 15/11; the reports of 30/10 are owed to it, not by it.
    assert_eq!(of("nv"), AgencyCounts { lead: 1, coordinating: 1, overdue: 1, passed: 0 });
    assert_eq!(of("btv").overdue, 0, "nothing but what the committee owes to it");
    assert_eq!(of("h1"), AgencyCounts::default());
    assert_eq!(of("lien-quan").lead, 1);
}

#[test]
fn a_press_digest_counts_for_nothing() {
    let mut catalog = filled();
    catalog.plans[0].state = DocumentState::Secondary;
    let counts = agency_counts(&catalog, &calendar(), &tracked(), day("2026-11-21"));
    assert_eq!(counts[&agency_id("tc")], AgencyCounts::default());
}

#[test]
fn overdue_is_what_the_agenda_shows_without_what_others_owe() {
    let (mut catalog, calendar, tracked_from) = (filled(), calendar(), tracked());
    catalog.file(sent("s1/IV.7.a", 2026, "tc", "2026-10-29T08:00:00+07:00"));
    catalog.enter(progress("s1/1", "tc", "2026-11-10", WorkState::Done));
    let counts = agency_counts(&catalog, &calendar, &tracked_from, day("2026-11-21"));
    assert_eq!(counts[&agency_id("tc")].overdue, 0);
    for (id, count) in counts {
        let filter = AgendaFilter {
            agency: Some(id),
            plan: None,
            horizon: Horizon::Year,
            shift: 0,
            today: day("2026-11-21"),
            tracked_from: &tracked_from,
        };
        let items = agenda(&catalog, &calendar, &filter);
        let owed_to_it = |item: &AgendaItem| matches!(item.kind, AgendaKind::Chase { .. });
        let overdue = items.iter().filter(|item| item.group == AgendaGroup::Overdue && !owed_to_it(item));
        let overdue = overdue.count();
        assert_eq!(overdue, count.overdue, "{:?}", filter.agency);
    }
}
