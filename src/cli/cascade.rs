//! A cascade as data: what `tiendo due --json` says of an item that is compiled out of others.

use serde_json::{Value, json};

use super::due::full_name;
use crate::app::model::Model;
use crate::domain::cascade::{Cascade, LEAST_WORKING_DAYS, Level, REPORTS_A_DAY};

/// The step, the levels below and above it, and the time between; days are ISO, agencies full names.
pub(super) fn data(model: &Model, found: &Cascade) -> Value {
    let gap = found.gap;
    json!({
        "obligation": found.step.obligation.as_str(),
        "period": found.step.period.to_string(),
        "preview": found.preview,
        "due_last": found.step.due.map(|due| due.due_last),
        "needs": found.below.iter().map(|level| level_data(model, level)).collect::<Value>(),
        "reports": found.reports(),
        "sent": found.sent(),
        "days": gap.map(|gap| gap.days),
        "working_days": gap.map(|gap| gap.working_days),
        "needed_working_days": gap.map(|gap| gap.needed),
        "assumed": { "reports_a_working_day": REPORTS_A_DAY, "least_working_days": LEAST_WORKING_DAYS },
        "too_short": found.is_too_short(),
        "proposed_day": gap.and_then(|gap| gap.proposal),
        "above": found.above.iter().map(|level| level_data(model, level)).collect::<Value>(),
    })
}

fn level_data(model: &Model, level: &Level) -> Value {
    json!({
        "obligation": level.obligation.as_str(),
        "period": level.period.to_string(),
        "due_last": level.due.map(|due| due.due_last),
        "total": level.reporters.len(),
        "sent": level.sent(),
        "owing": level.owing.iter().map(|id| full_name(model, id)).collect::<Value>(),
    })
}
