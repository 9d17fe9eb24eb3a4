//! The help sheet, made from the table of keys.

use crate::domain::statistics::Figure;
use crate::text::width::{pad, width};
use crate::text::words::{Word, Words};

use super::keymap::{self, Binding, Group, Scope};
use super::line::{Line, Tone};
use super::model::{Model, View};
use super::overlay::{Overlay, Sheet};
use super::screens::statistics::NARROW_BELOW;

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
        if self.view == View::Statistics {
            lines.push(Line::blank());
            lines.push(Line::of(Tone::Strong, words.help_columns));
            lines.extend(Figure::ALL.into_iter().map(|figure| self.figure_line(figure)));
        }
        lines.push(Line::blank());
        lines.push(Line::of(Tone::Strong, words.help_signs));
        lines.extend(words.help_signs_text.lines().map(|line| Line::plain(format!("  {line}"))));
        self.overlays.push(Overlay::Sheet(Sheet::new(words.help_title, lines)));
    }

    /// A head of view 9, as it stands in this window, and what it counts.
    fn figure_line(&self, figure: Figure) -> Line {
        let (above, below) = self.lang.figure_heading(figure, self.size.w < NARROW_BELOW);
        let head = pad(format!("{above} {below}").trim(), 22);
        Line::of(Tone::Strong, format!("  {head}")).and(Tone::Plain, self.lang.figure_meaning(figure))
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
    let gap = 22usize.saturating_sub(width(&chords)).max(1);
    Line::of(Tone::Strong, format!("  {chords}{}", " ".repeat(gap))).and(Tone::Plain, (binding.label)(words))
}
