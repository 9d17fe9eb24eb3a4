use chrono::DateTime;

use super::*;

fn one(kind: Kind, cell: Cell) -> String {
    let mut sheet = Sheet::new("x", vec![Column::new("h", kind), Column::new("z", Kind::Text)]);
    sheet.rows.push(vec![cell]);
    let text = String::from_utf8(csv(&sheet).unwrap()).unwrap();
    let row = text.strip_prefix("\u{feff}h;z\r\n").unwrap().strip_suffix(";\r\n").unwrap();
    row.to_owned()
}

#[test]
fn a_file_has_mark_heads_and_rows() {
    let mut sheet = Sheet::new(
        "Chỉ tiêu",
        vec![
            Column::new("Nội dung", Kind::Text),
            Column::new("Số liệu", Kind::Number { decimals: 2 }),
            Column::new("Tỷ lệ", Kind::Percent),
            Column::new("Hạn", Kind::Day),
            Column::new("Lưu lúc", Kind::Moment),
        ],
    );
    sheet.rows.push(vec![
        Cell::Text("Sở; “Nội” \"vụ\"\nhai dòng".into()),
        Cell::Number(12239.5),
        Cell::Number(97.65),
        Cell::Day("2026-10-29".parse().unwrap()),
        Cell::Moment(DateTime::parse_from_rfc3339("2026-10-29T18:05:00Z").unwrap()),
    ]);
    let expected = "\u{feff}Nội dung;Số liệu;Tỷ lệ;Hạn;Lưu lúc\r\n\
                    \"Sở; “Nội” \"\"vụ\"\"\nhai dòng\";12239,5;97,65%;29/10/2026;30/10/2026 01:05\r\n";
    assert_eq!(String::from_utf8(csv(&sheet).unwrap()).unwrap(), expected);
}

#[test]
fn numbers_keep_their_digits_and_say_which_sign_is_the_comma() {
    let number = |value| one(Kind::Number { decimals: 1 }, Cell::Number(value));
    assert_eq!(number(-3.0), "-3", "a number, no formula");
    assert_eq!(number(0.1), "0,1");
    assert_eq!(number(12.239), "12,2390");
    assert_eq!(number(1e15), "1000000000000000");
    assert_eq!(number(-0.0), "0");
    assert_eq!(number(f64::INFINITY), "");
    assert_eq!(one(Kind::Percent, Cell::Number(100.0)), "100%");
}

#[test]
fn no_text_is_a_formula() {
    for text in
        ["=1+1", "+84", "-5", "@SUM(A1)", " =1", "＝1", "=HYPERLINK(\"http://x\")", "=cmd|' /C calc'!A0"]
    {
        let quoted = |text: &str| {
            if text.contains('"') { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into() }
        };
        assert_eq!(one(Kind::Text, Cell::Text(text.into())), quoted(&format!("'{text}")));
    }
    for leading in ["\t=1", "\r=1", "\n=1", "\u{feff}=1", "\u{202e}=1", "\u{1b}[0m=1"] {
        let row = one(Kind::Number { decimals: 0 }, Cell::Text(leading.into()));
        assert!(row.trim_start_matches(['"']).starts_with('\''), "{leading:?} gives {row:?}");
    }
    assert_eq!(one(Kind::Text, Cell::Text("165/KH-UBND".into())), "165/KH-UBND");
    let sheet = Sheet::new("x", vec![Column::new("=1\n2", Kind::Text)]);
    assert_eq!(csv(&sheet).unwrap(), "\u{feff}'=1 2\r\n".as_bytes(), "nor is a head");
}

#[test]
fn marks_that_hide_or_turn_text_are_gone() {
    assert_eq!(one(Kind::Text, Cell::Text("a\u{1b}[31mb\u{202e}c\u{0}d".into())), "abcd");
}
