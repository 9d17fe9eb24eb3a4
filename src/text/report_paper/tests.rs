use super::*;
use crate::catalog::{bundle, bundled_layout};
use crate::domain::ids::ItemId;
use crate::domain::record::{Issued, Quality, ReportedEntry, ReportedFigure};
use crate::domain::schedule::Period;
use crate::text::paper::plain;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn drawn(agency: &str, issued: Option<Issued>) -> String {
    let bundle = bundle().unwrap();
    let catalog = Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions);
    let key = ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new(agency),
    };
    let results = "Đã cử 24 bác sĩ đi học.\n- Tổ chức 2 hội nghị.".into();
    let report = Report { results, obstacles: "Không có.".into(), issued, ..Report::blank(&key) };
    let enclosed = Enclosed {
        entries: vec![ReportedEntry {
            task: ItemId::new("lang-son-165-2024/IV.5.a"),
            as_of: day("2026-09-30"),
            result: "340 người dự.".into(),
            obstacle: String::new(),
            proposal: String::new(),
            evidence: "15/KH-SYT".into(),
        }],
        figures: vec![ReportedFigure {
            target: ItemId::new("lang-son-165-2024/II.1#2.1"),
            as_of: day("2026-09-30"),
            value: None,
            numerator: Some(1102.0),
            denominator: Some(3410.0),
            quality: Quality::Estimate,
        }],
        ..Enclosed::default()
    };
    let written = Written { report: &report, enclosed: &enclosed, before: &|_| Some(30.5), compiled: None };
    let paper = report_paper(&catalog, &written, day("2026-11-21")).unwrap();
    plain(&paper, &bundled_layout().unwrap(), 80)
}

#[test]
fn a_report_of_a_department_has_every_part_of_the_decree() {
    let text = drawn("ls-so-y-te", Some(Issued { number: "7/BC-SYT".into(), dated: day("2026-10-20") }));
    for said in [
        "UBND TỈNH LẠNG SƠN",
        "SỞ Y TẾ",
        "Số: 07/BC-SYT",
        "Lạng Sơn, ngày 20 tháng 10 năm 2026",
        "BÁO CÁO",
        "165/KH-UBND",
        "Kính gửi: Sở Nội vụ",
        "I. KẾT QUẢ THỰC HIỆN",
        "Đã cử 24 bác sĩ đi học.",
        "1.102/3.410",
        "32,32%",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
        "(Chưa có nội dung.)",
        "GIÁM ĐỐC",
        "- UBND tỉnh (b/c);",
        "- Lãnh đạo Sở Y tế;",
        "PHỤ LỤC",
        "15/KH-SYT",
        "Kết quả năm 2026 thực hiện Kế hoạch số 165/KH-UBND ngày 16/7/2024",
        "Phụ lục I\n",
        "Phụ lục II\n",
        "30,5",
        "kính gửi Sở Nội vụ tổng hợp",
    ] {
        assert!(text.to_uppercase().contains(&said.to_uppercase()), "{said} in\n{text}");
    }
    assert!(!text.contains("IV. TÀI LIỆU"), "{text}");
}

#[test]
fn a_number_that_is_not_known_leaves_room_and_the_sign_follows_the_agency() {
    let text = drawn("ls-so-khcn", None);
    assert!(text.contains("/BC-SKHCN") && text.contains("ngày … tháng 11 năm 2026"), "{text}");
    let text = drawn("ls-ubnd-tinh", None);
    assert!(text.contains("/BC-UBND") && text.contains("CHỦ TỊCH"), "{text}");
    assert!(!text.contains("(b/c)"), "a committee reports to no department\n{text}");
}
