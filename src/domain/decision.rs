//! What users settle that no plan says: numbers of drafts, first years, days of our own, extensions.
//!
//! A decision is a record like any other: who, when, undoable. What follows from all of them together is
//! worked out in `settled`; nothing of it is stored.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::calendar::CalendarDay;
use super::compilation::Source;
use super::ids::{AgencyId, ItemId, PlanId};
use super::record::{ReportKey, Stamp};
use super::schedule::Period;
use super::succession::GroupFate;

/// One decision of a user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who and when.
    pub stamp: Stamp,
    /// What was decided.
    pub ruling: Ruling,
}

/// A task or a report obligation: their ids are unique within their kind only.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// A task.
    Task(ItemId),
    /// A report obligation.
    Obligation(ItemId),
}

/// What can be decided. Of each subject there is one decision: a later one takes its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ruling {
    /// A draft got its number and its date: it binds from that day on.
    PlanIssued {
        /// The plan.
        plan: PlanId,
        /// Number and sign; empty: it is a draft after all.
        number: String,
        /// Day of issue.
        issued_on: NaiveDate,
    },
    /// The first year of a cycle that the plan leaves without one.
    FirstYear {
        /// What comes back.
        duty: Duty,
        /// First year; `None`: not known after all.
        year: Option<i32>,
    },
    /// Hạn nội bộ: a day of every year that the user sets himself; never the plan's.
    InternalDay {
        /// What is to be done by then.
        duty: Duty,
        /// Day and month, still in time; `None`: no such day any more.
        on: Option<(u32, u32)>,
    },
    /// The document that opens a duty which waited for it.
    Opening {
        /// What it opens.
        duty: Duty,
        /// The period of the report that it opens.
        period: Period,
        /// Number and sign of the document; empty: none has come after all.
        number: String,
        /// Date of the document.
        dated: NaiveDate,
        /// The last valid day that it sets, if it sets one.
        due_last: Option<NaiveDate>,
    },
    /// A report is not owed.
    Waiver {
        /// Which report.
        key: ReportKey,
        /// Why; empty: it is owed after all.
        reason: String,
    },
    /// Gia hạn: another day is asked for, and granted or refused by somebody else.
    Extension(Extension),
    /// Who has the duties of an agency that was dissolved, where the register leaves it open.
    Heirs {
        /// The agency that was dissolved.
        from: AgencyId,
        /// One duty; `None`: all of them.
        duty: Option<ItemId>,
        /// Who has it; empty: open again.
        heirs: Vec<AgencyId>,
    },
    /// What becomes of the duties of a group that was abolished.
    GroupFate {
        /// The group.
        group: AgencyId,
        /// What becomes of them.
        fate: GroupFate,
    },
    /// To whom a proposal of a report goes, and what was answered.
    Proposal {
        /// The paragraph of the report.
        source: Source,
        /// To whom; empty: to nobody after all.
        addressee: String,
        /// The answer; empty: none has come.
        answer: String,
        /// The day of the answer.
        answered_on: Option<NaiveDate>,
    },
    /// Days of the calendar that rest on one source.
    CalendarDays {
        /// The notice or the proposal, in words.
        source: String,
        /// The days; each names the same source.
        days: Vec<CalendarDay>,
    },
    /// What became of proposed days.
    CalendarVerdict {
        /// The source of the proposal.
        source: String,
        /// Approved: the days count. Otherwise they are gone.
        approved: bool,
    },
    /// Whom to turn to at an agency.
    Contact(Contact),
}

/// Đầu mối: whom to turn to at an agency. All four texts empty: nobody is known any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The agency.
    pub agency: AgencyId,
    /// Name and office of the person.
    pub person: String,
    /// Telephone.
    pub phone: String,
    /// Address for e-mail.
    pub email: String,
    /// Who stands in for the person.
    pub deputy: String,
}

/// A request for another day, with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Which report.
    pub key: ReportKey,
    /// Why; empty: the request was taken back.
    pub reason: String,
    /// The new last valid day that is asked for.
    pub asked_for: NaiveDate,
    /// User who asks.
    pub asked_by: String,
    /// The answer; `None`: the request is open.
    pub answer: Option<Answer>,
    /// The day that was granted before this request; it holds until a later one is.
    #[serde(default)]
    pub granted_before: Option<NaiveDate>,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whether the new day holds.
    pub granted: bool,
    /// User who answered: never the one who asked.
    pub by: String,
    /// The day of the answer.
    pub on: NaiveDate,
    /// A remark.
    pub remark: String,
}

impl Duty {
    /// The id within its kind.
    pub fn id(&self) -> &ItemId {
        match self {
            Self::Task(id) | Self::Obligation(id) => id,
        }
    }
}

impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Task(id) => write!(f, "task|{id}"),
            Self::Obligation(id) => write!(f, "obligation|{id}"),
        }
    }
}

impl Ruling {
    /// Whether it takes back what was decided, and decides nothing itself.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::PlanIssued { number, .. } | Self::Opening { number, .. } => number.is_empty(),
            Self::FirstYear { year, .. } => year.is_none(),
            Self::InternalDay { on, .. } => on.is_none(),
            Self::Waiver { reason, .. } => reason.is_empty(),
            Self::Extension(extension) => extension.reason.is_empty(),
            Self::Heirs { heirs, .. } => heirs.is_empty(),
            Self::CalendarDays { days, .. } => days.is_empty(),
            Self::Contact(contact) => contact.is_empty(),
            Self::Proposal { addressee, .. } => addressee.is_empty(),
            Self::GroupFate { .. } | Self::CalendarVerdict { .. } => false,
        }
    }

    /// What is decided about, as a text that no other subject has.
    pub fn subject(&self) -> String {
        match self {
            Self::PlanIssued { plan, .. } => format!("plan_issued|{plan}"),
            Self::FirstYear { duty, .. } => format!("first_year|{duty}"),
            Self::InternalDay { duty, .. } => format!("internal_day|{duty}"),
            Self::Opening { duty, period, .. } => format!("opening|{duty}|{period}"),
            Self::Waiver { key, .. } => format!("waiver|{key}"),
            Self::Extension(extension) => format!("extension|{}", extension.key),
            Self::Heirs { from, duty, .. } => {
                format!("heirs|{from}|{}", duty.as_ref().map_or("", ItemId::as_str))
            }
            Self::GroupFate { group, .. } => format!("group_fate|{group}"),
            Self::CalendarDays { source, .. } => format!("calendar_days|{source}"),
            Self::CalendarVerdict { source, .. } => format!("calendar_verdict|{source}"),
            Self::Contact(contact) => format!("contact|{}", contact.agency),
            Self::Proposal { source, .. } => format!("proposal|{source}"),
        }
    }
}

impl Contact {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        [&self.person, &self.phone, &self.email, &self.deputy].into_iter().all(String::is_empty)
    }

    /// The address for e-mail, where it is one: a name and a domain of plain letters, digits and signs.
    pub fn address(&self) -> Option<&str> {
        let plain = |part: &str| {
            let sign = |c: char| c.is_ascii_alphanumeric() || "-_.+".contains(c);
            !part.is_empty() && part.chars().all(sign)
        };
        let address = self.email.trim();
        let (name, domain) = address.split_once('@')?;
        (plain(name) && plain(domain) && domain.contains('.')).then_some(address)
    }
}

impl Extension {
    /// The day that holds instead of the original one: the one granted last; `None`: none was granted.
    pub fn granted_until(&self) -> Option<NaiveDate> {
        self.answer.as_ref().filter(|answer| answer.granted).map(|_| self.asked_for).or(self.granted_before)
    }

    /// The request as it stood on a day, before its answer.
    pub fn as_of(&self, day: NaiveDate) -> Self {
        let answer = self.answer.clone().filter(|answer| answer.on <= day);
        Self { answer, ..self.clone() }
    }

    /// Whether nobody has answered yet.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && !self.reason.is_empty()
    }
}
