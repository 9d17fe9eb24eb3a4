//! kill -9 while a report is typed: at most two seconds of typing are gone.

use std::thread;
use std::time::{Duration, Instant};

use crate::user::User;

/// What may be lost.
const MOST_LOST: Duration = Duration::from_secs(2);

/// Types word after word without a pause for so long, kills the program, and looks at what is left.
fn typed_until_killed_after(typing: Duration) {
    let user = User::new();
    let mut terminal = user.start_typing();
    let started = Instant::now();
    let mut shown = Vec::new();
    while started.elapsed() < typing {
        let word = format!("chữ{:03}", shown.len());
        terminal.type_text(&word);
        shown.push((word, Instant::now()));
        terminal.send(" ");
        // The pace of a quick typist, far below the pause after which a draft is saved anyway.
        thread::sleep(Duration::from_millis(60));
    }
    terminal.signal("KILL");
    let killed = Instant::now();
    terminal.wait_for_exit();

    let again = user.start_typing();
    let text = again.text();
    for (word, at) in shown {
        let is_old = killed.duration_since(at) > MOST_LOST;
        assert!(!is_old || text.contains(&word), "{word} is lost\n{text}");
    }
}

#[test]
fn within_the_first_second() {
    typed_until_killed_after(Duration::from_millis(700));
}

#[test]
fn before_the_second_draft() {
    typed_until_killed_after(Duration::from_millis(2_600));
}

#[test]
fn between_two_drafts() {
    typed_until_killed_after(Duration::from_millis(3_900));
}

#[test]
fn after_a_pause_nothing_is_lost() {
    let user = User::new();
    let mut terminal = user.start_typing();
    terminal.type_text("Đã mở ba lớp tập huấn");
    terminal.wait_for("giữ nháp");
    terminal.signal("KILL");
    terminal.wait_for_exit();
    let again = user.start_typing();
    again.wait_for("Đã mở ba lớp tập huấn");
}
