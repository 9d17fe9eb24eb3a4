//! The help sheet, made from the table of keys.

use crate::text::words::{Word, Words};

use super::keymap::{self, Binding, Group, Scope};
use super::line::{Line, Tone};
use super::model::Model;
use super::overlay::{Overlay, Sheet};

const GROUPS: [(Group, Word); 4] = [
    (Group::Here, |w| w.help_here),
    (Group::Moving, |w| w.help_moving),
    (Group::Text, |w| w.help_text),
    (Group::Program, |w| w.help_program),
];

impl Model {
    pub(super) fn open_help(&mut self) {
        if matches!(self.overlays.last(), Some(Overlay::Sheet(_) | Overlay::Question(_))) {
            return;
        }
        let words = self.words();
        let mut lines = key_lines(&self.scopes(), words);
        lines.push(Line::blank());
        lines.push(Line::of(Tone::Strong, words.help_signs));
        lines.extend(words.help_signs_text.lines().map(|line| Line::plain(format!("  {line}"))));
        self.overlays.push(Overlay::Sheet(Sheet::new(words.help_title, lines)));
    }
}

/// The keys that work in these scopes, by group.
pub fn key_lines(scopes: &[Scope], words: &Words) -> Vec<Line> {
    let bindings = keymap::working(scopes);
    let mut lines = Vec::new();
    for (group, name) in GROUPS {
        let mut of_group = bindings.iter().filter(|binding| binding.group == group).peekable();
        if of_group.peek().is_none() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::blank());
        }
        lines.push(Line::of(Tone::Strong, name(words)));
        lines.extend(of_group.map(|binding| key_line(binding, words)));
    }
    lines
}

fn key_line(binding: &Binding, words: &Words) -> Line {
    let chords: Vec<_> = binding.chords.iter().map(ToString::to_string).collect();
    let chords = chords.join("  ");
    let pad = 22usize.saturating_sub(crate::text::width::width(&chords)).max(1);
    Line::of(Tone::Strong, format!("  {chords}{}", " ".repeat(pad))).and(Tone::Plain, (binding.label)(words))
}
