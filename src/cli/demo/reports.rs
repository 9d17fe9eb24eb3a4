//! Made-up reports of this year: some sent in time, one late, some still drafts.

use chrono::{DateTime, FixedOffset};

use super::round::{sent, teachers};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Enclosed, Report, ReportKey, ReportState};
use crate::domain::schedule::Period;

use ReportState::{Draft, Sent};

/// Age in days, obligation, agency, state, texts: results, obstacles, proposals.
type Row = (u64, &'static str, &'static str, ReportState, [&'static str; 3]);

const TO_NOI_VU: &str = "lang-son-165-2024/IV.7.a";

const ROWS: &[Row] = &[
    (
        38,
        TO_NOI_VU,
        "ls-so-tai-chinh",
        Sent,
        [
            "Đã phân bổ kinh phí cho 11 nhiệm vụ; giải ngân 71%.",
            "Hai nhiệm vụ đề xuất sau kỳ lập dự toán.",
            "Các đơn vị gửi nhu cầu kinh phí trước tháng 7.",
        ],
    ),
    (
        33,
        TO_NOI_VU,
        "ls-so-y-te",
        Sent,
        [
            "Ban hành kế hoạch riêng; cử 24 bác sĩ đi học sau đại học; tổ chức 2 hội nghị quán triệt.",
            "Thiếu người thay thế khi cử đi học.",
            "Có cơ chế điều động tạm thời giữa các đơn vị.",
        ],
    ),
    (
        30,
        TO_NOI_VU,
        "ls-so-gddt",
        Sent,
        [
            "Rà soát mạng lưới trường; bồi dưỡng 211 lượt giáo viên.",
            "Số liệu học sinh sau sắp xếp chưa khớp.",
            "Dùng chung dữ liệu dân cư.",
        ],
    ),
    (
        27,
        TO_NOI_VU,
        "ls-so-nnmt",
        Sent,
        ["Triển khai đến các chi cục; 4 chi cục có báo cáo.", "Không có.", "Không có."],
    ),
    (
        8,
        TO_NOI_VU,
        "ls-so-tu-phap",
        Sent,
        ["Rà soát 6 văn bản về chính sách trí thức.", "Đang kiện toàn bộ máy nên gửi chậm.", "Không có."],
    ),
    (16, TO_NOI_VU, "ls-so-khcn", Draft, ["Đã quán triệt tại 7 trên 9 đơn vị trực thuộc.", "", ""]),
    (11, TO_NOI_VU, "ls-so-ngoai-vu", Draft, ["Kết nối 35 chuyên gia người Lạng Sơn ở xa quê.", "", ""]),
    (
        6,
        "lang-son-165-2024/IV.7.b",
        "ls-ubnd-tinh",
        Draft,
        ["Tổng hợp bước đầu từ 5 đơn vị đã gửi báo cáo.", "Còn đơn vị chưa gửi.", ""],
    ),
];

/// Every report: its age in days, and the report once its period and the instant of sending are known.
pub(super) fn all() -> impl Iterator<Item = (u64, impl FnOnce(Period, DateTime<FixedOffset>) -> Report)> {
    ROWS.iter().map(|row| (row.0, |period, at| made(*row, period, at)))
}

fn made((_, obligation, agency, state, texts): Row, period: Period, at: DateTime<FixedOffset>) -> Report {
    let [results, obstacles, proposals] = texts.map(str::to_owned);
    let key = ReportKey { obligation: ItemId::new(obligation), period, agency: AgencyId::new(agency) };
    let draft = Report { results, obstacles, proposals, ..Report::blank(&key) };
    if state != Sent {
        return draft;
    }
    let told = agency == "ls-so-gddt";
    let figures = told.then(|| teachers(at.date_naive(), 2_871.0)).into_iter().collect();
    sent(Report { enclosed: Enclosed { figures, ..Enclosed::default() }, ..draft })
}
