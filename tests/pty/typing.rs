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

/// Types something into the line of the search; gives what stands there.
fn searched(pieces: &[&str], shown: &str) {
    let user = User::new();
    let mut terminal = user.start();
    terminal.send("/");
    terminal.wait_for("TÌM");
    for piece in pieces {
        terminal.send(piece);
    }
    terminal.wait_for(&format!("/ {shown}\n"));
}

#[test]
fn a_search_is_typed_with_every_kind_of_input_method() {
    searched(&["Lan\x7f\x7fạng", " So\x08ơn"], "Lạng Sơn");
    searched(&["La\u{323}ng S", "o", "\u{31b}", "n"], "Lạng Sơn");
    searched(&["Lạng ", "Sơn"], "Lạng Sơn");
    searched(&["\x1b[200~La\u{323}ng So\u{31b}n\n\x1b[201~"], "Lạng Sơn");
}

/// Types something into the one-line field for evidence of a task; gives what is saved.
fn saved_evidence(pieces: &[&str], shown: &str) -> String {
    let user = User::new();
    let mut terminal = user.start_with_reports();
    terminal.send("2\t");
    terminal.wait_for("NHIỆM VỤ THEO CƠ QUAN");
    terminal.send("\x1bOQ");
    terminal.wait_for("NHẬP TIẾN ĐỘ");
    terminal.send("\t\t\t\t\t");
    for piece in pieces {
        terminal.send(piece);
    }
    terminal.wait_for(shown);
    terminal.send("\x13");
    terminal.wait_for("Đã lưu");
    user.query("SELECT evidence FROM progress_entry").unwrap()
}

#[test]
fn a_field_of_one_line_is_typed_with_every_kind_of_input_method() {
    // UniKey with both kinds of Backspace, an input method that gives whole words, marks on their own, a paste.
    let pieces = [
        "Quyet\x7f\x7fết d\x08đinh\x08\x08\x08ịnh ",
        "số ",
        "14",
        "/QĐ-SNV ",
        "nga\u{300}y ",
        "\x1b[200~tha\u{301}ng\n3\x1b[201~",
        " nam\x7f\x7făm",
    ];
    let expected = "Quyết định số 14/QĐ-SNV ngày tháng 3 năm";
    assert_eq!(saved_evidence(&pieces, "tháng 3 năm"), expected);
}

#[test]
fn telex_of_the_program_needs_no_input_method() {
    let user = User::new();
    let mut terminal = user.start_typing();
    terminal.send("\x1bOS");
    terminal.wait_for("[Telex]");
    terminal
        .send("Sowr ddax taajp huaans nghieepj vuj trene Windows\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f, QDD 14");
    terminal.wait_for("trên, QĐ 14");
    terminal.send("\x13");
    terminal.wait_for("Đã lưu");
    assert_eq!(user.query("SELECT results FROM report").unwrap(), "Sở đã tập huấn nghiệp vụ trên, QĐ 14");
    assert_eq!(user.query("SELECT value FROM setting WHERE key = 'input_method'").unwrap(), "telex");
}

#[test]
fn commands_do_what_their_keys_do_under_an_input_method() {
    let user = User::new();
    let mut terminal = user.start_with_reports();
    // i opens the sheet of the reasons; under UniKey the j after it comes as Backspace and ị.
    terminal.send("i");
    terminal.wait_for("Esc đóng");
    terminal.send("\x7fị");
    terminal.wait_for_quiet();
    assert!(terminal.shows("Esc đóng"), "{}", terminal.text());
    terminal.send("\x7f");
    terminal.wait_until_gone("Esc đóng");
    // The same bytes as 0x08, and a letter that comes with its mark.
    terminal.send("d\x08đ");
    terminal.wait_for_quiet();
    assert!(terminal.shows("BÁO CÁO"), "{}", terminal.text());
    terminal.send("ì");
    terminal.wait_for("Esc đóng");
}
