//! The signal thread: hang-up, termination and job control become messages.

use std::sync::mpsc::Sender;
use std::{io, thread, time::Duration};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use crate::app::layout::Size;

use super::runtime::Input;

/// After a hang-up the program is gone at the latest after this time, whatever it is waiting for.
const WATCHDOG: Duration = Duration::from_secs(3);

/// The part of it in which the terminal is given back.
const FAREWELL: Duration = Duration::from_millis(200);

/// Starts the thread.
///
/// # Errors
/// When the handlers cannot be registered.
pub fn watch(inputs: Sender<Input>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in &mut signals {
            let input = match signal {
                SIGTSTP => Input::Suspend,
                SIGCONT => Input::Continue,
                SIGWINCH => match crossterm::terminal::size() {
                    Ok((w, h)) => Input::Resize(Size { w, h }),
                    Err(_) => continue,
                },
                _ => {
                    start_watchdog();
                    Input::Gone
                }
            };
            if inputs.send(input).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// A terminal that hung up can block a write for ever: leave all the same, with what the store has by then.
fn start_watchdog() {
    thread::spawn(|| {
        thread::sleep(WATCHDOG - FAREWELL);
        // Whoever hangs in a write holds the output: the attempt to leave in good order may hang as well.
        thread::spawn(super::terminal::leave);
        thread::sleep(FAREWELL);
        std::process::exit(1);
    });
}
