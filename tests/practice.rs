//! Cascades, the year and the counts, by keys: what is shown can be opened, and numbers are as long as their lists.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Start};
use tiendo::app::model::View;
use tiendo::app::overlay::Overlay;
use tiendo::domain::statistics::Figure;
use tiendo::text::words::Lang;

/// Sends the report that the agenda shows first.
fn send_first_report(app: &mut App) {
    app.press("1 Home Enter Enter");
    app.type_text("Đã mở 12 lớp.");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.wait(200);
}

/// Sở Nội vụ gives back what was sent by [`send_first_report`].
fn give_back(app: &mut App) {
    app.given_back_by(("so-noi-vu", "ls-so-noi-vu"), "Đã mở 12 lớp", "Thiếu số liệu.");
}

/// Whether the screen says this, however its rows are broken.
fn says(app: &App, text: &str) -> bool {
    app.screen().split_whitespace().collect::<Vec<_>>().join(" ").contains(text)
}

fn chooser_rows(app: &App) -> usize {
    match app.model.overlays.last() {
        Some(Overlay::Chooser(chooser)) => chooser.list.rows().len(),
        other => panic!("no list is open: {other:?}\n{}", app.screen()),
    }
}

#[test]
fn the_desk_sees_what_must_come_first_and_what_follows() {
    let mut app = App::at("ls-so-noi-vu");
    app.wait(200);
    assert!(app.shows("Rồi tổng hợp: Báo cáo năm 2026 → BTV Tỉnh ủy"), "{}", app.screen());
    app.press("j");
    app.wait(200);
    assert!(app.shows("Cần trước: 14 báo cáo trước 30/10 (đã có 0) · 11 ngày làm việc"), "{}", app.screen());
    app.press("f");
    for line in [
        "CHUỖI TỔNG HỢP",
        "phải gửi 14, đã gửi 0",
        "16 ngày, 11 ngày làm việc",
        "! Ngày cuối của bước này đã qua.",
    ] {
        assert!(app.shows(line), "{line}\n{}", app.screen());
    }
    // The same from the list of reports and from the year.
    for keys in ["Esc 4 Home", "Esc 8 Home"] {
        app.press(keys);
        app.wait(200);
        app.press("f");
        assert!(app.shows("CHUỖI TỔNG HỢP"), "{keys}\n{}", app.screen());
    }
}

#[test]
fn a_window_that_is_too_short_is_said_with_a_day_and_as_an_assumption() {
    let mut app = App::at("ht-so-noi-vu");
    app.press("t End");
    app.wait(200);
    // 13 reports are listed: five working days are assumed, three are there.
    assert!(says(&app, "đề nghị hạn nội bộ T4 02/12"), "{}", app.screen());
    app.press("f");
    for line in ["Giả định của chương trình", "! Không đủ thời gian.", "T4 02/12/2026"] {
        assert!(app.shows(line), "{line}\n{}", app.screen());
    }
    // On the day after the proposal nobody is told to have sent by then.
    app.press("Esc @");
    app.type_text("03/12/2026");
    app.press("Enter End");
    app.wait(200);
    assert!(says(&app, "để tổng hợp · cần 5") && !says(&app, "đề nghị hạn nội bộ"), "{}", app.screen());
}

#[test]
fn what_is_compiled_from_nothing_says_so() {
    let mut app = App::at("ls-so-y-te");
    app.wait(200);
    assert!(!app.screen().lines().last().unwrap().contains("chuỗi tổng hợp"));
    app.press("f");
    assert!(app.model.overlays.is_empty() && app.shows("không tổng hợp từ báo cáo nào"), "{}", app.screen());
}

#[test]
fn the_year_opens_what_the_agenda_opens() {
    let mut app = App::at("ls-so-y-te");
    app.press("8");
    app.wait(200);
    assert!(app.line_with("IV.7.a").contains("29!"), "{}", app.screen());
    assert!(app.shows("VÌ SAO NGÀY NÀY"));
    app.press("Enter");
    assert!(app.model.view == View::Reports && app.model.report.is_some());
    app.press("Esc");
    send_first_report(&mut app);
    app.press("8 Home");
    assert!(app.line_with("IV.7.a").contains("29+"), "{}", app.screen());
    // What is given back is open again.
    give_back(&mut app);
    app.press("8 Home");
    assert!(app.line_with("IV.7.a").contains("29!"), "{}", app.screen());
}

#[test]
fn leafing_through_the_years_keeps_to_ten_either_way() {
    let mut app = App::at("ls-so-y-te");
    app.press("8");
    for _ in 0..12 {
        app.press(".");
    }
    assert!(app.shows("LỊCH NĂM 2036"), "{}", app.screen());
    for _ in 0..30 {
        app.press(",");
    }
    assert!(app.shows("LỊCH NĂM 2016") && app.shows("Năm 2016 không có hạn ngày nào"), "{}", app.screen());
    assert!(!app.screen().lines().last().unwrap().contains("Enter"), "nothing can be opened");
    app.press("Enter e f");
    assert!(app.model.overlays.is_empty());
}

#[test]
fn every_number_is_as_long_as_its_list() {
    let mut app = App::at("ls-so-y-te");
    send_first_report(&mut app);
    app.press("9 r Home");
    let rows: Vec<_> = app.model.statistics.list.rows().to_vec();
    assert!(rows.len() > 10);
    let mut opened = 0;
    for row in rows {
        for figure in Figure::ALL {
            assert_eq!(app.model.statistics.figure(), figure);
            let number = row.tally.get(figure);
            app.press("Enter");
            if number == 0 {
                assert!(app.model.overlays.is_empty() && app.shows("không có gì để mở"), "{}", app.screen());
            } else {
                assert_eq!(chooser_rows(&app), number, "{:?} {figure:?}", row.key);
                opened += 1;
                app.press("Esc");
            }
            app.press("Right");
        }
        app.press("Left Left Left Left Left Left Left Left Left Left Down");
    }
    assert!(opened > 30, "{opened}");
}

#[test]
fn a_line_of_the_list_opens_its_report_and_the_scope_can_be_changed() {
    let mut app = App::at("ls-so-y-te");
    app.press("9");
    app.wait(200);
    let wanted = "1 báo cáo: xong 0 (đúng hạn 0, trễ 0); chưa xong 1 (trong hạn 0, quá hạn 1); \
                  gia hạn 0; không theo dõi 0";
    assert!(says(&app, wanted), "{}", app.screen());
    app.press("Enter Enter");
    assert!(app.model.view == View::Reports && app.model.report.is_some(), "{}", app.screen());
    app.press("9 r");
    assert!(app.shows("tỉnh Lạng Sơn") && app.line_with("Báo cáo phải gửi").contains("15"));
    app.press("r");
    assert!(app.shows("năm 2026 · tất cả · mọi kế hoạch"), "{}", app.screen());
    app.press("p");
    assert!(app.shows("· tất cả · KH "), "{}", app.screen());
    app.press("Esc");
    assert!(app.shows("năm 2026 · Sở Y tế · mọi kế hoạch"), "{}", app.screen());
    app.press(".");
    assert!(app.shows("Năm sau chưa đến"), "{}", app.screen());
    app.press(", ,");
    assert!(app.line_with("Báo cáo phải gửi").trim_end().ends_with("1    0"), "{}", app.screen());
    app.press(".");
    assert!(app.shows("năm 2025"), "{}", app.screen());
}

#[test]
fn counts_follow_what_is_sent_and_given_back() {
    let mut app = App::at("ls-so-y-te");
    send_first_report(&mut app);
    app.press("Esc Esc 9");
    app.wait(200);
    assert!(app.shows("1 báo cáo: xong 1 (đúng hạn 0, trễ 1)"), "{}", app.screen());
    give_back(&mut app);
    app.press("9");
    app.wait(200);
    assert!(app.shows("1 báo cáo: xong 0"), "{}", app.screen());
}

#[test]
fn without_an_agency_the_scopes_are_everything_and_the_provinces() {
    let mut app = App::new();
    app.press("9");
    assert!(app.shows("năm 2026 · tất cả · mọi kế hoạch"), "{}", app.screen());
    for province in ["Hà Tĩnh", "Kiên Giang", "Lạng Sơn"] {
        app.press("r");
        assert!(app.shows(&format!("tỉnh {province}")), "{}", app.screen());
    }
    app.press("r");
    assert!(app.shows("năm 2026 · tất cả · mọi kế hoạch"), "{}", app.screen());
}

#[test]
fn the_tabs_fit_at_every_width_and_tell_where_one_is() {
    for lang in [Lang::Vi, Lang::En] {
        let mut app = App::start(&Start { lang, ..Start::default() });
        for key in ["1", "2", "3", "4", "5", "7", "8", "9"] {
            app.press(key);
            for width in 60..=130 {
                app.resize(width, 18);
                let screen = app.screen();
                let tabs = screen.lines().nth(1).unwrap();
                assert!(tabs.contains(&format!("[{key} ")) && tabs.contains(']'), "{width}: {tabs}");
                assert!(!tabs.contains('…'), "{width}: {tabs}");
                for other in ["1", "2", "3", "4", "5", "7", "8", "9"] {
                    assert!(tabs.contains(other), "{width}: {other} is not in {tabs}");
                }
            }
        }
    }
}

#[test]
fn agencies_of_one_name_show_their_province_in_the_counts() {
    let mut app = App::new();
    app.press("9");
    for name in [
        "Sở Y tế (An Giang)",
        "Sở Y tế (Lạng Sơn)",
        "Thanh tra tỉnh (An Giang)",
        "Văn phòng… (An Giang)",
        "Sở VH&TT  ",
    ] {
        app.press("Home");
        let rows = app.model.statistics.list.rows().len();
        let found = (0..rows).any(|_| {
            app.press("Down");
            app.screen().lines().any(|line| line.contains(name))
        });
        assert!(found, "{name}:\n{}", app.screen());
    }
}

#[test]
fn the_heads_of_the_counts_are_spelled_in_the_help_of_the_view() {
    let mut app = App::new();
    app.press("9");
    for word in ["đúng", "còn", "kỳ", "gia"] {
        assert!(
            app.line_with("quá").contains(word) || app.line_with("chưa").contains(word),
            "{}",
            app.screen()
        );
    }
    app.press("?");
    let mut text = String::new();
    for _ in 0..6 {
        text.push_str(&app.screen());
        app.press("PgDn");
    }
    for head in ["đúng hạn   ", "còn hạn   ", "kỳ cũ   ", "gia hạn   "] {
        assert!(text.contains(head), "{head}: {text}");
    }
    let mut agenda = App::new();
    agenda.press("?");
    agenda.press("End");
    assert!(!agenda.shows("kỳ cũ"), "{}", agenda.screen());
}
