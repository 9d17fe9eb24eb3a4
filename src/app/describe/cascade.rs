//! Cascades in words: the short line of a detail pane, and the whole in a sheet.

use crate::domain::agenda::AgendaKind;
use crate::domain::cascade::{Cascade, Gap, LEAST_WORKING_DAYS, Level, REPORTS_A_DAY, cascade_of};
use crate::domain::ids::AgencyId;

use super::super::line::{Line, Tone};
use super::super::model::{Model, View};
use super::super::overlay::{Overlay, Sheet};
use super::heading;

impl Model {
    /// The cascade of an item of the agenda, as `tiendo due` and the screens show it.
    pub fn cascade_of(&self, kind: &AgendaKind) -> Option<Cascade> {
        cascade_of(&self.catalog, &self.calendar, kind)
    }

    /// The cascade of what is selected.
    pub(in crate::app) fn selected_cascade(&self) -> Option<Cascade> {
        match self.view {
            View::Agenda => self.cascade_of(&self.agenda.selected()?.kind),
            View::Year => self.cascade_of(&self.year.selected()?.kind),
            View::Reports => {
                let key = self.reports.list.selected_id()?;
                let (obligation, period) = (key.obligation, key.period);
                self.cascade_of(&AgendaKind::Submit { obligation, period, reporter: Some(key.agency) })
            }
            _ => None,
        }
    }

    /// What must come first, the working days to compile it, and the proposed day where they are too few.
    pub(super) fn cascade_line(&self, kind: &AgendaKind) -> Option<Line> {
        let found = self.cascade_of(kind)?;
        let words = self.words();
        let latest = found.below.iter().filter_map(|level| level.due).max_by_key(|due| due.due_last);
        let needs = self.lang.needed_first(found.reports(), found.sent(), latest);
        let line = match kind {
            AgendaKind::Chase { obligation, .. } if *obligation != found.step.obligation => {
                Line::of(Tone::Strong, words.cascade_then)
                    .and(Tone::Plain, format!(" {}", self.level_name(&found.step)))
            }
            _ => Line::of(Tone::Strong, words.cascade_first).and(Tone::Plain, format!(" {needs}")),
        };
        Some(match found.gap {
            Some(gap) => self.with_gap(line, gap),
            None => line,
        })
    }

    fn with_gap(&self, line: Line, gap: Gap) -> Line {
        let left = format!(" · {}", self.lang.days_to_compile(gap.working_days));
        if gap.working_days >= gap.needed {
            return line.and(Tone::Plain, left);
        }
        // A day that is gone cannot be proposed any more.
        let proposal = gap.proposal.filter(|day| *day >= self.day());
        let rest =
            proposal.map_or_else(|| self.lang.days_needed(gap.needed), |day| self.lang.proposed_day(day));
        line.and(Tone::Warn, format!("{left} · {rest}"))
    }

    fn level_name(&self, level: &Level) -> String {
        let report = self.report_name(&level.obligation, level.period);
        let day = level.due.map(|due| format!(", {}", self.lang.day_short(due.due_last))).unwrap_or_default();
        format!("{report}{day}")
    }

    /// Shows the whole cascade of what is selected.
    pub(in crate::app) fn open_cascade(&mut self) {
        let words = self.words();
        let Some(found) = self.selected_cascade() else {
            self.say(Tone::Plain, words.cascade_none);
            return;
        };
        let lines = self.cascade_lines(&found);
        self.overlays.push(Overlay::Sheet(Sheet::new(words.cascade_title, lines)));
    }

    fn cascade_lines(&self, found: &Cascade) -> Vec<Line> {
        let words = self.words();
        let mut lines = vec![Line::of(Tone::Strong, self.level_name(&found.step))];
        lines.push(self.level_place(&found.step));
        if found.preview {
            lines.push(Line::of(Tone::Warn, format!("! {}", words.draft_plan_warning)));
        }
        heading(&mut lines, words.cascade_below);
        for level in &found.below {
            lines.extend(self.level_lines(level));
        }
        heading(&mut lines, words.cascade_gap);
        lines.extend(self.gap_lines(found));
        heading(&mut lines, words.cascade_above);
        if found.above.is_empty() {
            lines.push(Line::of(Tone::Dim, format!("  {}", words.cascade_top)));
        }
        for level in &found.above {
            lines.push(Line::plain(format!("  {}", self.level_name(level))));
        }
        lines
    }

    fn level_place(&self, level: &Level) -> Line {
        let found = self.catalog.obligation(&level.obligation);
        let place = found.map(|(plan, owed)| self.place(plan, &owed.clause)).unwrap_or_default();
        Line::of(Tone::Dim, format!("  {place}"))
    }

    fn level_lines(&self, level: &Level) -> Vec<Line> {
        let words = self.words();
        let count = self.lang.sent_of(level.sent(), level.reporters.len());
        let mut lines = vec![Line::plain(format!("  {} · {count}", self.level_name(level)))];
        lines.push(self.level_place(level));
        let names: Vec<&str> = level.owing.iter().map(|id: &AgencyId| self.catalog.short_name(id)).collect();
        if !names.is_empty() {
            lines.push(Line::plain(format!("  {}: {}", words.cascade_owing, names.join("; "))));
        }
        lines
    }

    fn gap_lines(&self, found: &Cascade) -> Vec<Line> {
        let words = self.words();
        let Some(gap) = found.gap else { return vec![Line::plain(format!("  {}", words.no_day_set))] };
        let (lang, reports) = (self.lang, found.reports());
        let mut lines = vec![
            Line::plain(format!(
                "  {} → {}: {}",
                lang.full_day(gap.after),
                lang.full_day(gap.until),
                lang.days_between(gap.days, gap.working_days)
            )),
            Line::plain(format!(
                "  {} {}",
                words.cascade_needed,
                lang.pace_assumed(gap.needed, reports, REPORTS_A_DAY, LEAST_WORKING_DAYS)
            )),
        ];
        if gap.until < self.day() {
            lines.push(Line::of(Tone::Bad, format!("  ! {}", words.cascade_over)));
        } else if found.is_too_short() {
            let day = gap.proposal.map(|day| format!(" {} {}.", words.cascade_proposal, lang.full_day(day)));
            let text = format!("  ! {}{}", words.cascade_too_short, day.unwrap_or_default());
            lines.push(Line::of(Tone::Warn, text));
            lines.push(Line::of(Tone::Dim, format!("  {}", words.cascade_ours)));
        } else {
            lines.push(Line::of(Tone::Good, format!("  + {}", words.cascade_enough)));
        }
        lines
    }
}
