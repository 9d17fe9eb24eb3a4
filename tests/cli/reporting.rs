//! A report from its first word to its receipt, from the command line.

use std::fs;
use std::io::Write;
use std::process::Stdio;

use rusqlite::Connection;
use serde_json::Value;

use super::{User, code, errors};
use crate::answers::choose;

const WHICH: [&str; 6] =
    ["--obligation", "lang-son-165-2024/IV.7.a", "--period", "2026", "--agency", "ls-so-y-te"];
const TARGET: &str = "lang-son-165-2024/II.1#2.1";

fn report<'a>(step: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", step], &WHICH[..], more].concat()
}

impl User {
    /// A command under another account of the same home.
    fn output_as(&self, account: &str, args: &[&str]) -> std::process::Output {
        self.command(args).env("USER", account).output().unwrap()
    }

    fn json_as(&self, account: &str, args: &[&str]) -> Value {
        let output = self.output_as(account, &[args, &["--json"]].concat());
        assert_eq!((code(&output), errors(&output)), (0, String::new()), "{args:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Written by "lan", approved and sent by "minh".
    fn sent(&self) -> Value {
        self.json_as("lan", &report("set", &["--part", "results", "--text", "Đã cử 24 bác sĩ."]));
        self.json_as("lan", &report("submit", &[]));
        self.json_as("minh", &report("send", &[]))
    }
}

#[test]
fn a_report_goes_its_whole_way_and_every_step_answers_as_data() {
    let user = User::new();
    let new = user.json_as("lan", &report("new", &[]));
    assert_eq!((&new["state"], &new["revision"]), (&"draft".into(), &1.into()));
    let figure = format!("{TARGET}=7/20");
    let set = user.json_as(
        "lan",
        &report(
            "set",
            &["--part", "results", "--text", "Đã cử 24 bác sĩ.", "--figure", &figure, "--revision", "1"],
        ),
    );
    assert_eq!((&set["results"], &set["revision"]), (&"Đã cử 24 bác sĩ.".into(), &2.into()));
    assert_eq!(
        (&set["figures"][0]["target"], &set["figures"][0]["numerator"]),
        (&TARGET.into(), &7.0.into())
    );
    assert_eq!(user.json_as("lan", &report("submit", &[]))["author"], "lan");
    let sent = user.json_as("minh", &report("send", &[]));
    assert_eq!(sent["state"], "sent");
    // Whatever day is looked at, what is sent bears the time of the clock.
    let at = chrono::DateTime::parse_from_rfc3339(sent["sent_at"].as_str().unwrap()).unwrap();
    assert!((chrono::Utc::now() - at.to_utc()).abs() < chrono::TimeDelta::minutes(10), "{at}");
    assert_eq!((&sent["sealed"]["number"], &sent["sealed"]["approved_by"]), (&1.into(), &"minh".into()));
    assert_eq!(sent["figures"][0]["denominator"], 20.0, "frozen with it");
    let desk = ["--as", "Sở Nội vụ Lạng Sơn"];
    assert_eq!(user.json_as("hoa", &report("receive", &desk))["state"], "received");
    let back = report("return", &["--remark", "thiếu số", "--as", "ls-so-noi-vu"]);
    let back = user.json_as("hoa", &back);
    assert_eq!((&back["state"], &back["remark"]), (&"returned".into(), &"thiếu số".into()));
    user.json_as("lan", &report("submit", &[]));
    let again = user.json_as("lan", &report("send", &["--approved-by", "Trần Văn B"]));
    assert_eq!((&again["sealed"]["number"], &again["sealed"]["version"]), (&2.into(), &2.into()));
    let list = user.json(&["report", "list", "--agency", "ls-so-y-te", "--json"]);
    assert_eq!((list.as_array().unwrap().len(), &list[0]["state"]), (1, &"sent".into()));
}

#[test]
fn what_may_not_be_is_refused_and_nothing_changes() {
    let user = User::new();
    let refused = |account: &str, args: Vec<&str>, said: &str| {
        let output = user.output_as(account, &args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(said), "{args:?}: {}", errors(&output));
    };
    refused("lan", report("submit", &[]), "tiendo report set --obligation lang-son-165-2024/IV.7.a");
    refused("lan", report("set", &[]), "--figure");
    refused("lan", report("set", &["--figure", "II.9=7/20"]), TARGET);
    refused("lan", report("set", &["--figure", "II.1#2.1=27/20"]), "không thể có");
    refused("lan", report("set", &["--figure", "II.1#2.1=97,65%/0"]), "mẫu số phải lớn hơn 0");
    refused("lan", report("set", &["--figure", "II.1#2.1=7/20", "--as-of", "30/12/2026"]), "chưa tới");
    refused("lan", report("set", &["--figure", "II.1#2.1=7/20", "--as-of", "1/1/2025"]), "ngoài kỳ số liệu");
    refused("lan", vec!["report", "show", "--obligation", "IV.7.z", "--agency", "ls-so-y-te"], "IV.7.a");
    refused("lan", vec!["report", "show", "--obligation", "lang-son-165-2024/IV.7.a"], "--agency");
    user.json_as("lan", &report("set", &["--part", "obstacles", "--text", "Không có."]));
    refused("minh", report("set", &["--part", "results", "--text", "x", "--revision", "9"]), "lan đã lưu");
    refused("lan", report("new", &[]), "report show");
    refused("lan", report("send", &[]), "report submit");
    let blocked = user.output_as("lan", &report("submit", &[]));
    let text = String::from_utf8(blocked.stdout.clone()).unwrap();
    assert_eq!(code(&blocked), 1);
    assert!(text.starts_with("x Kết quả thực hiện"), "{text}");
    user.json_as("lan", &report("set", &["--part", "results", "--text", "Đã làm."]));
    user.json_as("lan", &report("submit", &[]));
    refused("lan", report("send", &[]), "không tự duyệt");
    refused("lan", report("send", &["--approved-by", "lan"]), "không tự duyệt");
    refused("lan", report("set", &["--part", "results", "--text", "khác"]), "chờ duyệt");
    refused("lan", report("set", &["--figure", "II.1#2.1=35%"]), "chờ duyệt");
    refused("hoa", report("receive", &["--as", "ls-so-noi-vu"]), "chờ duyệt");
    user.json_as("minh", &report("send", &[]));
    refused("hoa", report("receive", &["--as", "ls-so-tu-phap"]), "Sở Nội vụ");
    refused("hoa", report("return", &["--remark", " ", "--as", "ls-so-noi-vu"]), "ý kiến");
    assert_eq!(user.json_as("lan", &report("show", &[]))["results"], "Đã làm.");
}

#[test]
fn who_chose_his_agency_writes_only_its_reports() {
    let user = User::new();
    user.json_as("lan", &report("set", &["--part", "results", "--text", "Đã làm."]));
    user.json_as("lan", &report("submit", &[]));
    let mine = |agency: &str| choose(&user.database(), agency);
    mine("ls-so-xay-dung");
    let refused = |args: &[&str]| {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains("Báo cáo của Sở Y tế"), "{args:?}: {}", errors(&output));
    };
    refused(&report("send", &[]));
    refused(&report("return", &["--remark", "x"]));
    refused(&report("set", &["--part", "results", "--text", "khác"]));
    refused(&report("submit", &[]));
    refused(&["report", "new", "--obligation", WHICH[1], "--period", "2025", "--agency", "ls-so-y-te"]);
    // Even under the name of another agency: that is for its own people to say.
    mine("ls-so-y-te");
    refused(&report("return", &["--remark", "x", "--as", "ls-so-xay-dung"]));
    assert_eq!(user.json(&report("return", &["--remark", "x", "--json"]))["state"], "draft");
}

#[test]
fn what_is_sent_is_judged_by_its_day_and_given_back_once() {
    let user = User::new();
    user.sent();
    // Sent by the clock, which is not the day that is looked at.
    let shown = user.text(&report("show", &[]));
    let due = shown.lines().find(|line| line.starts_with("Hạn")).unwrap();
    let receipt = user.json(&["receipt", "show", "1", "--json"]);
    assert!(due.ends_with(receipt["lines"]["Kết luận"].as_str().unwrap()), "{shown}");
    let later = user.command_on("2027-05-01", &report("show", &[])).output().unwrap();
    let later = String::from_utf8(later.stdout).unwrap();
    assert!(later.contains(due), "{later}");
    let back = report("return", &["--remark", "thiếu số", "--as", "ls-so-noi-vu"]);
    user.json_as("hoa", &back);
    let again = user.output_as("hoa", &back);
    assert_eq!(code(&again), 2);
    assert!(errors(&again).contains("đã trả lại từ trước (ý kiến: thiếu số)"), "{}", errors(&again));
}

#[test]
fn what_the_checks_find_names_commands_and_no_keys() {
    let user = User::new();
    user.text(&report("new", &[]));
    let told = String::from_utf8(user.run(&report("submit", &[])).stdout).unwrap();
    assert!(told.contains("--part results --text …") && told.contains("--figure CHỈ-TIÊU=7/20"), "{told}");
    for key in ["Enter", "phím"] {
        assert!(!told.contains(key), "{told}");
    }
}

#[test]
fn a_part_is_read_from_a_file_and_from_the_standard_input() {
    let user = User::new();
    let mut child = user
        .command(&report("set", &["--part", "results", "--file", "-", "--json"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("Dòng 1\nDòng 2\u{1b}[31m\n".as_bytes()).unwrap();
    let shown: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(shown["results"], "Dòng 1\nDòng 2", "without escape sequences");
    let file = user.home.path().join("kk.txt");
    fs::write(&file, "Khó khăn").unwrap();
    let shown =
        user.json_as("lan", &report("set", &["--part", "obstacles", "--file", file.to_str().unwrap()]));
    assert_eq!((&shown["obstacles"], &shown["results"]), (&"Khó khăn".into(), &"Dòng 1\nDòng 2".into()));
    fs::write(&file, "Së Néi vô b¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô").unwrap();
    let output = user.run(&report("set", &["--part", "obstacles", "--file", file.to_str().unwrap()]));
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("phông cũ"), "{}", errors(&output));
}

#[test]
fn a_printed_receipt_holds_after_the_report_is_returned_and_sent_again() {
    let user = User::new();
    user.sent();
    let file = user.home.path().join("bien-nhan.txt");
    let text = user.text(&["receipt", "show", "1"]);
    for said in ["IV.7.a", "“trước ngày 30/10 hằng năm”", "TRỄ", "Người soạn", "Sở Y tế tỉnh Lạng Sơn"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    fs::write(&file, &text).unwrap();
    let verify = ["receipt", "verify", file.to_str().unwrap()];
    assert_eq!(user.json(&[&verify[..], &["--json"]].concat())["verdict"], "valid");
    user.json_as("hoa", &report("return", &["--remark", "thiếu số", "--as", "ls-so-noi-vu"]));
    user.sent();
    let after = user.json(&[&verify[..], &["--json"]].concat());
    assert_eq!(after["verdict"], "valid");
    assert!(after["text"].as_str().unwrap().contains("phiên bản 2"), "{after}");
    // Both are in the ledger, and a report names its newest one.
    assert!(
        user.text(&["receipt", "show", "--obligation", WHICH[1], "--agency", "ls-so-y-te"])
            .contains("number: 2")
    );
    fs::write(&file, text.replace("TRỄ", "KHÔNG TRỄ")).unwrap();
    let forged = user.run(&verify);
    assert_eq!(code(&forged), 1);
    assert!(String::from_utf8(forged.stdout).unwrap().contains("Kết luận"));
    fs::write(&file, text.replace("number: 1", "number: 77")).unwrap();
    let unknown = user.run(&[&verify[..], &["--json"]].concat());
    let value: Value = serde_json::from_slice(&unknown.stdout).unwrap();
    assert_eq!((code(&unknown), &value["verdict"]), (1, &"unknown".into()));
    fs::write(&file, "không phải biên nhận").unwrap();
    assert_eq!(code(&user.run(&verify)), 1);
}

#[test]
fn a_receipt_printed_while_its_version_was_received_holds_after_the_next_one() {
    let user = User::new();
    user.sent();
    let desk = ["--as", "ls-so-noi-vu"];
    user.json_as("hoa", &report("receive", &desk));
    let file = user.home.path().join("bien-nhan.txt");
    let text = user.text(&["receipt", "show", "1"]);
    assert!(text.contains("Nhận lúc"), "{text}");
    fs::write(&file, &text).unwrap();
    user.json_as("hoa", &report("return", &["--remark", "thiếu số", "--as", "ls-so-noi-vu"]));
    user.json_as("lan", &report("submit", &[]));
    // While the next version is written the old one still counts as given back.
    assert!(user.text(&["receipt", "show", "1"]).contains("trả lại: thiếu số"));
    user.json_as("minh", &report("send", &[]));
    user.json_as("hoa", &report("return", &["--remark", "sai kỳ", "--as", "ls-so-noi-vu"]));
    let verified = user.json(&["receipt", "verify", file.to_str().unwrap(), "--json"]);
    assert_eq!(verified["verdict"], "valid", "{verified:#}");
    let old = user.json(&["receipt", "show", "1", "--json"]);
    let after = old["lines"]["Sau khi gửi"].as_str().unwrap();
    assert!(after.contains("trả lại: thiếu số") && after.contains("phiên bản 2"), "{after}");
    assert!(old["lines"]["Nhận lúc"].is_string(), "{old:#}");
    let new = user.json(&["receipt", "show", "2", "--json"]);
    assert_eq!(
        (&new["lines"]["Sau khi gửi"], &new["lines"]["Nhận lúc"]),
        (&"trả lại: sai kỳ".into(), &Value::Null)
    );
}

#[test]
fn what_stands_beside_a_receipt_is_told_and_several_are_judged_one_by_one() {
    let user = User::new();
    user.sent();
    let file = user.home.path().join("bien-nhan.txt");
    let text = user.text(&["receipt", "show", "1"]);
    let verify = ["receipt", "verify", file.to_str().unwrap()];
    let told = |text: &str| {
        fs::write(&file, text).unwrap();
        let output = user.run(&verify);
        (code(&output), String::from_utf8(output.stdout).unwrap())
    };
    assert!(!told(&text).1.contains("Ngoài biên nhận"));
    let greeting: String = (1..=7).map(|line| format!("câu thứ {line}\n")).collect();
    let (good, said) = told(&(greeting + &text.replace("NỘP BÁO CÁO", "NỘP BÁO CÁO (ĐÚNG HẠN)")));
    assert!(good == 0 && said.starts_with("Biên nhận hợp lệ"), "{said}");
    let outside = "Ngoài biên nhận còn có chữ, không được xác nhận: “câu thứ 1”";
    assert!(said.contains(outside) && said.trim_end().ends_with("“câu thứ 5” và 3 dòng nữa"), "{said}");
    let data = user.json(&[&verify[..], &["--json"]].concat());
    assert_eq!((data["outside"].as_array().unwrap().len(), &data["verdict"]), (8, &"valid".into()));

    let (good, said) = told(&text.repeat(2));
    assert!(good == 0 && said.contains("Tờ 2/2: Biên nhận hợp lệ"), "{said}");
    let (bad, said) = told(&(text.clone() + &text.replace("TRỄ", "KHÔNG TRỄ")));
    assert!(
        bad == 1 && said.contains("Tờ 1/2: Biên nhận hợp lệ") && said.contains("Tờ 2/2: BIÊN NHẬN KHÔNG"),
        "{said}"
    );
    let output = user.run(&[&verify[..], &["--json"]].concat());
    let data: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&data["verdict"], &data["receipts"][0]["verdict"]), (&"differs".into(), &"valid".into()));
}

#[test]
fn a_page_of_a_receipt_is_checked_as_well_and_in_english() {
    let user = User::new();
    user.sent();
    let out = user.home.path().join("out");
    let args = ["--lang", "en", "receipt", "show", "1", "--out", out.to_str().unwrap()];
    assert!(user.text(&args).starts_with("2 files written"));
    let page = out.join("bien-nhan-1/bien-nhan.html");
    assert!(fs::read_to_string(&page).unwrap().contains("LATE by"));
    assert!(user.text(&["--lang", "en", "receipt", "verify", page.to_str().unwrap()]).contains("is valid"));
}

#[test]
fn one_changed_byte_in_the_ledger_is_located() {
    let user = User::new();
    user.sent();
    let file = user.home.path().join("bien-nhan.txt");
    fs::write(&file, user.text(&["receipt", "show", "1"])).unwrap();
    assert!(user.text(&["receipt", "verify", "--all"]).contains("1 dòng"));
    let conn = Connection::open(user.database()).unwrap();
    conn.execute_batch("DROP TRIGGER submission_is_kept").unwrap();
    conn.execute("UPDATE submission SET body = replace(body, '24 bác sĩ', '25 bác sĩ')", []).unwrap();
    for args in [vec!["receipt", "verify", "--all"], vec!["receipt", "verify", file.to_str().unwrap()]] {
        let output = user.run(&args);
        let text = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(code(&output), 1, "{args:?}");
        assert!(text.contains("dòng số 1") && text.contains("đã bị sửa"), "{args:?}: {text}");
    }
    // A row that cannot even be read is located too.
    conn.execute("UPDATE submission SET body = replace(body, '{\"stamp\"', '{\"stomp\"')", []).unwrap();
    let output = user.run(&["receipt", "verify", "--all", "--json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), &value["fault"]["number"]), (1, &1.into()));
}
