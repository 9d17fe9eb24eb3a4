//! "Vì sao ngày này": from the clause to the day.

use crate::domain::agenda::{AgendaItem, AgendaKind, ItemStatus};
use crate::domain::clock::vn_date_of;
use crate::domain::decision::Ruling;
use crate::domain::explain::explain;
use crate::domain::ids::ItemId;
use crate::domain::occurrence::Due;
use crate::domain::plan::Plan;
use crate::domain::schedule::{Period, Schedule};

use super::super::line::{Line, Tone};
use super::super::model::Model;

impl Model {
    /// The detail pane of the agenda: what is selected, and why on that day.
    pub fn agenda_detail(&self) -> Vec<Line> {
        self.agenda.selected().map(|item| self.item_detail(item)).unwrap_or_default()
    }

    /// An item of the agenda or the year: what it is, and why on that day.
    pub(super) fn item_detail(&self, item: &AgendaItem) -> Vec<Line> {
        let Some(plan) = self.catalog.plan(&item.plan) else { return Vec::new() };
        let mut lines = vec![self.agenda_head(item, plan)];
        lines.extend(self.inherited_line(item));
        lines.extend(self.lang.pending(item.pending).map(|text| Line::of(Tone::Warn, text)));
        lines.extend(self.own_words(item));
        let schedule = self.catalog.schedule_of(&item.kind.duty());
        match (&schedule, item.due) {
            (Some(schedule), Some(due)) => lines.extend(self.why(&item.clause, schedule, &due)),
            (Some(schedule), None) => lines.push(self.why_no_day(schedule)),
            _ => {}
        }
        if let Some(cascade) = self.cascade_line(&item.kind) {
            // Before the entries of the calendar, which may run over the edge.
            lines.insert(lines.len().min(2), cascade);
        }
        lines
    }

    /// What users settled about an item: another day, a day of their own, the document that opened it.
    fn own_words(&self, item: &AgendaItem) -> Vec<Line> {
        let request = item.kind.report().and_then(|key| self.catalog.settled().extension(&key).cloned());
        let request = request.map(|request| Line::of(Tone::Warn, self.request_text(&request)));
        let own_day = item.internal_day.map(|day| Line::plain(self.lang.internal_day(day)));
        let opened = item.opened_by.as_ref();
        let opened = opened.map(|opened| Line::plain(self.lang.opened_by(&opened.number, opened.dated)));
        request.into_iter().chain(opened).chain(own_day).collect()
    }

    /// From whom the item came, or what is open about it.
    fn inherited_line(&self, item: &AgendaItem) -> Option<Line> {
        let words = self.words();
        let from = item.inherited_from.as_ref();
        let name = from.map(|from| format!(" ({})", self.catalog.short_name(from))).unwrap_or_default();
        let text = match item.status {
            ItemStatus::HeirUnknown => format!("{}{name} · {}", words.heir_open, words.question_hint),
            ItemStatus::AwaitingDecision => format!("{}{name} · {}", words.group_open, words.question_hint),
            _ => self.lang.taken_over(self.catalog.short_name(from?)),
        };
        Some(Line::of(Tone::Warn, text))
    }

    fn agenda_head(&self, item: &AgendaItem, plan: &Plan) -> Line {
        let mut place = self.place(plan, &item.clause);
        if let Some(role) = item.role {
            place = format!("{place} · {} {}", self.words().role, self.lang.role(role));
        }
        Line::of(Tone::Strong, self.agenda_title(item)).and(Tone::Dim, format!(" · {place}"))
    }

    /// The title of an item; what has to be chased says how many are owing.
    pub fn agenda_title(&self, item: &AgendaItem) -> String {
        let title = self.plain_title(item);
        // Whose it was, where that is not the agency that is shown.
        let owner = match &item.kind {
            AgendaKind::Submit { reporter: Some(reporter), .. } | AgendaKind::Prepare { reporter, .. }
                if item.status.is_question() && self.agency.as_ref() != Some(reporter) =>
            {
                Some(reporter)
            }
            _ => item.inherited_from.as_ref(),
        };
        match owner {
            Some(owner) => format!("{}: {title}", self.catalog.short_name(owner)),
            None => title,
        }
    }

    /// How long a request for another day has waited for its answer; `None` for any other item.
    pub fn waiting_days(&self, item: &AgendaItem) -> Option<i64> {
        let AgendaKind::AnswerExtension { key, .. } = &item.kind else { return None };
        let settled = self.catalog.settled();
        let request = settled.extension(key).filter(|request| request.is_open())?;
        let asked = settled.stamp_for(&Ruling::Extension(request.clone())).at?;
        Some(self.day().signed_duration_since(vn_date_of(&asked)).num_days().max(0))
    }

    fn plain_title(&self, item: &AgendaItem) -> String {
        match &item.kind {
            AgendaKind::Chase { obligation, owing: 0, period, .. } if item.pending.receipt > 0 => {
                self.lang.to_receive(item.pending.receipt, &self.report_name(obligation, *period))
            }
            AgendaKind::Chase { owing, total, period, .. } if self.agency.is_some() => {
                self.lang.chase(*owing, *total, &self.lang.period(*period))
            }
            AgendaKind::Chase { obligation, owing, total, period } => {
                let report = self.report_name(obligation, *period);
                format!("{report} · {}", self.lang.owing_of(*owing, *total))
            }
            AgendaKind::Submit { obligation, period, .. } => self.report_name(obligation, *period),
            AgendaKind::Prepare { obligation, period, .. } => {
                format!("{} {}", self.words().prepare, self.report_name(obligation, *period))
            }
            AgendaKind::AnswerExtension { key, asked_for } => {
                self.lang.answer_request(self.catalog.short_name(&key.agency), *asked_for)
            }
            AgendaKind::Task { .. } => item.title.clone(),
        }
    }

    /// A report by its period and its reader: "Báo cáo năm 2026 → Sở Nội vụ".
    pub fn report_name(&self, obligation: &ItemId, period: Period) -> String {
        let Some((_, found)) = self.catalog.obligation(obligation) else { return String::new() };
        let recipient = self.catalog.short_name(&found.recipient);
        self.lang.report_name(&found.title, &found.schedule.rule, period, recipient)
    }

    /// Phrase, last valid day, advice, and the calendar entries that made it so.
    pub(super) fn why(&self, clause: &str, schedule: &Schedule, due: &Due) -> Vec<Line> {
        let words = self.words();
        let why = explain(&self.calendar, clause, schedule, due, self.day());
        // The clause is named only where the phrase stands in another one than the item.
        let from = if why.clause == clause { String::new() } else { format!(" ({})", why.clause) };
        let mut way =
            Line::of(Tone::Strong, words.why_this_day).and(Tone::Plain, format!(" “{}”{from}", why.phrase));
        way = way
            .and(Tone::Plain, format!(" → {} {}", words.last_valid_day, self.lang.day_short(why.due_last)));
        if why.due_advice != why.due_last {
            let advice = format!(
                " → {} {} ({})",
                words.better_send,
                self.lang.day_short(why.due_advice),
                words.last_working_day
            );
            way = way.and(Tone::Plain, advice);
        }
        let mut lines = vec![way];
        let mut entries: Vec<_> = why.entries.iter().map(|entry| self.lang.calendar_entry(entry)).collect();
        entries.extend(why.if_approved.iter().map(|(_, day)| self.lang.if_approved(*day)));
        if !entries.is_empty() {
            lines.push(Line::of(Tone::Dim, format!("{}: {}", words.calendar, entries.join(" · "))));
        }
        lines
    }

    pub(super) fn why_no_day(&self, schedule: &Schedule) -> Line {
        let words = self.words();
        let rule = self.lang.rule(&schedule.rule);
        let text = match schedule.phrase.as_str() {
            "" => format!(" {} → {rule}", words.no_phrase),
            phrase if phrase == rule => format!(" “{phrase}”"),
            phrase => format!(" “{phrase}” → {rule}"),
        };
        Line::of(Tone::Strong, words.why_no_day).and(Tone::Plain, text)
    }
}
