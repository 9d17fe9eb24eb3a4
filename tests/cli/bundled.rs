//! What needs no database: the catalogue, the keys, the check of files.

use std::fs;
use std::process::Stdio;

use serde_json::Value;

use super::{PLANS, User, code, data, errors, list};

#[test]
fn the_catalogue_is_exported_with_numbers_as_numbers() {
    let user = User::new();
    let all = user.json(&["export", "json"]);
    assert_eq!(list(&all["plans"]).len(), PLANS.len());
    let plan = |id: &str| list(&all["plans"]).iter().find(|plan| plan["id"] == id).unwrap();
    let owed = &list(&plan("lang-son-165-2024")["obligations"])[0];
    assert_eq!(owed["id"], "lang-son-165-2024/IV.7.a");
    assert_eq!(owed["recipient"], "Sở Nội vụ tỉnh Lạng Sơn");
    assert_eq!((&owed["schedule"]["day"], &owed["schedule"]["bound"]), (&30.into(), &"before".into()));
    let targets = list(&plan("kien-giang-192-2024")["targets"]);
    let starts: Vec<&Value> = targets.iter().map(|t| &t["baseline"]).filter(|b| !b.is_null()).collect();
    assert_eq!(starts.len(), 9);
    assert!(starts.iter().all(|start| start["value"].is_number()), "{starts:?}");
    assert!(!user.database().exists(), "the catalogue needs no database");
}

#[test]
fn the_plans_and_the_register_are_listed() {
    let user = User::new();
    let agencies = user.json(&["agencies", "--json"]);
    assert!(list(&agencies).iter().any(|agency| agency["id"] == "ls-so-noi-vu"));
    assert_eq!(user.text(&["agencies"]).lines().count(), 1 + list(&agencies).len());
    assert!(!user.database().exists(), "the register needs no database");
    assert_eq!(user.text(&["plans"]).lines().count(), 1 + PLANS.len());
    let (plans, whole) = (user.json(&["plans", "--json"]), user.json(&["export", "json"]));
    assert_eq!(list(&plans).len(), PLANS.len());
    for (told, plan) in list(&plans).iter().zip(list(&whole["plans"])) {
        for kind in ["targets", "tasks", "obligations"] {
            assert_eq!(told[kind], list(&plan[kind]).len(), "{kind} of {}", plan["id"]);
        }
    }
    let tasks = list(&plans).iter().map(|plan| plan["tasks"].as_u64().unwrap()).sum::<u64>();
    assert!(tasks > 100, "{tasks}");
}

#[test]
fn keys_are_told_in_both_languages() {
    let user = User::new();
    assert!(user.text(&["keys"]).contains("hoàn tác thay đổi cuối"));
    assert!(user.text(&["--lang", "en", "keys"]).contains("undo the last change"));
    let keys = user.json(&["keys", "--json"]);
    let help = list(&keys).iter().find(|key| key["scope"] == "global" && key["keys"][0] == "?").unwrap();
    assert_eq!((&help["group"], &help["keys"][1]), (&"program".into(), &"F1".into()));
}

#[test]
fn the_bundled_files_have_no_faults() {
    let files: Vec<String> =
        PLANS.iter().chain(&["agencies.toml", "calendar.toml"]).map(|f| data(f)).collect();
    let mut args = vec!["check"];
    args.extend(files.iter().map(String::as_str));
    let text = User::new().text(&args);
    assert_eq!(text.lines().filter(|line| line.ends_with(": không có lỗi")).count(), files.len(), "{text}");
}

#[test]
fn a_fault_is_named_with_file_line_column_and_field() {
    let user = User::new();
    let path = user.home.path().join("hong.toml");
    let text = fs::read_to_string(data(PLANS[2])).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| *line == "recipient = \"ls-so-noi-vu\"").unwrap();
    lines[at] = "recipient = \"ls-so-khong-co\"";
    fs::write(&path, lines.join("\n")).unwrap();
    let output = user.run(&["check", path.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let place = format!("{}:{}:13: obligation.recipient: ", path.display(), at + 1);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with(&place) && text.contains("ls-so-khong-co"), "{text}");
    let output = user.run(&["--lang", "en", "check", "--json", path.to_str().unwrap()]);
    let faults: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&faults[0]["line"], &faults[0]["field"]), (&(at + 1).into(), &"obligation.recipient".into()));
    assert!(faults[0]["reason"].as_str().unwrap().contains("in the register"), "{faults}");
}

#[test]
fn a_link_into_another_plan_that_leads_nowhere_has_a_line() {
    let user = User::new();
    let path = user.home.path().join("lien-ket.toml");
    let text = fs::read_to_string(data(PLANS[3])).unwrap();
    let broken = text.replacen("to = \"lang-son-165-2024/", "to = \"lang-son-165-2024/XX", 1);
    assert_ne!(broken, text);
    let line = broken.lines().position(|line| line.contains("165-2024/XX")).unwrap() + 1;
    fs::write(&path, broken).unwrap();
    let output = user.run(&["check", path.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with(&format!("{}:{line}:", path.display())), "{text}");
    assert!(text.contains("links.to"), "{text}");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let user = User::new();
    let mut child =
        user.command(&["export", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), errors(&output)), (0, String::new()));
}
