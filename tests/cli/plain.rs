//! The four main jobs without a screen: answers go in line by line, words come out.

use std::io::Write;
use std::process::{Child, Output, Stdio};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::Connection;
use serde_json::Value;
use tiendo::text::width::width;

use super::{User, code, errors, list};

const AGENCY: &str = "ls-so-y-te";
const OBLIGATION: &str = "lang-son-165-2024/IV.7.a";
const TARGET: &str = "lang-son-165-2024/II.1#2.1";
/// The agency of a first run: a name, then the province.
const HEALTH: &str = "so y te\n1\n";

impl User {
    fn plain(&self, account: &str, args: &[&str]) -> Child {
        let mut command = self.command(&[&["--plain"], args].concat());
        command.env("USER", account).env("TERM", "dumb");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// What is said to these bytes; checked to be lines that any printer takes.
    fn talk_in_bytes(&self, account: &str, args: &[&str], said: &[u8]) -> String {
        let mut child = self.plain(account, args);
        child.stdin.take().unwrap().write_all(said).unwrap();
        heard(child.wait_with_output().unwrap())
    }

    fn talk(&self, account: &str, said: &str) -> String {
        self.talk_in_bytes(account, &[], said.as_bytes())
    }

    fn report(&self) -> Value {
        let which = ["report", "show", "--obligation", OBLIGATION, "--period", "2026", "--agency", AGENCY];
        self.json(&[&which[..], &["--json"]].concat())
    }

    fn entry(&self, title: &str) -> Value {
        let tasks = self.json(&["tasks", "--agency", AGENCY, "--json"]);
        let found = list(&tasks).iter().find(|task| task["title"].as_str().unwrap().starts_with(title));
        found.unwrap()["latest"].clone()
    }

    fn drafts(&self) -> Vec<String> {
        let conn = Connection::open(self.database()).unwrap();
        // While the program makes the database, there is no such table yet.
        let Ok(mut found) = conn.prepare("SELECT body FROM draft") else { return Vec::new() };
        found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

/// Waits until it is so; half a minute at most.
fn wait_for(is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("it did not come to pass");
}

fn heard(output: Output) -> String {
    assert_eq!((code(&output), errors(&output)), (0, String::new()));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
    for line in text.lines() {
        assert!(width(line) <= 72, "{line}");
    }
    text
}

/// A report as far as its figures: three texts, a wrong and a right figure, one that there is none of.
const REPORT: &str = "3\n1\n\
    Đã cử 24 bác sĩ đi học.\nMở 3 lớp.\n.\n\
    Thiếu kinh phí.\n.\n\
    không có\n.\n\
    nhiều lắm\n7/20\n2\n\
    k\nb\n\
    125/BC-SYT\n.\n";

#[test]
fn what_is_due_is_told_in_order_with_the_days_in_words_and_why() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}1\n1\n\n\n\n"));
    assert!(
        text.contains("1. Báo cáo năm 2026 gửi Sở Nội vụ; KH 165/KH-UBND, IV.7.a; quá hạn 23\n"),
        "{text}"
    );
    let why = text.split("Chọn số").nth(3).unwrap();
    for told in ["“trước ngày 30/10 hằng năm”", "thứ Năm 29/10/2026", "Việc cần làm:", "1. Mở báo cáo"]
    {
        assert!(why.contains(told), "{told}: {text}");
    }
    assert!(text.ends_with("Đã thoát.\n"), "{text}");
    // The agency is remembered, and the other language has its own words.
    let text = user.talk_in_bytes("lan", &["--lang", "en"], b"1\nq\n");
    assert!(text.contains("Agency: Sở Y tế tỉnh Lạng Sơn.\n"), "{text}");
    assert!(text.contains("23 days overdue") && text.ends_with("Goodbye.\n"), "{text}");
}

#[test]
fn progress_is_asked_field_by_field_and_saved_as_the_screen_saves_it() {
    let user = User::new();
    let said = "2\nquan triet 175\n3\n140\nĐã phổ biến.\nTới mọi khoa.\n.\n\n\nCV 12/SYT\n\nc\n100%\n";
    let text = user.talk("lan", &format!("{HEALTH}{said}"));
    assert!(text.contains("Chưa ghi lần nào.\n"), "{text}");
    assert!(text.contains("Phải là số nguyên từ 0 đến 100"), "{text}");
    assert!(text.contains("Đã lưu.\n"), "{text}");
    let entry = user.entry("Quán triệt NQ 45-NQ/TW");
    assert_eq!((&entry["percent"], &entry["as_of"]), (&100.into(), &"2026-11-21".into()));
    assert_eq!(entry["result"], "Đã phổ biến.\nTới mọi khoa.");
    assert_eq!(entry["evidence"], "CV 12/SYT");
    assert!(user.drafts().is_empty());
    // The last word is read out before the next one is asked for.
    let text = user.talk("lan", "2\n2\nq\n");
    let last = text.split("Lần ghi gần nhất:").nth(1).unwrap();
    assert!(last.contains("Kết quả: Đã phổ biến.\nTới mọi khoa."), "{text}");
}

#[test]
fn nothing_is_saved_without_a_yes_and_the_draft_comes_back() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}2\n1\n\n40\n\n\n\n\n\nk\n"));
    assert!(text.contains("Đã giữ bản nháp"), "{text}");
    let text = user.talk("lan", "2\n1\nq\n");
    assert!(text.contains("Đã lấy lại phần đang gõ dở lần trước."), "{text}");
    let text = user.talk("lan", "2\n1\n\n\n\n\n\n\n\nc\n");
    assert!(text.contains("Hoàn thành (%): 40\n"), "{text}");
    assert_eq!(user.entry("Chủ trì thực hiện NQ 45")["percent"], 40);
}

#[test]
fn a_report_is_written_submitted_approved_and_its_receipt_is_read_out() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}{REPORT}1\nc\n"));
    assert!(text.contains("Không phải là số có thể nhận"), "{text}");
    assert!(text.contains("Báo cáo chờ duyệt."), "{text}");
    let text = user.talk("minh", &format!("{HEALTH}3\n1\n1\nc\n"));
    assert!(text.contains("Đã cử 24 bác sĩ đi học.\nMở 3 lớp.\n"), "{text}");
    assert!(text.contains("Duyệt và gửi báo cáo này?"), "{text}");
    assert!(text.contains("Số trong sổ gửi: số 1, bản 1; Đã gửi lúc "), "{text}");
    let report = user.report();
    assert_eq!((&report["state"], &report["author"]), (&"sent".into(), &"lan".into()));
    assert_eq!(report["sealed"]["approved_by"], "minh");
    assert_eq!(report["results"], "Đã cử 24 bác sĩ đi học.\nMở 3 lớp.");
    assert_eq!((&report["obstacles"], &report["proposals"]), (&"Thiếu kinh phí.".into(), &"không có".into()));
    let figure = &report["figures"][0];
    assert_eq!((&figure["target"], &figure["quality"]), (&TARGET.into(), &"provisional".into()));
    assert_eq!((&figure["numerator"], &figure["denominator"]), (&7.0.into(), &20.0.into()));
    assert!(user.drafts().is_empty());
}

#[test]
fn who_wrote_it_names_who_signed_it_on_paper() {
    let user = User::new();
    // His own name is refused, then he gives another one.
    let text = user.talk("lan", &format!("{HEALTH}{REPORT}1\nc\n1\n1\nlan\nc\nTrần Văn Minh\n"));
    assert!(text.contains("Người soạn không tự duyệt được"), "{text}");
    assert_eq!(user.report()["sealed"]["approved_by"], "Trần Văn Minh");
}

#[test]
fn a_report_that_lacks_what_is_asked_for_stays_a_draft() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}3\n1\n\n\n\nb\n\n1\n2\n"));
    assert!(text.contains("Phải sửa: Kết quả thực hiện: còn trống, kế hoạch bắt buộc phải có."), "{text}");
    assert!(text.contains("Chưa gửi được."), "{text}");
    assert!(!text.contains("phím"), "there are no keys: {text}");
    assert_eq!(user.report()["state"], "draft");
}

#[test]
fn the_end_of_the_input_keeps_what_was_typed_to_its_last_line() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}3\n1\nĐã cử 24 bác sĩ.\nMở 3 lớp."));
    assert!(text.contains("Chữ đã gõ mà chưa ghi còn nguyên"), "{text}");
    assert_eq!(user.report()["results"], "", "a draft is no report");
    // Typed over and cut off again: the old text is not lost for a new one that is not whole.
    user.talk("lan", "3\n1\nCâu mới.\n");
    let text = user.talk("lan", "3\n1\n");
    assert!(text.contains("Đã cử 24 bác sĩ.\nMở 3 lớp.\nCâu mới.\n"), "{text}");
    // Whole, it takes its place.
    let text = user.talk("lan", "3\n1\nChỉ câu này.\n.\n\n\nb\n\n2\n\nq\n");
    assert!(text.contains("Đã lưu báo cáo, chưa gửi."), "{text}");
    assert_eq!(user.report()["results"], "Chỉ câu này.");
}

#[test]
fn a_killed_program_has_kept_every_line() {
    let user = User::new();
    let mut child = user.plain("lan", &[]);
    let mut said = child.stdin.take().unwrap();
    said.write_all(format!("{HEALTH}2\n1\n\n40\nĐã cử 24 bác sĩ.\n").as_bytes()).unwrap();
    said.flush().unwrap();
    wait_for(|| user.database().exists() && user.drafts().iter().any(|draft| draft.contains("24 bác sĩ")));
    child.kill().unwrap();
    child.wait().unwrap();
    let text = user.talk("lan", "2\n1\n\n\nq\n");
    assert!(text.contains("Hoàn thành (%): 40\n") && text.contains("Kết quả: Đã cử 24 bác sĩ.\n"), "{text}");
}

#[test]
fn what_the_database_cannot_take_is_told_and_printed_on_leaving() {
    let user = User::new();
    let mut child = user.plain("lan", &[]);
    let mut said = child.stdin.take().unwrap();
    said.write_all(format!("{HEALTH}2\n1\n\n40\n").as_bytes()).unwrap();
    wait_for(|| user.database().exists() && !user.drafts().is_empty());
    let holder = Connection::open(user.database()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    said.write_all("Đã cử 24 bác sĩ.\n".as_bytes()).unwrap();
    drop(said);
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 3);
    assert!(String::from_utf8(output.stdout.clone()).unwrap().contains("đang bận vì chương trình khác"));
    let told = errors(&output);
    assert!(told.contains("Chép lại từ đây:") && told.contains("Đã cử 24 bác sĩ."), "{told}");
}

#[test]
fn somebody_elses_version_is_read_out_beside_ones_own_and_nothing_is_lost() {
    let user = User::new();
    user.talk("lan", &format!("{HEALTH}3\n1\nBản của Lan.\n"));
    let which = ["--obligation", OBLIGATION, "--period", "2026", "--agency", AGENCY];
    let set = [&["report", "set"], &which[..], &["--part", "results", "--text", "Bản của Minh."]].concat();
    let output = user.command(&set).env("USER", "minh").output().unwrap();
    assert_eq!((code(&output), errors(&output)), (0, String::new()));
    // What stands is told with both texts; no leaves both as they are.
    let keep = "3\n1\n\n\n\nb\n\n2\n";
    let text = user.talk("lan", &format!("{keep}k\n"));
    assert!(text.contains("minh đã lưu bản khác"), "{text}");
    assert!(text.contains("Bản của Lan.") && text.contains("Bản của Minh."), "{text}");
    assert_eq!(user.report()["results"], "Bản của Minh.");
    assert!(user.drafts()[0].contains("Bản của Lan."));
    user.talk("lan", &format!("{keep}c\n"));
    assert_eq!(user.report()["results"], "Bản của Lan.");
}

#[test]
fn who_has_not_reported_is_told_by_name_and_reminded_once() {
    let user = User::new();
    let text = user.talk("lan", &format!("{HEALTH}4\n1\n2\n\nc\n1\n\n"));
    assert!(text.contains("Đã nộp 0/14"), "{text}");
    assert!(text.contains("2. Sở Tài chính tỉnh Lạng Sơn; chưa mở; quá hạn 23 ngày\n"), "{text}");
    assert!(text.contains("chưa có đầu mối\n"), "{text}");
    assert!(text.contains("Đã ghi 5 tệp vào "), "{text}");
    assert!(text.contains("Hôm nay đã nhắc cả 14 nơi này"), "{text}");
    let folder = user.home.path().join("tiendo/don-doc-165-iv.7.a-2026-11-21");
    assert!(folder.join("cong-van-don-doc.docx").exists());
    let board = user.json(&["board", "--obligation", OBLIGATION, "--json"]);
    assert!(list(&board["rows"]).iter().all(|row| row["reminders"] == 1), "{board}");
}

#[test]
fn a_wrong_answer_is_told_and_asked_again() {
    let user = User::new();
    let text = user
        .talk("lan", &format!("khong co co quan nay\n{HEALTH}9\nxyzzy\n?\n2\n1\n\n\n\n\n\n\n\nthế nào\n"));
    assert!(text.contains("Không tìm thấy.\n"), "{text}");
    assert!(text.contains("Không có số 9: chỉ có từ 1 đến 5.\n"), "{text}");
    assert!(text.contains("Không có mục nào có những chữ ấy.\n"), "{text}");
    assert!(text.contains("Gõ một số trong danh sách"), "{text}");
    assert!(text.contains("Chỉ trả lời c (có) hoặc k (không).\n"), "{text}");
    assert!(text.ends_with("Đã thoát.\n"), "{text}");
}

#[test]
fn a_line_that_is_no_text_is_refused_and_escape_sequences_are_dropped() {
    let user = User::new();
    let said = [HEALTH.as_bytes(), b"2\n1\n\n40\n\xff\xfe\nxong\x1b[31m r\xe1\xbb\x93i\x08\n.\n\n\n\n\nc\n"]
        .concat();
    let text = user.talk_in_bytes("lan", &[], &said);
    assert!(text.contains("không phải UTF-8"), "{text}");
    // Letters in pieces are put together.
    assert_eq!(user.entry("Chủ trì thực hiện NQ 45")["result"], "xong rồi");
}

#[test]
fn a_long_list_is_read_in_pages() {
    let user = User::new();
    let text = user.talk("lan", "lang son\n\n0\n\n");
    assert!(text.contains("Từ 1 đến 15 trong "), "{text}");
    assert!(text.contains("Chọn số (Enter: xem tiếp, 0: quay lại): \nTừ 16 đến "), "{text}");
}

#[test]
fn it_goes_alone() {
    let output = User::new().run(&["--plain", "due"]);
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("--plain đi một mình"), "{}", errors(&output));
}
