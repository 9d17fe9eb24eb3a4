//! A user with a home, a database and an environment of the tests' own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use portable_pty::CommandBuilder;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::terminal::{Terminal, USUAL};

/// A user; several of them can share one database.
pub struct User {
    folder: Arc<TempDir>,
    name: &'static str,
    env: Vec<(&'static str, &'static str)>,
}

impl User {
    /// A user with an empty home.
    pub fn new() -> Self {
        Self { folder: Arc::new(TempDir::new().unwrap()), name: "cv-01", env: Vec::new() }
    }

    /// Another account with the same database.
    pub fn colleague(&self) -> Self {
        Self { folder: Arc::clone(&self.folder), name: "cv-02", env: Vec::new() }
    }

    /// The same user with one more variable in the environment.
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.env.push((name, value));
        self
    }

    /// The user's home.
    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    /// The database that the user works in.
    pub fn database(&self) -> PathBuf {
        self.home().join("work.db")
    }

    /// A connection of its own to the database.
    pub fn connection(&self) -> Connection {
        Connection::open(self.database()).unwrap()
    }

    /// The first value of a query, as text.
    pub fn query(&self, sql: &str) -> Option<String> {
        self.connection().query_row(sql, [], |row| row.get(0)).ok()
    }

    /// The command without arguments about the database.
    pub fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tiendo"));
        command.env_clear();
        command.cwd(self.home());
        command.env("HOME", self.home());
        command.env("USER", self.name);
        command.env("TERM", "xterm-256color");
        for (name, value) in &self.env {
            command.env(name, value);
        }
        command.args(["--today", "21/11/2026"]);
        command
    }

    /// Starts the program.
    pub fn open(&self) -> Terminal {
        let mut command = self.command();
        command.arg("--db");
        command.arg(self.database());
        Terminal::run(command, USUAL)
    }

    /// Starts the program and waits for its first screen.
    pub fn start(&self) -> Terminal {
        let terminal = self.open();
        // The footer is the last thing that is drawn.
        terminal.wait_for("q thoát");
        terminal
    }

    /// Starts the program and opens the list of reports of Sở Nội vụ tỉnh Lạng Sơn.
    pub fn start_with_reports(&self) -> Terminal {
        let mut terminal = self.start();
        go_to_reports(&mut terminal);
        terminal
    }

    /// Starts the program with the cursor in the first part of the report at the top of the list.
    pub fn start_typing(&self) -> Terminal {
        let mut terminal = self.start();
        go_typing(&mut terminal);
        terminal
    }
}

/// From the first screen to the list of reports of Sở Nội vụ tỉnh Lạng Sơn.
fn go_to_reports(terminal: &mut Terminal) {
    if terminal.shows("Tất cả cơ quan") {
        terminal.send("a");
        terminal.wait_for("CƠ QUAN CỦA TÔI");
        terminal.send("so noi vu lang son");
        terminal.wait_for("/ so noi vu lang son");
        terminal.send("\r");
        // The choice counts from when it is saved.
        terminal.wait_until_gone("Tất cả cơ quan");
    }
    terminal.send("4");
    terminal.wait_for("BÁO CÁO");
}

/// From the first screen into the first part of the report at the top of the list.
pub fn go_typing(terminal: &mut Terminal) {
    go_to_reports(terminal);
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal.send("\r");
    terminal.wait_until("the cursor in the report", |screen| !screen.hide_cursor());
}
