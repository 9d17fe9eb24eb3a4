//! The forms of what can be settled: fields out of what stands, and a record out of the fields.

use chrono::{Datelike, NaiveDate};

use crate::domain::change::Record;
use crate::domain::clock::VN_OFFSET;
use crate::domain::decision::{Answer, Decision, Duty, Extension, Ruling};
use crate::domain::obligation::ReportKind;
use crate::domain::record::{Issued, Report, ReportState, Stamp};
use crate::domain::schedule::{Period, Rule};
use crate::domain::settled::Opening;
use crate::text::date::{format_date, parse_date, parse_day_of_year};
use crate::text::words::Word;

use super::deal::Deal;
use super::form::{Field, FieldId, Form, FormKind};
use super::line::{Line, Tone};
use super::model::Model;
use super::screens::reports::ReportKey;

/// Why a form cannot be saved: the field and the reason.
pub(super) type Refusal = (FieldId, String);

/// Approved or dropped, in the order of the form.
const PROPOSAL_VERDICTS: [Word; 2] = [|w| w.verdict_approved, |w| w.verdict_dropped];

/// Granted or refused, in the order of the form.
const VERDICTS: [Word; 2] = [|w| w.verdict_granted, |w| w.verdict_refused];

impl Model {
    /// Opens the form of a deal; typed text that was kept comes back.
    pub(super) fn open_deal_form(&mut self, deal: &Deal) {
        let stamp = self.deal_stamp(deal);
        let mut about = self.deal_about(deal);
        about.push(Line::of(Tone::Dim, (deal.hint())(self.words())));
        let form = Form {
            kind: FormKind::Deal(deal.clone()),
            title: (deal.name())(self.words()).to_uppercase(),
            about,
            fields: self.deal_fields(deal),
            focus: 0,
            error: None,
            stamp,
            touched: false,
            saving: false,
        };
        self.push_form(form);
    }

    fn deal_fields(&self, deal: &Deal) -> Vec<Field> {
        let settled = self.catalog.settled();
        let date = |day: Option<NaiveDate>| day.map(format_date).unwrap_or_default();
        match deal {
            Deal::Issue(plan) => {
                let (number, day) = settled.issue(plan).cloned().unzip();
                vec![
                    Field::line(FieldId::Number, |w| w.field_number, &number.unwrap_or_default()),
                    Field::line(FieldId::IssuedOn, |w| w.field_issued_on, &date(day)),
                ]
            }
            Deal::FirstYear(duty) => {
                let year = settled.first_year(duty).map(|year| year.to_string()).unwrap_or_default();
                vec![Field::line(FieldId::Year, |w| w.field_first_year, &year)]
            }
            Deal::InternalDay(duty) => {
                let proposed = || self.proposed_day(duty).map(|day| (day.day(), day.month()));
                let day = settled.internal_day_of_year(duty).or_else(proposed);
                let day = day.map(|(day, month)| format!("{day:02}/{month:02}")).unwrap_or_default();
                vec![Field::line(FieldId::DayOfYear, |w| w.field_internal_day, &day)]
            }
            Deal::Opening(duty, period) => {
                let opening = period.and_then(|period| settled.opening(duty, period));
                let number = opening.map(|opening| opening.number.as_str()).unwrap_or_default();
                vec![
                    Field::line(FieldId::Number, |w| w.field_number, number),
                    Field::line(FieldId::IssuedOn, |w| w.field_dated, &date(opening.map(|o| o.dated))),
                    Field::line(
                        FieldId::NewDay,
                        |w| w.field_due_day,
                        &date(opening.and_then(|o| o.due_last)),
                    ),
                ]
            }
            Deal::Rewrite(source) => self.rewrite_fields(source),
            Deal::Proposal(source) => self.proposal_fields(source),
            Deal::SentBefore(_) | Deal::PaperApproval(_) | Deal::SendBack(_) | Deal::Dispatch(_) => {
                self.report_fields(deal)
            }
            Deal::Waive(key) => {
                let reason = settled.waiver(key).unwrap_or_default();
                vec![Field::area(FieldId::Reason, |w| w.field_reason, reason, 2)]
            }
            Deal::AskExtension(key) => {
                let open = settled.extension(key).filter(|request| request.is_open());
                let reason = open.map(|request| request.reason.as_str()).unwrap_or_default();
                vec![
                    Field::line(FieldId::NewDay, |w| w.field_new_day, &date(open.map(|o| o.asked_for))),
                    Field::area(FieldId::Reason, |w| w.field_reason, reason, 3),
                ]
            }
            Deal::CalendarVerdict(_) => {
                vec![Field::choice(FieldId::Verdict, |w| w.field_verdict, &PROPOSAL_VERDICTS, 0)]
            }
            Deal::CalendarDays(source) => self.calendar_fields(source.as_deref()),
            Deal::Contact(agency) => self.contact_fields(agency),
            Deal::AnswerExtension(_) => vec![
                Field::choice(FieldId::Verdict, |w| w.field_verdict, &VERDICTS, 0),
                Field::area(FieldId::Remark, |w| w.field_remark, "", 2),
            ],
        }
    }

    /// The fields of what changes a report itself.
    fn report_fields(&self, deal: &Deal) -> Vec<Field> {
        match deal {
            Deal::SentBefore(_) => vec![
                Field::line(FieldId::AsOf, |w| w.field_sent_on, ""),
                Field::line(FieldId::Number, |w| w.field_dispatch, ""),
            ],
            Deal::PaperApproval(_) => vec![Field::line(FieldId::Person, |w| w.field_signer, "")],
            Deal::SendBack(_) => vec![Field::area(FieldId::Remark, |w| w.field_remark, "", 3)],
            Deal::Dispatch(key) => {
                let issued = self.report_of(key).and_then(|report| report.issued);
                let number = issued.as_ref().map(|issued| issued.number.as_str()).unwrap_or_default();
                vec![
                    Field::line(FieldId::Number, |w| w.field_number, number),
                    Field::line(
                        FieldId::IssuedOn,
                        |w| w.field_issued_on,
                        &issued.map(|issued| format_date(issued.dated)).unwrap_or_default(),
                    ),
                ]
            }
            _ => Vec::new(),
        }
    }

    /// The stamp of the decision, or of the report, that the form would change.
    fn deal_stamp(&self, deal: &Deal) -> Stamp {
        let stamp = match deal {
            Deal::Rewrite(_) => self.compile.open.as_ref().map(|bench| bench.choice.stamp.clone()),
            deal if deal.report().is_some() => {
                deal.report().and_then(|key| self.head_of(key)).map(|report| report.stamp)
            }
            // These add what did not stand before.
            Deal::Opening(_, None) | Deal::CalendarDays(None) => None,
            _ => {
                let standing = self.records.decisions.iter().find(|decision| deal.is_about(&decision.ruling));
                standing.map(|decision| decision.stamp.clone())
            }
        };
        stamp.unwrap_or_default()
    }

    /// The record that a deal leads to.
    pub(super) fn deal_record(&self, form: &Form, deal: &Deal) -> Result<Record, Refusal> {
        let ruling = match deal {
            Deal::SentBefore(key) => return self.sent_before(form, key),
            Deal::Rewrite(source) => return self.rewritten(form, source),
            Deal::Proposal(source) => self.proposal(form, source)?,
            Deal::PaperApproval(key) => return self.approved_on_paper(form, key),
            Deal::SendBack(key) => return self.sent_back(form, key),
            Deal::Dispatch(key) => return self.dispatched(form, key),
            Deal::Issue(plan) => {
                let number = form.text(FieldId::Number);
                let issued_on = match number.is_empty() {
                    true => self.today(),
                    false => self.past_day(form, FieldId::IssuedOn)?,
                };
                let too_early = self.catalog.plan(plan).and_then(|plan| plan.is_long_after(issued_on));
                if let Some(year) = too_early {
                    return Err((FieldId::IssuedOn, self.lang.long_before_its_year(year)));
                }
                Ruling::PlanIssued { plan: plan.clone(), number, issued_on }
            }
            Deal::FirstYear(duty) => {
                Ruling::FirstYear { duty: duty.clone(), year: self.first_year(form, duty)? }
            }
            Deal::InternalDay(duty) => {
                Ruling::InternalDay { duty: duty.clone(), on: self.day_of_year(form, duty)? }
            }
            Deal::Opening(duty, period) => self.opening(form, duty, *period)?,
            Deal::Waive(key) => Ruling::Waiver { key: key.clone(), reason: form.text(FieldId::Reason) },
            Deal::CalendarVerdict(source) => Ruling::CalendarVerdict {
                source: source.clone(),
                approved: form.chosen(FieldId::Verdict) == 0,
            },
            Deal::CalendarDays(source) => self.calendar_days(form, source.as_deref())?,
            Deal::Contact(agency) => self.contact(form, agency)?,
            Deal::AskExtension(key) => self.request(form, key)?,
            Deal::AnswerExtension(key) => self.answer(form, key)?,
        };
        if ruling.is_empty() && form.stamp.revision == 0 {
            let field = form.fields.first().map_or(FieldId::Reason, |field| field.id);
            return Err((field, self.words().nothing_entered_here.to_owned()));
        }
        // A form that was opened before anybody decided stays a new decision: what somebody else decided meanwhile
        // has to be seen before it is saved over.
        let stamp = match deal {
            // Days that are added go beside those that stand.
            Deal::CalendarDays(None) => self.catalog.settled().stamp_for(&ruling),
            _ => form.stamp.clone(),
        };
        Ok(Record::Decision(Decision { stamp, ruling }))
    }

    fn first_year(&self, form: &Form, duty: &Duty) -> Result<Option<i32>, Refusal> {
        let text = form.text(FieldId::Year);
        if text.is_empty() {
            return Ok(None);
        }
        let earliest = self.issue_day(duty).map_or(1945, |day| day.year());
        match text.parse() {
            Ok(year) if (earliest..=2199).contains(&year) => Ok(Some(year)),
            _ => Err((FieldId::Year, self.lang.bad_first_year(earliest))),
        }
    }

    fn day_of_year(&self, form: &Form, duty: &Duty) -> Result<Option<(u32, u32)>, Refusal> {
        let text = form.text(FieldId::DayOfYear);
        if text.is_empty() {
            return Ok(None);
        }
        let typed = parse_day_of_year(&text).map_err(|error| (FieldId::DayOfYear, self.no_day(&error)))?;
        // A leap year admits 29/2.
        let day = NaiveDate::from_ymd_opt(2024, typed.1, typed.0).unwrap_or_default();
        // A day that lies most of a year before the document's day is meant for after it.
        if let Some(Rule::Annual { day: due, month, .. }) = self.catalog.rule_of(duty) {
            let due = NaiveDate::from_ymd_opt(2024, month, due).unwrap_or(day);
            let ahead = (due.signed_duration_since(day).num_days()).rem_euclid(366);
            if ahead == 0 || ahead > 183 {
                return Err((FieldId::DayOfYear, self.words().internal_after_due.to_owned()));
            }
        }
        Ok(Some(typed))
    }

    fn opening(&self, form: &Form, duty: &Duty, edited: Option<Period>) -> Result<Ruling, Refusal> {
        let number = form.text(FieldId::Number);
        let settled = self.catalog.settled();
        if number.is_empty() {
            // The opening that stands is taken back.
            let standing = edited.and_then(|period| settled.opening(duty, period));
            let standing =
                standing.ok_or_else(|| (FieldId::Number, self.words().number_needed.to_owned()))?;
            let (period, dated) = (standing.period, standing.dated);
            return Ok(Ruling::Opening { duty: duty.clone(), period, number, dated, due_last: None });
        }
        let dated = self.past_day(form, FieldId::IssuedOn)?;
        if self.issue_day(duty).is_some_and(|issued| dated < issued) {
            return Err((FieldId::IssuedOn, self.words().before_the_plan.to_owned()));
        }
        let due_last = match form.text(FieldId::NewDay).as_str() {
            "" => None,
            _ => Some(self.typed_day(form, FieldId::NewDay)?),
        };
        if due_last.is_some_and(|day| day < dated) {
            return Err((FieldId::NewDay, self.words().due_before_document.to_owned()));
        }
        let monthly = match duty {
            Duty::Obligation(id) => self
                .catalog
                .obligation(id)
                .is_some_and(|(_, obligation)| obligation.kind == ReportKind::AdHoc),
            Duty::Task(_) => false,
        };
        let period: Period = Opening::period_of(dated, monthly);
        if edited.is_some_and(|edited| edited != period) {
            return Err((FieldId::IssuedOn, self.words().other_period.to_owned()));
        }
        // One report answers one document of the period: a second one must not take the place of the first.
        if let Some(first) = settled.opening(duty, period).filter(|_| edited.is_none()) {
            return Err((
                FieldId::IssuedOn,
                self.lang.opened_already(&self.lang.period(period), &first.number),
            ));
        }
        Ok(Ruling::Opening { duty: duty.clone(), period, number, dated, due_last })
    }

    fn request(&self, form: &Form, key: &ReportKey) -> Result<Ruling, Refusal> {
        let words = self.words();
        let reason = form.text(FieldId::Reason);
        let open = self.catalog.settled().extension(key).filter(|request| request.is_open());
        if reason.is_empty() {
            let open = open.ok_or_else(|| (FieldId::Reason, words.reason_needed.to_owned()))?;
            return Ok(Ruling::Extension(Extension { reason, ..open.clone() }));
        }
        let asked_for = self.typed_day(form, FieldId::NewDay)?;
        let granted_before = self.catalog.settled().extended_to(key);
        let holds = granted_before.or(self.due_of(key).map(|due| due.due_last));
        if holds.is_some_and(|day| asked_for <= day) {
            return Err((FieldId::NewDay, words.not_later.to_owned()));
        }
        let asked_by = self.user.clone();
        let (key, answer) = (key.clone(), None);
        Ok(Ruling::Extension(Extension { key, reason, asked_for, asked_by, answer, granted_before }))
    }

    fn answer(&self, form: &Form, key: &ReportKey) -> Result<Ruling, Refusal> {
        let words = self.words();
        let request = self.catalog.settled().extension(key).filter(|request| request.is_open());
        let request = request.ok_or_else(|| (FieldId::Verdict, words.no_open_request.to_owned()))?;
        if request.asked_by == self.user {
            return Err((FieldId::Verdict, words.own_request.to_owned()));
        }
        let answer = Answer {
            granted: form.chosen(FieldId::Verdict) == 0,
            by: self.user.clone(),
            on: self.today(),
            remark: form.text(FieldId::Remark),
        };
        if !answer.granted && answer.remark.is_empty() {
            return Err((FieldId::Remark, words.refusal_needs_reason.to_owned()));
        }
        Ok(Ruling::Extension(Extension { answer: Some(answer), ..request.clone() }))
    }

    /// A report that went on paper: it is recorded as sent on the day that is given.
    fn sent_before(&self, form: &Form, key: &ReportKey) -> Result<Record, Refusal> {
        let day = self.past_day(form, FieldId::AsOf)?;
        if self.issue_day(&Duty::Obligation(key.obligation.clone())).is_some_and(|issued| day < issued) {
            return Err((FieldId::AsOf, self.words().before_the_plan.to_owned()));
        }
        // Noon of that day: the hour is not known, the day decides.
        let sent_at = day.and_hms_opt(12, 0, 0).and_then(|noon| noon.and_local_timezone(VN_OFFSET).single());
        let report = self.report_of(key).unwrap_or_else(|| Report::blank(key));
        let issued = Some(Issued { number: form.text(FieldId::Number), dated: day });
        let (stamp, state) = (form.stamp.clone(), ReportState::Sent);
        Ok(Record::Report(Report { stamp, state, sent_at, issued, sealed: None, ..report }))
    }

    pub(super) fn issue_day(&self, duty: &Duty) -> Option<NaiveDate> {
        self.catalog.plan(&duty.id().plan())?.issued_on
    }

    pub(super) fn typed_day(&self, form: &Form, field: FieldId) -> Result<NaiveDate, Refusal> {
        parse_date(&form.text(field), self.today()).map_err(|error| (field, self.no_day(&error)))
    }

    pub(super) fn past_day(&self, form: &Form, field: FieldId) -> Result<NaiveDate, Refusal> {
        let day = self.typed_day(form, field)?;
        if day > self.today() { Err((field, self.words().future_date.to_owned())) } else { Ok(day) }
    }
}
