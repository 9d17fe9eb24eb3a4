//! The full-screen program over an open database.

use std::env;
use std::sync::{Arc, Mutex, PoisonError};

use super::Output;
use super::context::{self, Context};
use super::database::{self, Database};
use super::error::CliError;
use crate::app::layout::SMALLEST;
use crate::domain::change::{Reply, Request};
use crate::store::Worker;
use crate::tui::{self, Desk, Looks, RunError};

type Answer = Box<dyn Fn(Reply) + Send>;

/// Where the answers go once the screen is there; nothing is asked before.
type Slot = Arc<Mutex<Option<Answer>>>;

/// The store thread as the screens see it.
struct StoreDesk {
    worker: Worker,
    slot: Slot,
}

pub(super) fn run(context: &Context) -> Result<Output, CliError> {
    if !super::has_terminal() {
        return Err(CliError::NoTerminal);
    }
    let mut database = database::open(context)?;
    let setup = database.setup(context, SMALLEST)?;
    // The scratch folder of the demo goes when the screen and the store thread are gone.
    let Database { store, scratch: _scratch, .. } = database;
    let slot = Slot::default();
    let replies = Arc::clone(&slot);
    let worker = Worker::start(store, move |reply| answer(&replies, reply), context::clock);
    let worker = worker.map_err(CliError::Thread)?;
    let looks = Looks::from_env(context.ascii, &|name| env::var(name).ok());
    let connect = |give: Answer| -> Box<dyn Desk> {
        *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(give);
        Box::new(StoreDesk { worker, slot: Arc::clone(&slot) })
    };
    match tui::run(setup, looks, connect) {
        Ok(()) => Ok(Output::good(String::new())),
        Err(RunError::Terminal(error)) => Err(CliError::Terminal(error)),
        Err(RunError::Panicked(what)) => Err(CliError::Fault(what)),
        Err(RunError::NotKept { failure, draft }) => Err(CliError::NotKept(failure, draft)),
    }
}

fn answer(slot: &Slot, reply: Reply) {
    if let Some(give) = slot.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        give(reply);
    }
}

impl Desk for StoreDesk {
    fn ask(&mut self, request: Request) {
        if let Err(reply) = self.worker.send(request) {
            answer(&self.slot, *reply);
        }
    }

    fn close(self: Box<Self>) {
        self.worker.finish();
    }
}
