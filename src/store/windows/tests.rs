//! The statements go along their indexes, and words are found as they are typed.

use tempfile::TempDir;

use super::super::Store;
use super::super::reader::Reader;
use super::super::reports::Wanted;
use super::super::samples::{PLAN, Shelf as Sample, now, progress};
use super::super::{ledger, observations, reports};
use super::*;
use crate::domain::change::{Record, Reply, Request};
use crate::domain::record::{ReportKey, ReportQuery};
use crate::domain::schedule::Period;
use crate::domain::shelf::Through;

struct Desk {
    _folder: TempDir,
    store: Store,
    reader: Reader,
}

fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("t.db");
    let sample = Sample::new();
    let store = sample.open_as(sample.opening(&path, "lan")).unwrap();
    let reader = Reader::open(&path).unwrap();
    Desk { _folder: folder, store, reader }
}

/// What SQLite would do for a statement, one line a step.
fn steps(reader: &Reader, sql: &str) -> Vec<String> {
    let mut statement = reader.connection().prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nothing = rusqlite::params_from_iter(vec![rusqlite::types::Null; statement.parameter_count()]);
    statement.query_map(nothing, |row| row.get(3)).unwrap().map(Result::unwrap).collect()
}

/// Fails when a statement reads a table from its beginning, or sorts what it has read.
fn assert_stops_early(reader: &Reader, sql: &str) {
    let steps = steps(reader, sql);
    assert!(!steps.is_empty());
    for step in &steps {
        let whole = step.starts_with("SCAN ") && step != "SCAN hit";
        let whole = whole && !step.contains("VIRTUAL TABLE INDEX");
        assert!(!whole && !step.contains("TEMP B-TREE"), "{sql}\n{steps:#?}");
    }
}

#[test]
fn no_window_reads_a_table_from_its_beginning() {
    let desk = desk();
    for sql in [OPEN, EVERY, UNTOUCHED, TOUCHED, FOUND] {
        assert_stops_early(&desk.reader, sql);
    }
    let plan = PlanId::new(PLAN);
    let one = Through::Agencies(vec![(AgencyId::new("ls-so-y-te"), None)]);
    for through in [Through::Anybody, Through::Nobody, one] {
        let holder = Holder { through, ..Holder::all() };
        assert_stops_early(&desk.reader, &desk.reader.statement(&holder, &plan, true));
    }
}

#[test]
fn reports_versions_and_figures_are_read_along_an_index() {
    let desk = desk();
    let (obligation, agency) = (ItemId::new("p/1"), AgencyId::new("a"));
    let key =
        ReportKey { obligation: obligation.clone(), period: Period::Year(2026), agency: agency.clone() };
    for query in [
        ReportQuery::of(&key),
        ReportQuery::round(&obligation, key.period),
        ReportQuery::under(&obligation),
        ReportQuery::by(&agency),
        ReportQuery::by_in(&agency, 2026),
    ] {
        let Wanted { condition, .. } = Wanted::of(&query);
        assert_stops_early(&desk.reader, &reports::heads_where(&condition));
        assert_stops_early(&desk.reader, &ledger::sent_where(&condition));
    }
    assert_stops_early(&desk.reader, observations::OF_TARGET);
    assert_stops_early(&desk.reader, observations::OF_TARGET_BY);
}

fn found(desk: &Desk, typed: &str) -> Vec<(String, bool)> {
    let query = crate::text::fold::Query::new(typed);
    let hits = desk.reader.find(query.words(), 9).into_iter();
    hits.map(|hit| (hit.task.to_string(), hit.exact)).collect()
}

#[test]
fn words_are_found_by_their_beginnings_in_titles_places_and_entries() {
    let mut desk = desk();
    let id = desk.reader.tasks_of(&PlanId::new(PLAN))[0].id.clone();
    let title = desk.reader.task(&id).unwrap().title.clone();
    let word = title.split_whitespace().next().unwrap();
    assert_eq!(found(&desk, word)[0], (id.to_string(), true));
    assert!(found(&desk, "quốc lộ").is_empty() && found(&desk, "- .").is_empty());
    let mut record = progress("Đã sửa quốc lộ 1A.");
    let Record::Progress(entry) = &mut record else { panic!() };
    entry.task = id.clone();
    let saved = desk.store.handle(Request::Save { record, draft: None }, now());
    assert!(matches!(saved, Some(Reply::Saved(_))), "{saved:?}");
    assert_eq!(found(&desk, "quốc l"), [(id.to_string(), true)]);
    assert_eq!(found(&desk, "LO quoc"), [(id.to_string(), false)]);
    assert!(matches!(desk.store.handle(Request::Undo, now()), Some(Reply::Undone(_))));
    assert!(found(&desk, "quốc lộ").is_empty(), "what was taken back is not found");
}
