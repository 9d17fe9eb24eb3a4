//! Agencies, groups of agencies, and who belongs to a group on which day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::AgencyId;

/// What an entry of the register is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgencyKind {
    /// A People's Committee of a province.
    ProvincialCommittee,
    /// A People's Council.
    Council,
    /// A specialised agency of the province: sở, ban, ngành, công an.
    Department,
    /// A district, a town or a city within the province.
    District,
    /// A commune, ward or special zone.
    Commune,
    /// A body of the Party.
    Party,
    /// A body of the central state: ministry, Government, National Assembly.
    Central,
    /// Press or broadcasting.
    Press,
    /// An association, the Fatherland Front or another mass organisation.
    Association,
    /// A school, a university or a training institution.
    School,
    /// Leaders, offices and units that only receive documents.
    Office,
    /// Anything else, such as a company.
    Other,
}

/// Whether and how the members of a group can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupExtent {
    /// The members are known by name: the group may be a denominator.
    Enumerable,
    /// "các đơn vị có liên quan": never a denominator.
    OpenEnded,
}

/// One member of a group, for the days between `valid_from` and `valid_to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The member.
    pub agency: AgencyId,
    /// First day of membership; `None`: since before any plan.
    pub valid_from: Option<NaiveDate>,
    /// Last day of membership; `None`: still a member.
    pub valid_to: Option<NaiveDate>,
}

/// A group: how far it can be listed, and its dated members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Whether the members can be listed at all.
    pub extent: GroupExtent,
    /// The members in protocol order; may be empty when nobody has listed them yet.
    pub members: Vec<Membership>,
}

/// An agency or a group of agencies that a plan names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Identifier in the register.
    pub id: AgencyId,
    /// Canonical name, unique in the register: "Sở Nội vụ tỉnh Lạng Sơn".
    pub name: String,
    /// Name for narrow columns, unique within its province: "Sở Nội vụ".
    pub short: String,
    /// What it is.
    pub kind: AgencyKind,
    /// Province, `None` for central bodies.
    pub province: Option<String>,
    /// Place in protocol order within the province (as in "Nơi nhận"), ascending.
    pub order: u32,
    /// Every spelling that occurs in the plans, besides name and short name.
    pub aliases: Vec<String>,
    /// First day of existence where it matters.
    pub valid_from: Option<NaiveDate>,
    /// Last day of existence, for what was dissolved or merged.
    pub valid_to: Option<NaiveDate>,
    /// Present when the entry is a group.
    pub group: Option<Group>,
    /// A remark for the reader: source of the dates, an open question.
    pub note: Option<String>,
}

impl Membership {
    /// Whether the membership holds on `day`.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

impl Group {
    /// Whether it can be a denominator: its members can be listed, and somebody has listed them.
    pub fn is_countable(&self) -> bool {
        self.extent == GroupExtent::Enumerable && !self.members.is_empty()
    }
}

impl Agency {
    /// Whether the agency exists on `day`.
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// The members on `day`; `None` when this is no group or the group is open-ended.
    pub fn members_on(&self, day: NaiveDate) -> Option<Vec<&AgencyId>> {
        let group = self.group.as_ref()?;
        if group.extent == GroupExtent::OpenEnded {
            return None;
        }
        Some(group.members.iter().filter(|m| m.holds_on(day)).map(|m| &m.agency).collect())
    }
}
