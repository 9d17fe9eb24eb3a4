//! From the bytes of a file to text: UTF-8, and UTF-16 that says so. A guess would change names.

/// Bytes that are no text this program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Two bytes for a letter, without the mark that tells their order, or broken.
    Utf16,
    /// A legacy code page, such as TCVN3 or VNI.
    NotUtf8 {
        /// The line of the first bad byte, from 1.
        line: u64,
    },
    /// A workbook of a spreadsheet program, old or new.
    Workbook,
}

/// First bytes of a ZIP file, thus of a workbook since 2007.
pub const ZIP: &[u8] = b"PK\x03\x04";
/// First bytes of a workbook before 2007, and of one with a password.
pub const OLD_WORKBOOK: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The text without its byte order mark, its lines ended by line feeds.
///
/// # Errors
/// Everything but UTF-8 (with or without mark) and UTF-16 with a mark.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    if bytes.starts_with(ZIP) || bytes.starts_with(OLD_WORKBOOK) {
        return Err(NotText::Workbook);
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => from_utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => from_utf16(rest, u16::from_be_bytes)?,
        // Text has no zero bytes, UTF-16 of mostly Latin letters has one in every second place.
        _ if bytes.contains(&0) => return Err(NotText::Utf16),
        _ => from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes))?,
    };
    // The reader of tables counts a line feed behind a carriage return to the next line.
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text: Result<String, _> = char::decode_utf16(units).collect();
    text.ok().filter(|_| rest.is_empty()).ok_or(NotText::Utf16)
}

fn from_utf8(bytes: &[u8]) -> Result<String, NotText> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        NotText::NotUtf8 { line: good.iter().filter(|&&byte| byte == b'\n').count() as u64 + 1 }
    })
}

/// The line on which a record starts, of a reader that counts the empty lines before it to it: `byte` and `line` are
/// where that reader began.
pub fn first_line(text: &str, byte: u64, line: u64) -> u64 {
    let begin = usize::try_from(byte).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(begin..).unwrap_or_default();
    line + rest.iter().take_while(|byte| **byte == b'\n').count() as u64
}

/// Words that must look foreign before a text is taken for a legacy one.
const FOREIGN_WORDS: usize = 3;

/// The first place where TCVN3 or VNI stands dressed as Unicode ("Së Néi vô", "Sôû Noäi vuï"), as text typed with
/// an old font does; `None` when there are fewer than three such words.
///
/// Judged piece by piece: one that has a letter of Vietnamese alone (ă, đ, ơ, ư, ạ …) is Unicode.
pub fn legacy_place<'a, P>(pieces: impl IntoIterator<Item = (P, &'a str)>) -> Option<P> {
    let mut first = None;
    let mut seen = 0;
    for (place, text) in pieces {
        if text.is_ascii() || text.chars().any(is_vietnamese_alone) {
            continue;
        }
        let foreign = text.split_whitespace().filter(|word| is_foreign(word)).count();
        if foreign > 0 {
            seen += foreign;
            first.get_or_insert(place);
        }
    }
    first.filter(|_| seen >= FOREIGN_WORDS)
}

fn is_vietnamese_alone(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | 'ạ'..='ỹ' | 'Ạ'..='Ỹ')
        // Marks of their own: decomposed Vietnamese.
        || matches!(c, '\u{300}'..='\u{36f}')
}

/// A word with a letter that Vietnamese does not have, or with a sign where a letter should be.
fn is_foreign(word: &str) -> bool {
    let before = std::iter::once(' ').chain(word.chars());
    before.zip(word.chars()).any(|(before, c)| {
        let is_letter = c.is_alphabetic()
            && matches!(c, '\u{c4}'..='\u{c7}' | '\u{cb}' | '\u{ce}'..='\u{d1}' | '\u{d6}' | '\u{d8}' | '\u{db}'
                | '\u{dc}' | '\u{de}' | '\u{df}' | '\u{e4}'..='\u{e7}' | '\u{eb}' | '\u{ee}'..='\u{f1}' | '\u{f6}'
                | '\u{f8}' | '\u{fb}' | '\u{fc}' | '\u{fe}' | '\u{ff}');
        let is_sign = matches!(c, '¨' | '©' | 'ª' | '«' | '¬' | '®' | 'µ' | '¶' | '·' | '¸' | '¹' | '»' | '¼' | '½' | '¾');
        // TCVN3 has đ at ®, the one sign that begins words.
        is_letter || (is_sign && (before.is_ascii_alphabetic() || before == '®'))
    })
}

#[cfg(test)]
mod tests;
