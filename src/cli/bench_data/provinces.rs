//! The agencies of the bundled register, as a plan of some day in some province would name them.

use chrono::NaiveDate;

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::ids::AgencyId;

/// A province: name, start of the ids of its plans, start of the ids of its agencies.
pub(super) struct Province {
    pub(super) name: &'static str,
    pub(super) slug: &'static str,
    prefix: &'static str,
}

const LANG_SON: Province = Province { name: "Lạng Sơn", slug: "lang-son", prefix: "ls" };
const HA_TINH: Province = Province { name: "Hà Tĩnh", slug: "ha-tinh", prefix: "ht" };
const KIEN_GIANG: Province = Province { name: "Kiên Giang", slug: "kien-giang", prefix: "kg" };
const AN_GIANG: Province = Province { name: "An Giang", slug: "an-giang", prefix: "ag" };

/// The agency of whoever looks at the data.
pub(super) const OWN: &str = "ls-so-noi-vu";

/// The last day of Kiên Giang, which then went to An Giang.
const KIEN_GIANG_ENDS: Option<NaiveDate> = NaiveDate::from_ymd_opt(2025, 6, 30);

/// The province of the n-th plan: every other plan is of the province of [`OWN`].
pub(super) fn of_plan(number: usize, issued: NaiveDate) -> &'static Province {
    match number % 4 {
        1 => &HA_TINH,
        3 if Some(issued) > KIEN_GIANG_ENDS => &AN_GIANG,
        3 => &KIEN_GIANG,
        _ => &LANG_SON,
    }
}

/// Who there was in a province on the day of a plan.
pub(super) struct Staff<'a> {
    /// Who issues the plan.
    pub(super) committee: AgencyId,
    /// Sở Nội vụ, where the reports of most plans come together.
    pub(super) desk: AgencyId,
    /// Sở, ban, ngành.
    pub(super) departments: Vec<&'a Agency>,
    /// Districts, associations, schools, the press: those that only take part.
    pub(super) others: Vec<&'a Agency>,
    /// Groups of agencies.
    pub(super) groups: Vec<&'a Agency>,
}

impl<'a> Staff<'a> {
    pub(super) fn on(register: &'a [Agency], province: &Province, day: NaiveDate) -> Self {
        let exists = |agency: &&Agency| {
            agency.province.as_deref() == Some(province.name)
                && agency.valid_from.is_none_or(|from| from <= day)
                && agency.valid_to.is_none_or(|to| day <= to)
        };
        let (groups, single): (Vec<_>, Vec<_>) =
            register.iter().filter(exists).partition(|agency| agency.group.is_some());
        let is_department = |agency: &&Agency| agency.kind == AgencyKind::Department;
        let takes_part = |agency: &&Agency| {
            use AgencyKind::{Association, District, Press, School};
            matches!(agency.kind, Association | District | Press | School)
        };
        Self {
            committee: AgencyId::new(format!("{}-ubnd-tinh", province.prefix)),
            desk: AgencyId::new(format!("{}-so-noi-vu", province.prefix)),
            departments: single.iter().copied().filter(is_department).collect(),
            others: single.iter().copied().filter(takes_part).collect(),
            groups,
        }
    }
}
