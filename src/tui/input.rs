//! The reader thread: terminal events become messages. It owns no state.

use std::sync::mpsc::Sender;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, read};

use crate::app::chord::{Chord, Key};

use super::runtime::Input;

/// Reads events until the terminal is gone.
pub fn read_events(inputs: &Sender<Input>) {
    loop {
        let input = match read() {
            Ok(event) => from_event(event),
            Err(_) => Some(Input::Gone),
        };
        let Some(input) = input else { continue };
        let gone = matches!(input, Input::Gone);
        if inputs.send(input).is_err() || gone {
            return;
        }
    }
}

fn from_event(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        // crossterm loses a new size that comes together with a key: the signal thread tells it (SIGWINCH).
        _ => None,
    }
}

/// A key event as a chord.
///
/// Byte 0x08 comes as Ctrl+H, but input methods and some terminals mean Backspace by it.
/// Alt+Esc is what a terminal multiplexer makes of two quick presses of Esc.
pub fn chord(event: KeyEvent) -> Option<Chord> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let key = match event.code {
        KeyCode::Char('h') if ctrl => return Some(Chord::key(Key::Backspace)),
        KeyCode::Char(c) if ctrl => return Some(Chord { key: Key::Char(c.to_ascii_lowercase()), ctrl, alt }),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Esc => return Some(Chord::key(Key::Esc)),
        KeyCode::BackTab => return Some(Chord::key(Key::BackTab)),
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::F(n) => Key::F(n),
        _ => return None,
    };
    Some(Chord { key, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_h_is_backspace() {
        let event = KeyEvent::new(KeyCode::Char('h'), KeyModifiers::CONTROL);
        assert_eq!(chord(event), Some(Chord::key(Key::Backspace)));
    }

    #[test]
    fn capital_letters_are_characters_and_control_letters_are_small() {
        let event = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(chord(event), Some(Chord::char('G')));
        let event = KeyEvent::new(KeyCode::Char('S'), KeyModifiers::CONTROL);
        assert_eq!(chord(event), Some(Chord::ctrl('s')));
    }
}
