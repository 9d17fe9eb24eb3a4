use super::*;
use crate::domain::agency::{Agency, GroupExtent, Membership};
use crate::domain::change::Records;
use crate::domain::decision::{Answer, Decision, Extension, Ruling};
use crate::domain::record::Report;
use crate::domain::testing::*;

const TODAY: &str = "2026-11-21";

struct Case {
    catalog: Catalog,
    records: Records,
}

impl Case {
    fn new() -> Self {
        Self { catalog: catalog(), records: Records::default() }
    }

    fn board(&mut self, obligation: &str, year: i32) -> Board {
        let today = day(TODAY);
        self.catalog.settle(&self.records.decisions, today);
        let key = RoundKey { obligation: ItemId::new(obligation), period: Period::Year(year) };
        let tracking = Tracking::since_year(2025);
        board(&self.catalog, &self.records.reminders, &calendar(), &key, tracking, today).unwrap()
    }

    fn report(&mut self, agency: &str, year: i32, state: ReportState, at: &str) {
        let sent = sent("s1/IV.7.a", year, agency, at);
        self.catalog.file(Report { state, ..sent });
    }

    fn rule(&mut self, ruling: Ruling) {
        self.records.decisions.push(Decision { stamp: stamp(1, "2026-10-01T08:00:00+07:00"), ruling });
    }
}

fn key(agency: &str) -> ReportKey {
    let obligation = ItemId::new("s1/IV.7.a");
    ReportKey { obligation, period: Period::Year(2026), agency: agency_id(agency) }
}

fn states(board: &Board) -> Vec<(&str, BoardState)> {
    board.rows.iter().map(|row| (row.agency.as_str(), row.state)).collect()
}

fn assert_adds_up(board: &Board) {
    let counted: usize = BoardState::ALL.into_iter().map(|state| board.count(state)).sum();
    assert_eq!(counted, board.rows.len());
    assert_eq!(counted - board.count(BoardState::Waived), board.total());
}

#[test]
fn the_compiler_is_left_out_and_named_and_an_abolished_group_is_not_counted() {
    let mut case = Case::new();
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!(states(&board), [("yt", BoardState::NotOpened), ("tc", BoardState::NotOpened)]);
    assert_eq!(board.excluded, [agency_id("nv")]);
    assert_eq!((board.total(), board.owing()), (2, 2));
    assert_eq!(board.due.unwrap().due_last, day("2026-10-29"));
    assert_eq!(board.rows[0].late_days, Some(23));
    // In 2024 the members of the group still existed.
    assert_eq!(case.board("s1/IV.7.a", 2024).total(), 4);
}

#[test]
fn every_state_has_its_row_and_the_counts_add_up() {
    let mut case = Case::new();
    let more = ["a1", "a2", "a3", "a4", "a5"];
    let members = [&["nv", "yt", "tc"][..], &more].concat();
    let mut agencies: Vec<Agency> = case.catalog.agencies().to_vec();
    agencies.retain(|agency| agency.id != agency_id("so"));
    agencies.extend(more.map(agency));
    agencies.push(group("so", GroupExtent::Enumerable, &members));
    case.catalog.set_agencies(agencies);
    case.report("yt", 2026, ReportState::Received, "2026-10-29T23:59:59+07:00");
    case.report("tc", 2026, ReportState::Sent, "2026-10-30T00:00:00+07:00");
    case.report("a1", 2026, ReportState::Returned, "2026-10-20T08:00:00+07:00");
    case.report("a2", 2026, ReportState::AwaitingApproval, "2026-10-20T08:00:00+07:00");
    case.report("a3", 2026, ReportState::Draft, "2026-10-20T08:00:00+07:00");
    case.rule(Ruling::Waiver { key: key("a4"), reason: "mới thành lập".into() });
    case.rule(granted("a5", "2026-12-05"));
    let board = case.board("s1/IV.7.a", 2026);
    use BoardState::*;
    let wanted = [Received, Sent, Returned, AwaitingApproval, Drafting, Waived, Extended];
    assert_eq!(board.rows.iter().map(|row| row.state).collect::<Vec<_>>(), wanted);
    assert_eq!((board.total(), board.owing()), (6, 4));
    assert_adds_up(&board);
    let late: Vec<_> = board.rows.iter().map(|row| row.late_days).collect();
    assert_eq!(late, [None, Some(1), Some(23), Some(23), Some(23), None, None]);
    let reminded = board.rows.iter().filter(|row| row.is_to_be_reminded(day(TODAY)));
    assert_eq!(reminded.count(), 3, "who was granted a later day is not asked before it");
}

fn granted(agency: &str, until: &str) -> Ruling {
    let answer = Answer { granted: true, by: "b".into(), on: day("2026-10-02"), remark: String::new() };
    Ruling::Extension(Extension {
        key: key(agency),
        reason: "chờ số liệu".into(),
        asked_for: day(until),
        asked_by: "a".into(),
        answer: Some(answer),
        granted_before: None,
    })
}

#[test]
fn a_granted_day_that_has_gone_is_asked_for_again() {
    let mut case = Case::new();
    case.rule(granted("yt", "2026-11-20"));
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!((board.rows[0].late_days, board.rows[0].extended_to), (Some(1), Some(day("2026-11-20"))));
    assert!(board.rows[0].is_to_be_reminded(day(TODAY)));
}

#[test]
fn sixty_five_communes_and_the_departments_without_the_desk() {
    let mut case = Case::new();
    let mut agencies: Vec<Agency> = case.catalog.agencies().to_vec();
    agencies.retain(|agency| agency.id != agency_id("xa"));
    let names: Vec<String> = (1..=65).map(|n| format!("x{n}")).collect();
    let commune = |id: &String| Agency { valid_from: Some(day("2025-07-01")), ..agency(id) };
    agencies.extend(names.iter().map(commune));
    let member = |id: &String| Membership { agency: agency_id(id), valid_from: None, valid_to: None };
    let mut communes = group("xa", GroupExtent::Enumerable, &[]);
    communes.group.as_mut().unwrap().members = names.iter().map(member).collect();
    agencies.push(communes);
    case.catalog.set_agencies(agencies);
    let s3 = &mut case.catalog.plans[1].obligations[0];
    s3.reporters = ["so", "xa", "lien-quan"].map(agency_id).to_vec();
    s3.recipient = agency_id("nv");
    let board = case.board("s3/V.8", 2026);
    assert_eq!((board.total(), board.owing()), (2 + 65, 67));
    assert_eq!(
        (board.excluded.clone(), board.uncounted.clone()),
        (vec![agency_id("nv")], vec![agency_id("lien-quan")])
    );
    assert!(board.preview, "of a draft");
    assert_adds_up(&board);
}

#[test]
fn a_group_that_nobody_can_list_is_named_and_never_counted() {
    let mut case = Case::new();
    case.catalog.plans[0].obligations[0].reporters = ["lien-quan", "xa", "yt"].map(agency_id).to_vec();
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!(board.uncounted, ["lien-quan", "xa"].map(agency_id));
    assert_eq!(board.total(), 1);
    // Who has ended without an heir waits for a decision.
    case.catalog.plans[0].obligations[0].reporters = vec![agency_id("cu"), agency_id("yt")];
    let mut agencies: Vec<Agency> = case.catalog.agencies().to_vec();
    agencies.push(ended("cu", "2025-06-30"));
    case.catalog.set_agencies(agencies);
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!((board.awaiting.clone(), board.total()), (vec![agency_id("cu")], 1));
}

#[test]
fn a_successor_stands_in_the_place_of_whom_the_clause_names() {
    let mut case = Case::new();
    let mut agencies: Vec<Agency> = case.catalog.agencies().to_vec();
    agencies.push(ended("cu", "2025-02-28"));
    case.catalog = Catalog::new(case.catalog.plans.clone(), agencies).with_successions(vec![whole(
        "cu",
        "tc",
        "2025-03-01",
    )]);
    case.catalog.plans[0].obligations[0].reporters = vec![agency_id("cu")];
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!(
        (&board.rows[0].agency, &board.rows[0].inherited_from),
        (&agency_id("tc"), &Some(agency_id("cu")))
    );
}

#[test]
fn earlier_years_count_where_something_is_known() {
    let mut case = Case::new();
    // 2024 was not followed: what is recorded of it counts, what is not does not.
    case.report("yt", 2024, ReportState::Received, "2024-10-29T10:00:00+07:00");
    case.report("yt", 2025, ReportState::Received, "2025-10-30T00:00:00+07:00");
    let board = case.board("s1/IV.7.a", 2026);
    let past = |at: usize| (board.rows[at].past.on_time, board.rows[at].past.of, board.rows[at].past.is_new);
    assert_eq!((past(0), past(1)), ((1, 2, false), (0, 1, false)));
    case.rule(Ruling::Waiver {
        key: ReportKey { period: Period::Year(2025), ..key("tc") },
        reason: "x".into(),
    });
    assert_eq!(case.board("s1/IV.7.a", 2026).rows[1].past.of, 0);
    // The first round has nothing before it.
    assert_eq!(case.board("s1/IV.7.a", 2024).rows[0].past, Punctuality::default());
    let mut agencies: Vec<Agency> = case.catalog.agencies().to_vec();
    agencies
        .iter_mut()
        .filter(|a| a.id == agency_id("yt"))
        .for_each(|a| a.valid_from = Some(day("2025-07-01")));
    case.catalog.set_agencies(agencies);
    assert!(case.board("s1/IV.7.a", 2026).rows[0].past.is_new);
}

#[test]
fn reminders_are_counted_for_their_round_alone() {
    let mut case = Case::new();
    let reminder = |on: &str, year, agencies: &[&str]| Reminder {
        stamp: stamp(1, "2026-11-01T08:00:00+07:00"),
        obligation: ItemId::new("s1/IV.7.a"),
        period: Period::Year(year),
        on: day(on),
        agencies: agencies.iter().map(|id| agency_id(id)).collect(),
    };
    case.records.reminders = vec![
        reminder("2026-11-05", 2026, &["yt"]),
        reminder("2026-10-20", 2026, &["yt", "tc"]),
        reminder("2025-10-20", 2025, &["tc"]),
    ];
    let board = case.board("s1/IV.7.a", 2026);
    let told = |at: usize| (board.rows[at].reminders, board.rows[at].reminded_on);
    assert_eq!(told(0), (2, Some(day("2026-11-05"))));
    assert_eq!(told(1), (1, Some(day("2026-10-20"))));
}

#[test]
fn the_parts_that_the_clause_asks_for_are_counted_as_they_fill() {
    let mut case = Case::new();
    case.catalog.plans[0].obligations[0].content =
        vec![ContentItem::Results, ContentItem::Obstacles, ContentItem::Proposals, ContentItem::Figures];
    case.report("yt", 2026, ReportState::Draft, "2026-10-20T08:00:00+07:00");
    let board = case.board("s1/IV.7.a", 2026);
    assert_eq!((board.rows[0].written, board.rows[1].written), ((1, 3), (0, 3)));
    let touched = board.rows[0].touched.clone().unwrap();
    assert_eq!((touched.0, touched.1.as_str()), (instant("2026-10-20T08:00:00+07:00"), "cv-01"));
}
