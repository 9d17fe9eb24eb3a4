//! Whole screens as plain text, compared with the files in `golden/`.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test --test golden`, then read the difference as a user would.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use std::path::PathBuf;

use harness::{App, Home, Start};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use tiendo::domain::ids::{AgencyId, ItemId};
use tiendo::domain::record::ReportKey;
use tiendo::domain::schedule::Period;
use tiendo::domain::summary::AgencyCounts;
use tiendo::text::settings::Highlight;
use tiendo::text::words::Lang;
use tiendo::tui::Looks;

/// Milliseconds after which a draft is kept and the words are counted.
const PAUSE: u64 = 1_500;

/// Compares the screen with `golden/NAME.txt`, and with what terminals make of its bytes.
fn check(app: &App, name: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.txt"));
    let screen = app.screen();
    app.show_on_terminals();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, screen).unwrap();
        return;
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = screen.lines().zip(wanted.lines()).position(|(is, should)| is != should);
    assert!(
        screen == wanted,
        "{name}: first other line: {differs:?}\n--- is\n{screen}--- should be\n{wanted}"
    );
}

fn sized(agency: &str, size: (u16, u16)) -> App {
    App::start(&Start { agency: Some(agency.into()), size, ..Start::default() })
}

fn english(agency: &str) -> App {
    App::start(&Start { agency: Some(agency.into()), lang: Lang::En, ..Start::default() })
}

/// Chooses the own agency as a user does.
fn choose_agency(app: &mut App, name: &str) {
    app.press("a");
    app.type_text(name);
    app.press("Enter");
    app.wait(200);
}

/// Searches for a target and enters a figure for it.
fn enter_figure(app: &mut App, target: &str, figure: &str, day: &str) {
    app.press("/");
    app.type_text(target);
    app.press("Enter e");
    app.type_text(figure);
    app.press("Tab ^U");
    app.type_text(day);
    app.press("F10");
    app.wait(200);
}

fn kien_giang_figures(app: &mut App) {
    enter_figure(app, "chuong trinh trong diem chuan kiem dinh", "7/20", "30/9/2026");
    enter_figure(app, "can bo quan ly giao vien dat chuan trinh do", "98,10", "30/9/2026");
    app.press("3 p p g");
    app.wait(200);
}

#[test]
fn the_agenda_of_everybody() {
    let mut app = App::new();
    app.wait(200);
    check(&app, "agenda-all");
    app.press("t");
    app.wait(200);
    check(&app, "agenda-all-quarter");
}

#[test]
fn the_agenda_of_one_agency_in_three_sizes() {
    let mut app = App::new();
    choose_agency(&mut app, "so noi vu lang son");
    check(&app, "agenda-so-noi-vu");
    app.press("Esc");
    app.resize(120, 40);
    check(&app, "agenda-so-noi-vu-120x40");
    app.resize(60, 15);
    check(&app, "agenda-so-noi-vu-60x15");
}

#[test]
fn the_agenda_of_a_department_that_owes_reports() {
    let mut app = App::at("ls-so-y-te");
    app.wait(200);
    check(&app, "agenda-so-y-te");
}

#[test]
fn the_choice_of_the_own_agency() {
    let mut app = App::new();
    app.press("a");
    app.type_text("so noi vu");
    check(&app, "choose-agency");
}

#[test]
fn tasks_by_agency() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("2 /");
    app.type_text("so tai chinh lang son");
    app.press("Enter Tab");
    app.wait(200);
    check(&app, "tasks");
    app.resize(120, 40);
    check(&app, "tasks-120x40");
    app.resize(60, 15);
    check(&app, "tasks-60x15");
}

#[test]
fn agencies_with_hundreds_of_tasks() {
    for (size, name) in [((80, 24), "tasks-hundreds"), ((60, 15), "tasks-hundreds-60x15")] {
        let mut app = sized("ls-so-noi-vu", size);
        app.press("2");
        app.wait(200);
        for (counts, at) in app.model.counts.values_mut().zip(7..) {
            *counts = AgencyCounts { lead: 31 * at, coordinating: 113, overdue: at, passed: 0 };
        }
        check(&app, name);
    }
}

#[test]
fn the_sheet_of_a_task() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("2 /");
    app.type_text("so tai chinh lang son");
    app.press("Enter Tab Enter");
    check(&app, "task-sheet");
}

#[test]
fn targets_with_figures() {
    let mut app = App::at("kg-so-gddt");
    kien_giang_figures(&mut app);
    app.press("/");
    app.type_text("chuong trinh trong diem chuan kiem dinh");
    app.press("Enter");
    app.wait(200);
    check(&app, "targets");
    app.resize(120, 40);
    check(&app, "targets-120x40");
    app.resize(60, 15);
    check(&app, "targets-60x15");
    app.resize(80, 24);
    app.press("Enter");
    check(&app, "target-sheet");
}

#[test]
fn targets_that_are_behind() {
    let mut app = App::at("kg-so-gddt");
    kien_giang_figures(&mut app);
    app.press("c");
    app.wait(200);
    check(&app, "targets-behind");
}

#[test]
fn the_form_of_a_figure() {
    let mut app = App::at("kg-so-gddt");
    app.press("/");
    app.type_text("chuong trinh trong diem chuan kiem dinh");
    app.press("Enter e");
    app.type_text("7/0x");
    app.press("F10");
    check(&app, "figure-form");
}

#[test]
fn the_form_of_a_progress_entry() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab e");
    app.type_text("Đã mở 12 lớp bồi dưỡng cho 1.204 người.");
    check(&app, "progress-form");
    app.resize(60, 15);
    check(&app, "progress-form-60x15");
}

const RESULTS: &str = "Đã mở 12 lớp bồi dưỡng chuẩn chức danh nghề nghiệp cho 1.204 giáo viên; lồng ghép \
    STEM tại 87 trường; 03 lớp năng lực số cho nhà giáo. Quy hoạch mạng lưới trường, lớp đã tích hợp Quy hoạch tỉnh.";

#[test]
fn telex_of_the_program() {
    let mut app = App::at("ls-so-y-te");
    app.press("4 g Enter Enter F4");
    check(&app, "telex-begins");
    app.type_text("DDax mowr 12 lowps");
    app.wait(PAUSE);
    check(&app, "telex");
    app.resize(60, 15);
    app.press("F4");
    app.type_text(" bo6i2 du7o7ng4");
    app.wait(PAUSE);
    check(&app, "vni-60x15");
}

#[test]
fn the_report_form() {
    let mut app = App::at("ls-so-y-te");
    app.press("4 g Enter Enter");
    app.type_text(RESULTS);
    app.wait(PAUSE);
    check(&app, "report-text");
    app.resize(120, 40);
    check(&app, "report-text-120x40");
    app.resize(60, 15);
    check(&app, "report-text-60x15");
    app.resize(80, 24);
    app.press("Tab Tab Tab");
    app.type_text("12");
    app.press("Enter");
    app.type_text("40");
    app.press("Space Enter Space");
    check(&app, "report-figures");
    app.resize(60, 15);
    check(&app, "report-figures-60x15");
    app.resize(120, 40);
    check(&app, "report-figures-120x40");
    app.resize(80, 24);
    app.press("Esc Tab Tab");
    check(&app, "report-entries");
    app.press("F10");
    check(&app, "report-send");
    app.press("Enter");
    check(&app, "reports-after-sending");
}

#[test]
fn a_report_without_results_cannot_be_sent() {
    let mut app = App::at("ls-so-y-te");
    app.press("Enter F10");
    check(&app, "report-blocked");
}

#[test]
fn a_conflict_shows_both_texts() {
    let home = Home::new();
    let start =
        |user: &str| Start { user: user.into(), agency: Some("ls-so-y-te".into()), ..Start::default() };
    let (mut hoa, mut binh) = (App::on(&home, &start("hoa")), App::on(&home, &start("binh")));
    for app in [&mut hoa, &mut binh] {
        app.press("Enter Enter");
    }
    hoa.type_text("Đã mở 12 lớp.\nĐã cử 3 người.");
    hoa.press("^S");
    binh.type_text("Đã mở 13 lớp.");
    binh.press("^S");
    check(&binh, "conflict");
    binh.press("Esc");
    check(&binh, "conflict-left-open");
}

#[test]
fn the_reports_of_an_agency() {
    let mut app = App::at("ls-so-y-te");
    app.press("4");
    app.wait(200);
    check(&app, "reports");
    app.resize(60, 15);
    check(&app, "reports-60x15");
}

#[test]
fn documents() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("7");
    app.wait(200);
    check(&app, "plans");
    app.press("Enter");
    check(&app, "plan-sheet");
    app.press("Esc /");
    app.type_text("IV.7.a");
    check(&app, "search-clause");
    app.press("Enter");
    app.wait(200);
    check(&app, "plans-clause");
    app.resize(120, 40);
    check(&app, "plans-clause-120x40");
    app.resize(60, 15);
    check(&app, "plans-clause-60x15");
    app.resize(80, 24);
    app.press("Enter");
    check(&app, "clause-sheet");
}

#[test]
fn searching() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("/");
    check(&app, "search-empty");
    app.type_text("dao tao");
    check(&app, "search");
    app.type_text(" zzz");
    check(&app, "search-nothing");
}

#[test]
fn help() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("?");
    check(&app, "help");
    app.press("End");
    check(&app, "help-end");
}

#[test]
fn screens_with_nothing_on_them() {
    let mut app = App::new();
    app.press("4");
    check(&app, "reports-nobody");
    app.resize(60, 15);
    check(&app, "reports-nobody-60x15");
    app.resize(80, 24);
    app.press("3 p c");
    app.wait(200);
    check(&app, "targets-none-behind");
}

#[test]
fn another_day() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("@");
    check(&app, "day-form");
    app.type_text("28/02/2025");
    app.press("Enter");
    app.wait(200);
    check(&app, "day-agenda");
    app.press("2 /");
    app.type_text("so ke hoach dau tu lang son");
    app.press("Enter");
    app.wait(200);
    check(&app, "day-tasks");
}

#[test]
fn a_window_that_is_too_small() {
    check(&sized("ls-so-noi-vu", (59, 15)), "too-small");
    check(&sized("ls-so-noi-vu", (80, 14)), "too-small-low");
}

#[test]
fn in_english() {
    let mut app = english("ls-so-y-te");
    app.wait(200);
    check(&app, "en-agenda");
    app.press("3");
    app.wait(200);
    check(&app, "en-targets");
    app.press("1 Enter F10");
    check(&app, "en-report-blocked");
    app.press("?");
    check(&app, "en-help");
}

#[test]
fn in_ascii_without_colour() {
    let looks = Looks { ascii: true, ..Looks::default() };
    let mut app = App::start(&Start { agency: Some("kg-so-gddt".into()), looks, ..Start::default() });
    kien_giang_figures(&mut app);
    check(&app, "ascii-targets");
    app.press("2");
    app.wait(200);
    check(&app, "ascii-tasks");
}

#[test]
fn without_colour() {
    let looks = Looks::default();
    let mut app = App::start(&Start { agency: Some("kg-so-gddt".into()), looks, ..Start::default() });
    kien_giang_figures(&mut app);
    check(&app, "mono-targets");
}

#[test]
fn without_marks() {
    let looks = Looks { ascii: true, unmarked: true, ..Looks::default() };
    let mut app = App::start(&Start { agency: Some("ls-so-noi-vu".into()), looks, ..Start::default() });
    app.wait(200);
    assert!(app.screen().is_ascii());
    check(&app, "unmarked-agenda");
    app.press("/");
    app.type_text("sở nội vụ");
    assert!(app.screen().contains("/ so noi vu"), "{}", app.screen());
    app.show_on_terminals();
}

/// The cells of the marked row that are not in reverse video.
fn unreversed(app: &App) -> Vec<Cell> {
    let (buffer, _) = app.draw();
    let row = app.screen().lines().position(|line| line.starts_with('►')).unwrap();
    let row = (0..80).map(|x| buffer[(x, u16::try_from(row).unwrap())].clone());
    row.filter(|cell| !cell.modifier.contains(Modifier::REVERSED)).collect()
}

#[test]
fn the_selected_row_in_reverse_video() {
    for colour in [false, true] {
        let looks = Looks { colour, highlight: Highlight::Row, ..Looks::default() };
        let at = |agency: &str| App::start(&Start { agency: Some(agency.into()), looks, ..Start::default() });
        let mut app = at("kg-so-gddt");
        kien_giang_figures(&mut app);
        app.press("/");
        app.type_text("chuong trinh trong diem chuan kiem dinh");
        app.press("Enter");
        app.wait(200);
        let bar = unreversed(&app);
        assert!(bar.iter().all(|cell| cell.bg != Color::Reset), "a bar keeps its colour:\n{}", app.screen());
        assert_eq!(bar.is_empty(), !colour, "{}", app.screen());
        let mut app = at("ls-so-noi-vu");
        app.wait(200);
        assert_eq!(unreversed(&app), [], "{}", app.screen());
        for view in ["2", "4", "5", "7", "8", "9", "?"] {
            app.press(view);
            app.wait(200);
            app.show_on_terminals();
        }
    }
}

#[test]
fn the_compiling_chain() {
    let mut app = App::at("ht-so-noi-vu");
    app.press("t G");
    app.wait(200);
    check(&app, "agenda-cascade");
    app.press("f");
    check(&app, "cascade");
}

#[test]
fn the_year() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("8");
    app.wait(200);
    check(&app, "year");
    app.resize(120, 40);
    check(&app, "year-120x40");
    app.resize(60, 15);
    check(&app, "year-60x15");
    app.resize(80, 24);
    app.press(",");
    app.wait(200);
    check(&app, "year-empty");
    let mut app = App::new();
    app.press("8");
    app.wait(200);
    check(&app, "year-all");
    let looks = Looks { ascii: true, ..Looks::default() };
    let start = Start { agency: Some("ls-so-khcn".into()), lang: Lang::En, looks, ..Start::default() };
    let mut app = App::start(&start);
    app.press("8 .");
    app.wait(200);
    check(&app, "en-ascii-year");
}

#[test]
fn the_counts() {
    let mut app = App::at("ls-so-y-te");
    app.press("1 Enter Enter");
    app.type_text("Đã xong.");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.press("9");
    app.wait(200);
    check(&app, "statistics-agency");
    app.press("r Right Right Right");
    app.wait(200);
    check(&app, "statistics");
    app.resize(120, 40);
    check(&app, "statistics-120x40");
    app.resize(60, 15);
    check(&app, "statistics-60x15");
    app.resize(80, 24);
    app.press("Enter");
    check(&app, "statistics-list");
    app.press("Esc , ,");
    app.wait(200);
    check(&app, "statistics-untracked");
    let looks = Looks { ascii: true, ..Looks::default() };
    let mut app = App::start(&Start { lang: Lang::En, looks, ..Start::default() });
    app.press("9 p p");
    app.wait(200);
    check(&app, "en-ascii-statistics");
}

#[test]
fn who_has_reported() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("5 Down");
    app.wait(200);
    check(&app, "board");
    app.resize(120, 40);
    check(&app, "board-120x40");
    app.resize(60, 15);
    check(&app, "board-60x15");
    app.resize(80, 24);
    app.press("c A");
    app.wait(200);
    check(&app, "board-selected");
    app.press("D");
    check(&app, "board-letter");
    app.press("PgDn");
    check(&app, "board-letter-2");
    app.press("Esc o");
    check(&app, "board-source");
    let mut app = english("ls-so-noi-vu");
    app.press("5 A D Enter");
    app.wait(200);
    check(&app, "board-english");
}

#[test]
fn a_report_that_came_back() {
    let mut app = App::at("ls-so-y-te");
    app.press("1 Enter Enter");
    app.type_text(RESULTS);
    app.press("Tab Tab Tab");
    app.type_text("12/40");
    app.press("F10 Enter 1 Home Enter");
    check(&app, "report-awaiting");
    app.press("Esc");
    app.approved_by("truong-phong");
    let words = RESULTS.split(';').next().unwrap();
    app.given_back_by(("so-noi-vu", "ls-so-noi-vu"), words, "Số lớp không khớp với báo cáo quý III.");
    app.wait(200);
    check(&app, "reports-returned");
    app.press("Home Enter Enter");
    app.type_text(" Thêm 02 lớp cho cán bộ xã.");
    app.wait(PAUSE);
    check(&app, "report-returned");
    app.press("Esc b");
    check(&app, "report-compare");
    app.press("Esc Esc j Enter F7");
    check(&app, "report-paragraphs");
}

#[test]
fn compiled_reports() {
    let home = Home::new();
    let figure = "lang-son-165-2024/II.1#2.1";
    let key = |agency: &str| ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new(agency),
    };
    let (one, two) =
        ("Chưa có công chức phụ trách trí thức ở xã.", "Ở xã chưa có công chức phụ trách trí thức.");
    home.send(
        key("ls-so-y-te"),
        ["Mở 12 lớp bồi dưỡng.", one, "Bổ sung biên chế."],
        Some((figure, 1.0, 2.0)),
    );
    home.send(key("ls-so-tu-phap"), ["Rà soát 6 văn bản.", two, "Không có."], Some((figure, 1.0, 8.0)));
    let start = Start { agency: Some("ls-so-noi-vu".into()), ..Start::default() };
    let mut app = App::on(&home, &start);
    app.press("6");
    app.wait(200);
    check(&app, "compile-rounds");
    app.press("Enter Tab G +");
    app.wait(200);
    check(&app, "compile-joined");
    app.resize(60, 15);
    check(&app, "compile-joined-60x15");
    app.resize(120, 40);
    check(&app, "compile-joined-120x40");
    app.resize(80, 24);
    app.press("Tab Tab");
    app.wait(200);
    check(&app, "compile-figures");
    app.press("x");
    check(&app, "compile-export");
    app.press("Esc v");
    check(&app, "compile-preview");
}
