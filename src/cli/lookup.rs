//! From what was typed after `--agency` and `--plan` to the one thing that is meant.

use super::error::CliError;
use crate::catalog::resolve;
use crate::domain::agency::Agency;
use crate::domain::catalog::Catalog;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::text::date::format_date;
use crate::text::fold::{fold, matches};

/// Most candidates that are listed when nothing fits.
const MOST_HINTS: usize = 8;

/// The agency that is meant: by id, by any spelling with or without its province, or by an unambiguous part.
/// Marks and capitals make no difference.
pub(super) fn agency<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a Agency, CliError> {
    let all = catalog.agencies();
    if let Some(found) = catalog.agency(&AgencyId::new(typed.trim())).or_else(|| resolve(all, None, typed)) {
        return Ok(found);
    }
    let wanted = plain(typed);
    let named: Vec<&Agency> = all.iter().filter(|agency| spellings(agency).contains(&wanted)).collect();
    let part = || all.iter().filter(|agency| matches(typed, &described(agency))).collect();
    let found = if named.is_empty() && !wanted.is_empty() { part() } else { named };
    match found.as_slice() {
        [one] => Ok(one),
        several => Err(CliError::Agency {
            typed: typed.to_owned(),
            candidates: several.iter().take(MOST_HINTS).map(|agency| line(agency)).collect(),
            ambiguous: !several.is_empty(),
        }),
    }
}

/// The plan that is meant: by id, number or short name, or by an unambiguous part of one of them or of the title.
pub(super) fn plan<'a>(catalog: &'a Catalog, typed: &str) -> Result<&'a Plan, CliError> {
    let wanted = fold(typed.trim());
    let exact = |plan: &&Plan| names(plan).any(|name| fold(name) == wanted);
    let part =
        |plan: &&Plan| names(plan).chain([plan.title.as_str()]).any(|name| fold(name).contains(&wanted));
    let mut found: Vec<&Plan> = catalog.plans.iter().filter(exact).collect();
    if found.is_empty() && !wanted.is_empty() {
        found = catalog.plans.iter().filter(part).collect();
    }
    match found.as_slice() {
        [one] => Ok(one),
        several => {
            let listed = if several.is_empty() { catalog.plans.iter().collect() } else { several.to_vec() };
            Err(CliError::Plan {
                typed: typed.to_owned(),
                candidates: listed.iter().map(|plan| format!("{}  {}", plan.id, plan.short)).collect(),
                ambiguous: !several.is_empty(),
            })
        }
    }
}

/// The report obligation that is meant, of `within` if a plan is given: by id, by its clause, or by an unambiguous
/// part of its id or title.
pub(super) fn obligation<'a>(
    catalog: &'a Catalog,
    within: Option<&Plan>,
    typed: &str,
) -> Result<(&'a Plan, &'a ReportingObligation), CliError> {
    let wanted = fold(typed.trim());
    let all = || {
        let plans = catalog.plans.iter().filter(|plan| within.is_none_or(|within| within.id == plan.id));
        plans.flat_map(|plan| plan.obligations.iter().map(move |found| (plan, found)))
    };
    let named = |found: &ReportingObligation| {
        // Marks tell điểm d from điểm đ.
        [found.id.as_str(), found.id.local(), &found.clause].contains(&typed.trim())
    };
    let part = |found: &ReportingObligation| {
        [found.id.as_str(), &found.title].into_iter().any(|text| fold(text).contains(&wanted))
    };
    let mut found: Vec<_> = all().filter(|(_, found)| named(found)).collect();
    if found.is_empty() && !wanted.is_empty() {
        found = all().filter(|(_, found)| part(found)).collect();
    }
    match found.as_slice() {
        [one] => Ok(*one),
        several => {
            let listed: Vec<_> = if several.is_empty() { all().collect() } else { several.to_vec() };
            Err(CliError::Obligation {
                typed: typed.to_owned(),
                candidates: listed.iter().map(|(_, found)| obligation_line(found)).collect(),
                ambiguous: !several.is_empty(),
            })
        }
    }
}

/// An obligation in a list to choose from.
pub(super) fn obligation_line(obligation: &ReportingObligation) -> String {
    format!("{}  {}", obligation.id, obligation.title)
}

fn names(plan: &Plan) -> impl Iterator<Item = &str> {
    [plan.id.as_str(), plan.short.as_str()].into_iter().chain(plan.number.as_deref())
}

/// Every way to write an agency, alone and with its province.
fn spellings(agency: &Agency) -> Vec<String> {
    let names = [&agency.name, &agency.short].into_iter().chain(&agency.aliases);
    let mut all = Vec::new();
    for name in names.map(|name| plain(name)) {
        if let Some(province) = agency.province.as_deref().map(plain) {
            all.push(format!("{name} {province}"));
            all.push(format!("{name} tinh {province}"));
        }
        all.push(name);
    }
    all
}

/// Folded words with one space between them and the usual abbreviation of the committees.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ").replace(&fold("ủy ban nhân dân"), "ubnd").replace(&fold("hội đồng nhân dân"), "hdnd")
}

fn described(agency: &Agency) -> String {
    format!("{} {} {}", agency.name, agency.short, agency.province.as_deref().unwrap_or_default())
}

fn line(agency: &Agency) -> String {
    let province = agency.province.as_deref().map(|province| format!(" · {province}")).unwrap_or_default();
    let until = agency.valid_to.map(|day| format!(" (– {})", format_date(day))).unwrap_or_default();
    format!("{}  {}{province}{until}", agency.id, agency.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::bundle;

    fn catalog() -> Catalog {
        let bundle = bundle().unwrap();
        Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions)
    }

    #[test]
    fn an_agency_is_found_by_id_name_and_short_name_with_the_province() {
        let catalog = catalog();
        let spellings = [
            "ls-so-noi-vu",
            "Sở Nội vụ tỉnh Lạng Sơn",
            "Sở Nội vụ Lạng Sơn",
            "so noi vu lang son",
            "SNV Lạng Sơn",
            "noi vu lang son",
        ];
        for typed in spellings {
            assert_eq!(agency(&catalog, typed).unwrap().id.as_str(), "ls-so-noi-vu", "{typed}");
        }
        let committee = agency(&catalog, "Ủy ban nhân dân tỉnh Lạng Sơn").unwrap();
        assert_eq!(committee.id.as_str(), "ls-ubnd-tinh");
    }

    #[test]
    fn a_name_of_several_provinces_lists_them() {
        let Err(CliError::Agency { candidates, ambiguous: true, .. }) =
            agency(&catalog(), "Sở Nội vụ").map(|a| &a.id)
        else {
            panic!("one agency was guessed");
        };
        assert!(candidates.iter().any(|line| line.contains("Lạng Sơn")), "{candidates:?}");
        assert!(candidates.iter().any(|line| line.contains("Kiên Giang")), "{candidates:?}");
    }

    #[test]
    fn nothing_is_guessed_from_nothing() {
        let catalog = catalog();
        assert!(agency(&catalog, "").is_err());
        assert!(agency(&catalog, "không có thật").is_err());
        assert!(plan(&catalog, " ").is_err());
    }

    #[test]
    fn a_plan_is_found_by_id_number_short_name_or_part() {
        let catalog = catalog();
        for typed in ["lang-son-165-2024", "165/KH-UBND", "KH 165/KH-UBND", "165", "kh 165"] {
            assert_eq!(plan(&catalog, typed).unwrap().id.as_str(), "lang-son-165-2024", "{typed}");
        }
        assert!(matches!(plan(&catalog, "lang-son"), Err(CliError::Plan { ambiguous: true, .. })));
    }
}
