//! Number and date of a draft, and the calendar, from the command line.

use super::{User, code, errors, list};

#[test]
fn a_draft_counts_from_its_number_and_date_on_and_is_a_draft_again_when_withdrawn() {
    let user = User::new();
    let due =
        |user: &User| user.json(&["due", "--json", "--agency", "ls-so-y-te", "--plan", "lang-son-2026"]);
    assert!(list(&due(&user)).iter().all(|item| item["group"] == "preview"));
    let issued =
        user.text(&["plan", "issue", "lang-son-2026", "--number", "27/KH-UBND", "--date", "15/01/2026"]);
    assert!(issued.contains("27/KH-UBND") && issued.contains("15/01/2026"), "{issued}");
    let items = due(&user);
    let report = list(&items).iter().find(|item| item["due_last"] == "2026-11-29").unwrap();
    assert_eq!((&report["group"], &report["status"]), (&"soon".into(), &"not_opened".into()));
    let plans = user.json(&["plans", "--json"]);
    let plan = list(&plans).iter().find(|plan| plan["id"] == "lang-son-2026").unwrap();
    assert_eq!((&plan["number"], &plan["state"]), (&"27/KH-UBND".into(), &"issued".into()));
    assert!(!plan["title"].as_str().unwrap().contains("dự thảo"), "{plan}");
    for command in ["tasks", "targets"] {
        let head =
            |user: &User| user.text(&[command, "--plan", "lang-son-2026"]).lines().next().unwrap().to_owned();
        assert!(!head(&user).contains("dự thảo"), "{}", head(&user));
    }
    // A second number would take the place of the first without a word.
    let again = ["plan", "issue", "lang-son-2026", "--number", "72/KH-UBND", "--date", "16/01/2026"];
    let output = user.run(&again);
    assert_eq!(code(&output), 2);
    for said in ["27/KH-UBND", "15/01/2026", "tiendo plan withdraw lang-son-2026"] {
        assert!(errors(&output).contains(said), "{said}: {}", errors(&output));
    }
    let plans = user.json(&["plans", "--json"]);
    assert!(list(&plans).iter().any(|plan| plan["number"] == "27/KH-UBND"));
    user.text(&["plan", "withdraw", "lang-son-2026"]);
    assert!(user.text(&["tasks", "--plan", "lang-son-2026"]).starts_with("KH trí thức 2026 · dự thảo · "));
    assert!(list(&due(&user)).iter().all(|item| item["group"] == "preview"));
}

#[test]
fn what_is_wrong_about_a_number_or_a_date_is_said_and_nothing_changes() {
    let user = User::new();
    for (args, said) in [
        (&["plan", "issue", "165/KH-UBND", "--number", "1", "--date", "1/1/2026"][..], "không phải dự thảo"),
        (&["plan", "issue", "lang-son-2026", "--date", "1/1/2026"][..], "--number"),
        (&["plan", "issue", "lang-son-2026", "--number", "27/KH"][..], "--date"),
        (
            &["plan", "issue", "lang-son-2026", "--number", "27/KH", "--date", "30/2"][..],
            "không có ngày 30/2/2026",
        ),
        (&["plan", "issue", "lang-son-2026", "--number", "27/KH", "--date", "1/12/2026"][..], "chưa tới"),
        (&["plan", "issue", "khong-co", "--number", "27/KH", "--date", "1/1/2026"][..], "khong-co"),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(said), "{args:?}: {}", errors(&output));
    }
    let plans = user.json(&["plans", "--json"]);
    assert!(list(&plans).iter().any(|plan| plan["id"] == "lang-son-2026" && plan["state"] == "draft"));
}

#[test]
fn approving_the_swap_says_which_date_moved_and_due_follows() {
    let user = User::new();
    let advice = |user: &User| {
        let items = user.json(&["due", "--json", "--agency", "ls-so-y-te", "--plan", "lang-son-2026"]);
        let report = list(&items).iter().find(|item| item["due_last"] == "2026-11-29").unwrap().clone();
        (report["due_advice"].clone(), report["working_days"].clone())
    };
    assert_eq!(advice(&user), ("2026-11-27".into(), 4.into()));
    let text = user.text(&["calendar", "approve", "28/11/2026"]);
    assert!(text.contains("nên gửi T6 27/11/26 → T7 28/11/26 (ngày cuối hợp lệ vẫn CN 29/11/26)"), "{text}");
    assert_eq!(advice(&user), ("2026-11-28".into(), 4.into()));
    let days = user.json(&["calendar", "list", "--year", "2026", "--json"]);
    let swapped = list(&days["days"]).iter().find(|day| day["date"] == "2026-11-28").unwrap();
    assert_eq!(swapped["status"], "approved");
    let again = user.run(&["calendar", "approve", "28/11/2026"]);
    assert_eq!(code(&again), 2);
    assert!(errors(&again).contains("Không có mục dự kiến nào"), "{}", errors(&again));
}

#[test]
fn a_swap_is_added_as_a_proposal_with_both_its_days_and_dropped_whole() {
    let user = User::new();
    let add = [
        "calendar",
        "add",
        "30/12/2026",
        "--makeup",
        "26/12/2026",
        "--name",
        "Nghỉ cuối năm",
        "--source",
        "TB thử",
    ];
    user.text(&add);
    let shown = |user: &User| {
        let days = user.json(&["calendar", "list", "--year", "2026", "--json"]);
        list(&days["days"]).iter().filter(|day| day["source"] == "TB thử").count()
    };
    assert_eq!(shown(&user), 2);
    user.text(&["calendar", "drop", "TB thử"]);
    assert_eq!(shown(&user), 0);
}

#[test]
fn the_kind_of_a_day_is_taken_as_the_screen_says_it_with_and_without_marks() {
    let user = User::new();
    let add = |day: &str, kind: &str| {
        user.run(&["calendar", "add", day, "--kind", kind, "--name", "thử", "--source", day])
    };
    let kinds = [("lễ", "holiday"), ("Le", "holiday"), ("nghỉ", "off"), ("off", "off"), ("lam bu", "makeup")];
    for ((kind, stored), day) in kinds.into_iter().zip(["1/12", "2/12", "3/12", "4/12", "5/12"]) {
        assert_eq!(code(&add(day, kind)), 0, "{kind}");
        let days = user.json(&["calendar", "list", "--json"]);
        let found = list(&days["days"]).iter().find(|entry| entry["source"] == day).unwrap();
        assert_eq!(found["kind"], stored, "{kind}");
    }
    let output = add("7/12", "chơi");
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("lễ (holiday), nghỉ (off), làm bù (makeup)"), "{}", errors(&output));
}

#[test]
fn what_contradicts_the_calendar_is_refused() {
    let user = User::new();
    let before = user.text(&["calendar", "list"]);
    for (day, kind, said) in [
        ("30/2/2026", "off", "không có ngày 30/2/2026"),
        ("5/12/2026", "off", "đã là ngày nghỉ cuối tuần"),
        ("7/12/2026", "makeup", "vốn là ngày làm việc"),
        ("24/11/2026", "holiday", "đã có trong lịch"),
        ("28/11/2026", "makeup", "đã có trong lịch"),
    ] {
        let output = user.run(&["calendar", "add", day, "--kind", kind, "--name", "thử", "--source", "TB"]);
        assert_eq!(code(&output), 2, "{day}");
        assert!(errors(&output).contains(said), "{day}: {}", errors(&output));
    }
    assert_eq!(user.text(&["calendar", "list"]), before);
}

#[test]
fn a_swap_of_days_a_year_apart_is_a_slip_of_the_year() {
    let user = User::new();
    let before = user.text(&["calendar", "list"]);
    let add = |makeup: &str| {
        let swap = ["calendar", "add", "31/12/2026", "--makeup", makeup, "--name", "thử", "--source", "TB"];
        user.run(&swap)
    };
    for makeup in ["25/12/2027", "27/12/2025"] {
        let output = add(makeup);
        assert_eq!(code(&output), 2, "{makeup}");
        let said = errors(&output);
        assert!(said.contains("cách nhau") && said.contains("31/12/26") && said.contains("năm"), "{said}");
    }
    assert_eq!(user.text(&["calendar", "list"]), before);
    // From the end of one year to the beginning of the next is usual.
    assert_eq!(code(&add("09/01/2027")), 0);
}

#[test]
fn a_year_that_is_not_announced_says_so() {
    let user = User::new();
    let text = user.text(&["calendar", "list", "--year", "2029"]);
    assert!(text.contains("Ngày Văn hóa Việt Nam") && text.contains("tạm tính"), "{text}");
    assert!(text.contains("Lịch nghỉ 2029 chưa công bố đủ"), "{text}");
    assert!(!text.contains("Nguyên đán"), "{text}");
    let text = user.text(&["calendar", "list", "--year", "2026"]);
    assert!(!text.contains("chưa công bố đủ") && text.contains("2 ngày còn là dự kiến, chưa tính"), "{text}");
    user.text(&["calendar", "approve", "28/11/2026"]);
    assert!(!user.text(&["calendar", "list", "--year", "2026"]).contains("còn là dự kiến"));
}
