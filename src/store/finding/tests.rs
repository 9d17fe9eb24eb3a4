//! Words are found as they are typed, and what is found is what stands in the database.

use tempfile::TempDir;

use super::super::samples::{PLAN, Shelf as Sample, now, progress, report, reworded};
use super::super::{Opening, Store};
use super::*;
use crate::domain::agency::Agency;
use crate::domain::change::{Record, Reply, Request};
use crate::domain::ids::{AgencyId, PlanId};
use crate::domain::plan::Clause;
use crate::domain::schedule::Period;
use crate::domain::shelf::Shelf;
use crate::text::fold::Query;

struct Desk {
    folder: TempDir,
    sample: Sample,
    store: Store,
    reader: Reader,
}

impl Desk {
    fn new() -> Self {
        Self::of(Sample::new())
    }

    fn of(sample: Sample) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("t.db");
        let store = sample.open(&path, "lan").unwrap();
        let reader = Reader::open(&path);
        Self { folder, sample, store, reader }
    }

    /// Loads the catalogue as it was changed meanwhile.
    fn reload(&mut self) {
        self.sample.hash += 1;
        let path = self.folder.path().join("t.db");
        let opening = Opening { path: &path, ..self.sample.opening(&path, "lan") };
        self.store = self.sample.open_as(opening).unwrap();
    }

    fn put(&mut self, record: Record) -> Record {
        match self.store.handle(Request::Save { record, draft: None }, now()) {
            Some(Reply::Saved(saved)) => saved,
            other => panic!("not saved: {other:?}"),
        }
    }

    fn undo(&mut self) {
        assert!(matches!(self.store.handle(Request::Undo, now()), Some(Reply::Undone(_))));
    }

    fn hits(&self, typed: &str) -> Vec<Hit> {
        let hits = self.reader.list_found(Query::new(typed).words(), 9);
        assert_eq!(self.reader.fault(), None, "{typed:?}");
        hits
    }

    /// Each hit in short, and whether it was met marks and all.
    fn found(&self, typed: &str) -> Vec<(String, bool)> {
        let short = |hit: Hit| {
            let local = |id: &crate::domain::ids::ItemId| id.local().to_owned();
            let name = match &hit.thing {
                Thing::Clause(_) => format!("clause {}", hit.clause),
                Thing::Obligation(id) => format!("obligation {}", local(id)),
                Thing::Task(id) => format!("task {}", local(id)),
                Thing::Target(id) => format!("target {}", local(id)),
                Thing::Report(key) => format!("report {}", key.period),
            };
            (name, hit.exact)
        };
        self.hits(typed).into_iter().map(short).collect()
    }
}

fn met(names: &[&str], exact: bool) -> Vec<(String, bool)> {
    names.iter().map(|name| ((*name).to_owned(), exact)).collect()
}

#[test]
fn every_kind_is_found_by_how_its_words_begin_and_stands_in_the_order_of_its_plan() {
    let mut sample = Sample::new();
    let plan = &mut sample.bundled.plans[0].0;
    let note = |path: &str, heading: &str| Clause {
        path: path.into(),
        heading: heading.into(),
        lines: (1, 1),
        note: None,
    };
    plan.text.clauses = vec![note("I", "Khảo sát năm"), note("II#1", "Khảo sát ngầm")];
    plan.obligations[1].title = "Khảo sát quý".into();
    plan.targets[2].indicator = "Khảo sát đủ".into();
    plan.tasks[3].title = "Tổ chức khảo sát".into();
    let mut desk = Desk::of(sample);
    desk.put(report(Period::Year(2026), "Đã khảo sát."));
    let all = ["clause I", "obligation IV.7.a", "task t87", "target c", "report 2026"];
    assert_eq!(desk.found("khảo sát"), met(&all, true));
    assert_eq!(desk.found("sat KHAO"), met(&all, false));
    assert_eq!(desk.found("khảo sá đủ"), met(&["target c"], true));
    assert!(desk.found("hao").is_empty(), "letters inside a word");
    let titles: Vec<_> = desk.hits("khao").into_iter().map(|hit| hit.title).collect();
    assert_eq!(titles, ["Khảo sát năm", "Khảo sát quý", "Tổ chức khảo sát", "Khảo sát đủ", ""]);
}

#[test]
fn a_path_that_every_plan_has_leaves_half_of_the_room_to_what_has_the_words() {
    let mut sample = Sample::new();
    sample.bundled.plans[1].0.text = sample.bundled.plans[0].0.text.clone();
    let desk = Desk::of(sample);
    let query = Query::new("iv.7.a");
    let named = |most| desk.reader.list_found(query.words(), most).iter().filter(|hit| hit.named).count();
    assert_eq!((named(9), named(2)), (2, 1));
}

#[test]
fn marks_come_first_and_the_path_of_a_clause_before_all() {
    let desk = Desk::new();
    let named = |typed: &str| {
        let hits = desk.hits(typed);
        hits.into_iter().filter(|hit| hit.named).map(|hit| (hit.clause, hit.exact)).collect::<Vec<_>>()
    };
    assert_eq!(desk.found("iv.7.a")[0], ("clause IV.7.a".to_owned(), true));
    assert_eq!((named("IV.7.a"), named("IV.7.B")), (met(&["IV.7.a"], true), met(&["IV.7.b"], true)));
    assert!(named("IV.7").is_empty() && !desk.hits("IV.7").is_empty());
    assert_eq!(desk.found("bác").first(), met(&["target b"], true).first());
    assert_eq!(desk.found("bac").first(), met(&["target b"], false).first());
    assert_eq!(desk.found("bạc").first(), met(&["target b"], false).first());
}

#[test]
fn nothing_that_is_typed_is_taken_for_a_command() {
    let desk = Desk::new();
    for typed in [
        "- .",
        "\"",
        "\"bác",
        "bác\" OR \"x",
        "bác*",
        "^bác",
        "{text} : bác",
        "text:bác",
        "NEAR(bác sĩ)",
        "()",
        "+",
        "\0",
        "bác\0",
        "\u{301}",
        "a'b",
        "\\",
        "AND",
        "NOT",
        "漢字",
        "%",
        "🙂",
    ] {
        desk.hits(typed);
    }
    assert_eq!(desk.found("\"bác\" (sĩ)").len(), desk.found("bác sĩ").len());
    assert!(!desk.found("bác sĩ").is_empty());
}

#[test]
fn what_was_entered_on_a_task_is_found_until_it_is_taken_back() {
    let mut desk = Desk::new();
    let id = desk.reader.tasks_of(&PlanId::new(PLAN))[0].id.clone();
    assert!(desk.found("quốc lộ").is_empty());
    let mut record = progress("Đã sửa quốc lộ 1A.");
    let Record::Progress(entry) = &mut record else { panic!("a progress entry") };
    entry.task = id.clone();
    desk.put(record);
    let task = format!("task {}", id.local());
    assert_eq!(desk.found("quốc l"), met(&[&task], true));
    assert_eq!(desk.found("LO quoc"), met(&[&task], false));
    desk.undo();
    assert!(desk.found("quốc lộ").is_empty(), "what was taken back is not found");
}

#[test]
fn reports_are_found_by_their_names_and_by_what_they_say_at_present() {
    let mut desk = Desk::new();
    let saved = desk.put(report(Period::Year(2026), "Đã mở lớp."));
    let of_year = met(&["report 2026"], true);
    for typed in ["báo cáo năm 2026", "Sở Y tế lớp", "report of 2026", "mở lớp", "khó khăn"] {
        assert_eq!(desk.found(typed).last(), of_year.last(), "{typed}");
    }
    assert!(desk.found("phụ lục").is_empty(), "the evidence is not searched");
    let changed = desk.put(reworded(saved, "Đã tập huấn."));
    assert!(desk.found("mở lớp").is_empty());
    assert_eq!(desk.found("tập huấn"), of_year);
    desk.put(reworded(changed, "Đã hội thảo."));
    desk.undo();
    assert_eq!((desk.found("hội thảo"), desk.found("tập huấn")), (Vec::new(), of_year));
    desk.undo();
    desk.undo();
    assert!(desk.found("khó khăn").is_empty(), "a report that was never saved");
}

#[test]
fn reports_follow_the_names_of_agencies_and_of_their_obligations() {
    let mut desk = Desk::new();
    desk.put(report(Period::Year(2026), "Đã mở lớp."));
    assert!(desk.found("kiểm nghiệm").is_empty());
    desk.sample.bundled.agencies[0].short = "Sở Kiểm nghiệm".into();
    desk.reload();
    assert_eq!(desk.found("kiểm nghiệm"), met(&["report 2026"], true));
    assert!(desk.found("y tế lớp").is_empty());

    let (plan, hash) = &mut desk.sample.bundled.plans[0];
    plan.obligations[0].recipient = desk.sample.bundled.agencies[0].id.clone();
    plan.obligations[0].schedule.rule = crate::domain::schedule::Rule::Conditional {
        condition: crate::domain::schedule::Condition::OnGuidance,
    };
    plan.obligations[0].title = "Báo cáo đột xuất".into();
    *hash -= 1;
    desk.reload();
    assert_eq!(desk.found("đột xuất lớp"), met(&["report 2026"], true));
    assert!(desk.found("năm 2026").is_empty(), "it is no report of a period any more");
    assert_eq!(desk.found("mở lớp").len(), 1);
}

#[test]
fn reports_follow_the_names_that_users_load_and_take_back() {
    let mut desk = Desk::new();
    let commune = Agency {
        id: AgencyId::new("x9"),
        short: "Phường Kỳ Lừa".into(),
        group: None,
        ..desk.sample.bundled.agencies[0].clone()
    };
    let mut theirs = report(Period::Year(2026), "Đã mở lớp.");
    let Record::Report(written) = &mut theirs else { panic!("a report") };
    written.agency = commune.id.clone();
    desk.put(theirs);
    assert!(desk.found("kỳ lừa lớp").is_empty());
    desk.store.import_agencies(&[commune], None, now()).unwrap();
    assert_eq!(desk.found("kỳ lừa lớp"), met(&["report 2026"], true));
    desk.undo();
    assert!(desk.found("kỳ lừa").is_empty());
    assert_eq!(desk.found("mở lớp"), met(&["report 2026"], true));
}

#[test]
fn an_index_that_is_made_anew_finds_the_same() {
    let mut desk = Desk::new();
    desk.put(report(Period::Year(2026), "Đã mở lớp."));
    desk.put(progress("Đã sửa quốc lộ 1A."));
    let all = |desk: &Desk| {
        let typed = ["lớp", "quoc lo", "bác", "IV.7.a", "nhiem vu", "báo cáo"];
        typed.map(|typed| desk.hits(typed))
    };
    let before = all(&desk);
    assert!(before.iter().all(|hits| !hits.is_empty()), "{before:?}");
    super::super::index::forget(desk.store.conn.get().unwrap()).unwrap();
    super::super::wording::clear(desk.store.conn.get().unwrap()).unwrap();
    assert!(all(&desk).iter().all(Vec::is_empty));
    desk.reload();
    assert_eq!(all(&desk), before);
}

#[test]
fn an_index_of_the_step_before_is_made_anew_even_when_its_plan_is_replaced_at_once() {
    let mut desk = Desk::new();
    desk.put(report(Period::Year(2026), "Đã mở lớp."));
    let older = "DROP INDEX report_standing; DROP INDEX report_standing_by_agency;
                 CREATE INDEX report_by_agency ON report (agency, period); DROP TABLE shelf_told;
                 DROP TABLE shelf_exact; DROP TABLE shelf_folded; DROP TABLE shelf_name;
                 DROP TABLE calendar_day; DROP TABLE published_year;
                 CREATE VIRTUAL TABLE shelf_text USING fts5 (exact, folded, content = '');
                 UPDATE shelf SET form = 1; UPDATE shelf_task SET no = no % 1048576; PRAGMA user_version = 3;";
    desk.store.conn.get().unwrap().execute_batch(older).unwrap();
    desk.sample.bundled.plans[0].1 -= 1;
    desk.reload();
    assert_eq!(desk.found("mở lớp"), met(&["report 2026"], true));
    assert_eq!(desk.found("bác").first(), met(&["target b"], true).first());
    let tasks = desk.sample.bundled.plans[0].0.tasks.len();
    assert_eq!(desk.reader.tally(&PlanId::new(PLAN)).all, tasks);
}
