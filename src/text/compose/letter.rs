//! A Vietnamese letter as its base and its mark, and the tone of a syllable.

use unicode_normalization::UnicodeNormalization;

/// What changes a letter into another one of the alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// â, ê, ô.
    Circumflex,
    /// ă.
    Breve,
    /// ơ, ư.
    Horn,
    /// đ.
    Stroke,
}

/// The tone of a syllable; a level one has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Sắc.
    Acute,
    /// Huyền.
    Grave,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Nặng.
    Dot,
}

const MARKS: [(Mark, char); 3] =
    [(Mark::Circumflex, '\u{302}'), (Mark::Breve, '\u{306}'), (Mark::Horn, '\u{31b}')];

const TONES: [(Tone, char); 5] = [
    (Tone::Acute, '\u{301}'),
    (Tone::Grave, '\u{300}'),
    (Tone::Hook, '\u{309}'),
    (Tone::Tilde, '\u{303}'),
    (Tone::Dot, '\u{323}'),
];

/// A letter without its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// The key of the keyboard, small.
    pub base: char,
    /// Its mark.
    pub mark: Option<Mark>,
    /// Whether it is a capital.
    pub upper: bool,
}

impl Letter {
    /// A letter as it stands on its key.
    pub fn plain(key: char) -> Self {
        Self { base: key.to_ascii_lowercase(), mark: None, upper: key.is_ascii_uppercase() }
    }

    pub fn with(self, mark: Option<Mark>) -> Self {
        Self { mark, ..self }
    }

    pub fn is_vowel(self) -> bool {
        matches!(self.base, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
    }

    /// The small letter without a tone.
    pub fn small(self) -> char {
        match (self.base, self.mark) {
            ('a', Some(Mark::Circumflex)) => 'â',
            ('a', Some(Mark::Breve)) => 'ă',
            ('e', Some(Mark::Circumflex)) => 'ê',
            ('o', Some(Mark::Circumflex)) => 'ô',
            ('o', Some(Mark::Horn)) => 'ơ',
            ('u', Some(Mark::Horn)) => 'ư',
            ('d', Some(Mark::Stroke)) => 'đ',
            (base, _) => base,
        }
    }

    /// Whether it is this small letter, or lacks only its mark.
    pub fn may_become(self, wanted: char) -> bool {
        let base = match wanted {
            'ă' | 'â' => 'a',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            'đ' => 'd',
            plain => plain,
        };
        self.small() == wanted || (self.mark.is_none() && self.base == base)
    }

    /// The letter with a tone on it, NFC.
    pub fn written(self, tone: Option<Tone>) -> impl Iterator<Item = char> {
        let base = if self.mark == Some(Mark::Stroke) { 'đ' } else { self.base };
        let base = if self.upper { base.to_uppercase().next().unwrap_or(base) } else { base };
        let mark = MARKS.iter().find(|(mark, _)| self.mark == Some(*mark)).map(|(_, sign)| *sign);
        let tone = TONES.iter().find(|(other, _)| tone == Some(*other)).map(|(_, sign)| *sign);
        [Some(base), mark, tone].into_iter().flatten().nfc()
    }
}

/// A written letter taken apart; `None` for what no Vietnamese word has in it.
pub(super) fn taken_apart(written: char) -> Option<(Letter, Option<Tone>)> {
    if matches!(written, 'đ' | 'Đ') {
        let letter = Letter { base: 'd', mark: Some(Mark::Stroke), upper: written == 'Đ' };
        return Some((letter, None));
    }
    let mut parts = std::iter::once(written).nfd();
    let mut letter = parts.next().filter(char::is_ascii_alphanumeric).map(Letter::plain)?;
    let mut tone = None;
    for sign in parts {
        let mark = MARKS.iter().find(|(_, other)| *other == sign).map(|(mark, _)| *mark);
        let found = TONES.iter().find(|(_, other)| *other == sign).map(|(tone, _)| *tone);
        if mark.is_none() && found.is_none() {
            return None;
        }
        (letter.mark, tone) = (letter.mark.or(mark), tone.or(found));
    }
    Some((letter, tone))
}
