//! The figures of reports, as a table: each agency's word on each indicator.

use super::lists::{figure, number, text, word};
use crate::app::model::Model;
use crate::cli::args::Export;
use crate::cli::due::full_name;
use crate::cli::error::CliError;
use crate::cli::{rounds, texts::texts};
use crate::domain::enclosure::enclosed;
use crate::domain::evaluation::scale_of;
use crate::domain::ids::PlanId;
use crate::domain::record::{Report, ReportQuery, ReportedFigure};
use crate::text::figure::quality_text;
use crate::text::fill_in::{AS_OF, DENOMINATOR, NUMERATOR, QUALITY, TARGET, VALUE};
use crate::text::sheet::{Cell, Column, Kind, Sheet};

/// Of one obligation every agency's; without one those of the agency that is shown, in all its reports.
pub(super) fn sheet(model: &Model, options: &Export, plan: Option<&PlanId>) -> Result<Sheet, CliError> {
    let only = rounds::obligation(model, None, &options.round)?.map(|found| &found.id);
    let period = rounds::period(model, &options.round)?;
    let (words, texts) = (model.words(), texts(model.lang));
    let head = |field: crate::text::fill_in::Field| model.lang.pick(field.names[0], field.names[1]);
    let mut sheet = Sheet::new(
        words.part_figures,
        vec![
            text(texts.col_id, 26),
            text(words.col_agency, 40),
            text(texts.col_period, 10),
            text(texts.state, 14),
            text(head(TARGET), 28),
            text(words.col_target, 50),
            number(head(NUMERATOR)),
            number(head(DENOMINATOR)),
            number(head(VALUE)),
            text(texts.col_unit, 14),
            Column::new(head(AS_OF), Kind::Day),
            text(head(QUALITY), 12),
        ],
    );
    let wanted = match only {
        Some(only) => ReportQuery { period, ..ReportQuery::under(only) },
        None => ReportQuery { agency: model.agency.clone(), period, ..ReportQuery::default() },
    };
    let heads = model.catalog.shelf().heads(&wanted).into_iter();
    let heads = heads.filter(|head| plan.is_none_or(|plan| *plan == head.obligation.plan()));
    for report in heads.filter_map(|head| model.report_of(&head.key())) {
        let enclosed = enclosed(&model.catalog, &report, model.day());
        sheet.rows.extend(enclosed.figures.iter().filter_map(|figure| row(model, &report, figure)));
    }
    Ok(sheet)
}

fn row(model: &Model, report: &Report, given: &ReportedFigure) -> Option<Vec<Cell>> {
    let (_, target) = model.catalog.target(&given.target)?;
    Some(vec![
        word(report.obligation.as_str()),
        word(full_name(model, &report.agency)),
        word(report.period.to_string()),
        word(model.lang.report_state(report.state)),
        word(target.id.as_str()),
        word(&target.indicator),
        figure(given.numerator),
        figure(given.denominator),
        figure(given.figure(scale_of(&target.unit))),
        word(&target.unit),
        Cell::Day(given.as_of),
        word(quality_text(given.quality, model.lang)),
    ])
}
