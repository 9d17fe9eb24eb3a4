//! The first screen, the way out, and the database that the first run makes.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::terminal::{Terminal, USUAL};
use crate::user::User;

#[test]
fn q_leaves_the_first_screen_and_the_terminal_as_it_was() {
    let user = User::new();
    let mut terminal = user.start();
    terminal.wait_for("QUÁ HẠN (2)");
    assert!(terminal.screen(|screen| screen.alternate_screen() && screen.bracketed_paste()));
    terminal.send("7");
    for plan in ["KH 165", "KH 192", "KH trí thức Hà Tĩnh", "KH trí thức 2026", "Nhân tài Lạng Sơn"]
    {
        terminal.wait_for(plan);
    }
    terminal.send("q");
    let status = terminal.wait_for_exit();
    assert_eq!((status.exit_code(), status.signal()), (0, None));
    terminal.assert_given_back();
    assert_eq!(terminal.text().trim(), "", "nothing is left on the shell's screen");
}

#[test]
fn the_first_run_makes_a_private_database_in_the_folder_for_data() {
    let user = User::new();
    let data = user.home().join("data");
    let mut command = user.command();
    command.env("XDG_DATA_HOME", &data);
    let mut terminal = Terminal::run(command, USUAL);
    terminal.wait_for("VIỆC CẦN LÀM");
    let folder = data.join("tiendo");
    assert!(folder.join("tiendo.db").is_file());
    assert_eq!(mode(&folder), 0o700);
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    terminal.send("q");
    assert_eq!(terminal.wait_for_exit().exit_code(), 0);
}

fn mode(path: &std::path::Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}
