//! Time phrases against the rules that are declared for them.

use super::texts;
use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Plan, Schedule};
use crate::catalog::schedule;
use crate::domain::phrase::parse_phrase;
use crate::domain::schedule::Rule;

pub(super) fn check(raw: &Plan, faults: &mut Faults) {
    let of_tasks = raw.tasks.iter().filter_map(|task| task.schedule.as_ref());
    let of_obligations = raw.obligations.iter().filter_map(|obligation| obligation.schedule.as_ref());
    for schedule in of_tasks.chain(of_obligations) {
        texts::normal(&schedule.get_ref().phrase, faults);
        if let Some(rule) = schedule::rule(schedule, faults) {
            agree(schedule.get_ref(), &rule, faults);
        }
    }
}

/// Conditions are worded freely, so only they may stand beside a phrase that cannot be read.
fn agree(raw: &Schedule, declared: &Rule, faults: &mut Faults) {
    let phrase = raw.phrase.get_ref();
    match parse_phrase(phrase) {
        Ok(read) if read != *declared => {
            let (declared, read) = (schedule::describe(declared), schedule::describe(&read));
            faults.at(raw.phrase.span(), FaultReason::PhraseMeans { declared, read });
        }
        Err(error) if !matches!(declared, Rule::Conditional { .. }) => {
            let (why, why_english) = (error.reason.to_string(), error.reason.english());
            faults.at(
                raw.phrase.span(),
                FaultReason::PhraseUnreadable { phrase: phrase.clone(), why, why_english },
            );
        }
        _ => {}
    }
}
