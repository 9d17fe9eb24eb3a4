//! The committed figures: one line each, sorted, counts alone. Times are of one machine and stand nowhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// How far a figure may be from its old self without being told, as a share.
const TOLERANCE: f64 = 0.02;

/// Figures by "rows step figure".
#[derive(Default)]
pub struct Figures(BTreeMap<String, f64>);

impl Figures {
    /// Notes a figure; one decimal is kept.
    pub fn note(&mut self, rows: usize, step: &str, figure: &str, value: f64) {
        self.0.insert(format!("{rows} {step} {figure}"), (value * 10.0).round() / 10.0);
    }

    /// The committed figures; none while there is no file.
    pub fn committed() -> Self {
        let text = fs::read_to_string(path()).unwrap_or_default();
        let figure = |line: &str| {
            let (name, value) = line.rsplit_once(' ')?;
            Some((name.to_owned(), value.parse().ok()?))
        };
        Self(text.lines().filter_map(figure).collect())
    }

    /// What is not as it was committed, a line each.
    pub fn differences(&self, committed: &Self) -> Vec<String> {
        let line = |(name, new): (&String, &f64)| match committed.0.get(name) {
            None => Some(format!("{name}: new, {new}")),
            Some(old) if (new - old).abs() > old.abs() * TOLERANCE => Some(format!("{name}: {old} -> {new}")),
            Some(_) => None,
        };
        let gone = committed.0.keys().filter(|name| !self.0.contains_key(*name) && self.should_hold(name));
        self.0.iter().filter_map(line).chain(gone.map(|name| format!("{name}: gone"))).collect()
    }

    /// Whether such a figure of so many rows was measured, if not of this step.
    fn should_hold(&self, name: &str) -> bool {
        let kind = |name: &str| {
            let (rows, rest) = name.split_once(' ')?;
            Some((rows.to_owned(), rest.rsplit_once(' ')?.1.to_owned()))
        };
        self.0.keys().any(|own| kind(own) == kind(name))
    }

    /// Writes these figures over the committed ones; those of other sizes and kinds stay.
    pub fn commit(self, committed: Self) -> std::io::Result<()> {
        let mut all = committed.0;
        all.retain(|name, _| !self.should_hold(name));
        all.extend(self.0);
        let lines: Vec<String> = all.iter().map(|(name, value)| format!("{name} {value}\n")).collect();
        fs::write(path(), lines.concat())
    }
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("benches/wire.baseline")
}
