use proptest::prelude::*;

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::*;

fn draft() -> Draft {
    let file = |name: &str, mime: &str, bytes: &[u8]| Attachment {
        name: name.into(),
        mime: mime.into(),
        bytes: bytes.to_vec(),
    };
    Draft {
        key: "nhac/165-kh-ubnd/2026 T-7".into(),
        to: vec!["vanthu@langson.gov.vn".into(), " so-noi-vu+kh@langson.gov.vn ".into()],
        subject: "Đôn đốc gửi báo cáo năm 2026 thực hiện Kế hoạch số 165/KH-UBND (còn 7 ngày)".into(),
        body: "Kính gửi: Sở Nội vụ\n\nĐề nghị gửi trước ngày 30/10/2026.\n.\nFrom cuối dòng \n".into(),
        attachments: vec![
            file("lich.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            file(
                "Bảng tổng hợp số liệu của các sở, ban, ngành năm 2026.csv",
                "text/csv",
                "\u{feff}Mã;Số\r\nmột\nhai;2\r\n".as_bytes(),
            ),
            file(
                "bang.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &[0, 255, 13, 10, 13],
            ),
        ],
    }
}

fn stamp() -> DateTime<Utc> {
    "2026-11-21T02:03:04Z".parse().unwrap()
}

fn written(draft: &Draft) -> Vec<u8> {
    eml(draft, stamp()).unwrap()
}

fn read(bytes: &[u8]) -> Message<'_> {
    MessageParser::new().parse(bytes).unwrap()
}

#[test]
fn another_program_reads_what_was_written() {
    let bytes = written(&draft());
    assert!(bytes.is_ascii());
    let mail = read(&bytes);
    assert_eq!(mail.subject(), Some(draft().subject.as_str()));
    assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), draft().body);
    let to: Vec<_> = mail.to().unwrap().iter().filter_map(|one| one.address.as_deref()).collect();
    assert_eq!(to, ["vanthu@langson.gov.vn", "so-noi-vu+kh@langson.gov.vn"]);
    assert_eq!(mail.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert_eq!(mail.date().map(mail_parser::DateTime::to_timestamp), Some(stamp().timestamp()));
    assert_eq!(mail.message_id(), Some("nhac165-kh-ubnd2026T-7@tiendo.invalid"));
    assert!(mail.from().is_none(), "the sender is whoever sends it");
    assert_eq!(mail.attachment_count(), 3);
    for (found, file) in mail.attachments().zip(&draft().attachments) {
        assert_eq!(found.attachment_name(), Some(file.name.as_str()));
        let kind = found.content_type().unwrap();
        assert_eq!(format!("{}/{}", kind.c_type, kind.c_subtype.as_deref().unwrap()), file.mime);
        assert_eq!(found.contents(), file.bytes, "{}", file.name);
    }
}

#[test]
fn a_mail_may_have_no_receiver_and_no_file() {
    let bytes = written(&Draft { to: vec![], attachments: vec![], ..draft() });
    let mail = read(&bytes);
    assert!(mail.to().is_none());
    assert_eq!(
        (mail.attachment_count(), mail.body_text(0).unwrap().replace("\r\n", "\n")),
        (0, draft().body)
    );
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    assert_eq!(written(&draft()), written(&draft()));
}

#[test]
fn lines_are_short_and_end_alike() {
    let bytes = written(&draft());
    let text = String::from_utf8(bytes).unwrap();
    for line in text.split("\r\n") {
        // The name of the type of a workbook alone is longer than that, and cannot be parted.
        assert!(
            (line.len() <= 78 || line.len() <= 998 && line.starts_with("Content-Type: "))
                && !line.contains(['\r', '\n']),
            "{line:?}"
        );
    }
}

#[test]
fn a_hostile_draft_adds_no_header_no_part_and_no_receiver() {
    let evil = "x\r\nBcc: evil@example.com\r\n\r\n--=_tiendo_0\r\nbody\u{1b}[31m\u{202e}";
    let attachment = Attachment { name: format!("../../{evil}.exe"), mime: evil.into(), bytes: evil.into() };
    let hostile = Draft {
        key: evil.into(),
        to: vec![],
        subject: evil.into(),
        body: evil.into(),
        attachments: vec![attachment.clone(), Attachment { mime: "multipart/mixed".into(), ..attachment }],
    };
    let bytes = written(&hostile);
    let mail = read(&bytes);
    assert!(mail.bcc().is_none() && mail.to().is_none());
    assert_eq!(mail.headers().len(), 6, "{:?}", mail.headers());
    assert_eq!(mail.subject(), Some("x Bcc: evil@example.com --=_tiendo_0 body"));
    assert_eq!(mail.attachment_count(), 2);
    for found in mail.attachments() {
        assert_eq!(found.attachment_name(), Some("-..-x Bcc- evil@example.com --=_tiendo_0 body.exe"));
        assert_eq!(found.content_type().unwrap().c_type, "application");
        assert_eq!(found.contents(), evil.as_bytes());
    }
}

#[test]
fn what_is_no_address_is_refused() {
    for text in [
        "",
        "vanthu",
        "@x.vn",
        "a@",
        "a@b@c",
        "a@b.vn, c@d.vn",
        "a b@c.vn",
        "<a@b.vn>",
        "a@b.vn\r\nBcc: c@d.vn",
        "Sở <a@b.vn>",
        "ạ@b.vn",
    ] {
        let refused = eml(&Draft { to: vec![text.into()], ..draft() }, stamp());
        assert!(matches!(refused, Err(DraftError::Address(_))), "{text:?}");
    }
}

proptest! {
    #[test]
    fn files_arrive_byte_by_byte_and_bodies_line_by_line(
        bytes in prop::collection::vec(prop::sample::select(b"\r\n\t =.-_a\xE1\x00".to_vec()), 0..120),
        text in "[\r\n\t =._ađ-]{0,120}",
        body in "[a-f\n .=-]{0,120}",
        is_text in any::<bool>(),
    ) {
        // The reader shows text only if it is text.
        let (mime, bytes) = if is_text { ("text/csv", text.into_bytes()) } else { ("application/pdf", bytes) };
        let file = Attachment { name: "a.csv".into(), mime: mime.into(), bytes: bytes.clone() };
        let written = written(&Draft { body: body.clone(), attachments: vec![file], ..draft() });
        let mail = read(&written);
        prop_assert_eq!(mail.attachment(0).unwrap().contents(), bytes);
        prop_assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n"), body);
    }
}

#[test]
fn a_calendar_says_its_charset_and_what_it_is_sent_for() {
    let text = String::from_utf8(written(&draft())).unwrap().replace("\r\n\t", " ").replace("\r\n ", " ");
    let line = text.lines().find(|line| line.starts_with("Content-Type: text/calendar")).unwrap();
    let line = line.to_lowercase().replace(['"', ' '], "");
    assert_eq!(line, "content-type:text/calendar;charset=utf-8;method=publish");
    let bytes = written(&draft());
    let mail = read(&bytes);
    let found = mail.attachments().next().unwrap().content_type().unwrap();
    assert_eq!((found.attribute("charset"), found.attribute("method")), (Some("utf-8"), Some("PUBLISH")));
}
