//! The statements go along their indexes.

use tempfile::TempDir;

use super::super::finding;
use super::super::index::DROP_DAY;
use super::super::reader::{Reader, TITLES_OF_NOBODY, TITLES_UNDER};
use super::super::reports::Wanted;
use super::super::samples::{PLAN, Shelf as Sample};
use super::super::{holdings, ledger, observations, reports};
use super::*;
use crate::domain::record::{ReportKey, ReportQuery};
use crate::domain::schedule::Period;
use crate::domain::shelf::Through;

/// A reader of the sample, and the folder of its database.
fn reader() -> (Reader, TempDir) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("t.db");
    Sample::new().open(&path, "lan").unwrap();
    (Reader::open(&path), folder)
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
    let (reader, _folder) = reader();
    let rows = [finding::CLAUSE, finding::OBLIGATION, finding::TASK, finding::TARGET, finding::REPORT];
    let found = [finding::EXACT, finding::FOLDED, finding::NAMED];
    for sql in [OWN, OTHERS, UNTOUCHED, TOUCHED, ANSWERED, NAMED].into_iter().chain(found).chain(rows) {
        assert_stops_early(&reader, sql);
    }
    for sql in [holdings::CLASSES.to_owned(), holdings::merged_classes(&[(1, false), (2, true), (3, false)])]
    {
        let steps = steps(&reader, &sql);
        assert!(
            steps.iter().all(|step| !step.contains("SCAN shelf") && !step.contains("TEMP B-TREE")),
            "{steps:?}"
        );
    }
    let untouched = steps(&reader, UNTOUCHED);
    assert!(
        untouched
            .iter()
            .any(|step| step.contains("SEARCH idle USING PRIMARY KEY (agency=? AND no>? AND no<?)")),
        "{untouched:?}"
    );
    let plan = PlanId::new(PLAN);
    let one = Through::Agencies(vec![(AgencyId::new("ls-so-y-te"), None)]);
    for through in [Through::Anybody, Through::Nobody, one] {
        let holder = Holder { through, ..Holder::all() };
        assert_stops_early(&reader, &reader.statement(&holder, &plan, true));
    }
}

#[test]
fn tasks_are_counted_once_in_their_best_class_and_nobody_holds_none() {
    let (reader, _folder) = reader();
    let everywhere = [TaskNo(0)..=TaskNo(i64::MAX)];
    let classes =
        |lanes: &[(AgencyId, bool)], without: &[TaskNo]| reader.held_classes(lanes, &everywhere, without);
    let named = reader.named(&|_| true);
    for agency in &named {
        let alone = classes(&[(agency.clone(), false)], &[]);
        assert!(alone.iter().sum::<usize>() > 0, "{agency}");
        let twice = classes(&[(agency.clone(), true), (agency.clone(), false)], &[]);
        assert_eq!(twice, alone, "{agency}: what has passed on one way counts on the other");
        assert_eq!(classes(&[(agency.clone(), true)], &[]), [0, 0, 0, alone.iter().sum()]);
    }
    assert_eq!(classes(&[], &[]), [0; 4], "an agency may report without having a task");
    assert_eq!(reader.fault(), None);
}

#[test]
fn the_day_of_a_task_is_dropped_without_a_look_at_others() {
    let (reader, _folder) = reader();
    let steps = steps(&reader, DROP_DAY);
    assert!(
        steps.iter().any(|step| step.ends_with("(agency=? AND still=? AND day=? AND no=?)")),
        "{steps:?}"
    );
}

#[test]
fn reports_versions_and_figures_are_read_along_an_index() {
    let (reader, _folder) = reader();
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
        assert_stops_early(&reader, &reports::heads_where(&condition));
        assert_stops_early(&reader, &ledger::sent_where(&condition));
    }
    for sql in [reports::STANDINGS_UNDER, reports::STANDINGS_IN, reports::STANDINGS_BY] {
        assert_stops_early(&reader, sql);
        assert!(steps(&reader, sql).iter().all(|step| step.contains("COVERING INDEX")));
    }
    assert_stops_early(&reader, TITLES_UNDER);
    assert_stops_early(&reader, TITLES_OF_NOBODY);
    assert_stops_early(&reader, observations::OF_TARGET);
    assert_stops_early(&reader, observations::OF_TARGET_BY);
}
