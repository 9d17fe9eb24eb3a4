//! Who reports: groups expanded, the compiler left out.

use chrono::NaiveDate;

use crate::domain::catalog::Catalog;
use crate::domain::heirs::{Standing, acting, standing};
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;

/// One that reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reporter {
    /// An agency, or a group that stands for itself because nobody has listed its members.
    pub agency: AgencyId,
    /// A group that is open-ended or has no listed members: shown, never counted.
    pub uncounted: bool,
    /// It no longer exists on the day, and nobody has settled who reports instead: shown, never counted.
    pub awaiting: bool,
    /// The agency or group that the clause names, where this one took over from it.
    pub inherited_from: Option<AgencyId>,
}

/// Who owes a report on a day, and who would but for receiving it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reporters {
    /// Those that owe it, in the order of the clause and then of the groups.
    pub owing: Vec<Reporter>,
    /// Members of a group that receive, check or draft this very report: left out of the denominator.
    pub excluded: Vec<AgencyId>,
}

/// Who reports under an obligation on `day`.
///
/// What does not exist yet owes nothing. In the place of what has ended stand its successors; where they are
/// not settled it stands there itself, awaiting a decision.
pub fn reporters_on(catalog: &Catalog, obligation: &ReportingObligation, day: NaiveDate) -> Reporters {
    let desks = [Some(&obligation.recipient), obligation.via.as_ref(), obligation.prepared_by.as_ref()];
    let desks = desks.into_iter().flatten().flat_map(|desk| acting(catalog, desk, Some(&obligation.id), day));
    let mut round = Round { catalog, day, desks: desks.collect(), found: Reporters::default() };
    for entry in &obligation.reporters {
        round.name(obligation, entry);
    }
    round.found
}

impl Reporter {
    /// Whether it belongs into a denominator.
    pub fn is_counted(&self) -> bool {
        !self.uncounted && !self.awaiting
    }
}

struct Round<'a> {
    catalog: &'a Catalog,
    day: NaiveDate,
    /// Those that receive, check or draft the report.
    desks: Vec<AgencyId>,
    found: Reporters,
}

impl Round<'_> {
    /// Adds what the clause names, or who stands in its place.
    fn name(&mut self, obligation: &ReportingObligation, entry: &AgencyId) {
        match standing(self.catalog, entry, Some(&obligation.id), self.day) {
            Standing::Own => self.expand(entry, None),
            Standing::Passed(heirs) => heirs.iter().for_each(|heir| self.expand(&heir.agency, Some(entry))),
            Standing::Open(_) | Standing::Ended => {
                self.add(Reporter { awaiting: true, ..reporter(entry, None) });
            }
            Standing::Stopped => {}
        }
    }

    /// Adds an agency, the listed members of a group, or a group for itself.
    fn expand(&mut self, entry: &AgencyId, from: Option<&AgencyId>) {
        let (catalog, day) = (self.catalog, self.day);
        let known = catalog.agency(entry);
        if known.is_some_and(|agency| !agency.exists_on(day)) {
            return;
        }
        match known.and_then(|agency| agency.group.as_ref()) {
            Some(group) if !group.is_countable() => {
                self.add(Reporter { uncounted: true, ..reporter(entry, from) });
            }
            Some(group) => {
                for member in group.members.iter().filter(|member| member.holds_on(day)) {
                    self.add_member(&member.agency, from);
                }
            }
            None => self.add(reporter(entry, from)),
        }
    }

    fn add_member(&mut self, member: &AgencyId, from: Option<&AgencyId>) {
        if self.catalog.agency(member).is_some_and(|agency| !agency.exists_on(self.day)) {
            return;
        }
        if !self.desks.contains(member) {
            self.add(reporter(member, from));
        } else if !self.found.excluded.contains(member) {
            self.found.excluded.push(member.clone());
        }
    }

    fn add(&mut self, reporter: Reporter) {
        if self.found.owing.iter().all(|other| other.agency != reporter.agency) {
            self.found.owing.push(reporter);
        }
    }
}

fn reporter(agency: &AgencyId, from: Option<&AgencyId>) -> Reporter {
    Reporter { agency: agency.clone(), uncounted: false, awaiting: false, inherited_from: from.cloned() }
}
