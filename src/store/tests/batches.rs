//! Records that belong together, and the ledger as it stands on the disk.

use super::*;
use crate::domain::ledger::LedgerFault;
use crate::store::{Batch, StoreError};

#[test]
fn records_that_belong_together_are_saved_all_or_none() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    let (entry, figure) = (progress("một"), observation(97.5));
    let Batch::Saved(saved) = lan.save_all(vec![entry, figure], now()).unwrap() else { panic!("a conflict") };
    assert_eq!((saved.len(), history(&desk.path())), (2, 2), "each is a change of its own");
    // The second one was saved by somebody else meanwhile: the first one stays out too.
    let [first, second] = <[Record; 2]>::try_from(saved).unwrap();
    put(&mut desk.open("minh"), second.clone());
    let reply = lan.save_all(vec![first.clone(), second], now()).unwrap();
    assert!(matches!(reply, Batch::Conflict(theirs) if theirs.stamp().by == "minh"));
    assert_eq!(history(&desk.path()), 3);
    // A step that may not be taken keeps out what stands before it.
    let Record::Report(report) = report(Period::Year(2026), "x") else { panic!("a report") };
    let report = Record::Report(Report { state: ReportState::Received, ..report });
    let error = lan.save_all(vec![first, report], now()).unwrap_err();
    assert!(matches!(error, StoreError::Step(StepFault::NotSent)), "{error:?}");
    assert_eq!(history(&desk.path()), 3);
}

#[test]
fn the_ledger_on_the_disk_is_checked_with_what_the_reports_claim() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    sent_report(&mut lan, &mut minh, Period::Year(2026));
    sent_report(&mut lan, &mut minh, Period::Year(2027));
    let (good, fault) = lan.ledger().unwrap().check();
    assert_eq!((good.len(), fault), (2, None));
    let conn = rusqlite::Connection::open(desk.path()).unwrap();
    conn.execute_batch("DROP TRIGGER submission_stays; DELETE FROM submission WHERE number = 2").unwrap();
    assert_eq!(lan.ledger().unwrap().check().1, Some(LedgerFault::Missing(2)));
    conn.execute_batch("DROP TRIGGER submission_is_kept; UPDATE submission SET version = 7").unwrap();
    assert_eq!(lan.ledger().unwrap().check().1, Some(LedgerFault::Changed(1)));
}
