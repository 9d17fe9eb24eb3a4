//! What came in from the level below: the version of each agency that counts, and its paragraphs.

use super::{Paragraph, Section, Source};
use crate::domain::calendar::Calendar;
use crate::domain::cascade::cascade;
use crate::domain::catalog::Catalog;
use crate::domain::change::Records;
use crate::domain::ids::AgencyId;
use crate::domain::record::{Report, ReportKey};

/// What offices write where they have nothing to report; a longer sentence that begins so may be an obstacle.
const NOTHING: [&str; 7] = [
    "không",
    "không có",
    "không có kiến nghị",
    "không có đề xuất, kiến nghị",
    "không có khó khăn, vướng mắc",
    "không có vướng mắc",
    "none",
];

/// The reports of the level below, for one compiled report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathering {
    /// Those whose report counts, in the order of the clause, each with the version that counts.
    pub arrived: Vec<Arrived>,
    /// Those who owe a report and have none that counts.
    pub missing: Vec<AgencyId>,
    /// What came after the compiled report was sent: a supplement, not part of it.
    pub late: Vec<Arrived>,
    /// The place in the ledger at which the compiled report was sent; `None`: it is not.
    pub frozen_at: Option<i64>,
}

/// One report that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrived {
    /// Who sent it.
    pub agency: AgencyId,
    /// The version that counts.
    pub report: Report,
}

/// Gathers what a report is compiled from; `None` when it is compiled from nothing in its period.
///
/// A report that was given back does not count. Once the compiled report is sent, what counted then counts for good.
pub fn gather(
    catalog: &Catalog,
    records: &Records,
    calendar: &Calendar,
    key: &ReportKey,
) -> Option<Gathering> {
    let cascade = cascade(catalog, &records.reports, calendar, &key.obligation, key.period)?;
    let compiled = records.reports.iter().find(|report| report.key() == *key);
    let frozen_at = compiled.filter(|report| report.is_sent()).and_then(number);
    let mut gathering = Gathering { frozen_at, ..Gathering::default() };
    for level in &cascade.below {
        for agency in &level.reporters {
            let below = ReportKey {
                obligation: level.obligation.clone(),
                period: level.period,
                agency: agency.clone(),
            };
            let now = records.reports.iter().find(|report| report.is_sent() && report.key() == below);
            let then = frozen_at.map(|frozen| before(records, &below, frozen));
            let arrived = |report: &Report| Arrived { agency: agency.clone(), report: report.clone() };
            match then.unwrap_or(now) {
                Some(report) => gathering.arrived.push(arrived(report)),
                None => gathering.missing.push(agency.clone()),
            }
            let is_late =
                |report: &&Report| frozen_at.is_some_and(|at| number(report).is_some_and(|n| n > at));
            gathering.late.extend(now.filter(is_late).map(arrived));
        }
    }
    Some(gathering)
}

/// The last version that was sent before a place in the ledger.
fn before<'a>(records: &'a Records, key: &ReportKey, at: i64) -> Option<&'a Report> {
    let sent = records.submissions.iter().filter(|report| report.key() == *key);
    let mut sent = sent.filter(|report| number(report).is_some_and(|number| number < at));
    // What went on paper is in no ledger: it counts as it stands.
    let on_paper = || records.reports.iter().find(|report| report.is_on_paper() && report.key() == *key);
    sent.next_back().or_else(on_paper)
}

/// Whether a paragraph only says that there is nothing to say: it is an answer, and no part of a compiled report.
fn says_nothing(text: &str) -> bool {
    let plain = text.trim().trim_end_matches('.').to_lowercase();
    plain.is_empty() || NOTHING.contains(&plain.as_str())
}

fn number(report: &Report) -> Option<i64> {
    report.sealed.as_ref().map(|sealed| sealed.number)
}

impl Gathering {
    /// The paragraphs of all that counts, in its order; entries on tasks stand behind the text of their part.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        self.arrived.iter().flat_map(Arrived::paragraphs).collect()
    }

    /// How many reports it should be.
    pub fn total(&self) -> usize {
        self.arrived.len() + self.missing.len()
    }
}

impl Arrived {
    /// The paragraphs of the version: its lines, then what it says of tasks.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        let entries = &self.report.enclosed.entries;
        let parts = [
            (Section::Results, &self.report.results, entries.iter().map(|e| &e.result).collect::<Vec<_>>()),
            (Section::Obstacles, &self.report.obstacles, entries.iter().map(|e| &e.obstacle).collect()),
            (Section::Proposals, &self.report.proposals, entries.iter().map(|e| &e.proposal).collect()),
        ];
        let mut found = Vec::new();
        for (section, text, of_tasks) in parts {
            let own = text.lines().map(|line| (line, None));
            let of_tasks = of_tasks.into_iter().zip(entries);
            let of_tasks = of_tasks.map(|(text, entry)| (text.as_str(), Some(entry.task.clone())));
            let said = own.chain(of_tasks).filter(|(text, _)| !says_nothing(text));
            found.extend(said.enumerate().map(|(place, (text, task))| Paragraph {
                source: self.source(section, place),
                text: text.trim().to_owned(),
                task,
            }));
        }
        found
    }

    fn source(&self, section: Section, place: usize) -> Source {
        Source {
            report: self.report.key(),
            version: self.report.sealed.as_ref().map_or(0, |sealed| sealed.version),
            section,
            place,
        }
    }
}
