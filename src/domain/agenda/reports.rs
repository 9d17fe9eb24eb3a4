//! Reports on the agenda: to send, to draft, to chase.

use super::ledger::{Ledger, Round, saved_on};
use super::{AgendaItem, AgendaKind, ItemStatus};
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Reporter, lateness};
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
                    if round.is_received_by(agency) && round.waits_for().is_none() {
                        items.extend(self.chase(round, Some(Role::Compiling)));
                    }
                }
                None if round.waits_for().is_some() => items.extend(self.uncounted(round)),
                None => items.extend(self.chase(round, None).or_else(|| self.uncounted(round))),
            }
        }
        items
    }

    fn submit(&self, round: &Round<'_>, agency: &AgencyId) -> Option<AgendaItem> {
        let (reporter, report) = round.reporters.iter().find(|(reporter, _)| reporter.agency == *agency)?;
        let kind = AgendaKind::Submit {
            obligation: round.obligation.id.clone(),
            period: round.term.period,
            reporter: Some(reporter.agency.clone()),
        };
        self.item(round, kind, Some(Role::Reporting), round.status_of(*report), *report)
    }

    /// The drafting of what others sign, one item for each signer.
    fn prepare(&self, round: &Round<'_>, agency: &AgencyId) -> Vec<AgendaItem> {
        if round.obligation.prepared_by.as_ref() != Some(agency) {
            return Vec::new();
        }
        let signers = round.reporters.iter().filter(|(reporter, _)| reporter.agency != *agency);
        let item = |(reporter, report): &(Reporter, Option<&Report>)| {
            let kind = AgendaKind::Prepare {
                obligation: round.obligation.id.clone(),
                period: round.term.period,
                reporter: reporter.agency.clone(),
            };
            self.item(round, kind, Some(Role::Advising), round.status_of(*report), *report)
        };
        signers.filter_map(item).collect()
    }

    fn chase(&self, round: &Round<'_>, role: Option<Role>) -> Option<AgendaItem> {
        let counted = || round.reporters.iter().filter(|(reporter, _)| !reporter.open_ended);
        let total = counted().count();
        if total == 0 {
            return None;
        }
        let owing = counted().filter(|(_, report)| !report.is_some_and(is_sent)).count();
        let last = counted().filter_map(|(_, report)| *report).max_by_key(|report| saved_on(&report.stamp));
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
        self.item(round, kind, role, status, last)
    }

    /// An obligation that falls on open-ended groups alone has nobody to count, yet is not forgotten.
    fn uncounted(&self, round: &Round<'_>) -> Option<AgendaItem> {
        let (_, report) = round.reporters.first()?;
        let kind = AgendaKind::Submit {
            obligation: round.obligation.id.clone(),
            period: round.term.period,
            reporter: None,
        };
        self.item(round, kind, None, round.status_of(*report), *report)
    }

    fn item(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        status: ItemStatus,
        last: Option<&Report>,
    ) -> Option<AgendaItem> {
        let closed = matches!(status, ItemStatus::Sent { .. } | ItemStatus::Done);
        let group = self.place(round.term.due, closed, round.preview)?;
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
        })
    }
}

impl Round<'_> {
    fn is_received_by(&self, agency: &AgencyId) -> bool {
        self.obligation.recipient == *agency || self.obligation.via.as_ref() == Some(agency)
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

fn is_sent(report: &Report) -> bool {
    report.state == ReportState::Sent
}
