//! Agencies from a CSV table.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{User, code, errors, list};

const COMMUNES: &str = "ls-ubnd-cac-xa-phuong";

/// The 65 communes and wards as a spreadsheet would save them: four wards, made-up names for the others.
fn communes() -> String {
    let ward = |name: &str| format!("UBND phường {name} tỉnh Lạng Sơn");
    let wards = ["Tam Thanh", "Lương Văn Tri", "Kỳ Lừa", "Đông Kinh"].map(ward);
    let rest = (1..=61).map(|n| format!("UBND xã số {n} tỉnh Lạng Sơn"));
    let names = wards.into_iter().chain(rest);
    let rows = (1..).zip(names).map(|(n, name)| format!("ls-x{n};{name};commune;01/07/2025;\r\n"));
    "\u{feff}code;name;kind;from;to\r\n".to_owned() + &rows.collect::<String>()
}

fn write(user: &User, text: impl AsRef<[u8]>) -> PathBuf {
    let path = user.home.path().join("xa.csv");
    fs::write(&path, text).unwrap();
    path
}

fn import(user: &User, path: &Path, more: &[&str]) -> std::process::Output {
    let mut args = vec!["agencies", "import", path.to_str().unwrap(), "--group", COMMUNES];
    args.extend(more);
    user.run(&args)
}

/// How many owe the report of S3 V.8 by the view of the desk that receives it.
fn denominator(user: &User) -> u64 {
    let args = ["due", "--agency", "ls-so-khcn", "--plan", "lang-son-2026", "--json"];
    let items = user.json(&args);
    let chase = list(&items).iter().find(|item| item["kind"] == "chase" && item["clause"] == "V.8#2");
    chase.unwrap_or_else(|| panic!("{items:#}"))["total"].as_u64().unwrap()
}

fn loaded(user: &User) -> Vec<Value> {
    let all = user.json(&["agencies", "--json"]);
    list(&all).iter().filter(|agency| agency["id"].as_str().unwrap().starts_with("ls-x")).cloned().collect()
}

#[test]
fn sixty_five_communes_become_the_denominator_in_one_command() {
    let user = User::new();
    let before = denominator(&user);
    let path = write(&user, communes());
    let output = import(&user, &path, &[]);
    assert_eq!((code(&output), errors(&output)), (0, String::new()));
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("Thêm 65, sửa 0, giữ nguyên 0") && told.contains("65 thành viên"), "{told}");
    // Until then the group counted for nothing: nobody knew how many.
    assert_eq!(denominator(&user), before + 65);
    assert_eq!(loaded(&user).len(), 65);
    assert_eq!(loaded(&user)[0]["province"], "Lạng Sơn", "of the group");
}

#[test]
fn the_same_file_again_changes_nothing_and_another_one_adds() {
    let user = User::new();
    let path = write(&user, communes());
    import(&user, &path, &[]);
    let (agencies, owing) = (loaded(&user), denominator(&user));
    let again = String::from_utf8(import(&user, &path, &[]).stdout).unwrap();
    assert!(again.contains("Thêm 0, sửa 0, giữ nguyên 65"), "{again}");
    assert_eq!((loaded(&user), denominator(&user)), (agencies, owing));
    let changed = "code,name,kind,from,to\nls-x1,UBND phường Tam Thanh mới,phường,2025-07-01,2025-12-31\n";
    let told = String::from_utf8(import(&user, &write(&user, changed), &[]).stdout).unwrap();
    assert!(told.contains("Thêm 0, sửa 1, giữ nguyên 0") && told.contains("65 thành viên"), "{told}");
    assert_eq!(denominator(&user), owing - 1, "its membership ended before the day");
}

#[test]
fn one_bad_line_and_nothing_is_written() {
    let user = User::new();
    let bad = communes()
        .replace("ls-x7;", "ls x7;")
        .replace("ls-x9;UBND xã số 5 tỉnh Lạng Sơn;commune", "ls-x9;A;b");
    let path = write(&user, bad);
    let output = import(&user, &path, &[]);
    assert_eq!(code(&output), 1);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("dòng 8: mã “ls x7”") && told.contains("dòng 10: loại “b”"), "{told}");
    assert!(told.ends_with("Chưa ghi gì.\n"), "{told}");
    assert!(loaded(&user).is_empty());
}

#[test]
fn a_dry_run_and_a_wrong_encoding_write_nothing() {
    let user = User::new();
    let dry = import(&user, &write(&user, communes()), &["--dry-run"]);
    assert!(String::from_utf8(dry.stdout).unwrap().contains("65 dòng, không có lỗi"));
    // UTF-16 that does not say so.
    let utf16: Vec<u8> =
        communes().replace('\u{feff}', "").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = import(&user, &write(&user, utf16), &["--lang", "en"]);
    assert_eq!(code(&output), 1);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("UTF-16") && told.contains("Save As › CSV UTF-8"), "{told}");
    assert!(loaded(&user).is_empty());
}

#[test]
fn only_a_group_that_can_be_listed_takes_members_and_no_code_of_the_register_is_taken() {
    let user = User::new();
    let path = write(&user, communes());
    for group in ["ls-so-y-te", "ls-co-quan-lien-quan", "khong-co"] {
        let output = user.run(&["agencies", "import", path.to_str().unwrap(), "--group", group]);
        assert_eq!(code(&output), 2, "{group}");
    }
    let taken = write(&user, "code;name;kind;from;to\nls-so-y-te;Sở khác;department;;\n");
    let output = user.run(&["agencies", "import", taken.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    assert!(String::from_utf8(output.stdout).unwrap().contains("Sở Y tế tỉnh Lạng Sơn (ls-so-y-te)"));
    assert_eq!(code(&user.run(&["agencies", "import", "khong-co.csv"])), 2);
}

#[test]
fn help_tells_the_columns() {
    let user = User::new();
    let help = user.text(&["agencies", "import", "--help"]);
    assert!(help.contains("code;name;kind;from;to") && help.contains("tiendo agencies import"), "{help}");
    let (example, file) = ("  mã;tên;loại;từ;đến\n", user.home.path().join("vd.csv"));
    let lines: Vec<&str> = help.split_once(example).unwrap().1.lines().take(1).map(str::trim).collect();
    fs::write(&file, format!("{}\n{}\n", example.trim(), lines[0])).unwrap();
    let output = import(&user, &file, &["--dry-run"]);
    assert_eq!(
        code(&output),
        0,
        "the example of the help is taken: {}",
        String::from_utf8_lossy(&output.stdout)
    );
    for word in ["UBND tỉnh, HĐND, sở, huyện, xã", "từ, đến", "tỉnh của --group"] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert!(user.text(&["agencies", "--help"]).contains("import"));
}
