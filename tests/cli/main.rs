//! The program as a shell sees it: output, exit code, files.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "the lint takes the helpers of an integration test for code"
)]

mod answers;
mod as_of;
mod bench_data;
mod board;
mod bundled;
mod compiling;
mod deciding;
mod history;
mod importing;
mod papers;
mod plain;
mod practice;
mod program;
mod reporting;
mod usage;
mod when;
mod writing;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day on which the tests look at the plans.
const TODAY: &str = "2026-11-21";

/// A user with an empty home.
struct User {
    home: TempDir,
}

impl User {
    fn new() -> Self {
        Self { home: TempDir::new().unwrap() }
    }

    fn command(&self, args: &[&str]) -> Command {
        self.command_on(TODAY, args)
    }

    fn command_on(&self, day: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command.args(["--today", day]).args(args).env_clear().stdin(Stdio::null());
        command.env("HOME", self.home.path()).env("USER", "cv-01").env("TMPDIR", self.home.path());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command prints that has to succeed.
    fn text(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!((code(&output), errors(&output)), (0, String::new()), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.text(args)).unwrap()
    }

    fn database(&self) -> PathBuf {
        self.home.path().join(".local/share/tiendo/tiendo.db")
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn data(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file).display().to_string()
}

const PLANS: [&str; 5] = [
    "plans/ha-tinh-2024.toml",
    "plans/kien-giang-192-2024.toml",
    "plans/lang-son-165-2024.toml",
    "plans/lang-son-2026.toml",
    "plans/lang-son-nhan-tai.toml",
];
