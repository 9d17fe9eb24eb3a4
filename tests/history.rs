//! The history of a report on the screen: offered with `m`, read on one sheet.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Home, Start};

fn as_user(user: &str) -> Start {
    Start { user: user.into(), agency: Some("ls-so-y-te".into()), ..Start::default() }
}

fn open_history(app: &mut App) {
    app.press("Esc 4 m");
    app.type_text("lich su");
    app.press("Enter");
}

#[test]
fn who_wrote_asked_and_sent_stands_on_one_sheet() {
    let home = Home::new();
    let mut an = App::on(&home, &as_user("an"));
    an.press("1 g Enter Enter");
    an.type_text("Đã cử 24 bác sĩ đi học.");
    an.press("F10 Enter");
    let mut binh = App::on(&home, &as_user("binh"));
    binh.press("1 g Enter F10 Enter");
    open_history(&mut binh);
    for said in [
        "LỊCH SỬ BÁO CÁO",
        "· an",
        "bắt đầu (nháp) · ghi: Kết quả thực hiện",
        "nháp → chờ duyệt",
        "· binh",
        "chờ duyệt → đã gửi · binh duyệt, sổ gửi số 1, bản 1",
    ] {
        assert!(binh.shows(said), "{said}\n{}", binh.screen());
    }
    binh.press("Esc");
    assert!(!binh.shows("LỊCH SỬ BÁO CÁO"), "{}", binh.screen());
}

#[test]
fn what_was_taken_back_stays_in_the_history() {
    let mut app = App::start(&as_user("an"));
    app.press("1 g Enter Enter");
    app.type_text("Bản đầu.");
    app.press("^S");
    app.type_text("Thêm.");
    app.press("^S Esc Esc u");
    assert!(app.shows("Đã hoàn tác"), "{}", app.screen());
    open_history(&mut app);
    assert!(app.shows("hoàn tác · ghi: Kết quả thực hiện"), "{}", app.screen());
}

#[test]
fn a_report_that_nobody_began_has_no_history() {
    let mut app = App::start(&as_user("an"));
    app.press("4 m");
    assert!(!app.shows("Lịch sử báo cáo"), "{}", app.screen());
}
