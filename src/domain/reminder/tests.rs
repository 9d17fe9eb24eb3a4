use super::*;
use crate::domain::testing::*;

fn round() -> RoundKey {
    RoundKey { obligation: ItemId::new("s1/IV.7.a"), period: Period::Year(2026) }
}

fn reminder(on: &str, agencies: &[&str], step: Option<Step>) -> Reminder {
    Reminder {
        stamp: stamp(1, "2026-11-21T09:00:00+07:00"),
        obligation: round().obligation,
        period: round().period,
        on: day(on),
        agencies: agencies.iter().map(|id| agency_id(id)).collect(),
        step,
    }
}

#[test]
fn each_day_reaches_the_last_step_that_lies_behind_it() {
    let due = day("2026-11-29");
    for (on, step) in [
        ("2026-11-13", None),
        ("2026-11-14", Some(Step::Before15)),
        ("2026-11-21", Some(Step::Before15)),
        ("2026-11-22", Some(Step::Before7)),
        ("2026-11-26", Some(Step::Before3)),
        ("2026-11-28", Some(Step::Before1)),
        ("2026-11-29", Some(Step::Before1)),
        ("2026-11-30", Some(Step::After1)),
        ("2026-12-06", Some(Step::After7)),
        ("2027-06-01", Some(Step::After7)),
    ] {
        assert_eq!(Step::reached(day(on), due), step, "{on}");
    }
}

#[test]
fn a_step_is_due_once_for_each_agency_and_the_next_one_from_its_day_on() {
    let due = day("2026-11-29");
    let mut done = Vec::new();
    let step = |on: &str, done: &[Reminder], agency: &str| {
        step_due(day(on), due, done, &round(), &agency_id(agency))
    };
    assert_eq!(step("2026-11-20", &done, "yt"), Some(Step::Before15));
    done.push(reminder("2026-11-20", &["yt"], Some(Step::Before15)));
    assert_eq!(step("2026-11-21", &done, "yt"), None);
    // What was asked of one by hand is not done for the others.
    assert_eq!(step("2026-11-21", &done, "tc"), Some(Step::Before15));
    assert_eq!(step("2026-11-22", &done, "yt"), Some(Step::Before7));
    // A letter before the ladder began does no step.
    done.push(reminder("2026-11-10", &["tc"], None));
    assert_eq!(step("2026-11-21", &done, "tc"), Some(Step::Before15));
    // What was missed is not made up for.
    assert_eq!(step("2026-12-10", &done, "yt"), Some(Step::After7));
    let other = RoundKey { period: Period::Year(2025), ..round() };
    let elsewhere = step_due(day("2026-11-21"), due, &done, &other, &agency_id("yt"));
    assert_eq!(elsewhere, Some(Step::Before15));
    // Seen from an earlier day, a later reminder has not happened yet.
    assert_eq!(step("2026-11-19", &done, "yt"), Some(Step::Before15));
}

#[test]
fn it_escalates_from_the_specialist_to_the_office_of_the_committee() {
    let levels: Vec<Level> = Step::ALL.into_iter().map(Step::level).collect();
    use Level::{CommitteeOffice, Head, Specialist};
    assert_eq!(levels, [Specialist, Specialist, Specialist, Head, Head, CommitteeOffice]);
}

#[test]
fn nobody_is_reminded_twice_for_one_round_on_one_day() {
    let done = [reminder("2026-11-21", &["yt", "tc"], None)];
    let wanted = || ["yt", "nv", "nv"].map(agency_id);
    let found = batch(wanted(), &done, &round(), day("2026-11-21"));
    assert_eq!((found.fresh, found.already), (vec![agency_id("nv")], vec![agency_id("yt")]));
    let next = batch(wanted(), &done, &round(), day("2026-11-22"));
    assert_eq!((next.fresh.len(), next.already.len()), (2, 0));
    let other = RoundKey { obligation: ItemId::new("s3/V.8"), ..round() };
    assert!(batch(wanted(), &done, &other, day("2026-11-21")).already.is_empty());
    assert!(done[0].repeats(&reminder("2026-11-21", &["tc", "nv"], None)));
    assert!(!done[0].repeats(&reminder("2026-11-21", &["nv"], None)));
    assert!(!done[0].repeats(&reminder("2026-11-22", &["yt"], None)));
}
