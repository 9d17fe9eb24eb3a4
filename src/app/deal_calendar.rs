//! The form in which days are added to the calendar: one day, or a swap of two.

use crate::domain::calendar::{CalendarDay, DayKind, DayStatus};
use crate::domain::decision::Ruling;
use crate::text::date::format_date;
use crate::text::words::Word;

use super::deal_form::Refusal;
use super::form::{Field, FieldId, Form};
use super::model::Model;

/// The kinds of a day in the order of the form.
const KINDS: [(DayKind, Word); 3] = [
    (DayKind::Off, |w| w.day_off),
    (DayKind::Holiday, |w| w.day_holiday),
    (DayKind::Makeup, |w| w.day_makeup),
];

/// How certain it is, in the order of the form.
const STATUSES: [(DayStatus, Word); 2] =
    [(DayStatus::Proposed, |w| w.day_proposed), (DayStatus::Approved, |w| w.verdict_approved)];

impl Model {
    pub(super) fn calendar_fields(&self, source: Option<&str>) -> Vec<Field> {
        let days = source.and_then(|source| self.added_days(source)).unwrap_or_default();
        let (first, second) = (days.first(), days.get(1));
        let date = |day: Option<&CalendarDay>| day.map(|day| format_date(day.date)).unwrap_or_default();
        let kind = first.and_then(|day| KINDS.iter().position(|(kind, _)| *kind == day.kind)).unwrap_or(0);
        let status = first.and_then(|day| STATUSES.iter().position(|(status, _)| *status == day.status));
        vec![
            Field::line(FieldId::AsOf, |w| w.field_day, &date(first)),
            Field::choice(FieldId::State, |w| w.col_kind, &KINDS.map(|(_, name)| name), kind),
            Field::line(FieldId::NewDay, |w| w.field_makeup, &date(second)),
            Field::line(FieldId::Remark, |w| w.field_day_name, first.map_or("", |day| &day.name)),
            Field::line(FieldId::Source, |w| w.field_source, source.unwrap_or_default()),
            Field::choice(FieldId::Verdict, |w| w.col_status, &STATUSES.map(|(_, n)| n), status.unwrap_or(0)),
        ]
    }

    /// The days as typed; an empty day takes back what was added under the source.
    pub(super) fn calendar_days(&self, form: &Form, standing: Option<&str>) -> Result<Ruling, Refusal> {
        let words = self.words();
        if let (Some(source), "") = (standing, form.text(FieldId::AsOf).as_str()) {
            return Ok(Ruling::CalendarDays { source: source.to_owned(), days: Vec::new() });
        }
        let date = self.typed_day(form, FieldId::AsOf)?;
        let filled = |field: FieldId, reason: &str| match form.text(field) {
            text if text.is_empty() => Err((field, reason.to_owned())),
            text => Ok(text),
        };
        let name = filled(FieldId::Remark, words.day_name_needed)?;
        let typed = filled(FieldId::Source, words.source_needed)?;
        // The source is what the days are known by: it stays as it was.
        let source = standing.map_or(typed, str::to_owned);
        let kind = KINDS[form.chosen(FieldId::State).min(KINDS.len() - 1)].0;
        let status = STATUSES[form.chosen(FieldId::Verdict).min(STATUSES.len() - 1)].0;
        let entry = |date, kind, name| CalendarDay { date, kind, status, name, source: source.clone() };
        let mut days = vec![entry(date, kind, name)];
        if !form.text(FieldId::NewDay).is_empty() {
            let makeup = self.typed_day(form, FieldId::NewDay)?;
            days.push(entry(makeup, DayKind::Makeup, self.lang.makeup_for(date)));
        }
        let days = match standing {
            Some(source) => {
                // The form shows one swap; what else was added under the source stays.
                days.extend(self.added_days(source).unwrap_or_default().iter().skip(2).cloned());
                self.calendar.without(source).admits(&days).map(|()| days)
            }
            None => self.with_days(&source, days),
        };
        let days = days.map_err(|fault| (FieldId::AsOf, self.lang.calendar_fault(&fault)))?;
        Ok(Ruling::CalendarDays { source, days })
    }
}
