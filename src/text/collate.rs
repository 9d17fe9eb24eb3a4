//! Vietnamese order: a ă â b c d đ …, tones ngang huyền hỏi ngã sắc nặng, capitals last.
//!
//! The order of CLDR `vi`: the letters of the whole text decide, then the
//! tones, then the case. Official lists are read in protocol order, which the
//! register of agencies gives; this is for everything else.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The letters in their order; f, j, w, z stand where Latin has them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Each vowel with its six tones: ngang, huyền, hỏi, ngã, sắc, nặng.
const TONES: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// What kind of character stands first: spaces, then signs, digits, letters, and foreign letters last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Space,
    Sign(char),
    Digit(char),
    Letter(usize),
    Foreign(char),
}

/// A key that sorts texts in Vietnamese order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CollationKey {
    letters: Vec<Place>,
    tones: Vec<usize>,
    capitals: Vec<bool>,
}

/// The key of a text; NFC and NFD give the same.
pub fn collation_key(text: &str) -> CollationKey {
    let mut key = CollationKey { letters: Vec::new(), tones: Vec::new(), capitals: Vec::new() };
    for letter in text.nfc() {
        let mut small = letter.to_lowercase();
        let lower = small.next().unwrap_or(letter);
        let (base, tone) = split_tone(lower);
        key.letters.push(place(base));
        key.tones.push(tone);
        key.capitals.push(letter.is_uppercase());
    }
    key
}

fn split_tone(letter: char) -> (char, usize) {
    if letter.is_ascii() {
        return (letter, 0);
    }
    let row = TONES.iter().find_map(|row| Some((row[0], row.iter().position(|c| *c == letter)?)));
    row.unwrap_or((letter, 0))
}

fn place(letter: char) -> Place {
    if let Some(position) = ALPHABET.chars().position(|c| c == letter) {
        return Place::Letter(position);
    }
    match letter {
        c if c.is_whitespace() => Place::Space,
        c if c.is_numeric() => Place::Digit(c),
        c if c.is_alphabetic() || is_combining_mark(c) => Place::Foreign(c),
        c => Place::Sign(c),
    }
}

#[cfg(test)]
mod tests;
