//! How the screen looks on this terminal: colours and glyphs, from the environment alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::line::Tone;
use crate::text::locale::foreign;
use crate::text::width::Ellipsis;

/// Colours and glyphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    /// Whether colours are used; without them no style contains any colour at all,
    /// because crossterm's empty colour parameters would switch off bold and reverse under `NO_COLOR`.
    pub colour: bool,
    /// Whether rules, bars and marks are ASCII.
    pub ascii: bool,
    /// Whether letters lose their marks: the terminal takes no UTF-8.
    pub unmarked: bool,
}

/// The marks that stand for something, in one set.
#[derive(Clone, Copy, Debug)]
pub struct Glyphs {
    /// The selected row of the pane that has the keys.
    pub marker: &'static str,
    /// The selected row of the other pane.
    pub idle_marker: &'static str,
    /// Horizontal rule.
    pub rule: &'static str,
    /// Vertical rule between panes.
    pub bar: &'static str,
    /// Where a vertical rule meets a horizontal one.
    pub cross: &'static str,
    /// The part of a bar that is done.
    pub full: &'static str,
    /// The part of a bar that is not done.
    pub empty: &'static str,
    /// A bar that cannot be judged.
    pub unknown: &'static str,
    /// An unfolded heading.
    pub open: &'static str,
    /// A folded heading.
    pub folded: &'static str,
    /// More rows below.
    pub more: &'static str,
    /// No value.
    pub none: &'static str,
    /// A duty that was taken over from another agency.
    pub inherited: &'static str,
    /// A duty that went to another agency; stands before its name.
    pub passed: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    marker: "►",
    idle_marker: "·",
    rule: "─",
    bar: "│",
    cross: "┼",
    full: "█",
    empty: "░",
    unknown: "·",
    open: "▾",
    folded: "▸",
    more: "↓",
    none: "—",
    inherited: "↪",
    passed: "→",
};

const ASCII: Glyphs = Glyphs {
    marker: ">",
    idle_marker: ":",
    rule: "-",
    bar: "|",
    cross: "+",
    full: "#",
    empty: ".",
    unknown: ":",
    open: "-",
    folded: "+",
    more: "v",
    none: "-",
    inherited: "@",
    passed: ">",
};

impl Looks {
    /// What the environment says: `NO_COLOR`, `TERM`, the locale, and whether ASCII is asked for.
    ///
    /// The Linux console has colours but few glyphs; the old DEC terminals have neither.
    pub fn from_env(ascii: bool, env: &dyn Fn(&str) -> Option<String>) -> Self {
        let term = env("TERM").unwrap_or_default();
        let plain = ["vt1", "vt2", "dumb"].iter().any(|name| term.starts_with(name)) || term.is_empty();
        let no_color = env("NO_COLOR").is_some_and(|value| !value.is_empty());
        let unmarked = foreign(env).is_some();
        let ascii = ascii || plain || unmarked || term == "linux";
        Self { colour: !no_color && !plain, ascii, unmarked }
    }

    /// The glyphs of this terminal.
    pub fn glyphs(self) -> &'static Glyphs {
        if self.ascii { &ASCII } else { &UNICODE }
    }

    /// The sign of a text that is cut.
    pub fn ellipsis(self) -> Ellipsis {
        if self.ascii { Ellipsis::Ascii } else { Ellipsis::Unicode }
    }

    /// How a tone is painted.
    pub fn style(self, tone: Tone) -> Style {
        let plain = Style::new();
        match (tone, self.colour) {
            (Tone::Plain, _) | (Tone::Dim | Tone::Good, false) => plain,
            (Tone::Strong, _) | (Tone::Warn | Tone::Bad, false) => plain.add_modifier(Modifier::BOLD),
            (Tone::Dim, true) => plain.add_modifier(Modifier::DIM),
            (Tone::Good, true) => plain.fg(Color::Green),
            (Tone::Warn, true) => plain.fg(Color::Yellow),
            (Tone::Bad, true) => plain.fg(Color::Red),
        }
    }

    /// The marker of the selected row, when its pane has the keys.
    pub fn marker(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The filled part of a bar: blanks on a colour, which cost fewer bytes than blocks.
    pub fn filled(self, tone: Tone) -> Option<Style> {
        if !self.colour {
            return None;
        }
        let colour = match tone {
            Tone::Good => Color::Green,
            Tone::Warn => Color::Yellow,
            Tone::Bad => Color::Red,
            _ => Color::Blue,
        };
        Some(Style::new().bg(colour))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(vars: &[(&str, &str)]) -> Looks {
        let vars: Vec<(String, String)> = vars.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        Looks::from_env(false, &move |name| vars.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()))
    }

    #[test]
    fn the_environment_decides() {
        assert_eq!(
            looks(&[("TERM", "xterm-256color")]),
            Looks { colour: true, ascii: false, ..Looks::default() }
        );
        assert_eq!(
            looks(&[("TERM", "xterm"), ("NO_COLOR", "1")]),
            Looks { colour: false, ascii: false, ..Looks::default() }
        );
        assert_eq!(looks(&[("TERM", "linux")]), Looks { colour: true, ascii: true, ..Looks::default() });
        assert_eq!(looks(&[("TERM", "vt100")]), Looks { colour: false, ascii: true, ..Looks::default() });
        let unmarked = Looks { colour: true, ascii: true, unmarked: true };
        assert_eq!(looks(&[("TERM", "xterm"), ("LANG", "C")]), unmarked);
        assert_eq!(looks(&[]), Looks { colour: false, ascii: true, ..Looks::default() });
    }

    #[test]
    fn a_look_without_colour_has_no_colour_in_any_style() {
        let mono = Looks::default();
        for tone in [Tone::Plain, Tone::Dim, Tone::Strong, Tone::Good, Tone::Warn, Tone::Bad] {
            let style = mono.style(tone);
            assert_eq!((style.fg, style.bg), (None, None));
            assert_eq!(mono.filled(tone), None);
        }
        assert_eq!((mono.marker().fg, mono.marker().bg), (None, None));
    }
}
