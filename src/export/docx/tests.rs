use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::*;
use crate::text::paper::samples::{hostile, layout, letter, report, table};
use crate::text::paper::{Annex, Block, IssueDate};

/// Every file of the package by name.
fn files(paper: &Paper) -> Vec<(String, String)> {
    let bytes = docx(paper, &layout()).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

fn file(paper: &Paper, name: &str) -> String {
    files(paper).into_iter().find(|(found, _)| found == name).unwrap().1
}

/// What a reader of XML finds: names of elements and texts; fails on XML that is not well formed.
fn read(xml: &str) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut names, mut text, mut texts) = (Vec::new(), String::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                names.push(tag.name().as_ref().to_owned());
            }
            Event::Text(part) => text.push_str(part.trim_matches('\n')),
            Event::GeneralRef(name) => text.push_str(resolved(&name)),
            Event::End(_) if !text.is_empty() => texts.push(std::mem::take(&mut text)),
            Event::Eof => return (names, texts),
            _ => {}
        }
    }
}

fn resolved(name: &str) -> &'static str {
    match name {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "#39" => "'",
        other => panic!("an entity that XML does not have: {other:?}"),
    }
}

fn count(xml: &str, part: &str) -> usize {
    xml.matches(part).count()
}

#[test]
fn every_file_is_well_formed_and_all_that_is_named_is_there() {
    let files = files(&hostile());
    for (name, text) in &files {
        assert!(!read(text).0.is_empty(), "{name}");
    }
    let has = |name: &str| files.iter().any(|(found, _)| found == name);
    let (_, types) = &files[0];
    for part in types.split("PartName=\"/").skip(1) {
        assert!(has(part.split('"').next().unwrap()), "{part}");
    }
    assert!(has("word/styles.xml") && has("word/header1.xml") && has("docProps/core.xml"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let once = docx(&report(IssueDate::Year(2026)), &layout()).unwrap();
    assert_eq!(once, docx(&report(IssueDate::Year(2026)), &layout()).unwrap());
    assert_ne!(once, docx(&letter(), &layout()).unwrap());
}

#[test]
fn the_page_and_the_type_are_those_of_the_layout() {
    let document = file(&report(IssueDate::Year(2026)), "word/document.xml");
    assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert!(document.contains("w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""));
    assert!(document.contains("<w:titlePg/>") && document.contains("<w:pgNumType w:start=\"1\"/>"));
    let styles = file(&report(IssueDate::Year(2026)), "word/styles.xml");
    for script in ["ascii", "hAnsi", "eastAsia", "cs"] {
        assert!(styles.contains(&format!("w:{script}=\"Times New Roman\"")), "{script}");
    }
    assert!(styles.contains("<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>"));
    assert!(file(&report(IssueDate::Year(2026)), "word/header1.xml").contains(" PAGE "));
}

#[test]
fn every_text_of_a_report_is_there_once_in_the_order_of_the_page() {
    let (_, texts) = read(&file(&report(IssueDate::Month(11, 2026)), "word/document.xml"));
    let expected = [
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 07/BC-SNV",
        "Lạng Sơn, ngày … tháng 11 năm 2026",
        "BÁO CÁO",
        "Kết quả năm 2026",
        "Kính gửi: Ủy ban nhân dân tỉnh",
        "I. KẾT QUẢ",
        "Đã hoàn thành 12/14 nhiệm vụ.",
        "Trên đây là báo cáo của Sở./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lãnh đạo Sở;",
        "- Lưu: VT, CCVC.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Hoàng Thị Mai",
    ];
    assert_eq!(texts, expected);
}

#[test]
fn a_table_of_two_hundred_rows_repeats_its_head_and_parts_no_row() {
    let paper = Paper { body: vec![table(200), table(1)], ..report(IssueDate::Year(2026)) };
    let document = file(&paper, "word/document.xml");
    assert_eq!(count(&document, "<w:tblHeader/>"), 2);
    // Two heads, 201 rows, and the three rows without borders above and below the body.
    assert_eq!((count(&document, "<w:tr>"), count(&document, "<w:cantSplit/>")), (206, 206));
    assert!(document.contains("<w:gridCol w:w=\"1039\"/><w:gridCol w:w=\"6236\"/><w:gridCol w:w=\"2079\"/>"));
    assert!(!document.contains("</w:tbl><w:tbl>"), "two tables become one");
}

#[test]
fn an_annex_is_a_section_that_may_lie_on_its_side() {
    let annex = |landscape| Annex { title: "Danh sách".into(), blocks: vec![table(2)], landscape };
    let paper = Paper { annexes: vec![annex(true), annex(false)], ..report(IssueDate::Year(2026)) };
    let document = file(&paper, "word/document.xml");
    let pages: Vec<&str> =
        document.split("<w:pgSz ").skip(1).map(|rest| rest.split("/>").next().unwrap()).collect();
    let upright = "w:w=\"11906\" w:h=\"16838\"";
    assert_eq!(pages, [upright, "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"", upright]);
    assert_eq!(count(&document, "<w:pgNumType w:start=\"1\"/>"), 3);
    assert!(document.contains("Phụ lục I<") && document.contains("Phụ lục II<"));
}

#[test]
fn the_last_text_stays_with_the_signature() {
    let document = file(&report(IssueDate::Year(2026)), "word/document.xml");
    let kept = "<w:pStyle w:val=\"BodyText\"/><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">Trên đây";
    assert!(document.contains(kept));
    assert_eq!(count(&document, "<w:keepNext/>"), 1);
}

#[test]
fn what_follows_a_page_break_begins_a_page_without_an_empty_line() {
    let mut paper = report(IssueDate::Year(2026));
    paper.body = vec![Block::text("Một"), Block::PageBreak, Block::text("Hai"), Block::PageBreak, table(1)];
    let document = file(&paper, "word/document.xml");
    assert_eq!(count(&document, "<w:pageBreakBefore/>"), 2);
    let second = "<w:pageBreakBefore/></w:pPr><w:r><w:t xml:space=\"preserve\">Hai</w:t>";
    assert!(document.contains(second));
    let (_, behind) = document.rsplit_once("<w:pageBreakBefore/>").unwrap();
    assert!(behind.split_once("<w:tbl>").unwrap().0.ends_with("</w:pPr></w:p>"), "{behind}");
}

#[test]
fn hostile_text_stays_text_in_every_file() {
    let (names, texts) = read(&file(&hostile(), "word/document.xml"));
    assert!(!names.contains(&"w:b>".to_owned()));
    assert!(texts.iter().any(|text| text == "<w:b>&amp;\"'</w:p>"), "{texts:?}");
    assert!(texts.contains(&"Sở".to_owned()) && texts.contains(&"./.".to_owned()), "{texts:?}");
    for (name, text) in files(&hostile()) {
        let allowed = |c: char| c == '\n' || !(c.is_control() || c == '\u{202e}' || c == '\u{ffff}');
        assert!(text.chars().all(allowed), "{name}");
    }
}
