//! The history of a report in words, a line for each change.

use crate::domain::history::{Happened, Logged, What, history};
use crate::domain::record::ReportKey;
use crate::text::date::format_date;
use crate::text::figure::figure_text;

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{Overlay, Sheet};

impl Model {
    /// Shows who changed what in a report, unless something else was opened since it was asked for.
    pub(in crate::app) fn show_history(&mut self, key: &ReportKey, log: &[Logged]) {
        if !self.overlays.is_empty() {
            return;
        }
        let mut lines = vec![Line::of(Tone::Strong, self.report_name(&key.obligation, key.period))];
        lines.push(Line::of(Tone::Dim, self.route(key)));
        for happened in history(log, key) {
            let head = format!("{} · {}", self.happened_at(&happened), happened.by);
            lines.extend([Line::blank(), Line::of(Tone::Dim, head)]);
            lines.push(super::indented(Line::plain(self.happened_text(&happened))));
        }
        self.overlays.push(Overlay::Sheet(Sheet::new(self.words().report_history_title, lines)));
    }

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
