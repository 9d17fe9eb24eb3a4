//! The receipt of a report that was sent (biên nhận nộp): what it was, when it was due and why, when it went, and the
//! seal that the ledger has of it.
//!
//! Knows no database and no file format; `read` gets back what a printed one says.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::clock::VN_OFFSET;
use crate::domain::occurrence::lateness;
use crate::domain::record::{Report, ReportState, Sealed, content_hash};
use crate::domain::terms::Terms;
use crate::text::date::format_date;
use crate::text::parcel::{Body, File, Parcel};
use crate::text::sanitise::one_line;
use crate::text::width::{pad, width, wrap};
use crate::text::words::Lang;

mod compare;
mod read;

pub use compare::{Difference, compare};
pub use read::{Printed, read};

/// Cells of a line of a receipt as text.
const LINE: usize = 80;
/// The line before what a program reads.
const BEGIN: &str = "-----BEGIN TIENDO RECEIPT 1-----";
/// The line after it.
const END: &str = "-----END TIENDO RECEIPT 1-----";

/// What a line of a receipt is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The report, by its obligation.
    Report,
    /// The plan.
    Plan,
    /// The clause that asks for it.
    Clause,
    /// The period.
    Period,
    /// Who reports.
    Agency,
    /// Who receives it, and through whom.
    Recipient,
    /// The last valid day.
    Due,
    /// From the sentence to that day.
    Why,
    /// The instant of sending.
    SentAt,
    /// On time, or late by how much.
    Verdict,
    /// Author.
    Author,
    /// Who approved it.
    Approved,
    /// The account that sent it.
    SentBy,
    /// Version of the report.
    Version,
    /// Number in the ledger.
    Number,
    /// The instant at which the desk took it.
    ReceivedAt,
    /// Another day that was granted.
    Extension,
    /// Number and date of the dispatch.
    Dispatch,
    /// What became of this version afterwards.
    Afterwards,
}

impl Label {
    /// In the order of the receipt.
    pub const ALL: [Self; 19] = [
        Self::Report,
        Self::Plan,
        Self::Clause,
        Self::Period,
        Self::Agency,
        Self::Recipient,
        Self::Due,
        Self::Why,
        Self::SentAt,
        Self::Verdict,
        Self::Author,
        Self::Approved,
        Self::SentBy,
        Self::Version,
        Self::Number,
        Self::ReceivedAt,
        Self::Extension,
        Self::Dispatch,
        Self::Afterwards,
    ];

    /// Whether it may have changed since a receipt was printed, though the version is the same.
    pub fn comes_later(self) -> bool {
        matches!(self, Self::ReceivedAt | Self::Extension | Self::Dispatch | Self::Afterwards)
    }
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Language of its words.
    pub lang: Lang,
    /// The lines, in the order of [`Label::ALL`]; what there is nothing to say about is left out.
    pub lines: Vec<(Label, String)>,
    /// What a program reads: keys and values without line ends.
    pub seal: Vec<(&'static str, String)>,
}

/// What became of a version after it was sent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fate<'a> {
    /// The report as it last stood while this version was its newest: taken, given back, its dispatch.
    pub version: Option<&'a Report>,
    /// The report as it is now.
    pub report: Option<&'a Report>,
}

/// The receipt of a version as it was sent; `None` for what was not sealed, or of an obligation that is gone.
pub fn receipt(
    catalog: &Catalog,
    calendar: &Calendar,
    sent: &Report,
    fate: Fate<'_>,
    lang: Lang,
) -> Option<Receipt> {
    let sealed = sent.sealed.as_ref()?;
    // Lines of an older program did not keep what was asked for.
    let terms = sealed.terms.as_deref().cloned().or_else(|| Terms::of(catalog, calendar, &sent.key()))?;
    let granted = catalog.settled().extended_to(&sent.key());
    let facts = Facts { terms, granted, sent, sealed, fate, lang };
    let lines = Label::ALL.into_iter().filter_map(|label| {
        let text = one_line(&facts.value(label)?);
        (!text.trim().is_empty()).then_some((label, text))
    });
    Some(Receipt { lang, lines: lines.collect(), seal: facts.seal() })
}

/// Everything that a receipt is made from.
struct Facts<'a> {
    terms: Terms,
    granted: Option<NaiveDate>,
    sent: &'a Report,
    sealed: &'a Sealed,
    fate: Fate<'a>,
    lang: Lang,
}

impl Facts<'_> {
    fn value(&self, label: Label) -> Option<String> {
        match label {
            Label::Report => Some(self.terms.obligation.clone()),
            Label::Plan => Some(self.plan_name()),
            Label::Clause => Some(self.terms.clause.clone()),
            Label::Period => Some(self.lang.period(self.sent.period)),
            Label::Agency => Some(self.terms.agency.clone()),
            Label::Recipient => Some(self.recipient()),
            Label::Due => Some(self.due()),
            Label::Why => self.why(),
            Label::SentAt => Some(instant(self.sent.sent_at?)),
            Label::Verdict => self.verdict(),
            Label::Author => self.sent.author.clone(),
            Label::Approved => Some(self.sealed.approved_by.clone()),
            Label::SentBy => Some(self.sealed.by.clone()),
            Label::Version => Some(self.sealed.version.to_string()),
            Label::Number => Some(self.sealed.number.to_string()),
            Label::ReceivedAt => self.last()?.received_at.map(instant),
            Label::Extension => self.extension(),
            Label::Dispatch => {
                let issued = self.last()?.issued.as_ref()?;
                Some(self.lang.dispatched(&issued.number, issued.dated))
            }
            Label::Afterwards => self.afterwards(),
        }
    }

    /// What the ledger's line does not hold of this version, for it came after sending.
    fn last(&self) -> Option<&Report> {
        self.fate.version.filter(|last| last.sealed.as_ref() == Some(self.sealed))
    }

    /// The version that took the place of this one.
    fn replaced_by(&self) -> Option<u32> {
        let newest = self.fate.report?.sealed.as_ref()?;
        (newest != self.sealed).then_some(newest.version)
    }

    fn plan_name(&self) -> String {
        let Terms { plan, plan_short, plan_issued, .. } = &self.terms;
        match plan_issued {
            Some((number, day)) => format!("{} · {plan}", self.lang.dispatched(number, *day)),
            None => format!("{plan_short} · {plan}"),
        }
    }

    fn recipient(&self) -> String {
        let name = self.terms.recipient.clone();
        match &self.terms.via {
            Some(via) => format!("{name} ({} {via})", self.lang.words().via),
            None => name,
        }
    }

    fn due(&self) -> String {
        let day = self.terms.due_last;
        day.map_or(self.lang.words().no_day_set.to_owned(), |day| self.lang.full_day(day))
    }

    fn why(&self) -> Option<String> {
        let day = self.terms.due_last?;
        let last = format!("{} {}", self.lang.words().last_valid_day, self.lang.full_day(day));
        Some(match &self.terms.due_phrase {
            Some((phrase, clause)) => format!("{clause}: “{phrase}” → {last}"),
            None => last,
        })
    }

    fn verdict(&self) -> Option<String> {
        if self.terms.is_draft {
            return Some(self.lang.words().receipt_of_draft.to_owned());
        }
        Some(self.lang.receipt_verdict(self.days_late(self.terms.due_last?)?))
    }

    /// Days after `day`, or before it when negative.
    fn days_late(&self, day: NaiveDate) -> Option<i64> {
        let sent = self.sent.sent_at?;
        let before = || sent.with_timezone(&VN_OFFSET).date_naive().signed_duration_since(day).num_days();
        Some(lateness(day, sent).unwrap_or_else(before))
    }

    fn extension(&self) -> Option<String> {
        let granted = self.granted?;
        let (from, late) = (self.terms.due_last?, self.days_late(granted)?);
        Some(self.lang.receipt_extension(from, granted, late))
    }

    fn afterwards(&self) -> Option<String> {
        let returned = self.last().filter(|last| last.state == ReportState::Returned);
        let returned = returned.map(|last| self.lang.returned_with(&last.remark));
        let replaced = self.replaced_by().map(|version| self.lang.replaced_by(version));
        let told: Vec<String> = returned.into_iter().chain(replaced).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }

    fn seal(&self) -> Vec<(&'static str, String)> {
        let (sent, sealed) = (self.sent, self.sealed);
        let previous = if sealed.previous.is_empty() { "-" } else { &sealed.previous };
        let sent_at = sent.sent_at.map(|at| at.to_rfc3339()).unwrap_or_default();
        vec![
            ("lang", self.lang.pick("vi", "en").to_owned()),
            ("number", sealed.number.to_string()),
            ("version", sealed.version.to_string()),
            ("obligation", one_line(sent.obligation.as_str())),
            ("period", sent.period.to_string()),
            ("agency", one_line(sent.agency.as_str())),
            ("sent", sent_at),
            ("content", content_hash(sent)),
            ("previous", previous.to_owned()),
            ("seal", sealed.hash.clone()),
        ]
    }
}

impl Receipt {
    /// What this version is called in the names of files, such as `bien-nhan-12`.
    pub fn called(&self) -> String {
        let number = self.seal.iter().find(|(key, _)| *key == "number").map_or("", |(_, value)| value);
        format!("bien-nhan-{number}")
    }

    /// The receipt as text of 80 columns.
    pub fn plain(&self) -> String {
        let words = self.lang.words();
        let title = words.receipt_title;
        let mut text = format!("{}{title}\n\n", " ".repeat((LINE.saturating_sub(width(title))) / 2));
        let labels = self.lines.iter().map(|(label, _)| width(self.lang.receipt_label(*label)));
        let first = labels.max().unwrap_or(0);
        for (label, value) in &self.lines {
            let mut head = format!("{} : ", pad(self.lang.receipt_label(*label), first));
            let room = LINE.saturating_sub(width(&head)).max(20);
            for piece in wrap(value, room) {
                text.push_str(&head);
                text.push_str(piece.trim_end());
                text.push('\n');
                head = " ".repeat(first + 3);
            }
        }
        text.push_str(&format!("\n{}", self.block()));
        for line in wrap(words.receipt_check, LINE) {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }

    /// The receipt as files: text, and a page to print.
    pub fn parcel(&self) -> Parcel {
        let file = |name: &str, body| File { name: name.to_owned(), body };
        Parcel {
            folder: self.called(),
            files: vec![
                file("bien-nhan.txt", Body::Text(self.plain())),
                file("bien-nhan.html", Body::Receipt(Box::new(self.clone()))),
            ],
        }
    }

    /// The lines that a program reads.
    pub fn block(&self) -> String {
        let mut text = format!("{BEGIN}\n");
        for (key, value) in &self.seal {
            // Writing into a text cannot fail.
            let _ = writeln!(text, "{key}: {value}");
        }
        text + END + "\n"
    }
}

/// "20/10/2026 08:05:12 (+07:00)".
fn instant(at: chrono::DateTime<chrono::FixedOffset>) -> String {
    let here = at.with_timezone(&VN_OFFSET);
    format!("{} {} (+07:00)", format_date(here.date_naive()), here.format("%H:%M:%S"))
}

#[cfg(test)]
mod tests;
