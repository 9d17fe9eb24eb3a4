//! A report and a letter as an office writes them.

use chrono::NaiveDate;
use tiendo::text::paper::{
    Align, Annex, Block, Column, IssueDate, Kind, Level, Paper, Recipients, Signature, Table,
};

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn column(head: &str, share: u16, align: Align) -> Column {
    Column { head: head.into(), share, align }
}

/// The yearly report of a department, two pages and more, with a table in its body and a landscape annex.
pub fn report() -> Paper {
    Paper {
        superior: Some("UBND tỉnh Lạng Sơn".into()),
        issuer: "Sở Nội vụ".into(),
        number: Some(5),
        symbol: "BC-SNV".into(),
        place: "Lạng Sơn".into(),
        date: IssueDate::Day(NaiveDate::from_ymd_opt(2026, 2, 5).unwrap()),
        kind: Kind::Named {
            title: "Báo cáo".into(),
            subject: "Kết quả thực hiện Kế hoạch số 165/KH-UBND năm 2025 và phương hướng, nhiệm vụ năm 2026"
                .into(),
        },
        addressees: strings(&["Ban Thường vụ Tỉnh ủy", "Ủy ban nhân dân tỉnh"]),
        body: body(),
        signature: Signature {
            authority: Vec::new(),
            position: "Giám đốc".into(),
            name: "Nguyễn Văn Hạnh".into(),
        },
        recipients: Recipients {
            copies: strings(&["Các sở, ban, ngành liên quan", "Lãnh đạo Sở", "Các phòng thuộc Sở"]),
            drafting_unit: "CCVC".into(),
        },
        annexes: vec![Annex {
            title: "Tiến độ từng nhiệm vụ được giao".into(),
            blocks: vec![tasks()],
            landscape: true,
        }],
    }
}

fn body() -> Vec<Block> {
    let mut body = vec![
        Block::text(
            "Thực hiện nhiệm vụ được phân công tại Kế hoạch số 165/KH-UBND của Ủy ban nhân dân tỉnh, Sở Nội vụ đã \
             tổng hợp kết quả của 14 cơ quan, đơn vị đến hết ngày 14 tháng 12 năm 2025 và báo cáo như sau:",
        ),
        Block::Heading(Level::One, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI".into()),
        Block::text(
            "Sở đã phân công từng phòng theo dõi từng nhóm nhiệm vụ, giao ban mỗi tháng một lần và gửi văn bản đôn \
             đốc khi còn 15 ngày là đến hạn. Có 13/14 cơ quan gửi báo cáo đúng hạn; 01 cơ quan gửi chậm 03 ngày làm \
             việc vì phải đối chiếu lại số liệu sau khi sắp xếp tổ chức bộ máy.",
        ),
        Block::Heading(Level::One, "II. KẾT QUẢ THỰC HIỆN".into()),
        Block::Heading(Level::Two, "1. Các chỉ tiêu chủ yếu".into()),
        indicators(),
    ];
    body.push(Block::Heading(Level::Two, "2. Các nhiệm vụ trọng tâm".into()));
    for (heading, text) in SECTIONS {
        body.push(Block::Heading(Level::Three, heading.into()));
        body.push(Block::text(text));
    }
    body.push(Block::Heading(Level::One, "III. KHÓ KHĂN, VƯỚNG MẮC".into()));
    body.extend(DIFFICULTIES.map(|text| Block::Dash(text.into())));
    body.push(Block::Heading(Level::One, "IV. PHƯƠNG HƯỚNG NĂM 2026 VÀ ĐỀ XUẤT".into()));
    body.extend(PROPOSALS.map(Block::text));
    body
}

const SECTIONS: [(&str, &str); 4] = [
    (
        "a) Rà soát, bố trí đội ngũ",
        "Đã rà soát hồ sơ của 2.146 công chức, viên chức; lập danh sách 118 người có trình độ cao đang làm trái ngành và \
         bố trí lại 74 người vào vị trí phù hợp. Số còn lại sẽ bố trí khi các đơn vị mới ổn định biên chế. Việc rà soát \
         làm trên cơ sở dữ liệu cán bộ, không yêu cầu các đơn vị kê khai lại những gì đã có.",
    ),
    (
        "b) Đào tạo, bồi dưỡng",
        "Mở 12 lớp cho 486 lượt người, trong đó 03 lớp về chuyển đổi số, 02 lớp tiếng Anh và 07 lớp nghiệp vụ. Kinh phí \
         thực hiện 3.240 triệu đồng, đạt 97,65% dự toán. Sau mỗi lớp đều có khảo sát; 91,3% học viên cho biết đã dùng \
         được kiến thức vào công việc trong vòng ba tháng.",
    ),
    (
        "c) Chính sách thu hút",
        "Trình cấp có thẩm quyền ban hành mức hỗ trợ mới; tiếp nhận 09 bác sĩ, 02 kỹ sư công nghệ thông tin và 01 tiến \
         sĩ nông nghiệp. So với năm 2024, số người được tiếp nhận tăng 05 người; chưa có trường hợp nào phải hoàn trả \
         kinh phí do bỏ việc trước thời hạn cam kết.",
    ),
    (
        "d) Thông tin, tuyên truyền",
        "Đăng 36 tin, bài trên cổng thông tin điện tử; phối hợp thực hiện 04 phóng sự về gương cán bộ trẻ ở các xã biên \
         giới; tổ chức 01 buổi đối thoại giữa lãnh đạo tỉnh với trí thức trẻ.",
    ),
];

const DIFFICULTIES: [&str; 3] = [
    "Một số chỉ tiêu chưa có số liệu gốc của năm 2023 nên chưa tính được tỷ lệ tăng; các đơn vị đang dùng cách tính khác \
     nhau, phải quy về một mẫu chung.",
    "Sau khi không còn cấp huyện, nhiệm vụ của 11 phòng nội vụ cấp huyện chưa có nơi tiếp nhận rõ ràng đối với việc theo \
     dõi học viên cử đi đào tạo dài hạn.",
    "Mức hỗ trợ thu hút còn thấp so với các tỉnh lân cận, nhất là đối với bác sĩ nội trú.",
];

const PROPOSALS: [&str; 3] = [
    "Sở tiếp tục theo dõi 08 nhiệm vụ chuyển tiếp, hoàn thành mẫu báo cáo chung trước ngày 31 tháng 3 và tổ chức tập huấn \
     cho 65 xã, phường trong quý II năm 2026.",
    "Đề nghị Ủy ban nhân dân tỉnh giao đầu mối theo dõi học viên đào tạo dài hạn cho Ủy ban nhân dân các xã, phường nơi học \
     viên công tác, và cho phép dùng chung cơ sở dữ liệu cán bộ để thay báo cáo giấy.",
    "Trên đây là báo cáo của Sở Nội vụ, kính trình Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân tỉnh xem xét, chỉ đạo",
];

fn indicators() -> Block {
    let rows = [
        ["1", "Công chức lãnh đạo có trình độ sau đại học", "%", "35", "36,8", "Đạt"],
        ["2", "Lượt người được bồi dưỡng kỹ năng số", "người", "450", "486", "Đạt"],
        ["3", "Bác sĩ được tiếp nhận theo chính sách thu hút", "người", "12", "9", "Chưa đạt"],
        ["4", "Đơn vị có quy hoạch chuyên gia đầu ngành", "%", "100", "97,65", "Chưa đạt"],
    ];
    Block::Table(Table {
        columns: vec![
            column("STT", 2, Align::Center),
            column("Chỉ tiêu", 10, Align::Left),
            column("Đơn vị", 3, Align::Center),
            column("Kế hoạch", 4, Align::Right),
            column("Thực hiện", 4, Align::Right),
            column("Đánh giá", 4, Align::Left),
        ],
        rows: rows.map(|row| strings(&row)).into(),
    })
}

/// Thirty tasks: more than a landscape page holds.
fn tasks() -> Block {
    let kinds = [
        ("Rà soát, cập nhật danh mục vị trí việc làm", "Phòng Tổ chức, biên chế", "Xong trước hạn 12 ngày"),
        ("Tham mưu kế hoạch đào tạo sau đại học", "Phòng Công chức, viên chức", "Đã trình, chờ phê duyệt"),
        (
            "Tổng hợp nhu cầu thu hút của các xã, phường",
            "Phòng Xây dựng chính quyền",
            "Còn 11 xã chưa gửi số liệu",
        ),
    ];
    let row = |at: usize| {
        let (task, lead, note) = kinds[at % kinds.len()];
        strings(&[
            &(at + 1).to_string(),
            task,
            lead,
            "30/10/2025",
            ["Xong", "Đang làm", "Chậm"][at % 3],
            note,
        ])
    };
    Block::Table(Table {
        columns: vec![
            column("STT", 2, Align::Center),
            column("Nhiệm vụ", 12, Align::Left),
            column("Chủ trì", 8, Align::Left),
            column("Hạn", 4, Align::Center),
            column("Trạng thái", 4, Align::Left),
            column("Ghi chú", 8, Align::Left),
        ],
        rows: (0..30).map(row).collect(),
    })
}

/// A letter that reminds, not numbered and dated yet, signed by a deputy.
pub fn letter() -> Paper {
    Paper {
        number: None,
        symbol: "SNV-CCVC".into(),
        date: IssueDate::Month(11, 2026),
        kind: Kind::Letter {
            subject: "đôn đốc gửi báo cáo năm 2026 thực hiện Kế hoạch số 165/KH-UBND".into(),
        },
        addressees: strings(&[
            "Sở Khoa học và Công nghệ",
            "Sở Y tế",
            "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
        ]),
        body: vec![
            Block::text(
                "Theo Kế hoạch số 165/KH-UBND, báo cáo năm của các cơ quan phải gửi về Sở Nội vụ trước ngày 30 tháng 10. \
                 Đến nay Sở chưa nhận được báo cáo của các cơ quan nêu trên.",
            ),
            Block::text("Để kịp tổng hợp, Sở Nội vụ đề nghị:"),
            Block::Dash("Gửi báo cáo qua trục liên thông văn bản trước ngày 27 tháng 11 năm 2026;".into()),
            Block::Dash("Số liệu chưa chốt thì ghi rõ là ước thực hiện và ngày lấy số liệu;".into()),
            Block::Dash("Trường hợp xin lùi thời hạn, có văn bản nêu lý do và ngày dự kiến gửi.".into()),
            Block::text("Rất mong nhận được sự phối hợp của các cơ quan./."),
        ],
        signature: Signature {
            authority: strings(&["KT. Giám đốc"]),
            position: "Phó Giám đốc".into(),
            name: "Hoàng Thị Mai".into(),
        },
        recipients: Recipients {
            copies: strings(&["Giám đốc Sở (báo cáo)"]), drafting_unit: "CCVC".into()
        },
        annexes: Vec::new(),
        ..report()
    }
}
