//! View 6 in words: the outline, the rows, the selected paragraph or figure in full.

use crate::domain::compilation::{Fate, Offered, ProvincialFigure, Section};
use crate::text::figure::ratio_text;
use crate::text::number::{format_decimals, format_number};

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::screens::compile::{Leaf, LeafRow, Workbench};

impl Model {
    /// The detail pane of view 6.
    pub fn compile_detail(&self) -> Vec<Line> {
        let Some(bench) = &self.compile.open else { return self.round_detail() };
        match bench.list.selected() {
            Some(LeafRow::Paragraph(offered)) => self.offered_detail(bench, offered),
            Some(LeafRow::Figure(figure, _)) => self.provincial_detail(bench, figure),
            Some(LeafRow::Missing(agency)) => vec![Line::plain(self.catalog.short_name(agency))],
            Some(LeafRow::Late(key, version)) => vec![
                Line::plain(self.lang.late_arrival(self.catalog.short_name(&key.agency), *version)),
                Line::of(Tone::Dim, self.words().late_hint),
            ],
            None => vec![Line::of(Tone::Dim, self.words().leaf_empty)],
        }
    }

    fn round_detail(&self) -> Vec<Line> {
        let Some(round) = self.compile.rounds.selected() else { return Vec::new() };
        let Some((plan, obligation)) = self.catalog.obligation(&round.key.obligation) else {
            return Vec::new();
        };
        let mut lines = vec![
            Line::plain(&obligation.title),
            Line::of(
                Tone::Dim,
                format!("{} · {}", self.route(&round.key), self.place(plan, &obligation.clause)),
            ),
            Line::plain(self.lang.compiled_basis(round.arrived, round.total)),
        ];
        lines.extend(round.due.map(|due| Line::plain(self.due_line(Some(due), round.preview))));
        lines
    }

    fn offered_detail(&self, bench: &Workbench, offered: &Offered) -> Vec<Line> {
        let words = self.words();
        let source = &offered.paragraph.source;
        let task = offered.paragraph.task.as_ref().and_then(|id| self.catalog.task(id));
        let task = task.map(|(_, task)| format!(" · {}", task.title)).unwrap_or_default();
        let head = format!("{} §{}{task}", self.catalog.short_name(&source.report.agency), source.place + 1);
        let fate = match offered.fate {
            Fate::Taken => words.fate_taken,
            Fate::Rewritten(_) => words.fate_rewritten,
            Fate::Joined(_) => words.fate_joined,
            Fate::LeftOut => words.fate_left_out,
        };
        let mut lines = vec![Line::of(Tone::Strong, head).and(Tone::Dim, format!(" · {fate}"))];
        if !bench.waiting.is_empty() {
            lines.push(Line::of(Tone::Warn, self.lang.pieces_waiting(bench.waiting.len())));
        }
        if let Fate::Rewritten(at) | Fate::Joined(at) = offered.fate {
            lines.extend(bench.choice.pieces.get(at).map(|piece| Line::plain(&piece.text)));
        }
        lines.push(Line::plain(format!("“{}”", offered.paragraph.text)));
        if !offered.alike.is_empty() {
            lines.push(Line::of(Tone::Warn, format!("≈ {}", self.names(offered.alike.iter()))));
        }
        if source.section == Section::Proposals {
            lines.push(self.pursued_line(offered));
        }
        lines
    }

    /// To whom a proposal went, and how long it waits.
    fn pursued_line(&self, offered: &Offered) -> Line {
        match self.catalog.settled().proposal(&offered.paragraph.source) {
            None => Line::of(Tone::Dim, self.words().proposal_open),
            Some(pursued) => Line::plain(self.lang.pursued(pursued)),
        }
    }

    fn provincial_detail(&self, bench: &Workbench, figure: &ProvincialFigure) -> Vec<Line> {
        let words = self.words();
        let target = self.catalog.target(&figure.target).map(|(_, target)| target);
        let name = target.map_or("", |target| &target.indicator);
        let mut lines = vec![Line::of(Tone::Strong, name)];
        let given = figure.given.iter().map(|given| {
            let f = &given.figure;
            let number = ratio_text(f.numerator, f.denominator).or_else(|| f.value.map(format_number));
            let number = number.unwrap_or_default();
            format!("{} {number}", self.catalog.short_name(&given.agency))
        });
        lines.push(Line::plain(given.collect::<Vec<_>>().join(" · ")));
        let otherwise = self.told_otherwise_in(bench, figure);
        if let Some(heading) = (!otherwise.is_empty()).then_some(words.other_figures) {
            lines.push(Line::of(Tone::Warn, heading));
            lines.extend(otherwise);
        }
        if !figure.not_added.is_empty() {
            let names = self.names(figure.not_added.iter());
            lines.push(Line::of(Tone::Warn, format!("{}: {names}", words.not_added)));
        }
        if !figure.without.is_empty() {
            lines.push(Line::of(
                Tone::Dim,
                format!("{}: {}", words.without_figure, self.names(figure.without.iter())),
            ));
        }
        lines.push(Line::of(
            Tone::Dim,
            self.lang.compiled_basis(bench.gathering.arrived.len(), bench.gathering.total()),
        ));
        lines
    }

    /// The agencies that told another desk another figure, each with both figures and their days.
    fn told_otherwise_in(&self, bench: &Workbench, figure: &ProvincialFigure) -> Vec<Line> {
        let mut lines = Vec::new();
        for given in &figure.given {
            let arrived = bench.gathering.arrived.iter().find(|arrived| arrived.agency == given.agency);
            let found = arrived.map(|arrived| self.told_otherwise_of(&arrived.report.key(), &given.figure));
            lines.extend(found.into_iter().flatten().map(|finding| {
                let agency = self.catalog.short_name(&given.agency);
                Line::plain(format!("{agency}: {}", self.finding_text(&finding)))
            }));
        }
        lines
    }

    /// Whether an agency told another desk another figure.
    pub fn is_told_otherwise(&self, bench: &Workbench, figure: &ProvincialFigure) -> bool {
        !self.told_otherwise_in(bench, figure).is_empty()
    }

    /// The name of a line of the outline, for its narrow column.
    pub fn leaf_short(&self, leaf: Leaf) -> &'static str {
        let words = self.words();
        match leaf {
            Leaf::Section(Section::Results) => words.leaf_results,
            Leaf::Section(Section::Obstacles) => words.leaf_obstacles,
            Leaf::Section(Section::Proposals) => words.leaf_proposals,
            leaf => self.leaf_name(leaf),
        }
    }

    /// The name of a part of the outline.
    pub fn leaf_name(&self, leaf: Leaf) -> &'static str {
        let words = self.words();
        match leaf {
            Leaf::Section(Section::Results) => words.part_results,
            Leaf::Section(Section::Obstacles) => words.part_obstacles,
            Leaf::Section(Section::Proposals) => words.part_proposals,
            Leaf::Figures => words.leaf_figures,
            Leaf::Missing => words.leaf_missing,
            Leaf::Late => words.leaf_late,
        }
    }

    /// A figure of the province: "32,32 % = 1.102/3.410".
    pub fn provincial_value(&self, figure: &ProvincialFigure) -> String {
        let Some(value) = figure.value else { return self.words().not_addable.to_owned() };
        let unit = self.catalog.target(&figure.target).map_or("", |(_, target)| target.unit.as_str());
        let value = format_decimals(value, 2);
        let ratio = ratio_text(figure.numerator, figure.denominator);
        format!("{value} {unit}{}", ratio.map(|ratio| format!(" = {ratio}")).unwrap_or_default())
    }
}
