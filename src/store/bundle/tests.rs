use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::Value;
use tempfile::TempDir;

use super::super::samples::{PLAN, Shelf, at, entries, now, progress};
use super::super::{OpenError, Problem, Store};
use super::*;
use crate::domain::catalog::Catalog;
use crate::domain::change::{Reply, Request};

fn open(shelf: &Shelf, path: &Path) -> Store {
    shelf.open(path, "lan").unwrap()
}

/// Every row of every table, and every byte of the file.
fn everything(path: &Path) -> (BTreeMap<String, Vec<Vec<Value>>>, Vec<u8>) {
    let bytes = std::fs::read(path).unwrap();
    let conn = Connection::open(path).unwrap();
    let mut names = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let tables = names
        .into_iter()
        .map(|name| {
            let mut statement = conn.prepare(&format!("SELECT * FROM {name}")).unwrap();
            let width = statement.column_count();
            let rows = statement
                .query_map([], |row| (0..width).map(|column| row.get(column)).collect())
                .unwrap()
                .map(Result::unwrap)
                .collect();
            (name, rows)
        })
        .collect();
    (tables, bytes)
}

/// The plans with their texts, targets and tasks.
fn plans(catalog: &Catalog) -> Vec<Plan> {
    let with_tasks = |plan: &Plan| {
        let tasks = catalog.tasks_of(&plan.id).iter().map(|task| (**task).clone()).collect();
        let targets = catalog.targets(&plan.id).to_vec();
        Plan { tasks, targets, text: catalog.text(&plan.id).clone(), ..plan.clone() }
    };
    catalog.plans.iter().map(with_tasks).collect()
}

#[test]
fn a_catalogue_with_everything_comes_back_in_order() {
    let (folder, shelf) = (TempDir::new().unwrap(), Shelf::new());
    let snapshot = open(&shelf, &folder.path().join("t.db")).snapshot().unwrap();
    assert_eq!(
        plans(&snapshot.catalog),
        shelf.bundled.plans.iter().map(|(plan, _)| plan.clone()).collect::<Vec<_>>()
    );
    assert_eq!(snapshot.catalog.agencies(), shelf.bundled.agencies);
    assert_eq!(snapshot.catalog.successions(), shelf.bundled.successions);
    assert_eq!(snapshot.calendar, shelf.bundled.calendar);
    assert_eq!(
        snapshot.tracked_from.values().map(|since| since.first_year()).collect::<Vec<_>>(),
        [2026, 2026]
    );
}

#[test]
fn a_second_open_writes_nothing() {
    let (folder, shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    drop(open(&shelf, &path));
    let before = everything(&path);
    drop(open(&shelf, &path));
    assert_eq!(everything(&path), before);
}

#[test]
fn a_second_open_needs_no_lock() {
    let (folder, shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    drop(open(&shelf, &path));
    let conn = Connection::open(&path).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    let second = shelf.open(&path, "lan");
    assert_eq!(second.unwrap().snapshot().unwrap().catalog.plans.len(), 2);
}

#[test]
fn a_changed_plan_is_replaced_and_what_users_entered_stays() {
    let (folder, mut shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    let mut store = open(&shelf, &path);
    let request = Request::Save { record: progress("kết quả"), draft: None };
    assert!(matches!(store.handle(request, now()), Some(Reply::Saved(_))));
    let before = store.snapshot().unwrap();
    drop(store);

    // The task of the entry leaves the plan, another one is reworded.
    let (plan, hash) = &mut shelf.bundled.plans[0];
    plan.tasks.remove(0);
    plan.tasks[0].title = "mới".into();
    *hash = 5;
    shelf.hash += 1;
    let opening =
        super::super::Opening { now: at("2027-01-02T08:00:00+07:00"), ..shelf.opening(&path, "lan") };
    let mut store = shelf.open_as(opening).unwrap();
    let after = store.snapshot().unwrap();
    assert_eq!(plans(&after.catalog)[0], shelf.bundled.plans[0].0);
    assert_eq!(after.catalog.plans[1], before.catalog.plans[1]);
    assert_eq!(after.records, before.records);
    assert_eq!(entries(&store).len(), 1);
    assert_eq!(after.tracked_from[&PlanId::new(PLAN)].first_year(), 2026);
}

#[test]
fn a_text_that_changed_without_its_hash_is_not_read_again() {
    let (folder, mut shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    let first = open(&shelf, &path).snapshot().unwrap();
    shelf.bundled.plans[0].0.title = "không được đọc".into();
    assert_eq!(open(&shelf, &path).snapshot().unwrap().catalog.plans, first.catalog.plans);
    // The same beside another file that did change.
    shelf.hash += 1;
    assert_eq!(open(&shelf, &path).snapshot().unwrap().catalog.plans, first.catalog.plans);
}

#[test]
fn a_catalogue_that_the_file_holds_is_not_read() {
    let (folder, shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    drop(open(&shelf, &path));
    let read = || -> Result<Bundled, OpenError> { panic!("read again") };
    let plans = Store::open(shelf.opening(&path, "lan"), read).unwrap().snapshot().unwrap().catalog.plans;
    assert_eq!(plans.len(), 2);
}

#[test]
fn what_cannot_be_read_is_told_and_leaves_the_older_catalogue() {
    let (folder, mut shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    drop(open(&shelf, &path));
    let before = everything(&path);
    shelf.hash += 1;
    let fault = || OpenError::new(&path, Problem::Other("dòng 5".into()));
    let failed = Store::open(shelf.opening(&path, "lan"), || Err(fault()));
    assert_eq!(failed.err().map(|error| error.problem), Some(fault().problem));
    assert_eq!(everything(&path), before);
}

#[test]
fn what_is_no_longer_bundled_stays_and_a_new_order_holds() {
    let (folder, mut shelf) = (TempDir::new().unwrap(), Shelf::new());
    let path = folder.path().join("t.db");
    drop(open(&shelf, &path));
    shelf.bundled.plans.swap(0, 1);
    shelf.hash += 1;
    let swapped = open(&shelf, &path).snapshot().unwrap().catalog;
    assert_eq!(plans(&swapped), [shelf.bundled.plans[0].0.clone(), shelf.bundled.plans[1].0.clone()]);

    shelf.bundled.plans.pop();
    shelf.bundled.agencies.remove(0);
    shelf.bundled.agencies[0].aliases = vec!["các sở".into()];
    shelf.bundled.successions.remove(0);
    shelf.hash += 1;
    let fewer = open(&shelf, &path).snapshot().unwrap().catalog;
    assert_eq!(fewer.plans, swapped.plans);
    assert_eq!(fewer.successions(), shelf.bundled.successions);
    assert_eq!(fewer.agency(&shelf.bundled.agencies[0].id), Some(&shelf.bundled.agencies[0]));
    let gone = &Shelf::new().bundled.agencies[0];
    assert_eq!(fewer.agency(&gone.id), Some(gone));
}
