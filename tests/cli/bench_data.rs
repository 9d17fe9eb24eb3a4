//! Made-up databases to measure with.

use std::fs;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::{User, code, errors, list};

/// Every row of every table, as text.
fn dump(path: &Path) -> Vec<String> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    let tables: Vec<String> =
        conn.prepare(names).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut lines = Vec::new();
    for table in tables {
        let mut rows = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let of_row = |row: &rusqlite::Row<'_>| {
            let cells: Vec<Value> = (0..columns).map(|at| row.get(at)).collect::<Result<_, _>>()?;
            Ok(format!("{table} {cells:?}"))
        };
        lines.extend(rows.query_map([], of_row).unwrap().map(Result::unwrap));
    }
    lines
}

/// What is said after a database was made; on a slow machine the standard error tells how far it is.
fn made(user: &User, tasks: &str, path: &Path) -> String {
    let output = user.run(&["bench-data", "--tasks", tasks, "--db", path.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", errors(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn two_runs_of_the_same_size_hold_the_same_rows_whatever_the_day_of_the_run() {
    let user = User::new();
    let (first, second) = (user.home.path().join("first.db"), user.home.path().join("second.db"));
    made(&user, "200", &first);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tiendo"));
    command.env_clear().env("HOME", user.home.path()).env("USER", "cv-01");
    let output = command.args(["bench-data", "--tasks", "200", "--db"]).arg(&second).output().unwrap();
    assert_eq!(code(&output), 0, "{}", errors(&output));
    let (first, second) = (dump(&first), dump(&second));
    let made = first.iter().filter(|line| line.starts_with("task ") && line.contains("#")).count();
    assert!(made >= 200 && first.len() > 2000, "{made} of {}", first.len());
    assert!(first == second, "{:?}", first.iter().zip(&second).find(|(a, b)| a != b));
}

#[test]
fn the_program_starts_at_once_at_somebody_s_desk_and_says_that_the_data_are_made_up() {
    let user = User::new();
    let path = user.home.path().join("made.db");
    let said = made(&user, "300", &path);
    let path = path.to_str().unwrap();
    assert!(said.contains("Đã tạo dữ liệu bịa: 4 kế hoạch"), "{said}");
    assert!(user.text(&["due", "--db", path]).contains("Sở Nội vụ tỉnh Lạng Sơn"));
    let tasks = user.json(&["tasks", "--db", path, "--json"]);
    assert_eq!(list(&tasks).iter().filter(|task| is_made_up(task)).count(), 300);
    assert!(user.text(&["receipt", "verify", "--all", "--db", path]).contains("Sổ gửi nguyên vẹn"));
}

/// Whether a task is one of those plans whose numbers begin with 301.
fn is_made_up(task: &serde_json::Value) -> bool {
    let id = task["id"].as_str().unwrap();
    ["-301-", "-302-", "-303-", "-304-"].iter().any(|number| id.contains(number))
}

#[test]
fn an_existing_file_is_never_written_into() {
    let user = User::new();
    let path = user.home.path().join("mine.db");
    fs::write(&path, "mine").unwrap();
    let output = user.run(&["bench-data", "--tasks", "100", "--db", path.to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("mine.db: đã có tệp này; chọn tên khác"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    for (args, said) in [
        (&["--tasks", "99", "--db", "x.db"][..], "100"),
        (&["--tasks", "1000001", "--db", "x.db"], "1000000"),
        (&["--tasks", "100"], "thiếu --db"),
    ] {
        let output = user.run(&[&["bench-data"], args].concat());
        assert_eq!((code(&output), errors(&output).contains(said)), (2, true), "{}", errors(&output));
    }
    assert!(!user.text(&["--help"]).contains("bench-data"), "nobody but a developer needs it");
}
