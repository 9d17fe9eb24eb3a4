//! `tiendo plan`: number and date of a draft, so that it counts from that day on.

use super::Output;
use super::args::{Plan, PlanChange};
use super::context::Context;
use super::database::Desk;
use super::error::CliError;
use super::lookup;
use crate::domain::decision::Ruling;
use crate::domain::plan::DocumentState;
use crate::text::date::{format_date, parse_date};

pub(super) fn run(context: &Context, options: &Plan) -> Result<Output, CliError> {
    let mut desk = Desk::open(context)?;
    let (lang, words) = (context.lang, context.lang.words());
    let plan = lookup::plan(&desk.model.catalog, &options.plan)?;
    if plan.state != DocumentState::Draft && !desk.model.catalog.was_draft(&plan.id) {
        return Err(CliError::Refused(format!("{}: {}", plan.short, words.not_a_draft)));
    }
    let today = desk.model.today();
    let (number, issued_on) = match options.change {
        PlanChange::Withdraw if plan.state == DocumentState::Draft => {
            return Err(CliError::Refused(format!("{}: {}", plan.short, words.never_issued)));
        }
        PlanChange::Withdraw => (String::new(), today),
        PlanChange::Issue => {
            if let Some((number, day)) = desk.model.catalog.settled().issue(&plan.id) {
                return Err(CliError::Refused(lang.issued_already(
                    &plan.short,
                    plan.id.as_str(),
                    number,
                    *day,
                )));
            }
            let number = options.number.as_deref().map(str::trim).filter(|number| !number.is_empty());
            let number = number.ok_or_else(|| CliError::Missing("--number"))?;
            let date = options.date.as_deref().ok_or_else(|| CliError::Missing("--date"))?;
            let date = parse_date(date, today).map_err(|error| CliError::BadDate("--date", error))?;
            if date > today {
                return Err(CliError::Refused(format!(
                    "--date {}: {}",
                    format_date(date),
                    words.future_date
                )));
            }
            if let Some(year) = plan.is_long_after(date) {
                return Err(CliError::Refused(lang.long_before_its_year(year)));
            }
            (number.to_owned(), date)
        }
    };
    let (id, short) = (plan.id.clone(), plan.short.clone());
    let ruling = Ruling::PlanIssued { plan: id.clone(), number: number.clone(), issued_on };
    desk.decide(ruling)?;
    let text = match options.change {
        PlanChange::Issue => lang.plan_issued(&short, &number, issued_on),
        PlanChange::Withdraw => lang.plan_withdrawn(&short),
    };
    Ok(Output::good(format!("{text}\n")))
}
