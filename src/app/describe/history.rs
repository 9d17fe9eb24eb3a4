//! The history of a report in words, a line for each change.

use crate::domain::history::{Happened, What};
use crate::text::date::format_date;
use crate::text::figure::figure_text;

use super::super::model::Model;

impl Model {
    /// When it happened: "21/11/2026 10:12", the time of Việt Nam.
    pub fn happened_at(&self, happened: &Happened) -> String {
        format!("{} {}", format_date(happened.at.date_naive()), happened.at.format("%H:%M"))
    }

    /// What happened: "nháp → chờ duyệt".
    pub fn happened_text(&self, happened: &Happened) -> String {
        self.lang.happened(&happened.what, happened.is_undo, |what| self.figure_change(what))
    }

    /// "CBCC tỉnh, huyện có ĐH: 7/20 = 35 %, ước, 21/11/2026 → 8/20 = 40 %, ước, 21/11/2026".
    fn figure_change(&self, what: &What) -> String {
        let What::Figure { target, from, to } = what else { return String::new() };
        let known = self.catalog.target(target).map(|(_, target)| target);
        let (name, unit) = known.map_or((target.as_str(), ""), |target| (&target.short, &target.unit));
        let text = |figure| figure_text(figure, unit, self.lang);
        let gone = || self.lang.pick("bỏ", "gone").to_owned();
        let now = to.as_ref().map_or_else(gone, text);
        match from {
            Some(from) => format!("{name}: {} → {now}", text(from)),
            None => format!("{name}: {now}"),
        }
    }
}
