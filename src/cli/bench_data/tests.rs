use std::collections::HashSet;

use unicode_normalization::is_nfc;

use super::*;
use crate::domain::clause::ClausePath;
use crate::domain::phrase::parse_phrase;
use crate::domain::record::WorkState;
use crate::domain::schedule::Rule;
use crate::domain::task::{Role, Task};

const DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2022, 3, 15);

/// What one plan of this day asks for, without a database.
fn tasks_of_a_plan(count: usize) -> Vec<Task> {
    let bundle = bundle().unwrap();
    let issued = DAY.unwrap();
    let staff = Staff::on(&bundle.agencies, provinces::of_plan(0, issued), issued);
    tasks::all(&crate::domain::ids::PlanId::new("p"), issued, &staff, count, &mut Dice::new(7))
}

#[test]
fn the_row_of_numbers_is_that_of_the_published_generator() {
    // The first values for the seed 1234567, as the reference implementation gives them.
    let mut dice = Dice::new(1_234_567);
    let thrown = [dice.next(), dice.next(), dice.next()];
    assert_eq!(thrown, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    for _ in 0..1000 {
        assert!((3..=9).contains(&dice.between(3, 9)));
        let some = dice.some(&[1, 2, 3, 4, 5], 3);
        assert!(some.len() == 3 && some.is_sorted_by(|a, b| a < b), "{some:?}");
    }
}

#[test]
fn titles_are_as_long_as_those_of_plans_and_one_in_25_is_found() {
    let mut dice = Dice::new(1);
    let titles: Vec<String> = (0..5000).map(|_| texts::title(&mut dice)).collect();
    for title in &titles {
        assert!(texts::TITLE.contains(&title.chars().count()) && is_nfc(title), "{title}");
    }
    let found = titles.iter().filter(|title| title.contains("nội vụ")).count();
    assert!((150..250).contains(&found), "{found}");
    for _ in 0..1000 {
        let text = texts::result(&mut dice);
        assert!((40..=200).contains(&text.chars().count()) && is_nfc(&text), "{text}");
    }
}

#[test]
fn every_phrase_reads_back_as_its_rule_and_every_kind_has_its_share() {
    let tasks = tasks_of_a_plan(5000);
    for task in &tasks {
        let schedule = &task.schedule;
        assert_eq!(parse_phrase(&schedule.phrase).as_ref(), Ok(&schedule.rule), "{}", schedule.phrase);
    }
    let share = |is: fn(&Rule) -> bool| tasks.iter().filter(|task| is(&task.schedule.rule)).count() / 50;
    let undated =
        share(|rule| matches!(rule, Rule::Unspecified | Rule::Continuous { .. } | Rule::Conditional { .. }));
    let once = share(|rule| matches!(rule, Rule::Once { .. } | Rule::PeriodEnd { .. }));
    let annual = share(|rule| matches!(rule, Rule::Annual { .. }));
    let cycles = share(|rule| matches!(rule, Rule::Cycle { .. }));
    assert!((47..=53).contains(&undated) && (27..=33).contains(&once), "{undated} {once}");
    assert!((8..=12).contains(&annual) && (1..=3).contains(&cycles), "{annual} {cycles}");
}

#[test]
fn tasks_stand_in_the_outline_and_name_who_was_there() {
    let tasks = tasks_of_a_plan(2000);
    assert_eq!(tasks.len(), 2000);
    let ids: HashSet<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    assert_eq!(ids.len(), 2000);
    let paths: Vec<ClausePath> =
        tasks.iter().map(|task| ClausePath::parse(task.id.local()).unwrap()).collect();
    assert!(paths.is_sorted());
    let nobody = tasks.iter().filter(|task| task.roles.is_empty()).count();
    assert!((20..=70).contains(&nobody), "{nobody}");
    let leads = |task: &Task| task.roles.iter().filter(|link| link.role == Role::Lead).count();
    assert!(tasks.iter().filter(|task| !task.roles.is_empty()).all(|task| (1..=2).contains(&leads(task))));
    let named: HashSet<&str> =
        tasks.iter().flat_map(|task| &task.roles).map(|link| link.agency.as_str()).collect();
    assert!(named.contains("ls-so-khdt"), "an agency that has ended since");
    assert!(!named.contains("ls-so-nnmt"), "an agency that did not exist yet");
}

#[test]
fn a_few_dated_tasks_are_overdue_and_what_was_sent_is_sealed_in_order() {
    let folder = tempfile::TempDir::new().unwrap();
    let making = Making::of(1500, TODAY.unwrap()).unwrap();
    let path = folder.path().join("bench.db");
    let opening =
        crate::store::Opening { path: &path, user: WRITER, bundle_hash: 0, now: at(making.today, 8) };
    let register = || -> Result<_, crate::store::OpenError> {
        let (agencies, successions) = (making.bundle.agencies.clone(), making.bundle.successions.clone());
        Ok(crate::store::Bundled { agencies, successions, ..crate::store::Bundled::default() })
    };
    let mut store = Store::open(opening, register).unwrap();
    let mut told = Vec::new();
    making.fill(&mut store, |done| told.push(done)).unwrap();
    assert_eq!(told, (1..=10).collect::<Vec<_>>());
    let (good, fault) = store.ledger().unwrap().check();
    assert_eq!((good.len() > 50, fault), (true, None));
    assert_eq!(crate::domain::ledger::set_back(&good), [] as [i64; 0]);
    let snapshot = store.snapshot().unwrap();
    let catalog = &snapshot.catalog;
    let tasks: Vec<_> = catalog.plans.iter().flat_map(|plan| catalog.tasks_of(&plan.id)).collect();
    assert_eq!((tasks.len(), snapshot.made_up), (1500, true));
    let entries: Vec<_> = tasks.iter().flat_map(|task| catalog.shelf().entries_on(&task.id)).collect();
    let told: HashSet<_> = entries.iter().map(|entry| &entry.task).collect();
    assert!((400..=520).contains(&told.len()), "{}", told.len());
    assert!(entries.iter().all(|entry| entry.as_of < making.today));
    let undone = |task: &&std::rc::Rc<Task>| {
        let Rule::Once { date, .. } = task.schedule.rule else { return false };
        let done = |lead| {
            let mut of_lead = entries.iter().filter(|e| e.task == task.id && e.agency == lead);
            of_lead.any(|entry| entry.state == WorkState::Done)
        };
        let mut leads = task.roles.iter().filter(|link| link.role == Role::Lead);
        date < making.today && !leads.all(|link| done(link.agency.clone()))
    };
    let single = tasks.iter().filter(|task| matches!(task.schedule.rule, Rule::Once { .. })).count();
    let overdue = tasks.iter().filter(undone).count();
    assert!(overdue > 0 && overdue * 100 < single * 8, "{overdue} of {single}");
}
