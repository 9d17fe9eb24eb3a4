use std::collections::BTreeSet;

use super::*;
use crate::catalog::bundle;

fn exported() -> Value {
    let bundle = bundle().unwrap();
    catalog_json(&Catalog::new(bundle.plans, bundle.agencies).with_successions(bundle.successions))
}

fn plan<'a>(all: &'a Value, id: &str) -> &'a Value {
    all["plans"].as_array().unwrap().iter().find(|plan| plan["id"] == id).unwrap()
}

fn has(value: &Value, keys: &[&str]) {
    let fields = value.as_object().unwrap();
    for key in keys {
        assert!(fields.contains_key(*key), "{key} is missing in {value}");
    }
}

#[test]
fn every_part_has_its_fields() {
    let all = exported();
    for plan in all["plans"].as_array().unwrap() {
        has(plan, &["id", "source", "issuer", "province", "number", "issued_on", "state", "signer"]);
        has(plan, &["legal_basis", "clauses", "targets", "tasks", "obligations"]);
        for basis in plan["legal_basis"].as_array().unwrap() {
            has(basis, &["number", "issued_on", "issuer", "title", "relation"]);
        }
        for target in plan["targets"].as_array().unwrap() {
            has(target, &["id", "clause", "kind", "indicator", "comparator", "comparator_words", "value"]);
            has(target, &["value_high", "unit", "year", "milestones", "population", "baseline", "parent"]);
        }
        for task in plan["tasks"].as_array().unwrap() {
            has(task, &["id", "clause", "kind", "title", "roles", "schedule"]);
            has(&task["schedule"], &["phrase", "kind"]);
        }
        for owed in plan["obligations"].as_array().unwrap() {
            has(owed, &["id", "clause", "reporters", "recipient", "via", "schedule"]);
        }
    }
    for agency in all["agencies"].as_array().unwrap() {
        has(agency, &["name", "id", "short", "kind", "province", "order", "aliases"]);
        has(agency, &["valid_from", "valid_to", "group"]);
    }
}

#[test]
fn the_first_level_report_of_lang_son_stands_as_its_clause_says() {
    let all = exported();
    let plan = plan(&all, "lang-son-165-2024");
    assert_eq!(plan["issued_on"], "2024-07-16");
    assert_eq!(plan["state"], "issued");
    assert_eq!(plan["signer"]["signed"], true);
    let owed = plan["obligations"].as_array().unwrap().iter();
    let owed = owed.clone().find(|owed| owed["id"] == "lang-son-165-2024/IV.7.a").unwrap();
    let schedule = &owed["schedule"];
    assert_eq!(
        (&schedule["kind"], &schedule["day"], &schedule["month"]),
        (&json!("annual"), &json!(30), &json!(10))
    );
    assert_eq!(schedule["bound"], "before");
    assert_eq!(owed["via"], Value::Null);
}

#[test]
fn numbers_are_numbers_and_whole_ones_have_no_point() {
    assert_eq!(number(95.0).to_string(), "95");
    assert_eq!(number(97.65).to_string(), "97.65");
    assert_eq!(maybe_number(None), Value::Null);
    let all = exported();
    let with_start = plan(&all, "kien-giang-192-2024")["targets"].as_array().unwrap().iter();
    let starts: Vec<&Value> = with_start.map(|target| &target["baseline"]).filter(|b| !b.is_null()).collect();
    assert!(starts.iter().any(|start| start["numerator"] == 12239 && start["value"] == 97.65));
}

#[test]
fn agencies_stand_by_name_everywhere() {
    let all = exported();
    let names: BTreeSet<&str> =
        all["agencies"].as_array().unwrap().iter().map(|agency| agency["name"].as_str().unwrap()).collect();
    for plan in all["plans"].as_array().unwrap() {
        assert!(names.contains(plan["issuer"].as_str().unwrap()));
        for role in plan["tasks"].as_array().unwrap().iter().flat_map(|t| t["roles"].as_array().unwrap()) {
            assert!(names.contains(role["agency"].as_str().unwrap()), "{role}");
        }
        for owed in plan["obligations"].as_array().unwrap() {
            let reporters = owed["reporters"].as_array().unwrap().iter();
            for name in reporters.chain([&owed["recipient"]]) {
                assert!(names.contains(name.as_str().unwrap()), "{owed}");
            }
        }
    }
}

#[test]
fn a_period_is_one_word() {
    let all = exported();
    let periods: Vec<&Value> = all["plans"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|plan| plan["tasks"].as_array().unwrap())
        .map(|task| &task["schedule"])
        .filter(|schedule| schedule["kind"] == "period_end")
        .map(|schedule| &schedule["period"])
        .collect();
    assert_eq!(periods, [&json!("2024-Q1")]);
}
