//! Instructions of each step, counted by callgrind where it is installed; nothing where it is not.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::data::{self, Data};
use crate::script::{Keys, STEPS};
use crate::terminal::Terminal;

/// Rows beyond which a start under callgrind takes minutes.
const MOST_ROWS: usize = 10_000;

/// Most presses of a key: each costs the same.
const MOST_PRESSES: usize = 3;

/// Instructions a press, by step; empty where they cannot be counted.
pub fn instructions(data: &Data, rows: usize) -> Result<BTreeMap<&'static str, u64>, Box<dyn Error>> {
    let mut counted = BTreeMap::new();
    if rows > MOST_ROWS || !has("valgrind") || !has("callgrind_control") {
        return Ok(counted);
    }
    let folder = data.database(rows)?;
    let out = folder.path().join("callgrind");
    let wrapper = ["valgrind".to_owned(), "-q".to_owned(), "--tool=callgrind".to_owned()];
    let named = |name: &str, file: &Path| format!("--{name}={}", file.display());
    let files = [named("callgrind-out-file", &out), named("log-file", &folder.path().join("log"))];
    let mut terminal = Terminal::start(data::tiendo(folder.path(), &[&wrapper[..], &files].concat()))?;
    terminal.first_screen();
    let mut dumps = 0;
    let mut since = |terminal: &Terminal| {
        dumps += 1;
        dump(terminal.pid).then(|| total(&out.with_extension(dumps.to_string()))).flatten()
    };
    counted.extend(since(&terminal).map(|count| ("start", count)));
    for step in &STEPS {
        for key in step.before {
            terminal.press(key)?;
            terminal.settle();
        }
        if !step.before.is_empty() {
            since(&terminal);
        }
        let presses = step.keys.presses(MOST_PRESSES);
        for key in &presses {
            terminal.press(key)?;
            terminal.settle();
        }
        // How many frames a burst draws depends on how it arrives.
        let is_exact = matches!(step.keys, Keys::Times(..) | Keys::Letters(_));
        if is_exact {
            counted.extend(since(&terminal).map(|count| (step.name, count / presses.len() as u64)));
        }
    }
    Ok(counted)
}

fn has(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Has callgrind write what it counted since the last time.
fn dump(pid: u32) -> bool {
    let mut command = Command::new("callgrind_control");
    // It finds the process by a file that is named after the user of both.
    data::same_user(&mut command);
    command.args(["--dump", &pid.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn total(path: &Path) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("totals:"))?;
    line.trim().parse().ok()
}
