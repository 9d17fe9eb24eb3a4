//! What a report is written with on the command line: targets, parts and qualities as an office calls them.

use super::{User, code, errors, list};

const WHICH: [&str; 6] =
    ["--obligation", "lang-son-165-2024/IV.7.a", "--period", "2026", "--agency", "ls-so-y-te"];

fn set<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["report", "set"], &WHICH[..], more].concat()
}

fn show() -> Vec<&'static str> {
    [&["report", "show"], &WHICH[..], &["--json"]].concat()
}

#[test]
fn a_target_is_known_by_id_clause_name_and_part_of_its_name() {
    for typed in [
        "lang-son-165-2024/II.1#2.2",
        "II.1#2.2",
        "Viên chức có ĐH",
        "vien chuc co dh",
        "Tỷ lệ viên chức có trình độ từ đại học",
        "tỷ lệ viên chức",
    ] {
        let user = User::new();
        let shown = user.json(&set(&["--figure", &format!("{typed}=97,65"), "--json"]));
        let figures = list(&shown["figures"]);
        assert_eq!(figures.len(), 1, "{typed}");
        assert_eq!(figures[0]["target"], "lang-son-165-2024/II.1#2.2", "{typed}");
    }
}

#[test]
fn several_targets_or_none_are_listed_and_nothing_is_written() {
    let user = User::new();
    for (typed, said, others) in [
        ("đại học=50", "có thể là nhiều chỉ tiêu", "II.1#2.1"),
        ("không có thật=50", "không có chỉ tiêu đó", "II.1#4.4"),
        ("=50", "không có chỉ tiêu đó", "II.1#4.4"),
        // It is judged in words.
        ("II.1#1=50", "không có chỉ tiêu đó", "II.1#4.4"),
    ] {
        let output = user.run(&set(&["--figure", typed]));
        let errors = errors(&output);
        assert_eq!(code(&output), 2, "{typed}");
        assert!(errors.contains(said) && errors.contains(others), "{typed}: {errors}");
    }
    let several = errors(&user.run(&set(&["--figure", "đại học=50"])));
    assert!(!several.contains("II.1#4.4"), "only what it can be: {several}");
    assert_eq!(user.json(&["report", "list", "--json"]), serde_json::json!([]));
}

#[test]
fn parts_and_qualities_are_said_in_vietnamese_with_and_without_marks() {
    let user = User::new();
    for (part, field) in [
        ("kết quả", "results"),
        ("ket qua", "results"),
        ("khó khăn", "obstacles"),
        ("vuong-mac", "obstacles"),
        ("kiến nghị", "proposals"),
        ("De Xuat", "proposals"),
        ("minh chứng", "evidence"),
        ("evidence", "evidence"),
    ] {
        let text = format!("Chữ của {part}");
        let shown = user.json(&set(&["--part", part, "--text", &text, "--json"]));
        assert_eq!(shown[field], text.as_str(), "{part}");
    }
    for (typed, quality) in [("ước", "estimate"), ("so bo", "provisional"), ("chính thức", "final")] {
        let figure = ["--figure", "II.1#2.1=7/20", "--quality", typed, "--json"];
        assert_eq!(user.json(&set(&figure))["figures"][0]["quality"], quality, "{typed}");
    }
}

#[test]
fn a_wrong_word_is_answered_with_the_right_ones_in_the_language_of_the_run() {
    let user = User::new();
    let part = set(&["--part", "mở đầu", "--text", "x"]);
    let quality = set(&["--figure", "II.1#2.1=7/20", "--quality", "chắc"]);
    for (lang, args, said) in [
        ("vi", &part, ["“mở đầu”", "Khó khăn, vướng mắc; Đề xuất, kiến nghị"]),
        ("en", &part, ["`mở đầu`", "write one of: results, obstacles, proposals, evidence"]),
        ("vi", &quality, ["“chắc”", "ước, sơ bộ, chính thức"]),
        ("en", &quality, ["`chắc`", "write one of: estimate, provisional, final"]),
    ] {
        let output = user.run(&[&["--lang", lang], &args[..]].concat());
        let errors = errors(&output);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(said.iter().all(|said| errors.contains(said)), "{args:?}: {errors}");
    }
}

#[test]
fn the_first_figure_begins_the_report() {
    let user = User::new();
    user.text(&set(&["--figure", "II.1#2.1=7/20"]));
    let shown = user.json(&show());
    assert_eq!((&shown["state"], &shown["revision"]), (&"draft".into(), &1.into()));
    assert_eq!(shown["figures"][0]["numerator"], 7.0);
    assert_eq!(list(&user.json(&["report", "list", "--json"])).len(), 1);
    // The next one belongs to the report that stands, whose text is not touched.
    user.text(&set(&["--figure", "II.1#2.1=8/20"]));
    let shown = user.json(&show());
    assert_eq!((&shown["revision"], &shown["figures"][0]["numerator"]), (&1.into(), &8.0.into()));
}
