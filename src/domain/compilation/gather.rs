//! What came in from the level below: the version of each agency that counts, and its paragraphs.

use super::{Paragraph, Section, Source};
use crate::domain::calendar::Calendar;
use crate::domain::cascade::cascade;
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::record::{Counted, Report, ReportKey, ReportQuery, ReportState};
use crate::domain::shelf::Shelf;

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
    /// How far the compiled report has come, as soon as it is out of its author's hands and nothing changes any more;
    /// `None`: it is still open.
    pub closed: Option<ReportState>,
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
/// A report that was given back does not count. Once the compiled report is submitted, what it was made of counts for
/// good.
pub fn gather(catalog: &Catalog, calendar: &Calendar, key: &ReportKey) -> Option<Gathering> {
    let closed = catalog.shelf().report(key).filter(|report| !report.state.is_open());
    let basis = closed.as_ref().map_or(Basis::Now, Basis::of);
    let closed = closed.as_ref().map(|report| report.state);
    Some(Gathering { closed, ..gather_by(catalog, calendar, key, &basis)? })
}

/// Gathers what a report was made of, whatever came in since; `None` when it was not compiled by the program.
pub fn gather_made_of(catalog: &Catalog, calendar: &Calendar, report: &Report) -> Option<Gathering> {
    let versions = &report.enclosed.compiled_of;
    if versions.is_empty() {
        return None;
    }
    gather_by(catalog, calendar, &report.key(), &Basis::Versions(versions))
}

/// By what it is settled which versions count.
enum Basis<'a> {
    /// Those that stand now.
    Now,
    /// Those that the report was made of.
    Versions(&'a [Counted]),
    /// Those that were sent before this place in the ledger: nobody noted what the report was made of.
    Before(i64),
}

impl<'a> Basis<'a> {
    /// That of a report which changes no more.
    fn of(report: &'a Report) -> Self {
        let place = report.sealed.as_ref().map(|sealed| sealed.number);
        match (report.enclosed.compiled_of.as_slice(), place) {
            ([], Some(place)) => Self::Before(place),
            ([], None) => Self::Now,
            (versions, _) => Self::Versions(versions),
        }
    }

    /// The version of a report that counts.
    fn version(&self, shelf: &dyn Shelf, key: &ReportKey) -> Option<Report> {
        let standing = || shelf.report(key).filter(Report::is_sent);
        let sent = || shelf.sent(&ReportQuery::of(key)).into_iter();
        match self {
            Self::Now => standing(),
            Self::Versions(versions) => {
                let counted = versions.iter().find(|counted| counted.report == *key)?;
                let version = sent().find(|report| report.version() == counted.version);
                version.or_else(|| standing().filter(|report| report.version() == counted.version))
            }
            Self::Before(place) => {
                let number = |report: &Report| report.sealed.as_ref().map(|sealed| sealed.number);
                let version = sent().rfind(|report| number(report).is_some_and(|number| number < *place));
                // What went on paper is in no ledger: it counts as it stands.
                version.or_else(|| standing().filter(Report::is_on_paper))
            }
        }
    }
}

fn gather_by(
    catalog: &Catalog,
    calendar: &Calendar,
    key: &ReportKey,
    basis: &Basis<'_>,
) -> Option<Gathering> {
    let cascade = cascade(catalog, calendar, &key.obligation, key.period)?;
    let mut gathering = Gathering::default();
    for level in &cascade.below {
        for agency in &level.reporters {
            let (obligation, period) = (level.obligation.clone(), level.period);
            let below = ReportKey { obligation, period, agency: agency.clone() };
            let arrived = |report: Report| Arrived { agency: agency.clone(), report };
            let counted = basis.version(catalog.shelf(), &below);
            // What counts now is never late.
            if !matches!(basis, Basis::Now) {
                let now = Basis::Now.version(catalog.shelf(), &below);
                let is_counted =
                    |now: &Report| counted.as_ref().is_some_and(|old| old.version() == now.version());
                gathering.late.extend(now.filter(|now| !is_counted(now)).map(arrived));
            }
            match counted {
                Some(report) => gathering.arrived.push(arrived(report)),
                None => gathering.missing.push(agency.clone()),
            }
        }
    }
    Some(gathering)
}

/// Whether a paragraph only says that there is nothing to say: it is an answer, and no part of a compiled report.
fn says_nothing(text: &str) -> bool {
    let plain = text.trim().trim_end_matches('.').to_lowercase();
    plain.is_empty() || NOTHING.contains(&plain.as_str())
}

impl Gathering {
    /// The paragraphs of all that counts, in its order; entries on tasks stand behind the text of their part.
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        self.arrived.iter().flat_map(Arrived::paragraphs).collect()
    }

    /// The versions that count.
    pub fn counted(&self) -> Vec<Counted> {
        let counted =
            |arrived: &Arrived| Counted { report: arrived.report.key(), version: arrived.report.version() };
        self.arrived.iter().map(counted).collect()
    }

    /// How many of the versions that count now are not among `made_of`, and how many of those count no more.
    pub fn since(&self, made_of: &[Counted]) -> (usize, usize) {
        let now = self.counted();
        let came = now.iter().filter(|counted| !made_of.contains(counted)).count();
        let stands = |old: &Counted| now.iter().any(|counted| counted.report == old.report);
        (came, made_of.iter().filter(|old| !stands(old)).count())
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
        Source { report: self.report.key(), version: self.report.version(), section, place }
    }
}
