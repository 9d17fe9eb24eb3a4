//! Reports as paper: the preview, the receipt, and the files of both.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Home, Start};
use tiendo::text::receipt::{Printed, read};

fn as_user(user: &str) -> Start {
    Start { user: user.into(), agency: Some("ls-so-y-te".into()), ..Start::default() }
}

/// The first report of the agenda, written by "an" and sent by "binh", who sees it.
fn sent() -> App {
    let home = Home::new();
    let mut an = App::on(&home, &as_user("an"));
    an.press("1 g Enter Enter");
    an.type_text("Đã cử 24 bác sĩ đi học.");
    an.press("F10 Enter");
    let mut binh = App::on(&home, &as_user("binh"));
    binh.press("1 g Enter F10 Enter");
    assert_eq!(binh.records().submissions.len(), 1, "{}", binh.screen());
    binh
}

fn file<'a>(app: &'a App, name: &str) -> &'a str {
    let (_, bytes) = app.written.iter().find(|(found, _)| found == name).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

fn printed(text: &str) -> Printed {
    read(text, "").into_iter().next().flatten().unwrap()
}

#[test]
fn the_receipt_of_a_sent_report_is_in_its_list_and_goes_out_as_text_and_as_a_page() {
    let mut app = sent();
    app.press("Esc 4 m");
    assert!(app.shows("Biên nhận nộp"), "{}", app.screen());
    app.type_text("bien nhan");
    app.press("Enter");
    for said in [
        "BIÊN NHẬN NỘP BÁO CÁO",
        "Kết luận: TRỄ",
        "Người soạn: an",
        "Người duyệt: binh",
        "Số trong sổ gửi: 1",
    ] {
        assert!(app.shows(said), "{said}\n{}", app.screen());
    }
    assert!(app.screen().lines().last().unwrap().contains("x ghi tệp"), "{}", app.screen());
    app.press("x");
    let (text, page) = (printed(file(&app, "bien-nhan.txt")), printed(file(&app, "bien-nhan.html")));
    assert_eq!((text.number, &text), (1, &page), "both say the same");
}

#[test]
fn a_full_disk_leaves_no_receipt_and_says_so() {
    let mut app = sent();
    app.press("Esc 4 m");
    app.type_text("bien nhan");
    app.disk_is_full = true;
    app.press("Enter x");
    assert!(app.written.is_empty() && app.shows("đĩa đã đầy"), "{}", app.screen());
}

#[test]
fn a_report_that_was_not_sent_offers_no_receipt() {
    let mut app = App::start(&as_user("an"));
    app.press("4 m");
    assert!(!app.shows("Biên nhận nộp"), "{}", app.screen());
}

#[test]
fn what_is_typed_is_seen_on_paper_and_written_as_three_files() {
    let mut app = App::start(&as_user("an"));
    app.press("1 g Enter Enter");
    app.type_text("Đã cử 24 bác sĩ đi học.");
    app.press("F9");
    for said in ["SỞ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Sở Nội vụ"]
    {
        assert!(app.shows(said), "{said}\n{}", app.screen());
    }
    app.press("G");
    assert!(app.shows("Nơi nhận:"), "{}", app.screen());
    app.press("x");
    let names: Vec<&str> = app.written.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["bao-cao.docx", "bao-cao.html", "bao-cao.txt"]);
    assert!(file(&app, "bao-cao.txt").contains("Đã cử 24 bác sĩ đi học."));
    assert!(
        file(&app, "bao-cao.html").contains("Đã cử 24 bác sĩ đi học.</p>"),
        "{}",
        file(&app, "bao-cao.html")
    );
    // The text is still there to go on with.
    app.press("Esc");
    app.type_text(" Thêm.");
    assert!(app.shows("Đã cử 24 bác sĩ đi học. Thêm."), "{}", app.screen());
}

#[test]
fn the_list_of_reports_shows_a_blank_one_on_paper_too() {
    let mut app = App::start(&as_user("an"));
    app.press("4 v");
    assert!(app.shows("SỞ Y TẾ"), "{}", app.screen());
    app.press("PgDn");
    assert!(app.shows("(Chưa có nội dung.)"), "{}", app.screen());
}

#[test]
fn files_of_made_up_data_say_so_and_those_of_others_do_not() {
    let mark = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ";
    let written = |home: &std::rc::Rc<Home>| {
        let mut app = App::on(home, &as_user("an"));
        app.press("4 v x");
        (file(&app, "bao-cao.txt").to_owned(), file(&app, "bao-cao.html").to_owned())
    };
    let home = Home::new();
    let (text, page) = written(&home);
    assert!(!text.contains(mark) && !page.contains(mark), "{text}");
    home.mark_made_up();
    let (text, page) = written(&home);
    assert!(text.contains(mark) && page.contains(mark), "{text}");
}
