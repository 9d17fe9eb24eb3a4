use std::io::Read;

use super::*;
use crate::text::event::{Event, Standing};
use crate::text::paper::samples::{layout, letter};
use crate::text::receipt::{Receipt, read};
use crate::text::sheet::{Cell, Column, Kind, Sheet};
use crate::text::words::Lang;

fn parcel() -> Parcel {
    let mut sheet = Sheet::new("Nhiệm vụ", vec![Column::new("Tên", Kind::Text)]);
    sheet.rows.push(vec![Cell::Text("Mở lớp".into())]);
    let event = Event {
        uid: "a@b".into(),
        summary: "Gửi báo cáo".into(),
        description: String::new(),
        day: "2026-11-21".parse().unwrap(),
        sequence: 0,
        alarms: Vec::new(),
        standing: Standing::Confirmed,
    };
    let (subject, body) = ("Nhắc".to_owned(), "Kính gửi".to_owned());
    let mail = Mail { key: "a".into(), to: Vec::new(), subject, body, attached: Vec::new() };
    let receipt = Receipt {
        lang: Lang::Vi,
        lines: Vec::new(),
        seal: vec![("number", "1".into()), ("lang", "vi".into())],
    };
    let bodies = [
        ("a.docx", Body::Docx(Box::new(letter()))),
        ("a.html", Body::Html(Box::new(letter()))),
        ("a.txt", Body::Plain(Box::new(letter()))),
        ("b.xlsx", Body::Xlsx(vec![sheet.clone()])),
        ("b.csv", Body::Csv(sheet)),
        ("c.ics", Body::Ics(vec![event])),
        ("d.eml", Body::Eml(mail)),
        ("e.txt", Body::Text(receipt.plain())),
        ("e.html", Body::Receipt(Box::new(receipt))),
    ];
    let files = bodies.map(|(name, body)| File { name: name.into(), body });
    Parcel { folder: "a".into(), files: files.into() }
}

/// Everything that a file says: the parts of an archive unpacked, folded lines and the letters of a mail put together.
fn said(bytes: &[u8], name: &str) -> String {
    if let Some(message) =
        name.ends_with(".eml").then(|| mail_parser::MessageParser::default().parse(bytes)).flatten()
    {
        return format!("{} {}", message.subject().unwrap(), message.body_text(0).unwrap());
    }
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).replace("\r\n ", "");
    };
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut part = String::new();
        if archive.by_index(at).unwrap().read_to_string(&mut part).is_ok() {
            all.push_str(&part);
        }
    }
    all
}

fn made(made_up: bool) -> Vec<(String, String)> {
    let stamp = "2026-11-21T01:00:00Z".parse().unwrap();
    let files = files(&parcel(), &layout(), made_up, stamp).unwrap();
    files.iter().map(|(name, bytes)| (name.clone(), said(bytes, name))).collect()
}

#[test]
fn every_file_of_made_up_data_says_so_and_no_other_does() {
    let mark = layout().words.made_up;
    assert_eq!(made(true).len(), 9);
    for (name, text) in made(true) {
        assert!(text.contains(&mark), "{name}\n{text}");
    }
    for (name, text) in made(false) {
        assert!(!text.contains(&mark), "{name}\n{text}");
    }
}

#[test]
fn a_marked_receipt_can_still_be_read() {
    for (name, text) in made(true).into_iter().filter(|(name, _)| name.starts_with('e')) {
        let printed = read(&text, &layout().words.made_up);
        let [Some(printed)] = printed.as_slice() else { panic!("{name}\n{text}") };
        assert_eq!((printed.number, printed.outside.len()), (1, 0), "{name}\n{text}");
    }
}
