//! A made-up round of 80 reporters: the plan of 2026 is issued, and the reports of communes and departments to Sở Khoa
//! học và Công nghệ have come to every state that there is.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use super::{Step, communes};
use crate::domain::change::Record;
use crate::domain::decision::{Decision, Ruling};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::record::{
    Enclosed, Observation, Quality, Report, ReportKey, ReportState, ReportedFigure, Sealed, Stamp,
};
use crate::domain::schedule::Period;

const PLAN: &str = "lang-son-2026";
const OBLIGATION: &str = "lang-son-2026/V.8#2";
/// Share of public intellectuals under 45 who were trained.
const TRAINED: &str = "lang-son-2026/II.2#4.2";
/// Who writes, and who approves, in the made-up data.
pub(super) const AUTHOR: &str = "can-bo-mau";
pub(super) const APPROVER: &str = "Lãnh đạo (mẫu)";

/// How far the reports have come, from the first commune on.
const STATES: [(ReportState, usize); 5] = [
    (ReportState::Received, 6),
    (ReportState::Sent, 14),
    (ReportState::Returned, 3),
    (ReportState::AwaitingApproval, 3),
    (ReportState::Draft, 4),
];

const RESULTS: [&str; 4] = [
    "Đã ban hành kế hoạch của địa phương và phân công công chức theo dõi.",
    "Tổ chức hội nghị quán triệt cho cán bộ, công chức và trưởng thôn.",
    "Rà soát, lập danh sách trí thức đang công tác trên địa bàn.",
    "Mở lớp bồi dưỡng kỹ năng số cho cán bộ, giáo viên, nhân viên y tế.",
];
/// Much the same in different words, as offices write it.
const OBSTACLES: [[&str; 3]; 4] = [
    [
        "Kinh phí thực hiện còn hạn hẹp.",
        "Kinh phí thực hiện còn rất hạn hẹp, chưa được bố trí riêng.",
        "Chưa được bố trí riêng kinh phí thực hiện.",
    ],
    [
        "Thiếu công chức có chuyên môn về khoa học và công nghệ.",
        "Xã thiếu công chức có chuyên môn về khoa học, công nghệ.",
        "Công chức phụ trách kiêm nhiệm, thiếu chuyên môn về khoa học và công nghệ.",
    ],
    [
        "Hạ tầng mạng ở các thôn vùng cao còn yếu.",
        "Hạ tầng mạng ở một số thôn còn yếu, chưa ổn định.",
        "Đường truyền ở các thôn vùng cao còn yếu.",
    ],
    [
        "Chưa có mẫu biểu thống nhất để thống kê đội ngũ trí thức.",
        "Chưa có mẫu biểu thống kê đội ngũ trí thức thống nhất.",
        "Không có.",
    ],
];
const PROPOSALS: [&str; 4] = [
    "Đề nghị Sở Tài chính bố trí kinh phí riêng trong dự toán năm sau.",
    "Đề nghị Sở Nội vụ mở lớp bồi dưỡng cho công chức cấp xã.",
    "Đề nghị Sở Khoa học và Công nghệ ban hành mẫu biểu thống kê dùng chung.",
    "Không có.",
];
const REMARKS: [&str; 3] =
    ["Bổ sung số liệu bồi dưỡng.", "Nêu rõ khó khăn, vướng mắc.", "Số liệu chưa khớp với kỳ trước."];

/// The day on which the made-up plan was issued: in January, but never after today.
pub(super) fn issue(now: DateTime<FixedOffset>) -> Record {
    let today = now.date_naive();
    let issued_on = NaiveDate::from_ymd_opt(today.year(), 1, 15).map_or(today, |day| day.min(today));
    let ruling = Ruling::PlanIssued { plan: PlanId::new(PLAN), number: "27/KH-UBND".to_owned(), issued_on };
    Record::Decision(Decision { stamp: Stamp::default(), ruling })
}

/// Every step of the round with its age in days.
pub(super) fn steps(period: Period, day: impl Fn(u64) -> NaiveDate) -> Vec<(u64, Step)> {
    let mut steps = Vec::new();
    let states = STATES.iter().flat_map(|(state, count)| std::iter::repeat_n(*state, *count));
    for (number, state) in (1..).zip(states) {
        let age = 36 - number as u64;
        let figure = figure(communes::id(number), day(age), (7 + number % 9, 20 + number % 5));
        steps.push((age, Step::Save(Box::new(Record::Observation(figure.clone())))));
        steps.extend(report(number, state, period, age, &figure));
    }
    steps.extend(told_twice(period, &day));
    steps
}

fn report(
    number: usize,
    state: ReportState,
    period: Period,
    age: u64,
    figure: &Observation,
) -> Vec<(u64, Step)> {
    let key = ReportKey { obligation: ItemId::new(OBLIGATION), period, agency: communes::id(number) };
    let enclosed = Enclosed { figures: vec![ReportedFigure::from(figure)], ..Enclosed::default() };
    let mut results = RESULTS[number % RESULTS.len()].to_owned();
    results.push_str(&format!("\nTrong năm có {} lượt người được bồi dưỡng.", 7 + number % 9));
    let draft = Report {
        results,
        obstacles: OBSTACLES[number % 4][number / 4 % 3].to_owned(),
        proposals: PROPOSALS[number % 4].to_owned(),
        ..Report::blank(&key)
    };
    let first = match state {
        ReportState::Draft => Report { proposals: String::new(), ..draft },
        ReportState::AwaitingApproval => Report { state, author: Some(AUTHOR.to_owned()), enclosed, ..draft },
        _ => sent(Report { enclosed, ..draft }),
    };
    let mut steps = vec![(age, Step::Save(Box::new(Record::Report(first))))];
    match state {
        ReportState::Received => steps.push((age - 1, Step::Receive(key))),
        ReportState::Returned => {
            steps.push((age - 1, Step::Return(key, REMARKS[number % REMARKS.len()])));
        }
        _ => {}
    }
    steps
}

/// A report on its way through the ledger.
pub(super) fn sent(draft: Report) -> Report {
    let author = Some(AUTHOR.to_owned());
    Report { state: ReportState::Sent, author, sealed: Some(Sealed::asked(APPROVER, None)), ..draft }
}

fn figure(agency: AgencyId, as_of: NaiveDate, (numerator, denominator): (usize, usize)) -> Observation {
    Observation {
        stamp: Stamp::default(),
        target: ItemId::new(TRAINED),
        agency,
        as_of,
        value: None,
        numerator: Some(numerator as f64),
        denominator: Some(denominator as f64),
        quality: Quality::Estimate,
        source: "Số liệu mẫu".to_owned(),
    }
}

/// A department that tells this desk another figure than it told Sở Nội vụ for the same indicator.
fn told_twice(period: Period, day: &impl Fn(u64) -> NaiveDate) -> Vec<(u64, Step)> {
    let (obligation, agency) = (ItemId::new(OBLIGATION), AgencyId::new("ls-so-gddt"));
    let key = ReportKey { obligation, period, agency };
    let draft = Report {
        results: "Bồi dưỡng 211 lượt giáo viên; rà soát mạng lưới trường.".to_owned(),
        obstacles: "Kinh phí thực hiện còn hạn hẹp.".to_owned(),
        proposals: "Dùng chung dữ liệu dân cư.".to_owned(),
        enclosed: Enclosed { figures: vec![teachers(day(12), 2_912.0)], ..Enclosed::default() },
        ..Report::blank(&key)
    };
    vec![(12, Step::Save(Box::new(Record::Report(sent(draft)))))]
}

/// The share of public employees with a degree, as Sở Giáo dục và Đào tạo gives it.
pub(super) fn teachers(as_of: NaiveDate, numerator: f64) -> ReportedFigure {
    ReportedFigure {
        target: ItemId::new("lang-son-165-2024/II.1#2.2"),
        as_of,
        value: None,
        numerator: Some(numerator),
        denominator: Some(3_060.0),
        quality: Quality::Provisional,
    }
}
