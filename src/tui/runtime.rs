//! The loop: wait, take what is queued, update, draw once.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Instant;
use std::{io, thread};

use chrono::Utc;

use crate::app::chord::Chord;
use crate::app::layout::Size;
use crate::app::model::{Model, Notice, Setup};
use crate::app::msg::{Effect, Msg, Now};
use crate::domain::change::{Failure, Record, Reply, Request};
use crate::domain::clock::vn_time;
use crate::text::parcel::{Delivered, Parcel, Undelivered};

use super::input::read_events;
use super::looks::Looks;
use super::screen::Screen;
use super::signals;
use super::terminal::{TerminalGuard, enter, leave};
use super::wire::Caps;
use super::writer::Writer;

/// Messages that are taken in together before anybody looks at the clock: a steady stream must not starve the screen.
const MOST_AT_ONCE: usize = 64;

/// What a desk answers.
pub enum Answer {
    /// The store, to a request.
    Store(Box<Reply>),
    /// Where files were put, or why not.
    Written(Result<Delivered, Undelivered>),
}

/// Where requests for the store and files are handed in; the answers come back through the function given at the start.
pub trait Desk {
    /// Hands in a request; does not wait.
    fn ask(&mut self, request: Request);
    /// Hands in files to be written, and what is saved once they are on the disk; does not wait.
    fn write(&mut self, parcel: Parcel, then: Option<Record>);
    /// Waits until everything handed in is done, with what follows from it.
    fn close(self: Box<Self>);
}

/// Why the full-screen program could not go on.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal cannot be read, written or set up.
    #[error("{0}")]
    Terminal(#[from] io::Error),
    /// A fault of the program; what was typed is kept.
    #[error("{0}")]
    Panicked(String),
    /// What was typed could not be written when the program ended.
    #[error("the typed text is not saved: {failure:?}")]
    NotKept {
        /// Why.
        failure: Failure,
        /// The draft, to be shown.
        draft: String,
    },
}

/// The terminal as the environment describes it.
#[derive(Debug)]
pub struct Display {
    /// How the screen looks on it.
    pub looks: Looks,
    /// What it can.
    pub caps: Caps,
    /// What has to be said about it, until the first key.
    pub notice: Option<Notice>,
}

/// What comes from outside the state machine.
pub(super) enum Input {
    Key(Chord),
    Paste(String),
    Resize(Size),
    Store(Box<Reply>),
    Written(Box<Result<Delivered, Undelivered>>),
    Continue,
    Suspend,
    Gone,
    /// The terminal took the last frame, and another one waits.
    Drained,
    /// The terminal cannot be written to.
    Broken(io::Error),
}

struct Runtime {
    model: Model,
    screen: Screen,
    inputs: Receiver<Input>,
    desk: Box<dyn Desk>,
    started: Instant,
    quit: bool,
}

/// Runs the full-screen program until the user leaves it.
///
/// # Errors
/// When the terminal cannot be used, or after a fault of the program; both after what was typed is kept.
pub fn run(
    mut setup: Setup,
    display: Display,
    connect: impl FnOnce(Box<dyn Fn(Answer) + Send>) -> Box<dyn Desk>,
) -> Result<(), RunError> {
    let (sender, inputs) = channel();
    signals::watch(sender.clone())?;
    let desk = connect(answers(sender.clone()));
    let (w, h) = crossterm::terminal::size()?;
    setup.size = Size { w, h };
    let guard = TerminalGuard::enter()?;
    let writer = Writer::start(sender.clone())?;
    thread::spawn(move || read_events(&sender));
    let started = Instant::now();
    let mut model = Model::new(setup, now(started));
    model.notice = display.notice;
    let screen = Screen::new(display.looks, display.caps, writer);
    let mut runtime = Runtime { model, screen, inputs, desk, started, quit: false };
    let outcome = runtime.guarded_loop();
    drop(guard);
    runtime.desk.close();
    lost_text(&runtime.inputs).map_or(outcome, Err)
}

/// The draft that the store could not write after the screen was left; nobody is there to try again.
fn lost_text(inputs: &Receiver<Input>) -> Option<RunError> {
    let mut lost = None;
    for input in inputs.try_iter() {
        let Input::Store(reply) = input else { continue };
        match *reply {
            Reply::Failed { request, failure } => {
                if let Request::SaveDraft(draft) = *request {
                    lost = Some(RunError::NotKept { failure, draft: draft.body });
                }
            }
            Reply::DraftSaved { .. } | Reply::Saved(_) => lost = None,
            _ => {}
        }
    }
    lost
}

fn answers(sender: Sender<Input>) -> Box<dyn Fn(Answer) + Send> {
    // The loop may be gone when a late answer comes; then nobody waits for it.
    Box::new(move |answer| {
        let input = match answer {
            Answer::Store(reply) => Input::Store(reply),
            Answer::Written(outcome) => Input::Written(Box::new(outcome)),
        };
        drop(sender.send(input));
    })
}

fn now(started: Instant) -> Now {
    Now { instant: vn_time(Utc::now()), elapsed: started.elapsed() }
}

impl Runtime {
    /// Runs the loop; after a panic the typed text still goes to the store.
    fn guarded_loop(&mut self) -> Result<(), RunError> {
        let hook = std::panic::take_hook();
        let drawing = thread::current().id();
        std::panic::set_hook(Box::new(move |_| {
            // A fault elsewhere must not take the screen away from under the loop.
            if thread::current().id() == drawing {
                leave();
            }
        }));
        let outcome = catch_unwind(AssertUnwindSafe(|| self.main_loop()));
        std::panic::set_hook(hook);
        let outcome = match outcome {
            Ok(result) => result.map_err(RunError::from),
            Err(payload) => Err(RunError::Panicked(panic_text(&*payload))),
        };
        if !self.quit {
            // The terminal failed or the program did: keep what was typed.
            let kept = catch_unwind(AssertUnwindSafe(|| self.model.update(Msg::Leave, now(self.started))));
            for effect in kept.unwrap_or_default() {
                if let Effect::Store(request) = effect {
                    self.desk.ask(*request);
                }
            }
        }
        outcome
    }

    fn main_loop(&mut self) -> io::Result<()> {
        while !self.quit {
            let begun = Instant::now();
            self.screen.draw(&self.model)?;
            let drawing = begun.elapsed();
            match self.wait()? {
                Some(first) => self.take_queued(first, Instant::now() + drawing)?,
                None => self.update(Msg::Wake)?,
            }
        }
        Ok(())
    }

    /// Takes in what is queued, some of it at least, until a time: as long as the last frame took to draw. So a long
    /// text that is typed into costs half of the time for frames at most, however fast the keys come.
    fn take_queued(&mut self, first: Input, until: Instant) -> io::Result<()> {
        let mut queue = VecDeque::from([first]);
        loop {
            queue.extend(self.inputs.try_iter().take(MOST_AT_ONCE));
            while let Some(input) = queue.pop_front() {
                // Of several sizes in a row only the last one matters.
                if matches!((&input, queue.front()), (Input::Resize(_), Some(Input::Resize(_)))) {
                    continue;
                }
                self.take(input)?;
                if self.quit {
                    return Ok(());
                }
            }
            if Instant::now() >= until {
                return Ok(());
            }
            queue.extend(self.inputs.try_recv().ok());
            if queue.is_empty() {
                return Ok(());
            }
        }
    }

    /// Waits for the next input, or until the state machine wants to be woken.
    fn wait(&self) -> io::Result<Option<Input>> {
        let gone = || io::Error::other("the reader thread ended");
        match self.model.next_wake() {
            None => self.inputs.recv().map(Some).map_err(|_| gone()),
            Some(at) => {
                let left = at.saturating_sub(self.started.elapsed());
                match self.inputs.recv_timeout(left) {
                    Ok(input) => Ok(Some(input)),
                    Err(RecvTimeoutError::Timeout) => Ok(None),
                    Err(RecvTimeoutError::Disconnected) => Err(gone()),
                }
            }
        }
    }

    fn take(&mut self, input: Input) -> io::Result<()> {
        match input {
            Input::Key(chord) => self.update(Msg::Key(chord)),
            Input::Paste(text) => self.update(Msg::Paste(text)),
            Input::Resize(size) => self.update(Msg::Resize(size)),
            Input::Store(reply) => self.update(Msg::Store(reply)),
            Input::Written(outcome) => self.update(Msg::Written(outcome)),
            Input::Gone => self.update(Msg::Leave),
            // The loop draws whatever comes.
            Input::Drained => Ok(()),
            Input::Broken(error) => Err(error),
            Input::Continue => self.resume(),
            Input::Suspend => self.suspend(),
        }
    }

    fn update(&mut self, msg: Msg) -> io::Result<()> {
        for effect in self.model.update(msg, now(self.started)) {
            match effect {
                Effect::Store(request) => self.desk.ask(*request),
                Effect::Write(parcel, then) => self.desk.write(*parcel, then.map(|record| *record)),
                Effect::Repaint => {
                    fault_on_request();
                    self.screen.forget();
                }
                Effect::Quit => self.quit = true,
            }
        }
        Ok(())
    }

    /// Gives the terminal to the shell until the program is continued.
    fn suspend(&mut self) -> io::Result<()> {
        leave();
        signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
        self.resume()
    }

    /// Takes the terminal again: whoever stopped the program may have changed its modes.
    fn resume(&mut self) -> io::Result<()> {
        leave();
        enter()?;
        let (w, h) = crossterm::terminal::size()?;
        self.screen.forget();
        self.update(Msg::Resize(Size { w, h }))
    }
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|s| (*s).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "?".into())
}

/// Lets a debug build show what the user sees after a fault: Ctrl+L panics when `TIENDO_FAULT` is set.
fn fault_on_request() {
    #[cfg(debug_assertions)]
    #[expect(clippy::panic, reason = "the only way to see a real panic from outside")]
    if std::env::var_os("TIENDO_FAULT").is_some() {
        panic!("asked for by TIENDO_FAULT");
    }
}
