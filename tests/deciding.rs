//! What users settle that no plan says: keys in, screens and rows out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Home, Start};
use tiendo::domain::decision::Ruling;

fn at(home: &std::rc::Rc<Home>, user: &str, agency: &str) -> App {
    App::on(home, &Start { user: user.into(), agency: Some(agency.into()), ..Start::default() })
}

fn rulings(app: &App) -> Vec<Ruling> {
    app.records().decisions.into_iter().map(|decision| decision.ruling).collect()
}

/// Chooses a line of the list that `m` opens, by a word of it.
fn settle(app: &mut App, word: &str) {
    app.press("m");
    app.type_text(word);
    app.press("Enter");
}

/// Selects the first line of the list that holds this text.
fn select(app: &mut App, text: &str) {
    app.press("Home");
    for _ in 0..80 {
        if app.line_with("►").contains(text) {
            return;
        }
        app.press("Down");
    }
    panic!("{text} cannot be selected:\n{}", app.screen());
}

/// Fills the fields of the open form in their order, from the one with the cursor on.
fn fill(app: &mut App, texts: &[&str]) {
    for (at, text) in texts.iter().enumerate() {
        if at > 0 {
            app.press("Tab");
        }
        app.type_text(text);
    }
}

/// Fills the form that `settle` opens, and saves it.
fn decide(app: &mut App, word: &str, texts: &[&str]) {
    settle(app, word);
    fill(app, texts);
    app.press("^S");
}

/// Types another text into the field with the cursor, and saves.
fn retype(app: &mut App, text: &str) {
    app.press("^U");
    app.type_text(text);
    app.press("^S");
}

/// Enters number and date of the document that lies so many lines down in view 7.
fn issue(app: &mut App, lines: usize, number: &str, date: &str) {
    app.press("7");
    (0..lines).for_each(|_| app.press("Down"));
    app.press("b");
    fill(app, &[number, date]);
    app.press("^S");
}

/// Adds a day off to the table of holidays that is open; with a make-up day, a swap.
fn add_day(app: &mut App, day: &str, makeup: &str, source: &str) {
    settle(app, "them ngay");
    app.type_text(day);
    app.press("Tab Tab");
    fill(app, &[makeup, "Nghỉ thử", source]);
    app.press("^S");
}

#[test]
fn number_and_date_make_a_draft_count_and_undo_makes_it_a_draft_again() {
    let mut app = App::at("ls-so-y-te");
    app.press("4");
    assert!(app.line_with("CN 29/11/26").contains("DỰ KIẾN"));
    app.press("7 Down Down Down b");
    assert!(app.shows("SỐ VÀ NGÀY BAN HÀNH"), "{}", app.screen());
    app.press("Esc");
    issue(&mut app, 0, "27/KH-UBND", "15/01/2026");
    assert_eq!(rulings(&app).len(), 1, "{}", app.screen());
    app.press("4");
    assert!(app.line_with("CN 29/11/26").contains("CHƯA MỞ"), "{}", app.screen());
    assert!(app.line_with("CN 29/11/26").contains("8 ngày/4 LV"));
    app.press("1");
    assert!(app.line_with("CN 29/11/26").contains('~'), "{}", app.screen());
    app.press("u 4");
    assert!(app.line_with("CN 29/11/26").contains("DỰ KIẾN"));
    assert_eq!(rulings(&app), []);
}

#[test]
fn the_head_of_a_plan_follows_its_number_and_date() {
    let mut app = App::at("ls-so-y-te");
    app.press("7 Down Down Down");
    app.wait(200);
    assert!(app.shows("chưa ký: Đoàn Thanh Sơn"), "{}", app.screen());
    issue(&mut app, 0, "27/KH-UBND", "15/01/2026");
    for keys in ["", "Enter"] {
        app.press(keys);
        app.wait(200);
        assert!(app.shows("27/KH-UBND · 15/01/2026 · đã ban hành"), "{}", app.screen());
        assert!(!app.shows("(dự thảo)") && !app.shows("chưa ký"), "{}", app.screen());
        // Whoever is named in the draft need not be the one who signed.
        assert!(app.shows("Tên ghi ở bản dự thảo: Đoàn Thanh Sơn"), "{}", app.screen());
    }
}

#[test]
fn a_date_of_issue_that_has_not_come_is_refused() {
    let mut app = App::at("ls-so-y-te");
    issue(&mut app, 3, "27/KH-UBND", "15/12/2026");
    assert!(app.shows("Ngày này chưa tới."), "{}", app.screen());
    retype(&mut app, "30/2/2026");
    assert!(app.shows("Không có ngày 30/2/2026."), "{}", app.screen());
    assert_eq!(rulings(&app), []);
}

#[test]
fn earlier_periods_are_offered_never_red_and_can_be_entered_or_waived() {
    let mut app = App::at("ls-so-y-te");
    app.press("4");
    for line in ["  Báo cáo năm 2025", "  Báo cáo năm 2024"] {
        assert!(app.line_with(line).contains("TRƯỚC KHI NHẬP"), "{}", app.screen());
        assert!(!app.line_with(line).contains('!'));
    }
    app.press("Down Down Down");
    decide(&mut app, "ngoai chuong trinh", &["27/10/2025", "415/BC-SYT"]);
    assert!(app.line_with("  Báo cáo năm 2025").contains("ĐÃ GỬI"), "{}", app.screen());
    assert!(!app.line_with("  Báo cáo năm 2025").contains("TRỄ"));
    app.press("End k");
    assert!(app.line_with("►").contains("29/10/24"), "{}", app.screen());
    decide(&mut app, "mien", &["Chưa thuộc đối tượng của kế hoạch"]);
    assert!(app.line_with("  Báo cáo năm 2024").contains("MIỄN"), "{}", app.screen());
    app.press("u");
    assert!(app.line_with("  Báo cáo năm 2024").contains("TRƯỚC KHI NHẬP"));
    app.press("u u");
    assert!(app.line_with("  Báo cáo năm 2025").contains("TRƯỚC KHI NHẬP"), "{}", app.screen());
}

#[test]
fn an_extension_is_decided_by_another_person_and_the_old_day_stays() {
    let home = Home::new();
    let mut asks = at(&home, "cv-01", "ls-so-y-te");
    asks.press("E");
    assert!(asks.shows("XIN GIA HẠN") && asks.shows("29/10/2026"), "{}", asks.screen());
    fill(&mut asks, &["20/10/2026", "Chờ số liệu của tuyến huyện cũ"]);
    asks.press("^S");
    assert!(asks.shows("Hạn mới phải sau"), "{}", asks.screen());
    retype(&mut asks, "05/12/2026");
    assert_eq!(rulings(&asks).len(), 1, "{}", asks.screen());
    // Still overdue: a request is no permission.
    asks.press("4");
    assert!(asks.line_with("29/10/26").contains("XIN GIA HẠN"), "{}", asks.screen());
    assert!(asks.line_with("29/10/26").contains('!'));

    let mut decides = at(&home, "cv-02", "ls-so-noi-vu");
    let line = decides.line_with("Trả lời xin gia hạn: Sở Y tế");
    assert!(line.contains("XIN GIA HẠN"), "{}", decides.screen());
    assert!(line.contains(" hỏi hôm nay ") && !line.contains("quá"), "nobody is late with it: {line}");
    decides.press("@");
    decides.type_text("25/11/2026");
    decides.press("Enter");
    let line = decides.line_with("Trả lời xin gia hạn: Sở Y tế");
    assert!(line.contains(" chờ 4 ngày "), "{line}");
    decides.press("@ Enter");
    decides.press("Down Down Enter");
    assert!(decides.shows("Chờ số liệu của tuyến huyện cũ"), "{}", decides.screen());
    decides.press("^S");
    assert!(!decides.shows("Trả lời xin gia hạn"), "{}", decides.screen());
    let Ruling::Extension(extension) = rulings(&decides).remove(0) else { unreachable!() };
    assert_eq!(extension.answer.unwrap().by, "cv-02");

    asks.press("1");
    let line = asks.line_with("29/10/26");
    assert!(line.contains("GIA HẠN") && line.contains("14 ngày"), "{line}");
    asks.press("i");
    assert!(asks.shows("gia hạn đến 05/12/2026") && asks.shows("thứ Năm 29/10/2026"), "{}", asks.screen());
    asks.press("Esc");
    decides.press("u 4 1");
    assert!(decides.shows("Trả lời xin gia hạn"), "{}", decides.screen());
}

#[test]
fn whoever_asks_for_another_day_sees_when_the_desk_above_needs_the_report() {
    let mut app = App::at("ls-so-y-te");
    app.press("E");
    assert!(app.shows("Nơi tổng hợp phải gửi tiếp chậm nhất T7 14/11/26"), "{}", app.screen());
}

#[test]
fn nobody_answers_his_own_request() {
    let home = Home::new();
    let mut app = at(&home, "cv-01", "ls-so-y-te");
    app.press("E");
    fill(&mut app, &["05/12/2026", "Chờ số liệu"]);
    app.press("^S a");
    app.type_text("so noi vu");
    app.press("Enter 1 Down Down");
    app.press("Enter");
    assert!(app.shows("XIN GIA HẠN"), "it can be changed, not answered: {}", app.screen());
    assert!(!app.shows("không đồng ý"), "{}", app.screen());
}

#[test]
fn a_document_opens_what_waited_for_it() {
    let mut app = App::at("ls-so-noi-vu");
    select(&mut app, "sơ kết, tổng kết");
    decide(&mut app, "van ban mo", &["12-HD/BTCTU", "01/11/2026", "25/11/2026"]);
    let line = app.line_with("25/11/26");
    assert!(line.contains("sơ kết, tổng kết") && line.contains("4 ngày/2 LV"), "{}", app.screen());
    app.press("i");
    assert!(app.shows("12-HD/BTCTU ngày 01/11/2026"), "{}", app.screen());
    app.press("Esc u");
    assert!(app.line_with("sơ kết, tổng kết").contains("CHỜ"), "{}", app.screen());
}

#[test]
fn a_document_older_than_the_plan_opens_nothing() {
    let mut app = App::at("ls-so-noi-vu");
    select(&mut app, "sơ kết, tổng kết");
    decide(&mut app, "van ban mo", &["12-HD/BTCTU", "01/01/2024"]);
    assert!(app.shows("trước ngày ban hành kế hoạch"), "{}", app.screen());
    assert_eq!(rulings(&app), []);
}

#[test]
fn an_internal_day_is_ours_and_never_makes_late() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("End Up Up");
    let before = app.screen();
    decide(&mut app, "noi bo", &["10/11"]);
    app.wait(200);
    let line = app.line_with("quá 11 ngày");
    assert!(line.contains("nb 10/11/26"), "{line}");
    assert!(line.contains('~') && !line.contains('!'), "{before}\n{}", app.screen());
    assert!(app.shows("tự đặt, không phải của văn bản"), "{}", app.screen());
    let tally = app.line_with("việc ·");
    assert!(tally.contains("2 quá hạn"), "{tally}");
    app.press("u");
    assert!(!app.shows("quá 11 ngày"));
}

#[test]
fn a_cycle_without_a_first_year_asks_for_it_and_never_guesses() {
    use tiendo::domain::schedule::Rule;
    let task = tiendo::domain::ids::ItemId::new("kien-giang-192-2024/PL.9");
    let anchor = |app: &App| match app.model.catalog.task(&task).unwrap().1.schedule.rule {
        Rule::EveryYears { years: 2, anchor } => anchor,
        ref other => panic!("{other:?}"),
    };
    let mut app = App::at("ls-so-y-te");
    app.press("/");
    app.type_text("PL.9");
    app.press("Down Enter");
    assert!(app.line_with("PL.9").contains("►"), "{}", app.screen());
    assert_eq!(anchor(&app), None);
    decide(&mut app, "nam dau", &["1999"]);
    assert!(app.shows("Phải là một năm từ 2024"), "{}", app.screen());
    retype(&mut app, "2025");
    assert_eq!(anchor(&app), Some(2025), "{}", app.screen());
    app.press("u");
    assert_eq!(anchor(&app), None);
}

#[test]
fn a_reason_that_was_typed_survives_a_kill() {
    let mut app = App::at("ls-so-y-te");
    settle(&mut app, "mien");
    app.type_text("Theo văn bản 33/UBND-NC");
    app.wait(2000);
    app.reopen();
    settle(&mut app, "mien");
    assert!(app.shows("Theo văn bản 33/UBND-NC"), "{}", app.screen());
}

#[test]
fn two_users_who_settle_the_same_thing_see_each_other() {
    let home = Home::new();
    let mut lan = at(&home, "cv-01", "ls-so-y-te");
    let mut minh = at(&home, "cv-02", "ls-so-y-te");
    for (app, reason) in [(&mut lan, "lý do của Lan"), (&mut minh, "lý do của Minh")] {
        decide(app, "mien", &[reason]);
    }
    assert!(minh.shows("lý do của Lan") && minh.shows("lý do của Minh"), "{}", minh.screen());
    minh.press("F10");
    assert_eq!(rulings(&minh).len(), 1);
    assert!(format!("{:?}", rulings(&minh)).contains("Minh"));
}

#[test]
fn the_list_of_deals_is_part_of_the_help() {
    let mut app = App::at("ls-so-y-te");
    app.press("?");
    assert!(app.shows("xử lý khác") && app.shows("vì sao ngày này") && app.shows("xin, duyệt gia hạn"));
}

#[test]
fn approving_a_swap_on_the_screen_says_which_date_moved_and_undo_moves_it_back() {
    let mut app = App::at("ls-so-y-te");
    app.press("8 Tab");
    assert!(app.shows("NGÀY NGHỈ, LÀM BÙ"), "{}", app.screen());
    let open = "Lịch nghỉ 2026: 2 ngày còn là dự kiến, chưa tính.";
    assert!(app.shows(open) && !app.shows("đã có đủ thông báo"), "{}", app.screen());
    app.press("End");
    app.wait(200);
    assert!(app.line_with("►").contains("28/11/26"), "{}", app.screen());
    assert!(app.shows("nên gửi T6 27/11/26 → T7 28/11/26"), "{}", app.screen());
    settle(&mut app, "duyet");
    assert!(app.shows("Nếu duyệt thì đổi:"), "{}", app.screen());
    app.press("^S");
    assert!(app.shows("LỊCH ĐÃ ĐỔI") && app.shows("vẫn CN 29/11/26"), "{}", app.screen());
    app.press("Esc");
    assert!(app.shows("Lịch nghỉ 2026: đã có đủ thông báo chính thức."), "{}", app.screen());
    app.press("4 Down Down");
    app.wait(200);
    assert!(!app.shows("DỰ KIẾN → nếu duyệt"), "{}", app.screen());
    app.press("u");
    assert!(app.shows("T7 28/11/26 → T6 27/11/26"), "{}", app.screen());
    assert_eq!(rulings(&app), []);
}

#[test]
fn a_day_is_added_changed_and_taken_out_on_the_screen() {
    let mut app = App::at("ls-so-y-te");
    app.press("8 Tab");
    add_day(&mut app, "5/12/2026", "", "Thông báo thử");
    assert!(app.shows("đã là ngày nghỉ cuối tuần"), "{}", app.screen());
    retype(&mut app, "7/12/2026");
    assert!(app.line_with("07/12/26").contains("dự kiến"), "{}", app.screen());
    assert!(app.line_with("►").contains("07/12/26"));
    settle(&mut app, "sua");
    retype(&mut app, "");
    assert!(!app.shows("07/12/26"), "{}", app.screen());
    app.press("u");
    assert!(app.shows("07/12/26"), "{}", app.screen());
}

#[test]
fn a_swap_of_days_a_year_apart_is_refused_on_the_screen() {
    let mut app = App::at("ls-so-y-te");
    app.press("8 Tab");
    add_day(&mut app, "31/12/2026", "25/12/2027", "TB 123");
    assert!(app.shows("cách nhau 359 ngày: kiểm tra lại năm"), "{}", app.screen());
    assert_eq!(rulings(&app), []);
}

#[test]
fn a_year_without_notices_says_so_on_the_screen() {
    let mut app = App::at("ls-so-y-te");
    app.press("8 Tab . . .");
    assert!(app.shows("Lịch nghỉ 2029 chưa công bố đủ"), "{}", app.screen());
    assert!(app.line_with("24/11/29").contains("Ngày Văn hóa Việt Nam"), "{}", app.screen());
    app.press("Tab");
    assert!(app.shows("LỊCH NĂM 2029"), "{}", app.screen());
}

#[test]
fn the_day_that_a_short_cascade_proposes_is_taken_as_an_internal_day() {
    let mut app = App::at("ht-so-noi-vu");
    issue(&mut app, 2, "215/KH-UBND", "10/6/2024");
    app.press("8 f");
    assert!(app.shows("Đề nghị cấp dưới gửi chậm nhất T4 02/12/2026"), "{}", app.screen());
    app.press("Esc");
    settle(&mut app, "noi bo");
    assert!(app.shows("02/12"), "{}", app.screen());
    app.press("^S 1");
    let screen = app.screen();
    assert!(screen.contains("Hạn nội bộ (tự đặt, không phải của văn bản): T4 02/12/26"), "{screen}");
    app.press("i");
    assert!(app.shows("áp dụng cho mọi cơ quan báo cáo theo mục này"), "{}", app.screen());
    assert!(screen.contains("04/12/26"), "the plan's own day stays: {screen}");
}

#[test]
fn a_group_that_was_abolished_waits_until_somebody_says_what_becomes_of_it() {
    let mut app = App::at("ls-so-noi-vu");
    select(&mut app, "UBND các huyện");
    assert!(app.line_with("►").contains("CHỜ"), "{}", app.screen());
    assert!(!app.line_with("►").contains('!'), "{}", app.screen());
    let tally = |app: &App| app.line_with("việc ·");
    assert!(tally(&app).contains("2 quá hạn"), "{}", tally(&app));
    settle(&mut app, "thoi thuc hien");
    assert_eq!(rulings(&app).len(), 1, "{}", app.screen());
    assert!(!app.shows("CHỜ Q.ĐỊNH"), "{}", app.screen());
    app.press("u");
    select(&mut app, "UBND các huyện");
    settle(&mut app, "co quan khac");
    assert!(app.shows("AI TIẾP NHẬN?"), "{}", app.screen());
    app.type_text("so tu phap");
    app.press("Enter");
    assert!(!app.shows("CHỜ Q.ĐỊNH"), "{}", app.screen());
    app.press("u");
    assert!(app.shows("CHỜ Q.ĐỊNH"), "{}", app.screen());
    assert_eq!(rulings(&app), []);
}

#[test]
fn a_duty_of_a_department_whose_functions_were_split_goes_where_the_user_says() {
    let mut app = App::at("ls-so-vhttdl");
    app.press("2 Tab Home");
    while !app.line_with("IV.6#1").contains("►IV.6#1") {
        app.press("Down");
    }
    assert!(app.line_with("IV.6#1").contains("? Đa dạng hóa"), "{}", app.screen());
    app.press("m");
    assert!(app.shows("Việc này → Sở VHTT&DL"), "{}", app.screen());
    assert!(app.shows("Mọi việc → Sở KH&CN"), "{}", app.screen());
    app.type_text("viec nay vht");
    app.press("Enter");
    assert_eq!(rulings(&app).len(), 1, "{}", app.screen());
    assert!(app.line_with("IV.6#1").contains("↪"), "{}", app.screen());
    app.press("u");
    assert_eq!(rulings(&app), []);
}

#[test]
fn a_second_request_keeps_the_day_that_was_granted() {
    let home = Home::new();
    let mut asks = at(&home, "cv-01", "ls-so-y-te");
    let ask = |app: &mut App, day: &str| {
        app.press("E");
        fill(app, &[day, "Chờ số liệu"]);
        app.press("^S");
    };
    let answer = |keys: &str| {
        let mut decides = at(&home, "cv-02", "ls-so-noi-vu");
        select(&mut decides, "Trả lời xin gia hạn");
        decides.press("Enter");
        decides.press(keys);
        decides.type_text("Không đủ lý do");
        decides.press("^S");
    };
    ask(&mut asks, "05/12/2026");
    answer("Tab");
    asks.press("4 1");
    ask(&mut asks, "20/12/2026");
    let held = |app: &App| app.line_with("29/10/26");
    assert!(held(&asks).contains("GIA HẠN") && held(&asks).contains("14 ngày"), "{}", asks.screen());
    answer("Right Tab");
    asks.press("4 1");
    assert!(held(&asks).contains("14 ngày"), "a refusal takes nothing away: {}", asks.screen());
}

#[test]
fn a_form_that_was_open_before_anybody_decided_does_not_save_over_it() {
    let home = Home::new();
    let mut lan = at(&home, "cv-01", "ls-so-y-te");
    let mut minh = at(&home, "cv-02", "ls-so-y-te");
    settle(&mut minh, "mien");
    minh.type_text("lý do của Minh");
    minh.press("Esc");
    decide(&mut lan, "mien", &["lý do của Lan"]);
    // Minh looks elsewhere, which reads what Lan saved, and comes back to his draft.
    minh.press("4");
    settle(&mut minh, "mien");
    assert!(minh.shows("lý do của Minh"), "{}", minh.screen());
    minh.press("^S");
    assert!(minh.shows("NGƯỜI KHÁC VỪA SỬA") && minh.shows("lý do của Lan"), "{}", minh.screen());
    assert!(format!("{:?}", rulings(&minh)).contains("Lan"));
}

#[test]
fn days_added_under_one_source_stand_beside_each_other_and_bundled_sources_are_refused() {
    let mut app = App::at("ls-so-y-te");
    app.press("8 Tab");
    add_day(&mut app, "28/12/2026", "", "TB 123");
    add_day(&mut app, "29/12/2026", "", "TB 123");
    app.press("End");
    assert!(app.shows("28/12/26") && app.shows("29/12/26"), "{}", app.screen());
    add_day(&mut app, "30/12/2026", "", "Bộ luật Lao động 2019, Điều 112");
    assert!(app.shows("là của lịch đi kèm"), "{}", app.screen());
    app.press("^X Enter");
    assert!(app.model.calendar_of(2026).iter().any(|day| day.name == "Quốc khánh"));
}

#[test]
fn a_second_document_of_a_period_does_not_take_the_place_of_the_first() {
    let mut app = App::at("ls-so-noi-vu");
    let open = |app: &mut App, number: &str, day: &str, due: &str| {
        select(app, "sơ kết, tổng kết");
        decide(app, "van ban mo nhiem vu", &[number, day, due]);
    };
    open(&mut app, "12-HD/BTCTU", "01/03/2026", "25/11/2026");
    open(&mut app, "15-HD/BTCTU", "01/11/2026", "30/11/2026");
    assert!(app.shows("đã mở theo 12-HD/BTCTU"), "{}", app.screen());
    assert_eq!(rulings(&app).len(), 1);
}

#[test]
fn another_day_does_not_know_of_documents_that_came_later() {
    let mut app = App::at("ls-so-noi-vu");
    select(&mut app, "sơ kết, tổng kết");
    decide(&mut app, "van ban mo nhiem vu", &["12-HD/BTCTU", "20/10/2026"]);
    app.press("@");
    app.type_text("01/10/2026");
    app.press("Enter");
    assert!(app.line_with("sơ kết, tổng kết").contains("CHỜ"), "{}", app.screen());
}

#[test]
fn what_went_on_paper_is_taken_back_by_one_undo() {
    let mut app = App::at("ls-so-y-te");
    decide(&mut app, "ngoai chuong trinh", &["27/10/2026"]);
    assert_eq!(app.records().reports.len(), 1, "{}", app.screen());
    app.press("u");
    assert_eq!(app.records().reports, [], "{}", app.screen());
}
