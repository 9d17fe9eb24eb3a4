//! Raw entries that passed every check, as domain types.

use toml::Spanned;

use super::fault::Faults;
use super::raw;
use super::raw::Text;
use super::schedule;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::indicator::{Baseline, Milestone, Target};
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::{Citation, Clause, Plan, PlanText, Recipient, Signer};
use crate::domain::schedule::{Rule, Schedule};
use crate::domain::task::{RoleOf, Task, TaskLink};

/// The plan; `None` without a head.
pub(super) fn plan(raw: &raw::Plan) -> Option<Plan> {
    let head = raw.head.as_ref()?.get_ref();
    let id = PlanId::new(head.id.get_ref());
    Some(Plan {
        source: text(&head.source),
        short: text(&head.short),
        province: text(&head.province),
        issuer: agency(&head.issuer),
        number: maybe(&head.number),
        issued_on: head.issued_on.map(|day| day.0),
        year: head.year,
        kind: head.kind,
        state: *head.state.get_ref(),
        title: text(&head.title),
        signer: head.signer.as_ref().map(signer),
        text: PlanText {
            citations: raw.citations.iter().map(citation).collect(),
            recipients: raw.recipients.iter().map(recipient).collect(),
            clauses: raw.clauses.iter().map(clause).collect(),
        },
        targets: raw.targets.iter().map(|raw| target(&id, raw)).collect(),
        tasks: raw.tasks.iter().map(|raw| task(&id, raw)).collect(),
        obligations: raw.obligations.iter().map(|raw| obligation(&id, raw)).collect(),
        id,
    })
}

fn text(raw: &Text) -> String {
    raw.get_ref().clone()
}

fn maybe(raw: &Option<Text>) -> Option<String> {
    raw.as_ref().map(text)
}

fn agency(raw: &Text) -> AgencyId {
    AgencyId::new(raw.get_ref())
}

fn agencies(raw: &[Text]) -> Vec<AgencyId> {
    raw.iter().map(agency).collect()
}

fn item(plan: &PlanId, raw: &Text) -> ItemId {
    let id = raw.get_ref();
    if id.contains('/') { ItemId::new(id) } else { ItemId::within(plan, id) }
}

fn signer(raw: &raw::Signer) -> Signer {
    Signer {
        name: text(&raw.name),
        position: text(&raw.position),
        authority: text(&raw.authority),
        signed: *raw.signed.get_ref(),
    }
}

fn citation(raw: &raw::Citation) -> Citation {
    Citation {
        number: maybe(&raw.number),
        issued_on: raw.issued_on.map(|day| day.0),
        issuer: raw.issuer.as_ref().map(agency),
        title: text(&raw.title),
        relation: raw.relation,
        clause: maybe(&raw.clause),
    }
}

fn recipient(raw: &raw::Recipient) -> Recipient {
    Recipient { agency: raw.agency.as_ref().map(agency), as_printed: text(&raw.as_printed) }
}

fn clause(raw: &raw::Clause) -> Clause {
    Clause {
        path: text(&raw.path),
        heading: text(&raw.heading),
        lines: *raw.lines.get_ref(),
        note: maybe(&raw.note),
    }
}

fn target(plan: &PlanId, raw: &raw::Target) -> Target {
    Target {
        id: item(plan, &raw.id),
        clause: text(&raw.clause),
        indicator: text(&raw.indicator),
        short: text(&raw.short),
        comparator: *raw.comparator.get_ref(),
        comparator_words: text(&raw.comparator_words),
        value: raw.value.as_ref().map(|value| *value.get_ref()),
        value_high: raw.value_high.as_ref().map(|value| *value.get_ref()),
        unit: maybe(&raw.unit).unwrap_or_default(),
        per: maybe(&raw.per),
        population: maybe(&raw.population).unwrap_or_default(),
        year: raw.year,
        year_from: maybe(&raw.year_from),
        milestones: raw.milestones.iter().map(Spanned::get_ref).map(milestone).collect(),
        baseline: raw.baseline.as_ref().map(baseline),
        parent: raw.parent.as_ref().map(|parent| item(plan, parent)),
        responsible: agencies(&raw.responsible),
        note: maybe(&raw.note),
    }
}

fn milestone(raw: &raw::Milestone) -> Milestone {
    Milestone { year: raw.year, value: *raw.value.get_ref() }
}

fn baseline(raw: &raw::Baseline) -> Baseline {
    let number = |field: &Option<raw::Number>| field.as_ref().map(|value| *value.get_ref());
    Baseline {
        value: *raw.value.get_ref(),
        numerator: number(&raw.numerator),
        denominator: number(&raw.denominator),
        as_of: raw.as_of.map(|day| day.0),
        clause: text(&raw.clause),
    }
}

fn task(plan: &PlanId, raw: &raw::Task) -> Task {
    let role = |raw: &raw::RoleOf| RoleOf { agency: agency(&raw.agency), role: raw.role };
    let link = |raw: &raw::Link| TaskLink { to: item(plan, &raw.to), kind: raw.kind };
    Task {
        id: item(plan, &raw.id),
        clause: text(&raw.clause),
        kind: raw.kind,
        title: text(&raw.title),
        roles: raw.roles.iter().map(role).collect(),
        schedule: schedule(&raw.schedule),
        links: raw.links.iter().map(link).collect(),
        note: maybe(&raw.note),
    }
}

fn obligation(plan: &PlanId, raw: &raw::Obligation) -> ReportingObligation {
    ReportingObligation {
        id: item(plan, &raw.id),
        clause: text(&raw.clause),
        kind: raw.kind,
        title: text(&raw.title),
        reporters: agencies(&raw.reporters),
        recipient: agency(&raw.recipient),
        also_to: agencies(&raw.also_to),
        via: raw.via.as_ref().map(agency),
        prepared_by: raw.prepared_by.as_ref().map(agency),
        consumes: raw.consumes.iter().map(|id| item(plan, id)).collect(),
        schedule: schedule(&raw.schedule),
        content: raw.content.clone(),
        note: maybe(&raw.note),
    }
}

/// A schedule that is left out says nothing about time.
fn schedule(raw: &Option<Spanned<raw::Schedule>>) -> Schedule {
    let Some(raw) = raw else {
        return Schedule { phrase: String::new(), rule: Rule::Unspecified, inherited_from: None };
    };
    Schedule {
        phrase: text(&raw.get_ref().phrase),
        rule: schedule::rule(raw, &mut Faults::default()).unwrap_or(Rule::Unspecified),
        inherited_from: maybe(&raw.get_ref().inherited_from),
    }
}
