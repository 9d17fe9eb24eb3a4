//! Agencies that thousands of rows name: each identifier is kept once, not once a row.

use std::cell::RefCell;
use std::collections::HashSet;

use super::rows::Line;
use crate::domain::ids::AgencyId;

/// The identifiers that were read so far.
#[derive(Debug, Default)]
pub(super) struct AgencyIds(RefCell<HashSet<AgencyId, foldhash::fast::RandomState>>);

impl AgencyIds {
    /// The agency that a column names.
    pub(super) fn agency(&self, row: &Line<'_>, column: usize) -> rusqlite::Result<AgencyId> {
        Ok(self.of(row.text(column)?))
    }

    /// The agency that a column names, if it names one.
    pub(super) fn optional(&self, row: &Line<'_>, column: usize) -> rusqlite::Result<Option<AgencyId>> {
        Ok(row.optional_text(column)?.map(|text| self.of(text)))
    }

    fn of(&self, text: &str) -> AgencyId {
        let mut known = self.0.borrow_mut();
        if let Some(agency) = known.get(text) {
            return agency.clone();
        }
        let agency = AgencyId::new(text);
        known.insert(agency.clone());
        agency
    }
}
