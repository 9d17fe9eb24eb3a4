//! Every word that the program shows, in Vietnamese and in English side by side.
//!
//! A word that lacks one of the two languages does not compile. Texts of the
//! plans are never translated.

mod board;
mod compile;
mod counts;
mod cycles;
mod decisions;
mod delivery;
mod figures;
mod history;
mod plain;
mod practice;
mod receipt;
mod table;
mod targets;
mod terminal;
mod time;
mod work;

pub use plain::Prompts;
pub use table::{EN, VI, Words};
pub use work::Count;

/// A word that is chosen before the language is known.
pub type Word = fn(&Words) -> &'static str;

/// The language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese, the default.
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The words in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Vi => &VI,
            Self::En => &EN,
        }
    }

    /// Chooses between the two languages.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}
