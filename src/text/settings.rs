//! What a user wants of the screen, in the words of the settings file.

use serde::Deserialize;

/// What a user wants of the screen; what the file leaves out is as it always was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "lowercase")]
pub struct Settings {
    /// How the selected row is shown.
    pub highlight: Highlight,
    /// How much signs stand out.
    pub contrast: Contrast,
    /// Whether colours are used.
    pub colour: Colours,
    /// Which signs rules, bars and marks are drawn with.
    pub glyphs: GlyphSet,
}

/// How the selected row is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Highlight {
    /// By a sign before it: few bytes on a slow line.
    #[default]
    Marker,
    /// Also by the whole row in reverse video.
    Row,
}

/// How much signs stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contrast {
    /// Less important words are dim.
    #[default]
    Normal,
    /// Nothing is dim; what is coloured is bold and bright.
    High,
}

/// Whether colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colours {
    /// Where the terminal has them and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Nowhere.
    Never,
}

/// Which signs rules, bars and marks are drawn with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GlyphSet {
    /// Those that the terminal has.
    #[default]
    Auto,
    /// ASCII alone.
    Ascii,
}
