//! What a report was asked for, as it stood on the day of sending: kept under its seal, so that a receipt says the same
//! for good, whatever becomes of plans, names and calendars.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::catalog::Catalog;
use super::occurrence::{due_last, due_of};
use super::plan::DocumentState;
use super::record::ReportKey;

/// What was asked of the agency when it sent a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// What the obligation is called.
    pub obligation: String,
    /// Its clause.
    pub clause: String,
    /// Title of the plan.
    pub plan: String,
    /// The short name of the plan.
    pub plan_short: String,
    /// Number and date of the plan; `None` for a draft.
    pub plan_issued: Option<(String, NaiveDate)>,
    /// Whether the plan was a draft, which obliges nobody.
    pub is_draft: bool,
    /// Name of the agency.
    pub agency: String,
    /// Name of who receives the report.
    pub recipient: String,
    /// Name of whom it goes through.
    pub via: Option<String>,
    /// The last valid day, whatever was granted; `None`: no day was set.
    pub due_last: Option<NaiveDate>,
    /// The sentence that sets the day, and its clause; `None`: a document opened it or set the day.
    pub due_phrase: Option<(String, String)>,
}

impl Terms {
    /// What is asked of a report now; `None` when its obligation is gone.
    pub fn of(catalog: &Catalog, calendar: &Calendar, key: &ReportKey) -> Option<Self> {
        let (plan, obligation) = catalog.obligation(&key.obligation)?;
        let name = |id| catalog.agency(id).map_or_else(|| id.to_string(), |agency| agency.name.clone());
        let day = due_of(catalog, obligation, key.period, calendar).map(|due| due.due_last);
        let schedule = &obligation.schedule;
        let by_phrase = day.is_some() && day == due_last(&schedule.rule, key.period);
        let clause = schedule.inherited_from.as_ref().unwrap_or(&obligation.clause);
        let phrase = (by_phrase && !schedule.phrase.is_empty())
            .then(|| (schedule.phrase.to_string(), clause.to_string()));
        Some(Self {
            obligation: obligation.title.clone(),
            clause: obligation.clause.clone(),
            plan: plan.title.clone(),
            plan_short: plan.short.clone(),
            plan_issued: plan.number.clone().zip(plan.issued_on),
            is_draft: plan.state == DocumentState::Draft,
            agency: name(&key.agency),
            recipient: name(&obligation.recipient),
            via: obligation.via.as_ref().map(name),
            due_last: day,
            due_phrase: phrase,
        })
    }
}
