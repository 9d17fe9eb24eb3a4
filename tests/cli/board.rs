//! `tiendo board` and `tiendo remind`.

use std::fs;

use super::{User, code, errors, list};

const BY: [&str; 2] = ["--plan", "165"];

#[test]
fn the_board_as_text_as_data_and_as_a_table() {
    let user = User::new();
    let text = user.text(&[&["board"][..], &BY].concat());
    for said in ["Phải nộp 14 = 14 các sở, ban, ngành (trừ Sở Nội vụ)", "chưa mở 14", "quá hạn 23 ngày"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let data = user.json(&["board", "--obligation", "lang-son-165-2024/IV.7.a", "--json"]);
    assert_eq!((&data["total"], &data["owing"]), (&14.into(), &14.into()));
    assert_eq!((&data["due_last"], &data["printed"]), (&"2026-10-29".into(), &"2026-10-30".into()));
    assert_eq!(data["excluded"][0], "Sở Nội vụ tỉnh Lạng Sơn");
    assert_eq!(data["awaiting"].as_array().unwrap().len(), 1);
    let counted: u64 =
        data["counts"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!((counted, list(&data["rows"]).len()), (14, 14));
    assert_eq!(
        (&data["rows"][0]["state"], &data["rows"][0]["late_days"]),
        (&"not_opened".into(), &23.into())
    );
    let table = user.text(&[&["board", "--csv"][..], &BY].concat());
    assert!(table.starts_with("\u{feff}STT;") && table.lines().count() == 15, "{table}");
    let earlier = user.json(&[&["board", "--period", "2024", "--json"][..], &BY].concat());
    assert!(earlier["total"].as_u64().unwrap() > 20, "the districts still reported: {earlier}");
}

#[test]
fn a_report_that_is_not_clear_is_asked_for_with_what_there_is() {
    let user = User::new();
    for (args, said) in [
        (&["board"][..], "lang-son-165-2024/IV.7.a"),
        (&["board", "--obligation", "X.9"], "“X.9”"),
        (&["board", "--plan", "khong-co"], "khong-co"),
        (&["board", "--plan", "165", "--period", "2019"], "2024, 2025, 2026"),
        (&["board", "--plan", "165", "--period", "năm nay"], "“năm nay”"),
        (&["remind", "--obligation", "lang-son-2026/V.8#2"], "Dự thảo"),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(errors(&output).contains(said), "{args:?}: {}", errors(&output));
    }
}

#[test]
fn a_dry_run_writes_nothing_and_the_second_run_of_a_day_neither() {
    let user = User::new();
    let out = user.home.path().join("ra");
    let remind = |more: &[&str]| {
        let args = [&["remind", "--json", "--out", out.to_str().unwrap()][..], &BY, more].concat();
        user.json(&args)
    };
    let dry = remind(&["--dry-run"]);
    assert_eq!((list(&dry["reminded"]).len(), &dry["folder"]), (14, &serde_json::Value::Null));
    assert!(!out.exists());
    let first = remind(&[]);
    assert_eq!((list(&first["reminded"]).len(), &first["step"]), (14, &7.into()));
    let folder = first["folder"].as_str().unwrap();
    let mut found: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    assert_eq!(
        found,
        ["cong-van-don-doc.docx", "cong-van-don-doc.txt", "lich.ics", "thu-chung.eml", "zalo.txt"]
    );
    let again = remind(&[]);
    assert!(again["nothing"].as_str().unwrap().contains("Hôm nay đã nhắc cả 14 nơi này"), "{again}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    let board = user.json(&[&["board", "--json"][..], &BY].concat());
    assert!(
        list(&board["rows"]).iter().all(|row| row["reminders"] == 1 && row["reminded_on"] == "2026-11-21")
    );
}

#[test]
fn the_ladder_writes_on_its_days_alone() {
    let user = User::new();
    let out = user.home.path().join("ra");
    let cron = |day: &str| {
        let args = [&["remind", "--ladder", "--json", "--out", out.to_str().unwrap()][..], &BY].concat();
        let output = user.command_on(day, &args).output().unwrap();
        assert_eq!((code(&output), errors(&output)), (0, String::new()), "{day}");
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert!(cron("2026-10-13")["nothing"].as_str().unwrap().contains("chưa đến bậc đầu"));
    // 14/10 is fifteen days before 29/10; the day after it is done.
    for (day, step) in [
        ("2026-10-14", Some(-15)),
        ("2026-10-15", None),
        ("2026-10-22", Some(-7)),
        ("2026-10-28", Some(-1)),
        ("2026-10-30", Some(1)),
        ("2026-11-05", Some(7)),
        ("2026-11-06", None),
    ] {
        let told = cron(day);
        assert_eq!(told["step"].as_i64(), step, "{day}: {told}");
        assert_eq!(told["nothing"].is_null(), step.is_some(), "{day}");
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), 5);
    // Nobody is left to be asked by a step that is done for all.
    let args = [&["remind", "--ladder"][..], &BY].concat();
    let text = user.command_on("2026-11-07", &args).output().unwrap().stdout;
    assert!(String::from_utf8(text).unwrap().contains("bậc T+7 của thang đôn đốc đã làm"));
}

#[test]
fn a_folder_that_cannot_be_written_leaves_no_word_in_the_ledger() {
    let user = User::new();
    let file = user.home.path().join("tep");
    fs::write(&file, "x").unwrap();
    let output = user.run(&[&["remind", "--out", file.to_str().unwrap()][..], &BY].concat());
    assert_eq!(code(&output), 3, "{}", errors(&output));
    assert!(errors(&output).contains("chưa ghi tệp nào"), "{}", errors(&output));
    let board = user.json(&[&["board", "--json"][..], &BY].concat());
    assert_eq!(board["rows"][0]["reminders"], 0);
}
