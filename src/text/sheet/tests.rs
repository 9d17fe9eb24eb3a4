use proptest::prelude::*;

use super::*;
use crate::text::width::width;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn sample() -> Sheet {
    let mut sheet = Sheet::new(
        "Chỉ tiêu",
        vec![
            Column::new("Mã", Kind::Text),
            Column::new("Nội dung", Kind::Text),
            Column::new("Số liệu", Kind::Number { decimals: 2 }),
            Column::new("Tỷ lệ", Kind::Percent),
            Column::new("Hạn", Kind::Day),
        ],
    );
    let text = |text: &str| Cell::Text(text.into());
    sheet.rows.push(vec![
        text("ct-1"),
        text("Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng\n(trừ hồ sơ mật)"),
        Cell::Number(12239.5),
        Cell::Number(97.65),
        Cell::Day(day("2026-10-29")),
    ]);
    sheet.rows.push(vec![text("ct-2"), text("Số tổ công nghệ số"), Cell::Number(-3.0)]);
    sheet
}

#[test]
fn a_table_stands_in_columns_with_long_texts_below_themselves() {
    let expected = "\
Chỉ tiêu

Mã    Nội dung                                 Số liệu   Tỷ lệ  Hạn
----  -------------------------------------  ---------  ------  ----------
ct-1  Tỷ lệ hồ sơ công việc được xử lý trên  12.239,50  97,65%  29/10/2026
      môi trường mạng
      (trừ hồ sơ mật)
ct-2  Số tổ công nghệ số                         -3,00
";
    assert_eq!(plain(&sample(), 74), expected);
}

#[test]
fn columns_that_cannot_stand_side_by_side_are_lists() {
    let expected = "\
Chỉ tiêu

Mã: ct-1
Nội dung: Tỷ lệ hồ sơ công
  việc được xử lý trên môi
  trường mạng
  (trừ hồ sơ mật)
Số liệu: 12.239,50
Tỷ lệ: 97,65%
Hạn: 29/10/2026

Mã: ct-2
Nội dung: Số tổ công nghệ số
Số liệu: -3,00
";
    assert_eq!(plain(&sample(), 30), expected);
}

#[test]
fn a_cell_of_another_kind_stays_what_it_is() {
    assert_eq!(Cell::Text("chờ".into()).shown(Kind::Number { decimals: 1 }), "chờ");
    assert_eq!(Cell::Number(1.5).shown(Kind::Text), "1,5");
    assert_eq!(Cell::Number(f64::NAN).shown(Kind::Percent), "");
    let at = DateTime::parse_from_rfc3339("2026-10-29T18:05:00Z").unwrap();
    assert_eq!(Cell::Moment(at).shown(Kind::Moment), "30/10/2026 01:05", "as the clocks here show it");
}

#[test]
fn hostile_text_is_clean() {
    let mut sheet = Sheet::new("a\u{1b}[31m\nb", vec![Column::new("c\u{202e}\nd", Kind::Text)]);
    sheet.rows.push(vec![Cell::Text("\u{1b}]0;x\u{7}=HYPERLINK(\"http://x\")\u{202e}\r\nhai".into())]);
    assert_eq!(
        plain(&sheet, 80),
        "a b\n\nc d\n-----------------------\n=HYPERLINK(\"http://x\")\nhai\n"
            .replace("-----------------------", &"-".repeat(22))
    );
}

proptest! {
    #[test]
    fn no_line_is_too_long(texts in prop::collection::vec("[a-zđạ \n]{0,60}", 1..12), cells in 20_usize..100) {
        let columns = texts.iter().map(|_| Column::new("Đầu đề của cột", Kind::Text)).collect();
        let mut sheet = Sheet::new("Bảng", columns);
        sheet.rows.push(texts.iter().map(|text| Cell::Text(text.clone())).collect());
        let shown = plain(&sheet, cells);
        prop_assert!(shown.lines().all(|line| width(line) <= cells), "{}", shown);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        let all: usize = texts.iter().map(|text| letters(text)).sum();
        prop_assert!(letters(&shown) >= all, "nothing is lost");
    }
}
