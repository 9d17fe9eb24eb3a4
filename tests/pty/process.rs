//! What the kernel counts about a process.

use std::fs;

/// How much a process has run so far.
#[derive(Debug, PartialEq, Eq)]
pub struct Work {
    /// Processor time of all threads, in ticks of the clock.
    pub ticks: u64,
    /// How often any of its threads was put on a processor.
    pub switches: u64,
}

/// How much a process has run so far.
pub fn work(pid: u32) -> Work {
    let stat = stat(pid);
    let ticks = [11, 12].map(|at| stat[at].parse::<u64>().unwrap()).iter().sum();
    let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let switches = threads
        .map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap())
        .map(|status| status.lines().filter(|l| l.contains("ctxt_switches")).map(number).sum::<u64>())
        .sum();
    Work { ticks, switches }
}

/// How often a process has called write so far.
pub fn writes(pid: u32) -> u64 {
    let io = fs::read_to_string(format!("/proc/{pid}/io")).unwrap();
    number(io.lines().find(|line| line.starts_with("syscw")).unwrap())
}

/// Whether a process is stopped.
pub fn is_stopped(pid: u32) -> bool {
    stat(pid)[0] == "T"
}

/// The fields of the stat file behind the name of the program, which may hold blanks.
fn stat(pid: u32) -> Vec<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let (_, fields) = stat.rsplit_once(')').unwrap();
    fields.split_whitespace().map(str::to_owned).collect()
}

fn number(line: &str) -> u64 {
    line.split_whitespace().last().unwrap().parse().unwrap()
}
