//! A line that stands still: the program goes on, and what it has to say comes when the line does.

use std::thread;
use std::time::{Duration, Instant};

use crate::user::User;

/// Longer than a draft takes, and shorter than anybody waits.
const LONG: Duration = Duration::from_secs(10);

#[test]
fn what_is_typed_becomes_a_draft_and_the_screen_catches_up() {
    let user = User::new();
    let mut terminal = user.start_typing();
    let draft = || user.query("SELECT body FROM draft").unwrap_or_default();
    terminal.freeze(|terminal| {
        terminal.stall();
        terminal.send("Gõ khi đường truyền đứng");
        let until = Instant::now() + LONG;
        while !draft().contains("đường truyền đứng") {
            assert!(Instant::now() < until, "{}", draft());
            thread::sleep(Duration::from_millis(50));
        }
    });
    terminal.wait_for("Gõ khi đường truyền đứng");
    terminal.wait_for("giữ nháp");
}
