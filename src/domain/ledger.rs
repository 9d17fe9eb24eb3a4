//! The ledger of what was sent, as it stands on the disk: whether every line is what it was when it was sealed.

use super::record::{Report, ReportState, Sealed, seal};

/// One line of the ledger as it stands on the disk, read without trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// Its place, as the column says.
    pub number: i64,
    /// Obligation, period and agency, as the columns say.
    pub place: [String; 3],
    /// Version, as the column says.
    pub version: i64,
    /// The JSON of the report.
    pub body: String,
    /// Id of the report that it is a version of, in the table of reports; `None`: there is none.
    pub report: Option<i64>,
}

/// The ledger, and what the reports say of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The lines by their number.
    pub rows: Vec<LedgerRow>,
    /// The line that the newest sending of each report claims: its number and its seal.
    pub claims: Vec<(i64, String)>,
}

/// The numbers of the lines that say an earlier time of sending than the line before: the machine's clock was set back.
///
/// The lines are as they were sealed, so it is no fault of the ledger; but their times prove less.
pub fn set_back(versions: &[Report]) -> Vec<i64> {
    let number = |report: &Report| report.sealed.as_ref().map(|sealed| sealed.number);
    let pairs = versions.iter().zip(versions.iter().skip(1));
    pairs
        .filter(|(before, after)| after.sent_at < before.sent_at)
        .filter_map(|(_, after)| number(after))
        .collect()
}

/// What is wrong with the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerFault {
    /// A line with this number should stand here and does not.
    Missing(i64),
    /// The line with this number is not as it was sealed.
    Changed(i64),
    /// The line with this number is as it was sealed, but the line before it is another one.
    Unlinked(i64),
}

impl LedgerFault {
    /// The number of the line.
    pub fn number(self) -> i64 {
        match self {
            Self::Missing(number) | Self::Changed(number) | Self::Unlinked(number) => number,
        }
    }
}

impl Ledger {
    /// The versions up to the first line that is not as it was sealed, and that fault.
    ///
    /// A line is good when its columns, its JSON to the letter, its seal and the seal before it agree.
    pub fn check(&self) -> (Vec<Report>, Option<LedgerFault>) {
        let mut good: Vec<Report> = Vec::new();
        let mut previous = String::new();
        for (number, row) in (1..).zip(&self.rows) {
            let Some(report) = (row.number == number).then(|| row.report()) else {
                return (good, Some(LedgerFault::Missing(number)));
            };
            let Some((report, sealed)) = report else { return (good, Some(LedgerFault::Changed(number))) };
            if sealed.previous != previous {
                return (good, Some(LedgerFault::Unlinked(number)));
            }
            previous = sealed.hash;
            good.push(report);
        }
        let fault = self.unclaimed(&good);
        (good, fault)
    }

    /// A report that was sent under a line which is not there, or is another one.
    fn unclaimed(&self, good: &[Report]) -> Option<LedgerFault> {
        let hash = |number: i64| {
            let at = usize::try_from(number).ok()?.checked_sub(1)?;
            good.get(at)?.sealed.as_ref().map(|sealed| &sealed.hash)
        };
        let broken = self.claims.iter().filter(|(number, claimed)| hash(*number) != Some(claimed));
        let (number, _) = broken.min_by_key(|(number, _)| *number)?;
        let known = hash(*number).is_some();
        Some(if known { LedgerFault::Changed(*number) } else { LedgerFault::Missing(*number) })
    }
}

impl LedgerRow {
    /// The version in this line with its seal; `None` when anything in it is not as it was sealed.
    fn report(&self) -> Option<(Report, Sealed)> {
        let report: Report = serde_json::from_str(&self.body).ok()?;
        let sealed = report.sealed.clone()?;
        let columns = self.place
            == [report.obligation.to_string(), report.period.to_string(), report.agency.to_string()]
            && (self.number, self.version) == (sealed.number, sealed.version.into());
        // What the seal does not cover is the same in every line.
        let fixed = report.state == ReportState::Sent
            && report.remark.is_empty()
            && report.received_at.is_none()
            && report.stamp.at == report.sent_at
            && report.stamp.by == sealed.by
            && self.report == Some(report.stamp.id);
        let same = serde_json::to_string(&report).is_ok_and(|text| text == self.body);
        (columns && fixed && same && seal(&report, &sealed) == sealed.hash).then_some((report, sealed))
    }
}

#[cfg(test)]
mod tests;
