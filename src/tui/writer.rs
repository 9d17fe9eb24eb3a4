//! The thread that writes to the terminal: a line that stands still must not hold the program, and with it the drafts.
//!
//! It has one frame at a time. While it is busy no frame is made; once it is through, the loop hears of it if it wanted
//! to draw, and draws the state of then. So a slow line gets few frames and no backlog.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::runtime::Input;

/// Nothing is being written.
const IDLE: u8 = 0;
/// A frame is on its way.
const BUSY: u8 = 1;
/// A frame is on its way, and another one waits to be drawn.
const WANTED: u8 = 2;

/// There is one terminal; whoever gives it back, were it after a fault, has to know whether a frame is on its way.
static STATE: AtomicU8 = AtomicU8::new(IDLE);

/// The way to the thread.
#[derive(Debug)]
pub struct Writer {
    frames: Sender<Vec<u8>>,
}

impl Writer {
    /// Starts the thread, on the standard output.
    ///
    /// # Errors
    /// When the standard output cannot be used or the thread cannot be started.
    pub fn start(inputs: Sender<Input>) -> io::Result<Self> {
        // Rust's own standard output sends what stands before the last line feed in a write of its own.
        let out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        let (frames, waiting) = channel();
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || write_frames(out, &waiting, &inputs))?;
        Ok(Self { frames })
    }

    /// Whether a frame is still on its way; if so, the loop will be told when it is through.
    pub fn is_busy(&self) -> bool {
        STATE.compare_exchange(BUSY, WANTED, Ordering::SeqCst, Ordering::SeqCst).is_ok()
            || STATE.load(Ordering::SeqCst) == WANTED
    }
}

impl Write for Writer {
    fn write(&mut self, frame: &[u8]) -> io::Result<usize> {
        STATE.store(BUSY, Ordering::SeqCst);
        self.frames.send(frame.to_vec()).map_err(|_| io::ErrorKind::BrokenPipe)?;
        Ok(frame.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Waits until no frame is on its way, but not for ever: the terminal may never take it.
pub fn settle(patience: Duration) {
    let until = Instant::now() + patience;
    while STATE.load(Ordering::SeqCst) != IDLE && Instant::now() < until {
        thread::sleep(Duration::from_millis(1));
    }
}

fn write_frames(mut out: File, frames: &Receiver<Vec<u8>>, inputs: &Sender<Input>) {
    for frame in frames {
        let outcome = out.write_all(&frame);
        let wanted = STATE.swap(IDLE, Ordering::SeqCst) == WANTED;
        let input = match outcome {
            Err(error) => Input::Broken(error),
            Ok(()) if wanted => Input::Drained,
            Ok(()) => continue,
        };
        if inputs.send(input).is_err() {
            return;
        }
    }
}
