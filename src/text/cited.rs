//! How an official text names what it rests on: a plan, a clause of it, an agency, who stands above whom.
//!
//! In full and in Vietnamese: abbreviations such as "KH" and "UBND" belong in signs and in "Nơi nhận", not in a sentence.

use super::date::format_official;
use super::letterhead::office_name;
use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::plan::Plan;

/// "Kế hoạch số 165/KH-UBND ngày 16/7/2024 của Ủy ban nhân dân tỉnh Lạng Sơn"; its title while it has no number.
pub fn plan_in_full(catalog: &Catalog, plan: &Plan) -> String {
    let Some(day) = plan.issued_on.filter(|_| plan.number.is_some()) else { return plan_by_number(plan) };
    let issuer = agency_in_full(catalog, &plan.issuer);
    format!("{} ngày {} của {issuer}", plan_by_number(plan), format_official(day))
}

/// "Kế hoạch số 165/KH-UBND"; its title while it has no number.
pub fn plan_by_number(plan: &Plan) -> String {
    match &plan.number {
        Some(number) => format!("Kế hoạch số {number}"),
        None => plan.title.clone(),
    }
}

/// The clause without the mark of its paragraph, which is ours: "V.8#2" is "V.8".
pub fn clause(clause: &str) -> &str {
    clause.split_once('#').map_or(clause, |(clause, _)| clause)
}

/// "Ủy ban nhân dân tỉnh Lạng Sơn", "Sở Nội vụ"; its id when it is gone from the register.
pub fn agency_in_full(catalog: &Catalog, id: &AgencyId) -> String {
    catalog.agency(id).map_or_else(|| id.to_string(), office_name)
}

/// Whether `other` stands above `agency`: only to such a one is something sent "để báo cáo".
pub fn is_above(other: &Agency, agency: &Agency) -> bool {
    rank(other) > rank(agency)
}

fn rank(agency: &Agency) -> u8 {
    match agency.kind {
        AgencyKind::Central => 3,
        AgencyKind::Party | AgencyKind::Council => 2,
        AgencyKind::ProvincialCommittee => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::bundle;

    fn with_catalog(test: impl FnOnce(&Catalog)) {
        let bundle = bundle().unwrap();
        test(&Catalog::new(bundle.plans, bundle.agencies));
    }

    #[test]
    fn a_plan_is_named_by_kind_number_day_and_issuer_and_a_draft_by_its_title() {
        with_catalog(|catalog| {
            let plan = |id: &str| catalog.plans.iter().find(|plan| plan.id.as_str() == id).unwrap();
            assert_eq!(
                plan_in_full(catalog, plan("lang-son-165-2024")),
                "Kế hoạch số 165/KH-UBND ngày 16/7/2024 của Ủy ban nhân dân tỉnh Lạng Sơn"
            );
            let draft = plan_in_full(catalog, plan("lang-son-2026"));
            assert!(draft.starts_with("Kế hoạch của Lạng Sơn triển khai"), "{draft}");
        });
    }

    #[test]
    fn a_committee_stands_above_a_department_and_no_department_above_anybody() {
        with_catalog(|catalog| {
            let agency = |id: &str| catalog.agency(&AgencyId::new(id)).unwrap();
            let (committee, health) = (agency("ls-ubnd-tinh"), agency("ls-so-y-te"));
            assert!(is_above(committee, health) && is_above(agency("ls-btv-tinh-uy"), committee));
            assert!(!is_above(health, committee) && !is_above(agency("ls-so-noi-vu"), health));
        });
    }

    #[test]
    fn a_clause_loses_the_mark_of_its_paragraph() {
        assert_eq!((clause("V.8#2"), clause("IV.7.a")), ("V.8", "IV.7.a"));
    }
}
