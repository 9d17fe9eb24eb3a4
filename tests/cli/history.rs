//! Who changed what in a report, and when.

use super::{User, code, errors, list};

const WHICH: [&str; 6] =
    ["--obligation", "lang-son-165-2024/IV.7.a", "--period", "2026", "--agency", "ls-so-y-te"];

fn report<'a>(step: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", step], &WHICH[..], more].concat()
}

impl User {
    /// A command of another account on another day, that has to succeed.
    fn does(&self, account: &str, day: &str, args: &[&str]) {
        let output = self.command_on(day, args).env("USER", account).output().unwrap();
        assert_eq!((code(&output), errors(&output)), (0, String::new()), "{args:?}");
    }
}

#[test]
fn every_change_of_a_report_is_told_with_account_time_and_states() {
    let user = User::new();
    assert!(user.text(&report("history", &[])).contains("Chưa ai ghi gì"));
    assert!(list(&user.json(&report("history", &["--json"]))["history"]).is_empty());
    user.does("lan", "2026-10-01", &report("set", &["--figure", "II.1#2.1=7/20"]));
    user.does("lan", "2026-10-02", &report("set", &["--part", "kết quả", "--text", "Đã cử 24 bác sĩ."]));
    user.does("lan", "2026-10-02", &report("set", &["--figure", "II.1#2.1=8/20", "--as-of", "1/10/2026"]));
    user.does("lan", "2026-10-03", &report("submit", &[]));
    user.does("minh", "2026-10-04", &report("send", &[]));
    let back = report("return", &["--remark", "Thiếu số", "--as", "ls-so-noi-vu"]);
    user.does("hoa", "2026-10-05", &back);
    // What others do is no part of it.
    let others = ["report", "new", "--obligation", "lang-son-165-2024/IV.7.a", "--agency", "ls-so-tu-phap"];
    user.does("an", "2026-10-05", &others);
    let told = user.text(&report("history", &[]));
    let lines: Vec<&str> = told.lines().skip(4).collect();
    for (line, said) in lines.iter().zip([
        [" lan ", "CBCC tỉnh, huyện có ĐH: 7/20 = 35 %, ước, 01/10/2026"],
        [" lan ", "bắt đầu (nháp)"],
        [" lan ", "ghi: Kết quả thực hiện"],
        [" lan ", "7/20 = 35 %, ước, 01/10/2026 → 8/20 = 40 %"],
        [" lan ", "nháp → chờ duyệt"],
        [" minh ", "chờ duyệt → đã gửi · minh duyệt, sổ gửi số 1, bản 1"],
        [" hoa ", "đã gửi → trả lại · Ý kiến: Thiếu số"],
    ]) {
        assert!(said.iter().all(|said| line.contains(said)), "{said:?}: {line}\n{told}");
    }
    assert_eq!(lines.len(), 7, "{told}");
}

#[test]
fn a_program_reads_the_history_as_data() {
    let user = User::new();
    user.does("lan", "2026-10-02", &report("set", &["--part", "evidence", "--text", "BC 12"]));
    user.does("lan", "2026-10-03", &report("set", &["--figure", "II.1#2.1=8/20"]));
    let told = user.json(&report("history", &["--json"]));
    assert_eq!((&told["agency"], &told["period"]), (&"ls-so-y-te".into(), &"2026".into()));
    let [written, figure] = list(&told["history"]) else { panic!("{told}") };
    assert_eq!((&written["kind"], &written["by"]), (&"report".into(), &"lan".into()));
    assert_eq!((&written["from"], &written["to"]), (&serde_json::Value::Null, &"draft".into()));
    assert_eq!(written["changed"], serde_json::json!(["evidence"]));
    let at = written["at"].as_str().unwrap();
    // When it was written is the clock's word, whatever day is looked at.
    let age = chrono::Utc::now() - chrono::DateTime::parse_from_rfc3339(at).unwrap().to_utc();
    assert!(at.ends_with("+07:00") && age.abs() < chrono::TimeDelta::minutes(10), "{at}");
    assert_eq!((&figure["kind"], &figure["to"]["numerator"]), (&"figure".into(), &8.0.into()));
    assert_eq!(figure["from"], serde_json::Value::Null);
    let english = user.text(&[&["--lang", "en"], &report("history", &[])[..]].concat());
    assert!(english.contains("begun (draft) · written: Evidence"), "{english}");
}
