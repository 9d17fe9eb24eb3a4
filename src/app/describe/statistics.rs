//! The counts in words: names of the lines, the one-line summary, what is left out.

use crate::domain::ids::AgencyId;
use crate::domain::statistics::{Counted, Figure};

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::screens::statistics::{Reach, RowKey, StatisticsRow};

impl Model {
    /// The detail pane of the counts: the selected line as a sentence.
    pub fn statistics_detail(&self) -> Vec<Line> {
        let Some(row) = self.statistics.list.selected() else { return Vec::new() };
        let StatisticsRow { key, tally } = row;
        let mut lines = vec![
            Line::of(Tone::Strong, format!("{}: ", self.statistics_row_title(key)))
                .and(Tone::Plain, self.lang.statistics_line(key.counted(), tally)),
        ];
        lines
            .extend(tally.punctual().map(|(on_time, known)| Line::plain(self.lang.punctual(on_time, known))));
        lines.extend(self.statistics_notes(row));
        lines
    }

    fn statistics_notes(&self, row: &StatisticsRow) -> Vec<Line> {
        let words = self.words();
        let mut notes = Vec::new();
        if row.tally.undated > 0 {
            notes.push(self.lang.undated(row.tally.undated));
        }
        if row.tally.get(Figure::Untracked) > 0 {
            notes.push(words.statistics_untracked.to_owned());
        }
        if row.key.counted() == Counted::Tasks && row.tally.get(Figure::Total) > 0 {
            notes.push(words.statistics_assignments.to_owned());
        }
        notes.into_iter().map(|note| Line::of(Tone::Dim, note)).collect()
    }

    /// The name of a line: what is counted, or the agency; and behind it the province where names are equal.
    pub fn statistics_row_name(&self, key: &RowKey) -> (String, String) {
        let words = self.words();
        match key {
            RowKey::Sum(Counted::Reports) => (words.statistics_reports.to_owned(), String::new()),
            RowKey::Sum(Counted::Tasks) => (words.statistics_tasks.to_owned(), String::new()),
            RowKey::Of(_, Some(agency)) => {
                (self.catalog.short_name(agency).to_owned(), self.province_among_counted(agency))
            }
            RowKey::Of(_, None) => (words.no_owner_row.to_owned(), String::new()),
        }
    }

    /// The same as one text.
    pub(in crate::app) fn statistics_row_title(&self, key: &RowKey) -> String {
        let (name, province) = self.statistics_row_name(key);
        name + &province
    }

    /// " (An Giang)" where another agency that is counted has the same short name; else nothing.
    pub(in crate::app) fn province_among_counted(&self, id: &AgencyId) -> String {
        let Some(agency) = self.catalog.agency(id) else { return String::new() };
        let counted = self.statistics.entries.iter().filter_map(|entry| entry.agency.as_ref());
        let mut others = counted.filter(|other| *other != id);
        let shared = others.any(|other| self.catalog.short_name(other) == agency.short);
        let province = agency.province.as_ref().filter(|_| shared);
        province.map(|province| format!(" ({province})")).unwrap_or_default()
    }

    /// Year, reach and plan: "năm 2026 · Sở Nội vụ · mọi kế hoạch".
    pub fn statistics_about(&self) -> String {
        let words = self.words();
        let reach = match (&self.statistics.reach, &self.agency) {
            (Reach::Agency, Some(agency)) => self.catalog.short_name(agency).to_owned(),
            (Reach::Province(name), _) => self.lang.province(name),
            (Reach::All, _) | (Reach::Agency, None) => words.statistics_everything.to_owned(),
        };
        let plan = self.statistics.plan.as_ref().and_then(|id| self.catalog.plan(id));
        let plan = plan.map_or(words.statistics_all_plans, |plan| plan.short.as_str());
        let year = self.lang.period(crate::domain::schedule::Period::Year(self.statistics_year()));
        format!("{year} · {reach} · {plan}")
    }
}
