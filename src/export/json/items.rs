//! Targets, tasks and report obligations as JSON.

use serde_json::{Value, json};

use super::{Names, joined, maybe_number, maybe_text, number, word};
use crate::domain::indicator::{Baseline, Milestone, Target};
use crate::domain::obligation::ReportingObligation;
use crate::domain::schedule::{Rule, Schedule};
use crate::domain::task::{RoleOf, Task, TaskLink};

impl Names<'_> {
    pub(super) fn target(&self, target: &Target) -> Value {
        json!({
            "id": target.id.as_str(),
            "clause": target.clause,
            "kind": word(&target.comparator.kind()),
            "indicator": target.indicator,
            "short": target.short,
            "comparator": word(&target.comparator),
            "comparator_words": target.comparator_words,
            "value": maybe_number(target.value),
            "value_high": maybe_number(target.value_high),
            "unit": maybe_text(&target.unit),
            "per": target.per,
            "population": maybe_text(&target.population),
            "year": target.year,
            "year_from": target.year_from,
            "milestones": target.milestones.iter().map(milestone).collect::<Value>(),
            "baseline": target.baseline.as_ref().map(baseline),
            "parent": target.parent.as_ref().map(|id| id.as_str()),
            "responsible": self.all(&target.responsible),
            "note": target.note,
        })
    }

    pub(super) fn task(&self, task: &Task) -> Value {
        json!({
            "id": task.id.as_str(),
            "clause": task.clause,
            "kind": word(&task.kind),
            "title": task.title,
            "roles": task.roles.iter().map(|role| self.role(role)).collect::<Value>(),
            "schedule": schedule(&task.schedule),
            "links": task.links.iter().map(link).collect::<Value>(),
            "note": task.note,
        })
    }

    fn role(&self, role: &RoleOf) -> Value {
        json!({ "agency": self.name(&role.agency), "role": word(&role.role) })
    }

    pub(super) fn obligation(&self, owed: &ReportingObligation) -> Value {
        json!({
            "id": owed.id.as_str(),
            "clause": owed.clause,
            "kind": word(&owed.kind),
            "title": owed.title,
            "reporters": self.all(&owed.reporters),
            "recipient": self.name(&owed.recipient),
            "also_to": self.all(&owed.also_to),
            "via": self.maybe(&owed.via),
            "prepared_by": self.maybe(&owed.prepared_by),
            "consumes": owed.consumes.iter().map(|id| id.as_str()).collect::<Value>(),
            "schedule": schedule(&owed.schedule),
            "content": word(&owed.content),
            "note": owed.note,
        })
    }
}

fn link(link: &TaskLink) -> Value {
    json!({ "to": link.to.as_str(), "kind": word(&link.kind) })
}

fn milestone(milestone: &Milestone) -> Value {
    json!({ "year": milestone.year, "value": number(milestone.value) })
}

fn baseline(baseline: &Baseline) -> Value {
    json!({
        "value": number(baseline.value),
        "numerator": maybe_number(baseline.numerator),
        "denominator": maybe_number(baseline.denominator),
        "as_of": baseline.as_of,
        "clause": baseline.clause,
    })
}

/// Phrase, kind and the kind's own fields side by side, as in the plan files.
fn schedule(schedule: &Schedule) -> Value {
    let around = json!({ "phrase": schedule.phrase, "inherited_from": schedule.inherited_from });
    joined(around, rule_json(&schedule.rule))
}

/// A rule with its kind and fields as in the plan files.
pub fn rule_json(rule: &Rule) -> Value {
    match rule {
        Rule::PeriodEnd { period } => json!({ "kind": "period_end", "period": period.to_string() }),
        _ => word(rule),
    }
}
