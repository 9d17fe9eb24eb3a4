//! Windows that change their size while something is typed.

use crate::terminal::{Size, Terminal, USUAL};
use crate::user::User;

const WIDE: Size = Size { rows: 30, cols: 110 };
const TINY: Size = Size { rows: 8, cols: 30 };

/// The screen without the line that tells the time of the last save.
fn below_title(terminal: &Terminal) -> Vec<String> {
    terminal.text().lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_report_is_drawn_whole_at_every_size_and_keeps_its_text() {
    let mut terminal = User::new().start_typing();
    terminal.type_text("Đã mở ba lớp");
    terminal.wait_for("giữ nháp");
    terminal.wait_for_quiet();
    let before = below_title(&terminal);

    terminal.resize(WIDE);
    terminal.wait_for(&"─".repeat(usize::from(WIDE.cols)));
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal.wait_for("Đã mở ba lớp");

    terminal.resize(TINY);
    terminal.wait_for("Cửa sổ 30x8 quá nhỏ");
    assert!(!terminal.shows("SOẠN BÁO CÁO"));
    // What is typed blindly is typed all the same.
    terminal.send("!");

    terminal.resize(USUAL);
    terminal.wait_for("Đã mở ba lớp!");
    terminal.send("\x7f");
    terminal.wait_until_gone("lớp!");
    terminal.wait_for("giữ nháp");
    terminal.wait_for_quiet();
    assert_eq!(below_title(&terminal), before);
}

#[test]
fn a_storm_of_sizes_ends_with_the_last_one() {
    let terminal = User::new().start_typing();
    for step in 0..40 {
        terminal.resize(Size { rows: 10 + step, cols: 50 + 2 * step });
    }
    terminal.resize(WIDE);
    terminal.wait_for(&"─".repeat(usize::from(WIDE.cols)));
    terminal.wait_for("SOẠN BÁO CÁO");
}
