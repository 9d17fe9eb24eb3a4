use super::*;

#[test]
fn bundled_files_have_no_fault() {
    if let Err(faults) = bundle() {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{} faults:\n{}", lines.len(), lines.join("\n"));
    }
}

#[test]
fn issued_plans_come_first_and_the_latest_on_top() {
    let bundle = bundle().unwrap();
    let ids: Vec<&str> = bundle.plans.iter().map(|plan| plan.id.as_str()).collect();
    let (issued, rest) = ids.split_at(2);
    assert_eq!(issued, ["lang-son-165-2024", "kien-giang-192-2024"]);
    assert_eq!(rest.last(), Some(&"lang-son-nhan-tai"));
    assert_eq!(ids.len(), PLANS.len());
}

#[test]
fn every_plan_has_its_own_hash_and_the_file_its_name() {
    let bundle = bundle().unwrap();
    for (plan, (id, hash)) in bundle.plans.iter().zip(&bundle.plan_hashes) {
        assert_eq!(plan.id, *id);
        let name = format!("data/plans/{id}.toml");
        let (_, text) = PLANS.iter().find(|(file, _)| *file == name).unwrap();
        assert_eq!(fnv1a(text.as_bytes()), *hash);
    }
}

#[test]
fn every_agency_of_a_plan_is_found_by_its_name() {
    let bundle = bundle().unwrap();
    for plan in &bundle.plans {
        let issuer = bundle.agencies.iter().find(|agency| agency.id == plan.issuer).unwrap();
        let found = crate::catalog::resolve(&bundle.agencies, Some(&plan.province), &issuer.name);
        assert_eq!(found.map(|agency| &agency.id), Some(&plan.issuer));
    }
}
