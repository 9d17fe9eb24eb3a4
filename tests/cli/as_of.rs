//! The same day on the command line and on the screens: who has a duty before and after an agency ended.

use serde_json::Value;

use super::{User, list};

fn on(user: &User, day: &str, args: &[&str]) -> Value {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tiendo"));
    command.args(["--today", day]).args(args).arg("--json").env_clear().env("HOME", user.home.path());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn tasks_stand_under_the_department_and_from_the_next_day_under_its_successor() {
    let user = User::new();
    let find = |day: &str, agency: &str| {
        let tasks = on(&user, day, &["tasks", "--agency", agency]);
        list(&tasks).iter().find(|task| task["id"] == "lang-son-165-2024/IV.4.a").cloned()
    };
    let before = find("28/02/2025", "ls-so-khdt").unwrap();
    assert_eq!((&before["role"], &before["passed_to"]), (&"lead".into(), &Value::Null));
    assert_eq!(find("28/02/2025", "ls-so-tai-chinh"), None);
    let after = find("01/03/2025", "ls-so-tai-chinh").unwrap();
    let name = "Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn";
    assert_eq!((&after["role"], &after["inherited_from"]), (&"lead".into(), &name.into()));
    let old = find("01/03/2025", "ls-so-khdt").unwrap();
    assert_eq!(old["passed_to"], serde_json::json!(["Sở Tài chính tỉnh Lạng Sơn"]));
}

#[test]
fn what_is_due_follows_and_the_abolished_group_is_a_question() {
    let user = User::new();
    let due = on(&user, "2026-11-21", &["due", "--agency", "ls-so-tai-chinh"]);
    let taken = list(&due).iter().find(|item| item["clause"] == "IV.4.a").unwrap();
    assert_eq!(taken["inherited_from"], "Sở Kế hoạch và Đầu tư tỉnh Lạng Sơn");
    let due = on(&user, "2026-11-21", &["due", "--agency", "ls-so-noi-vu"]);
    let asked: Vec<&Value> = list(&due).iter().filter(|item| item["status"] == "awaiting_decision").collect();
    assert!(!asked.is_empty() && asked.iter().all(|item| item["group"] == "question"), "{due:#}");
    assert!(asked.iter().any(|item| item["agency"] == "UBND các huyện, thành phố tỉnh Lạng Sơn"));
}

#[test]
fn the_register_and_the_export_tell_who_took_over() {
    let user = User::new();
    let agencies = user.json(&["agencies", "--json"]);
    let finance = list(&agencies).iter().find(|agency| agency["id"] == "ls-so-tai-chinh").unwrap();
    let from = &finance["predecessors"][0];
    assert_eq!(
        (&from["from_id"], &from["on"], &from["share"]),
        (&"ls-so-khdt".into(), &"2025-03-01".into(), &"whole".into())
    );
    assert_eq!(
        (&from["certain"], &from["source"]),
        (&true.into(), &"Nghị quyết 04/NQ-HĐND ngày 18/02/2025".into())
    );
    let all = user.json(&["export", "json"]);
    let press =
        list(&all["successions"]).iter().find(|s| s["from_id"] == "ls-so-tttt" && s["share"] == "part");
    let press = press.unwrap();
    assert_eq!((&press["certain"], &press["functions"]), (&false.into(), &"báo chí, xuất bản".into()));
}
