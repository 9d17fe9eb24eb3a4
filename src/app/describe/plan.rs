//! A plan and its clauses in words: head, legal chain, recipients, and what each clause created.

use crate::domain::ids::PlanId;
use crate::domain::plan::{Citation, DocumentState, Plan, PlanText, Relation};
use crate::text::date::format_date;

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{Overlay, Sheet};
use super::super::screens::tasks::Pane;
use super::heading;

/// Tasks that a sheet lists: nobody reads more of them here, and view 2 has all.
const MOST: usize = 500;

impl Model {
    /// The detail pane of the document view: the plan's head, or what the clause created.
    pub fn plan_detail(&self) -> Vec<Line> {
        let Some(plan) = self.shown_plan() else { return Vec::new() };
        match (self.plans.pane, self.plans.clauses.selected_id()) {
            (Pane::Right, Some(path)) => self.clause_lines(plan, &path),
            _ => {
                let mut lines = self.head_lines(plan);
                lines.push(self.tally_line(plan));
                lines
            }
        }
    }

    /// Opens a plan: head, legal chain, recipients, what has no owner.
    pub(in crate::app) fn open_plan_sheet(&mut self, id: &PlanId) {
        let Some(plan) = self.catalog.plan(id) else { return };
        let words = self.words();
        let mut lines = self.head_lines(plan);
        lines.push(self.tally_line(plan));
        let text = self.catalog.text(&plan.id);
        heading(&mut lines, words.legal_chain);
        lines.extend(text.citations.iter().map(|citation| self.citation_line(citation)));
        if !text.recipients.is_empty() {
            heading(&mut lines, words.recipients);
            lines.extend(
                text.recipients.iter().map(|recipient| Line::plain(format!("  - {}", recipient.as_printed))),
            );
        }
        let notes: Vec<_> = text
            .clauses
            .iter()
            .filter_map(|clause| clause.note.as_ref().map(|note| (&clause.path, note)))
            .collect();
        if !notes.is_empty() {
            heading(&mut lines, words.notes);
            lines.extend(
                notes
                    .iter()
                    .map(|(path, note)| Line::of(Tone::Strong, format!("  {path} ")).and(Tone::Plain, *note)),
            );
        }
        let orphans = self.catalog.shelf().titles_of_nobody(&plan.id, MOST);
        if !orphans.is_empty() {
            let all = self.catalog.shelf().tally(&plan.id).orphans;
            heading(&mut lines, &self.lang.tasks_without_owner(all));
            lines.extend(orphans.iter().map(|task| {
                Line::of(Tone::Dim, format!("  {} ", task.clause)).and(Tone::Plain, &task.title)
            }));
            lines.extend(
                (all > orphans.len()).then(|| Line::of(Tone::Dim, self.lang.and_more(all - orphans.len()))),
            );
        }
        self.overlays.push(Overlay::Sheet(Sheet::new(plan.short.clone(), lines)));
    }

    /// Opens a clause with everything that it created.
    pub(in crate::app) fn open_clause_sheet(&mut self, id: &PlanId, path: &str) {
        let Some(plan) = self.catalog.plan(id) else { return };
        let lines = self.clause_lines(plan, path);
        self.overlays.push(Overlay::Sheet(Sheet::new(self.place(plan, path), lines)));
    }

    fn head_lines(&self, plan: &Plan) -> Vec<Line> {
        let words = self.words();
        let number = plan.number.as_deref().unwrap_or(words.no_number);
        let date = plan.issued_on.map_or_else(|| words.no_date.to_owned(), format_date);
        let mut lines = vec![
            Line::of(Tone::Strong, &plan.title),
            Line::plain(format!(
                "{} · {number} · {date} · {}",
                self.catalog.short_name(&plan.issuer),
                self.lang.document_state(plan.state)
            ))
            .and(Tone::Dim, format!(" · {}", plan.province)),
        ];
        if let Some(signer) = &plan.signer {
            let signed = match (signer.signed, plan.state) {
                (true, _) => words.signed_by,
                // Number and date that were entered since do not say who signed.
                (false, DocumentState::Issued) => words.name_in_draft,
                (false, _) => words.typed_name,
            };
            lines.push(
                Line::of(Tone::Dim, format!("{signed}: "))
                    .and(Tone::Plain, format!("{}, {}", signer.name, signer.position)),
            );
        }
        lines.push(Line::of(Tone::Dim, format!("{}: {}", words.source, plan.source)));
        lines
    }

    fn tally_line(&self, plan: &Plan) -> Line {
        let tasks = self.catalog.shelf().tally(&plan.id);
        Line::plain(self.lang.plan_tally(
            self.catalog.targets(&plan.id).len(),
            tasks.all,
            plan.obligations.len(),
            tasks.orphans,
        ))
    }

    fn citation_line(&self, citation: &Citation) -> Line {
        let words = self.words();
        let relation = match citation.relation {
            Relation::BasedOn => words.relation_based_on,
            Relation::Implements => words.relation_implements,
            Relation::Replaces => words.relation_replaces,
            Relation::Amends => words.relation_amends,
            Relation::RefersTo => words.relation_refers_to,
            Relation::ProposedBy => words.relation_proposed_by,
            Relation::ContributesTo => words.relation_contributes_to,
        };
        let mut parts = Vec::new();
        parts.extend(citation.number.clone());
        parts.extend(citation.issued_on.map(format_date));
        parts.extend(citation.issuer.as_ref().map(|issuer| self.catalog.short_name(issuer).to_owned()));
        parts.push(citation.title.clone());
        parts.extend(citation.clause.as_ref().map(|clause| format!("({clause})")));
        Line::of(Tone::Dim, format!("  {relation}: ")).and(Tone::Plain, parts.join(" · "))
    }

    /// A clause and what it created.
    fn clause_lines(&self, plan: &Plan, path: &str) -> Vec<Line> {
        let words = self.words();
        let text = self.catalog.text(&plan.id);
        let Some(clause) = text.clause(path) else { return Vec::new() };
        let mut lines = vec![
            Line::of(Tone::Strong, format!("{} ", clause.path))
                .and(Tone::Plain, &clause.heading)
                .and(Tone::Dim, format!(" · {}", self.lang.lines_of(clause.lines, &plan.source))),
        ];
        let here = |other: &str| text.clause(other).is_some_and(|found| found.path == clause.path);
        for obligation in plan.obligations.iter().filter(|obligation| here(&obligation.clause)) {
            lines.push(created(
                words.kind_obligation,
                &format!("{} “{}”", obligation.title, obligation.schedule.phrase),
            ));
        }
        let tasks = self.catalog.shelf().titles_under(&plan.id, &clause.path);
        for task in tasks.iter().filter(|task| here(&task.clause)) {
            lines.push(created(words.kind_task, &task.title));
        }
        for target in self.catalog.targets(&plan.id).iter().filter(|target| here(&target.clause)) {
            lines.push(created(
                words.kind_target,
                &format!("{}: {}", target.indicator, self.lang.aim(target)),
            ));
        }
        if lines.len() == 1 && !has_parts(text, &clause.path) {
            lines.push(Line::of(Tone::Dim, words.clause_created_nothing));
        }
        lines.extend(clause.note.as_deref().map(|note| Line::of(Tone::Warn, format!("! {note}"))));
        lines
    }
}

/// Whether a clause is divided further, so that what it created stands under its parts.
fn has_parts(text: &PlanText, path: &str) -> bool {
    let below = |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '#']));
    text.clauses.iter().any(|clause| below(&clause.path))
}

fn created(kind: &str, text: &str) -> Line {
    Line::of(Tone::Dim, format!("→ {kind}: ")).and(Tone::Plain, text)
}
