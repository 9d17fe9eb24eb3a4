//! Which reports stand in the list of an agency, and in which order.

use std::collections::HashMap;

use chrono::Datelike;

use crate::domain::agenda::Owed;
use crate::domain::decision::Duty;
use crate::domain::heirs::acting;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::{Occurrence, Reporter, Tracking, occurrences, standing_period};
use crate::domain::plan::{DocumentState, Plan};
use crate::domain::record::{ReportHead, ReportKey, ReportQuery, ReportStanding};
use crate::domain::schedule::Period;

use super::super::super::model::Model;
use super::{ReportRow, RowState};

impl Model {
    pub(super) fn report_rows(&self, agency: &AgencyId) -> Vec<ReportRow> {
        let mut rows = Vec::new();
        for plan in &self.catalog.plans {
            for obligation in &plan.obligations {
                let acting = |desk| acting(&self.catalog, desk, Some(&obligation.id), self.day());
                let prepared = obligation.prepared_by.as_ref().is_some_and(|d| acting(d).contains(agency));
                let reader = RowReader {
                    model: self,
                    agency,
                    prepared,
                    heads: self.catalog.shelf().heads_under(&obligation.id),
                };
                let occurrences = self.occurrences_of(obligation).into_iter();
                rows.extend(occurrences.filter_map(|o| reader.row(o)));
                let earlier = self.earlier_occurrences(plan, obligation).into_iter();
                let earlier = earlier.filter_map(|o| reader.row(o));
                rows.extend(earlier.map(|row| ReportRow { untracked: true, ..row }));
                if let Some(period) = standing_period(plan, obligation, self.day()) {
                    rows.extend(reader.standing_rows(obligation, period));
                }
            }
        }
        self.add_written(agency, &mut rows);
        if self.reports.only_owed {
            rows.retain(|row| {
                !matches!(
                    self.row_state(row),
                    RowState::Sent(_) | RowState::Received(_) | RowState::Waived | RowState::Untracked
                )
            });
        }
        rows.sort_by_cached_key(|row| self.urgency(row));
        rows
    }

    /// What is owed first and soonest, then what has no day, previews, periods from before the plan was loaded,
    /// and at last what is sent or waived, the latest first.
    fn urgency(&self, row: &ReportRow) -> (u8, i64, ItemId) {
        let days = row.due.map_or(0, |due| i64::from(due.due_last.num_days_from_ce()));
        let state = self.row_state(row);
        let (class, order) = match row.due {
            _ if matches!(state, RowState::Sent(_) | RowState::Received(_) | RowState::Waived) => (4, -days),
            _ if row.untracked => (3, -days),
            _ if row.preview => (2, days),
            _ if row.question.is_some() => (1, days),
            Some(_) => (0, days),
            None => (1, 0),
        };
        (class, order, row.key.obligation.clone())
    }

    /// Adds the agency's reports that no row stands for, such as those of earlier months.
    fn add_written(&self, agency: &AgencyId, rows: &mut Vec<ReportRow>) {
        for head in self.catalog.shelf().heads(&ReportQuery::by(agency)) {
            let key = head.key();
            if rows.iter().all(|row| row.key != key) {
                let due = self.due_of(&key);
                rows.push(ReportRow {
                    key,
                    head: Some(head),
                    due,
                    preview: false,
                    prepared: false,
                    untracked: false,
                    inherited_from: None,
                    question: None,
                });
            }
        }
    }

    /// The occurrences of an obligation up to the day that the screens show.
    pub fn occurrences_of(&self, obligation: &ReportingObligation) -> Vec<Occurrence> {
        let from = self.tracking(&obligation.id.plan());
        occurrences(&self.catalog, &self.calendar, &obligation.id, from, self.day())
    }

    /// The occurrences of periods from before the plan was loaded: they can be entered or waived.
    fn earlier_occurrences(&self, plan: &Plan, obligation: &ReportingObligation) -> Vec<Occurrence> {
        let Some(issued) = plan.issued_on.filter(|_| plan.state == DocumentState::Issued) else {
            return Vec::new();
        };
        let tracking = self.tracking(&plan.id);
        let whole = Tracking::since(issued);
        let mut found = occurrences(&self.catalog, &self.calendar, &obligation.id, whole, self.day());
        // What a document opened stands among what is tracked, whenever that was.
        let duty = Duty::Obligation(obligation.id.clone());
        let opened = |period| self.catalog.settled().opening(&duty, period).is_some();
        let earlier = |o: &Occurrence| !tracking.covers(&obligation.schedule.rule, o.term());
        found.retain(|o| earlier(o) && o.due.is_some() && !opened(o.period));
        found
    }

    /// From when on a plan is followed.
    pub fn tracking(&self, plan: &PlanId) -> Tracking {
        self.tracked_from.get(plan).copied().unwrap_or(Tracking::since_year(self.today().year()))
    }
}

/// What the rows of one obligation are made from.
struct RowReader<'a> {
    model: &'a Model,
    agency: &'a AgencyId,
    /// Whether the agency drafts what others sign.
    prepared: bool,
    /// How far the reports have come.
    heads: HashMap<(Period, AgencyId), ReportHead>,
}

impl RowReader<'_> {
    /// The row of a report that concerns the agency: its own, one that it took over, or one that it drafts.
    fn row(&self, occurrence: Occurrence) -> Option<ReportRow> {
        let reporter = occurrence.by();
        let key = ReportKey {
            obligation: occurrence.obligation,
            period: occurrence.period,
            agency: occurrence.reporter,
        };
        let head = self.heads.get(&(key.period, key.agency.clone()));
        let (model, report) = (self.model, head.map(ReportStanding::from));
        let owed = Owed::new(&model.catalog, &key.obligation, reporter, report, model.day());
        let claim = owed.claim(self.agency);
        if claim.is_none() && !self.prepared {
            return None;
        }
        let prepared = self.prepared && key.agency != *self.agency;
        let (preview, question) = (occurrence.preview, owed.question());
        let inherited_from = claim.and_then(|claim| claim.from);
        Some(ReportRow {
            key,
            head: head.cloned(),
            due: occurrence.due,
            preview,
            prepared,
            untracked: false,
            inherited_from,
            question,
        })
    }

    /// The reports that may be written at any time, one for each reporter.
    fn standing_rows(&self, obligation: &ReportingObligation, period: Period) -> Vec<ReportRow> {
        let owing = self.model.reporters_of(&obligation.id, period).owing.into_iter();
        let key = |agency: &AgencyId| ReportKey {
            obligation: obligation.id.clone(),
            period,
            agency: agency.clone(),
        };
        let owing = owing.filter(|reporter| self.model.opening_of(&key(&reporter.agency)).is_none());
        let occurrence = |reporter: Reporter| Occurrence {
            obligation: obligation.id.clone(),
            period,
            reporter: reporter.agency,
            due: None,
            preview: false,
            uncounted: reporter.uncounted,
            awaiting: reporter.awaiting,
            inherited_from: reporter.inherited_from,
        };
        owing.filter_map(|reporter| self.row(occurrence(reporter))).collect()
    }
}
