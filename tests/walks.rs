//! Whole jobs, as a user does them: the keys that they take, what the screen says, what the database holds.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::{App, Fault, Home, Start, entries};
use tiendo::app::model::View;
use tiendo::app::overlay::Overlay;
use tiendo::domain::change::Failure;
use tiendo::domain::record::{ReportState, WorkState};
use tiendo::text::words::Lang;

fn as_user(user: &str, agency: &str) -> Start {
    Start { user: user.into(), agency: Some(agency.into()), ..Start::default() }
}

/// Opens the overdue annual report of Sở Y tế and puts the cursor into its first part.
fn open_report(app: &mut App) {
    app.press("1 g Enter Enter");
    assert!(app.model.report.as_ref().is_some_and(|form| form.typing), "{}", app.screen());
}

/// Opens the form for a progress entry on the first task of the own agency.
fn open_progress(app: &mut App) {
    app.press("2 Tab g e");
    assert!(matches!(app.model.overlays.last(), Some(Overlay::Form(_))), "{}", app.screen());
}

/// Opens the form for a figure of the target on programmes in key trades.
fn open_figure(app: &mut App) {
    app.press("/");
    app.type_text("chuong trinh trong diem chuan kiem dinh");
    app.press("Enter e");
    assert!(matches!(app.model.overlays.last(), Some(Overlay::Form(_))), "{}", app.screen());
}

// What is due, and where things stand.

#[test]
fn what_is_due_and_why_is_there_at_the_start() {
    let mut app = App::at("ls-so-y-te");
    app.count_from_here();
    assert!(app.line_with("Sở Nội vụ").contains("quá 23 ngày"));
    assert!(app.shows("trước ngày 30/10 hằng năm") && app.shows("IV.7.a"));
    assert_eq!(app.count(), 0);
    app.press("3");
    app.count_from_here();
    app.press("1");
    assert!(app.shows("quá 23 ngày"));
    assert_eq!(app.count(), 1);
}

#[test]
fn what_is_due_for_another_agency_takes_two_keys() {
    let mut app = App::at("ls-so-y-te");
    app.count_from_here();
    app.press("/");
    app.type_text("xay dung lang son");
    app.press("Enter");
    assert_eq!(app.count(), 2);
    assert_eq!(app.model.agency.as_ref().unwrap().as_str(), "ls-so-xay-dung");
    assert!(app.line_with("VIỆC CẦN LÀM").contains("Sở Xây dựng"));
    app.press("Esc");
    assert_eq!(app.model.agency, app.model.my_agency);
    assert_eq!(app.snapshot().my_agency.unwrap().as_str(), "ls-so-y-te");
}

#[test]
fn which_targets_are_behind_takes_two_keys_and_their_figures_one_more() {
    let mut app = App::at("kg-so-gddt");
    open_figure(&mut app);
    app.type_text("7/20");
    app.press("Tab ^U");
    app.type_text("30/9/2026");
    app.press("F10 1");
    app.count_from_here();
    app.press("3 c");
    app.wait(200);
    assert!(app.shows("CHẬM") && app.shows("7/20 = 35%") && app.shows("39,75"), "{}", app.screen());
    assert_eq!(app.count(), 2);
    app.press("Enter");
    assert!(app.shows("66,47%"), "{}", app.screen());
    assert_eq!(app.count(), 3);
}

#[test]
fn a_clause_is_found_by_its_number_in_two_keys() {
    let mut app = App::at("ls-so-y-te");
    app.count_from_here();
    app.press("/");
    app.type_text("IV.7.a");
    app.press("Enter");
    app.wait(200);
    assert_eq!(app.count(), 2);
    assert_eq!(app.model.view, View::Plans);
    assert!(app.shows("hằng nằm"), "the misprint of the source is told:\n{}", app.screen());
}

#[test]
fn the_duties_of_a_dissolved_department_take_three_keys() {
    let mut app = App::at("ls-so-y-te");
    app.count_from_here();
    app.press("2 /");
    app.type_text("ke hoach dau tu lang son");
    app.press("Enter");
    assert_eq!(app.count(), 3);
    assert!(app.shows("NHIỆM VỤ · Sở KH&ĐT (đã sáp nhập 28/02/2025)"), "{}", app.screen());
    assert!(app.shows("IV.4.a"), "{}", app.screen());
}

// The annual report.

/// Fills in the report that the start screen shows first, and submits it; counts the keys, text apart.
fn fill_in_and_submit(app: &mut App, figures: &[(&str, &str)]) {
    app.count_from_here();
    app.press("Enter Enter");
    app.type_text("Đã mở 12 lớp cho 1.204 người.");
    app.press("Tab");
    app.type_text("Thiếu giáo viên.");
    app.press("Tab");
    app.type_text("Bổ sung biên chế.");
    app.press("Tab");
    for (numerator, denominator) in figures {
        app.type_text(numerator);
        app.press("Enter");
        app.type_text(denominator);
        app.press("Enter");
    }
    app.press("F10 Enter");
}

#[test]
fn the_annual_report_takes_seven_keys_and_two_for_each_figure() {
    for figures in [0, 1, 5, 10] {
        let mut app = App::at("ls-so-y-te");
        fill_in_and_submit(&mut app, &vec![("7", "20"); figures]);
        assert_eq!(app.count(), 7 + 2 * figures);
        let records = app.records();
        assert_eq!(records.reports[0].state, ReportState::AwaitingApproval, "{}", app.screen());
        assert_eq!(
            (records.observations.len(), records.reports[0].enclosed.figures.len()),
            (figures, figures)
        );
    }
}

#[test]
fn the_annual_report_with_two_figures_takes_eleven_keys() {
    let mut app = App::at("ls-so-y-te");
    fill_in_and_submit(&mut app, &[("1.102", "3.410"), ("7", "20")]);
    assert_eq!(app.count(), 7 + 2 * 2);
    let records = app.records();
    let [report] = records.reports.as_slice() else { panic!("{:?}", records.reports) };
    assert_eq!((report.state, report.agency.as_str()), (ReportState::AwaitingApproval, "ls-so-y-te"));
    assert_eq!(report.results, "Đã mở 12 lớp cho 1.204 người.");
    assert_eq!(report.obstacles, "Thiếu giáo viên.");
    assert_eq!(report.proposals, "Bổ sung biên chế.");
    assert!(report.sent_at.is_none() && report.author.as_deref() == Some("cv-01"));
    assert_eq!(report.enclosed.figures.len(), 2);
    let figures: Vec<_> = records.observations.iter().map(|o| (o.numerator, o.denominator)).collect();
    assert_eq!(figures, [(Some(1102.0), Some(3410.0)), (Some(7.0), Some(20.0))]);
    assert!(app.snapshot().drafts.is_empty());
    assert!(app.line_with("29/10/26").contains("CHỜ DUYỆT"), "{}", app.screen());
    app.approved_by("truong-phong");
    assert!(app.records().reports[0].sent_at.is_some());
    assert!(app.line_with("29/10/26").contains("ĐÃ GỬI"), "{}", app.screen());
}

#[test]
fn a_report_without_results_is_not_sent() {
    let mut app = App::at("ls-so-y-te");
    app.press("Enter F10 Enter");
    assert!(app.records().reports.is_empty());
    assert!(app.shows("Chưa gửi được") || app.model.report.as_ref().unwrap().typing);
}

#[test]
fn an_unreadable_figure_keeps_the_report_from_being_sent_and_nothing_is_lost() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Kết quả");
    app.press("Tab Tab Tab");
    app.type_text("mười");
    app.press("F10");
    assert!(app.model.overlays.is_empty() && app.records().reports.is_empty());
    assert!(app.shows("mười"), "{}", app.screen());
}

// Write once.

#[test]
fn a_progress_entry_appears_in_the_report_of_its_period() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Mở 12 lớp bồi dưỡng");
    app.press("F10");
    assert!(app.model.overlays.is_empty(), "{}", app.screen());
    let entries = app.entries();
    assert_eq!((entries.len(), entries[0].result.as_str()), (1, "Mở 12 lớp bồi dưỡng"));
    assert_eq!(entries[0].state, WorkState::InProgress);
    app.press("1 g Enter BackTab");
    assert!(app.shows("Mở 12 lớp bồi dưỡng"), "{}", app.screen());
    app.press("F10");
    assert!(matches!(app.model.overlays.last(), Some(Overlay::Question(_))), "the entry is the result part");
}

#[test]
fn an_entry_of_an_earlier_period_stays_out_of_the_report() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Chuyện năm ngoái");
    app.press("BackTab ^U");
    app.type_text("14/12/2025");
    app.press("F10 1 g Enter BackTab");
    assert_eq!(app.entries().len(), 1);
    assert!(!app.shows("Chuyện năm ngoái"), "{}", app.screen());
}

#[test]
fn a_figure_entered_at_its_target_stands_in_the_report() {
    let mut app = App::at("ls-so-y-te");
    app.press("3 g j e");
    app.type_text("1.102/3.410");
    app.press("F10 1 g Enter Tab Tab Tab");
    let line = app.line_with("1.102");
    assert!(line.contains("3.410") && line.contains("32,32"), "{line}");
    // It is the same figure: sending the report does not write it twice.
    app.press("BackTab BackTab BackTab Enter");
    app.type_text("Kết quả");
    app.press("F10 Enter");
    assert_eq!(app.records().observations.len(), 1);
    assert_eq!(app.records().reports.len(), 1);
}

#[test]
fn a_figure_of_another_day_stands_beside_the_one_of_today() {
    let mut app = App::at("kg-so-gddt");
    open_figure(&mut app);
    app.type_text("7/20");
    app.press("F10 e ^U");
    app.type_text("6/20");
    app.press("Tab ^U");
    app.type_text("30/6/2026");
    app.press("F10");
    let figures: Vec<_> =
        app.records().observations.iter().map(|o| (o.numerator, o.as_of.to_string())).collect();
    assert_eq!(figures, [(Some(7.0), "2026-11-21".into()), (Some(6.0), "2026-06-30".into())]);
}

// Undo.

#[test]
fn a_progress_entry_its_correction_and_a_figure_can_be_taken_back() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Một");
    app.press("F10 e End");
    app.type_text(" hai");
    app.press("F10");
    assert_eq!(app.entries()[0].result, "Một hai");
    app.press("u");
    assert_eq!(app.entries()[0].result, "Một");
    app.press("u");
    assert!(app.entries().is_empty());
    app.press("3 g j e");
    app.type_text("95");
    app.press("F10");
    assert_eq!(app.records().observations.len(), 1);
    app.press("u");
    assert!(app.records().observations.is_empty());
}

#[test]
fn undo_takes_back_the_save_and_leaves_the_agency_that_was_chosen_since() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Một");
    app.press("F10 a");
    app.type_text("so noi vu lang son");
    app.press("Enter");
    assert_eq!(app.entries().len(), 1);
    for _ in 0..2 {
        app.press("u");
        assert!(app.entries().is_empty());
        assert_eq!(app.snapshot().my_agency.unwrap().as_str(), "ls-so-noi-vu");
        assert_eq!(app.model.my_agency.as_ref().unwrap().as_str(), "ls-so-noi-vu");
    }
    assert!(!app.ended && app.screen().contains("Không có gì để hoàn tác."), "{}", app.screen());
}

#[test]
fn submitting_can_be_taken_back_and_the_report_is_a_draft_again() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Kết quả");
    app.press("^S F10 Enter");
    assert_eq!(app.records().reports[0].state, ReportState::AwaitingApproval);
    app.press("u");
    assert_eq!(app.records().reports[0].state, ReportState::Draft);
    open_report(&mut app);
    app.type_text(" thêm");
    app.press("^S");
    assert_eq!(app.records().reports[0].results, "Kết quả thêm");
}

#[test]
fn undo_in_a_text_takes_back_typing_and_never_a_record() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Một");
    app.press("F10");
    open_report(&mut app);
    app.type_text("abc");
    app.press("^Z");
    assert_eq!(app.entries().len(), 1);
    assert!(!app.shows("abc"));
    app.press("^R");
    assert!(app.shows("abc"));
}

// Typed text is kept.

#[test]
fn a_report_comes_back_after_a_power_cut() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Đã mở 12 lớp");
    app.wait(1100);
    app.reopen();
    open_report(&mut app);
    assert!(app.shows("Đã mở 12 lớp"));
    app.type_text(" và 3 lớp");
    app.press("^S");
    assert_eq!(app.records().reports[0].results, "Đã mở 12 lớp và 3 lớp");
    assert!(app.snapshot().drafts.is_empty());
}

#[test]
fn figures_of_a_report_come_back_after_a_power_cut() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.press("Tab Tab Tab");
    app.type_text("1.102");
    app.press("Enter");
    app.type_text("3.410");
    app.wait(1100);
    app.reopen();
    app.press("Enter");
    assert!(app.shows("32,32"), "{}", app.screen());
}

#[test]
fn a_form_comes_back_after_a_power_cut() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Kết quả dở dang");
    app.press("Tab");
    app.type_text("khó khăn");
    app.wait(1100);
    app.reopen();
    open_progress(&mut app);
    assert!(app.shows("Kết quả dở dang") && app.shows("khó khăn"));
}

#[test]
fn typing_without_a_pause_is_kept_every_second_and_a_half() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    let mut unsaved_since = app.elapsed();
    for _ in 0..60 {
        app.type_text("á");
        app.wait(200);
        let typed = app.model.report.as_ref().unwrap().texts[0].text().to_owned();
        if app.snapshot().drafts.first().is_some_and(|draft| draft.body.contains(&typed)) {
            unsaved_since = app.elapsed();
        }
        let age = app.elapsed() - unsaved_since;
        assert!(age.as_millis() <= 1700, "nothing kept for {age:?}");
    }
}

#[test]
fn escape_keeps_the_text_and_saving_drops_the_draft() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Giữ lại");
    app.press("Esc");
    assert_eq!(app.snapshot().drafts.len(), 1);
    app.press("e");
    assert!(app.shows("Giữ lại"));
    app.press("F10");
    assert!(app.snapshot().drafts.is_empty());
    assert_eq!(app.entries()[0].result, "Giữ lại");
    app.press("e");
    assert_eq!(app.model.notice, None, "nothing was restored");
}

#[test]
fn a_hang_up_keeps_what_is_being_typed() {
    for open in [open_report, open_progress] {
        let mut app = App::at("ls-so-y-te");
        open(&mut app);
        app.type_text("Dở dang");
        app.hang_up();
        assert!(app.ended);
        app.reopen();
        open(&mut app);
        assert!(app.shows("Dở dang"));
    }
}

#[test]
fn a_draft_can_be_thrown_away() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Bỏ đi");
    app.wait(1100);
    app.press("^X Enter");
    assert!(app.snapshot().drafts.is_empty());
    app.press("e");
    assert!(!app.shows("Bỏ đi"));
}

#[test]
fn looking_at_another_day_writes_nothing() {
    let mut app = App::at("ls-so-y-te");
    app.press("1 g Enter @");
    app.type_text("28/02/2025");
    assert!(!app.model.has_unsaved_text());
    app.wait(2000);
    app.press("Enter");
    assert!(app.snapshot().drafts.is_empty(), "{:?}", app.snapshot().drafts);
}

// A store that fails, or is slow.

#[test]
fn a_save_that_fails_loses_nothing_even_if_the_form_is_then_closed() {
    for (open, failure) in [(open_report as fn(&mut App), Failure::Busy), (open_progress, Failure::Full)] {
        let mut app = App::at("ls-so-y-te");
        open(&mut app);
        app.type_text("Không được mất");
        app.faults.extend([Fault::Failed(failure.clone()), Fault::Failed(failure.clone())]);
        app.press("^S");
        assert!(app.shows("Không được mất"), "{}", app.screen());
        assert!(app.model.notice.is_some());
        app.faults.clear();
        app.press("Esc Esc");
        app.reopen();
        open(&mut app);
        assert!(app.shows("Không được mất"), "{failure:?}\n{}", app.screen());
    }
}

#[test]
fn a_draft_that_cannot_be_kept_is_tried_again() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Kiên trì");
    app.faults.extend([Fault::Failed(Failure::Full), Fault::Failed(Failure::Busy)]);
    app.wait(1100);
    assert!(app.snapshot().drafts.is_empty() && app.model.has_unsaved_text());
    app.wait(3000);
    assert!(app.snapshot().drafts[0].body.contains("Kiên trì"));
}

#[test]
fn a_figure_that_cannot_be_saved_keeps_its_report_from_being_sent() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Kết quả");
    app.press("Tab Tab Tab");
    app.type_text("7/20");
    app.wait(1100);
    app.press("F10");
    app.faults.push_back(Fault::Failed(Failure::Busy));
    app.press("Enter");
    assert!(app.records().reports.iter().all(|report| report.state == ReportState::Draft));
    assert!(app.shows("7/20"), "{}", app.screen());
    app.press("F10 Enter");
    assert_eq!(app.records().observations.len(), 1);
    assert_eq!(app.records().reports[0].state, ReportState::AwaitingApproval);
}

#[test]
fn what_is_typed_while_a_save_is_under_way_stays() {
    let mut app = App::at("ls-so-y-te");
    open_progress(&mut app);
    app.type_text("Trước");
    app.hold_answers();
    app.press("^S");
    app.type_text(" sau");
    app.release_answers();
    assert!(app.shows("Trước sau"), "{}", app.screen());
    app.press("^S");
    let entries = app.entries();
    assert_eq!((entries.len(), entries[0].result.as_str()), (1, "Trước sau"));
    assert!(app.model.overlays.is_empty());
}

#[test]
fn what_is_typed_into_a_report_during_a_slow_save_can_be_found_again() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Trước");
    app.hold_answers();
    app.press("^S");
    app.type_text(" sau");
    app.wait(1200);
    app.release_answers();
    app.press("Esc Esc");
    open_report(&mut app);
    assert!(app.shows("Trước sau"), "{}", app.screen());
    app.press("^S");
    assert_eq!(app.records().reports[0].results, "Trước sau", "{}", app.screen());
}

// Two users on one database.

#[test]
fn two_users_on_one_report_lose_nothing_and_see_both_texts() {
    let home = Home::new();
    let mut hoa = App::on(&home, &as_user("hoa", "ls-so-y-te"));
    let mut binh = App::on(&home, &as_user("binh", "ls-so-y-te"));
    open_report(&mut hoa);
    open_report(&mut binh);
    hoa.type_text("Chữ của Hoa");
    binh.type_text("Chữ của Bình");
    hoa.press("^S");
    binh.press("^S");
    assert!(
        binh.shows("Chữ của Hoa") && binh.shows("Chữ của Bình") && binh.shows("hoa"),
        "{}",
        binh.screen()
    );
    assert_eq!(home.records("hoa").reports[0].results, "Chữ của Hoa");
    binh.press("Esc");
    assert!(binh.shows("Chữ của Bình"));
    assert_eq!(home.snapshot("binh").drafts.len(), 1, "the other text is kept as a draft");
    binh.press("^S F10");
    let report = &home.records("binh").reports[0];
    assert_eq!((report.results.as_str(), report.stamp.by.as_str()), ("Chữ của Bình", "binh"));
    assert!(home.snapshot("binh").drafts.is_empty());
}

#[test]
fn two_users_on_one_entry_lose_nothing_and_leave_no_draft_behind() {
    let home = Home::new();
    let mut hoa = App::on(&home, &as_user("hoa", "ls-so-y-te"));
    let mut binh = App::on(&home, &as_user("binh", "ls-so-y-te"));
    open_progress(&mut hoa);
    hoa.type_text("Chữ chung");
    hoa.press("^S e ^U");
    binh.press("2");
    open_progress(&mut binh);
    binh.press("^U");
    hoa.type_text("Chữ của Hoa");
    binh.type_text("Chữ của Bình");
    hoa.press("^S");
    binh.press("^S");
    assert!(binh.shows("Chữ của Hoa") && binh.shows("Chữ của Bình"), "{}", binh.screen());
    binh.press("F10");
    let snapshot = home.snapshot("binh");
    assert_eq!(entries(&snapshot).len(), 1);
    assert_eq!(entries(&snapshot)[0].result, "Chữ của Bình");
    assert!(snapshot.drafts.is_empty(), "{:?}", snapshot.drafts);
    assert!(binh.model.overlays.is_empty(), "{}", binh.screen());
}

#[test]
fn a_conflict_over_an_entry_does_not_touch_the_draft_of_a_report() {
    let home = Home::new();
    let mut hoa = App::on(&home, &as_user("hoa", "ls-so-y-te"));
    let mut binh = App::on(&home, &as_user("binh", "ls-so-y-te"));
    open_report(&mut binh);
    binh.type_text("Báo cáo dở dang");
    binh.press("Esc");
    open_progress(&mut hoa);
    hoa.type_text("Chữ chung");
    hoa.press("^S e");
    open_progress(&mut binh);
    hoa.type_text(" của Hoa");
    hoa.press("^S");
    binh.type_text(" của Bình");
    binh.press("^S F10");
    let drafts = home.snapshot("binh").drafts;
    assert!(drafts.iter().any(|draft| draft.body.contains("Báo cáo dở dang")), "{drafts:?}");
}

#[test]
fn a_change_that_somebody_else_built_on_is_not_taken_back() {
    let home = Home::new();
    let mut hoa = App::on(&home, &as_user("hoa", "ls-so-y-te"));
    let mut binh = App::on(&home, &as_user("binh", "ls-so-y-te"));
    open_progress(&mut hoa);
    hoa.type_text("Chữ chung");
    hoa.press("^S");
    open_progress(&mut binh);
    binh.type_text(" của Bình");
    binh.press("^S");
    hoa.press("u");
    assert_eq!(entries(&home.snapshot("hoa"))[0].result, "Chữ chung của Bình");
    assert!(hoa.shows("binh"), "{}", hoa.screen());
}

#[test]
fn long_texts_in_a_conflict_can_both_be_read() {
    let home = Home::new();
    let mut hoa = App::on(&home, &as_user("hoa", "ls-so-y-te"));
    let mut binh = App::on(&home, &as_user("binh", "ls-so-y-te"));
    open_report(&mut hoa);
    open_report(&mut binh);
    for (app, name) in [(&mut hoa, "Hoa"), (&mut binh, "Bình")] {
        let lines: Vec<_> = (1..=200).map(|n| format!("{name}-{n}.")).collect();
        app.paste(&lines.join("\n"));
        app.press("^S");
    }
    let mut seen = binh.screen();
    for _ in 0..40 {
        binh.press("PgUp");
        seen += &binh.screen();
    }
    for _ in 0..40 {
        binh.press("PgDn");
        seen += &binh.screen();
    }
    for name in ["Hoa-1.", "Hoa-200.", "Bình-1.", "Bình-200."] {
        assert!(seen.contains(name), "{name} cannot be read:\n{}", binh.screen());
    }
}

#[test]
fn each_user_has_an_agency_of_their_own() {
    let home = Home::new();
    let mut hoa = App::on(&home, &Start { user: "hoa".into(), ..Start::default() });
    hoa.press("a");
    hoa.type_text("so y te lang son");
    hoa.press("Enter");
    let binh = App::on(&home, &as_user("binh", "ls-so-noi-vu"));
    hoa.reopen();
    assert_eq!(hoa.model.my_agency.as_ref().unwrap().as_str(), "ls-so-y-te");
    assert_eq!(binh.model.my_agency.as_ref().unwrap().as_str(), "ls-so-noi-vu");
}

// Drafts of plans, days, languages.

#[test]
fn a_draft_plan_is_announced_and_never_overdue() {
    let mut app = App::at("ls-so-y-te");
    app.press("@");
    app.type_text("31/12/2026");
    app.press("Enter t t");
    let line = app.line_with("Sở KH&CN");
    assert!(line.contains("DỰ KIẾN") && !line.contains("quá"), "{}", app.screen());
    app.press("4");
    let line = app.line_with("Sở KH&CN");
    assert!(line.contains("DỰ KIẾN") && !line.contains("quá"), "{}", app.screen());
}

#[test]
fn another_day_shows_the_agencies_of_that_day_and_an_empty_field_leads_back() {
    let mut app = App::at("ls-so-noi-vu");
    assert!(app.shows("QUÁ HẠN"));
    app.press("@");
    app.type_text("28/02/2025");
    app.press("Enter");
    assert!(app.shows("28/02/2025") && !app.shows("quá 23 ngày"));
    app.press("2 /");
    app.type_text("ke hoach dau tu lang son");
    app.press("Enter");
    assert!(!app.line_with("NHIỆM VỤ ·").contains("sáp nhập"));
    app.press("@ Enter");
    assert_eq!(app.model.as_of, None);
    assert!(app.line_with("NHIỆM VỤ ·").contains("sáp nhập"));
}

#[test]
fn a_day_that_is_none_is_refused_with_the_text_still_there() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("@");
    app.type_text("31/02/2025");
    app.press("Enter");
    assert!(app.shows("31/02/2025") && app.shows("Không có ngày 31/2/2025."), "{}", app.screen());
    app.press("^U");
    app.type_text("sau khi co huong dan cua Trung uong");
    app.press("Enter");
    assert!(app.shows("không phải là ngày; ví dụ đúng: 30/10 hoặc 30/10/2026."), "{}", app.screen());
    assert_eq!(app.model.as_of, None);
}

#[test]
fn a_figure_of_a_day_to_come_is_refused() {
    let mut app = App::at("kg-so-gddt");
    open_figure(&mut app);
    app.type_text("7/20");
    app.press("Tab ^U");
    app.type_text("22/11/2026");
    app.press("F10");
    assert!(app.records().observations.is_empty());
    assert!(app.shows("22/11/2026"));
}

#[test]
fn a_figure_typed_in_a_report_is_never_of_a_day_to_come() {
    let mut app = App::at("ls-so-y-te");
    app.press("@");
    app.type_text("31/12/2026");
    app.press("Enter");
    open_report(&mut app);
    app.press("Tab Tab Tab");
    app.type_text("7/20");
    app.press("^S");
    assert_eq!(app.records().observations[0].as_of.to_string(), "2026-11-21");
}

#[test]
fn a_report_that_is_sent_takes_no_more_text() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Kết quả");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    app.press("4 G Enter Enter");
    app.type_text("xyz");
    app.paste("dán");
    app.press("^S F10 Enter");
    let report = &app.records().reports[0];
    // Revision 1 is the text, 2 its submission, 3 its sending.
    assert_eq!((report.results.as_str(), report.stamp.revision), ("Kết quả", 3));
    assert!(app.snapshot().drafts.is_empty());
}

#[test]
fn english_words_stand_beside_the_plans_own_text() {
    let mut app = App::start(&Start { lang: Lang::En, ..as_user("cv-01", "ls-so-y-te") });
    assert!(app.shows("OVERDUE") && app.shows("trước ngày 30/10 hằng năm"));
    assert!(!app.shows("VIỆC CẦN LÀM") && !app.shows("QUÁ HẠN"));
    app.press("?");
    assert!(app.shows("KEYS") && !app.shows("CÁC PHÍM"));
}

// Leaving, and stray input.

#[test]
fn quitting_asks_only_when_a_report_has_unsaved_text() {
    let mut app = App::at("ls-so-y-te");
    app.press("q");
    assert!(app.ended);
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.type_text("Chưa gửi");
    app.press("Esc q");
    assert!(!app.ended && matches!(app.model.overlays.last(), Some(Overlay::Question(_))));
    app.press("Enter");
    assert!(app.ended);
    assert_eq!(app.snapshot().drafts.len(), 1);
}

#[test]
fn control_c_twice_leaves_from_anywhere_and_keeps_the_text() {
    for open in [open_report, open_progress] {
        let mut app = App::at("ls-so-y-te");
        open(&mut app);
        app.type_text("Chữ");
        app.press("^C");
        assert!(!app.ended);
        app.press("^C");
        assert!(app.ended);
        assert_eq!(app.snapshot().drafts.len(), 1);
    }
}

#[test]
fn a_paste_outside_a_field_runs_no_command() {
    let mut app = App::at("ls-so-y-te");
    let before = app.screen();
    app.paste("2q\nu3");
    assert!(!app.ended && app.model.view == View::Agenda);
    app.press("^L");
    assert_eq!(app.screen(), before);
}

#[test]
fn a_paste_that_a_field_has_no_room_for_says_so() {
    let long = "Quyết định số 14/QĐ-SNV; ".repeat(40);
    for (keys, most) in [("2 Tab e Tab Tab Tab Tab Tab", 500), ("/", 200)] {
        let mut app = App::at("ls-so-y-te");
        app.press(keys);
        app.paste("Quyết định");
        assert!(!app.shows("nhiều nhất"), "{}", app.screen());
        app.paste(&long);
        let said = format!("Ô này nhận nhiều nhất {most} ký tự: phần sau của đoạn dán không vào được.");
        assert!(app.shows(&said), "{}", app.screen());
        app.press("Left");
        assert!(!app.shows("nhiều nhất"), "{}", app.screen());
    }
}

#[test]
fn decomposed_letters_and_escape_sequences_of_a_paste_become_plain_text() {
    let mut app = App::at("ls-so-y-te");
    open_report(&mut app);
    app.paste("Tie\u{302}\u{301}n \u{1b}[31mđo\u{302}\u{323}\u{1b}[0m\r\nxong");
    app.press("^S");
    let results = app.records().reports[0].results.clone();
    assert!(
        results.starts_with("Tiến ") && results.contains("độ") && results.ends_with("\nxong"),
        "{results:?}"
    );
    assert!(!results.contains('\u{1b}'), "{results:?}");
}

#[test]
fn midnight_turns_the_day() {
    let mut app = App::at("ls-so-y-te");
    assert!(app.shows("quá 23 ngày"));
    app.wait(16 * 3_600_000);
    assert!(app.shows("quá 24 ngày"), "{}", app.screen());
}

#[test]
fn an_agency_of_another_province_is_named_with_its_province() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("/");
    app.type_text("so noi vu");
    app.press("Down Enter");
    assert!(app.shows("đang xem Sở Nội vụ (Hà Tĩnh)"), "{}", app.screen());
}
