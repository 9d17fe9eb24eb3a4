//! A report as a document under Nghị định 30/2020/NĐ-CP: from its texts, figures and entries to paper.
//!
//! Documents are in Vietnamese, whatever the language of the screen. Knows no layout and no file format.

use chrono::{Datelike, NaiveDate};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::{Enclosed, Report, ReportKey};
use crate::domain::schedule::Rule;
use crate::text::date::format_date;
use crate::text::letterhead::{letterhead, office_name};
use crate::text::paper::{IssueDate, Kind, Paper, Recipients};
use crate::text::parcel::{Body, File, Parcel};
use crate::text::words::Lang;

mod body;

/// The document; `None` for an obligation or an agency that is gone.
///
/// `enclosed` goes with it: as it was frozen, or as it would be now. `today` dates what has no dispatch yet.
pub fn report_paper(
    catalog: &Catalog,
    report: &Report,
    enclosed: &Enclosed,
    today: NaiveDate,
) -> Option<Paper> {
    let (plan, obligation) = catalog.obligation(&report.obligation)?;
    let agency = catalog.agency(&report.agency)?;
    let day = report.sent_at.map_or(today, |at| at.date_naive());
    let (number, symbol, date) = dispatch(report, day);
    let writer = body::Writer { catalog, plan, obligation, agency, report, enclosed };
    let subject = subject(catalog, plan, obligation, report);
    let kind = Kind::Named { title: "Báo cáo".to_owned(), subject };
    let open = letterhead(agency, kind, day);
    Some(Paper {
        number,
        symbol: symbol.unwrap_or(open.symbol),
        date,
        addressees: addressees(catalog, obligation),
        body: writer.body(),
        recipients: recipients(catalog, plan, obligation, agency),
        annexes: writer.annexes(),
        ..open
    })
}

/// The document as .docx, .html and .txt, in a folder named by the report.
pub fn report_parcel(catalog: &Catalog, key: &ReportKey, paper: &Paper) -> Parcel {
    let agency = catalog.short_name(&key.agency);
    let file = |ending: &str, body| File { name: format!("bao-cao.{ending}"), body };
    Parcel {
        folder: format!("bao-cao-{agency}-{}-{}", key.obligation.local(), key.period),
        files: vec![
            file("docx", Body::Docx(Box::new(paper.clone()))),
            file("html", Body::Html(Box::new(paper.clone()))),
            file("txt", Body::Plain(Box::new(paper.clone()))),
        ],
    }
}

/// Number, sign and date: those of the dispatch, else room for them and the month.
fn dispatch(report: &Report, day: NaiveDate) -> (Option<u32>, Option<String>, IssueDate) {
    let Some(issued) = &report.issued else {
        return (None, None, IssueDate::Month(day.month(), day.year()));
    };
    let (number, symbol) = match issued.number.split_once('/') {
        Some((number, symbol)) => (number.trim().parse().ok(), Some(symbol.trim().to_owned())),
        None => (issued.number.trim().parse().ok(), None),
    };
    (number, symbol, IssueDate::Day(issued.dated))
}

fn subject(catalog: &Catalog, plan: &Plan, obligation: &ReportingObligation, report: &Report) -> String {
    if matches!(obligation.schedule.rule, Rule::Conditional { .. }) {
        return obligation.title.clone();
    }
    let period = Lang::Vi.period(report.period);
    format!("Kết quả thực hiện {} {period}", plan_name(catalog, plan))
}

/// "Kế hoạch số 165/KH-UBND ngày 16/07/2024 của UBND tỉnh".
fn plan_name(catalog: &Catalog, plan: &Plan) -> String {
    match (&plan.number, plan.issued_on) {
        (Some(number), Some(day)) => {
            let issuer = name(catalog, &plan.issuer);
            format!("Kế hoạch số {number} ngày {} của {issuer}", format_date(day))
        }
        _ => plan.title.clone(),
    }
}

fn name(catalog: &Catalog, id: &AgencyId) -> String {
    catalog.agency(id).map_or_else(|| id.to_string(), office_name)
}

fn addressees(catalog: &Catalog, obligation: &ReportingObligation) -> Vec<String> {
    let recipient = name(catalog, &obligation.recipient);
    let first = match &obligation.via {
        Some(via) => format!("{recipient} (qua {})", name(catalog, via)),
        None => recipient,
    };
    std::iter::once(first).chain(obligation.also_to.iter().map(|id| name(catalog, id))).collect()
}

/// Copies: who issued the plan and gets it by the plan itself, unless it is addressed; then the heads of the agency.
fn recipients(
    catalog: &Catalog,
    plan: &Plan,
    obligation: &ReportingObligation,
    agency: &Agency,
) -> Recipients {
    let addressed =
        |id: &AgencyId| *id == obligation.recipient || obligation.also_to.contains(id) || *id == agency.id;
    let above = [Some(&plan.issuer), obligation.via.as_ref(), obligation.prepared_by.as_ref()];
    let listed = plan.recipients.iter().filter_map(|line| line.agency.as_ref());
    let mut copies: Vec<&AgencyId> = above.into_iter().flatten().collect();
    copies.extend(
        listed.filter(|id| catalog.agency(id).is_some_and(|a| a.kind == AgencyKind::ProvincialCommittee)),
    );
    copies.retain(|id| !addressed(id));
    let mut seen = std::collections::BTreeSet::new();
    copies.retain(|id| seen.insert((*id).clone()));
    let mut copies: Vec<String> =
        copies.into_iter().map(|id| format!("{} (b/c)", catalog.short_name(id))).collect();
    copies.push(format!("Lãnh đạo {}", agency.short));
    Recipients { copies, drafting_unit: String::new() }
}

#[cfg(test)]
mod tests;
