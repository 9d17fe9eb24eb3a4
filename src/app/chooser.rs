//! A line to type in and a list that follows it: search, the choice of an agency, the choice of a reporter.

use std::rc::Rc;

use crate::domain::board::RoundKey;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::record::ReportKey;
use crate::domain::schedule::Period;

use crate::text::fold::{Query, Rank, fold};

use super::deal::Offer;
use super::deal_heirs::Ended;
use super::editor::{Editor, Options};
use super::list::{List, Motion, Row};

mod pool;

use pool::{Answer, Pool};

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
    /// The report of an agency for an obligation and a period, begun or not.
    Report(ReportKey),
    /// Something to settle.
    Offer(Box<Offer>),
    /// The board of a round.
    Round(RoundKey),
    /// A text for the open report, and where it comes from.
    Text(String, String),
    /// Every part of another report, for the empty parts of the open one.
    Whole(ReportKey),
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
}

impl Candidate {
    /// A candidate that is found by its label and its place alone.
    pub fn new(kind: &str, label: &str, place: String, to: Destination) -> Self {
        let choice = Choice { kind: kind.into(), label: label.into(), place, to: Some(to) };
        Self { choice, names: Vec::new() }
    }
}

/// What was found elsewhere, and where it stands among equals.
#[derive(Clone, Debug)]
pub struct Besides {
    /// Whether it was named in full: then it comes before all that is not.
    pub named: bool,
    /// How well it answers.
    pub rank: Rank,
    /// Among equals it follows this plan; `None`: all that is listed.
    pub plan: Option<PlanId>,
    /// What the list shows of it.
    pub choice: Choice,
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
    /// Everything that can be found, besides what is found elsewhere.
    pool: Rc<Pool>,
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
        let pool = Rc::new(Pool::new(candidates));
        let query = Editor::new(Options { single_line: true, max_len: Some(200) });
        let list = List::scrolling();
        let mut chooser = Self { purpose, title: title.into(), query, list, pool, starts_full };
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
        let answers = self.pool.answers(&query, &fold(self.query.text().trim())).into_iter();
        let mut found: Vec<_> =
            answers.map(|Answer { named, rank, at }| ((!named, rank, at), None)).collect();
        found.extend(besides.into_iter().map(|Besides { named, rank, plan, choice }| {
            ((!named, rank, self.pool.place_of(plan.as_ref())), Some(choice))
        }));
        // Equals stay in their order: a plan, then what was found in it.
        found.sort_by_key(|(order, _)| *order);
        let choice =
            |((_, _, at), other): (_, Option<Choice>)| other.unwrap_or_else(|| self.pool.choice(at).clone());
        let rows = found.into_iter().take(MOST).map(choice).collect();
        self.list.set_rows(rows);
        self.list.go(Motion::First);
    }
}
