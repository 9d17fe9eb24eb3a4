//! The rounds of reports: each obligation in each of its periods, with who owes a report and how far it stands.

use super::claims::Owed;
use super::ledger::Ledger;
use crate::domain::decision::Duty;
use crate::domain::heirs::acting;
use crate::domain::ids::{AgencyId, IdMap, ItemId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::{Term, membership_day, openings, reporters_on, standing_period};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ReportKey, ReportStanding};
use crate::domain::schedule::Period;
use crate::domain::settled::Opening;
use crate::domain::shelf::Shelf;

/// One obligation in one period, with what its reporters did.
pub(super) struct Round<'a> {
    pub(super) plan: &'a Plan,
    pub(super) obligation: &'a ReportingObligation,
    pub(super) term: Term,
    pub(super) preview: bool,
    /// The document that opened it, where the obligation waited for one.
    pub(super) opened_by: Option<&'a Opening>,
    pub(super) reporters: Vec<Owed>,
    /// Those that receive the reports by now: recipient and desk on the way, or their successors.
    pub(super) receivers: Vec<AgencyId>,
    /// Those that draft the reports by now.
    pub(super) drafters: Vec<AgencyId>,
}

/// The reports under an obligation: of a period there are few, and they are looked through.
type ByPeriod = IdMap<Period, Vec<ReportStanding>>;

/// How far reports stand, read when they are first asked for: at once for a desk that looks at all who report under an
/// obligation, and at once for an agency, whatever it reports on.
struct Standings<'a> {
    shelf: &'a dyn Shelf,
    /// The obligation that was looked at last, and its reports.
    under: Option<(ItemId, ByPeriod)>,
    by: IdMap<AgencyId, IdMap<(ItemId, Period), ReportStanding>>,
}

impl<'a> Standings<'a> {
    fn of(shelf: &'a dyn Shelf) -> Self {
        Self { shelf, under: None, by: IdMap::default() }
    }

    /// How far a report stands; `all`: the others of its round are looked at too.
    fn get(
        &mut self,
        obligation: &ItemId,
        period: Period,
        agency: &AgencyId,
        all: bool,
    ) -> Option<ReportStanding> {
        let shelf = self.shelf;
        if !all {
            let by = self.by.entry(agency.clone()).or_insert_with(|| {
                let standings = shelf.standings_by(agency).into_iter();
                standings.map(|(obligation, report)| ((obligation, report.period), report)).collect()
            });
            return by.get(&(obligation.clone(), period)).cloned();
        }
        if self.under.as_ref().is_none_or(|(known, _)| known != obligation) {
            let mut under = ByPeriod::default();
            for report in shelf.standings_under(obligation) {
                under.entry(report.period).or_default().push(report);
            }
            self.under = Some((obligation.clone(), under));
        }
        let (_, under) = self.under.as_ref()?;
        under.get(&period)?.iter().find(|report| report.agency == *agency).cloned()
    }
}

impl<'a> Ledger<'a> {
    /// All rounds that may concern the chosen agencies, in the order of the plans.
    pub(super) fn all_rounds(&self) -> Vec<Round<'a>> {
        let mut standings = Standings::of(self.catalog.shelf());
        let mut rounds = Vec::new();
        for plan in self.plans() {
            for obligation in plan.obligations.iter().filter(|obligation| self.concerns(obligation)) {
                for term in self.terms_of(plan, obligation) {
                    rounds.push(self.round(&mut standings, plan, obligation, term));
                }
            }
        }
        rounds
    }

    /// Whether an obligation may concern the chosen agencies.
    fn concerns(&self, obligation: &ReportingObligation) -> bool {
        let desks =
            std::iter::once(&obligation.recipient).chain(&obligation.via).chain(&obligation.prepared_by);
        desks.chain(&obligation.reporters).any(|desk| self.reaches(desk))
    }

    /// The terms of the rule, those that documents opened, and the one in which something may be told at any time.
    fn terms_of(&self, plan: &Plan, obligation: &ReportingObligation) -> Vec<Term> {
        let mut terms = self.terms(plan, &obligation.schedule.rule);
        terms.extend(openings(self.catalog, plan, obligation, self.calendar, self.today));
        let standing = standing_period(plan, obligation, self.today);
        let standing = standing.filter(|period| terms.iter().all(|term| term.period != *period));
        terms.extend(standing.map(|period| Term { period, due: None }));
        terms
    }

    fn round(
        &self,
        standings: &mut Standings<'a>,
        plan: &'a Plan,
        obligation: &'a ReportingObligation,
        term: Term,
    ) -> Round<'a> {
        let duty = Duty::Obligation(obligation.id.clone());
        let (receivers, drafters) = self.desks(obligation);
        let is_desk = self.is_desk(receivers.iter().chain(&drafters));
        Round {
            plan,
            obligation,
            term,
            preview: plan.state == DocumentState::Draft,
            opened_by: self.catalog.settled().opening(&duty, term.period),
            reporters: self.owed(standings, obligation, term, is_desk),
            receivers,
            drafters,
        }
    }

    /// Whether one of these is asked about, or leads to who is: it looks at all reporters.
    fn is_desk<'d>(&self, mut desks: impl Iterator<Item = &'d AgencyId>) -> bool {
        self.reached.is_none() || desks.any(|desk| self.reaches(desk))
    }

    /// Who owes a report of the term, and how far it is; those who need not send it are left out, and unless `all` are
    /// wanted, those that do not lead to the chosen agency.
    fn owed(
        &self,
        standings: &mut Standings<'_>,
        obligation: &ReportingObligation,
        term: Term,
        all: bool,
    ) -> Vec<Owed> {
        let key = |agency: &AgencyId| ReportKey {
            obligation: obligation.id.clone(),
            period: term.period,
            agency: agency.clone(),
        };
        let settled = self.catalog.settled();
        let mut owing = reporters_on(self.catalog, obligation, membership_day(term, self.today)).owing;
        owing.retain(|reporter| all || self.reaches(&reporter.agency));
        owing.retain(|reporter| settled.waiver(&key(&reporter.agency)).is_none());
        let owed = owing.into_iter().map(|reporter| {
            let report = standings.get(&obligation.id, term.period, &reporter.agency, all);
            Owed::new(self.catalog, &obligation.id, reporter, report, self.today)
        });
        let mut owed: Vec<Owed> = owed.collect();
        // They stay for as long as the agenda is worked out.
        owed.shrink_to_fit();
        owed
    }

    /// Who receives the reports under an obligation by now, and who drafts them.
    fn desks(&self, obligation: &ReportingObligation) -> (Vec<AgencyId>, Vec<AgencyId>) {
        let acting = |desk: &AgencyId| acting(self.catalog, desk, Some(&obligation.id), self.today);
        let receivers = std::iter::once(&obligation.recipient).chain(&obligation.via).flat_map(acting);
        (receivers.collect(), obligation.prepared_by.iter().flat_map(acting).collect())
    }
}
