use super::*;
use crate::domain::testing::sent;

/// A ledger of three lines, as the store writes it.
fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    let mut previous = String::new();
    for (number, agency) in (1..).zip(["so-y-te", "so-tu-phap", "so-nv"]) {
        let mut report = sent("s1/IV.7.a", 2026, agency, "2026-10-20T08:00:00+07:00");
        report.stamp.id = number;
        report.author = Some("lan".into());
        let by = report.stamp.by.clone();
        let mut sealed = Sealed { number, version: 1, by, previous, ..Sealed::asked("minh", None) };
        sealed.hash = seal(&report, &sealed);
        previous = sealed.hash.clone();
        ledger.claims.push((number, sealed.hash.clone()));
        report.sealed = Some(sealed);
        ledger.rows.push(LedgerRow {
            number,
            place: ["s1/IV.7.a".into(), "2026".into(), agency.into()],
            version: 1,
            body: serde_json::to_string(&report).unwrap(),
            report: Some(number),
        });
    }
    ledger
}

fn fault(change: impl FnOnce(&mut Ledger)) -> Option<LedgerFault> {
    let mut ledger = ledger();
    change(&mut ledger);
    ledger.check().1
}

#[test]
fn a_ledger_as_it_was_written_is_good() {
    let (good, fault) = ledger().check();
    assert_eq!((good.len(), fault), (3, None));
    assert_eq!(Ledger::default().check(), (Vec::new(), None));
}

#[test]
fn a_line_that_was_sent_before_the_one_above_it_is_named() {
    let (mut versions, _) = ledger().check();
    assert_eq!(set_back(&versions), [] as [i64; 0], "the same instant is none the worse");
    versions[1].sent_at = versions[1].sent_at.map(|at| at - chrono::TimeDelta::days(40));
    assert_eq!(set_back(&versions), [2]);
}

#[test]
fn every_changed_byte_of_a_line_is_found_in_that_line() {
    let whole = ledger();
    let bytes = whole.rows[1].body.len();
    for at in 0..bytes {
        let mut changed = whole.clone();
        let mut body = changed.rows[1].body.clone().into_bytes();
        body[at] ^= 1;
        let Ok(body) = String::from_utf8(body) else { continue };
        changed.rows[1].body = body;
        let (good, fault) = changed.check();
        let found = fault.map(LedgerFault::number);
        let hit = &whole.rows[1].body.as_bytes()[at.saturating_sub(30)..=at];
        assert_eq!((good.len(), found), (1, Some(2)), "byte {at} after {}", String::from_utf8_lossy(hit));
    }
}

#[test]
fn a_line_that_was_taken_out_or_sealed_anew_is_found() {
    assert_eq!(fault(|l| drop(l.rows.remove(1))), Some(LedgerFault::Missing(2)));
    assert_eq!(fault(|l| drop(l.rows.pop())), Some(LedgerFault::Missing(3)), "the reports still claim it");
    assert_eq!(fault(|l| l.rows[0].version = 2), Some(LedgerFault::Changed(1)));
    assert_eq!(fault(|l| l.rows[0].report = None), Some(LedgerFault::Changed(1)));
    assert_eq!(fault(|l| l.rows[0].place[2] = "so-nv".into()), Some(LedgerFault::Changed(1)));
    // Whoever seals a changed line anew breaks the next one.
    let resealed = |l: &mut Ledger, at: usize| {
        let mut report: Report = serde_json::from_str(&l.rows[at].body).unwrap();
        report.results.push('!');
        let mut sealed = report.sealed.clone().unwrap();
        sealed.hash = seal(&report, &sealed);
        report.sealed = Some(sealed);
        l.rows[at].body = serde_json::to_string(&report).unwrap();
    };
    assert_eq!(fault(|l| resealed(l, 0)), Some(LedgerFault::Unlinked(2)));
    assert_eq!(fault(|l| resealed(l, 2)), Some(LedgerFault::Changed(3)), "the report has the old seal");
}
