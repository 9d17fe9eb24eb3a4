//! What the real program costs in a terminal of 80x24: bytes, calls and work for each key, and memory.
//!
//! `cargo bench --bench wire` prints the figures and how they differ from `benches/wire.baseline`; `-- --update` writes
//! them there. It asserts nothing. Time is told as a multiple of what `less` takes for a line of a text of as many
//! lines, measured in the same run, for it depends on the machine. `TIENDO_BENCH_ROWS=all` measures the large
//! databases too, `TIENDO_BENCH_ROWS=100,1000000` those of the list; instructions beyond the smallest database are
//! counted only then, for it takes minutes.

mod baseline;
mod callgrind;
mod data;
mod process;
mod script;
mod terminal;

use std::collections::BTreeMap;
use std::env;
use std::error::Error;

use baseline::Figures;
use data::Data;
use process::Used;
use script::{Keys, STEPS, Step};
use terminal::Terminal;

/// Rows of the databases; the first two are measured unless others are asked for.
const ROWS: [usize; 4] = [data::SMALLEST, 10_000, 100_000, 1_000_000];
const USUAL: usize = 2;

/// The variable that names other sizes.
const ROWS_WANTED: &str = "TIENDO_BENCH_ROWS";

/// Lines that are scrolled in `less`.
const LINES: u64 = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let update = env::args().any(|arg| arg == "--update");
    let data = Data::open()?;
    let mut figures = Figures::default();
    for rows in rows()? {
        measure(&data, rows, &mut figures)?;
    }
    let committed = Figures::committed();
    for line in figures.differences(&committed) {
        println!("{line}");
    }
    if update {
        figures.commit(committed)?;
    }
    Ok(())
}

fn rows() -> Result<Vec<usize>, Box<dyn Error>> {
    match env::var(ROWS_WANTED) {
        Ok(all) if all == "all" => Ok(ROWS.to_vec()),
        Ok(list) => Ok(list.split(',').map(|rows| rows.trim().parse()).collect::<Result<_, _>>()?),
        Err(_) => Ok(ROWS.iter().copied().take(USUAL).collect()),
    }
}

/// What was counted in one step.
struct Counted {
    presses: usize,
    bytes: usize,
    used: Used,
}

/// Processor time of `less`: of its start, and of one line.
struct Less {
    start: u64,
    line: u64,
}

fn measure(data: &Data, rows: usize, figures: &mut Figures) -> Result<(), Box<dyn Error>> {
    let less = less(data, rows)?;
    // Minutes for more rows: only who asks for sizes waits for them.
    let is_counted = rows == data::SMALLEST || env::var(ROWS_WANTED).is_ok();
    let instructions = if is_counted { callgrind::instructions(data, rows)? } else { BTreeMap::new() };
    let folder = data.database(rows)?;
    let mut terminal = Terminal::start(data::tiendo(folder.path(), &[]))?;
    let bytes = terminal.first_screen();
    let start = Counted { presses: 1, bytes, used: Used::by(terminal.pid) };
    println!(
        "\n{rows} rows {:>29} {:>9} {:>9} {:>9} {:>14}",
        "keys", "bytes", "writes", "x less", "instructions"
    );
    tell(rows, "start", &start, less.start, &instructions, figures);
    for step in &STEPS {
        let counted = take(&mut terminal, step)?;
        tell(rows, step.name, &counted, less.line, &instructions, figures);
    }
    if let Some(peak) = process::peak(terminal.pid) {
        println!("{:<28} {peak:>9.1} MiB", "peak memory");
        figures.note(rows, "peak", "mib", peak);
    }
    Ok(())
}

/// Takes one step in the program.
fn take(terminal: &mut Terminal, step: &Step) -> Result<Counted, Box<dyn Error>> {
    for key in step.before {
        terminal.press(key)?;
        terminal.settle();
    }
    let presses = step.keys.presses(usize::MAX);
    let before = Used::by(terminal.pid);
    let mut bytes = 0;
    for key in &presses {
        terminal.press(key)?;
        bytes += terminal.settle();
    }
    if let Keys::None(time) = step.keys {
        bytes += terminal.watch(time);
    }
    Ok(Counted { presses: presses.len().max(1), bytes, used: Used::by(terminal.pid).since(before) })
}

fn tell(
    rows: usize,
    name: &'static str,
    counted: &Counted,
    less: u64,
    instructions: &BTreeMap<&'static str, u64>,
    figures: &mut Figures,
) {
    let each = |count: f64| count / counted.presses as f64;
    let (bytes, writes) = (each(counted.bytes as f64), each(counted.used.writes as f64));
    let ratio = each(counted.used.cpu as f64) / less.max(1) as f64;
    let instructions = instructions.get(name).map(|count| three_digits(*count));
    figures.note(rows, name, "bytes", bytes);
    figures.note(rows, name, "writes", writes);
    if let Some(count) = instructions {
        figures.note(rows, name, "instructions", count as f64);
    }
    let instructions = instructions.map(|count| count.to_string()).unwrap_or_default();
    let presses = counted.presses;
    println!("{name:<28} {presses:>9} {bytes:>9.1} {writes:>9.1} {ratio:>9.1} {instructions:>14}");
}

/// The number with its first three digits alone.
fn three_digits(count: u64) -> u64 {
    let mut unit = 1;
    while count / unit >= 1000 {
        unit *= 10;
    }
    (count + unit / 2) / unit * unit
}

/// What `less` takes on a text of as many lines.
fn less(data: &Data, lines: usize) -> Result<Less, Box<dyn Error>> {
    let text = data.text(lines)?;
    let home = text.parent().ok_or("a text without a folder")?;
    let mut terminal = Terminal::start(data::less(&text, home))?;
    terminal.first_screen();
    let start = process::cpu(terminal.pid);
    for _ in 0..LINES {
        terminal.press("j")?;
        terminal.settle();
    }
    Ok(Less { start, line: process::cpu(terminal.pid).saturating_sub(start) / LINES })
}
