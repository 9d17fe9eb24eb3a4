//! Lines out and answers in: the only place that reads the input and writes the output.
//!
//! Knows nothing of plans. A terminal edits its own line; of a pipe each line is an answer.

use std::io::{self, BufRead, IsTerminal, StdinLock, StdoutLock, Write};

use crate::app::line::{Line, wrap};
use crate::text::fold::fold;
use crate::text::sanitise::{multi_line, one_line};
use crate::text::words::{Lang, Prompts};

/// Widest line, in cells.
const CELLS: usize = 72;

/// Why the talk is over.
#[derive(Debug)]
pub(super) enum Stop {
    /// The user left.
    Left,
    /// The input ended, or nobody reads the output any more.
    Ended,
    /// The output cannot be written, or the input cannot be read.
    Broken(io::Error),
}

/// An answer, or the end of the talk.
pub(super) type Told<T> = Result<T, Stop>;

/// Both sides of the talk.
pub(super) struct Talk {
    input: StdinLock<'static>,
    output: StdoutLock<'static>,
    pub(super) lang: Lang,
    /// Whether what is typed stands on the paper already, its line end with it.
    echoed: bool,
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Ended,
            _ => Self::Broken(error),
        }
    }
}

impl Talk {
    pub(super) fn new(lang: Lang) -> Self {
        let echoed = io::stdin().is_terminal();
        Self { input: io::stdin().lock(), output: io::stdout().lock(), lang, echoed }
    }

    pub(super) fn prompts(&self) -> &'static Prompts {
        self.lang.words_of_prompts()
    }

    /// Says words of the program, wrapped.
    pub(super) fn say(&mut self, text: &str) -> Told<()> {
        self.quote(&spoken(&self.lang.without_keys(text)))
    }

    pub(super) fn say_all(&mut self, texts: &[String]) -> Told<()> {
        texts.iter().try_for_each(|text| self.say(text))
    }

    /// Says what somebody wrote, as it was written, wrapped.
    pub(super) fn quote(&mut self, text: &str) -> Told<()> {
        for line in multi_line(text).split('\n') {
            for row in wrap(&Line::plain(line), CELLS) {
                writeln!(self.output, "{}", row.text())?;
            }
        }
        Ok(())
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> Told<()> {
        Ok(writeln!(self.output)?)
    }

    /// Asks for one line, trimmed; `?` reads out `help` and asks again, `q` leaves.
    pub(super) fn ask(&mut self, prompt: &str, help: &str) -> Told<String> {
        loop {
            write!(self.output, "{prompt}")?;
            let answer = self.line()?;
            match answer.trim() {
                "?" => self.say(help)?,
                "q" | "Q" => return Err(Stop::Left),
                answer => return Ok(answer.to_owned()),
            }
        }
    }

    /// Asks yes or no; nothing is no.
    pub(super) fn yes(&mut self, question: &str) -> Told<bool> {
        let prompts = self.prompts();
        self.say(question)?;
        loop {
            match fold(&self.ask(prompts.prompt_yes, prompts.help_yes)?).as_str() {
                "c" | "co" | "y" | "yes" => return Ok(true),
                "" | "k" | "khong" | "n" | "no" => return Ok(false),
                _ => self.say(prompts.no_yes)?,
            }
        }
    }

    /// The next line of the input, clean and without its end.
    pub(super) fn line(&mut self) -> Told<String> {
        loop {
            self.output.flush()?;
            let mut bytes = Vec::new();
            if self.input.read_until(b'\n', &mut bytes)? == 0 {
                self.gap()?;
                return Err(Stop::Ended);
            }
            if !self.echoed {
                self.gap()?;
            }
            match String::from_utf8(bytes) {
                Ok(line) => return Ok(one_line(&line)),
                Err(_) => self.say(self.prompts().not_utf8)?,
            }
        }
    }
}

/// Words of the screen as a sentence that can be read out: signs that only part or point become punctuation.
fn spoken(text: &str) -> String {
    let text = text.replace(" · ", "; ").replace(" → ", ": ");
    text.strip_prefix("! ").unwrap_or(&text).to_owned()
}
