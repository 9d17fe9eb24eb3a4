//! Telex and VNI: the keys of a word in, the word out.
//!
//! A word is worked out anew from all its keys at every key, so that nothing depends on how it came to be.
//! What cannot become a Vietnamese syllable stands as its keys: "windows" needs no other mode. A doubled
//! key takes its mark back and the rest of the word is left alone: `ass` is "as", `tesst` is "test".
//! It must not know what text the word stands in, nor how keys are pressed.

mod letter;
mod syllable;

use self::letter::{Letter, Mark, Tone, taken_apart};
use self::syllable::{is_possible, nucleus, tone_place};
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
        if !word.is_left_alone && !is_possible(&word.letters, word.tone) {
            return keys.to_owned();
        }
    }
    word.written()
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

/// What a key asks for before it is taken as a letter.
enum Wish {
    Tone(Tone),
    NoTone,
    /// A mark, on a letter with one of these bases.
    Mark(Mark, &'static [char]),
    /// The w of Telex: a horn, a breve, or the letter ư.
    HornOrBreve,
    Nothing,
}

fn wish(method: InputMethod, key: char) -> Wish {
    let key = key.to_ascii_lowercase();
    let tone = TONE_KEYS.iter().find(|(tone, ..)| tone_key(method, *tone) == key);
    match (method, key) {
        _ if tone.is_some() => tone.map_or(Wish::Nothing, |(tone, ..)| Wish::Tone(*tone)),
        (InputMethod::Telex, 'z') | (InputMethod::Vni, '0') => Wish::NoTone,
        (InputMethod::Telex, 'a') => Wish::Mark(Mark::Circumflex, &['a']),
        (InputMethod::Telex, 'e') => Wish::Mark(Mark::Circumflex, &['e']),
        (InputMethod::Telex, 'o') => Wish::Mark(Mark::Circumflex, &['o']),
        (InputMethod::Vni, '6') => Wish::Mark(Mark::Circumflex, &['a', 'e', 'o']),
        (InputMethod::Telex, 'd') | (InputMethod::Vni, '9') => Wish::Mark(Mark::Stroke, &['d']),
        (InputMethod::Vni, '7') => Wish::Mark(Mark::Horn, &['u', 'o']),
        (InputMethod::Vni, '8') => Wish::Mark(Mark::Breve, &['a']),
        (InputMethod::Telex, 'w') => Wish::HornOrBreve,
        _ => Wish::Nothing,
    }
}

/// A word between two keys.
#[derive(Clone, Debug, Default)]
struct Composition {
    letters: Vec<Letter>,
    tone: Option<Tone>,
    /// Whether the last key was a w that stands as ư by itself.
    made_u: bool,
    /// Whether a doubled key took a mark back: from there on keys are letters.
    is_left_alone: bool,
}

impl Composition {
    fn press(&mut self, method: InputMethod, key: char) {
        let made_u = std::mem::take(&mut self.made_u);
        if self.is_left_alone {
            return self.letters.push(Letter::plain(key));
        }
        let done = match wish(method, key) {
            Wish::Tone(tone) => self.set_tone(tone, key),
            Wish::NoTone => self.tone.take().is_some(),
            Wish::Mark(Mark::Stroke, _) => self.stroke(key),
            Wish::Mark(mark, bases) => self.mark(&[(mark, bases)], key),
            Wish::HornOrBreve if made_u => {
                self.letters.pop();
                self.leave_alone(key)
            }
            Wish::HornOrBreve => {
                let found = self.mark(&[(Mark::Horn, &['u', 'o']), (Mark::Breve, &['a'])], key);
                found || self.make_u(key)
            }
            Wish::Nothing => false,
        };
        if !done {
            self.push(key);
        }
    }

    /// Puts the key itself at the end and takes no more wishes.
    fn leave_alone(&mut self, key: char) -> bool {
        self.letters.push(Letter::plain(key));
        self.is_left_alone = true;
        true
    }

    fn push(&mut self, key: char) {
        self.letters.push(Letter::plain(key));
        self.pair_horns();
    }

    fn set_tone(&mut self, tone: Tone, key: char) -> bool {
        if nucleus(&self.letters).is_empty() {
            return false;
        }
        if self.tone == Some(tone) {
            self.tone = None;
            return self.leave_alone(key);
        }
        let fits = is_possible(&self.letters, Some(tone));
        if fits {
            self.tone = Some(tone);
        }
        fits
    }

    /// Makes đ of the d that the syllable begins with, or in an abbreviation of the d just typed.
    fn stroke(&mut self, key: char) -> bool {
        let has_vowel = self.letters.iter().any(|letter| letter.is_vowel());
        let at = if has_vowel { Some(0) } else { self.letters.len().checked_sub(1) };
        let Some(at) = at.filter(|at| self.letters[*at].base == 'd') else { return false };
        if self.letters[at].mark.is_some() {
            self.letters[at].mark = None;
            return self.leave_alone(key);
        }
        self.try_marks(&[(at, Mark::Stroke)])
    }

    /// Gives the first letter that can have it a mark; takes the mark back where it stands already.
    fn mark(&mut self, marks: &[(Mark, &[char])], key: char) -> bool {
        let vowels = nucleus(&self.letters);
        if marks.iter().any(|(mark, _)| *mark == Mark::Horn) && self.horn_pair(vowels.clone()) {
            return true;
        }
        let places: Vec<(usize, Mark)> = marks
            .iter()
            .flat_map(|(mark, bases)| bases.iter().map(|base| (*mark, *base)))
            .flat_map(|(mark, base)| vowels.clone().map(move |at| (at, mark, base)))
            .filter(|(at, _, base)| self.letters[*at].base == *base)
            .map(|(at, mark, _)| (at, mark))
            .collect();
        let has = |letter: Letter, mark| letter.mark == Some(mark);
        // The other half of "uơ" has no mark of its own to get.
        let is_half = |at: usize| {
            let next = self.letters.get(at + 1).filter(|next| next.base == 'o');
            self.letters[at].base == 'u' && next.is_some_and(|next| next.mark == Some(Mark::Horn))
        };
        let free: Vec<_> = places
            .iter()
            .copied()
            .filter(|(at, mark)| !has(self.letters[*at], *mark) && !is_half(*at))
            .collect();
        for (at, mark) in free {
            if self.try_marks(&[(at, mark)]) {
                return true;
            }
        }
        let marked: Vec<_> = places.into_iter().filter(|&(at, mark)| has(self.letters[at], mark)).collect();
        if marked.is_empty() {
            return false;
        }
        for (at, _) in marked {
            self.letters[at].mark = None;
        }
        self.leave_alone(key)
    }

    /// Makes ươ of "uo" at once, or uơ where nothing follows; false where there is no such pair without horns.
    fn horn_pair(&mut self, vowels: std::ops::Range<usize>) -> bool {
        let is_pair = |at: &usize| {
            let (u, o) = (self.letters[*at], self.letters[at + 1]);
            u.base == 'u' && o.base == 'o' && u.mark.is_none() && o.mark != Some(Mark::Horn)
        };
        let Some(at) = (vowels.start..vowels.end.saturating_sub(1)).find(is_pair) else { return false };
        if at + 2 < self.letters.len() {
            self.try_marks(&[(at, Mark::Horn), (at + 1, Mark::Horn)])
        } else {
            self.try_marks(&[(at + 1, Mark::Horn)])
        }
    }

    /// "ưo" and, before another letter, "uơ" are half of ươ.
    fn pair_horns(&mut self) {
        let vowels = nucleus_before_last(&self.letters);
        for at in vowels.start..vowels.end.saturating_sub(1) {
            let (u, o) = (self.letters[at], self.letters[at + 1]);
            let horns = [u.mark, o.mark].iter().filter(|mark| **mark == Some(Mark::Horn)).count();
            if u.base == 'u' && o.base == 'o' && horns == 1 {
                self.try_marks(&[(at, Mark::Horn), (at + 1, Mark::Horn)]);
            }
        }
    }

    fn make_u(&mut self, key: char) -> bool {
        let mut letters = self.letters.clone();
        letters.push(Letter { base: 'u', mark: Some(Mark::Horn), upper: key.is_ascii_uppercase() });
        self.made_u = self.take_if_possible(letters);
        self.made_u
    }

    fn try_marks(&mut self, marks: &[(usize, Mark)]) -> bool {
        let mut letters = self.letters.clone();
        for (at, mark) in marks {
            letters[*at] = letters[*at].with(Some(*mark));
        }
        self.take_if_possible(letters)
    }

    fn take_if_possible(&mut self, letters: Vec<Letter>) -> bool {
        let is_possible = is_possible(&letters, self.tone);
        if is_possible {
            self.letters = letters;
        }
        is_possible
    }

    fn written(&self) -> String {
        let place = self.tone.and_then(|_| tone_place(&self.letters));
        let tone_of = |at: usize| self.tone.filter(|_| place == Some(at));
        self.letters.iter().enumerate().flat_map(|(at, letter)| letter.written(tone_of(at))).collect()
    }
}

/// The vowels of the rime as they were before the last letter came, which may have made it impossible.
fn nucleus_before_last(letters: &[Letter]) -> std::ops::Range<usize> {
    nucleus(letters.get(..letters.len().saturating_sub(1)).unwrap_or_default())
}

#[cfg(test)]
mod tests;
