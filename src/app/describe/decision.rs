//! Decisions in words: what a form is about, what was decided, what stands.

use crate::domain::cascade::compiled_by;
use crate::domain::decision::{Duty, Extension, Ruling};
use crate::domain::succession::GroupFate;
use crate::text::date::format_date;

use super::super::deal::Deal;
use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::screens::reports::ReportKey;

impl Model {
    /// What a deal is about, at the head of its form.
    pub(in crate::app) fn deal_about(&self, deal: &Deal) -> Vec<Line> {
        match deal {
            Deal::Issue(plan) => {
                let plan = self.catalog.plan(plan);
                plan.map(|plan| Line::of(Tone::Strong, &plan.title)).into_iter().collect()
            }
            Deal::FirstYear(duty) | Deal::InternalDay(duty) | Deal::Opening(duty, _) => {
                let mut lines = self.duty_lines(duty);
                lines.extend(self.decided_line(|ruling| deal.is_about(ruling)));
                lines
            }
            Deal::SentBefore(key)
            | Deal::Waive(key)
            | Deal::PaperApproval(key)
            | Deal::SendBack(key)
            | Deal::Dispatch(key) => self.report_lines(key),
            Deal::AskExtension(key) => {
                let mut lines = self.report_lines(key);
                lines.extend(self.compiling_line(key));
                lines
            }
            Deal::CalendarVerdict(source) => {
                let of_source = self.calendar.days().filter(|entry| entry.source == *source);
                let mut lines: Vec<_> =
                    of_source.map(|entry| Line::plain(self.lang.calendar_entry(entry))).collect();
                lines.push(Line::of(Tone::Dim, source));
                lines.extend(self.if_approved_lines(source));
                lines
            }
            Deal::CalendarDays(_) => Vec::new(),
            Deal::Contact(agency) => {
                let name = self.catalog.agency(agency).map_or(agency.as_str(), |agency| &agency.name);
                vec![Line::of(Tone::Strong, name)]
            }
            Deal::Rewrite(source) | Deal::Proposal(source) => self.source_lines(source),
            Deal::AnswerExtension(key) => {
                let mut lines = self.report_lines(key);
                let request = self.catalog.settled().extension(key);
                lines.extend(request.map(|request| Line::of(Tone::Warn, self.request_text(request))));
                lines.extend(self.compiling_line(key));
                lines
            }
        }
    }

    pub(super) fn duty_lines(&self, duty: &Duty) -> Vec<Line> {
        let found = match duty {
            Duty::Task(id) => {
                self.catalog.task(id).map(|(plan, task)| (plan, task.clause.clone(), task.title.clone()))
            }
            Duty::Obligation(id) => {
                let found = self.catalog.obligation(id);
                found.map(|(plan, found)| (plan, found.clause.clone(), found.title.clone()))
            }
        };
        let Some((plan, clause, title)) = found else { return Vec::new() };
        let phrase = self.catalog.schedule_of(duty).map(|schedule| schedule.phrase).unwrap_or_default();
        let phrase =
            if phrase.is_empty() { self.words().no_phrase.to_owned() } else { format!("“{phrase}”") };
        vec![
            Line::of(Tone::Strong, title),
            Line::of(Tone::Dim, format!("{} · {phrase}", self.place(plan, &clause))),
        ]
    }

    fn report_lines(&self, key: &ReportKey) -> Vec<Line> {
        let mut lines = vec![
            Line::of(Tone::Strong, self.report_name(&key.obligation, key.period)),
            Line::of(Tone::Dim, self.route(key)),
        ];
        let due = self.due_of(key).map(|due| self.lang.original_day(due.due_last));
        lines.extend(due.map(Line::plain));
        lines
    }

    /// The day by which the desk above has to compile the report: a later day for the report is of no use to it.
    fn compiling_line(&self, key: &ReportKey) -> Option<Line> {
        let day = compiled_by(&self.catalog, &self.calendar, &key.obligation, key.period)?;
        let asked = self.catalog.settled().extension(key).is_some_and(|request| request.asked_for >= day);
        let tone = if asked { Tone::Warn } else { Tone::Dim };
        Some(Line::of(tone, self.lang.compiled_by(day)))
    }

    /// Who settled something that holds for everybody, and when; `None`: nobody has.
    pub(super) fn decided_line(&self, is_about: impl Fn(&Ruling) -> bool) -> Option<Line> {
        let found = self.records.decisions.iter().find(|decision| is_about(&decision.ruling))?;
        let at = found.stamp.at?;
        (!found.ruling.is_empty()).then(|| Line::of(Tone::Dim, self.lang.set_by(&found.stamp.by, at)))
    }

    /// What becomes of a group, in words.
    pub(in crate::app) fn fate_text(&self, fate: &GroupFate) -> String {
        match fate {
            GroupFate::Successors(heirs) => self.names(heirs.iter()),
            GroupFate::Stopped => self.words().fate_stopped.to_owned(),
            GroupFate::Waiting => self.words().fate_waiting.to_owned(),
        }
    }

    /// What stands already, beside the name of the deal.
    pub(in crate::app) fn deal_state(&self, deal: &Deal) -> String {
        let settled = self.catalog.settled();
        match deal {
            Deal::Issue(plan) => settled.issue(plan).map(|(number, _)| number.clone()).unwrap_or_default(),
            Deal::FirstYear(duty) => {
                settled.first_year(duty).map(|year| year.to_string()).unwrap_or_default()
            }
            Deal::InternalDay(duty) => {
                let day =
                    settled.internal_day_of_year(duty).map(|(day, month)| format!("{day:02}/{month:02}"));
                let proposed = || self.proposed_day(duty).map(|day| self.lang.proposed_day(day));
                let clause = self.clause_of(duty).unwrap_or_default();
                format!("{clause} {}", day.or_else(proposed).unwrap_or_default())
            }
            Deal::Opening(duty, period) => {
                let opening = period.and_then(|period| settled.opening(duty, period));
                opening.map(|opening| opening.number.clone()).unwrap_or_default()
            }
            Deal::Waive(key) => {
                settled.waiver(key).map(|_| self.words().status_waived.into()).unwrap_or_default()
            }
            Deal::AskExtension(key) | Deal::AnswerExtension(key) => {
                settled.extension(key).map(|request| self.extension_state(request)).unwrap_or_default()
            }
            Deal::Dispatch(key) => {
                let issued = self.report_of(key).and_then(|report| report.issued);
                issued.map(|issued| issued.number).unwrap_or_default()
            }
            Deal::Contact(agency) => {
                settled.contact(agency).map(|card| card.person.clone()).unwrap_or_default()
            }
            Deal::Proposal(source) => {
                settled.proposal(source).map(|pursued| pursued.addressee.clone()).unwrap_or_default()
            }
            Deal::SentBefore(_)
            | Deal::Rewrite(_)
            | Deal::PaperApproval(_)
            | Deal::SendBack(_)
            | Deal::CalendarVerdict(_)
            | Deal::CalendarDays(_) => String::new(),
        }
    }

    /// "xin đến 05/12/2026", "được đến 05/12/2026", "không được".
    pub fn extension_state(&self, request: &Extension) -> String {
        match &request.answer {
            None => self.lang.asked_until(request.asked_for),
            Some(answer) if answer.granted => self.lang.granted_until(request.asked_for),
            Some(_) => self.words().extension_refused.to_owned(),
        }
    }

    /// The whole request with its answer.
    pub fn request_text(&self, request: &Extension) -> String {
        let asked = self.lang.asked_by(&request.asked_by, request.asked_for, &request.reason);
        match &request.answer {
            None => asked,
            Some(answer) => {
                let verdict = self.extension_state(request);
                let remark =
                    if answer.remark.is_empty() { String::new() } else { format!(": {}", answer.remark) };
                format!("{asked} → {verdict} ({}, {}){remark}", answer.by, format_date(answer.on))
            }
        }
    }

    /// A decision by what it is about, for a message.
    pub(super) fn ruling_name(&self, ruling: &Ruling) -> String {
        let words = self.words();
        let of_report = |name: &str, key: &ReportKey| {
            let report = self.report_name(&key.obligation, key.period);
            format!("{name}: {report} ({})", self.catalog.short_name(&key.agency))
        };
        let of_duty = |name: &str, duty: &Duty| {
            let place = match duty {
                Duty::Task(id) => self.catalog.task(id).map(|(plan, task)| self.place(plan, &task.clause)),
                Duty::Obligation(id) => {
                    self.catalog.obligation(id).map(|(plan, found)| self.place(plan, &found.clause))
                }
            };
            format!("{name}: {}", place.unwrap_or_default())
        };
        match ruling {
            Ruling::PlanIssued { plan, .. } => {
                let short = self.catalog.plan(plan).map_or("", |plan| plan.short.as_str());
                format!("{}: {short}", words.deal_issue)
            }
            Ruling::FirstYear { duty, .. } => of_duty(words.deal_first_year, duty),
            Ruling::InternalDay { duty, .. } => of_duty(words.deal_internal_day, duty),
            Ruling::Opening { duty, .. } => of_duty(words.deal_opening, duty),
            Ruling::Waiver { key, .. } => of_report(words.deal_waive, key),
            Ruling::Proposal { source, .. } => of_report(words.deal_proposal, &source.report),
            Ruling::Extension(extension) => of_report(words.name_extension, &extension.key),
            Ruling::Heirs { from, .. } => {
                format!("{}: {}", words.deal_heirs, self.catalog.short_name(from))
            }
            Ruling::GroupFate { group, .. } => {
                format!("{}: {}", words.deal_group_fate, self.catalog.short_name(group))
            }
            Ruling::CalendarDays { source, .. } | Ruling::CalendarVerdict { source, .. } => {
                format!("{}: {source}", words.calendar)
            }
            Ruling::Contact(contact) => {
                format!("{}: {}", words.deal_contact, self.catalog.short_name(&contact.agency))
            }
        }
    }

    /// What was decided, for comparing two versions: each field with its name.
    pub(super) fn ruling_fields(&self, ruling: &Ruling) -> Vec<(&'static str, String)> {
        let words = self.words();
        match ruling {
            Ruling::PlanIssued { number, issued_on, .. } => {
                vec![(words.field_number, number.clone()), (words.field_issued_on, format_date(*issued_on))]
            }
            Ruling::FirstYear { year, .. } => {
                vec![(words.field_first_year, year.map(|year| year.to_string()).unwrap_or_default())]
            }
            Ruling::InternalDay { on, .. } => {
                let day = on.map(|(day, month)| format!("{day:02}/{month:02}")).unwrap_or_default();
                vec![(words.field_internal_day, day)]
            }
            Ruling::Opening { number, dated, due_last, .. } => vec![
                (words.field_number, number.clone()),
                (words.field_dated, format_date(*dated)),
                (words.field_due_day, due_last.map(format_date).unwrap_or_default()),
            ],
            Ruling::Waiver { reason, .. } => vec![(words.field_reason, reason.clone())],
            Ruling::Proposal { addressee, answer, answered_on, .. } => vec![
                (words.field_addressee, addressee.clone()),
                (words.field_answer, answer.clone()),
                (words.field_answered_on, answered_on.map(format_date).unwrap_or_default()),
            ],
            Ruling::Extension(extension) => vec![(words.name_extension, self.request_text(extension))],
            Ruling::Heirs { heirs, .. } => vec![(words.deal_heirs, self.names(heirs.iter()))],
            Ruling::GroupFate { fate, .. } => vec![(words.deal_group_fate, self.fate_text(fate))],
            Ruling::CalendarDays { days, .. } => {
                days.iter().map(|day| (words.calendar, self.lang.calendar_entry(day))).collect()
            }
            Ruling::CalendarVerdict { approved, .. } => {
                let verdict = if *approved { words.verdict_approved } else { words.verdict_dropped };
                vec![(words.calendar, verdict.to_owned())]
            }
            Ruling::Contact(contact) => vec![
                (words.field_contact_person, contact.person.clone()),
                (words.field_phone, contact.phone.clone()),
                (words.field_email, contact.email.clone()),
                (words.field_deputy, contact.deputy.clone()),
            ],
        }
    }
}
