//! What comes back within the year, on the screens: every month its report, from the list to the database.

#![allow(clippy::unwrap_used, reason = "the lint takes the helpers of an integration test for code")]

mod harness;

use harness::App;
use tiendo::domain::occurrence::Tracking;
use tiendo::domain::phrase::parse_phrase;
use tiendo::domain::record::ReportState;
use tiendo::domain::schedule::Period;

/// Sở Y tế of Lạng Sơn, whose yearly report to Sở Nội vụ is asked for under another phrase since the new year.
fn app(phrase: &str) -> App {
    app_since(phrase, "2026-01-01")
}

fn app_since(phrase: &str, loaded_on: &str) -> App {
    let mut app = App::at("ls-so-y-te");
    let all = app.model.catalog.plans.iter_mut().flat_map(|plan| &mut plan.obligations);
    let obligation = all.into_iter().find(|owed| owed.id.as_str() == "lang-son-165-2024/IV.7.a").unwrap();
    obligation.schedule.phrase = phrase.to_owned();
    obligation.schedule.rule = parse_phrase(phrase).unwrap();
    for since in app.model.tracked_from.values_mut() {
        *since = Tracking::since(loaded_on.parse().unwrap());
    }
    // Through the filters and the windows of days once around: the lists are made anew.
    app.press("4 c c 1 t t t t");
    app
}

#[test]
fn a_month_that_is_over_is_a_debt_and_says_why() {
    let mut app = app("trước ngày 25 hằng tháng");
    let line = app.line_with("24/10/26");
    assert!(line.contains("Báo cáo tháng 10/2026 → Sở Nội vụ") && line.contains("QUÁ HẠN"), "{line}");
    while !app.screen().lines().any(|line| line.starts_with('►') && line.contains("24/10/26")) {
        app.press("Down");
    }
    // The reason is told once the selection rests.
    app.wait(500);
    for reason in ["“trước ngày 25 hằng tháng” → ngày cuối hợp lệ T7 24/10/26", "nên gửi T6 23/10/26"]
    {
        assert!(app.shows(reason), "{}", app.screen());
    }
}

#[test]
fn a_month_from_before_the_plan_was_loaded_is_offered_and_never_red() {
    let mut app = app_since("trước ngày 25 hằng tháng", "2026-11-20");
    assert!(!app.shows("24/10/26") && app.shows("24/11/26"), "{}", app.screen());
    app.press("4");
    let line = app.line_with("Báo cáo tháng 10/2026");
    assert!(line.contains("TRƯỚC KHI NHẬP"), "{}", app.screen());
    assert!(!app.shows("QUÁ HẠN"), "{}", app.screen());
}

#[test]
fn the_report_of_a_month_is_saved_under_its_month() {
    let mut app = app("trước ngày 25 hằng tháng");
    app.press("4 Enter");
    assert!(app.shows("THÁNG 1/2026"), "{}", app.screen());
    app.press("Enter");
    app.type_text("một");
    app.press("Esc ^s");
    let reports = app.records().reports;
    assert_eq!(reports.len(), 1, "{}", app.screen());
    assert_eq!((reports[0].period, reports[0].state), (Period::Month(2026, 1), ReportState::Draft));
}

#[test]
fn a_quarter_without_a_day_stands_among_what_has_none() {
    let app = app("hằng quý");
    let line = app.line_with("Báo cáo quý IV/2026");
    assert!(line.contains("hằng quý") && line.contains("CHƯA CÓ NGÀY"), "{line}");
    assert!(app.shows("Báo cáo quý III/2026") && !app.shows("Báo cáo quý II/2026"), "{}", app.screen());
}

#[test]
fn weeks_and_halves_have_names() {
    let mut weeks = app("trước thứ Sáu hằng tuần");
    weeks.press("4");
    assert!(weeks.shows("Báo cáo tuần 1/2026"), "{}", weeks.screen());
    let mut halves = app("định kỳ 6 tháng, năm");
    halves.press("4");
    assert!(
        halves.shows("Báo cáo 6 tháng đầu năm 2026") && halves.shows("Báo cáo năm 2026"),
        "{}",
        halves.screen()
    );
}
