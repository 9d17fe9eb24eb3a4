//! Through which agencies and groups in plans each agency comes to its tasks.
//!
//! Worked out for all agencies at once: it depends on the day and on what users settled, and on no task alone. Only
//! an index knows whom tasks name; where there is none, nobody asks for ways.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::catalog::Catalog;
use super::heirs::{Hold, holds};
use super::ids::AgencyId;

/// An agency or group that tasks name, and how somebody comes to its tasks.
pub type Entry = (AgencyId, Hold);

/// The ways of all agencies on one day.
#[derive(Clone, Debug, Default)]
pub struct Ways(BTreeMap<AgencyId, Vec<Entry>>);

impl Ways {
    /// The ways on a day; none where there is no index.
    pub fn on(catalog: &Catalog, day: NaiveDate) -> Self {
        Self::through(catalog, day, |_| true)
    }

    /// Those through agencies and groups that are `wanted`.
    pub fn through(catalog: &Catalog, day: NaiveDate, wanted: impl Fn(&AgencyId) -> bool) -> Self {
        let mut ways = BTreeMap::<AgencyId, Vec<Entry>>::new();
        let named = catalog.shelf().index().map(|index| index.named(&wanted));
        for entry in named.into_iter().flatten() {
            for hold in holds(catalog, &entry, None, day) {
                ways.entry(hold.agency.clone()).or_default().push((entry.clone(), hold));
            }
        }
        Self(ways)
    }

    /// Those of one agency, in the order in which tasks first named them.
    pub fn of(&self, agency: &AgencyId) -> &[Entry] {
        self.0.get(agency).map_or(&[], Vec::as_slice)
    }

    /// All agencies that have, had or may have tasks, each with its ways.
    pub fn all(&self) -> impl Iterator<Item = (&AgencyId, &[Entry])> {
        self.0.iter().map(|(agency, ways)| (agency, ways.as_slice()))
    }
}
