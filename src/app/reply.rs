//! What the store's answers change: text leaves a form only after it is on the disk.

use crate::domain::change::{Failure, Record, Reply, Request, Undone};
use crate::domain::record::{Report, ReportState};

use super::deal::Deal;
use super::form::FormKind;
use super::line::{Line, Tone};
use super::model::Model;
use super::overlay::{OnYes, Overlay, Question};

impl Model {
    pub(super) fn take_reply(&mut self, reply: Reply) {
        self.waiting = None;
        self.forget_aside();
        match reply {
            Reply::Saved(record) => self.saved(record),
            Reply::Conflict { mine, theirs } => self.conflict(mine, theirs),
            Reply::DraftSaved { at, .. } => self.draft_at = Some(at),
            // It was forgotten when this was asked for; by now a younger one may stand in its place.
            Reply::DraftDropped(_) => {}
            Reply::Undone(undone) => self.undone(undone),
            // It holds from the key on; only a failure is worth a word.
            Reply::InputMethodKept => {}
            Reply::MyAgency(agency) => self.settle_agency(agency),
            Reply::Refreshed(records) => {
                self.records = records;
                self.renew_report();
                self.renew_figures();
                self.refresh();
            }
            Reply::History(key, log) => self.show_history(&key, &log),
            Reply::Failed { request, failure } => self.failed(&request, &failure),
        }
    }

    fn saved(&mut self, record: Record) {
        self.saved_at = Some(self.now.instant);
        let calendar = record.is_of_the_calendar().then(|| self.calendar.clone());
        self.records.put(record.clone());
        match &record {
            Record::Report(report) => {
                let form = self.form_saved(&record);
                self.report_saved(report, form.as_ref());
            }
            _ if self.form_saved(&record).is_some() => self.renew_figures(),
            Record::Compilation(_) => {
                self.compile.saving = false;
                self.say(Tone::Good, self.words().saved);
            }
            Record::Decision(_) => self.say(Tone::Good, self.words().saved),
            // The message tells where the files are.
            Record::Reminder(_) => {}
            Record::Progress(_) | Record::Observation(_) => {
                self.figure_saved(&record);
                self.renew_figures();
            }
        }
        self.refresh();
        if let Some(before) = calendar {
            self.select_holiday(&record);
            self.tell_moved(&before, self.words().calendar_saved);
        }
    }

    /// Closes the form that the record came from, and says which one it was.
    fn form_saved(&mut self, record: &Record) -> Option<FormKind> {
        let saved = self.words().saved;
        let found = self.overlays.iter_mut().enumerate().rev().find_map(|(at, overlay)| match overlay {
            Overlay::Form(form) if form.saving && same_thing(&form.kind, record) => Some((at, form)),
            _ => None,
        });
        let Some((at, form)) = found else {
            // The form was closed while its save ran, and nothing was typed since: the draft is in the record.
            // Of deals at most one is being saved.
            let deal = || self.closed_saving.iter().find(|key| key.starts_with("deal|")).cloned();
            let key = entry_key(record).or_else(deal);
            if let Some(key) = key.filter(|key| self.closed_saving.remove(key)) {
                self.drafts.remove(&key);
                self.say(Tone::Good, saved);
            }
            return None;
        };
        let kind = form.kind.clone();
        if form.touched {
            // Whoever typed on while the save ran goes on in the same form.
            form.saving = false;
            form.stamp = record.stamp().clone();
            self.typed();
        } else {
            let key = form.draft_key();
            self.overlays.remove(at);
            self.typing = None;
            key.map(|key| self.drafts.remove(&key));
        }
        self.say(Tone::Good, saved);
        Some(kind)
    }

    /// Takes over a report that was saved: from its own form, or from one about it.
    fn report_saved(&mut self, report: &Report, form: Option<&FormKind>) {
        let words = self.words();
        let given_back = matches!(form, Some(FormKind::Deal(Deal::SendBack(_))));
        let said = match report.state {
            _ if given_back => words.report_returned,
            _ if matches!(form, Some(FormKind::Deal(Deal::Dispatch(_)))) => words.saved,
            ReportState::Draft | ReportState::Returned => words.report_saved,
            ReportState::AwaitingApproval => words.report_submitted,
            ReportState::Sent if report.is_on_paper() => words.saved,
            ReportState::Sent => words.report_sent,
            ReportState::Received => words.report_received,
        };
        self.say(Tone::Good, said);
        if self.open_after_save.take_if(|key| *key == report.key()).is_some() {
            // A form that nobody typed into would show what stood before.
            self.report.take_if(|open| open.is_of(report) && !open.has_typed());
            self.open_report(&report.obligation, report.period, &report.agency);
            self.take_over_figures();
            return;
        }
        // Whoever typed on while the save ran keeps a touched form.
        let figures_left = !self.changed_figures().is_empty();
        let stood = self.report.as_ref().map(|open| open.saved.state);
        // Whoever took a step is done with it here; a dispatch is none.
        let closes = given_back || (!report.state.is_open() && stood != Some(report.state));
        let Some(open) = self.report.as_mut().filter(|open| open.is_of(report)) else { return };
        open.saving = false;
        open.saved = report.clone();
        open.restored = false;
        open.touched = figures_left || !open.agrees_with(report);
        let (key, touched) = (open.draft_key(), open.touched);
        if touched {
            self.typed();
        } else {
            self.typing = None;
            self.drafts.remove(&key);
        }
        if closes && !touched {
            self.close_report();
        }
    }

    /// Shows both versions: nothing was overwritten, and what was typed is still in the form.
    fn conflict(&mut self, mut mine: Record, theirs: Record) {
        if matches!(&theirs, Record::Report(theirs) if !theirs.state.is_open()) {
            return self.sent_meanwhile(theirs);
        }
        if matches!(&theirs, Record::Reminder(_)) {
            return self.reminded_meanwhile(theirs);
        }
        if let (Record::Report(own), Record::Report(standing)) = (&mine, &theirs) {
            if own.is_sent() && own.sealed.is_some() {
                return self.changed_before_sending(theirs);
            }
            mine = Record::Report(own.over(standing));
        }
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
        // A form that is saved again asks what stands.
        self.refresh();
        *mine.stamp_mut() = stamp;
        self.save_ended();
        self.typed();
        self.keep_draft();
        let on_yes = OnYes::SaveOver(Box::new(mine));
        self.overlays.push(Overlay::Question(Box::new(Question::new(words.conflict_title, lines, on_yes))));
    }

    /// What was to be approved is not what stands any more: it is looked at anew, and never saved over.
    fn changed_before_sending(&mut self, theirs: Record) {
        self.records.put(theirs);
        self.save_ended();
        self.renew_report();
        self.refresh();
        self.say(Tone::Warn, self.words().step_not_submitted);
    }

    /// Somebody sent the report meanwhile: it is frozen, and what is typed here stays in the form and in a draft.
    fn sent_meanwhile(&mut self, theirs: Record) {
        let stamp = theirs.stamp().clone();
        self.records.put(theirs.clone());
        self.save_ended();
        self.typed();
        // A form about the report, such as for its dispatch, goes on from what stands now.
        let form = self.overlays.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Form(form) if same_thing(&form.kind, &theirs) => Some(form),
            _ => None,
        });
        let said = match form {
            Some(form) => {
                form.stamp = stamp;
                self.words().changed_while_writing
            }
            None => self.words().sent_meanwhile,
        };
        self.keep_draft();
        self.say(Tone::Warn, said);
        self.refresh();
    }

    /// Somebody reminded the same agencies today: the ledger keeps the first word, and the files wait to be looked at.
    fn reminded_meanwhile(&mut self, theirs: Record) {
        let text = self.lang.reminded_meanwhile(&theirs.stamp().by, theirs.stamp().at);
        self.records.put(theirs);
        self.refresh();
        self.say(Tone::Warn, text);
    }

    fn undone(&mut self, undone: Undone) {
        let words = self.words();
        let record = match &undone {
            Undone::Nothing | Undone::Register(_) | Undone::Barred(_) => None,
            Undone::Restored(record) | Undone::Removed(record) => Some(record),
        };
        let of_calendar = record.filter(|record| record.is_of_the_calendar());
        let of_calendar = of_calendar.map(|record| (record.clone(), self.calendar.clone()));
        match undone {
            Undone::Nothing => self.say(Tone::Plain, words.nothing_to_undo),
            Undone::Barred(report) => {
                let agency = self.catalog.short_name(&report.agency);
                self.say(Tone::Warn, self.lang.undo_barred(report.state, agency));
            }
            Undone::Restored(record) => {
                self.say(Tone::Good, format!("{} {}", words.undone, self.record_name(&record)));
                self.records.put(record);
            }
            Undone::Removed(record) => {
                self.say(Tone::Good, format!("{} {}", words.undone, self.record_name(&record)));
                self.records.remove(&record);
            }
            Undone::Register(agencies) => {
                self.catalog.set_agencies(agencies);
                self.say(Tone::Good, format!("{} {}", words.undone, words.name_register));
            }
        }
        self.renew_report();
        self.renew_figures();
        self.refresh();
        if let Some((record, before)) = of_calendar {
            self.select_holiday(&record);
            self.tell_moved(&before, &format!("{} {}.", words.undone, self.record_name(&record)));
        }
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
        self.tasks.chosen = None;
        self.refresh();
        self.renew_writer();
    }

    /// The form keeps its text; the message says what happened and which key tries again.
    fn failed(&mut self, request: &Request, failure: &Failure) {
        let retry = matches!(request, Request::Save { .. });
        if retry {
            self.save_ended();
        }
        if let Request::SaveDraft(draft) = request {
            // It goes with the next draft, or on leaving; what may pass by itself is tried again by itself.
            self.unkept.insert(draft.key.clone());
            if matches!(failure, Failure::Busy | Failure::Full) {
                self.typed();
            }
        }
        let text = self.lang.failure(failure, retry);
        self.say(Tone::Bad, text);
    }

    /// Notes that a save came to nothing: what is typed is as unsaved as before.
    fn save_ended(&mut self) {
        for overlay in &mut self.overlays {
            if let Overlay::Form(form) = overlay {
                form.touched |= form.saving;
                form.saving = false;
            }
        }
        if let Some(report) = &mut self.report {
            report.saves_for = None;
            report.saving = false;
        }
        self.closed_saving.clear();
        self.open_after_save = None;
        self.compile.saving = false;
    }

    /// Saves a record over what somebody else saved, and drops the draft of the form that it came from.
    pub(super) fn save_over(&mut self, record: Record) {
        let draft = match (self.overlays.last_mut(), &record) {
            (Some(Overlay::Form(form)), _) if same_thing(&form.kind, &record) => {
                form.stamp = record.stamp().clone();
                return self.save_form();
            }
            (_, Record::Report(mine)) => {
                self.report.as_ref().filter(|open| open.is_of(mine)).map(|report| report.draft_key())
            }
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
        (FormKind::Deal(deal), record) => deal.leads_to(record),
        _ => false,
    }
}

/// The key of the draft of the form that such a record comes from.
fn entry_key(record: &Record) -> Option<String> {
    let kind = match record {
        Record::Progress(entry) => FormKind::Progress(entry.task.clone(), entry.agency.clone()),
        Record::Observation(o) => FormKind::Observation(o.target.clone(), o.agency.clone()),
        Record::Report(_) | Record::Decision(_) | Record::Compilation(_) | Record::Reminder(_) => {
            return None;
        }
    };
    kind.draft_key()
}
