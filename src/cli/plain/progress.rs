//! The second job: how far a task is, in the form of the screen.

use super::Session;
use super::talk::Told;
use crate::app::entry::WORK_STATES;
use crate::app::form::FieldId;
use crate::app::model::Model;
use crate::app::update::Said;
use crate::domain::change::Record;
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::plan::Plan;
use crate::domain::task::Task;

/// What is asked, in the order in which somebody tells it.
const FIELDS: [FieldId; 7] = [
    FieldId::State,
    FieldId::Percent,
    FieldId::Result,
    FieldId::Obstacle,
    FieldId::Proposal,
    FieldId::Evidence,
    FieldId::AsOf,
];

impl Session<'_> {
    /// Asks for a task of the user's agency, and for an entry on it.
    pub(super) fn progress(&mut self) -> Told<()> {
        let Some(agency) = self.own_agency()? else { return Ok(()) };
        loop {
            let tasks = tasks(&self.desk.model, &agency);
            if tasks.is_empty() {
                return self.talk.say(self.desk.model.words().no_tasks);
            }
            self.talk.say(self.prompts().task_head)?;
            let lines: Vec<String> = tasks.iter().map(|(_, line)| line.clone()).collect();
            let Some(at) = self.talk.choose(&lines)? else { return Ok(()) };
            self.enter_progress(&tasks[at].0)?;
        }
    }

    /// The user's agency; asks for it where it is not known.
    pub(super) fn own_agency(&mut self) -> Told<Option<AgencyId>> {
        if self.desk.model.my_agency.is_none() {
            self.talk.say(self.prompts().agency_needed)?;
            self.ask_agency()?;
        }
        Ok(self.desk.model.my_agency.clone())
    }

    /// Asks for an entry on a task.
    pub(super) fn enter_progress(&mut self, task: &ItemId) -> Told<()> {
        let Some(agency) = self.own_agency()? else { return Ok(()) };
        self.tell(Said::Entry(task.clone()));
        let about = self.form().map(|form| form.about.clone()).unwrap_or_default();
        self.say_lines(&about)?;
        self.say_notice()?;
        self.say_last(task, &agency)?;
        self.fill_in(&FIELDS)
    }

    fn say_last(&mut self, task: &ItemId, agency: &AgencyId) -> Told<()> {
        let prompts = self.prompts();
        let Some(entry) = self.desk.model.latest_entry(task, Some(agency)) else {
            return self.talk.say(prompts.no_entry);
        };
        self.talk.say(prompts.last_entry)?;
        self.say_lines(&self.desk.model.record_lines(&Record::Progress(entry)))
    }
}

/// The tasks of an agency in the order of the documents, each with the line that tells it.
fn tasks(model: &Model, agency: &AgencyId) -> Vec<(ItemId, String)> {
    let plans = model.catalog.plans.iter().filter(|plan| plan.is_known_on(model.day()));
    let tasks =
        plans.flat_map(|plan| model.catalog.tasks_of(&plan.id).into_iter().map(move |task| (plan, task)));
    let held = tasks.filter(|(_, task)| model.role_in(task, agency).is_some());
    held.map(|(plan, task)| (task.id.clone(), line(model, plan, &task, agency))).collect()
}

fn line(model: &Model, plan: &Plan, task: &Task, agency: &AgencyId) -> String {
    let words = model.words();
    let state = model.latest_entry(&task.id, Some(agency)).map(|entry| entry.state);
    let state = state.and_then(|state| WORK_STATES.iter().find(|(other, _)| *other == state));
    let state = state.map_or(words.state_not_started, |(_, name)| name(words));
    format!("{}; {}; {state}", task.title, model.place(plan, &task.clause))
}
