//! In tmux, as on most servers: a line that drops takes the window away and leaves the program.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use portable_pty::CommandBuilder;

use crate::terminal::{Size, Terminal, USUAL};
use crate::user::{User, go_typing};

const WIDE: Size = Size { rows: 30, cols: 100 };

/// A server of its own, which ends with the test.
struct Tmux<'a> {
    user: &'a User,
    socket: PathBuf,
}

impl<'a> Tmux<'a> {
    /// `None` where there is no tmux.
    fn of(user: &'a User) -> Option<Self> {
        let installed = Command::new("tmux").arg("-V").output().is_ok();
        let tmux = Self { user, socket: user.home().join("tmux.socket") };
        fs::write(tmux.settings(), "set -g status off\n").unwrap();
        installed.then_some(tmux)
    }

    fn settings(&self) -> PathBuf {
        self.user.home().join("tmux.conf")
    }

    /// A window that shows the session.
    fn window(&self, size: Size, arguments: &[&str], program: &CommandBuilder) -> Terminal {
        let mut command = CommandBuilder::new("tmux");
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        for (name, value) in program.iter_full_env_as_str() {
            command.env(name, value);
        }
        command.cwd(self.user.home());
        command.args(["-u", "-f"]);
        command.arg(self.settings());
        command.arg("-S");
        command.arg(&self.socket);
        command.args(arguments);
        if arguments.first() == Some(&"new-session") {
            command.args(program.get_argv());
        }
        Terminal::run(command, size)
    }

    /// A window with the program in a new session.
    fn start(&self) -> Terminal {
        let mut program = self.user.command();
        program.arg("--db");
        program.arg(self.user.database());
        let terminal = self.window(USUAL, &["new-session"], &program);
        terminal.wait_for("q thoát");
        terminal
    }

    /// Another window on the session, with the whole width of the window drawn.
    fn attach(&self, size: Size) -> Terminal {
        let terminal = self.window(size, &["attach-session"], &self.user.command());
        terminal.wait_for(&"─".repeat(usize::from(size.cols)));
        terminal.wait_for("SOẠN BÁO CÁO");
        terminal
    }

    fn say(&self, arguments: &[&str]) -> Output {
        Command::new("tmux").arg("-S").arg(&self.socket).args(arguments).output().unwrap()
    }

    /// Number of the process in the session.
    fn pid(&self) -> String {
        String::from_utf8(self.say(&["list-panes", "-F", "#{pane_pid}"]).stdout).unwrap()
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        drop(Command::new("tmux").arg("-S").arg(&self.socket).arg("kill-server").output());
    }
}

#[test]
fn a_window_that_is_detached_or_torn_away_loses_nothing() {
    let user = User::new();
    let Some(tmux) = Tmux::of(&user) else {
        println!("skipped: tmux is not installed");
        return;
    };
    let mut first = tmux.start();
    let pid = tmux.pid();
    go_typing(&mut first);
    first.type_text("Đã mở ba lớp");
    assert!(tmux.say(&["detach-client"]).status.success());
    assert_eq!(first.wait_for_exit().exit_code(), 0);

    let mut second = tmux.attach(WIDE);
    second.wait_for("Đã mở ba lớp");
    second.type_text(" tập huấn");
    second.hang_up();

    let mut third = tmux.attach(USUAL);
    third.wait_for("Đã mở ba lớp tập huấn");
    third.type_text(" số");
    third.wait_for_quiet();
    assert_eq!(tmux.pid(), pid, "it is the same program all the time");
    third.send("\x13");
    third.wait_for("Đã lưu");
    assert_eq!(user.query("SELECT results FROM report").as_deref(), Some("Đã mở ba lớp tập huấn số"));
}
