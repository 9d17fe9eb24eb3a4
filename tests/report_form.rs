//! What the report form offers and checks: figures, last period's text, other reports of the year, versions.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::App;
use tiendo::app::overlay::Overlay;
use tiendo::app::screens::report::Part;
use tiendo::domain::record::{Quality, ReportState};
use tiendo::domain::schedule::Period;

const LAST: &str = "Đã mở 12 lớp bồi dưỡng chuẩn chức danh nghề nghiệp cho 1.204 giáo viên toàn tỉnh.";

/// Selects the first report of view 4 whose period and plan are these.
fn select(app: &mut App, period: Period, plan: &str) {
    app.press("4 Home");
    loop {
        let key = app.model.reports.list.selected_id().unwrap();
        if key.period == period && key.obligation.plan().as_str() == plan {
            return;
        }
        app.press("j");
        assert_ne!(app.model.reports.list.selected_id(), Some(key), "{plan} {period}\n{}", app.screen());
    }
}

/// Opens a report of Sở Y tế under KH 165 and puts the cursor into its first part.
fn open(app: &mut App, year: i32) {
    select(app, Period::Year(year), "lang-son-165-2024");
    app.press("Enter Enter");
    assert!(app.model.report.as_ref().unwrap().typing, "{}", app.screen());
}

/// Sends the report of 2025 with a text and the first figure, 30 of 100.
fn with_last_year() -> App {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2025);
    app.type_text(LAST);
    app.press("Tab Tab Tab");
    app.type_text("30");
    app.press("Enter");
    app.type_text("100");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    assert_eq!(app.records().submissions.len(), 1);
    app
}

/// The checks of the open report, as they are asked before the next step.
fn checks(app: &mut App) -> String {
    app.press("F10");
    let Some(Overlay::Question(question)) = app.model.overlays.last() else { panic!("{}", app.screen()) };
    let text = question.lines.iter().map(|line| line.text()).collect::<Vec<_>>().join("\n");
    app.press("Esc");
    text
}

#[test]
fn a_figure_has_a_quality_and_stands_beside_last_years() {
    let mut app = with_last_year();
    open(&mut app, 2026);
    app.type_text("Kết quả");
    app.press("Tab Tab Tab");
    app.type_text("60");
    app.press("Enter");
    app.type_text("100");
    let line = app.line_with("60");
    assert!(line.contains("ước") && line.contains("21/11") && line.trim_end().ends_with("30"), "{line}");
    let said = checks(&mut app);
    assert!(said.contains("60%, kỳ trước 30%: chênh nhiều") && said.contains("chỉ là “ước”"), "{said}");
    app.press("Space Space ^S");
    let figure =
        app.records().observations.iter().find(|o| o.as_of.to_string() == "2026-11-21").unwrap().clone();
    assert_eq!((figure.numerator, figure.quality), (Some(60.0), Quality::Final));
    // A firmer word on the same figure is no new figure.
    app.press("Space ^S");
    assert_eq!(app.records().observations.iter().filter(|o| o.numerator == Some(60.0)).count(), 1);
}

#[test]
fn no_figure_is_an_answer_and_is_kept_sealed_and_shown() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.type_text("Kết quả");
    app.press("Tab Tab Tab");
    assert!(checks(&mut app).contains("Số liệu: 10 dòng trống"), "{}", app.screen());
    app.press("Space");
    assert!(checks(&mut app).contains("Số liệu: 9 dòng trống"), "{}", app.screen());
    // It comes back from a draft, and from the report.
    app.wait(1100);
    app.reopen();
    open(&mut app, 2026);
    app.press("Tab Tab Tab ^S");
    assert_eq!(app.records().reports[0].enclosed.without.len(), 1, "{}", app.screen());
    app.press("F10 Enter");
    assert_eq!(app.records().reports[0].state, ReportState::AwaitingApproval);
    app.approved_by("truong-phong");
    assert_eq!(app.records().submissions[0].enclosed.without.len(), 1);
    app.press("4 End Enter Tab Tab Tab");
    assert!(app.shows("CBCC tỉnh, huyện có ĐH: không có số"), "{}", app.screen());
    // A number takes the answer back.
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.press("Tab Tab Tab Space");
    app.type_text("0");
    app.press("^S");
    assert!(app.records().reports[0].enclosed.without.is_empty());
    assert_eq!(app.records().observations[0].value, Some(0.0));
}

#[test]
fn last_periods_text_comes_when_asked_and_is_unconfirmed_until_it_is_touched() {
    let mut app = with_last_year();
    open(&mut app, 2026);
    assert!(!app.shows("Đã mở 12 lớp"), "nothing comes by itself:\n{}", app.screen());
    app.press("F5");
    assert!(app.shows("Đã mở 12 lớp") && app.shows("· CHƯA XÁC NHẬN"), "{}", app.screen());
    assert!(checks(&mut app).contains("chưa xác nhận, y nguyên kỳ trước"));
    // Still unconfirmed after a save.
    app.press("Enter ^S Esc Esc");
    open(&mut app, 2026);
    assert!(app.shows("· CHƯA XÁC NHẬN"), "{}", app.screen());
    app.type_text(" Thêm 3 lớp.");
    assert!(!app.shows("CHƯA XÁC NHẬN"), "{}", app.screen());
    // Beside a text it is only shown.
    app.press("F5");
    assert!(app.shows("KỲ TRƯỚC · năm 2025"), "{}", app.screen());
    app.press("Esc");
    app.press("Tab F5");
    assert!(app.shows("Không có chữ của kỳ trước"), "{}", app.screen());
}

#[test]
fn a_text_nearly_as_last_years_is_said_and_the_difference_shown() {
    let mut app = with_last_year();
    open(&mut app, 2026);
    app.type_text(&LAST.replace("12 lớp", "14 lớp"));
    let said = checks(&mut app);
    assert!(said.contains("% báo cáo kỳ trước (b: xem khác biệt)"), "{said}");
    app.press("Esc b");
    let screen = app.screen();
    assert!(screen.contains("So với báo cáo năm 2025"), "{screen}");
    assert!(screen.contains("Đã mở [-12-] {+14+} lớp"), "{screen}");
}

#[test]
fn a_figure_goes_into_the_text_as_words() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.press("F6");
    assert!(app.shows("chưa có số liệu nào"), "{}", app.screen());
    app.press("Tab Tab Tab");
    app.type_text("1.102");
    app.press("Enter");
    app.type_text("3.410");
    app.press("BackTab BackTab BackTab BackTab");
    app.type_text("Tỷ lệ ");
    app.press("F6");
    let form = app.model.report.as_ref().unwrap();
    assert_eq!(
        form.texts[0].text(),
        "Tỷ lệ đạt 32,32% (1.102/3.410), ước đến 21/11/2026",
        "{}",
        app.screen()
    );
}

#[test]
fn a_whole_report_is_reused_for_the_other_desk_in_ten_keys() {
    let mut app = App::at("ls-so-y-te");
    app.press("7 Home");
    while app.model.plans.plans.selected_id().is_none_or(|plan| plan.as_str() != "lang-son-2026") {
        app.press("j");
    }
    app.press("b");
    app.type_text("27/KH-UBND");
    app.press("Tab ^U");
    app.type_text("15/01/2026");
    app.press("F10");
    open(&mut app, 2026);
    for text in ["Đã mở 12 lớp.\nĐã cử 3 bác sĩ.", "Thiếu giáo viên.", "Bổ sung biên chế."]
    {
        app.paste(text);
        app.press("Tab");
    }
    app.press("F10 Enter");
    app.approved_by("truong-phong");

    app.press("1 Home");
    app.count_from_here();
    app.press("4 Home Enter F7");
    let listed = app.screen();
    assert!(listed.contains("Cả báo cáo (3 phần): Báo cáo năm"), "{listed}");
    assert!(app.line_with("Đã cử 3 bác sĩ.").contains("KH 165/KH-UBND, IV.7.a"), "{listed}");
    app.press("Enter");
    assert!(app.shows("Đã chèn từ KH 165/KH-UBND, IV.7.a · đã gửi"), "{}", app.screen());
    app.press("F10 Enter");
    assert!(app.count() <= 10, "{} keys", app.count());
    let reports = app.records().reports;
    let copy = reports.iter().find(|report| report.obligation.plan().as_str() == "lang-son-2026").unwrap();
    assert_eq!(copy.state, ReportState::AwaitingApproval);
    assert_eq!(copy.texts(), reports.iter().find(|other| other.key() != copy.key()).unwrap().texts());
}

#[test]
fn one_paragraph_can_be_taken_at_the_cursor() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.press("F7");
    assert!(app.shows("chưa viết báo cáo nào khác"), "{}", app.screen());
    app.type_text("Đoạn một.");
    app.press("^S Esc Esc 4 Home j Enter Enter");
    app.type_text("Trước: ");
    app.press("F7 Down Enter");
    let form = app.model.report.as_ref().unwrap();
    assert_eq!(form.texts[0].text(), "Trước: Đoạn một.", "{}", app.screen());
    assert!(app.shows("Đã chèn từ KH 165/KH-UBND, IV.7.a · nháp 21/11"), "{}", app.screen());
}

#[test]
fn two_desks_told_two_figures_are_shown_with_both_days() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.type_text("Kết quả");
    app.press("Tab Tab Tab");
    app.type_text("7/20");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.press("4 Home Enter Tab Enter");
    let form = app.model.report.as_ref().unwrap();
    assert_ne!(form.key.period, Period::Year(2026), "another report of the year");
    app.type_text("Khó khăn");
    app.press("Tab Tab ^U");
    app.type_text("9/20");
    let said = checks(&mut app);
    assert!(
        said.contains("ở đây 45% (14/11/2026), đã gửi Sở Nội vụ 35% (21/11/2026): khác ngày chốt"),
        "{said}"
    );
}

#[test]
fn a_report_that_came_back_shows_what_changed_since_it_was_sent() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    assert!(!app.model.offers(tiendo::app::action::Action::Compare));
    app.type_text("Đã mở 12 lớp cho giáo viên.");
    app.press("Tab Tab Tab");
    app.type_text("12/40");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.given_back_by(("so-noi-vu", "ls-so-noi-vu"), "Đã mở 12 lớp", "Sai số lớp.");
    open(&mut app, 2026);
    app.press("^U");
    app.type_text("Đã mở 14 lớp cho giáo viên xã.");
    app.press("Tab Tab Tab ^U");
    app.type_text("14/40");
    app.press("Esc b");
    let screen = app.screen();
    assert!(screen.contains("So với bản 1 đã gửi lúc 09:00 21/11/2026"), "{screen}");
    assert!(screen.contains("Đã mở [-12-] {+14+} lớp cho giáo [-viên.-] {+viên xã.+}"), "{screen}");
    assert!(screen.contains("CBCC tỉnh, huyện có ĐH: [-30%-] {+35%+}"), "{screen}");
}

/// The part on the screen, with row and column of the table of figures.
fn place(app: &App) -> (Part, (usize, usize)) {
    let form = app.model.report.as_ref().unwrap();
    (form.part, form.cell)
}

#[test]
fn arrows_move_inside_the_table_of_figures_and_leave_it_at_its_edges() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    // Without a cursor in it, the marked row moves, and the space bar answers for it.
    app.press("Esc Down Down Down");
    assert_eq!(place(&app), (Part::Figures, (0, 0)));
    app.press("Down Down Space");
    assert_eq!(place(&app), (Part::Figures, (2, 0)));
    let answered = app.line_with("không có");
    assert!(answered.starts_with('►'), "{}", app.screen());
    app.press("Up Up Up");
    assert_eq!(place(&app).0, Part::Proposals);
    app.press("Down End Down Down Down Down Down Down Down Down Down");
    assert_eq!(place(&app), (Part::Figures, (9, 0)));
    app.press("Down");
    assert_eq!(place(&app).0, Part::Evidence);
    app.press("Up");
    assert_eq!(place(&app), (Part::Figures, (9, 0)), "whoever comes from below comes into the last row");
}

#[test]
fn arrows_go_from_one_number_to_the_next() {
    let mut app = App::at("ls-so-y-te");
    open(&mut app, 2026);
    app.press("Tab Tab Tab Down Down Down Down Down Down Down Down Down Up");
    assert!(app.shows("Tab ô sau") && !app.shows("Tab phần sau"), "{}", app.screen());
    app.type_text("12");
    app.press("Left Right Right");
    assert_eq!(place(&app), (Part::Figures, (8, 1)));
    app.type_text("40");
    app.press("Up Down Left Left Left Left Left Left Left");
    assert_eq!(place(&app), (Part::Figures, (8, 0)));
    assert!(app.line_with("30").contains("12") && app.shows("40"), "{}", app.screen());
    app.press("Down Right");
    assert_eq!(place(&app), (Part::Figures, (9, 1)));
    app.press("Enter Right");
    assert_eq!(place(&app), (Part::Figures, (9, 1)), "Enter stays in the last number");
    app.press("Tab");
    assert_eq!(place(&app).0, Part::Evidence);
    assert!(app.model.report.as_ref().unwrap().typing && app.shows("Tab phần sau"), "{}", app.screen());
}

#[test]
fn a_letter_changes_its_own_cell_and_the_count_follows_when_the_keys_pause() {
    let mut app = App::at("ls-so-y-te");
    app.press("4 Home Enter Enter");
    app.type_text("Đã mở ba ");
    app.wait(1_500);
    assert!(app.shows(" 3 chữ"), "{}", app.screen());
    app.type_text("l");
    for letter in ["ớ", "p", " ", "t", "ậ", "p"] {
        let (before, _) = app.draw();
        app.type_text(letter);
        let (after, _) = app.draw();
        let changed = before.content.iter().zip(&after.content).filter(|(old, new)| old != new).count();
        assert!(changed <= 1, "{letter:?} changes {changed} cells\n{}", app.screen());
    }
    app.wait(1_500);
    assert!(app.shows(" 5 chữ"), "{}", app.screen());
    // Whatever is no letter brings the count up to date at once.
    app.type_text(" huấn");
    app.press("Left");
    assert!(app.shows(" 6 chữ"), "{}", app.screen());
}
