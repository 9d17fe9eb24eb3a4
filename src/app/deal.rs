//! What can be settled about the selected thing that no plan says, as a list to choose from.
//!
//! What is on offer is worked out in `deal_offers`. What needs words has a form (`deal_form`), the rest is settled by
//! choosing it. What is settled is a decision, or a report that went its own way.

use std::fmt;

use crate::domain::change::{Record, Request};
use crate::domain::compilation::Source;
use crate::domain::decision::{Duty, Ruling};
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::schedule::Period;
use crate::text::words::Word;

use super::chooser::{Candidate, Destination, Purpose};
use super::deal_heirs::Ended;
use super::line::Tone;
use super::model::Model;
use super::screens::reports::ReportKey;

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To be settled by a form.
    Form(Deal),
    /// To be settled at once, as it stands in the line.
    AtOnce(Ruling),
    /// To be settled by choosing who takes over what ended.
    Heir(Ended),
    /// Nothing to settle, but to be read: the receipt of a report that was sent.
    Receipt(ReportKey),
    /// To be read as well: who changed what in a report.
    History(ReportKey),
    /// The report that a compiled text went into, to go on with.
    Report(ReportKey),
}

/// One thing that can be settled by a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deal {
    /// Number and date of a draft.
    Issue(PlanId),
    /// The first year of a cycle.
    FirstYear(Duty),
    /// A day of one's own.
    InternalDay(Duty),
    /// A document that opens a duty: a new one, or the one that opened this period.
    Opening(Duty, Option<Period>),
    /// A report that was sent before, or on another way.
    SentBefore(ReportKey),
    /// A report that is not owed.
    Waive(ReportKey),
    /// Somebody approved the report on paper, and it is sent.
    PaperApproval(ReportKey),
    /// The report is given back, with a remark.
    SendBack(ReportKey),
    /// Number and date of the dispatch under which it went out.
    Dispatch(ReportKey),
    /// Another day is asked for.
    AskExtension(ReportKey),
    /// A request for another day is answered.
    AnswerExtension(ReportKey),
    /// Whom to turn to at an agency.
    Contact(AgencyId),
    /// A paragraph of a compiled report gets another text.
    Rewrite(Box<Source>),
    /// To whom a proposal goes, and what was answered.
    Proposal(Box<Source>),
    /// Proposed days are approved or dropped.
    CalendarVerdict(String),
    /// Days are added to the calendar, or those under this source are changed.
    CalendarDays(Option<String>),
}

impl fmt::Display for Deal {
    /// A text that no other deal has; drafts are kept under it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SentBefore(key) => write!(f, "sent|{key}"),
            Self::PaperApproval(key) => write!(f, "approval|{key}"),
            Self::SendBack(key) => write!(f, "back|{key}"),
            Self::Dispatch(key) => write!(f, "dispatch|{key}"),
            Self::Rewrite(source) => write!(f, "rewrite|{source}"),
            Self::Proposal(source) => write!(f, "proposal|{source}"),
            Self::Waive(key) => write!(f, "waiver|{key}"),
            Self::AskExtension(key) => write!(f, "extension|{key}"),
            Self::AnswerExtension(key) => write!(f, "answer|{key}"),
            Self::Issue(plan) => write!(f, "issue|{plan}"),
            Self::Contact(agency) => write!(f, "contact|{agency}"),
            Self::CalendarVerdict(source) => write!(f, "calendar_verdict|{source}"),
            Self::CalendarDays(source) => {
                write!(f, "calendar_days|{}", source.as_deref().unwrap_or_default())
            }
            Self::FirstYear(duty) => write!(f, "first_year|{duty}"),
            Self::InternalDay(duty) => write!(f, "internal_day|{duty}"),
            Self::Opening(duty, None) => write!(f, "opening|{duty}"),
            Self::Opening(duty, Some(period)) => write!(f, "opening|{duty}|{period}"),
        }
    }
}

impl Deal {
    /// Its name in a list.
    pub fn name(&self) -> Word {
        match self {
            Self::Issue(_) => |w| w.deal_issue,
            Self::Contact(_) => |w| w.deal_contact,
            Self::FirstYear(_) => |w| w.deal_first_year,
            Self::InternalDay(_) => |w| w.deal_internal_day,
            Self::Opening(_, None) => |w| w.deal_opening,
            Self::Opening(_, Some(_)) => |w| w.deal_opening_change,
            Self::SentBefore(_) => |w| w.deal_sent_before,
            Self::PaperApproval(_) => |w| w.deal_paper_approval,
            Self::SendBack(_) => |w| w.deal_send_back,
            Self::Dispatch(_) => |w| w.deal_dispatch,
            Self::Rewrite(_) => |w| w.deal_rewrite,
            Self::Proposal(_) => |w| w.deal_proposal,
            Self::Waive(_) => |w| w.deal_waive,
            Self::AskExtension(_) => |w| w.deal_ask_extension,
            Self::AnswerExtension(_) => |w| w.deal_answer_extension,
            Self::CalendarVerdict(_) => |w| w.deal_calendar_verdict,
            Self::CalendarDays(None) => |w| w.deal_calendar_add,
            Self::CalendarDays(Some(_)) => |w| w.deal_calendar_change,
        }
    }

    /// Whether a record is what the form of this deal was filled in for.
    pub fn leads_to(&self, record: &Record) -> bool {
        match (self, record) {
            (_, Record::Report(report)) => self.report() == Some(&report.key()),
            (Self::Rewrite(_), Record::Compilation(_)) => true,
            (_, Record::Decision(decision)) => self.is_about(&decision.ruling),
            _ => false,
        }
    }

    /// Whether a ruling decides what this deal is for; of what is new, any of its kind.
    pub(super) fn is_about(&self, ruling: &Ruling) -> bool {
        match (self, ruling) {
            (Self::Issue(mine), Ruling::PlanIssued { plan, .. }) => mine == plan,
            (Self::FirstYear(mine), Ruling::FirstYear { duty, .. })
            | (Self::InternalDay(mine), Ruling::InternalDay { duty, .. }) => mine == duty,
            (Self::Opening(mine, which), Ruling::Opening { duty, period, .. }) => {
                mine == duty && which.is_none_or(|which| which == *period)
            }
            (Self::Waive(mine), Ruling::Waiver { key, .. }) => mine == key,
            (Self::Contact(mine), Ruling::Contact(contact)) => *mine == contact.agency,
            (Self::Proposal(mine), Ruling::Proposal { source, .. }) => **mine == *source,
            (Self::CalendarVerdict(mine), Ruling::CalendarVerdict { source, .. }) => mine == source,
            (Self::CalendarDays(Some(mine)), Ruling::CalendarDays { source, .. }) => mine == source,
            (Self::CalendarDays(None), Ruling::CalendarDays { .. }) => true,
            (Self::AskExtension(mine) | Self::AnswerExtension(mine), Ruling::Extension(extension)) => {
                *mine == extension.key
            }
            _ => false,
        }
    }

    /// The report that it changes itself.
    pub fn report(&self) -> Option<&ReportKey> {
        match self {
            Self::SentBefore(key) | Self::PaperApproval(key) | Self::SendBack(key) | Self::Dispatch(key) => {
                Some(key)
            }
            _ => None,
        }
    }

    /// What its form expects.
    pub fn hint(&self) -> Word {
        match self {
            Self::Issue(_) => |w| w.hint_issue,
            Self::Contact(_) => |w| w.hint_contact,
            Self::FirstYear(_) => |w| w.hint_first_year,
            Self::InternalDay(_) => |w| w.hint_internal_day,
            Self::Opening(..) => |w| w.hint_opening,
            Self::SentBefore(_) => |w| w.hint_sent_before,
            Self::PaperApproval(_) => |w| w.hint_paper_approval,
            Self::SendBack(_) => |w| w.hint_send_back,
            Self::Dispatch(_) => |w| w.hint_dispatch,
            Self::Rewrite(_) => |w| w.hint_rewrite,
            Self::Proposal(_) => |w| w.hint_proposal,
            Self::Waive(_) => |w| w.hint_waive,
            Self::AskExtension(_) => |w| w.hint_ask_extension,
            Self::AnswerExtension(_) => |w| w.hint_answer_extension,
            Self::CalendarVerdict(_) => |w| w.hint_calendar_verdict,
            Self::CalendarDays(_) => |w| w.hint_calendar_days,
        }
    }
}

impl Model {
    /// Lists what can be settled about the selected thing.
    pub(super) fn open_offers(&mut self) {
        let offers = self.on_offer();
        let words = self.words();
        if offers.is_empty() {
            self.say(Tone::Plain, words.no_deals);
            return;
        }
        let candidates = offers.into_iter().map(|offer| {
            let (name, state) = match &offer {
                Offer::Form(deal) => ((deal.name())(words).to_owned(), self.deal_state(deal)),
                Offer::AtOnce(ruling) => (self.settling_name(ruling), self.ruling_about(ruling)),
                Offer::Heir(ended) => ((ended.question())(words).to_owned(), self.short_of(ended.agency())),
                Offer::Receipt(key) => (words.receipt_name.to_owned(), self.receipt_state(key)),
                Offer::History(_) => (words.report_history_name.to_owned(), String::new()),
                Offer::Report(key) => {
                    (words.open_report_name.to_owned(), self.report_name(&key.obligation, key.period))
                }
            };
            Candidate::new("", &name, state, Destination::Offer(Box::new(offer)))
        });
        let candidates = candidates.collect();
        self.open_chooser(Purpose::Deal, words.deals_title, candidates, true);
    }

    /// Does what was chosen: at once, by another choice, or by a form.
    pub(super) fn take_offer(&mut self, offer: Offer) {
        match offer {
            Offer::Form(deal) => self.open_deal_form(&deal),
            Offer::AtOnce(ruling) => self.settle_at_once(ruling),
            Offer::Heir(ended) => self.choose_heir(&ended),
            Offer::Receipt(key) => self.open_receipt(&key),
            Offer::History(key) => self.ask(Request::History(key)),
            Offer::Report(key) => self.open_report(&key.obligation, key.period, &key.agency),
        }
    }

    /// Opens the form for another day, or for the answer to a request, of the selected report.
    pub(super) fn open_extension(&mut self) {
        match self.extension_on_offer() {
            Some(deal) => self.open_deal_form(&deal),
            None => self.say(Tone::Plain, self.words().no_extension_here),
        }
    }

    /// Opens the form for number and date of the selected draft.
    pub(super) fn open_issue(&mut self) {
        match self.form_on_offer(|deal| matches!(deal, Deal::Issue(_))) {
            Some(deal) => self.open_deal_form(&deal),
            None => self.say(Tone::Plain, self.words().not_a_draft),
        }
    }

    pub(super) fn extension_on_offer(&self) -> Option<Deal> {
        self.form_on_offer(|deal| matches!(deal, Deal::AnswerExtension(_) | Deal::AskExtension(_)))
    }

    fn form_on_offer(&self, wanted: impl Fn(&Deal) -> bool) -> Option<Deal> {
        self.on_offer().into_iter().find_map(|offer| match offer {
            Offer::Form(deal) if wanted(&deal) => Some(deal),
            _ => None,
        })
    }
}
