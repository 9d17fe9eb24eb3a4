//! Saving, conflicts, drafts, refreshing and failing, on files of their own.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::samples::{
    Shelf, compilation, entries, everything, now, observation, progress, reminder, report, reworded,
    sent_versions, waiver,
};
use super::{Store, changes};
use crate::domain::change::{Draft, Failure, Record, Records, Reply, Request, Undone};
use crate::domain::ids::AgencyId;
use crate::domain::input_method::InputMethod;
use crate::domain::record::{Report, ReportState, Sealed, StepFault, seal};
use crate::domain::schedule::Period;

mod batches;
mod imports;
mod undo;

/// A folder with a database in it; both go when it is dropped.
struct Desk {
    folder: TempDir,
    shelf: Shelf,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), shelf: Shelf::new() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("tiendo.db")
    }

    fn open(&self, user: &str) -> Store {
        self.shelf.open(&self.path(), user).unwrap()
    }
}

fn ask(store: &mut Store, request: Request) -> Reply {
    store.handle(request, now()).expect("every request but a refresh is answered")
}

fn put(store: &mut Store, record: Record) -> Record {
    match ask(store, Request::Save { record, draft: None }) {
        Reply::Saved(saved) => saved,
        other => panic!("not saved: {other:?}"),
    }
}

fn draft(key: &str, body: &str) -> Draft {
    Draft { key: key.into(), body: body.into(), at: now() }
}

fn history(path: &Path) -> i64 {
    changes::newest(&rusqlite::Connection::open(path).unwrap()).unwrap()
}

#[test]
fn every_kind_of_record_comes_back_as_it_was_saved() {
    let desk = Desk::new();
    let mut store = desk.open("lan");
    let mut expected = Vec::new();
    for record in [
        progress("một"),
        progress("hai"),
        observation(97.65),
        report(Period::Year(2026), "a"),
        report(Period::Quarter(2026, 4), "b"),
        report(Period::Month(2026, 10), "c"),
        waiver("miễn"),
        reminder("2026-11-21", &["ls-so-y-te", "ls-cong-an"]),
    ] {
        let saved = put(&mut store, record.clone());
        let mut unstamped = saved.clone();
        *unstamped.stamp_mut() = record.stamp().clone();
        assert_eq!(unstamped, record);
        assert_eq!((saved.stamp().revision, saved.stamp().by.as_str()), (1, "lan"));
        assert_eq!(saved.stamp().at, Some(now()));
        expected.push(saved);
    }
    assert_eq!(everything(&store), expected);
    drop(store);
    assert_eq!(everything(&desk.open("minh")), expected);
}

#[test]
fn a_record_of_revision_nought_is_new_whatever_id_it_carries() {
    let desk = Desk::new();
    let mut store = desk.open("lan");
    let first = put(&mut store, progress("một"));
    let mut copy = reworded(first.clone(), "hai");
    copy.stamp_mut().revision = 0;
    let second = put(&mut store, copy);
    assert_ne!(second.stamp().id, first.stamp().id);
    assert_eq!(entries(&store).len(), 2);
}

#[test]
fn a_stale_save_is_a_conflict_and_writes_nothing() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let first = put(&mut lan, progress("một"));
    let theirs = put(&mut minh, reworded(first.clone(), "hai"));
    let mine = reworded(first, "ba");
    ask(&mut lan, Request::SaveDraft(draft("k", "ba")));
    let reply = ask(&mut lan, Request::Save { record: mine.clone(), draft: Some("k".into()) });
    assert_eq!(reply, Reply::Conflict { mine, theirs: theirs.clone() });
    let snapshot = lan.snapshot().unwrap();
    assert_eq!(snapshot.drafts, [draft("k", "ba")]);
    assert_eq!(everything(&lan), [theirs]);
    assert_eq!(history(&desk.path()), 2);
}

#[test]
fn nobody_is_reminded_twice_on_a_day_and_a_batch_can_be_taken_back() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let first = put(&mut lan, reminder("2026-11-21", &["ls-so-y-te", "ls-cong-an"]));
    let mine = reminder("2026-11-21", &["ls-cong-an", "ls-khac"]);
    let reply = ask(&mut minh, Request::Save { record: mine.clone(), draft: None });
    assert_eq!(reply, Reply::Conflict { mine: mine.clone(), theirs: first.clone() });
    // Others on the same day, and the same on another day.
    put(&mut minh, reminder("2026-11-21", &["ls-khac"]));
    put(&mut minh, reminder("2026-11-22", &["ls-cong-an"]));
    assert_eq!(ask(&mut lan, Request::Undo), Reply::Undone(Undone::Removed(first)));
    assert_eq!(lan.snapshot().unwrap().records.reminders.len(), 2);
    put(&mut minh, reminder("2026-11-21", &["ls-cong-an"]));
}

#[test]
fn what_is_sent_is_sealed_and_takes_only_the_steps_of_the_desk() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let sent = sent_report(&mut lan, &mut minh, Period::Year(2026));
    let Record::Report(report) = &sent else { panic!("a report") };
    let sealed = report.sealed.clone().unwrap();
    assert_eq!((sealed.number, sealed.version, sealed.by.as_str()), (1, 1, "minh"));
    assert_eq!(sealed.hash, seal(report, &sealed));
    assert_eq!(report.sent_at, Some(now()));

    let mine = reworded(sent.clone(), "hai");
    let reply = ask(&mut lan, Request::Save { record: mine.clone(), draft: None });
    assert_eq!(reply, Reply::Conflict { mine, theirs: sent.clone() });
    for store in [&mut lan, &mut minh] {
        match ask(store, Request::Undo) {
            Reply::Undone(Undone::Barred(barred)) => assert_eq!(*barred, *report),
            Reply::Failed { failure, .. } => {
                assert!(matches!(failure, Failure::ChangedByOther { .. }), "{failure:?}")
            }
            other => panic!("taken back: {other:?}"),
        }
    }
    assert_eq!(sent_versions(&lan), std::slice::from_ref(report));
}

#[test]
fn a_report_that_was_given_back_is_sent_as_a_second_version_over_the_first_seal() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let Record::Report(first) = sent_report(&mut lan, &mut minh, Period::Year(2026)) else { panic!() };
    let other = sent_report(&mut lan, &mut minh, Period::Year(2025));
    let no_remark = Report { state: ReportState::Returned, remark: String::new(), ..first.clone() };
    let reply = ask(&mut minh, Request::Save { record: Record::Report(no_remark), draft: None });
    assert!(matches!(reply, Reply::Failed { failure: Failure::Step(StepFault::NoRemark), .. }), "{reply:?}");
    let back = Report { state: ReportState::Returned, remark: "thiếu số".into(), ..first.clone() };
    let back = put(&mut minh, Record::Report(back));
    let Record::Report(mended) = put(&mut lan, reworded(back, "hai")) else { panic!() };
    assert_eq!((mended.state, mended.remark.as_str()), (ReportState::Returned, "thiếu số"));
    let second = submit_and_send(&mut lan, &mut minh, mended);
    let Record::Report(second) = second else { panic!() };
    let sealed = second.sealed.clone().unwrap();
    assert_eq!((sealed.number, sealed.version), (3, 2));
    let Record::Report(other) = other else { panic!() };
    assert_eq!(sealed.previous, other.sealed.unwrap().hash);
    assert_eq!(second.remark, "", "the remark was of the version before");
    let kept = sent_versions(&minh);
    assert_eq!(kept.iter().map(|r| r.sealed.as_ref().unwrap().number).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(kept[0], first);
}

#[test]
fn the_ledger_cannot_be_changed_by_hand() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    sent_report(&mut lan, &mut minh, Period::Year(2026));
    let conn = rusqlite::Connection::open(desk.path()).unwrap();
    for sql in ["UPDATE submission SET body = '{}'", "DELETE FROM submission"] {
        assert!(conn.execute(sql, []).is_err(), "{sql}");
    }
}

/// Written by lan, approved and sent by minh.
fn sent_report(lan: &mut Store, minh: &mut Store, period: Period) -> Record {
    let Record::Report(draft) = put(lan, report(period, "một")) else { panic!("a report") };
    submit_and_send(lan, minh, Report { author: None, sent_at: None, ..draft })
}

fn submit_and_send(lan: &mut Store, minh: &mut Store, report: Report) -> Record {
    let asked = Report { state: ReportState::AwaitingApproval, author: Some("lan".into()), ..report };
    let Record::Report(asked) = put(lan, Record::Report(asked)) else { panic!("a report") };
    put(
        minh,
        Record::Report(Report {
            state: ReportState::Sent,
            sealed: Some(Sealed::asked("minh", None)),
            ..asked
        }),
    )
}

#[test]
fn a_second_report_for_the_same_period_and_agency_is_a_conflict() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let theirs = put(&mut minh, report(Period::Year(2026), "của Minh"));
    let mine = report(Period::Year(2026), "của Lan");
    let reply = ask(&mut lan, Request::Save { record: mine.clone(), draft: None });
    assert_eq!(reply, Reply::Conflict { mine, theirs });
    let moved = put(&mut lan, report(Period::Year(2027), "của Lan"));
    let Record::Report(mut moved) = moved else { panic!("a report") };
    moved.period = Period::Year(2026);
    let reply = ask(&mut lan, Request::Save { record: Record::Report(moved), draft: None });
    assert!(matches!(reply, Reply::Conflict { .. }), "{reply:?}");
}

#[test]
fn a_record_that_was_taken_back_meanwhile_can_still_be_saved() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let first = put(&mut minh, progress("một"));
    assert_eq!(ask(&mut minh, Request::Undo), Reply::Undone(Undone::Removed(first.clone())));
    let saved = put(&mut lan, reworded(first, "hai"));
    assert_eq!(saved.stamp().revision, 2);
    assert_eq!(everything(&lan), [saved]);
}

#[test]
fn a_save_drops_the_named_draft_of_this_user_only() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    for key in ["a", "b", "c"] {
        ask(&mut lan, Request::SaveDraft(draft(key, "cũ")));
        ask(&mut minh, Request::SaveDraft(draft(key, "của Minh")));
    }
    let reply = ask(&mut lan, Request::SaveDraft(draft("b", "mới")));
    assert_eq!(reply, Reply::DraftSaved { key: "b".into(), at: now() });
    ask(&mut lan, Request::Save { record: progress("x"), draft: Some("a".into()) });
    assert_eq!(ask(&mut lan, Request::DropDraft("c".into())), Reply::DraftDropped("c".into()));
    assert_eq!(lan.snapshot().unwrap().drafts, [draft("b", "mới")]);
    assert_eq!(minh.snapshot().unwrap().drafts.len(), 3);
}

#[test]
fn a_committed_draft_survives_a_program_that_never_closes() {
    let desk = Desk::new();
    let mut store = desk.open("lan");
    ask(&mut store, Request::SaveDraft(draft("k", "đang gõ")));
    std::mem::forget(store);
    assert_eq!(desk.open("lan").snapshot().unwrap().drafts, [draft("k", "đang gõ")]);
}

#[test]
fn a_held_database_is_busy_after_the_patience_and_keeps_what_was_asked() {
    let desk = Desk::new();
    let (mut lan, minh) = (desk.open("lan"), desk.open("minh"));
    let lock = super::writing(&minh.conn).unwrap();
    let request = Request::Save { record: progress("một"), draft: None };
    let start = Instant::now();
    let reply = ask(&mut lan, request.clone());
    assert!(start.elapsed() < Duration::from_secs(3));
    let failed = |failure| Reply::Failed { request: Box::new(request.clone()), failure };
    assert_eq!(reply, failed(Failure::Busy));
    drop(lock);
    assert!(matches!(ask(&mut lan, request.clone()), Reply::Saved(_)));
    lan.conn.get().unwrap().pragma_update(None, "query_only", true).unwrap();
    assert_eq!(ask(&mut lan, request.clone()), failed(Failure::ReadOnly));
}

#[test]
fn a_full_disk_is_told_and_nothing_is_half_written() {
    let desk = Desk::new();
    let mut store = desk.open("lan");
    let pages: i64 = store.conn.get().unwrap().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit: i64 = store
        .conn
        .get()
        .unwrap()
        .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0))
        .unwrap();
    assert_eq!(limit, pages);
    let before = everything(&store);
    let record = progress(&"dài ".repeat(20_000));
    let reply = ask(&mut store, Request::Save { record, draft: None });
    assert!(matches!(reply, Reply::Failed { failure: Failure::Full, .. }), "{reply:?}");
    assert_eq!(everything(&store), before);
}

#[test]
fn a_refresh_answers_only_when_another_program_changed_records() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    lan.snapshot().unwrap();
    assert_eq!(lan.handle(Request::Refresh, now()), None);
    let mine = put(&mut lan, waiver("của tôi"));
    assert_eq!(lan.handle(Request::Refresh, now()), None);
    ask(&mut minh, Request::SaveDraft(draft("k", "gõ")));
    assert_eq!(lan.handle(Request::Refresh, now()), None);
    let theirs = put(&mut minh, reminder("2026-11-21", &["ls-so-y-te"]));
    let later = put(&mut lan, compilation("sau"));
    let mut expected = Records::default();
    [mine, theirs, later].into_iter().for_each(|record| expected.put(record));
    assert_eq!(lan.handle(Request::Refresh, now()), Some(Reply::Refreshed(expected)));
    assert_eq!(lan.handle(Request::Refresh, now()), None);
}

#[test]
fn the_own_agency_is_kept_for_each_user_and_logged_once() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    let agency = Some(AgencyId::new("ls-so-y-te"));
    for _ in 0..2 {
        let reply = ask(&mut lan, Request::SetMyAgency(agency.clone()));
        assert_eq!(reply, Reply::MyAgency(agency.clone()));
    }
    assert_eq!(lan.snapshot().unwrap().my_agency, agency);
    assert_eq!(desk.open("minh").snapshot().unwrap().my_agency, None);
    assert_eq!(history(&desk.path()), 1);
}

#[test]
fn the_input_method_is_kept_for_each_user_without_a_log() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    let saved = put(&mut lan, progress("một"));
    for method in [Some(InputMethod::Telex), Some(InputMethod::Vni), None, Some(InputMethod::Vni)] {
        assert_eq!(ask(&mut lan, Request::SetInputMethod(method)), Reply::InputMethodKept);
        assert_eq!(desk.open("lan").snapshot().unwrap().input_method, method);
    }
    assert_eq!(desk.open("minh").snapshot().unwrap().input_method, None);
    assert_eq!(history(&desk.path()), 1);
    assert_eq!(ask(&mut lan, Request::Undo), Reply::Undone(Undone::Removed(saved)));
    assert_eq!(lan.snapshot().unwrap().input_method, Some(InputMethod::Vni));
}

#[test]
fn what_is_read_in_one_moment_is_as_it_was_when_the_moment_began() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let catalog = lan.snapshot().unwrap().catalog;
    let Record::Progress(first) = put(&mut lan, progress("một")) else { panic!() };
    let told = || catalog.shelf().entries_on(&first.task).len();
    {
        let (_outer, _inner) = (catalog.moment(), catalog.moment());
        assert_eq!(told(), 1);
        put(&mut minh, progress("hai"));
        assert_eq!(told(), 1);
    }
    assert_eq!(told(), 2);
    put(&mut minh, progress("ba"));
    assert_eq!(told(), 3, "nothing is held any more");
}

#[test]
fn a_file_that_was_replaced_is_not_written_and_the_one_that_came_back_is() {
    let desk = Desk::new();
    let mut store = desk.open("lan");
    drop(store.snapshot().unwrap());
    let away = desk.path().with_extension("away");
    std::fs::rename(desk.path(), &away).unwrap();
    let request = Request::Save { record: progress("một"), draft: None };
    let failed = Reply::Failed { request: Box::new(request.clone()), failure: Failure::Moved };
    assert_eq!(ask(&mut store, request.clone()), failed);
    std::fs::copy(&away, desk.path()).unwrap();
    assert_eq!(ask(&mut store, request.clone()), failed);
    std::fs::rename(&away, desk.path()).unwrap();
    assert!(matches!(ask(&mut store, request), Reply::Saved(_)));
}

#[test]
fn a_refresh_finds_what_others_wrote_since_the_snapshot_and_nothing_twice() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    drop(lan.snapshot().unwrap());
    ask(&mut minh, Request::Save { record: progress("một"), draft: None });
    assert!(matches!(lan.handle(Request::Refresh, now()), Some(Reply::Refreshed(_))));
    assert_eq!(lan.handle(Request::Refresh, now()), None);
}
