//! How little the program does and sends.

use std::thread;
use std::time::Duration;

use crate::process::{Work, work, writes};
use crate::terminal::Terminal;
use crate::user::User;

const DOWN: &str = "\x1b[B";

#[test]
fn an_idle_program_sends_nothing_and_does_nothing() {
    let mut terminal = User::new().start();
    terminal.send(DOWN);
    terminal.wait_for_quiet();
    let before = (terminal.count(), work(terminal.pid()));
    thread::sleep(Duration::from_secs(3));
    let after = (terminal.count(), work(terminal.pid()));
    assert_eq!(after, before);
    assert_ne!(after.1, Work { ticks: 0, switches: 0 });
}

#[test]
fn an_idle_cursor_in_a_report_sends_nothing_and_does_nothing() {
    let mut terminal = User::new().start_typing();
    terminal.type_text("Đã mở ba lớp");
    terminal.wait_for("giữ nháp");
    terminal.wait_for_quiet();
    let before = (terminal.count(), work(terminal.pid()));
    thread::sleep(Duration::from_secs(3));
    assert_eq!((terminal.count(), work(terminal.pid())), before);
}

#[test]
fn keys_that_come_together_are_drawn_together() {
    let mut terminal = User::new().start();
    terminal.wait_for_quiet();
    println!("bytes for one key: {}", bytes_for(&mut terminal, DOWN));
    // A busy machine may part them; it does not do so every time.
    let fewest = (0..5).map(|_| writes_for(&mut terminal, &DOWN.repeat(20))).min().unwrap();
    println!("writes for 20 keys: {fewest}");
    // The last one is for the detail pane, which follows when the keys pause.
    assert!(fewest <= 3 + 1, "{fewest} writes");
}

fn bytes_for(terminal: &mut Terminal, keys: &str) -> usize {
    let before = terminal.count();
    terminal.send(keys);
    terminal.wait_for_quiet();
    terminal.count() - before
}

fn writes_for(terminal: &mut Terminal, keys: &str) -> u64 {
    terminal.send("\x1b[H");
    terminal.wait_for_quiet();
    let before = writes(terminal.pid());
    let bytes = bytes_for(terminal, keys);
    println!("bytes for 20 keys: {bytes}");
    writes(terminal.pid()) - before
}
