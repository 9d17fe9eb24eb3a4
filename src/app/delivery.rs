//! Files that the program gives out: asked for, put on the disk by others, then told.

use crate::domain::change::Record;
use crate::text::parcel::{Delivered, Parcel, Undelivered};

use super::line::Tone;
use super::model::Model;
use super::msg::Effect;

impl Model {
    /// Asks for files to be written, and for `then` to be saved once they are on the disk.
    ///
    /// Whoever writes the files sees to both: a program that is told to end meanwhile has no one left to ask.
    pub(super) fn deliver(&mut self, parcel: Parcel, then: Option<Record>) {
        // Of two parcels at a time only one could be told about.
        if self.delivering {
            self.say(Tone::Warn, self.words().writing_files);
            return;
        }
        self.delivering = true;
        self.say(Tone::Plain, self.words().writing_files);
        self.effects.push(Effect::Write(Box::new(parcel), then.map(Box::new)));
    }

    pub(super) fn delivered(&mut self, outcome: Result<Delivered, Undelivered>) {
        self.delivering = false;
        match outcome {
            Ok(delivered) => self.say(Tone::Good, self.lang.delivered(&delivered)),
            Err(undelivered) => self.say(Tone::Bad, self.lang.undelivered(&undelivered)),
        }
    }
}
