//! Telex and VNI: the keys of a word in, the word out.
//!
//! A word is worked out anew from all its keys at every key, so that nothing depends on how it came to be.
//! What cannot become a Vietnamese syllable stands as its keys: "windows" needs no other mode. A doubled
//! key takes its mark back and the rest of the word is left alone: `ass` is "as", `tesst` is "test".
//! It must not know what text the word stands in, nor how keys are pressed.

mod composition;
mod letter;
mod syllable;

use self::composition::Composition;
use self::letter::{Mark, Tone, taken_apart};
use crate::domain::input_method::InputMethod;

/// A word that is being typed: its keys and what they make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    keys: String,
    shown: String,
    /// Whether no key changes it any more.
    is_fixed: bool,
}

impl Word {
    /// A word that begins with this key; `None` when no word does, and the key is just what it is.
    pub fn begin(method: InputMethod, key: char) -> Option<Self> {
        let keys = key.is_ascii_alphabetic().then(|| key.to_string())?;
        Some(Self { shown: compose(method, &keys), keys, is_fixed: false })
    }

    /// What stands on the screen.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The word with one key more; `None` when the key ends it.
    #[must_use]
    pub fn with(&self, method: InputMethod, key: char) -> Option<Self> {
        let goes_on = key.is_ascii_alphabetic() || (method == InputMethod::Vni && key.is_ascii_digit());
        let keys = format!("{}{key}", self.keys);
        goes_on.then(|| {
            let shown = if self.is_fixed { format!("{}{key}", self.shown) } else { compose(method, &keys) };
            Self { keys, shown, ..self.clone() }
        })
    }

    /// The word without its last letter, as the reader sees it, ready to be typed on; `None` when nothing is left.
    #[must_use]
    pub fn shortened(&self, method: InputMethod) -> Option<Self> {
        let mut shown = self.shown.clone();
        shown.pop();
        let keys = spell(method, &shown);
        // Where the same keys would make something else, its marks were taken back on purpose.
        let is_fixed = self.is_fixed || keys.as_ref().is_none_or(|keys| compose(method, keys) != shown);
        let keys = keys.unwrap_or_else(|| shown.clone());
        (!shown.is_empty()).then_some(Self { keys, shown, is_fixed })
    }
}

/// What the keys of one word make; the keys themselves where that is no Vietnamese.
pub fn compose(method: InputMethod, keys: &str) -> String {
    if keys.len() > 2 && keys.chars().all(|key| matches!(key, 'w' | 'W')) {
        // Nobody wants two of them.
        return keys.to_owned();
    }
    let mut word = Composition::default();
    for key in keys.chars() {
        word.press(method, key);
        if !word.may_be_vietnamese() {
            return keys.to_owned();
        }
    }
    word.written()
}

/// The key of the keyboard that a letter stands on: that of "Đ" is D. Any other character is its own.
pub fn base_key(written: char) -> char {
    let letter = taken_apart(written).map(|(letter, _)| letter);
    letter.map_or(written, |letter| if letter.upper { letter.base.to_ascii_uppercase() } else { letter.base })
}

/// The key of Telex that makes one letter of the other; `None` where no mark was added.
///
/// A letter gives no sign whether it was made by Telex or by VNI; by far most people use Telex.
pub fn key_between(old: char, new: char) -> Option<char> {
    let ((was, old_tone), (is, new_tone)) = (taken_apart(old)?, taken_apart(new)?);
    let added = is.mark.filter(|_| is.mark != was.mark);
    let mark = added.map(|mark| mark_key(InputMethod::Telex, is.base, mark));
    let mark = mark.map(|key| if is.upper { key.to_ascii_uppercase() } else { key });
    let tone = new_tone.filter(|_| new_tone != old_tone);
    mark.or(tone.map(|tone| tone_key(InputMethod::Telex, tone)))
}

/// Keys that make this word, if it is one that keys can make.
fn spell(method: InputMethod, shown: &str) -> Option<String> {
    let mut keys = String::new();
    let mut tone = None;
    for written in shown.chars() {
        let (letter, found) = taken_apart(written)?;
        keys.push(if letter.upper { letter.base.to_ascii_uppercase() } else { letter.base });
        keys.extend(letter.mark.map(|mark| mark_key(method, letter.base, mark)));
        tone = tone.or(found);
    }
    keys.extend(tone.map(|tone| tone_key(method, tone)));
    Some(keys)
}

fn mark_key(method: InputMethod, base: char, mark: Mark) -> char {
    match (method, mark) {
        (InputMethod::Telex, Mark::Circumflex | Mark::Stroke) => base,
        (InputMethod::Telex, Mark::Breve | Mark::Horn) => 'w',
        (InputMethod::Vni, Mark::Circumflex) => '6',
        (InputMethod::Vni, Mark::Horn) => '7',
        (InputMethod::Vni, Mark::Breve) => '8',
        (InputMethod::Vni, Mark::Stroke) => '9',
    }
}

const TONE_KEYS: [(Tone, char, char); 5] = [
    (Tone::Acute, 's', '1'),
    (Tone::Grave, 'f', '2'),
    (Tone::Hook, 'r', '3'),
    (Tone::Tilde, 'x', '4'),
    (Tone::Dot, 'j', '5'),
];

fn tone_key(method: InputMethod, tone: Tone) -> char {
    let key = TONE_KEYS.iter().find(|(other, ..)| *other == tone);
    key.map_or(' ', |(_, telex, vni)| if method == InputMethod::Telex { *telex } else { *vni })
}

#[cfg(test)]
mod tests;
