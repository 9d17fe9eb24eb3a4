//! Agencies that change, as a user sees it: the screens of a day before and a day after, keys in, screens out.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Home, Start};
use tiendo::domain::agency::Agency;
use tiendo::domain::ids::AgencyId;
use tiendo::domain::occurrence::Tracking;
use tiendo::domain::summary::counts_of;
use tiendo::domain::ways::Ways;
use tiendo::text::words::Lang;
use tiendo::tui::Looks;

/// The screen as of a day.
fn as_of(app: &mut App, day: &str) {
    app.press("@");
    app.type_text(day);
    app.press("Enter");
    assert!(app.shows(&format!("XEM TẠI NGÀY {day}")) || app.shows(day), "{}", app.screen());
}

/// Selects an agency in view 2.
fn look_at(app: &mut App, name: &str) {
    app.press("2 /");
    app.type_text(name);
    app.press("Enter");
}

fn app() -> App {
    App::start(&Start { agency: Some("ls-so-noi-vu".into()), size: (120, 40), ..Start::default() })
}

const PLANNING: &str = "ke hoach dau tu lang son";
const FINANCE: &str = "so tai chinh lang son";

#[test]
fn on_the_last_day_the_department_has_its_duties() {
    let mut app = app();
    as_of(&mut app, "28/02/2025");
    look_at(&mut app, PLANNING);
    for clause in ["IV.4.a", "IV.4.b"] {
        let line = app.line_with(&format!("│ {clause}"));
        assert!(!line.contains('→') && !line.contains('↪'), "{line}");
    }
    assert!(!app.shows("đã sáp nhập"));
    look_at(&mut app, FINANCE);
    assert!(!app.shows("IV.4.a"), "{}", app.screen());
}

#[test]
fn on_the_next_day_they_stand_under_the_successor_with_mark_and_source() {
    let mut app = app();
    as_of(&mut app, "01/03/2025");
    look_at(&mut app, FINANCE);
    for clause in ["IV.4.a", "IV.4.b"] {
        assert!(app.line_with(&format!("{clause}    ")).contains("↪"), "{}", app.screen());
    }
    assert!(app.shows("= Sở KH&ĐT + Sở Tài chính từ 01/03/2025"), "{}", app.screen());
    app.press("Tab g j j");
    app.wait(200);
    let taken = "nhận từ Sở KH&ĐT từ 01/03/2025 (Nghị quyết 04/NQ-HĐND ngày 18/02/2025)";
    assert!(app.shows(taken), "{}", app.screen());
    app.press("Enter");
    assert!(app.shows("Sở Tài chính nhận từ Sở KH&ĐT từ 01/03/2025"), "{}", app.screen());
}

#[test]
fn the_dissolved_department_can_still_be_looked_at() {
    let mut app = app();
    as_of(&mut app, "01/03/2025");
    look_at(&mut app, PLANNING);
    assert!(app.line_with("Sở KH&ĐT (").contains("(đã sáp nhập 28/02/2025)"), "{}", app.screen());
    for clause in ["IV.4.a", "IV.4.b"] {
        assert!(app.line_with(&format!("{clause}    ")).contains("→ Sở Tài chính"), "{}", app.screen());
    }
    let row = app.line_with("x Sở KH&ĐT");
    assert!(row.contains("0  0  0"), "its counts went with the duties: {row}");
}

#[test]
fn the_heading_says_what_became_of_the_agency_and_never_cuts_it() {
    let mut app = App::at("ls-so-noi-vu");
    for (typed, heading) in [
        ("so ke hoach va dau tu lang son", "NHIỆM VỤ · Sở KH&ĐT (đã sáp nhập 28/02/2025)"),
        ("so nong nghiep va phat trien lang son", "Sở NN&PTNT (đã hợp nhất 28/02/2025)"),
        ("so giao duc kien giang", "Sở GD&ĐT (đã hợp nhất 30/06/2025)"),
        ("cac so ban nganh kien giang", "Các sở, ban, ngành (đã hợp nhất 30/06/2025)"),
        ("ban can su dang lang son", "(đã kết thúc hoạt động 30/06/2025)"),
        ("ubnd cac huyen lang son", "UBND các… (đã kết thúc hoạt động 30/06/2025)"),
    ] {
        look_at(&mut app, typed);
        assert!(app.shows(heading), "{heading}:\n{}", app.screen());
    }
}

#[test]
fn who_waits_for_reports_is_not_late_with_them() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("2");
    assert!(app.line_with("  Sở Nội vụ  ").contains("11  3  1 "), "the draft of 14/11:\n{}", app.screen());
    assert!(!app.shows("BTV Tỉnh ủy"), "it has nothing to do itself:\n{}", app.screen());
}

#[test]
fn an_entry_of_the_predecessor_stays_its_own_and_the_successor_goes_on_from_it() {
    let agency = Some("ls-so-khdt".to_owned());
    let mut app = App::start(&Start { agency, size: (120, 40), ..Start::default() });
    look_at(&mut app, PLANNING);
    app.press("Tab g j e");
    app.press("Right");
    app.press("Tab Tab");
    app.type_text("Da trinh de an");
    app.press("^S");
    let saved = app.entries();
    assert_eq!(saved.len(), 1, "{}", app.screen());
    assert_eq!(saved[0].agency.as_str(), "ls-so-khdt");
    look_at(&mut app, FINANCE);
    let line = app.line_with("IV.4.a    ");
    assert!(line.trim_end().ends_with('~'), "under way, by the word of the predecessor: {line}");
    app.press("Tab g j j Enter");
    assert!(app.shows("21/11/2026 · Sở KH&ĐT · cv-01"), "{}", app.screen());
    assert_eq!(app.entries(), saved, "nothing was rewritten");
}

#[test]
fn the_history_of_an_agency_is_one_key_away() {
    let mut app = app();
    look_at(&mut app, "so thong tin truyen thong lang son");
    app.press("H");
    for text in [
        "LỊCH SỬ CƠ QUAN",
        "Chuyển đến",
        "Sở Khoa học và Công nghệ tỉnh Lạng Sơn · phần chính",
        "Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn · một phần: báo chí, xuất bản",
        "Nghị quyết 04/NQ-HĐND ngày 18/02/2025 · đã rõ",
        "CHỜ ĐỐI CHIẾU",
    ] {
        assert!(app.shows(text), "{text}\n{}", app.screen());
    }
    app.press("Esc");
    look_at(&mut app, "so tai chinh kien giang");
    app.press("H");
    assert!(app.shows("Nhận từ") && app.shows("Sở Kế hoạch và Đầu tư tỉnh Kiên Giang"), "{}", app.screen());
    assert!(app.shows("Sở Tài chính tỉnh An Giang") && app.shows("NQ 202/2025/QH15"), "{}", app.screen());
}

#[test]
fn a_chain_leads_over_the_merger_of_the_province() {
    let mut app = app();
    look_at(&mut app, "ke hoach dau tu kien giang");
    assert!(app.shows("→ Sở Tài chính (An Giang)"), "{}", app.screen());
    as_of(&mut app, "30/06/2025");
    assert!(app.shows("→ Sở Tài chính ·") && !app.shows("(An Giang)"), "{}", app.screen());
}

#[test]
fn an_abolished_group_waits_on_the_agenda_of_the_desk_and_is_never_overdue() {
    let mut app = app();
    app.press("1");
    let line = app.line_with("UBND các huyện, thành phố: Báo cáo năm 2026");
    assert!(line.contains("CHỜ Q.ĐỊNH") && !line.contains("quá"), "{line}");
    assert!(app.shows("Đôn đốc 14/14"), "outside of the denominator:\n{}", app.screen());
    while !app.line_with("►").contains("UBND các huyện") {
        app.press("j");
    }
    app.press("Enter");
    assert!(app.shows("LỊCH SỬ CƠ QUAN") && app.model.report.is_none(), "{}", app.screen());
    assert!(app.shows("UBND các xã, phường tỉnh Lạng Sơn · một phần"), "{}", app.screen());
    app.press("Esc");
    for day in ["01/07/2025", "30/10/2025", "31/12/2027"] {
        as_of(&mut app, day);
        let (m, districts) = (&app.model, AgencyId::new("ls-ubnd-cac-huyen-tp"));
        let ways = Ways::on(&m.catalog, m.day());
        let counts = counts_of(
            &m.catalog,
            &m.calendar,
            &m.tracked_from,
            m.day(),
            &ways,
            std::slice::from_ref(&districts),
        );
        assert_eq!(counts[&districts].overdue, 0, "{day}");
    }
}

#[test]
fn the_marks_have_twins_in_ascii_and_the_words_in_english() {
    let looks = Looks { ascii: true, ..Looks::default() };
    let agency = Some("ls-so-tai-chinh".to_owned());
    let start = Start { lang: Lang::En, agency, size: (120, 40), looks, ..Start::default() };
    let mut app = App::start(&start);
    app.press("2");
    assert!(app.line_with("IV.4.a").contains("@ Chủ trì"), "{}", app.screen());
    app.press("Tab g j j");
    app.wait(200);
    assert!(app.shows("taken over from"), "{}", app.screen());
    look_at(&mut app, PLANNING);
    assert!(app.line_with("IV.4.a").contains("> Sở Tài chính"), "{}", app.screen());
    app.press("H");
    assert!(app.shows("Handed over to") && app.shows("settled"), "{}", app.screen());
}

#[test]
fn a_loading_of_members_is_taken_back_with_the_key_for_it() {
    let home = Home::new();
    let group = "ls-ubnd-cac-xa-phuong";
    let template = harness::bundle().agencies.iter().find(|agency| agency.id.as_str() == group).unwrap();
    let ward = Agency {
        id: AgencyId::new("ls-p1"),
        name: "UBND phường Kỳ Lừa".into(),
        short: "Phường Kỳ Lừa".into(),
        group: None,
        aliases: Vec::new(),
        ..template.clone()
    };
    home.import("cv-01", &[ward], group);
    let mut app = App::on(&home, &Start { agency: Some("ls-so-noi-vu".into()), ..Start::default() });
    look_at(&mut app, "phuong ky lua");
    assert!(app.line_with("NHIỆM VỤ ·").contains("Phường Kỳ Lừa"), "{}", app.screen());
    app.press("u");
    assert!(app.shows("nạp danh bạ từ tệp"), "{}", app.screen());
    assert_eq!(app.model.catalog.agencies().len(), harness::bundle().agencies.len());
    assert_eq!(app.snapshot().catalog.agencies(), harness::bundle().agencies);
}

#[test]
fn the_successor_finds_the_unsent_report_of_its_predecessor_under_the_name_that_owed_it() {
    let mut app = App::at("ls-so-tai-chinh");
    for since in app.model.tracked_from.values_mut() {
        *since = Tracking::since_year(2024);
    }
    as_of(&mut app, "01/03/2025");
    app.press("1 g");
    let line = app.line_with("↪ Sở KH&ĐT");
    assert!(line.contains("29/10/24") && line.contains("QUÁ HẠN"), "{line}");
    app.press("4 g");
    let owed = app.line_with("↪ Sở KH&ĐT: Báo cáo năm 2024");
    assert!(owed.contains("QUÁ HẠN"), "{owed}");
    while !app.line_with("►").contains("Sở KH&ĐT") {
        app.press("j");
    }
    app.press("Enter");
    assert!(app.shows("Sở KH&ĐT → Sở Nội vụ"), "{}", app.screen());
    assert_eq!(app.model.report.as_ref().unwrap().key.agency.as_str(), "ls-so-khdt");
}

#[test]
fn a_duty_whose_successor_is_not_confirmed_is_asked_about_under_both() {
    let mut app = app();
    for (agency, said) in [
        ("bao lang son", "chờ xác định nơi nhận"),
        ("bao phat thanh truyen hinh lang son", "chờ xác định nơi nhận (Báo Lạng Sơn)"),
    ] {
        look_at(&mut app, agency);
        assert!(app.line_with("IV.6#1  ").contains("? "), "{agency}\n{}", app.screen());
        app.press("Tab g");
        app.wait(200);
        assert!(app.shows(said), "{agency}\n{}", app.screen());
        app.press("Tab");
    }
}

#[test]
fn who_chases_a_dissolved_agency_is_told_whom_to_ask() {
    let mut app =
        App::start(&Start { agency: Some("ls-so-noi-vu".into()), size: (120, 40), ..Start::default() });
    for since in app.model.tracked_from.values_mut() {
        *since = Tracking::since_year(2024);
    }
    as_of(&mut app, "01/03/2025");
    app.press("1 g Enter");
    assert!(app.shows("Sở KH&ĐT → Sở Tài chính"), "{}", app.screen());
}
