//! What is settled about paragraphs of a compiled report: another text, and what becomes of a proposal.

use crate::domain::change::Record;
use crate::domain::compilation::{Paragraph, Section, Source};
use crate::domain::decision::Ruling;
use crate::domain::settled::Pursued;
use crate::text::date::format_date;

use super::action::Action;
use super::deal::{Deal, Offer};
use super::deal_form::Refusal;
use super::form::{Field, FieldId, Form};
use super::line::{Line, Tone};
use super::model::Model;
use super::screens::compile::{Leaf, LeafRow};

impl Model {
    /// What can be settled in view 6, and the report that the compiled text went into.
    pub(super) fn offers_of_compiled(&self) -> Vec<Offer> {
        let Some(bench) = &self.compile.open else {
            let selected = self.compile.rounds.selected_id();
            return selected.map_or_else(Vec::new, |key| self.offers_of_report(&key));
        };
        let paragraph = match bench.list.selected() {
            Some(LeafRow::Paragraph(offered)) => Some(&offered.paragraph.source),
            _ => None,
        };
        let proposal = paragraph.filter(|source| source.section == Section::Proposals);
        let rewrite = paragraph.filter(|_| !bench.is_frozen());
        let proposal = proposal.map(|source| Offer::Form(Deal::Proposal(Box::new(source.clone()))));
        let rewrite = rewrite.map(|source| Offer::Form(Deal::Rewrite(Box::new(source.clone()))));
        let report = self.head_of(&bench.key).map(|report| Offer::Report(report.key()));
        proposal.into_iter().chain(rewrite).chain(report).chain(self.offers_of_report(&bench.key)).collect()
    }

    /// Whether an action can do something where view 6 stands.
    pub(super) fn compile_offers(&self, action: Action) -> bool {
        let Some(bench) = &self.compile.open else {
            return action != Action::Open || self.compile.rounds.selected().is_some();
        };
        let paragraph = matches!(bench.list.selected(), Some(LeafRow::Paragraph(_)));
        match action {
            Action::Select | Action::SelectAll | Action::Join | Action::Edit => {
                paragraph && !bench.is_frozen()
            }
            Action::Source => paragraph || bench.leaf == Leaf::Late,
            Action::Send => !bench.is_frozen(),
            _ => true,
        }
    }

    fn paragraph(&self, source: &Source) -> Option<&Paragraph> {
        let bench = self.compile.open.as_ref()?;
        bench.paragraphs.iter().find(|paragraph| paragraph.source == *source)
    }

    /// The text of a paragraph as it stands in the compiled report.
    pub(super) fn paragraph_text(&self, source: &Source) -> String {
        let Some(bench) = &self.compile.open else { return String::new() };
        let piece = bench.choice.pieces.iter().find(|piece| piece.sources.contains(source));
        let came = || self.paragraph(source).map(|paragraph| paragraph.text.clone());
        piece.map(|piece| piece.text.clone()).or_else(came).unwrap_or_default()
    }

    pub(super) fn rewrite_fields(&self, source: &Source) -> Vec<Field> {
        vec![Field::area(FieldId::Result, |w| w.field_paragraph, &self.paragraph_text(source), 8)]
    }

    pub(super) fn proposal_fields(&self, source: &Source) -> Vec<Field> {
        let pursued = self.catalog.settled().proposal(source);
        let text = |of: fn(&Pursued) -> &str| pursued.map(of).unwrap_or_default();
        let on = pursued.and_then(|pursued| pursued.answered_on).map(format_date).unwrap_or_default();
        vec![
            Field::line(FieldId::Person, |w| w.field_addressee, text(|p| &p.addressee)),
            Field::area(FieldId::Remark, |w| w.field_answer, text(|p| &p.answer), 3),
            Field::line(FieldId::AsOf, |w| w.field_answered_on, &on),
        ]
    }

    /// Where a paragraph comes from, and how it came.
    pub(super) fn source_lines(&self, source: &Source) -> Vec<Line> {
        let mut lines = vec![Line::of(Tone::Strong, self.route_short(&source.report))];
        lines.extend(self.paragraph(source).map(|paragraph| Line::of(Tone::Dim, &paragraph.text)));
        lines
    }

    /// What was settled about the compiled report, with another text for a paragraph.
    pub(super) fn rewritten(&self, form: &Form, source: &Source) -> Result<Record, Refusal> {
        let text = form.text(FieldId::Result);
        let bench = self.compile.open.as_ref();
        let bench = bench.ok_or_else(|| (FieldId::Result, self.words().report_gone.to_owned()))?;
        if text.is_empty() {
            return Err((FieldId::Result, self.words().paragraph_empty.to_owned()));
        }
        let mut choice = bench.choice.clone();
        choice.stamp = form.stamp.clone();
        choice.rewrite(source, text);
        Ok(Record::Compilation(bench.whole(choice)))
    }

    pub(super) fn proposal(&self, form: &Form, source: &Source) -> Result<Ruling, Refusal> {
        let (addressee, answer) = (form.text(FieldId::Person), form.text(FieldId::Remark));
        let answered_on = match (answer.is_empty(), form.text(FieldId::AsOf).is_empty()) {
            (true, _) => None,
            (false, true) => Some(self.today()),
            (false, false) => Some(self.past_day(form, FieldId::AsOf)?),
        };
        if addressee.is_empty() && !answer.is_empty() {
            return Err((FieldId::Person, self.words().addressee_needed.to_owned()));
        }
        Ok(Ruling::Proposal { source: source.clone(), addressee, answer, answered_on })
    }
}
