//! The steps of a report: to the one who approves it, to the desk, and into the desk's hands. F10 takes the next one.

use crate::domain::enclosure::enclosed;
use crate::domain::record::{Enclosed, Report, ReportState, Sealed, Waiting};
use crate::domain::report::Finding;
use crate::domain::terms::Terms;

use super::super::super::deal::Deal;
use super::super::super::line::{Line, Tone};
use super::super::super::model::Model;
use super::super::super::overlay::{OnYes, Overlay, Question};
use super::super::reports::ReportKey;
use super::Step;

impl Model {
    /// Asks before the next step of the open report; what blocks it is shown instead.
    pub(super) fn ask_for_step(&mut self) {
        let Some(form) = &self.report else { return };
        let (key, state) = (form.key.clone(), form.saved.state);
        match state.waits_for() {
            Waiting::Author | Waiting::Approver if form.only_read => self.say_closed(&key, state),
            Waiting::Author => self.ask_to_submit(),
            Waiting::Approver if form.saved.author.as_ref() == Some(&self.user) => {
                self.open_deal_form(&Deal::PaperApproval(key));
            }
            Waiting::Approver => {
                let step = Step::Send(self.user.clone());
                let advice = self.advice(&self.report_findings());
                self.ask_about(self.words().approve_title, self.words().approve_question, step, advice);
            }
            Waiting::Desk if !form.saved.is_on_paper() && self.is_desk_of(&key.obligation) => {
                self.ask_about(
                    self.words().receive_title,
                    self.words().receive_question,
                    Step::Receive,
                    Vec::new(),
                );
            }
            Waiting::Desk | Waiting::Nobody => self.say_closed(&key, state),
        }
    }

    /// Whether this user can take the next step of the open report.
    pub fn can_step(&self) -> bool {
        self.report.as_ref().is_some_and(|form| match form.saved.state.waits_for() {
            Waiting::Author | Waiting::Approver => !form.only_read,
            Waiting::Desk => !form.saved.is_on_paper() && self.is_desk_of(&form.key.obligation),
            Waiting::Nobody => false,
        })
    }

    fn ask_to_submit(&mut self) {
        let findings = self.report_findings();
        let words = self.words();
        if let Some(finding) = findings.iter().find(|finding| finding.blocks()) {
            if let Some(form) = &mut self.report {
                form.show(finding);
            }
            let text = self.finding_text(finding);
            self.say(Tone::Bad, format!("{} {text}", words.cannot_send));
            return;
        }
        let advice = self.advice(&findings);
        self.ask_about(words.submit_title, words.submit_question, Step::Submit, advice);
    }

    /// What should be looked at once more before a step.
    fn advice(&self, findings: &[Finding]) -> Vec<Line> {
        findings
            .iter()
            .map(|finding| Line::of(Tone::Warn, format!("! {}", self.finding_text(finding))))
            .collect()
    }

    fn ask_about(&mut self, title: &'static str, question: &'static str, step: Step, advice: Vec<Line>) {
        let mut lines = self.report_summary();
        lines.extend(advice);
        lines.push(Line::plain(question));
        let question = Question::new(title, lines, OnYes::StepReport(step));
        self.overlays.push(Overlay::Question(Box::new(question)));
    }

    /// Takes a step that was agreed to.
    pub(in crate::app) fn step_report(&mut self, step: Step) {
        // What goes on is not typed into.
        if let Some(form) = &mut self.report {
            form.typing = false;
        }
        self.save_report(step);
    }

    /// The report as it stands after a step.
    pub(super) fn stepped(&self, report: Report, step: Step) -> Report {
        match step {
            Step::Keep => report,
            Step::Submit => Report {
                state: ReportState::AwaitingApproval,
                author: Some(self.user.clone()),
                enclosed: self.enclosed(),
                ..report
            },
            Step::Send(approved_by) => self.approved(report, &approved_by),
            Step::Receive => {
                Report { state: ReportState::Received, received_at: Some(self.now.instant), ..report }
            }
        }
    }

    /// A report as it is sent, with what is asked for as it stands now.
    pub fn approved(&self, report: Report, approved_by: &str) -> Report {
        let terms = Terms::of(&self.catalog, &self.calendar, &report.key());
        let sealed = Some(Sealed::asked(approved_by, terms));
        Report { state: ReportState::Sent, sealed, ..report }
    }

    /// Why a report cannot be changed.
    pub(in crate::app) fn say_closed(&mut self, key: &ReportKey, state: ReportState) {
        let words = self.words();
        let why = match state {
            ReportState::Sent | ReportState::Received => words.report_is_sent.to_owned(),
            _ if !self.may_write(key) => self.lang.report_of_another(self.catalog.short_name(&key.agency)),
            _ => words.report_awaits_approval.to_owned(),
        };
        self.say(Tone::Warn, why);
    }

    /// The entries and figures of the period as they are now, to be frozen with the report.
    fn enclosed(&self) -> Enclosed {
        let Some(form) = &self.report else { return Enclosed::default() };
        let enclosed = enclosed(&self.catalog, &form.to_report(), self.day());
        Enclosed { without: form.without(), ..enclosed }
    }
}
