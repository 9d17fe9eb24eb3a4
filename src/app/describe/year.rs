//! The year in words: the names of its rows, its days.

use chrono::Datelike;

use crate::domain::agenda::{AgendaItem, AgendaKind};
use crate::domain::year::YearRow;

use super::super::line::Line;
use super::super::model::Model;

impl Model {
    /// The detail pane of the year: what is selected, and why on that day.
    pub fn year_detail(&self) -> Vec<Line> {
        self.year.selected().map(|item| self.item_detail(item)).unwrap_or_default()
    }

    /// A row by what is to be done, its clause and its reader; with its plan where there is room.
    pub fn year_row_name(&self, row: &YearRow, wide: bool) -> String {
        let Some(item) = row.items.first() else { return String::new() };
        let words = self.words();
        let plan = self.catalog.plan(&item.plan);
        let place = match plan {
            Some(plan) if wide => self.place(plan, &item.clause),
            _ => item.clause.clone(),
        };
        let to = |obligation| {
            let owed = self.catalog.obligation(obligation).map(|(_, owed)| owed);
            owed.map_or("", |owed| self.catalog.short_name(&owed.recipient))
        };
        match &item.kind {
            AgendaKind::Submit { obligation, .. } => {
                format!("{} {place} → {}", words.year_submit, to(obligation))
            }
            AgendaKind::Prepare { obligation, .. } => {
                format!("{} {place} → {}", words.year_prepare, to(obligation))
            }
            AgendaKind::Chase { obligation, .. } if self.agency.is_some() => {
                format!("{} {place} → {}", words.year_chase, to(obligation))
            }
            AgendaKind::Chase { obligation, .. } => {
                format!("{} {place} → {}", words.year_submit, to(obligation))
            }
            AgendaKind::AnswerExtension { .. } => self.agenda_title(item),
            AgendaKind::Task { .. } => format!("{place} {}", item.title),
        }
    }

    /// The day of the month of an item's last valid day, in two cells.
    pub fn year_day(&self, item: &AgendaItem) -> String {
        item.due.map(|due| format!("{:>2}", due.due_last.day())).unwrap_or_default()
    }
}
