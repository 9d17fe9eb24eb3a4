//! Reports on the agenda: to send, to draft, to chase.

use chrono::NaiveDate;

use super::claims::{Claim, Owed};
use super::ledger::Ledger;
use super::rounds::Round;
use super::{AgendaGroup, AgendaItem, AgendaKind, ItemStatus, Pending};
use crate::domain::decision::Duty;
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::days_late;
use crate::domain::record::{ReportKey, ReportStanding, ReportState};
use crate::domain::schedule::{Condition, Rule};
use crate::domain::task::Role;

/// What is known about an item besides its round and status.
#[derive(Default)]
struct Further {
    /// The day that was granted.
    extended_to: Option<NaiveDate>,
    /// Whose it was before.
    inherited_from: Option<AgencyId>,
}

impl Ledger<'_> {
    pub(crate) fn report_items(&self, agency: Option<&AgencyId>) -> Vec<AgendaItem> {
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
                        items.extend(self.requests(round, Some(Role::Compiling)));
                    }
                }
                None => {
                    items.extend(self.questions(round, None));
                    let chase = if round.waits_for().is_none() { self.chase(round, None) } else { None };
                    items.extend(chase.or_else(|| self.uncounted(round)));
                    items.extend(self.requests(round, None));
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
        // A draft binds nobody, so nobody has to decide yet.
        let open = round.reporters.iter().filter(|_| !round.preview);
        let open = open.filter(|owed| owed.reporter.awaiting && owed.question().is_some());
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
        let item = |owed: &Owed| {
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
        let last = counted().max_by_key(|owed| owed.report.as_deref().and_then(|report| report.saved_on));
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
        let days = counted().filter(|owed| !owed.is_sent());
        let days: Vec<_> = days.map(|owed| self.extended_to(round, &owed.reporter.agency)).collect();
        let pending = pending(round, role.is_none());
        // As long as one of them has no other day, the original day holds for the desk that waits.
        let extended_to = if days.contains(&None) { None } else { days.into_iter().flatten().min() };
        let further = Further { extended_to, inherited_from: None };
        let last = last.and_then(|owed| owed.report.as_deref());
        if owing == 0 && pending.receipt > 0 {
            // Nobody is late any more, and yet it is not over: no day runs for the desk to take what came.
            let item = self.item_with(round, kind, role, ItemStatus::InProgress, last, further)?;
            let status = ItemStatus::Sent { late_days: None };
            return Some(AgendaItem { group: AgendaGroup::Soon, status, pending, due: None, ..item });
        }
        Some(AgendaItem { pending, ..self.item_with(round, kind, role, status, last, further)? })
    }

    /// An obligation that falls on open-ended groups alone has nobody to count, yet is not forgotten.
    fn uncounted(&self, round: &Round<'_>) -> Option<AgendaItem> {
        let owed = round.reporters.iter().find(|owed| !owed.reporter.awaiting)?;
        self.item(round, round.submit_by(None), None, Some(owed), Claim::default())
    }

    /// The requests for another day that nobody has answered.
    fn requests(&self, round: &Round<'_>, role: Option<Role>) -> Vec<AgendaItem> {
        let open = |owed: &Owed| {
            let key = round.key(&owed.reporter.agency);
            let request = self.catalog.settled().extension(&key).filter(|request| request.is_open())?;
            let kind = AgendaKind::AnswerExtension { key, asked_for: request.asked_for };
            let further = Further::default();
            let item = self.item_with(
                round,
                kind,
                role,
                ItemStatus::ExtensionAsked,
                owed.report.as_deref(),
                further,
            )?;
            Some(AgendaItem { group: AgendaGroup::Soon, ..item })
        };
        // A number that was taken back leaves the requests of its time behind.
        let owed = round.reporters.iter().filter(|owed| !round.preview && !owed.is_sent());
        owed.filter_map(open).collect()
    }

    fn extended_to(&self, round: &Round<'_>, agency: &AgencyId) -> Option<NaiveDate> {
        self.catalog.settled().extended_to(&round.key(agency))
    }

    fn item(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        owed: Option<&Owed>,
        claim: Claim,
    ) -> Option<AgendaItem> {
        let report = owed.and_then(|owed| owed.report.as_deref());
        let extended_to = owed.and_then(|owed| self.extended_to(round, &owed.reporter.agency));
        let status = claim.question.unwrap_or_else(|| round.status_of(report, extended_to));
        let further = Further { extended_to, inherited_from: claim.from };
        self.item_with(round, kind, role, status, report, further)
    }

    fn item_with(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        status: ItemStatus,
        last: Option<&ReportStanding>,
        Further { extended_to, inherited_from }: Further,
    ) -> Option<AgendaItem> {
        let closed = matches!(status, ItemStatus::Sent { .. } | ItemStatus::Done);
        let question = status.is_question() && !round.preview;
        let duty = Duty::Obligation(round.obligation.id.clone());
        let due_last = round.term.due.map(|due| due.due_last);
        let internal_day = self.catalog.settled().internal_day(&duty, due_last, self.today);
        let day = extended_to.or(due_last);
        let group = match question {
            true => AgendaGroup::Question,
            false => self.place(day, internal_day, closed, round.preview)?,
        };
        let saved = last.and_then(|report| report.saved_on);
        Some(AgendaItem {
            kind,
            plan: round.plan.id.clone(),
            clause: round.obligation.clause.clone(),
            title: round.obligation.title.clone(),
            role,
            due: round.term.due,
            extended_to,
            internal_day,
            opened_by: round.opened_by.cloned(),
            group,
            status: if round.preview { ItemStatus::Preview } else { status },
            pending: Pending::default(),
            silent_days: self.silence(round.plan, saved),
            inherited_from,
        })
    }
}

/// What waits among the counted reports; what went on paper waits for nobody, and a draft binds nobody.
///
/// Who receives the reports has no part in their approval: that is told to those who look at all agencies.
fn pending(round: &Round<'_>, of_all: bool) -> Pending {
    let in_state = |state: ReportState| {
        let counted = round.reporters.iter().filter(|owed| owed.reporter.is_counted() && !round.preview);
        let reports = counted.filter_map(|owed| owed.report.as_deref());
        reports.filter(|report| report.state == state && !report.is_on_paper()).count()
    };
    let approval = if of_all { in_state(ReportState::AwaitingApproval) } else { 0 };
    Pending { approval, receipt: in_state(ReportState::Sent) }
}

impl Round<'_> {
    fn submit_by(&self, reporter: Option<AgencyId>) -> AgendaKind {
        AgendaKind::Submit { obligation: self.obligation.id.clone(), period: self.term.period, reporter }
    }

    fn key(&self, agency: &AgencyId) -> ReportKey {
        let (obligation, period) = (self.obligation.id.clone(), self.term.period);
        ReportKey { obligation, period, agency: agency.clone() }
    }

    /// What the obligation waits for, when neither a day of its own nor a document calls for a report.
    fn waits_for(&self) -> Option<Condition> {
        match self.obligation.schedule.rule {
            Rule::Conditional { condition } if self.opened_by.is_none() => Some(condition),
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

    fn status_of(&self, report: Option<&ReportStanding>, extended_to: Option<NaiveDate>) -> ItemStatus {
        match report {
            None if extended_to.is_some() => ItemStatus::Extended,
            None => self.unopened(),
            Some(report) if report.state == ReportState::AwaitingApproval => ItemStatus::AwaitingApproval,
            Some(report) if report.state == ReportState::Returned => ItemStatus::Returned,
            Some(report) if !report.is_sent() => ItemStatus::Drafting,
            Some(report) => {
                let day = extended_to.or(self.term.due.map(|due| due.due_last));
                let late_days = day.zip(report.came_on()).and_then(|(day, came)| days_late(day, came));
                ItemStatus::Sent { late_days }
            }
        }
    }
}
