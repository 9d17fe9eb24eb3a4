//! What the real program sends to a terminal of 80x24: bytes a key, bytes at start, memory.
//!
//! `cargo bench --bench wire` prints the figures. It asserts nothing: they are for comparing two versions.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use std::{fs, thread};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// No byte for so long means that the program has answered.
const QUIET: Duration = Duration::from_millis(400);

/// A name, the keys that lead there, the key that is measured, and how often it is pressed.
const STEPS: [(&str, &str, &str, usize); 10] = [
    ("selection moved in the agenda", "1", "j", 5),
    ("period turned", "", "t", 4),
    ("view changed", "", "2", 1),
    ("pane changed (Tab)", "", "\t", 4),
    ("selection moved beside a pane", "", "j", 20),
    ("page down in the targets", "3", "\x1b[6~", 2),
    ("help opened", "", "?", 1),
    ("help closed", "", "\x1b", 1),
    ("search opened", "", "/", 1),
    ("a letter typed into the search", "", "s", 1),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let home = tempfile::tempdir()?;
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size)?;
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tiendo"));
    command.args(["--today", "2026-11-21"]);
    command.env_clear();
    command.env("HOME", home.path());
    command.env("TERM", "xterm-256color");
    let mut child = pty.slave.spawn_command(command)?;
    drop(pty.slave);
    let output = listen(pty.master.try_clone_reader()?);
    let mut keys = pty.master.take_writer()?;

    println!("{:<36} {:>8} B", "first screen, database created", quiet(&output));
    for (name, before, key, times) in STEPS {
        press(&mut keys, before)?;
        quiet(&output);
        let mut bytes = 0;
        for _ in 0..times {
            press(&mut keys, key)?;
            bytes += quiet(&output);
        }
        println!("{name:<36} {:>8} B a key", bytes / times);
    }
    if let Some(pid) = child.process_id() {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let memory = status.lines().filter(|line| line.starts_with("VmHWM"));
        memory.for_each(|line| println!("{line}"));
    }
    child.kill()?;
    Ok(())
}

fn press(keys: &mut impl Write, chord: &str) -> std::io::Result<()> {
    keys.write_all(chord.as_bytes())?;
    keys.flush()
}

fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<usize> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut buffer = [0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(count).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Bytes until the program falls silent.
fn quiet(output: &Receiver<usize>) -> usize {
    std::iter::from_fn(|| output.recv_timeout(QUIET).ok()).sum()
}
