//! Two programs on one database, and a database that is held by somebody else.

use rusqlite::Connection;

use crate::terminal::Terminal;
use crate::user::User;

const SAVE: &str = "\x13";
const RESULTS: &str = "SELECT results FROM report";

/// Somebody who holds the database, for longer than the program waits for it, until this is dropped.
fn hold(user: &User) -> Connection {
    let connection = user.connection();
    connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    connection
}

/// A report with a text in it that was to be saved while somebody holds the database.
fn save_into_held(user: &User, text: &str) -> (Terminal, Connection) {
    let mut terminal = user.start_typing();
    let held = hold(user);
    terminal.type_text(text);
    terminal.send(SAVE);
    (terminal, held)
}

/// Saves what is typed, and waits until it is.
fn save(terminal: &mut Terminal) {
    terminal.send(SAVE);
    terminal.wait_for("Đã lưu");
}

/// Out of the text, then out of the report.
fn leave_report(terminal: &mut Terminal) {
    terminal.send("\x1b");
    terminal.wait_until("the report without a cursor", vt100::Screen::hide_cursor);
    terminal.send("\x1b");
    terminal.wait_until_gone("SOẠN BÁO CÁO");
}

/// Opens the form for the progress of the task at the top of view 2.
fn open_entry(terminal: &mut Terminal) {
    terminal.send("2");
    terminal.wait_for("NHIỆM VỤ THEO CƠ QUAN");
    terminal.send("\t");
    terminal.send("e");
    terminal.wait_for("NHẬP TIẾN ĐỘ");
}

/// Two people with the same report open; the first has saved it since.
fn saved_by_the_first(first: &User, second: &User) -> (Terminal, Terminal) {
    let (mut one, mut two) = (first.start_typing(), second.start_typing());
    one.type_text("Bản của An");
    two.type_text("Bản của Bình");
    save(&mut one);
    two.send(SAVE);
    two.wait_for("NGƯỜI KHÁC VỪA SỬA");
    (one, two)
}

#[test]
fn the_second_to_save_a_report_sees_both_texts_and_overwrites_nothing() {
    let user = User::new();
    let (_one, mut two) = saved_by_the_first(&user, &user.colleague());
    for text in ["cv-01", "Bản của An", "Bản của Bình"] {
        two.wait_for(text);
    }
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của An");
    two.send("\x1b");
    two.wait_until_gone("NGƯỜI KHÁC VỪA SỬA");
    two.wait_for("Bản của Bình");
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của An");
    // Saving once more does not slip past the question.
    two.send(SAVE);
    two.wait_for("NGƯỜI KHÁC VỪA SỬA");
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của An");
}

#[test]
fn saving_over_somebody_else_keeps_his_text_in_the_history() {
    let user = User::new();
    let (_one, mut two) = saved_by_the_first(&user, &user.colleague());
    // An Enter that was meant for the text overwrites nobody.
    two.send("\r");
    two.wait_for_quiet();
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của An");
    two.send("\x07");
    two.wait_for("Đã lưu");
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của Bình");
    let history = "SELECT group_concat(new_value) FROM change WHERE tbl = 'report'";
    assert!(user.query(history).unwrap().contains("Bản của An"));
}

#[test]
fn two_windows_of_one_user_do_not_overwrite_each_other_either() {
    let user = User::new();
    let (_one, two) = saved_by_the_first(&user, &user);
    two.wait_for("Bản của An");
    two.wait_for("Bản của Bình");
    assert_eq!(user.query(RESULTS).unwrap(), "Bản của An");
}

#[test]
fn a_held_database_is_named_and_the_text_is_saved_by_a_later_try() {
    let user = User::new();
    let (mut terminal, held) = save_into_held(&user, "Chờ ghi");
    terminal.wait_for("đang bận");
    terminal.wait_for("Chờ ghi");
    drop(held);
    save(&mut terminal);
    assert_eq!(user.query(RESULTS).unwrap(), "Chờ ghi");
}

#[test]
fn a_text_that_could_not_be_saved_becomes_a_draft_at_the_latest_on_leaving() {
    let user = User::new();
    let (mut terminal, held) = save_into_held(&user, "Chờ ghi");
    terminal.wait_for("đang bận");
    drop(held);
    terminal.signal("TERM");
    terminal.wait_for_exit();
    user.start_typing().wait_for("Chờ ghi");
}

#[test]
fn a_text_that_cannot_be_kept_on_leaving_is_shown() {
    let user = User::new();
    let mut terminal = user.start_typing();
    let _held = hold(&user);
    terminal.type_text("Chờ ghi");
    terminal.send("\x03\x03");
    assert_eq!(terminal.wait_for_exit().exit_code(), 3);
    terminal.assert_given_back();
    terminal.wait_for("Không giữ được chữ đang gõ");
    terminal.wait_for("đang bận");
    terminal.wait_for("Chờ ghi");
}

#[test]
fn typing_goes_on_while_a_save_waits_and_nothing_of_it_is_lost() {
    let user = User::new();
    let (mut terminal, held) = save_into_held(&user, "Trước.");
    terminal.type_text(" Sau.");
    // The draft with the second half waits behind the save.
    terminal.wait_until_gone("chưa lưu");
    drop(held);
    terminal.wait_for("Đã lưu");
    leave_report(&mut terminal);
    terminal.send("\r");
    terminal.wait_for("Trước. Sau.");
    assert_eq!(user.query(RESULTS).unwrap(), "Trước.");
}

#[test]
fn a_report_that_is_left_while_its_save_waits_is_whole_afterwards() {
    let user = User::new();
    let (mut terminal, held) = save_into_held(&user, "Chờ ghi");
    leave_report(&mut terminal);
    drop(held);
    terminal.wait_for("Đã lưu");
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal.wait_for("Chờ ghi");
    terminal.send("\r!");
    terminal.wait_for("Chờ ghi!");
    // The saved report was opened, not the draft from before it, which would meet it as a stranger's.
    save(&mut terminal);
    assert_eq!(user.query(RESULTS).unwrap(), "Chờ ghi!");
}

#[test]
fn an_entry_that_could_not_be_saved_stays_in_its_form_and_becomes_a_draft() {
    let user = User::new();
    let mut terminal = user.start_with_reports();
    open_entry(&mut terminal);
    let held = hold(&user);
    terminal.type_text("Đã mời 12 chuyên gia");
    terminal.send(SAVE);
    terminal.wait_for("đang bận");
    terminal.wait_for("Đã mời 12 chuyên gia");
    terminal.send("\x1b");
    terminal.wait_until_gone("NHẬP TIẾN ĐỘ");
    drop(held);
    terminal.signal("TERM");
    terminal.wait_for_exit();
    let mut again = user.start_with_reports();
    open_entry(&mut again);
    again.wait_for("Đã mời 12 chuyên gia");
    save(&mut again);
    assert_eq!(user.query("SELECT result FROM progress_entry").unwrap(), "Đã mời 12 chuyên gia");
}
