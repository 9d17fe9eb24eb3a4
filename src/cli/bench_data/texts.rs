//! Titles and sentences, put together from pieces.

use super::dice::Dice;

const VERBS: [&str; 16] = [
    "Xây dựng",
    "Rà soát, sửa đổi",
    "Hoàn thiện",
    "Tham mưu ban hành",
    "Tổ chức thực hiện",
    "Sơ kết, đánh giá",
    "Hướng dẫn triển khai",
    "Kiểm tra, đôn đốc",
    "Nghiên cứu, đề xuất",
    "Phối hợp ban hành",
    "Công khai",
    "Thẩm định",
    "Chuẩn bị nội dung",
    "Cập nhật",
    "Bố trí kinh phí cho",
    "Tuyên truyền, phổ biến",
];

const OBJECTS: [&str; 14] = [
    "nghị quyết của HĐND tỉnh về",
    "quyết định quy định chi tiết",
    "đề án đổi mới",
    "kế hoạch triển khai",
    "báo cáo chuyên đề về",
    "chương trình hành động về",
    "cơ sở dữ liệu dùng chung về",
    "bộ chỉ số đánh giá",
    "quy chế phối hợp trong",
    "dự thảo tờ trình về",
    "danh mục thủ tục hành chính thuộc",
    "phương án cắt giảm, đơn giản hóa điều kiện",
    "tài liệu bồi dưỡng về",
    "mô hình thí điểm về",
];

const TOPICS: [&str; 20] = [
    "tinh giản biên chế và cơ cấu lại đội ngũ cán bộ",
    "chuyển đổi số trong quản lý tài sản công",
    "cải cách chế độ công vụ, công chức",
    "phòng, chống thiên tai và cứu hộ, cứu nạn",
    "bảo đảm an toàn thông tin mạng",
    "quản lý đầu tư công trung hạn",
    "phát triển nhà ở xã hội",
    "nâng cao chất lượng khám bệnh, chữa bệnh",
    "đào tạo nguồn nhân lực công nghệ cao",
    "sử dụng năng lượng tiết kiệm và hiệu quả",
    "giảm phát thải khí nhà kính",
    "sắp xếp đơn vị hành chính cấp xã",
    "xử lý các dự án tồn đọng kéo dài",
    "bảo tồn và phát huy giá trị di sản văn hóa",
    "thanh toán không dùng tiền mặt",
    "hỗ trợ doanh nghiệp nhỏ và vừa",
    "phát triển đội ngũ trí thức, chuyên gia đầu ngành",
    "giáo dục mầm non ở vùng khó khăn",
    "kinh tế cửa khẩu và dịch vụ kho bãi",
    "cấp nước sạch cho các xã biên giới",
];

/// The topics that hold the words somebody searches for.
const TOPICS_SOUGHT: [&str; 3] = [
    "quản lý nhà nước trong lĩnh vực nội vụ",
    "kiểm soát hồ sơ của ngành nội vụ",
    "thanh tra, kiểm tra chuyên ngành nội vụ",
];

/// One title in so many is about one of [`TOPICS_SOUGHT`].
const SOUGHT: u32 = 25;

const TAILS: [&str; 10] = [
    "giai đoạn {} - 2030",
    "theo Nghị quyết số {}/NQ-HĐND",
    "trên địa bàn tỉnh",
    "bảo đảm tiến độ và chất lượng",
    "theo Quyết định số {}/QĐ-UBND",
    "tại các xã, phường",
    "gắn với cải cách hành chính",
    "theo Kết luận số {}-KL/TU",
    "cho ít nhất {} cơ quan, đơn vị",
    "ưu tiên vùng đồng bào dân tộc thiểu số",
];

/// Lengths of a title in characters.
pub(super) const TITLE: std::ops::RangeInclusive<usize> = 60..=160;

/// A title of a task.
pub(super) fn title(dice: &mut Dice) -> String {
    let topic = if dice.between(1, SOUGHT) == 1 { dice.pick(&TOPICS_SOUGHT) } else { dice.pick(&TOPICS) };
    let mut title = format!("{} {} {topic}", dice.pick(&VERBS), dice.pick(&OBJECTS));
    let wanted = dice.between(*TITLE.start() as u32, *TITLE.end() as u32) as usize;
    let mut at = dice.between(0, TAILS.len() as u32 - 1) as usize;
    let mut length = title.chars().count();
    loop {
        let tail = filled(TAILS[at % TAILS.len()], dice);
        let longer = length + 2 + tail.chars().count();
        if length >= *TITLE.start() && longer > wanted {
            return title;
        }
        title.push_str(", ");
        title.push_str(&tail);
        length = longer;
        at += 3;
    }
}

/// What a plan is about, as it ends the title of the plan.
pub(super) fn topic(dice: &mut Dice) -> &'static str {
    dice.pick(&TOPICS)
}

const RESULTS: [&str; 8] = [
    "Đã ban hành Kế hoạch số {} và giao việc cho từng phòng.",
    "Tổ chức {} hội nghị quán triệt, có biên bản từng buổi.",
    "Hoàn thành dự thảo, đã lấy ý kiến {} cơ quan, đơn vị.",
    "Kiểm tra tại {} đơn vị, nhắc nhở những nơi làm chậm.",
    "Bồi dưỡng được {} lượt cán bộ, công chức, viên chức.",
    "Rà soát xong {} thủ tục, đề nghị bỏ những thủ tục trùng lặp.",
    "Đã cập nhật {} hồ sơ vào cơ sở dữ liệu dùng chung của tỉnh.",
    "Giải ngân {} triệu đồng theo dự toán được giao trong năm.",
];

const OBSTACLES: [&str; 5] = [
    "Kinh phí còn hạn hẹp, mới bố trí được một phần.",
    "Một số đơn vị gửi số liệu chậm và chưa cùng một mẫu.",
    "Thiếu người có chuyên môn sau khi sắp xếp bộ máy.",
    "Văn bản hướng dẫn của cấp trên chưa đầy đủ.",
    "Đường truyền ở các xã biên giới chưa ổn định.",
];

const PROPOSALS: [&str; 4] = [
    "Đề nghị UBND tỉnh ban hành mẫu số liệu dùng chung.",
    "Đề nghị bổ sung kinh phí trong dự toán năm sau.",
    "Đề nghị cho lùi thời gian hoàn thành một tháng.",
    "Đề nghị mỗi đơn vị cử một đầu mối theo dõi.",
];

/// One to three sentences on what was done; 40 to 200 characters.
pub(super) fn result(dice: &mut Dice) -> String {
    sentences(&RESULTS, dice)
}

/// One to three sentences on what stands in the way.
pub(super) fn obstacle(dice: &mut Dice) -> String {
    sentences(&OBSTACLES, dice)
}

/// One to three sentences on what is asked for.
pub(super) fn proposal(dice: &mut Dice) -> String {
    sentences(&PROPOSALS, dice)
}

fn sentences(pieces: &[&str], dice: &mut Dice) -> String {
    let count = dice.between(1, 3) as usize;
    let chosen: Vec<String> = dice.some(pieces, count).into_iter().map(|piece| (*piece).to_owned()).collect();
    chosen.into_iter().map(|piece| filled(&piece, dice)).collect::<Vec<_>>().join(" ")
}

/// The piece with a number in its gap.
fn filled(piece: &str, dice: &mut Dice) -> String {
    match piece.contains("- 2030") {
        true => piece.replace("{}", &dice.between(2021, 2026).to_string()),
        false => piece.replace("{}", &dice.between(2, 380).to_string()),
    }
}
