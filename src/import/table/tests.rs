use super::*;
use crate::export::xlsx::xlsx;
use crate::text::number::NumberError;
use crate::text::sheet::{Cell, Column, Kind, Sheet};
use crate::text::words::Lang;

const HEADS: [Head<'static>; 4] = [
    Head { key: "code", names: &["Mã", "code"], needed: true },
    Head { key: "value", names: &["Số liệu", "value"], needed: true },
    Head { key: "due", names: &["Hạn"], needed: false },
    Head { key: "note", names: &["Ghi chú"], needed: false },
];

fn read(text: &str) -> Table {
    read_table(text.as_bytes(), &HEADS).unwrap()
}

#[track_caller]
fn refused(bytes: &[u8], expected: &[&str]) {
    let faults = read_table(bytes, &HEADS).unwrap_err();
    assert_eq!(faults.iter().map(|fault| fault.text(Lang::Vi)).collect::<Vec<_>>(), expected);
    assert!(faults.iter().all(|fault| !fault.text(Lang::En).is_empty()));
}

#[test]
fn separators_marks_and_encodings_do_not_matter() {
    let text = "Mã;Số liệu;Hạn\r\nct-1;97,65;29/10/2026\r\n";
    let table = read(text);
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].line, 2);
    assert_eq!(table.rows[0].text("code").as_deref(), Some("ct-1"));
    assert_eq!(table.rows[0].number("value"), Ok(Some(97.65)));
    assert_eq!(table.rows[0].day("due").unwrap().unwrap().to_string(), "2026-10-29");
    assert_eq!((table.rows[0].text("note"), table.rows[0].number("note")), (None, Ok(None)));
    let utf16 = text.replace(';', "\t").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    assert_eq!(read_table(&[vec![0xFF, 0xFE], utf16].concat(), &HEADS).unwrap(), table);
    assert_eq!(read(&format!("\u{feff}{text}")), table);
    assert_eq!(read("Mã,Số liệu,Hạn\nct-1,\"97,65\",29/10/2026\n"), table);
}

#[test]
fn heads_are_found_below_titles_without_marks_and_in_any_order() {
    let text =
        "BIỂU SỐ LIỆU, NĂM 2026;;\n;;\n SO  LIEU ;ghi chú;MÃ;Cột lạ\n12;;ct-1;x\n;;;\n13;“có; dấu”;ct-2\n";
    let table = read(&text.replace("“có; dấu”", "\"có; dấu\nhai dòng\""));
    assert_eq!(table.unknown, ["Cột lạ"]);
    let cells: Vec<_> = table.rows.iter().map(|row| (row.line, row.text("code").unwrap())).collect();
    assert_eq!(cells, [(4, "ct-1".to_owned()), (6, "ct-2".to_owned())]);
    assert_eq!(table.rows[1].text("note").as_deref(), Some("có; dấu\nhai dòng"));
    assert_eq!(read("Mã;Số liệu;x\n\n\nct-1;2\n").rows[0].line, 4, "empty lines count");
}

#[test]
fn a_number_may_be_typed_in_every_usual_way() {
    let table = read("Mã;Số liệu\na;97,65\nb;97.65\nc;12.239\nd;97,65%\ne;12,239\nf;chờ\ng;1.234,56\n");
    let numbers: Vec<_> = table.rows.iter().map(|row| row.number("value")).collect();
    assert_eq!(numbers[0..4], [Ok(Some(97.65)), Ok(Some(97.65)), Ok(Some(12239.0)), Ok(Some(97.65))]);
    assert_eq!(numbers[6], Ok(Some(1234.56)));
    let asked = numbers[4].clone().unwrap_err();
    assert!(matches!(asked.reason, TableReason::Number { error: Some(NumberError::Ambiguous { .. }), .. }));
    assert_eq!(
        asked.text(Lang::Vi),
        "dòng 6, cột “Số liệu”: “12,239” có thể hiểu hai cách; gõ 12239 nếu là số nguyên, gõ 12,2390 nếu là số thập phân"
    );
    assert!(
        numbers[5]
            .clone()
            .unwrap_err()
            .text(Lang::En)
            .starts_with("row 7, column “Số liệu”: “chờ” is no number")
    );
}

#[test]
fn a_day_needs_its_year() {
    let table = read("Mã;Số liệu;Hạn\na;1;29/10\nb;1;2026-10-29\n");
    let fault = table.rows[0].day("due").unwrap_err();
    assert_eq!(fault.text(Lang::Vi), "dòng 2, cột “Hạn”: “29/10” không phải ngày; ghi như 29/10/2026");
    assert!(table.rows[1].day("due").unwrap().is_some());
}

#[test]
fn a_file_without_the_right_heads_or_rows_is_refused() {
    refused(b"", &["cột “Mã”: thiếu cột này", "cột “Số liệu”: thiếu cột này"]);
    refused("Biểu;1\nMã;Khác\n1;2\n".as_bytes(), &["dòng 2, cột “Số liệu”: thiếu cột này"]);
    refused("Mã;Số liệu\n;\n".as_bytes(), &["không có dòng nào dưới dòng tiêu đề"]);
    refused("Mã;Số liệu;CODE\na;1;b\n".as_bytes(), &["dòng 1, cột “CODE”: cột này có hai lần"]);
}

#[test]
fn bytes_that_are_no_unicode_are_refused_with_advice() {
    let advice = "chữ không phải Unicode (UTF-8); trong Excel chọn Lưu thành (Save As) › CSV UTF-8";
    refused(b"M\xB7;S\xE8 li\xD6u\n1;2\n", &[advice]);
    refused(
        b"\xD0\xCF\x11\xE0",
        &["tệp .xls cũ, hoặc có mật khẩu; trong Excel chọn Lưu thành (Save As) › .xlsx"],
    );
    let font = "chữ gõ bằng phông cũ (TCVN3, VNI); đổi sang Unicode, ví dụ bằng Unikey (Ctrl+Shift+F6)";
    let text = "Mã;Số liệu;Ghi chú\nct-1;1;tốt\nct-2;2;®· hoµn thµnh viÖc\n";
    refused(text.as_bytes(), &[&format!("dòng 3, cột “Ghi chú”: {font}")]);
    refused("BiÓu sè liÖu\nM·;Sè liÖu\nct-1;1\n".as_bytes(), &[&format!("dòng 1: {font}")]);
}

#[test]
fn keys_that_come_back_are_told() {
    let table = read("Mã;Số liệu\na;1\nb;2\na;3\n");
    let faults = repeated(&table.rows, "code");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].text(Lang::Vi), "dòng 4, cột “Mã”: “a” đã có ở dòng trên");
}

/// A workbook as this program sends it out.
fn workbook(rows: Vec<Vec<Cell>>) -> Vec<u8> {
    let columns = vec![
        Column::new("Mã", Kind::Text),
        Column::new("Số liệu", Kind::Percent),
        Column::new("Hạn", Kind::Day),
        Column::new("Ghi chú", Kind::Text),
    ];
    let sheet = Sheet { rows, ..Sheet::new("Số liệu", columns) };
    let front = Sheet::new("Hướng dẫn", vec![Column::new("Điền cột thứ hai", Kind::Text)]);
    xlsx(&[front, sheet], "2026-11-21T02:03:04Z".parse().unwrap()).unwrap()
}

#[test]
fn a_workbook_comes_back_as_it_went_out() {
    let due = "2026-10-29".parse().unwrap();
    let bytes = workbook(vec![
        vec![
            Cell::Text("ct-1".into()),
            Cell::Number(97.65),
            Cell::Day(due),
            Cell::Text("=1+1 _x000D_\nhai".into()),
        ],
        vec![],
        vec![Cell::Text("ct-2".into()), Cell::Text("12,239".into()), Cell::Text("29/10/2026".into())],
        vec![Cell::Text("ct-3".into()), Cell::Day(due)],
        vec![Cell::Number(165.0), Cell::Number(-0.5)],
    ]);
    let rows = read_table(&bytes, &HEADS).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 5, 6]);
    assert_eq!(rows[0].cells["value"], Input::Number(97.65));
    assert_eq!(rows[0].cells["due"], Input::Day(due));
    assert_eq!(rows[0].text("note").as_deref(), Some("=1+1 _x000D_\nhai"));
    assert!(rows[1].number("value").is_err());
    assert_eq!(rows[1].day("due"), Ok(Some(due)));
    assert!(rows[2].number("value").unwrap_err().text(Lang::Vi).contains("là ngày, không phải số"));
    assert_eq!((rows[3].text("code").as_deref(), rows[3].number("value")), (Some("165"), Ok(Some(-0.5))));
}

#[test]
fn a_table_comes_back_from_csv_as_it_went_out() {
    let mut sheet =
        Sheet::new("x", vec![Column::new("Mã", Kind::Text), Column::new("Số liệu", Kind::Percent)]);
    sheet.rows.push(vec![Cell::Text("=1+1".into()), Cell::Number(12.239)]);
    sheet.rows.push(vec![Cell::Text("'a'".into()), Cell::Number(-0.5)]);
    let rows = read_table(&crate::export::csv::csv(&sheet).unwrap(), &HEADS).unwrap().rows;
    let found: Vec<_> =
        rows.iter().map(|row| (row.text("code").unwrap(), row.number("value").unwrap())).collect();
    assert_eq!(found, [("=1+1".to_owned(), Some(12.239)), ("'a'".to_owned(), Some(-0.5))]);
}

#[test]
fn per_cents_errors_and_formulas_of_a_workbook_are_read_as_shown() {
    use rust_xlsxwriter::{Format, Formula, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, name) in (0..).zip(["Mã", "Số liệu", "Ghi chú"]) {
        sheet.write(2, at, name).unwrap();
    }
    for (row, format) in (3..).zip(["0.00%", "0.0%", "0\"%\"", "0\\%", "General"]) {
        sheet.write(row, 0, "m").unwrap();
        sheet.write_with_format(row, 1, 0.9765, &Format::new().set_num_format(format)).unwrap();
    }
    sheet.write_formula(8, 1, Formula::new("1+1").set_result("2")).unwrap();
    sheet.write(9, 1, true).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let rows = read_table(&bytes, &HEADS).unwrap().rows;
    let numbers: Vec<_> = rows.iter().take(6).map(|row| row.number("value").unwrap().unwrap()).collect();
    assert_eq!(numbers, [97.65, 97.65, 0.9765, 0.9765, 0.9765, 2.0]);
    assert!(rows[6].number("value").is_err(), "TRUE");
    book.worksheet_from_index(0)
        .unwrap()
        .write_formula(10, 1, Formula::new("NA()").set_result("#N/A"))
        .unwrap();
    refused(
        &book.save_to_buffer().unwrap(),
        &["trang “Sheet1”, dòng 11, cột “Số liệu”: công thức báo lỗi #N/A"],
    );
}

#[test]
fn a_hostile_workbook_costs_little() {
    use rust_xlsxwriter::Workbook;
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Mã").unwrap().write(0, 1, "Số liệu").unwrap();
    sheet.write(1_048_575, 16_383, "far").unwrap().write(1_048_574, 0, "last").unwrap();
    let rows = read_table(&book.save_to_buffer().unwrap(), &HEADS).unwrap().rows;
    assert_eq!((rows.len(), rows[0].line), (1, 1_048_575), "only what is there takes room");

    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_level(Some(1));
    bomb.start_file("xl/workbook.xml", options).unwrap();
    let zeros = vec![0_u8; 10_000_000];
    (0..6).for_each(|_| std::io::Write::write_all(&mut bomb, &zeros).unwrap());
    refused(&bomb.finish().unwrap().into_inner(), &["tệp quá lớn; chỉ gửi lại bảng số liệu"]);
    refused(&vec![b'a'; FILE_LIMIT + 1], &["tệp quá lớn; chỉ gửi lại bảng số liệu"]);
    let whole = workbook(vec![]);
    for cut in [4, 100, whole.len() / 2, whole.len() - 1] {
        assert!(read_table(&whole[..cut], &HEADS).is_err());
    }
}

#[test]
fn a_line_with_more_cells_than_heads_is_refused_for_its_end_would_be_lost() {
    let quotes = "nhiều ô hơn dòng tiêu đề; chữ hay số có dấu “;” thì đặt trong ngoặc kép \"…\"";
    let text = "Mã;Số liệu;Ghi chú\na;1;đã làm; còn thiếu\nb;2;đủ;;\n";
    refused(text.as_bytes(), &[&format!("dòng 2: {quotes}")]);
    let tabs = "Mã\tSố liệu\na\t1\tx\n";
    refused(
        tabs.as_bytes(),
        &["dòng 2: nhiều ô hơn dòng tiêu đề; chữ hay số có dấu tab thì đặt trong ngoặc kép \"…\""],
    );
}
