//! Texts: filled in, in normal form, short enough for their columns.

use std::collections::HashSet;

use unicode_normalization::is_nfc;
use unicode_segmentation::UnicodeSegmentation;

use crate::catalog::fault::{FaultReason, Faults};
use crate::catalog::raw::{Plan, Target, Text};

/// The most characters of a title or an indicator.
const TITLE: usize = 120;
/// The most characters of a target's short name.
const TARGET_SHORT: usize = 26;
/// The most characters of a plan's short name.
const PLAN_SHORT: usize = 22;

pub(super) fn check(raw: &Plan, faults: &mut Faults) {
    head(raw, faults);
    outline(raw, faults);
    for target in raw.targets.iter() {
        self::target(target, faults);
    }
    for task in raw.tasks.iter() {
        long(&task.title, TITLE, faults);
        every([&task.note].into_iter().flatten(), faults);
        filled(&task.title, faults);
    }
    for obligation in raw.obligations.iter() {
        long(&obligation.title, TITLE, faults);
        every([&obligation.note].into_iter().flatten(), faults);
        filled(&obligation.title, faults);
    }
    distinct(raw, faults);
}

fn head(raw: &Plan, faults: &mut Faults) {
    let Some(head) = raw.head.as_ref().map(toml::Spanned::get_ref) else { return };
    every([&head.id, &head.source, &head.short, &head.province, &head.title], faults);
    every(&head.number, faults);
    long(&head.short, PLAN_SHORT, faults);
    if let Some(signer) = &head.signer {
        every([&signer.name, &signer.position, &signer.authority], faults);
    }
    for citation in raw.citations.iter() {
        filled(&citation.title, faults);
        every(&citation.number, faults);
    }
    for recipient in raw.recipients.iter() {
        filled(&recipient.as_printed, faults);
    }
}

fn outline(raw: &Plan, faults: &mut Faults) {
    for clause in raw.clauses.iter() {
        filled(&clause.heading, faults);
        every(&clause.note, faults);
    }
}

fn target(target: &Target, faults: &mut Faults) {
    every([&target.indicator, &target.short], faults);
    every([&target.unit, &target.per, &target.population, &target.note].into_iter().flatten(), faults);
    normal(&target.comparator_words, faults);
    long(&target.indicator, TITLE, faults);
    long(&target.short, TARGET_SHORT, faults);
}

fn distinct(raw: &Plan, faults: &mut Faults) {
    let mut seen = HashSet::new();
    for short in raw.targets.iter().map(|target| &target.short) {
        if !seen.insert(short.get_ref().to_lowercase()) {
            faults.at(short.span(), FaultReason::DuplicateShort { short: short.get_ref().clone() });
        }
    }
}

fn every<'a>(texts: impl IntoIterator<Item = &'a Text>, faults: &mut Faults) {
    for text in texts {
        filled(text, faults);
    }
}

/// Notes a text that is blank or not in normal form.
pub(in crate::catalog) fn filled(text: &Text, faults: &mut Faults) {
    if text.get_ref().trim().is_empty() {
        faults.at(text.span(), FaultReason::Empty);
    }
    normal(text, faults);
}

/// Notes a text that is not in normal form; it may be blank.
pub(super) fn normal(text: &Text, faults: &mut Faults) {
    if !is_nfc(text.get_ref()) {
        faults.at(text.span(), FaultReason::NotNfc);
    }
}

fn long(text: &Text, limit: usize, faults: &mut Faults) {
    let length = text.get_ref().graphemes(true).count();
    if length > limit {
        faults.at(text.span(), FaultReason::TooLong { length, limit });
    }
}
