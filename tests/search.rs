//! What the search finds, as it is typed and read: every kind of thing, and reports as they stand.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Start};
use tiendo::app::model::View;

/// A search for these words.
fn search(app: &mut App, typed: &str) {
    app.press("/");
    app.type_text(typed);
}

/// The first line that is listed.
fn first(app: &App) -> String {
    app.screen().lines().nth(4).unwrap().replace("►", " ").trim().to_owned()
}

#[test]
fn every_kind_is_found_and_says_what_it_is_and_where_it_stands() {
    let mut app =
        App::start(&Start { agency: Some("ls-so-y-te".into()), size: (120, 24), ..Start::default() });
    for (typed, kind, label, place, view) in [
        ("so noi vu lang son", "cơ quan", "Sở Nội vụ", "Lạng Sơn", View::Agenda),
        ("165/kh-ubnd", "văn bản", "Kế hoạch thực hiện Kế hoạch 175-KH/TU", "KH 165/KH-UBND", View::Plans),
        ("quan triet 175", "mục", "Quán triệt Kế hoạch 175-KH/TU", "KH 165/KH-UBND I.1.a", View::Plans),
        ("tình hình thực hiện", "báo cáo", "Báo cáo hằng năm", "KH trí thức Hà Tĩnh IV.2#3", View::Plans),
        ("ton vinh khen", "nhiệm vụ", "Tổ chức tôn vinh", "KH trí thức 2026 III.3#3", View::Tasks),
        ("trong diem chuan", "chỉ tiêu", "Tỷ lệ chương trình", "KH 192/KH-UBND I.2.d#1.5", View::Targets),
    ] {
        search(&mut app, typed);
        let line = first(&app);
        assert!(line.starts_with(kind) && line.contains(label) && line.ends_with(place), "{}", app.screen());
        app.press("Enter");
        assert_eq!((app.model.view, app.model.overlays.len()), (view, 0), "{typed}");
    }
}

#[test]
fn a_number_or_a_path_typed_in_full_comes_first_and_initials_find_an_agency() {
    let mut app = App::at("ls-so-y-te");
    for (typed, kind, place) in [
        ("165", "văn bản", "KH 165"),
        ("iii.2", "mục", "III.2"),
        ("IV.7.a", "mục", "IV.7.a"),
        ("skhcn", "cơ quan", "Lạng"),
    ] {
        search(&mut app, typed);
        let line = first(&app);
        assert!(line.starts_with(kind) && line.contains(place), "{typed}\n{}", app.screen());
        app.press("Esc");
    }
}

#[test]
fn letters_inside_a_word_find_agencies_alone() {
    let mut app = App::at("ls-so-y-te");
    search(&mut app, "ao");
    let screen = app.screen();
    assert!(first(&app).starts_with("cơ quan"), "{screen}");
    assert!(!["mục ", "chỉ tiêu ", "nhiệm vụ "].iter().any(|kind| screen.contains(kind)), "{screen}");
    app.type_text("zz");
    assert!(app.shows("Không tìm thấy"), "{}", app.screen());
}

#[test]
fn a_document_is_found_by_the_number_that_was_entered_for_it() {
    let mut app = App::at("ls-so-y-te");
    let typed = "512/KH-UBND";
    search(&mut app, typed);
    assert!(app.shows("Không tìm thấy"), "{}", app.screen());
    app.press("Esc");
    app.press("7 Down Down Down b");
    app.type_text(typed);
    app.press("Tab");
    app.type_text("15/01/2026");
    app.press("^S 1");
    search(&mut app, typed);
    assert!(first(&app).starts_with("văn bản"), "{}", app.screen());
    app.press("Esc u");
    search(&mut app, typed);
    assert!(app.shows("Không tìm thấy"), "{}", app.screen());
}

#[test]
fn a_report_is_found_by_what_it_says_at_present() {
    let mut app = App::at("ls-so-y-te");
    search(&mut app, "mo 12 lop");
    assert!(app.shows("Không tìm thấy"), "{}", app.screen());
    app.press("Esc 1 g Enter Enter");
    app.type_text("Đã mở 12 lớp.");
    app.press("^S Esc Esc Esc 1");
    for typed in ["mo 12 lop", "bao cao nam 2026 so y te", "Đã mở"] {
        search(&mut app, typed);
        let line = app.line_with("đã soạn");
        assert!(line.contains("Báo cáo năm 2026") && line.trim_end().ends_with("Sở Y tế"), "{line}");
        app.press("Esc");
    }
    search(&mut app, "mo 12 lop");
    app.press("Enter");
    assert_eq!(app.model.report.as_ref().unwrap().key.agency.as_str(), "ls-so-y-te", "{}", app.screen());
    app.press("Enter");
    app.type_text(" Đã tập huấn.");
    app.press("^S Esc Esc Esc 1");
    search(&mut app, "da tap huan");
    assert!(first(&app).starts_with("đã soạn"), "{}", app.screen());
    app.press("Esc u");
    search(&mut app, "da tap huan");
    assert!(!app.shows("đã soạn"), "{}", app.screen());
    app.press("Esc u");
    search(&mut app, "mo 12 lop");
    assert!(app.shows("Không tìm thấy"), "{}", app.screen());
}
