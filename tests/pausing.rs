//! What follows the selection waits for a pause of the keys, and never tells of something else than it says.

#![allow(clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use harness::App;

/// Milliseconds after which the keys count as pausing.
const PAUSE: u64 = 150;

/// What stands right of the rule between two panes, row by row.
fn right_pane(app: &App) -> Vec<String> {
    let screen = app.screen();
    let rows = screen.lines().filter_map(|line| line.split_once(['│', '┼']));
    rows.map(|(_, right)| right.trim_end().to_owned()).collect()
}

fn footer(app: &App) -> String {
    app.screen().lines().last().unwrap().to_owned()
}

/// View 2 with the keys in the left pane, on an agency that has tasks.
fn tasks_of_an_agency() -> App {
    let mut app = App::at("ls-so-noi-vu");
    app.press("2");
    app.wait(PAUSE);
    assert!(app.shows("NHIỆM VỤ · Sở Nội vụ"), "{}", app.screen());
    app
}

#[test]
fn the_tasks_of_an_agency_follow_when_the_keys_pause() {
    let mut app = tasks_of_an_agency();
    let before = right_pane(&app);
    app.press("j j");
    assert!(app.line_with("Sở Tài chính").starts_with('►'), "{}", app.screen());
    assert_eq!(right_pane(&app), before, "the old tasks stand under their own agency");
    app.wait(PAUSE);
    assert!(app.shows("NHIỆM VỤ · Sở Tài chính"), "{}", app.screen());
    assert_ne!(right_pane(&app)[2..], before[2..]);
}

#[test]
fn whoever_comes_back_before_the_pause_finds_the_tasks_where_they_stood() {
    let mut app = tasks_of_an_agency();
    app.press("Tab j j Tab");
    app.wait(PAUSE);
    let before = right_pane(&app);
    app.press("j k");
    app.wait(PAUSE);
    assert_eq!(right_pane(&app), before);
}

#[test]
fn a_key_for_the_tasks_means_those_of_the_agency_that_is_selected() {
    for key in ["Tab", "l", "Enter"] {
        let mut app = tasks_of_an_agency();
        app.press(&format!("j j {key}"));
        assert!(app.shows("NHIỆM VỤ · Sở Tài chính"), "{key}: {}", app.screen());
        let first = app.model.tasks.tasks.selected_id().unwrap();
        app.press("Enter");
        let title = app.model.catalog.task(&first).unwrap().1.title.clone();
        let begin: String = title.chars().take(20).collect();
        assert!(app.shows(&begin), "{key}: {begin}: {}", app.screen());
    }
}

#[test]
fn what_was_not_counted_yet_stays_blank_until_the_keys_pause() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("2");
    app.wait(PAUSE);
    let has_number = |app: &App, name: &str| {
        let line = app.line_with(name);
        let left = line.split_once('│').unwrap().0.to_owned();
        left.chars().any(|c| c.is_ascii_digit())
    };
    assert!(has_number(&app, "Sở Tư pháp"));
    app.press("PgDn PgDn");
    let last = app.screen().lines().nth(15).unwrap().split('│').next().unwrap().trim().to_owned();
    assert!(!last.chars().any(|c| c.is_ascii_digit()), "{}", app.screen());
    app.wait(PAUSE);
    assert!(has_number(&app, &last), "{}", app.screen());
}

#[test]
fn the_outline_of_a_plan_follows_when_the_keys_pause() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("7 Home");
    app.wait(PAUSE);
    let before = right_pane(&app);
    app.press("j");
    assert_eq!(right_pane(&app), before, "the old outline stands under its own plan");
    app.wait(PAUSE);
    assert_ne!(right_pane(&app), before);
    app.press("k Tab");
    assert_eq!(right_pane(&app)[0], before[0], "whoever goes there means the plan that is selected");
}

#[test]
fn the_keys_of_the_footer_follow_when_the_keys_pause() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("7 Home");
    app.wait(PAUSE);
    let first = footer(&app);
    // Somewhere there is a draft, and only a draft can be issued.
    for _ in 0..app.model.plans.plans.rows().len() {
        let before = footer(&app);
        app.press("j");
        assert_eq!(footer(&app), before);
        app.wait(PAUSE);
        if footer(&app) != first {
            return;
        }
    }
    assert_ne!(footer(&app), first, "no plan has keys of its own");
}

#[test]
fn the_keys_of_another_screen_are_shown_at_once() {
    let mut app = App::at("ls-so-noi-vu");
    app.press("j");
    let before = footer(&app);
    app.press("?");
    assert_ne!(footer(&app), before);
    app.press("Esc");
    assert_eq!(footer(&app), before);
    app.press("j 3");
    assert_ne!(footer(&app), before);
}

#[test]
fn the_name_of_the_number_that_enter_opens_follows_when_the_keys_pause() {
    let mut app = App::at("ls-so-y-te");
    app.press("9 Home");
    app.wait(PAUSE);
    let named = |app: &App| app.screen().lines().nth(3).unwrap().to_owned();
    let before = named(&app);
    app.press("Right Right");
    assert_eq!(named(&app), before);
    app.wait(PAUSE);
    assert_ne!(named(&app), before);
}

#[test]
fn a_change_of_pane_moves_no_text_in_view_2() {
    let mut app = tasks_of_an_agency();
    let text = |app: &App| app.screen().replace(['►', '·'], " ");
    let before = text(&app);
    assert!(before.contains("Sở Nội vụ = "), "there is something to tell of the agency: {before}");
    app.press("Tab");
    app.wait(PAUSE);
    assert_eq!(text(&app), before);
}
