//! Compiled reports at the command line.

use super::{User, code, errors, list};

#[test]
fn compiled_reports_are_listed_and_one_is_written() {
    let user = User::new();
    let text = user.text(&["compile", "--agency", "so noi vu lang son"]);
    assert!(text.contains("lang-son-165-2024/IV.7.b  2026") && text.contains("0/14"), "{text}");
    let out = user.home.path().join("ra");
    let out = out.to_str().unwrap();
    let text =
        user.text(&["compile", "--obligation", "lang-son-165-2024/IV.7.b", "--period", "2026", "--out", out]);
    assert!(text.contains("Đã ghi 3 tệp"), "{text}");
    let made = std::fs::read_dir(out).unwrap().next().unwrap().unwrap().path();
    assert!(made.join("bao-cao.docx").exists() && made.join("so-lieu.xlsx").exists(), "{made:?}");
    let paper = std::fs::read_to_string(made.join("bao-cao.txt")).unwrap();
    assert!(paper.contains("CƠ QUAN, ĐƠN VỊ CHƯA GỬI BÁO CÁO"), "{paper}");
}

#[test]
fn data_name_who_is_in_and_who_is_missing() {
    let user = User::new();
    let rounds = user.json(&["compile", "--json", "--obligation", "lang-son-165-2024/IV.7.b"]);
    let round = &list(&rounds)[0];
    assert_eq!(list(&round["missing"]).len(), 14, "{round:#}");
    assert_eq!((list(&round["arrived"]).len(), &round["sent"]), (0, &false.into()));
    assert_eq!(list(&round["sections"]).len(), 3);
}

#[test]
fn several_or_none_are_told_apart() {
    let user = User::new();
    for (args, said) in [
        (&["compile", "--write"][..], "thêm --obligation"),
        (&["compile", "--write", "--obligation", "IV.7.a"][..], "Không có báo cáo tổng hợp nào như vậy"),
        (&["compile", "--write", "--obligation", "x/y"][..], "“x/y”"),
        (&["compile", "--period", "2026-13"][..], "--period: “2026-13” không phải là kỳ"),
    ] {
        let output = user.run(args);
        assert_eq!(code(&output), 2, "{args:?}: {}", errors(&output));
        assert!(errors(&output).contains(said), "{args:?}: {}", errors(&output));
    }
}
