//! What a form changes of a report that has left its author's hands: approved on paper, given back, dispatched.

use crate::domain::change::Record;
use crate::domain::record::{Issued, Report, ReportState, is_same_person};

use super::deal_form::Refusal;
use super::form::{FieldId, Form};
use super::model::Model;
use super::screens::reports::ReportKey;

impl Model {
    /// The report as it is sent after somebody signed it on paper.
    pub(super) fn approved_on_paper(&self, form: &Form, key: &ReportKey) -> Result<Record, Refusal> {
        let words = self.words();
        let signer = form.text(FieldId::Person);
        let report = self.standing(form, key, FieldId::Person)?;
        if signer.is_empty() {
            return Err((FieldId::Person, words.signer_needed.to_owned()));
        }
        let is_author = report.author.as_ref().is_some_and(|author| is_same_person(author, &signer));
        if is_author || is_same_person(&signer, &self.user) {
            return Err((FieldId::Person, words.own_approval.to_owned()));
        }
        Ok(Record::Report(self.approved(report, &signer)))
    }

    /// The report as its author gets it back: from the desk, or from the one who was to approve it.
    pub(super) fn sent_back(&self, form: &Form, key: &ReportKey) -> Result<Record, Refusal> {
        let report = self.standing(form, key, FieldId::Remark)?;
        let remark = form.text(FieldId::Remark);
        if remark.is_empty() {
            return Err((FieldId::Remark, self.words().remark_needed.to_owned()));
        }
        let state = if report.is_sent() { ReportState::Returned } else { ReportState::Draft };
        Ok(Record::Report(Report { state, remark, ..report }))
    }

    /// The report with number and date of its dispatch.
    pub(super) fn dispatched(&self, form: &Form, key: &ReportKey) -> Result<Record, Refusal> {
        let report = self.standing(form, key, FieldId::Number)?;
        let number = form.text(FieldId::Number);
        let issued = match number.is_empty() {
            true => None,
            false => Some(Issued { number, dated: self.past_day(form, FieldId::IssuedOn)? }),
        };
        Ok(Record::Report(Report { issued, ..report }))
    }

    fn standing(&self, form: &Form, key: &ReportKey, field: FieldId) -> Result<Report, Refusal> {
        let report = self.report_of(key).ok_or_else(|| (field, self.words().report_gone.to_owned()))?;
        Ok(Report { stamp: form.stamp.clone(), ..report })
    }
}
