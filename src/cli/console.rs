//! Text on its way to a person at a terminal: one that takes no UTF-8 gets letters without marks.
//!
//! What goes into a pipe or a file is UTF-8, whatever the locale says.

use std::borrow::Cow;
use std::env;
use std::io::IsTerminal;

use crate::text::ascii::unmarked;
use crate::text::locale::{Foreign, foreign};

/// What says that the terminal takes no UTF-8; `None`: it does.
pub(super) fn charset() -> Option<Foreign> {
    foreign(&|name| env::var(name).ok())
}

/// The text as the stream can show it.
pub(super) fn shown<'t>(text: &'t str, stream: &impl IsTerminal) -> Cow<'t, str> {
    if stream.is_terminal() && charset().is_some() { unmarked(text).into() } else { text.into() }
}
