//! The first job: what is due, why on that day, and what to do about it.

use super::Session;
use super::talk::Told;
use crate::app::model::Model;
use crate::cli::due::{items, left, status};
use crate::domain::agenda::{AgendaItem, AgendaKind, Horizon};
use crate::domain::board::RoundKey;

impl Session<'_> {
    /// Reads out what is due until the user goes back.
    pub(super) fn due(&mut self) -> Told<()> {
        let prompts = self.prompts();
        loop {
            let items = items(&self.desk.model, None, Horizon::Year);
            if items.is_empty() {
                return self.talk.say(prompts.due_none);
            }
            self.talk.say(prompts.due_head)?;
            let lines: Vec<String> = items.iter().map(|item| line(&self.desk.model, item)).collect();
            let Some(at) = self.talk.choose(&lines)? else { return Ok(()) };
            self.due_item(&items[at])?;
        }
    }

    fn due_item(&mut self, item: &AgendaItem) -> Told<()> {
        let prompts = self.prompts();
        let model = &self.desk.model;
        let role = item.role.map(|role| format!("{} {}", model.words().role, model.lang.role(role)));
        self.talk.say(&line(&self.desk.model, item))?;
        self.talk.say_all(role.as_slice())?;
        self.say_lines(&self.desk.model.explain_item(item))?;
        let (to_do, act) = match &item.kind {
            AgendaKind::Task { .. } => (prompts.do_task, Some(prompts.act_progress)),
            AgendaKind::Submit { .. } | AgendaKind::Prepare { .. } => {
                (prompts.do_report, item.kind.report().map(|_| prompts.act_report))
            }
            AgendaKind::Chase { .. } => (prompts.do_chase, Some(prompts.act_board)),
            AgendaKind::AnswerExtension { .. } => (prompts.do_answer, None),
        };
        self.talk.say(to_do)?;
        let Some(act) = act else { return Ok(()) };
        match self.talk.choose(&[act.to_owned()])? {
            Some(_) => self.do_item(&item.kind),
            None => Ok(()),
        }
    }

    fn do_item(&mut self, kind: &AgendaKind) -> Told<()> {
        match kind {
            AgendaKind::Task { task } => self.enter_progress(task),
            AgendaKind::Chase { obligation, period, .. } => {
                self.board(&RoundKey { obligation: obligation.clone(), period: *period })
            }
            AgendaKind::Submit { .. } | AgendaKind::Prepare { .. } | AgendaKind::AnswerExtension { .. } => {
                kind.report().map_or(Ok(()), |key| self.report(&key))
            }
        }
    }
}

/// "Báo cáo năm 2026 gửi Sở Nội vụ; KH 165/KH-UBND, IV.7.a; quá hạn 23 ngày; đang soạn".
fn line(model: &Model, item: &AgendaItem) -> String {
    let lang = model.lang;
    let place = model.catalog.plan(&item.plan).map(|plan| model.place(plan, &item.clause));
    let left = left(model, item, |left| lang.left_in_words(left), |days| lang.silent_in_words(days));
    let status = status(item, lang).to_lowercase();
    let parts = [lang.to_whom(&model.agenda_title(item)), place.unwrap_or_default(), left, status];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
