//! Commands under an input method: what UniKey and its kind make of two command keys is read as the keys.
//!
//! Such a program thinks that a word is being written. After `u` and `j` it sends Backspace and "ụ" instead of
//! the second key, all at once. So a Backspace that comes right after a letter waits for a moment: when the
//! letter comes back with a mark, the key was the one that makes the mark; when nothing comes, it was a
//! Backspace. A letter that comes with its mark at once is the key of its base. Only letters that gave
//! commands are looked at, never those of a text field.

use std::time::Duration;

use crate::text::compose::{base_key, key_between};

use super::chord::{Chord, Key};

/// An input method sends the whole word in one go; nobody presses two keys within this time.
const BURST: Duration = Duration::from_millis(40);

/// Most letters that an input method takes back: no syllable is longer.
const LONGEST: usize = 8;

/// The command letters that an input method may take back, and how many of them it did.
#[derive(Clone, Debug, Default)]
pub(super) struct Rewriting {
    letters: Vec<char>,
    taken_back: usize,
    /// When the first Backspace came.
    since: Option<Duration>,
    /// The key that made the first letter come back changed.
    key: Option<char>,
}

/// What to do with a key.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing yet.
    Wait,
    /// Press these.
    Press(Vec<Chord>),
}

impl Rewriting {
    /// Reads a key of the terminal.
    pub fn read(&mut self, chord: Chord, at: Duration) -> Reading {
        if chord == Chord::key(Key::Backspace) && self.key.is_none() && self.taken_back < self.letters.len() {
            self.taken_back += 1;
            self.since.get_or_insert(at);
            return Reading::Wait;
        }
        if self.taken_back == 0 {
            self.note(chord);
            return Reading::Press(vec![chord]);
        }
        let at = self.letters.len() - self.taken_back;
        let old = self.letters[at];
        let Some(new) = chord.typed().filter(|new| base_key(*new) == base_key(old)) else {
            let mut pressed = self.give_up();
            self.note(chord);
            pressed.push(chord);
            return Reading::Press(pressed);
        };
        self.letters[at] = new;
        self.key = self.key.or(key_between(old, new));
        self.taken_back -= 1;
        if self.taken_back > 0 {
            return Reading::Wait;
        }
        self.since = None;
        // The same letters again say nothing.
        Reading::Press(self.key.take().map(Chord::char).into_iter().collect())
    }

    /// Forgets the letters: they went into a text, or no word goes on.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    fn note(&mut self, chord: Chord) {
        match chord.typed().filter(|letter| letter.is_alphabetic()) {
            Some(letter) if self.letters.len() < LONGEST => self.letters.push(letter),
            _ => self.forget(),
        }
    }

    /// The Backspaces that waited long enough to be meant; none before their time.
    pub fn overdue(&mut self, at: Duration) -> Vec<Chord> {
        if self.due().is_some_and(|due| due <= at) { self.give_up() } else { Vec::new() }
    }

    /// When the Backspaces have waited long enough.
    pub fn due(&self) -> Option<Duration> {
        self.since.map(|since| since + BURST)
    }

    fn give_up(&mut self) -> Vec<Chord> {
        // The end of a word can be lost on the way; its key is known by then.
        let pressed = match self.key {
            Some(key) => vec![Chord::char(key)],
            None => vec![Chord::key(Key::Backspace); self.taken_back],
        };
        self.forget();
        pressed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Duration = Duration::from_secs(1);

    /// What is pressed when these command letters were given before and these keys come in a burst; "<" is Backspace.
    fn pressed(before: &str, burst: &str) -> String {
        let mut rewriting = Rewriting::default();
        before.chars().for_each(|letter| drop(rewriting.read(Chord::char(letter), AT)));
        let mut pressed = Vec::new();
        for key in burst.chars() {
            let chord = if key == '<' { Chord::key(Key::Backspace) } else { Chord::char(key) };
            if let Reading::Press(chords) = rewriting.read(chord, AT) {
                pressed.extend(chords);
            }
        }
        pressed.extend(rewriting.overdue(AT + BURST));
        pressed
            .iter()
            .map(|chord| if chord.key == Key::Backspace { '<' } else { chord.typed().unwrap() })
            .collect()
    }

    #[test]
    fn a_letter_that_comes_back_with_a_mark_is_the_key_that_made_it() {
        for (before, burst, key) in [
            ("d", "<đ", "d"),
            ("e", "<ê", "e"),
            ("u", "<ụ", "j"),
            ("a", "<á", "s"),
            ("i", "<ì", "f"),
            ("o", "<ơ", "w"),
            ("uo", "<<ươ", "w"),
            ("hoa", "<<òa", "f"),
            ("kho", "<ỏ", "r"),
        ] {
            assert_eq!(pressed(before, burst), key, "{before} {burst}");
        }
    }

    #[test]
    fn the_word_goes_on_as_the_input_method_sees_it() {
        // j again takes the mark back: the method writes "uj" in full.
        assert_eq!(pressed("u", "<ụ<uj"), "jj");
        assert_eq!(pressed("i", "<íj"), "sj");
    }

    #[test]
    fn a_backspace_that_nothing_follows_is_a_backspace() {
        assert_eq!(pressed("u", "<"), "<");
        assert_eq!(pressed("", "<"), "<");
        assert_eq!(pressed("", "<ụ"), "<ụ");
        assert_eq!(pressed("u", "<<"), "<<");
    }

    #[test]
    fn a_word_that_comes_in_part_is_its_key() {
        assert_eq!(pressed("hoa", "<<ò"), "f");
        assert_eq!(pressed("hoa", "<<òj"), "fj");
    }

    #[test]
    fn a_backspace_before_another_key_is_a_backspace() {
        assert_eq!(pressed("u", "<j"), "<j");
        assert_eq!(pressed("i", "<á"), "<á");
    }

    #[test]
    fn a_backspace_waits_for_a_moment_only() {
        let mut rewriting = Rewriting::default();
        rewriting.read(Chord::char('u'), AT);
        assert_eq!(rewriting.read(Chord::key(Key::Backspace), AT), Reading::Wait);
        assert_eq!(rewriting.due(), Some(AT + BURST));
        assert!(rewriting.overdue(AT).is_empty());
        assert_eq!(rewriting.overdue(AT + BURST), [Chord::key(Key::Backspace)]);
        assert_eq!(rewriting.due(), None);
    }
}
