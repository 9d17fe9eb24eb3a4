//! The catalogue as JSON: plans with everything read out of them, and the register.
//!
//! Agencies stand by their canonical names, days in ISO form, and what the text does not give as null.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::agency::{Agency, Membership};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::plan::{Citation, Clause, Plan, Recipient};
use crate::domain::succession::Succession;

mod items;

pub use items::rule_json;

/// Plans in the order of the catalogue, agencies in the order of the register.
pub fn catalog_json(catalog: &Catalog) -> Value {
    let names = Names(catalog);
    json!({
        "plans": catalog.plans.iter().map(|plan| names.plan(plan)).collect::<Vec<_>>(),
        "agencies": catalog.agencies().iter().map(|agency| names.agency(agency)).collect::<Vec<_>>(),
        "successions": catalog.successions().iter().map(|s| names.succession(s)).collect::<Vec<_>>(),
    })
}

/// Writes agencies by name.
struct Names<'c>(&'c Catalog);

impl Names<'_> {
    /// The canonical name, or the identifier of what the register does not know.
    fn name(&self, id: &AgencyId) -> Value {
        self.0.agency(id).map_or(id.as_str(), |agency| &agency.name).into()
    }

    fn maybe(&self, id: &Option<AgencyId>) -> Value {
        id.as_ref().map_or(Value::Null, |id| self.name(id))
    }

    fn all(&self, ids: &[AgencyId]) -> Value {
        ids.iter().map(|id| self.name(id)).collect()
    }

    fn plan(&self, plan: &Plan) -> Value {
        let (signer, text) = (plan.signer.as_ref(), self.0.text(&plan.id));
        json!({
            "id": plan.id.as_str(),
            "source": plan.source,
            "issuer": self.name(&plan.issuer),
            "province": plan.province,
            "number": plan.number,
            "issued_on": plan.issued_on,
            "state": word(&plan.state),
            "signer": signer,
            "legal_basis": text.citations.iter().map(|citation| self.citation(citation)).collect::<Value>(),
            "clauses": text.clauses.iter().map(clause).collect::<Value>(),
            "targets": self.0.targets(&plan.id).iter().map(|target| self.target(target)).collect::<Value>(),
            "tasks": self.0.tasks_of(&plan.id).iter().map(|task| self.task(task)).collect::<Value>(),
            "obligations": plan.obligations.iter().map(|owed| self.obligation(owed)).collect::<Value>(),
            "title": plan.title,
            "short": plan.short,
            "kind": word(&plan.kind),
            "year": plan.year,
            "recipients": text.recipients.iter().map(|line| self.recipient(line)).collect::<Value>(),
        })
    }

    fn citation(&self, citation: &Citation) -> Value {
        json!({
            "number": citation.number,
            "issued_on": citation.issued_on,
            "issuer": self.maybe(&citation.issuer),
            "title": citation.title,
            "relation": word(&citation.relation),
            "clause": citation.clause,
        })
    }

    fn recipient(&self, recipient: &Recipient) -> Value {
        json!({ "agency": self.maybe(&recipient.agency), "as_printed": recipient.as_printed })
    }

    fn agency(&self, agency: &Agency) -> Value {
        let group = agency.group.as_ref().map(|group| {
            let members = group.members.iter().map(|member| self.member(member)).collect::<Value>();
            json!({ "extent": word(&group.extent), "members": members })
        });
        json!({
            "name": agency.name,
            "id": agency.id.as_str(),
            "short": agency.short,
            "kind": word(&agency.kind),
            "province": agency.province,
            "order": agency.order,
            "aliases": agency.aliases,
            "valid_from": agency.valid_from,
            "valid_to": agency.valid_to,
            "group": group,
            "note": agency.note,
            "predecessors": self.0.predecessors(&agency.id).map(|s| self.succession(s)).collect::<Value>(),
            "successors": self.0.successors(&agency.id).map(|s| self.succession(s)).collect::<Value>(),
        })
    }

    fn succession(&self, succession: &Succession) -> Value {
        json!({
            "from": self.name(&succession.from),
            "from_id": succession.from.as_str(),
            "to": self.name(&succession.to),
            "to_id": succession.to.as_str(),
            "on": succession.on,
            "share": word(&succession.share),
            "functions": succession.functions,
            "source": succession.source,
            "certain": succession.certain,
        })
    }

    fn member(&self, member: &Membership) -> Value {
        json!({
            "agency": self.name(&member.agency),
            "valid_from": member.valid_from,
            "valid_to": member.valid_to,
        })
    }
}

fn clause(clause: &Clause) -> Value {
    json!({
        "path": clause.path,
        "heading": clause.heading,
        "lines": [clause.lines.0, clause.lines.1],
        "note": clause.note,
    })
}

/// The word that the plan files have for a value of an enum.
fn word(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

/// A whole number without a decimal point: 95, not 95.0.
fn number(value: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT { json!(value as i64) } else { json!(value) }
}

fn maybe_number(value: Option<f64>) -> Value {
    value.map_or(Value::Null, number)
}

/// A text that the plan does not give is absent, not empty.
fn maybe_text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { text.into() }
}

/// An object with the fields of `more` behind it.
fn joined(first: Value, more: Value) -> Value {
    let mut fields = Map::new();
    for part in [first, more] {
        if let Value::Object(part) = part {
            fields.extend(part);
        }
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests;
