//! What a chord does in a text field.

use super::chord::{Chord, Key};
use super::editor::Editor;
use super::typist::Typist;

/// Whether a field took a chord, and whether its text changed by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The chord was for the field.
    pub taken: bool,
    /// The text changed.
    pub changed: bool,
}

const MOVED: Taken = Taken { taken: true, changed: false };

/// Gives a chord to a text field of this width in cells; with `many_lines` it has Enter and the vertical keys.
pub fn type_chord(
    editor: &mut Editor,
    chord: Chord,
    typist: &mut Typist,
    (width, many_lines): (u16, bool),
) -> Taken {
    if let Some(key) = chord.typed() {
        return changed(typist.press(editor, key));
    }
    if chord == Chord::key(Key::Backspace) {
        return changed(typist.backspace(editor));
    }
    typist.end_word();
    match chord {
        Chord { key, ctrl: false, alt: false } => plain(editor, key, width, many_lines),
        Chord { key: Key::Left, ctrl: true, .. } => moved(|| editor.word_left()),
        Chord { key: Key::Right, ctrl: true, .. } => moved(|| editor.word_right()),
        Chord { key: Key::Home, ctrl: true, .. } => moved(|| editor.doc_start()),
        Chord { key: Key::End, ctrl: true, .. } => moved(|| editor.doc_end()),
        Chord { key: Key::Char('a'), ctrl: true, .. } => moved(|| editor.home(usize::from(width))),
        Chord { key: Key::Char('e'), ctrl: true, .. } => moved(|| editor.end(usize::from(width))),
        Chord { key: Key::Char('u'), ctrl: true, .. } => changed(editor.kill_to_line_start()),
        _ => Taken::default(),
    }
}

fn plain(editor: &mut Editor, key: Key, width: u16, many_lines: bool) -> Taken {
    let width = usize::from(width);
    match key {
        Key::Delete => changed(editor.delete()),
        Key::Left => moved(|| editor.left()),
        Key::Right => moved(|| editor.right()),
        Key::Home => moved(|| editor.home(width)),
        Key::End => moved(|| editor.end(width)),
        Key::Up if many_lines => moved(|| editor.up(width)),
        Key::Down if many_lines => moved(|| editor.down(width)),
        Key::Enter if many_lines => changed(editor.insert("\n")),
        _ => Taken::default(),
    }
}

/// The field took the chord, whether or not there was anything to change.
fn changed(changed: bool) -> Taken {
    Taken { taken: true, changed }
}

fn moved<T>(motion: impl FnOnce() -> T) -> Taken {
    motion();
    MOVED
}
