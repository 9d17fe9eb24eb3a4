use super::*;
use crate::domain::board::board;
use crate::domain::occurrence::Tracking;
use crate::domain::record::ReportKey;
use crate::domain::testing::*;

fn round() -> RoundKey {
    RoundKey { obligation: ItemId::new("s1/IV.7.a"), period: Period::Year(2026) }
}

fn reminder(on: &str, agencies: &[&str]) -> Reminder {
    Reminder {
        stamp: stamp(1, "2026-11-21T09:00:00+07:00"),
        obligation: round().obligation,
        period: round().period,
        on: day(on),
        agencies: agencies.iter().map(|id| agency_id(id)).collect(),
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
    done.push(reminder("2026-11-20", &["yt"]));
    assert_eq!(step("2026-11-21", &done, "yt"), None);
    // What was asked of one by hand is not done for the others.
    assert_eq!(step("2026-11-21", &done, "tc"), Some(Step::Before15));
    assert_eq!(step("2026-11-22", &done, "yt"), Some(Step::Before7));
    // A letter before the ladder began does no step.
    done.push(reminder("2026-11-10", &["tc"]));
    assert_eq!(step("2026-11-21", &done, "tc"), Some(Step::Before15));
    // What was missed is not made up for.
    assert_eq!(step("2026-12-10", &done, "yt"), Some(Step::After7));
    let other = RoundKey { period: Period::Year(2025), ..round() };
    let elsewhere = step_due(day("2026-11-21"), due, &done, &other, &agency_id("yt"));
    assert_eq!(elsewhere, Some(Step::Before15));
    // A day that is granted later begins the ladder anew: what was asked before counts by it.
    let granted =
        |on: &str, done: &[Reminder]| step_due(day(on), day("2026-12-20"), done, &round(), &agency_id("yt"));
    done.push(reminder("2026-11-28", &["yt"]));
    assert_eq!(granted("2026-11-30", &done), None);
    assert_eq!(granted("2026-12-05", &done), Some(Step::Before15));
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
    let done = [reminder("2026-11-21", &["yt", "tc"])];
    let wanted = || ["yt", "nv", "nv"].map(agency_id);
    let found = batch(wanted(), &done, &round(), day("2026-11-21"));
    assert_eq!((found.fresh, found.already), (vec![agency_id("nv")], vec![agency_id("yt")]));
    let next = batch(wanted(), &done, &round(), day("2026-11-22"));
    assert_eq!((next.fresh.len(), next.already.len()), (2, 0));
    let other = RoundKey { obligation: ItemId::new("s3/V.8"), ..round() };
    assert!(batch(wanted(), &done, &other, day("2026-11-21")).already.is_empty());
    assert!(done[0].repeats(&reminder("2026-11-21", &["tc", "nv"])));
    assert!(!done[0].repeats(&reminder("2026-11-21", &["nv"])));
    assert!(!done[0].repeats(&reminder("2026-11-22", &["yt"])));
}

#[test]
fn the_ladder_goes_by_the_day_that_was_granted_to_an_agency() {
    use crate::domain::decision::{Answer, Decision, Extension, Ruling};
    let mut catalog = catalog();
    let key = ReportKey { obligation: round().obligation, period: round().period, agency: agency_id("yt") };
    let granted = Answer { granted: true, by: "desk".into(), on: day("2026-10-20"), remark: String::new() };
    let extension = Extension {
        key,
        reason: "chờ số liệu".into(),
        asked_for: day("2026-11-20"),
        asked_by: "a".into(),
        answer: Some(granted),
        granted_before: None,
    };
    let stamp = stamp(1, "2026-10-01T08:00:00+07:00");
    let decided = [Decision { stamp, ruling: Ruling::Extension(extension) }];
    let mut done = Vec::new();
    let mut asked = |on: &str, done: &[Reminder]| {
        catalog.settle(&decided, day(on));
        let tracking = Tracking::since_year(2025);
        let board = board(&catalog, &[], &calendar(), &round(), tracking, day(on)).unwrap();
        let rows = ladder(&board, done, day(on));
        rows.iter().map(|row| row.agency.as_str().to_owned()).collect::<Vec<_>>()
    };
    // The round is due on 29/10, this agency on 20/11.
    let first = asked("2026-10-28", &done);
    assert!(!first.is_empty() && !first.contains(&"yt".to_owned()), "{first:?}");
    let all: Vec<&str> = first.iter().map(String::as_str).collect();
    done.push(reminder("2026-11-06", &all));
    assert_eq!(asked("2026-11-06", &done), ["yt"]);
    done.push(reminder("2026-11-06", &["yt"]));
    assert!(asked("2026-11-12", &done).is_empty());
    assert_eq!(asked("2026-11-13", &done), ["yt"]);
}
