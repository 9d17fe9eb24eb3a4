//! Checks before a report is sent: what blocks, and what is only advised.

use chrono::NaiveDate;

use super::ids::ItemId;
use super::obligation::{ContentItem, ReportingObligation};
use super::record::{ProgressEntry, Report};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The part that the clause asks for first, mostly the results, is empty: the report cannot be sent.
    MissingPart(ContentItem),
    /// Another part is empty: whoever has nothing to say there may say so.
    EmptyPart(ContentItem),
    /// A figure of this target cannot be read: the report cannot be sent.
    UnreadableFigure(ItemId),
    /// The numerator is above the denominator.
    NumeratorAboveDenominator(ItemId),
    /// The period that the figures describe has not ended: they are estimates.
    PeriodStillOpen {
        /// First day of the period.
        from: NaiveDate,
        /// Last day of the period.
        to: NaiveDate,
    },
}

/// A figure as it is typed in a report: nothing, numbers, or something that is no number.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedFigure {
    /// The target whose indicator was measured.
    pub target: ItemId,
    /// Numerator, or the value itself when there is no denominator.
    pub numerator: Result<Option<f64>, ()>,
    /// Denominator.
    pub denominator: Result<Option<f64>, ()>,
}

impl Finding {
    /// Whether the report cannot be sent before this is mended.
    pub fn blocks(&self) -> bool {
        matches!(self, Self::MissingPart(_) | Self::UnreadableFigure(_))
    }
}

/// The progress entries of the reporting agency that belong into this report: of the same plan, within its window.
pub fn entries_for<'a>(report: &Report, progress: &'a [ProgressEntry]) -> Vec<&'a ProgressEntry> {
    let plan = report.obligation.plan();
    let window = report.period.data_window();
    let mut entries: Vec<_> = progress
        .iter()
        .filter(|entry| entry.agency == report.agency && entry.task.plan() == plan)
        .filter(|entry| window.is_some_and(|(from, to)| from <= entry.as_of && entry.as_of <= to))
        .collect();
    entries.sort_by_key(|entry| (entry.as_of, entry.stamp.id));
    entries
}

/// Everything that should be looked at before sending; what blocks comes first.
pub fn check(
    obligation: &ReportingObligation,
    report: &Report,
    entries: &[&ProgressEntry],
    figures: &[TypedFigure],
    today: NaiveDate,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (part, text, entered) in [
        (ContentItem::Results, &report.results, entries.iter().any(|entry| !entry.result.is_empty())),
        (ContentItem::Obstacles, &report.obstacles, entries.iter().any(|entry| !entry.obstacle.is_empty())),
        (ContentItem::Proposals, &report.proposals, entries.iter().any(|entry| !entry.proposal.is_empty())),
    ] {
        if text.trim().is_empty() && !entered {
            // The part that the clause asks for first blocks; whoever has met no obstacle says so, but need not.
            let missing = is_asked_first(obligation, part);
            findings.push(if missing { Finding::MissingPart(part) } else { Finding::EmptyPart(part) });
        }
    }
    for figure in figures {
        findings.extend(check_figure(figure));
    }
    if let Some((from, to)) = report.period.data_window()
        && today <= to
        && figures.iter().any(|figure| matches!(figure.numerator, Ok(Some(_))))
    {
        findings.push(Finding::PeriodStillOpen { from, to });
    }
    findings.sort_by_key(|finding| !finding.blocks());
    findings
}

fn is_asked_first(obligation: &ReportingObligation, part: ContentItem) -> bool {
    let in_text = |item: &&ContentItem| {
        matches!(item, ContentItem::Results | ContentItem::Obstacles | ContentItem::Proposals)
    };
    *obligation.content.iter().find(in_text).unwrap_or(&ContentItem::Results) == part
}

fn check_figure(figure: &TypedFigure) -> Option<Finding> {
    match (&figure.numerator, &figure.denominator) {
        (Ok(Some(numerator)), Ok(Some(denominator))) if numerator > denominator => {
            Some(Finding::NumeratorAboveDenominator(figure.target.clone()))
        }
        (Ok(None), Ok(Some(_))) => Some(Finding::UnreadableFigure(figure.target.clone())),
        (_, Ok(Some(denominator))) if *denominator <= 0.0 => {
            Some(Finding::UnreadableFigure(figure.target.clone()))
        }
        (Err(()), _) | (_, Err(())) => Some(Finding::UnreadableFigure(figure.target.clone())),
        _ => None,
    }
}
