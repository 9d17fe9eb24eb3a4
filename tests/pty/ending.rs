//! Every way in which the program can end while a report is typed: what was typed is there the next time.

use std::time::Duration;

use portable_pty::ExitStatus;

use crate::terminal::Terminal;
use crate::user::User;

/// After this time the program is gone, whatever happens.
const SOON: Duration = Duration::from_secs(3);

const TEXT: &str = "Đang gõ dở";

/// Types a text, ends the program, and finds the text again. The text is too young for a draft.
fn ended_by(user: User, end: impl FnOnce(&mut Terminal)) -> (Terminal, ExitStatus) {
    let mut terminal = user.start_typing();
    terminal.type_text(TEXT);
    end(&mut terminal);
    let status = terminal.wait_for_end(SOON);
    user.start_typing().wait_for(TEXT);
    (terminal, status)
}

/// The same where the terminal outlives the program.
fn ended_in_terminal(user: User, end: impl FnOnce(&mut Terminal)) -> (Terminal, u32) {
    let (mut terminal, status) = ended_by(user, end);
    terminal.wait_for_exit();
    terminal.assert_given_back();
    assert_eq!(status.signal(), None);
    (terminal, status.exit_code())
}

#[test]
fn by_closing_the_window() {
    ended_by(User::new(), Terminal::hang_up);
}

#[test]
fn by_closing_the_window_in_a_list() {
    let mut terminal = User::new().start();
    terminal.hang_up();
    terminal.wait_for_end(SOON);
}

#[test]
fn by_a_hang_up_signal() {
    let (_, code) = ended_in_terminal(User::new(), |terminal| terminal.signal("HUP"));
    assert_eq!(code, 0);
}

#[test]
fn by_a_termination_signal() {
    let (_, code) = ended_in_terminal(User::new(), |terminal| terminal.signal("TERM"));
    assert_eq!(code, 0);
}

#[test]
fn by_a_termination_signal_while_the_connection_stands_still() {
    let user = User::new();
    let mut terminal = user.start_typing();
    terminal.type_text(TEXT);
    terminal.wait_for("giữ nháp");
    terminal.freeze(|terminal| {
        terminal.stall();
        terminal.signal("TERM");
        // The watchdog needs all of the time that everything else stays within.
        terminal.wait_for_end(SOON + Duration::from_secs(1));
        terminal.wait_for_old_modes();
    });
    user.start_typing().wait_for(TEXT);
}

/// Files that are on the disk and not in the ledger would remind everybody a second time.
#[test]
fn by_a_termination_signal_while_reminders_are_written_and_the_connection_stands_still() {
    let user = User::new();
    let mut terminal = user.start_with_reports();
    terminal.send("5");
    terminal.wait_for("Phải nộp 14");
    terminal.send("AD");
    terminal.wait_for("14 nơi nhận");
    terminal.freeze(|terminal| {
        // The screen hangs before the files are there.
        terminal.send(format!("\r{}", "\x0c".repeat(50)));
        terminal.stall();
        terminal.signal("TERM");
        terminal.wait_for_end(SOON + Duration::from_secs(1));
    });
    let folders = std::fs::read_dir(user.home().join("tiendo")).unwrap();
    assert_eq!(folders.count(), 1);
    assert_eq!(user.query("SELECT day FROM reminder").as_deref(), Some("2026-11-21"));
}

#[test]
fn by_ctrl_c_twice() {
    let (_, code) = ended_in_terminal(User::new(), |terminal| {
        terminal.send("\x03");
        terminal.wait_for("Bấm Ctrl+C lần nữa");
        terminal.send("\x03");
    });
    assert_eq!(code, 0);
}

#[test]
#[cfg(debug_assertions)]
fn by_a_fault_of_the_program() {
    let (terminal, code) =
        ended_in_terminal(User::new().with("TIENDO_FAULT", "1"), |terminal| terminal.send("\x0c"));
    assert_eq!(code, 101);
    let said = terminal.text().replace('\n', "");
    assert!(said.contains("Lỗi của chương trình"), "{said}");
    assert!(said.contains("Chữ đã gõ được giữ lại"), "{said}");
}
