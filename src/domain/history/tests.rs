use super::*;
use crate::domain::clock::vn_time;
use crate::domain::record::{Quality, Stamp};

fn key() -> ReportKey {
    ReportKey {
        obligation: ItemId::new("p/IV.7.a"),
        period: "2026".parse().unwrap(),
        agency: crate::domain::ids::AgencyId::new("a"),
    }
}

fn logged(old: Option<&Report>, new: Option<&Report>) -> Logged {
    let record = |report: &Report| Record::Report(report.clone());
    Logged {
        at: vn_time("2026-11-21T03:00:00Z".parse().unwrap()),
        by: "lan".to_owned(),
        old: old.map(record),
        new: new.map(record),
        is_undo: false,
    }
}

fn figure_of(target: &str, agency: &str, as_of: &str) -> Logged {
    let observation = Observation {
        stamp: Stamp::default(),
        target: ItemId::new(target),
        agency: crate::domain::ids::AgencyId::new(agency),
        as_of: as_of.parse().unwrap(),
        value: Some(7.0),
        numerator: None,
        denominator: None,
        quality: Quality::Estimate,
        source: String::new(),
    };
    Logged { new: Some(Record::Observation(observation)), ..logged(None, None) }
}

#[test]
fn each_change_says_its_step_its_parts_and_what_was_new_with_it() {
    let draft = Report { results: "Đã làm".to_owned(), ..Report::blank(&key()) };
    let asked = Report { state: ReportState::AwaitingApproval, ..draft.clone() };
    let sealed = Sealed { number: 1, version: 1, ..Sealed::asked("minh", None) };
    let sent = Report { state: ReportState::Sent, sealed: Some(sealed.clone()), ..asked.clone() };
    let back = Report { state: ReportState::Returned, remark: "thiếu số".to_owned(), ..sent.clone() };
    let mended = Report { results: "Đã làm 7".to_owned(), evidence: "BC 1".to_owned(), ..back.clone() };
    let steps = [Some(&draft), Some(&asked), Some(&sent), Some(&back), Some(&mended), None];
    let before = [None, Some(&draft), Some(&asked), Some(&sent), Some(&back), Some(&draft)];
    let log: Vec<Logged> = before.into_iter().zip(steps).map(|(old, new)| logged(old, new)).collect();
    let told: Vec<What> = history(&log, &key()).into_iter().map(|happened| happened.what).collect();
    let step = |from, to, changed: &[Part], remark: Option<&str>, sealed: Option<&Sealed>| What::Report {
        from,
        to,
        changed: changed.to_vec(),
        remark: remark.map(str::to_owned),
        sealed: sealed.cloned(),
    };
    use ReportState::{AwaitingApproval, Draft, Returned, Sent};
    assert_eq!(
        told,
        [
            step(None, Some(Draft), &[Part::Results], None, None),
            step(Some(Draft), Some(AwaitingApproval), &[], None, None),
            step(Some(AwaitingApproval), Some(Sent), &[], None, Some(&sealed)),
            step(Some(Sent), Some(Returned), &[], Some("thiếu số"), None),
            step(Some(Returned), Some(Returned), &[Part::Results, Part::Evidence], None, None),
            step(Some(Draft), None, &[], None, None),
        ]
    );
}

#[test]
fn figures_of_the_period_belong_to_it_and_no_others() {
    let other = Report::blank(&ReportKey { period: "2025".parse().unwrap(), ..key() });
    let log = [
        figure_of("p/II.1", "a", "2026-06-30"),
        figure_of("p/II.1", "b", "2026-06-30"),
        figure_of("q/II.1", "a", "2026-06-30"),
        figure_of("p/II.1", "a", "2019-06-30"),
        logged(None, Some(&other)),
    ];
    let told = history(&log, &key());
    assert_eq!(told.len(), 1);
    assert!(
        matches!(&told[0].what, What::Figure { from: None, to: Some(_), target } if target.as_str() == "p/II.1")
    );
}
