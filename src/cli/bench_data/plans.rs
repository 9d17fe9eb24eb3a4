//! The plans: heads, outlines and the documents they cite; what they ask for is made elsewhere.

use chrono::{Datelike, Days, NaiveDate};

use super::dice::Dice;
use super::provinces::{Province, Staff};
use super::texts;
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::plan::{
    Citation, Clause, DocumentKind, DocumentState, Plan, PlanText, Recipient, Relation, Signer,
};

/// The first and the last day on which a plan is issued.
const ISSUED: [Option<NaiveDate>; 2] =
    [NaiveDate::from_ymd_opt(2021, 2, 1), NaiveDate::from_ymd_opt(2026, 6, 30)];

/// The numbers of the documents begin here, above those of the real ones.
const FIRST_NUMBER: usize = 301;

/// The clause of the targets; their bullets are `#1`, `#2` and so on.
pub(super) const TARGET_CLAUSE: &str = "II.2";
/// Bullets of targets.
pub(super) const TARGET_BULLETS: usize = 4;
/// The clause of the reports of agencies, and that of the report to the committee.
pub(super) const REPORT_CLAUSES: [(&str, &str); 2] =
    [("V.1", "Chế độ báo cáo của các cơ quan"), ("V.2", "Tổng hợp, báo cáo UBND tỉnh")];

/// The clauses that tasks stand in, in the order of the outline.
pub(super) const TASK_CLAUSES: [(&str, &str); 8] = [
    ("III.1.a", "Hoàn thiện cơ chế, chính sách"),
    ("III.1.b", "Cải cách thủ tục hành chính"),
    ("III.2.a", "Đào tạo, bồi dưỡng"),
    ("III.2.b", "Thu hút, sử dụng người có tài năng"),
    ("III.3", "Nguồn lực tài chính"),
    ("IV.1", "Nhiệm vụ của các sở, ban, ngành"),
    ("IV.2", "Nhiệm vụ của các địa phương"),
    ("IV.3", "Nhiệm vụ của các cơ quan liên quan"),
];

/// The clauses above those that something stands in.
const HEADINGS: [(&str, &str); 9] = [
    ("I", "Mục đích, yêu cầu"),
    ("II", "Mục tiêu"),
    ("II.1", "Mục tiêu chung"),
    (TARGET_CLAUSE, "Mục tiêu cụ thể"),
    ("III", "Nhiệm vụ và giải pháp"),
    ("III.1", "Thể chế"),
    ("III.2", "Nguồn nhân lực"),
    ("IV", "Tổ chức thực hiện"),
    ("V", "Chế độ thông tin, báo cáo"),
];

/// The part of `count` that falls to the one at `place` of `parts`.
pub(super) fn share(count: usize, parts: usize, place: usize) -> usize {
    count / parts + usize::from(place < count % parts)
}

/// The day on which the n-th of so many plans was issued: one after the other, over the whole time.
pub(super) fn issued_on(number: usize, plans: usize) -> NaiveDate {
    let [first, last] = ISSUED.map(Option::unwrap_or_default);
    let days = (last - first).num_days().unsigned_abs() * number as u64 / plans.max(1) as u64;
    first.checked_add_days(Days::new(days)).unwrap_or(last)
}

/// The n-th plan without targets, tasks and obligations.
pub(super) fn head(
    number: usize,
    province: &Province,
    issued: NaiveDate,
    staff: &Staff<'_>,
    dice: &mut Dice,
) -> Plan {
    let (place, year) = (FIRST_NUMBER + number, issued.year());
    let topic = texts::topic(dice);
    Plan {
        id: PlanId::new(format!("{}-{place}-{year}", province.slug)),
        source: format!("mau-{place}.txt"),
        short: format!("KH {place}/KH-UBND"),
        province: province.name.to_owned(),
        issuer: staff.committee.clone(),
        number: Some(format!("{place}/KH-UBND")),
        issued_on: Some(issued),
        year: Some(year),
        kind: DocumentKind::Plan,
        state: DocumentState::Issued,
        title: format!("Kế hoạch {topic} của tỉnh {}, giai đoạn {year} - 2030", province.name),
        signer: Some(Signer {
            name: "Nguyễn Văn Mẫu".to_owned(),
            position: "Phó Chủ tịch".to_owned(),
            authority: "TM. Ủy ban nhân dân, KT. Chủ tịch".to_owned(),
            signed: true,
        }),
        text: PlanText {
            citations: citations(staff, issued, topic, dice),
            recipients: recipients(staff),
            clauses: outline(),
        },
        targets: Vec::new(),
        tasks: Vec::new(),
        obligations: Vec::new(),
    }
}

fn citations(staff: &Staff<'_>, issued: NaiveDate, topic: &str, dice: &mut Dice) -> Vec<Citation> {
    let (council, year) = (dice.between(1, 60), issued.year());
    let cited = |number, issuer: Option<&str>, title, relation| Citation {
        number: Some(number),
        issued_on: None,
        issuer: issuer.map(AgencyId::new),
        title,
        relation,
        clause: None,
    };
    let minister = format!("Quyết định của Thủ tướng Chính phủ về {topic}");
    vec![
        cited(
            format!("{}/QĐ-TTg", dice.between(100, 2800)),
            Some("tw-thu-tuong"),
            minister,
            Relation::Implements,
        ),
        Citation {
            issuer: Some(staff.committee.clone()),
            ..cited(
                format!("{council}/QĐ-UBND"),
                None,
                format!("Quyết định của UBND tỉnh về {topic}, năm {year}"),
                Relation::BasedOn,
            )
        },
    ]
}

fn recipients(staff: &Staff<'_>) -> Vec<Recipient> {
    let named = staff.departments.iter();
    let mut recipients: Vec<Recipient> = named
        .map(|agency| Recipient { agency: Some(agency.id.clone()), as_printed: agency.short.clone() })
        .collect();
    recipients.push(Recipient { agency: None, as_printed: "Lưu: VT, TH".to_owned() });
    recipients
}

/// Every clause in the order of the text, two lines each.
fn outline() -> Vec<Clause> {
    let bullets: Vec<String> = (1..=TARGET_BULLETS).map(|n| format!("{TARGET_CLAUSE}#{n}")).collect();
    let bullets = bullets.iter().map(|path| (path.as_str(), "Nhóm chỉ tiêu"));
    let mut clauses: Vec<(&str, &str)> =
        HEADINGS.into_iter().chain(bullets).chain(TASK_CLAUSES).chain(REPORT_CLAUSES).collect();
    // No heading sorts behind another by its text alone, as long as no section is beyond V.
    clauses.sort_by_key(|(path, _)| (*path).to_owned());
    (0..)
        .zip(clauses)
        .map(|(at, (path, heading))| Clause {
            path: path.to_owned(),
            heading: heading.to_owned(),
            lines: (10 + 2 * at, 11 + 2 * at),
            note: None,
        })
        .collect()
}
