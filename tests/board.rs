//! View 5 by keys: who has reported, the letter to those who have not, its files and the ledger.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Home, Start, bundle};
use tiendo::app::msg::Msg;
use tiendo::domain::agency::{Agency, AgencyKind};
use tiendo::domain::board::BoardState;
use tiendo::domain::change::{Record, Reply, Request};
use tiendo::domain::decision::{Answer, Decision, Extension, Ruling};
use tiendo::domain::ids::{AgencyId, ItemId, PlanId};
use tiendo::domain::record::{Report, ReportKey, ReportState, Sealed, Stamp};
use tiendo::domain::reminder::Reminder;
use tiendo::domain::schedule::Period;

/// Whether the screen says this, however its rows are broken.
fn says(app: &App, text: &str) -> bool {
    app.screen().split_whitespace().collect::<Vec<_>>().join(" ").contains(text)
}

fn desk() -> App {
    let mut app = App::at("ls-so-noi-vu");
    app.press("5");
    app.wait(200);
    app
}

/// 65 communes in the group that reports to Sở KH&CN, whose plan has got its number.
fn with_communes() -> App {
    let home = Home::new();
    let model = bundle().agencies.iter().find(|agency| agency.id.as_str() == "ls-so-y-te").unwrap();
    let commune = |n: u32| Agency {
        id: AgencyId::new(format!("ls-x{n:02}")),
        name: format!("UBND xã số {n:02} tỉnh Lạng Sơn"),
        short: format!("UBND xã số {n:02}"),
        kind: AgencyKind::Commune,
        valid_from: Some("2025-07-01".parse().unwrap()),
        aliases: Vec::new(),
        order: 1000 + n,
        note: None,
        ..model.clone()
    };
    let communes: Vec<Agency> = (1..=65).map(commune).collect();
    home.import("cv-01", &communes, "ls-ubnd-cac-xa-phuong");
    let mut app = App::on(&home, &Start { agency: Some("ls-so-khcn".into()), ..Start::default() });
    issue(&mut app);
    app.press("5");
    app.wait(200);
    app
}

/// Enters number and date of the draft of 2026.
fn issue(app: &mut App) {
    let ruling = Ruling::PlanIssued {
        plan: PlanId::new("lang-son-2026"),
        number: "27/KH-UBND".into(),
        issued_on: "2026-01-15".parse().unwrap(),
    };
    let record = Record::Decision(Decision { stamp: Stamp::default(), ruling });
    let reply = app.home.ask("cv-01", Request::Save { record, draft: None });
    app.send(Msg::Store(Box::new(reply)));
}

fn names(app: &App) -> Vec<&str> {
    app.written.iter().map(|(name, _)| name.as_str()).collect()
}

fn text_of(app: &App, name: &str) -> String {
    let found = app.written.iter().find(|(other, _)| other == name);
    String::from_utf8(found.unwrap_or_else(|| panic!("{name} in {:?}", names(app))).1.clone()).unwrap()
}

fn select(app: &mut App, agency: &str) {
    app.press("Home");
    while app.model.board.list.selected_id() != Some(AgencyId::new(agency)) {
        let before = app.model.board.list.selected_id();
        app.press("Down");
        assert_ne!(app.model.board.list.selected_id(), before, "{agency} is not on the board");
    }
}

/// Moves the report of an agency through the store as its own people would.
fn report(app: &mut App, agency: &str, steps: &[ReportState], remark: &str) {
    let key = ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new(agency),
    };
    let mut report = Report { results: "Đã mở 12 lớp.".into(), ..Report::blank(&key) };
    for state in steps {
        let (mut user, mut sealed) = ("cv-02", report.sealed.clone());
        if *state == ReportState::Sent {
            (user, sealed) = ("ld-02", Some(Sealed::asked("ld-02", None)));
        }
        let author = Some("cv-02".to_owned());
        let record = Report { state: *state, sealed, author, remark: remark.into(), ..report };
        let request = Request::Save { record: Record::Report(record), draft: None };
        let Reply::Saved(Record::Report(saved)) = app.home.ask(user, request) else { panic!("{state:?}") };
        app.send(Msg::Store(Box::new(Reply::Saved(Record::Report(saved.clone())))));
        report = saved;
    }
}

#[test]
fn from_any_view_to_the_files_and_the_ledger_in_five_keys() {
    let mut app = with_communes();
    for view in ["1", "2", "3", "4", "7", "8", "9"] {
        app.press(view);
        app.count_from_here();
        app.press("5 c A D");
        assert_eq!(app.count(), 4);
        assert!(app.shows("79 nơi nhận; bậc T-15 → chuyên viên đầu mối"), "{}", app.screen());
        app.press("Esc c A");
    }
    app.press("1");
    app.count_from_here();
    app.press("5 c A D Enter");
    assert_eq!(app.count(), 5);
    let all = ["cong-van-don-doc.docx", "cong-van-don-doc.txt", "zalo.txt", "lich.ics", "thu-chung.eml"];
    assert_eq!(names(&app), all);
    let kept = app.records().reminders;
    assert_eq!((kept.len(), kept[0].agencies.len()), (1, 79));
    assert!(app.shows("Đã ghi 5 tệp"), "{}", app.screen());
    let letter = text_of(&app, "cong-van-don-doc.txt");
    assert!(letter.contains("(mục V.8)") && letter.contains("Ủy ban nhân dân xã số 65"), "{letter}");
    let chat = text_of(&app, "zalo.txt");
    assert!(chat.trim_end().chars().count() <= 500, "{chat}");
    assert!(text_of(&app, "lich.ics").contains("UID:lang-son-2026/V.8#2|2026@tiendo.invalid"));
}

#[test]
fn the_denominator_leaves_the_desk_out_and_says_so() {
    let mut app = desk();
    assert!(app.shows("Phải nộp 14 = 14 các sở, ban, ngành (trừ Sở Nội vụ)"), "{}", app.screen());
    assert!(app.shows("Đã nộp 0/14 (0,0%)") && app.shows("chưa mở 14"), "{}", app.screen());
    app.press("o");
    assert!(says(&app, "chưa rõ ai nộp thay: UBND các huyện, thành phố"), "{}", app.screen());
    let app = with_communes();
    let board = app.model.board.found.as_ref().unwrap();
    assert_eq!((board.total(), board.count(BoardState::NotOpened)), (79, 79));
    assert_eq!(board.excluded, [AgencyId::new("ls-so-khcn")]);
}

#[test]
fn the_same_day_never_reminds_twice_and_undo_gives_the_day_back() {
    let mut app = desk();
    select(&mut app, "ls-so-y-te");
    app.press("Space D Enter");
    assert_eq!(app.records().reminders[0].agencies, [AgencyId::new("ls-so-y-te")]);
    // Those that were reminded are left out by name; the others are asked.
    app.press("A D");
    assert!(
        app.shows("13 nơi nhận") && says(&app, "Bỏ ra 1 nơi đã nhắc hôm nay: Sở Y tế"),
        "{}",
        app.screen()
    );
    app.press("Enter");
    assert_eq!(app.records().reminders.len(), 2);
    app.written.clear();
    app.press("A D");
    assert!(app.model.overlays.is_empty() && app.shows("Hôm nay đã nhắc cả 14 nơi này"), "{}", app.screen());
    assert!(app.written.is_empty());
    app.press("u");
    app.wait(200);
    assert!(app.shows("13 nơi, ngày 21/11/2026"), "{}", app.screen());
    assert_eq!(app.records().reminders.len(), 1);
    app.press("D");
    assert!(app.shows("13 nơi nhận"), "{}", app.screen());
}

#[test]
fn one_part_alone_is_written_and_noted_once() {
    let mut app = desk();
    app.press("A D I");
    assert_eq!(names(&app), ["lich.ics"]);
    assert!(app.records().reminders.is_empty(), "a day in one's calendar reminds nobody");
    app.press("T");
    assert_eq!((names(&app), app.records().reminders.len()), (vec!["zalo.txt"], 1));
    app.press("D M");
    assert_eq!(app.records().reminders.len(), 1);
    assert!(names(&app).contains(&"thu-chung.eml") && names(&app).contains(&"cong-van-don-doc.docx"));
    assert!(!app.model.overlays.is_empty(), "the preview stays for the next part");
    app.press("Esc");
    assert!(app.model.overlays.is_empty());
}

#[test]
fn a_full_disk_leaves_no_word_in_the_ledger() {
    let mut app = desk();
    app.disk_is_full = true;
    app.press("A D Enter");
    assert!(app.shows("Ổ đĩa đã đầy: chưa ghi tệp nào; xóa bớt tệp rồi làm lại"), "{}", app.screen());
    assert!(app.records().reminders.is_empty());
    app.disk_is_full = false;
    app.press("A D Enter");
    assert_eq!(app.records().reminders.len(), 1);
}

#[test]
fn whoever_was_first_today_stays_in_the_ledger() {
    let mut app = desk();
    app.press("A D");
    // Somebody else reminds one of them, in a program of his own, while the letter is being read.
    let theirs = Reminder {
        stamp: Stamp::default(),
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        on: "2026-11-21".parse().unwrap(),
        agencies: vec![AgencyId::new("ls-so-y-te")],
    };
    app.home.ask("cv-02", Request::Save { record: Record::Reminder(theirs), draft: None });
    app.press("Enter");
    app.wait(200);
    assert!(says(&app, "cv-02 vừa nhắc các nơi này lúc 09:00"), "{}", app.screen());
    assert_eq!(app.records().reminders.len(), 1);
}

#[test]
fn every_state_is_shown_and_a_returned_report_gets_another_letter() {
    use ReportState::{AwaitingApproval, Draft, Returned, Sent};
    let mut app = desk();
    report(&mut app, "ls-so-y-te", &[Draft], "");
    report(&mut app, "ls-so-tu-phap", &[AwaitingApproval], "");
    report(&mut app, "ls-so-xay-dung", &[AwaitingApproval, Sent, Returned], "thiếu số liệu nữ trí thức");
    report(&mut app, "ls-so-gddt", &[AwaitingApproval, Sent], "");
    for (name, state) in [
        ("Sở Y tế", "ĐANG SOẠN 1/3"),
        ("Sở Tư pháp", "CHỜ DUYỆT"),
        ("Sở Xây dựng", "TRẢ LẠI"),
        ("Sở GD&ĐT", "ĐÃ GỬI, TRỄ"),
    ] {
        assert!(app.line_with(name).contains(state), "{}", app.screen());
    }
    assert!(app.shows("chờ nhận 1 · trả lại 1 · chờ duyệt 1 · soạn 1 · chưa mở 10"), "{}", app.screen());
    app.press("c");
    assert!(!app.model.board.list.rows().iter().any(|row| row.state == BoardState::Sent));
    app.press("A D");
    assert!(app.shows("13 nơi nhận"), "{}", app.screen());
    app.press("Enter");
    let letter = text_of(&app, "cong-van-don-doc.txt");
    assert!(!letter.contains("Sở Xây dựng") && letter.contains("còn 12 cơ quan"), "{letter}");
    let returned = text_of(&app, "cong-van-tra-lai.txt");
    assert!(returned.contains("Sở Xây dựng: thiếu số liệu nữ trí thức."), "{returned}");
    assert!(names(&app).contains(&"zalo-tra-lai.txt") && names(&app).contains(&"thu-chung-tra-lai.eml"));
    // Whoever has sent and got it back would take "already sent" for himself.
    let chat = text_of(&app, "zalo-tra-lai.txt");
    assert!(chat.contains("Sở Xây dựng (thiếu số liệu nữ trí thức)") && !chat.contains("bỏ qua"), "{chat}");
    assert!(text_of(&app, "zalo.txt").contains("Nơi nào đã gửi xin bỏ qua"));
    let day = text_of(&app, "lich-tra-lai.ics").replace("\r\n ", "");
    assert!(day.contains("SUMMARY:Hoàn thiện\\, gửi lại báo cáo năm 2026"), "{day}");
    assert!(text_of(&app, "thu-chung-tra-lai.eml").contains("lich-tra-lai.ics"));
}

/// Lets an agency have another day for the report of 2026.
fn grant(app: &mut App, agency: &str, until: &str) {
    let key = ReportKey {
        obligation: ItemId::new("lang-son-165-2024/IV.7.a"),
        period: Period::Year(2026),
        agency: AgencyId::new(agency),
    };
    let on = "2026-10-20".parse().unwrap();
    let answer = Answer { granted: true, by: "ld-02".into(), on, remark: String::new() };
    let extension = Extension {
        key,
        reason: "chờ số liệu".into(),
        asked_for: until.parse().unwrap(),
        asked_by: "cv-02".into(),
        answer: Some(answer),
        granted_before: None,
    };
    let ruling = Ruling::Extension(extension);
    let record = Record::Decision(Decision { stamp: Stamp::default(), ruling });
    let reply = app.home.ask("cv-02", Request::Save { record, draft: None });
    app.send(Msg::Store(Box::new(reply)));
}

#[test]
fn whoever_was_granted_another_day_is_reminded_by_that_day() {
    let mut app = desk();
    grant(&mut app, "ls-so-y-te", "2026-11-25");
    grant(&mut app, "ls-so-tu-phap", "2026-11-18");
    select(&mut app, "ls-so-y-te");
    app.wait(200);
    assert!(app.shows("bậc T-7 → chuyên viên đầu mối; chưa làm"), "{}", app.screen());
    select(&mut app, "ls-so-xay-dung");
    app.wait(200);
    assert!(app.shows("bậc T+7 → lãnh đạo đơn vị"), "{}", app.screen());
    select(&mut app, "ls-so-y-te");
    app.press("A Space D");
    // Of three days there are three letters, each with its own step.
    assert!(
        says(
            &app,
            "14 nơi nhận; bậc T+7 → lãnh đạo đơn vị, đồng gửi Văn phòng UBND; bậc T+1 → lãnh đạo đơn vị; bậc T-7"
        ),
        "{}",
        app.screen()
    );
    app.press("Enter");
    let joined = |name| text_of(&app, name).split_whitespace().collect::<Vec<_>>().join(" ");
    let coming = joined("cong-van-don-doc-gia-han-25-11-2026.txt");
    assert!(coming.contains("Kính gửi: Sở Y tế") && coming.contains("đến ngày 25/11/2026"), "{coming}");
    assert!(!coming.contains("quá hạn") && !coming.contains("Thủ trưởng"), "{coming}");
    let past = joined("cong-van-don-doc-gia-han-18-11-2026.txt");
    assert!(past.contains("Sở Tư pháp") && past.contains("đã quá hạn 3 ngày"), "{past}");
    let others = joined("cong-van-don-doc.txt");
    assert!(
        others.contains("2 cơ quan, đơn vị được gia hạn; còn 12 cơ quan, đơn vị chưa gửi")
            && others.contains("quá hạn 23 ngày"),
        "{others}"
    );
    assert!(text_of(&app, "lich-gia-han-25-11-2026.ics").contains("DTSTART;VALUE=DATE:20261125"));
    assert_eq!(app.records().reminders.len(), 1);
}

#[test]
fn the_desk_takes_in_what_was_sent_and_nobody_else_does() {
    use ReportState::{AwaitingApproval, Sent};
    let mut app = desk();
    report(&mut app, "ls-so-gddt", &[AwaitingApproval, Sent], "");
    select(&mut app, "ls-so-y-te");
    app.press("n");
    assert!(app.model.overlays.is_empty() && says(&app, "chưa có gì để nhận"), "{}", app.screen());
    app.press("Space D Enter");
    select(&mut app, "ls-so-gddt");
    app.press("n");
    assert!(app.shows("NHẬN BÁO CÁO"), "{}", app.screen());
    app.press("Enter");
    app.wait(200);
    assert!(app.line_with("Sở GD&ĐT").contains("ĐÃ NHẬN, TRỄ"), "{}", app.screen());
    assert_eq!(app.records().reports[0].state, ReportState::Received);
    // What was done before, here a reminder, is not taken back in its stead.
    app.press("u");
    assert!(
        says(&app, "Đã nhận báo cáo của Sở GD&ĐT: không hoàn tác được; nhận nhầm thì trả lại (m)."),
        "{}",
        app.screen()
    );
    assert_eq!(app.records().reports[0].state, ReportState::Received);
    assert_eq!(app.records().reminders.len(), 1);
    let mut other = App::on(&app.home, &Start { agency: Some("ls-so-y-te".into()), ..Start::default() });
    other.press("5 F10");
    assert!(other.model.overlays.is_empty() && says(&other, "Chỉ nơi nhận báo cáo"), "{}", other.screen());
}

#[test]
fn a_card_is_entered_shown_used_by_the_mail_and_taken_back() {
    let mut app = desk();
    select(&mut app, "ls-so-y-te");
    app.press("Enter");
    app.type_text("Nông Thị Lan");
    app.press("Tab");
    app.type_text("0205 3 812 345");
    app.press("Tab");
    app.type_text("lan@langson");
    app.press("F10");
    assert!(says(&app, "E-mail không đúng"), "{}", app.screen());
    app.type_text(".gov.vn");
    app.press("F10");
    app.wait(200);
    assert!(app.line_with("Sở Y tế  ").contains("Nông Thị"), "{}", app.screen());
    assert!(app.shows("Đầu mối: Nông Thị Lan · 0205 3 812 345 · lan@langson.gov.vn"), "{}", app.screen());
    app.press("A D Enter");
    let mail = text_of(&app, "thu-ls-so-y-te.eml");
    assert!(mail.contains("To: <lan@langson.gov.vn>") && mail.contains("X-Unsent: 1"), "{mail}");
    assert!(names(&app).contains(&"thu-chung.eml"));
    // The same card from view 2, emptied.
    app.press("2 /");
    app.type_text("so y te lang son");
    app.press("Enter m");
    app.type_text("dau moi");
    app.press("Enter ^U Tab ^U Tab ^U F10");
    app.wait(200);
    assert!(app.model.catalog.settled().contact(&AgencyId::new("ls-so-y-te")).is_none(), "{}", app.screen());
}

#[test]
fn another_report_and_another_period_are_chosen() {
    let mut app = desk();
    app.press(",");
    app.wait(200);
    assert!(app.shows("Báo cáo năm 2025") && app.shows("hạn cuối T4 29/10/25"), "{}", app.screen());
    app.press(", ,");
    assert!(app.shows("Báo cáo năm 2024") && app.shows("Không có kỳ nào khác"), "{}", app.screen());
    // In 2024 the districts still reported.
    assert!(app.model.board.found.as_ref().unwrap().total() > 20, "{}", app.screen());
    app.press("t");
    app.type_text("V.8#2");
    app.press("Enter");
    assert!(app.shows("Báo cáo năm 2026 → Sở KH&CN") && app.shows("dự kiến"), "{}", app.screen());
    app.press("A D");
    assert!(
        app.model.overlays.is_empty() && says(&app, "Dự thảo: chưa nơi nào phải gửi"),
        "{}",
        app.screen()
    );
}

#[test]
fn the_list_that_is_shown_becomes_a_table() {
    let mut app = desk();
    report(&mut app, "ls-so-y-te", &[ReportState::Draft], "");
    app.press("x");
    assert_eq!(names(&app), ["tinh-hinh-nop.xlsx", "tinh-hinh-nop.csv"]);
    let table = text_of(&app, "tinh-hinh-nop.csv");
    assert!(table.starts_with('\u{feff}') && table.lines().count() == 15, "{table}");
    assert!(table.contains("Sở Y tế tỉnh Lạng Sơn;ĐANG SOẠN 1/3;29/10/2026"), "{table}");
    assert!(app.records().reminders.is_empty());
}

#[test]
fn a_request_for_another_day_is_answered_from_the_board() {
    let mut app = desk();
    select(&mut app, "ls-so-y-te");
    let mut theirs = App::on(
        &app.home,
        &Start { user: "cv-02".into(), agency: Some("ls-so-y-te".into()), ..Start::default() },
    );
    theirs.press("4 E");
    theirs.type_text("05/12/2026");
    theirs.press("Tab");
    theirs.type_text("chờ số liệu");
    theirs.press("F10");
    app.press("1 5");
    app.wait(200);
    assert!(app.line_with("Sở Y tế  ").contains("XIN GIA HẠN"), "{}", app.screen());
    app.press("E F10");
    app.wait(200);
    assert!(app.line_with("Sở Y tế  ").contains("GIA HẠN 05/12"), "{}", app.screen());
    assert!(app.shows("gia hạn 1"), "{}", app.screen());
    // It is not asked before that day, unless it is selected by hand.
    app.press("A");
    assert!(app.shows("đã chọn 13"), "{}", app.screen());
}

#[test]
fn another_day_is_only_looked_at() {
    let mut app = desk();
    app.press("@");
    app.type_text("01/11/2026");
    app.press("Enter A D");
    assert!(app.model.overlays.is_empty() && says(&app, "Đang xem tại một ngày khác"), "{}", app.screen());
}

#[test]
fn a_report_that_was_opened_here_leads_back_to_its_row() {
    use ReportState::{AwaitingApproval, Sent};
    let mut app = desk();
    report(&mut app, "ls-so-gddt", &[AwaitingApproval, Sent], "");
    select(&mut app, "ls-so-gddt");
    app.press("Enter");
    assert!(app.model.report.is_some(), "{}", app.screen());
    app.press("Esc");
    assert!(app.shows("TÌNH HÌNH NỘP"), "{}", app.screen());
    assert_eq!(app.model.board.list.selected_id(), Some(AgencyId::new("ls-so-gddt")));
    // So does a step that is taken in it.
    app.press("Enter F10 Enter");
    assert!(app.shows("TÌNH HÌNH NỘP") && app.line_with("Sở GD&ĐT").contains("ĐÃ NHẬN"), "{}", app.screen());
    assert_eq!(app.model.board.list.selected_id(), Some(AgencyId::new("ls-so-gddt")));
    // Whoever turns to the reports meanwhile stays there.
    app.press("Enter 1 4 Esc");
    assert!(app.model.report.is_none() && app.shows(" BÁO CÁO"), "{}", app.screen());
    assert!(!app.shows("TÌNH HÌNH NỘP"), "{}", app.screen());
}

#[test]
fn the_report_of_another_agency_is_only_read() {
    use ReportState::{AwaitingApproval, Draft, Returned, Sent};
    let mut app = desk();
    report(&mut app, "ls-so-y-te", &[Draft], "");
    report(&mut app, "ls-so-tu-phap", &[AwaitingApproval], "");
    report(&mut app, "ls-so-xay-dung", &[AwaitingApproval, Sent, Returned], "thiếu số liệu");
    for (agency, name) in
        [("ls-so-y-te", "Sở Y tế"), ("ls-so-tu-phap", "Sở Tư pháp"), ("ls-so-xay-dung", "Sở Xây dựng")]
    {
        let before = app.records().reports;
        select(&mut app, agency);
        app.press("Enter");
        assert!(says(&app, &format!("Báo cáo của {name}: chỉ xem")), "{}", app.screen());
        app.press("Enter");
        app.type_text("x");
        app.press("Esc");
        select(&mut app, agency);
        app.press("Enter ^S Down Space Enter F5 F10 Enter Esc");
        assert!(app.model.report.is_none() && app.model.overlays.is_empty(), "{}", app.screen());
        assert_eq!(app.records().reports, before);
        assert!(app.snapshot().drafts.is_empty());
    }
    // The text and what was entered in the period can be read, and whom to turn to.
    select(&mut app, "ls-so-y-te");
    app.press("Enter");
    assert!(app.shows("Đã mở 12 lớp.") && says(&app, "Nhập thay: a, chọn cơ quan ấy"), "{}", app.screen());
    // Who works for that agency, or for none in particular, goes on in the same report.
    let mut theirs = app.colleague("cv-02", "ls-so-y-te");
    theirs.press("4 g Enter Enter");
    theirs.type_text("x");
    assert!(theirs.model.report.as_ref().unwrap().touched, "{}", theirs.screen());
    let mut nobody = App::on(&app.home, &Start { user: "cv-09".into(), ..Start::default() });
    nobody.press("/");
    nobody.type_text("Đã mở 12 lớp");
    nobody.press("Enter Enter");
    nobody.type_text("x");
    assert!(nobody.model.report.as_ref().unwrap().touched, "{}", nobody.screen());
}
