//! What terminals and users without colours or drawing characters get.

use crate::terminal::Terminal;
use crate::user::User;

/// Walks through the views and a report.
fn walk(user: User) -> Terminal {
    let mut terminal = user.start_with_reports();
    for (key, title) in [("1", "VIỆC CẦN LÀM"), ("2", "NHIỆM VỤ"), ("3", "CHỈ TIÊU"), ("7", "VĂN BẢN")]
    {
        terminal.send(key);
        terminal.wait_until(title, |screen| screen.contents().trim_start().starts_with(title));
    }
    terminal.send("4");
    terminal.wait_until("reports", |screen| screen.contents().trim_start().starts_with("BÁO CÁO"));
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal
}

#[test]
fn colours_are_used_where_nothing_speaks_against_them() {
    let terminal = walk(User::new());
    assert!(has_colours(&terminal.bytes()));
    assert!(has_drawing(&terminal.bytes()));
}

#[test]
fn no_color_takes_all_colours_away_and_leaves_the_marker_reversed() {
    let terminal = walk(User::new().with("NO_COLOR", "1"));
    assert!(!has_colours(&terminal.bytes()));
    assert!(is_reversed(&terminal, "►"));
}

#[test]
fn the_linux_console_gets_no_drawing_characters() {
    let terminal = walk(User::new().with("TERM", "linux"));
    assert!(has_colours(&terminal.bytes()));
    assert!(!has_drawing(&terminal.bytes()));
    assert!(is_reversed(&terminal, ">"));
}

#[test]
fn an_old_terminal_gets_neither_colours_nor_drawing_characters() {
    let terminal = walk(User::new().with("TERM", "vt100"));
    assert!(!has_colours(&terminal.bytes()));
    assert!(!has_drawing(&terminal.bytes()));
    assert!(is_reversed(&terminal, ">"));
}

fn is_reversed(terminal: &Terminal, marker: &str) -> bool {
    terminal.screen(|screen| {
        let (rows, _) = screen.size();
        let mut first = (0..rows.get()).filter_map(|row| screen.cell(row, 0));
        first.any(|cell| cell.contents() == marker && cell.inverse())
    })
}

/// Lines, blocks and arrow heads.
fn has_drawing(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).chars().any(|c| ('\u{2500}'..='\u{25ff}').contains(&c))
}

/// Whether any sequence sets a colour; going back to the default colour sets none.
fn has_colours(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
    sequences
        .map(|(parameters, _)| parameters)
        .filter(|parameters| parameters.chars().all(|c| c.is_ascii_digit() || ";:".contains(c)))
        .flat_map(|parameters| parameters.split([';', ':']).map(|p| p.parse::<u16>().unwrap_or(0)))
        .any(|p| matches!(p, 30..=38 | 40..=48 | 90..=97 | 100..=107))
}
