//! `tiendo targets`: where every value aimed at started, stands and should be.

use serde_json::{Value, json};

use super::Output;
use super::args::Targets;
use super::context::Context;
use super::database;
use super::error::CliError;
use super::lookup;
use super::plans;
use super::table::Table;
use super::texts::texts;
use crate::app::model::Model;
use crate::domain::evaluation::{Evaluation, Verdict, Whose};
use crate::domain::ids::AgencyId;
use crate::domain::indicator::Target;
use crate::domain::plan::Plan;
use crate::text::date::format_date;
use crate::text::number::format_number;

pub(super) fn run(context: &Context, options: &Targets) -> Result<Output, CliError> {
    let model = database::model(context)?;
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let plans = model.catalog.plans.iter().filter(|other| plan.is_none_or(|plan| plan.id == other.id));
    let plans: Vec<&Plan> = plans.filter(|plan| !targets(&model, plan).is_empty()).collect();
    if options.json {
        let all = plans
            .iter()
            .flat_map(|plan| targets(&model, plan).iter().map(|target| data(&model, plan, target)));
        return Ok(Output::json(&all.collect()));
    }
    let parts: Vec<String> = plans
        .iter()
        .map(|plan| format!("{}\n{}", plans::heading(&model, plan), sheet(&model, plan, context.cells)))
        .collect();
    let none = || format!("{}\n", texts(context.lang).no_targets);
    Ok(Output::good(if parts.is_empty() { none() } else { parts.join("\n") }))
}

fn targets<'a>(model: &'a Model, plan: &Plan) -> &'a [Target] {
    model.catalog.targets(&plan.id)
}

fn sheet(model: &Model, plan: &Plan, cells: Option<usize>) -> String {
    let words = model.words();
    let mut table = Table::with_numbers(&[1, 2]);
    table.row([
        texts(model.lang).col_clause,
        words.col_baseline,
        words.col_actual,
        words.field_as_of,
        words.col_verdict,
        words.col_aim,
        words.col_target,
    ]);
    for target in targets(model, plan) {
        let evaluation = model.evaluate(plan, target);
        let percent = if target.unit == "%" { "%" } else { "" };
        let number = |value: f64| format!("{}{percent}", format_number(value));
        let actual = evaluation.actual;
        let whose = model.whose_figure(&evaluation).map_or(String::new(), |whose| format!(" ({whose})"));
        table.row([
            &target.clause,
            &target.baseline.as_ref().map_or_else(|| "–".to_owned(), |baseline| number(baseline.value)),
            &actual.map_or_else(|| "–".to_owned(), |actual| number(actual.value) + &whose),
            &actual.map_or_else(|| "–".to_owned(), |actual| format_date(actual.as_of)),
            model.lang.verdict(evaluation.verdict),
            &model.lang.aim(target),
            &target.indicator,
        ]);
    }
    table.render(cells)
}

fn data(model: &Model, plan: &Plan, target: &Target) -> Value {
    let mut data = json!({
        "plan": plan.id.as_str(),
        "clause": target.clause,
        "id": target.id.as_str(),
        "indicator": target.indicator,
        "comparator": target.comparator,
        "value": target.value,
        "value_high": target.value_high,
        "unit": Some(&target.unit).filter(|unit| !unit.is_empty()),
        "year": target.year,
        "baseline": target.baseline.as_ref().map(|start| json!({ "value": start.value, "as_of": start.as_of })),
    });
    let judged = evaluation(&model.evaluate(plan, target));
    if let (Value::Object(fields), Value::Object(more)) = (&mut data, judged) {
        fields.extend(more);
    }
    data
}

fn evaluation(found: &Evaluation) -> Value {
    json!({
        "actual": found.actual.map(|actual| json!({
            "value": actual.value,
            "as_of": actual.as_of,
            "quality": actual.quality,
            "numerator": actual.numerator,
            "denominator": actual.denominator,
        })),
        "whose": found.whose.as_ref().map(whose),
        "expected_at_actual": found.expected_at_actual,
        "expected_today": found.expected_today,
        "gap": found.gap,
        "planned_per_year": found.planned_per_year,
        "pace_per_year": found.pace_per_year,
        "needed_per_year": found.needed_per_year,
        "forecast": found.forecast,
        "progress": found.progress,
        "verdict": word(found.verdict),
    })
}

/// Whose figure it is: of the whole, of one agency, or of all that are in the sum.
fn whose(whose: &Whose) -> Value {
    let ids = |ids: &[AgencyId]| ids.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
    match whose {
        Whose::Whole(agency) => json!({ "kind": "whole", "of": ids(std::slice::from_ref(agency)) }),
        Whose::One(agency) => json!({ "kind": "one_agency", "of": ids(std::slice::from_ref(agency)) }),
        Whose::Sum { of, not_added } => {
            json!({ "kind": "sum", "of": ids(of), "not_added": ids(not_added) })
        }
    }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::Ahead => "ahead",
        Verdict::OnTrack => "on_track",
        Verdict::SlightlyBehind => "slightly_behind",
        Verdict::Behind => "behind",
        Verdict::AboveRange => "above_range",
        Verdict::Missed => "missed",
        Verdict::NoClosingFigure => "no_closing_figure",
        Verdict::NotDueYet => "not_due_yet",
        Verdict::NoBaseline => "no_baseline",
        Verdict::NoYear => "no_year",
        Verdict::NoFigure => "no_figure",
        Verdict::InWords => "in_words",
    }
}
