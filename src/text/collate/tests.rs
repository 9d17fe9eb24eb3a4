use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn is_sorted(words: &[&str]) {
    for pair in words.windows(2) {
        assert!(collation_key(pair[0]) < collation_key(pair[1]), "{} < {}", pair[0], pair[1]);
    }
}

#[test]
fn letters_stand_in_their_order() {
    is_sorted(&[
        "an", "ăn", "ân", "ba", "da", "đa", "e", "ê", "ga", "o", "ô", "ơ", "pa", "u", "ư", "va", "ya",
    ]);
}

#[test]
fn tones_stand_in_their_order() {
    is_sorted(&["ma", "mà", "mả", "mã", "má", "mạ", "man"]);
    is_sorted(&["tư", "từ", "tử", "tữ", "tứ", "tự"]);
}

#[test]
fn a_letter_outweighs_every_tone() {
    is_sorted(&["ban", "bàn", "bạn", "bang", "băn"]);
    is_sorted(&["Sở Ngoại vụ", "Sở Nội vụ"]);
}

#[test]
fn capitals_come_last_and_decide_last() {
    is_sorted(&["ha", "Ha", "hà", "Hà"]);
}

#[test]
fn spaces_signs_digits_letters() {
    is_sorted(&["a b", "a-b", "a1", "ab", "aя"]);
}

#[test]
fn clause_letters_put_đ_after_d() {
    is_sorted(&["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m"]);
}

#[test]
fn both_normal_forms_have_one_key() {
    let text = "Nghị quyết Đảng ủy";
    assert_eq!(collation_key(text), collation_key(&text.nfd().collect::<String>()));
}

#[test]
fn every_tone_row_is_one_letter_of_the_alphabet() {
    for row in TONES {
        assert!(ALPHABET.contains(row[0]));
        for (tone, letter) in row.iter().enumerate() {
            assert_eq!(split_tone(*letter), (row[0], tone));
            assert_eq!(letter.nfd().next(), row[0].nfd().next());
        }
    }
}

proptest! {
    #[test]
    fn order_of_keys_agrees_with_equality(a in "[aăâàạăđdAĐ ]{0,4}", b in "[aăâàạăđdAĐ ]{0,4}") {
        prop_assert_eq!(collation_key(&a) == collation_key(&b), a == b);
    }
}
