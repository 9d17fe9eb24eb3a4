//! A numbered list in pages, and the choice of one of its lines by number or by words.

use super::talk::{Talk, Told};
use crate::text::fold::{Query, Searchable};

/// Lines that are read out before the user is asked whether to go on.
const PAGE: usize = 15;

/// What an answer to a list means.
enum Answer {
    /// The line at this place of the whole list.
    Line(usize),
    /// Read on.
    On,
    /// Back.
    Back,
    /// Only these lines, by their places in the whole list.
    Only(Vec<usize>),
    /// It means nothing; why was said.
    Nothing,
}

impl Talk {
    /// Asks for one of these; `None`: back.
    pub(super) fn choose(&mut self, items: &[String]) -> Told<Option<usize>> {
        self.choose_or(items, self.prompts().prompt)
    }

    /// The same with another last prompt, which says what an empty answer does.
    pub(super) fn choose_or(&mut self, items: &[String], prompt: &str) -> Told<Option<usize>> {
        let all: Vec<usize> = (0..items.len()).collect();
        let (mut shown, mut from) = (all.clone(), 0);
        loop {
            self.read_page(items, &shown, from)?;
            let more = from + PAGE < shown.len();
            loop {
                match self.answer(items, &shown, more, prompt)? {
                    Answer::Line(at) => return Ok(Some(at)),
                    Answer::On => from += PAGE,
                    // Back from some of the lines leads to all of them.
                    Answer::Back if shown.len() < all.len() => (shown, from) = (all.clone(), 0),
                    Answer::Back => return Ok(None),
                    Answer::Only(some) => (shown, from) = (some, 0),
                    Answer::Nothing => continue,
                }
                break;
            }
        }
    }

    fn read_page(&mut self, items: &[String], shown: &[usize], from: usize) -> Told<()> {
        let to = shown.len().min(from + PAGE);
        if shown.len() > PAGE {
            self.say(&self.lang.lines_from_to(from + 1, to, shown.len()))?;
        }
        let page = shown.iter().enumerate().take(to).skip(from);
        let lines = page.filter_map(|(at, place)| Some(format!("{}. {}", at + 1, items.get(*place)?)));
        self.say_all(&lines.collect::<Vec<_>>())
    }

    fn answer(&mut self, items: &[String], shown: &[usize], more: bool, prompt: &str) -> Told<Answer> {
        let prompts = self.prompts();
        let typed = self.ask(if more { prompts.prompt_more } else { prompt }, prompts.help_choose)?;
        if let Ok(number) = typed.parse::<usize>() {
            let place = number.checked_sub(1).and_then(|at| shown.get(at));
            return Ok(match place {
                Some(place) => Answer::Line(*place),
                None if number == 0 => Answer::Back,
                None => {
                    self.say(&self.lang.no_such_number(&typed, shown.len()))?;
                    Answer::Nothing
                }
            });
        }
        match typed.as_str() {
            "" if more => Ok(Answer::On),
            "" => Ok(Answer::Back),
            words => self.found(items, words),
        }
    }

    /// The lines that have these words, the best first.
    fn found(&mut self, items: &[String], words: &str) -> Told<Answer> {
        let query = Query::new(words);
        let ranks = items.iter().enumerate();
        let ranks = ranks.filter_map(|(at, item)| Some((query.rank(&Searchable::new(item))?, at)));
        let mut found: Vec<_> = ranks.collect();
        found.sort_unstable();
        match found.as_slice() {
            [] => {
                self.say(self.prompts().no_match)?;
                Ok(Answer::Nothing)
            }
            [(_, one)] => Ok(Answer::Line(*one)),
            _ => Ok(Answer::Only(found.into_iter().map(|(_, at)| at).collect())),
        }
    }
}
