//! What the keys of view 6 do: take and leave paragraphs, join and rewrite them, write the files, hand the text over.

use crate::domain::change::{Record, Request};
use crate::domain::compilation::{Compilation, Fate, Paragraph, ProvincialFigure, Section, Source};
use crate::domain::record::{Enclosed, Observation, Report, ReportState};
use crate::text::paper::{Paper, plain};
use crate::text::parcel::{Body, File, Parcel};

use super::super::super::action::Action;
use super::super::super::deal::Deal;
use super::super::super::line::{Line, Tone};
use super::super::super::list::Motion;
use super::super::super::model::Model;
use super::super::super::overlay::{OnYes, Overlay, Question, Sheet};
use super::{LEAVES, LeafRow, Workbench};

/// Cells of the preview; the widest that an office terminal shows.
const PREVIEW: usize = 78;

impl Model {
    pub(in crate::app) fn act_in_compile(&mut self, action: Action) {
        if self.compile.open.is_none() {
            return self.act_in_rounds(action);
        }
        match action {
            Action::Move(motion) => {
                let moved = self.compile.open.as_mut().is_some_and(|bench| bench.list.go(motion));
                self.selection_moved(moved);
            }
            Action::NextPane => self.turn_leaf(true),
            Action::PrevPane => self.turn_leaf(false),
            Action::Back => {
                self.compile.open = None;
                self.refresh_compile();
            }
            Action::Source => self.open_source(),
            Action::Preview => self.preview_compiled(),
            Action::Export => self.ask_to_export(),
            Action::Select
            | Action::SelectAll
            | Action::Join
            | Action::Open
            | Action::Edit
            | Action::Send => {
                self.change_compiled(action);
            }
            _ => {}
        }
    }

    fn act_in_rounds(&mut self, action: Action) {
        match action {
            Action::Move(motion) => {
                let moved = self.compile.rounds.go(motion);
                self.selection_moved(moved);
            }
            Action::Open => {
                if let Some(key) = self.compile.rounds.selected_id() {
                    self.lay_out(&key);
                    self.selection_moved(true);
                }
            }
            Action::Back => self.back_to_own_agency(),
            _ => {}
        }
    }

    fn turn_leaf(&mut self, forward: bool) {
        let Some(bench) = &mut self.compile.open else { return };
        let at = LEAVES.iter().position(|leaf| *leaf == bench.leaf).unwrap_or(0);
        let step = if forward { 1 } else { LEAVES.len() - 1 };
        bench.leaf = LEAVES[(at + step) % LEAVES.len()];
        let key = bench.key.clone();
        self.lay_out(&key);
        if let Some(bench) = &mut self.compile.open {
            bench.list.go(Motion::First);
        }
        self.selection_moved(true);
    }

    /// What changes the compiled report: refused to others than those who write it, and once it is submitted.
    fn change_compiled(&mut self, action: Action) {
        let Some(bench) = &self.compile.open else { return };
        let (key, closed) = (bench.key.clone(), bench.gathering.closed);
        match closed {
            Some(state) if state.is_sent() => return self.say(Tone::Warn, self.words().compiled_is_sent),
            Some(state) => return self.say_closed(&key, state),
            None if !self.may_write(&key) => return self.say_closed(&key, ReportState::Draft),
            None => {}
        }
        if self.compile.saving {
            self.say(Tone::Warn, self.words().waiting_for_store);
            return;
        }
        if action == Action::Send {
            return self.ask_to_hand_over();
        }
        let Some(paragraph) = selected(bench).cloned() else { return };
        let mut choice = bench.choice.clone();
        match action {
            Action::Select => choice.toggle(&paragraph.source),
            Action::SelectAll => toggle_all(&mut choice, &bench.paragraphs, paragraph.source.section),
            Action::Join => match above(bench, &paragraph) {
                Some(to) => choice.join(to, &paragraph),
                None => return self.say(Tone::Plain, self.words().nothing_above),
            },
            _ => return self.open_deal_form(&Deal::Rewrite(Box::new(paragraph.source))),
        }
        let choice = bench.whole(choice);
        self.save_choice(choice);
    }

    fn save_choice(&mut self, choice: Compilation) {
        self.compile.saving = true;
        self.ask(Request::Save { record: Record::Compilation(choice), draft: None });
    }

    /// Shows the whole report that a row comes from; of a figure, what each agency gave.
    fn open_source(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        if let Some(LeafRow::Figure(..)) = bench.list.selected() {
            let title = self.leaf_name(bench.leaf);
            self.overlays.push(Overlay::Sheet(Sheet::new(title, self.compile_detail())));
            return;
        }
        let report = match bench.list.selected() {
            Some(LeafRow::Paragraph(offered)) => {
                let source = &offered.paragraph.source;
                bench.gathering.arrived.iter().find(|arrived| arrived.report.key() == source.report)
            }
            Some(LeafRow::Late(key, _)) => {
                bench.gathering.late.iter().find(|arrived| arrived.report.key() == *key)
            }
            _ => None,
        };
        let Some(report) = report.map(|arrived| arrived.report.clone()) else {
            self.say(Tone::Plain, self.words().no_source_here);
            return;
        };
        let title = self.route_short(&report.key());
        let lines = self.report_text_lines(&report);
        self.overlays.push(Overlay::Sheet(Sheet::new(title, lines)));
    }

    /// A report as it was sent, part by part.
    fn report_text_lines(&self, report: &Report) -> Vec<Line> {
        let words = self.words();
        let mut lines: Vec<Line> =
            report.sent_at.map(|at| Line::plain(self.lang.sent_at(at))).into_iter().collect();
        for (name, text) in [
            (words.part_results, &report.results),
            (words.part_obstacles, &report.obstacles),
            (words.part_proposals, &report.proposals),
            (words.part_evidence, &report.evidence),
        ] {
            if !text.trim().is_empty() {
                lines.push(Line::blank());
                lines.push(Line::of(Tone::Strong, name));
                lines.extend(text.lines().map(Line::plain));
            }
        }
        let enclosed = self.enclosed_lines(&report.enclosed);
        if !enclosed.is_empty() {
            lines.push(Line::blank());
            lines.extend(enclosed);
        }
        lines
    }

    fn preview_compiled(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        let Some(paper) = self.compiled_paper(bench) else { return };
        let text = plain(&paper, &self.layout, PREVIEW);
        let lines = text.lines().map(Line::plain).collect();
        let files = self.compiled_parcel(bench).map(Box::new);
        let sheet = Sheet { files, ..Sheet::new(self.words().preview_title, lines) };
        self.overlays.push(Overlay::Sheet(sheet));
    }

    fn ask_to_export(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        let words = self.words();
        let lines = vec![
            Line::of(Tone::Strong, self.report_name(&bench.key.obligation, bench.key.period)),
            Line::plain(self.lang.compiled_basis(bench.gathering.arrived.len(), bench.gathering.total())),
            Line::plain(words.export_question),
        ];
        let question = Question::new(words.export_title, lines, OnYes::ExportCompiled);
        self.overlays.push(Overlay::Question(Box::new(question)));
    }

    /// Writes the compiled report: the document, its text, and its tables.
    pub(in crate::app) fn export_compiled(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        if let Some(parcel) = self.compiled_parcel(bench) {
            self.deliver(parcel, None);
        }
    }

    /// The compiled report as a document: as it stands once it is submitted, else as it would be handed over; `None`: its
    /// agency is gone from the register.
    fn compiled_paper(&self, bench: &Workbench) -> Option<Paper> {
        match self.report_of(&bench.key).filter(|_| bench.is_frozen()) {
            Some(report) => self.report_paper(&report),
            None => self.paper_out_of(&self.handed_over(bench), Some(bench)),
        }
    }

    /// The files of a compiled report; `None`: its agency is gone from the register.
    pub fn compiled_parcel(&self, bench: &Workbench) -> Option<Parcel> {
        let compiled = self.compiled(bench);
        let paper = self.compiled_paper(bench)?;
        let short =
            self.catalog.obligation(&bench.key.obligation).map_or("", |(plan, _)| plan.short.as_str());
        let day = self.day().format("%Y-%m-%d");
        let file = |name: &str, body| File { name: name.to_owned(), body };
        Some(Parcel {
            folder: format!("tong-hop {short} {} {day}", bench.key.period),
            files: vec![
                file("bao-cao.docx", Body::Docx(Box::new(paper.clone()))),
                file("bao-cao.txt", Body::Plain(Box::new(paper))),
                file("so-lieu.xlsx", Body::Xlsx(compiled.sheets())),
            ],
        })
    }

    /// Asks before the text of the compiled report takes the place of another one.
    fn ask_to_hand_over(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        let new = self.handed_over(bench);
        let standing = self.report_of(&bench.key);
        if let Some(closed) = standing.as_ref().filter(|standing| !standing.state.is_open()) {
            let (key, state) = (closed.key(), closed.state);
            return self.say_closed(&key, state);
        }
        let other = standing.filter(|standing| !standing.says_the_same(&new));
        if self.report.as_ref().is_some_and(|form| form.key == bench.key && form.has_typed()) {
            return self.say(Tone::Warn, self.words().hand_over_typed);
        }
        let written =
            other.is_some_and(|standing| standing.texts().iter().any(|text| !text.trim().is_empty()));
        if !written {
            return self.hand_over();
        }
        let words = self.words();
        let lines = vec![
            Line::of(Tone::Strong, self.report_name(&bench.key.obligation, bench.key.period)),
            Line::plain(words.hand_over_question),
        ];
        let question = Question::new(words.hand_over_title, lines, OnYes::HandOver);
        self.overlays.push(Overlay::Question(Box::new(question)));
    }

    /// Puts the compiled text into the report and opens its form, where it is checked and submitted.
    pub(in crate::app) fn hand_over(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        let report = self.handed_over(bench);
        self.open_after_save = Some(report.key());
        self.ask(Request::Save { record: Record::Report(report), draft: None });
    }

    /// Puts the figures of the province into the open form, where they are looked at and saved with the report: each that
    /// it asks for and that says something new.
    pub(in crate::app) fn take_over_figures(&mut self) {
        let Some(bench) = &self.compile.open else { return };
        let total = bench.gathering.total();
        let source = |figure: &ProvincialFigure| self.lang.compiled_of(figure.given.len(), total);
        let new = |figure: &ProvincialFigure| {
            figure.observation(self.catalog.shelf(), &bench.key, total, source(figure))
        };
        let taken: Vec<Observation> = bench.figures.iter().filter_map(new).collect();
        let Some(form) = self.report.as_mut().filter(|form| form.key == bench.key && form.is_open()) else {
            return;
        };
        if form.take_over(&taken) {
            self.typed();
        }
    }

    fn handed_over(&self, bench: &Workbench) -> Report {
        let compiled = self.compiled(bench);
        let standing = self.report_of(&bench.key).unwrap_or_else(|| Report::blank(&bench.key));
        Report {
            results: compiled.section_text(Section::Results),
            obstacles: compiled.section_text(Section::Obstacles),
            proposals: compiled.section_text(Section::Proposals),
            enclosed: Enclosed {
                compiled_of: bench.gathering.counted(),
                choice: bench.choice.stamp.revision,
                ..standing.enclosed.clone()
            },
            ..standing
        }
    }
}

fn selected(bench: &Workbench) -> Option<&Paragraph> {
    match bench.list.selected() {
        Some(LeafRow::Paragraph(offered)) => Some(&offered.paragraph),
        _ => None,
    }
}

/// The nearest paragraph above that stands in the compiled report.
fn above<'a>(bench: &'a Workbench, paragraph: &Paragraph) -> Option<&'a Paragraph> {
    let section = paragraph.source.section;
    let own = bench.paragraphs.iter().filter(|p| p.source.section == section);
    let before = own.take_while(|p| p.source != paragraph.source);
    before.filter(|p| matches!(bench.choice.fate(&p.source), Fate::Taken | Fate::Rewritten(_))).last()
}

/// All in, or all out when all are in.
fn toggle_all(choice: &mut Compilation, paragraphs: &[Paragraph], section: Section) {
    let own = paragraphs.iter().filter(|p| p.source.section == section);
    let sources: Vec<Source> = own.map(|p| p.source.clone()).collect();
    let all = sources.iter().all(|source| choice.fate(source) != Fate::LeftOut);
    choice.take_all(&sources, !all);
}
