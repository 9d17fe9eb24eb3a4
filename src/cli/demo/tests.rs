use super::*;
use crate::catalog::bundle;
use crate::domain::catalog::Catalog;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T08:00:00+07:00").unwrap()
}

#[test]
fn every_record_is_about_something_in_the_catalogue() {
    let bundle = bundle().unwrap();
    let catalog = Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions);
    for (_, record) in records(now()) {
        let (known, agency) = match &record {
            Record::Progress(entry) => (catalog.task(&entry.task).is_some(), &entry.agency),
            Record::Observation(figure) => (catalog.target(&figure.target).is_some(), &figure.agency),
            Record::Report(report) => (catalog.obligation(&report.obligation).is_some(), &report.agency),
            Record::Decision(_) | Record::Compilation(_) | Record::Reminder(_) => {
                panic!("the demo settles nothing")
            }
        };
        assert!(known && catalog.agency(agency).is_some(), "{record:?}");
    }
}

#[test]
fn nothing_lies_in_the_future_and_the_oldest_comes_first() {
    let ages: Vec<u64> = records(now()).iter().map(|(days, _)| *days).collect();
    assert!(ages.is_sorted_by(|a, b| a >= b));
    for (_, record) in records(now()) {
        let day = match &record {
            Record::Progress(entry) => entry.as_of,
            Record::Observation(figure) => figure.as_of,
            Record::Report(report) => report.sent_at.map_or(now(), |at| at).date_naive(),
            Record::Decision(_) | Record::Compilation(_) | Record::Reminder(_) => {
                panic!("the demo settles nothing")
            }
        };
        assert!(day <= now().date_naive(), "{record:?}");
    }
}
