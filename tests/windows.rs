//! What is read from the index says the same as looking at every task: agendas, lists, counts, words.

#![allow(clippy::unwrap_used, clippy::panic, reason = "the lint takes helpers of a test for code")]

mod harness;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::process::Command;
use std::rc::Rc;

use chrono::NaiveDate;
use harness::{bundle, chord, instant, now};
use tempfile::TempDir;
use tiendo::app::layout::Size;
use tiendo::app::model::{Model, Setup};
use tiendo::app::msg::Msg;
use tiendo::catalog::BUNDLE_HASH;
use tiendo::domain::agenda::{
    AgendaFilter, AgendaItem, Horizon, OutlineLine, TaskLine, agenda, items_at, outline,
};
use tiendo::domain::catalog::Catalog;
use tiendo::domain::change::{Failure, Record, Reply, Request, Snapshot};
use tiendo::domain::decision::{Decision, Duty, Ruling};
use tiendo::domain::heirs::{Standing, standing};
use tiendo::domain::holdings::{HoldingRow, Holdings, Owner};
use tiendo::domain::ids::{AgencyId, ItemId, PlanId};
use tiendo::domain::indicator::Target;
use tiendo::domain::plan::PlanText;
use tiendo::domain::record::{
    Observation, ProgressEntry, Report, ReportHead, ReportKey, ReportQuery, Stamp, WorkState,
};
use tiendo::domain::shelf::{Hit, Lane, Shelf, TaskTally, Thing, Told, Which};
use tiendo::domain::summary::{agency_counts, busy_agencies, counts_of};
use tiendo::domain::task::{LinkKind, Task};
use tiendo::domain::ways::Ways;
use tiendo::domain::year::{YearFilter, year_calendar};
use tiendo::store::{Bundled, OpenError, Opening, Store};
use tiendo::text::fold::{Query, Rank, Searchable};
use tiendo::text::words::Lang;

/// The same shelf without its index: whoever asks has to look at every task.
#[derive(Debug)]
struct Plain(Catalog, RefCell<Option<Failure>>);

impl Shelf for Plain {
    fn fault(&self) -> Option<Failure> {
        self.1.take()
    }

    fn task(&self, id: &ItemId) -> Option<Rc<Task>> {
        self.0.shelf().task(id)
    }

    fn tasks_of(&self, plan: &PlanId) -> Vec<Rc<Task>> {
        self.0.shelf().tasks_of(plan)
    }

    fn tally(&self, plan: &PlanId) -> TaskTally {
        self.0.shelf().tally(plan)
    }

    fn linked_to(&self, id: &ItemId) -> Vec<(LinkKind, ItemId)> {
        self.0.shelf().linked_to(id)
    }

    fn entries_on(&self, task: &ItemId) -> Vec<ProgressEntry> {
        self.0.shelf().entries_on(task)
    }

    fn entries_by(&self, agency: &AgencyId, days: RangeInclusive<NaiveDate>) -> Vec<ProgressEntry> {
        self.0.shelf().entries_by(agency, days)
    }

    fn text_of(&self, plan: &PlanId) -> Option<PlanText> {
        self.0.shelf().text_of(plan)
    }

    fn targets_of(&self, plan: &PlanId) -> Option<Vec<Target>> {
        self.0.shelf().targets_of(plan)
    }

    fn figures_of(&self, target: &ItemId, agency: Option<&AgencyId>) -> Vec<Observation> {
        self.0.shelf().figures_of(target, agency)
    }

    fn report(&self, key: &ReportKey) -> Option<Report> {
        self.0.shelf().report(key)
    }

    fn heads(&self, wanted: &ReportQuery) -> Vec<ReportHead> {
        self.0.shelf().heads(wanted)
    }

    fn sent(&self, wanted: &ReportQuery) -> Vec<Report> {
        self.0.shelf().sent(wanted)
    }

    fn sent_as(&self, number: i64) -> Option<Report> {
        self.0.shelf().sent_as(number)
    }
}

/// A database of made-up data in a folder of its own, with decisions about some of its tasks.
struct Made {
    _folder: TempDir,
    snapshot: Snapshot,
    plain: Catalog,
}

impl Made {
    fn of(tasks: usize) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("bench.db");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tiendo"));
        command.args(["bench-data", "--tasks", &tasks.to_string(), "--db"]).arg(&path);
        let output = command.env("HOME", folder.path()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let opening = Opening {
            path: &path,
            user: "cv-01",
            bundle_hash: BUNDLE_HASH,
            now: instant(std::time::Duration::ZERO),
        };
        let nothing = || -> Result<Bundled, OpenError> { panic!("the catalogue is there") };
        let mut store = Store::open(opening, nothing).unwrap();
        decide(&mut store);
        speak_as_heirs(&mut store);
        let mut snapshot = store.snapshot().unwrap();
        snapshot.catalog.settle(&snapshot.records.decisions, day("2026-11-21"));
        let catalog = &snapshot.catalog;
        let shelf = Rc::new(Plain(catalog.clone(), RefCell::default()));
        let mut plain = Catalog::on(shelf, catalog.plans.clone(), catalog.agencies().to_vec())
            .with_successions(catalog.successions().to_vec());
        plain.settle(&snapshot.records.decisions, day("2026-11-21"));
        Self { _folder: folder, snapshot, plain }
    }

    fn agencies(&self) -> Vec<Option<AgencyId>> {
        let all = self.snapshot.catalog.agencies().iter().map(|agency| Some(agency.id.clone()));
        std::iter::once(None).chain(all).collect()
    }

    fn filter(
        &self,
        agency: Option<AgencyId>,
        today: NaiveDate,
        horizon: Horizon,
        shift: i32,
    ) -> AgendaFilter<'_> {
        AgendaFilter { agency, plan: None, horizon, shift, today, tracked_from: &self.snapshot.tracked_from }
    }

    /// The agenda from the index, every line worked out.
    fn outlined(&self, filter: &AgendaFilter<'_>) -> Vec<AgendaItem> {
        let (catalog, calendar) = (&self.snapshot.catalog, &bundle().calendar);
        let found = outline(catalog, calendar, filter);
        assert!(found.cut.is_empty(), "{:?}", found.cut);
        let lines = found.lines.into_iter().map(|(group, line)| {
            let item = match line {
                OutlineLine::Item(item) | OutlineLine::Task(_, Some(item)) => *item,
                OutlineLine::Task(line, None) => self.worked_out(filter, line),
            };
            assert_eq!(item.group, group, "{item:?}");
            item
        });
        lines.collect()
    }

    fn worked_out(&self, filter: &AgendaFilter<'_>, line: TaskLine) -> AgendaItem {
        let items = items_at(&self.snapshot.catalog, &bundle().calendar, filter, &[line]);
        items.into_iter().next().flatten().unwrap_or_else(|| {
            let index = self.snapshot.catalog.shelf().index().unwrap();
            panic!("{line:?} is not there: {:#?} {filter:?}", index.task_at(line.no))
        })
    }
}

/// A day of one's own for a task, a document that opens another, and an heir for a third one alone.
fn decide(store: &mut Store) {
    let catalog = store.snapshot().unwrap().catalog;
    let tasks: Vec<_> = catalog.plans.iter().flat_map(|plan| catalog.tasks_of(&plan.id)).collect();
    let dated = tasks.iter().find(|task| task.schedule.rule.is_dated()).unwrap();
    let undated = tasks.iter().rfind(|task| !task.schedule.rule.is_dated()).unwrap();
    let gone = |task: &&Rc<Task>| {
        let lead = task.roles.first().and_then(|link| catalog.agency(&link.agency));
        lead.is_some_and(|agency| !agency.exists_on(day("2026-11-21")))
    };
    let orphaned = tasks.iter().find(gone).unwrap();
    let rulings = [
        Ruling::Heirs {
            from: orphaned.roles[0].agency.clone(),
            duty: Some(orphaned.id.clone()),
            heirs: vec![AgencyId::new("ls-so-noi-vu")],
        },
        Ruling::InternalDay { duty: Duty::Task(dated.id.clone()), on: Some((25, 11)) },
        Ruling::Opening {
            duty: Duty::Task(undated.id.clone()),
            period: tiendo::domain::schedule::Period::Year(2026),
            number: "12/CV".into(),
            dated: day("2026-10-01"),
            due_last: Some(day("2026-12-10")),
        },
    ];
    for ruling in rulings {
        let record = Record::Decision(Decision { stamp: Stamp::default(), ruling });
        let reply = store.handle(Request::Save { record, draft: None }, instant(std::time::Duration::ZERO));
        assert!(matches!(reply, Some(Reply::Saved(_))), "{reply:?}");
    }
}

/// Of tasks that passed to another agency, it says of every second one that it is done.
fn speak_as_heirs(store: &mut Store) {
    let (catalog, today) = (store.snapshot().unwrap().catalog, day("2026-11-21"));
    let tasks = catalog.plans.iter().flat_map(|plan| catalog.tasks_of(&plan.id));
    let passed = tasks.filter_map(|task| {
        let link = task.roles.iter().find(|link| link.role.is_answerable())?;
        match standing(&catalog, &link.agency, Some(&task.id), today) {
            Standing::Passed(heirs) => Some((task.id.clone(), heirs[0].agency.clone())),
            _ => None,
        }
    });
    let spoken: Vec<(ItemId, AgencyId)> = passed.step_by(2).collect();
    assert!(spoken.len() > 3, "{spoken:?}");
    for (task, agency) in spoken {
        let entry = ProgressEntry {
            stamp: Stamp::default(),
            task,
            agency,
            as_of: today,
            state: WorkState::Done,
            percent: None,
            result: "Đã xong.".into(),
            obstacle: String::new(),
            proposal: String::new(),
            evidence: String::new(),
        };
        let request = Request::Save { record: Record::Progress(entry), draft: None };
        let reply = store.handle(request, instant(std::time::Duration::ZERO));
        assert!(matches!(reply, Some(Reply::Saved(_))), "{reply:?}");
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn an_agenda_from_the_index_is_the_agenda() {
    let made = Made::of(240);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let looks = [
        ("2026-11-21", Horizon::Month, 0),
        ("2026-12-24", Horizon::Week, 0),
        ("2026-11-21", Horizon::Year, 1),
        ("2026-11-21", Horizon::Quarter, -1),
    ];
    for (number, agency) in made.agencies().into_iter().enumerate() {
        let (today, horizon, shift) = looks[number % looks.len()];
        let filter = made.filter(agency, day(today), horizon, shift);
        let calendar = &bundle().calendar;
        let whole = agenda(&made.plain, calendar, &filter);
        assert_eq!(made.outlined(&filter), whole, "{:?} {today} {horizon:?} {shift}", filter.agency);
        for item in whole {
            *seen.entry(format!("{:?}", item.group)).or_default() += 1;
        }
    }
    assert!(["Overdue", "Soon", "Later", "NoDate"].iter().all(|group| seen.contains_key(*group)), "{seen:?}");
}

#[test]
fn every_line_knows_whether_others_answer_too() {
    let made = Made::of(240);
    let (catalog, today) = (&made.snapshot.catalog, day("2026-11-21"));
    let index = catalog.shelf().index().unwrap();
    let plans: Vec<&PlanId> = catalog.plans.iter().map(|plan| &plan.id).collect();
    let mut seen = [[0, 0]; 3];
    for entry in index.named(&|_| true) {
        let lane = Lane { entry: Some(entry.clone()), speaker: Some(entry), before: None };
        let which = Which { days: NaiveDate::MIN..=NaiveDate::MAX, begun: NaiveDate::MAX, open: false };
        let due = index.due(&lane, &which, usize::MAX).into_iter().map(|line| (0, line.no, line.shared));
        let untouched = index.untouched(&lane, &plans, today, usize::MAX).into_iter();
        let untouched = untouched.map(|line| (1, line.no, line.shared));
        let touched =
            index.touched(&lane, today, usize::MAX).into_iter().map(|line| (2, line.no, line.shared));
        for (kind, no, shared) in due.chain(untouched).chain(touched) {
            let task = index.task_at(no).unwrap();
            let roles = task.roles.iter().filter(|link| link.role.is_answerable());
            let answer: BTreeSet<&AgencyId> = roles.map(|link| &link.agency).collect();
            assert_eq!(shared, answer.len() > 1, "{}", task.id);
            seen[kind][usize::from(shared)] += 1;
        }
    }
    let [due, untouched, touched] = seen;
    assert!([due, untouched].iter().flatten().all(|count| *count > 0) && touched[0] > 0, "{seen:?}");
}

#[test]
fn what_all_have_said_of_a_day_is_the_same_on_every_way() {
    let made = Made::of(240);
    let index = made.snapshot.catalog.shelf().index().unwrap();
    let which = Which { days: NaiveDate::MIN..=NaiveDate::MAX, begun: NaiveDate::MAX, open: false };
    let by_all = |entry| {
        let lines = index.due(&Lane { entry, speaker: None, before: None }, &which, usize::MAX);
        lines.into_iter().map(|line| ((line.no, line.day), line.done)).collect::<BTreeMap<_, _>>()
    };
    let together = by_all(None);
    let mut done = 0;
    for entry in index.named(&|_| true) {
        for (line, told) in by_all(Some(entry.clone())) {
            assert_eq!(Some(&told), together.get(&line), "{entry} {line:?}");
            done += usize::from(told == Told::Yes);
        }
    }
    assert!(done > 0);
}

#[test]
fn titles_of_clauses_and_of_nobody_are_those_of_all_tasks() {
    let made = Made::of(240);
    let (shelf, plain) = (made.snapshot.catalog.shelf(), made.plain.shelf());
    let (mut under, mut orphans) = (0, 0);
    for plan in &made.snapshot.catalog.plans {
        let clauses: BTreeSet<String> =
            plain.tasks_of(&plan.id).iter().map(|task| task.clause.clone()).collect();
        let bullets = clauses.iter().filter_map(|clause| clause.rsplit_once('.')).map(|(bullet, _)| bullet);
        for clause in clauses.iter().map(String::as_str).chain(bullets) {
            let found = shelf.titles_under(&plan.id, clause);
            assert_eq!(found, plain.titles_under(&plan.id, clause), "{} {clause}", plan.id);
            under += found.len();
        }
        for most in [1, usize::MAX] {
            let found = shelf.titles_of_nobody(&plan.id, most);
            assert_eq!(found, plain.titles_of_nobody(&plan.id, most), "{}", plan.id);
            orphans += found.len();
        }
    }
    assert!(under > 400 && orphans > 0, "{under} {orphans}");
}

#[test]
fn a_year_from_the_index_is_the_year_of_all_tasks() {
    let made = Made::of(240);
    let (catalog, calendar) = (&made.snapshot.catalog, &bundle().calendar);
    let mut due = 0;
    for agency in made.agencies() {
        for (today, year) in [("2026-11-21", 2026), ("2026-03-01", 2027), ("2026-11-21", 2025)] {
            let (agency, tracked_from) = (agency.clone(), &made.snapshot.tracked_from);
            let filter = YearFilter { agency, year, today: day(today), tracked_from, most: usize::MAX };
            let found = year_calendar(catalog, calendar, &filter);
            assert_eq!(found, year_calendar(&made.plain, calendar, &filter), "{:?} {year}", filter.agency);
            due += found.due();
        }
    }
    assert!(due > 400, "{due}");
    let filter = YearFilter {
        agency: None,
        year: 2026,
        today: day("2026-11-21"),
        tracked_from: &made.snapshot.tracked_from,
        most: 5,
    };
    assert!(year_calendar(catalog, calendar, &filter).cut, "what is left out is told");
}

#[test]
fn lists_and_counts_from_the_index_are_those_of_all_tasks() {
    let made = Made::of(240);
    let (catalog, calendar) = (&made.snapshot.catalog, &bundle().calendar);
    let (today, tracked) = (day("2026-11-21"), &made.snapshot.tracked_from);
    let all = agency_counts(&made.plain, calendar, tracked, today);
    let ways = Ways::on(catalog, today);
    let of = |agencies: &[AgencyId]| counts_of(catalog, calendar, tracked, today, &ways, agencies);
    let agencies: Vec<AgencyId> = all.keys().cloned().collect();
    assert_eq!(of(&agencies), all);
    for (agency, counts) in &all {
        assert_eq!(of(std::slice::from_ref(agency))[agency], *counts, "{agency}");
    }
    let busy = |catalog| busy_agencies(catalog, calendar, tracked, today, &ways);
    assert_eq!(busy(catalog), busy(&made.plain));
    let mut owners: Vec<Owner> = made.agencies().into_iter().flatten().map(Owner::Agency).collect();
    owners.extend([Owner::Nobody, Owner::Province(Some("Lạng Sơn".into()))]);
    let mut rows = 0;
    for owner in owners {
        for only_open in [false, true] {
            let of = |catalog: &Catalog| {
                let held = Holdings::of(catalog, &ways, &owner, today, only_open);
                let rows = held.rows(catalog, 0..held.len());
                (held, rows)
            };
            let (held, found) = of(catalog);
            assert_eq!(found, of(&made.plain).1, "{owner:?} {only_open}");
            for (at, row) in found.iter().enumerate() {
                assert_eq!(held.is_task(at), matches!(row, HoldingRow::Task(_)));
                assert_eq!(held.rows(catalog, at..at + 1), std::slice::from_ref(row), "{owner:?} {at}");
                if let HoldingRow::Task(task) = row {
                    assert_eq!(held.position(catalog, task), Some(at));
                }
            }
            rows += found.len();
        }
    }
    assert!(rows > 1000, "{rows}");
}

/// The text by which a task is found.
fn words_of(catalog: &Catalog, task: &Task) -> String {
    let short = &catalog.plan(&task.id.plan()).unwrap().short;
    let mut text = format!("{} {short} {}", task.title, task.clause);
    for entry in catalog.shelf().entries_on(&task.id) {
        let ProgressEntry { result, obstacle, proposal, evidence, .. } = &entry;
        text += &format!(" {result} {obstacle} {proposal} {evidence}");
    }
    text
}

#[test]
fn tasks_that_are_found_by_words_are_those_that_hold_them() {
    let made = Made::of(240);
    let catalog = &made.snapshot.catalog;
    let tasks: Vec<_> = catalog.plans.iter().flat_map(|plan| catalog.tasks_of(&plan.id)).collect();
    let texts: Vec<_> = tasks.iter().map(|task| Searchable::new(words_of(catalog, task))).collect();
    let mut hits = 0;
    for typed in
        ["t", "đ", "th", "đào tạo", "dao tao", "nhiem vu", "bao cao qu", "trien khai x", "2026", "zzz"]
    {
        let query = Query::new(typed);
        let begins = [Rank::ExactStart, Rank::FoldedStart];
        let mut held: Vec<_> = tasks
            .iter()
            .zip(&texts)
            .filter_map(|(task, text)| Some((query.rank(text).filter(|rank| begins.contains(rank))?, task)))
            .collect();
        held.sort_by_key(|(rank, _)| *rank);
        let held: Vec<_> = held.into_iter().map(|(rank, task)| (task.id.clone(), rank)).collect();
        let rank = |exact: bool| if exact { Rank::ExactStart } else { Rank::FoldedStart };
        let task = |hit: Hit| match hit.thing {
            Thing::Task(id) => Some((id, rank(hit.exact))),
            _ => None,
        };
        let found = catalog.shelf().index().unwrap().find(query.words(), 100_000);
        let found: Vec<_> = found.into_iter().filter_map(task).collect();
        assert_eq!(found, held, "{typed}");
        hits += held.len();
    }
    assert!(hits > 500, "{hits}");
}

#[test]
fn rows_that_cannot_be_read_are_told_and_read_again() {
    let made = Made::of(100);
    let shelf = Rc::new(Plain(made.snapshot.catalog.clone(), RefCell::default()));
    let catalog = &made.snapshot.catalog;
    let on =
        Catalog::on(Rc::clone(&shelf) as Rc<dyn Shelf>, catalog.plans.clone(), catalog.agencies().to_vec());
    let setup = Setup {
        snapshot: Snapshot { catalog: on, ..made.snapshot.clone() },
        lang: Lang::Vi,
        user: "cv-01".into(),
        fixed_today: Some(day("2026-11-21")),
        layout: tiendo::catalog::bundled_layout().unwrap().into(),
        size: Size { w: 80, h: 24 },
    };
    let at = now(std::time::Duration::ZERO);
    let mut model = Model::new(setup, at);
    shelf.1.replace(Some(Failure::Busy));
    model.update(Msg::Key(chord("Down")), at);
    let told = model.notice.as_ref().unwrap().text.clone();
    assert!(told.contains("chưa đọc được") && told.contains("bấm số của màn hình"), "{told}");
    model.update(Msg::Key(chord("1")), at);
    assert!(model.notice.is_none() && !model.agenda.list.rows().is_empty());
}
