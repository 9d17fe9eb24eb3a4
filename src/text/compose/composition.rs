//! A word between two keys: its letters, its tone, and what the next key does to them.

use super::letter::{Letter, Mark, Tone};
use super::syllable::{is_possible, nucleus, tone_place};
use super::{TONE_KEYS, tone_key};
use crate::domain::input_method::InputMethod;

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
pub(super) struct Composition {
    letters: Vec<Letter>,
    tone: Option<Tone>,
    /// Whether the last key was a w that stands as ư by itself.
    made_u: bool,
    /// Whether a doubled key took a mark back: from there on keys are letters.
    is_left_alone: bool,
}

impl Composition {
    /// Takes a key in: as a wish where one can be granted, else as a letter.
    pub fn press(&mut self, method: InputMethod, key: char) {
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

    /// Whether a syllable or an abbreviation can begin so, or the rest of the word is left alone.
    pub fn may_be_vietnamese(&self) -> bool {
        self.is_left_alone || is_possible(&self.letters, self.tone)
    }

    /// The word, NFC.
    pub fn written(&self) -> String {
        let place = self.tone.and_then(|_| tone_place(&self.letters));
        let tone_of = |at: usize| self.tone.filter(|_| place == Some(at));
        self.letters.iter().enumerate().flat_map(|(at, letter)| letter.written(tone_of(at))).collect()
    }
}

/// The vowels of the rime as they were before the last letter came, which may have made it impossible.
fn nucleus_before_last(letters: &[Letter]) -> std::ops::Range<usize> {
    nucleus(letters.get(..letters.len().saturating_sub(1)).unwrap_or_default())
}
