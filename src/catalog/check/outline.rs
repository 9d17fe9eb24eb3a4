//! The outline: readable paths in the order of the text, each inside its parent.

use std::collections::HashMap;
use std::ops::Range;

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::Clause;
use crate::catalog::source::List;
use crate::domain::clause::ClausePath;

pub(super) fn check(clauses: &List<Clause>, faults: &mut Faults) {
    super::unique(clauses.iter().map(|clause| &clause.path), faults);
    order(clauses, faults);
    nesting(clauses, faults);
}

/// Siblings of one sort ascend, and no clause starts on a line above the one before it.
///
/// Bullets and numbered items under one heading are two sorts: an opening paragraph stands before
/// the items and a closing one after them. Footnotes stand at the foot of any page.
fn order(clauses: &List<Clause>, faults: &mut Faults) {
    let mut last_of_sort: HashMap<(Option<String>, Option<char>), ClausePath> = HashMap::new();
    let mut before: Option<(&Clause, u32)> = None;
    for clause in clauses.iter() {
        let text = clause.path.get_ref();
        let Ok(path) = ClausePath::parse(text) else {
            faults.at(clause.path.span(), FaultReason::ClausePath { path: text.clone() });
            continue;
        };
        let sort = (path.parent().map(|parent| parent.as_str().to_owned()), mark(text));
        if let Some(last) = last_of_sort.get(&sort).filter(|last| **last > path) {
            misplaced(clause.path.span(), text, last.as_str(), faults);
        } else {
            last_of_sort.insert(sort, path);
        }
        let first = clause.lines.get_ref().0;
        if let Some((earlier, _)) = before.filter(|(_, line)| first < *line) {
            misplaced(clause.lines.span(), text, earlier.path.get_ref(), faults);
        }
        before = (mark(text) != Some('[')).then_some((clause, first)).or(before);
    }
}

/// What sets a path apart from its siblings of other sorts: the last `.`, `#` or `[`.
fn mark(path: &str) -> Option<char> {
    path.chars().rev().find(|c| matches!(c, '.' | '#' | '['))
}

fn misplaced(span: Range<usize>, path: &str, after: &str, faults: &mut Faults) {
    faults.at(span, FaultReason::ClauseOrder { path: path.to_owned(), after: after.to_owned() });
}

fn nesting(clauses: &List<Clause>, faults: &mut Faults) {
    let mut known: HashMap<&str, (u32, u32)> = HashMap::new();
    for clause in clauses.iter() {
        let (from, to) = *clause.lines.get_ref();
        if from == 0 || from > to {
            faults.at(clause.lines.span(), FaultReason::LinesReversed { from, to });
        }
        known.insert(clause.path.get_ref(), (from, to));
        let Some(parent) = ClausePath::parse(clause.path.get_ref()).ok().and_then(|path| path.parent())
        else {
            continue;
        };
        match known.get(parent.as_str()) {
            Some(&(first, last)) if from < first || to > last => {
                let parent = parent.as_str().to_owned();
                let reason = FaultReason::LinesOutsideParent { parent, from: first, to: last };
                faults.at(clause.lines.span(), reason);
            }
            None if clauses.complete => {
                let parent = parent.as_str().to_owned();
                faults.at(clause.path.span(), FaultReason::ClauseWithoutParent { parent });
            }
            _ => {}
        }
    }
}
