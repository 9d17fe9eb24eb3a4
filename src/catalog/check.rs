//! What has to hold within one plan file beyond its shape.
//!
//! Every check notes all that it finds and none stops another.

use std::collections::HashSet;

use super::fault::{FaultReason, Faults};
use super::raw::{Plan, Text};
use crate::domain::agency::Agency;

mod figures;
mod head;
mod items;
mod outline;
mod refs;
mod texts;
mod times;

pub(super) use texts::filled;

/// Checks a plan file against itself and against the register.
pub(super) fn plan(raw: &Plan, agencies: &[Agency], faults: &mut Faults) {
    texts::check(raw, faults);
    head::check(raw, faults);
    outline::check(&raw.clauses, faults);
    refs::check(raw, agencies, faults);
    items::check(raw, faults);
    for target in raw.targets.iter() {
        figures::check(target, faults);
    }
    times::check(raw, faults);
}

/// Notes every identifier that holds the sign between plan and item.
fn plain<'a>(ids: impl Iterator<Item = &'a Text>, faults: &mut Faults) {
    for id in ids.filter(|id| id.get_ref().contains('/')) {
        faults.at(id.span(), FaultReason::SlashInId { id: id.get_ref().clone() });
    }
}

/// Notes every identifier that stands a second time.
pub(super) fn unique<'a>(ids: impl Iterator<Item = &'a Text>, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for id in ids {
        if !seen.insert(id.get_ref().as_str()) {
            faults.at(id.span(), FaultReason::DuplicateId { id: id.get_ref().clone() });
        }
    }
}
