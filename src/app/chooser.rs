//! A line to type in and a list that follows it: search, the choice of an agency, the choice of a reporter.

use crate::domain::board::RoundKey;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::record::ReportKey;
use crate::domain::schedule::Period;

use crate::text::fold::{Query, Rank, Searchable, fold};

use std::collections::BTreeMap;

use super::deal::Offer;
use super::deal_heirs::Ended;
use super::editor::{Editor, Options};
use super::list::{List, Motion, Row};

/// What the choice is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Go to what is chosen.
    Search,
    /// Make it one's own agency.
    MyAgency,
    /// Settle what is chosen.
    Deal,
    /// Give the duties of what has ended to the agency that is chosen.
    Heir(Ended),
    /// Write the report of the agency that is chosen, for this obligation and period.
    Reporter(ItemId, Period),
    /// Open what a number counts.
    Counted,
    /// Look at the board of what is chosen.
    Round,
    /// Write what is chosen into the report that is open.
    Insert,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// All agencies together.
    AllAgencies,
    /// An agency or a group.
    Agency(AgencyId),
    /// A task.
    Task(ItemId),
    /// A target.
    Target(ItemId),
    /// A report obligation.
    Obligation(ItemId),
    /// A clause of a plan.
    Clause(PlanId, String),
    /// A plan.
    Plan(PlanId),
    /// A report, by its row id.
    Report(i64),
    /// Something to settle.
    Offer(Box<Offer>),
    /// The board of a round.
    Round(RoundKey),
    /// A text for the open report, and where it comes from.
    Text(String, String),
    /// Every part of another report, for the empty parts of the open one.
    Whole(ReportKey),
    /// The report of an agency for an obligation and a period, begun or not.
    Occurrence(ItemId, Period, AgencyId),
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What kind of thing it is, in one word.
    pub kind: String,
    /// Its name.
    pub label: String,
    /// Where it stands: plan and clause, province.
    pub place: String,
    /// Where it leads; `None` for a remark.
    pub to: Option<Destination>,
}

/// Something that can be found: what the list shows of it, and what else it is found by.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What the list shows.
    pub choice: Choice,
    /// Numbers, paths and other spellings: whoever types one in full gets it first.
    pub names: Vec<String>,
    /// Text that is only searched.
    pub body: String,
}

impl Candidate {
    /// A candidate that is found by its label and its place alone.
    pub fn new(kind: &str, label: &str, place: String, to: Destination) -> Self {
        let choice = Choice { kind: kind.into(), label: label.into(), place, to: Some(to) };
        Self { choice, names: Vec::new(), body: String::new() }
    }
}

/// What was found elsewhere, and where it stands among equals.
#[derive(Clone, Debug)]
pub struct Besides {
    /// How well it answers.
    pub rank: Rank,
    /// Among equals it follows what is listed of this plan.
    pub plan: PlanId,
    /// What the list shows of it.
    pub choice: Choice,
}

/// A candidate made ready to be searched at every letter.
#[derive(Clone, Debug)]
struct Found {
    text: Searchable,
    names: Vec<String>,
    choice: Choice,
}

/// A chooser with its state.
#[derive(Clone, Debug)]
pub struct Chooser {
    /// What the choice is for.
    pub purpose: Purpose,
    /// Title.
    pub title: String,
    /// The line to type in.
    pub query: Editor,
    /// What matches.
    pub list: List<Choice>,
    /// Everything that can be found.
    pool: Vec<Found>,
    /// Where each plan ends in the pool, its targets left out.
    ends: BTreeMap<PlanId, usize>,
    /// Whether an empty line shows everything, or nothing.
    pub starts_full: bool,
}

impl Row for Choice {
    type Id = Destination;

    fn id(&self) -> Option<Destination> {
        self.to.clone()
    }
}

/// Most lines that a list shows: whoever wants another one types more.
pub const MOST: usize = 200;

impl Chooser {
    /// A chooser over these choices with an empty line; with `starts_full` it lists them all at first.
    pub fn new(
        purpose: Purpose,
        title: impl Into<String>,
        candidates: Vec<Candidate>,
        starts_full: bool,
    ) -> Self {
        let pool: Vec<Found> = candidates.into_iter().map(Found::from).collect();
        let plan = |found: &Found| match &found.choice.to {
            Some(Destination::Plan(plan) | Destination::Clause(plan, _)) => Some(plan.clone()),
            Some(Destination::Obligation(id)) => Some(id.plan()),
            _ => None,
        };
        let ends = pool.iter().enumerate().filter_map(|(at, found)| Some((plan(found)?, at))).collect();
        let query = Editor::new(Options { single_line: true, max_len: Some(200) });
        let mut chooser =
            Self { purpose, title: title.into(), query, list: List::scrolling(), pool, ends, starts_full };
        chooser.search(Vec::new());
        chooser
    }

    /// Lists what matches the line, the best first, with what was found `besides`; a choice one of whose names is typed
    /// in full comes before all.
    pub fn search(&mut self, besides: Vec<Besides>) {
        let query = Query::new(self.query.text());
        if query.is_empty() && !self.starts_full {
            self.list.set_rows(Vec::new());
            return;
        }
        let typed = fold(self.query.text().trim());
        let mut found: Vec<_> = self
            .pool
            .iter()
            .enumerate()
            .filter_map(|(at, found)| {
                query.rank(&found.text).map(|rank| (!found.names.contains(&typed), rank, at, None))
            })
            .collect();
        let end = |plan: &PlanId| self.ends.get(plan).copied().unwrap_or(self.pool.len());
        let further = besides.iter().enumerate();
        found.extend(further.map(|(at, other)| (true, other.rank, end(&other.plan), Some(at))));
        found.sort_unstable();
        let choice = |(_, _, at, other): (bool, Rank, usize, Option<usize>)| match other {
            Some(other) => besides[other].choice.clone(),
            None => self.pool[at].choice.clone(),
        };
        let rows = found.into_iter().take(MOST).map(choice).collect();
        self.list.set_rows(rows);
        self.list.go(Motion::First);
    }
}

impl From<Candidate> for Found {
    fn from(candidate: Candidate) -> Self {
        let Candidate { choice, names, body } = candidate;
        let text = format!("{} {} {} {body}", choice.label, choice.place, names.join(" "));
        Self { text: Searchable::new(&text), names: names.iter().map(|name| fold(name)).collect(), choice }
    }
}
