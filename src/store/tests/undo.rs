//! Taking back: each kind of change, other users in between, and random walks against a model.

use proptest::prelude::*;

use super::super::Store;
use super::super::samples::{compilation, everything, now, observation, progress, report, reworded, waiver};
use super::{Desk, ask, history, put};
use crate::domain::change::{Failure, Record, Reply, Request, Undone};
use crate::domain::ids::AgencyId;
use crate::domain::schedule::Period;

fn undo(store: &mut Store) -> Undone {
    match ask(store, Request::Undo) {
        Reply::Undone(undone) => undone,
        other => panic!("not undone: {other:?}"),
    }
}

#[test]
fn inserts_and_updates_are_taken_back_one_by_one() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    for record in [
        progress("một"),
        observation(97.65),
        report(Period::Month(2026, 10), "một"),
        waiver("a"),
        compilation("a"),
    ] {
        let first = put(&mut lan, record);
        let second = put(&mut lan, reworded(first.clone(), "hai"));
        let mut restored = first.clone();
        restored.stamp_mut().revision = 3;
        assert_eq!(undo(&mut lan), Undone::Restored(restored.clone()));
        let stale = ask(&mut lan, Request::Save { record: second.clone(), draft: None });
        assert_eq!(stale, Reply::Conflict { mine: second, theirs: restored.clone() });
        assert_eq!(undo(&mut lan), Undone::Removed(restored));
        assert_eq!(everything(&lan), []);
    }
    assert_eq!(undo(&mut lan), Undone::Nothing);
}

#[test]
fn a_report_of_a_history_that_knew_no_evidence_comes_back_without() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    let first = put(&mut lan, report(Period::Year(2026), "một"));
    put(&mut lan, reworded(first.clone(), "hai"));
    let strip = "UPDATE change SET old_value = json_remove(old_value, '$.evidence', '$.enclosed'),
                                   new_value = json_remove(new_value, '$.evidence', '$.enclosed')";
    let rows = rusqlite::Connection::open(desk.path()).unwrap().execute(strip, []).unwrap();
    assert_eq!(rows, 2);
    let Record::Report(mut expected) = first else { panic!("a report") };
    expected.stamp.revision = 3;
    expected.evidence = String::new();
    assert_eq!(undo(&mut lan), Undone::Restored(Record::Report(expected)));
}

#[test]
fn choosing_an_agency_does_not_stand_in_the_way_of_undo() {
    let desk = Desk::new();
    let mut lan = desk.open("lan");
    let agency = Some(AgencyId::new("a"));
    let saved = put(&mut lan, progress("một"));
    ask(&mut lan, Request::SetMyAgency(agency.clone()));
    assert_eq!(history(&desk.path()), 2);
    assert_eq!(undo(&mut lan), Undone::Removed(saved));
    assert_eq!(undo(&mut lan), Undone::Nothing);
    assert_eq!(lan.snapshot().unwrap().my_agency, agency);
}

#[test]
fn what_somebody_else_built_on_is_not_taken_back_until_he_takes_his_back() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let first = put(&mut lan, progress("của Lan"));
    let second = put(&mut minh, reworded(first, "của Minh"));
    let refused = lan.handle(Request::Undo, now());
    let failure = Failure::ChangedByOther { by: "minh".into() };
    assert_eq!(refused, Some(Reply::Failed { request: Box::new(Request::Undo), failure }));
    assert_eq!(everything(&lan), [second]);
    let Undone::Restored(restored) = undo(&mut minh) else { panic!("an update is restored") };
    assert_eq!((restored.stamp().by.as_str(), restored.stamp().revision), ("lan", 3));
    assert_eq!(undo(&mut lan), Undone::Removed(restored));
}

#[test]
fn a_report_does_not_go_back_to_a_period_that_somebody_took_meanwhile() {
    let desk = Desk::new();
    let (mut lan, mut minh) = (desk.open("lan"), desk.open("minh"));
    let Record::Report(mut moved) = put(&mut lan, report(Period::Year(2025), "a")) else {
        panic!("a report")
    };
    moved.period = Period::Year(2026);
    put(&mut lan, Record::Report(moved));
    put(&mut minh, report(Period::Year(2025), "b"));
    let before = everything(&lan);
    let failure = Failure::ChangedByOther { by: "minh".into() };
    let reply = ask(&mut lan, Request::Undo);
    assert_eq!(reply, Reply::Failed { request: Box::new(Request::Undo), failure });
    assert_eq!(everything(&lan), before);
}

#[derive(Clone, Debug)]
enum Step {
    Insert(u8),
    /// Rewords one of the records that exist.
    Update(prop::sample::Index, u8),
    Agency(u8),
    Undo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => any::<u8>().prop_map(Step::Insert),
        3 => (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(index, text)| Step::Update(index, text)),
        1 => (0_u8..3).prop_map(Step::Agency),
        4 => Just(Step::Undo),
        1 => Just(Step::Reopen),
    ]
}

/// What users see: the texts of the records without their stamps.
type State = Vec<(i64, Record)>;

fn state(store: &mut Store) -> State {
    everything(store).into_iter().map(|record| (record.stamp().id, unstamped(record))).collect()
}

fn unstamped(mut record: Record) -> Record {
    let blank = progress("").stamp().clone();
    *record.stamp_mut() = blank;
    record
}

fn sample(text: u8) -> Record {
    match text % 3 {
        0 => progress(&text.to_string()),
        1 => observation(f64::from(text) / 4.0),
        _ => report(Period::Year(1900 + i32::from(text)), &text.to_string()),
    }
}

fn current(store: &mut Store, index: prop::sample::Index) -> Option<Record> {
    let records = everything(store);
    (!records.is_empty()).then(|| index.get(&records).clone())
}

fn chosen(number: u8) -> Option<AgencyId> {
    (number > 0).then(|| AgencyId::new(number.to_string()))
}

/// Does one step; answers whether it was a change that an undo takes back.
fn walk(desk: &Desk, store: &mut Store, step: &Step) -> bool {
    match step {
        Step::Insert(text) => {
            let reply = ask(store, Request::Save { record: sample(*text), draft: None });
            matches!(reply, Reply::Saved(_))
        }
        Step::Update(index, text) => current(store, *index).is_some_and(|record| {
            put(store, reworded(record, &text.to_string()));
            true
        }),
        Step::Agency(number) => {
            ask(store, Request::SetMyAgency(chosen(*number)));
            false
        }
        Step::Undo => false,
        Step::Reopen => {
            *store = desk.open("lan");
            false
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The model is a stack of states: a save pushes, an undo pops, and no undo moves the own agency.
    #[test]
    fn saves_and_undos_end_where_a_stack_of_states_says(steps in prop::collection::vec(step(), 1..30)) {
        let desk = Desk::new();
        let mut store = desk.open("lan");
        let mut stack: Vec<State> = Vec::new();
        let mut agency = None;
        for step in steps {
            let before = state(&mut store);
            if let Step::Agency(number) = step {
                agency = chosen(number);
            }
            let expected = match (&step, stack.last()) {
                (Step::Undo, None) => {
                    prop_assert_eq!(undo(&mut store), Undone::Nothing);
                    before
                }
                (Step::Undo, Some(_)) => {
                    undo(&mut store);
                    stack.pop().unwrap()
                }
                _ if walk(&desk, &mut store, &step) => {
                    let after = state(&mut store);
                    prop_assert!(after != before || matches!(step, Step::Update(..)));
                    stack.push(before);
                    after
                }
                _ => before,
            };
            prop_assert_eq!(state(&mut store), expected);
            prop_assert_eq!(&store.snapshot().unwrap().my_agency, &agency);
        }
    }
}
