//! How the screen looks on this terminal: colours and glyphs, from the environment and the user's settings alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::line::Tone;
use crate::text::locale::foreign;
use crate::text::settings::{Colours, Contrast, GlyphSet, Highlight, Settings};
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
    /// How the selected row is shown.
    pub highlight: Highlight,
    /// How much signs stand out.
    pub contrast: Contrast,
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
    /// What the user wants, as far as the environment allows it: `NO_COLOR`, `TERM`, the locale.
    ///
    /// The Linux console has colours but few glyphs; the old DEC terminals have neither.
    pub fn from_env(wanted: Settings, env: &dyn Fn(&str) -> Option<String>) -> Self {
        let term = env("TERM").unwrap_or_default();
        let plain = ["vt1", "vt2", "vt3", "vt4", "vt5", "dumb"].iter().any(|name| term.starts_with(name))
            || term.is_empty();
        let no_color = env("NO_COLOR").is_some_and(|value| !value.is_empty());
        let unmarked = foreign(env).is_some();
        Self {
            colour: wanted.colour == Colours::Auto && !no_color && !plain,
            ascii: wanted.glyphs == GlyphSet::Ascii || plain || unmarked || term.starts_with("linux"),
            unmarked,
            highlight: wanted.highlight,
            contrast: wanted.contrast,
        }
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
        let bold = Style::new().add_modifier(Modifier::BOLD);
        match (tone, self.colour, self.contrast) {
            (Tone::Plain, ..) | (Tone::Dim | Tone::Good, false, _) | (Tone::Dim, _, Contrast::High) => {
                Style::new()
            }
            (Tone::Strong, ..) | (Tone::Warn | Tone::Bad, false, _) => bold,
            (Tone::Dim, true, Contrast::Normal) => Style::new().add_modifier(Modifier::DIM),
            (_, true, Contrast::Normal) => Style::new().fg(self.colour_of(tone)),
            (_, true, Contrast::High) => bold.fg(self.colour_of(tone)),
        }
    }

    /// The colour that stands for a tone.
    fn colour_of(self, tone: Tone) -> Color {
        let (normal, bright) = match tone {
            Tone::Good => (Color::Green, Color::LightGreen),
            Tone::Warn => (Color::Yellow, Color::LightYellow),
            Tone::Bad => (Color::Red, Color::LightRed),
            Tone::Plain | Tone::Dim | Tone::Strong => (Color::Blue, Color::LightBlue),
        };
        if self.contrast == Contrast::High { bright } else { normal }
    }

    /// The marker of the selected row, when its pane has the keys.
    pub fn marker(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The filled part of a bar: blanks on a colour, which cost fewer bytes than blocks.
    pub fn filled(self, tone: Tone) -> Option<Style> {
        // In a row of reverse video a bar stays a bar.
        self.colour.then(|| Style::new().bg(self.colour_of(tone)).remove_modifier(Modifier::REVERSED))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looks(vars: &[(&str, &str)]) -> Looks {
        let vars: Vec<(String, String)> = vars.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        Looks::from_env(Settings::default(), &move |name| {
            vars.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone())
        })
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
        for term in ["linux", "linux-16color"] {
            assert_eq!(looks(&[("TERM", term)]), Looks { colour: true, ascii: true, ..Looks::default() });
        }
        for term in ["vt100", "vt220", "vt320", "vt420", "vt520"] {
            assert_eq!(looks(&[("TERM", term)]), Looks { ascii: true, ..Looks::default() }, "{term}");
        }
        assert!(looks(&[("TERM", "vte-256color")]).colour);
        let unmarked = Looks { colour: true, ascii: true, unmarked: true, ..Looks::default() };
        assert_eq!(looks(&[("TERM", "xterm"), ("LANG", "C")]), unmarked);
        assert_eq!(looks(&[]), Looks { colour: false, ascii: true, ..Looks::default() });
    }

    #[test]
    fn the_user_may_want_less_than_the_terminal_has() {
        let env = |name: &str| (name == "TERM").then(|| "xterm".to_owned());
        let wanted = Settings { colour: Colours::Never, glyphs: GlyphSet::Ascii, ..Settings::default() };
        assert_eq!(Looks::from_env(wanted, &env), Looks { ascii: true, ..Looks::default() });
    }

    #[test]
    fn high_contrast_is_bold_and_bright_and_never_dim() {
        let looks = Looks { colour: true, contrast: Contrast::High, ..Looks::default() };
        assert_eq!(looks.style(Tone::Dim), Style::new());
        assert_eq!(looks.style(Tone::Bad), Style::new().fg(Color::LightRed).add_modifier(Modifier::BOLD));
        assert_eq!(looks.filled(Tone::Good).and_then(|style| style.bg), Some(Color::LightGreen));
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
