//! Who holds a duty on a day: the agency that the plan names, its successor, or nobody that is known yet.
//!
//! Follows chains of successions and what users settled. Knows no records: what was entered stays with the
//! agency that entered it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::agency::{Agency, GroupExtent};
use super::catalog::Catalog;
use super::ids::{AgencyId, ItemId};
use super::succession::{GroupFate, Succession};
use super::task::{Role, Task};

mod trail;

pub(crate) use trail::Followed;
pub use trail::{Heir, Standing, Step, standing};

/// On what ground an agency stands to a duty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The plan gives it the duty, by name or through a group.
    Own,
    /// It took the duty over.
    Inherited {
        /// The agency or group that had it.
        from: AgencyId,
    },
    /// It is one of those that may have taken the duty over.
    Candidate {
        /// The agency or group that had it.
        from: AgencyId,
    },
    /// It had the duty and no longer exists; nobody has settled who has it now.
    Undecided,
    /// It had the duty and no longer exists. Empty: the duty was stopped.
    Passed {
        /// Who has it now.
        to: Vec<AgencyId>,
    },
}

/// One agency or group with a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Who.
    pub agency: AgencyId,
    /// The group through which it has the duty.
    pub through: Option<AgencyId>,
    /// On what ground.
    pub ground: Ground,
}

impl Ground {
    /// Whether the duty is the agency's on that day, beyond doubt.
    pub fn is_settled(&self) -> bool {
        matches!(self, Self::Own | Self::Inherited { .. })
    }

    /// Whether it is open who has the duty.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Candidate { .. } | Self::Undecided)
    }

    /// Whether the duty is somebody else's by now, or nobody's.
    pub fn has_passed(&self) -> bool {
        matches!(self, Self::Passed { .. })
    }

    /// The agency that had the duty before.
    pub fn predecessor(&self) -> Option<&AgencyId> {
        match self {
            Self::Inherited { from } | Self::Candidate { from } => Some(from),
            _ => None,
        }
    }
}

/// Everybody who has, had or may have the roles of a task on `day`; each agency once for a role, on its best ground.
pub fn task_holds(catalog: &Catalog, task: &Task, day: NaiveDate) -> Vec<(Role, Hold)> {
    let mut found: Vec<(Role, Hold)> = Vec::new();
    for link in &task.roles {
        for hold in holds(catalog, &link.agency, Some(&task.id), day) {
            match found.iter_mut().find(|(role, old)| *role == link.role && old.agency == hold.agency) {
                Some((_, old)) if hold.ground < old.ground => *old = hold,
                Some(_) => {}
                None => found.push((link.role, hold)),
            }
        }
    }
    found
}

/// The hold that decides how `agency` stands to a task: what is settled first, then answerable roles, then rank.
pub fn hold_of<'a>(holds: &'a [(Role, Hold)], agency: &AgencyId) -> Option<&'a (Role, Hold)> {
    let own = holds.iter().filter(|(_, hold)| hold.agency == *agency);
    own.min_by_key(|(role, hold)| (!hold.ground.is_settled(), !role.is_answerable(), *role))
}

/// Everybody who has, had or may have what a plan gives to `entry`, an agency or a group, on `day`.
///
/// `item`: the duty, for what users settled about it alone. The members of a listed group stand behind it;
/// an open-ended group binds nobody by name.
pub fn holds(catalog: &Catalog, entry: &AgencyId, item: Option<&ItemId>, day: NaiveDate) -> Vec<Hold> {
    let mut found = Holders { catalog, item, day, list: Vec::new() };
    found.add(entry, None);
    if found.list.first().is_some_and(|hold| hold.ground == Ground::Own) {
        found.add_members(entry);
        found.close_answered();
    } else {
        found.add_former_members(entry);
    }
    found.list
}

struct Holders<'a> {
    catalog: &'a Catalog,
    item: Option<&'a ItemId>,
    day: NaiveDate,
    list: Vec<Hold>,
}

impl Holders<'_> {
    /// Adds an agency with those who took over from it.
    fn add(&mut self, agency: &AgencyId, through: Option<&AgencyId>) {
        let from = agency.clone();
        match standing(self.catalog, agency, self.item, self.day) {
            Standing::Own => self.put(agency, through, Ground::Own),
            Standing::Stopped => self.put(agency, through, Ground::Passed { to: Vec::new() }),
            Standing::Ended => self.put(agency, through, Ground::Undecided),
            Standing::Passed(heirs) => {
                let to = heirs.iter().map(|heir| heir.agency.clone()).collect();
                self.put(agency, through, Ground::Passed { to });
                self.add_heirs(&heirs, through, &Ground::Inherited { from });
            }
            Standing::Open(heirs) => {
                self.put(agency, through, Ground::Undecided);
                self.add_heirs(&heirs, through, &Ground::Candidate { from });
            }
        }
    }

    fn add_heirs(&mut self, heirs: &[Heir], through: Option<&AgencyId>, ground: &Ground) {
        for heir in heirs {
            self.put(&heir.agency, through, ground.clone());
            for member in listed_members(self.catalog, &heir.agency, self.day) {
                self.put(member, Some(&heir.agency), ground.clone());
            }
        }
    }

    fn add_members(&mut self, entry: &AgencyId) {
        let Some(group) = self.catalog.agency(entry).and_then(listed_group) else { return };
        for member in &group.members {
            let agency = self.catalog.agency(&member.agency);
            let ended = agency.and_then(|agency| agency.valid_to).filter(|to| *to < self.day);
            // Who left a group that goes on has left its duties; who was a member to its own end has an heir.
            let stayed = member.valid_to.is_none_or(|to| ended.is_some_and(|end| end <= to));
            let joined = member.valid_from.is_none_or(|from| from <= self.day);
            if member.holds_on(self.day) || (ended.is_some() && stayed && joined) {
                self.add(&member.agency, Some(entry));
            }
        }
    }

    /// Where every candidate has the duty of the group as a member itself, there is nothing left to ask.
    fn close_answered(&mut self) {
        let own = |list: &[Hold], id: &AgencyId| {
            list.iter().any(|hold| hold.agency == *id && hold.ground == Ground::Own)
        };
        for at in 0..self.list.len() {
            let Some(hold) = self.list.get(at).filter(|hold| hold.ground == Ground::Undecided) else {
                continue;
            };
            let Standing::Open(heirs) = standing(self.catalog, &hold.agency, self.item, self.day) else {
                continue;
            };
            let to: Vec<AgencyId> = heirs.iter().map(|heir| heir.agency.clone()).collect();
            if to.iter().all(|id| own(&self.list, id))
                && let Some(hold) = self.list.get_mut(at)
            {
                hold.ground = Ground::Passed { to };
            }
        }
    }

    /// The members that a group had on its last day stand to the duty as the group does.
    fn add_former_members(&mut self, entry: &AgencyId) {
        let Some(ground) = self.list.first().map(|hold| hold.ground.clone()) else { return };
        let last = self.catalog.agency(entry).and_then(|group| group.valid_to);
        for member in last.map(|day| listed_members(self.catalog, entry, day)).unwrap_or_default() {
            let ground = match (&ground, standing(self.catalog, member, self.item, self.day)) {
                (Ground::Passed { to }, Standing::Passed(heirs)) if !to.is_empty() => {
                    Ground::Passed { to: heirs.iter().map(|heir| heir.agency.clone()).collect() }
                }
                _ => ground.clone(),
            };
            self.put(member, Some(entry), ground);
        }
    }

    /// Notes a hold; of two of one agency the better ground stays.
    fn put(&mut self, agency: &AgencyId, through: Option<&AgencyId>, ground: Ground) {
        let hold = Hold { agency: agency.clone(), through: through.cloned(), ground };
        match self.list.iter_mut().find(|old| old.agency == *agency) {
            Some(old) if hold.ground < old.ground => *old = hold,
            Some(_) => {}
            None => self.list.push(hold),
        }
    }
}

fn listed_group(agency: &Agency) -> Option<&super::agency::Group> {
    agency.group.as_ref().filter(|group| group.extent == GroupExtent::Enumerable)
}

/// The members of a listed group on a day; none for an agency and for an open-ended group.
pub fn listed_members<'a>(catalog: &'a Catalog, group: &AgencyId, day: NaiveDate) -> Vec<&'a AgencyId> {
    catalog.agency(group).and_then(|agency| agency.members_on(day)).unwrap_or_default()
}

/// Every agency and group whose duties may be those of one of `agencies` on some day: itself, the groups that it is
/// or was in, and all from which duties passed to one of these.
pub fn reach(catalog: &Catalog, agencies: &[AgencyId]) -> BTreeSet<AgencyId> {
    let mut reached = BTreeSet::new();
    let mut next = agencies.to_vec();
    while let Some(id) = next.pop() {
        let is_in = |group: &&Agency| {
            group.group.as_ref().is_some_and(|group| group.members.iter().any(|member| member.agency == id))
        };
        let groups = catalog.agencies().iter().filter(is_in).map(|group| &group.id);
        let settled = &catalog.settled();
        let ended = settled.heirs.iter().filter(|(_, heirs)| heirs.contains(&id)).map(|((from, _), _)| from);
        let mapped = settled
            .groups
            .iter()
            .filter(|(_, fate)| matches!(fate, GroupFate::Successors(heirs) if heirs.contains(&id)));
        let ended = ended.chain(mapped.map(|(group, _)| group));
        let before = catalog.predecessors(&id).map(|succession| &succession.from);
        next.extend(groups.chain(ended).chain(before).filter(|other| !reached.contains(*other)).cloned());
        reached.insert(id);
    }
    reached
}

/// Those who act for `desk` on `day`: itself, or its certain successors. A desk whose heir is open acts for itself.
pub fn acting(catalog: &Catalog, desk: &AgencyId, item: Option<&ItemId>, day: NaiveDate) -> Vec<AgencyId> {
    match standing(catalog, desk, item, day) {
        Standing::Passed(heirs) => heirs.iter().map(|heir| heir.agency.clone()).collect(),
        Standing::Stopped => Vec::new(),
        Standing::Own | Standing::Open(_) | Standing::Ended => vec![desk.clone()],
    }
}

#[cfg(test)]
mod tests;
