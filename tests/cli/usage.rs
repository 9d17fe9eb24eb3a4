//! What is told to somebody who typed too little or something else, and to a program that waits for data.

use serde_json::Value;

use super::{User, code, errors, list};

#[test]
fn a_command_with_too_little_names_what_is_missing_and_a_line_to_copy() {
    let user = User::new();
    for (args, said) in [
        (&["report"][..], ["chọn một:\n  list ", "Xem: tiendo report --help"]),
        (&["receipt"], ["  verify  Kiểm tra", "Xem: tiendo receipt --help"]),
        (&["report", "set"], ["chọn một bằng --obligation", "lang-son-165-2024/IV.7.a  Báo cáo hằng năm"]),
        (&["report", "return"], ["thiếu: --remark <CHỮ>", "Ví dụ:\n  tiendo report return --obligation"]),
        (&["report", "import"], ["thiếu: <TỆP>", "tiendo report import bang-so-lieu.xlsx"]),
        (&["receipt", "show"], ["thiếu SỐ hoặc --obligation", "Xem: tiendo receipt show --help"]),
        (&["receipt", "verify"], ["thiếu: <TỆP>", "tiendo receipt verify bien-nhan.html"]),
        (&["plan", "issue", "lang-son-2026"], ["thiếu --number.", "--date 15/01/2026"]),
        (&["calendar", "approve"], ["thiếu NGÀY hoặc NGUỒN", "Xem: tiendo calendar --help"]),
        (&["when"], ["thiếu: <CỤM TỪ>...", "tiendo when \"trước ngày 30/10 hằng năm\""]),
        (&["export"], ["thiếu: <ĐỊNH DẠNG>", "tiendo export docx --obligation"]),
        (&["receipt", "show", "mười"], ["“mười” không phải là số", "ví dụ 12"]),
        (&["tasks", "165"], ["thừa “165”", "Xem: tiendo tasks --help"]),
        (&["report", "lits"], ["không có lệnh “lits”. Ý bạn là “list”?", "Xem: tiendo report --help"]),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        for said in said {
            assert!(errors(&output).contains(said), "{args:?}: {}", errors(&output));
        }
    }
    let english = errors(&user.run(&["--lang", "en", "report"]));
    assert!(english.contains("choose one:\n  list     The reports that were begun"), "{english}");
}

#[test]
fn an_example_stands_in_the_help() {
    let help = User::new().text(&["report", "set", "--help"]);
    assert!(help.contains("\n\nVí dụ:\n  tiendo report set --obligation"), "{help}");
}

#[test]
fn with_json_an_error_is_one_document_and_stands_on_the_standard_error_too() {
    let user = User::new();
    for args in [
        &["board", "--json"][..],
        &["board", "--json", "--plan", "không có"],
        &["remind", "--json", "--obligation", "X.9"],
        &["compile", "--json", "--period", "tháng này"],
        &["report", "show", "--json"],
        &["report", "list", "--json", "--period", "x"],
        &["report", "--json"],
        &["receipt", "show", "99", "--json"],
        &["due", "--json", "--horizon", "ngày"],
    ] {
        let output = user.run(args);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((code(&output), &document["error"]["exit_code"]), (2, &2.into()), "{args:?}");
        let message = document["error"]["message"].as_str().unwrap();
        assert_eq!(errors(&output), format!("tiendo: {message}\n"), "{args:?}");
    }
    let broken = user.home.path().join("hong.db");
    std::fs::write(&broken, "không phải cơ sở dữ liệu").unwrap();
    let output = user.run(&["board", "--json", "--db", broken.to_str().unwrap()]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((code(&output), &document["error"]["exit_code"]), (3, &3.into()));
}

#[test]
fn nothing_is_a_document_as_well() {
    let user = User::new();
    for args in [&["report", "list", "--json"][..], &["compile", "--json", "--period", "2019"]] {
        assert!(list(&user.json(args)).is_empty(), "{args:?}");
    }
    assert!(user.text(&["report", "list"]).contains("Chưa có báo cáo nào"));
    assert!(user.text(&["compile", "--period", "2019"]).contains("--agency all"));
    user.text(&["remind", "--plan", "165"]);
    let nobody = user.json(&["remind", "--json", "--ladder", "--plan", "165"]);
    assert!(list(&nobody["reminded"]).is_empty() && nobody["nothing"].is_string(), "{nobody}");
}

#[test]
fn what_the_checks_find_is_data_too() {
    let user = User::new();
    let which = ["--obligation", "lang-son-165-2024/IV.7.a", "--agency", "ls-so-y-te", "--json"];
    let with = |args: &[&'static str], more: &[&'static str]| [args, &which[..], more].concat();
    user.json(&with(&["report", "new"], &[]));
    let blocked = user.run(&with(&["report", "submit"], &[]));
    let document: Value = serde_json::from_slice(&blocked.stdout).unwrap();
    assert_eq!((code(&blocked), &document["state"]), (1, &"draft".into()));
    assert_eq!(document["findings"][0]["blocks"], true);
    user.json(&with(&["report", "set"], &["--part", "results", "--text", "Đã làm."]));
    let submitted = user.json(&with(&["report", "submit"], &[]));
    assert_eq!(submitted["state"], "awaiting_approval");
    assert!(list(&submitted["findings"]).iter().all(|finding| finding["blocks"] == false), "{submitted}");
    let added =
        ["calendar", "add", "25/12/2026", "--name", "Nghỉ", "--source", "TB 1", "--approved", "--json"];
    assert!(user.json(&added)["moved"].is_array());
}
