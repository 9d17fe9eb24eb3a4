//! Text for terminals that lack signs, or every letter with marks: each sign by a twin of the same cells.
//!
//! Cells stay as they are, so that columns, cuts and the cursor need not know of it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::width::width;

/// Stands for a sign that has no twin.
const UNKNOWN: &str = "?";

/// Signs by their twins of ASCII, where they have one; letters stay, marks and all.
pub fn plain_signs(text: &str) -> String {
    text.chars().map(|c| twin(c).unwrap_or(c)).collect()
}

/// ASCII alone: "Sở Nội vụ → …" is "So Noi vu > .". Case and cells are kept, line ends too.
pub fn unmarked(text: &str) -> String {
    text.graphemes(true).fold(String::with_capacity(text.len()), |mut plain, grapheme| {
        match (grapheme.is_ascii(), letter(grapheme)) {
            (true, _) => plain.push_str(grapheme),
            (false, Some(letter)) => plain.push(letter),
            (false, None) => plain.push_str(&UNKNOWN.repeat(width(grapheme))),
        }
        plain
    })
}

/// The one character of ASCII that a grapheme of one cell is read as.
fn letter(grapheme: &str) -> Option<char> {
    if width(grapheme) != 1 {
        return None;
    }
    // The sign first: "…" comes apart into three.
    let sign = grapheme.chars().next().and_then(twin);
    sign.or_else(|| {
        let mut bare = grapheme.nfkd().filter(|c| !is_combining_mark(*c)).map(without_stroke);
        let first = bare.next().filter(|c| c.is_ascii() && !c.is_control());
        first.filter(|_| bare.next().is_none())
    })
}

/// The stroke of đ is no mark that comes apart.
fn without_stroke(c: char) -> char {
    match c {
        'đ' => 'd',
        'Đ' => 'D',
        other => other,
    }
}

/// What a sign of one cell looks like in ASCII.
fn twin(c: char) -> Option<char> {
    Some(match c {
        '→' | '►' => '>',
        '←' => '<',
        '↑' => '^',
        '↓' | '▾' => 'v',
        '≤' => '<',
        '≥' => '>',
        '≈' => '~',
        '×' => 'x',
        '•' => '*',
        '↪' => '@',
        '·' | '‐' | '‑' | '–' | '—' | '−' | '─' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '│' => '|',
        '┼' | '▸' => '+',
        '█' => '#',
        '…' | '░' => '.',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn vietnamese_loses_its_marks_and_keeps_its_case() {
        for (text, plain) in [
            ("Sở Nội vụ tỉnh Lạng Sơn", "So Noi vu tinh Lang Son"),
            ("ĐÔN ĐỐC, đã gửi", "DON DOC, da gui"),
            ("vie\u{302}\u{323}t", "viet"),
            ("“quá hạn” → T5 … ≥ 3 · 2021–2025", "\"qua han\" > T5 . > 3 - 2021-2025"),
            ("H\u{a0}1, m², 5º", "H 1, m2, 5o"),
            ("漢 \u{1f600} ♥", "?? ?? ?"),
            ("một\nhai\r\nba\tbốn", "mot\nhai\r\nba\tbon"),
        ] {
            assert_eq!(unmarked(text), plain);
        }
    }

    #[test]
    fn signs_alone_leave_the_letters() {
        assert_eq!(plain_signs("Sở → “đã gửi” …"), "Sở > \"đã gửi\" .");
    }

    proptest! {
        #[test]
        fn cells_stay_and_nothing_but_ascii_is_left(text in "\\PC{0,40}") {
            let plain = unmarked(&text);
            prop_assert!(plain.is_ascii());
            prop_assert_eq!(width(&plain), width(&text));
            prop_assert_eq!(width(&plain_signs(&text)), width(&text));
        }
    }
}
