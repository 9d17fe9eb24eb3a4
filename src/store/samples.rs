//! A small catalogue with every kind of thing in it, and records about it, for the tests.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use rusqlite::Connection;

use super::{
    Bundled, OpenError, Opening, Store, compilations, decisions, observations, progress as entries_table,
    reminders, reports, rows,
};
use crate::domain::agency::{Agency, AgencyKind, Group, GroupExtent, Membership};
use crate::domain::calendar::{Calendar, CalendarDay, DayKind, DayStatus};
use crate::domain::change::Record;
use crate::domain::compilation::{Compilation, Section, Source};
use crate::domain::decision::{Decision, Ruling};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::{Baseline, Comparator, Milestone, Target};
use crate::domain::obligation::{ContentItem, ReportKind, ReportingObligation};
use crate::domain::plan::{
    Citation, Clause, DocumentKind, DocumentState, Plan, PlanText, Recipient, Relation, Signer,
};
use crate::domain::record::{
    Enclosed, Observation, ProgressEntry, Quality, Report, ReportKey, ReportQuery, ReportState, Stamp,
    WorkState,
};
use crate::domain::reminder::Reminder;
use crate::domain::schedule::{Bound, Condition, CycleDay, Every, Period, Rule, Schedule, YearPart, Years};
use crate::domain::succession::{Share, Succession};
use crate::domain::task::{LinkKind, Role, RoleOf, Task, TaskKind, TaskLink};

/// The plan of the samples.
pub(super) const PLAN: &str = "lang-son-165-2024";

/// Every progress entry, oldest first, whether or not its task is still in a plan.
pub(super) fn entries(store: &Store) -> Vec<ProgressEntry> {
    rows::listed(store.conn.get().unwrap(), "SELECT * FROM progress_entry ORDER BY id", entries_table::read)
        .unwrap()
}

/// Every record of every table, each table oldest first.
pub(super) fn everything(store: &Store) -> Vec<Record> {
    let conn = store.conn.get().unwrap();
    let all = |records: Vec<Vec<Record>>| records.into_iter().flatten().collect();
    all(vec![
        entries(store).into_iter().map(Record::Progress).collect(),
        listed(conn, "SELECT * FROM observation ORDER BY id", observations::read, Record::Observation),
        listed(conn, "SELECT * FROM report ORDER BY id", reports::read, Record::Report),
        listed(conn, "SELECT * FROM decision ORDER BY id", decisions::read, Record::Decision),
        listed(conn, "SELECT * FROM reminder ORDER BY id", reminders::read, Record::Reminder),
        listed(conn, "SELECT * FROM compilation ORDER BY id", compilations::read, Record::Compilation),
    ])
}

fn listed<T>(
    conn: &Connection,
    sql: &str,
    read: impl FnMut(&rows::Line<'_>) -> rusqlite::Result<T>,
    record: impl FnMut(T) -> Record,
) -> Vec<Record> {
    rows::listed(conn, sql, read).unwrap().into_iter().map(record).collect()
}

/// Every version in the ledger, oldest first.
pub(super) fn sent_versions(store: &Store) -> Vec<Report> {
    super::ledger::sent(store.conn.get().unwrap(), &ReportQuery::default()).unwrap()
}

pub(super) fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

pub(super) fn now() -> DateTime<FixedOffset> {
    at("2026-11-21T08:00:00+07:00")
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn item(local: &str) -> ItemId {
    ItemId::within(&PlanId::new(PLAN), local)
}

fn id(text: &str) -> AgencyId {
    AgencyId::new(text)
}

/// A calendar with two entries on one day.
pub(super) fn calendar() -> Calendar {
    let entry = |date: &str, kind, status| CalendarDay {
        date: day(date),
        kind,
        status,
        name: format!("Ngày {date}"),
        source: "Thông báo 9441/TB-BNV".into(),
    };
    let days = [
        entry("2026-09-02", DayKind::Holiday, DayStatus::Law),
        entry("2026-08-31", DayKind::Off, DayStatus::Approved),
        entry("2026-11-28", DayKind::Makeup, DayStatus::Proposed),
        entry("2026-11-28", DayKind::Holiday, DayStatus::Law),
    ];
    Calendar::new(days).with_published([2026, 2025])
}

/// A catalogue, and what is told of it before it is read.
pub(super) struct Shelf {
    pub bundled: Bundled,
    pub hash: u64,
}

impl Shelf {
    pub fn new() -> Self {
        let plans = vec![(plan(), u64::MAX), (bare_plan(), 2)];
        let bundled =
            Bundled { plans, agencies: agencies(), successions: successions(), calendar: calendar() };
        Self { bundled, hash: 7 }
    }

    pub fn opening<'a>(&self, path: &'a Path, user: &'a str) -> Opening<'a> {
        Opening { path, user, bundle_hash: self.hash, now: now() }
    }

    /// Opens a file with this catalogue, for somebody who does not wait long.
    pub fn open(&self, path: &Path, user: &str) -> Result<Store, OpenError> {
        self.open_as(self.opening(path, user))
    }

    pub fn open_as(&self, opening: Opening<'_>) -> Result<Store, OpenError> {
        Store::open_with(opening, Duration::from_millis(50), || Ok(self.bundled.clone()))
    }
}

fn agencies() -> Vec<Agency> {
    let office = Agency {
        id: id("ls-so-y-te"),
        name: "Sở Y tế tỉnh Lạng Sơn".into(),
        short: "Sở Y tế".into(),
        kind: AgencyKind::Department,
        province: Some("Lạng Sơn".into()),
        order: 9,
        aliases: vec!["Sở Y tế Lạng Sơn".into(), "SYT".into()],
        valid_from: Some(day("1991-01-01")),
        valid_to: Some(day("2030-12-31")),
        group: None,
        note: Some("ghi chú".into()),
    };
    let member = Membership {
        agency: office.id.clone(),
        valid_from: Some(day("2024-07-16")),
        valid_to: Some(day("2025-06-30")),
    };
    let open = Membership { agency: id("ls-cong-an"), valid_from: None, valid_to: None };
    let group = Agency {
        id: id("ls-cac-so"),
        name: "Các sở, ban, ngành tỉnh Lạng Sơn".into(),
        short: "Các sở".into(),
        kind: AgencyKind::Other,
        province: None,
        order: 1,
        aliases: vec![],
        valid_from: None,
        valid_to: None,
        group: Some(Group { extent: GroupExtent::Enumerable, members: vec![member, open] }),
        note: None,
    };
    let vague = Agency {
        id: id("ls-lien-quan"),
        name: "Các đơn vị có liên quan".into(),
        group: Some(Group { extent: GroupExtent::OpenEnded, members: vec![] }),
        ..group.clone()
    };
    vec![office, group, vague]
}

fn successions() -> Vec<Succession> {
    let whole = Succession {
        from: id("ls-so-y-te"),
        to: id("ls-cong-an"),
        on: day("2031-01-01"),
        functions: None,
        share: Share::Whole,
        source: "NQ 1".into(),
        certain: true,
    };
    let part = Succession {
        to: id("ls-cac-so"),
        functions: Some("báo chí".into()),
        share: Share::Part,
        certain: false,
        ..whole.clone()
    };
    vec![whole, part]
}

/// Every optional thing is there, every list has two entries against the alphabet.
pub(super) fn plan() -> Plan {
    Plan {
        id: PlanId::new(PLAN),
        source: "001.txt".into(),
        short: "KH 165/KH-UBND".into(),
        province: "Lạng Sơn".into(),
        issuer: id("ls-ubnd"),
        number: Some("165/KH-UBND".into()),
        issued_on: Some(day("2024-07-16")),
        year: Some(2024),
        kind: DocumentKind::Plan,
        state: DocumentState::Issued,
        title: "Phát triển đội ngũ trí thức".into(),
        signer: Some(Signer {
            name: "Dương Xuân Huyên".into(),
            position: "Phó Chủ tịch".into(),
            authority: "TM. Ủy ban nhân dân, KT. Chủ tịch".into(),
            signed: true,
        }),
        text: text(),
        targets: targets(),
        tasks: tasks(),
        obligations: obligations(),
    }
}

fn text() -> PlanText {
    PlanText {
        citations: citations(),
        recipients: vec![
            Recipient { agency: Some(id("ls-so-y-te")), as_printed: "- Các sở;".into() },
            Recipient { agency: None, as_printed: "- Lưu: VT.".into() },
        ],
        clauses: vec![
            Clause { path: "IV.7.b".into(), heading: "B".into(), lines: (81, 82), note: Some("x".into()) },
            Clause { path: "IV.7.a".into(), heading: "A".into(), lines: (80, 80), note: None },
        ],
    }
}

/// Nothing optional is there.
pub(super) fn bare_plan() -> Plan {
    Plan {
        id: PlanId::new("ha-tinh-2024"),
        number: None,
        issued_on: None,
        year: None,
        kind: DocumentKind::Digest,
        state: DocumentState::Draft,
        signer: None,
        text: PlanText::EMPTY,
        targets: vec![],
        tasks: vec![],
        obligations: vec![],
        ..plan()
    }
}

fn citations() -> Vec<Citation> {
    let full = Citation {
        number: Some("45-NQ/TW".into()),
        issued_on: Some(day("2023-11-24")),
        issuer: Some(id("tw")),
        title: "Nghị quyết".into(),
        relation: Relation::BasedOn,
        clause: Some("I".into()),
    };
    let bare = Citation { number: None, issued_on: None, issuer: None, clause: None, ..full.clone() };
    vec![full, Citation { relation: Relation::ContributesTo, ..bare }]
}

fn targets() -> Vec<Target> {
    let full = Target {
        id: item("b"),
        clause: "II.1#2.3".into(),
        indicator: "Tỷ lệ bác sĩ".into(),
        short: "Bác sĩ".into(),
        comparator: Comparator::MaintainFloor,
        comparator_words: "duy trì không dưới".into(),
        value: Some(97.65),
        value_high: Some(99.5),
        unit: "%".into(),
        per: Some("lĩnh vực".into()),
        population: "bác sĩ".into(),
        year: Some(2030),
        year_from: Some("II.1".into()),
        milestones: vec![Milestone { year: 2025, value: 0.1 }, Milestone { year: 2030, value: 97.65 }],
        baseline: Some(Baseline {
            value: 12.5,
            numerator: Some(1.0),
            denominator: Some(8.0),
            as_of: Some(day("2024-07-16")),
            clause: "[1]".into(),
        }),
        parent: Some(item("a")),
        responsible: vec![id("z"), id("a")],
        note: Some("trong đó".into()),
    };
    let bare = Target {
        id: item("a"),
        comparator: Comparator::Qualitative,
        value: None,
        value_high: None,
        per: None,
        year: None,
        year_from: None,
        milestones: vec![],
        baseline: Some(Baseline {
            value: 0.0,
            numerator: None,
            denominator: None,
            as_of: None,
            clause: "x".into(),
        }),
        parent: None,
        responsible: vec![],
        note: None,
        ..full.clone()
    };
    vec![full, bare.clone(), Target { id: item("c"), baseline: None, ..bare }]
}

fn schedule(rule: Rule) -> Schedule {
    Schedule {
        phrase: "trước ngày 30/10 hằng năm".into(), rule, inherited_from: Some("III.1.b".into())
    }
}

/// One task for each rule.
fn tasks() -> Vec<Task> {
    let rules = [
        Rule::Annual { day: 30, month: 10, bound: Bound::Before, from_year: Some(2024) },
        Rule::Yearly { from_year: None },
        Rule::EveryYears { years: 2, anchor: None },
        Rule::Once { date: day("2026-11-15"), bound: Bound::By },
        Rule::PeriodEnd { period: Period::Quarter(2024, 1) },
        Rule::Continuous { yearly: true, from: Some(day("2024-07-01")), phases: true, on_event: false },
        Rule::Phases { years: 5, yearly: true, until: Some(2030), vision: Some(2045) },
        Rule::Span { from_year: 2023, to_year: 2027, open_end: true },
        Rule::Conditional { condition: Condition::OnGuidance },
        Rule::Unspecified,
        Rule::PartEnd { part: YearPart::LastWeek(11), of: Years::From(2025) },
        Rule::PartEnd { part: YearPart::Quarter(2), of: Years::OfPlan },
        Rule::Cycle {
            every: Every::Quarter,
            on: Some(CycleDay { month: 4, day: 5, bound: Bound::Before }),
            from_year: None,
        },
        Rule::Cycle { every: Every::HalfAndYear, on: None, from_year: Some(2025) },
        Rule::PeriodEnd { period: Period::Week(2026, 48) },
    ];
    (0..).zip(rules).map(|(number, rule)| task(number, rule)).collect()
}

fn task(number: u32, rule: Rule) -> Task {
    Task {
        id: item(&format!("t{}", 90 - number)),
        clause: "IV.1.a".into(),
        kind: TaskKind::DataSystem,
        title: format!("Nhiệm vụ {number}"),
        roles: vec![
            RoleOf { agency: id("ls-so-y-te"), role: Role::SubmittingForApproval },
            RoleOf { agency: id("ls-cac-so"), role: Role::Coordinating },
        ],
        schedule: schedule(rule),
        links: vec![
            TaskLink { to: ItemId::new("khac/z"), kind: LinkKind::Conflict },
            TaskLink { to: item("t90"), kind: LinkKind::Implements },
        ],
        note: (number > 0).then(|| "lưu ý".into()),
    }
}

fn obligations() -> Vec<ReportingObligation> {
    let full = ReportingObligation {
        id: item("IV.7.b"),
        clause: "IV.7.b".into(),
        kind: ReportKind::Periodic,
        title: "Báo cáo năm".into(),
        reporters: vec![id("ls-so-y-te"), id("ls-cac-so")],
        recipient: id("ls-ubnd"),
        also_to: vec![id("z"), id("a")],
        via: Some(id("ls-so-noi-vu")),
        prepared_by: Some(id("ls-so-noi-vu")),
        consumes: vec![item("IV.7.z"), item("IV.7.a")],
        schedule: schedule(Rule::Annual { day: 15, month: 11, bound: Bound::Before, from_year: None }),
        content: vec![ContentItem::Results, ContentItem::EmergingIssues],
        note: Some("hằng nằm".into()),
    };
    let bare = ReportingObligation {
        id: item("IV.7.a"),
        reporters: vec![],
        also_to: vec![],
        via: None,
        prepared_by: None,
        consumes: vec![],
        content: vec![],
        note: None,
        ..full.clone()
    };
    vec![full, bare]
}

pub(super) fn progress(result: &str) -> Record {
    Record::Progress(ProgressEntry {
        stamp: Stamp::default(),
        task: item("t90"),
        agency: id("ls-so-y-te"),
        as_of: day("2026-11-20"),
        state: WorkState::InProgress,
        percent: Some(40),
        result: result.into(),
        obstacle: "thiếu \"kinh phí\"\n".into(),
        proposal: "kiến nghị".into(),
        evidence: "BC 12/BC-SYT".into(),
    })
}

pub(super) fn observation(value: f64) -> Record {
    Record::Observation(Observation {
        stamp: Stamp::default(),
        target: item("b"),
        agency: id("ls-so-y-te"),
        as_of: day("2026-09-30"),
        value: Some(value),
        numerator: Some(12_239.0),
        denominator: None,
        quality: Quality::Provisional,
        source: "Niên giám".into(),
    })
}

pub(super) fn report(period: Period, results: &str) -> Record {
    Record::Report(Report {
        stamp: Stamp::default(),
        obligation: item("IV.7.b"),
        period,
        agency: id("ls-so-y-te"),
        results: results.into(),
        obstacles: "khó khăn".into(),
        proposals: String::new(),
        // A draft: what is sent takes no further save, and the tests save again.
        state: ReportState::Draft,
        author: Some("lan".into()),
        remark: "thiếu số liệu".into(),
        sent_at: Some(at("2026-11-12T23:59:59+07:00")),
        sealed: None,
        received_at: None,
        issued: None,
        evidence: format!("phụ lục \"{results}\"\n"),
        enclosed: Enclosed::default(),
    })
}

/// A decision: a report that is not owed, and why.
pub(super) fn waiver(reason: &str) -> Record {
    let key = ReportKey { obligation: item("IV.7.a"), period: Period::Year(2024), agency: id("ls-so-y-te") };
    Record::Decision(Decision {
        stamp: Stamp::default(),
        ruling: Ruling::Waiver { key, reason: reason.into() },
    })
}

/// A compiled report of which one paragraph was rewritten.
pub(super) fn compilation(text: &str) -> Record {
    let key = |agency: &str| ReportKey {
        obligation: item("IV.7.b"),
        period: Period::Year(2026),
        agency: id(agency),
    };
    let report = ReportKey { obligation: item("IV.7.a"), ..key("ls-so-y-te") };
    let mut compilation = Compilation::new(key("ls-ubnd-tinh"));
    let source = Source { report, version: 1, section: Section::Results, place: 0 };
    compilation.rewrite(&source, text.into());
    Record::Compilation(compilation)
}

/// A batch of reminders for one round.
pub(super) fn reminder(on: &str, agencies: &[&str]) -> Record {
    Record::Reminder(Reminder {
        stamp: Stamp::default(),
        obligation: item("IV.7.a"),
        period: Period::Year(2026),
        on: day(on),
        agencies: agencies.iter().map(|agency| id(agency)).collect(),
    })
}

/// Changes the text of a record, as a form would, and the evidence of a report with it.
pub(super) fn reworded(mut record: Record, text: &str) -> Record {
    match &mut record {
        Record::Progress(entry) => entry.result = text.into(),
        Record::Observation(observation) => observation.source = text.into(),
        Record::Report(report) => {
            report.results = text.into();
            report.evidence = format!("phụ lục {text}");
        }
        Record::Compilation(compilation) => {
            for piece in &mut compilation.pieces {
                piece.text = text.into();
            }
        }
        Record::Decision(decision) => {
            if let Ruling::Waiver { reason, .. } = &mut decision.ruling {
                *reason = text.into();
            }
        }
        Record::Reminder(reminder) => reminder.agencies = vec![id(text)],
    }
    record
}
