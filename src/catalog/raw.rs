//! The format of the plan files, key by key, before anything is checked.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::fault::Faults;
use super::source::{List, Source};
use crate::domain::indicator::Comparator;
use crate::domain::obligation::{ContentItem, ReportKind};
use crate::domain::plan::{DocumentKind, DocumentState, Relation};
use crate::domain::schedule::{Bound, Condition, CycleDay, Every, YearPart, Years};
use crate::domain::task::{LinkKind, Role, TaskKind};

/// A text with its place.
pub(super) type Text = Spanned<String>;

/// A number with its place.
pub(super) type Number = Spanned<f64>;

/// A day as TOML writes it, without quotes.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let date = toml::value::Date::deserialize(deserializer)?;
        NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("impossible date `{date}`")))
    }
}

/// A plan file, list by list.
pub(super) struct Plan {
    pub(super) head: Option<Spanned<Head>>,
    pub(super) citations: List<Citation>,
    pub(super) recipients: List<Recipient>,
    pub(super) clauses: List<Clause>,
    pub(super) targets: List<Target>,
    pub(super) tasks: List<Task>,
    pub(super) obligations: List<Obligation>,
}

impl Plan {
    /// Reads the shape of a plan file; `None` when it is no TOML.
    pub(super) fn read(text: &str, faults: &mut Faults) -> Option<Self> {
        let mut source = Source::parse(text, faults)?;
        Some(Self {
            citations: source.list("citation", faults),
            recipients: source.list("recipient", faults),
            clauses: source.list("clause", faults),
            targets: source.list("target", faults),
            tasks: source.list("task", faults),
            obligations: source.list("obligation", faults),
            head: source.head(faults),
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) id: Text,
    pub(super) source: Text,
    pub(super) short: Text,
    pub(super) province: Text,
    pub(super) issuer: Text,
    pub(super) number: Option<Text>,
    pub(super) issued_on: Option<Day>,
    pub(super) year: Option<i32>,
    pub(super) kind: DocumentKind,
    pub(super) state: Spanned<DocumentState>,
    pub(super) title: Text,
    pub(super) signer: Option<Signer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signer {
    pub(super) name: Text,
    pub(super) position: Text,
    pub(super) authority: Text,
    pub(super) signed: Spanned<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Citation {
    pub(super) number: Option<Text>,
    pub(super) issued_on: Option<Day>,
    pub(super) issuer: Option<Text>,
    pub(super) title: Text,
    pub(super) relation: Relation,
    pub(super) clause: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Recipient {
    pub(super) agency: Option<Text>,
    pub(super) as_printed: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Clause {
    pub(super) path: Text,
    pub(super) heading: Text,
    pub(super) lines: Spanned<(u32, u32)>,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Target {
    pub(super) id: Text,
    pub(super) clause: Text,
    pub(super) indicator: Text,
    pub(super) short: Text,
    pub(super) comparator: Spanned<Comparator>,
    pub(super) comparator_words: Text,
    pub(super) value: Option<Number>,
    pub(super) value_high: Option<Number>,
    pub(super) unit: Option<Text>,
    pub(super) per: Option<Text>,
    pub(super) population: Option<Text>,
    pub(super) year: Option<i32>,
    pub(super) year_from: Option<Text>,
    #[serde(default)]
    pub(super) milestones: Vec<Spanned<Milestone>>,
    pub(super) baseline: Option<Baseline>,
    pub(super) parent: Option<Text>,
    #[serde(default)]
    pub(super) responsible: Vec<Text>,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Milestone {
    pub(super) year: i32,
    pub(super) value: Number,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Baseline {
    pub(super) value: Number,
    pub(super) numerator: Option<Number>,
    pub(super) denominator: Option<Number>,
    pub(super) as_of: Option<Day>,
    pub(super) clause: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) id: Text,
    pub(super) clause: Text,
    pub(super) kind: TaskKind,
    pub(super) title: Text,
    pub(super) roles: Vec<RoleOf>,
    pub(super) schedule: Option<Spanned<Schedule>>,
    #[serde(default)]
    pub(super) links: Vec<Link>,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoleOf {
    pub(super) agency: Text,
    pub(super) role: Role,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    pub(super) to: Text,
    pub(super) kind: LinkKind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Obligation {
    pub(super) id: Text,
    pub(super) clause: Text,
    pub(super) kind: ReportKind,
    pub(super) title: Text,
    pub(super) reporters: Vec<Text>,
    pub(super) recipient: Text,
    #[serde(default)]
    pub(super) also_to: Vec<Text>,
    pub(super) via: Option<Text>,
    pub(super) prepared_by: Option<Text>,
    #[serde(default)]
    pub(super) consumes: Vec<Text>,
    pub(super) schedule: Option<Spanned<Schedule>>,
    #[serde(default)]
    pub(super) content: Vec<ContentItem>,
    pub(super) note: Option<Text>,
}

/// The name of a schedule's rule.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ScheduleKind {
    Annual,
    Yearly,
    EveryYears,
    Once,
    PeriodEnd,
    PartEnd,
    Cycle,
    Continuous,
    Phases,
    Span,
    Conditional,
    Unspecified,
}

/// A schedule with the fields of every kind; which of them belong to its kind is checked later.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Schedule {
    pub(super) phrase: Text,
    pub(super) kind: Spanned<ScheduleKind>,
    pub(super) inherited_from: Option<Text>,
    pub(super) day: Option<Spanned<u32>>,
    pub(super) month: Option<Spanned<u32>>,
    pub(super) bound: Option<Spanned<Bound>>,
    pub(super) from_year: Option<Spanned<i32>>,
    pub(super) to_year: Option<Spanned<i32>>,
    pub(super) years: Option<Spanned<u32>>,
    pub(super) anchor: Option<Spanned<i32>>,
    pub(super) date: Option<Spanned<Day>>,
    pub(super) period: Option<Text>,
    pub(super) part: Option<Spanned<YearPart>>,
    pub(super) of: Option<Spanned<Years>>,
    pub(super) every: Option<Spanned<Every>>,
    pub(super) on: Option<Spanned<CycleDay>>,
    pub(super) yearly: Option<Spanned<bool>>,
    pub(super) from: Option<Spanned<Day>>,
    pub(super) phases: Option<Spanned<bool>>,
    pub(super) on_event: Option<Spanned<bool>>,
    pub(super) until: Option<Spanned<i32>>,
    pub(super) vision: Option<Spanned<i32>>,
    pub(super) open_end: Option<Spanned<bool>>,
    pub(super) condition: Option<Spanned<Condition>>,
}
