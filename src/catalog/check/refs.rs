//! References: every agency is in the register, every clause in the outline.

use std::collections::HashSet;

use toml::Spanned;

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Plan, Schedule, Text};
use crate::domain::agency::Agency;
use crate::domain::clause::ClausePath;

pub(super) fn check(raw: &Plan, agencies: &[Agency], faults: &mut Faults) {
    let known: HashSet<&str> = agencies.iter().map(|agency| agency.id.as_str()).collect();
    for id in named(raw) {
        if !known.contains(id.get_ref().as_str()) {
            faults.at(id.span(), FaultReason::UnknownAgency { id: id.get_ref().clone() });
        }
    }
    if !raw.clauses.complete {
        return;
    }
    let outline: HashSet<&str> = raw.clauses.iter().map(|clause| clause.path.get_ref().as_str()).collect();
    for reference in references(raw) {
        if !outline.contains(reference.get_ref().as_str()) && !outline.contains(bullet(reference.get_ref())) {
            faults.at(reference.span(), FaultReason::UnknownClause { path: reference.get_ref().clone() });
        }
    }
    for target in raw.targets.iter() {
        if let Some(from) = &target.year_from {
            year_from(&target.clause, from, faults);
        }
    }
}

/// The bullet of a number within it: `II.1#2` for `II.1#2.3`; else the reference itself.
fn bullet(reference: &str) -> &str {
    let is_number = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    match reference.rsplit_once('.') {
        Some((bullet, number)) if bullet.contains('#') && is_number(number) => bullet,
        _ => reference,
    }
}

fn named(raw: &Plan) -> Vec<&Text> {
    let mut ids = Vec::new();
    ids.extend(raw.head.iter().map(|head| &head.get_ref().issuer));
    ids.extend(raw.citations.iter().filter_map(|citation| citation.issuer.as_ref()));
    ids.extend(raw.recipients.iter().filter_map(|recipient| recipient.agency.as_ref()));
    ids.extend(raw.targets.iter().flat_map(|target| &target.responsible));
    ids.extend(raw.tasks.iter().flat_map(|task| &task.roles).map(|role| &role.agency));
    for obligation in raw.obligations.iter() {
        ids.extend(&obligation.reporters);
        ids.push(&obligation.recipient);
        ids.extend(&obligation.also_to);
        ids.extend(&obligation.via);
        ids.extend(&obligation.prepared_by);
    }
    ids
}

fn references(raw: &Plan) -> Vec<&Text> {
    let mut paths = Vec::new();
    paths.extend(raw.citations.iter().filter_map(|citation| citation.clause.as_ref()));
    for target in raw.targets.iter() {
        paths.push(&target.clause);
        paths.extend(&target.year_from);
        paths.extend(target.baseline.iter().map(|baseline| &baseline.clause));
    }
    for task in raw.tasks.iter() {
        paths.push(&task.clause);
        paths.extend(inherited(&task.schedule));
    }
    for obligation in raw.obligations.iter() {
        paths.push(&obligation.clause);
        paths.extend(inherited(&obligation.schedule));
    }
    paths
}

fn inherited(schedule: &Option<Spanned<Schedule>>) -> Option<&Text> {
    schedule.as_ref()?.get_ref().inherited_from.as_ref()
}

/// A year is taken from a heading above or from a neighbour in the same section, never from afar.
fn year_from(clause: &Text, from: &Text, faults: &mut Faults) {
    let (Ok(clause), Ok(source)) = (ClausePath::parse(clause.get_ref()), ClausePath::parse(from.get_ref()))
    else {
        return;
    };
    let (clause_top, source_top) = (top(clause), top(source));
    let both_lines = clause_top.starts_with('#') && source_top.starts_with('#');
    if clause_top != source_top && !both_lines {
        faults.at(from.span(), FaultReason::YearElsewhere { path: from.get_ref().clone() });
    }
}

fn top(path: ClausePath) -> String {
    let mut path = path;
    while let Some(parent) = path.parent() {
        path = parent;
    }
    path.as_str().to_owned()
}
