use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn one_spelling_for_many() {
    for (a, b) in [
        ("Đảng ủy", "dang uy"),
        ("đột phá", "dot pha"),
        ("hoà", "hòa"),
        ("Ủy ban", "Uỷ ban"),
        ("kỳ họp", "kì họp"),
        ("thạc sỹ", "thạc sĩ"),
        ("hằng năm", "hàng năm"),
        ("lý luận", "lí luận"),
        ("tỷ lệ", "tỉ lệ"),
        ("quý I", "quí I"),
        ("2021 – 2025", "2021 - 2025"),
        ("trước ngày\u{a0}30/10", "trước ngày 30/10"),
    ] {
        assert_eq!(fold(a), fold(b), "{a} / {b}");
    }
}

#[test]
fn different_words_stay_different() {
    for (a, b) in [("tay", "tai"), ("hay", "hai"), ("thuý", "thui"), ("Nguyễn", "Nguiễn")] {
        assert_ne!(fold(a), fold(b), "{a} / {b}");
    }
}

#[test]
fn both_normal_forms_fold_alike() {
    let text = "Nghị quyết số 45-NQ/TW của Ban Chấp hành Trung ương Đảng";
    let nfd: String = text.nfd().collect();
    assert_ne!(text, nfd);
    assert_eq!(fold(text), fold(&nfd));
    assert_eq!(fold(text), "nghi quiet so 45-nq/tw cua ban chap hanh trung uong dang");
    assert!(matches("nghị quyết", &nfd));
    assert_eq!(rank(&nfd, text), Some(Rank::ExactStart));
}

#[test]
fn letters_in_one_piece_are_left_alone() {
    for letter in ('\0'..='\u{1fff}').filter(|letter| is_in_one_piece(*letter)) {
        assert_eq!(letter.to_string().nfc().collect::<String>(), letter.to_string());
    }
    assert!(!is_in_one_piece('\u{301}'));
}

#[test]
fn every_word_of_the_query_counts() {
    assert!(matches("so noi vu", "Sở Nội vụ"));
    assert!(matches("vu so", "Sở Nội vụ"));
    assert!(!matches("so noi xa", "Sở Nội vụ"));
    assert!(matches("", "Sở Nội vụ"));
    assert!(Query::new("  ").is_empty());
}

#[test]
fn a_query_stays_a_hit_while_it_is_typed() {
    let text = "quyết định";
    let mut typed = String::new();
    for letter in "quyet dinh".chars() {
        typed.push(letter);
        assert!(matches(&typed, text), "{typed}");
    }
}

#[test]
fn one_mark_finds_stacked_marks() {
    assert!(matches("tiê", "tiến độ"));
    assert!(matches("bôi", "bồi dưỡng"));
}

#[test]
fn exact_before_folded_and_start_before_inside() {
    assert_eq!(rank("sở", "Sở Nội vụ"), Some(Rank::ExactStart));
    assert_eq!(rank("so", "Sở Nội vụ"), Some(Rank::FoldedStart));
    assert_eq!(rank("an", "Ban Tổ chức"), Some(Rank::ExactInside));
    assert_eq!(rank("an", "Ủy bán"), Some(Rank::FoldedInside));
    assert_eq!(rank("sở ội", "Sở Nội vụ"), Some(Rank::ExactInside));
    assert_eq!(rank("nq/tw", "57-NQ/TW"), Some(Rank::ExactStart));
    assert!(Rank::ExactStart < Rank::FoldedStart && Rank::ExactInside < Rank::FoldedInside);
}

#[test]
fn initials_find_an_agency() {
    assert_eq!(initials("Sở Khoa học và Công nghệ"), "skhcn");
    assert_eq!(initials("Ủy ban nhân dân"), "ubnd");
    assert_eq!(rank("SKHCN", "Sở Khoa học và Công nghệ"), Some(Rank::Initials));
    assert_eq!(rank("khcn", "Sở Khoa học và Công nghệ"), Some(Rank::Initials));
    assert_eq!(rank("sv", "Sở Khoa học và Công nghệ"), None);
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
    }

    #[test]
    fn every_part_of_a_word_finds_it(word in "[aeiouyquyýỳkgnhtđêơưỷ]{1,9}", from in 0..9usize, count in 1..9usize) {
        let part: String = word.chars().skip(from).take(count).collect();
        let rank = rank(&part, &word);
        // Where its marks stand, it is not found by its letters alone inside a word.
        let lost = matches!(rank, None | Some(Rank::FoldedInside | Rank::Initials));
        prop_assert!(!lost, "{part:?} in {word:?}: {rank:?}");
    }

    #[test]
    fn a_text_finds_itself(text in any::<String>()) {
        prop_assert_eq!(rank(&text, &text).is_some(), true);
    }
}
