//! Reports, lists and tables as files, and a table that comes back.

use std::fs;
use std::path::PathBuf;

use rusqlite::Connection;
use serde_json::Value;

use super::{TODAY, User, code, errors};

const WHICH: [&str; 6] =
    ["--obligation", "lang-son-165-2024/IV.7.a", "--period", "2026", "--agency", "ls-so-y-te"];

/// What a command writes; the files in the order of their names.
fn exported(user: &User, args: &[&str]) -> Vec<PathBuf> {
    exported_on(TODAY, user, args)
}

fn exported_on(day: &str, user: &User, args: &[&str]) -> Vec<PathBuf> {
    let out = user.home.path().join("ra");
    drop(fs::remove_dir_all(&out));
    let args = [&["export"], args, &["--out", out.to_str().unwrap()]].concat();
    let output = user.command_on(day, &args).output().unwrap();
    assert_eq!((code(&output), errors(&output)), (0, String::new()), "{args:?}");
    let folder = fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn written(user: &User, args: &[&str]) -> String {
    written_on(TODAY, user, args)
}

fn written_on(day: &str, user: &User, args: &[&str]) -> String {
    let files = exported_on(day, user, args);
    assert_eq!(files.len(), 1, "{files:?}");
    fs::read_to_string(&files[0]).unwrap()
}

#[test]
fn a_report_is_a_document_in_three_formats() {
    let user = User::new();
    user.text(&[&["report", "set", "--part", "results", "--text", "Đã cử 24 bác sĩ."], &WHICH[..]].concat());
    let text = written(&user, &[&["txt"], &WHICH[..]].concat());
    for said in ["SỞ Y TẾ", "Kính gửi: Sở Nội vụ", "I. KẾT QUẢ THỰC HIỆN", "Đã cử 24 bác sĩ.", "GIÁM ĐỐC"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(written(&user, &[&["html"], &WHICH[..]].concat()).contains("Đã cử 24 bác sĩ."));
    let files = exported(&user, &[&["docx"], &WHICH[..]].concat());
    assert!(fs::read(&files[0]).unwrap().starts_with(b"PK"));
}

#[test]
fn every_list_is_a_table_with_rows() {
    let user = User::new();
    user.text(&[&["report", "set", "--figure", "II.1#2.1=7/20"], &WHICH[..]].concat());
    user.text(&[&["report", "set", "--part", "results", "--text", "x"], &WHICH[..]].concat());
    for list in ["tasks", "targets", "due", "reports", "agencies", "stats", "figures"] {
        let args = ["csv", list, "--obligation", "lang-son-165-2024/IV.7.a"];
        let csv = written(&user, &args);
        assert!(csv.starts_with('\u{feff}') && csv.lines().count() > 1, "{list}: {csv}");
        let columns = csv.lines().next().unwrap().matches(';').count();
        assert!(columns >= 5, "{list}: {csv}");
    }
    let reports = written(&user, &["csv", "reports", "--obligation", "lang-son-165-2024/IV.7.a"]);
    assert!(reports.contains("ls-so-y-te;Sở Y tế tỉnh Lạng Sơn;29/10/2026;nháp"), "{reports}");
    assert_eq!(reports.matches("chưa mở").count(), 13, "{reports}");
    let figures = written(&user, &["csv", "figures", "--obligation", "lang-son-165-2024/IV.7.a"]);
    assert!(figures.contains(";7;20;35;%;21/11/2026;ước"), "{figures}");
    // Without an obligation: the agency's own, or everybody's where none is chosen.
    let own = written(&user, &["csv", "figures", "--agency", "ls-so-y-te"]);
    assert_eq!((&own, &written(&user, &["csv", "figures"])), (&figures, &figures));
    for none in [&["--agency", "ls-so-tu-phap"][..], &["--period", "2025"], &["--plan", "lang-son-2026"]] {
        let empty = written(&user, &[&["csv", "figures"], none].concat());
        assert_eq!(empty.lines().count(), 1, "{none:?}: {empty}");
    }
    let output = user.run(&["export", "xlsx"]);
    assert_eq!(code(&output), 2);
    assert!(errors(&output).contains("tasks"), "{}", errors(&output));
}

#[test]
fn due_days_have_names_that_stay_the_same() {
    let user = User::new();
    let uids = |user: &User| -> Vec<String> {
        let ics = written_on("2026-10-01", user, &["ics", "--agency", "ls-so-y-te"]);
        assert!(ics.contains("BEGIN:VALARM") && ics.contains("DTSTART;VALUE=DATE:20261029"), "{ics}");
        ics.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let first = uids(&user);
    assert!(first.len() >= 2, "{first:?}");
    assert_eq!(first, uids(&user));
}

#[test]
fn a_day_of_a_draft_is_tentative_and_says_so() {
    let user = User::new();
    let ics = written_on("2026-10-01", &user, &["ics", "--agency", "ls-so-y-te"]).replace("\r\n ", "");
    let events: Vec<&str> = ics.split("BEGIN:VEVENT").skip(1).collect();
    let of_draft = |event: &&&str| event.contains("lang-son-2026/");
    assert!(events.iter().any(|event| of_draft(&event)), "{ics}");
    for event in &events {
        let draft = of_draft(&event);
        assert_eq!(event.contains("STATUS:TENTATIVE"), draft, "{event}");
        let summary = event.lines().find(|line| line.starts_with("SUMMARY:")).unwrap();
        assert_eq!(summary.ends_with("(dự thảo)"), draft, "{event}");
        let day = event.lines().find_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).unwrap();
        assert_eq!(event.contains("BEGIN:VALARM"), !draft && day > "20261001", "{event}");
    }
}

#[test]
fn every_file_of_the_demo_says_that_it_is_made_up() {
    let user = User::new();
    let mark = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ";
    for args in [&["csv", "tasks", "--demo"][..], &["ics", "--agency", "ls-so-y-te", "--demo"]] {
        let text = written(&user, args).replace("\r\n ", "");
        assert!(text.contains(mark), "{args:?}: {text}");
    }
    assert!(!written(&user, &["csv", "tasks"]).contains(mark));
    let form = &exported(&user, &[&["csv", "--form", "--demo"], &WHICH[..]].concat())[0];
    assert!(fs::read_to_string(form).unwrap().contains(mark));
    user.text(&["report", "import", form.to_str().unwrap(), "--demo"]);
    let real = user.run(&["report", "import", form.to_str().unwrap()]);
    let told = String::from_utf8(real.stdout.clone()).unwrap();
    assert!(code(&real) == 1 && told.contains("dữ liệu mẫu"), "{told}");
}

#[test]
fn a_table_goes_to_an_agency_and_comes_back_once() {
    let user = User::new();
    let files = exported(&user, &[&["csv", "--form"], &WHICH[..]].concat());
    assert_eq!(files.len(), 2, "{files:?}");
    let blank = files.iter().find(|file| !file.to_str().unwrap().contains("noi-dung")).unwrap();
    let filled = user.home.path().join("da-dien.csv");
    let text = fs::read_to_string(blank).unwrap();
    let with =
        |numbers: &str| text.replacen(";%;;;;;;", &format!(";%;{numbers};30/09/2026;sơ bộ;Sổ theo dõi"), 1);
    let import = |more: &[&str]| user.run(&[&["report", "import", filled.to_str().unwrap()], more].concat());
    let told = |output: &std::process::Output| String::from_utf8(output.stdout.clone()).unwrap();

    fs::write(&filled, with("27;20;")).unwrap();
    let bad = import(&[]);
    assert_eq!(code(&bad), 1);
    assert!(
        told(&bad).contains("dòng 2, cột “Tử số”") && told(&bad).ends_with("Chưa ghi gì.\n"),
        "{}",
        told(&bad)
    );

    fs::write(&filled, with("7;20;")).unwrap();
    let dry = import(&["--dry-run"]);
    assert_eq!(code(&dry), 0);
    assert!(
        told(&dry).contains("7/20 = 35 %, sơ bộ, 30/09/2026") && told(&dry).contains("Chạy thử"),
        "{}",
        told(&dry)
    );
    assert!(told(&import(&[])).contains("1 mới, 0 ghi đè"));
    assert!(told(&import(&[])).contains("0 mới, 0 ghi đè, 1 không đổi"), "the same file twice");

    fs::write(&filled, with("8;20;")).unwrap();
    let over: Value = serde_json::from_slice(&import(&["--dry-run", "--json"]).stdout).unwrap();
    assert_eq!((&over["written"], &over["changes"][0]["old"]["numerator"]), (&false.into(), &7.0.into()));
    assert!(told(&import(&["--dry-run"])).contains("thay “7/20"), "{}", told(&import(&["--dry-run"])));
    import(&[]);
    let conn = Connection::open(user.database()).unwrap();
    let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(count("SELECT count(*) FROM observation WHERE numerator = 8"), 1, "written over, not beside");
    assert_eq!(count("SELECT count(*) FROM change WHERE tbl = 'observation'"), 2, "each can be taken back");
}

#[test]
fn each_agency_that_owes_gets_a_table_of_its_own() {
    let user = User::new();
    let args = ["xlsx", "--form", "--obligation", "lang-son-165-2024/IV.7.a", "--agency", "all"];
    assert_eq!(exported(&user, &args).len(), 14);
}
