//! Which report is meant, and by whom it is touched.

use crate::app::model::Model;
use crate::cli::error::CliError;
use crate::cli::lookup;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::standing_period;
use crate::domain::record::{Report, ReportKey};
use crate::domain::schedule::Period;

/// The report that is meant: without a period the newest one that is followed, without an agency the user's own.
pub(in crate::cli) fn report_key(
    model: &Model,
    obligation: &str,
    period: Option<&str>,
    agency: Option<&str>,
) -> Result<ReportKey, CliError> {
    let (plan, obligation) = lookup::obligation(&model.catalog, obligation)?;
    let agency = own(model, agency, "--agency")?;
    let period = match period {
        Some(typed) => parse_period(model, typed)?,
        None => standing_period(plan, obligation, model.day())
            .or_else(|| newest(model, obligation))
            .ok_or_else(|| CliError::Refused(model.lang.needs_option("--period")))?,
    };
    Ok(ReportKey { obligation: obligation.id.clone(), period, agency })
}

/// The agency that was typed, else the user's own.
pub(in crate::cli) fn own(model: &Model, typed: Option<&str>, option: &str) -> Result<AgencyId, CliError> {
    match typed {
        Some(typed) => Ok(lookup::agency(&model.catalog, typed)?.id.clone()),
        None => model.my_agency.clone().ok_or_else(|| CliError::Refused(model.lang.no_own_agency(option))),
    }
}

pub(in crate::cli) fn parse_period(model: &Model, typed: &str) -> Result<Period, CliError> {
    typed.trim().parse().map_err(|_| CliError::Refused(model.lang.no_period(typed)))
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
    let found = model.report_of(key).cloned();
    found.ok_or_else(|| CliError::Refused(model.lang.no_report_yet(&key.to_string(), &options(key))))
}

/// The options that name a report, to be copied.
pub(super) fn options(key: &ReportKey) -> String {
    format!("--obligation {} --period {} --agency {}", key.obligation, key.period, key.agency)
}
