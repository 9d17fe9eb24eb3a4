//! View 6: what came in, chosen, joined, rewritten; files and the report out of it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the lint takes the helpers of an integration test for code"
)]

mod harness;

use harness::{App, Home, Start};
use tiendo::domain::ids::{AgencyId, ItemId};
use tiendo::domain::record::{Report, ReportKey, ReportState, Sealed};
use tiendo::domain::schedule::Period;

const BELOW: &str = "lang-son-165-2024/IV.7.a";
const COMPILED: &str = "lang-son-165-2024/IV.7.b";

fn key(obligation: &str, agency: &str) -> ReportKey {
    let (obligation, agency) = (ItemId::new(obligation), AgencyId::new(agency));
    ReportKey { obligation, period: Period::Year(2026), agency }
}

/// Sở Nội vụ, which drafts the report of the province, with two reports in.
fn bench() -> App {
    let home = Home::new();
    home.send(
        key(BELOW, "ls-so-y-te"),
        [
            "Mở 12 lớp bồi dưỡng.\nTuyển 5 bác sĩ.",
            "Chưa có công chức phụ trách trí thức ở xã.",
            "Bổ sung biên chế.",
        ],
        Some(("lang-son-165-2024/II.1#2.1", 1.0, 2.0)),
    );
    home.send(
        key(BELOW, "ls-so-tu-phap"),
        ["Rà soát 6 văn bản.", "Ở xã chưa có công chức phụ trách trí thức.", ""],
        Some(("lang-son-165-2024/II.1#2.1", 1.0, 8.0)),
    );
    let mut app = App::on(&home, &Start { agency: Some("ls-so-noi-vu".into()), ..Start::default() });
    app.press("6 Enter");
    app
}

#[test]
fn everything_that_came_in_is_there_at_once_with_its_source() {
    let app = bench();
    assert!(app.shows("2/") && app.shows("Kết quả thực hiện"), "{}", app.screen());
    for line in ["Mở 12 lớp bồi dưỡng.", "Tuyển 5 bác sĩ.", "Rà soát 6 văn bản."] {
        assert!(app.line_with(line).contains("[x]"), "{}", app.screen());
    }
    assert!(app.line_with("Rà soát").contains("Sở Tư pháp"));
}

#[test]
fn the_list_beside_the_outline_goes_on_by_half_a_page() {
    let mut app = bench();
    app.resize(60, 15);
    app.press("Tab Tab Tab Tab Home");
    let first = |app: &App| {
        let (_, row) = app.model.compile.open.as_ref().unwrap().list.visible().next().unwrap();
        row.clone()
    };
    let top = first(&app);
    let rows = app.model.compile.open.as_ref().unwrap().list.rows().to_vec();
    while first(&app) == top {
        app.press("j");
    }
    // A terminal cannot scroll the right half of its rows alone.
    let gone = rows.iter().position(|row| *row == first(&app)).unwrap();
    assert!(gone > 1, "{}", app.screen());
}

#[test]
fn near_copies_are_pointed_out_and_joined_with_both_sources() {
    let mut app = bench();
    app.press("Tab");
    assert!(app.line_with("Ở xã chưa có").contains("≈1"), "{}", app.screen());
    app.press("G +");
    assert!(app.line_with("[e]").contains("Ở xã chưa có"), "{}", app.screen());
    assert!(app.line_with("[+]").contains("Chưa có công chức"), "{}", app.screen());
    let settled = &app.records().compilations[0];
    let sources = &settled.pieces[0].sources;
    assert_eq!(
        sources.iter().map(|s| s.report.agency.as_str()).collect::<Vec<_>>(),
        ["ls-so-tu-phap", "ls-so-y-te"]
    );
    app.press("u");
    assert!(!app.shows("[+]") && app.records().compilations.is_empty(), "{}", app.screen());
}

#[test]
fn a_paragraph_is_left_out_rewritten_and_brought_back() {
    let mut app = bench();
    app.press("Space");
    assert!(app.line_with("Rà soát").contains("[ ]"), "{}", app.screen());
    app.press("G e");
    assert!(app.shows("VIẾT LẠI ĐOẠN NÀY") && app.shows("Sở Y tế → Sở Nội vụ"), "{}", app.screen());
    app.type_text(" Đã về 3 xã.");
    app.press("^S");
    assert!(app.line_with("Tuyển 5 bác sĩ. Đã về 3 xã.").contains("[e]"), "{}", app.screen());
    app.press("Space");
    assert!(app.line_with("Tuyển 5 bác sĩ.").contains("[x]"), "{}", app.screen());
    app.press("A A");
    assert!(app.line_with("Mở 12 lớp").contains("[ ]") && app.line_with("Rà soát").contains("[ ]"));
}

#[test]
fn the_figure_of_the_province_names_its_sources() {
    let mut app = bench();
    app.press("Tab Tab Tab");
    app.wait(200);
    let line = app.line_with("20,00");
    assert!(line.contains("2/10"), "{line}");
    assert!(app.shows("Sở Y tế 1/2") && app.shows("Sở Tư pháp 1/8"), "{}", app.screen());
}

#[test]
fn on_a_small_screen_a_figure_has_its_value_and_opens_to_its_sources() {
    let home = bench().home.clone();
    let start = Start { agency: Some("ls-so-noi-vu".into()), size: (60, 15), ..Start::default() };
    let mut app = App::on(&home, &start);
    app.press("6 Enter Tab Tab Tab");
    let line = app.line_with("20,00 %");
    assert!(line.contains("2/14") && line.contains("CBCC"), "{}", app.screen());
    app.press("o");
    assert!(app.shows("Sở Y tế 1/2") && app.shows("Sở Tư pháp 1/8"), "{}", app.screen());
}

#[test]
fn two_figures_of_one_agency_for_two_desks_stand_side_by_side() {
    let mut app = bench();
    let figure = ("lang-son-165-2024/II.1#2.1", 7.0, 8.0);
    // The same agency told the ministry's plan another figure of the same indicator.
    app.home.send(key("lang-son-2026/V.8#2", "ls-so-y-te"), ["x", "", ""], Some(figure));
    app.press("1 6 Tab Tab Tab");
    app.wait(200);
    assert!(app.line_with("20,00").contains("KHÁC SỐ"), "{}", app.screen());
    assert!(app.shows("đã gửi Sở KH&CN 87,5%") && app.shows("ở đây 50%"), "{}", app.screen());
}

#[test]
fn who_is_missing_is_named() {
    let mut app = bench();
    app.press("Tab Tab Tab Tab");
    assert!(app.shows("Sở Tài chính") && !app.line_with("►").contains("Sở Y tế"), "{}", app.screen());
}

#[test]
fn a_proposal_gets_an_addressee_and_an_answer() {
    let mut app = bench();
    app.press("Tab Tab m");
    app.type_text("kien nghi");
    app.press("Enter");
    app.type_text("Sở Tài chính");
    app.press("^S");
    app.wait(200);
    assert!(app.shows("Gửi Sở Tài chính; chưa trả lời"), "{}", app.screen());
    app.press("u");
    app.wait(200);
    assert!(app.shows("Chưa ghi gửi cho ai"), "{}", app.screen());
}

#[test]
fn the_files_are_written_in_four_keys() {
    let home = bench().home.clone();
    let mut app = App::on(&home, &Start { agency: Some("ls-so-noi-vu".into()), ..Start::default() });
    app.count_from_here();
    app.press("6 Enter x Enter");
    assert_eq!(app.count(), 4);
    let names: Vec<&str> = app.written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["bao-cao.docx", "bao-cao.txt", "so-lieu.xlsx"], "{}", app.screen());
    let text = String::from_utf8(app.written[1].1.clone()).unwrap();
    for said in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Sở Y tế: Mở 12 lớp bồi dưỡng.",
        "I. KẾT QUẢ THỰC HIỆN",
        "20,00",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(app.shows("Đã ghi 3 tệp"), "{}", app.screen());
}

#[test]
fn a_full_disk_leaves_no_file_and_says_so() {
    let mut app = bench();
    app.disk_is_full = true;
    app.press("x Enter");
    assert!(app.shows("Ổ đĩa đã đầy"), "{}", app.screen());
    assert!(app.written.is_empty());
}

#[test]
fn the_compiled_text_goes_into_the_report_and_asks_before_it_replaces_another() {
    let mut app = bench();
    app.press("F10");
    assert!(app.shows("SOẠN BÁO CÁO"), "{}", app.screen());
    let report = app.records().reports.into_iter().find(|r| r.obligation.as_str() == COMPILED).unwrap();
    assert_eq!(
        report.results,
        "Sở Tư pháp: Rà soát 6 văn bản.\nSở Y tế: Mở 12 lớp bồi dưỡng.\nSở Y tế: Tuyển 5 bác sĩ."
    );
    app.press("Esc 6 Space F10");
    assert!(app.shows("Báo cáo này đã có chữ khác"), "{}", app.screen());
    app.press("Enter");
    let report = app.records().reports.into_iter().find(|r| r.obligation.as_str() == COMPILED).unwrap();
    assert!(!report.results.contains("6 văn bản"), "{}", report.results);
}

#[test]
fn the_figures_go_along_into_the_form_and_are_saved_with_it() {
    let mut app = bench();
    app.press("F10");
    assert!(app.records().observations.is_empty(), "nobody has looked at them yet");
    app.press("^S");
    app.wait(200);
    let records = app.records();
    let figure = records.observations.iter().find(|o| o.agency.as_str() == "ls-ubnd-tinh").unwrap();
    assert_eq!((figure.numerator, figure.denominator, figure.value), (Some(2.0), Some(10.0), None));
    assert_eq!(
        (figure.source.as_str(), figure.as_of.to_string()),
        ("Tổng hợp từ 2/14 báo cáo", "2026-09-30".into())
    );
    let report = records.reports.into_iter().find(|r| r.obligation.as_str() == COMPILED).unwrap();
    let made_of: Vec<_> =
        report.enclosed.compiled_of.iter().map(|c| (c.report.agency.as_str(), c.version)).collect();
    assert_eq!(made_of, [("ls-so-tu-phap", 1), ("ls-so-y-te", 1)]);
    app.press("Esc F10 Enter ^S");
    assert_eq!(app.records().observations.len(), 1, "the same figure is not written twice");
}

#[test]
fn the_report_tells_when_its_sources_or_the_choice_among_them_change() {
    let mut app = bench();
    app.press("F10");
    assert!(!app.shows("mới đến") && !app.shows("phần chọn"), "{}", app.screen());
    app.home.send(key(BELOW, "ls-so-tai-chinh"), ["Bố trí kinh phí.", "", ""], None);
    app.press("1 4");
    assert!(app.shows("1 báo cáo mới đến"), "{}", app.screen());
    app.press("6");
    assert!(app.shows("3/14"), "{}", app.screen());
    app.press("Space 4");
    assert!(app.shows("phần chọn ở màn hình 6 đã đổi"), "{}", app.screen());
    app.press("6 F10 Enter");
    assert!(app.shows("SOẠN BÁO CÁO"), "{}", app.screen());
    assert!(!app.shows("mới đến") && !app.shows("phần chọn"), "{}", app.screen());
    app.press("Esc");
    assert!(app.shows("3/14"), "what one comes back to is as it is now: {}", app.screen());
}

#[test]
fn the_report_is_opened_again_from_its_sources_as_it_was_edited() {
    let mut app = bench();
    app.press("F10 Enter");
    app.type_text("Sửa. ");
    app.press("^S Esc Esc m");
    app.type_text("mo bao cao");
    app.press("Enter");
    assert!(app.shows("SOẠN BÁO CÁO") && app.shows("Sửa."), "{}", app.screen());
}

#[test]
fn only_those_who_write_the_report_choose_what_goes_into_it() {
    let home = bench().home.clone();
    let mut app = App::on(&home, &Start { agency: Some("ls-so-y-te".into()), ..Start::default() });
    app.press("6 Enter");
    for key in ["Space", "A", "+", "F10"] {
        app.press(key);
        assert!(app.shows("chỉ xem"), "{key}: {}", app.screen());
    }
    let records = app.records();
    assert!(
        records.compilations.is_empty() && !records.reports.iter().any(|r| r.obligation.as_str() == COMPILED)
    );
}

#[test]
fn once_sent_it_is_frozen_and_late_reports_stand_apart() {
    let mut app = bench();
    app.press("F10 Esc");
    let home = app.home.clone();
    let compiled = app.records().reports.into_iter().find(|r| r.obligation.as_str() == COMPILED).unwrap();
    let (state, author) = (ReportState::AwaitingApproval, Some("cv-07".to_owned()));
    let asked = home.save("cv-07", Report { state, author, evidence: "Sửa khi trình.".into(), ..compiled });
    let sealed = Some(Sealed::asked("ld-01", None));
    home.save("ld-01", Report { state: ReportState::Sent, sealed, ..asked });
    home.send(key(BELOW, "ls-so-tai-chinh"), ["Đến sau.", "", ""], None);
    app.press("6");
    assert!(app.shows("ĐÃ GỬI") && !app.shows("Đến sau."), "{}", app.screen());
    app.press("Space");
    assert!(app.shows("không đổi được"), "{}", app.screen());
    app.press("BackTab");
    assert!(app.line_with("Sở Tài chính").contains("đến sau khi đã gửi"), "{}", app.screen());
    app.press("o");
    assert!(app.shows("Đến sau."), "{}", app.screen());
    app.press("Esc x Enter");
    let text = String::from_utf8(app.written[1].1.clone()).unwrap();
    assert!(
        text.contains("Sửa khi trình.") && !text.contains("Đến sau."),
        "what was sent, to the letter: {text}"
    );
    assert!(
        text.contains("2/10") && text.contains("Cơ quan, đơn vị chưa gửi báo cáo".to_uppercase().as_str()),
        "{text}"
    );
}
