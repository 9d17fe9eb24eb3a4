//! The plans, the register and the calendar that come with the program.

use std::cmp::Reverse;

use super::fault::Fault;
use super::hash::fnv1a;
use super::{Register, check_links, load_calendar, load_plan, load_register};
use crate::domain::agency::Agency;
use crate::domain::calendar::Calendar;
use crate::domain::ids::PlanId;
use crate::domain::plan::{DocumentState, Plan};
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
    /// Hash of all files together.
    pub hash: u64,
}

const AGENCIES: (&str, &str) = ("data/agencies.toml", include_str!("../../data/agencies.toml"));

const CALENDAR: (&str, &str) = ("data/calendar.toml", include_str!("../../data/calendar.toml"));

const PLANS: [(&str, &str); 5] = [
    ("data/plans/ha-tinh-2024.toml", include_str!("../../data/plans/ha-tinh-2024.toml")),
    ("data/plans/kien-giang-192-2024.toml", include_str!("../../data/plans/kien-giang-192-2024.toml")),
    ("data/plans/lang-son-165-2024.toml", include_str!("../../data/plans/lang-son-165-2024.toml")),
    ("data/plans/lang-son-2026.toml", include_str!("../../data/plans/lang-son-2026.toml")),
    ("data/plans/lang-son-nhan-tai.toml", include_str!("../../data/plans/lang-son-nhan-tai.toml")),
];

/// Reads what comes with the program.
///
/// # Errors
/// The faults of the register, or else of every other file, file by file; a test keeps the bundled files faultless.
pub fn bundle() -> Result<Bundle, Vec<Fault>> {
    let mut faults = Vec::new();
    // Without the register every agency of every plan would look unknown.
    let Register { agencies, successions } = load_register(AGENCIES.0, AGENCIES.1)?;
    let calendar = keep(load_calendar(CALENDAR.0, CALENDAR.1), &mut faults).unwrap_or_default();
    let mut loaded: Vec<(Plan, u64)> = Vec::new();
    for (name, text) in PLANS {
        let plan = keep(load_plan(name, text, &agencies), &mut faults);
        loaded.extend(plan.map(|plan| (plan, fnv1a(text.as_bytes()))));
    }
    loaded.sort_by_key(|(plan, _)| (rank(plan.state), Reverse(plan.issued_on), plan.id.clone()));
    let plan_hashes = loaded.iter().map(|(plan, hash)| (plan.id.clone(), *hash)).collect();
    let plans: Vec<Plan> = loaded.into_iter().map(|(plan, _)| plan).collect();
    // A plan that could not be read would make every link to it look broken.
    if faults.is_empty() {
        faults = check_links(&plans);
    }
    if faults.is_empty() {
        Ok(Bundle { agencies, successions, plans, calendar, plan_hashes, hash: all_files() })
    } else {
        Err(faults)
    }
}

fn keep<T>(loaded: Result<T, Vec<Fault>>, faults: &mut Vec<Fault>) -> Option<T> {
    loaded.map_err(|found| faults.extend(found)).ok()
}

fn rank(state: DocumentState) -> u8 {
    match state {
        DocumentState::Issued => 0,
        DocumentState::Draft => 1,
        DocumentState::Secondary => 2,
    }
}

fn all_files() -> u64 {
    let texts = [AGENCIES.1, CALENDAR.1].into_iter().chain(PLANS.iter().map(|(_, text)| *text));
    fnv1a(&texts.flat_map(|text| fnv1a(text.as_bytes()).to_be_bytes()).collect::<Vec<u8>>())
}

#[cfg(test)]
mod tests;
