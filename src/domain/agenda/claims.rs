//! Whose an item is on the day: the one that the plan names, its successor, or an open question.

use chrono::NaiveDate;

use super::ItemStatus;
use crate::domain::catalog::Catalog;
use crate::domain::heirs::{Ground, Heir, Standing, listed_members, standing};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::occurrence::Reporter;
use crate::domain::record::ReportStanding;

/// One report of a round: who owes it, what was written, and who has to send it by now.
#[derive(Clone, Debug)]
pub struct Owed {
    /// Who owes it, or is asked about.
    pub reporter: Reporter,
    /// How far it has come; mostly nothing has begun, and there are many.
    pub report: Option<Box<ReportStanding>>,
    standing: Standing,
    /// Successors or candidates with the members of groups among them.
    heirs: Vec<AgencyId>,
    /// What stands in the place of the status until it is sent, where it is open whose it is.
    question: Option<ItemStatus>,
}

/// How an agency comes to an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The agency or group that had it before.
    pub from: Option<AgencyId>,
    /// What stands in the place of the status while it is open whose the item is.
    pub question: Option<ItemStatus>,
}

impl Owed {
    /// A report of `reporter` under an obligation, as things stand on `today`.
    pub fn new(
        catalog: &Catalog,
        obligation: &ItemId,
        reporter: Reporter,
        report: Option<ReportStanding>,
        today: NaiveDate,
    ) -> Self {
        let standing = standing(catalog, &reporter.agency, Some(obligation), today);
        let heirs = match &standing {
            Standing::Passed(heirs) | Standing::Open(heirs) => heirs,
            _ => &[][..],
        };
        let heirs = heirs.iter().flat_map(|heir| with_members(catalog, heir, today)).collect();
        let open = matches!(standing, Standing::Open(_) | Standing::Ended);
        let question = (reporter.awaiting || open).then(|| question_of(catalog, &reporter.agency));
        Self { reporter, report: report.map(Box::new), standing, heirs, question }
    }

    /// Whether it was sent.
    pub fn is_sent(&self) -> bool {
        self.report.as_deref().is_some_and(ReportStanding::is_sent)
    }

    /// The question that stands in the place of the status, whoever looks.
    pub fn question(&self) -> Option<ItemStatus> {
        self.question.filter(|_| !self.is_sent())
    }

    /// How `agency` comes to this report; `None`: it has nothing to do with it.
    ///
    /// What is sent stays with the agency that sent it.
    pub fn claim(&self, agency: &AgencyId) -> Option<Claim> {
        let named = self.reporter.agency == *agency;
        let from = self.reporter.inherited_from.clone();
        if self.is_sent() || self.standing == Standing::Own {
            return named.then(|| Claim { from, question: self.question() });
        }
        let heir = self.heirs.contains(agency);
        let mine = heir || (named && matches!(self.standing, Standing::Open(_) | Standing::Ended));
        let from = if heir { Some(self.reporter.agency.clone()) } else { from };
        mine.then(|| Claim { from, question: self.question() })
    }
}

impl Claim {
    pub(super) fn of(catalog: &Catalog, entry: &AgencyId, ground: &Ground) -> Self {
        let question = ground.is_open().then(|| question_of(catalog, ground.predecessor().unwrap_or(entry)));
        Self { from: ground.predecessor().cloned(), question }
    }
}

/// What to ask about the duties of an agency or a group that has ended.
pub(super) fn question_of(catalog: &Catalog, ended: &AgencyId) -> ItemStatus {
    match catalog.agency(ended).is_some_and(|agency| agency.group.is_some()) {
        true => ItemStatus::AwaitingDecision,
        false => ItemStatus::HeirUnknown,
    }
}

fn with_members(catalog: &Catalog, heir: &Heir, today: NaiveDate) -> Vec<AgencyId> {
    let members = listed_members(catalog, &heir.agency, today).into_iter().cloned();
    std::iter::once(heir.agency.clone()).chain(members).collect()
}
