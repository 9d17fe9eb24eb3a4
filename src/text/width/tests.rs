use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

#[test]
fn both_normal_forms_take_the_same_cells() {
    assert_eq!(width("Nghị quyết"), 10);
    assert_eq!(width(&nfd("Nghị quyết")), 10);
    assert_eq!(width("漢字"), 4);
    assert_eq!(width(""), 0);
}

/// What is taken for simple takes the cells that Unicode says, whatever stands beside it.
#[test]
fn simple_characters_are_graphemes_of_one_cell() {
    let simple: Vec<char> = ('\0'..='\u{ffff}').filter(|c| is_simple(&c.to_string())).collect();
    assert!(simple.len() > 600, "{}", simple.len());
    let all: String = simple.iter().collect();
    assert_eq!(all.graphemes(true).count(), simple.len());
    assert!(simple.iter().all(|c| c.to_string().width() == 1));
    for c in &simple {
        let pair = format!("{c}{c}");
        assert_eq!((pair.graphemes(true).count(), pair.width()), (2, 2), "{c:?}");
    }
}

#[test]
fn truncate_cuts_after_a_whole_word() {
    let text = "Sở Khoa học và Công nghệ";
    assert_eq!(truncate(text, 24, Ellipsis::Unicode), text);
    assert_eq!(truncate(text, 23, Ellipsis::Unicode), "Sở Khoa học và Công…");
    assert_eq!(truncate(text, 20, Ellipsis::Unicode), "Sở Khoa học và Công…");
    assert_eq!(truncate(text, 19, Ellipsis::Unicode), "Sở Khoa học và…");
    assert_eq!(truncate(text, 14, Ellipsis::Ascii), "Sở Khoa học...");
}

#[test]
fn truncate_cuts_a_word_only_when_no_word_fits() {
    assert_eq!(truncate("Nghị quyết", 4, Ellipsis::Unicode), "Ngh…");
    assert_eq!(truncate(&nfd("Thường xuyên"), 5, Ellipsis::Unicode), format!("{}…", nfd("Thườ")));
    assert_eq!(truncate("Nghị", 2, Ellipsis::Ascii), "Ng");
    assert_eq!(truncate("Nghị", 1, Ellipsis::Unicode), "…");
    assert_eq!(truncate("Nghị", 0, Ellipsis::Unicode), "");
    assert_eq!(truncate("  Nghị quyết", 5, Ellipsis::Unicode), "  Ng…");
}

#[test]
fn wrap_breaks_between_words() {
    assert_eq!(wrap("Sở Nội vụ tham mưu", 10), ["Sở Nội vụ", "tham mưu"]);
    assert_eq!(wrap("Sở Nội vụ", 9), ["Sở Nội vụ"]);
    assert_eq!(wrap("theo 57-NQ/TW", 8), ["theo", "57-NQ/TW"]);
    assert_eq!(wrap("một\n\nhai", 8), ["một", "", "hai"]);
    assert_eq!(wrap("", 8), [""]);
}

#[test]
fn spaces_hang_at_the_edge() {
    assert_eq!(rows("abcd   ef", 4), ["abcd   ", "ef"]);
    assert_eq!(rows("ab      cd", 4), ["ab      ", "cd"]);
    assert_eq!(rows("    abc", 4), ["    ", "abc"]);
}

#[test]
fn long_words_break_by_grapheme() {
    assert_eq!(rows("nghiêng", 3), ["ngh", "iên", "g"]);
    assert_eq!(rows("ab nghiêng xa", 4), ["ab ", "nghi", "êng ", "xa"]);
    assert_eq!(rows("漢字", 1), ["漢", "字"]);
    assert_eq!(rows(&nfd("ếếế"), 2), [nfd("ếế"), nfd("ế")]);
}

#[test]
fn pad_counts_cells_not_bytes() {
    assert_eq!(pad("vụ", 4), "vụ  ");
    assert_eq!(pad_left("97,65", 7), "  97,65");
    assert_eq!(pad("dài quá", 3), "dài quá");
}

proptest! {
    #[test]
    fn rows_are_the_line_again(line in "[a-zếồ漢 \u{301}]{0,40}", cells in 0usize..12) {
        let rows = rows(&line, cells);
        prop_assert_eq!(rows.concat(), line.clone());
        prop_assert!(!rows.is_empty());
        let letters: usize = rows.iter().map(|row| row.graphemes(true).count()).sum();
        prop_assert_eq!(letters, line.graphemes(true).count());
        for row in &rows {
            prop_assert!(line.is_empty() || !row.is_empty());
            let word = row.trim_end_matches(' ');
            prop_assert!(width(word) <= cells.max(1) || word.graphemes(true).count() == 1);
        }
    }

    #[test]
    fn a_cut_text_never_exceeds(text in any::<String>(), cells in 0usize..30, ascii in any::<bool>()) {
        let ellipsis = if ascii { Ellipsis::Ascii } else { Ellipsis::Unicode };
        prop_assert!(width(&truncate(&text, cells, ellipsis)) <= cells);
    }

    #[test]
    fn splitting_loses_nothing(text in any::<String>(), cells in 0usize..30) {
        let (head, tail) = split_at_cells(&text, cells);
        prop_assert!(width(head) <= cells);
        prop_assert_eq!(format!("{head}{tail}"), text);
    }
}
