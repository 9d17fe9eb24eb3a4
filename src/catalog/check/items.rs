//! Targets, tasks and obligations among each other: identifiers, parents, links.

use std::collections::{HashMap, HashSet};

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Obligation, Plan, Target, Task, Text};
use crate::catalog::source::List;

pub(super) fn check(raw: &Plan, faults: &mut Faults) {
    let targets = || raw.targets.iter().map(|target| &target.id);
    let tasks = || raw.tasks.iter().map(|task| &task.id);
    let obligations = || raw.obligations.iter().map(|obligation| &obligation.id);
    super::plain(raw.head.iter().map(|head| &head.get_ref().id), faults);
    super::plain(targets().chain(tasks()).chain(obligations()), faults);
    super::unique(targets(), faults);
    super::unique(tasks(), faults);
    super::unique(obligations(), faults);
    let plan = raw.head.as_ref().map_or("", |head| head.get_ref().id.get_ref().as_str());
    parents(&raw.targets, faults);
    links(&raw.tasks, plan, faults);
    consumed(&raw.obligations, faults);
}

/// Notes `link` when it leads to nothing in `ids`, or to `own`.
fn leads(link: &Text, target: &str, own: &str, ids: Option<&HashSet<&str>>, faults: &mut Faults) {
    let id = link.get_ref().clone();
    if target == own {
        faults.at(link.span(), FaultReason::Cycle { id });
    } else if ids.is_some_and(|ids| !ids.contains(target)) {
        faults.at(link.span(), FaultReason::UnknownItem { id });
    }
}

/// Links within the plan; what leads to another plan is checked over all plans.
fn links(tasks: &List<Task>, plan: &str, faults: &mut Faults) {
    let ids: HashSet<&str> = tasks.iter().map(|task| task.id.get_ref().as_str()).collect();
    let ids = tasks.complete.then_some(&ids);
    for task in tasks.iter() {
        for link in &task.links {
            let to = link.to.get_ref().as_str();
            match to.split_once('/') {
                None => leads(&link.to, to, task.id.get_ref(), ids, faults),
                Some((other, local)) if other == plan => {
                    leads(&link.to, local, task.id.get_ref(), ids, faults)
                }
                Some(_) => {}
            }
        }
    }
}

fn consumed(obligations: &List<Obligation>, faults: &mut Faults) {
    let ids: HashSet<&str> = obligations.iter().map(|obligation| obligation.id.get_ref().as_str()).collect();
    let ids = obligations.complete.then_some(&ids);
    for obligation in obligations.iter() {
        for below in &obligation.consumes {
            leads(below, below.get_ref(), obligation.id.get_ref(), ids, faults);
        }
    }
}

fn parents(targets: &List<Target>, faults: &mut Faults) {
    let parents: HashMap<&str, Option<&Text>> =
        targets.iter().map(|target| (target.id.get_ref().as_str(), target.parent.as_ref())).collect();
    for target in targets.iter() {
        let Some(parent) = &target.parent else {
            orphan(target, faults);
            continue;
        };
        let id = parent.get_ref().clone();
        if targets.complete && !parents.contains_key(id.as_str()) {
            faults.at(parent.span(), FaultReason::UnknownItem { id });
        } else if circles(target.id.get_ref(), parent, &parents) {
            faults.at(parent.span(), FaultReason::Cycle { id: target.id.get_ref().clone() });
        }
    }
}

fn circles(start: &str, parent: &Text, parents: &HashMap<&str, Option<&Text>>) -> bool {
    let mut next = Some(parent);
    // No chain is longer than the list, so a chain that is longer goes round elsewhere.
    for _ in 0..parents.len() {
        match next {
            None => return false,
            Some(id) if id.get_ref() == start => return true,
            Some(id) => next = parents.get(id.get_ref().as_str()).copied().flatten(),
        }
    }
    false
}

/// "Trong đó" is a part of something, so the something has to be named.
fn orphan(target: &Target, faults: &mut Faults) {
    let words = target.comparator_words.get_ref().to_lowercase();
    let indicator = target.indicator.get_ref().to_lowercase();
    if words.contains("trong đó") || indicator.starts_with("trong đó") {
        faults.lacks(target.id.span(), "parent", FaultReason::WithoutParent);
    }
}
