//! Entries made where one looks at a task or a target, and the choice of the day.

use chrono::NaiveDate;

use crate::domain::change::{Record, Request};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Observation, ProgressEntry, Quality, Stamp, WorkState};
use crate::text::date::{DateError, format_date, parse_date};
use crate::text::number::{NumberError, edit_number, parse_number, parse_ratio};
use crate::text::words::Word;

use super::describe::capital;
use super::form::{Field, FieldId, Form, FormKind};
use super::line::{Line, Tone};
use super::model::Model;
use super::overlay::{EditWhat, Overlay};

/// The states of a task in the order of the form.
pub const WORK_STATES: [(WorkState, Word); 4] = [
    (WorkState::NotStarted, |w| w.state_not_started),
    (WorkState::InProgress, |w| w.state_in_progress),
    (WorkState::Done, |w| w.state_done),
    (WorkState::Suspended, |w| w.state_suspended),
];

/// The qualities of a figure in the order of the form.
pub const QUALITIES: [(Quality, Word); 3] = [
    (Quality::Estimate, |w| w.quality_estimate),
    (Quality::Provisional, |w| w.quality_provisional),
    (Quality::Final, |w| w.quality_final),
];

impl Model {
    /// Opens the form for an entry of the shown agency; asks for the agency first when there is none.
    pub(super) fn open_entry_form(&mut self, what: &EditWhat) {
        let Some(agency) = self.entering_agency() else {
            self.open_agency_chooser();
            self.say(Tone::Warn, self.words().choose_agency_first);
            return;
        };
        let form = match what {
            EditWhat::Task(task) => self.progress_form(task, &agency),
            EditWhat::Target(target) => self.observation_form(target, &agency),
        };
        if let Some(form) = form {
            self.push_form(form);
        }
    }

    /// Puts a form on top; typed text that was kept comes back into it.
    pub(super) fn push_form(&mut self, mut form: Form) {
        if let Some(key) = form.draft_key() {
            let draft = self.drafts.get(&key).map(|draft| draft.body.clone());
            if draft.is_some_and(|body| form.restore(&body)) {
                self.say(Tone::Warn, self.words().draft_restored);
            } else {
                self.forget_draft(&key);
            }
        }
        self.overlays.push(Overlay::Form(Box::new(form)));
    }

    /// Who speaks in an entry: the user's own agency, or the one that was looked up.
    fn entering_agency(&self) -> Option<AgencyId> {
        self.my_agency.clone().or_else(|| self.agency.clone())
    }

    fn progress_form(&self, task: &ItemId, agency: &AgencyId) -> Option<Form> {
        let (plan, found) = self.catalog.task(task)?;
        let today = self.day();
        let last = self.latest_entry(task, Some(agency));
        let last = last.as_ref();
        // An entry of the same day is corrected; on another day a new one begins with the last state.
        let same_day = last.filter(|entry| entry.as_of == today);
        let text =
            |of: fn(&ProgressEntry) -> &String| same_day.map(|entry| of(entry).clone()).unwrap_or_default();
        let state = last.map_or(WorkState::InProgress, |entry| entry.state);
        let percent =
            last.and_then(|entry| entry.percent).map(|percent| percent.to_string()).unwrap_or_default();
        let names = WORK_STATES.map(|(_, name)| name);
        let at = WORK_STATES.iter().position(|(other, _)| *other == state).unwrap_or(0);
        let about = vec![
            Line::of(Tone::Strong, &found.title),
            Line::of(
                Tone::Dim,
                format!("{} {} · {}", plan.short, found.clause, self.catalog.short_name(agency)),
            ),
        ];
        let about = if self.role_in(&found, agency).is_some() || found.roles.is_empty() {
            about
        } else {
            about.into_iter().chain([Line::of(Tone::Warn, self.words().not_your_task)]).collect()
        };
        Some(Form {
            kind: FormKind::Progress(task.clone(), agency.clone()),
            title: self.words().progress_title.into(),
            about,
            fields: vec![
                Field::area(FieldId::Result, |w| w.field_result, &text(|e| &e.result), 3),
                Field::area(FieldId::Obstacle, |w| w.field_obstacle, &text(|e| &e.obstacle), 2),
                Field::area(FieldId::Proposal, |w| w.field_proposal, &text(|e| &e.proposal), 2),
                Field::choice(FieldId::State, |w| w.field_state, &names, at),
                Field::line(FieldId::Percent, |w| w.field_percent, &percent),
                Field::line(FieldId::Evidence, |w| w.field_evidence, &text(|e| &e.evidence)),
                Field::line(FieldId::AsOf, |w| w.field_as_of, &format_date(today)),
            ],
            focus: 0,
            error: None,
            stamp: same_day.map_or_else(Stamp::default, |entry| entry.stamp.clone()),
            touched: false,
            saving: false,
        })
    }

    fn observation_form(&self, target: &ItemId, agency: &AgencyId) -> Option<Form> {
        let (plan, found) = self.catalog.target(target)?;
        let today = self.day();
        let known = self.catalog.shelf().figures_of(target, Some(agency));
        let same_day = known.iter().find(|o| o.as_of == today);
        let names = QUALITIES.map(|(_, name)| name);
        let quality = same_day.map_or(Quality::Estimate, |o| o.quality);
        let at = QUALITIES.iter().position(|(other, _)| *other == quality).unwrap_or(0);
        let about = vec![
            Line::of(Tone::Strong, &found.indicator),
            Line::of(
                Tone::Dim,
                format!("{} {} · {}", plan.short, found.clause, self.catalog.short_name(agency)),
            ),
            Line::of(Tone::Dim, self.words().figure_hint),
        ];
        // A figure of today is shown, not filled in: new digits must not be glued to the old ones.
        let known = same_day.map(|o| Line::plain(self.lang.known_figure(&figure_text(o))));
        let about = about.into_iter().chain(known).collect();
        Some(Form {
            kind: FormKind::Observation(target.clone(), agency.clone()),
            title: self.words().observation_title.into(),
            about,
            fields: vec![
                Field::line(FieldId::Figure, |w| w.field_figure, ""),
                Field::line(FieldId::AsOf, |w| w.field_as_of, &format_date(today)),
                Field::choice(FieldId::Quality, |w| w.field_quality, &names, at),
                Field::line(FieldId::Source, |w| w.field_source, same_day.map_or("", |o| &o.source)),
            ],
            focus: 0,
            error: None,
            stamp: same_day.map_or_else(Stamp::default, |o| o.stamp.clone()),
            touched: false,
            saving: false,
        })
    }

    pub(super) fn open_day_form(&mut self) {
        let words = self.words();
        self.overlays.push(Overlay::Form(Box::new(Form {
            kind: FormKind::Day,
            title: words.day_title.into(),
            about: vec![Line::plain(words.day_hint)],
            fields: vec![Field::line(FieldId::AsOf, |w| w.field_day, "")],
            focus: 0,
            error: None,
            stamp: Stamp::default(),
            touched: false,
            saving: false,
        })));
    }

    /// Saves the form on top, or says which field is wrong and why.
    pub(super) fn save_form(&mut self) {
        let Some(Overlay::Form(form)) = self.overlays.last() else { return };
        if form.saving {
            self.say(Tone::Warn, self.words().waiting_for_store);
            return;
        }
        if matches!(form.kind, FormKind::Progress(..)) && form.stamp.revision == 0 && !form.touched {
            // An entry without a word would still end the "days without news" of its task.
            self.say(Tone::Warn, self.words().nothing_entered);
            return;
        }
        let outcome = match form.kind.clone() {
            FormKind::Day => self.day_from(form).map(|day| {
                self.overlays.pop();
                self.look_at_day(day);
                None
            }),
            FormKind::Deal(deal) => self.deal_record(form, &deal).map(Some),
            FormKind::Progress(task, agency) => self.progress_from(form, task, agency).map(Some),
            FormKind::Observation(target, agency) => {
                self.observation_from_form(form, target, agency).map(Some)
            }
        };
        match outcome {
            Ok(None) => {}
            Ok(Some(record)) => {
                // A save can fail, and the form can be closed before the answer: the draft comes first.
                self.keep_draft();
                let Some(Overlay::Form(form)) = self.overlays.last_mut() else { return };
                (form.saving, form.touched) = (true, false);
                let draft = form.draft_key();
                self.ask(Request::Save { record, draft });
            }
            Err((field, reason)) => self.refuse(field, reason),
        }
    }

    fn refuse(&mut self, field: FieldId, reason: String) {
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            form.focus = form.fields.iter().position(|other| other.id == field).unwrap_or(form.focus);
            form.error = Some((field, reason));
        }
    }

    fn as_of(&self, form: &Form) -> Result<chrono::NaiveDate, (FieldId, String)> {
        let day = self.day_in(form, FieldId::AsOf)?;
        // An entry describes what is, not what will be.
        if day > self.today() { Err((FieldId::AsOf, self.words().future_date.to_owned())) } else { Ok(day) }
    }

    /// The day that was typed into a field, or what is wrong with it.
    fn day_in(&self, form: &Form, field: FieldId) -> Result<NaiveDate, (FieldId, String)> {
        parse_date(&form.text(field), self.today()).map_err(|error| (field, self.no_day(&error)))
    }

    /// Why a typed day was not taken, as a sentence.
    pub(super) fn no_day(&self, error: &DateError) -> String {
        format!("{}.", capital(&self.lang.date_error(error)))
    }

    fn progress_from(
        &self,
        form: &Form,
        task: ItemId,
        agency: AgencyId,
    ) -> Result<Record, (FieldId, String)> {
        let percent = match form.text(FieldId::Percent).trim_end_matches('%').trim() {
            "" => None,
            text => match text.parse::<u8>() {
                Ok(percent) if percent <= 100 => Some(percent),
                _ => return Err((FieldId::Percent, self.words().bad_percent.to_owned())),
            },
        };
        let as_of = self.as_of(form)?;
        let entries = self.catalog.shelf().entries_on(&task);
        let edited = entries.iter().find(|entry| entry.stamp.id == form.stamp.id);
        Ok(Record::Progress(ProgressEntry {
            stamp: stamp_for(form, edited.map(|entry| entry.as_of), as_of),
            task,
            agency,
            as_of,
            state: WORK_STATES[form.chosen(FieldId::State).min(WORK_STATES.len() - 1)].0,
            percent,
            result: form.text(FieldId::Result),
            obstacle: form.text(FieldId::Obstacle),
            proposal: form.text(FieldId::Proposal),
            evidence: form.text(FieldId::Evidence),
        }))
    }

    fn observation_from_form(
        &self,
        form: &Form,
        target: ItemId,
        agency: AgencyId,
    ) -> Result<Record, (FieldId, String)> {
        let known = self.catalog.shelf().figures_of(&target, Some(&agency));
        let edited = known.iter().find(|o| o.stamp.id == form.stamp.id);
        let TypedFigure { value, numerator, denominator } = self.figure_from(form, &target, edited)?;
        let as_of = self.as_of(form)?;
        Ok(Record::Observation(Observation {
            stamp: stamp_for(form, edited.map(|o| o.as_of), as_of),
            target,
            agency,
            as_of,
            value,
            numerator,
            denominator,
            quality: QUALITIES[form.chosen(FieldId::Quality).min(QUALITIES.len() - 1)].0,
            source: form.text(FieldId::Source),
        }))
    }

    /// Value, numerator and denominator as typed; an empty field leaves the figure that is corrected as it is.
    fn figure_from(
        &self,
        form: &Form,
        target: &ItemId,
        edited: Option<&Observation>,
    ) -> Result<TypedFigure, (FieldId, String)> {
        let words = self.words();
        let refused = |reason: &str| (FieldId::Figure, reason.to_owned());
        let text = form.text(FieldId::Figure);
        let text = text.trim_end_matches('%').trim();
        if let (true, Some(known)) = (text.is_empty(), edited) {
            return Ok(TypedFigure {
                value: known.value,
                numerator: known.numerator,
                denominator: known.denominator,
            });
        }
        if text.contains('/') {
            let (numerator, denominator) = parse_ratio(text).map_err(|error| match error {
                NumberError::DenominatorNotPositive => refused(words.bad_denominator),
                _ => refused(words.bad_figure),
            })?;
            return Ok(TypedFigure {
                value: None,
                numerator: Some(numerator),
                denominator: Some(denominator),
            });
        }
        let value = parse_number(text).map_err(|_| refused(words.bad_figure))?;
        let fits = self.catalog.target(target).is_none_or(|(_, target)| target.can_be(value));
        if fits {
            Ok(TypedFigure { value: Some(value), numerator: None, denominator: None })
        } else {
            Err(refused(words.figure_out_of_range))
        }
    }

    /// The day that was typed; an empty field means today.
    fn day_from(&self, form: &Form) -> Result<Option<chrono::NaiveDate>, (FieldId, String)> {
        match form.text(FieldId::AsOf).as_str() {
            "" => Ok(None),
            _ => self.day_in(form, FieldId::AsOf).map(Some),
        }
    }

    fn look_at_day(&mut self, day: Option<chrono::NaiveDate>) {
        self.as_of = day.filter(|day| *day != self.today());
        self.refresh();
    }
}

/// A figure as a form gives it: a value, or numerator and denominator.
struct TypedFigure {
    value: Option<f64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
}

/// The stamp to save under: with another day it is another record, and the one of the old day stays.
fn stamp_for(form: &Form, old: Option<NaiveDate>, new: NaiveDate) -> Stamp {
    if old.is_some_and(|old| old != new) { Stamp::default() } else { form.stamp.clone() }
}

/// A figure as it is typed: `12.239/12.533` or `97,65`.
pub fn figure_text(observation: &Observation) -> String {
    match (observation.numerator, observation.denominator, observation.value) {
        (Some(numerator), Some(denominator), _) => {
            format!("{}/{}", edit_number(numerator), edit_number(denominator))
        }
        (_, _, Some(value)) => edit_number(value),
        _ => String::new(),
    }
}
