//! The keys of a row: obligation, period and agency, and whether that agency owes that report.

use super::{Keys, Known, cell};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::occurrence::{Term, due_of, membership_day, reporters_on};
use crate::domain::record::ReportKey;
use crate::domain::schedule::Period;
use crate::import::table::{Row, TableFault, TableReason};
use crate::text::fill_in::KEYS;

/// The report that a row is of.
pub(super) fn report_key(row: &Row, known: &Known<'_>, keys: &mut Keys) -> Result<ReportKey, TableFault> {
    let [obligation, period, agency] = KEYS;
    let typed = [cell(row, obligation)?, cell(row, period)?, cell(row, agency)?];
    let (_, found) = known
        .catalog
        .obligation(&ItemId::new(&typed[0]))
        .ok_or_else(|| row.fault(obligation.key, TableReason::Unknown { text: typed[0].clone() }))?;
    let parsed: Period = typed[1]
        .parse()
        .map_err(|_| row.fault(period.key, TableReason::Unknown { text: typed[1].clone() }))?;
    let key = keys.entry(typed.clone()).or_insert_with(|| {
        let key =
            ReportKey { obligation: found.id.clone(), period: parsed, agency: AgencyId::new(&typed[2]) };
        owed(&key, known).map(|()| key)
    });
    key.clone().map_err(|reason| row.fault(agency.key, reason))
}

/// Whether the agency owes the report, or has begun it.
fn owed(key: &ReportKey, known: &Known<'_>) -> Result<(), TableReason> {
    if known.catalog.agency(&key.agency).is_none() {
        return Err(TableReason::Unknown { text: key.agency.to_string() });
    }
    let Some((_, found)) = known.catalog.obligation(&key.obligation) else { return Ok(()) };
    let due = due_of(known.catalog, found, key.period, known.calendar);
    let day = membership_day(Term { period: key.period, due }, known.today);
    let owing = reporters_on(known.catalog, found, day).owing;
    let begun = known.catalog.shelf().head(key).is_some();
    if begun || owing.iter().any(|reporter| reporter.agency == key.agency && !reporter.uncounted) {
        Ok(())
    } else {
        Err(TableReason::NotOwing)
    }
}
