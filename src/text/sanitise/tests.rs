use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::*;

#[test]
fn vietnamese_stays_and_is_nfc() {
    let text = "Sở Nội vụ tham mưu Ủy ban nhân dân tỉnh.\nTrước ngày 30/10.";
    assert_eq!(multi_line(text), text);
    assert_eq!(multi_line(&text.nfd().collect::<String>()), text);
}

#[test]
fn line_ends_become_one_kind() {
    assert_eq!(multi_line("a\r\nb\rc\nd\u{2028}e\u{85}f"), "a\nb\nc\nd\ne\nf");
    assert_eq!(multi_line("a\r\r\nb"), "a\n\nb");
    assert_eq!(multi_line("1\t2"), "1    2");
}

#[test]
fn escape_sequences_vanish_whole() {
    assert_eq!(multi_line("\u{1b}[31mđỏ\u{1b}[0m"), "đỏ");
    assert_eq!(multi_line("\u{9b}1;31mđỏ"), "đỏ");
    assert_eq!(multi_line("\u{1b}]0;tên\u{7}sau"), "sau");
    assert_eq!(multi_line("\u{1b}]8;;http://x\u{1b}\\sau"), "sau");
    assert_eq!(multi_line("\u{1b}(Bsau"), "sau");
    assert_eq!(multi_line("\u{1b}P1$q\u{9c}sau"), "sau");
    assert_eq!(multi_line("\u{1b}"), "");
}

#[test]
fn a_broken_sequence_does_not_eat_the_text_below() {
    assert_eq!(multi_line("\u{1b}]0;tên\nkết quả"), "\nkết quả");
    assert_eq!(multi_line("\u{1b}[12é"), "é");
    assert_eq!(multi_line("\u{1b}Ủy"), "Ủy");
}

#[test]
fn invisible_marks_vanish() {
    assert_eq!(multi_line("\u{feff}a\u{202e}b\u{200b}c\u{2066}d\u{7}e\u{0}f\u{e0041}"), "abcdef");
    assert_eq!(multi_line("e\u{200b}\u{301}"), "é");
}

#[test]
fn one_line_joins_lines() {
    assert_eq!(one_line("Sở\r\nNội vụ\n"), "Sở Nội vụ");
    assert_eq!(one_line("a\n\n\nb"), "a b");
    assert_eq!(one_line("a\tb"), "a b");
    assert_eq!(one_line("a     b"), "a     b");
    assert_eq!(one_line(" vụ "), " vụ ");
    assert_eq!(one_line("\n"), "");
}

proptest! {
    #[test]
    fn nothing_unwanted_is_left(text in any::<String>()) {
        let clean = multi_line(&text);
        prop_assert!(clean.chars().all(|c| c == '\n' || !is_unwanted(c)));
        prop_assert!(is_nfc(&clean));
        prop_assert_eq!(multi_line(&clean), clean.clone());
        let line = one_line(&text);
        prop_assert!(line.chars().all(|c| !c.is_control()));
        prop_assert!(is_nfc(&line));
    }

    #[test]
    fn bytes_of_a_terminal_leave_no_control(text in "[\u{1b}\u{9b}\\[\\]()P0-9;mA\u{7}\\\\\r\n\tạ]{0,24}") {
        let clean = multi_line(&text);
        prop_assert!(clean.chars().all(|c| c == '\n' || !c.is_control()));
    }
}
