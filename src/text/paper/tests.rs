use chrono::NaiveDate;
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::samples::{hostile, layout, letter, report, table};
use super::*;
use crate::text::width::width;

mod drawn;
mod ended;

fn day(year: i32, month: u32, day: u32) -> IssueDate {
    IssueDate::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

fn place_and_date(date: IssueDate) -> String {
    parts(&report(date), &layout()).place_and_date
}

#[test]
fn days_below_ten_and_the_first_two_months_have_a_leading_zero() {
    assert_eq!(place_and_date(day(2026, 2, 5)), "Lạng Sơn, ngày 05 tháng 02 năm 2026");
    assert_eq!(place_and_date(day(2026, 3, 10)), "Lạng Sơn, ngày 10 tháng 3 năm 2026");
    assert_eq!(place_and_date(day(2026, 12, 31)), "Lạng Sơn, ngày 31 tháng 12 năm 2026");
}

#[test]
fn what_is_not_known_of_the_day_is_left_blank() {
    assert_eq!(place_and_date(IssueDate::Month(1, 2027)), "Lạng Sơn, ngày … tháng 01 năm 2027");
    assert_eq!(place_and_date(IssueDate::Year(2026)), "Lạng Sơn, ngày … tháng … năm 2026");
}

#[test]
fn a_number_below_ten_has_a_leading_zero_and_none_leaves_room() {
    let number = |number| parts(&Paper { number, ..report(IssueDate::Year(2026)) }, &layout()).number;
    assert_eq!(number(Some(7)), "Số: 07/BC-SNV");
    assert_eq!(number(Some(165)), "Số: 165/BC-SNV");
    assert_eq!(number(None), format!("Số: {}/BC-SNV", "\u{a0}".repeat(6)));
}

#[test]
fn a_report_bears_its_kind_and_a_letter_its_subject_under_the_number() {
    let of_report = parts(&report(IssueDate::Year(2026)), &layout());
    assert_eq!(of_report.title, Some(("BÁO CÁO".into(), "Kết quả năm 2026".into())));
    assert_eq!(of_report.letter_subject, None);
    let of_letter = parts(&letter(), &layout());
    assert_eq!(of_letter.title, None);
    assert_eq!(of_letter.letter_subject.as_deref(), Some("V/v đôn đốc gửi báo cáo"));
    assert_eq!(of_letter.called, "Công văn V/v đôn đốc gửi báo cáo");
}

#[test]
fn names_of_offices_and_positions_are_in_capitals() {
    let parts = parts(&report(IssueDate::Year(2026)), &layout());
    assert_eq!(parts.superior.as_deref(), Some("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN"));
    assert_eq!((parts.issuer.as_str(), parts.name.as_str()), ("SỞ NỘI VỤ", "Hoàng Thị Mai"));
    assert_eq!(parts.signer, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]);
}

fn addressed(names: &[&str]) -> Addressed {
    let addressees = names.iter().map(|name| (*name).to_owned()).collect();
    parts(&Paper { addressees, ..report(IssueDate::Year(2026)) }, &layout()).addressed
}

#[test]
fn one_addressee_stands_beside_several_below_very_many_in_a_list() {
    assert_eq!(addressed(&[" "]), Addressed::Nobody);
    assert_eq!(addressed(&["Sở Y tế"]), Addressed::One("Sở Y tế".into()));
    let several = vec!["- Sở Y tế;".to_owned(), "- Sở Xây dựng.".to_owned()];
    assert_eq!(addressed(&["- Sở Y tế;", "Sở Xây dựng."]), Addressed::Several(several));
    let many = addressed(&["Sở Y tế"; 9]);
    assert_eq!(many, Addressed::One("Các cơ quan tại danh sách kèm theo".into()));
}

#[test]
fn very_many_addressees_are_listed_in_an_annex_behind_the_others() {
    let addressees: Vec<String> = (1..=9).map(|at| format!("Ủy ban nhân dân xã số {at};")).collect();
    let annexes = vec![Annex { title: "Biểu số liệu".into(), ..Annex::default() }];
    let parts = parts(&Paper { addressees, annexes, ..letter() }, &layout());
    let labels: Vec<&str> = parts.annexes.iter().map(|annex| annex.label.as_str()).collect();
    assert_eq!(labels, ["Phụ lục I", "Phụ lục II"]);
    let Some(Block::Table(table)) = parts.annexes[1].blocks.first() else { panic!("{parts:?}") };
    assert_eq!(table.rows.len(), 9);
    assert_eq!(table.rows[8], ["9", "Ủy ban nhân dân xã số 9"]);
}

#[test]
fn copies_stand_between_as_above_and_the_file() {
    let mut paper = report(IssueDate::Year(2026));
    assert_eq!(parts(&paper, &layout()).recipients, ["- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, CCVC."]);
    paper.addressees.clear();
    paper.recipients = Recipients::default();
    assert_eq!(parts(&paper, &layout()).recipients, ["- Lưu: VT."]);
}

#[test]
fn annexes_are_counted_when_there_are_several_and_say_where_they_belong() {
    let annex = Annex { title: "Danh sách".into(), ..Annex::default() };
    let with = |count| {
        let annexes = vec![annex.clone(); count];
        parts(&Paper { annexes, ..report(day(2026, 2, 5)) }, &layout()).annexes
    };
    assert_eq!(with(1)[0].label, "Phụ lục");
    let labels: Vec<String> = with(4).into_iter().map(|annex| annex.label).collect();
    assert_eq!(labels, ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]);
    let Some(first) = with(1).into_iter().next() else { panic!("no annex") };
    assert_eq!(first.title, "DANH SÁCH");
    assert_eq!(first.note, "(Kèm theo Báo cáo số 07/BC-SNV ngày 05 tháng 02 năm 2026 của Sở Nội vụ)");
}

#[test]
fn hostile_text_comes_out_clean_in_one_line_and_nfc() {
    let told = format!("{:?}", parts(&hostile(), &layout()));
    assert!(told.contains("Sở") && is_nfc(&told));
    for unwanted in ["\\u{1b}", "[31m", "\\u{202e}", "\\0", "\\n"] {
        assert!(!told.contains(unwanted), "{unwanted} in {told}");
    }
}

#[test]
fn the_length_of_a_bold_line_is_as_a_typesetter_measures_it() {
    // 12.197 em, added up by hand from the metrics of the font.
    assert!((text_width_pt("Độc lập - Tự do - Hạnh phúc", 14.0) - 170.8).abs() < 0.1);
    let loose: String = "Tự do".nfd().collect();
    assert!(text_width_pt("Tự do", 14.0) <= text_width_pt(&loose, 14.0));
}
