//! Reports on the agenda: to send, to draft, to chase.

use super::claims::{Claim, Owed};
use super::ledger::{Ledger, Round, saved_on};
use super::{AgendaGroup, AgendaItem, AgendaKind, ItemStatus};
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::lateness;
use crate::domain::record::{Report, ReportState};
use crate::domain::schedule::{Condition, Rule};
use crate::domain::task::Role;

impl Ledger<'_> {
    pub(super) fn report_items(&self, agency: Option<&AgencyId>) -> Vec<AgendaItem> {
        let mut items = Vec::new();
        for round in &self.rounds {
            match agency {
                Some(agency) => {
                    items.extend(self.submit(round, agency));
                    items.extend(self.prepare(round, agency));
                    if round.receivers.contains(agency) {
                        items.extend(self.questions(round, Some(agency)));
                        if round.waits_for().is_none() {
                            items.extend(self.chase(round, Some(Role::Compiling)));
                        }
                    }
                }
                None => {
                    items.extend(self.questions(round, None));
                    let chase = if round.waits_for().is_none() { self.chase(round, None) } else { None };
                    items.extend(chase.or_else(|| self.uncounted(round)));
                }
            }
        }
        items
    }

    /// What an agency has to send: its own reports, and those of agencies that it took over from.
    fn submit(&self, round: &Round<'_>, agency: &AgencyId) -> Vec<AgendaItem> {
        let claims = round.reporters.iter().filter_map(|owed| Some((owed, owed.claim(agency)?)));
        claims
            .filter_map(|(owed, claim)| {
                let kind = round.submit_by(Some(owed.reporter.agency.clone()));
                self.item(round, kind, Some(Role::Reporting), Some(owed), claim)
            })
            .collect()
    }

    /// The reports of which it is open who sends them, for the desk that waits for them or for all.
    fn questions(&self, round: &Round<'_>, desk: Option<&AgencyId>) -> Vec<AgendaItem> {
        let open = round.reporters.iter().filter(|owed| owed.reporter.awaiting && owed.question().is_some());
        // What the desk itself may have to send stands on its agenda already.
        let others = open.filter(|owed| desk.is_none_or(|desk| owed.claim(desk).is_none()));
        others
            .filter_map(|owed| {
                let kind = round.submit_by(Some(owed.reporter.agency.clone()));
                let claim = Claim { from: None, question: owed.question() };
                self.item(round, kind, desk.map(|_| Role::Compiling), Some(owed), claim)
            })
            .collect()
    }

    /// The drafting of what others sign, one item for each signer.
    fn prepare(&self, round: &Round<'_>, agency: &AgencyId) -> Vec<AgendaItem> {
        if !round.drafters.contains(agency) {
            return Vec::new();
        }
        let signers = round.reporters.iter().filter(|owed| owed.reporter.agency != *agency);
        let item = |owed: &Owed<'_>| {
            let kind = AgendaKind::Prepare {
                obligation: round.obligation.id.clone(),
                period: round.term.period,
                reporter: owed.reporter.agency.clone(),
            };
            let claim = Claim { from: owed.reporter.inherited_from.clone(), question: owed.question() };
            self.item(round, kind, Some(Role::Advising), Some(owed), claim)
        };
        signers.filter_map(item).collect()
    }

    fn chase(&self, round: &Round<'_>, role: Option<Role>) -> Option<AgendaItem> {
        let counted = || round.reporters.iter().filter(|owed| owed.reporter.is_counted());
        let total = counted().count();
        if total == 0 {
            return None;
        }
        let owing = counted().filter(|owed| !owed.is_sent()).count();
        let last = counted().max_by_key(|owed| owed.report.and_then(|report| saved_on(&report.stamp)));
        let kind = AgendaKind::Chase {
            obligation: round.obligation.id.clone(),
            period: round.term.period,
            owing,
            total,
        };
        let status = match owing {
            0 => ItemStatus::Done,
            _ if owing < total => ItemStatus::InProgress,
            _ => round.unopened(),
        };
        self.item_with(round, kind, role, status, last.and_then(|owed| owed.report), None)
    }

    /// An obligation that falls on open-ended groups alone has nobody to count, yet is not forgotten.
    fn uncounted(&self, round: &Round<'_>) -> Option<AgendaItem> {
        let owed = round.reporters.iter().find(|owed| !owed.reporter.awaiting)?;
        self.item(round, round.submit_by(None), None, Some(owed), Claim::default())
    }

    fn item(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        owed: Option<&Owed<'_>>,
        claim: Claim,
    ) -> Option<AgendaItem> {
        let report = owed.and_then(|owed| owed.report);
        let status = claim.question.unwrap_or_else(|| round.status_of(report));
        self.item_with(round, kind, role, status, report, claim.from)
    }

    fn item_with(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        status: ItemStatus,
        last: Option<&Report>,
        inherited_from: Option<AgencyId>,
    ) -> Option<AgendaItem> {
        let closed = matches!(status, ItemStatus::Sent { .. } | ItemStatus::Done);
        let question = status.is_question() && !round.preview;
        let group = match question {
            true => AgendaGroup::Question,
            false => self.place(round.term.due, closed, round.preview)?,
        };
        let saved = last.and_then(|report| saved_on(&report.stamp));
        Some(AgendaItem {
            kind,
            plan: round.plan.id.clone(),
            clause: round.obligation.clause.clone(),
            title: round.obligation.title.clone(),
            role,
            due: round.term.due,
            group,
            status: if round.preview { ItemStatus::Preview } else { status },
            silent_days: self.silence(round.plan, saved),
            inherited_from,
        })
    }
}

impl Round<'_> {
    fn submit_by(&self, reporter: Option<AgencyId>) -> AgendaKind {
        AgendaKind::Submit { obligation: self.obligation.id.clone(), period: self.term.period, reporter }
    }

    /// What the obligation waits for, when no day of its own calls for a report.
    fn waits_for(&self) -> Option<Condition> {
        match self.obligation.schedule.rule {
            Rule::Conditional { condition } => Some(condition),
            _ => None,
        }
    }

    fn unopened(&self) -> ItemStatus {
        match self.waits_for() {
            Some(condition) => ItemStatus::Waiting(condition),
            None if self.term.due.is_some() => ItemStatus::NotOpened,
            None => ItemStatus::NoDay,
        }
    }

    fn status_of(&self, report: Option<&Report>) -> ItemStatus {
        match report {
            None => self.unopened(),
            Some(report) if report.state == ReportState::Draft => ItemStatus::Drafting,
            Some(report) => {
                let late_days = self
                    .term
                    .due
                    .zip(report.sent_at.or(report.stamp.at))
                    .and_then(|(due, sent)| lateness(due.due_last, sent));
                ItemStatus::Sent { late_days }
            }
        }
    }
}
