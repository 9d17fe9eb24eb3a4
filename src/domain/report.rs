//! Checks before a report is sent: what blocks, and what is only advised.

use chrono::NaiveDate;

use super::ids::ItemId;
use super::obligation::{ContentItem, ReportingObligation};
use super::record::{ProgressEntry, Report};
use super::shelf::Shelf;

mod compare;
mod figures;

pub use compare::{Change, compare, similarity};
pub use figures::{Given, Told, against_before, told_otherwise};

/// From this share on a text counts as last period's, in per cent of its words.
pub const MUCH_THE_SAME: u8 = 90;

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The part that the clause asks for first, mostly the results, is empty: the report cannot be sent.
    MissingPart(ContentItem),
    /// Another part is empty: whoever has nothing to say there may say so.
    EmptyPart(ContentItem),
    /// A figure of this target cannot be read: the report cannot be sent.
    UnreadableFigure(ItemId),
    /// The numerator is above the denominator.
    NumeratorAboveDenominator(ItemId),
    /// The clause asks for figures, and this many rows are empty without an answer: the report cannot be sent.
    MissingFigures(usize),
    /// This many rows of figures are empty without an answer.
    EmptyFigures(usize),
    /// The text was taken over and nobody has touched it since.
    Unconfirmed(ContentItem),
    /// The text is to this share, in per cent, that of the period before.
    MuchTheSame(ContentItem, u8),
    /// The figure is far from that of the period before.
    Jump {
        /// The target.
        target: ItemId,
        /// The figure that is given.
        now: f64,
        /// The figure of the period before.
        before: f64,
    },
    /// The figure is about a hundred or a thousand times that of the period before, or the other way round.
    UnitSlip {
        /// The target.
        target: ItemId,
        /// The figure that is given.
        now: f64,
        /// The figure of the period before.
        before: f64,
        /// 100 or 1000.
        factor: u32,
    },
    /// Another desk was told another figure of the same indicator.
    ToldOtherwise {
        /// What the other desk was told.
        told: Told,
        /// The figure that is given.
        now: f64,
        /// The day of the figure that is given.
        as_of: NaiveDate,
    },
    /// What the compiled text was made of has changed since.
    SourcesChanged {
        /// Reports that came, or came anew.
        came: usize,
        /// Reports that were given back.
        gone: usize,
    },
    /// What is taken of the reports was chosen otherwise since the text was compiled.
    ChosenOtherwise,
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
    /// Whether the answer is that there is none.
    pub none: bool,
}

/// What the checks of a report look at beside its own words.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What was entered at tasks during the period.
    pub entries: Vec<ProgressEntry>,
    /// The figures as they are typed.
    pub typed: Vec<TypedFigure>,
    /// The figures that can be read, beside those of the period before.
    pub given: Vec<Given>,
    /// What other desks were told of the same indicators.
    pub told: Vec<Told>,
    /// How many reports came, and how many were given back, since the text was compiled of others.
    pub since_compiled: (usize, usize),
    /// Whether the choice among them is another one since.
    pub chosen_otherwise: bool,
    /// Parts whose text was taken over and not touched since.
    pub unconfirmed: Vec<ContentItem>,
    /// Parts and how much of them stood in the report of the period before, in per cent.
    pub same: Vec<(ContentItem, u8)>,
}

impl Finding {
    /// Whether the report cannot be sent before this is mended.
    pub fn blocks(&self) -> bool {
        matches!(self, Self::MissingPart(_) | Self::UnreadableFigure(_) | Self::MissingFigures(_))
    }
}

impl Finding {
    /// What blocks comes first, then what may be wrong, then what is empty.
    fn rank(&self) -> u8 {
        match self {
            finding if finding.blocks() => 0,
            Self::EmptyPart(_) | Self::EmptyFigures(_) => 2,
            Self::PeriodStillOpen { .. } => 3,
            _ => 1,
        }
    }
}

/// The progress entries of the reporting agency that belong into this report: of the same plan, within its window.
pub fn entries_for(shelf: &dyn Shelf, report: &Report) -> Vec<ProgressEntry> {
    let plan = report.obligation.plan();
    let Some((from, to)) = report.period.data_window() else { return Vec::new() };
    let mut entries = shelf.entries_by(&report.agency, from..=to);
    entries.retain(|entry| entry.task.plan() == plan);
    entries.sort_by_key(|entry| (entry.as_of, entry.stamp.id));
    entries
}

/// Everything that should be looked at before sending; what blocks comes first.
pub fn check(
    obligation: &ReportingObligation,
    report: &Report,
    beside: &Beside,
    today: NaiveDate,
) -> Vec<Finding> {
    let (entries, figures) = (&beside.entries, &beside.typed);
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
    findings.extend(figures.iter().filter_map(check_figure));
    findings.extend(empty_figures(obligation, figures));
    for given in &beside.given {
        findings.extend(against_before(given));
        findings.extend(told_otherwise(given, &beside.told));
    }
    if let (came, gone) = beside.since_compiled
        && came + gone > 0
    {
        findings.push(Finding::SourcesChanged { came, gone });
    }
    if beside.chosen_otherwise {
        findings.push(Finding::ChosenOtherwise);
    }
    findings.extend(beside.unconfirmed.iter().copied().map(Finding::Unconfirmed));
    let same = beside.same.iter().filter(|(_, percent)| *percent >= MUCH_THE_SAME);
    findings.extend(same.map(|(part, percent)| Finding::MuchTheSame(*part, *percent)));
    if let Some((from, to)) = report.period.data_window()
        && today <= to
        && figures.iter().any(|figure| matches!(figure.numerator, Ok(Some(_))))
    {
        findings.push(Finding::PeriodStillOpen { from, to });
    }
    findings.sort_by_key(Finding::rank);
    findings
}

fn is_asked_first(obligation: &ReportingObligation, part: ContentItem) -> bool {
    let in_text = |item: &&ContentItem| {
        matches!(item, ContentItem::Results | ContentItem::Obstacles | ContentItem::Proposals)
    };
    *obligation.content.iter().find(in_text).unwrap_or(&ContentItem::Results) == part
}

/// The rows that are neither filled in nor answered with "không có số".
fn empty_figures(obligation: &ReportingObligation, figures: &[TypedFigure]) -> Option<Finding> {
    let is_empty = |figure: &&TypedFigure| {
        !figure.none && figure.numerator == Ok(None) && figure.denominator == Ok(None)
    };
    match figures.iter().filter(is_empty).count() {
        0 => None,
        empty if obligation.content.contains(&ContentItem::Figures) => Some(Finding::MissingFigures(empty)),
        empty => Some(Finding::EmptyFigures(empty)),
    }
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

#[cfg(test)]
mod tests;
