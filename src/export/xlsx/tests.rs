use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use zip::ZipArchive;

use super::*;
use crate::text::sheet::Column;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn stamp() -> DateTime<Utc> {
    "2026-11-21T02:03:04Z".parse().unwrap()
}

fn sample() -> Sheet {
    let mut sheet = Sheet::new(
        "Chỉ tiêu",
        vec![
            Column::new("Nội dung", Kind::Text).wide(50),
            Column::new("Số liệu", Kind::Number { decimals: 2 }),
            Column::new("Tỷ lệ", Kind::Percent),
            Column::new("Hạn", Kind::Day),
            Column::new("Lưu lúc", Kind::Moment),
        ],
    );
    sheet.rows.push(vec![
        Cell::Text("Sở Nội vụ\nhai dòng".into()),
        Cell::Number(12239.5),
        Cell::Number(97.65),
        Cell::Day(day("2026-10-29")),
        Cell::Moment(DateTime::parse_from_rfc3339("2026-10-29T18:05:00Z").unwrap()),
    ]);
    sheet
}

fn open(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// A part of the file, to see what no reader of values shows.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn numbers_and_days_are_numbers_and_days() {
    let bytes = xlsx(&[sample()], stamp()).unwrap();
    let range = open(&bytes).worksheet_range("Chỉ tiêu").unwrap();
    assert_eq!(range.get((0, 1)), Some(&Data::String("Số liệu".into())));
    assert_eq!(range.get((1, 0)), Some(&Data::String("Sở Nội vụ\nhai dòng".into())));
    assert_eq!(range.get((1, 1)), Some(&Data::Float(12239.5)));
    assert_eq!(range.get((1, 2)), Some(&Data::Float(97.65)));
    let at = |column| match range.get((1, column)) {
        Some(Data::DateTime(at)) => at.as_datetime().unwrap().to_string(),
        other => panic!("no day: {other:?}"),
    };
    assert_eq!(at(3), "2026-10-29 00:00:00");
    assert_eq!(at(4), "2026-10-30 01:05:00", "as the clocks here show it");
}

#[test]
fn the_sheet_is_ready_to_sort_and_print() {
    let bytes = xlsx(&[sample()], stamp()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for expected in [
        "<pane ySplit=\"1\" topLeftCell=\"A2\"",
        "<autoFilter ref=\"A1:E2\"/>",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "fitToHeight=\"0\"",
    ] {
        assert!(sheet.contains(expected), "{expected} in {sheet}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"), "heads on every page");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(
        styles.contains("<b/>")
            && styles.contains("0.00&quot;%&quot;")
            && styles.contains("dd/mm/yyyy hh:mm")
    );
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let bytes = xlsx(&[sample()], stamp()).unwrap();
    assert_eq!(bytes, xlsx(&[sample()], stamp()).unwrap());
    assert!(part(&bytes, "docProps/core.xml").contains("2026-11-21T02:03:04Z"));
}

#[test]
fn hostile_text_is_text() {
    let texts = [
        "=HYPERLINK(\"http://x\")",
        "http://example.com",
        "mailto:a@b.vn",
        "{=1+1}",
        "internal:Sheet2!A1",
        "_x000D_",
        "<f>1</f>&amp;",
        "+84",
    ];
    let mut sheet = Sheet::new("x", vec![Column::new("=1\u{1b}[31m\n2", Kind::Number { decimals: 0 })]);
    sheet.rows = texts.iter().map(|text| vec![Cell::Text((*text).into())]).collect();
    sheet.rows.push(vec![Cell::Text("a\u{1b}]0;t\u{7}b\u{202e}\u{0}\rc".into())]);
    let bytes = xlsx(&[sheet], stamp()).unwrap();
    let range = open(&bytes).worksheet_range("x").unwrap();
    let cells: Vec<_> = range.rows().map(|row| row[0].clone()).collect();
    let expected = ["=1 2"].into_iter().chain(texts).chain(["ab\nc"]);
    assert_eq!(cells, expected.map(|text| Data::String(text.into())).collect::<Vec<_>>());
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("hyperlink"), "{xml}");
    assert!(
        ZipArchive::new(Cursor::new(&bytes))
            .unwrap()
            .file_names()
            .all(|name| !name.unwrap().contains("sheet1.xml.rels"))
    );
}

#[test]
fn what_no_cell_can_hold_is_cut_or_left_out() {
    let mut sheet = Sheet::new("x", vec![Column::new("h", Kind::Text), Column::new("n", Kind::Day)]);
    sheet.rows.push(vec![Cell::Text("🎉".repeat(20_000)), Cell::Number(f64::NAN)]);
    sheet.rows.push(vec![Cell::Empty, Cell::Day(day("1802-01-31")), Cell::Text("beyond".into())]);
    sheet.rows.push(vec![Cell::Day(day("2026-01-31")), Cell::Number(2.5)]);
    let bytes = xlsx(&[sheet], stamp()).unwrap();
    let range = open(&bytes).worksheet_range("x").unwrap();
    assert_eq!(range.get((1, 0)), Some(&Data::String("🎉".repeat(16_383))));
    assert_eq!(range.get((1, 1)), Some(&Data::Empty));
    assert_eq!(range.get((2, 1)), Some(&Data::String("31/01/1802".into())));
    assert!(matches!(range.get((3, 0)), Some(Data::DateTime(_))), "a day in a column of texts");
    assert_eq!(range.get((3, 1)), Some(&Data::Float(2.5)), "a number in a column of days");
    assert_eq!(range.width(), 2);
}

#[test]
fn names_of_sheets_are_what_a_workbook_takes() {
    let long = "Chỉ tiêu của Kế hoạch số 165/KH-UBND";
    let names = [long, long, "", "[a]:*?\\", "'x'", "History", "CHỈ", "chỉ", "a\nb\u{1b}[1m"];
    let sheets: Vec<_> = names.iter().map(|name| Sheet::new(name, vec![])).collect();
    let bytes = xlsx(&sheets, stamp()).unwrap();
    let expected = [
        "Chỉ tiêu của Kế hoạch số 165-KH",
        "Chỉ tiêu của Kế hoạch số 165- 2",
        "1",
        "-a-----",
        "x",
        "History 2",
        "CHỈ",
        "chỉ 2",
        "a b",
    ];
    assert_eq!(open(&bytes).sheet_names(), expected);
}
