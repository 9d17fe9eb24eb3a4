//! The first job: what is due, why on that day, and what to do about it.

use super::Session;
use super::talk::Told;
use crate::app::model::Model;
use crate::cli::due::{items, left, status};
use crate::domain::agenda::{AgendaItem, AgendaKind, Horizon};
use crate::domain::board::RoundKey;

/// What can be done about an item.
#[derive(Clone, Copy)]
enum Act {
    Why,
    Progress,
    Report,
    Board,
}

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
        self.talk.say(&line(&self.desk.model, item))?;
        self.say_lines(&self.desk.model.item_detail(item))?;
        let (to_do, act) = match &item.kind {
            AgendaKind::Task { .. } => (prompts.do_task, Some((Act::Progress, prompts.act_progress))),
            AgendaKind::Submit { .. } | AgendaKind::Prepare { .. } => {
                let open = item.kind.report().map(|_| (Act::Report, prompts.act_report));
                (prompts.do_report, open)
            }
            AgendaKind::Chase { .. } => (prompts.do_chase, Some((Act::Board, prompts.act_board))),
            AgendaKind::AnswerExtension { .. } => (prompts.do_answer, None),
        };
        self.talk.say(to_do)?;
        let acts: Vec<_> = act.into_iter().chain([(Act::Why, prompts.act_why)]).collect();
        let lines: Vec<String> = acts.iter().map(|(_, name)| (*name).to_owned()).collect();
        while let Some(at) = self.talk.choose(&lines)? {
            match (acts[at].0, &item.kind) {
                (Act::Why, _) => self.say_lines(&self.desk.model.explain_item(item))?,
                (Act::Progress, AgendaKind::Task { task }) => return self.enter_progress(task),
                (Act::Board, AgendaKind::Chase { obligation, period, .. }) => {
                    return self.board(&RoundKey { obligation: obligation.clone(), period: *period });
                }
                (Act::Report, kind) => {
                    return kind.report().map_or(Ok(()), |key| self.report(&key));
                }
                (Act::Progress | Act::Board, _) => {}
            }
        }
        Ok(())
    }
}

/// "Báo cáo năm 2026: Sở Nội vụ; KH 165/KH-UBND, IV.7.a; quá hạn 23 ngày; đang soạn".
fn line(model: &Model, item: &AgendaItem) -> String {
    let lang = model.lang;
    let place = model.catalog.plan(&item.plan).map(|plan| model.place(plan, &item.clause));
    let left = left(model, item, |left| lang.left_in_words(left), |days| lang.silent_in_words(days));
    let status = status(item, lang).to_lowercase();
    let parts = [model.agenda_title(item), place.unwrap_or_default(), left, status];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
