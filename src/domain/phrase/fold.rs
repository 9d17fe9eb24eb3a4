//! One form for all spellings of a phrase; for matching only.

use unicode_normalization::UnicodeNormalization;

/// NFC, lower case, one space for every run of blanks, "hằng" and the typo "hằng nằm" read as "hàng năm".
///
/// Brackets and commas become blanks, a slash and a dash stand alone, a full stop at the end is dropped.
pub fn fold_phrase(phrase: &str) -> String {
    let lower: String = phrase.nfc().flat_map(char::to_lowercase).nfc().collect();
    let mut spaced = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            '/' => spaced.push_str(" / "),
            '-' | '\u{2010}'..='\u{2015}' => spaced.push_str(" - "),
            '(' | ')' | ',' | ';' | ':' | '"' | '“' | '”' | '\u{feff}' | '\u{200b}' => spaced.push(' '),
            _ => spaced.push(c),
        }
    }
    let mut words: Vec<&str> = spaced.split_whitespace().map(spelling).collect();
    for index in 1..words.len() {
        if words[index] == "nằm" && words[index - 1] == "hàng" {
            words[index] = "năm";
        }
    }
    words.join(" ").trim_end_matches(['.', ' ']).to_owned()
}

fn spelling(word: &str) -> &str {
    match word {
        "hằng" => "hàng",
        "kì" => "kỳ",
        "quí" => "quý",
        "bẩy" => "bảy",
        other => other,
    }
}
