//! A report in words: its head, the findings of the checks, the summary before sending.

use crate::domain::agenda::AgendaKind;
use crate::domain::enclosure::enclosed;
use crate::domain::evaluation::scale_of;
use crate::domain::ids::ItemId;
use crate::domain::obligation::ContentItem;
use crate::domain::occurrence::Due;
use crate::domain::plan::DocumentState;
use crate::domain::record::{Enclosed, Report, ReportedEntry, ReportedFigure, Waiting};
use crate::domain::report::Finding;
use crate::text::date::format_date;
use crate::text::number::format_number;

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::screens::report::{FigureRow, ReportForm};
use super::super::screens::reports::{ReportKey, RowState};

impl Model {
    /// The detail pane of the list of reports.
    pub fn reports_detail(&self) -> Vec<Line> {
        if self.report.is_some() {
            // The pane has the checks of the report, and nothing may be worked out in vain for every letter typed.
            return Vec::new();
        }
        let Some(row) = self.reports.list.selected() else { return Vec::new() };
        let Some((plan, obligation)) = self.catalog.obligation(&row.key.obligation) else {
            return Vec::new();
        };
        let place = self.place(plan, &obligation.clause);
        let mut lines = vec![Line::plain(self.route(&row.key)).and(Tone::Dim, format!(" · {place}"))];
        if let Some(from) = &row.inherited_from {
            lines.push(Line::of(Tone::Warn, self.lang.taken_over(self.catalog.short_name(from))));
        }
        if let Some(report) = self.report_of(&row.key) {
            lines.extend(self.way_so_far(&report));
        }
        if row.untracked && matches!(self.row_state(row), RowState::Untracked) {
            lines.push(Line::of(Tone::Warn, self.words().untracked_hint));
        }
        let settled = self.catalog.settled();
        let request = settled.extension(&row.key);
        lines.extend(request.map(|request| Line::of(Tone::Warn, self.request_text(request))));
        lines.extend(settled.waiver(&row.key).map(|reason| Line::plain(self.lang.waived(reason))));
        if let Some(due) = row.due {
            lines.extend(self.why(&obligation.clause, &obligation.schedule, &due));
        }
        let ReportKey { obligation: id, period, agency } = row.key.clone();
        let kind = AgendaKind::Submit { obligation: id, period, reporter: Some(agency) };
        lines.extend(self.cascade_line(&kind));
        lines.push(Line::of(Tone::Dim, &obligation.title));
        lines
    }

    /// When a report was sent, why it came back, and who submitted it if it waits for approval.
    fn way_so_far(&self, report: &Report) -> Vec<Line> {
        let sent = report.sent_at.map(|at| Line::plain(self.lang.sent_at(at)));
        let returned = (!report.remark.is_empty()).then(|| {
            let back = Line::of(Tone::Warn, format!("! {} ", self.words().returned_with));
            back.and(Tone::Plain, report.remark.clone())
        });
        let author = report.author.as_deref().filter(|_| report.state.waits_for() == Waiting::Approver);
        let submitted = author.map(|author| Line::plain(self.lang.submitted_by(author)));
        [sent, returned, submitted].into_iter().flatten().collect()
    }

    /// Who reports to whom, on which way.
    pub fn route(&self, key: &ReportKey) -> String {
        let Some((_, obligation)) = self.catalog.obligation(&key.obligation) else { return String::new() };
        let mut route = self.route_short(key);
        if let Some(via) = &obligation.via {
            route = format!("{route} ({} {})", self.words().via, self.catalog.short_name(via));
        }
        if let Some(drafter) = &obligation.prepared_by {
            route = format!("{route} · {} {}", self.words().prepared_by, self.catalog.short_name(drafter));
        }
        route
    }

    /// Who reports to whom: "Sở Y tế → Sở Nội vụ".
    pub fn route_short(&self, key: &ReportKey) -> String {
        let recipient = self.catalog.obligation(&key.obligation).map(|(_, found)| &found.recipient);
        let recipient = recipient.map_or("", |id| self.catalog.short_name(id));
        format!("{} → {recipient}", self.catalog.short_name(&key.agency))
    }

    /// The last valid day, the advice and how long there is.
    pub fn due_line(&self, due: Option<Due>, preview: bool) -> String {
        let words = self.words();
        let Some(due) = due else { return words.no_day_set.to_owned() };
        let day = format!("{} {}", words.last_valid_day, self.lang.day_short(due.due_last));
        if preview {
            return format!("{} {day}", words.preview);
        }
        let advice = if due.due_advice == due.due_last || due.due_advice < self.day() {
            String::new()
        } else {
            format!(" · {} {}", words.better_send, self.lang.day_short(due.due_advice))
        };
        let left =
            self.lang.countdown(crate::domain::explain::countdown(self.day(), due.due_last, &self.calendar));
        format!("{day}{advice} · {left}")
    }

    /// What a check found, in words that say what to do.
    pub fn finding_text(&self, finding: &Finding) -> String {
        let words = self.words();
        let name = |id| self.catalog.target(id).map(|(_, target)| target.short.as_str()).unwrap_or_default();
        match finding {
            Finding::MissingPart(part) => format!("{}: {}", self.part_name(*part), words.part_missing),
            Finding::EmptyPart(part) => format!("{}: {}", self.part_name(*part), words.part_empty),
            Finding::UnreadableFigure(target) => format!("{}: {}", name(target), words.figure_unreadable),
            Finding::NumeratorAboveDenominator(target) => {
                format!("{}: {}", name(target), words.numerator_above)
            }
            Finding::MissingFigures(rows) => {
                format!("{}: {}", words.part_figures, self.lang.figures_missing(*rows))
            }
            Finding::EmptyFigures(rows) => {
                format!("{}: {}", words.part_figures, self.lang.figures_empty(*rows))
            }
            Finding::Unconfirmed(part) => format!("{}: {}", self.part_name(*part), words.part_unconfirmed),
            Finding::MuchTheSame(part, percent) => {
                format!("{}: {}", self.part_name(*part), self.lang.much_the_same(*percent))
            }
            Finding::Jump { target, now, before } => {
                let (now, before) = (self.in_unit(target, *now), self.in_unit(target, *before));
                format!("{}: {}", name(target), self.lang.jump(&now, &before))
            }
            Finding::UnitSlip { target, now, before, factor } => {
                let (now, before) = (self.in_unit(target, *now), self.in_unit(target, *before));
                format!("{}: {}", name(target), self.lang.unit_slip(&now, &before, *factor))
            }
            Finding::ToldOtherwise { told, now, as_of } => {
                let mine = (self.in_unit(&told.target, *now), *as_of);
                let theirs = (self.in_unit(&told.target, told.value), told.as_of);
                format!(
                    "{}: {}",
                    name(&told.target),
                    self.lang.told_otherwise(mine, self.desk_of(&told.report), theirs)
                )
            }
            Finding::ChosenOtherwise => words.chosen_otherwise.to_owned(),
            Finding::SourcesChanged { came, gone } => self.lang.sources_changed(*came, *gone),
            Finding::PeriodStillOpen { from, to } => self.lang.period_open(*from, *to),
        }
    }

    /// A figure with the sign of its unit.
    pub(in crate::app) fn in_unit(&self, target: &ItemId, value: f64) -> String {
        let percent = self.catalog.target(target).is_some_and(|(_, target)| target.unit == "%");
        format!("{}{}", format_number(value), if percent { "%" } else { "" })
    }

    /// The desk that receives a report.
    pub(in crate::app) fn desk_of(&self, key: &ReportKey) -> &str {
        let obligation = self.catalog.obligation(&key.obligation);
        let desk = obligation.map(|(_, found)| found.via.as_ref().unwrap_or(&found.recipient));
        desk.map_or("", |desk| self.catalog.short_name(desk))
    }

    /// What stands in the place of the checks once a report has left its author's hands.
    pub fn closed_lines(&self, form: &ReportForm) -> Vec<Line> {
        let words = self.words();
        match form.saved.state.waits_for() {
            Waiting::Author | Waiting::Approver if form.only_read => {
                let name = self.catalog.short_name(&form.key.agency);
                let deals = Line::plain(words.report_of_another_deals);
                vec![
                    Line::of(Tone::Warn, self.lang.report_of_another(name)),
                    deals,
                    self.contact_line(&form.key.agency),
                ]
            }
            Waiting::Approver => vec![Line::plain(words.report_waits_as_submitted)],
            Waiting::Desk if self.is_desk_of(&form.key.obligation) => {
                vec![
                    Line::of(Tone::Strong, words.report_can_be_taken),
                    Line::plain(words.report_stays_as_sent),
                ]
            }
            _ => vec![Line::plain(words.report_stays_as_sent)],
        }
    }

    /// What a part of a report is called.
    pub fn part_name(&self, part: ContentItem) -> &'static str {
        let words = self.words();
        match part {
            ContentItem::Results => words.part_results,
            ContentItem::Obstacles => words.part_obstacles,
            ContentItem::Proposals => words.part_proposals,
            ContentItem::EmergingIssues => words.part_emerging,
            ContentItem::Figures => words.part_figures,
        }
    }

    /// What is about to be sent.
    pub(in crate::app) fn report_summary(&self) -> Vec<Line> {
        let Some(form) = &self.report else { return Vec::new() };
        let Some((plan, obligation)) = self.catalog.obligation(&form.key.obligation) else {
            return Vec::new();
        };
        let due = self.due_of(&form.key);
        let preview = plan.state == DocumentState::Draft;
        let warning = preview.then(|| Line::of(Tone::Warn, format!("! {}", self.words().draft_plan_warning)));
        let summary = [
            Line::of(Tone::Strong, format!("{} · {}", obligation.title, self.lang.period(form.key.period))),
            Line::plain(self.route(&form.key)),
            Line::of(
                Tone::Dim,
                format!("{} · {}", self.place(plan, &obligation.clause), self.due_line(due, preview)),
            ),
            Line::plain(self.lang.report_size(
                word_count(form),
                self.report_entries().len(),
                figure_count(form),
            )),
        ];
        summary.into_iter().chain(warning).collect()
    }

    /// The entries of the period, for the report's last part; of what was submitted those that were frozen with it.
    pub fn entries_part(&self) -> Vec<Line> {
        let words = self.words();
        let Some(form) = &self.report else { return Vec::new() };
        if !form.is_open() {
            let lines = self.enclosed_lines(&self.enclosed_in(form));
            return if lines.is_empty() { vec![Line::of(Tone::Dim, words.annex_empty)] } else { lines };
        }
        let entries: Vec<_> = self.report_entries().iter().map(ReportedEntry::from).collect();
        if entries.is_empty() {
            return vec![Line::of(Tone::Dim, words.no_entries_in_period)];
        }
        entries.iter().flat_map(|entry| self.entry_lines(entry)).collect()
    }

    /// What the open form encloses: as it was frozen, or as it would be now.
    pub fn enclosed_in(&self, form: &ReportForm) -> Enclosed {
        enclosed(&self.catalog, &form.saved, self.day())
    }

    /// What a report encloses: its entries, then its figures.
    pub fn enclosed_lines(&self, enclosed: &Enclosed) -> Vec<Line> {
        let mut lines: Vec<_> = enclosed.entries.iter().flat_map(|entry| self.entry_lines(entry)).collect();
        if !enclosed.figures.is_empty() {
            lines.push(Line::of(Tone::Strong, self.words().part_figures));
            lines.extend(enclosed.figures.iter().filter_map(|figure| self.reported_line(figure)));
        }
        let short = |id| self.catalog.target(id).map_or("", |(_, target)| target.short.as_str());
        let none = |id| Line::plain(format!("{}: {}", short(id), self.words().no_figure));
        lines.extend(enclosed.without.iter().map(none));
        lines
    }

    fn entry_lines(&self, entry: &ReportedEntry) -> Vec<Line> {
        let words = self.words();
        let title = self.catalog.task(&entry.task).map(|(_, task)| task.title.clone()).unwrap_or_default();
        let head = Line::of(Tone::Strong, format!("{} {title}", entry.task.local()))
            .and(Tone::Dim, format!(" · {}", format_date(entry.as_of)));
        let fields = [
            (words.field_result, &entry.result),
            (words.field_obstacle, &entry.obstacle),
            (words.field_proposal, &entry.proposal),
            (words.field_evidence, &entry.evidence),
        ];
        std::iter::once(head)
            .chain(fields.into_iter().flat_map(|(label, text)| Line::field(label, text)))
            .collect()
    }

    /// "Tỷ lệ …: 12.239/12.533 = 97,65 % (21/11/2026)".
    fn reported_line(&self, figure: &ReportedFigure) -> Option<Line> {
        let (_, target) = self.catalog.target(&figure.target)?;
        let value = figure.figure(scale_of(&target.unit)).map(format_number).unwrap_or_default();
        let typed = match (figure.numerator, figure.denominator) {
            (Some(numerator), Some(denominator)) => {
                format!("{}/{} = ", format_number(numerator), format_number(denominator))
            }
            _ => String::new(),
        };
        let day = format_date(figure.as_of);
        Some(Line::plain(format!("{}: {typed}{value} {} ({day})", target.indicator, target.unit)))
    }
}

/// Syllables of the texts, as an office counts words.
pub fn word_count(form: &ReportForm) -> usize {
    form.texts.iter().map(|editor| editor.text().split_whitespace().count()).sum()
}

/// Figures that are given.
pub fn figure_count(form: &ReportForm) -> usize {
    form.figures.iter().map(FigureRow::typed).filter(|figure| matches!(figure.numerator, Ok(Some(_)))).count()
}
