//! What is due, tasks, targets and search, out of a database.

use std::path::Path;

use serde_json::Value;
use tiendo::catalog::{BUNDLE_HASH, bundle};
use tiendo::domain::change::Request;
use tiendo::domain::ids::AgencyId;
use tiendo::store::{Bundled, OpenError, Opening, Store};

use super::{TODAY, User, code, errors, list};

#[test]
fn what_so_noi_vu_of_lang_son_is_late_with_stands_first() {
    let user = User::new();
    let text = user.text(&["due", "--agency", "Sở Nội vụ tỉnh Lạng Sơn"]);
    let lines: Vec<&str> = text.lines().collect();
    let heading = lines.iter().position(|line| *line == "QUÁ HẠN").unwrap();
    assert!(
        lines[0].contains("Sở Nội vụ tỉnh Lạng Sơn") && lines[0].ends_with("T7 21/11/2026"),
        "{}",
        lines[0]
    );
    assert!(lines[heading + 1].starts_with("T5 29/10/2026  quá 23 ngày"), "{text}");
    assert!(lines[heading + 1].contains("KH 165/KH-UBND, IV.7.a"), "{text}");
    assert!(lines[heading + 2].starts_with("T7 14/11/2026  quá 7 ngày"), "{text}");
    assert!(lines[heading + 2].contains("KH 165/KH-UBND, IV.7.b"), "{text}");
}

#[test]
fn an_agency_is_understood_without_marks_and_by_id() {
    let user = User::new();
    let full = user.json(&["due", "--json", "--agency", "Sở Nội vụ tỉnh Lạng Sơn"]);
    for typed in ["ls-so-noi-vu", "so noi vu lang son", "Sở Nội vụ Lạng Sơn"] {
        assert_eq!(user.json(&["due", "--json", "--agency", typed]), full, "{typed}");
    }
    let chase = &list(&full)[0];
    assert_eq!((&chase["kind"], &chase["group"]), (&"chase".into(), &"overdue".into()));
    assert_eq!((&chase["due_last"], &chase["days"]), (&"2026-10-29".into(), &(-23).into()));
    assert_eq!(chase["owing"], chase["total"]);
    assert!(chase["total"].as_u64().unwrap() > 0);
    let report = &list(&full)[1];
    assert_eq!((&report["kind"], &report["clause"]), (&"prepare".into(), &"IV.7.b".into()));
    assert_eq!((&report["due_last"], &report["due_advice"]), (&"2026-11-14".into(), &"2026-11-13".into()));
}

#[test]
fn the_horizon_and_the_plan_narrow_what_is_due() {
    let user = User::new();
    let count = |args: &[&str]| list(&user.json(&[&["due", "--json"], args].concat())).len();
    let preview = |items: &Value| list(items).iter().filter(|item| item["group"] == "preview").count();
    assert!(count(&["--horizon", "month"]) < count(&["--horizon", "year"]));
    assert!(preview(&user.json(&["due", "--json"])) > 0);
    assert_eq!(preview(&user.json(&["due", "--json", "--plan", "165/KH-UBND"])), 0);
    let plans = user.json(&["due", "--json", "--plan", "165"]);
    assert!(list(&plans).iter().all(|item| item["plan"] == "lang-son-165-2024"));
}

#[test]
fn a_name_of_several_agencies_is_refused_with_all_of_them() {
    let user = User::new();
    let output = user.run(&["due", "--agency", "Sở Nội vụ"]);
    assert_eq!(code(&output), 2);
    for part in ["ls-so-noi-vu", "kg-so-noi-vu", "Lạng Sơn", "Kiên Giang"] {
        assert!(errors(&output).contains(part), "{}", errors(&output));
    }
    let output = user.run(&["tasks", "--plan", "không có"]);
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("lang-son-165-2024"), "{}", errors(&output));
}

#[test]
fn tasks_name_their_agencies_and_their_time() {
    let user = User::new();
    let text = user.text(&["tasks", "--plan", "165", "--agency", "so gddt lang son"]);
    assert!(text.contains("IV.2.c"), "{text}");
    assert!(text.contains("“giai đoạn 2023 - 2027 và những năm tiếp theo”"), "{text}");
    assert!(text.contains("tham mưu: Sở GD&ĐT"), "{text}");
    let tasks = user.json(&["tasks", "--plan", "165", "--json"]);
    let task = list(&tasks).iter().find(|task| task["clause"] == "IV.1.a").unwrap();
    assert_eq!(task["roles"][0]["agency"], "Sở Nội vụ tỉnh Lạng Sơn");
    assert_eq!(task["roles"][0]["role"], "lead");
    assert_eq!((&task["state"], &task["latest"]), (&"not_started".into(), &Value::Null));
}

#[test]
fn targets_without_a_figure_are_never_judged_to_go_well() {
    let user = User::new();
    let targets = user.json(&["targets", "--plan", "192", "--json"]);
    let first = list(&targets).iter().find(|target| target["clause"] == "I.2.d#1.1").unwrap();
    assert_eq!(first["baseline"]["value"], 97.65);
    assert_eq!((&first["actual"], &first["verdict"]), (&Value::Null, &"no_figure".into()));
    let expected = first["expected_today"].as_f64().unwrap();
    assert!((expected - 98.53).abs() < 0.01, "{expected}");
    let text = user.text(&["targets", "--plan", "192"]);
    let line = text.lines().find(|line| line.starts_with("I.2.d#1.1")).unwrap();
    assert!(line.contains("97,65%") && line.contains("CHƯA CÓ SỐ"), "{line}");
}

#[test]
fn search_needs_no_marks_and_says_when_nothing_is_found() {
    let user = User::new();
    let found = user.json(&["search", "--json", "so", "noi", "vu", "lang", "son"]);
    assert!(list(&found).iter().any(|hit| hit["id"] == "ls-so-noi-vu"), "{found}");
    let clause = user.json(&["search", "--json", "IV.7.a"]);
    assert_eq!(list(&clause)[0]["id"], "lang-son-165-2024/IV.7.a");
    assert!(user.text(&["search", "so noi vu"]).contains("Sở Nội vụ"));
    let nothing = user.run(&["search", "zzzz"]);
    assert_eq!(code(&nothing), 1);
    assert_eq!(String::from_utf8(nothing.stdout).unwrap(), "Không tìm thấy.\n");
    assert_eq!(code(&user.run(&["search", "--json", "zzzz"])), 1);
}

#[test]
fn without_an_agency_the_one_chosen_in_the_program_is_meant() {
    let user = User::new();
    choose(&user.database(), "ls-so-noi-vu");
    let own = user.json(&["due", "--json"]);
    assert_eq!(own, user.json(&["due", "--json", "--agency", "ls-so-noi-vu"]));
    let all = user.json(&["due", "--json", "--agency", "all"]);
    assert_ne!(own, all);
    assert!(user.text(&["due", "--agency", "tất cả"]).starts_with("VIỆC CẦN LÀM · Tất cả cơ quan"));
}

/// Chooses the own agency of the user, as the screens do.
pub fn choose(database: &Path, agency: &str) {
    let bundled = || {
        let bundle = bundle().unwrap();
        let hashes = bundle.plan_hashes.iter().map(|(_, hash)| *hash);
        let plans = bundle.plans.into_iter().zip(hashes).collect();
        let (agencies, successions, calendar) = (bundle.agencies, bundle.successions, bundle.calendar);
        Ok::<_, OpenError>(Bundled { plans, agencies, successions, calendar })
    };
    let now = format!("{TODAY}T08:00:00+07:00").parse().unwrap();
    let opening = Opening { path: database, user: "cv-01", bundle_hash: BUNDLE_HASH, now };
    let mut store = Store::open(opening, bundled).unwrap();
    store.handle(Request::SetMyAgency(Some(AgencyId::new(agency))), now).unwrap();
}
