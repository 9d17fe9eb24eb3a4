//! What is measured on: databases made by the program itself, and texts for `less`; both are kept and used again.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use portable_pty::CommandBuilder;
use tempfile::TempDir;

/// The account that works in the databases.
const USER: &str = "cv-01";

/// The smallest size; it is quickly made and tells whether the larger ones are still those of this program.
pub const SMALLEST: usize = 100;

/// The folder where databases and texts are kept.
pub struct Data(PathBuf);

impl Data {
    /// Makes the smallest database anew; where it is another one than before, the kept ones are out of date and go.
    pub fn open() -> Result<Self, Box<dyn Error>> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-data");
        fs::create_dir_all(&folder)?;
        let data = Self(folder);
        let (kept, fresh) = (data.path(SMALLEST, "db"), data.path(SMALLEST, "new"));
        make(SMALLEST, &fresh)?;
        if fs::read(&kept).ok() != Some(fs::read(&fresh)?) {
            for old in fs::read_dir(&data.0)?.flatten() {
                if old.path().extension().is_some_and(|extension| extension == "db") {
                    fs::remove_file(old.path())?;
                }
            }
        }
        fs::rename(fresh, kept)?;
        Ok(data)
    }

    fn path(&self, rows: usize, extension: &str) -> PathBuf {
        self.0.join(format!("{rows}.{extension}"))
    }

    /// A copy of the database of so many tasks, in a folder that goes with it: a run writes into it.
    pub fn database(&self, rows: usize) -> Result<TempDir, Box<dyn Error>> {
        let kept = self.path(rows, "db");
        if !kept.exists() {
            let fresh = self.path(rows, "new");
            make(rows, &fresh)?;
            fs::rename(fresh, &kept)?;
        }
        let folder = TempDir::new_in(&self.0)?;
        fs::copy(kept, folder.path().join("work.db"))?;
        Ok(folder)
    }

    /// A text of so many lines.
    pub fn text(&self, lines: usize) -> Result<PathBuf, Box<dyn Error>> {
        let path = self.path(lines, "txt");
        if !path.exists() {
            let line =
                |n| format!("{n:7}  Hoàn thiện kế hoạch triển khai chuyển đổi số trong quản lý tài sản\n");
            let fresh = self.path(lines, "new");
            fs::write(&fresh, (1..=lines).map(line).collect::<String>())?;
            fs::rename(fresh, &path)?;
        }
        Ok(path)
    }
}

fn make(rows: usize, path: &Path) -> Result<(), Box<dyn Error>> {
    // What an interrupted run left behind.
    for suffix in ["", "-wal", "-shm"] {
        let left = PathBuf::from(format!("{}{suffix}", path.display()));
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
    same_user(&mut command);
    command.env("TIENDO_LANG", "en").stdout(Stdio::null());
    let made = command.args(["bench-data", "--tasks", &rows.to_string(), "--db"]).arg(path).status()?;
    if made.success() { Ok(()) } else { Err(format!("tiendo bench-data --tasks {rows} failed").into()) }
}

/// Makes a command one of the user who works in the databases.
pub fn same_user(command: &mut Command) {
    command.env_clear().env("USER", USER).env("PATH", env::var("PATH").unwrap_or_default());
}

/// The program on the database in this folder, with arguments before its own (`valgrind …`).
pub fn tiendo(folder: &Path, wrapper: &[String]) -> CommandBuilder {
    let program = env!("CARGO_BIN_EXE_tiendo").to_owned();
    let mut words = wrapper.iter().cloned().chain([program]);
    let mut command = CommandBuilder::new(words.next().unwrap_or_default());
    command.args(words);
    command.args(["--today", "2026-11-21", "--db"]);
    command.arg(folder.join("work.db"));
    environment(&mut command, folder);
    command
}

/// `less` on a text.
pub fn less(text: &Path, home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new("less");
    command.arg(text);
    environment(&mut command, home);
    command.env("LESSHISTFILE", "-");
    command
}

fn environment(command: &mut CommandBuilder, home: &Path) {
    command.env_clear();
    command.env("HOME", home);
    command.env("USER", USER);
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    command.env("PATH", env::var("PATH").unwrap_or_default());
}
