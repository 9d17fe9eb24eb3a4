//! `tiendo when`: phrases, rules and days.

use serde_json::{Value, json};

use super::{User, code, errors, list};

/// Phrase and month, then for 2024 to 2030 the last valid day and the last working day.
type Vector = (&'static str, u32, [(u32, u32); 7]);

/// The days that every office agrees on.
const VECTORS: [Vector; 6] = [
    ("trước ngày 30/10 hằng năm", 10, [(29, 29), (29, 29), (29, 29), (29, 29), (29, 27), (29, 29), (29, 29)]),
    ("trước ngày 15/11 hằng năm", 11, [(14, 14), (14, 14), (14, 13), (14, 12), (14, 14), (14, 14), (14, 14)]),
    ("trước ngày 30/11 hằng năm", 11, [(29, 29), (29, 28), (29, 27), (29, 29), (29, 29), (29, 29), (29, 29)]),
    ("trước ngày 05/12 hằng năm", 12, [(4, 4), (4, 4), (4, 4), (4, 3), (4, 4), (4, 4), (4, 4)]),
    ("trước ngày 10/12 hằng năm", 12, [(9, 9), (9, 9), (9, 9), (9, 9), (9, 8), (9, 7), (9, 9)]),
    ("trước ngày 15/12 hằng năm", 12, [(14, 13), (14, 12), (14, 14), (14, 14), (14, 14), (14, 14), (14, 13)]),
];

/// The periods and last valid days that a phrase gives.
fn days(user: &User, phrase: &str, from: &str, to: &str) -> Vec<(String, Option<String>)> {
    let found = user.json(&["when", phrase, "--from", from, "--to", to, "--json"]);
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let pair = |item: &Value| (text(&item["period"]).unwrap(), text(&item["due_last"]));
    list(&found["occurrences"]).iter().map(pair).collect()
}

#[test]
fn the_forty_two_vectors() {
    let user = User::new();
    for (phrase, month, days) in VECTORS {
        let found = user.json(&["when", phrase, "--from", "2024", "--to", "2030", "--json"]);
        let expected: Vec<Value> = (2024..)
            .zip(days)
            .map(|(year, (last, advice))| {
                let day = |day: u32| format!("{year}-{month:02}-{day:02}");
                json!({ "period": year.to_string(), "due_last": day(last), "due_advice": day(advice) })
            })
            .collect();
        assert_eq!(list(&found["occurrences"]), expected, "{phrase}");
        assert_eq!((&found["rule"]["kind"], &found["rule"]["bound"]), (&json!("annual"), &json!("before")));
    }
    assert!(!user.database().exists(), "no database is needed");
}

#[test]
fn every_kind_of_period_has_its_name() {
    let user = User::new();
    for (phrase, expected) in [
        ("Đến hết Quý I/2026", vec![("2026-Q1", "2026-03-31")]),
        ("trong 6 tháng đầu năm 2026", vec![("2026-H1", "2026-06-30")]),
        ("hết tháng 10/2026", vec![("2026-10", "2026-10-31")]),
        ("tuần cuối tháng 11 hằng năm", vec![("2026-W48", "2026-11-29")]),
        ("trước ngày 15/6 và 15/12 hằng năm", vec![("2026-H1", "2026-06-14"), ("2026-H2", "2026-12-14")]),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(period, day)| (period.to_owned(), Some(day.to_owned()))).collect();
        assert_eq!(days(&user, phrase, "2026", "2026"), expected, "{phrase}");
    }
    assert_eq!(days(&user, "trước thứ Sáu hằng tuần", "2026", "2026").len(), 53);
    assert_eq!(days(&user, "hằng quý", "2026", "2026")[3], ("2026-Q4".to_owned(), None));
}

#[test]
fn a_duty_without_days_gives_its_rule_and_an_empty_list() {
    let user = User::new();
    for (phrase, kind) in [
        ("khi có phát sinh", "conditional"),
        ("thực hiện thường xuyên hằng năm, bắt đầu từ Quý III năm 2024", "continuous"),
        ("02 năm/lần", "every_years"),
    ] {
        let found = user.json(&["when", phrase, "--json"]);
        assert_eq!((&found["rule"]["kind"], &found["occurrences"]), (&json!(kind), &json!([])), "{phrase}");
    }
    assert!(user.text(&["when", "02 năm/lần"]).contains("Chưa rõ năm đầu tiên"));
}

#[test]
fn the_table_says_strictness_weekdays_and_what_is_provisional() {
    let user = User::new();
    let text = user.text(&["when", "trước", "ngày", "30/10", "hằng", "năm", "--to", "2028"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "trước ngày 30/10 hằng năm: chậm nhất 29/10");
    assert_eq!(lines[3], "năm 2026  T6 30/10/2026  T5 29/10/2026     T5 29/10/2026");
    assert_eq!(lines[5], "năm 2028  T2 30/10/2028  CN 29/10/2028     T6 27/10/2028 *");
    assert!(lines[7].starts_with("* ") && lines[7].contains("tạm tính"), "{text}");
    let english = user.text(&["--lang", "en", "when", "trước ngày 30/10 hằng năm", "--to", "2026"]);
    assert!(english.starts_with("before 30/10 every year: 29/10 at the latest\n"), "{english}");
    assert!(english.contains("Thu 29/10/2026"), "{english}");
}

#[test]
fn a_phrase_without_its_year_is_listed_for_every_year_and_says_so() {
    let user = User::new();
    let found = user.json(&["when", "trong quý II", "--to", "2027", "--json"]);
    assert_eq!(found["year_open"], true);
    assert_eq!(list(&found["occurrences"]).len(), 2);
    assert!(user.text(&["when", "trong quý II"]).contains("không nêu năm"));
    // A phrase that names its year needs no --from.
    let single = user.json(&["when", "Đến hết Quý I/2024", "--json"]);
    assert_eq!((list(&single["occurrences"]).len(), &single["year_open"]), (1, &json!(false)));
}

#[test]
fn what_cannot_be_understood_is_refused_with_a_reason_and_an_example() {
    let user = User::new();
    for (phrase, reason, english) in [
        ("trước ngày 30/2 hằng năm", "không có ngày 30/2", "there is no 30/2"),
        ("trong quý 5", "số 5 không hợp lệ", "5 is not possible"),
        ("trước thứ 9 hằng tuần", "số 9 không hợp lệ", "9 is not possible"),
        ("khi nào rảnh", "không thuộc mẫu nào đã biết", "no known pattern"),
        ("trước ngày 30/6 và 31/12 hằng năm", "tách thành hai nghĩa vụ", "an obligation for each"),
    ] {
        let output = user.run(&["when", phrase]);
        let text = errors(&output);
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{phrase}");
        assert!(
            text.contains(reason) && text.contains(phrase) && text.contains("Ví dụ: tiendo when"),
            "{text}"
        );
        let output = user.run(&["--lang", "en", "when", phrase, "--json"]);
        assert!(code(&output) == 2 && errors(&output).contains(english), "{}", errors(&output));
    }
}

#[test]
fn nothing_is_no_phrase() {
    let user = User::new();
    for phrase in [&[""][..], &[" \u{a0} "], &["", ""]] {
        let output = user.run(&[&["when"], phrase].concat());
        assert_eq!((code(&output), output.stdout.len()), (2, 0), "{phrase:?}");
        assert!(errors(&output).contains("Chưa ghi cụm từ thời gian"), "{}", errors(&output));
        let output = user.run(&[&["--lang", "en", "when"], phrase].concat());
        assert!(errors(&output).contains("No time phrase"), "{}", errors(&output));
    }
}

#[test]
fn the_working_day_follows_what_was_decided_about_the_calendar() {
    let user = User::new();
    let advice = || {
        let found = user.json(&["when", "trước ngày 30/11/2026", "--json"]);
        list(&found["occurrences"])[0]["due_advice"].clone()
    };
    assert_eq!(advice(), "2026-11-27");
    assert!(!user.database().exists(), "no database is made to answer");
    user.text(&["calendar", "approve", "28/11/2026"]);
    assert_eq!(advice(), "2026-11-28");
}

#[test]
fn years_that_make_no_sense_are_refused() {
    let user = User::new();
    for (args, reason) in [
        (["--from", "2030", "--to", "2024"], "--from 2030 ở sau --to 2024"),
        (["--from", "1945", "--to", "2199"], "quá 100 năm"),
        (["--from", "202", "--to", "2024"], "--from: “202”"),
        (["--from", "2024", "--to", "mai"], "--to: “mai”"),
    ] {
        let output = user.run(&[&["when", "hằng năm"], &args[..]].concat());
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(reason), "{}", errors(&output));
    }
}
