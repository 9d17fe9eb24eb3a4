//! A terminal of 80x24 with a program in it: keys in, counted bytes out.

use std::error::Error;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::process;

/// How often the program is looked at while it may still be busy.
const LOOK: Duration = Duration::from_millis(25);

/// Looks without a byte and without work after which a program has answered; longer than the pause of 120 ms after
/// which tiendo draws a detail pane anew.
const CALM: u32 = 6;

/// Fewer bytes only set the terminal up.
const SCREEN: usize = 200;

/// How long a program may take to its first screen.
const PATIENCE: Duration = Duration::from_secs(600);

/// Processor time between two looks that is no work, in nanoseconds.
const NO_WORK: u64 = 20_000;

/// A program in its terminal; it ends with this.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<usize>,
    /// Number of the process.
    pub pid: u32,
}

impl Terminal {
    /// Starts a program.
    pub fn start(command: CommandBuilder) -> Result<Self, Box<dyn Error>> {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size)?;
        let child = pty.slave.spawn_command(command)?;
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader()?;
        let keys = pty.master.take_writer()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            // The master lives as long as somebody reads from it.
            let _master = pty.master;
            let mut buffer = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(count).is_err() {
                    return;
                }
            }
        });
        let pid = child.process_id().ok_or("a program without a number")?;
        Ok(Self { child, keys, output, pid })
    }

    /// Sends keys as the bytes that a terminal sends for them, all in one write.
    pub fn press(&mut self, keys: &str) -> std::io::Result<()> {
        self.keys.write_all(keys.as_bytes())?;
        self.keys.flush()
    }

    /// Bytes of the first screen: a program that reads much may be quiet for long before it.
    pub fn first_screen(&self) -> usize {
        let end = Instant::now() + PATIENCE;
        let mut bytes = 0;
        while bytes < SCREEN && Instant::now() < end {
            bytes += self.settle();
        }
        bytes
    }

    /// Bytes until the program has answered: neither a byte nor work for a while.
    pub fn settle(&self) -> usize {
        let (mut bytes, mut calm, mut cpu) = (0, 0, process::cpu(self.pid));
        while calm < CALM {
            match self.output.recv_timeout(LOOK) {
                Ok(count) => (bytes, calm) = (bytes + count, 0),
                Err(RecvTimeoutError::Disconnected) => return bytes,
                Err(RecvTimeoutError::Timeout) => {
                    let now = process::cpu(self.pid);
                    calm = if now.saturating_sub(cpu) > NO_WORK { 0 } else { calm + 1 };
                    cpu = now;
                }
            }
        }
        bytes
    }

    /// Bytes during so long, whatever the program does.
    pub fn watch(&self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let mut bytes = 0;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(count) => bytes += count,
                Err(_) => return bytes,
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A program that has gone already is as good.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
