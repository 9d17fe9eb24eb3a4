//! Made-up progress entries.

use chrono::NaiveDate;

use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::record::{ProgressEntry, Stamp, WorkState};

/// An entry without its day.
struct Entry {
    days: u64,
    task: &'static str,
    agency: &'static str,
    state: WorkState,
    percent: Option<u8>,
    /// Result, obstacle, proposal, evidence.
    texts: [&'static str; 4],
}

const fn entry(
    days: u64,
    (task, agency): (&'static str, &'static str),
    (state, percent): (WorkState, u8),
    texts: [&'static str; 4],
) -> Entry {
    // Of what has not begun or rests, nobody gives a share.
    let percent = if matches!(state, DOING | DONE) { Some(percent) } else { None };
    Entry { days, task, agency, state, percent, texts }
}

const DOING: WorkState = WorkState::InProgress;
const DONE: WorkState = WorkState::Done;
const PAUSED: WorkState = WorkState::Suspended;
const WAITING: WorkState = WorkState::NotStarted;

const LANG_SON: &[Entry] = &[
    entry(
        160,
        ("IV.1.a", "ls-so-noi-vu"),
        (DOING, 20),
        [
            "Đã gửi văn bản hướng dẫn đến 14 sở, ngành; lập bảng theo dõi chung.",
            "",
            "",
            "Công văn mẫu 101/SNV",
        ],
    ),
    entry(
        74,
        ("IV.1.a", "ls-so-noi-vu"),
        (DOING, 45),
        [
            "Kiểm tra tại 4 đơn vị; 3 đơn vị đã có kế hoạch riêng.",
            "Một số đơn vị chưa bố trí người theo dõi.",
            "Mỗi đơn vị cử một đầu mối.",
            "Biên bản mẫu 07/BB",
        ],
    ),
    entry(
        19,
        ("IV.1.a", "ls-so-noi-vu"),
        (DOING, 60),
        [
            "Đã đôn đốc lần hai; 9 đơn vị cập nhật tiến độ.",
            "Số liệu các đơn vị chưa cùng một mẫu.",
            "Ban hành mẫu số liệu dùng chung từ năm sau.",
            "Công văn mẫu 188/SNV",
        ],
    ),
    entry(
        41,
        ("IV.1.b", "ls-so-noi-vu"),
        (DOING, 30),
        ["Dự thảo lần một danh mục chính sách cần sửa.", "", "", "Tờ trình mẫu 12/TTr"],
    ),
    entry(
        12,
        ("IV.1.c", "ls-so-noi-vu"),
        (DOING, 35),
        ["Đã nhận báo cáo của 5 đơn vị, đang tổng hợp.", "Còn đơn vị gửi chậm.", "", "Bảng tổng hợp mẫu"],
    ),
    entry(
        35,
        ("IV.2.a", "ls-so-gddt"),
        (DOING, 55),
        [
            "Rà soát xong mạng lưới trường của 6 khu vực.",
            "Thiếu số liệu học sinh sau khi sắp xếp đơn vị hành chính.",
            "Đề nghị cho dùng chung dữ liệu dân cư.",
            "Báo cáo mẫu 45/SGDĐT",
        ],
    ),
    entry(
        96,
        ("IV.2.b", "ls-so-gddt"),
        (DOING, 40),
        ["Mở 3 lớp bồi dưỡng, 126 lượt giáo viên tham gia.", "", "", "Quyết định mẫu 210/QĐ"],
    ),
    entry(
        22,
        ("IV.2.b", "ls-so-gddt"),
        (DOING, 70),
        [
            "Thêm 2 lớp trực tuyến, lũy kế 211 lượt giáo viên.",
            "Đường truyền ở một số trường còn yếu.",
            "",
            "Danh sách mẫu kèm theo",
        ],
    ),
    entry(
        58,
        ("IV.2.c", "ls-so-gddt"),
        (PAUSED, 0),
        [
            "Tạm hoãn chờ đối tác xác nhận chỉ tiêu học bổng.",
            "Chưa nhận được phúc đáp.",
            "Đề nghị Sở Ngoại vụ hỗ trợ liên hệ.",
            "",
        ],
    ),
    entry(
        28,
        ("IV.3#1", "ls-so-tai-chinh"),
        (DONE, 100),
        ["Đã tham mưu phân bổ kinh phí năm và hướng dẫn sử dụng.", "", "", "Công văn mẫu 301/STC"],
    ),
    entry(
        66,
        ("IV.5.a", "ls-so-y-te"),
        (DONE, 100),
        ["Tổ chức 2 hội nghị quán triệt, 340 người dự.", "", "", "Kế hoạch mẫu 15/KH-SYT"],
    ),
    entry(
        49,
        ("IV.5.a", "ls-so-khcn"),
        (DOING, 80),
        ["Đã quán triệt tại 7 trên 9 đơn vị trực thuộc.", "", "", ""],
    ),
    entry(
        31,
        ("IV.5.b", "ls-so-y-te"),
        (DONE, 100),
        ["Ban hành kế hoạch riêng của ngành, giao việc cho 11 đơn vị.", "", "", "Kế hoạch mẫu 22/KH-SYT"],
    ),
    entry(
        15,
        ("IV.5.b", "ls-so-tu-phap"),
        (WAITING, 0),
        ["", "Đang chờ kiện toàn bộ máy.", "Cho lùi thời gian ban hành kế hoạch một tháng.", ""],
    ),
    entry(
        9,
        ("IV#1", "ls-so-nnmt"),
        (DOING, 50),
        ["Triển khai đến các chi cục; 4 chi cục có báo cáo.", "", "", ""],
    ),
];

const KIEN_GIANG: &[Entry] = &[
    entry(
        120,
        ("III.1.a", "kg-so-khcn"),
        (DOING, 25),
        ["Lập danh sách đầu mối của các sở, ngành.", "", "", ""],
    ),
    entry(
        44,
        ("III.1.a", "kg-so-khcn"),
        (DOING, 50),
        [
            "Họp giao ban quý; 12 đơn vị báo cáo miệng.",
            "Chưa ấn định ngày báo cáo định kỳ.",
            "Đề nghị UBND tỉnh ấn định một ngày báo cáo hằng năm.",
            "Thông báo mẫu 33/TB",
        ],
    ),
    entry(
        37,
        ("III.2.a", "kg-lien-hiep-hoi-khkt"),
        (DOING, 30),
        ["Đã có dự thảo đề án thành lập hội; lấy ý kiến lần một.", "", "", "Dự thảo mẫu lần 1"],
    ),
    entry(
        83,
        ("III.2.c", "kg-lien-hiep-hoi-khkt"),
        (DONE, 100),
        ["Hoàn thành 4 cuộc phản biện, 1 hội thảo.", "", "", "Kỷ yếu mẫu"],
    ),
    entry(
        25,
        ("III.2.d", "kg-lien-hiep-hoi-khkt"),
        (DOING, 15),
        [
            "Thu thập phiếu của 620 người.",
            "Trùng với cơ sở dữ liệu ở mục III.2.e.",
            "Thống nhất một cơ sở dữ liệu dùng chung.",
            "",
        ],
    ),
    entry(
        53,
        ("III.3.b", "kg-so-noi-vu"),
        (DOING, 65),
        ["Đã trình dự thảo sửa đổi chính sách thu hút.", "", "", "Tờ trình mẫu 60/TTr-SNV"],
    ),
    entry(
        18,
        ("III.4.a", "kg-so-gddt"),
        (DOING, 75),
        ["Cử 92 nhà giáo đi học nâng chuẩn.", "", "", "Danh sách mẫu"],
    ),
    entry(
        62,
        ("III.5.a", "kg-so-y-te"),
        (DOING, 40),
        ["Cử 38 bác sĩ học chuyên khoa.", "Thiếu người thay thế ở tuyến cơ sở.", "", ""],
    ),
    entry(
        29,
        ("PL.1", "kg-so-noi-vu"),
        (DONE, 100),
        ["Hoàn thành các lớp của năm, 1.150 lượt học viên.", "", "", "Báo cáo mẫu 77/BC-SNV"],
    ),
    entry(
        14,
        ("PL.10", "kg-so-khcn"),
        (DOING, 60),
        ["Nhận 48 hồ sơ dự thi, vòng chung khảo đang chuẩn bị.", "", "", "Thể lệ mẫu"],
    ),
];

/// Every entry: its age in days, and the entry once its day is known.
pub(super) fn all() -> impl Iterator<Item = (u64, impl FnOnce(NaiveDate) -> ProgressEntry)> {
    let plans = [("lang-son-165-2024", LANG_SON), ("kien-giang-192-2024", KIEN_GIANG)];
    let entries =
        plans.into_iter().flat_map(|(plan, entries)| entries.iter().map(move |entry| (plan, entry)));
    entries.map(|(plan, entry)| (entry.days, move |as_of| made(plan, entry, as_of)))
}

fn made(plan: &str, entry: &Entry, as_of: NaiveDate) -> ProgressEntry {
    let [result, obstacle, proposal, evidence] = entry.texts.map(str::to_owned);
    ProgressEntry {
        stamp: Stamp::default(),
        task: ItemId::within(&PlanId::new(plan), entry.task),
        agency: AgencyId::new(entry.agency),
        as_of,
        state: entry.state,
        percent: entry.percent,
        result,
        obstacle,
        proposal,
        evidence,
    }
}
