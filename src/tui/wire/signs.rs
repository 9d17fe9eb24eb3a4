//! Which signs take the same cells on every terminal of an office.

/// Signs of one cell everywhere, with or without the widths of East Asia.
const FIRM: &str = "\u{a0}↪░►▸▾";

/// Signs that the standard calls ambiguous: one cell, but two for terminals that count as East Asia does.
///
/// They are safe here. Such terminals do so only in a Chinese, Japanese or Korean locale, or when told to (PuTTY's
/// "Treat CJK ambiguous characters as wide", off from the start); in those, à, é and ô are of two cells too, and no
/// Vietnamese text can be read in columns. All of them stand in WGL4, the signs that fonts of Windows have, or have
/// been on consoles since code page 437.
const SAFE_HERE: &str = "§·×–—‘’“”•…←↑→↓≈≤≥─│┼█";

/// Whether every terminal agrees how many cells a symbol takes.
///
/// Combining marks, wide glyphs and signs of no fixed width move the cursor differently here and there.
pub(super) fn is_sure(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let (first, rest) = (chars.next(), chars.next());
    let known = |c: char| matches!(c, ' '..='~') || is_letter(c) || FIRM.contains(c) || SAFE_HERE.contains(c);
    rest.is_none() && first.is_some_and(known)
}

/// A letter of Vietnamese or of another Latin script, composed.
fn is_letter(c: char) -> bool {
    matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{1ea0}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::{Path, PathBuf};

    use unicode_width::UnicodeWidthChar;

    use super::*;

    /// Every file below a folder, or the file itself.
    fn files(path: &Path) -> Vec<PathBuf> {
        if path.is_file() {
            return vec![path.to_owned()];
        }
        let entries = fs::read_dir(path).unwrap();
        entries.flat_map(|entry| files(&entry.unwrap().path())).collect()
    }

    /// The signs that are not ASCII, each with a file that has it; comments and tests draw nothing.
    fn drawn() -> BTreeMap<char, PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let places =
            ["tests/golden", "data", "src/text/words", "src/tui/looks.rs", "src/tui/views", "src/app"];
        let files = places.iter().flat_map(|place| files(&root.join(place)));
        let mut signs = BTreeMap::new();
        let is_test = |file: &PathBuf| {
            let path = file.strip_prefix(root.join("src")).map(Path::to_string_lossy);
            path.is_ok_and(|path| path.contains("tests"))
        };
        for file in files.filter(|file| !is_test(file)) {
            let text = fs::read_to_string(&file).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let is_code = file.extension().is_some_and(|extension| extension == "rs");
            let lines =
                text.lines().map(|line| if is_code { line.split("//").next().unwrap() } else { line });
            for sign in lines.flat_map(str::chars).filter(|c| !c.is_ascii()) {
                signs.entry(sign).or_insert_with(|| file.clone());
            }
        }
        signs
    }

    #[test]
    fn every_sign_on_the_screens_is_a_letter_or_tested() {
        let drawn = drawn();
        assert!(drawn.contains_key(&'ế') && drawn.contains_key(&'►'), "the search looks in the wrong place");
        for (sign, file) in drawn {
            // A bare mark joins the letter before it; the screens compose it.
            let is_mark = sign.width() == Some(0);
            let is_known = is_mark || is_sure(&sign.to_string());
            assert!(is_known, "{sign:?} of {} is in neither list", file.display());
        }
    }

    #[test]
    fn the_lists_say_truly_what_is_ambiguous() {
        for sign in FIRM.chars() {
            assert_eq!((sign.width(), sign.width_cjk()), (Some(1), Some(1)), "{sign:?}");
        }
        for sign in SAFE_HERE.chars() {
            assert_eq!((sign.width(), sign.width_cjk()), (Some(1), Some(2)), "{sign:?}");
        }
    }

    #[test]
    fn letters_take_one_cell() {
        for letter in ('À'..='\u{1eff}').filter(|c| is_letter(*c)) {
            assert_eq!(letter.width(), Some(1), "{letter:?}");
        }
    }

    #[test]
    fn other_symbols_are_not_sure() {
        for symbol in ["漢", "e\u{301}", "☐", "♥", "\u{1f600}", "⚠", "½", ""] {
            assert!(!is_sure(symbol), "{symbol:?}");
        }
    }
}
