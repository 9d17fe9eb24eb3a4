//! Small calendars and catalogues for the tests of the rules.

mod rules;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::agency::{Agency, AgencyKind, Group, GroupExtent, Membership};
use super::calendar::{Calendar, CalendarDay, DayKind, DayStatus};
use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId, PlanId};
use super::obligation::{ReportKind, ReportingObligation};
use super::phrase::parse_phrase;
use super::plan::{DocumentKind, DocumentState, Plan, PlanText};
use super::record::{ProgressEntry, Report, ReportKey, ReportState, Stamp, WorkState};
use super::schedule::{Period, Schedule};
use super::succession::{Share, Succession};
use super::task::{Role, RoleOf, Task, TaskKind};

pub use rules::{any_rule, dated_rule};

/// A day written as 2026-11-21.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The proposal of 2026 that nobody has decided yet.
pub fn swap_source() -> &'static str {
    "đề xuất hoán đổi 23/11"
}

/// The calendar of the vectors: 24/11 a holiday from 2026, the swap of 2026 proposed.
pub fn calendar() -> Calendar {
    use DayKind::{Holiday, Makeup, Off};
    use DayStatus::{Approved, Law, Proposed};
    let mut days: Vec<CalendarDay> = (2026..=2030)
        .map(|year| entry(&format!("{year}-11-24"), Holiday, Law, "Ngày Văn hóa Việt Nam", "NQ 28/2026/QH16"))
        .collect();
    for date in ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"] {
        days.push(entry(date, Holiday, Approved, "Tết Nguyên đán", "9441/TB-BNV"));
    }
    days.push(entry("2026-01-02", Off, Approved, "Hoán đổi", "12729/VPCP-KGVX"));
    days.push(entry("2026-01-10", Makeup, Approved, "Làm bù", "12729/VPCP-KGVX"));
    days.push(entry("2026-11-23", Off, Proposed, "Hoán đổi", swap_source()));
    days.push(entry("2026-11-28", Makeup, Proposed, "Làm bù", swap_source()));
    Calendar::new(days).with_published([2024, 2025, 2026])
}

fn entry(date: &str, kind: DayKind, status: DayStatus, name: &str, source: &str) -> CalendarDay {
    CalendarDay { date: day(date), kind, status, name: name.to_owned(), source: source.to_owned() }
}

/// The id of an agency.
pub fn agency_id(id: &str) -> AgencyId {
    AgencyId::new(id)
}

/// An agency that always existed.
pub fn agency(id: &str) -> Agency {
    Agency {
        id: agency_id(id),
        name: id.to_owned(),
        short: id.to_owned(),
        kind: AgencyKind::Department,
        province: None,
        order: 0,
        aliases: Vec::new(),
        valid_from: None,
        valid_to: None,
        group: None,
        note: None,
    }
}

/// A group; a member is written `id` or `id until 2025-06-30`.
pub fn group(id: &str, extent: GroupExtent, members: &[&str]) -> Agency {
    let members = members.iter().map(|text| {
        let (id, until) = text.split_once(" until ").map_or((*text, None), |(id, day)| (id, Some(day)));
        Membership { agency: agency_id(id), valid_from: None, valid_to: until.map(day) }
    });
    Agency { group: Some(Group { extent, members: members.collect() }), ..agency(id) }
}

/// A plan issued on `issued`, or a draft when that is empty.
pub fn plan(id: &str, issued: &str) -> Plan {
    Plan {
        id: PlanId::new(id),
        source: String::new(),
        short: id.to_owned(),
        province: "Lạng Sơn".to_owned(),
        issuer: agency_id("ubnd"),
        number: None,
        issued_on: (!issued.is_empty()).then(|| day(issued)),
        year: None,
        kind: DocumentKind::Plan,
        state: if issued.is_empty() { DocumentState::Draft } else { DocumentState::Issued },
        title: id.to_owned(),
        signer: None,
        text: PlanText::EMPTY,
        targets: Vec::new(),
        tasks: Vec::new(),
        obligations: Vec::new(),
    }
}

/// A schedule as the phrase says.
pub fn schedule(phrase: &str) -> Schedule {
    Schedule { phrase: phrase.to_owned(), rule: parse_phrase(phrase).unwrap(), inherited_from: None }
}

/// A periodic obligation of a plan.
pub fn obligation(
    plan: &Plan,
    clause: &str,
    phrase: &str,
    reporters: &[&str],
    recipient: &str,
) -> ReportingObligation {
    ReportingObligation {
        id: ItemId::within(&plan.id, clause),
        clause: clause.to_owned(),
        kind: ReportKind::Periodic,
        title: format!("báo cáo {clause}"),
        reporters: reporters.iter().map(|id| agency_id(id)).collect(),
        recipient: agency_id(recipient),
        also_to: Vec::new(),
        via: None,
        prepared_by: None,
        consumes: Vec::new(),
        schedule: schedule(phrase),
        content: Vec::new(),
        note: None,
    }
}

/// A task of a plan.
pub fn task(plan: &Plan, clause: &str, phrase: &str, roles: &[(&str, Role)]) -> Task {
    Task {
        id: ItemId::within(&plan.id, clause),
        clause: clause.to_owned(),
        kind: TaskKind::Duty,
        title: format!("việc {clause}"),
        roles: roles.iter().map(|(id, role)| RoleOf { agency: agency_id(id), role: *role }).collect(),
        schedule: schedule(phrase),
        links: Vec::new(),
        note: None,
    }
}

/// One issued plan (S1) and one draft (S3) of one province, with the groups that they name.
///
/// Members of "so": nv (the compiler), yt, tc; of "huyen": h1, h2 until 30/6/2025.
pub fn catalog() -> Catalog {
    let mut s1 = plan("s1", "2024-07-16");
    s1.obligations = vec![
        obligation(&s1, "IV.7.a", "trước ngày 30/10 hằng năm", &["so", "huyen"], "nv"),
        ReportingObligation {
            prepared_by: Some(agency_id("nv")),
            ..obligation(&s1, "IV.7.b", "trước ngày 15/11 hằng năm", &["ubnd"], "btv")
        },
        obligation(&s1, "IV.7.c", "thực hiện theo hướng dẫn của Ban Tổ chức Tỉnh ủy", &["so"], "nv"),
    ];
    let mut s3 = plan("s3", "");
    s3.obligations = vec![obligation(&s3, "V.8", "trước ngày 30/11 hằng năm", &["so"], "khcn")];
    let mut agencies: Vec<Agency> =
        ["ubnd", "btv", "nv", "khcn", "yt", "tc", "h1", "h2"].map(agency).into_iter().collect();
    agencies.push(group("so", GroupExtent::Enumerable, &["nv", "yt", "tc"]));
    agencies.push(group("huyen", GroupExtent::Enumerable, &["h1 until 2025-06-30", "h2 until 2025-06-30"]));
    agencies.push(group("lien-quan", GroupExtent::OpenEnded, &[]));
    agencies.push(group("xa", GroupExtent::Enumerable, &[]));
    Catalog::new(vec![s1, s3], agencies)
}

/// The stamp of a record saved at an instant.
pub fn stamp(id: i64, at: &str) -> Stamp {
    Stamp { id, revision: 1, by: "cv-01".to_owned(), at: Some(instant(at)) }
}

/// An instant written with its offset.
pub fn instant(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A report for a year, sent at an instant.
pub fn sent(obligation: &str, year: i32, agency: &str, at: &str) -> Report {
    let key = ReportKey {
        obligation: ItemId::new(obligation),
        period: Period::Year(year),
        agency: agency_id(agency),
    };
    Report {
        stamp: stamp(1, at),
        results: "x".to_owned(),
        state: ReportState::Sent,
        sent_at: Some(instant(at)),
        ..Report::blank(&key)
    }
}

/// A progress entry at noon of a day.
pub fn progress(task: &str, agency: &str, as_of: &str, state: WorkState) -> ProgressEntry {
    ProgressEntry {
        stamp: stamp(1, &format!("{as_of}T12:00:00+07:00")),
        task: ItemId::new(task),
        agency: agency_id(agency),
        as_of: day(as_of),
        state,
        percent: None,
        result: String::new(),
        obstacle: String::new(),
        proposal: String::new(),
        evidence: String::new(),
    }
}

/// An agency that ended on a day.
pub fn ended(id: &str, last: &str) -> Agency {
    Agency { valid_to: Some(day(last)), ..agency(id) }
}

/// A succession to the whole, settled by a law.
pub fn whole(from: &str, to: &str, on: &str) -> Succession {
    Succession {
        from: agency_id(from),
        to: agency_id(to),
        on: day(on),
        functions: None,
        share: Share::Whole,
        source: "NQ".into(),
        certain: true,
    }
}

/// A succession to a part.
pub fn part(from: &str, to: &str, on: &str) -> Succession {
    Succession { share: Share::Part, functions: Some("báo chí".to_owned()), ..whole(from, to, on) }
}
