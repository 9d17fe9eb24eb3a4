//! Whose figures a target is judged by: a plan aims for its province, and most figures come of one agency.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Actual, actual, current_observation, firmness};
use crate::domain::catalog::Catalog;
use crate::domain::compilation::{Contribution, Sum};
use crate::domain::heirs::acting;
use crate::domain::ids::AgencyId;
use crate::domain::indicator::Target;
use crate::domain::plan::Plan;
use crate::domain::record::{Observation, ReportedFigure};

/// Whose figure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Of the whole: the one agency that answers for the target gave it, or a desk that gathers the plan's reports.
    Whole(AgencyId),
    /// Of one agency, and not of the whole.
    One(AgencyId),
    /// Σ numerators / Σ denominators, or Σ counts, of several agencies.
    Sum {
        /// Whose figures are in it.
        of: Vec<AgencyId>,
        /// Those that gave a share without its numbers, which cannot be added.
        not_added: Vec<AgencyId>,
    },
}

/// The desks that receive, gather, compile or pass on the reports under a plan.
pub fn gathering_desks(catalog: &Catalog, plan: &Plan, day: NaiveDate) -> Vec<AgencyId> {
    let desks = plan.obligations.iter().flat_map(|obligation| {
        let named = std::iter::once(&obligation.recipient).chain(&obligation.via);
        // Who compiles a report out of others speaks for them, too.
        let compiles = !obligation.consumes.is_empty();
        let compiling = obligation.reporters.iter().chain(&obligation.prepared_by).filter(move |_| compiles);
        let named = named.chain(compiling);
        named.flat_map(|desk| acting(catalog, desk, Some(&obligation.id), day))
    });
    desks.collect()
}

/// The figure that counts, and whose it is; `desks` speak for the whole.
///
/// What agencies gave is added up within the year of the latest figure: older ones are of another state of things.
pub(super) fn figure_of(
    target: &Target,
    observations: &[&Observation],
    desks: &[AgencyId],
) -> Option<(Actual, Whose)> {
    let latest = current_observation(observations)?;
    let of_year = observations.iter().copied().filter(|one| one.as_of.year() == latest.as_of.year());
    let of_year: Vec<_> = of_year.collect();
    let speaks =
        |agency: &AgencyId| desks.contains(agency) || target.responsible.as_slice() == [agency.clone()];
    let of_desks = of_year.iter().copied().filter(|one| speaks(&one.agency)).collect::<Vec<_>>();
    if let Some(whole) = current_observation(&of_desks) {
        return Some((actual(target, whole)?, Whose::Whole(whole.agency.clone())));
    }
    let given = latest_of_each(&of_year);
    let alone = || Some((actual(target, latest)?, Whose::One(latest.agency.clone())));
    if given.len() < 2 { alone() } else { sum_of(target, latest, &given).or_else(alone) }
}

fn latest_of_each<'a>(observations: &[&'a Observation]) -> Vec<&'a Observation> {
    let mut by_agency: BTreeMap<&AgencyId, Vec<&Observation>> = BTreeMap::new();
    for one in observations {
        by_agency.entry(&one.agency).or_default().push(one);
    }
    by_agency.values().filter_map(|of| current_observation(of)).collect()
}

/// `None`: nothing that was given can be added.
fn sum_of(target: &Target, latest: &Observation, given: &[&Observation]) -> Option<(Actual, Whose)> {
    let contribution =
        |one: &&Observation| Contribution { agency: one.agency.clone(), figure: ReportedFigure::from(*one) };
    let Sum { numerator, denominator, value, not_added } =
        Sum::of(target, &given.iter().map(contribution).collect::<Vec<_>>());
    let added: Vec<&&Observation> = given.iter().filter(|one| !not_added.contains(&one.agency)).collect();
    let quality = added.iter().map(|one| one.quality).min_by_key(|quality| firmness(*quality))?;
    let of: Vec<AgencyId> = added.iter().map(|one| one.agency.clone()).collect();
    let as_of = added.iter().map(|one| one.as_of).max()?;
    let whole = Observation { value, numerator, denominator, quality, as_of, ..latest.clone() };
    let whose = match of.as_slice() {
        [only] => Whose::One(only.clone()),
        _ => Whose::Sum { of, not_added },
    };
    Some((actual(target, &whole).filter(|_| value.is_some())?, whose))
}
