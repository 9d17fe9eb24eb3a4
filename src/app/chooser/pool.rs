//! What a chooser chooses from, made ready to be searched by the first letter that is typed: whoever only opens it does
//! not wait for that.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::domain::ids::PlanId;
use crate::text::fold::{Query, Rank, Searchable};

use super::{Candidate, Choice, Destination};

/// Candidates in the order in which equals are listed.
#[derive(Debug)]
pub(super) struct Pool {
    found: Vec<Found>,
    plans: BTreeMap<PlanId, usize>,
}

#[derive(Debug)]
struct Found {
    candidate: Candidate,
    text: OnceCell<Searchable>,
}

/// A candidate that answers.
pub(super) struct Answer {
    /// Whether one of its names was typed in full.
    pub named: bool,
    /// How well it answers.
    pub rank: Rank,
    /// Its place in the pool.
    pub at: usize,
}

impl Pool {
    /// A pool of these.
    pub(super) fn new(candidates: Vec<Candidate>) -> Self {
        let plan = |(at, candidate): (usize, &Candidate)| match &candidate.choice.to {
            Some(Destination::Plan(plan)) => Some((plan.clone(), at)),
            _ => None,
        };
        let plans = candidates.iter().enumerate().filter_map(plan).collect();
        let found = |candidate| Found { candidate, text: OnceCell::new() };
        Self { found: candidates.into_iter().map(found).collect(), plans }
    }

    /// What answers, in the order of the pool; `typed` is the whole query, folded.
    pub(super) fn answers(&self, query: &Query, typed: &str) -> Vec<Answer> {
        let all = self.found.iter().enumerate();
        if query.is_empty() {
            return all.map(|(at, _)| Answer { named: false, rank: Rank::ExactStart, at }).collect();
        }
        let answer = |(at, found): (usize, &Found)| {
            let text = found.text();
            query.rank(text).map(|rank| Answer { named: text.has_line(typed), rank, at })
        };
        all.filter_map(answer).collect()
    }

    /// What the list shows of the candidate at a place.
    pub(super) fn choice(&self, at: usize) -> &Choice {
        &self.found[at].candidate.choice
    }

    /// The place of a plan, or behind all where it has none.
    pub(super) fn place_of(&self, plan: Option<&PlanId>) -> usize {
        plan.and_then(|plan| self.plans.get(plan)).copied().unwrap_or(self.found.len())
    }
}

impl Found {
    /// Label and place in the first line, each name in one of its own.
    fn text(&self) -> &Searchable {
        self.text.get_or_init(|| {
            let Candidate { choice, names } = &self.candidate;
            Searchable::new(format!("{} {}\n{}", choice.label, choice.place, names.join("\n")))
        })
    }
}
