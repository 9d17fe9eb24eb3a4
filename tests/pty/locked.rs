//! A database that another program holds for a while: the keys go on, what is typed stays, and it gets there later.

use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::terminal::{PATIENCE, Terminal};
use crate::user::User;

const SAVE: &str = "\x13";
const RESULTS: &str = "SELECT results FROM report";
const DRAFT: &str = "SELECT json_extract(body, '$.texts[0]') FROM draft";

/// Somebody who has the database for himself until this is dropped.
fn hold(user: &User) -> Connection {
    let connection = user.connection();
    connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
    connection
}

/// A report with a text in it, in a database that somebody holds.
fn typed_into_held(user: &User, text: &str) -> (Terminal, Connection) {
    let mut terminal = user.start_typing();
    let held = hold(user);
    terminal.type_text(text);
    (terminal, held)
}

/// Waits until a query has this answer; no key is pressed meanwhile.
fn wait_until_stored(user: &User, terminal: &Terminal, sql: &str, text: &str) {
    let started = Instant::now();
    while user.query(sql).as_deref() != Some(text) {
        assert!(started.elapsed() < PATIENCE, "{sql} has not {text:?}\n{}", terminal.text());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_save_that_waits_says_so_and_every_key_goes_on_working() {
    let user = User::new();
    let (mut terminal, held) = typed_into_held(&user, "Chờ ghi");
    terminal.send(SAVE);
    terminal.wait_for("Đang chờ cơ sở dữ liệu; chữ đang gõ vẫn còn nguyên.");
    terminal.type_text(" thêm");
    terminal.send("\x1b");
    terminal.wait_until("the report without a cursor", vt100::Screen::hide_cursor);
    terminal.send("2");
    terminal.wait_for("NHIỆM VỤ THEO CƠ QUAN");
    terminal.send("?");
    terminal.wait_for("PHÍM TẮT");
    terminal.send("\x1b");
    terminal.wait_until_gone("PHÍM TẮT");
    terminal.send("4");
    terminal.wait_for("Chờ ghi thêm");
    drop(held);
    wait_until_stored(&user, &terminal, RESULTS, "Chờ ghi");
    wait_until_stored(&user, &terminal, DRAFT, "Chờ ghi thêm");
    terminal.send(SAVE);
    wait_until_stored(&user, &terminal, RESULTS, "Chờ ghi thêm");
}

/// Longer than the store waits: a draft and a save come to nothing first.
#[test]
fn what_could_not_be_saved_says_what_to_do_and_the_draft_gets_there_by_itself() {
    let user = User::new();
    let (mut terminal, held) = typed_into_held(&user, "Chờ ghi");
    terminal.wait_for("đang bận vì chương trình khác");
    terminal.send(SAVE);
    terminal.wait_for("Chữ còn nguyên; ^S: thử lại.");
    terminal.wait_for("Chờ ghi");
    assert_eq!(user.query(DRAFT), None);
    drop(held);
    wait_until_stored(&user, &terminal, DRAFT, "Chờ ghi");
    terminal.wait_for("giữ nháp");
    terminal.send(SAVE);
    wait_until_stored(&user, &terminal, RESULTS, "Chờ ghi");
    wait_until_stored(&user, &terminal, "SELECT count(*) || '' FROM draft", "0");
}

#[test]
fn the_draft_of_a_report_that_was_left_gets_there_by_itself_as_well() {
    let user = User::new();
    let (mut terminal, held) = typed_into_held(&user, "Chờ ghi");
    for _ in 0..2 {
        terminal.send("\x1b");
        terminal.wait_for_quiet();
    }
    terminal.wait_until_gone("SOẠN BÁO CÁO");
    terminal.wait_for("đang bận vì chương trình khác");
    drop(held);
    wait_until_stored(&user, &terminal, DRAFT, "Chờ ghi");
}

#[test]
fn the_program_starts_and_shows_everything_while_the_database_is_held() {
    let user = User::new();
    let mut first = user.start();
    first.send("q");
    first.wait_for_exit();
    let _held = hold(&user);
    let mut terminal = user.start();
    terminal.wait_for("QUÁ HẠN (2)");
    terminal.send("7");
    terminal.wait_for("KH 192");
}
