//! What is pressed, and what it is called.

use std::time::Duration;

/// One measured step.
pub struct Step {
    /// Its name in the baseline.
    pub name: &'static str,
    /// Keys that lead there, each answered before the next, not measured.
    pub before: &'static [&'static str],
    /// The keys that are measured, one after the other, each answered before the next.
    pub keys: Keys,
}

/// Measured keys.
pub enum Keys {
    /// One key, so many times.
    Times(&'static str, usize),
    /// A word, letter by letter.
    Letters(&'static str),
    /// So many times the same key in one write: one who leans on it.
    Burst(&'static str, usize),
    /// Nobody presses anything for so long.
    None(Duration),
}

const DOWN: &str = "j";
const PAGE: &str = "\x1b[6~";
const HOME: &str = "\x1b[H";
const END: &str = "\x1b[F";
const ESC: &str = "\x1b";

/// How long nothing is pressed.
const IDLE: Duration = Duration::from_secs(5);

const fn times(name: &'static str, before: &'static [&'static str], key: &'static str, count: usize) -> Step {
    Step { name, before, keys: Keys::Times(key, count) }
}

/// The steps in the order in which they are taken, each from where the one before ended.
pub const STEPS: [Step; 22] = [
    times("agenda.line", &["1"], DOWN, 10),
    times("agenda.edge", &[DOWN, DOWN, DOWN], DOWN, 50),
    times("agenda.page", &[HOME], PAGE, 5),
    times("agenda.end", &[HOME], END, 1),
    times("agenda.home", &[], HOME, 1),
    times("tasks.open", &[], "2", 1),
    times("tasks.agency", &[], DOWN, 5),
    times("tasks.tab", &[], "\t", 4),
    times("tasks.line", &["\t"], DOWN, 20),
    times("tasks.page", &[], PAGE, 5),
    times("targets.open", &[], "3", 1),
    times("targets.line", &[], DOWN, 20),
    times("targets.page", &[HOME], PAGE, 5),
    times("help.open", &[], "?", 1),
    times("help.close", &[], ESC, 1),
    times("search.open", &[], "/", 1),
    Step { name: "search.letter", before: &[], keys: Keys::Letters("noi vu") },
    times("board.open", &[ESC, ESC], "5", 1),
    times("board.line", &[], DOWN, 8),
    // Few letters: a second after the last one a draft is saved, and the footer tells the time of it.
    Step { name: "report.letter", before: &["4", "\r", "\r"], keys: Keys::Letters("abcd") },
    Step { name: "agenda.burst20", before: &[ESC, ESC, "1", HOME], keys: Keys::Burst(DOWN, 20) },
    Step { name: "agenda.idle5s", before: &[], keys: Keys::None(IDLE) },
];

impl Keys {
    /// The presses, at most so many.
    pub fn presses(&self, most: usize) -> Vec<String> {
        match *self {
            Self::Times(key, count) => vec![key.to_owned(); count.min(most)],
            Self::Letters(word) => word.chars().map(String::from).take(most).collect(),
            Self::Burst(key, count) => vec![key.repeat(count)],
            Self::None(_) => Vec::new(),
        }
    }
}
