//! `tiendo --plain`: the main jobs as numbered questions, line by line, for whoever sees no screen.
//!
//! The forms, the drafts, the checks and the saves are those of the screens: what is answered here goes to the state
//! machine by name instead of by keys. Nothing is written but words and line ends.

mod agency;
mod board;
mod choose;
mod due;
mod figures;
mod form;
mod progress;
mod report;
mod talk;

use std::time::Instant;

use self::talk::{Stop, Talk, Told};
use super::Output;
use super::context::Context;
use super::database::Desk;
use super::error::CliError;
use super::outbox::Outbox;
use crate::app::action::Action;
use crate::app::line::Line;
use crate::app::model::View;
use crate::app::msg::{Msg, Now};
use crate::app::overlay::{OnYes, Overlay, Question};
use crate::app::screens::report::Step;
use crate::app::update::Said;
use crate::domain::change::Failure;
use crate::text::words::Prompts;

/// One run: the state of the program, and whom it talks to.
struct Session<'a> {
    context: &'a Context,
    desk: Desk,
    outbox: Outbox,
    talk: Talk,
    started: Instant,
    /// The last draft that could not be kept, and why.
    lost: Option<(Failure, String)>,
}

/// Talks until the user leaves or the input ends; either is a good end.
///
/// # Errors
/// The database or the output cannot be used, or what was typed could not be kept.
pub(super) fn run(context: &Context) -> Result<Output, CliError> {
    let desk = Desk::open(context)?;
    let outbox = Outbox::open(None, &desk.model.layout, desk.model.demo);
    let talk = Talk::new(context.lang);
    let mut session = Session { context, desk, outbox, talk, started: Instant::now(), lost: None };
    let left = session.talk_through();
    session.hear(Msg::Leave);
    if let Some((failure, draft)) = session.lost.take().filter(|_| session.desk.model.has_unsaved_text()) {
        return Err(CliError::NotKept(failure, draft));
    }
    match left {
        Err(Stop::Broken(error)) => Err(CliError::Unwritable(error)),
        Ok(()) | Err(Stop::Left | Stop::Ended) => session.part(&left),
    }
}

impl Session<'_> {
    fn talk_through(&mut self) -> Told<()> {
        let prompts = self.prompts();
        self.talk.say(prompts.greeting)?;
        if self.desk.model.demo {
            self.talk.say(self.desk.model.words().demo_banner)?;
        }
        if self.desk.model.my_agency.is_none() {
            self.ask_agency()?;
        }
        loop {
            self.say_where()?;
            let jobs = [
                prompts.menu_due,
                prompts.menu_progress,
                prompts.menu_report,
                prompts.menu_board,
                prompts.menu_agency,
            ];
            let Some(job) = self.talk.choose_or(&jobs.map(str::to_owned), prompts.prompt_leave)? else {
                return Ok(());
            };
            // What others entered meanwhile counts.
            self.tell(Said::Do(Action::Show(View::Agenda)));
            match job {
                0 => self.due()?,
                1 => self.progress()?,
                2 => self.reports()?,
                3 => self.rounds()?,
                _ => self.ask_agency()?,
            }
        }
    }

    fn say_where(&mut self) -> Told<()> {
        let (prompts, model) = (self.prompts(), &self.desk.model);
        let agency = model.my_agency.as_ref();
        let agency = agency.map_or(model.words().all_agencies, |agency| super::due::full_name(model, agency));
        let today = model.lang.day_long(model.today());
        let lines = [format!("{}: {agency}.", prompts.agency_is), format!("{}: {today}.", prompts.today_is)];
        self.talk.gap()?;
        self.talk.say_all(&lines)
    }

    /// The last words, whether the user left or the input ended.
    fn part(&mut self, left: &Told<()>) -> Result<Output, CliError> {
        let prompts = self.prompts();
        let mut words = Vec::new();
        if matches!(left, Err(Stop::Ended)) {
            words.push(prompts.input_ended);
        }
        if !self.desk.model.drafts.is_empty() {
            words.push(prompts.drafts_kept);
        }
        words.push(prompts.farewell);
        match self.talk.gap().and_then(|()| self.talk.say(&words.join(" "))) {
            Err(Stop::Broken(error)) => Err(CliError::Unwritable(error)),
            _ => Ok(Output::good(String::new())),
        }
    }

    fn prompts(&self) -> &'static Prompts {
        self.context.lang.words_of_prompts()
    }

    /// Says something to the state machine; what it asks for is done when this is back.
    fn tell(&mut self, said: Said) {
        self.hear(Msg::Said(said));
    }

    fn hear(&mut self, msg: Msg) {
        self.desk.now = Now { instant: self.context.written_at(), elapsed: self.started.elapsed() };
        let lost = self.desk.tell(msg, &self.outbox);
        self.lost = lost.or(self.lost.take());
    }

    /// Reads out the message that the state machine left, if it left one.
    fn say_notice(&mut self) -> Told<()> {
        match self.desk.model.notice.take() {
            Some(notice) => self.talk.say(&notice.text),
            None => Ok(()),
        }
    }

    /// Says so while what was just typed is not on the disk.
    fn say_unkept(&mut self) -> Told<()> {
        if self.desk.model.has_unsaved_text() { self.say_notice() } else { Ok(()) }
    }

    fn say_lines(&mut self, lines: &[Line]) -> Told<()> {
        self.talk.say_all(&lines.iter().map(Line::text).collect::<Vec<_>>())
    }

    /// Reads out what stands on top and asks, as long as questions do.
    fn answer_questions(&mut self) -> Told<()> {
        while let Some(Overlay::Question(question)) = self.desk.model.overlays.last() {
            let (question, ask) = (question.clone(), self.question_of(question));
            // The last line tells keys, of which there are none here.
            let told = question.lines.split_last().map_or(&[][..], |(_, told)| told);
            self.say_lines(told)?;
            let yes = self.talk.yes(ask)?;
            self.tell(Said::Do(if yes { Action::Confirm } else { Action::Back }));
        }
        Ok(())
    }

    fn question_of(&self, question: &Question) -> &'static str {
        let prompts = self.prompts();
        match &question.on_yes {
            OnYes::SaveOver(_) => prompts.save_over,
            OnYes::StepReport(Step::Submit) => prompts.ask_submit,
            OnYes::StepReport(Step::Send(_)) => prompts.ask_send,
            OnYes::StepReport(Step::Receive) => prompts.ask_receive,
            _ => prompts.agree,
        }
    }
}
