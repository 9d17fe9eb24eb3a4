//! The fourth job: who has not reported, whom to call, and the files that remind them.

use super::Session;
use super::talk::Told;
use crate::app::model::Model;
use crate::cli::{due, remind};
use crate::domain::board::{Board, BoardRow, RoundKey};

impl Session<'_> {
    /// Asks for a round, and reads it out.
    pub(super) fn rounds(&mut self) -> Told<()> {
        loop {
            let model = &self.desk.model;
            let rounds: Vec<RoundKey> =
                model.rounds().into_iter().filter(|round| model.can_be_listed(&round.obligation)).collect();
            if rounds.is_empty() {
                return self.talk.say(self.prompts().no_list);
            }
            let lines: Vec<String> = rounds.iter().map(|round| line(model, round)).collect();
            self.talk.say(self.prompts().board_which)?;
            let Some(at) = self.talk.choose(&lines)? else { return Ok(()) };
            self.board(&rounds[at])?;
        }
    }

    /// Reads out who has not reported in a round, and offers to remind them.
    pub(super) fn board(&mut self, round: &RoundKey) -> Told<()> {
        let prompts = self.prompts();
        let Some(found) = self.desk.model.board_of(round) else { return Ok(()) };
        self.say_counts(&found)?;
        let owing: Vec<&BoardRow> = found.rows.iter().filter(|row| row.state.is_owed()).collect();
        if owing.is_empty() {
            return self.talk.say(self.desk.model.words().board_nobody_to_remind);
        }
        self.talk.say(prompts.board_owing)?;
        let lines: Vec<String> = owing.iter().map(|row| row_line(&self.desk.model, &found, row)).collect();
        while let Some(at) = self.talk.choose(&lines)? {
            self.say_row(&found, owing[at], &lines[at])?;
        }
        self.remind(&found)
    }

    fn say_counts(&mut self, found: &Board) -> Told<()> {
        let model = &self.desk.model;
        let (words, lang) = (model.words(), model.lang);
        let day = found.due.map(|due| format!("{} {}", words.board_due, lang.day_long(due.due_last)));
        let mut lines = vec![
            lang.to_whom(&model.board_name(found)),
            day.unwrap_or_else(|| words.board_no_day.to_owned()),
            model.board_denominator(found),
            lang.board_share(found.total() - found.owing(), found.total()),
            model.board_tally(found),
        ];
        lines.extend(found.preview.then(|| words.board_draft.to_owned()));
        self.talk.say_all(&lines)
    }

    fn say_row(&mut self, found: &Board, row: &BoardRow, line: &str) -> Told<()> {
        let model = &self.desk.model;
        let contact = model.catalog.settled().contact(&row.agency).map(|_| model.contact_line(&row.agency));
        let contact = contact.map_or_else(|| self.prompts().board_no_contact.to_owned(), |line| line.text());
        let day = found.holding_day(row).map(|day| model.lang.day_long(day)).unwrap_or_default();
        let past = model.lang.punctual_past(row.past);
        let words = model.words();
        let lines = [
            line.to_owned(),
            format!("{}: {day}", words.col_due),
            format!("{}: {past}", words.col_past),
            contact,
        ];
        self.talk.say_all(&lines)
    }

    /// Writes the files of a reminder, as `tiendo remind` does.
    fn remind(&mut self, found: &Board) -> Told<()> {
        let prompts = self.prompts();
        let lang = self.desk.model.lang;
        let reminding = match remind::to_do(&self.desk.model, found, false) {
            Ok(Ok(reminding)) => reminding,
            Ok(Err(why)) => return self.talk.say(&why),
            Err(error) => return self.talk.say(&error.text(lang)),
        };
        self.talk.say(&lang.reminds(reminding.batch.fresh.len()))?;
        if !self.talk.yes(prompts.board_remind)? {
            return Ok(());
        }
        let written = remind::write(&mut self.desk, &self.outbox, &reminding);
        let said = match &written {
            Ok(delivered) => lang.delivered(delivered),
            Err(error) => error.text(lang),
        };
        self.talk.say(&said)
    }
}

fn line(model: &Model, round: &RoundKey) -> String {
    let name = model.lang.to_whom(&model.report_name(&round.obligation, round.period));
    let place = model.catalog.obligation(&round.obligation);
    let place = place.map(|(plan, found)| model.place(plan, &found.clause)).unwrap_or_default();
    let found = model.board_of(round);
    let sent = found.map(|found| model.lang.board_share(found.total() - found.owing(), found.total()));
    format!("{name}; {place}; {}", sent.unwrap_or_default())
}

fn row_line(model: &Model, found: &Board, row: &BoardRow) -> String {
    let late = row.late_days.filter(|_| !found.preview);
    let late = late.map(|days| model.lang.board_late(row.state, days)).unwrap_or_default();
    let card = model.catalog.settled().contact(&row.agency);
    let card = card.map(|card| format!("{} {}", card.person, card.phone)).unwrap_or_default();
    let name = due::full_name(model, &row.agency).to_owned();
    let parts = [name, model.lang.board_state(row).to_lowercase(), late, card.trim().to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
