//! Text from data, pastes and files made safe to store and to draw.
//!
//! Dropped: control characters, terminal escape sequences as a whole (without
//! their ESC they would stay visible as "[31m"), and marks that turn the
//! direction of writing or have no width. Line ends become LF, the result is NFC.

use std::iter::Peekable;
use std::str::Chars;

use unicode_normalization::UnicodeNormalization;

/// Spaces for one TAB in a text of many lines.
const TAB: &str = "    ";

const ESCAPE: char = '\u{1b}';

/// Clean text of many lines: CRLF, lone CR and other line ends are LF, TAB is four spaces.
pub fn multi_line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' => {
                rest.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push_str(TAB),
            ESCAPE => skip_escape(&mut rest),
            '\u{9b}' => skip_parameters(&mut rest),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => skip_string(&mut rest),
            c if is_unwanted(c) => {}
            c => clean.push(c),
        }
    }
    clean.nfc().collect()
}

/// Clean text of one line: each run of line ends is one space, and none stands at the ends; TAB is one space.
pub fn one_line(text: &str) -> String {
    let clean = multi_line(&text.replace('\t', " "));
    let lines = clean.trim_matches('\n').split('\n').filter(|line| !line.is_empty());
    // Nothing is composed with a space: lines that are NFC stay so.
    lines.collect::<Vec<_>>().join(" ")
}

/// Controls, direction marks, characters without width, and tags.
fn is_unwanted(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn skip_escape(rest: &mut Peekable<Chars<'_>>) {
    match rest.peek() {
        Some('[') => {
            rest.next();
            skip_parameters(rest);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            rest.next();
            skip_string(rest);
        }
        // ESC, intermediates, one final: such as "ESC ( B".
        _ => {
            while rest.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            rest.next_if(|c| matches!(c, '0'..='~'));
        }
    }
}

/// The rest of a control sequence: parameters, intermediates, one final character.
fn skip_parameters(rest: &mut Peekable<Chars<'_>>) {
    while rest.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    rest.next_if(|c| matches!(c, '@'..='~'));
}

/// A command string up to BEL or ST; one that never ends loses its line, not the text below.
fn skip_string(rest: &mut Peekable<Chars<'_>>) {
    while let Some(c) = rest.next_if(|c| !matches!(c, '\n' | '\r')) {
        match c {
            '\u{7}' | '\u{9c}' => return,
            ESCAPE => {
                rest.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
