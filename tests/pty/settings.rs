//! The file in which a user says how the screen looks.

use std::fs;

use crate::terminal::Terminal;
use crate::user::User;

fn with_settings(text: &str) -> User {
    let user = User::new();
    let folder = user.home().join(".config/tiendo");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), text).unwrap();
    user
}

/// How many cells of the first row that is marked are in reverse video.
fn reversed(terminal: &Terminal, marker: &str) -> usize {
    terminal.screen(|screen| {
        let marked = |row: &u16| screen.cell(*row, 0).is_some_and(|cell| cell.contents() == marker);
        let row = (0..24).find(marked).unwrap();
        (0..80).filter(|x| screen.cell(row, *x).unwrap().inverse()).count()
    })
}

#[test]
fn the_selected_row_is_marked_or_whole_in_reverse_video() {
    assert_eq!(reversed(&User::new().start(), "►"), 1);
    let user = with_settings("highlight = \"row\"\ncolour = \"never\"\nglyphs = \"ascii\"\n");
    let mut terminal = user.start();
    assert_eq!(reversed(&terminal, ">"), 80);
    terminal.send("j");
    terminal.wait_until("the next row", |screen| screen.cell(7, 0).unwrap().contents() == ">");
    assert_eq!(reversed(&terminal, ">"), 80);
    assert!(!terminal.screen(|screen| screen.cell(6, 5).unwrap().inverse()));
}

#[test]
fn a_fault_in_the_file_is_told_with_its_line_before_anything_is_drawn() {
    let user = with_settings("contrast = \"high\"\nhighlight = \"hàng\"\n");
    let mut terminal = user.open();
    assert_eq!(terminal.wait_for_exit().exit_code(), 2);
    let text = terminal.text().replace('\n', "");
    for told in ["sửa hoặc xóa dòng", "config.toml:2:", "highlight", "“hàng”", "marker, row"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!terminal.bytes().contains(&0x1b));
    assert!(!user.database().exists(), "nothing is made before");
}
