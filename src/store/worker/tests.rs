use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use tempfile::TempDir;

use super::super::samples::{Shelf, now, progress};
use super::*;
use crate::domain::change::{Draft, Undone};

const LONG: Duration = Duration::from_secs(20);

fn store(folder: &TempDir) -> Store {
    let path = folder.path().join("tiendo.db");
    Shelf::new().open(&path, "lan").unwrap()
}

fn save_draft(number: usize) -> Request {
    Request::SaveDraft(Draft { key: format!("k{number:03}"), body: "đang gõ".into(), at: now() })
}

#[test]
fn replies_come_in_the_order_of_the_requests() {
    let folder = TempDir::new().unwrap();
    let (replies, inbox) = channel();
    let worker = Worker::start(store(&folder), move |reply| replies.send(reply).unwrap(), now).unwrap();
    worker.send(Request::Refresh).unwrap();
    worker.send(Request::Save { record: progress("một"), draft: None }).unwrap();
    worker.send(Request::Undo).unwrap();
    worker.finish();
    let replies: Vec<Reply> = inbox.iter().skip_while(|reply| matches!(reply, Reply::Refreshed(_))).collect();
    assert!(matches!(replies[..], [Reply::Saved(_), Reply::Undone(Undone::Removed(_))]), "{replies:?}");
}

#[test]
fn everything_sent_before_the_end_is_written() {
    for finish in [Worker::finish, drop::<Worker>] {
        let folder = TempDir::new().unwrap();
        let worker = Worker::start(store(&folder), |_| {}, now).unwrap();
        (0..100).for_each(|number| worker.send(save_draft(number)).unwrap());
        finish(worker);
        let drafts = store(&folder).snapshot().unwrap().drafts;
        assert_eq!(drafts.len(), 100);
    }
}

#[test]
fn a_fault_in_one_request_is_answered_and_the_next_one_is_served() {
    let folder = TempDir::new().unwrap();
    let (replies, inbox) = channel();
    let (ticks, clock) = channel();
    let tell = move |reply| replies.send(reply).unwrap();
    let worker = Worker::start(store(&folder), tell, move || clock.recv().unwrap_or(None).unwrap()).unwrap();
    ticks.send(None).unwrap();
    worker.send(save_draft(1)).unwrap();
    let reply = inbox.recv_timeout(LONG).unwrap();
    assert!(
        matches!(&reply, Reply::Failed { request, failure: Failure::Other(_) } if **request == save_draft(1)),
        "{reply:?}"
    );
    ticks.send(Some(now())).unwrap();
    worker.send(save_draft(2)).unwrap();
    assert!(matches!(inbox.recv_timeout(LONG).unwrap(), Reply::DraftSaved { .. }));
}

#[test]
fn a_dead_thread_neither_hangs_nor_hides() {
    let folder = TempDir::new().unwrap();
    let (ended, end) = channel::<()>();
    let tell = move |_| {
        let _keep = &ended;
        panic!("the receiver of the replies is broken");
    };
    let worker = Worker::start(store(&folder), tell, now).unwrap();
    worker.send(save_draft(1)).unwrap();
    assert_eq!(end.recv_timeout(LONG), Err(RecvTimeoutError::Disconnected));
    let mut refused = worker.send(save_draft(2));
    while refused.is_ok() {
        refused = worker.send(save_draft(2));
    }
    assert!(matches!(refused.map_err(|reply| *reply), Err(Reply::Failed { .. })));
    worker.finish();
}
