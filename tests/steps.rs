//! A report on its way: submitted, approved, sent, taken, given back; by the keys of everybody who has a part in it.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::App;
use tiendo::domain::record::{Report, ReportState};

/// The first report of the agenda of Sở Y tế, submitted by `cv-01`.
fn submitted() -> App {
    let mut app = App::at("ls-so-y-te");
    app.press("1 g Enter Enter");
    app.type_text("Đã mở 12 lớp.");
    app.press("F10 Enter");
    assert_eq!(report(&app).state, ReportState::AwaitingApproval);
    app
}

fn report(app: &App) -> Report {
    app.records().reports.first().unwrap().clone()
}

#[test]
fn its_author_records_who_signed_it_on_paper_and_may_not_name_himself() {
    let mut app = submitted();
    app.press("1 g Enter F10");
    app.type_text("cv-01");
    app.press("F10");
    assert_eq!(report(&app).state, ReportState::AwaitingApproval, "{}", app.screen());
    app.press("^U");
    app.type_text("Nguyễn Văn A");
    app.press("F10");
    let sent = report(&app);
    assert_eq!(sent.state, ReportState::Sent, "{}", app.screen());
    assert_eq!(sent.sealed.unwrap().approved_by, "Nguyễn Văn A");
    assert!(app.shows("Đã gửi, không hoàn tác được") && app.model.report.is_none(), "{}", app.screen());
}

#[test]
fn who_moves_about_in_a_list_sees_what_others_did_meanwhile() {
    let mut app = submitted();
    app.press("4 g");
    assert!(app.line_with("29/10/26").contains("CHỜ DUYỆT"), "{}", app.screen());
    app.colleague("truong-phong", "ls-so-y-te").press("1 g Enter F10 Enter");
    app.press("j k");
    app.wait(300);
    assert!(app.line_with("29/10/26").contains("ĐÃ GỬI"), "{}", app.screen());
}

#[test]
fn whoever_was_to_approve_gives_it_back_from_the_open_form() {
    let app = submitted();
    let mut other = app.colleague("truong-phong", "ls-so-y-te");
    other.press("4 g Enter");
    assert!(other.shows("bấm F10 để duyệt và gửi") && other.shows("m xử lý khác"), "{}", other.screen());
    other.press("m Enter");
    other.type_text("Thiếu số liệu lớp tập huấn.");
    other.press("F10");
    assert!(other.shows("Đã trả lại cho nơi soạn") && other.model.report.is_none(), "{}", other.screen());
    let back = report(&other);
    assert_eq!((back.state, back.remark.as_str()), (ReportState::Draft, "Thiếu số liệu lớp tập huấn."));
}

#[test]
fn the_desk_takes_it_or_gives_it_back_and_the_remark_heads_the_form() {
    let mut app = submitted();
    app.approved_by("truong-phong");
    app.given_back_by(("so-noi-vu", "ls-so-noi-vu"), "Đã mở 12 lớp", "Thiếu số liệu.");
    assert!(app.line_with("29/10/26").contains("TRẢ LẠI"), "{}", app.screen());
    app.wait(200);
    assert!(app.shows("Trả lại: Thiếu số liệu."), "{}", app.screen());
    app.press("4 g Enter");
    let head = app.screen().lines().nth(3).unwrap().to_owned();
    assert!(head.contains("Trả lại: Thiếu số liệu."), "{}", app.screen());
    app.press("Enter");
    app.type_text(" Cho 412 người.");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    let again = report(&app);
    assert_eq!((again.state, again.remark.as_str()), (ReportState::Sent, ""));
    assert_eq!(app.records().submissions.len(), 2);

    let mut desk = app.colleague("so-noi-vu", "ls-so-noi-vu");
    desk.press("/");
    desk.type_text("Cho 412 người");
    desk.press("Enter");
    assert!(desk.shows("F10: nhận báo cáo này"), "{}", desk.screen());
    desk.press("F10 Enter");
    assert_eq!(report(&desk).state, ReportState::Received);
    assert!(desk.shows("Đã ghi nhận báo cáo."), "{}", desk.screen());
}

#[test]
fn number_and_date_of_the_dispatch_leave_the_report_open() {
    let mut app = submitted();
    app.approved_by("truong-phong");
    app.press("4 End Enter m");
    app.type_text("phat hanh");
    app.press("Enter");
    app.type_text("125/BC-SYT");
    app.press("Tab ^U");
    app.type_text("20/11/2026");
    app.press("F10");
    assert_eq!(report(&app).issued.unwrap().number, "125/BC-SYT", "{}", app.screen());
    assert!(app.model.report.is_some() && app.shows("Đã lưu"), "{}", app.screen());
}

#[test]
fn its_author_takes_it_back_from_the_open_form_until_it_is_sent() {
    let mut app = submitted();
    app.press("1 g Enter Enter");
    assert!(app.shows("u: rút về nháp"), "{}", app.screen());
    app.press("u");
    assert_eq!(report(&app).state, ReportState::Draft);
    assert!(app.shows("SOẠN BÁO CÁO"), "{}", app.screen());
    app.press("Enter");
    app.type_text(" Thêm.");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.press("4 End Enter u");
    assert_eq!(report(&app).state, ReportState::Sent, "{}", app.screen());
}

/// The first line of view 1 that names the report of 2026 to Sở Nội vụ, of somebody who has chosen no agency.
fn of_all(app: &App) -> (App, String) {
    let mut all =
        App::on(&app.home, &harness::Start { user: "van-phong".into(), ..harness::Start::default() });
    all.press("1 g");
    all.wait(200);
    let line = all.line_with("►");
    assert!(line.contains("Báo cáo năm 2026 → Sở Nội vụ"), "{}", all.screen());
    (all, line)
}

#[test]
fn whoever_has_chosen_no_agency_sees_what_waits_for_approval_and_for_the_desk() {
    let mut app = submitted();
    let (all, line) = of_all(&app);
    assert!(line.contains("CHỜ DUYỆT 1") && all.shows("1 báo cáo chờ duyệt"), "{}", all.screen());
    app.approved_by("truong-phong");
    let (mut all, line) = of_all(&app);
    assert!(line.contains("CHỜ NHẬN 1"), "{}", all.screen());
    assert!(all.shows("1 báo cáo chờ nơi nhận ghi nhận"), "{}", all.screen());
    all.resize(60, 15);
    assert!(all.line_with("►").contains("CHỜ NHẬN 1"), "{}", all.screen());
    // The desk has that on its own agenda, and nothing to approve.
    let mut desk = app.colleague("so-noi-vu", "ls-so-noi-vu");
    desk.press("1 g");
    assert!(desk.line_with("Đôn đốc 13/14").contains("CHỜ NHẬN 1"), "{}", desk.screen());
    desk.press("/");
    desk.type_text("Đã mở 12 lớp");
    desk.press("Enter F10 Enter");
    assert_eq!(report(&desk).state, ReportState::Received);
    let (all, line) = of_all(&app);
    assert!(!line.contains("CHỜ NHẬN"), "{}", all.screen());
}
