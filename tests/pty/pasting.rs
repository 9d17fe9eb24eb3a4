//! A whole document pasted at once: into a field nothing of it is lost, elsewhere nothing of it is a command.

use std::thread;
use std::time::{Duration, Instant};

use unicode_normalization::UnicodeNormalization;

use crate::terminal::Terminal;
use crate::user::User;

/// How long a draft may take on a busy machine.
const LONG: Duration = Duration::from_secs(30);

/// What a paste may cost on the line: a few screens, never the text itself.
const FEW_SCREENS: usize = 16 * 1024;

const MEGABYTE: usize = 1 << 20;

/// Lines as an office writes them, at least so many bytes, with a last line that nothing else has.
fn document(bytes: usize) -> String {
    let line =
        "Sở đã mở 03 lớp tập huấn cho đội ngũ trí thức; 97,65% đạt, còn lại chờ hướng dẫn (q, u, 7).\n";
    line.repeat(bytes / line.len() + 1) + "HẾT"
}

fn bracketed(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

/// Waits until the draft of the report that is open has this text.
fn wait_for_draft(user: &User, terminal: &Terminal, text: &str) {
    terminal.wait_for("giữ nháp");
    // On a busy machine the keys pause in the middle of the text, and a draft of its beginning is kept first.
    let started = Instant::now();
    loop {
        let draft = user.query("SELECT json_extract(body, '$.texts[0]') FROM draft").unwrap();
        if draft == text {
            return;
        }
        let (has, wants) = (draft.len(), text.len());
        assert!(started.elapsed() < LONG, "{has} bytes instead of {wants}\n{}", terminal.text());
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_megabyte_in_a_report_is_whole_in_the_draft_and_one_step_of_undo() {
    let user = User::new();
    let mut terminal = user.start_typing();
    let text = document(MEGABYTE);
    let before = terminal.count();
    // As another system has it on its clipboard: marks on their own, line ends of two characters.
    let foreign = text.nfd().collect::<String>().replace('\n', "\r\n");
    terminal.send(bracketed(&foreign));
    terminal.wait_for("HẾT");
    terminal.type_text("HẾT!");
    wait_for_draft(&user, &terminal, &(text + "HẾT!"));
    let cost = terminal.count() - before;
    assert!(cost < FEW_SCREENS, "{cost} bytes");
    // What was typed after it, then the paste.
    terminal.send("\x1a");
    terminal.wait_until_gone("HẾT!");
    terminal.wait_for("HẾT");
    terminal.send("\x1a");
    terminal.wait_until_gone("tập huấn");
    terminal.wait_for(" 0 chữ");
    terminal.send("\x12");
    terminal.wait_for("HẾT");
}

#[test]
fn a_megabyte_in_a_list_runs_no_command_and_says_why() {
    let user = User::new();
    let mut terminal = user.start();
    terminal.wait_for_quiet();
    let (before, count) = (terminal.text(), terminal.count());
    terminal.send(bracketed(&document(MEGABYTE)));
    terminal.wait_for("Không dán vào đây được: mở một ô nhập trước.");
    assert!(terminal.count() - count < FEW_SCREENS);
    // The next key takes the message away, and the selection is where it was.
    terminal.send("?");
    terminal.wait_for("PHÍM TẮT");
    terminal.send("\x1b");
    terminal.wait_until_gone("PHÍM TẮT");
    terminal.wait_for_quiet();
    assert_eq!(terminal.text(), before);
    assert_eq!(user.query("SELECT key FROM draft"), None);
}

/// A terminal without bracketed paste types the text; an Enter ends its lines.
#[test]
fn a_document_that_comes_as_keys_is_whole_in_the_draft() {
    let user = User::new();
    let mut terminal = user.start_typing();
    let text = document(MEGABYTE / 16);
    terminal.send(text.replace('\n', "\r"));
    terminal.wait_for("HẾT");
    wait_for_draft(&user, &terminal, &text);
}

#[test]
fn words_that_an_input_method_pastes_one_by_one_are_one_text() {
    let user = User::new();
    let mut terminal = user.start_typing();
    for word in ["Sở ", "đã ", "mơ\u{309} ", "ba", " lớp"] {
        terminal.send(bracketed(word));
    }
    terminal.send("\x7f\x7f\x7f");
    terminal.send(bracketed("lớp học"));
    terminal.wait_for("Sở đã mở ba lớp học");
    wait_for_draft(&user, &terminal, "Sở đã mở ba lớp học");
}

#[test]
fn a_megabyte_in_the_search_leaves_a_search_that_answers() {
    let mut terminal = User::new().start();
    terminal.send("/");
    terminal.wait_for("TÌM");
    let before = terminal.count();
    terminal.send(bracketed(&document(MEGABYTE)));
    terminal.send("\x15so noi vu lang son");
    terminal.wait_for("/ so noi vu lang son");
    terminal.wait_for("► cơ quan   Sở Nội vụ ");
    let cost = terminal.count() - before;
    assert!(cost < FEW_SCREENS, "{cost} bytes");
}
