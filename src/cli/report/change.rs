//! The steps of a report: submitted, sent, given back, received.

use serde_json::json;

use super::finding::finding_text;
use super::set::save;
use super::shown::data;
use super::which::{must_write, own, standing};
use crate::app::model::Model;
use crate::cli::Output;
use crate::cli::args::{ReceiveReport, ReturnReport, SendReport, Which};
use crate::cli::database::Desk;
use crate::cli::error::CliError;
use crate::domain::enclosure::enclosed;
use crate::domain::record::{Report, ReportState, Waiting};
use crate::domain::report::Finding;

/// `report submit`: the account is its author; what the checks find is told, and what blocks stops it.
pub(super) fn submit(desk: &mut Desk, which: &Which) -> Result<Output, CliError> {
    let key = which.key(&desk.model)?;
    must_write(&desk.model, &key)?;
    let report = standing(&desk.model, &key)?;
    if !report.state.is_open() {
        return Err(CliError::Refused(desk.model.lang.report_closed(report.state)));
    }
    let findings = desk.model.findings_of(&report);
    let told = told(&desk.model, &report, &findings);
    if findings.iter().any(Finding::blocks) {
        let text = format!("{told}{}\n", desk.model.lang.not_submitted());
        return Ok(match which.json {
            true => Output { good: false, ..with_findings(&desk.model, &report, &findings) },
            false => Output { text, good: false },
        });
    }
    let enclosed = enclosed(&desk.model.catalog, &report, desk.model.day());
    let author = Some(desk.model.user.clone());
    let report = Report { state: ReportState::AwaitingApproval, author, enclosed, ..report };
    let output = save(desk, report, which.json)?;
    Ok(match which.json {
        true => with_findings(&desk.model, &standing(&desk.model, &key)?, &findings),
        false => Output::good(told + &output.text),
    })
}

/// What the checks found, a line for each.
fn told(model: &Model, report: &Report, findings: &[Finding]) -> String {
    let sign = |finding: &Finding| if finding.blocks() { "x" } else { "!" };
    let line = |finding| format!("{} {}\n", sign(finding), finding_text(model, &report.key(), finding));
    findings.iter().map(line).collect()
}

/// The report as data, with what the checks found.
fn with_findings(model: &Model, report: &Report, findings: &[Finding]) -> Output {
    let findings = findings.iter().map(
        |finding| json!({ "blocks": finding.blocks(), "text": finding_text(model, &report.key(), finding) }),
    );
    let mut value = data(model, report);
    value["findings"] = findings.collect();
    Output::json(&value)
}

/// `report send`: approved by the account, or by whoever signed on paper.
pub(super) fn send(desk: &mut Desk, options: &SendReport) -> Result<Output, CliError> {
    let key = options.which.key(&desk.model)?;
    must_write(&desk.model, &key)?;
    let report = standing(&desk.model, &key)?;
    if report.state.waits_for() != Waiting::Approver {
        return Err(CliError::Refused(desk.model.lang.not_submitted_yet(report.state)));
    }
    let approved_by = options.approved_by.as_deref().unwrap_or(&desk.model.user).trim().to_owned();
    let report = desk.model.approved(report, &approved_by);
    save(desk, report, options.which.json)
}

/// `report return`: from the desk, or by the agency that was to approve it.
pub(super) fn give_back(desk: &mut Desk, options: &ReturnReport) -> Result<Output, CliError> {
    let key = options.which.key(&desk.model)?;
    let report = standing(&desk.model, &key)?;
    let state = match report.state.waits_for() {
        Waiting::Approver => {
            if options.acting.is_some() {
                desk.model.my_agency = Some(own(&desk.model, options.acting.as_deref(), "--as")?);
            }
            must_write(&desk.model, &key)?;
            ReportState::Draft
        }
        _ if report.state == ReportState::Returned => {
            return Err(CliError::Refused(desk.model.lang.returned_already(&report.remark)));
        }
        _ => {
            must_be_desk(desk, &report, options.acting.as_deref())?;
            ReportState::Returned
        }
    };
    let remark = options.remark.trim().to_owned();
    if remark.is_empty() {
        return Err(CliError::Refused(desk.model.words().remark_needed.to_owned()));
    }
    save(desk, Report { state, remark, ..report }, options.which.json)
}

/// `report receive`.
pub(super) fn receive(desk: &mut Desk, options: &ReceiveReport) -> Result<Output, CliError> {
    let key = options.which.key(&desk.model)?;
    let report = standing(&desk.model, &key)?;
    if report.state.waits_for() != Waiting::Desk {
        return Err(CliError::Refused(desk.model.lang.nothing_to_receive(report.state)));
    }
    must_be_desk(desk, &report, options.acting.as_deref())?;
    let received_at = Some(desk.now());
    save(desk, Report { state: ReportState::Received, received_at, ..report }, options.which.json)
}

/// Only the desk that receives a report takes it or gives it back.
fn must_be_desk(desk: &mut Desk, report: &Report, acting: Option<&str>) -> Result<(), CliError> {
    if !report.is_sent() {
        return Err(CliError::Refused(desk.model.words().step_not_sent.to_owned()));
    }
    desk.model.my_agency = Some(own(&desk.model, acting, "--as")?);
    if desk.model.is_desk_of(&report.obligation) {
        return Ok(());
    }
    let recipient = desk.model.catalog.obligation(&report.obligation);
    let recipient = recipient.map_or("", |(_, found)| {
        desk.model.catalog.short_name(found.via.as_ref().unwrap_or(&found.recipient))
    });
    Err(CliError::Refused(desk.model.lang.not_the_desk(recipient)))
}
