//! The full-screen program over an open database.

use std::env;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::Output;
use super::config;
use super::console;
use super::context::{self, Context};
use super::database::{self, Database};
use super::error::CliError;
use super::outbox::Outbox;
use crate::app::layout::SMALLEST;
use crate::app::line::Tone;
use crate::app::model::Notice;
use crate::domain::change::{Record, Request};
use crate::store::Worker;
use crate::text::parcel::Parcel;
use crate::text::settings::GlyphSet;
use crate::tui::{self, Answer, Caps, Desk, Display, Looks, RunError};

type Give = Box<dyn Fn(Answer) + Send>;

/// Where the answers go once the screen is there; nothing is asked before.
type Slot = Arc<Mutex<Option<Give>>>;

/// The store thread as the screens see it.
struct StoreDesk {
    worker: Arc<Worker>,
    outbox: Outbox,
    writing: Vec<JoinHandle<()>>,
    slot: Slot,
}

pub(super) fn run(context: &Context) -> Result<Output, CliError> {
    if !super::has_terminal() {
        return Err(CliError::NoTerminal);
    }
    let display = display(context)?;
    let mut database = database::open(context)?;
    let setup = database.setup(context, SMALLEST)?;
    let outbox = Outbox::open(None, &setup.layout, setup.snapshot.made_up);
    // The scratch folder of the demo goes when the screen and the store thread are gone.
    let Database { store, scratch: _scratch, .. } = database;
    let slot = Slot::default();
    let replies = Arc::clone(&slot);
    let worker =
        Worker::start(store, move |reply| answer(&replies, Answer::Store(Box::new(reply))), context::clock);
    let worker = worker.map_err(CliError::Thread)?;
    let connect = |give: Give| -> Box<dyn Desk> {
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(give);
        Box::new(StoreDesk { worker: Arc::new(worker), outbox, writing: Vec::new(), slot: Arc::clone(&slot) })
    };
    match tui::run(setup, display, connect) {
        Ok(()) => Ok(Output::good(String::new())),
        Err(RunError::Terminal(error)) => Err(CliError::Terminal(error)),
        Err(RunError::Panicked(what)) => Err(CliError::Fault(what)),
        Err(RunError::NotKept { failure, draft }) => Err(CliError::NotKept(failure, draft)),
    }
}

/// The terminal, by the environment alone: a question to it would cost a round trip.
fn display(context: &Context) -> Result<Display, CliError> {
    let term = env::var("TERM").unwrap_or_default();
    if term.is_empty() || term == "dumb" {
        return Err(CliError::DumbTerminal(term));
    }
    let mut wanted = config::settings()?;
    if context.ascii {
        wanted.glyphs = GlyphSet::Ascii;
    }
    let looks = Looks::from_env(wanted, &|name| env::var(name).ok());
    let notice = console::charset()
        .map(|foreign| Notice { tone: Tone::Warn, text: context.lang.without_marks(&foreign) });
    Ok(Display { looks, caps: Caps::of(&term), notice })
}

fn answer(slot: &Slot, answer: Answer) {
    if let Some(give) = slot.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        give(answer);
    }
}

fn ask(worker: &Worker, slot: &Slot, request: Request) {
    if let Err(reply) = worker.send(request) {
        answer(slot, Answer::Store(reply));
    }
}

impl Desk for StoreDesk {
    fn ask(&mut self, request: Request) {
        ask(&self.worker, &self.slot, request);
    }

    fn write(&mut self, parcel: Parcel, then: Option<Record>) {
        let (outbox, worker, slot) = (self.outbox.clone(), Arc::clone(&self.worker), Arc::clone(&self.slot));
        // A slow disk must not hold the screen, and what is noted of the files must not wait for it: it may be gone.
        let written = thread::spawn(move || {
            let outcome = outbox.put(&parcel, context::clock());
            let then = then.filter(|_| outcome.is_ok());
            answer(&slot, Answer::Written(outcome));
            if let Some(record) = then {
                ask(&worker, &slot, Request::Save { record, draft: None });
            }
        });
        self.writing.push(written);
    }

    fn close(self: Box<Self>) {
        for written in self.writing {
            // A panic of the thread was reported where it happened; half a parcel is left by nobody else.
            drop(written.join());
        }
        // Whoever wrote files has let go of it by now.
        if let Some(worker) = Arc::into_inner(self.worker) {
            worker.finish();
        }
    }
}

#[cfg(test)]
mod tests;
