//! Things in words: detail panes and sheets. No terminal, no widths: the views wrap the lines.

mod agency;
mod agenda;
mod board;
mod cascade;
mod compile;
mod decision;
mod history;
mod plan;
pub mod report;
mod statistics;
pub mod target;
mod task;
mod why;
mod year;

pub(super) use self::task::capital;

use crate::domain::change::Record;
use crate::domain::plan::Plan;
use crate::text::date::format_date;

use super::entry::{QUALITIES, WORK_STATES, figure_text};
use super::line::{Line, Tone};
use super::model::Model;

impl Model {
    /// A plan and a clause: "KH 165/KH-UBND, IV.7.a".
    pub fn place(&self, plan: &Plan, clause: &str) -> String {
        format!("{}, {clause}", plan.short)
    }

    /// A record by what it is about, for a message.
    pub(super) fn record_name(&self, record: &Record) -> String {
        let words = self.words();
        match record {
            Record::Progress(entry) => {
                let place = self.catalog.task(&entry.task).map(|(plan, task)| self.place(plan, &task.clause));
                format!("{} {}", words.name_progress, place.unwrap_or_default())
            }
            Record::Observation(observation) => {
                let name = self.catalog.target(&observation.target).map(|(_, target)| target.short.clone());
                format!("{} {}", words.name_figure, name.unwrap_or_default())
            }
            Record::Report(report) => {
                let name = self.report_name(&report.obligation, report.period);
                format!("{name} ({})", self.catalog.short_name(&report.agency))
            }
            Record::Decision(decision) => self.ruling_name(&decision.ruling),
            Record::Reminder(reminder) => {
                let report = self.report_name(&reminder.obligation, reminder.period);
                self.lang.reminder_name(&report, reminder.agencies.len(), reminder.on)
            }
            Record::Compilation(compilation) => {
                let name = self.report_name(&compilation.key.obligation, compilation.key.period);
                format!("{} {name}", words.name_compilation)
            }
        }
    }

    /// A record as it stands, for comparing two versions.
    pub fn record_lines(&self, record: &Record) -> Vec<Line> {
        let words = self.words();
        let fields: Vec<(&str, String)> = match record {
            Record::Progress(entry) => {
                let state = WORK_STATES.iter().find(|(state, _)| *state == entry.state);
                vec![
                    (words.field_state, state.map(|(_, name)| name(words).to_owned()).unwrap_or_default()),
                    (words.field_percent, entry.percent.map(|p| p.to_string()).unwrap_or_default()),
                    (words.field_result, entry.result.clone()),
                    (words.field_obstacle, entry.obstacle.clone()),
                    (words.field_proposal, entry.proposal.clone()),
                    (words.field_evidence, entry.evidence.clone()),
                    (words.field_as_of, format_date(entry.as_of)),
                ]
            }
            Record::Observation(observation) => {
                let quality = QUALITIES.iter().find(|(quality, _)| *quality == observation.quality);
                vec![
                    (words.field_figure, figure_text(observation)),
                    (words.field_as_of, format_date(observation.as_of)),
                    (
                        words.field_quality,
                        quality.map(|(_, name)| name(words).to_owned()).unwrap_or_default(),
                    ),
                    (words.field_source, observation.source.clone()),
                ]
            }
            Record::Report(report) => vec![
                (words.part_results, report.results.clone()),
                (words.part_obstacles, report.obstacles.clone()),
                (words.part_proposals, report.proposals.clone()),
            ],
            Record::Decision(decision) => self.ruling_fields(&decision.ruling),
            Record::Reminder(reminder) => vec![
                (words.field_as_of, format_date(reminder.on)),
                (words.col_reminded, self.names(reminder.agencies.iter())),
            ],
            Record::Compilation(compilation) => {
                let pieces = compilation.pieces.iter().map(|piece| (words.piece, piece.text.clone()));
                let left_out = compilation.left_out.len();
                pieces.chain([(words.left_out, left_out.to_string())]).collect()
            }
        };
        fields.iter().filter_map(|(label, text)| Line::field(label, text)).map(indented).collect()
    }
}

/// A line moved to the right by two cells.
fn indented(line: Line) -> Line {
    let mut spans = Line::plain("  ").0;
    spans.extend(line.0);
    Line(spans)
}

/// A heading in a sheet, with a blank line before it.
fn heading(lines: &mut Vec<Line>, text: &str) {
    lines.push(Line::blank());
    lines.push(Line::of(Tone::Strong, text));
}
