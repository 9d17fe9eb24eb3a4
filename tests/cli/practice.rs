//! Cascades, the year and the counts at the command line.

use serde_json::Value;

use super::{User, code, errors, list};

#[test]
fn a_compiled_report_carries_its_cascade() {
    let user = User::new();
    let items = user.json(&["due", "--json", "--agency", "so noi vu ha tinh"]);
    let found = list(&items).iter().find(|item| item["clause"] == "IV.1#1" && item["kind"] == "submit");
    let cascade = &found.unwrap()["cascade"];
    assert_eq!((&cascade["days"], &cascade["working_days"]), (&5.into(), &3.into()));
    assert_eq!((&cascade["due_last"], &cascade["too_short"]), (&"2026-12-09".into(), &true.into()));
    assert_eq!(cascade["needs"][0]["due_last"], "2026-12-04");
    assert_eq!(cascade["needs"][0]["total"], cascade["reports"]);
    // 13 reports are listed, so that the least of five working days is needed.
    assert_eq!((&cascade["reports"], &cascade["needed_working_days"]), (&13.into(), &5.into()));
    assert_eq!(cascade["proposed_day"], "2026-12-02");
    assert_eq!(cascade["assumed"]["reports_a_working_day"], 10);
    let items = user.json(&["due", "--json", "--agency", "so y te lang son"]);
    assert!(list(&items).iter().all(|item| item["cascade"].is_null()), "{items}");
    assert!(list(&items).iter().any(|item| item["period"] == "2026"));
}

#[test]
fn the_year_is_one_page_of_paper() {
    let user = User::new();
    for args in [&["year", "2026"][..], &["year", "--agency", "so noi vu lang son"], &["year", "2020"]] {
        let text = user.text(args);
        assert!(text.lines().count() <= 60, "{text}");
        for line in text.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
    let text = user.text(&["year", "2026", "--agency", "so noi vu lang son"]);
    let line = text.lines().find(|line| line.contains("IV.7.b → BTV Tỉnh ủy")).unwrap();
    assert!(line.starts_with('!') && line.ends_with("14!"), "{line}");
    assert!(text.contains("[11]") && text.contains("nhiều nhất tháng 11 (2)"), "{text}");
    assert!(user.text(&["year", "2020"]).contains("Năm 2020 không có hạn ngày nào được theo dõi"));
}

#[test]
fn the_year_as_data_adds_up() {
    let user = User::new();
    let year = user.json(&["year", "2026", "--json"]);
    let months: u64 = list(&year["months"]).iter().map(|month| month["due"].as_u64().unwrap()).sum();
    let items: usize = list(&year["rows"]).iter().map(|row| list(&row["items"]).len()).sum();
    assert_eq!((months, items), (year["due"].as_u64().unwrap(), usize::try_from(months).unwrap()));
    assert_eq!((&year["peak"]["due"], &year["peak"]["months"]), (&3.into(), &serde_json::json!([12])));
    assert!(list(&year["rows"]).iter().any(|row| row["preview"] == true));
    assert_eq!(list(&year["months"]).len(), 12);
}

#[test]
fn the_counts_tie_and_narrow() {
    let user = User::new();
    let total = |args: &[&str]| {
        let stats = user.json(&[&["stats", "--json"], args].concat());
        for part in ["reports", "tasks"] {
            check_sums(&stats[part]);
        }
        stats["reports"]["total"].as_u64().unwrap()
    };
    let all = total(&[]);
    let provinces = ["Lạng Sơn", "ha tinh", "tỉnh Kiên Giang"].map(|name| total(&["--province", name]));
    assert_eq!(provinces.iter().sum::<u64>(), all);
    assert_eq!(total(&["--plan", "165", "--agency", "so y te lang son"]), 1);
    assert_eq!(total(&["--year", "2024"]), 0);
    let before = user.json(&["stats", "--json", "--year", "2024", "--plan", "165"]);
    assert!(before["reports"]["untracked"].as_u64().unwrap() > 20, "{before}");
    let text = user.text(&["stats", "--plan", "165"]);
    let line = "15 báo cáo: xong 0 (đúng hạn 0, trễ 0); chưa xong 15 (trong hạn 0, quá hạn 15); gia hạn 0; \
                không theo dõi 0";
    assert!(text.lines().any(|found| found == line), "{text}");
}

fn check_sums(part: &Value) {
    let n = |name: &str| part[name].as_u64().unwrap();
    assert_eq!(n("total"), n("done") + n("not_done"));
    assert_eq!(n("done"), n("on_time") + n("late"));
    assert_eq!(n("not_done"), n("in_time") + n("overdue"));
    assert_eq!(list(&part["items"]).len() as u64, n("total") + n("untracked") + n("waived"));
    for figure in ["total", "done", "on_time", "late", "not_done", "in_time", "overdue", "untracked"] {
        let sum: u64 = list(&part["by_agency"]).iter().map(|row| row[figure].as_u64().unwrap()).sum();
        assert_eq!(sum, n(figure), "{figure}");
    }
}

#[test]
fn a_year_and_a_province_that_are_none_are_refused() {
    let user = User::new();
    for (args, part) in [
        (&["year", "20x6"][..], "“20x6” không phải là năm"),
        (&["year", "12"], "bốn chữ số"),
        (&["stats", "--year", "quý V"], "“quý V” không phải là năm"),
        (&["stats", "--province", "Hà Nội"], "Hà Tĩnh, Kiên Giang, Lạng Sơn"),
        (&["stats", "--agency", "Sở Nội vụ"], "ls-so-noi-vu"),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(part), "{}", errors(&output));
    }
}
