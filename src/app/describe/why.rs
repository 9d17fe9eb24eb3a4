//! "Vì sao ngày này" in full, as a sheet: sentence, rule, last valid day, advice, calendar, what is pending.

use chrono::{Datelike, NaiveDate};

use crate::domain::agenda::{AgendaItem, AgendaKind};
use crate::domain::decision::{Duty, Ruling};
use crate::domain::explain::{Countdown, Explanation, countdown, explain};
use crate::domain::occurrence::{Due, Term, due_of, terms};
use crate::domain::schedule::Period;
use crate::domain::settled::Opening;

use super::super::deal::Deal;
use super::super::line::{Line, Tone};
use super::super::model::{Model, View};
use super::super::overlay::{Overlay, Sheet};
use super::super::screens::reports::ReportKey;
use super::super::screens::tasks::Pane;
use super::{heading, indented};

/// The date that is to be explained.
struct Question {
    duty: Duty,
    period: Option<Period>,
    report: Option<ReportKey>,
}

impl Question {
    fn about(kind: &AgendaKind) -> Self {
        Self { duty: kind.duty(), period: kind.period(), report: kind.report() }
    }
}

impl Model {
    /// Explains the date of the selected thing, or why it has none.
    pub(in crate::app) fn open_explanation(&mut self) {
        let Some(question) = self.questioned() else {
            self.say(Tone::Plain, self.words().nothing_to_explain);
            return;
        };
        let (mut lines, mut title) = (Vec::new(), self.words().why_title);
        if self.view == View::Board {
            title = self.words().board_source_title;
            lines = self.board_counting();
            lines.push(Line::blank());
        }
        lines.extend(self.explanation(&question));
        self.overlays.push(Overlay::Sheet(Sheet::new(title, lines)));
    }

    /// Whether the selected thing has a date, or a reason why it has none.
    pub(in crate::app) fn can_explain(&self) -> bool {
        self.questioned().is_some()
    }

    fn questioned(&self) -> Option<Question> {
        match self.view {
            View::Agenda => {
                let item = self.agenda.selected()?;
                Some(Question::about(&item.kind))
            }
            View::Board => {
                let round = self.board.found.as_ref().map(|board| &board.key)?;
                let duty = Duty::Obligation(round.obligation.clone());
                Some(Question { duty, period: Some(round.period), report: None })
            }
            View::Year => self.year.selected().map(|item| Question::about(&item.kind)),
            View::Reports => {
                let key = self.reports.list.selected_id()?;
                let duty = Duty::Obligation(key.obligation.clone());
                Some(Question { duty, period: Some(key.period), report: Some(key) })
            }
            View::Tasks if self.tasks.pane == Pane::Right => {
                let task = self.tasks.tasks.selected_id()?;
                Some(Question { duty: Duty::Task(task), period: None, report: None })
            }
            _ => None,
        }
    }

    /// Why an item falls on its day, from the sentence of the document to the calendar.
    pub fn explain_item(&self, item: &AgendaItem) -> Vec<Line> {
        self.explanation(&Question::about(&item.kind))
    }

    fn explanation(&self, question: &Question) -> Vec<Line> {
        let words = self.words();
        let mut lines = self.duty_lines(&question.duty);
        let (Some(schedule), Some(clause)) =
            (self.catalog.schedule_of(&question.duty), self.clause_of(&question.duty))
        else {
            return lines;
        };
        lines.push(Line::blank());
        match self.due_in_question(question) {
            Some(due) => {
                let why = explain(&self.calendar, &clause, &schedule, &due, self.day());
                self.add_way(question, &why, &schedule, &mut lines);
                self.add_calendar(&why, &mut lines);
            }
            None => lines.push(self.why_no_day(&schedule)),
        }
        self.add_own_words(question, &mut lines);
        lines.extend([Line::blank(), Line::of(Tone::Dim, words.why_judged)]);
        lines
    }

    pub(super) fn clause_of(&self, duty: &Duty) -> Option<String> {
        match duty {
            Duty::Task(id) => self.catalog.task(id).map(|(_, task)| task.clause.clone()),
            Duty::Obligation(id) => self.catalog.obligation(id).map(|(_, found)| found.clause.clone()),
        }
    }

    /// The day of the period in question; of a task, the one of the period in which the shown day lies.
    fn due_in_question(&self, question: &Question) -> Option<Due> {
        match (&question.duty, question.period) {
            (Duty::Obligation(id), Some(period)) => {
                let (_, obligation) = self.catalog.obligation(id)?;
                due_of(&self.catalog, obligation, period, &self.calendar)
            }
            (Duty::Task(id), _) => {
                let (plan, task) = self.catalog.task(id)?;
                let opening = self.catalog.settled().openings(&question.duty).last();
                let opened = opening.and_then(|opening| opening.term(&self.calendar).due);
                let from = self.tracking(&plan.id);
                let terms = terms(plan, &task.schedule.rule, &self.calendar, from, self.day());
                opened.or(terms.last().and_then(|term| term.due))
            }
            (Duty::Obligation(_), None) => None,
        }
    }

    fn add_way(
        &self,
        question: &Question,
        why: &Explanation,
        schedule: &crate::domain::schedule::Schedule,
        lines: &mut Vec<Line>,
    ) {
        let words = self.words();
        let step =
            |label: &str, text: String| Line::of(Tone::Dim, format!("{label}: ")).and(Tone::Plain, text);
        let phrase =
            if why.phrase.is_empty() { words.no_phrase.into() } else { format!("“{}”", why.phrase) };
        lines.push(step(words.why_sentence, format!("{phrase} ({})", why.clause)));
        let rule = match self.opening_in_question(question) {
            Some(opening) => self.lang.day_set_by(&opening.number),
            None => self.lang.rule_way(&schedule.rule, why.printed, why.bound),
        };
        lines.push(step(words.why_rule, rule));
        let left = self.left_of(question, why).map(|left| format!(" · {}", self.lang.countdown(left)));
        let valid = format!("{}{}", self.lang.day_long(why.due_last), left.unwrap_or_default());
        lines.push(Line::of(Tone::Dim, format!("{}: ", words.why_last)).and(Tone::Strong, valid));
        let advice = if why.due_advice == why.due_last {
            words.why_is_working_day.to_owned()
        } else {
            format!("{} ({})", self.lang.day_long(why.due_advice), words.last_working_day)
        };
        lines.push(step(words.why_advice, advice));
    }

    fn add_calendar(&self, why: &Explanation, lines: &mut Vec<Line>) {
        let words = self.words();
        heading(lines, words.why_calendar);
        if why.entries.is_empty() {
            lines.push(indented(Line::plain(words.why_no_entries)));
        }
        for entry in &why.entries {
            let text = Line::plain(self.lang.calendar_entry(entry));
            lines.push(indented(text.and(Tone::Dim, format!(" · {}", entry.source))));
        }
        for (entry, day) in &why.if_approved {
            let text = format!("{}: {}", entry.source, self.lang.if_approved(*day));
            lines.push(indented(Line::of(Tone::Warn, text)));
        }
        if !self.calendar.is_published(why.due_last.year()) {
            lines.push(indented(Line::of(Tone::Warn, self.lang.unpublished(why.due_last.year()))));
        }
    }

    fn opening_in_question(&self, question: &Question) -> Option<&Opening> {
        let settled = self.catalog.settled();
        match question.period {
            Some(period) => settled.opening(&question.duty, period),
            None => settled.openings(&question.duty).last(),
        }
    }

    /// How long there is; `None`: it is sent, waived or from before the plan was loaded, and nothing runs.
    fn left_of(&self, question: &Question, why: &Explanation) -> Option<Countdown> {
        let settled = self.catalog.settled();
        let mut day = why.due_last;
        if let Some(key) = &question.report {
            let sent = self.is_sent(key);
            if sent || self.is_untracked(key) || settled.waiver(key).is_some() {
                return None;
            }
            day = settled.extended_to(key).unwrap_or(day);
        }
        Some(countdown(self.day(), day, &self.calendar))
    }

    /// How long until a day, for a narrow column. Nobody counts the working days of what is over.
    pub fn left_short(&self, day: NaiveDate) -> String {
        let days = day.signed_duration_since(self.day()).num_days();
        match days < 0 {
            true => self.lang.over(-days),
            false => self.lang.countdown_short(countdown(self.day(), day, &self.calendar)),
        }
    }

    /// Whether a report is of a period from before the plan was loaded.
    fn is_untracked(&self, key: &ReportKey) -> bool {
        let Some((plan, obligation)) = self.catalog.obligation(&key.obligation) else { return false };
        let term = Term { period: key.period, due: self.due_of(key) };
        !self.tracking(&plan.id).covers(&obligation.schedule.rule, term)
    }

    fn add_own_words(&self, question: &Question, lines: &mut Vec<Line>) {
        let settled = self.catalog.settled();
        let mut own = Vec::new();
        if let Some(opening) = self.opening_in_question(question) {
            own.push(Line::plain(self.lang.opened_by(&opening.number, opening.dated)));
            let deal = Deal::Opening(question.duty.clone(), Some(opening.period));
            own.extend(self.decided_line(|ruling| deal.is_about(ruling)));
        }
        let due_last = self.due_in_question(question).map(|due| due.due_last);
        let internal = settled.internal_day(&question.duty, due_last, self.day());
        if let Some(day) = internal {
            own.push(Line::plain(self.lang.internal_day(day)));
            let duty = &question.duty;
            own.extend(
                self.decided_line(|r| matches!(r, Ruling::InternalDay { duty: of, .. } if of == duty)),
            );
        }
        if let Some(key) = &question.report {
            own.extend(settled.extension(key).map(|request| Line::plain(self.request_text(request))));
            own.extend(settled.waiver(key).map(|reason| Line::plain(self.lang.waived(reason))));
        }
        if !own.is_empty() {
            heading(lines, self.words().why_own);
            lines.extend(own.into_iter().map(indented));
        }
    }
}
