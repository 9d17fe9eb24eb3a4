//! Vietnamese as keyboards, input methods and clipboards send it.

use crate::user::User;

/// Types something into a report; gives what is shown after it and what is saved with Ctrl+S.
fn saved_after(pieces: &[&str], shown: &str) -> String {
    let user = User::new();
    let mut terminal = user.start_typing();
    for piece in pieces {
        terminal.send(piece);
    }
    terminal.wait_for(shown);
    terminal.send("\x13");
    terminal.wait_for("Đã lưu");
    user.query("SELECT results FROM report").unwrap()
}

#[test]
fn composed_letters_are_saved_as_typed() {
    assert_eq!(
        saved_after(&["Tiếng Việt đủ dấu: ưỡng, ặ, Ở"], "ưỡng, ặ, Ở"),
        "Tiếng Việt đủ dấu: ưỡng, ặ, Ở"
    );
}

#[test]
fn bare_marks_join_the_letter_before_them() {
    // In one write, and with the marks in writes of their own.
    let pieces = ["Tie\u{302}\u{301}ng Vie\u{323}", "\u{302}", "t, d", "u\u{31b}", "\u{323}"];
    assert_eq!(saved_after(&pieces, "Tiếng Việt, dự"), "Tiếng Việt, dự");
}

#[test]
fn an_input_method_takes_letters_back_and_types_them_again() {
    let pieces = ["tie\x7fê\x7fế", "ng", " vie\x08ê\x08ệt", " nuo\x7f\x7fươ\x7f\x7fướ", "c"];
    assert_eq!(saved_after(&pieces, "tiếng việt nước"), "tiếng việt nước");
}

#[test]
fn a_paste_keeps_its_lines_and_loses_its_control_sequences() {
    let pieces = ["\x1b[200~dòng một\r\ndòng hai \x1b[31mđỏ\x07\r", "\ndòng ba: q\x1b[201~"];
    let saved = saved_after(&pieces, "dòng ba: q");
    assert_eq!(saved, "dòng một\ndòng hai đỏ\ndòng ba: q");
}

#[test]
fn a_paste_outside_a_field_runs_no_command() {
    let user = User::new();
    let mut terminal = user.start();
    terminal.send("\x1b[200~q7\rq\x1b[201~");
    terminal.wait_for("Không dán vào đây được");
    terminal.wait_for("VIỆC CẦN LÀM");
}

#[test]
fn a_long_paste_comes_in_whole() {
    let line = "Sở đã mở ba lớp tập huấn cho đội ngũ trí thức.";
    let text = vec![line; 1_000].join("\n");
    let user = User::new();
    let mut terminal = user.start_typing();
    terminal.send(format!("\x1b[200~{text}\nHẾT\x1b[201~"));
    terminal.wait_for("HẾT");
    terminal.send("\x13");
    terminal.wait_for("Đã lưu");
    assert_eq!(user.query("SELECT results FROM report").unwrap(), text + "\nHẾT");
}
