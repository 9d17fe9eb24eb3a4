//! A report as a document under Nghị định 30/2020/NĐ-CP: from its texts, figures and entries to paper.
//!
//! Documents are in Vietnamese, whatever the language of the screen. Knows no layout and no file format.

use chrono::{Datelike, NaiveDate};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::indicator::Target;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::{Enclosed, Report, ReportKey};
use crate::domain::schedule::{Period, Rule};
use crate::text::cited::{agency_in_full, is_above, plan_in_full};
use crate::text::compiled::Compiled;
use crate::text::letterhead::{letterhead, office_name};
use crate::text::paper::{IssueDate, Kind, Paper, Recipients};
use crate::text::parcel::{Body, File, Parcel};
use crate::text::words::Lang;

mod annexes;
mod body;

/// A report with what goes with it.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// Its texts.
    pub report: &'a Report,
    /// Its figures and entries: as they were frozen, or as they would be now.
    pub enclosed: &'a Enclosed,
    /// The figure of the period before, in the target's unit.
    pub before: &'a dyn Fn(&Target) -> Option<f64>,
    /// What it was compiled of; `None`: it was not.
    pub compiled: Option<&'a Compiled<'a>>,
}

/// The document; `None` for an obligation or an agency that is gone.
///
/// `today` dates what has no dispatch yet.
pub fn report_paper(catalog: &Catalog, written: &Written<'_>, today: NaiveDate) -> Option<Paper> {
    let report = written.report;
    let (plan, obligation) = catalog.obligation(&report.obligation)?;
    let agency = catalog.agency(&report.agency)?;
    let day = report.sent_at.map_or(today, |at| at.date_naive());
    let (number, symbol, date) = dispatch(report, day);
    let compiled = written.compiled.map(Compiled::annexes).unwrap_or_default();
    let writer = body::Writer { catalog, plan, obligation, agency, written };
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
        annexes: writer.annexes().into_iter().chain(compiled).collect(),
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
    match obligation.schedule.rule {
        Rule::Conditional { .. } => obligation.title.clone(),
        _ => results_of(catalog, plan, report.period),
    }
}

/// "Kết quả năm 2026 thực hiện Kế hoạch số 165/KH-UBND ngày 16/7/2024 của Ủy ban nhân dân tỉnh Lạng Sơn".
pub(super) fn results_of(catalog: &Catalog, plan: &Plan, period: Period) -> String {
    format!("Kết quả {} thực hiện {}", Lang::Vi.period(period), plan_in_full(catalog, plan))
}

/// "Kính gửi": who gets it by the plan, and through whom.
pub(super) fn addressees(catalog: &Catalog, obligation: &ReportingObligation) -> Vec<String> {
    let recipient = agency_in_full(catalog, &obligation.recipient);
    let first = match &obligation.via {
        Some(via) => format!("{recipient} (qua {})", agency_in_full(catalog, via)),
        None => recipient,
    };
    std::iter::once(first).chain(obligation.also_to.iter().map(|id| agency_in_full(catalog, id))).collect()
}

/// The last sentence: who stands above is asked for a decision, a desk for its work.
pub(super) fn closing(catalog: &Catalog, obligation: &ReportingObligation, agency: &Agency) -> String {
    let reader = obligation.via.as_ref().unwrap_or(&obligation.recipient);
    let above = catalog.agency(reader).is_some_and(|reader| is_above(reader, agency));
    let asked = if above { "xem xét, chỉ đạo" } else { "tổng hợp" };
    let reader = agency_in_full(catalog, reader);
    format!("Trên đây là báo cáo của {}, kính gửi {reader} {asked}.", office_name(agency))
}

/// Copies: who issued the plan and gets it by the plan itself, unless it is addressed; then the heads of the agency.
///
/// "(b/c)" stands behind those alone that are above the agency.
pub(super) fn recipients(
    catalog: &Catalog,
    plan: &Plan,
    obligation: &ReportingObligation,
    agency: &Agency,
) -> Recipients {
    let addressed =
        |id: &AgencyId| *id == obligation.recipient || obligation.also_to.contains(id) || *id == agency.id;
    let above = [Some(&plan.issuer), obligation.via.as_ref(), obligation.prepared_by.as_ref()];
    let listed = catalog.text(&plan.id).recipients.iter().filter_map(|line| line.agency.as_ref());
    let mut copies: Vec<&AgencyId> = above.into_iter().flatten().collect();
    copies.extend(
        listed.filter(|id| catalog.agency(id).is_some_and(|a| a.kind == AgencyKind::ProvincialCommittee)),
    );
    copies.retain(|id| !addressed(id));
    let mut seen = std::collections::BTreeSet::new();
    copies.retain(|id| seen.insert((*id).clone()));
    let copy = |id| match catalog.agency(id).is_some_and(|other| is_above(other, agency)) {
        true => format!("{} (b/c)", catalog.short_name(id)),
        false => catalog.short_name(id).to_owned(),
    };
    let mut copies: Vec<String> = copies.into_iter().map(copy).collect();
    copies.push(match agency.kind {
        AgencyKind::ProvincialCommittee => format!("CT, các PCT {}", agency.short),
        _ => format!("Lãnh đạo {}", agency.short),
    });
    Recipients { copies, drafting_unit: String::new() }
}

#[cfg(test)]
mod tests;
