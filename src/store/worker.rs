//! The thread that owns the database: requests go in, replies come out, and nobody waits for a disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use chrono::{DateTime, FixedOffset};

use super::Store;
use crate::domain::change::{Failure, Reply, Request};

#[cfg(test)]
mod tests;

/// A running store thread. Dropping it writes everything that was sent, then ends the thread.
pub struct Worker {
    requests: Option<Sender<Request>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread; `replies` is called on it, once for each request that has an answer.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        store: Store,
        replies: impl Fn(Reply) + Send + 'static,
        clock: impl Fn() -> DateTime<FixedOffset> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (requests, inbox) = channel();
        let thread = thread::Builder::new()
            .name("store".into())
            .spawn(move || serve(store, &inbox, replies, clock))?;
        Ok(Self { requests: Some(requests), thread: Some(thread) })
    }

    /// Queues a request and returns at once.
    ///
    /// # Errors
    /// The reply to give instead, when the thread has ended.
    pub fn send(&self, request: Request) -> Result<(), Box<Reply>> {
        let unsent = match &self.requests {
            Some(requests) => requests.send(request).map_err(|error| error.0),
            None => Err(request),
        };
        unsent.map_err(|request| Box::new(failed(request, "the store thread has ended")))
    }

    /// Waits until everything that was sent is written, and closes the database.
    pub fn finish(self) {
        drop(self);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.requests.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was reported where it happened.
            let _ = thread.join();
        }
    }
}

fn serve(
    mut store: Store,
    inbox: &Receiver<Request>,
    replies: impl Fn(Reply),
    clock: impl Fn() -> DateTime<FixedOffset>,
) {
    while let Ok(request) = inbox.recv() {
        let reply = guarded(request, |request| store.handle(request, clock()));
        if let Some(reply) = reply {
            replies(reply);
        }
    }
}

/// A fault in one request must not lose those behind it: the transaction is rolled back and the fault answered.
fn guarded(request: Request, answer: impl FnOnce(Request) -> Option<Reply>) -> Option<Reply> {
    let kept = request.clone();
    catch_unwind(AssertUnwindSafe(|| answer(request)))
        .unwrap_or_else(|_| Some(failed(kept, "fault in the store thread")))
}

fn failed(request: Request, why: &str) -> Reply {
    Reply::Failed { request: Box::new(request), failure: Failure::Other(why.to_owned()) }
}
