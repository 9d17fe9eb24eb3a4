//! What the store's answers change: text leaves a form only after it is on the disk.

use crate::domain::change::{Failure, Record, Reply, Request, Undone};
use crate::domain::record::{Report, ReportState};

use super::form::FormKind;
use super::line::{Line, Tone};
use super::model::Model;
use super::overlay::{OnYes, Overlay, Question};

impl Model {
    pub(super) fn take_reply(&mut self, reply: Reply) {
        self.waiting = None;
        match reply {
            Reply::Saved(record) => self.saved(record),
            Reply::Conflict { mine, theirs } => self.conflict(mine, theirs),
            Reply::DraftSaved { at, .. } => self.draft_at = Some(at),
            // It was forgotten when this was asked for; by now a younger one may stand in its place.
            Reply::DraftDropped(_) => {}
            Reply::Undone(undone) => self.undone(undone),
            Reply::MyAgency(agency) => self.settle_agency(agency),
            Reply::Refreshed(records) => {
                self.records = records;
                self.renew_report();
                self.refresh();
            }
            Reply::Failed { request, failure } => self.failed(&request, &failure),
        }
    }

    fn saved(&mut self, record: Record) {
        self.saved_at = Some(self.now.instant);
        self.records.put(record.clone());
        match &record {
            Record::Report(report) => self.report_saved(report),
            Record::Progress(_) | Record::Observation(_) => {
                if !self.form_saved(&record) {
                    self.figure_saved(&record);
                }
            }
        }
        self.refresh();
    }

    /// Closes the form that the record came from; false if there is none.
    fn form_saved(&mut self, record: &Record) -> bool {
        let saved = self.words().saved;
        let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return false };
        if !form.saving || !same_thing(&form.kind, record) {
            return false;
        }
        if form.touched {
            // Whoever typed on while the save ran goes on in the same form.
            form.saving = false;
            form.stamp = record.stamp().clone();
            self.typed();
        } else {
            let key = form.draft_key();
            self.overlays.pop();
            self.typing = None;
            key.map(|key| self.drafts.remove(&key));
        }
        self.say(Tone::Good, saved);
        true
    }

    fn report_saved(&mut self, report: &Report) {
        // Whoever typed on while the save ran keeps a touched form.
        let figures_left = !self.changed_figures().is_empty();
        let sent = report.state == ReportState::Sent;
        let words = self.words();
        self.say(Tone::Good, if sent { words.report_sent } else { words.report_saved });
        let Some(open) = self.report.as_mut().filter(|open| open.is_of(report)) else { return };
        open.stamp = report.stamp.clone();
        open.state = report.state;
        open.restored = false;
        open.touched = figures_left || !open.agrees_with(report);
        let (key, touched) = (open.draft_key(), open.touched);
        if touched {
            self.typed();
        } else {
            self.typing = None;
            self.drafts.remove(&key);
        }
        if sent && !touched {
            self.report = None;
        }
    }

    /// Shows both versions: nothing was overwritten, and what was typed is still in the form.
    fn conflict(&mut self, mut mine: Record, theirs: Record) {
        let words = self.words();
        let mut lines = vec![
            Line::of(Tone::Warn, self.lang.changed_by(&theirs.stamp().by, theirs.stamp().at)),
            Line::blank(),
            Line::of(Tone::Strong, words.conflict_theirs),
        ];
        lines.extend(self.record_lines(&theirs));
        lines.extend([Line::blank(), Line::of(Tone::Strong, words.conflict_mine)]);
        lines.extend(self.record_lines(&mine));
        lines.extend([Line::blank(), Line::plain(words.conflict_question)]);
        let stamp = theirs.stamp().clone();
        self.records.put(theirs);
        *mine.stamp_mut() = stamp;
        self.save_ended();
        self.typed();
        self.keep_draft();
        let on_yes = OnYes::SaveOver(Box::new(mine));
        self.overlays.push(Overlay::Question(Box::new(Question::new(words.conflict_title, lines, on_yes))));
    }

    fn undone(&mut self, undone: Undone) {
        let words = self.words();
        match undone {
            Undone::Nothing => self.say(Tone::Plain, words.nothing_to_undo),
            Undone::Restored(record) => {
                self.say(Tone::Good, format!("{} {}", words.undone, self.record_name(&record)));
                self.records.put(record);
            }
            Undone::Removed(record) => {
                self.say(Tone::Good, format!("{} {}", words.undone, self.record_name(&record)));
                self.records.remove(&record);
            }
        }
        self.renew_report();
        self.refresh();
    }

    /// Forgets a draft that holds nothing more than what is saved.
    pub(super) fn forget_draft(&mut self, key: &str) {
        if self.drafts.remove(key).is_some() {
            self.ask(Request::DropDraft(key.to_owned()));
        }
    }

    fn settle_agency(&mut self, agency: Option<crate::domain::ids::AgencyId>) {
        self.my_agency.clone_from(&agency);
        self.agency = agency;
        self.refresh();
        self.select_own_agency();
    }

    /// The form keeps its text; the message says what happened and which key tries again.
    fn failed(&mut self, request: &Request, failure: &Failure) {
        let retry = matches!(request, Request::Save { .. });
        if retry {
            self.save_ended();
        }
        if let Request::SaveDraft(draft) = request {
            // Try again after the next pause, even if the form is closed by then.
            self.unkept.insert(draft.key.clone());
            self.typed();
        }
        let text = self.lang.failure(failure, retry);
        self.say(Tone::Bad, text);
    }

    /// Notes that a save came to nothing: what is typed is as unsaved as before.
    fn save_ended(&mut self) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            form.touched |= form.saving;
            form.saving = false;
        }
        if let Some(report) = &mut self.report {
            report.saves_as = None;
        }
    }

    /// Saves a record over what somebody else saved, and drops the draft of the form that it came from.
    pub(super) fn save_over(&mut self, record: Record) {
        let draft = match (self.overlays.last_mut(), &record) {
            (Some(Overlay::Form(form)), _) if same_thing(&form.kind, &record) => {
                (form.saving, form.touched) = (true, false);
                form.draft_key()
            }
            (_, Record::Report(_)) => self.report.as_ref().map(|report| report.draft_key()),
            _ => None,
        };
        self.ask(Request::Save { record, draft });
    }
}

fn same_thing(kind: &FormKind, record: &Record) -> bool {
    match (kind, record) {
        (FormKind::Progress(task, agency), Record::Progress(entry)) => {
            entry.task == *task && entry.agency == *agency
        }
        (FormKind::Observation(target, agency), Record::Observation(o)) => {
            o.target == *target && o.agency == *agency
        }
        _ => false,
    }
}
