//! Saves whose answer comes late, twice or not at all: nothing is lost, doubled or overwritten.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Fault, Home, Start};
use tiendo::domain::change::Failure;
use tiendo::domain::record::ReportState;

fn as_user(user: &str) -> Start {
    Start { user: user.into(), agency: Some("ls-so-y-te".into()), ..Start::default() }
}

/// The first report of the agenda with a text in its first part.
fn write_report(app: &mut App, text: &str) {
    app.press("1 g Enter Enter");
    app.type_text(text);
}

/// A figure, 7 of 20, in the first row of the open report.
fn type_figure(app: &mut App) {
    app.press("Tab Tab Tab");
    app.type_text("7");
    app.press("Enter");
    app.type_text("20");
}

#[test]
fn a_sent_report_is_not_turned_back_by_a_colleague() {
    let home = Home::new();
    let (mut an, mut binh) = (App::on(&home, &as_user("an")), App::on(&home, &as_user("binh")));
    write_report(&mut an, "Bản của An");
    write_report(&mut binh, "Bản của Bình");
    binh.press("F10 Enter");
    binh.approved_by("truong-phong");
    an.press("^S F10");
    let report = &an.records().reports[0];
    assert_eq!((report.state, report.results.as_str()), (ReportState::Sent, "Bản của Bình"));
    assert!(an.snapshot().drafts.iter().any(|draft| draft.body.contains("Bản của An")));
}

#[test]
fn saving_twice_before_the_answer_saves_once() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab g e");
    app.type_text("Một");
    app.hold_answers();
    app.press("F10 F10");
    app.release_answers();
    assert_eq!(app.entries().len(), 1);

    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "Kết quả");
    type_figure(&mut app);
    app.hold_answers();
    app.press("^S ^S");
    app.release_answers();
    assert_eq!(app.records().observations.len(), 1);
}

#[test]
fn nobody_conflicts_with_his_own_save() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "Kết quả");
    app.hold_answers();
    app.press("^S F10 Enter");
    app.release_answers();
    assert!(app.model.overlays.is_empty(), "{}", app.screen());
}

#[test]
fn a_form_that_was_left_or_covered_while_its_save_ran_is_not_saved_again() {
    let mut app = App::at("ls-so-y-te");
    app.press("3 g j e");
    app.type_text("7/20");
    app.hold_answers();
    app.press("F10 Esc");
    app.release_answers();
    app.press("e F10");
    assert_eq!(app.records().observations.len(), 1);

    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab g e");
    app.type_text("Một");
    app.hold_answers();
    app.press("F10 F1");
    app.release_answers();
    app.press("Esc F10");
    assert_eq!(app.entries().len(), 1);
}

#[test]
fn text_typed_between_a_save_and_its_conflict_is_saved_with_it() {
    let home = Home::new();
    let mut an = App::on(&home, &as_user("an"));
    an.press("2 Tab g e");
    an.type_text("Một");
    an.press("F10 e End");
    an.type_text(" hai");
    let mut binh = App::on(&home, &as_user("binh"));
    binh.press("2 Tab g e End");
    binh.type_text(" B");
    binh.press("F10");
    an.hold_answers();
    an.press("F10");
    an.type_text(" ba");
    an.release_answers();
    an.press("F10");
    assert_eq!(an.entries()[0].result, "Một hai ba");
}

#[test]
fn a_draft_that_failed_goes_with_the_next_one_or_on_leaving() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "quý giá");
    app.hold_answers();
    app.press("Esc @");
    app.faults.push_back(Fault::Failed(Failure::Busy));
    app.release_answers();
    app.press("Esc");
    app.press("q Enter");
    assert!(app.ended && app.snapshot().drafts.len() == 1);
}

#[test]
fn a_draft_that_cannot_be_written_is_not_tried_for_ever() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "x");
    app.faults.extend((0..1000).map(|_| Fault::Failed(Failure::ReadOnly)));
    app.wait(60_000);
    assert!(app.faults.len() >= 997, "{} tries in a minute", 1000 - app.faults.len());
}

#[test]
fn the_form_of_another_day_shows_the_entry_of_that_day() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab g e");
    app.type_text("hôm nay");
    app.press("F10 @");
    app.type_text("20/11/2026");
    app.press("Enter e");
    app.type_text("hôm qua");
    app.press("F10 e F10");
    assert_eq!(app.entries().len(), 2);
}

#[test]
fn a_draft_is_kept_when_a_colleague_sends_the_report() {
    let home = Home::new();
    let (mut an, mut binh) = (App::on(&home, &as_user("an")), App::on(&home, &as_user("binh")));
    write_report(&mut an, "Bản của An");
    an.press("Esc Esc");
    write_report(&mut binh, "Bản của Bình");
    binh.press("F10 Enter");
    binh.approved_by("truong-phong");
    an.press("4 End Enter");
    assert!(an.shows("Bản của Bình"), "{}", an.screen());
    assert_eq!(an.snapshot().drafts.len(), 1);
}

#[test]
fn a_figure_entered_elsewhere_reaches_the_open_report() {
    let mut app = App::at("ls-so-y-te");
    app.press("1 g Enter Tab Tab Tab 3 g j e");
    app.type_text("1.102/3.410");
    app.press("F10 4");
    assert!(app.shows("3.410"), "{}", app.screen());
}

#[test]
fn a_saved_figure_cannot_be_blanked_away_unnoticed() {
    let mut app = App::at("ls-so-y-te");
    app.press("3 g j e");
    app.type_text("1.102/3.410");
    app.press("F10");
    write_report(&mut app, "Kết quả");
    app.press("Tab Tab Tab ^U Tab ^U F10 Enter");
    assert!(app.records().reports.is_empty(), "{}", app.screen());
}

#[test]
fn a_report_that_is_being_sent_goes_even_when_it_is_left() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "Kết quả");
    type_figure(&mut app);
    app.hold_answers();
    app.press("F10 Enter Esc Esc");
    app.release_answers();
    assert_eq!(app.records().reports.len(), 1);
}

#[test]
fn submitting_taken_back_leaves_the_text_to_go_on_with() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "Không được mất");
    app.press("F10 Enter");
    assert_eq!(app.records().reports[0].state, ReportState::AwaitingApproval);
    app.press("u");
    let report = &app.records().reports[0];
    assert_eq!((report.state, report.sent_at), (ReportState::Draft, None));
    assert!(report.results.contains("Không được mất"));
}

#[test]
fn an_entry_without_a_word_is_not_saved() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab g e ^S");
    assert!(app.entries().is_empty());
    assert!(app.shows("Chưa nhập gì"), "{}", app.screen());
}

#[test]
fn every_undo_of_a_report_saved_and_then_submitted_shows() {
    let mut app = App::at("ls-so-y-te");
    write_report(&mut app, "Đã lưu rồi trình");
    app.press("^S F10 Enter u");
    assert_eq!(app.records().reports[0].state, ReportState::Draft);
    app.press("u");
    assert!(app.records().reports.is_empty());
}

#[test]
fn a_redo_of_nothing_leaves_no_draft() {
    let mut app = App::at("ls-so-y-te");
    app.press("2 Tab g e ^R");
    assert!(!app.model.has_unsaved_text());
    app.wait(2000);
    assert!(app.snapshot().drafts.is_empty());
}
