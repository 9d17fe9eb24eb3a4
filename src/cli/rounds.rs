//! From `--obligation`, `--period` and `--plan` to what is meant by them.

use super::args::Round;
use super::error::CliError;
use super::lookup;
use crate::app::model::Model;
use crate::domain::board::{Board, RoundKey};
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::schedule::Period;

/// The obligation that was typed, of `plan` if one is given; `None`: none was typed.
pub(super) fn obligation<'a>(
    model: &'a Model,
    plan: Option<&Plan>,
    options: &Round,
) -> Result<Option<&'a ReportingObligation>, CliError> {
    let typed = options.obligation.as_deref();
    let found = typed.map(|typed| lookup::obligation(&model.catalog, plan, typed)).transpose()?;
    Ok(found.map(|(_, obligation)| obligation))
}

/// The period that was typed; `None`: none was.
pub(super) fn period(model: &Model, options: &Round) -> Result<Option<Period>, CliError> {
    let read = |typed: &str| {
        typed.trim().parse().map_err(|_| CliError::Refused(model.lang.no_period("--period", typed)))
    };
    options.period.as_deref().map(read).transpose()
}

/// The board of the round that is meant.
///
/// # Errors
/// None or several are meant, with what there is to choose from.
pub(super) fn board(model: &Model, options: &Round, plan: Option<&str>) -> Result<Board, CliError> {
    let round = round(model, options, plan)?;
    let found = model.board_of(&round);
    found.ok_or_else(|| CliError::Refused(model.words().board_empty.to_owned()))
}

fn round(model: &Model, options: &Round, plan: Option<&str>) -> Result<RoundKey, CliError> {
    let plan = plan.map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let named = obligation(model, plan, options)?;
    let all = model.rounds();
    let is_meant = |round: &&RoundKey| match (named, plan) {
        (Some(named), _) => round.obligation == named.id,
        (None, Some(plan)) => round.obligation.plan() == plan.id && model.can_be_listed(&round.obligation),
        (None, None) => model.is_shown_desk_of(&round.obligation),
    };
    let meant: Vec<&RoundKey> = all.iter().filter(is_meant).collect();
    match meant.as_slice() {
        [one] => with_period(model, one, options),
        several => {
            let listed = if several.is_empty() { all.iter().collect() } else { several.to_vec() };
            let listed = listed.iter().map(|round| line(model, round)).collect();
            Err(CliError::Round { listed, ambiguous: !several.is_empty() })
        }
    }
}

fn with_period(model: &Model, round: &RoundKey, options: &Round) -> Result<RoundKey, CliError> {
    let Some(period) = period(model, options)? else { return Ok(round.clone()) };
    let known = model.catalog.obligation(&round.obligation);
    let known = known.map_or_else(Vec::new, |(plan, found)| model.periods_of(plan, found));
    if known.contains(&period) {
        return Ok(RoundKey { period, ..round.clone() });
    }
    Err(CliError::Period { typed: period.to_string(), known: known.iter().map(Period::to_string).collect() })
}

fn line(model: &Model, round: &RoundKey) -> String {
    format!("{}  {}", round.obligation, model.report_name(&round.obligation, round.period))
}
