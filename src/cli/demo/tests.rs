use super::*;
use crate::catalog::bundle;
use crate::domain::catalog::Catalog;
use crate::domain::ids::ItemId;
use crate::domain::occurrence::reporters_on;
use crate::domain::record::ReportQuery;
use crate::store::{Bundled, OpenError, Opening};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-21T08:00:00+07:00").unwrap()
}

fn catalog() -> Catalog {
    let bundle = bundle().unwrap();
    let mut agencies = bundle.agencies;
    let group = agencies.iter_mut().find(|agency| agency.id.as_str() == communes::GROUP).unwrap();
    let members = communes::all().into_iter().map(|agency| crate::domain::agency::Membership {
        agency: agency.id,
        valid_from: agency.valid_from,
        valid_to: None,
    });
    group.group.as_mut().unwrap().members.extend(members);
    agencies.extend(communes::all());
    Catalog::new(bundle.plans, agencies).with_successions(bundle.successions)
}

fn records() -> impl Iterator<Item = Record> {
    steps(now()).into_iter().filter_map(|(_, step)| match step {
        Step::Save(record) => Some(*record),
        _ => None,
    })
}

#[test]
fn every_record_is_about_something_in_the_catalogue() {
    let catalog = catalog();
    for record in records() {
        let (known, agency) = match &record {
            Record::Progress(entry) => (catalog.task(&entry.task).is_some(), &entry.agency),
            Record::Observation(figure) => (catalog.target(&figure.target).is_some(), &figure.agency),
            Record::Report(report) => (catalog.obligation(&report.obligation).is_some(), &report.agency),
            Record::Decision(_) | Record::Compilation(_) | Record::Reminder(_) => continue,
        };
        assert!(known && catalog.agency(agency).is_some(), "{record:?}");
        if let Record::Report(report) = &record {
            let figures = &report.enclosed.figures;
            assert!(figures.iter().all(|figure| catalog.target(&figure.target).is_some()), "{report:?}");
        }
    }
}

#[test]
fn nothing_lies_in_the_future_and_the_oldest_comes_first() {
    let ages: Vec<u64> = steps(now()).iter().map(|(days, _)| *days).collect();
    assert!(ages.is_sorted_by(|a, b| a >= b));
    for record in records() {
        let day = match &record {
            Record::Progress(entry) => entry.as_of,
            Record::Observation(figure) => figure.as_of,
            Record::Report(_) | Record::Decision(_) | Record::Compilation(_) | Record::Reminder(_) => {
                continue;
            }
        };
        assert!(day <= now().date_naive(), "{record:?}");
    }
}

#[test]
fn the_round_has_eighty_reporters_in_every_state_and_an_unbroken_ledger() {
    let catalog = catalog();
    let (_, obligation) = catalog.obligation(&ItemId::new("lang-son-2026/V.8#2")).unwrap();
    let reporters = reporters_on(&catalog, obligation, now().date_naive());
    assert!(reporters.owing.len() >= 78, "{}", reporters.owing.len());
    assert!(reporters.owing.iter().all(|reporter| reporter.is_counted()));
    let bundle = bundle().unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("demo.db");
    let opening = Opening { path: &path, user: WRITER, bundle_hash: 0, now: now() };
    let bundled = || {
        let plans = bundle.plans.into_iter().map(|plan| (plan, 0)).collect();
        let (agencies, successions, calendar) = (bundle.agencies, bundle.successions, bundle.calendar);
        Ok::<_, OpenError>(Bundled { plans, agencies, successions, calendar })
    };
    let mut store = Store::open(opening, bundled).unwrap();
    fill(&mut store, now()).unwrap();
    let (good, fault) = store.ledger().unwrap().check();
    assert_eq!(crate::domain::ledger::set_back(&good), [] as [i64; 0]);
    assert_eq!((good.len() > 25, fault), (true, None));
    let snapshot = store.snapshot().unwrap();
    assert!(snapshot.made_up, "the mark stays with the database");
    let round = ReportQuery::under(&ItemId::new("lang-son-2026/V.8#2"));
    let of_round = snapshot.catalog.shelf().heads(&round);
    assert_eq!(of_round.len(), 31);
    let count = |state| of_round.iter().filter(|report| report.state == state).count();
    use ReportState::{AwaitingApproval, Draft, Received, Returned, Sent};
    assert_eq!([Draft, AwaitingApproval, Sent, Received, Returned].map(count), [4, 3, 15, 6, 3]);
    assert!(good.iter().all(|sent| sent.sent_at.is_some_and(|at| at <= now())));
}
