//! What the agency said before and elsewhere: last period's report, and the same indicators in other reports.

use crate::domain::compilation::gather;
use crate::domain::evaluation::scale_of;
use crate::domain::ids::ItemId;
use crate::domain::indicator::Target;
use crate::domain::obligation::ContentItem;
use crate::domain::record::{Report, ReportKey, ReportQuery, ReportedFigure};
use crate::domain::report::{Beside, Finding, Given, Told, similarity, told_otherwise};
use crate::text::fold::fold;

use super::super::super::model::Model;
use super::reuse::TEXT_PARTS;
use super::{Part, ReportForm};

/// Parts whose text is held against last period's.
const TEXTS: [ContentItem; 3] = [ContentItem::Results, ContentItem::Obstacles, ContentItem::Proposals];
/// Shorter answers, such as "Không có.", are the same every year.
const FEW_WORDS: usize = 5;

/// What stands beside an open report.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    /// The report of the period before.
    last: Option<Report>,
    /// What other desks were sent for the same year.
    elsewhere: Vec<Report>,
    /// What came and went among the reports that it was compiled of.
    since_compiled: (usize, usize),
}

impl ReportForm {
    /// Lets what other reports say be read anew.
    pub(in crate::app) fn forget_aside(&mut self) {
        self.aside.take();
    }
}

impl Model {
    fn aside<'f>(&self, form: &'f ReportForm) -> &'f Aside {
        form.aside.get_or_init(|| Aside {
            last: self.report_before(&form.key),
            elsewhere: self.newest_elsewhere(&form.key),
            since_compiled: self.read_since_compiled(form),
        })
    }

    /// The report of the period before an open one.
    pub(super) fn last_report<'f>(&self, form: &'f ReportForm) -> Option<&'f Report> {
        self.aside(form).last.as_ref()
    }

    /// The same agency's report of the period before: the last version that was sent, else what is written.
    pub fn report_before(&self, key: &ReportKey) -> Option<Report> {
        let before = ReportKey { period: key.period.previous()?, ..key.clone() };
        let sent = self.catalog.shelf().sent(&ReportQuery::of(&before)).pop();
        sent.or_else(|| self.report_of(&before))
    }

    /// The figure of the period before: as it was sent with the report `last`, else as it was observed.
    pub fn figure_before(&self, key: &ReportKey, last: Option<&Report>, target: &Target) -> Option<f64> {
        let scale = scale_of(&target.unit);
        let sent = last.and_then(|report| {
            let mut figures = report.enclosed.figures.iter();
            figures.find(|figure| figure.target == target.id)?.figure(scale)
        });
        sent.or_else(|| {
            let before = ReportKey { period: key.period.previous()?, ..key.clone() };
            self.figure_in_period(&before, &target.id)?.figure(scale)
        })
    }

    /// The figures that are typed and can be read, each beside that of the period before.
    pub(super) fn given_figures(&self, form: &ReportForm) -> Vec<Given> {
        let given = form.figures.iter().filter_map(|row| {
            let (_, target) = self.catalog.target(&row.target)?;
            Some(Given {
                target: row.target.clone(),
                value: row.figure(scale_of(&target.unit))?,
                as_of: self.figure_day(&form.key, row)?,
                before: row.before,
                share: target.unit == "%",
            })
        });
        given.collect()
    }

    /// What the same agency sent to other desks of the same year, of the indicators in this form.
    pub(super) fn told_elsewhere(&self, form: &ReportForm) -> Vec<Told> {
        let newest = &self.aside(form).elsewhere;
        let told =
            form.figures.iter().filter_map(|row| self.catalog.target(&row.target)).flat_map(|(_, mine)| {
                newest.iter().flat_map(|report| self.told_of(report, mine)).collect::<Vec<_>>()
            });
        told.collect()
    }

    /// Where a figure of a sent report differs from what the same agency sent to other desks in the same year.
    pub fn told_otherwise_of(&self, key: &ReportKey, figure: &ReportedFigure) -> Vec<Finding> {
        let Some((_, target)) = self.catalog.target(&figure.target) else { return Vec::new() };
        let Some(value) = figure.figure(scale_of(&target.unit)) else { return Vec::new() };
        let (id, as_of) = (target.id.clone(), figure.as_of);
        let given = Given { target: id, value, as_of, before: None, share: target.unit == "%" };
        let newest = self.newest_elsewhere(key).into_iter();
        let told: Vec<Told> = newest.flat_map(|report| self.told_of(&report, target)).collect();
        told_otherwise(&given, &told)
    }

    /// The newest sent version of every other report of the agency for the same year.
    fn newest_elsewhere(&self, key: &ReportKey) -> Vec<Report> {
        let sent = self.catalog.shelf().sent(&ReportQuery::by_in(&key.agency, key.period.year()));
        let mut newest: Vec<Report> = Vec::new();
        for report in sent.into_iter().rev() {
            if report.obligation != key.obligation && newest.iter().all(|known| known.key() != report.key()) {
                newest.push(report);
            }
        }
        newest
    }

    fn told_of(&self, report: &Report, mine: &Target) -> Vec<Told> {
        let told = report.enclosed.figures.iter().filter_map(|figure| {
            let same = figure.target == mine.id || self.is_same_indicator(&figure.target, mine);
            let value = figure.figure(scale_of(&mine.unit)).filter(|_| same)?;
            let (target, report) = (mine.id.clone(), report.key());
            Some(Told { target, report, value, as_of: figure.as_of })
        });
        told.collect()
    }

    /// Whether another target measures the same: the same words and the same unit.
    fn is_same_indicator(&self, other: &ItemId, mine: &Target) -> bool {
        self.catalog.target(other).is_some_and(|(_, other)| {
            other.unit == mine.unit && fold(&other.indicator) == fold(&mine.indicator)
        })
    }

    /// Whether the text of a part is word for word that of the period before.
    pub fn is_unconfirmed(&self, form: &ReportForm, part: Part) -> bool {
        let at = TEXT_PARTS.iter().position(|text| *text == part);
        at.zip(self.last_report(form))
            .is_some_and(|(at, before)| is_taken_over(form.texts[at].text(), before.texts()[at]))
    }

    /// What the texts have of those of the period before: taken over word by word, or nearly so.
    pub(super) fn beside_last(&self, form: &ReportForm) -> Beside {
        let Some(before) = self.last_report(form) else { return Beside::default() };
        let mut beside = Beside::default();
        for ((part, now), before) in TEXTS.into_iter().zip(&form.texts).zip(before.texts()) {
            if is_taken_over(now.text(), before) {
                beside.unconfirmed.push(part);
            } else if has_words(now.text()) {
                beside.same.push((part, similarity(&fold(now.text()), &fold(before))));
            }
        }
        beside
    }
}

impl Model {
    /// What came and went among the reports of which the text of an open form was compiled.
    pub(super) fn since_compiled(&self, form: &ReportForm) -> (usize, usize) {
        self.aside(form).since_compiled
    }

    fn read_since_compiled(&self, form: &ReportForm) -> (usize, usize) {
        let made_of = &form.saved.enclosed.compiled_of;
        if made_of.is_empty() || !form.is_open() {
            return (0, 0);
        }
        let gathering = gather(&self.catalog, &self.calendar, &form.key);
        gathering.map_or((0, 0), |gathering| gathering.since(made_of))
    }

    /// Whether somebody left out, joined or rewrote something since the text of an open form was compiled.
    pub(super) fn is_chosen_otherwise(&self, form: &ReportForm) -> bool {
        let enclosed = &form.saved.enclosed;
        let mut choices = self.records.compilations.iter();
        let now = choices.find(|choice| choice.key == form.key).map_or(0, |choice| choice.stamp.revision);
        form.is_open() && !enclosed.compiled_of.is_empty() && enclosed.choice != now
    }
}

fn is_taken_over(now: &str, before: &str) -> bool {
    has_words(now) && now.trim() == before.trim()
}

fn has_words(text: &str) -> bool {
    text.split_whitespace().count() >= FEW_WORDS
}
