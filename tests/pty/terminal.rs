//! A terminal with the program in it: keys in, screen and bytes out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, SlavePty, native_pty_system};
use vt100::{Parser, Screen};

use crate::process::writes;

/// How long something may take on a busy machine before it counts as not happening.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Columns and rows.
#[derive(Clone, Copy)]
pub struct Size {
    pub rows: u16,
    pub cols: u16,
}

/// The size of a terminal unless a test needs another one.
pub const USUAL: Size = Size { rows: 24, cols: 80 };

/// What the terminal got so far.
struct Seen {
    parser: Parser,
    bytes: Vec<u8>,
    ended: bool,
}

/// A pseudo-terminal and the program that runs in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    /// Kept open, because the modes of a terminal are lost with its last user.
    slave: Option<Box<dyn SlavePty + Send>>,
    modes_before: String,
    modes_after: Option<String>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    hung_up: Arc<AtomicBool>,
    /// Held while the terminal does not take anything from the program.
    gate: Arc<Mutex<()>>,
}

impl Terminal {
    /// Runs a command in a new terminal.
    pub fn run(command: CommandBuilder, size: Size) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let parser = Parser::new(non_zero(size.rows), non_zero(size.cols), 0);
        let seen = Seen { parser, bytes: Vec::new(), ended: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let hung_up = Arc::new(AtomicBool::new(false));
        let reader = pair.master.try_clone_reader().unwrap();
        let gate = Arc::new(Mutex::new(()));
        let (shared, flag, open) = (Arc::clone(&seen), Arc::clone(&hung_up), Arc::clone(&gate));
        thread::spawn(move || read(reader, &shared, &flag, &open));
        let writer = pair.master.take_writer().unwrap();
        Self {
            child,
            master: Some(pair.master),
            writer: Some(writer),
            slave: Some(pair.slave),
            modes_before,
            modes_after: None,
            seen,
            hung_up,
            gate,
        }
    }

    /// Takes nothing from the program while `meanwhile` runs, as a connection that stands still.
    pub fn freeze(&mut self, meanwhile: impl FnOnce(&mut Self)) {
        let gate = Arc::clone(&self.gate);
        let _closed = gate.lock().unwrap();
        // The reading thread takes one last piece before it comes to the gate.
        meanwhile(self);
    }

    /// Asks for whole screens until the program hangs in writing one; the terminal has to be frozen.
    pub fn stall(&mut self) {
        let mut vain = 0;
        while vain < 10 {
            let before = writes(self.pid());
            self.send("\x0c");
            thread::sleep(Duration::from_millis(20));
            vain = if writes(self.pid()) == before { vain + 1 } else { 0 };
        }
    }

    /// Sends keys as the bytes that a terminal sends for them, all in one write.
    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Sends a key that changes the screen, and waits for the first byte of the answer.
    pub fn press(&mut self, key: &str) {
        let before = self.count();
        self.send(key);
        self.wait(&format!("an answer to {key:?}"), |seen| seen.bytes.len() > before);
    }

    /// Waits until the screen shows this text.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen does not show this text any more.
    pub fn wait_until_gone(&self, text: &str) {
        self.wait_until(&format!("no {text}"), |screen| !screen.contents().contains(text));
    }

    /// Waits until the screen is as the caller wants it.
    pub fn wait_until(&self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        self.wait(what, |seen| wanted(seen.parser.screen()));
    }

    fn wait(&self, what: &str, wanted: impl Fn(&Seen) -> bool) {
        let started = Instant::now();
        let mut seen = self.lock();
        while !wanted(&seen) {
            let left = PATIENCE.saturating_sub(started.elapsed());
            if left.is_zero() || seen.ended {
                let screen = seen.parser.screen().contents();
                drop(seen);
                panic!("waited for: {what}\n{screen}");
            }
            seen = self.seen.1.wait_timeout(seen, left).unwrap().0;
        }
    }

    /// Whether the screen shows this text now.
    pub fn shows(&self, text: &str) -> bool {
        self.screen(|screen| screen.contents().contains(text))
    }

    /// Looks at the screen as it is now.
    pub fn screen<T>(&self, look: impl FnOnce(&Screen) -> T) -> T {
        look(self.lock().parser.screen())
    }

    /// Everything that the terminal got so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.lock().bytes.clone()
    }

    /// How many bytes the terminal got so far.
    pub fn count(&self) -> usize {
        self.lock().bytes.len()
    }

    /// Changes the size of the window; nothing of the old screen stays in it.
    pub fn resize(&self, size: Size) {
        self.wipe(size);
        self.master.as_ref().unwrap().resize(pty_size(size)).unwrap();
    }

    /// Empties the screen without the program's knowledge: what shows up afterwards was drawn afterwards.
    pub fn wipe(&self, size: Size) {
        self.lock().parser = Parser::new(non_zero(size.rows), non_zero(size.cols), 0);
    }

    /// Types a text and waits until the screen shows it.
    pub fn type_text(&mut self, text: &str) {
        self.send(text);
        self.wait_for(text);
    }

    /// What the screen shows now, without blanks at the ends of its lines.
    pub fn text(&self) -> String {
        let contents = self.screen(Screen::contents);
        contents.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// Waits until nothing came for a while, as after the last key.
    pub fn wait_for_quiet(&self) {
        const QUIET: Duration = Duration::from_millis(600);
        let started = Instant::now();
        let mut seen = self.lock();
        loop {
            let before = seen.bytes.len();
            let (guard, timeout) = self.seen.1.wait_timeout(seen, QUIET).unwrap();
            seen = guard;
            if timeout.timed_out() && seen.bytes.len() == before {
                return;
            }
            assert!(started.elapsed() < PATIENCE, "the program never stops writing");
        }
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        assert!(Command::new("kill").args([&format!("-{name}"), &pid]).status().unwrap().success());
    }

    /// Number of the process.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Takes the terminal away from the program, as a window that is closed or a connection that breaks.
    pub fn hang_up(&mut self) {
        self.hung_up.store(true, Ordering::SeqCst);
        // The reading thread holds the last handle; the answer to this key lets it go.
        self.send("\x0c");
        drop((self.writer.take(), self.master.take()));
        self.wait("the hang-up", |seen| seen.ended);
    }

    /// Waits for the end of the program, then for the last byte that it wrote.
    pub fn wait_for_exit(&mut self) -> ExitStatus {
        let status = self.wait_for_end(PATIENCE);
        self.modes_after = Some(self.modes());
        // Reading ends when nobody is left at the other end.
        self.slave = None;
        self.wait("the last byte", |seen| seen.ended);
        status
    }

    /// Waits for the end of the program, at most this long.
    pub fn wait_for_end(&mut self, most: Duration) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(started.elapsed() < most, "the program does not end\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// After the exit: nothing of the program's modes is left in the terminal.
    pub fn assert_given_back(&self) {
        self.screen(assert_plain);
        assert_eq!(self.modes_after.as_ref(), Some(&self.modes_before));
    }

    /// Waits until nothing of the program's modes is left in the terminal while the program lives.
    pub fn wait_until_given_back(&self) {
        self.wait_until("the shell's screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
        self.wait_for_old_modes();
        self.screen(assert_plain);
    }

    /// Waits until the modes of the line are those from before the program.
    pub fn wait_for_old_modes(&self) {
        // No byte tells of the modes of the line.
        let started = Instant::now();
        while self.modes() != self.modes_before {
            assert!(started.elapsed() < PATIENCE, "the terminal stays in raw mode");
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn modes(&self) -> String {
        modes(&**self.master.as_ref().unwrap())
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        if let (Ok(None), Some(pid)) = (self.child.try_wait(), self.child.process_id()) {
            let _ = Command::new("kill").args(["-KILL", &pid.to_string()]).status();
            let _ = self.child.wait();
        }
    }
}

fn assert_plain(screen: &Screen) {
    let modes = (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste());
    assert_eq!(modes, (false, false, false), "alternate screen, hidden cursor, bracketed paste");
    assert_eq!((screen.fgcolor(), screen.inverse(), screen.bold()), (vt100::Color::Default, false, false));
}

fn read(
    mut reader: Box<dyn Read + Send>,
    seen: &(Mutex<Seen>, Condvar),
    hung_up: &AtomicBool,
    gate: &Mutex<()>,
) {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        drop(gate.lock());
        let count = reader.read(&mut buffer).unwrap_or(0);
        let ended = count == 0 || hung_up.load(Ordering::SeqCst);
        let mut locked = seen.0.lock().unwrap();
        let piece = buffer.get(..count).unwrap_or_default();
        locked.bytes.extend_from_slice(piece);
        locked.parser.process(piece);
        if ended {
            // Whoever waits for the end finds the last handle closed.
            drop(reader);
            locked.ended = true;
            seen.1.notify_all();
            return;
        }
        seen.1.notify_all();
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn non_zero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

fn pty_size(Size { rows, cols }: Size) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
