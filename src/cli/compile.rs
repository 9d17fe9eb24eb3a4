//! `tiendo compile`: what can be compiled, and the files of one compiled report.

use serde_json::{Value, json};

use super::args::Compile;
use super::context::Context;
use super::error::CliError;
use super::outbox::Outbox;
use super::table::Table;
use super::texts::texts;
use super::{Output, database, due, lookup, rounds};
use crate::app::model::Model;
use crate::app::screens::compile::{CompileRound, Workbench};
use crate::domain::compilation::SECTIONS;
use crate::domain::record::ReportState;

pub(super) fn run(context: &Context, options: &Compile) -> Result<Output, CliError> {
    let mut model = database::model(context)?;
    let agency = options.agency.as_deref().map(|typed| due::agency(&model, typed)).transpose()?.flatten();
    if options.agency.is_some() {
        model.agency = agency;
    }
    let rounds = matching(&model, options)?;
    if options.out.is_none() && !options.write {
        return Ok(if options.json {
            list_json(&model, &rounds)
        } else {
            Output::good(list(&model, &rounds, context.cells))
        });
    }
    let [round] = rounds.as_slice() else {
        return Err(CliError::Refused(format!(
            "{}\n{}",
            context.lang.which_compiled(rounds.len()),
            list(&model, &rounds, context.cells)
        )));
    };
    let bench =
        model.workbench(&round.key).ok_or_else(|| CliError::Refused(context.lang.which_compiled(0)))?;
    let parcel = model.compiled_parcel(&bench);
    let parcel = parcel.ok_or_else(|| CliError::Refused(context.lang.which_compiled(0)))?;
    let delivered =
        Outbox::open(options.out.as_deref(), &model.layout, model.demo).put(&parcel, context.now());
    let delivered = delivered.map_err(|failed| CliError::Undelivered(Box::new(failed)))?;
    if options.json {
        let mut data = bench_json(&model, &bench);
        data["folder"] = delivered.folder.into();
        data["files"] = delivered.files.into();
        return Ok(Output::json(&data));
    }
    Ok(Output::good(format!("{}\n", context.lang.delivered(&delivered))))
}

fn matching(model: &Model, options: &Compile) -> Result<Vec<CompileRound>, CliError> {
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    let obligation = rounds::obligation(model, plan, &options.round)?;
    let period = rounds::period(model, &options.round)?;
    let mut rounds = model.compile_rounds();
    rounds.retain(|round| {
        obligation.is_none_or(|obligation| obligation.id == round.key.obligation)
            && plan.is_none_or(|plan| plan.id == round.key.obligation.plan())
            && period.is_none_or(|period| period == round.key.period)
    });
    Ok(rounds)
}

fn list(model: &Model, rounds: &[CompileRound], cells: Option<usize>) -> String {
    if rounds.is_empty() {
        return format!("{}\n", texts(model.lang).nothing_compiled);
    }
    let mut table = Table::default();
    for round in rounds {
        let due = round.due.map(|due| model.lang.day_short(due.due_last)).unwrap_or_default();
        let name = model.report_name(&round.key.obligation, round.key.period);
        table.row([
            round.key.obligation.as_str(),
            &round.key.period.to_string(),
            &due,
            &format!("{}/{}", round.arrived, round.total),
            &name,
        ]);
    }
    table.render(cells)
}

fn list_json(model: &Model, rounds: &[CompileRound]) -> Output {
    let rounds = rounds.iter().filter_map(|round| {
        let bench = model.workbench(&round.key)?;
        let mut data = bench_json(model, &bench);
        data["due_last"] = json!(round.due.map(|due| due.due_last));
        Some(data)
    });
    Output::json(&rounds.collect())
}

fn bench_json(model: &Model, bench: &Workbench) -> Value {
    let names = |ids: &mut dyn Iterator<Item = &crate::domain::ids::AgencyId>| -> Value {
        ids.map(|id| due::full_name(model, id)).collect()
    };
    let sections = SECTIONS.map(|section| {
        let pieces = bench.choice.composed(section, &bench.paragraphs);
        let pieces = pieces.iter().map(|piece| {
            let sources = &mut piece.sources.iter().map(|source| &source.report.agency);
            json!({ "text": piece.text, "rewritten": piece.rewritten, "sources": names(sources) })
        });
        json!({ "section": section, "paragraphs": pieces.collect::<Value>() })
    });
    let figures = bench.figures.iter().map(|figure| {
        json!({
            "target": figure.target.as_str(),
            "value": figure.value,
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "sources": figure.given.len(),
            "not_added": names(&mut figure.not_added.iter()),
        })
    });
    json!({
        "obligation": bench.key.obligation.as_str(),
        "period": bench.key.period.to_string(),
        "agency": due::full_name(model, &bench.key.agency),
        "arrived": names(&mut bench.gathering.arrived.iter().map(|arrived| &arrived.agency)),
        "missing": names(&mut bench.gathering.missing.iter()),
        "late": names(&mut bench.gathering.late.iter().map(|arrived| &arrived.agency)),
        "sent": bench.gathering.closed.is_some_and(ReportState::is_sent),
        "sections": sections,
        "figures": figures.collect::<Value>(),
    })
}
