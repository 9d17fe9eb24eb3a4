//! How long a line of bold Times New Roman is on paper, for the lines drawn under it.

/// Widths of A to Z and a to z in thousandths of the size of type (Times Bold, Adobe Font Metrics).
const CAPITALS: [u16; 26] = [
    722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722,
    722, 1000, 722, 722, 667,
];
const SMALL: [u16; 26] = [
    500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556,
    500, 722, 500, 500, 444,
];

/// Length of `text` in points, set in bold of `size` points. Marks take no room, signs as much as a digit.
pub fn text_width_pt(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|c| u32::from(letter_width(c)));
    f64::from(letters.sum::<u32>()) * size / 1000.0
}

fn letter_width(c: char) -> u16 {
    let base = base(c);
    match base {
        'A'..='Z' => of(&CAPITALS, base, b'A'),
        'a'..='z' => of(&SMALL, base, b'a'),
        ' ' | '.' | ',' | ';' => 250,
        '-' | ':' | '(' | ')' => 333,
        _ => 500,
    }
}

fn of(widths: &[u16; 26], letter: char, first: u8) -> u16 {
    let at = u8::try_from(letter).map_or(0, |letter| usize::from(letter - first));
    widths.get(at).copied().unwrap_or(500)
}

/// The letter without its marks.
fn base(c: char) -> char {
    match c {
        'Đ' => 'D',
        'đ' => 'd',
        c => unicode_normalization::UnicodeNormalization::nfd(std::iter::once(c)).next().unwrap_or(c),
    }
}
