//! The hands at a text field: keys become letters, with Telex or VNI when the user has switched one on.
//!
//! It holds the word that is being typed. Whatever is not a letter of that word or a Backspace in it ends the
//! word: a move, a paste, an undo, another field. It knows no screen and no store.

use crate::domain::input_method::InputMethod;
use crate::text::compose::Word;

use super::editor::Editor;

/// How the user types, and the word that is under his hands.
#[derive(Clone, Debug, Default)]
pub struct Typist {
    method: Option<InputMethod>,
    word: Option<Word>,
}

impl Typist {
    /// Somebody who types with this method, or with the terminal's own.
    pub fn new(method: Option<InputMethod>) -> Self {
        Self { method, word: None }
    }

    /// The method that is switched on.
    pub fn method(&self) -> Option<InputMethod> {
        self.method
    }

    /// Ends the word: the next key begins another one.
    pub fn end_word(&mut self) {
        self.word = None;
    }

    /// Types a key at the cursor; false when not everything was taken.
    pub(super) fn press(&mut self, editor: &mut Editor, key: char) -> bool {
        let word = self.word_before(editor);
        let next = self.method.and_then(|method| match &word {
            Some(word) => word.with(method, key),
            None => Word::begin(method, key),
        });
        let Some(next) = next else { return editor.insert(key.encode_utf8(&mut [0; 4])) };
        let replaced = word.as_ref().map_or("", Word::shown);
        let taken = editor.retype(replaced, next.shown());
        // What found no room is not part of the word.
        self.word = if taken { Some(next) } else { word };
        taken
    }

    /// Removes the letter before the cursor; the rest of the word can be typed on.
    pub(super) fn backspace(&mut self, editor: &mut Editor) -> bool {
        let word = self.word_before(editor);
        let shortened = word.zip(self.method).and_then(|(word, method)| word.shortened(method));
        let changed = editor.backspace();
        self.word = shortened;
        changed
    }

    /// The word, if it still stands before the cursor: the field may have got another text meanwhile.
    fn word_before(&mut self, editor: &Editor) -> Option<Word> {
        self.word.take().filter(|word| editor.around_cursor().0.ends_with(word.shown()))
    }
}
