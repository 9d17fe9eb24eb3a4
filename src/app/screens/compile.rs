//! View 6: reports that are compiled out of others. A list of them, and one of them open: its outline on the left, the
//! paragraphs or figures of a part on the right.

use crate::domain::cascade::cascade;
use crate::domain::compilation::{
    Compilation, Fate, Gathering, Offered, Paragraph, Piece, ProvincialFigure, SECTIONS, Section, Source,
    gather, gather_made_of, provincial_figures,
};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::obligation::ReportingObligation;
use crate::domain::occurrence::Due;
use crate::domain::plan::DocumentState;
use crate::domain::record::Report;
use crate::text::compiled::Compiled;

use super::super::layout::{Area, Frame, Size};
use super::super::list::{List, Row};
use super::super::model::{Model, View};
use super::reports::ReportKey;

mod actions;

/// Rows of the detail pane at 24 rows.
pub const DETAIL_ROWS: u16 = 6;

/// The state of the view.
#[derive(Clone, Debug)]
pub struct CompileScreen {
    /// The reports that are compiled, the soonest first.
    pub rounds: List<CompileRound>,
    /// The one that is open.
    pub open: Option<Box<Workbench>>,
    /// Whether a choice is on its way to the store: the next one builds on its answer.
    pub saving: bool,
}

/// A report that is compiled out of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileRound {
    /// Which report.
    pub key: ReportKey,
    /// When it is due.
    pub due: Option<Due>,
    /// Whether the plan is a draft.
    pub preview: bool,
    /// How many reports of the level below count.
    pub arrived: usize,
    /// How many there should be.
    pub total: usize,
    /// Whether the shown agency sends or drafts it.
    pub own: bool,
}

/// One compiled report on the table.
#[derive(Clone, Debug)]
pub struct Workbench {
    /// Which report.
    pub key: ReportKey,
    /// What was settled about it, as far as its sources are there.
    pub choice: Compilation,
    /// What was written of reports that are not there any more.
    pub waiting: Vec<Piece>,
    /// What came in.
    pub gathering: Gathering,
    /// The paragraphs of what came in.
    pub paragraphs: Vec<Paragraph>,
    /// The figures of the province.
    pub figures: Vec<ProvincialFigure>,
    /// The part that is shown.
    pub leaf: Leaf,
    /// The rows of the part.
    pub list: List<LeafRow>,
}

/// A line of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// The paragraphs of a part.
    Section(Section),
    /// The figures of the province.
    Figures,
    /// Who has not sent a report that counts.
    Missing,
    /// What came after the compiled report was sent.
    Late,
}

/// The outline in its order.
pub const LEAVES: [Leaf; 6] = [
    Leaf::Section(Section::Results),
    Leaf::Section(Section::Obstacles),
    Leaf::Section(Section::Proposals),
    Leaf::Figures,
    Leaf::Missing,
    Leaf::Late,
];

/// A row of a part.
#[derive(Clone, Debug, PartialEq)]
pub enum LeafRow {
    /// A paragraph.
    Paragraph(Offered),
    /// A figure of the province, and whether one of its agencies told another desk another figure.
    Figure(ProvincialFigure, bool),
    /// An agency that is missing.
    Missing(AgencyId),
    /// A report that came too late.
    Late(ReportKey, u32),
}

/// What identifies a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowId {
    /// A paragraph.
    Paragraph(Source),
    /// A figure.
    Figure(ItemId),
    /// An agency.
    Missing(AgencyId),
    /// A report.
    Late(ReportKey),
}

impl Default for CompileScreen {
    fn default() -> Self {
        Self { rounds: List::scrolling(), open: None, saving: false }
    }
}

impl Row for CompileRound {
    type Id = ReportKey;

    fn id(&self) -> Option<ReportKey> {
        Some(self.key.clone())
    }
}

impl Row for LeafRow {
    type Id = RowId;

    fn id(&self) -> Option<RowId> {
        Some(match self {
            Self::Paragraph(offered) => RowId::Paragraph(offered.paragraph.source.clone()),
            Self::Figure(figure, _) => RowId::Figure(figure.target.clone()),
            Self::Missing(agency) => RowId::Missing(agency.clone()),
            Self::Late(key, _) => RowId::Late(key.clone()),
        })
    }
}

impl Workbench {
    /// How many rows a part has, and how many of its paragraphs are in the compiled report.
    pub fn count(&self, leaf: Leaf) -> (usize, usize) {
        match leaf {
            Leaf::Section(section) => {
                let own = || self.paragraphs.iter().filter(|p| p.source.section == section);
                let taken = own().filter(|p| self.choice.fate(&p.source) != Fate::LeftOut).count();
                (taken, own().count())
            }
            Leaf::Figures => (self.figures.len(), self.figures.len()),
            Leaf::Missing => (self.gathering.missing.len(), self.gathering.missing.len()),
            Leaf::Late => (self.gathering.late.len(), self.gathering.late.len()),
        }
    }

    /// Whether the compiled report is out of its author's hands: nothing of it can be chosen any more.
    pub fn is_frozen(&self) -> bool {
        self.gathering.closed.is_some()
    }

    /// A choice with what waits for its sources, as it is to be saved.
    pub fn whole(&self, choice: Compilation) -> Compilation {
        let pieces = choice.pieces.into_iter().chain(self.waiting.iter().cloned()).collect();
        Compilation { pieces, ..choice }
    }

    fn rows(&self, is_told_otherwise: impl Fn(&ProvincialFigure) -> bool) -> Vec<LeafRow> {
        match self.leaf {
            Leaf::Section(section) => {
                let offered = self.choice.offered(section, &self.paragraphs);
                offered.into_iter().map(LeafRow::Paragraph).collect()
            }
            Leaf::Figures => {
                let row =
                    |figure: &ProvincialFigure| LeafRow::Figure(figure.clone(), is_told_otherwise(figure));
                self.figures.iter().map(row).collect()
            }
            Leaf::Missing => self.gathering.missing.iter().cloned().map(LeafRow::Missing).collect(),
            Leaf::Late => {
                let late = self.gathering.late.iter();
                late.map(|late| LeafRow::Late(late.report.key(), late.report.version())).collect()
            }
        }
    }
}

/// The outline and the part that is shown.
pub fn panes(size: Size) -> (Area, Area) {
    let body = Frame::of(size, DETAIL_ROWS).body;
    let left = (body.w / 4 + 4).clamp(20, 30);
    (body.left(left), body.after(left + 2))
}

impl Model {
    pub(in crate::app) fn refresh_compile(&mut self) {
        if self.view != View::Compile {
            return;
        }
        let rounds = self.compile_rounds();
        self.compile.rounds.set_rows(rounds);
        if let Some(key) = self.compile.open.as_ref().map(|bench| bench.key.clone()) {
            self.lay_out(&key);
        }
    }

    pub(in crate::app) fn fit_compile(&mut self) {
        let body = Frame::of(self.size, DETAIL_ROWS).body;
        self.compile.rounds.set_height(usize::from(body.h.saturating_sub(2)));
        if let Some(bench) = &mut self.compile.open {
            bench.list.set_height(usize::from(panes(self.size).1.h.saturating_sub(2)));
        }
    }

    /// The compiled reports of the periods that are followed: those of the shown agency, or all.
    pub fn compile_rounds(&self) -> Vec<CompileRound> {
        let all = self.catalog.plans.iter().flat_map(|plan| plan.obligations.iter().map(move |o| (plan, o)));
        let compiled = all.filter(|(_, obligation)| !obligation.consumes.is_empty());
        let mut rounds = Vec::new();
        for (plan, obligation) in compiled {
            let occurrences = self.occurrences_of(obligation).into_iter();
            rounds.extend(occurrences.filter(|o| !o.awaiting).filter_map(|occurrence| {
                let key = ReportKey {
                    obligation: obligation.id.clone(),
                    period: occurrence.period,
                    agency: occurrence.reporter,
                };
                let cascade = cascade(&self.catalog, &self.calendar, &key.obligation, key.period)?;
                Some(CompileRound {
                    own: self.compiles(obligation, &key.agency),
                    key,
                    due: occurrence.due,
                    preview: plan.state == DocumentState::Draft,
                    arrived: cascade.sent(),
                    total: cascade.reports(),
                })
            }));
        }
        if rounds.iter().any(|round| round.own) {
            rounds.retain(|round| round.own);
        }
        // What is due comes before what is only a preview, the latest period first.
        rounds.sort_by_key(|round| (round.preview, std::cmp::Reverse(round.due.map(|due| due.due_last))));
        rounds
    }

    /// Whether the shown agency sends or drafts a report.
    fn compiles(&self, obligation: &ReportingObligation, reporter: &AgencyId) -> bool {
        let Some(agency) = &self.agency else { return false };
        let drafter = obligation.prepared_by.iter();
        let mut acting = drafter.flat_map(|desk| {
            crate::domain::heirs::acting(&self.catalog, desk, Some(&obligation.id), self.day())
        });
        agency == reporter || acting.any(|desk| desk == *agency)
    }

    /// Puts a compiled report on the table, or lays it out anew; the part that is shown stays.
    pub(super) fn lay_out(&mut self, key: &ReportKey) {
        let old = self.compile.open.take().filter(|bench| bench.key == *key);
        let Some(mut bench) = self.workbench(key) else { return };
        if let Some(old) = old {
            (bench.leaf, bench.list) = (old.leaf, old.list);
        }
        let rows = bench.rows(|figure| self.is_told_otherwise(&bench, figure));
        bench.list.set_rows(rows);
        self.compile.open = Some(Box::new(bench));
        self.fit_compile();
    }

    /// A compiled report with what came in and what was settled; `None`: it is compiled from nothing.
    pub fn workbench(&self, key: &ReportKey) -> Option<Workbench> {
        gather(&self.catalog, &self.calendar, key).map(|gathering| self.bench(key, gathering))
    }

    /// A compiled report with what it was made of; `None`: it was not compiled by the program.
    pub fn bench_made_of(&self, report: &Report) -> Option<Workbench> {
        let gathering = gather_made_of(&self.catalog, &self.calendar, report)?;
        Some(self.bench(&report.key(), gathering))
    }

    fn bench(&self, key: &ReportKey, gathering: Gathering) -> Workbench {
        let settled = self.records.compilations.iter().find(|settled| settled.key == *key);
        let mut choice = settled.cloned().unwrap_or_else(|| Compilation::new(key.clone()));
        let paragraphs = gathering.paragraphs();
        let waiting = choice.take_stale(&paragraphs);
        let figures = provincial_figures(&self.catalog, &gathering);
        let (leaf, list) = (Leaf::Section(SECTIONS[0]), List::jumping());
        Workbench { key: key.clone(), choice, waiting, gathering, paragraphs, figures, leaf, list }
    }

    /// The compiled report as text and paper make it.
    pub fn compiled<'a>(&'a self, bench: &'a Workbench) -> Compiled<'a> {
        Compiled {
            catalog: &self.catalog,
            key: &bench.key,
            choice: &bench.choice,
            gathering: &bench.gathering,
            paragraphs: &bench.paragraphs,
            figures: &bench.figures,
        }
    }
}
