//! Stopping from outside, going on, and the key that stops other programs.

use std::thread;
use std::time::{Duration, Instant};

use crate::process::is_stopped;
use crate::terminal::{PATIENCE, Terminal, USUAL};
use crate::user::User;

fn wait_until_stopped(terminal: &Terminal) {
    let started = Instant::now();
    while !is_stopped(terminal.pid()) {
        assert!(started.elapsed() < PATIENCE, "the program does not stop");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_stopped_program_gives_the_terminal_back_and_draws_everything_when_it_goes_on() {
    let user = User::new();
    let mut terminal = user.start_typing();
    terminal.type_text("Đã mở ba lớp");
    terminal.wait_for("giữ nháp");
    terminal.wait_for_quiet();
    let before = terminal.text();
    for _ in 0..2 {
        terminal.signal("TSTP");
        terminal.wait_until_given_back();
        wait_until_stopped(&terminal);
        terminal.wipe(USUAL);
        terminal.signal("CONT");
        terminal.wait_until("the screen as before", |screen| {
            screen.alternate_screen() && screen.bracketed_paste() && !screen.hide_cursor()
        });
        terminal.wait_for_quiet();
        assert_eq!(terminal.text(), before);
    }
    terminal.type_text(" học");
    terminal.send("\x13");
    terminal.wait_for("Đã lưu");
    assert_eq!(user.query("SELECT results FROM report").unwrap(), "Đã mở ba lớp học");
}

#[test]
fn ctrl_z_takes_typing_back_and_does_not_stop_the_program() {
    let mut terminal = User::new().start_typing();
    terminal.type_text("nhầm");
    terminal.send("\x1a");
    terminal.wait_until_gone("nhầm");
    terminal.type_text("đúng");
    assert!(!is_stopped(terminal.pid()));
}
