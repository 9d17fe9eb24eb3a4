//! What follows the selection when the keys pause: the pane beside a list, the detail pane, the keys in the footer, the
//! name of a number.
//!
//! Nobody reads them while a key is held down, and on a slow line each of them costs more than the selection itself.

use std::time::Duration;

use super::keymap::{self, Binding, Scope};
use super::line::Line;
use super::model::{Model, View};

/// After this pause of the keys, what follows the selection is brought up to date.
pub(super) const PAUSE: Duration = Duration::from_millis(120);

/// The keys that the footer shows.
#[derive(Debug, Default)]
pub struct ShownKeys {
    scopes: Vec<Scope>,
    /// Those that can do something, in the order of the footer.
    pub keys: Vec<&'static Binding>,
}

impl Model {
    /// Notes whether the selection moved: what follows it stays as it is until the keys pause.
    pub(super) fn selection_moved(&mut self, moved: bool) {
        if moved {
            self.moved_at = Some(self.now.elapsed);
        }
    }

    /// Brings what follows the selection up to date, unless the keys still run.
    pub(super) fn follow(&mut self) {
        if self.moved_at.is_none() {
            self.follow_beside();
            self.statistics.named = self.statistics.figure();
            self.shown_detail = self.detail();
        }
        self.follow_keys();
    }

    /// Brings the pane beside the list up to date: whoever acts on it means what the list has selected.
    pub(super) fn follow_beside(&mut self) {
        match self.view {
            View::Tasks => self.follow_owner(),
            View::Plans => self.follow_plan(),
            _ => {}
        }
    }

    /// The keys of an overlay, and of another screen, are shown at once.
    fn follow_keys(&mut self) {
        let scopes = self.scopes();
        let typed = self.report.as_ref().is_some_and(|report| report.just_typed);
        let keys_run = self.overlays.is_empty() && (self.moved_at.is_some() || typed);
        if keys_run && self.shown_keys.scopes == scopes {
            return;
        }
        let keys = keymap::footer(&scopes).into_iter().filter(|binding| self.offers(binding.action));
        self.shown_keys = ShownKeys { keys: keys.collect(), scopes };
    }

    fn detail(&self) -> Vec<Line> {
        match self.view {
            View::Agenda => self.agenda_detail(),
            View::Tasks => self.task_detail(),
            View::Targets => self.target_detail(),
            View::Reports => self.reports_detail(),
            View::Board => self.board_detail(),
            View::Plans => self.plan_detail(),
            View::Year if self.holidays.shown => self.holiday_detail(),
            View::Year => self.year_detail(),
            View::Statistics => self.statistics_detail(),
            View::Compile => self.compile_detail(),
        }
    }
}
