//! Files that the program gives out: asked for, put on the disk by others, then told; what is noted of it comes after.

use crate::domain::change::{Record, Request};
use crate::text::parcel::{Delivered, Parcel, Undelivered};

use super::line::Tone;
use super::model::Model;
use super::msg::Effect;

impl Model {
    /// Asks for files to be written; `then` is saved once they are on the disk, and not before.
    pub(super) fn deliver(&mut self, parcel: Parcel, then: Option<Record>) {
        // A second parcel would take the place of what is to be noted of the first.
        if self.delivering {
            self.say(Tone::Warn, self.words().writing_files);
            return;
        }
        self.delivering = true;
        self.after_delivery = then;
        self.say(Tone::Plain, self.words().writing_files);
        self.effects.push(Effect::Write(Box::new(parcel)));
    }

    pub(super) fn delivered(&mut self, outcome: Result<Delivered, Undelivered>) {
        self.delivering = false;
        let then = self.after_delivery.take();
        match outcome {
            Ok(delivered) => {
                self.say(Tone::Good, self.lang.delivered(&delivered));
                if let Some(record) = then {
                    self.ask(Request::Save { record, draft: None });
                }
            }
            Err(undelivered) => self.say(Tone::Bad, self.lang.undelivered(&undelivered)),
        }
    }
}
