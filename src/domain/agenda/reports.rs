//! Reports on the agenda: to send, to draft, to chase.

use chrono::{Datelike, NaiveDate};

use super::ledger::{Ledger, Round, saved_on};
use super::{AgendaGroup, AgendaItem, AgendaKind, ItemStatus};
use crate::domain::decision::Duty;
use crate::domain::ids::AgencyId;
use crate::domain::occurrence::{Reporter, lateness, membership_day};
use crate::domain::record::{Report, ReportKey, ReportState};
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
                    if round.is_received_by(agency) {
                        if round.waits_for().is_none() {
                            items.extend(self.chase(round, Some(Role::Compiling)));
                        }
                        items.extend(self.requests(round, Some(Role::Compiling)));
                    }
                }
                None => {
                    let chase = if round.waits_for().is_some() { None } else { self.chase(round, None) };
                    items.extend(chase.or_else(|| self.uncounted(round)));
                    items.extend(self.requests(round, None));
                }
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
        self.item(round, kind, Some(Role::Reporting), *report)
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
            self.item(round, kind, Some(Role::Advising), *report)
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
        let days = counted().filter(|(_, report)| !report.is_some_and(is_sent));
        let days: Vec<_> = days.map(|(reporter, _)| self.extended_to(round, &reporter.agency)).collect();
        // As long as one of them has no other day, the original day holds for the desk that waits.
        let extended_to = if days.contains(&None) { None } else { days.into_iter().flatten().min() };
        self.item_until(round, kind, role, status, last, extended_to)
    }

    /// An obligation that falls on open-ended groups alone has nobody to count, yet is not forgotten.
    fn uncounted(&self, round: &Round<'_>) -> Option<AgendaItem> {
        let (_, report) = round.reporters.first()?;
        let kind = AgendaKind::Submit {
            obligation: round.obligation.id.clone(),
            period: round.term.period,
            reporter: None,
        };
        self.item(round, kind, None, *report)
    }

    /// The requests for another day that nobody has answered.
    fn requests(&self, round: &Round<'_>, role: Option<Role>) -> Vec<AgendaItem> {
        let open = |(reporter, report): &(Reporter, Option<&Report>)| {
            let key = round.key(&reporter.agency);
            let request = self.catalog.settled().extension(&key).filter(|request| request.is_open())?;
            let kind = AgendaKind::AnswerExtension { key, asked_for: request.asked_for };
            let item = self.item_until(round, kind, role, ItemStatus::ExtensionAsked, *report, None)?;
            Some(AgendaItem { group: AgendaGroup::Soon, ..item })
        };
        round.reporters.iter().filter(|(_, report)| !report.is_some_and(is_sent)).filter_map(open).collect()
    }

    fn extended_to(&self, round: &Round<'_>, agency: &AgencyId) -> Option<NaiveDate> {
        self.catalog.settled().extended_to(&round.key(agency))
    }

    fn item(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        report: Option<&Report>,
    ) -> Option<AgendaItem> {
        let agency = match &kind {
            AgendaKind::Submit { reporter: Some(agency), .. }
            | AgendaKind::Prepare { reporter: agency, .. } => Some(agency),
            _ => None,
        };
        let extended_to = agency.and_then(|agency| self.extended_to(round, agency));
        let status = round.status_of(report, extended_to);
        self.item_until(round, kind, role, status, report, extended_to)
    }

    fn item_until(
        &self,
        round: &Round<'_>,
        kind: AgendaKind,
        role: Option<Role>,
        status: ItemStatus,
        last: Option<&Report>,
        extended_to: Option<NaiveDate>,
    ) -> Option<AgendaItem> {
        let closed = matches!(status, ItemStatus::Sent { .. } | ItemStatus::Done);
        let duty = Duty::Obligation(round.obligation.id.clone());
        let internal_day = self.catalog.settled().internal_day(&duty, membership_day(round.term).year());
        let day = extended_to.or(round.term.due.map(|due| due.due_last));
        let group = self.place(day, internal_day, closed, round.preview)?;
        let saved = last.and_then(|report| saved_on(&report.stamp));
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
            silent_days: self.silence(round.plan, saved),
        })
    }
}

impl Round<'_> {
    fn is_received_by(&self, agency: &AgencyId) -> bool {
        self.obligation.recipient == *agency || self.obligation.via.as_ref() == Some(agency)
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

    fn status_of(&self, report: Option<&Report>, extended_to: Option<NaiveDate>) -> ItemStatus {
        match report {
            None if extended_to.is_some() => ItemStatus::Extended,
            None => self.unopened(),
            Some(report) if report.state == ReportState::Draft => ItemStatus::Drafting,
            Some(report) => {
                let day = extended_to.or(self.term.due.map(|due| due.due_last));
                let sent = report.sent_at.or(report.stamp.at);
                let late_days = day.zip(sent).and_then(|(day, sent)| lateness(day, sent));
                ItemStatus::Sent { late_days }
            }
        }
    }
}

fn is_sent(report: &Report) -> bool {
    report.state == ReportState::Sent
}
