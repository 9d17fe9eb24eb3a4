//! The plans, the register and the calendar that come with the program.

use super::fault::Fault;
use super::hash::{extend, fnv1a};
use super::{Register, check_links, load_calendar, load_plan, load_register};
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::ids::PlanId;
use crate::domain::plan::Plan;
use crate::domain::succession::Succession;

/// Everything that comes with the program.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// The register in protocol order.
    pub agencies: Vec<Agency>,
    /// Who took over from whom.
    pub successions: Vec<Succession>,
    /// The plans: issued ones first, the latest on top; then drafts; then secondary sources.
    pub plans: Vec<Plan>,
    /// Public holidays and swapped days.
    pub calendar: Calendar,
    /// Hash of each plan's file, by plan, in the order of `plans`: a change means another text.
    pub plan_hashes: Vec<(PlanId, u64)>,
}

/// A file that comes with the program.
struct File {
    name: &'static str,
    text: &'static str,
    hash: u64,
}

impl File {
    const fn new(name: &'static str, text: &'static str) -> Self {
        Self { name, text, hash: fnv1a(text.as_bytes()) }
    }
}

static AGENCIES: File = File::new("data/agencies.toml", include_str!("../../data/agencies.toml"));

static CALENDAR: File = File::new("data/calendar.toml", include_str!("../../data/calendar.toml"));

/// Issued ones first, the latest on top; then drafts; then secondary sources; those without a date by their names.
static PLANS: [File; 5] = [
    File::new("data/plans/lang-son-165-2024.toml", include_str!("../../data/plans/lang-son-165-2024.toml")),
    File::new(
        "data/plans/kien-giang-192-2024.toml",
        include_str!("../../data/plans/kien-giang-192-2024.toml"),
    ),
    File::new("data/plans/ha-tinh-2024.toml", include_str!("../../data/plans/ha-tinh-2024.toml")),
    File::new("data/plans/lang-son-2026.toml", include_str!("../../data/plans/lang-son-2026.toml")),
    File::new("data/plans/lang-son-nhan-tai.toml", include_str!("../../data/plans/lang-son-nhan-tai.toml")),
];

/// Hash of all files together, and of the order of the plans: whoever holds what has this hash need not read them.
pub static BUNDLE_HASH: u64 = all_files();

const fn all_files() -> u64 {
    let mut hash = extend(fnv1a(&AGENCIES.hash.to_be_bytes()), &CALENDAR.hash.to_be_bytes());
    let mut plans = PLANS.as_slice();
    while let Some((plan, rest)) = plans.split_first() {
        hash = extend(hash, &plan.hash.to_be_bytes());
        plans = rest;
    }
    hash
}

/// Reads what comes with the program.
///
/// # Errors
/// The faults of the register, or else of every other file, file by file; a test keeps the bundled files faultless.
pub fn bundle() -> Result<Bundle, Vec<Fault>> {
    let mut faults = Vec::new();
    // Without the register every agency of every plan would look unknown.
    let Register { agencies, successions } = load_register(AGENCIES.name, AGENCIES.text)?;
    let calendar = keep(bundled_calendar(), &mut faults).unwrap_or_default();
    let (mut plans, mut plan_hashes) = (Vec::new(), Vec::new());
    for File { name, text, hash } in &PLANS {
        if let Some(plan) = keep(load_plan(name, text, &agencies), &mut faults) {
            plan_hashes.push((plan.id.clone(), *hash));
            plans.push(plan);
        }
    }
    // A plan that could not be read would make every link to it look broken.
    if faults.is_empty() {
        faults = check_links(&plans);
    }
    if faults.is_empty() {
        Ok(Bundle { agencies, successions, plans, calendar, plan_hashes })
    } else {
        Err(faults)
    }
}

/// Reads the calendar alone, for who has no database.
///
/// # Errors
/// The faults of its file.
pub fn bundled_calendar() -> Result<Calendar, Vec<Fault>> {
    load_calendar(CALENDAR.name, CALENDAR.text)
}

fn keep<T>(loaded: Result<T, Vec<Fault>>, faults: &mut Vec<Fault>) -> Option<T> {
    loaded.map_err(|found| faults.extend(found)).ok()
}

#[cfg(test)]
mod tests;
