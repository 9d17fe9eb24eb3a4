use proptest::prelude::*;

use super::*;
use crate::tui::wire::Caps;
use crate::tui::wire::ink::Ink;

fn screen(rows: &[String]) -> Screen {
    let width = 40;
    let mut screen = Screen::blank(width, u16::try_from(rows.len()).unwrap());
    for (row, text) in screen.rows.iter_mut().zip(rows) {
        for (cell, c) in row.iter_mut().zip(text.chars()) {
            *cell = Glyph::new(&c.to_string(), Ink::PLAIN);
        }
    }
    screen
}

fn task(number: usize) -> String {
    format!("{number:>3} việc {:<8} của cơ quan {}", number * 7919 % 1000, number * 31 % 97)
}

/// A title, a list from this task on, and a footer.
fn list(from: usize) -> Screen {
    let list = (from..from + 18).map(task);
    let rows: Vec<_> =
        ["NHIỆM VỤ".to_owned()].into_iter().chain(list).chain(["q thoát".to_owned()]).collect();
    screen(&rows)
}

fn sent(term: &str, front: &Screen, back: &Screen) -> String {
    let mut encoder = Encoder::new(Caps::of(term));
    encode(&mut encoder, front, back, &[true; 40]);
    String::from_utf8(encoder.take()).unwrap()
}

#[test]
fn a_list_that_moves_by_one_line_costs_one_scroll_and_one_row() {
    for (from, to, scroll, new) in [(5, 6, "\x1b[2;19r\x1b[S\x1b[r", 23), (6, 5, "\x1b[2;19r\x1b[T\x1b[r", 5)]
    {
        let sent = sent("xterm", &list(from), &list(to));
        assert!(sent.starts_with(scroll), "{sent:?}");
        assert!(sent.contains(&format!("{new} việc")), "{sent:?}");
        assert!(sent.len() < scroll.len() + task(new).len() + 10, "{sent:?}");
    }
    let sent = sent("vt100", &list(5), &list(6));
    assert!(sent.starts_with("\x1b[2;19r\x1b[19H\n\x1b[r"), "{sent:?}");
}

#[test]
fn what_did_not_move_is_not_scrolled() {
    let other: Vec<_> = ('a'..='t').map(|letter| letter.to_string().repeat(38)).collect();
    for (front, back) in [(list(5), screen(&other)), (list(5), list(5))] {
        let sent = sent("xterm", &front, &back);
        assert!(!sent.contains("\x1b[S") && !sent.contains("\x1b[T") && !sent.contains("\x1b[r"), "{sent:?}");
    }
}

#[test]
fn short_rows_are_written_rather_than_scrolled() {
    let rows = |rows: [&str; 4]| screen(&rows.map(str::to_owned));
    let (front, back) = (rows(["VIỆC", "a", "b", "q"]), rows(["VIỆC", "b", "c", "q"]));
    assert_eq!(sent("xterm", &front, &back), "\x1b[2Hb\r\nc");
}

proptest! {
    #[test]
    fn a_scroll_is_never_dearer_than_the_rows(
        old in prop::collection::vec(0..12usize, 12),
        new in prop::collection::vec(0..12usize, 12),
        term in prop::sample::select(vec!["xterm", "linux", "vt100"]),
    ) {
        let page = |tasks: &[usize]| screen(&tasks.iter().map(|number| task(*number)).collect::<Vec<_>>());
        let (front, back) = (page(&old), page(&new));
        let encoder = Encoder::new(Caps::of(term));
        let mut plain = encoder.fork();
        for (y, (old, new)) in front.rows.iter().zip(&back.rows).enumerate() {
            row::encode(&mut plain, old, new, row_no(y));
        }
        let mut sent = encoder.fork();
        encode(&mut sent, &front, &back, &[true; 40]);
        prop_assert!(sent.len() <= plain.len());
    }
}
