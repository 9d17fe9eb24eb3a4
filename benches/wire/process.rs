//! What the kernel counts about a process.

use std::fs;

/// What a process has used so far.
#[derive(Clone, Copy, Default)]
pub struct Used {
    /// Processor time of all its threads, in nanoseconds.
    pub cpu: u64,
    /// Calls of write(2) and its kin: to the terminal, to files, between threads.
    pub writes: u64,
}

impl Used {
    /// What the process has used so far; nothing once it has gone.
    pub fn by(pid: u32) -> Self {
        Self { cpu: cpu(pid), writes: writes(pid) }
    }

    /// What was used since `earlier`.
    pub fn since(self, earlier: Self) -> Self {
        Self { cpu: self.cpu.saturating_sub(earlier.cpu), writes: self.writes.saturating_sub(earlier.writes) }
    }
}

/// Processor time in nanoseconds; the ticks of `/proc/PID/stat` are too coarse for one key.
pub fn cpu(pid: u32) -> u64 {
    let Ok(threads) = fs::read_dir(format!("/proc/{pid}/task")) else { return 0 };
    let of_thread = |path: std::path::PathBuf| {
        let text = fs::read_to_string(path.join("schedstat")).unwrap_or_default();
        text.split_whitespace().next().and_then(|first| first.parse::<u64>().ok()).unwrap_or(0)
    };
    threads.flatten().map(|thread| of_thread(thread.path())).sum()
}

fn writes(pid: u32) -> u64 {
    number(&format!("/proc/{pid}/io"), "syscw:").unwrap_or(0)
}

/// The most memory that was ever in use, in MiB.
pub fn peak(pid: u32) -> Option<f64> {
    number(&format!("/proc/{pid}/status"), "VmHWM:").map(|kib| kib as f64 / 1024.0)
}

fn number(path: &str, name: &str) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}
