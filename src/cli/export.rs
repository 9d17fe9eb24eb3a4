//! `tiendo export`: reports as documents, every list as a table, due days for a calendar, the catalogue as data.

mod figures;
mod lists;
mod reports;

use super::Output;
use super::args::{Export, Format, ListName};
use super::context::Context;
use super::database::{bundled, model};
use super::due;
use super::error::CliError;
use super::lookup;
use super::outbox::Outbox;
use super::report::report_key;
use crate::app::model::Model;
use crate::domain::agenda::Horizon;
use crate::domain::catalog::Catalog;
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::plan::DocumentState;
use crate::domain::record::{Report, ReportKey};
use crate::export::json::catalog_json;
use crate::text::event::{Event, Standing};
use crate::text::fill_in::{file_name, fill_in};
use crate::text::parcel::{Body, File, Parcel};
use crate::text::report_paper::report_parcel;
use crate::text::sheet::Sheet;

pub(super) fn run(context: &Context, options: &Export) -> Result<Output, CliError> {
    if options.format == Format::Json {
        let bundle = bundled()?;
        let catalog = Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions);
        return Ok(Output::json(&catalog_json(&catalog)));
    }
    let mut model = model(context)?;
    if let Some(typed) = options.agency.as_deref().filter(|_| options.round.obligation.is_none()) {
        model.agency = due::agency(&model, typed)?;
    }
    let parcel = parcel(&model, options)?;
    let delivered =
        Outbox::open(options.out.as_deref(), &model.layout, model.demo).put(&parcel, context.now());
    let delivered = delivered.map_err(|error| CliError::Undelivered(Box::new(error)))?;
    Ok(Output::good(format!("{}\n", context.lang.delivered(&delivered))))
}

fn parcel(model: &Model, options: &Export) -> Result<Parcel, CliError> {
    match options.format {
        Format::Ics => calendar(model),
        Format::Docx | Format::Html | Format::Txt => document(model, options),
        _ if options.form => forms(model, options),
        _ => {
            let list = options.list.ok_or_else(|| CliError::Refused(model.lang.which_list().to_owned()))?;
            let sheet = list_sheet(model, options, list)?;
            let name = Parcel::name_of(&sheet.name);
            let files = vec![table_file(&name, options.format, vec![sheet])];
            Ok(Parcel { folder: name, files })
        }
    }
}

/// One file of a workbook, or of the first of its sheets.
fn table_file(name: &str, format: Format, mut sheets: Vec<Sheet>) -> File {
    if format == Format::Csv && !sheets.is_empty() {
        return File { name: format!("{name}.csv"), body: Body::Csv(sheets.swap_remove(0)) };
    }
    File { name: format!("{name}.xlsx"), body: Body::Xlsx(sheets) }
}

/// The report as the one document that was asked for.
fn document(model: &Model, options: &Export) -> Result<Parcel, CliError> {
    let key = key(model, options)?;
    let report = model.report_of(&key).unwrap_or_else(|| Report::blank(&key));
    let paper =
        model.report_paper(&report).ok_or_else(|| CliError::Refused(model.words().report_gone.to_owned()))?;
    let mut parcel = report_parcel(&model.catalog, &key, &paper);
    let wanted = |file: &File| {
        matches!(
            (&file.body, options.format),
            (Body::Docx(_), Format::Docx) | (Body::Html(_), Format::Html) | (Body::Plain(_), Format::Txt)
        )
    };
    parcel.files.retain(wanted);
    Ok(parcel)
}

fn key(model: &Model, options: &Export) -> Result<ReportKey, CliError> {
    report_key(model, &options.round, options.agency.as_deref())
}

/// The table to fill in of one agency, or with `--agency all` of each that owes the report.
fn forms(model: &Model, options: &Export) -> Result<Parcel, CliError> {
    let all = options.agency.as_deref().map(|typed| due::agency(model, typed)).transpose()? == Some(None);
    let keys = if all { reports::owing(model, options)? } else { vec![key(model, options)?] };
    let mut files = Vec::new();
    for key in &keys {
        let mut sheets = fill_in(&model.catalog, key, model.day(), model.lang);
        let name = file_name(&model.catalog, key);
        if options.format == Format::Csv {
            let texts = sheets.split_off(1);
            files.push(table_file(&format!("{name}-noi-dung"), Format::Csv, texts));
        }
        files.push(table_file(&name, options.format, sheets));
    }
    let folder = keys.first().map(|key| format!("bang-so-lieu-{}-{}", key.obligation.local(), key.period));
    Ok(Parcel { folder: folder.unwrap_or_else(|| "bang-so-lieu".to_owned()), files })
}

fn list_sheet(model: &Model, options: &Export, list: ListName) -> Result<Sheet, CliError> {
    let plan = plan(model, options)?;
    match list {
        ListName::Tasks => Ok(lists::tasks(model, plan.as_ref())),
        ListName::Targets => Ok(lists::targets(model, plan.as_ref())),
        ListName::Due => Ok(lists::due(model, plan)),
        ListName::Agencies => Ok(lists::agencies(model)),
        ListName::Stats => Ok(lists::statistics(model, plan)),
        ListName::Reports => reports::sheet(model, options, plan.as_ref()),
        ListName::Figures => figures::sheet(model, options, plan.as_ref()),
    }
}

fn plan(model: &Model, options: &Export) -> Result<Option<PlanId>, CliError> {
    let plan = options.plan.as_deref().map(|typed| lookup::plan(&model.catalog, typed)).transpose()?;
    Ok(plan.map(|plan| plan.id.clone()))
}

/// The due days of the agency in the year of today, each under a name that stays the same.
fn calendar(model: &Model) -> Result<Parcel, CliError> {
    let agency =
        model.agency.clone().ok_or_else(|| CliError::Refused(model.lang.no_own_agency("--agency")))?;
    let items = due::items(model, None, Horizon::Year);
    let events = items.iter().filter_map(|item| {
        let day = item.extended_to.or(item.due.map(|due| due.due_last))?;
        let (kind, id) = due::kind_and_id(&item.kind);
        let period = item.kind.period().map(|period| format!("-{period}")).unwrap_or_default();
        let plan = model.catalog.plan(&item.plan);
        let short = plan.map_or("", |plan| plan.short.as_str());
        let draft = plan.is_some_and(|plan| plan.state == DocumentState::Draft);
        Some(Event {
            uid: format!("{kind}-{id}{period}-{agency}"),
            summary: if draft {
                model.lang.of_draft(&model.agenda_title(item))
            } else {
                model.agenda_title(item)
            },
            description: format!("{short}, {}\n{}", item.clause, item.title),
            day,
            sequence: u32::from(item.extended_to.is_some()),
            // What is not owed yet does not ring.
            alarms: if draft { Vec::new() } else { vec![7, 1] },
            standing: if draft { Standing::Tentative } else { Standing::Confirmed },
        })
    });
    let name = format!("han-{}", short_name(model, &agency));
    let file = File { name: format!("{name}.ics"), body: Body::Ics(events.collect()) };
    Ok(Parcel { folder: name, files: vec![file] })
}

fn short_name(model: &Model, agency: &AgencyId) -> String {
    model.catalog.short_name(agency).to_owned()
}
