//! What is on offer to be settled about the selected thing: by view, item, report and duty.

use chrono::NaiveDate;

use crate::domain::agenda::{AgendaItem, AgendaKind};
use crate::domain::calendar::{CalendarDay, DayStatus};
use crate::domain::decision::{Duty, Ruling};
use crate::domain::heirs::acting;
use crate::domain::ids::ItemId;
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ReportState, Waiting};
use crate::domain::schedule::Rule;

use super::deal::{Deal, Offer};
use super::model::{Model, View};
use super::screens::holidays::HolidayRow;
use super::screens::reports::ReportKey;
use super::screens::tasks::Pane;

impl Model {
    /// What can be settled about the selected thing.
    pub(super) fn on_offer(&self) -> Vec<Offer> {
        match self.view {
            View::Agenda => {
                let selected = self.agenda.selected();
                selected.map_or_else(Vec::new, |item| self.offers_of_item(item))
            }
            View::Year if self.holidays.shown => forms(self.deals_of_holiday()),
            View::Year => {
                let selected = self.year.selected();
                selected.map_or_else(Vec::new, |item| self.offers_of_item(item))
            }
            View::Reports => {
                if let Some(open) = &self.report {
                    return self.offers_of_report(&open.key);
                }
                let Some(row) = self.reports.list.selected() else { return Vec::new() };
                let mut offers = self.heirs_of_row(row);
                if row.question.is_none() {
                    offers.extend(self.offers_of_report(&row.key));
                }
                offers
            }
            View::Tasks if self.tasks.pane == Pane::Right => {
                let Some(task) = self.tasks.tasks.selected_id() else { return Vec::new() };
                let mut offers = self.heirs_of_task(&task);
                offers.extend(forms(self.deals_of_duty(Duty::Task(task))));
                offers
            }
            View::Tasks => {
                let mut offers = self.heirs_of_owner();
                offers.extend(forms(self.owner_contact()));
                offers
            }
            View::Board => self.deals_of_board(),
            View::Compile => self.offers_of_compiled(),
            View::Plans => forms(self.shown_draft().map(|plan| Deal::Issue(plan.id.clone()))),
            _ => Vec::new(),
        }
    }

    /// The shown plan, if it was printed as a draft.
    pub(super) fn shown_draft(&self) -> Option<&Plan> {
        self.shown_plan()
            .filter(|plan| plan.state == DocumentState::Draft || self.catalog.was_draft(&plan.id))
    }

    fn deals_of_holiday(&self) -> Vec<Deal> {
        let mut deals = Vec::new();
        if let Some(HolidayRow(entry)) = self.holidays.list.selected() {
            if entry.status == DayStatus::Proposed {
                deals.push(Deal::CalendarVerdict(entry.source.clone()));
            }
            if self.added_days(&entry.source).is_some() {
                deals.push(Deal::CalendarDays(Some(entry.source.clone())));
            }
        }
        deals.push(Deal::CalendarDays(None));
        deals
    }

    /// The days that users added under a source.
    pub(super) fn added_days(&self, source: &str) -> Option<&[CalendarDay]> {
        self.records.decisions.iter().find_map(|decision| match &decision.ruling {
            Ruling::CalendarDays { source: found, days } if found == source && !days.is_empty() => {
                Some(days.as_slice())
            }
            _ => None,
        })
    }

    fn offers_of_item(&self, item: &AgendaItem) -> Vec<Offer> {
        let mut offers = self.heirs_of_item(item);
        // As long as nobody knows whose it is, nobody can ask for a day or say that it was sent.
        if !item.status.is_question() {
            offers.extend(forms(self.deals_of_kind(&item.kind)));
            offers.extend(item.kind.report().and_then(|key| self.receipt_on_offer(&key)));
        }
        offers
    }

    fn deals_of_kind(&self, kind: &AgendaKind) -> Vec<Deal> {
        match kind.report() {
            Some(key) => self.deals_of_report(&key),
            None => self.deals_of_duty(kind.duty()),
        }
        .into_iter()
        .chain(self.proposed_below().into_iter().map(Deal::InternalDay).filter(|deal| {
            // The chase of the level below offers it as its own already.
            *deal != Deal::InternalDay(kind.duty())
        }))
        .collect()
    }

    /// The duties of the level below for which the selected compiling step has a day to propose.
    fn proposed_below(&self) -> Vec<Duty> {
        let short =
            self.selected_cascade().filter(|found| found.gap.is_some_and(|gap| gap.proposal.is_some()));
        let below = short.into_iter().flat_map(|found| found.below);
        below.map(|level| Duty::Obligation(level.obligation)).collect()
    }

    /// The internal day that the selected compiling step proposes for a duty of the level below.
    pub(super) fn proposed_day(&self, duty: &Duty) -> Option<NaiveDate> {
        self.proposed_below().contains(duty).then(|| self.selected_cascade()?.gap?.proposal).flatten()
    }

    /// What can be settled about a report, and read of it.
    pub(super) fn offers_of_report(&self, key: &ReportKey) -> Vec<Offer> {
        let receipt = self.receipt_on_offer(key);
        let history = self.head_of(key).map(|_| Offer::History(key.clone()));
        forms(self.deals_of_report(key)).into_iter().chain(receipt).chain(history).collect()
    }

    pub(super) fn deals_of_report(&self, key: &ReportKey) -> Vec<Deal> {
        let mut deals = self.deals_on_the_way(key);
        let binds = self
            .catalog
            .obligation(&key.obligation)
            .is_some_and(|(plan, _)| plan.state == DocumentState::Issued);
        let state = self.report_state(key).unwrap_or(ReportState::Draft);
        if binds && state.is_open() {
            let request = self.catalog.settled().extension(key);
            let answers = request.is_some_and(|open| open.is_open() && open.asked_by != self.user);
            // Without a day there is none that could be moved.
            if self.due_of(key).is_some() {
                let key = key.clone();
                deals.push(if answers { Deal::AnswerExtension(key) } else { Deal::AskExtension(key) });
            }
            deals.extend([Deal::SentBefore(key.clone()), Deal::Waive(key.clone())]);
        }
        deals.extend(self.deals_of_duty(Duty::Obligation(key.obligation.clone())));
        deals
    }

    /// What can be done with a report that has left its author's hands.
    fn deals_on_the_way(&self, key: &ReportKey) -> Vec<Deal> {
        let Some(report) = self.report_of(key) else { return Vec::new() };
        let key = || key.clone();
        match report.state.waits_for() {
            Waiting::Author => Vec::new(),
            Waiting::Approver if !self.may_write(&report.key()) => Vec::new(),
            Waiting::Approver if report.author.as_ref() == Some(&self.user) => {
                vec![Deal::PaperApproval(key()), Deal::SendBack(key())]
            }
            Waiting::Approver => vec![Deal::SendBack(key())],
            Waiting::Desk | Waiting::Nobody => {
                let back = (!report.is_on_paper() && self.is_desk_of(&report.obligation))
                    .then(|| Deal::SendBack(key()));
                back.into_iter().chain([Deal::Dispatch(key())]).collect()
            }
        }
    }

    /// Whether the user's own agency receives the reports under an obligation.
    pub fn is_desk_of(&self, obligation: &ItemId) -> bool {
        let (Some(mine), Some((_, found))) = (&self.my_agency, self.catalog.obligation(obligation)) else {
            return false;
        };
        let desks = std::iter::once(&found.recipient).chain(&found.via);
        let mut acting = desks.flat_map(|desk| acting(&self.catalog, desk, Some(obligation), self.day()));
        acting.any(|desk| desk == *mine)
    }

    fn deals_of_duty(&self, duty: Duty) -> Vec<Deal> {
        let rule = self.catalog.rule_of(&duty);
        let mut deals = Vec::new();
        match rule {
            Some(Rule::EveryYears { anchor, .. })
                if anchor.is_none() || self.catalog.settled().first_year(&duty).is_some() =>
            {
                deals.push(Deal::FirstYear(duty.clone()));
            }
            Some(Rule::Conditional { .. }) => {
                deals.push(Deal::Opening(duty.clone(), None));
                let opened = self.catalog.settled().openings(&duty);
                deals.extend(opened.map(|opening| Deal::Opening(duty.clone(), Some(opening.period))));
            }
            None => return deals,
            Some(_) => {}
        }
        // One day of the year means nothing for what comes back within the year.
        if !rule.is_some_and(|rule| rule.is_within_year()) {
            deals.push(Deal::InternalDay(duty));
        }
        deals
    }
}

fn forms(deals: impl IntoIterator<Item = Deal>) -> Vec<Offer> {
    deals.into_iter().map(Offer::Form).collect()
}
