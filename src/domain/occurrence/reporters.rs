//! Who reports: groups expanded, the compiler left out.

use chrono::NaiveDate;

use crate::domain::agency::GroupExtent;
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;

/// One that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reporter {
    /// An agency, or a group that stands for itself because nobody has listed its members.
    pub agency: AgencyId,
    /// An open-ended group: shown, never counted.
    pub open_ended: bool,
}

/// Who owes a report on a day, and who would but for receiving it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reporters {
    /// Those that owe it, in the order of the clause and then of the groups.
    pub owing: Vec<Reporter>,
    /// Members of a group that receive, check or draft this very report: left out of the denominator.
    pub excluded: Vec<AgencyId>,
}

/// Who reports under an obligation on `day`. An agency or group that does not exist on that day owes nothing.
pub fn reporters_on(catalog: &Catalog, obligation: &ReportingObligation, day: NaiveDate) -> Reporters {
    let mut found = Reporters::default();
    for entry in &obligation.reporters {
        let known = catalog.agency(entry);
        if known.is_some_and(|agency| !agency.exists_on(day)) {
            continue;
        }
        let group = known.and_then(|agency| agency.group.as_ref());
        match group {
            Some(group) if group.extent == GroupExtent::OpenEnded => found.add(entry, true),
            Some(group) if !group.members.is_empty() => {
                for member in group.members.iter().filter(|member| member.holds_on(day)) {
                    found.add_member(catalog, obligation, &member.agency, day);
                }
            }
            _ => found.add(entry, false),
        }
    }
    found
}

/// Whether `entry` is the agency itself, or a group with listed members to which it belongs on `day`.
///
/// Narrower than [`Catalog::covers`]: an open-ended group binds nobody by name.
pub fn includes(catalog: &Catalog, entry: &AgencyId, agency: &AgencyId, day: NaiveDate) -> bool {
    entry == agency
        || catalog.agency(entry).and_then(|found| found.group.as_ref()).is_some_and(|group| {
            group.extent == GroupExtent::Enumerable
                && group.members.iter().any(|member| member.agency == *agency && member.holds_on(day))
        })
}

impl Reporters {
    fn add(&mut self, agency: &AgencyId, open_ended: bool) {
        if !self.owing.iter().any(|reporter| reporter.agency == *agency) {
            self.owing.push(Reporter { agency: agency.clone(), open_ended });
        }
    }

    fn add_member(
        &mut self,
        catalog: &Catalog,
        obligation: &ReportingObligation,
        member: &AgencyId,
        day: NaiveDate,
    ) {
        let desk = obligation.recipient == *member
            || obligation.via.as_ref() == Some(member)
            || obligation.prepared_by.as_ref() == Some(member);
        if catalog.agency(member).is_some_and(|agency| !agency.exists_on(day)) {
            return;
        }
        if !desk {
            self.add(member, false);
        } else if !self.excluded.contains(member) {
            self.excluded.push(member.clone());
        }
    }
}
