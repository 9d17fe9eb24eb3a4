//! Which report is meant, and by whom it is touched.

use crate::app::model::Model;
use crate::cli::args::{Round, Which};
use crate::cli::error::CliError;
use crate::cli::{lookup, rounds};
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::standing_period;
use crate::domain::record::{Report, ReportKey};
use crate::domain::schedule::Period;

/// The report that is meant: without a period the newest one that is followed, without an agency the user's own.
pub(in crate::cli) fn report_key(
    model: &Model,
    round: &Round,
    agency: Option<&str>,
) -> Result<ReportKey, CliError> {
    let obligation = needed_obligation(model, round)?;
    let agency = own(model, agency, "--agency")?;
    let standing = || {
        let (plan, _) = model.catalog.obligation(&obligation.id)?;
        standing_period(plan, obligation, model.day()).or_else(|| newest(model, obligation))
    };
    let period = rounds::period(model, round)?.or_else(standing);
    let period = period.ok_or_else(|| CliError::Missing("--period"))?;
    Ok(ReportKey { obligation: obligation.id.clone(), period, agency })
}

/// The obligation that was typed.
///
/// # Errors
/// None was, or it is unknown: with those that there are.
pub(in crate::cli) fn needed_obligation<'a>(
    model: &'a Model,
    round: &Round,
) -> Result<&'a ReportingObligation, CliError> {
    rounds::obligation(model, None, round)?.ok_or_else(|| {
        let all = model.catalog.plans.iter().flat_map(|plan| &plan.obligations);
        CliError::Round { listed: all.map(lookup::obligation_line).collect(), ambiguous: false }
    })
}

impl Which {
    /// The report that is meant.
    pub(super) fn key(&self, model: &Model) -> Result<ReportKey, CliError> {
        report_key(model, &self.round, self.agency.as_deref())
    }
}

/// The agency that was typed, else the user's own.
pub(in crate::cli) fn own(model: &Model, typed: Option<&str>, option: &str) -> Result<AgencyId, CliError> {
    match typed {
        Some(typed) => Ok(lookup::agency(&model.catalog, typed)?.id.clone()),
        None => model.my_agency.clone().ok_or_else(|| CliError::Refused(model.lang.no_own_agency(option))),
    }
}

/// Who chose his own agency writes only its reports, and those that he drafts or acts for; the same rule as on the
/// screen.
///
/// # Errors
/// The report is another agency's.
pub(super) fn must_write(model: &Model, key: &ReportKey) -> Result<(), CliError> {
    if model.may_write(key) {
        return Ok(());
    }
    Err(CliError::Refused(model.lang.report_of_another(model.catalog.short_name(&key.agency))))
}

fn newest(model: &Model, obligation: &ReportingObligation) -> Option<Period> {
    model
        .occurrences_of(obligation)
        .into_iter()
        .map(|occurrence| occurrence.period)
        .max_by_key(|p| p.first_day())
}

/// The report as it stands.
pub(super) fn standing(model: &Model, key: &ReportKey) -> Result<Report, CliError> {
    let found = model.report_of(key);
    found.ok_or_else(|| CliError::Refused(model.lang.no_report_yet(&key.to_string(), &options(key))))
}

/// The options that name a report, to be copied.
pub(super) fn options(key: &ReportKey) -> String {
    format!("--obligation {} --period {} --agency {}", key.obligation, key.period, key.agency)
}
