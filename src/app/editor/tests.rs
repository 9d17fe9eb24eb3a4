mod pasting;
mod properties;
mod rows;
mod typing;
mod undoing;

use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

use super::*;

fn field() -> Editor {
    Editor::new(Options::default())
}

fn with(text: &str) -> Editor {
    Editor::with_text(Options::default(), text)
}

/// Types key by key, as a terminal sends it; "<" is Backspace.
fn type_keys(editor: &mut Editor, keys: &str) {
    for key in keys.chars() {
        if key == '<' {
            editor.backspace();
        } else {
            editor.insert(&key.to_string());
        }
    }
}

/// All rows of the text.
fn layout(editor: &Editor, width: usize) -> Vec<Row<'_>> {
    editor.window(width, usize::MAX, false).rows
}

/// Row and column of the cursor among all rows.
fn cursor_position(editor: &Editor, width: usize) -> (usize, usize) {
    editor.window(width, usize::MAX, true).cursor.unwrap()
}

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

/// The text with "|" at the cursor.
fn shown(editor: &Editor) -> String {
    let (before, after) = editor.around_cursor();
    format!("{before}|{after}")
}

fn letters(text: &str) -> usize {
    text.graphemes(true).count()
}
