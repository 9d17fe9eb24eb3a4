//! Typing Vietnamese with Telex and VNI of the program, and giving commands under the input method of a computer.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Fault};
use tiendo::app::model::View;
use tiendo::domain::change::Failure;
use tiendo::domain::input_method::InputMethod;

/// A program with the cursor in the first part of a report.
fn in_a_report() -> App {
    let mut app = App::at("ls-so-y-te");
    app.press("4 Home Enter Enter");
    assert!(app.model.report.as_ref().unwrap().typing, "{}", app.screen());
    app
}

/// The first part of the one report, as it stands in the database after Ctrl+S.
fn saved(app: &mut App) -> String {
    app.press("^S");
    app.records().reports[0].results.clone()
}

/// The text of the part that has the cursor.
fn text(app: &App) -> String {
    app.model.report.as_ref().unwrap().texts[0].text().to_owned()
}

#[test]
fn telex_in_a_report_lands_in_the_database() {
    let mut app = in_a_report();
    app.press("F4");
    app.type_text("UBND tinhr ddax ban hanhf QDD soos 165/KH-UBND;\nSowr Y tees taajp huaans Windows.");
    let expected = "UBND tỉnh đã ban hành QĐ số 165/KH-UBND;\nSở Y tế tập huấn Windows.";
    assert_eq!(saved(&mut app), expected);
}

#[test]
fn vni_in_a_report_lands_in_the_database() {
    let mut app = in_a_report();
    app.press("F4 F4");
    app.type_text("UBND ti3nh d9a4 ban ha2nh 12 quye6t1 d9i5nh, KH1, 165/KH-UBND.");
    assert_eq!(saved(&mut app), "UBND tỉnh đã ban hành 12 quyết định, KH1, 165/KH-UBND.");
}

#[test]
fn nothing_is_changed_while_it_is_off() {
    let mut app = in_a_report();
    app.type_text("dduwowngf w aa 9a1");
    assert_eq!(text(&app), "dduwowngf w aa 9a1");
    app.press("F4 F4 F4");
    app.type_text(" dduwowngf a1");
    assert_eq!(saved(&mut app), "dduwowngf w aa 9a1 dduwowngf a1");
}

#[test]
fn it_works_in_forms_of_one_line_and_of_several() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab e ^T");
    app.type_text("DDax mowr lowps\nthuws hai");
    app.press("Tab Tab Tab Tab");
    app.type_text("40");
    app.press("Tab");
    app.type_text("BC soos 12/BC-SYT");
    app.press("F10");
    let entry = app.entries()[0].clone();
    assert_eq!(entry.result, "Đã mở lớp\nthứ hai");
    assert_eq!((entry.percent, entry.evidence.as_str()), (Some(40), "BC số 12/BC-SYT"));
}

#[test]
fn it_works_in_the_line_of_a_search() {
    let mut app = App::at("ls-so-y-te");
    app.press("/ F4");
    app.type_text("Sowr Nooji vuj Langj");
    assert!(app.shows("/ Sở Nội vụ Lạng"), "{}", app.screen());
    app.press("Backspace Backspace Backspace Backspace");
    app.type_text("Langj Sown");
    assert!(app.line_with("/ Sở").trim_end().ends_with("Lạng Sơn"), "{}", app.screen());
}

#[test]
fn an_address_for_e_mail_is_typed_as_it_is() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("5 m");
    app.type_text("dau moi");
    app.press("Enter F4");
    app.type_text("Lee Vawn Toans");
    app.press("Tab");
    app.type_text("0912");
    app.press("Tab");
    assert!(!app.shows("[Telex]"), "{}", app.screen());
    app.type_text("vanthus@langson.gov.vn");
    let screen = app.screen();
    assert!(screen.contains("Lê Văn Toán") && screen.contains("vanthus@langson.gov.vn"), "{screen}");
}

#[test]
fn the_sign_stands_wherever_text_is_typed_and_nowhere_else() {
    let mut app = in_a_report();
    assert!(!app.shows("[Telex]") && app.shows("F4 bộ gõ"), "{}", app.screen());
    app.press("F4");
    assert!(app.shows("[Telex]") && app.shows("Gõ Telex:"), "{}", app.screen());
    app.type_text("a");
    assert!(app.shows("[Telex]") && !app.shows("Gõ Telex:"), "{}", app.screen());
    app.press("F4");
    assert!(app.shows("[VNI]") && app.shows("Gõ VNI:"), "{}", app.screen());
    app.press("^S");
    assert!(app.shows("[VNI]"), "{}", app.screen());
    app.press("Esc");
    assert!(!app.shows("[VNI]"), "{}", app.screen());
    app.press("Esc /");
    assert!(app.shows("[VNI]"), "{}", app.screen());
    app.press("F4");
    assert!(!app.shows("[VNI]") && app.shows("Tắt Telex, VNI"), "{}", app.screen());
    app.press("Esc 2 F1 End PgUp");
    assert!(app.shows("F4  ^T"), "{}", app.screen());
    for size in [(60, 15), (60, 24), (120, 40)] {
        let mut app = in_a_report();
        app.resize(size.0, size.1);
        app.press("F4 x");
        assert!(app.screen().lines().last().unwrap().contains("[Telex]"), "{size:?}\n{}", app.screen());
    }
}

#[test]
fn backspace_takes_what_is_seen_and_the_word_goes_on() {
    let mut app = in_a_report();
    app.press("F4");
    app.type_text("tieens");
    app.press("Backspace");
    assert_eq!(text(&app), "tiế");
    app.type_text("ngz");
    assert_eq!(text(&app), "tiêng");
    app.press("Backspace Backspace Backspace Backspace Backspace Backspace");
    assert_eq!(text(&app), "");
}

#[test]
fn the_word_ends_when_the_cursor_moves() {
    let mut app = in_a_report();
    app.press("F4");
    app.type_text("tien");
    app.press("Left Right");
    app.type_text("s");
    assert_eq!(text(&app), "tiens");
    // It begins anew in the middle of a word, as with any input method.
    app.press("Home");
    app.type_text("dd");
    assert_eq!(text(&app), "đtiens");
    app.press("Home Del End");
    app.type_text(" as");
    app.press("Tab BackTab");
    app.type_text("s");
    assert_eq!(text(&app), "tiens ás");
}

#[test]
fn one_undo_takes_back_a_word_and_redo_brings_it_again() {
    let mut app = in_a_report();
    app.press("F4");
    app.type_text("Keest quar windows");
    app.press("^Z");
    assert_eq!(text(&app), "Kết quả ");
    app.press("^Z");
    assert_eq!(text(&app), "Kết ");
    app.press("^R");
    assert_eq!(text(&app), "Kết quả ");
    // The keys of what was taken back are gone.
    app.press("^R ^Z");
    app.type_text("s");
    assert_eq!(text(&app), "Kết quả s");
}

#[test]
fn a_paste_is_taken_as_it_is() {
    let mut app = in_a_report();
    app.press("F4");
    app.type_text("tie");
    app.paste("ddaay tieengs");
    app.type_text("s");
    assert_eq!(text(&app), "tieddaay tieengss");
}

#[test]
fn a_full_field_takes_no_key_that_does_not_fit() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab e F4 Tab Tab Tab Tab Tab");
    app.paste(&"x".repeat(494));
    app.type_text(" nghieej");
    app.type_text("p");
    app.press("F10");
    let evidence = app.entries()[0].evidence.clone();
    assert_eq!(evidence.chars().count(), 500);
    assert!(evidence.ends_with("x nghiệ"), "{evidence}");
}

#[test]
fn the_choice_is_remembered_for_the_user_and_stays_when_something_is_undone() {
    let mut app = in_a_report();
    app.press("F4 F4");
    assert_eq!(app.snapshot().input_method, Some(InputMethod::Vni));
    assert_eq!(app.home.snapshot("cv-02").input_method, None);
    app.type_text("a1");
    assert_eq!(saved(&mut app), "á");
    app.press("Esc Esc u");
    assert!(app.records().reports.is_empty());
    assert_eq!(app.snapshot().input_method, Some(InputMethod::Vni));
    app.reopen();
    app.press("4 Home Enter Enter");
    app.type_text(" d9o6c1");
    assert!(text(&app).ends_with(" đốc"), "{}", text(&app));
}

#[test]
fn a_choice_that_cannot_be_remembered_holds_until_the_end() {
    let mut app = in_a_report();
    app.faults.push_back(Fault::Failed(Failure::ReadOnly));
    app.press("F4");
    assert!(app.shows("[Telex]"), "{}", app.screen());
    app.type_text("as");
    assert_eq!(text(&app), "á");
}

/// Sends keys in one go, as UniKey does; "<" is Backspace.
fn burst(app: &mut App, keys: &str) {
    for key in keys.chars() {
        app.press(&if key == '<' { "Backspace".to_owned() } else { key.to_string() });
    }
}

#[test]
fn commands_work_under_an_input_method() {
    // j after u comes as Backspace and ụ: the selection moves, and the view stays.
    let mut app = App::at("ls-so-y-te");
    app.press("3 Home u");
    let first = app.model.targets.list.selected_id();
    app.wait(500);
    burst(&mut app, "<ụ");
    assert_eq!(app.model.view, View::Targets);
    assert_ne!(app.model.targets.list.selected_id(), first);
    // A letter with a mark is the command of its base.
    app.press("Home ê");
    assert!(!app.model.overlays.is_empty(), "{}", app.screen());
    app.press("Esc 1 ơ");
    app.press("Home");
    app.press("í");
    assert!(!app.model.overlays.is_empty(), "{}", app.screen());
}

#[test]
fn a_doubled_letter_that_is_no_command_leaves_the_screen() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab");
    let before = app.screen();
    burst(&mut app, "d<đ");
    app.wait(500);
    assert_eq!(app.screen(), before);
}

#[test]
fn a_backspace_after_a_command_letter_still_goes_back() {
    let mut app = App::at("ls-so-y-te");
    app.press("1 Home i");
    assert!(!app.model.overlays.is_empty(), "{}", app.screen());
    app.wait(500);
    app.press("Backspace");
    app.wait(100);
    assert!(app.model.overlays.is_empty(), "{}", app.screen());
    // The next key does not wait for it.
    app.press("i");
    app.press("Backspace 2");
    assert!(app.model.overlays.is_empty() && app.model.view == View::Tasks, "{}", app.screen());
}

#[test]
fn the_first_letter_in_a_line_that_a_letter_opened_is_the_one_that_was_pressed() {
    // UniKey takes "a" (choose the agency) and "s" for one word.
    let mut app = App::at("ls-so-y-te");
    burst(&mut app, "a");
    burst(&mut app, "<á");
    app.type_text("o noi vu");
    assert!(app.shows("/ so noi vu"), "{}", app.screen());
}
