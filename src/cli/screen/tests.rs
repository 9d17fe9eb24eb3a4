use tempfile::TempDir;

use super::*;
use crate::catalog::bundled_layout;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::Stamp;
use crate::domain::reminder::Reminder;
use crate::domain::schedule::Period;
use crate::store::{Bundled, OpenError, Opening, Store};
use crate::text::parcel::{Body, File};

fn store(folder: &TempDir) -> Store {
    let path = folder.path().join("tiendo.db");
    let opening = Opening { path: &path, user: "cv-01", bundle_hash: 1, now: context::clock() };
    let nothing = || Ok::<_, OpenError>(Bundled::default());
    Store::open(opening, nothing).unwrap()
}

/// The ledger after a parcel was handed in to be put under `out`, and the screen was gone at once.
fn noted(out: &str) -> usize {
    let folder = TempDir::new().unwrap();
    let worker = Worker::start(store(&folder), |_| {}, context::clock).unwrap();
    let outbox = Outbox::at(folder.path().join(out), bundled_layout().unwrap().into());
    let mut desk = StoreDesk { worker: Arc::new(worker), outbox, writing: Vec::new(), slot: Slot::default() };
    let file = File { name: "zalo.txt".into(), body: Body::Text("nhắc".into()) };
    let reminder = Reminder {
        stamp: Stamp::default(),
        obligation: ItemId::new("p/IV.7.a"),
        period: Period::Year(2026),
        on: "2026-11-21".parse().unwrap(),
        agencies: vec![AgencyId::new("ls-so-y-te")],
    };
    desk.write(Parcel { folder: "don-doc".into(), files: vec![file] }, Some(Record::Reminder(reminder)));
    Box::new(desk).close();
    store(&folder).snapshot().unwrap().records.reminders.len()
}

#[test]
fn what_is_noted_of_files_is_saved_with_nobody_left_to_ask() {
    assert_eq!(noted("ra"), 1);
}

#[test]
fn files_that_found_no_place_are_not_noted() {
    assert_eq!(noted("tiendo.db/ra"), 0);
}
