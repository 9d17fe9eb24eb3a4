//! From `--obligation`, `--plan` and `--period` to the one round that is meant.

use super::args::Round;
use super::error::CliError;
use super::lookup;
use crate::app::model::Model;
use crate::domain::board::{Board, RoundKey};
use crate::domain::schedule::Period;
use crate::text::fold::fold;

/// The board of the round that is meant.
///
/// # Errors
/// None or several are meant, with what there is to choose from.
pub(super) fn board(model: &Model, options: &Round) -> Result<Board, CliError> {
    let round = round(model, options)?;
    let found = model.board_of(&round);
    found.ok_or_else(|| CliError::Refused(model.words().board_empty.to_owned()))
}

fn round(model: &Model, options: &Round) -> Result<RoundKey, CliError> {
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let all = model.rounds();
    let in_plan = |round: &&RoundKey| plan.is_none_or(|plan| round.obligation.plan() == plan.id);
    let meant: Vec<&RoundKey> = match (&options.obligation, plan) {
        (Some(typed), _) => {
            all.iter().filter(in_plan).filter(|round| is_named(model, round, typed)).collect()
        }
        (None, Some(_)) => {
            let listed = all.iter().filter(in_plan).filter(|round| model.can_be_listed(&round.obligation));
            listed.collect()
        }
        (None, None) => all.iter().filter(|round| model.is_shown_desk_of(&round.obligation)).collect(),
    };
    match meant.as_slice() {
        [one] => with_period(model, one, options.period.as_deref()),
        several => {
            let listed = if several.is_empty() { all.iter().collect() } else { several.to_vec() };
            let listed = listed.iter().map(|round| line(model, round)).collect();
            Err(CliError::Round { listed, ambiguous: !several.is_empty() })
        }
    }
}

/// By its id, or by its clause.
fn is_named(model: &Model, round: &RoundKey, typed: &str) -> bool {
    let clause = model.catalog.obligation(&round.obligation).map(|(_, found)| found.clause.as_str());
    let names = [Some(round.obligation.as_str()), Some(round.obligation.local()), clause];
    names.into_iter().flatten().any(|name| fold(name) == fold(typed.trim()))
}

fn with_period(model: &Model, round: &RoundKey, typed: Option<&str>) -> Result<RoundKey, CliError> {
    let Some(typed) = typed else { return Ok(round.clone()) };
    let known = model.catalog.obligation(&round.obligation);
    let known = known.map_or_else(Vec::new, |(plan, found)| model.periods_of(plan, found));
    match typed.trim().parse::<Period>().ok().filter(|period| known.contains(period)) {
        Some(period) => Ok(RoundKey { period, ..round.clone() }),
        None => Err(CliError::Period {
            typed: typed.to_owned(),
            known: known.iter().map(Period::to_string).collect(),
        }),
    }
}

fn line(model: &Model, round: &RoundKey) -> String {
    format!("{}  {}", round.obligation, model.report_name(&round.obligation, round.period))
}
