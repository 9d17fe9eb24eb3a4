//! Reports as paper: the document before it goes, and the receipt after it went. Both can be written as files.

use crate::domain::enclosure::enclosed;
use crate::domain::indicator::Target;
use crate::domain::record::{Report, ReportQuery};
use crate::text::paper::{Paper, plain};
use crate::text::receipt::{Fate, Receipt, receipt};
use crate::text::report_paper::{Written, report_paper, report_parcel};

use super::deal::Offer;
use super::layout::sheet_area;
use super::line::{Line, Tone};
use super::model::{Model, View};
use super::overlay::{Overlay, Sheet};
use super::screens::compile::Workbench;
use super::screens::reports::ReportKey;

/// Cells of a line of paper in the sheet, and in the .txt.
const LINE: u16 = 80;

impl Model {
    /// Shows the open or the selected report as the document that it becomes.
    pub(super) fn open_preview(&mut self) {
        let Some(report) = self.previewed() else {
            self.say(Tone::Plain, self.words().no_preview);
            return;
        };
        let key = report.key();
        let Some(paper) = self.report_paper(&report) else { return };
        let cells = sheet_area(self.size).w.saturating_sub(2).min(LINE);
        let text = plain(&paper, &self.layout, usize::from(cells));
        let parcel = report_parcel(&self.catalog, &key, &paper);
        let mut sheet = Sheet::new(self.words().preview_title, text.lines().map(Line::plain).collect());
        sheet.files = Some(Box::new(parcel));
        self.overlays.push(Overlay::Sheet(sheet));
    }

    /// A report as a document, with the figures of the period before, a compiled one with the annexes of what it was
    /// made of; `None`: its obligation or agency is gone.
    pub fn report_paper(&self, report: &Report) -> Option<Paper> {
        self.paper_out_of(report, self.bench_made_of(report).as_ref())
    }

    /// The same with the sources that it is compiled of, if there are any.
    pub(in crate::app) fn paper_out_of(&self, report: &Report, bench: Option<&Workbench>) -> Option<Paper> {
        let key = report.key();
        let enclosed = &enclosed(&self.catalog, report, self.day());
        let last = self.report_before(&key);
        let before = |target: &Target| self.figure_before(&key, last.as_ref(), target);
        let compiled = bench.map(|bench| self.compiled(bench));
        let written = Written { report, enclosed, before: &before, compiled: compiled.as_ref() };
        report_paper(&self.catalog, &written, self.day())
    }

    /// The report that a preview would show: the open one as it is typed, else the selected one.
    pub(super) fn previewed(&self) -> Option<Report> {
        if self.view != View::Reports {
            return None;
        }
        if let Some(form) = &self.report {
            return Some(form.to_report());
        }
        let key = &self.reports.list.selected()?.key;
        Some(self.report_of(key).unwrap_or_else(|| Report::blank(key)))
    }

    /// The receipt of the newest version of a report, if one was sent.
    pub(super) fn receipt_on_offer(&self, key: &ReportKey) -> Option<Offer> {
        self.newest_version(key).map(|_| Offer::Receipt(key.clone()))
    }

    /// What stands beside the receipt in the list: its number.
    pub(super) fn receipt_state(&self, key: &ReportKey) -> String {
        let sealed = self.newest_version(key).and_then(|sent| sent.sealed);
        sealed.map(|sealed| self.lang.receipt_number(sealed.number, sealed.version)).unwrap_or_default()
    }

    pub(super) fn open_receipt(&mut self, key: &ReportKey) {
        let Some(found) = self.receipt_of(key) else {
            self.say(Tone::Plain, self.words().not_sealed);
            return;
        };
        let mut lines: Vec<Line> = found
            .lines
            .iter()
            .map(|(label, value)| {
                Line::of(Tone::Dim, format!("{}: ", self.lang.receipt_label(*label))).and(Tone::Plain, value)
            })
            .collect();
        lines.push(Line::blank());
        lines.extend(found.block().lines().map(|line| Line::of(Tone::Dim, line)));
        let mut sheet = Sheet::new(self.words().receipt_title, lines);
        sheet.files = Some(Box::new(found.parcel()));
        self.overlays.push(Overlay::Sheet(sheet));
    }

    fn receipt_of(&self, key: &ReportKey) -> Option<Receipt> {
        let sent = self.newest_version(key)?;
        // Of the newest version the report itself tells what became of it.
        let report = self.report_of(key);
        let fate = Fate { version: report.as_ref(), report: report.as_ref() };
        receipt(&self.catalog, &self.calendar, &sent, fate, self.lang)
    }

    fn newest_version(&self, key: &ReportKey) -> Option<Report> {
        self.catalog.shelf().sent(&ReportQuery::of(key)).pop()
    }
}
