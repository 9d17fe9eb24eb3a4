//! Terminal, help, mistakes, the place of the database, the demo.

use std::fs;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use serde_json::Value;

use super::{TODAY, User, code, errors, list};

#[test]
fn without_a_terminal_the_screens_say_what_to_use_instead() {
    let user = User::new();
    let output = user.run(&[]);
    assert_eq!(code(&output), 2);
    assert!(output.stdout.is_empty());
    assert!(errors(&output).contains("tiendo due --json"), "{}", errors(&output));
    let english = user.run(&["--lang", "en"]);
    assert!(errors(&english).contains("needs a terminal"), "{}", errors(&english));
    assert!(!user.database().exists());
}

#[test]
fn help_is_in_the_language_that_was_asked_for() {
    let user = User::new();
    let vietnamese = user.text(&["--help"]);
    for part in ["Cách dùng: tiendo", "Lệnh:", "Tùy chọn:", "Mã thoát:", "  check "] {
        assert!(vietnamese.contains(part), "{part} in {vietnamese}");
    }
    assert!(!vietnamese.contains("Usage") && !vietnamese.contains("Options"), "{vietnamese}");
    let english = user.text(&["--lang", "en", "--help"]);
    for part in ["Usage: tiendo", "Commands:", "Options:", "Exit codes:"] {
        assert!(english.contains(part), "{part} in {english}");
    }
    assert!(user.text(&["due", "--help"]).contains("--horizon <KỲ>"));
    let by_environment = user.command(&["--help"]).env("TIENDO_LANG", "en").output().unwrap();
    assert_eq!(String::from_utf8(by_environment.stdout).unwrap(), english);
}

#[test]
fn wrong_usage_is_told_in_vietnamese_with_exit_code_2() {
    let user = User::new();
    for (args, part) in [
        (&["dues"][..], "không có lệnh “dues”. Ý bạn là “due”?"),
        (&["--xyz"], "không có tùy chọn “--xyz”"),
        (&["due", "--agency"], "--agency <CƠ QUAN> cần một giá trị"),
        (&["due", "--horizon", "ngày"], "dùng: week, month, quarter, year"),
        (&["search"], "thiếu: <CHỮ>..."),
        (&["check", "không-có.toml"], "Không đọc được không-có.toml"),
        (&["--demo", "--db", "x.db", "due"], "--demo không đi cùng --db <TỆP>"),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(part), "{args:?}: {}", errors(&output));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
    let output = command.args(["due", "--today", "31/2"]).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("không có ngày 31/2/"), "{}", errors(&output));
}

#[test]
fn the_database_is_where_option_environment_and_folder_say() {
    let user = User::new();
    user.text(&["due"]);
    assert!(user.database().is_file());
    let data = user.home.path().join("data");
    let output = user.command(&["due"]).env("XDG_DATA_HOME", &data).output().unwrap();
    assert!(output.status.success() && data.join("tiendo/tiendo.db").is_file());
    let named = user.home.path().join("a.db");
    let output = user.command(&["due"]).env("TIENDO_DB", &named).output().unwrap();
    assert!(output.status.success() && named.is_file());
    let option = user.home.path().join("b.db");
    let args = ["due", "--db", option.to_str().unwrap()];
    let output = user.command(&args).env("TIENDO_DB", &named).output().unwrap();
    assert!(output.status.success() && option.is_file());
}

#[test]
fn a_database_that_cannot_be_used_is_left_alone_with_exit_code_3() {
    let user = User::new();
    let path = user.home.path().join("anh.db");
    fs::write(&path, "không phải cơ sở dữ liệu").unwrap();
    let output = user.run(&["due", "--db", path.to_str().unwrap()]);
    assert_eq!(code(&output), 3);
    assert!(errors(&output).contains("anh.db"), "{}", errors(&output));
    assert_eq!(fs::read_to_string(&path).unwrap(), "không phải cơ sở dữ liệu");
    let homeless = user.command(&["due"]).env_remove("HOME").output().unwrap();
    assert_eq!(code(&homeless), 3);
    assert!(errors(&homeless).contains("TIENDO_DB"), "{}", errors(&homeless));
}

#[test]
fn the_demo_shows_made_up_records_and_leaves_nothing_behind() {
    let user = User::new();
    let due = user.json(&["--demo", "due", "--json", "--agency", "ls-so-noi-vu"]);
    let chase = list(&due).iter().find(|item| item["kind"] == "chase").unwrap();
    assert_eq!(chase["status"], "in_progress");
    assert!(chase["owing"].as_u64() < chase["total"].as_u64(), "{chase}");
    let targets = user.json(&["--demo", "targets", "--json", "--plan", "192"]);
    let verdicts: Vec<&Value> = list(&targets).iter().map(|target| &target["verdict"]).collect();
    for verdict in ["ahead", "on_track", "slightly_behind", "behind"] {
        assert!(verdicts.contains(&&verdict.into()), "{verdict} in {verdicts:?}");
    }
    let tasks = user.json(&["--demo", "tasks", "--json", "--plan", "165"]);
    let states: Vec<&Value> = list(&tasks).iter().map(|task| &task["state"]).collect();
    for state in ["in_progress", "done", "suspended", "not_started"] {
        assert!(states.contains(&&state.into()), "{state} in {states:?}");
    }
    assert_eq!(
        fs::read_dir(user.home.path()).unwrap().count(),
        0,
        "nothing is left in the home or in TMPDIR"
    );
}

#[test]
fn the_screens_of_the_demo_say_that_the_data_are_made_up() {
    let user = User::new();
    let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tiendo"));
    command.args(["--demo", "--today", TODAY]);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("TMPDIR", user.home.path());
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let output = listen(pty.master.try_clone_reader().unwrap());
    let mut keys = pty.master.take_writer().unwrap();
    let mut screen = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    while !screen.screen().contents().contains("DỮ LIỆU MẪU") {
        screen.process(&output.recv_timeout(Duration::from_secs(20)).unwrap());
    }
    keys.write_all(b"q").unwrap();
    // Reading on until the program is gone: it could not end with nobody to take its last bytes.
    while output.recv_timeout(Duration::from_secs(20)).is_ok() {}
    assert_eq!(child.wait().unwrap().exit_code(), 0);
    assert_eq!(fs::read_dir(user.home.path()).unwrap().count(), 0, "the scratch folder is gone");
}

fn listen(mut from: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            if sender.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    receiver
}
