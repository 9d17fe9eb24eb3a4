//! The history of one report, from what the database logged of it: who changed what, and when.
//!
//! Nothing of it is stored but the log itself. It must not know how a log is kept, nor any word of the screen.

use chrono::{DateTime, FixedOffset};

use super::change::Record;
use super::ids::ItemId;
use super::record::{Observation, Report, ReportKey, ReportState, ReportedFigure, Sealed};

/// One change of one record, as the database logged it.
#[derive(Clone, Debug, PartialEq)]
pub struct Logged {
    /// Instant of the change, at +07:00.
    pub at: DateTime<FixedOffset>,
    /// Account that made it.
    pub by: String,
    /// The record before; `None`: there was none.
    pub old: Option<Record>,
    /// The record after; `None`: it is gone.
    pub new: Option<Record>,
    /// Whether it took another change back.
    pub is_undo: bool,
}

/// One line of the history of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// Instant, at +07:00.
    pub at: DateTime<FixedOffset>,
    /// Account.
    pub by: String,
    /// Whether it took another change back.
    pub is_undo: bool,
    /// What changed.
    pub what: What,
}

/// What one change of a report was.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The report itself: a step, its text, or both.
    Report {
        /// How far it was; `None`: there was no report.
        from: Option<ReportState>,
        /// How far it then was; `None`: it is gone.
        to: Option<ReportState>,
        /// What reads otherwise, in the order of the report.
        changed: Vec<Part>,
        /// The remark that was given with it.
        remark: Option<String>,
        /// The sending, when it was sent by this.
        sealed: Option<Sealed>,
    },
    /// A figure of its period.
    Figure {
        /// The target whose indicator was measured.
        target: ItemId,
        /// As it was; `None`: there was none.
        from: Option<ReportedFigure>,
        /// As it then was; `None`: it is gone.
        to: Option<ReportedFigure>,
    },
}

/// What can change in a report beside its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Kết quả thực hiện.
    Results,
    /// Khó khăn, vướng mắc.
    Obstacles,
    /// Đề xuất, kiến nghị.
    Proposals,
    /// Minh chứng.
    Evidence,
    /// Targets that have no figure, by the author's word.
    Without,
    /// Number and date of the dispatch.
    Dispatch,
}

impl Logged {
    /// Whether it belongs to the history of a report: the report itself, or a figure that its agency gave of its plan
    /// within the window of its period.
    pub fn is_of(&self, key: &ReportKey) -> bool {
        match self.new.as_ref().or(self.old.as_ref()) {
            Some(Record::Report(report)) => report.answers(key),
            Some(Record::Observation(figure)) => is_in_window(figure, key),
            _ => false,
        }
    }
}

fn is_in_window(figure: &Observation, key: &ReportKey) -> bool {
    let window = key.period.data_window();
    figure.agency == key.agency
        && figure.target.plan() == key.obligation.plan()
        && window.is_some_and(|(from, to)| from <= figure.as_of && figure.as_of <= to)
}

/// The history of the report with this key, oldest first, out of a log in its order.
pub fn history(log: &[Logged], key: &ReportKey) -> Vec<Happened> {
    let of_report = log.iter().filter(|logged| logged.is_of(key));
    let happened = of_report.filter_map(|logged| {
        let (at, by, is_undo) = (logged.at, logged.by.clone(), logged.is_undo);
        what(logged).map(|what| Happened { at, by, is_undo, what })
    });
    happened.collect()
}

/// The report as its version with this number in the ledger last stood: sent, taken or given back; `None` when the log
/// does not tell.
pub fn last_of_version(log: &[Logged], number: i64) -> Option<&Report> {
    let stood = |record: &&Record| match record {
        Record::Report(report) => {
            let is_it = report.sealed.as_ref().is_some_and(|sealed| sealed.number == number);
            // What is written for the next version still bears the seal of this one.
            is_it && (report.is_sent() || report.state == ReportState::Returned)
        }
        _ => false,
    };
    let mut values = log.iter().rev().flat_map(|logged| [logged.new.as_ref(), logged.old.as_ref()]).flatten();
    match values.find(stood) {
        Some(Record::Report(report)) => Some(report),
        _ => None,
    }
}

fn what(logged: &Logged) -> Option<What> {
    match (&logged.old, &logged.new) {
        (None, Some(Record::Report(new))) => Some(change(None, Some(new))),
        (Some(Record::Report(old)), None) => Some(change(Some(old), None)),
        (Some(Record::Report(old)), Some(Record::Report(new))) => Some(change(Some(old), Some(new))),
        (None, Some(Record::Observation(new))) => Some(figure(None, new)),
        (Some(Record::Observation(old)), None) => {
            Some(What::Figure { target: old.target.clone(), from: Some(ReportedFigure::from(old)), to: None })
        }
        (Some(Record::Observation(old)), Some(Record::Observation(new))) => Some(figure(Some(old), new)),
        _ => None,
    }
}

fn figure(old: Option<&Observation>, new: &Observation) -> What {
    let target = new.target.clone();
    What::Figure { target, from: old.map(ReportedFigure::from), to: Some(ReportedFigure::from(new)) }
}

fn change(old: Option<&Report>, new: Option<&Report>) -> What {
    let number = |report: Option<&Report>| report.and_then(|r| r.sealed.as_ref()).map(|sealed| sealed.number);
    let sealed = new.and_then(|new| new.sealed.clone());
    let remark = new.map(|new| new.remark.as_str());
    let given =
        remark.filter(|remark| !remark.is_empty() && old.map(|old| old.remark.as_str()) != Some(*remark));
    What::Report {
        from: old.map(|old| old.state),
        to: new.map(|new| new.state),
        changed: changed(old, new),
        remark: given.map(str::to_owned),
        sealed: sealed.filter(|_| number(old) != number(new)),
    }
}

/// What reads otherwise; of a report that is gone nothing is named.
fn changed(old: Option<&Report>, new: Option<&Report>) -> Vec<Part> {
    let Some(new) = new else { return Vec::new() };
    let blank = Report::blank(&new.key());
    let old = old.unwrap_or(&blank);
    let texts = [Part::Results, Part::Obstacles, Part::Proposals, Part::Evidence];
    let texts = texts.into_iter().zip(old.texts().into_iter().zip(new.texts()));
    let mut changed: Vec<Part> = texts.filter(|(_, (old, new))| old != new).map(|(part, _)| part).collect();
    if old.enclosed.without != new.enclosed.without {
        changed.push(Part::Without);
    }
    if old.issued != new.issued {
        changed.push(Part::Dispatch);
    }
    changed
}

#[cfg(test)]
mod tests;
