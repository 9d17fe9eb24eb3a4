//! The terminal's modes: entered once, left once, on every way out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Print, ResetColor};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

use super::writer::settle;

/// Cursor keys and keypad as they are in a shell (DECCKM, DECKPNM reset).
///
/// A program that crashed may have left the others on. Cursor keys are understood in both modes; of the keypad's codes
/// of application mode crossterm knows none, so Enter and the digits there would be dead.
const PLAIN_KEYS: &str = "\x1b[?1l\x1b>";

/// How long the last frame may take on its way out.
const LAST_FRAME: Duration = Duration::from_millis(200);

/// Whether the terminal is in the program's modes; a panic hook has to know it too.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Holds the terminal in raw mode on the alternate screen; dropping it gives the terminal back.
#[derive(Debug)]
pub struct TerminalGuard(());

impl TerminalGuard {
    /// Enters the modes.
    ///
    /// # Errors
    /// When the terminal cannot be set to raw mode or cannot be written to.
    pub fn enter() -> io::Result<Self> {
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for TerminalGuard {
    fn drop(&mut self) {
        leave();
    }
}

/// Enters raw mode, the alternate screen and bracketed paste.
pub fn enter() -> io::Result<()> {
    enable_raw_mode()?;
    ENTERED.store(true, Ordering::SeqCst);
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, Print(PLAIN_KEYS), EnableBracketedPaste, Hide)?;
    out.flush()
}

/// Gives the terminal back. May be called twice, and from a panic hook; each step is tried even if one fails.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    // A frame that comes after the farewell would stand on the user's own screen.
    settle(LAST_FRAME);
    // The modes of the line come first: where the connection stands still, writing never ends.
    let _ = disable_raw_mode();
    let mut out = io::stdout();
    // A terminal that hung up cannot be written to; there is nobody left to tell.
    let _ = queue!(out, ResetColor, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _ = out.flush();
}
