//! The figures of a report, one by one: numbers, how firm they are, or that there is none.

use super::Session;
use super::talk::Told;
use crate::app::entry::QUALITIES;
use crate::app::screens::report::FigureRow;
use crate::app::update::{Figure, Said};
use crate::text::fold::fold;

/// How a figure was answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answered {
    /// It stays as it is.
    Kept,
    /// It is another one, or there is none.
    Given,
    /// It and all after it stay as they are.
    Skipped,
}

impl Session<'_> {
    /// Asks for every figure of the open report.
    pub(super) fn figures(&mut self) -> Told<()> {
        let count = self.desk.model.report.as_ref().map_or(0, |form| form.figures.len());
        for at in 0..count {
            self.say_figure(at, count)?;
            match self.ask_figure(at)? {
                Answered::Kept => {}
                Answered::Given => self.ask_quality(at)?,
                Answered::Skipped => break,
            }
        }
        Ok(())
    }

    fn row(&self, at: usize) -> Option<&FigureRow> {
        self.desk.model.report.as_ref().and_then(|form| form.figures.get(at))
    }

    fn say_figure(&mut self, at: usize, count: usize) -> Told<()> {
        let (prompts, lang) = (self.prompts(), self.desk.model.lang);
        let Some(row) = self.row(at).cloned() else { return Ok(()) };
        let found = self.desk.model.catalog.target(&row.target);
        let target = found.map(|(plan, target)| {
            format!("{} ({}); {}", target.indicator, target.unit, self.desk.model.place(plan, &target.clause))
        });
        self.talk.say(&format!("{}: {}.", lang.figure_of(at + 1, count), target.unwrap_or_default()))?;
        let now = match (typed(&row), row.none) {
            (_, true) => prompts.figure_none.to_owned(),
            (text, _) if text.is_empty() => prompts.empty.to_owned(),
            (text, _) => format!("{text}, {}", self.quality_of(&row)),
        };
        self.talk.say(&format!("{}: {now}.", prompts.figure_now))
    }

    fn quality_of(&self, row: &FigureRow) -> &'static str {
        let quality = QUALITIES.iter().find(|(quality, _)| *quality == row.quality);
        quality.map_or("", |(_, name)| name(self.desk.model.words()))
    }

    fn ask_figure(&mut self, at: usize) -> Told<Answered> {
        let prompts = self.prompts();
        let Some(before) = self.row(at).cloned() else { return Ok(Answered::Skipped) };
        loop {
            let answer = self.talk.ask(prompts.prompt_figure, prompts.help_figure)?;
            match fold(&answer).as_str() {
                "" => {
                    self.put_back(&before);
                    return Ok(Answered::Kept);
                }
                "b" | "s" => {
                    self.put_back(&before);
                    return Ok(Answered::Skipped);
                }
                "k" | "n" | "khong" | "khong co" | "khong co so" => {
                    self.put_back(&before);
                    self.tell(Said::Figure(before.target.clone(), Figure::Without));
                    if self.row(at).is_some_and(|row| row.none) {
                        return Ok(Answered::Kept);
                    }
                    self.talk.say(prompts.figure_known)?;
                }
                _ => {
                    self.give(&before, &answer);
                    self.say_unkept()?;
                    if self.is_readable(at) {
                        return Ok(Answered::Given);
                    }
                    self.talk.say(prompts.figure_bad)?;
                }
            }
        }
    }

    fn give(&mut self, row: &FigureRow, typed: &str) {
        let typed = typed.trim_end_matches('%').trim();
        let (numerator, denominator) = typed.split_once('/').unwrap_or((typed, ""));
        let numbers = Figure::Numbers(numerator.trim().to_owned(), denominator.trim().to_owned());
        self.tell(Said::Figure(row.target.clone(), numbers));
    }

    /// What could not be read does not stay.
    fn put_back(&mut self, before: &FigureRow) {
        let now = self.desk.model.report.as_ref();
        let now = now.and_then(|form| form.figures.iter().find(|row| row.target == before.target));
        if now.is_some_and(|now| typed(now) != typed(before)) {
            self.give(before, &typed(before));
        }
    }

    fn is_readable(&self, at: usize) -> bool {
        self.row(at).is_some_and(|row| {
            let typed = row.typed();
            matches!((typed.numerator, typed.denominator), (Ok(Some(_)), Ok(denominator)) if denominator.is_none_or(|of| of > 0.0))
        })
    }

    fn ask_quality(&mut self, at: usize) -> Told<()> {
        let (prompts, words) = (self.prompts(), self.desk.model.words());
        let Some(row) = self.row(at).cloned() else { return Ok(()) };
        self.talk.say(&format!("{} {}.", prompts.quality_head, self.quality_of(&row)))?;
        let names = QUALITIES.map(|(_, name)| name(words).to_owned());
        if let Some(chosen) = self.talk.choose_or(&names, prompts.prompt_keep)? {
            self.tell(Said::Figure(row.target.clone(), Figure::Quality(QUALITIES[chosen].0)));
        }
        Ok(())
    }
}

/// The numbers as they are typed: "12/20", "97,65".
fn typed(row: &FigureRow) -> String {
    match (row.numerator.text().trim(), row.denominator.text().trim()) {
        (numerator, "") => numerator.to_owned(),
        (numerator, denominator) => format!("{numerator}/{denominator}"),
    }
}
