//! From an agency along its successions to whoever stands in its place on a day.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use chrono::{Days, NaiveDate};

use super::{AgencyId, Catalog, GroupFate, ItemId, Succession};
use crate::domain::ids::IdMap;

/// One step from a predecessor to a successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The predecessor.
    pub from: AgencyId,
    /// The successor.
    pub to: AgencyId,
    /// First day of the new state.
    pub on: NaiveDate,
    /// Law or notice; `None`: users settled it.
    pub source: Option<Arc<str>>,
}

/// One that stands, or may stand, in the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heir {
    /// Who.
    pub agency: AgencyId,
    /// The way from the predecessor, the oldest step first; never empty.
    pub steps: Vec<Step>,
}

/// What became of an agency by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not ended.
    Own,
    /// These have its duties.
    Passed(Rc<[Heir]>),
    /// One or some of these have its duties; nobody has settled which.
    Open(Rc<[Heir]>),
    /// It ended, and nobody is known who took over.
    Ended,
    /// Users settled that nobody has its duties any more.
    Stopped,
}

/// What became of agencies by some days, for every duty that users settled nothing about; kept until the register or
/// what users settled changes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Followed(RefCell<IdMap<(AgencyId, NaiveDate), Standing>>);

/// What became of `agency` by `day`, for one duty (`item`) or in general (`None`).
///
/// What users settled goes before the register. In the register only one certain succession to the whole is
/// clear; where functions were split, or the facts are still to be confirmed, the successors are candidates.
pub fn standing(catalog: &Catalog, agency: &AgencyId, item: Option<&ItemId>, day: NaiveDate) -> Standing {
    if !has_ended(catalog, agency, day) {
        return Standing::Own;
    }
    let settled = catalog.settled();
    if item.is_some_and(|item| settled.heirs.keys().any(|(_, duty)| duty.as_ref() == Some(item))) {
        return follow(catalog, agency, item, day);
    }
    let Followed(known) = catalog.followed();
    let key = (agency.clone(), day);
    if let Some(standing) = known.borrow().get(&key) {
        return standing.clone();
    }
    let standing = follow(catalog, agency, None, day);
    known.borrow_mut().insert(key, standing.clone());
    standing
}

fn follow(catalog: &Catalog, agency: &AgencyId, item: Option<&ItemId>, day: NaiveDate) -> Standing {
    let mut walk =
        Walk { catalog, item, day, seen: Vec::new(), heirs: Vec::new(), open: false, stopped: false };
    walk.follow(agency, &[]);
    match (walk.heirs.is_empty(), walk.open) {
        (false, true) => Standing::Open(walk.heirs.into()),
        (false, false) => Standing::Passed(walk.heirs.into()),
        (true, false) if walk.stopped => Standing::Stopped,
        (true, _) => Standing::Ended,
    }
}

fn has_ended(catalog: &Catalog, agency: &AgencyId, day: NaiveDate) -> bool {
    catalog.agency(agency).and_then(|agency| agency.valid_to).is_some_and(|to| to < day)
}

struct Walk<'a> {
    catalog: &'a Catalog,
    item: Option<&'a ItemId>,
    day: NaiveDate,
    seen: Vec<AgencyId>,
    heirs: Vec<Heir>,
    open: bool,
    stopped: bool,
}

impl Walk<'_> {
    fn follow(&mut self, agency: &AgencyId, steps: &[Step]) {
        if !has_ended(self.catalog, agency, self.day) {
            // One that does not exist yet cannot have anything: the question stays open until it does.
            let begins = self.catalog.agency(agency).and_then(|agency| agency.valid_from);
            self.open |= begins.is_some_and(|from| from > self.day);
            if self.heirs.iter().all(|heir| heir.agency != *agency) {
                self.heirs.push(Heir { agency: agency.clone(), steps: steps.to_vec() });
            }
            return;
        }
        // The register has no cycle, but users may settle one.
        if self.seen.contains(agency) {
            self.open = true;
            return;
        }
        self.seen.push(agency.clone());
        let next = self.next(agency);
        for step in next {
            let to = step.to.clone();
            let mut way = steps.to_vec();
            way.push(step);
            self.follow(&to, &way);
        }
    }

    /// The steps from an agency that has ended; notes whether they leave a question.
    fn next(&mut self, agency: &AgencyId) -> Vec<Step> {
        let catalog = self.catalog;
        let settled = catalog.settled();
        if let Some(fate) = settled.groups.get(agency) {
            match fate {
                GroupFate::Successors(to) if !to.is_empty() => return self.decided(agency, to),
                GroupFate::Stopped => {
                    self.stopped = true;
                    return Vec::new();
                }
                GroupFate::Successors(_) | GroupFate::Waiting => self.open = true,
            }
        }
        let one = self.item.and_then(|item| settled.heirs.get(&(agency.clone(), Some(item.clone()))));
        if let Some(to) = one.or_else(|| settled.heirs.get(&(agency.clone(), None)))
            && !to.is_empty()
        {
            return self.decided(agency, to);
        }
        // What it gave away while it went on is not what became of it.
        let end = catalog.agency(agency).and_then(|agency| agency.valid_to);
        let at_its_end = |succession: &&Succession| end.is_none_or(|end| end < succession.on);
        let found: Vec<&Succession> = catalog.successors(agency).filter(at_its_end).collect();
        self.open |= !matches!(found.as_slice(), [only] if only.is_clear());
        found.into_iter().map(step).collect()
    }

    fn decided(&self, agency: &AgencyId, to: &[AgencyId]) -> Vec<Step> {
        let end = self.catalog.agency(agency).and_then(|agency| agency.valid_to);
        let on = end.and_then(|end| end.checked_add_days(Days::new(1))).unwrap_or(self.day);
        let step = |to: &AgencyId| Step { from: agency.clone(), to: to.clone(), on, source: None };
        to.iter().map(step).collect()
    }
}

fn step(succession: &Succession) -> Step {
    Step {
        from: succession.from.clone(),
        to: succession.to.clone(),
        on: succession.on,
        source: Some(Arc::clone(&succession.source)),
    }
}
