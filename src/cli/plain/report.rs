//! The third job: a report part by part, its checks, and its way to approval, to the desk and into its hands.

use super::Session;
use super::talk::Told;
use crate::app::action::Action;
use crate::app::form::FieldId;
use crate::app::model::{Model, View};
use crate::app::overlay::Overlay;
use crate::app::screens::report::{PARTS, Part};
use crate::app::screens::reports::ReportRow;
use crate::app::update::Said;
use crate::domain::explain::countdown;
use crate::domain::occurrence::Due;
use crate::domain::record::{Report, ReportHead, ReportKey, ReportState, Waiting};
use crate::domain::report::Finding;

/// What can be done with a report.
#[derive(Clone, Copy)]
enum Act {
    Step,
    Keep,
    Edit(Part),
}

impl Session<'_> {
    /// Asks for a report of the user's agency, and goes through it.
    pub(super) fn reports(&mut self) -> Told<()> {
        if self.own_agency()?.is_none() {
            return Ok(());
        }
        self.tell(Said::Do(Action::Show(View::Reports)));
        loop {
            let rows = self.desk.model.reports.list.rows().to_vec();
            if rows.is_empty() {
                return self.talk.say(self.prompts().no_list);
            }
            self.talk.say(self.prompts().report_head)?;
            let lines: Vec<String> = rows.iter().map(|row| line(&self.desk.model, row)).collect();
            let Some(at) = self.talk.choose(&lines)? else { return Ok(()) };
            self.report(&rows[at].key)?;
        }
    }

    /// Opens a report: one that can be written in is gone through part by part, any other is read out.
    pub(super) fn report(&mut self, key: &ReportKey) -> Told<()> {
        self.tell(Said::Report(key.clone()));
        self.say_head(key)?;
        self.say_notice()?;
        if self.is_open() {
            for part in PARTS {
                self.edit(part)?;
            }
        } else {
            for part in PARTS {
                self.read_part(part)?;
            }
        }
        while self.desk.model.report.is_some() {
            self.say_checks()?;
            let acts = self.acts();
            let names: Vec<String> = acts.iter().map(|(_, name)| name.clone()).collect();
            let chosen = if names.is_empty() { None } else { self.talk.choose(&names)? };
            match chosen.map(|at| acts[at].0) {
                None => {
                    self.tell(Said::Do(Action::Back));
                    return self.say_notice();
                }
                Some(Act::Edit(part)) => self.edit(part)?,
                Some(Act::Keep) => {
                    self.tell(Said::Do(Action::Save));
                    self.answer_questions()?;
                    self.say_notice()?;
                }
                Some(Act::Step) => self.step(key)?,
            }
        }
        Ok(())
    }

    fn is_open(&self) -> bool {
        self.desk.model.report.as_ref().is_some_and(|form| form.is_open())
    }

    fn say_head(&mut self, key: &ReportKey) -> Told<()> {
        let model = &self.desk.model;
        let preview = model.reports.list.rows().iter().any(|row| row.key == *key && row.preview);
        let title = model
            .catalog
            .obligation(&key.obligation)
            .map(|(plan, found)| format!("{} · {}", found.title, model.place(plan, &found.clause)));
        let remark = model.report_of(key).map(|report| report.remark).unwrap_or_default();
        let mut lines = vec![
            title.unwrap_or_default(),
            format!("{} · {}", model.lang.period(key.period), model.lang.to_whom(&model.route(key))),
            due_line(model, key, model.due_of(key), preview),
        ];
        if !remark.is_empty() {
            lines.push(format!("{}: {remark}", self.prompts().remark_is));
        }
        self.talk.say_all(&lines)
    }

    fn edit(&mut self, part: Part) -> Told<()> {
        match part {
            Part::Figures => self.figures(),
            Part::Entries => self.read_part(part),
            _ => {
                self.read_part(part)?;
                let Some(old) = self.text_of(part) else { return Ok(()) };
                self.ask_lines(&old, |text| Said::Text(part, text)).map(|_| ())
            }
        }
    }

    fn text_of(&self, part: Part) -> Option<String> {
        let form = self.desk.model.report.as_ref()?;
        form.text_of(part).map(|editor| editor.text().trim_end().to_owned())
    }

    fn read_part(&mut self, part: Part) -> Told<()> {
        let model = &self.desk.model;
        let label = model.part_title(part);
        match (part, self.text_of(part)) {
            (_, Some(text)) => self.say_field(label, &text),
            (Part::Entries, None) => {
                let lines = model.entries_part();
                self.talk.say(&format!("{label}:"))?;
                self.say_lines(&lines)
            }
            // Of a report that is closed the entries come with the figures.
            (_, None) => Ok(()),
        }
    }

    fn say_checks(&mut self) -> Told<()> {
        let prompts = self.prompts();
        if !self.is_open() {
            let lines = self.desk.model.report.as_ref().map(|form| self.desk.model.closed_lines(form));
            return self.say_lines(&lines.unwrap_or_default());
        }
        let findings = self.desk.model.report_findings();
        if findings.is_empty() {
            return self.talk.say(prompts.checks_good);
        }
        self.talk.say(prompts.checks_head)?;
        let told = |finding: &Finding| {
            let grave = if finding.blocks() { prompts.blocks } else { prompts.advises };
            format!("{grave}: {}", self.desk.model.finding_text(finding))
        };
        let told: Vec<String> = findings.iter().map(told).collect();
        self.talk.say_all(&told)
    }

    fn acts(&self) -> Vec<(Act, String)> {
        let (prompts, model) = (self.prompts(), &self.desk.model);
        let Some(form) = &model.report else { return Vec::new() };
        let step = match form.saved.state.waits_for() {
            Waiting::Author => prompts.act_submit,
            Waiting::Approver => prompts.act_approve,
            Waiting::Desk | Waiting::Nobody => prompts.act_receive,
        };
        let mut acts = Vec::new();
        if model.can_step() {
            acts.push((Act::Step, step.to_owned()));
        }
        if form.is_open() {
            acts.push((Act::Keep, prompts.act_keep.to_owned()));
            let parts = PARTS.into_iter().filter(|part| *part != Part::Entries);
            acts.extend(
                parts.map(|part| {
                    (Act::Edit(part), format!("{}: {}", prompts.act_edit, model.part_title(part)))
                }),
            );
        }
        acts
    }

    /// Takes the next step; whoever submitted it himself is asked who signed it on paper.
    fn step(&mut self, key: &ReportKey) -> Told<()> {
        let before = self.desk.model.report_state(key);
        self.tell(Said::Do(Action::Send));
        match self.desk.model.overlays.last() {
            Some(Overlay::Form(form)) => {
                let about = form.about.clone();
                let fields: Vec<FieldId> = form.fields.iter().map(|field| field.id).collect();
                self.say_lines(&about)?;
                self.fill_in(&fields)?;
            }
            _ => {
                self.answer_questions()?;
                self.say_notice()?;
            }
        }
        let now = self.desk.model.report_of(key);
        match now {
            Some(report) if before != Some(report.state) => self.say_step(&report),
            _ => Ok(()),
        }
    }

    /// Reads out what a step led to: whom it waits for, or its place in the ledger.
    fn say_step(&mut self, report: &Report) -> Told<()> {
        let (prompts, lang) = (self.prompts(), self.desk.model.lang);
        match (&report.sealed, report.state) {
            (_, ReportState::AwaitingApproval) => self.talk.say(prompts.waits_for_approval),
            (Some(sealed), ReportState::Sent) => {
                let number = lang.receipt_number(sealed.number, sealed.version);
                let sent = report.sent_at.map(|at| format!("; {}", lang.sent_at(at))).unwrap_or_default();
                self.talk.say(&format!("{}: {number}{sent}.", prompts.receipt_is))
            }
            _ => Ok(()),
        }
    }
}

/// "Báo cáo năm 2026 gửi Sở Nội vụ; KH 165/KH-UBND, IV.7.a; hạn cuối …; nháp".
fn line(model: &Model, row: &ReportRow) -> String {
    let place = model.catalog.obligation(&row.key.obligation);
    let place = place.map(|(plan, found)| model.place(plan, &found.clause)).unwrap_or_default();
    let name = model.lang.to_whom(&model.report_name(&row.key.obligation, row.key.period));
    let mut parts = vec![name, place];
    if model.agency.as_ref() != Some(&row.key.agency) {
        parts.push(model.catalog.short_name(&row.key.agency).to_owned());
    }
    let report = &row.head;
    // What is sent is not overdue any more, and what is from before the plan was loaded never is.
    if !row.untracked && !report.as_ref().is_some_and(ReportHead::is_sent) {
        parts.push(due_line(model, &row.key, row.due, row.preview));
    }
    parts.extend(report.as_ref().map(|report| model.lang.report_state(report.state).to_owned()));
    parts.join("; ")
}

/// "hạn cuối thứ Năm 29/10/2026, quá hạn 23 ngày".
fn due_line(model: &Model, key: &ReportKey, due: Option<Due>, preview: bool) -> String {
    let (words, lang) = (model.words(), model.lang);
    let Some(due) = due else { return words.no_day_set.to_owned() };
    // A day that was granted takes the place of the last valid one.
    let due_last = model.catalog.settled().extended_to(key).unwrap_or(due.due_last);
    let day = format!("{} {}", words.board_due, lang.day_long(due_last));
    if preview {
        return format!("{} {day}", words.preview);
    }
    format!("{day}, {}", lang.left_in_words(countdown(model.day(), due_last, &model.calendar)))
}
